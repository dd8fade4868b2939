"""Where notes are called: a case is the text of a document, line by line, with its calls in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.model import OBJECT
from teiconv.notes.calls import Call, are_called, find_calls

BRACED = re.compile(r"\{([^{}]*)\}")
TEXTS = Path(__file__).parents[1].parent / "shared" / "corpus" / "text"

CASES = """
glued to a word, and after a blank
    Memorandum From the President’s Assistant to President Nixon{1} {2}
    Our Ambassador delivered the report{3} on Friday.

at the end of a head, with a blank before
    7. Memorandum From the Under Secretary to President Johnson {1}
    The two men met in Lima.

after whatever ends something
    The talks failed.{1} He said so,{2} and (later){3} again: “no.”{4} Why?{5} To wait;{6} as follows:{7}
    In vain he was called “the lion”{8}—and ABM,{9} too!{10}

the year of a date is no call
    Washington, October 21, 1969{1} {2}
    Between 1968 and 1970 the number of 1969 rose to 1971.

a day that no month has ends in a call
    On December 30{1} the letter of May 12 came; that of March 9, 1948,{2} had asked for it.

a number before a month is that of a message, if no day has it
    We agree with you (urtels 147 Feb 6 and 150 Feb 6{1}) and the note of Feb 11.

a day before a month has a year behind it
    The letters of 6 Feb 61 and 15 June 61 came.{1}

