"""Score teiconv, and a pipeline of spaCy, on the gold of persons (docs/gold.md).

    python tools/score_persons.py                                      # teiconv with the volumes' lists, and without
    python tools/score_persons.py --authority us-foreign-relations.auth --spacy en_core_web_sm
    python tools/score_persons.py --show "with the list"               # what one of them misses, and what it adds

A name is exact if its offsets are those of the gold; it overlaps if it shares a character with one, one with one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from persons_gold import TEXTS, Mark, drawn, pairs, quoted, read, text_of

from teiconv.conventions.table import named
from teiconv.convert import read_text
from teiconv.layout.positions import positions
from teiconv.model import Element
from teiconv.options import Options

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "persons.tsv"
KINDS = ("name", "office")
"""What a mark may be: a name, or an office that stands for its holder."""

System = Callable[[str], list[Mark]]
"""The name of a document → its marks."""


@dataclass(frozen=True)
class Score:
    """How many marks agree, how many the gold has, how many the system."""

    agreed: int = 0
    gold: int = 0
    given: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.agreed + other.agreed, self.gold + other.gold, self.given + other.given)

    @property
    def precision(self) -> float:
        """The share of the system's marks that the gold has."""
        return self.agreed / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's marks that the system has."""
        return self.agreed / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.agreed / (self.gold + self.given) if self.gold + self.given else 0.0


def teiconv(document: str, with_list: bool = False, **choices: Any) -> list[Mark]:
    """Return the marks of teiconv, with the volume's list of persons if it has one and ``with_list`` says so.

    Only with a list, and with nobody beside it, have they the ids of the gold, and so a ``person``.
    """
    listed = (TEXTS / document).parent / "persons.txt"
    persons = listed if with_list and listed.exists() else None
    found = read_text(text_of(document), Options(persons=persons, **choices))
    conventions = named(found.conventions)
    _, placed = positions(found.body, lambda node: bool(_kind(node)), conventions.write, conventions.canon)
    has_ids = persons and not choices.get("unlisted")
    return [Mark(document, start, end, _kind(node), _person(node) if has_ids else "") for node, start, end in placed]


def _person(node: Element) -> str:
    return (node.get("ref") or "").replace("#", "")


def _kind(node: Element) -> str:
    """Return the gold's word for what an element is: a name, an office that stands for a person, or neither."""
    return "name" if node.name == "persName" else "office" if _stands_for_a_person(node) else ""


def _stands_for_a_person(node: Element) -> bool:
    return node.name == "rs" and node.get("type") == "person"


def spacy(document: str, pipeline: Any) -> list[Mark]:
    """Return the entities that a pipeline of spaCy calls ``PERSON``."""
    entities = pipeline(text_of(document)).ents
    return [Mark(document, one.start_char, one.end_char) for one in entities if one.label_ == "PERSON"]


def systems(authority: Path | None, pipeline: str | None) -> Iterator[tuple[str, System]]:
    """Yield what is compared, each by its name."""
    yield "with the list", partial(teiconv, with_list=True)
    yield "with the list, unlisted", partial(teiconv, with_list=True, unlisted=True)
    yield "without a list", teiconv
    if authority:
        yield "with the authority", partial(teiconv, authority=authority)
    if pipeline:
        yield f"spaCy {Path(pipeline).name}", partial(spacy, pipeline=import_module("spacy").load(pipeline))


def exact(gold: Iterable[Mark], given: Iterable[Mark]) -> Score:
    """Count marks that have the same offsets."""
    one, two = {mark.stretch for mark in gold}, {mark.stretch for mark in given}
    return Score(len(one & two), len(one), len(two))


def overlapping(gold: list[Mark], given: list[Mark]) -> Score:
    """Count pairs of marks that share characters."""
    return Score(sum(1 for _ in pairs(gold, given)), len(gold), len(given))


def linked(gold: list[Mark], given: list[Mark]) -> Score:
    """Count the names of listed people that are linked to the right entry, and all that are linked to any.

    A link to several people is none to the right one.
    """
    right = sum(one.person == other.person for one, other in pairs(gold, given) if one.person)
    return Score(right, sum(1 for mark in gold if mark.person), sum(1 for mark in given if mark.person))


def scores(system: System, gold: list[Mark], documents: Iterable[str]) -> dict[str, Score]:
    """Return the scores of a system over ``documents``: exact and overlapping names, links, offices."""
    total = dict.fromkeys(("exact", "overlap", "link", "office"), Score())
    for document in documents:
        given = system(document)
        own = [[mark for mark in gold if mark.document == document and mark.kind == kind] for kind in KINDS]
        theirs = [[mark for mark in given if mark.kind == kind] for kind in KINDS]
        total["exact"] += exact(own[0], theirs[0])
        total["overlap"] += overlapping(own[0], theirs[0])
        total["link"] += linked(own[0], theirs[0])
        total["office"] += overlapping(own[1], theirs[1])
    return total


def _show(system: System, gold: list[Mark]) -> None:
    for document in drawn():
        own = [mark for mark in gold if mark.document == document]
        given = system(document)
        met = list(pairs(own, given))
        for mark in [one for one in own if one not in {pair[0] for pair in met}]:
            print(f"missed  {document} {mark.start} {mark.kind}: {quoted(mark)}")
        for mark in [one for one in given if one not in {pair[1] for pair in met}]:
            print(f"added   {document} {mark.start} {mark.kind}: {quoted(mark)}")


def main() -> None:
    """Score each system, or show the differences of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--authority", type=Path, metavar="FILE", help="also teiconv with a compiled authority")
    parser.add_argument("--spacy", metavar="PIPELINE", help="also a pipeline of spaCy, by its name or folder")
    parser.add_argument("--show", metavar="SYSTEM", help="print the differences of one")
    given = parser.parse_args()
    gold = read(GOLD)
    print(f"{'':36}{'layer':<9}{'gold':>5}{'given':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for name, system in systems(given.authority, given.spacy):
        if given.show == name:
            _show(system, gold)
        elif not given.show:
            _print(name, scores(system, gold, drawn()))


def _print(name: str, found: dict[str, Score]) -> None:
    """Print a row for each layer that the system has."""
    for layer, one in found.items():
        if one.given:
            figures = f"{one.precision:>8.3f}{one.recall:>8.3f}{one.f1:>8.3f}"
            print(f"{name:36}{layer:<9}{one.gold:>5}{one.given:>6}{figures}")


if __name__ == "__main__":
    main()
