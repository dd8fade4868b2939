"""What users give to the library by mistake, and what they may give besides: each gets a message or works, at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

import teiconv

MEMO = "1. Letter From John Roe to Jane Doe\n\nMr. Roe came.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/d1.txt").write_text(MEMO)
    (tmp_path / "persons.txt").write_text("Roe, John, President\n")
    return tmp_path


@pytest.mark.parametrize(
    ("identifier", "better"), [("mémo", "memo"), ("1 2", "d1-2"), ("12", "d12"), ("", "d"), ("a:b", "a-b")]
)
def test_an_identifier_that_xml_does_not_take_is_refused_with_one_that_it_takes(identifier, better):
    with pytest.raises(teiconv.OptionsError, match=f"cannot be an xml:id.*write “{better}”"):
        teiconv.to_tei(MEMO, identifier=identifier)


def test_the_identifier_of_the_program_is_refused_for_a_document():
    with pytest.raises(teiconv.OptionsError, match="xml:id of the program in the header; write “d-teiconv”"):
        teiconv.to_tei(MEMO, identifier="teiconv")
    assert b'xml:id="d-teiconv"' in teiconv.to_tei(MEMO, identifier="d-teiconv")


def test_an_identifier_is_refused_on_the_command_line(texts):
    command = [sys.executable, "-m", "teiconv", "convert", str(texts / "texts/d1.txt"), "--id", "mémo"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert "write “memo”" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"person": "persons.txt"}, "convert_folder has no argument “person”; did you mean “persons”"),
        ({"publication": {}}, "convert_folder has no argument “publication”"),
        ({"persons": 5}, "“persons” takes the path of a file, or a list of paths, not 5"),
        ({"persons": [5]}, "“persons” takes the path of a file or folder, not 5"),
        ({"jobs": "two"}, "“jobs” takes a number from 1 on, or None .* not 'two'"),
        ({"jobs": 0}, "“jobs” takes a number from 1 on"),
        ({"report": "r.txt"}, "“report” takes a file that ends in .html or .json, not 'r.txt'"),
        ({"unlisted": "yes"}, "“unlisted” takes True or False, not 'yes'"),
        ({"conventions": "frsu"}, "there are no conventions 'frsu'; choose one of"),
        ({"conventions": Path("frus")}, "“conventions” takes a string"),
        ({"authority": 5}, "“authority” takes the path of a file or folder, not 5"),
    ],
    ids=str,
)
def test_an_argument_of_a_folder_that_does_not_work_is_refused_at_once(texts, given, message):
    with pytest.raises(teiconv.OptionsError, match=message):
        teiconv.convert_folder(texts / "texts", texts / "tei", **given)
    assert not (texts / "tei").exists()


@pytest.mark.parametrize("given", [{"persons": 5}, {"terms": {}}, {"authority": 5}, {"unlisted": "yes"}], ids=str)
def test_an_option_of_the_wrong_type_is_refused_at_once(given):
    with pytest.raises(teiconv.OptionsError, match=f"“{next(iter(given))}” takes"):
        teiconv.to_tei(MEMO, **given)


@pytest.mark.parametrize("given", [object(), bytearray(b"Roe"), range(3), len], ids=lambda given: type(given).__name__)
@pytest.mark.parametrize("option", ["persons", "terms", "authority"])
def test_what_is_no_list_is_refused_where_the_options_are_made(option, given):
    with pytest.raises(teiconv.OptionsError, match=f"“{option}” takes the path of"):
        teiconv.Options(**{option: given})


OTHERS = [
    None,
    5,
    1.5,
    [],
    {},
    object(),
    bytearray(b"<TEI/>"),
    memoryview(b"<TEI/>"),
    range(3),
    PurePosixPath("memo.txt"),
]
TAKE_TEXT = [teiconv.to_tei, teiconv.read_text]
TAKE_TEI = [teiconv.to_text, teiconv.read_tei, teiconv.read_volume, teiconv.validate]
TAKE_DOCUMENTS = [teiconv.write_tei, lambda given: teiconv.left_out(given, "tei"), teiconv.rows]


@pytest.mark.parametrize("given", OTHERS, ids=lambda given: type(given).__name__)
@pytest.mark.parametrize("function", [*TAKE_TEXT, *TAKE_TEI])
def test_what_is_neither_text_nor_bytes_nor_path_is_a_type_error_that_says_so(function, given):
    with pytest.raises(TypeError, match=f"given as .*, not as {type(given).__name__}"):
        function(given)


@pytest.mark.parametrize("given", [5, "memo.xml", b"<TEI/>", Path("memo.xml"), ["memo.xml"]], ids=repr)
@pytest.mark.parametrize("function", TAKE_DOCUMENTS)
def test_what_is_no_document_is_a_type_error(function, given):
    with pytest.raises(TypeError):
        function(given)


def test_options_are_options():
    with pytest.raises(TypeError, match="“options” takes Options, not dict"):
        teiconv.to_tei(MEMO, {"persons": "persons.txt"})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a\0b", "\ud800"], ids=ascii)
@pytest.mark.parametrize("function", [*TAKE_TEXT, *TAKE_TEI, teiconv.load_persons])
def test_a_name_that_no_file_can_have_is_told(function, name):
    with pytest.raises(teiconv.TeiconvError, match="no file can have this name"):
        function(Path(name))


@pytest.mark.parametrize("function", TAKE_TEI)
def test_half_of_a_surrogate_pair_is_no_xml(function):
    with pytest.raises(teiconv.TeiError, match="not well formed"):
        function("<TEI>\ud800</TEI>")


@pytest.mark.parametrize("option", ["identifier", "number"])
def test_a_value_that_no_attribute_holds_is_refused_as_that_and_not_blamed_on_the_text(option):
    with pytest.raises(teiconv.OptionsError, match=f"“{option}” has more than 10000 characters"):
        teiconv.to_tei(MEMO, **{option: "x" * 60_000})
    with pytest.raises(teiconv.OptionsError, match="“licence” has more than 10000 characters"):
        teiconv.Publication(licence="https://example.org/" + "x" * 60_000)


def test_one_list_of_a_folder_may_be_given_by_its_path_alone(texts):
    teiconv.convert_folder(texts / "texts", texts / "tei", persons=str(texts / "persons.txt"), jobs=1)
    assert [person.name for person in teiconv.read_tei(texts / "tei/d1.xml").persons][:1] == ["Roe, John"]


def test_a_type_checker_takes_paths_of_lists(tmp_path):
    pytest.importorskip("mypy")
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\nimport teiconv\n"
        'options = teiconv.Options(persons="persons.txt", terms=Path("terms.csv"), decisions=Path("d.toml"))\n'
        'teiconv.validate(b"", [Path("frus.rnc")])\n'
        'teiconv.convert_folder("texts", "tei", persons="persons.txt")\n'
    )
    root = Path(teiconv.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(root / ".mypy_cache"), str(script)],
        capture_output=True, text=True, cwd=root, env={"MYPYPATH": str(root)},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element><anyName/><text/></element></start>
</grammar>"""


