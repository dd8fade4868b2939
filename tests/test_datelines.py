"""Datelines: which spans are marked up in one, and which lines of a document are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.layout.lines import Placed
from teiconv.model import Content, Element, Node, element, flatten
from teiconv.structure.datelines import read_dateline, time_and_place
from teiconv.structure.openers import find_openers

CORPUS = Path(__file__).parents[1].parent / "shared" / "corpus" / "official"

CASES = """
Washington, May 5, 1971.
{place Washington}, {date May 5, 1971}.

Washington, May 5, 1971, 4:05 p.m.
{place Washington}, {date May 5, 1971, 4:05 p.m.}

Geneva, November 3, 1970, 1110Z.
{place Geneva}, {date November 3, 1970, 1110Z}.

Moscow, undated.
{place Moscow}, {date undated}.

November 3, 1970, 1110Z
{date November 3, 1970, 1110Z}

[ Paris ,] December 12, 1948—1 p. m.
[ {place Paris} ,] {date December 12, 1948—1 p. m.}

[Tehran, January 30, 1948.]
[{place Tehran}, {date January 30, 1948}.]

Cairo , March 29, 1948—noon.
{place Cairo} , {date March 29, 1948—noon}.

Geneva , September 7, 1955.
{place Geneva} , {date September 7, 1955.}

Beijing, February 25, 1972, 3:35-4 p.m.
{place Beijing}, {date February 25, 1972}, {time 3:35-4 p.m.}

Beijing, May 5, 1972, 4:30-4:40 p.m. and 4:40-7 p.m.
{place Beijing}, {date May 5, 1972}, {time 4:30-4:40 p.m.} and {time 4:40-7 p.m.}

Washington, October 31, 1978, 10:45–11:20 a.m.
{place Washington}, {date October 31, 1978, 10:45–11:20 a.m.}

Hangzhou, February 26-27, 1972, 10:20 p.m.-1:40 a.m.
{place Hangzhou}, {date February 26-27, 1972, 10:20 p.m.-1:40 a.m.}

Washington, January 27–29, 1969
{place Washington}, {date January 27–29, 1969}

December 22, 1972, New York, 3:45-4:15 p.m.
{date December 22, 1972}, {place New York}, {time 3:45-4:15 p.m.}

[place not declassified], March 2, 1954.
{place [place not declassified]}, {date March 2, 1954}.

Camp David, Maryland, December 8, 1955
{place Camp David, Maryland}, {date December 8, 1955}

U.S. Mission, Washington, D.C., 5 August 1969
{place U.S. Mission, Washington, D.C.}, {date 5 August 1969}

No. 252 Taipei , October 21, 1951.
No. 252 {place Taipei} , {date October 21, 1951}.

London, May 5, 1942—2 p. m. [Received May 6—3 a. m.]
{place London}, {date May 5, 1942—2 p. m.} [Received May 6—3 a. m.]

Washington, February 30, 1970.
{place Washington}, {date February 30, 1970}.

Vienna, September 12, 1956—midnight.
{place Vienna}, {date September 12, 1956—midnight}.

Consulate of the United States, Tamsui, March 4, 1863.
{place Consulate of the United States, Tamsui,} {date March 4, 1863.}

American Legation, Berne, March 4, 1915.
American Legation, {place Berne}, {date March 4, 1915.}

Legation of the United States, Lima, June —, 1881. (Received July 2.)
{place Legation of the United States, Lima}, {date June —, 1881}. (Received July 2.)

Berne, le 7 août 1921.
{place Berne}, {date le 7 août 1921}.

Canton, Tao Kuang, 3d year, 6th moon, 9th day (July 15, 1903).
{place Canton}, Tao Kuang, 3d year, 6th moon, 9th day ({date July 15, 1903}).

Tao Kuang, 3d year, 6th moon, 9th day (July 15, 1903).
Tao Kuang, 3d year, 6th moon, 9th day ({date July 15, 1903}).

