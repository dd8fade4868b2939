"""The end of a letter: what is its close, its signature, where and when, to whom; and what only looks like that."""

from __future__ import annotations

import pytest
from trees import head, paragraph, paragraphs, shown

from teiconv.layout.lines import Placed
from teiconv.model import Element, element
from teiconv.structure.closers import find_closers
from teiconv.structure.draft import Draft

BEFORE_NOTES = "\n"
"""The white space above a list of notes: a paragraph keeps another line."""
LIMA = '<dateline><placeName>Lima</placeName>, <date when="1971-05-05">May 5, 1971</date>.</dateline>'


def closed(*blocks: Placed, after: str = "") -> list[str]:
    title = head("Mr. Roe to Mr. Doe")
    draft = Draft((title, paragraph("The horses left on Monday."), *blocks), after=after)
    return shown(find_closers(draft).blocks[2:])


ENDS = {
    "a name": ("John Roe", ["<closer><signed>John Roe</signed></closer>"]),
    "a sentence": ("They left early on Monday.", ["<p>They left early on Monday.</p>"]),
    "a name and an office": (
        "John Roe\nSecretary of State",
        ["<closer><signed>John Roe<lb/>Secretary of State</signed></closer>"],
    ),
    "a rank alone, above another": (
        "Major General\n\nMr. Doe",
        ["<p>Major General</p>", "<p>Mr. Doe</p>"],
    ),
    "to whom, by the form": (
        "Yours truly,\nJohn Roe\n\nHon. James Doe, &c., &c.",
        [
            "<closer><salute>Yours truly,</salute><signed>John Roe</signed></closer>",
            "<postscript><p>Hon. James Doe, &c., &c.</p></postscript>",
        ],
    ),
    "to whom, by the name in the title": (
        "John Roe\n\nMr. Doe",
        ["<closer><signed>John Roe</signed></closer>", "<postscript><p>Mr. Doe</p></postscript>"],
    ),
    "a name of the title in small letters": ("John Roe\n\nmr. Doe", ["<p>John Roe</p>", "<p>mr. Doe</p>"]),
    "a title that anybody has": ("John Roe\n\nThe good Mr.", ["<p>John Roe</p>", "<p>The good Mr.</p>"]),
    "too many words for a name": (
        "John Roe\n\nThe good and great old Mr. James Doe",
        ["<p>John Roe</p>", "<p>The good and great old Mr. James Doe</p>"],
    ),
    "where and when": ("JOHN ROE\n\nLima, May 5, 1971.", [f"<closer><signed>JOHN ROE</signed>{LIMA}</closer>"]),
    "where and when below one word": ("Roe\n\nLima, May 5, 1971.", ["<p>Roe</p>", "<p>Lima, May 5, 1971.</p>"]),
    "where and when below a text": (
        "Oil.\nJOHN ROE\n\nLima, May 5, 1971.",
        ["<p>Oil.<lb/>JOHN ROE</p>", "<p>Lima, May 5, 1971.</p>"],
    ),
    "no blank line above where and when": (
        "JOHN ROE\n^Lima, May 5, 1971.",
        ["<p>JOHN ROE</p>", "^<p>Lima, May 5, 1971.</p>"],
    ),
    "where and when below a postscript": (
        "JOHN ROE\n\nP.S. Nets.\n\nLima, May 5, 1971.",
        [f"<closer><signed>JOHN ROE</signed>{LIMA}</closer>", "<p>P.S. Nets.</p>"],
    ),
    "seals": (
        "JOHN ROE\n[SEAL]\n\nJANE POE\n[SEAL]",
        ["<closer><signed>JOHN ROE</signed>[SEAL]<signed>JANE POE</signed>[SEAL]</closer>"],
    ),
    "seals before the names": (
        "[SEAL.] JOHN ROE.\n[L. S.] JANE POE.",
        [
            '<closer>[SEAL.]<signed rend="run-on">JOHN ROE.</signed>[L. S.]<signed rend="run-on">JANE POE.</signed>'
            "</closer>"
        ],
    ),
    "seals behind the names": (
        "Done at Lima this 5th day of May 1971.\n\nJOHN ROE. [seal]\nJANE POE.    [seal]",
        [
            '<closer><dateline>Done at <placeName>Lima</placeName> <date when="1971-05-05">this 5th day of May 1971'
            '</date>.</dateline><signed>JOHN ROE.</signed><seg type="seal" rend="run-on">[seal]</seg>'
            '<signed>JANE POE.</signed><seg type="seal" rend="run-on">[seal]</seg></closer>'
        ],
    ),
    "a seal beside no name": ("[SEAL.] of the harbour", ["<p>[SEAL.] of the harbour</p>"]),
    "one who is no addressee": (
        "Done at Lima this 5th day of May 1971.\n\nJOHN ROE\n\nJANE POE",
        [
            '<closer><dateline>Done at <placeName>Lima</placeName> <date when="1971-05-05">this 5th day of May 1971'
            "</date>.</dateline><signed>JOHN ROE</signed><signed>JANE POE</signed></closer>"
        ],
    ),
}


