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

FOLDER = Path(__file__).parent / "gold"
GOLD = persons_gold.read(FOLDER / "persons.tsv")
DOCUMENTS = persons_gold.documents(FOLDER / "documents.tsv")

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
        passes = [persons_gold.read(FOLDER / f"persons-pass-{number}.tsv") for number in (1, 2)]
        assert {mark.stretch for mark in GOLD} <= {mark.stretch for marks in passes for mark in marks}


@corpus_only
@pytest.mark.corpus
class TestOnTheCorpus:
    def test_the_texts_are_those_that_were_read(self) -> None:
        assert persons_gold.drawn() == list(DOCUMENTS)
        for name, document in DOCUMENTS.items():
            text = persons_gold.text_of(name)
            assert len(text) == document.characters
            assert hashlib.sha256(text.encode()).hexdigest() == document.digest

    def test_the_passes_agree_as_the_page_says(self) -> None:
        one, two = (persons_gold.read(FOLDER / f"persons-pass-{number}.tsv") for number in (1, 2))
        found = persons_gold.agreement(one, two)
        assert (found.first, found.second, found.both) == (922, 924, 922)
        assert round(found.kappa, 3) == 0.999

    @pytest.mark.parametrize(
        ("choices", "precision", "recall"),
        [({"with_list": True}, 0.99, 0.84), ({"with_list": True, "unlisted": True}, 0.99, 0.92), ({}, 0.99, 0.86)],
        ids=["with the list", "with the list, and people who are not in it", "without a list"],
    )
    def test_names_are_found(self, choices: dict[str, bool], precision: float, recall: float) -> None:
        def system(document: str) -> list[persons_gold.Mark]:
            return score_persons.teiconv(document, **choices)

        found = score_persons.scores(system, GOLD, DOCUMENTS)["overlap"]
        assert found.precision >= precision
        assert found.recall >= recall

    def test_links_lead_to_the_right_entry(self) -> None:
        def system(document: str) -> list[persons_gold.Mark]:
            return score_persons.teiconv(document, with_list=True)

        found = score_persons.scores(system, GOLD, DOCUMENTS)["link"]
        assert found.precision >= 0.94
        assert found.recall >= 0.95
