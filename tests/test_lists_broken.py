"""Lists that break: what they hold besides persons is told, and the rest is used."""

from __future__ import annotations

import random

import pytest
from click.testing import CliRunner
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiconv.cli import main
from teiconv.convert import to_tei
from teiconv.errors import Place, TeiconvError
from teiconv.names.lists.cells import sound
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options

LIST = """Persons

  • Abel, Adam B., Assistant to the President
  • Baker, General Berta (General from 1957), Chief of Staff
  • Irving, John N., II, Under Secretary of State
  • Carrel Doe (Colonel from March 1961), Military Attaché
"""
TERMS = """  • AEC, Atomic Energy Commission
  • CINC, Commander in Chief
  • Deptel, Department of State telegram
  • GATT, General Agreement on Tariffs and Trade
  • reftel, reference telegram
"""
PAPER = """5. Memorandum From the Director of Files (Abel) to Secretary Baker

Participants

  • Abel, Adam B., Director
  • Carrel, Doe, Officer

Secretary Baker opened the meeting and said that the files of the office were in a bad state, as everybody could see.

Mr. Abel answered that he had no people for it: the budget of the office had been cut in half during the last year, too.

The Secretary said that the office should have whatever it needed, and asked for a paper on the whole matter soon.
"""


def names(file: str, data: str | bytes) -> list[str]:
    people = load_persons([(file, data.encode() if isinstance(data, str) else data)])
    return [person.name.text for person in people.persons]


def test_a_rank_with_its_date_in_brackets_is_no_by_name():
    people = load_persons([("persons.txt", LIST.encode())])
    assert [person.name.of("addName") for person in people.persons] == ["", "", "", ""]
    assert people.persons[2].name.of("genName") == "II"


def test_a_sentence_about_the_list_is_nobody():
    told = "  • In this and in all other matter of the book (heads and notes), names are as in the papers.\n"
    people = load_persons([("persons.txt", LIST.replace("  • Baker", f"{told}  • Baker", 1).encode())])
    assert [person.name.text.split()[0] for person in people.persons] == ["Abel,", "Baker,", "Irving,", "Carrel"]
    assert [entry.line for entry in people.unread] == [4]


ROW = '"Abel, Adam B."{0}Director\n"Baker, Berta"{0}Officer\n'


@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["bare", "byte-order mark"])
def test_tables_however_they_are_written(mark, end, begin):
    table = (f"{begin}name{mark}description\n" + ROW.format(mark)).replace("\n", end)
    assert names("people.csv", table) == ["Abel, Adam B.", "Baker, Berta"]


def test_a_line_end_in_a_quoted_cell_is_a_blank():
    people = load_persons([("people.csv", b'name,description\n"Abel,\nAdam","Director\r\nof Files"\n')])
    assert [(person.name.text, person.description) for person in people.persons] == [
        ("Abel, Adam", "Director of Files")
    ]


def test_rows_that_name_nobody_are_told_and_the_rest_is_used():
    people = load_persons([("people.csv", b"name;description\nAbel, Adam;Director\n--;vacant\nBaker, Berta;Officer\n")])
    assert len(people) == 2
    assert [str(entry) for entry in people.unread] == [
        "people.csv:3: this entry names nobody, and is passed over: “--, vacant”"
    ]


def test_entries_that_name_nobody_are_told_with_their_line():
    people = load_persons([("persons.txt", f"{LIST}  • —, vacant from 1957\n  • Fox, Gil, Officer\n".encode())])
    assert [(entry.line, entry.text) for entry in people.unread] == [(7, "—, vacant from 1957")]
    assert people.persons[-1].name.text == "Fox, Gil"


def test_a_list_of_terms_is_refused_as_persons():
    with pytest.raises(TeiconvError, match=r"^terms\.txt:1: this looks like a list of terms: give it as --terms"):
        names("terms.txt", TERMS)


def test_a_paper_is_refused_as_persons():
    with pytest.raises(TeiconvError, match=r"^memo\.txt:1: this looks like no list of persons"):
        names("memo.txt", PAPER)


def test_a_list_of_persons_is_refused_as_terms():
    with pytest.raises(TeiconvError, match=r"^persons\.txt:1: this looks like a list of persons: give it as --persons"):
        load_terms([("persons.txt", LIST.encode())])


def test_a_paper_is_refused_as_terms():
    with pytest.raises(TeiconvError, match=r"^memo\.txt:1: this looks like no list of terms"):
        load_terms([("memo.txt", PAPER.encode())])


