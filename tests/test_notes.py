"""Lists of notes at the end of a text: where they begin, and that they come back as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st

import teiconv
from teiconv.notes.calls import are_called, find_calls
from teiconv.notes.listed import NoteList
from teiconv.notes.listing import split_notes

TEXTS = Path(__file__).parents[1].parent / "shared" / "corpus" / "text"

CASES = """
canonical                           | the text comes before it at once
A memorandum1
He left.2
>  1. Source: National Archives.
>  2. Not printed.

canonical                           | notes of several paragraphs
He left.1 She stayed.2

>  1. Source: National Archives.
>
>    • Another copy.
>
>    The President saw it.
>
>  2. Not printed.

canonical                           | a note that says nothing
He left.1 She stayed.2
>  1.
>  2. Not printed.

canonical                           | after a list of its own kind
He left.1

  1. Never mind.
  2. Go on.

>  1. Not printed.

canonical                           | notes from 0
He left.0 She stayed.1

>  0. Source: National Archives.
>  1. Not printed.

otherwise                           | typed notes from 0
He left.0 She stayed.1

>0. Source: National Archives.
>1. Not printed.

otherwise                           | labels alone on their lines
He left.1 She stayed.2

>1
>Source: National Archives.
>2
>Not printed.

otherwise                           | labels alone, with empty lines
He left.1 She stayed.2

>1.
>
>Source: National Archives.
>
>2.
>
>Not printed.

otherwise                           | brackets in the text only
He left.[1] She stayed.[2]

>1 Source: National Archives.
>2 Not printed.

otherwise                           | typed without blanks, after an empty line
He left.1 She stayed.2

>1. Source: National Archives.
>2. Not printed.

otherwise                           | wrapped lines, after a rule
He left.1 She stayed.2
-----
>1. Source: National
>Archives.
>
>2. Not printed.

otherwise                           | brackets
He left.[7] She stayed.[8]

>[7] Source: National Archives.
>[8] Not printed.

otherwise                           | brackets in the list only
He left.1 She stayed.2

>[1] Source: National Archives.
>[2] Not printed.

otherwise                           | strokes
He left. 1/ She stayed. 2/

>1/ Source: National Archives.
>2/ Not printed.

otherwise                           | a closing bracket, after a heading
He left.1 She stayed.2

NOTES:

>1) Source: National Archives.
>2) Not printed.

otherwise                           | nothing but a numeral
He left.1 She stayed.2
___
>1 Source: National Archives.
>2 Not printed.

otherwise                           | raised numerals
He left.¹ She stayed.²

>¹ Source: National Archives.
>² Not printed.

otherwise                           | letters
The minister,a of the 1st instant, left.b

>a. Not printed.
>b. Never to return.

nothing                             | paragraphs with letters
The minister left on May 1.

a. He will come back.
b. She will not.

otherwise                           | no labels, but arrows that lead back to the calls
He left.1 She stayed.2

>Source: National Archives.↩
>
>Not printed. ↩︎

otherwise                           | asterisks
He left.* She stayed.**

>* Source: National Archives.
>** Not printed.

nothing                             | numbered paragraphs
He left on May 1.

1. He will come back.
2. She will not.

nothing                             | numbered paragraphs, indented as notes are
He left in anger, and for good.

  1. He will come back.
  2. She will not.
  3. They will not.
  4. Nobody will.

nothing                             | what a text with calls announces
He left.1 She stayed.2 I recommend:

1. That he come back.
2. That she leave.

nothing                             | fewer paragraphs than calls
He left.1 She stayed.2 They wept.3

1. That he come back.
2. That she leave.

nothing                             | the last of many numbered paragraphs
He left.1 She stayed.2

2. That she leave.

nothing                             | bullets
He left.1 She stayed.2

* That he come back.
* That she leave.

nothing                             | items without words
He left.1 She stayed.2

1.
2.

nothing                             | text after the list
He left.1

  1. Not printed.

Henry Kissinger

nothing                             | nothing but a list
  1. Not printed.