@pytest.mark.parametrize("kind", [str, Path])
def test_a_schema_may_be_given_by_its_path(tmp_path, kind):
    file = tmp_path / "own.rng"
    file.write_text(GRAMMAR)
    tei = teiconv.to_tei(MEMO)
    assert [problem.file for problem in teiconv.validate(tei, [kind(file)])]
    assert teiconv.validate(tei, kind(file)) == teiconv.validate(tei, [kind(file)])
    with pytest.raises(teiconv.TeiconvError, match=r"none\.rng: the schema cannot be read"):
        teiconv.validate(tei, [kind(tmp_path / "none.rng")])


def test_the_source_of_a_file_of_ours_has_its_words_and_the_order_of_these():
    text = "1. Letter From John Roe to Jane Doe1\n\nText.\n\n  1. Source: National Archives, RG 59, Box 12, "
    document = teiconv.read_text(f"{text}Central Files 1970–73, POL 7 PERU. Secret.")
    again = teiconv.read_tei(teiconv.write_tei(document))
    assert again.source == document.source
    assert again.source is not None
    assert again.source.citation == "National Archives, RG 59, Box 12, Central Files 1970–73, POL 7 PERU"
    assert [unit.level.value for unit in again.source.units] == ["record-group", "box", "series", "file-number"]


def test_a_decision_about_all_documents_whose_words_are_absent_is_told(tmp_path):
    file = tmp_path / "decisions.toml"
    file.write_text('[[place]]\nwords = "Strelsau"\nis = "place"\n')
    (told,) = teiconv.read_text(MEMO, decisions=file).told
    assert told.endswith("decisions.toml:1: decision not carried out: the text does not have these words: “Strelsau”")


def test_a_letter_names_its_parties_as_the_list_does(texts):
    document = teiconv.read_text(MEMO, persons=texts / "persons.txt")
    (row,) = teiconv.rows(document, "letters")
    assert (row["sender"], row["recipient"]) == ("Roe, John", "Jane Doe")


def test_spans_of_spacy_end_with_the_name_and_not_with_the_call():
    pytest.importorskip("spacy")
    text = "1. Letter From John Roe to Jane Doe\n\nHe (Mr. Roe)1 met Doe?2\n\n  1. A friend.\n  2. So it is."
    doc = teiconv.spacy_doc(teiconv.read_text(text))
    assert doc.text == text
    assert [span.text for span in doc.spans["persons"]][-2:] == ["Roe", "Doe"]
    with pytest.raises(teiconv.OptionsError, match=r"“pipeline” takes a pipeline, as spacy\.load"):
        teiconv.spacy_doc(teiconv.read_text(text), "en")