def test_a_list_of_terms_may_be_short_and_hold_code_names():
    load_terms([("terms.txt", b"Rolling Stone, code name of the talks\nBarrel Top, the second stage\n")])


def test_a_sentence_before_the_list_is_nobody():
    sentence = "This list gives only those who are named often, with their offices.\n\n"
    assert names("persons.txt", f"{sentence}Abel, Adam, Director\nBaker, Berta, Officer\n") == [
        "Abel, Adam",
        "Baker, Berta",
    ]


def test_a_list_that_parts_names_from_offices_by_nothing():
    text = "Abel Adam B. Director of Files\nBaker Berta C. Assistant to the President\n"
    people = load_persons([("persons.txt", text.encode())])
    assert [(person.name.of("surname"), person.description) for person in people.persons] == [
        ("Abel", "Director of Files"),
        ("Baker", "Assistant to the President"),
    ]


def mutated(seed: int) -> str:
    """Return the list with signs put in, taken out and doubled."""
    chosen, text = random.Random(seed), list(LIST * 3)
    for _ in range(chosen.randrange(1, 25)):
        at = chosen.randrange(len(text))
        text[at : at + chosen.randrange(3)] = chosen.choice(
            ["(", ")", ",", "“", "1957", " ", "\n", ";", "é", "—", "II"]
        )
    return "".join(text)


@given(st.integers(0, 10**9))
def test_entries_mutated_at_random_break_nothing(seed):
    try:
        people = load_persons([("persons.txt", mutated(seed).encode())])
    except TeiconvError:
        return  # told, and refused
    to_tei("1. Note\n\nMr. Abel met Baker and Carrel Doe.", Options(persons=people))


