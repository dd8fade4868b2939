"""What rules do with nothing, and with what they are not for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from trees import xml

from teiconv.authority.entries import years_of
from teiconv.cli import main
from teiconv.collection.part_record import part_of
from teiconv.conventions.frus.titles import find_title
from teiconv.conventions.reading import plainest_body
from teiconv.editing.file import load_decisions
from teiconv.errors import OptionsError, TeiconvError
from teiconv.explain.features import in_words, signs
from teiconv.explain.known import ALONE, _rule
from teiconv.formats.tei.parsing import parse
from teiconv.grammar.date_values import CalendarDate, DateValue, are_one_day
from teiconv.grammar.labels import styles
from teiconv.grammar.times import Clock, TimeMatch
from teiconv.layout.lines import Placed, running
from teiconv.metadata.participants import participants
from teiconv.model import Element, element
from teiconv.model.check import line
from teiconv.notes.anchors import anchor
from teiconv.options import Options
from teiconv.validation.kinds import hint


def test_a_time_that_is_none_says_nothing() -> None:
    assert TimeMatch(0, 1, None).attributes() == {}
    assert TimeMatch(0, 1, Clock(3, 0), None, is_range=True).attributes() == {}
    whole = TimeMatch(0, 1, Clock(3, 0), Clock(4, 0), is_range=True)
    assert whole.attributes() == {"from": "03:00:00", "to": "04:00:00"}


def test_a_day_with_a_time_that_has_no_end_stays_a_day() -> None:
    day = DateValue(when=CalendarDate(1971, 5, 5))
    assert day.during(TimeMatch(0, 1, Clock(3, 0), None, is_range=True)) == day
    assert day.during(TimeMatch(0, 1, None)) == day


def test_months_are_no_day_in_two_styles() -> None:
    assert not are_one_day(CalendarDate(1850, 5, None), CalendarDate(1850, 5, 17))
    assert not are_one_day(CalendarDate(1850, 2, 30), CalendarDate(1850, 3, 14))
    assert are_one_day(CalendarDate(1850, 5, 5), CalendarDate(1850, 5, 17))


def test_words_are_no_label() -> None:
    assert styles("horses") == frozenset()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (3, "“title” takes a string, not 3"),
        ("a" * 100_000, "“title” has more than"),
        ("a\x07b", "“title” holds the character U+0007; take it out"),
    ],
)
def test_what_is_no_line_is_no_option(value: object, message: str) -> None:
    line("title", None)
    line("title", "Letter")
    with pytest.raises(OptionsError) as refused:
        line("title", value)
    assert str(refused.value).startswith(message)


def test_decisions_are_given_as_a_tuple() -> None:
    with pytest.raises(OptionsError, match="“decisions” takes a tuple, “publication” a Publication"):
        Options(decisions=[])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[[text]]\nwords = "a"\nto = true', "“to” takes a text in quotation marks"),
        ('[[text]]\nwords = "a"\nto = ["b"]', "“to” takes a text in quotation marks"),
        ('[[text]]\nwords = "a"\nto = "b"\nnth = true', "“nth” takes a number"),
        ('[[text]]\nwords = "a"\nto = "b"\nwithdrawn = 1', "“withdrawn” takes true or false"),
        ('[[text]]\nwords = "a"\nto = "b"\ndocument = ""', "“document” is empty"),
        ('[[text]]\nwords = "a"\nto = "b"\nat = "soon"', "“at” takes a time as 2026-11-29T10:00:00Z, not “soon”"),
        ('[[text]]\nwords = "a"', "[[text]] decides nothing"),
        ('[[text]]\nto = "b"', "[[text]] needs “words”"),
    ],
)
def test_a_value_of_another_type_is_no_decision(table: str, told: str) -> None:
    with pytest.raises(TeiconvError) as refused:
        load_decisions([("d.toml", table.encode())])
    assert told in refused.value.message


def test_a_text_without_paragraphs_has_no_title() -> None:
    table = Placed("", element("table", element("row", element("cell", "a"))))
    assert find_title([]) == []
    assert find_title([table]) == [table]


def test_any_text_is_one_block_of_lines() -> None:
    assert xml(plainest_body("a\n\fb\r\nc\r")) == (
        '<div type="document"><ab xml:space="preserve">a<lb/><pb rend="form-feed"/>b<lb rend="CR LF"/>c<lb rend="CR"/>'
        "</ab></div>"
    )
    assert xml(plainest_body("")) == '<div type="document"/>'


def test_an_empty_line_of_a_block_is_a_break_alone() -> None:
    assert xml(running("p", ["", "a", ""])) == "<p><lb/>a<lb/></p>"


def test_an_id_of_another_kind_covers_no_years() -> None:
    assert years_of("horses") is None
    assert years_of("frus1969-76v12") == (1969, 1976)
    assert years_of("frus1947v01") == (1947, 1947)


def test_a_part_of_a_collection_has_lists() -> None:
    with pytest.raises(TypeError, match="of the wrong type"):
        part_of({"notes": "a", "pages": [], "references": [], "found": []})


def test_notes_without_a_text_stay_where_they_are() -> None:
    assert anchor(Element("div"), [element("note", "a", n="1")]) == Element("div")
    body = element("div", element("p", "a"))
    assert anchor(body, []) is body


def test_a_feature_that_has_no_words_is_shown_as_it_is() -> None:
    assert in_words("horses", ()) == "the feature “horses”"
    assert signs([("horses", 0.0)], ()) == ()
    assert [sign.words for sign in signs([("a", 1.0), ("b", -2.0)], ())] == ["the feature “b”", "the feature “a”"]


def test_a_link_is_explained_by_its_probability() -> None:
    assert _rule(1.0, is_expected=True).startswith("the first is meant with a probability of at least 0.")
    assert "medium certainty" in _rule(0.7, is_expected=True)
    assert _rule(0.0, is_expected=True).startswith("nobody reaches ")


def test_a_link_that_only_the_document_speaks_for_is_explained_so() -> None:
    assert _rule(1.0, is_expected=False) == f"{_rule(1.0, is_expected=True)}; {ALONE}"


def test_the_name_of_xinclude_in_a_text_includes_nothing() -> None:
    assert parse(b"<a>http://www.w3.org/2001/XInclude</a>").getroot().tag == "a"


def test_text_beside_a_list_names_no_participant() -> None:
    listed = element("list", element("item", "Mr. John Roe"), type="participants")
    body = element("div", "a", listed, element("list", element("item", "b")))
    assert [agent.name for agent in participants(body)] == ["John Roe"]


def test_rules_alone_do_not_tell_what_a_file_should_be(tmp_path: Path) -> None:
    assert hint(etree.fromstring("<TEI/>"), [tmp_path / "rules.sch"], tmp_path / "own.rng") is None


def test_a_command_that_there_is_not_is_told() -> None:
    done = CliRunner().invoke(main, ["horses"])
    assert done.exit_code == 2
    assert "No such command 'horses'" in done.stderr


def test_the_conventions_of_a_text_are_shown_with_their_passes(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("7. Letter From Roe to Doe\n\nLima, May 5, 1971.\n\nOil.\n")
    done = CliRunner().invoke(main, ["show", "--stage", "conventions", str(tmp_path / "memo.txt")])
    assert done.exit_code == 0
    assert "frus" in done.stdout
    assert "closers" in done.stdout