nothing                             | nothing
"""


def cases() -> Iterator[pytest.ParameterSet]:
    for block in re.split(r"\n\n(?=\w+ +\| )", CASES.strip("\n")):
        head, *lines = block.split("\n")
        kind, title = (part.strip() for part in head.split("|"))
        yield pytest.param(kind, lines, id=title)


@pytest.mark.parametrize(("kind", "written"), [*cases()])
def test_lists_of_notes(kind: str, written: list[str]) -> None:
    listed = [line[1:] for line in written if line.startswith(">")]
    lines = [line.removeprefix(">") for line in written]
    found = split_notes(lines, are_called)
    assert (found.typed() if found else []) == listed
    assert kind == ("nothing" if found is None else "canonical" if found.is_canonical else "otherwise")
    assert found is None or lines[found.start : found.end] == listed


def only(text: str) -> NoteList:
    found = split_notes(text.split("\n"), are_called)
    assert found
    return found


def test_labels_are_what_calls_the_note() -> None:
    assert [note.label for note in only("He left.[7]\n\n[7] Ibid.").notes] == ["[7]"]
    assert [note.label for note in only("He left.7\n\n[7] Ibid.").notes] == ["7"]
    assert [note.label for note in only("He left.²\n\n² Ibid.").notes] == ["2"]


def test_markers_are_kept_as_typed() -> None:
    assert [note.marker for note in only("He left.1 So did she.2\n\n1.\tIbid.\n2.  Ibid.").notes] == ["1.\t", "2.  "]


def test_empty_lines_at_the_end_belong_to_no_note() -> None:
    found = only("He left.1\n  1. Ibid.\n\n  \n")
    assert (found.start, found.end) == (1, 2)
    assert found.notes[0].lines == ("Ibid.",)


def test_without_calls_a_canonical_list_is_a_list_and_nothing_else_is() -> None:
    assert split_notes(["He left.", "  1. Ibid."])
    assert split_notes(["He left.", "", "1. Ibid."]) is None


LINES = st.lists(
    st.sampled_from(
        ["", " ", "  1. x", "  2. x", "  3.", "    more", "1. x", "2. y", "[1] x", "1/ x", "* x", "** y", "² x", "text",
         "He left.1 She stayed.2", "He left.[1] She* stayed.**", "---", "Notes", "    • item", "\t1) x", "1 x", "a.²"]
    ),
    max_size=12,
)  # fmt: skip


@given(LINES)
def test_a_list_comes_back_as_typed(lines: list[str]) -> None:
    for found in (split_notes(lines, are_called), split_notes(lines), split_notes(lines, lambda *_: True)):
        if found:
            assert lines[: found.start] + found.typed() + lines[found.end :] == lines
            assert not any(line.strip() for line in lines[found.end :])
            assert found.typed() == lines[found.start : found.end]


@pytest.mark.parametrize("line", ["", "1. x", "* x", "[2] x", "  3. x", "text"])
def test_many_lines_cost_no_more_than_their_number(line: str) -> None:
    assert grows_in_proportion(lambda size: split_notes(["He left.1*", "", *[line] * size], are_called), 500)


def test_many_notes_cost_no_more_than_their_number() -> None:
    notes = [f"{number}. x" for number in range(1, 1_001)]
    assert grows_in_proportion(lambda size: split_notes(["He left.1", "", *notes[:size]], are_called), 500)


@pytest.mark.corpus
@pytest.mark.skipif(not TEXTS.is_dir(), reason="the reference corpus is not there")
@pytest.mark.parametrize("volume", ["frus1955-57v03", "frus1969-76v20", "frus1969-76ve13"])
def test_published_documents(volume: str) -> None:
    """A list begins where a line does that says ``  1. ``; hardly a note has no call, and few are in doubt."""
    calls = []
    for path in sorted((TEXTS / volume).glob("d*.txt")):
        lines = path.read_text("utf-8").split("\n")
        found = split_notes(lines, are_called)
        first = next((number for number, line in enumerate(lines) if line.startswith("  1. ")), None)
        assert (found and found.start) == first, path.stem
        if found:
            words = ["\n".join(note.lines) for note in found.notes]
            calls += find_calls(lines[: found.start], [note.label for note in found.notes], words)
    assert calls.count(None) <= len(calls) / 1000
    assert sum(call is not None and call.certain for call in calls) > 0.94 * len(calls)


@pytest.mark.parametrize("uncalled", [0, 10])
@pytest.mark.parametrize("surplus", [0, 40])
def test_many_notes_of_one_star_are_called_one_by_one(uncalled: int, surplus: int) -> None:
    """Stars that call nothing, and notes that nothing calls, stand before them all."""
    count = 120
    texts = [*["The form has 5 * 4 fields."] * surplus, *["It was so.* And more was said."] * count]
    calls = find_calls(texts, ["*"] * (uncalled + count))
    assert [call.text for call in calls if call] == [*range(surplus, surplus + count)]


def test_a_first_note_that_nothing_calls_stands_before_the_second() -> None:
    body = "27. Estimate of Trade2\n\nHavana, May 2, 1955.\n\nSugar is sold.3"
    text = f"{body}\n\n  1. Source: Files.\n  2. Made by all.\n  3. At sea."
    document = teiconv.read_tei(teiconv.to_tei(text))
    assert [(note.element.get("n"), note.element.get("anchored")) for note in document.notes] == [
        ("1", "false"),
        ("2", None),
        ("3", None),
    ]
    assert document.number == "27"
