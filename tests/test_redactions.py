"""What was blacked out, deleted, cannot be read or was left blank: one ``gap`` each, with what is said of it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

import teiconv
from teiconv.conventions.frus.series import NOTATIONS as OF_THE_SERIES
from teiconv.conventions.generic.notations import NOTATIONS
from teiconv.conventions.generic.redactions import _BLANK
from teiconv.layout.notation import read, write
from teiconv.model import Element, descendants, plain

CASES = """
blocks                  | met ████ there                      | reason=redacted
blocks, with blanks     | met ███ ██ there                    | reason=redacted
black squares           | met ■■■■ there                      | reason=redacted
brackets around nothing | met [      ] there                  | reason=redacted
nothing but a code      | met [   (b)(6)   ] there            | reason=redacted ana=(b)(6)
two codes in a sentence | so we told (b)(1) (b)(3) of it      | reason=redacted ana=(b)(1)_(b)(3)
a code behind a column  | It was closed.   (b)(1)             | reason=redacted ana=(b)(1)
an enclosure            | [Tab A withheld in full]            | reason=redacted unit=tab quantity=1 extent=Tab_A
pages exempt            | [Pages 4-6 exempt]                  | reason=redacted unit=page quantity=3 extent=Pages_4-6
lines lost              | [two lines missing]                 | reason=missing unit=line quantity=2
some words lost         | [several words missing]             | reason=missing unit=word extent=several
dashes for a name       | Mr. ———— came                       | reason=blank
dashes for a day        | On the —— day of May                | reason=blank
blocks and the reason   | met ███ (b)(3) there                | reason=redacted ana=(b)(3)
capitals                | a ship of [REDACTED] sank           | reason=redacted
with its exemption      | so [Redacted - FOIA (b)(6)] left    | reason=redacted ana=(b)(6)
two exemptions          | so [excised: (b)(1), (b)(3)] left   | reason=redacted ana=(b)(1)_(b)(3)
lines                   | so [7 lines excised] left           | reason=redacted unit=line quantity=7
lines in parentheses    | so (7 lines deleted) left           | reason=redacted unit=line quantity=7
half a page             | so [half a page blacked out] left   | reason=redacted unit=page quantity=0.5
words                   | so [nine words omitted] left        | reason=omitted unit=word quantity=9
matter                  | so [matter omitted] left            | reason=omitted
text, under a law       | so [text withheld under the Act]    | reason=redacted
a page of several       | [Page 2 of 6 withheld in full]      | reason=redacted unit=page quantity=1 extent=Page_2_of_6
several pages           | [pages 4-6 denied in full]          | reason=redacted unit=page quantity=3 extent=pages_4-6
about so many           | [approximately 2 pages removed]     | reason=redacted unit=page quantity=2 precision=low
one name in parentheses | so (name deleted) left              | reason=redacted unit=name quantity=1
one name                | so [name deleted] left              | reason=redacted unit=name quantity=1
names                   | so [names deleted] left             | reason=redacted unit=name
illegible               | so [illegible] left                 | reason=illegible
words illegible         | so [three words illegible] left     | reason=illegible unit=word quantity=3
one word illegible      | so [word illegible] left            | reason=illegible unit=word quantity=1
blank                   | paid [blank in original] dollars    | reason=blank
underscores             | paid ______ dollars                 | reason=blank
a code in a sentence    | so we told (b)(6) of it             | reason=redacted ana=(b)(6)
a code alone            | 25X1                                | reason=redacted ana=25X1
page of lines | [One page (5 lines) exempt (b)(1)] | reason=redacted unit=page quantity=1 extent=(5_lines) ana=(b)(1)
more than twenty        | so [twenty-five lines excised] left | reason=redacted unit=line quantity=25
a stamp of the Bureau   | said [b7C] of the office            | reason=redacted ana=b7C
a stamp in wide brackets | said [ b(1) ] of it                | reason=redacted ana=b(1)
several, after a colon  | the King [redacted: 50X1 and 50X6] | reason=redacted ana=50X1_50X6
begins a sentence       | The nets are dry. (b)(1) (C) told us | reason=redacted ana=(b)(1)(C)
under a law and an order | (S/NF) (b)(1) sec 3.3(b)(1) SAID SO | reason=redacted ana=(b)(1)sec3.3(b)(1)
blank in braces         | so {BLANK} left                     | reason=blank
"""


def _cases() -> Iterator[object]:
    for line in CASES.strip().splitlines():
        title, text, attributes = (part.strip() for part in line.split("|"))
        pairs = [pair.split("=", 1) for pair in attributes.split()]
        yield pytest.param(text, {key: value.replace("_", " ") for key, value in pairs}, id=title)


@pytest.mark.parametrize(("text", "attributes"), list(_cases()))
def test_what_is_missing(text: str, attributes: dict[str, str]) -> None:
    content = read(text, NOTATIONS)
    (gap,) = (node for node in content if isinstance(node, Element))
    assert {key: value for key, value in gap.attributes if key != "rend"} == attributes
    assert "".join(node if isinstance(node, str) else write(node, NOTATIONS) or "" for node in content) == text


@pytest.mark.parametrize(
    "text",
    [
        "(deleted)",
        "(whose visa is being withheld)",
        "[The next page was removed by the clerk.]",
        "[Omitted here is a list.]",
        "under section 552(b)(1) and (b)(3) of the Act",
        "see subsection (b)(1) of it",
        "(b)(1) The board shall meet",
        "The order is clear. (b)(1) of it protects the board.",
        "a point [b] of it",
        "______________",
    ],
)
def test_what_is_not_missing(text: str) -> None:
    assert read(text, NOTATIONS) == (text,)


@pytest.mark.parametrize("text", ["so [name deleted] left", "so [illegible] left", "told (b)(6) of it"])
def test_remark_of_the_series_without_a_measure_is_no_gap(text: str) -> None:
    assert read(text, OF_THE_SERIES) == (text,)


def gaps(text: str) -> list[Element]:
    body = teiconv.read_text(text).body
    assert teiconv.to_text(teiconv.to_tei(text)) == text
    assert [problem for problem in teiconv.validate(teiconv.to_tei(text)) if problem.severity == "error"] == []
    return [node for node in descendants(body) if node.name == "gap"]


@pytest.mark.parametrize(
    "text",
    [
        "Paper\n\nThe boats were there and [2 lines\nnot declassified] they left.",
        "Paper\n\n   The boats were there and [2 lines   \n   not declassified] they left.",
        "Paper\n\nThe boats were there and [2 lines\n                    - 2 -\nnot declassified] they left.",
        "4. Paper\n\nThe boats were there and [2 lines\nnot declassified] they left.",
    ],
    ids=["line", "indented", "page", "of the series"],
)
def test_notice_broken_over_a_line_or_a_page_is_one(text: str) -> None:
    (gap,) = gaps(text)
    assert (gap.get("unit"), gap.get("quantity")) == ("line", "2")


def test_exemption_on_a_line_of_its_own_is_that_of_its_paragraph() -> None:
    text = "MEMORANDUM FOR THE FILES\n\nOur friend ████ met [REDACTED] on Monday.\n(b)(1)\n\nHe met [2 lines excised]."
    assert [gap.get("ana") for gap in gaps(text)] == ["(b)(1)", "(b)(1)", None]
    code = next(node for node in descendants(teiconv.read_text(text).body) if node.name == "metamark")
    assert (plain(code.content), code.get("function")) == ("(b)(1)", "exemption")


STAMP = "UNCLASSIFIED U.S. Department of State Case No. F-2013-5 Doc No. C0551 Date: 03/04/2015"


@pytest.mark.parametrize(
    ("release", "between", "exemptions"),
    [
        ("RELEASE IN PART B5", "\n" * 7, ["B5"]),
        ("RELEASE IN PART B5, B6", "\n" * 7, ["B5 B6"]),
        ("RELEASE IN PART B5", "\n\n", []),
        ("RELEASE IN FULL", "\n" * 7, []),
    ],
)
def test_part_of_a_page_that_was_cut_out(release: str, between: str, exemptions: list[str]) -> None:
    text = f"{STAMP}\n\n{release}\n\nMEMORANDUM FOR THE PRESIDENT\n\nThe boats left in May.{between}{STAMP}"
    assert [(gap.get("ana"), gap.get("cert")) for gap in gaps(text)] == [(each, "low") for each in exemptions]


def test_a_line_drawn_with_underscores_takes_time_that_grows_with_it():
    begun = time.process_time()
    assert _BLANK.search("_" * 400_000) is None
    assert time.process_time() - begun < 1  # it once took its square: minutes


@pytest.mark.parametrize(
    ("text", "exemptions"),
    [
        ("Paper\n\nThe man [redacted] told us this. (b)(1) (b)(3)", "(b)(1) (b)(3)"),
        ("Paper\n\nWe met [REDACTED] (b)(6) in May, and he paid.", "(b)(6)"),
        ("Paper\n\nWe met [       ] (b)(3) in May, and he paid.", "(b)(3)"),
        ("Paper\n\nWe met [       ]    b6 b7C", "b6 b7C"),
        ("Paper\n\nOn May 5, [     ] b7D told us this.", "b7D"),
    ],
    ids=["end of the paragraph", "behind a word", "behind a blank", "in small letters", "in a sentence"],
)
def test_exemption_beside_what_is_redacted(text: str, exemptions: str) -> None:
    (gap,) = gaps(text)
    assert gap.get("ana") == exemptions
