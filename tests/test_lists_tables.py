"""Lists in CSV: every cell is read, or the row is refused with its line; and what a list gives as ids is told."""

from __future__ import annotations

import csv
import io
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.convert import to_tei
from teiconv.errors import Place, SourceError, TeiconvError
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.names.lists.tables import rows_of
from teiconv.options import Options
from teiconv.validation import validate

CELLS = string.ascii_letters + string.digits + " .,;\t\n\"'’é"


def one(text: str, name: str = "persons.csv") -> list[tuple[str, str]]:
    return [(person.name.text, person.description) for person in load_persons([(name, text.encode())]).persons]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("name,description\nRoe, John,President\n", 2, "this row has more cells than there are columns (“President”)"),
        ("name,description\nRoe,x\n\nDoe,a,,b\n", 4, "this row has more cells than there are columns (“b”)"),
        ('name,description\n"Roe, John,President\n"Doe, Jane",x\n', 2, "cannot be read as CSV: ',' expected after"),
        ('name,description\nRoe,x\n"Doe, Jane,x\nPoe,y\n', 3, "cannot be read as CSV: unexpected end of data"),
        ("name,name\nRoe,Doe\n", 1, "the columns “name” and “name” mean the same"),
        ("name,Office,description\nRoe,x,y\n", 1, "the columns “Office” and “description” mean the same"),
        ("name,VIAF,viaf\nRoe,1,2\n", 1, "the columns “VIAF” and “viaf” mean the same"),
    ],
)
def test_no_cell_of_a_table_is_passed_over_in_silence(text, line, message):
    for load, name in ((load_persons, "list.csv"), (load_terms, "list.csv")):
        with pytest.raises(TeiconvError) as error:
            load([(name, text.encode())])
        assert error.value.place == Place("list.csv", line)
        assert error.value.message.startswith(message)


def test_empty_cells_beyond_the_columns_are_nothing():
    assert one("name,description\nRoe,x,,\nDoe\n,,,,\n") == [("Roe", "x"), ("Doe", "")]


SHORT = [
    ("name;description;VIAF\nRoe, John;Consul, 1961; Envoy, 1963\n", ""),
    ("name;description;VIAF\nRoe, John;Consul\n", "“VIAF”"),
    ('name,also,description\n"Roe, John"\n', "“also” and “description”"),
    ("name;description;\nRoe, John;Consul\n", ""),
    ("name;description;VIAF\nRoe, John;Consul;\n", ""),
]


@pytest.mark.parametrize(("text", "missing"), SHORT)
def test_a_row_that_ends_before_the_last_columns_is_told_with_its_line(text, missing):
    told = [str(remark) for remark in load_persons([("p.csv", text.encode())]).remarks]
    line = text.count("\n")
    assert [remark.partition(", which")[0] for remark in told] == (
        [f"p.csv:{line}: this row has no cell for {missing}"] if missing else []
    )


def test_blanks_may_stand_before_a_cell_in_quotation_marks():
    assert one('name, description\n"Roe, John", "President, 1969"\n') == [("Roe, John", "President, 1969")]


@given(st.lists(st.tuples(st.text(CELLS, min_size=1), st.text(CELLS)), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_a_table_as_spreadsheets_write_it_is_read_with_all_its_cells(rows, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([("name", "description"), *((f"Roe{a}", b) for a, b in rows)])
    read, _ = rows_of(out.getvalue(), "x.csv", ("name",))
    told = [(" ".join(f"Roe{a}".split()), " ".join(b.split())) for a, b in rows]
    assert [(row["name"], row["description"]) for _, row in read] == told


def test_a_table_of_persons_is_no_list_of_terms():
    text = 'id,name,description\np_1,"Roe, John",President\np_2,"Doe, Jane",Consul\n'
    with pytest.raises(TeiconvError, match=r"list\.csv:1: this looks like a list of persons: give it as --persons"):
        load_terms([("list.csv", text.encode())])
    terms = load_terms([("terms.csv", b"name,description\nNSC,National Security Council\nROK,Republic of Korea\n")])
    assert [term.name for term in terms.terms] == ["NSC", "ROK"]


def test_ids_of_terms_that_cannot_be_used_are_told_with_their_lines_and_the_terms_stay():
    text = "id,term,expansion\n1 2,NSC,Council\nt_1,ROK,Korea\nt_1,PRC,China\nt_é,UN,Nations\n"
    terms = load_terms([("terms.csv", text.encode())])
    assert [term.id for term in terms.terms] == ["t_NSC1", "t_1", "t_PRC1", "t_UN1"]
    assert [str(remark)[:32] for remark in terms.remarks] == [
        "terms.csv:2: the id “1 2” is non",
        "terms.csv:4: the id “t_1” is tha",
        "terms.csv:5: the id “t_é” is non",
    ]
    tei = to_tei("Memorandum\n\nThe NSC met the ROK, the PRC and the UN.", Options(terms=terms))
    assert validate(tei) == []
    assert tei.count(b"<gloss target=") == 4


def test_a_list_in_another_encoding_is_told_what_can_be_done_about_a_list():
    with pytest.raises(SourceError, match=r"persons\.txt:1:3: the bytes EB are not utf-8; save it as UTF-8$"):
        load_persons([("persons.txt", "Roë, John\n".encode("latin-1"))])
