"""The gold of persons (docs/gold.md): whole in itself, and what teiconv reaches on it where the corpus is here."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import persons_gold
import score_persons
from persons_gold import Mark

FOLDER = Path(__file__).parent / "gold"
GOLD = persons_gold.read(FOLDER / "persons.tsv")
DOCUMENTS = persons_gold.documents(FOLDER / "documents.tsv")


def one_pass(number: int) -> list[Mark]:
    """Passes 1 and 2 are of the first reader, pass 3 of the second."""
    return persons_gold.read(FOLDER / f"persons-pass-{number}.tsv")


corpus_only = pytest.mark.skipif(not persons_gold.TEXTS.is_dir(), reason="the reference corpus (../shared) is not here")


class TestTheFileAlone:
    def test_six_documents_of_each_of_ten_volumes(self) -> None:
        volumes = Counter(document.partition("/")[0] for document in DOCUMENTS)
        assert len(volumes) == 10
        assert set(volumes.values()) == {6}
        assert {mark.document for mark in GOLD} <= set(DOCUMENTS)

    def test_marks_lie_in_their_document_and_do_not_overlap(self) -> None:
        for one, next_one in pairwise(GOLD):
            assert 0 <= one.start < one.end <= DOCUMENTS[one.document].characters
            assert one.document != next_one.document or one.end <= next_one.start

    def test_only_names_have_a_person(self) -> None:
        assert {mark.kind for mark in GOLD} == {"name", "office"}
        assert not any(mark.person for mark in GOLD if mark.kind == "office")

    def test_every_mark_comes_from_a_pass(self) -> None:
        assert {mark.stretch for mark in GOLD} <= {mark.stretch for marks in map(one_pass, (1, 2, 3)) for mark in marks}

    def test_marks_share_characters_or_do_not(self) -> None:
        first = [Mark("v/d1", 0, 5), Mark("v/d1", 10, 19), Mark("v/d1", 30, 35)]
        second = [Mark("v/d1", 0, 5), Mark("v/d1", 15, 19), Mark("v/d1", 40, 45)]
        assert list(persons_gold.pairs(first, second)) == [(first[0], second[0]), (first[1], second[1])]


@corpus_only
@pytest.mark.corpus
class TestOnTheCorpus:
    def test_the_texts_are_those_that_were_read(self) -> None:
        assert persons_gold.drawn() == list(DOCUMENTS)
        for name, document in DOCUMENTS.items():
            text = persons_gold.text_of(name)
            assert len(text) == document.characters
            assert hashlib.sha256(text.encode()).hexdigest() == document.digest

    @pytest.mark.parametrize(
        ("first", "second", "counts", "kappa"),
        [(1, 2, (922, 924, 922, 922), 0.999), (2, 3, (924, 926, 921, 922), 0.989)],
        ids=["one reader twice", "two readers"],
    )
    def test_the_passes_agree_as_the_page_says(
        self, first: int, second: int, counts: tuple[int, ...], kappa: float
    ) -> None:
        found = persons_gold.agreement(one_pass(first), one_pass(second))
        assert (found.first, found.second, found.both, found.overlapping) == counts
        assert round(found.kappa, 3) == kappa

    def test_two_readers_agree_who_is_meant(self) -> None:
        gold, second = ([mark for mark in marks if mark.kind == "name"] for marks in (GOLD, one_pass(3)))
        found = persons_gold.agreement(gold, second)
        assert (found.both, found.same_person) == (888, 885)

    @pytest.mark.parametrize(
        ("choices", "precision", "recall"),
        [({"with_list": True}, 0.99, 0.84), ({"with_list": True, "unlisted": True}, 0.99, 0.92), ({}, 0.99, 0.86)],
        ids=["with the list", "with the list, and people who are not in it", "without a list"],
    )
    def test_names_are_found(self, choices: dict[str, bool], precision: float, recall: float) -> None:
        def system(document: str) -> list[Mark]:
            return score_persons.teiconv(document, **choices)

        found = score_persons.scores(system, GOLD, DOCUMENTS)["overlap"]
        assert found.precision >= precision
        assert found.recall >= recall

    def test_links_lead_to_the_right_entry(self) -> None:
        def system(document: str) -> list[Mark]:
            return score_persons.teiconv(document, with_list=True)

        found = score_persons.scores(system, GOLD, DOCUMENTS)["link"]
        assert found.precision >= 0.94
        assert found.recall >= 0.95