def test_what_is_unread_is_told_and_kept_as_text(tmp_path):
    file = tmp_path / "persons.txt"
    file.write_text(f"{LIST}  • —, vacant from 1957\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["persons", str(file)])
    assert "persons.txt:7: this entry names nobody" in result.stderr
    kept = etree.fromstring(result.stdout.encode()).findall(".//{*}listPerson/{*}desc[@type='unread']")
    assert [node.text for node in kept] == ["—, vacant from 1957"]


def test_a_lone_carriage_return_in_a_cell_is_told_with_its_line():
    with pytest.raises(TeiconvError, match=r"^people\.csv:2: cannot be read as CSV: new-line character seen"):
        names("people.csv", b"name;description\nAbel, Adam;Director\rBaker, Berta;Officer\n")


def test_a_cell_larger_than_any_is_told_with_its_line():
    with pytest.raises(TeiconvError, match=r"^people\.csv:2: cannot be read as CSV: field larger than field limit"):
        names("people.csv", f"name\n{'x' * 200_000}\n")


IDS = 'id,name\n1,"Abel, Adam"\np_B,"Baker, Berta"\np_B,"Fox, Carl"\n"a b","Gull, Doe"\np_B,"Baker, Berta"\n'


def test_ids_that_are_none_or_repeat_are_told_with_their_line_and_never_written():
    people = load_persons([("people.csv", IDS.encode())])
    assert [(person.name.text, person.id) for person in people.persons] == [
        ("Abel, Adam", "p_1"),
        ("Baker, Berta", "p_B"),
        ("Fox, Carl", "p_FC1"),
        ("Gull, Doe", "p_GD1"),
    ]
    assert [str(remark).partition(" is ")[0] for remark in people.remarks] == [
        "people.csv:4: the id “p_B”",
        "people.csv:5: the id “a b”",
    ]
    tei = to_tei("5. Memo\n\nMr. Abel met Carl Fox.", Options(persons=people))
    assert b'<persName ref="#p_FC1">Carl Fox</persName>' in tei


def test_p_is_put_before_an_id_that_lacks_it():
    people = load_persons([("people.csv", b'id,name\nd5,"Abel, Adam"\n2,"Baker, Berta"\np_2,"Fox, Carl"\n')])
    assert [person.id for person in people.persons] == ["p_d5", "p_2", "p_FC1"]
    assert [str(remark) for remark in people.remarks] == [
        "people.csv:4: the id “p_2” is that of another entry (people.csv:3); another is made of the name"
    ]


def test_an_id_that_a_document_has_is_no_persons():
    people = load_persons([("people.csv", b'id,name\nd5,"Abel, Adam"\n')])
    assert b'xml:id="d5">' in to_tei("5. Memo\n\nMr. Abel met Carl Fox.", Options(persons=people))


TEI_LIST = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listPerson>
<person xml:id="p_A"><persName><surname>Ab<!-- sic -->el</surname>, <?x y?><forename>Adam</forename></persName></person>
<person><persName>Baker<!-- who? -->, Berta</persName></person>
<person><persName/></person>
</listPerson><list><item><persName xml:id="p_N"/>nobody</item></list></body></text></TEI>"""


def test_comments_and_instructions_in_names_are_no_part_of_them():
    assert names("people.xml", TEI_LIST) == ["Abel, Adam", "Baker, Berta"]


def test_empty_names_in_tei_are_told_with_their_line():
    people = load_persons([("people.xml", TEI_LIST)])
    assert [(entry.line, entry.text) for entry in people.unread] == [(4, ""), (5, "nobody")]


@pytest.mark.parametrize("column", ["Library-of-Congress", "Library of Congress", "Library\fof (Congress)"])
def test_a_column_of_an_authority_becomes_a_word(column):
    people = load_persons([("people.csv", f"name,{column}\nAbel,12\n".encode())])
    assert b'<idno type="Library-of-Congress">12</idno>' in to_tei(
        "5. Memo\n\nMr. Abel met him.", Options(persons=people)
    )


ERRORS = ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#NULL!", "#DIV/0!", "#NUM!", "#SPILL!", "####", "Err:502"]


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_of_a_spreadsheet_is_no_content(error):
    table = f'name,also,description,VIAF\n{error},,x,\n"Roe, Jane",{error}; Jenny,{error},{error}\n'
    people = load_persons([("p.csv", table.encode())])
    (person,) = people.persons
    assert ([name.text for name in person.names], person.description) == (["Roe, Jane", "Jenny"], "")
    assert person.identifiers == ()
    told = [str(remark) for remark in people.remarks]
    assert f"p.csv:3: “{error}” is an error of a spreadsheet, and is not read; correct the cell" in told
    terms = load_terms([("t.csv", f"term,expansion\n{error},x\nNSC,{error}\n".encode())])
    assert [(term.name, term.expansion) for term in terms.terms] == [("NSC", "")]
    assert len(terms.remarks) == 2


@pytest.mark.parametrize(
    ("value", "kept"), [("1.23E+10", ""), ("7E+08", ""), ("1,2E+10", ""), ("Q13", "Q13"), ("7E8", "7E8")]
)
def test_a_rounded_number_is_no_identifier(value, kept):
    people = load_persons([("p.csv", f'name,VIAF\n"Roe, Jane","{value}"\n'.encode())])
    assert [known.value for known in people.persons[0].identifiers] == [kept] * bool(kept)
    assert [str(remark) for remark in people.remarks] == [
        f"p.csv:2: “{value}” is a number that a spreadsheet has rounded, and is not read; correct the cell"
    ] * (not kept)


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_what_is_no_error_is_kept(words):
    kept, spoilt = sound({"description": words}, Place("p.csv", 2))
    assert kept["description"] == words or spoilt


ROUND = "Minh, Van, see Van Minh\nVan Minh, see Minh, Van\nRoe, John, clerk\n"
THREE = "U Thant, see Thant, U\nThant, U, Secretary-General\nThant U, see Thant, U\nRoe, John, clerk\n"


@pytest.mark.parametrize(
    ("text", "names"), [(ROUND, ["Minh, Van", "Van Minh"]), (THREE, ["Thant, U", "U Thant", "Thant U"])]
)
def test_of_entries_that_refer_to_each_other_under_the_same_words_one_stays(text, names):
    first, second = load_persons([("p.txt", text.encode())]).persons
    assert [name.text for name in first.names] == names
    assert (first.same_as, second.name.text) == ("", "Roe, John")


WORDS = st.sampled_from(["Roe", "Doe", "Thant", "U", "Van", "Minh"])
NAMED = st.lists(WORDS, min_size=1, max_size=2, unique=True).map(" ".join)


@given(st.lists(st.tuples(NAMED, NAMED), min_size=2, max_size=8))
def test_no_entry_that_refers_is_lost(pairs):
    text = "".join(f"{name}, see {other}\n" for name, other in pairs) + "Roe, John, clerk\nDoe, Jane, consul\n"
    kept = {name.text for person in load_persons([("p.txt", text.encode())]).persons for name in person.names}
    assert kept >= {name for name, _ in pairs}


def test_references_take_time_in_proportion():
    def load(size):
        numbers = range(20 * size, 21 * size)  # names that no other size has, and nothing remembers
        names = ("".join(chr(97 + number // 26**place % 26) for place in range(3)) for number in numbers)
        load_persons([("p.txt", "".join(f"N{name}, see Roe, John\n" for name in names).encode() + b"Roe, John, x\n")])

    assert grows_in_proportion(load, 200)
