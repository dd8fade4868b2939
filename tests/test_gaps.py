"""Notices of text that was not declassified: what is read from the wording, and that the wording comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv import to_tei, to_text, validate
from teiconv.conventions.frus.gaps import GAPS, is_withheld_document, with_withheld_document, withheld
from teiconv.conventions.frus.pages import PAGE_BREAKS
from teiconv.formats.frus.italics import italic_notice, with_gaps
from teiconv.grammar.quantities import decimal, measured, singular
from teiconv.layout.notation import read, write
from teiconv.model import Element, element

NOTATIONS = (*GAPS, *PAGE_BREAKS)
TEXTS = Path(__file__).parents[1].parent / "shared" / "corpus" / "text"

CASES = """
no size               | text not declassified                                       |
nothing but the fact  | not declassified                                            |
capital letter        | Text not declassified                                       |
a name                | name not declassified                                       | unit=name
names, not counted    | initials not declassified                                   | unit=initial
names, counted        | 2 names not declassified                                    | unit=name quantity=2
a compound noun       | handling restriction not declassified                       | unit=restriction extent=handling
compounds, counted    | 2 document numbers not declassified                         | unit=document quantity=2 extent=numbers
the first measures    | 3 place names not declassified                              | unit=place quantity=3 extent=names
a compound, counted   | 1 dollar amount not declassified                            | unit=amount quantity=1 extent=dollar
a compound of names   | agency name not declassified                                | unit=name extent=agency
what is named         | name of intelligence service not declassified               | unit=name extent=of_intelligence_service
a part of the series  | paragraph 3 (4 lines) not declassified                      | extent=paragraph_3_(4_lines)
what is left          | remainder of memorandum (3 pages) not declassified          | extent=remainder_of_memorandum_(3_pages)
columns and lines     | 1 column and 3 lines not declassified                       | extent=1_column_and_3_lines
lines of a table      | 4 lines of table not declassified                           | unit=line quantity=4 extent=of_table
between dashes        | 1 paragraph—4 lines—not declassified                        | unit=paragraph quantity=1 extent=4_lines
on the original       | less than 1 line on original not declassified               | unit=line atMost=1 extent=on_original
less than a fraction  | less than 1/2 line not declassified                         | unit=line atMost=0.5
an entry              | 1 entry (2 lines) not declassified                          | unit=entry quantity=1 extent=(2_lines)
a line                | 1 line not declassified                                     | unit=line quantity=1
less than a line      | less than 1 line not declassified                           | unit=line atMost=1
less, in words        | less than a line not declassified                           | unit=line atMost=1
number in words       | Two pages not declassified                                  | unit=page quantity=2
more than a line      | more than 1 line not declassified                           | unit=line atLeast=1
about two pages       | approximately 2 pages not declassified                      | unit=page quantity=2 precision=low
a range               | 2 to 3 lines not declassified                               | unit=line atLeast=2 atMost=3
half a page           | half a page not declassified                                | unit=page quantity=0.5
thousands             | 1,200 words not declassified                                | unit=word quantity=1200
vulgar fraction       | 2½ pages not declassified                                   | unit=page quantity=2.5
fraction with hyphen  | 2-1/2 pages not declassified                                | unit=page quantity=2.5
fraction with dash    | 2–1/2 pages not declassified                                | unit=page quantity=2.5
fraction with blank   | 12 1/2 pages not declassified                               | unit=page quantity=12.5
fraction, glued       | 21/2 lines not declassified                                 | unit=line quantity=2.5
of source text        | 3 lines of source text not declassified                     | unit=line quantity=3 extent=of_source_text
of columns            | 3 lines of 2-column source text not declassified            | unit=line quantity=3 extent=of_2-column_source_text
measure in measure    | 1 paragraph (7 lines) not declassified                      | unit=paragraph quantity=1 extent=(7_lines)
two measures          | 2 pages and 1 heading not declassified                      | extent=2_pages_and_1_heading
half, with an article | a half line not declassified                                | unit=line quantity=0.5
three quarters        | three-quarters of a page not declassified                   | unit=page quantity=0.75
one and a half        | one and a half pages not declassified                       | unit=page quantity=1.5
no more than          | no more than 2 lines not declassified                       | unit=line atMost=2
not less than         | not less than 2 lines not declassified                      | unit=line atLeast=2
names and a line      | 2 names and 1 line not declassified                         | extent=2_names_and_1_line
a line and footnote   | 4 lines and a footnote not declassified                     | unit=line quantity=4 extent=and_a_footnote
a name and more       | name and less than 1 line not declassified                  | unit=name extent=and_less_than_1_line
said twice            | name not declassified: 1½ lines not declassified            | unit=name extent=1½_lines
a line of text        | 1 line source text not declassified                         | unit=line quantity=1 extent=source_text
an adjective          | 5-line message not declassified                             | extent=5-line_message
with a reason         | 4 pages not declassified in time for publication.           | unit=page quantity=4
not yet               | 1 page not yet declassified                                 | unit=page quantity=1
a whole document      | Source: A Library, Box 3. Secret. 3 pages not declassified. | extent=3_pages
misprint: letter lost | 2 lines not declassfied                                     | unit=line quantity=2
misprint: exchanged   | 2 lines not delcassified                                    | unit=line quantity=2
misprint: hyphen      | text not de-classified                                      |
misprint: blank lost  | 1line notdeclassified                                       | unit=line quantity=1
misprint: blank       | 2 line s not declassified                                   | unit=line quantity=2
misprint: that        | less that 1 line not declassified                           | unit=line atMost=1
misprint: I for 1     | less than I line not declassified                           | unit=line atMost=1
misprint: word lost   | text declassified                                           |
misprint: parenthesis | (telegram indicator not declassified                        | unit=indicator extent=telegram
"""  # noqa: E501


def _cases() -> Iterator[object]:
    for line in CASES.strip().splitlines():
        title, wording, attributes = (part.strip() for part in line.split("|"))
        pairs = [pair.split("=") for pair in attributes.split()]
        yield pytest.param(wording, {key: value.replace("_", " ") for key, value in pairs}, id=title)


@pytest.mark.parametrize(("wording", "attributes"), list(_cases()))
def test_notice(wording: str, attributes: dict[str, str]) -> None:
    expected = element("gap", element("desc", wording), reason="not-declassified", **attributes)
    assert read(f"so [{wording}].", GAPS) == ("so ", expected, ".")
    assert write(expected, GAPS) == f"[{wording}]"


@pytest.mark.parametrize(
    "text",
    [
        "The name of the drafting officer is not declassified.",
        "[Omitted here is material that was declassified.]",
        "[declassified]",
        "It could not decline (if it were third).",
        "[text not printed]",
    ],
)
def test_what_is_no_notice_stays_text(text: str) -> None:
    assert read(text, GAPS) == (text,)


@pytest.mark.parametrize(
    ("before", "wording", "after"),
    [
        pytest.param("met ", "less than 1 line not declassified", "]. They", id="bracket not opened"),
        pytest.param("[", "text not declassified", ". They", id="bracket not closed"),
        pytest.param("[", "1 paragraph (7 lines) not declassified", ") They", id="closed by a parenthesis"),
        pytest.param("(", "name not declassified", ") said", id="parentheses"),
        pytest.param("Secret. ", "Two pages not declassified", ".]", id="end of a longer remark"),
    ],
)
def test_bracket_that_is_missing_stays_missing(before: str, wording: str, after: str) -> None:
    first, gap, last = read(before + wording + after, GAPS)
    assert (first, last) == (before, after)
    assert isinstance(gap, Element)
    assert gap.get("rend") == "unbracketed"
    assert write(gap, GAPS) == wording


def test_notice_in_a_remark_that_has_brackets_itself() -> None:
    text = "[Source: A Box; [name not declassified]. One page not declassified.]"
    source, name, stop, page, end = read(text, GAPS)
    assert (source, stop, end) == ("[Source: A Box; ", ". ", ".]")
    assert [gap.get("unit") for gap in (name, page) if isinstance(gap, Element)] == ["name", "page"]


def test_page_break_in_a_notice() -> None:
    pb = element("pb", n="9", xml_id="pg_9")
    (gap,) = read("[1 line [Page 9] of source text not declassified]", NOTATIONS)
    assert isinstance(gap, Element)
    assert gap.content == (element("desc", element("hi", "1 line ", pb, " of source text not declassified")),)
    assert (gap.get("unit"), gap.get("quantity"), gap.get("extent")) == ("line", "1", "of source text")
    assert write(gap, NOTATIONS) == "[1 line [Page 9] of source text not declassified]"


def test_changed_wording_shows() -> None:
    gap = element("gap", element("desc", "3 lines ", element("hi", "still"), " not declassified"), unit="line")
    assert write(gap, GAPS) == "[3 lines still not declassified]"


def test_gap_of_others_without_wording_shows_nothing() -> None:
    assert write(element("gap", unit="pages", quantity="1"), GAPS) == ""


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("2", "2"),
        ("½", "0.5"),
        ("1/3", "0.333"),
        ("10/2", "5"),
        ("15/2", "7.5"),
        ("13/4", "1.75"),
        ("1/0", None),
        ("x", None),
    ],
)
def test_decimal(numeral: str, value: str | None) -> None:
    assert decimal(numeral) == value


@pytest.mark.parametrize(
    ("plural", "noun"), [("lines", "line"), ("Entries", "entry"), ("boxes", "box"), ("address", "address")]
)
def test_singular(plural: str, noun: str) -> None:
    assert singular(plural) == noun


@given(st.integers(0, 999), st.sampled_from(["", "½", "¼", "¾", "-1/2", "–3/4", " 1/2"]))
def test_every_mixed_number_is_a_decimal(whole: int, fraction: str) -> None:
    parts = {"": 0, "½": 0.5, "¼": 0.25, "¾": 0.75, "-1/2": 0.5, "–3/4": 0.75, " 1/2": 0.5}
    found = withheld(f"{whole}{fraction} lines not declassified")
    assert found is not None
    assert float(found["quantity"] or -1) == whole + parts[fraction]


@pytest.mark.corpus
@pytest.mark.skipif(not TEXTS.is_dir(), reason="the reference corpus is not there")
def test_every_notice_of_the_reference_corpus_is_read() -> None:
    notice = re.compile(r"\[[^][]*\bnot\s+declassified[^][]*\]")
    wordings = {match for path in TEXTS.glob("*/*.txt") for match in notice.findall(path.read_text("utf-8"))}
    assert len(wordings) > 100
    documents = {wording for wording in wordings if is_withheld_document(wording)}
    unread = [wording for wording in wordings - documents if not isinstance(read(wording, NOTATIONS)[0], Element)]
    assert unread == []
    assert all(with_withheld_document(element("p", wording)).content[0] != wording for wording in documents)


SOURCE = "[Source: Ford Library, Nixon Papers, Box 1. Secret. Excerpt—2 pages not declassified. Nixon wrote: “No.”]"


def test_source_of_a_withheld_document_stays_text_until_its_names_are_marked() -> None:
    assert read(SOURCE, NOTATIONS) == (SOURCE,)
    block = element("p", "[Source: ", element("persName", "Nixon"), " Papers. 2 pages not declassified.]")
    (gap,) = with_withheld_document(block).content
    assert isinstance(gap, Element)
    assert (gap.get("reason"), gap.get("extent")) == ("not-declassified", "2 pages")
    (desc,) = gap.content
    assert isinstance(desc, Element)
    assert desc.content == ("Source: ", element("persName", "Nixon"), " Papers. 2 pages not declassified.")
    assert write(gap, GAPS) == "[Source: Nixon Papers. 2 pages not declassified.]"


def test_persons_in_the_source_of_a_withheld_document_are_linked() -> None:
    text = f"7. Memorandum From Henry Roe to President Nixon\n\nLima, May 3, 1970.\n\n{SOURCE}\n"
    tei = to_tei(text).decode()
    said = tei.partition("<desc>")[2].partition("</desc>")[0]
    assert re.findall(r"<persName ref=\"#\w+\">Nixon</persName>", said)
    assert said.endswith("“No.”")
    assert "<repository>Ford Library</repository>" in tei
    assert to_text(tei) == text
    assert not [problem for problem in validate(tei) if problem.severity == "error"]


def test_note_that_stands_for_a_withheld_document_is_its_source_note() -> None:
    text = f"7. Memorandum From Henry Roe to President Nixon1\n\nLima, May 3, 1970.\n  1. {SOURCE}\n"
    tei = to_tei(text).decode()
    assert re.search(r'<note n="1" type="source" xml:id="d7fn1" place="foot"><gap [^>]*extent="2 pages"', tei)
    assert "<repository>Ford Library</repository>" in tei
    assert to_text(tei) == text


def test_source_of_a_withheld_document_is_plain_text_in_the_profile_of_the_series() -> None:
    gap = with_withheld_document(element("p", SOURCE)).content[0]
    assert isinstance(gap, Element)
    assert italic_notice(gap) == (SOURCE,)


def test_a_source_note_without_a_notice_is_no_gap() -> None:
    block = element("p", "[Source: Ford Library, Box 1. Secret.]")
    assert with_withheld_document(block) is block


def test_source_of_a_withheld_document_is_a_gap_again_when_the_profile_of_the_series_is_read() -> None:
    (gap,) = with_gaps((SOURCE,))
    assert isinstance(gap, Element)
    assert gap.name == "gap"


@pytest.mark.parametrize(
    "extent", ["(less than 16 lines)", "(at least 2 lines)", "(lines of source text)", "(12–16 lines)"]
)
def test_an_extent_without_one_number_measures_nothing(extent):
    assert measured("line", "paragraph", 4, extent) is None


PIECES = ["less than", "at least", "about", "2", "½", "lines", "pages", "(", ")", "of", "1–2", "two", "text"]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join), st.sampled_from(["line", "page"]))
def test_no_extent_is_too_odd_to_be_measured(extent, unit):
    assert measured(unit, "paragraph", 4, extent) is None or measured(unit, "paragraph", 4, extent) >= 0
