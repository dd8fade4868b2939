"""Explanations in words: a place where nothing is marked, who it is, and what the signs come to."""

from __future__ import annotations

from types import SimpleNamespace

from teiconv.authority.entries import Entry
from teiconv.authority.join import joined
from teiconv.explain.known import _dates
from teiconv.explain.records import Explanation, Sign, Statement, Sum
from teiconv.explain.wording import lines
from teiconv.names.lists.entry_names import in_order
from teiconv.names.people.person import Identifier

PLACE = {"words": "Roe", "start": 0, "end": 3, "line": 2, "column": 5, "before": "Mr. ", "after": " left"}


def said(*statements: Statement, inside: tuple[str, ...] = ()) -> list[str]:
    return list(lines(Explanation(**PLACE, inside=inside, statements=statements), "memo.txt"))


def test_where_nothing_is_marked_that_is_said() -> None:
    assert said() == ["memo.txt:2:5: Mr. [Roe] left", "  Nothing is marked here."]
    assert said(inside=("p", "note 2"))[0] == "memo.txt:2:5 (note 2): Mr. [Roe] left"


def test_words_that_are_nothing_are_not_marked() -> None:
    assert said(Statement("", "Roe", 0, 3))[1:] == ["  “Roe” is not marked."]
    signs = (Sign("a title before it", -1.0, False),)
    assert said(Statement("", "Roe", 0, 3, signs=signs))[1] == "  “Roe” is not taken for a person."


def test_a_person_is_explained_by_the_rule_and_by_who_it_is() -> None:
    statement = Statement("persName", "Roe", 0, 3, why="it is a name", who="the last one named so", certainty="low")
    assert said(statement)[1:] == [
        "  “Roe” is a person (low certainty).",
        "    Why: it is a name.",
        "    Who it is: the last one named so.",
    ]


def test_the_sum_is_that_of_all_places() -> None:
    signs = (Sign("a title before it", 2.0, False),)
    here = said(Statement("persName", "Roe", 0, 3, signs=signs, sum=Sum(2.0, 2.0, 1.0, 1)))
    assert here[-1] == "    Sum: 2.0; threshold 1.0."
    everywhere = said(Statement("persName", "Roe", 0, 3, signs=signs, sum=Sum(2.0, 5.0, 1.0, 3)))
    assert everywhere[-1] == "    Sum: 2.0 here, 5.0 at all 3 places; threshold 1.0."


def test_a_measure_is_told_with_its_unit() -> None:
    (line,) = said(Statement("gap", "Roe", 0, 3, values=(("unit", "line"), ("quantity", "2"))))[1:]
    assert line == "  “Roe” is a gap (2 lines)."


def test_somebody_lived_and_is_attested() -> None:
    assert _dates(SimpleNamespace(born=1901, died=0, spans=())) == "lived 1901–?"
    assert _dates(SimpleNamespace(born=0, died=0, spans=((1950, 1950), (1960, 1962)))) == "attested 1950, 1960–1962"
    assert _dates(SimpleNamespace(born=0, died=0, spans=())) == ""


def entry(key: str, name: str, *volumes: str, identified: bool = False) -> Entry:
    identifiers = (Identifier("viaf", key),) if identified else ()
    return Entry((key,), (in_order(name),), identifiers, volumes=volumes)


def keys(*entries: Entry) -> list[tuple[str, ...]]:
    return [each.keys for each in joined(entries)]


def test_an_entry_of_a_list_is_the_only_other_of_its_whole_name() -> None:
    known = entry("a", "John Paul Roe", "frus1969-76v12", identified=True)
    assert keys(known, entry("list#b", "John Paul Roe", "frus1969-76v13")) == [("a", "list#b")]
    assert keys(known, entry("list#b", "John Paul Roe")) == [("a", "list#b")]
    assert keys(known, entry("list#b", "John Paul Roe", "frus1861")) == [("a",), ("list#b",)]
    assert keys(known, entry("list#b", "John Paul Roe", identified=True)) == [("a",), ("list#b",)]
    assert keys(known, entry("b", "John Paul Roe")) == [("a",), ("b",)]
    assert keys(entry("a", "John Roe", identified=True), entry("list#b", "John Roe")) == [("a",), ("list#b",)]
    other = entry("c", "John Paul Roe", "frus1969-76v14", identified=True)
    assert keys(known, entry("list#b", "John Paul Roe"), other) == [("a",), ("list#b",), ("c",)]