Canton, 6th moon, 9th day (July 15, 1903).
{place Canton}, 6th moon, 9th day ({date July 15, 1903}).

Los Angeles, Cal., October 4, 1886.
{place Los Angeles, Cal.}, {date October 4, 1886}.

Strelsau, XII-14-1922. [Received January 3, 1923, 8.15 p.m.]
{place Strelsau}, {date XII-14-1922}. [Received January 3, 1923, 8.15 p.m.]

(Telegraphic.)          Foreign Office, July 25, 1914.
(Telegraphic.)          {place Foreign Office}, {date July 25, 1914.}

Informal.] May 4, 1883.
Informal.] {date May 4, 1883}.

Hentzau, Kwang-hsü 9th year, 4th moon, 2d day (May 8, 1883). (Received June 30.)
{place Hentzau}, Kwang-hsü 9th year, 4th moon, 2d day ({date May 8, 1883}). (Received June 30.)

Sublime Porte, 12 Zilkadé 1301 (le 2 Septembre 1884).
{place Sublime Porte}, 12 Zilkadé 1301 ({date le 2 Septembre 1884}).
"""

NOT_DATELINES = [
    "Washington",
    "He left for Paris on May 5, 1971",
    "DATE: May 5, 1971",
    "Memorandum of May 5, 1971",
    "NIE 11-4-60",
    "MAIN TRENDS IN SOVIET CAPABILITIES, 1960–1965",
    "Washington, May 5, 1971, and so to bed",
    "San Orvado, December 14. [Received January 3, 1923, 8.15 p.m.]",
    "Minutes of the Third Meeting of the Council, March 4, 1919",
    "Notes on a Conversation Between M. Poe and Sir Hugh Roe, Paris, May 2nd, 1912.",
]

SHORT = {"place": "placeName", "date": "date", "time": "time"}


def marked(content: tuple[str | Element, ...]) -> tuple[str | Element, ...] | None:
    """Return what a line is as a dateline, with its parts marked."""
    dateline = read_dateline(content)
    return dateline.content if dateline else None


def written(content: Content) -> str:
    """Write the elements of a dateline as ``{place Washington}``."""
    long = {name: short for short, name in SHORT.items()}
    return "".join(n if isinstance(n, str) else f"{{{long[n.name]} {flatten(n.content)}}}" for n in content)


def cases() -> list[object]:
    pairs = (case.splitlines() for case in CASES.strip().split("\n\n"))
    return [pytest.param(text, expected, id=text) for text, expected in pairs]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_a_dateline_is_marked_up(text: str, expected: str) -> None:
    content = marked((text,))
    assert content is not None
    assert written(content) == expected


@pytest.mark.parametrize("text", NOT_DATELINES)
def test_this_is_no_dateline(text: str) -> None:
    assert marked((text,)) is None


def test_an_undated_dateline_has_no_value() -> None:
    content = marked(("Moscow, undated.",))
    assert content is not None
    assert [node.attributes for node in content if isinstance(node, Element)] == [(), ()]


def test_a_note_stays_at_its_place_in_the_dateline() -> None:
    note = element("note", "So dated in the text.", n="2")
    content = marked(("Washington, May 5, 1971", note, "."))
    date = element("date", "May 5, 1971", when="1971-05-05")
    assert content == (element("placeName", "Washington"), ", ", date, note, ".")


def test_a_gap_may_be_the_name_of_the_place() -> None:
    gap = element("gap", element("desc", "place not declassified"), reason="not-declassified")
    content = marked((gap, ", March 2, 1954."))
    assert content is not None
    assert content[0] == element("placeName", gap)
    assert time_and_place((gap, ", March 2, 1954."))[1] is None


def test_the_header_learns_when_and_where() -> None:
    dateline = ("[ Washington ,] October 31, 1968, 10:45–11:20 a.m.",)
    value, place = time_and_place(dateline)
    assert value is not None
    assert value.attributes() == {"from": "1968-10-31T10:45:00", "to": "1968-10-31T11:20:00"}
    assert place == "Washington"


def test_a_title_may_end_with_the_date() -> None:
    title = (
        "14. Memorandum of a Conversation, Department of State, August 9, 1955",
        element("note", n="1"),
    )
    value, _ = time_and_place(title)
    assert value is not None
    assert value.attributes() == {"when": "1955-08-09"}
    assert time_and_place(("15. Editorial Note",)) == (None, None)


LB = Element("lb")


def document(*blocks: tuple[str, str, Content]) -> list[Placed]:
    return [Placed(before, Element(name, content)) for before, name, content in blocks]


def names(blocks: list[Placed]) -> list[str]:
    return [placed.block.name for placed in blocks]


def lines(block: Element) -> list[tuple[str, str]]:
    return [(child.name, flatten(child.content)) for child in block.content if isinstance(child, Element)]


TITLE = ("", "head", ("1. Telegram From the Embassy in Peru",))
TEXT = ("\n\n", "p", ("On January 17 our Ambassador met with the President.",))


def test_a_dateline_stands_below_the_title() -> None:
    found = find_openers(document(TITLE, ("\n\n", "p", ("Lima, May 5, 1971, 1110Z",)), TEXT))
    assert names(found) == ["head", "dateline", "p"]


def test_a_dateline_may_stand_below_the_first_page_break() -> None:
    found = find_openers(document(TITLE, ("\n\n", "pb", ()), ("\n", "p", ("Lima, undated",)), TEXT))
    assert names(found) == ["head", "pb", "dateline", "p"]


def test_a_date_that_the_document_types_itself_is_a_paragraph() -> None:
    typed = ("\n\n", "p", ("4 October 1971",))
    found = find_openers(document(TITLE, ("\n\n", "p", ("Paris, October 2, 1971",)), typed, TEXT))
    assert names(found) == ["head", "dateline", "p", "p"]


def test_classifications_follow_the_dateline() -> None:
    block = ("\n\n", "p", ("Cairo , May 5, 1948—5 p. m.", LB, "secret us urgent", LB, "niact"))
    _, opener, _ = find_openers(document(TITLE, block, TEXT))
    assert opener.block.name == "opener"
    assert lines(opener.block) == [
        ("dateline", "Cairo , May 5, 1948—5 p. m."),
        ("seg", "secret us urgent"),
        ("lb", ""),
        ("seg", "niact"),
    ]


def test_what_does_not_belong_to_the_opener_is_left_as_it_is() -> None:
    block = ("\n\n", "p", ("Cairo , May 5, 1948.", LB, "secret", LB, "Participants:", LB, "Mr. Maclean"))
    _, opener, rest, _ = find_openers(document(TITLE, block, TEXT))
    assert lines(opener.block) == [("dateline", "Cairo , May 5, 1948."), ("seg", "secret")]
    assert rest == Placed("\n", Element("p", ("Participants:", LB, "Mr. Maclean")))


def test_a_salutation_follows_the_dateline() -> None:
    _, opener, _ = find_openers(document(TITLE, ("\n\n", "p", ("Lima, May 5, 1978", LB, "Dear Mr. President:")), TEXT))
    assert lines(opener.block) == [("dateline", "Lima, May 5, 1978"), ("salute", "Dear Mr. President:")]


def test_a_salutation_with_a_margin_is_a_paragraph() -> None:
    salutation = ("\n\n", "p", ("Dear Mr. President:",))
    found = find_openers(document(TITLE, ("\n\n", "p", ("Lima, May 5, 1978",)), salutation, TEXT))
    assert names(found) == ["head", "dateline", "p", "p"]


def test_an_extract_says_so_above_the_dateline() -> None:
    block = ("\n\n", "p", ("[Extracts]", LB, "Delhi , July 27, 1948—1 p. m.", LB, "secret"))
    _, opener, _ = find_openers(document(TITLE, block, TEXT))
    assert [name for name, _ in lines(opener.block)] == ["seg", "dateline", "seg"]


def test_the_day_of_receipt_belongs_to_the_dateline() -> None:
    block = ("\n\n", "p", ("Delhi , May 18, 1948.", LB, "[Received May 27.]"))
    _, dateline, _ = find_openers(document(TITLE, block, TEXT))
    assert dateline.block.name == "dateline"
    assert dateline.block.content[-2:] == (LB, "[Received May 27.]")


def test_a_classification_alone_opens_a_note() -> None:
    _, opener, _ = find_openers(document(TITLE, ("\n\n", "p", ("top secret",)), TEXT))
    assert lines(opener.block) == [("seg", "top secret")]


def test_a_place_alone_is_a_dateline_if_it_has_no_margin() -> None:
    place = ("\n\n", "p", ("Washington",))
    assert names(find_openers(document(TITLE, place, ("\n", "pb", ()), TEXT)))[1] == "dateline"
    assert names(find_openers(document(TITLE, place, TEXT)))[1] == "p"


def test_a_later_section_opens_with_a_dateline_only_if_it_has_no_margin() -> None:
    section = ("\n\n", "head", ("Attachment",))
    with_margin = document(TITLE, TEXT, section, ("\n\n", "p", ("Lima, May 5, 1971",)), TEXT)
    without = document(TITLE, TEXT, section, ("\n", "p", ("Lima, May 5, 1971",)), TEXT)
    assert names(find_openers(with_margin))[3] == "p"
    assert names(find_openers(without))[3] == "dateline"


def test_white_space_to_keep_is_kept_on_every_line() -> None:
    block = Element("p", ("Lima,  May 5, 1971", LB, "secret"), (("xml:space", "preserve"),))
    (opener,) = find_openers([Placed("", block)])
    assert all(child.get("xml:space") == "preserve" for child in opener.block.content if isinstance(child, Element))


nodes = st.one_of(
    st.sampled_from(["Lima, ", "May 5, ", "1971", ", 4:05 p.m.", "[", "]", " and ", "undated", "3–4 p.m.", "."]),
    st.builds(lambda name: Element(name, ("x",)), st.sampled_from(["note", "lb", "pb", "gap"])),
)


@given(st.lists(nodes, max_size=9))
def test_markup_changes_no_character(content: list[Node]) -> None:
    found = read_dateline(tuple(content))
    if found is not None:
        assert flatten(found.content) == flatten(content)


@pytest.mark.parametrize("text", ["May 5, " * 30, "[" * 240, "1971 " * 48, "Received " * 26, "a, " * 80, "1:30-" * 48])
def test_hostile_lines_take_no_time(text: str) -> None:
    assert marked((text[:240],)) is None


TEI = "{http://www.tei-c.org/ns/1.0}"
BLANK = re.compile(r"[\s\[\]]+")


def official_datelines() -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """Yield the text of each official dateline and its (name, text) of places, dates and times."""
    from lxml import etree

    for path in sorted(CORPUS.glob("*.xml")):
        for _, dateline in etree.iterparse(path, tag=f"{TEI}dateline", huge_tree=True):
            text = " ".join("".join(dateline.itertext()).split())
            marked = dateline.iter(f"{TEI}placeName", f"{TEI}date", f"{TEI}time")
            yield text, {(e.tag.removeprefix(TEI), BLANK.sub("", "".join(e.itertext()))) for e in marked}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="the reference corpus is not at hand")
def test_official_datelines_are_read_as_their_editors_did() -> None:
    same: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for text, official in official_datelines():
        content = marked((text,)) or ()
        ours = {(n.name, BLANK.sub("", flatten(n.content))) for n in content if isinstance(n, Element)}
        all_.update(name for name, _ in official)
        same.update(name for name, _ in official & ours)
    assert all_["date"] > 2700
    assert {name: same[name] / all_[name] > least for name, least in LEAST.items()} == dict.fromkeys(LEAST, True)


LEAST = {"placeName": 0.99, "date": 0.97, "time": 0.97}