@pytest.mark.parametrize("what", ENDS)
def test_the_end_of_a_letter_by_what_it_says(what: str) -> None:
    text, expected = ENDS[what]
    assert closed(*paragraphs(f"\n\n{text}")[1:]) == expected


def test_no_more_than_eight_blocks_sign() -> None:
    names = "\n\n".join(f"{initial}. ROE\n[SEAL]" for initial in "ABCDEFGHIJ")
    *above, closer = closed(*paragraphs(f"\n\n{names}")[1:])
    assert above == ["<p>A. ROE<lb/>[SEAL]</p>", "<p>B. ROE<lb/>[SEAL]</p>"]
    assert closer.count("<signed>") == 8


ABOVE_NOTES = {
    "lines above a name": (
        "For the Secretary of State:\n[signature]\nJohn Roe",
        "<closer>For the Secretary of State:<lb/>[signature]<signed>John Roe</signed></closer>",
    ),
    "a close above a line above a name": (
        "Yours truly,\n[signature]\nJohn Roe\nLima, May 5, 1971.",
        f"<closer><salute>Yours truly,</salute>[signature]<signed>John Roe</signed>{LIMA}</closer>",
    ),
    "a line above a close": (
        "For the Secretary of State:\nYours truly,\nJohn Roe\nLima, May 5, 1971.",
        f"<closer>For the Secretary of State:<salute>Yours truly,</salute><signed>John Roe</signed>{LIMA}</closer>",
    ),
    "an office apart from the name": (
        "John B. Roe\n\nSecretary of State",
        "<closer><signed>John B. Roe</signed>Secretary of State</closer>",
    ),
    "a note of the sender's below a name": (
        "John B. Roe\n\nNOTE the nets.",
        "<closer><signed>John B. Roe</signed>NOTE the nets.</closer>",
    ),
    "capitals below a name": (
        "John B. Roe\n\nFISH AND NETS OF THE COAST 7",
        "<closer><signed>John B. Roe</signed>FISH AND NETS OF THE COAST 7</closer>",
    ),
    "an office below a close and a name": (
        "Yours truly,\nJohn B. Roe\n\nSecretary of State",
        "<closer><salute>Yours truly,</salute><signed>John B. Roe</signed>Secretary of State</closer>",
    ),
    "two names": ("John Roe\nJane Doe", "<closer><signed>John Roe<lb/>Jane Doe</signed></closer>"),
    "nobody": ("For the Secretary of State:", "<closer>For the Secretary of State:</closer>"),
    "a close alone": ("With best wishes,", "<closer><salute>With best wishes,</salute></closer>"),
    "an office alone": ("Acting Secretary of State", "<closer>Acting Secretary of State</closer>"),
    "a dateline for a name": (
        "With best wishes,\nLima, May 5, 1971.",
        f"<closer><salute>With best wishes,</salute>{LIMA}</closer>",
    ),
    "where and when below a name": (
        "With best wishes,\nJohn Roe\nLima, May 5, 1971.\nSecret\nEyes only",
        f"<closer><salute>With best wishes,</salute><signed>John Roe</signed>{LIMA}Secret<lb/>Eyes only</closer>",
    ),
    "to whom, and where and when": (
        "John Roe\nHon. James Doe, &c.\nin haste\nLima, May 5, 1971.",
        f"<closer><signed>John Roe</signed>Hon. James Doe, &c.<lb/>in haste{LIMA}</closer>",
    ),
    "a sentence": (
        "They left early on Monday with all of the carts.",
        "<p>They left early on Monday with all of the carts.</p>",
    ),
}


