"""A rule with a limit holds at the limit, and not beyond it: how long a line, a title, a notice may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from trees import paragraph, xml

from teiconv.conventions.broken_notices import join_notices
from teiconv.errors import TeiError
from teiconv.grammar.notices import missing
from teiconv.layout.lines import Placed
from teiconv.layout.render import MOST_BLANKS, render
from teiconv.model import Element, element
from teiconv.structure.end_dates import mark_date_at_end, read_closing_dateline
from teiconv.structure.letters import entitles_letter, is_correspondence, names_paper
from teiconv.structure.sections import is_section_title, is_usual_title
from teiconv.structure.signature_lines import end_of_signature
from teiconv.structure.signatures import is_full_name, is_name, kind_below_name
from teiconv.structure.tails import SENT, find_tail


def long(begins: str, length: int, ends: str = "", fill: str = "a") -> str:
    return begins + fill * (length - len(begins) - len(ends)) + ends


def is_sent(address: str) -> bool:
    return find_tail([paragraph("Oil."), paragraph("John Roe"), paragraph(address)], "Mr. Doe")[-1:] == [SENT]


def joins(length: int) -> bool:
    notice = long("2 lines ", length - len(" not declassified"), fill="of ")[: length - 17]
    first, second = f"Oil [{notice}", "not declassified] fish"
    (placed,) = join_notices([Placed("", element("p", first, element("lb"), second))])
    return any(isinstance(node, Element) and node.name == "gap" for node in placed.block.content)


LIMITS: dict[str, tuple[Callable[[str], object], str, str]] = {
    "a title of a letter, in characters": (
        is_correspondence,
        long("Mr. Bell to Mr. D", 400),
        long("Mr. Bell to Mr. D", 401),
    ),
    "a title of a letter, in many words": (
        is_correspondence,
        "Mr. Bell to Mr." + " Doe" * 36,
        "Mr. Bell to Mr." + " Doe" * 37,
    ),
    "a title of a letter, in few words": (is_correspondence, "Bell to Mr. Doe", "Bell to Doe"),
    "a title of a section, in characters": (is_section_title, long("Oil and F", 110), long("Oil and F", 111)),
    "a title of a section, in words": (is_section_title, "Oil" + " Fish" * 13, "Oil" + " Fish" * 14),
    "a title in capitals with a colon, in words": (
        is_section_title,
        "OIL AND FISH AND NETS NOW:",
        "OIL AND FISH AND NETS NOW TOO:",
    ),
    "a name": (is_name, long("John R", 60), long("John R", 61)),
    "a full name": (lambda line: is_full_name(line, stop=False), long("John R", 60), long("John R", 61)),
    "what stands below a name": (kind_below_name, long("cc: M", 60), long("cc: M", 61)),
    "a line of a signature": (
        lambda line: end_of_signature(["John Roe", line]) == 2,
        long("Secretary of S", 60),
        long("Secretary of S", 61),
    ),
    "to whom a letter was sent": (is_sent, long("Mr. Doe, f", 160), long("Mr. Doe, f", 161)),
    "to whom a letter was sent, in words": (is_sent, "A Man of the House Doe", "A Man of the High House of Doe"),
    "the end of a treaty": (
        lambda line: read_closing_dateline((line,)),
        long("Done at Lima, the 5th of May 1971", 240, fill=" "),
        long("Done at Lima, the 5th of May 1971", 241, fill=" "),
    ),
    "what is missing": (
        missing,
        long("2 lines omitted under ", 100),
        long("2 lines omitted under ", 201),
    ),
}


@pytest.mark.parametrize("what", LIMITS)
def test_a_rule_holds_at_its_limit_and_not_beyond_it(what: str) -> None:
    rule, at, beyond = LIMITS[what]
    assert rule(at)
    assert not rule(beyond)


def test_a_notice_over_lines_has_no_more_than_200_characters() -> None:
    assert joins(60)
    assert not joins(203)


def test_a_notice_over_lines_has_no_more_than_14_pieces() -> None:
    def joined(breaks: int) -> str:
        lines = [node for _ in range(breaks) for node in (element("lb"), "source text ")]
        (placed,) = join_notices([Placed("", element("p", "[2 lines of ", *lines, "not declassified]"))])
        return xml(placed.block)

    assert joined(6).startswith("<p><gap")
    assert joined(7).startswith("<p>[2 lines")


def test_spaces_ask_for_no_more_blanks_than_a_file_may_have() -> None:
    def asking(*counts: int) -> Element:
        spaces = [element("space", unit="chars", quantity=str(count)) for count in counts]
        return element("div", element("p", "a", *spaces, "b"))

    assert len(render(asking(MOST_BLANKS - 1, 1))) == MOST_BLANKS + 2
    with pytest.raises(TeiError) as refused:
        render(asking(MOST_BLANKS, 1))
    assert str(refused.value) == (f"its space elements ask for more than {MOST_BLANKS} blanks; correct their quantity")


@pytest.mark.parametrize(
    ("title", "is_letter"),
    [
        ("Mr. Seward to Mr. Bigelow", True),
        ("No. 12.\nBaron Gerolt to Mr. Fish", True),
        ("No. 12a\nBaron Gerolt to Mr. Fish", True),
        ("mr. Seward to Mr. Bigelow", False),
        ("Mr. Seward to Mr. Bigelow:", False),
        ("Mr. Seward to Mr. Bigelow;", False),
        ("Mr. Seward to Mr. Bigelow,", False),
        ("Mr. Seward to Mr. Bigelow?", False),
        ("Mr. Seward to Mr. Bigelow!", False),
        ("Mr. Seward to Mr. Bigelow.12", True),
        ("Mr. Seward to Support for Mr. Bigelow", False),
        ("Mr. Seward walks to Mr. Bigelow", False),
        ("The Chargé (Roe) to the “Acting” Consul, ad interim", True),
        ("The Consul, ad interim, to Mr. Bigelow", True),
    ],
)
def test_a_letter_is_entitled_by_who_writes_to_whom(title: str, is_letter: bool) -> None:
    assert is_correspondence(title) is is_letter
    assert entitles_letter(title) is is_letter


def test_a_letter_without_a_title_is_untitled() -> None:
    assert entitles_letter("[Untitled]")
    assert not entitles_letter("[untitled]")


@pytest.mark.parametrize(
    "title", ["Decree.", "EXHIBIT E.", "[Extract from a report]", "An Executive Order", "“Treaty”"]
)
def test_a_paper_is_named_by_its_kind(title: str) -> None:
    assert names_paper(title)
    assert not names_paper(f"of {title}")


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Fish and Nets", True),
        ("III. Fish and Nets", True),
        ("2) Fish", True),
        ("Recommendation:", True),
        ("the problem", True),
        ("", False),
        ("Fish and nets", False),
        ("“Fish”", False),
        ("(Fish)", False),
        ("[Fish]", False),
        ("• Fish", False),
        ("— Fish", False),
        ("- Fish", False),
        ("* Fish", False),
        ("1971", False),
        ("Fish in 1971", False),
        ("Fish:", False),
        ("FISH:", True),
        ("1. Fish:", True),
        ("Fish.", False),
        ("Mr. Fish", False),
        ("Attachment Fish", False),
        ("12", False),
    ],
)
def test_a_section_is_entitled_by_words_with_capitals(line: str, is_title: bool) -> None:
    assert is_section_title(line) is is_title


def test_usual_titles_of_sections_may_have_a_colon() -> None:
    assert all(map(is_usual_title, ["Conclusions", "CURRENT STATUS:", "next steps", "Action Requested"]))
    assert not any(map(is_usual_title, ["Conclusions:: ", "Oil", "The Conclusions"]))


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["John Roe"], 1),
        (["Yours truly,", "John Roe", "Secretary of State"], 3),
        (["[SEAL]", "By the President:", "JOHN ROE", ".", "[L. S.]"], 5),
        (["John Roe,", "of the house"], 2),
        (["John Roe", "of the house"], 1),
        (["John Roe", "Mr. Bell to Mr. Doe"], 1),
        (["John Roe", "Lima, May 5, 1971"], 1),
        (["John Roe", "Decree"], 1),
        (["John Roe", "Jane Doe"], 2),
        (["[SEAL]"], 0),
        (["A."], 0),
        (["Decree"], 0),
        (["Hon. John Roe"], 0),
        ([], 0),
    ],
)
def test_a_signature_goes_on_with_offices_seals_and_names(lines: list[str], count: int) -> None:
    assert end_of_signature(lines) == count


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Done at the city of Lima this 5th day of May 1971, and of our independence the 90th.",
            'Done at the city of <placeName>Lima</placeName> <date when="1971-05-05">this 5th day of May 1971</date>, '
            "and of our independence the 90th.",
        ),
        ("Signed May 5, 1971", 'Signed <date when="1971-05-05">May 5, 1971</date>'),
        ("Done at Lima this 5th day of May 1971 by all of us", None),
        ("Done at Lima with care", None),
        ("Horses at Lima, May 5, 1971", None),
    ],
)
def test_the_last_line_of_a_treaty_ends_with_its_date(line: str, expected: str | None) -> None:
    found = read_closing_dateline((line,))
    assert (None if found is None else "".join(map(xml, found))) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Memorandum, Lima, May 5, 1971",
            'Memorandum, <placeName>Lima</placeName>, <date when="1971-05-05">May 5, 1971</date>',
        ),
        ("Memorandum, May 5, 1971", 'Memorandum, <date when="1971-05-05">May 5, 1971</date>'),
        ("Memorandum, Lima, May 1971", "Memorandum, Lima, May 1971"),
        ("Memorandum of May 5, 1971, on Fish", "Memorandum of May 5, 1971, on Fish"),
        (
            "Fish and Nets, May 5, 1971",
            'Fish and Nets, <date when="1971-05-05">May 5, 1971</date>',
        ),
    ],
)
def test_a_title_may_end_with_a_place_and_a_day(title: str, expected: str) -> None:
    assert "".join(map(xml, mark_date_at_end((title,)))) == expected
