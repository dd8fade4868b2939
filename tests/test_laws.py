"""The laws of the conversion, with generated text: whatever is accepted comes back, is valid, and can be edited."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from teiconv import to_tei, validate
from teiconv.convert import to_bytes
from teiconv.validation import load_schema, schema_folder

GRAMMAR = load_schema(schema_folder() / "teiconv.rng")

PIECES = [
    *(
        "  • ",
        "    • ",
        "  1. ",
        "  2. ",
        "    ",
        "\t\t",
        "\t",
        "[Page 3]",
        "[Page 3] ",
        "1",
        "2",
        "Nixon1 2",
        "SUBJECT:",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n\n",
        " \n",
        "\r\n",
        "\r",
        "\f",
        " ",
        "  ",
        "(1)",
        "a.",
        "text",
        "Mr. Smith",
        "secret",
        "Dear Sir:",
    ),
    *(
        "Washington, May 5, 1971.",
        "Sincerely,",
        "Dean Rusk",
        "[text not declassified]",
        "[less than 1 line [sic",
        "]",
        "[",
    ),
    *(
        "*",
        "†",
        "1. Memorandum From A (B) to C",
        "501.BC/4–1748: Telegram",
        "Source: National Archives, RG 59.",
        "ibid.",
    ),
    *(
        "Document 12",
        "footnote 3",
        "[Omitted here is x.2]",
        "…",
        ". . .",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "é",
        "<&>\"'",
        "]]>",
    ),
    *("--------", "MEMORANDUM FOR:", "FROM: Kissinger", "- item", "PARTICIPANTS", "  • US", "K: hello"),
]
TYPED_LINES = [
    *("MEMORANDUM FOR:  The President", "THROUGH:", "FROM:\tHenry Kissinger", "SUBJECT: Fish", "cc: Mr. Fisher"),
    *("          The Deputy Secretary", "**Date:** May 5, 1971", "AGENDA:", "DEPARTMENT   OF STATE", "Lima, Peru"),
    *("R 171530Z JAN 72", "FM AMEMBASSY LIMA", "TO SECSTATE WASHDC", "INFO AMEMBASSY QUITO", "BT", "#0342"),
    *("S E C R E T SECTION 1 OF 2", "SECRET", "EXDIS", "PAGE 02  LIMA  00342  171612Z", "- 2 -", "Page 2 of 5", "3"),
    *("\f", "\f     SECRET", "\f- 3 -", "text\fmore", "----------  061233", "# Title", "## Part", "> They said no."),
    *("     The talks, which were held in private, were recog-", "nized by nobody, and no record of them was made.  "),
    *(
        "1. First",
        "2. Second",
        "   a. one",
        "   b. two",
        "(1) one",
        "  (i) in",
        "I. Part",
        "II. Part",
        "A. It",
        "B. It",
    ),
    *("- dash", "  - deeper", "* star", "o ring", "o", "Q. Why?", "A. Because.", "K: Yes.", "D: No.", "K: Yes."),
    *("MR. IRWIN: Yes.", "The Honorable", "Dear Charlie:", "Sincerely yours,", "     Taylor Belcher", "BELCHER"),
    *(
        "Enclosures:",
        "  1. Copy",
        "P.S. Thanks.",
        "Attachment",
        "Tab A",
        "[Enclosure No. 1.]",
        "NOTES",
        "[1] Not printed.",
    ),
    *(
        "1/ See Tab A.",
        "[^1]: See.",
        "It was so.1/",
        "So it was.[1] And so.[^1]",
        "Mr. Seward to Mr. Bigelow",
        "No. 45.]",
    ),
    *("Legation of the United States,", "Paris, May 3, 1865.", "I am, sir, your obedient servant,", "JOHN BIGELOW."),
    *("Drafted by: ARA/EP", "Recommendation:", "[Telegram.]", "[Received 7:20 p.m.]", "", "", "", " ", "\t"),
]
"""Lines as typed texts have them, whatever may stand above or below."""
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
SOUP = st.lists(st.sampled_from(PIECES) | st.text(CHARACTERS, max_size=3), max_size=25).map("".join)
SCRAPS = st.lists(
    st.sampled_from([*"Pa Wu m I 7 1) 5. • : , . [ — * — S".split(), " ", "  ", "\n", "\r\n", "\n\n"])
).map("".join)
"""Hardly a word, and white space everywhere: what stands alone in a line is read as anything."""
TYPED = st.lists(st.sampled_from(TYPED_LINES), max_size=16).map("\n".join)
WORDS = st.lists(st.sampled_from(["The", "President", "agrees", "1969", "Velasco", "with", "U.S.", "12"]), min_size=1)


@settings(max_examples=500, deadline=None)
@given(SOUP | SCRAPS | TYPED)
@example("2\n\nPa\n  7")
@example("1\r\n\r\nWu\n  m")
@example("5. \n\nWs\n  2")
@example("1\n\nMarch 1977\n: \nI")
@example("—\n\n:\n\n1)\nt\n  .")
@example("2\n[Page 1]\n[ \n  1. r")
@example("*\n\n secret\n\n[Page 4]")
@example("S\n  • n\n    • l \n,")
@example("\fWashington, May 5, 1971.")
@example("SUBJECT:")
@example("[Page 3]*\n\n*\r\n  • ")
def test_every_text_comes_back_and_is_valid(text):
    data = text.encode()
    tei = to_tei(data)
    assert to_bytes(tei) == data
    assert to_tei(to_bytes(tei)) == tei
    assert validate(tei, [GRAMMAR]) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=5))
def test_a_changed_word_is_changed_in_the_text_and_nothing_else(paragraphs):
    text = "\n\n".join(
        ["1. Memorandum for the Record", *(f"It is noted: {words}." for words in paragraphs), "That is all."]
    )
    tei = to_tei(text)
    changed = tei.replace(b"noted", b"denied", 1)
    assert to_bytes(changed).decode() == text.replace("noted", "denied", 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=5))
def test_an_ordinary_text_carries_no_layout_marks(paragraphs):
    text = "\n\n".join(
        ["1. Memorandum for the Record", *(f"It is noted: {words}." for words in paragraphs), "That is all."]
    )
    assert re.search(rb"<(?:lb|space)|xml:space", to_tei(text).partition(b"<text>")[2]) is None
