"""An authority: built from what users can get, and who of it a document names."""

from __future__ import annotations

import pickle
import re
import tarfile
from pathlib import Path

import pytest
from authority_sources import write_sources
from click.testing import CliRunner
from lxml import etree

from teiconv.authority.build import build
from teiconv.authority.compiled import Authority
from teiconv.authority.find import Finder
from teiconv.authority.tables import open_tables
from teiconv.authority.titles import held_by
from teiconv.authority.weigh import weight_of
from teiconv.cli import main
from teiconv.convert import to_tei, to_text
from teiconv.errors import TeiconvError
from teiconv.names.lists.load import load_persons
from teiconv.options import Options
from teiconv.validation import validate

MEMO = """12. Memorandum From the President’s Assistant for Files (Marlow) to President Roe

Washington, January 20, 1972.

On January 17 our Ambassador to Peru, Oswald Tarn, met with President Julio Quispe of Peru. President Quispe was glad.

Our Ambassador was of the view that Mr. Tarn’s earlier fears were unfounded. Mrs. Marlow agreed.
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authority")
    file = folder / "small.auth"
    file.write_bytes(build(write_sources(folder)).data)
    return file


@pytest.fixture(scope="module")
def options(authority: Path) -> Options:
    return Options(authority=Finder(authority))


def body(text: str, options: Options) -> str:
    """Return the body of the TEI of ``text``, on one line."""
    tei = to_tei(text, options)
    assert not [problem for problem in validate(tei) if problem.severity == "error"]
    assert to_text(tei) == text
    return " ".join(tei.decode().partition("<text>")[2].split())


def paper(sentence: str, date: str = "May 5, 1971") -> str:
    return f"3. Paper\n\nWashington, {date}.\n\n{sentence}"


def test_people_of_both_sources_are_one(authority):
    opened = Authority(authority)
    tarn = opened.known(opened.forms("tarn")[0].person).person
    assert tarn.id == "p_2"
    assert [(known.authority, known.value) for known in tarn.identifiers] == [
        ("history.state.gov", "2"),
        ("pocom", "tarn-oswald"),
    ]
    assert len(opened) == 8


def test_a_memo_without_a_list_names_people_of_the_authority(options):
    text = body(MEMO, options)
    assert '(<persName ref="#p_1" type="from">Marlow</persName>)' in text
    assert '<persName ref="#p_2">Oswald Tarn</persName>' in text
    assert re.search(r'President <persName ref="#p_4"[^>]*>Julio Quispe</persName>', text)
    assert re.search(r'Mr. <persName ref="#p_2"[^>]*>Tarn</persName>', text)


def test_the_authority_s_identifiers_are_kept(options):
    root = etree.fromstring(to_tei(MEMO, options))
    first = next(root.iter("{*}listPerson")).find("{*}person")
    assert first is not None
    numbers = {node.get("type"): node.text for node in first.iterfind("{*}idno")}
    assert numbers == {"history.state.gov": "1", "VIAF": "99"}


def test_an_office_named_beside_its_holder_is_the_holder(options):
    assert '<rs type="person" ref="#p_2">our Ambassador to Peru</rs>, <persName' in body(MEMO, options)


def test_our_ambassador_is_who_was_called_so_before(options):
    assert '<rs type="person" ref="#p_2" cert="medium">Our Ambassador</rs> was of the view' in body(MEMO, options)


OFFICES = {
    "Our Ambassador in Lima will call tomorrow.": "p_2",
    "The Secretary of Defense has no objection.": "p_5",
    "The former Ambassador to Peru will call.": None,
    "Our Ambassador-designate will call.": None,
    "The British Ambassador to Peru will call.": None,
    "In 1966 our Ambassador to Peru had called.": None,
    "Our Ambassador to Chile will call.": None,
    "The Office of the Secretary of Defense has no objection.": None,
    "Mr. Vost will serve as our Ambassador to Peru.": None,
    "Ambassador Vost: You should hand it to our Ambassador in Lima.": None,
    "Dr. Tarn: You should hand it to our Ambassador in Lima.": "p_2",
    "The Chancellor: You should hand it to our Ambassador in Lima.": None,
    "Our Ambassador to Peru will call. The American Ambassador agreed.": "p_2",
    "Our Ambassador to Peru will call. Our Ambassador, Lima, agreed.": "p_2",
    "Ambassador Oswald Tarn, Mr. Vost came. Mr. Roe and Ambassador Tarn, the Secretary of Defense.": None,
    "Oswald sends his love. Oswald, our Ambassador to Peru, is here.\n\nEver yours,\n\nOswald": "p_2",
}


@pytest.mark.parametrize("sentence", OFFICES)
def test_an_office_is_who_holds_it_on_the_day(sentence, options):
    found = re.findall(r'<rs type="person" ref="#(\w+)" cert="medium">', body(paper(sentence), options))
    assert found == ([OFFICES[sentence]] if OFFICES[sentence] else [])


DESPATCH = "3. Telegram From the Embassy in Peru to the Department of State\n\nLima, May 5, 1971.\n\n{}"
STATIONED = {
    "Act only on direction of US Amb.": "p_2",
    "Our Ambassador will call tomorrow.": "p_2",
    "Our Ambassador to Chile and our Ambassador will call.": None,
    "The Chilean Ambassador will call.": None,
    "An American Ambassador will call.": None,
    "US Ambassador Vost will call.": None,
    "The American Ambassador to Chile will call. Instruct American Ambassador by cable.": None,
    "In 1966 our Ambassador had called.": None,
}


@pytest.mark.parametrize("sentence", STATIONED)
def test_in_a_despatch_our_ambassador_is_the_one_at_that_post(sentence, options):
    found = re.findall(r'<rs type="person" ref="#(\w+)" cert="medium">', body(DESPATCH.format(sentence), options))
    assert found == ([STATIONED[sentence]] if STATIONED[sentence] else [])


TITLES = {
    "3. Letter From the Secretary of Defense to President Roe": True,
    "3. Letter From the Secretary of Defense’s Assistant (Vost) to President Roe": False,
    "3. Letter From the Acting Secretary of Defense to President Roe": False,
    "3. Letter From the Secretary of Defense (Lodden) to President Roe": False,
}


@pytest.mark.parametrize("title", TITLES)
def test_an_office_that_a_title_names_alone_is_who_holds_it(title, options):
    text = body(f"{title}\n\nWashington, May 5, 1971.\n\nThe King left.", options)
    assert ('<rs type="person" ref="#p_5" cert="medium">Secretary of Defense</rs>' in text) == TITLES[title]


def test_a_name_in_a_series_is_not_of_the_office_beside_it(options):
    text = body(paper("They met Mrs. Marlow, the Secretary of Defense, and Mr. Quispe."), options)
    assert '<rs type="person" ref="#p_5" cert="medium">the Secretary of Defense</rs>' in text


def test_an_office_behind_a_name_is_who_is_named(options):
    assert '<rs type="person" ref="#p_4">U.S. Ambassador to Peru</rs>' in body(
        paper("The reference is to General Julio Quispe Rojas, U.S. Ambassador to Peru."), options
    )
    assert "<rs" not in body(paper("The reference is to Jane Vost, U.S. Ambassador to Peru."), options)


def test_an_office_at_the_end_of_a_sentence_is_not_of_the_name_that_begins_the_next(options):
    said = "Ambassador Oswald Tarn came. He advised the Secretary of Defense. Tarn flew to Lima."
    assert "<rs" not in body(f"3. Editorial Note\n\n{said}", options)


def test_our_ambassador_with_a_name_behind_is_not_who_was_called_so_before(options):
    sentence = "Our Ambassador to Peru will call. The return of our Ambassador, Mr. Jules Vost, is welcome."
    assert "p_2" not in re.findall(r'ref="#(\w+)"[^>]*>our Ambassador</rs>', body(paper(sentence), options))


def test_who_held_an_office_beyond_doubt_goes_before_who_may_have(options):
    assert 'ref="#p_5" cert="medium"' in body(paper("The Secretary of Defense agreed.", "May 5, 1972"), options)


def test_the_day_decides_who_holds_an_office(options):
    sentence = "Our Ambassador to Peru will call."
    assert 'ref="#p_vine-ada"' in body(paper(sentence, "May 5, 1966"), options)
    assert "<rs" not in body(paper(sentence, "May 5, 1990"), options)


def test_who_was_not_born_is_not_meant(options):
    text = body(paper("Mr. Tarn told us that he agreed.", "May 5, 1890"), options)
    assert "#p_3" not in text


def test_the_time_tells_namesakes_apart(options):
    assert '#p_2"' in body(paper("Ambassador Tarn told us that he agreed."), options)
    assert '#p_3"' in body(paper("Mr. Tarn of the Legation at Bern told us that he agreed.", "May 5, 1918"), options)


def test_another_forename_is_another_person(options):
    assert "#p_2" not in body(paper("Mr. Wilbur Tarn told us that he agreed."), options)


def test_a_name_in_another_transliteration_leads_to_the_same_person(options):
    text = body(paper("The Minister, Chan Po-lin, agreed. Mr. Chan left."), options)
    assert text.count("#p_6") == 2


def test_what_a_volume_says_can_be_left_out(tmp_path):
    sources = write_sources(tmp_path)
    file = tmp_path / "less.auth"
    file.write_bytes(build(sources, without=["frus1969-76v90"]).data)
    opened = Authority(file)
    known = opened.known(opened.forms("marlow")[0].person)
    assert [opened.header["volumes"][number][0] for number in known.volumes] == ["frus1969-76v91"]
    assert not opened.holders("secretary of defense")  # only that volume told of it


def test_equal_sources_give_equal_bytes(authority, tmp_path):
    assert build(write_sources(tmp_path)).data == authority.read_bytes()


def test_lists_of_persons_are_sources_too(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text('name,description,VIAF\n"Orr, Hazel M.",Clerk,77\n', encoding="utf-8")
    (tmp_path / "mine.auth").write_bytes(build([file]).data)
    opened = Authority(tmp_path / "mine.auth")
    person = opened.known(opened.forms("orr")[0].person).person
    assert (person.id, person.description) == ("p_77", "Clerk")


def test_processes_open_the_authority_themselves(authority):
    opened = pickle.loads(pickle.dumps(Authority(authority)))
    assert len(opened) == 8


def test_what_is_no_authority_is_refused(tmp_path):
    file = tmp_path / "no.auth"
    file.write_bytes(b"Persons\n")
    with pytest.raises(TeiconvError, match=r"no\.auth: this is no compiled authority; make one with"):
        Authority(file)


def test_an_authority_that_was_cut_short_is_refused(authority, tmp_path):
    whole, cut = authority.read_bytes(), tmp_path / "cut.auth"
    for size in (1, len(whole) // 2, len(whole) - 1):
        cut.write_bytes(whole[:size])
        with pytest.raises(TeiconvError, match=r"cut\.auth: (this is no compiled|the end of this) authority"):
            len(Authority(cut).header)


def test_the_command_line_builds_and_uses_it(tmp_path):
    people, pocom = write_sources(tmp_path)
    made = tmp_path / "small.auth"
    result = CliRunner().invoke(main, ["authority", "build", str(people), str(pocom), "-o", str(made)])
    assert (result.exit_code, "8 persons of 3 volumes" in result.stderr) == (0, True)
    memo = tmp_path / "memo.txt"
    memo.write_text(MEMO, encoding="utf-8")
    converted = CliRunner().invoke(main, ["convert", str(memo), "--authority", str(made)])
    assert 'ref="#p_2"' in converted.stdout


def test_a_batch_uses_it(tmp_path):
    made = tmp_path / "small.auth"
    made.write_bytes(build(write_sources(tmp_path)).data)
    source = tmp_path / "texts"
    source.mkdir()
    (source / "memo.txt").write_text(MEMO, encoding="utf-8")
    (source / "teiconv.toml").write_text('authority = "../small.auth"\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["batch", str(source), str(tmp_path / "tei"), "-j", "1", "-q"])
    assert result.exit_code == 0, result.stderr
    assert 'ref="persons.xml#p_2"' in (tmp_path / "tei/memo.xml").read_text(encoding="utf-8")
    register = etree.parse(tmp_path / "tei/persons.xml")
    assert [node.text for node in register.iterfind(".//{*}person[1]/{*}idno")] == ["1", "99"]


def test_two_surnames_side_by_side_are_nobody_of_whom_the_authority_knows_one(options):
    """Each might be a name of its own; a forename before a surname is not."""
    assert "<persName" not in body(paper("They told Marlow Quispe of it."), options)
    found = body(paper("They told Mrs. Cecilia Lodden of it."), options)
    assert re.findall(r">([^<]+)</persName>", found) == ["Cecilia Lodden"]


def test_the_keys_of_an_authority_are_sorted_and_end(authority):
    _, tables = open_tables(authority)
    assert all(list(table) == sorted(table) for table in tables.values())


def test_without_a_day_nobody_holds_an_office_and_a_title_is_that_of_all_who_held_it(authority, options):
    opened = Authority(authority)
    named = {opened.known(number).person.id for number in held_by(opened, [("secretary", "of", "defense")], None)}
    assert named == {"p_5", "p_7"}
    assert "<rs" not in body("3. Paper\n\nThe Secretary of Defense has no objection.", options)


def test_what_says_nothing_of_people_is_passed_over(tmp_path):
    """Notes lie about in a clone; remarks may be empty; an entry may refer to another, and a term has no day."""
    sources = write_sources(tmp_path)
    before = build(sources)
    (sources[0] / "data/notes.xml").write_text("<notes><note>See the wiki.</note></notes>")
    (sources[0] / "data/1.xml").write_text(
        (sources[0] / "data/1.xml").read_text().replace("<remarks>", "<remarks><remark><p> </p></remark>")
    )
    assert build(sources).data == before.data
    (tmp_path / "list.txt").write_text("Persons\n\nMarlow, Edith, Assistant\nVost, E., see Marlow, Edith\n")
    assert build([tmp_path / "list.txt"]).persons == 1


def test_a_build_may_be_quiet(tmp_path):
    (tmp_path / "list.txt").write_text("Persons\n\nMarlow, Edith, Assistant\nVost, Ezra, Clerk\n")
    command = ["authority", "build", str(tmp_path / "list.txt"), "-o", str(tmp_path / "a.auth")]
    assert "2 persons of 0 volumes" in CliRunner().invoke(main, command).output
    assert CliRunner().invoke(main, [*command, "-q"]).output == ""


def test_with_a_list_and_an_authority_nobody_has_two_ids(authority):
    people = load_persons([("persons.txt", b"Tarn, Oswald Peter, Ambassador to Peru\n")])
    tei = to_tei(MEMO, Options(persons=people, authority=Finder(authority)))
    assert b'<rs type="person" ref="#p_TOP1">our Ambassador to Peru</rs>' in tei
    assert b"p_2" not in tei


def test_who_holds_an_office_that_is_told_twice_is_listed_once(options):
    text = "Our Ambassador to Peru agreed, and the Ambassador in Lima will call; the Ambassador to Peru is here."
    assert body(paper(text), options).count('ref="#p_2"') == 3  # and valid: no id comes twice


def test_words_weigh_the_same_in_whatever_order_a_process_counts_them(authority):
    words = {"peru": 0.1, "embassy": 0.7, "oil": 2.3, "fishing": 5.9, "general": 0.2}
    known = Authority(authority).known(0)._replace(words=words)
    assert weight_of(words, known) == weight_of(reversed(words), known) == weight_of(sorted(words), known)


NAMED_WITHOUT = {
    "The treaty is signed.\n\nSincerely yours,\n\nAmory A. Quent": "Quent",
    "Secretary Tarn is in Manila.": "Tarn",
    "Mr. Dunley sends the movements of the ship.": "Dunley",
}


@pytest.mark.parametrize("sentence", NAMED_WITHOUT)
def test_whoever_is_a_person_without_an_authority_is_one_with_it(sentence, options):
    name = rf"<persName [^>]*>[^<]*\b{NAMED_WITHOUT[sentence]}</persName>"
    assert re.search(name, body(paper(sentence, "May 9, 1898"), Options()))
    assert re.search(name, body(paper(sentence, "May 9, 1898"), options))


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz"])
def test_a_compressed_archive_of_sources_that_is_cut_short_is_refused(kind, tmp_path):
    people, _ = write_sources(tmp_path)
    archive = tmp_path / f"people.tar.{kind}"
    with tarfile.open(archive, f"w:{kind}") as packed:
        packed.add(people)
    whole = archive.read_bytes()
    for size in range(20, len(whole), len(whole) // 8):
        archive.write_bytes(whole[:size])
        with pytest.raises(TeiconvError, match=r"people\.tar"):
            build([archive])