@pytest.mark.parametrize("what", ABOVE_NOTES)
def test_a_block_without_a_margin_above_the_notes(what: str) -> None:
    text, expected = ABOVE_NOTES[what]
    assert closed(*paragraphs(f"\n\n{text}")[1:], after=BEFORE_NOTES) == [expected]


def of_labels(*items: tuple[str, str]) -> Element:
    children: list[Element] = []
    for label, text in items:
        first, *more = text.split("\n")
        lines = [node for line in more for node in (element("lb"), line)]
        children += [element("label", label), element("item", first, *lines)]
    return element("list", *children)


LISTS = {
    "an initial over an office": (
        [("G.", "Acting Secretary of State")],
        ["<closer><signed>G.<lb/>Acting Secretary of State</signed></closer>"],
    ),
    "a name in the last item": (
        [("1.", "Oil."), ("2.", "Fish.\nand carts\nJohn Roe")],
        [
            "<list><label>1.</label><item>Oil.</item><label>2.</label><item>Fish.<lb/>and carts</item></list>",
            "^<closer><signed>John Roe</signed></closer>",
        ],
    ),
    "a number over an office": (
        [("1.", "the Secretary of State")],
        ["<list><label>1.</label><item>the Secretary of State</item></list>"],
    ),
    "an initial over a thing": ([("G.", "Oil and fish")], ["<list><label>G.</label><item>Oil and fish</item></list>"]),
    "initials over an office": (
        [("A.", "Oil"), ("G.", "Acting Secretary of State")],
        [
            "<list><label>A.</label><item>Oil</item><label>G.</label><item>Acting Secretary of State</item></list>",
        ],
    ),
    "a name that is the whole item": ([("1.", "John Roe")], ["<list><label>1.</label><item>John Roe</item></list>"]),
    "a sentence in the last item": (
        [("1.", "Oil\nthey left on Monday")],
        ["<list><label>1.</label><item>Oil<lb/>they left on Monday</item></list>"],
    ),
}


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("after", ["", BEFORE_NOTES], ids=["at the end", "above the notes"])
def test_a_signature_that_looks_like_an_item(what: str, after: str) -> None:
    items, expected = LISTS[what]
    assert closed(Placed("\n\n", of_labels(*items)), after=after) == expected


def test_a_list_with_a_margin_below_it_has_no_signature() -> None:
    (block,) = closed(Placed("\n\n", of_labels(("1.", "Oil.\nJohn Roe"))), after="\n\n")
    assert block == "<list><label>1.</label><item>Oil.<lb/>John Roe</item></list>"


def names(*items: str) -> Placed:
    return Placed("\n\n", element("list", *(element("item", item) for item in items)))


def test_a_list_of_names_at_the_end_signs() -> None:
    done = paragraph("Done at Lima this 5th day of May 1971.")
    (closer,) = closed(done, names("JOHN ROE", "JANE POE"))
    assert closer.endswith("<signed><list><item>JOHN ROE</item><item>JANE POE</item></list></signed></closer>")


@pytest.mark.parametrize("items", [("JOHN ROE",), ("JOHN ROE", "oil and fish")])
def test_a_list_of_one_name_or_of_other_things_signs_nothing(items: tuple[str, ...]) -> None:
    done = paragraph("Done at Lima this 5th day of May 1971.")
    assert not any("<signed><list>" in block for block in closed(done, names(*items)))


def test_a_list_of_names_above_a_signature_is_a_list() -> None:
    done = paragraph("Done at Lima this 5th day of May 1971.")
    found = closed(done, names("JOHN ROE", "JANE POE"), paragraph("JIM POE", "[SEAL]"))
    assert found[-1] == "<closer><signed>JIM POE</signed>[SEAL]</closer>"
    assert found[1].startswith("<list>")