the number of a message may have a sign
    The plan in paragraph 3 of the draft (NY Tel. #56{1}) was good.

the number of a message may look like a year
    He had not heard of it (Embtel 180{1}), nor of Emb Despatch 189{2} and Secto 164{3}.

a paper with a stroke may call a note, and a day is none
    In our May 12 letter we spoke of the revision of NSC 13/3{2} and others.

messages of a series are numbered near each other
    137. Kubel 52. The text rests on my Kubel 53{1}: “The debt is to be paid, as Kubel 47{2} says.”

the number of a paper in a title may look like a year
    338. Research Memorandum No. RSE–175{1}
    Of the November 12–13 meeting.

a committee has a number
    He took copies of Committee 2 papers as in Gus 726{1} Republicans want them.{2}

a point has a number
    338. Telegram to the Embassy in Peru {1}
    That is outlined in B.1 above.

papers of an organisation have numbers
    General De Gaulle {1} spoke of CM(55)1 which was old, and of C–M(58)170{2} and C–M(59)2.

after an ellipsis, with a blank
    Keep them out of the jungle, etc… . {1} The troops won … {2} victory in 1 December.

what No. numbers is no call
    Question No. 1
    The agencies were asked. {1}

a fraction before a unit is no call
    The paper of May 17, 1955, {4} said that the 1.4 billion had gone.

a month that no day could follow
    The cable of Feb. 8{1} came on Feb. 1, 1952.

the day before the month, and a year of two digits
    The paper of 22 Jan 48 was read on 3 March 52{1} and again.

a numeral that occurs elsewhere
    He referred to telegram 463{1} and asked whether reftel 4641 had come. As for 463, it had.

a telegram that the note names
    In accordance with Deptel 821 he wrote mytel 917{1} that he will not come.
    = In telegram 917 from Quito.

a telegram whose number would be a year
    Legation telegrams 168{1} and 169{2} and Embtel 175{3} came after those of 1952. See Paris’s 194{4} too.

numerals in which no call is sought
    R 071630Z JUL 65
    C O N F I D E N T I A L FREEDONIA 2484
    893.01/963
    The Minister called on June 4.{5} Then he left.{6} Why?{3} No.{4}

numerals that count things
    We sent 2 ships, 3 aircraft and 1 message in paragraph 1 of Document 2 on page 3.
    The Minister{1} was not told.{2}

decimals and thousands
    It rose by 1.2 percent, or $1,234.{1} That is 2.5 million more than in 1952.{2}

numbered paragraphs
    1. To tell the Ambassador.
    2. To tell him that{1} nobody knew.
    3. To tell nobody.{2}

options have numbers
    Our aid is discussed under Options 1 and 2 of Section 3 in NSSM 61.{1}

after text that was not declassified, and a page break that interrupts a date
    The visit to \N{OBJECT REPLACEMENT CHARACTER}{1} was brief.
    On \N{OBJECT REPLACEMENT CHARACTER} 2 October they left.{2}

page breaks have numbers
    The talks [Page 1] went on for [Page 2] hours{1} and hours.{2}

in cells
    1953
    ___{1}
    3.2
    Jidda{2}

before the number of an item
    Aims of the programme{1}
    {2}4. Air to surface missiles.

before a comma and a full stop
    They went to their homes{1}, and to Jidda{2}.

raised numerals
    The report{¹} of 1952 says{²} nothing.

brackets
    The report{[1]} says [sic] what others said.{[2]} Or [3].

strokes
    The report {1/} of 1/2/53 says what others said.{2/}

asterisks and daggers
    The Pathans{*} said what the *others* said.{†}
"""


@dataclass(frozen=True)
class Case:
    """Texts with the places of their calls, and the notes that are given."""

    texts: list[str]
    calls: list[tuple[int, int, int]]
    labels: list[str]
    notes: list[str]

    @classmethod
    def of(cls, lines: Sequence[str]) -> Case:
        texts, calls, labels = [], [], []
        for number, line in enumerate(line for line in lines if not line.startswith("= ")):
            text = ""
            for index, part in enumerate(BRACED.split(line)):
                if index % 2:
                    calls.append((number, len(text), len(text) + len(part)))
                    labels.append(part.translate(str.maketrans("¹²³", "123")))
                text += part
            texts.append(text)
        return cls(texts, calls, labels, [line[2:] for line in lines if line.startswith("= ")])


def cases(written: str) -> Iterator[pytest.ParameterSet]:
    for block in written.strip("\n").split("\n\n"):
        title, *lines = block.split("\n")
        yield pytest.param(Case.of([line.removeprefix("    ") for line in lines]), id=title)


def places(calls: Sequence[Call | None]) -> list[tuple[int, int, int] | None]:
    return [call and (call.text, call.start, call.end) for call in calls]


def called(text: str, labels: str, notes: Sequence[str] = ()) -> str:
    """Return one text with its calls in braces."""
    marked = text
    for call in reversed(find_calls([text], labels.split(), notes)):
        if call and call.text == 0:
            marked = f"{marked[: call.start]}{{{marked[call.start : call.end]}}}{marked[call.end :]}"
    return marked


@pytest.mark.parametrize("case", [*cases(CASES)])
def test_calls(case: Case) -> None:
    assert places(find_calls(case.texts, case.labels, case.notes)) == case.calls


@pytest.mark.parametrize(
    ("phenomenon", "labels", "expected"),
    [
        ("a numeral used twice", "1 2 3 4", "The statement,{1} the letter,{2} the same,{2} and the reply.{3}"),
        ("a numeral left out", "1 2 3 4", "Here.{1} There.{2} Elsewhere.{3} Nowhere.{5}"),
        ("a text that begins with 0", "1 2 3", "18. Memorandum to the Secretary of State{0} At 1 p.m.{1} he left.{2}"),
        ("a 0 after a blank", "1 2", "18. Memorandum From Rusk to President Kennedy {0}\nHe left.{1}"),
        ("a 0 behind a year", "1 2", "Geneva, May 5, 1959{0}\nHe left.{1}"),
        ("a 0 behind a number", "1 2", "National Security Action Memorandum No. 169{0}\nHe left.{1}"),
        ("a lone note called by 0", "1", "Memorandum of Conversation{0}\nParagraph 1 says that 1 ship sank on May 10."),
        ("a text that begins with 2", "1 2 3", "Here.{2} There.{3} Elsewhere.{4}"),
        ("an enclosure that begins again", "1 2 3 4", "Here.{1} There.{2} Enclosure: here.{1} There.{2}"),
        ("an asterisk among numerals", "1 2 3", "Here.{1} The Pathans{*} lived there.{2}"),
        ("an asterisk after a blank", "1 2", "Mr. Conger to Mr. Hay {*}\nThe note{†} is here."),
        ("numerals that go on", "1 2 3", "The Minister of Iran{25} called.{26} On May 5{27} he left."),
        ("numerals that go on, in a single note", "1", "The Minister of Iran{88} called on June 19."),
        ("numerals that go on after 99", "1 2 3", "The Minister{98} called,{99} and his aide{1} left."),
        ("numerals that go on behind a year", "1 2", "Moscow, October 19, 1943{25}\nThe Minister{26} called."),
        ("a numeral that would be a year", "1 2 3", "The talk{44} of Mar. 23{45} went on until Dec. 17.{46}"),
        ("a numeral that is a year with the day", "1 2 3", "The talk{47} went on, Dec. 19{48} being the day.{49}"),
        ("each page begins again", "1 2 3 4", "Here,{1} there;{2} elsewhere,{1} nowhere.{2}"),
        (
            "letters, which each page begins again",
            "1 2 3",
            "The minister,{a} a note of May 1,{b} the rest (annexed).{a}",
        ),
        (
            "superscripts of the paper before the calls",
            "1 2 3",
            "What he said to the Queen.3 {28}\nThe other letter is this:4 {29}\nSee the Appendix,1 {30} with a map.",
        ),
        ("a letter behind a plural in a table", "1", "Wines{a}\t\t48,950\t\t51,006"),
        ("a note put in later", "1 2 3 4", "The Minister of Iran{25} called{25a} on the Secretary,{26} who{27} left."),
    ],
)
def test_a_text_may_count_otherwise_than_its_list(phenomenon: str, labels: str, expected: str) -> None:
    assert called(BRACED.sub(r"\1", expected), labels) == expected, phenomenon


def test_a_note_said_before_may_be_called_by_the_same_numeral() -> None:
    notes = ["Not printed.", "A colonel.", "Not printed."]
    expected = "In reply to Embtel 543,{1} Colonel Seeds{2} wrote (No. 16{1}) to Jidda."
    assert called(BRACED.sub(r"\1", expected), "1 2 3", notes) == expected


@pytest.mark.parametrize("cell", ["1876.", "$91,201"])
def test_no_call_is_cut_from_a_year_or_a_figure_in_a_table(cell: str) -> None:
    assert find_calls(["Articles.", cell, "Leather"], ["1"]) == (None,)


def test_the_number_of_a_recommendation_is_no_call() -> None:
    texts = ["You will find them in this folder.2", "Recommendation 2", "Help them.", "Recommendation 3", "Pay them."]
    assert find_calls(texts, ["2"]) == (Call(0, 34, 35),)


def test_no_call_is_cut_from_a_fiscal_year() -> None:
    assert find_calls(["Present FY 62", "Proposed FY 63", "FY64"], ["2", "3", "4"]) == (None, None, None)


def test_a_figure_alone_in_its_cell_is_no_call_beside_one_that_may_hold_it() -> None:
    texts = ["Note on the Figures", "Carts", "2", "Nets", ".22"]
    assert find_calls(texts, ["2"])[0] == Call(4, 2, 3, certain=False)


def test_a_note_may_have_lost_its_call() -> None:
    assert called("Here.1 There. Elsewhere.3", "1 2 3") == "Here.{1} There. Elsewhere.{3}"


def test_a_document_may_have_lost_its_calls() -> None:
    text = "They saw 3 of 5 cases: the 1 ship and its 2 boats sank 4 miles from 6 ports, on May 7 or June 8."
    assert find_calls([text], list("12345678")) == (None,) * 8


def test_a_note_called_from_within_a_note_follows_it() -> None:
    texts = ["The statement1 was noted.3"]
    notes = ["As he said,2 not printed.", "Ibid.", "By whom?"]
    assert places(find_calls(texts, ["1", "2", "3"], notes)) == [(0, 13, 14), (1, 11, 12), (0, 25, 26)]


def test_notes_do_not_nest_without_end() -> None:
    labels = [str(number) for number in range(1, 201)]
    calls = find_calls(["Here.1"], labels, [f"See.{number}" for number in range(2, 202)])
    assert 1 <= sum(call is not None for call in calls) < 20


def test_a_note_without_doubt_and_one_with() -> None:
    (sure,) = find_calls(["He saw the letter.1 Then he left."], ["1"])
    (unsure,) = find_calls(["He wrote on January 1 and left."], ["1"])
    assert sure == Call(0, 18, 19, certain=True)
    assert unsure == Call(0, 20, 21, certain=False)


def test_where_two_places_are_as_likely_there_is_doubt() -> None:
    (call,) = find_calls(["He came.1 He saw.1"], ["1"])
    assert call == Call(0, 8, 9, certain=False)


def test_what_a_text_calls_is_a_list_of_notes() -> None:
    texts = ["The letter1 was read.2", "He left on May 3."]
    assert are_called(texts, ["1", "2"])
    assert not are_called(texts, ["1"]), "the text calls one more note"
    assert not are_called(texts, ["1", "2", "3", "4"])
    assert not are_called(["We recommend:"], ["1", "2"], strict=False)
    assert not are_called(["The report25 of May, the note26."], ["1", "2"]), "a typed list has the numerals of its text"
    assert are_called(["The report25 of May, the note26."], ["1", "2"], strict=False)
    assert not are_called(texts, [])


PIECES = st.sampled_from(
    [*"1230.,a[]/*†²٣($ \t\n", "12", "21", "25a", "1 2", "Nixon", "May ", "1969", "[Page 3]", OBJECT]
)
TEXT = st.lists(PIECES, max_size=20).map("".join)
LABEL = st.sampled_from(["1", "2", "3", "4", "12", "21", "*", "†", "[1]", "2/", "", "0", "²", "٣", "x", "99999999"])
LABELS = st.lists(LABEL, max_size=6) | st.integers(0, 9).map(lambda most: [str(n) for n in range(1, most + 1)])


@given(st.lists(TEXT, max_size=5), LABELS, st.lists(TEXT, max_size=6))
def test_whoever_reads_meets_the_notes_in_the_order_of_the_list(
    texts: list[str], labels: list[str], notes: list[str]
) -> None:
    calls = find_calls(texts, labels, notes)
    assert len(calls) == len(labels)
    inside: dict[int, list[tuple[int, int, int]]] = {}
    for note, call in enumerate(calls):
        if call:
            assert 0 <= call.start < call.end <= len([*texts, *notes][call.text])
            inside.setdefault(call.text, []).append((call.start, call.end, note))

    def read(text: int) -> Iterator[int]:
        end = 0
        for start, stop, note in sorted(inside.get(text, [])):
            assert start >= end
            end = stop
            yield note
            yield from read(len(texts) + note)

    met = [note for text in range(len(texts)) for note in read(text)]
    assert met == [note for note, call in enumerate(calls) if call]


@given(st.lists(TEXT, max_size=5), LABELS, st.lists(TEXT, max_size=6))
def test_a_call_is_the_label_or_what_may_stand_for_it(texts: list[str], labels: list[str], notes: list[str]) -> None:
    for label, call in zip(labels, find_calls(texts, labels, notes), strict=True):
        if call:
            written = [*texts, *notes][call.text][call.start : call.end]
            assert written == label or (label.isdigit() and re.fullmatch(r"\[?[0-9¹²³]+[a-d]?\]?|[*†]+|[a-h]", written))


@given(st.lists(TEXT, max_size=5), LABELS)
def test_labels_that_may_be_called_or_not(texts: list[str], labels: list[str]) -> None:
    assert are_called(texts, labels, (), True) in (True, False)
    assert are_called(texts, labels, (), False) in (True, False)


@pytest.mark.parametrize("soup", ["1 2 3 ", "ab1 ab2 ab3 ", "19711 2 ", "1234567890", "x. ", "* ", "ab* "])
def test_a_text_of_numerals_costs_no_more_than_its_length(soup: str) -> None:
    labels = [str(number) for number in range(1, 200)]
    assert len(find_calls([soup * 500], labels, ["Not printed."] * 199)) == 199


def test_symbols_beside_those_that_label_notes_break_nothing():
    assert find_calls([], ["1", "†"], ["1*", ""]) == (None, None)


def test_a_lettered_item_in_capitals_may_call_a_note():
    """The number of a message is not cut in a line of capitals; that of a paper that an item of a list names may be."""
    texts = [
        "Memorandum to the Council 1",
        "A. NSC 55032",
        "B. Memo dated December 5, 19563",
        "D. NIE 43–2–574",
        "It met.5",
    ]
    calls = find_calls(texts, ["1", "2", "3", "4", "5"])
    assert [call and texts[call.text][call.start : call.end] for call in calls] == ["1", "2", "3", "4", "5"]
