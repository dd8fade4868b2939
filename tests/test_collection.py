"""A batch of files makes one collection: ids once, persons once, and references that lead to their documents."""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from batch_helpers import but_times, contents, tree
from click.testing import CliRunner
from lxml import etree

from teiconv.batch import Plan, Summary, read_manifest, resolve, run
from teiconv.cli import main
from teiconv.collection.gathering import Gathering
from teiconv.collection.identity import UnlistedPerson, found_in, likely, renamed
from teiconv.collection.ids import document_id, relative
from teiconv.collection.named import KINDS, named
from teiconv.collection.pages import Paged, first_pages
from teiconv.formats.tei.meaning import State, digest, marked, meaning_of, said_whole, state
from teiconv.formats.tei.register_meaning import register_meaning
from teiconv.model import element
from teiconv.names.lists.persons_text import persons_from_text
from teiconv.names.people.index import PersonList
from teiconv.settings import Settings, find_settings, read_settings
from teiconv.validation import validate

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

FIRST = """1. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, May 3, 1970.

[Page 7]

Subject: Elphberg. For the background see Document 2, and footnote 2, Document 2.2 William P. Rogers was told.

  1. Source: National Archives, RG 59, Central Files 1970–73, POL RUR. Secret.
  2. See Document 9.
"""
SECOND = """2. Memorandum From Henry Hentzau to William P. Rogers1

Washington, May 4, 1970.

Mr. Sapt called on Ambassador Henry Hentzau.2 See Document 1; Foreign Relations, 1969–1976, volume VI, Document 32.

  1. Source: National Archives, RG 59, Central Files 1970–73, POL RUR. Secret.
  2. Not found.
"""
THIRD = """3. Editorial Note

On May 5 Mr. Sapt told Ambassador Henry Hentzau [Page 8] that nothing had changed. (See Document 1, footnote 2.)
"""
TEXTS = {"d1.txt": FIRST, "d2.txt": SECOND, "d3.txt": THIRD}


def collect(source: Path, target: Path, *, jobs: int = 1, **choices: object) -> Summary:
    file = find_settings(source)
    settings = read_settings(file) if file else Settings()
    setups, without = resolve(str(source), settings, collection=True)
    return run(Plan(str(source), str(target), setups, without, jobs=jobs, **choices))  # type: ignore[arg-type]


def parsed(file: Path) -> etree._Element:
    return etree.parse(str(file)).getroot()


def references(file: Path) -> list[str | None]:
    return [ref.get("target") for ref in parsed(file).iter(f"{TEI}ref")]


def dangling(root: Path) -> list[tuple[str, str]]:
    """Return the pointers in all files under ``root`` that lead to nothing in them."""
    files = {file.relative_to(root).as_posix(): parsed(file) for file in root.rglob("*.xml")}
    ids = {(name, node.get(ID)) for name, tree in files.items() for node in tree.iter() if node.get(ID)}
    found = []
    for name, tree_ in files.items():
        for node in tree_.iter():
            for key in ("ref", "target", "corresp", "sameAs", "resp", "source", "who"):
                for pointer in (node.get(key) or "").split():
                    if "#" in pointer and ":" not in pointer:
                        file, _, fragment = pointer.partition("#")
                        there = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(file)))
                        if (there if file else name, fragment) not in ids:
                            found.append((name, pointer))
    return found


def ids(root: Path) -> Counter[str]:
    nodes = (node for file in root.rglob("*.xml") for node in parsed(file).iter())
    return Counter(id for node in nodes if (id := node.get(ID)))


def test_references_lead_to_their_documents(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    assert references(tmp_path / "out/d1.xml") == ["d2.xml#d2", "d2.xml#d2fn2", None]
    assert references(tmp_path / "out/d2.xml") == ["d1.xml#d1", "volume:frus1969-76v06/d32"]
    assert dangling(tmp_path / "out") == []


def test_what_leads_nowhere_is_said_in_the_manifest(tmp_path: Path) -> None:
    summary = collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    rows = {row.input: row for row in read_manifest(summary.manifest)}
    assert rows["d1.txt"].part is not None
    assert rows["d1.txt"].part.unresolved == ("d9",)


def test_other_volumes_go_by_a_declared_prefix(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    (prefix,) = parsed(tmp_path / "out/d2.xml").iter(f"{TEI}prefixDef")
    assert prefix.get("ident") == "volume"
    assert prefix.get("replacementPattern") == "https://history.state.gov/historicaldocuments/$1"


def test_the_address_of_other_volumes_is_a_setting(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {**TEXTS, "teiconv.toml": '[edition]\nvolumes = "https://example.org/v/"\n'})
    collect(source, tmp_path / "out")
    (prefix,) = parsed(tmp_path / "out/d2.xml").iter(f"{TEI}prefixDef")
    assert prefix.get("replacementPattern") == "https://example.org/v/$1"


def test_each_id_is_there_once(tmp_path: Path) -> None:
    texts = {f"{folder}/{name}": text for folder in ("a", "b") for name, text in TEXTS.items()}
    collect(tree(tmp_path / "in", {**texts, **TEXTS}), tmp_path / "out")
    assert ids(tmp_path / "out").most_common(1)[0][1] == 1
    assert dangling(tmp_path / "out") == []


def test_numbers_are_those_of_the_folder_where_folders_share_them(tmp_path: Path) -> None:
    texts = {f"{folder}/{name}": text for folder in ("a", "b") for name, text in TEXTS.items()}
    collect(tree(tmp_path / "in", texts), tmp_path / "out")
    assert references(tmp_path / "out/b/d1.xml")[0] == "d2.xml#b.d2"


def test_folders_of_one_series_of_numbers_are_one_volume(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", {"a/d1.txt": FIRST, "b/x/d2.txt": SECOND}), tmp_path / "out")
    assert references(tmp_path / "out/a/d1.xml")[:2] == ["../b/x/d2.xml#b.x.d2", "../b/x/d2.xml#b.x.d2fn2"]


def test_a_number_that_two_documents_have_leads_nowhere(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", {**TEXTS, "copy.txt": SECOND}), tmp_path / "out")
    assert references(tmp_path / "out/d1.xml") == [None, None, None]


def test_documents_are_found_by_number_whatever_their_files_are_called(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", {"a telegram.txt": FIRST, "Größe (1).txt": SECOND}), tmp_path / "out")
    assert references(tmp_path / "out/a telegram.xml")[0] == "Gr%C3%B6%C3%9Fe%20%281%29.xml#Gr_f6__df_e_20__28_1_29_"
    assert dangling(tmp_path / "out") == []


def test_each_file_has_an_id_and_a_language(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    for file in (tmp_path / "out").glob("*.xml"):
        assert parsed(file).get(ID, "").startswith("tei_")
        assert parsed(file).get(LANG) == "en"


def test_each_file_is_valid_and_gives_back_its_text(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    for file in (tmp_path / "out").glob("*.xml"):
        assert [problem for problem in validate(file.read_bytes()) if problem.severity == "error"] == [], file
    done = CliRunner().invoke(main, ["batch", str(tmp_path / "out"), str(tmp_path / "back"), "--to", "text", "-j1"])
    assert done.exit_code == 0, done.output
    assert contents(tmp_path / "back") == contents(tmp_path / "in")


def test_a_document_called_as_a_register_is_no_register(tmp_path: Path) -> None:
    summary = collect(tree(tmp_path / "in", {**TEXTS, "persons.txt": "A text."}), tmp_path / "out")
    assert summary.failed == 1
    assert "<person " in (tmp_path / "out/persons.xml").read_text(encoding="utf-8")


def test_a_second_run_converts_nothing_and_changes_nothing(tmp_path: Path) -> None:
    source, target = tree(tmp_path / "in", TEXTS), tmp_path / "out"
    collect(source, target)
    before = contents(target)
    assert collect(source, target).unchanged == 3
    assert contents(target) == before


def test_a_document_that_is_added_converts_nothing_but_itself(tmp_path: Path) -> None:
    source, target = tree(tmp_path / "in", TEXTS), tmp_path / "out"
    collect(source, target)
    before = ids(target)
    tree(source, {"d9.txt": THIRD.replace("3.", "9.", 1)})
    summary = collect(source, target)
    assert (summary.converted, summary.unchanged) == (1, 3)
    assert references(target / "d1.xml")[2] == "d9.xml#d9"
    assert set(before) <= set(ids(target))


def test_it_ends_up_as_if_done_at_once(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {"d1.txt": FIRST})
    collect(source, tmp_path / "out")
    tree(source, {**TEXTS, "d9.txt": THIRD.replace("3.", "9.", 1)})
    collect(source, tmp_path / "out")
    (source / "d9.txt").unlink()
    summary = collect(source, tmp_path / "out", withdraw=True)
    once = collect(source, tmp_path / "once", jobs=2)
    assert contents(tmp_path / "out") == contents(tmp_path / "once")
    assert but_times(summary.manifest) == but_times(once.manifest)


def test_an_edited_document_is_kept_and_converted_again_when_asked_for(tmp_path: Path) -> None:
    source, target = tree(tmp_path / "in", TEXTS), tmp_path / "out"
    collect(source, target)
    before = contents(target)
    (target / "d1.xml").write_bytes(before["d1.xml"].replace(b"d2.xml#d2fn2", b"d2.xml#d2fn9"))
    assert collect(source, target).kept == 1
    assert b"d2.xml#d2fn9" in (target / "d1.xml").read_bytes()
    assert contents(target)["collection.xml"] == before["collection.xml"]
    assert collect(source, target, overwrite=True).converted == 1
    (copy,) = target.glob("*.bak")
    copy.unlink()
    assert contents(target) == before


def test_persons_of_a_list_stand_in_the_register_alone(tmp_path: Path) -> None:
    persons = "Hentzau, Henry, Ambassador\nRogers, William P., Secretary of State\nSapt, Fritz, Colonel\n"
    settings = 'persons = "people.txt"\n'
    source = tree(tmp_path / "in", {**TEXTS, "people.txt": persons, "teiconv.toml": settings})
    collect(source, tmp_path / "out")
    register = parsed(tmp_path / "out/persons.xml")
    assert [person.get(ID) for person in register.iter(f"{TEI}person")] == ["p_HH1", "p_RWP1", "p_SF1"]
    document = parsed(tmp_path / "out/d2.xml")
    assert document.find(f"{TEI}standOff") is None
    assert {name.get("ref") for name in document.iter(f"{TEI}persName")} == {
        "persons.xml#p_HH1",
        "persons.xml#p_RWP1",
        "persons.xml#p_SF1",
    }


def test_the_manifest_counts_persons_by_name(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {**TEXTS, "people.txt": "Rogers, William P., Secretary of State\n"})
    tree(source, {"teiconv.toml": 'persons = "people.txt"\n'})
    rows = {row.input: row for row in read_manifest(collect(source, tmp_path / "out").manifest)}
    assert rows["d1.txt"].facts.persons == {"Rogers, William P.": 1}


def test_without_a_list_a_whole_name_is_one_person_everywhere(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    register = parsed(tmp_path / "out/persons.xml")
    found = {person.get(ID): person for person in register.iter(f"{TEI}person")}
    assert "p_hentzau-henry" in found
    refs = {name.get("ref") for n in (2, 3) for name in parsed(tmp_path / f"out/d{n}.xml").iter(f"{TEI}persName")}
    assert "persons.xml#p_hentzau-henry" in refs


def test_without_a_list_a_bare_surname_is_a_person_of_its_document(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", TEXTS), tmp_path / "out")
    register = parsed(tmp_path / "out/persons.xml")
    sapts = {id for p in register.iter(f"{TEI}person") if (id := p.get(ID, "")).startswith("p_sapt")}
    assert sapts == {"p_sapt.d2", "p_sapt.d3"}


def found(surname: str, *forenames: str, document: str = "") -> UnlistedPerson:
    name = "-".join((surname, *forenames))
    return UnlistedPerson(
        f"p_{name}{document and '.' + document}", surname, forenames, (("surname", surname),), document
    )


@pytest.mark.parametrize(
    ("person", "others", "expected"),
    [
        (found("rogers", document="d1"), [found("rogers", "william", "p")], "p_rogers-william-p"),
        (found("rogers", "w", document="d1"), [found("rogers", "william", "p")], "p_rogers-william-p"),
        (found("rogers", "b", document="d1"), [found("rogers", "william", "p")], None),
        (found("rogers", "william"), [found("rogers", "william", "p")], "p_rogers-william-p"),
        (found("rogers", "will"), [found("rogers", "william", "p")], None),
        (found("rogers", document="d1"), [found("rogers", "william", "p"), found("rogers", "bernard")], None),
        (found("rogers", document="d1"), [found("rogers", document="d2")], None),
    ],
)
def test_who_may_be_whom(person: UnlistedPerson, others: list[UnlistedPerson], expected: str | None) -> None:
    other = likely(person, others)
    assert (other.id if other else None) == expected


def people(text: str) -> PersonList:
    return PersonList(persons_from_text(text))


def test_an_id_of_two_lists_is_never_two_people() -> None:
    one, two = (
        people("Rogers, William P., Secretary"),
        people("Rostow, Walt Whitman Pat, Adviser\nRoss, Wilma P., Clerk"),
    )
    changes = renamed({"a": one.persons, "b": two.persons})
    assert [person.id for person in one.persons] == ["p_RWP1"]
    assert [changes["b"].get(person.id, person.id) for person in two.persons] == ["p_RWWP1", "p_RWP1.b"]


def test_a_person_of_two_lists_has_one_id() -> None:
    one, two = people("Rogers, William P., Secretary"), people("Ross, Wilma P., Clerk\nRogers, William P., Lawyer")
    changes = renamed({"a": one.persons, "b": two.persons})
    assert [changes["b"].get(person.id, person.id) for person in two.persons] == ["p_RWP1.b", "p_RWP1"]


def test_entries_that_refer_to_two_people_stay_two() -> None:
    others = "  • Hentzau, Henry, Ambassador\n  • Sapt, Fritz, Colonel\n"
    one = people(f"Persons\n\n{others}  • Minh, see Duong Van Minh\n")
    two = people(f"Persons\n\n  • Minh (“Little Minh”), see Tran Van Minh\n{others}")
    changes = renamed({"a": one.persons, "b": two.persons, "c": one.persons})
    assert changes["b"] == {two.persons[0].id: f"{one.persons[2].id}.b"}
    assert changes["c"] == {}


def test_two_of_one_name_in_one_list_stay_two() -> None:
    one = people("Smith, John, Clerk\nSmith, John, General")
    two = people("Smith, John, Clerk\nSmith, John, Poet")
    changes = renamed({"a": one.persons, "b": two.persons})
    new = [changes["b"].get(person.id, person.id) for person in two.persons]
    assert len({*new}) == 2


def test_names_in_other_scripts_have_ids() -> None:
    (person,) = people("Łukasiewicz, Ådám, Minister").persons
    assert found_in("d1", person.name).id == "p__142_ukasiewicz-adam"


@pytest.mark.parametrize(
    ("path", "expected"),
    [("d12.txt", "d12"), ("12.txt", "d12"), ("a/b.txt", "a.b"), ("a.b.txt", "a..b"), ("p_x.txt", "dp_x")],
)
def test_ids_follow_from_paths(path: str, expected: str) -> None:
    assert document_id(path) == expected


def test_pointers_go_up_no_further_than_need_be() -> None:
    assert relative("a/b/d1.xml", "a/c/d2.xml", "d1") == "../b/d1.xml#d1"


def test_a_document_begins_on_the_page_on_which_the_one_before_ends() -> None:
    volume = [Paged("1", 1, ("2", "3")), Paged("2", 2), Paged("3", 3, ("4",)), Paged("4", 4, ("5", "6"), True)]
    assert list(first_pages(volume)) == [("2", "3"), ("3", "3"), ("4", "5")]


@pytest.mark.parametrize(
    "volume",
    [
        [Paged("1", 1, ("2", "3")), Paged("2", 2, ("5",))],  # a page is not shown
        [Paged("1", 1, ("2", "3")), Paged("3", 3, ("4",))],  # a document is not here
        [Paged("1", 1, ("1", "2")), Paged("2", 2, ("1", "2"))],  # each has pages of its own
        [Paged("1", 1, ("1", "ii")), Paged("2", 2, ("3",))],
        [Paged("1", 1, ("2", "3")), Paged("2", 2)],  # nothing after it says so
    ],
)
def test_the_page_is_not_told_where_it_may_be_another(volume: list[Paged]) -> None:
    assert list(first_pages(volume)) == []


def test_the_list_of_documents_tells_the_page(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", {**TEXTS}), tmp_path / "out")
    listed = parsed(tmp_path / "out/collection.xml")
    begins = {
        bibl.get("n"): scope.get("from") for bibl in listed.iter(f"{TEI}bibl") for scope in bibl.iter(f"{TEI}biblScope")
    }
    assert begins["2"] == begins["3"] == "7"


def test_places_and_organisations_stand_in_registers(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", {**TEXTS}), tmp_path / "out")
    places = {
        place.get(ID): place.findtext(f"{TEI}placeName")
        for place in parsed(tmp_path / "out/places.xml").iter(f"{TEI}place")
    }
    bodies = {
        body.get(ID): body.findtext(f"{TEI}orgName")
        for body in parsed(tmp_path / "out/organisations.xml").iter(f"{TEI}org")
    }
    assert places == {"l_strelsau": "Strelsau", "l_washington": "Washington"}
    assert bodies == {"o_department-of-state": "Department of State", "o_embassy-in-ruritania": "Embassy in Ruritania"}
    document = parsed(tmp_path / "out/d1.xml")
    named = [(node.text, node.get("ref")) for node in document.iter(f"{TEI}placeName", f"{TEI}orgName")]
    assert set(named) == {
        ("Strelsau", "places.xml#l_strelsau"),
        ("Embassy in Ruritania", "organisations.xml#o_embassy-in-ruritania"),
        ("Department of State", "organisations.xml#o_department-of-state"),
    }


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Hague", "HAGUE"], ("l_hague", "Hague")),
        (["Guatemala City"], ("l_guatemala-city", "Guatemala City")),
    ],
)
def test_a_place_is_one_however_it_is_typed(names: list[str], expected: tuple[str, str]) -> None:
    with Gathering() as found:
        for name in names:
            one = named(element("placeName", name))
            assert one
            found.add_named(one)
        assert list(found.named(KINDS["placeName"])) == [expected]


def test_a_name_of_which_a_part_is_withheld_is_nobodys() -> None:
    gap = element("gap", element("desc", "place not declassified"), reason="not-declassified")
    assert named(element("orgName", "Station in ", gap)) is None
    assert named(element("orgName", "Station in [place not declassified]")) is None


def test_documents_without_numbers_stand_in_the_order_of_their_files(tmp_path: Path) -> None:
    texts = {f"d{number}.txt": f"Editorial Note\n\nDay {number}.\n" for number in (1, 2, 10, 11)}
    collect(tree(tmp_path / "in", texts), tmp_path / "out")
    listed = parsed(tmp_path / "out/collection.xml")
    assert [ref.get("target") for ref in listed.iter(f"{TEI}ref")] == [
        "d1.xml#d1", "d2.xml#d2", "d10.xml#d10", "d11.xml#d11",
    ]  # fmt: skip


def test_where_titles_have_no_numbers_the_page_is_told_by_those_of_the_files(tmp_path: Path) -> None:
    pages = {9: "[Page 7]\n\nA.", 10: "B.", 11: "C.\n\n[Page 8]\n\nD."}
    texts = {f"d{number}.txt": f"Editorial Note\n\n{text}\n" for number, text in pages.items()}
    collect(tree(tmp_path / "in", texts), tmp_path / "out")
    begins = [scope.get("from") for scope in parsed(tmp_path / "out/collection.xml").iter(f"{TEI}biblScope")]
    assert begins == [None, "7", "7"]  # nothing tells where the first begins


def test_who_of_two_lists_may_be_one_is_said(tmp_path: Path) -> None:
    lists = {
        "v1": "Rogers, William P., Secretary of State\n",
        "v2": "Rogers, W. P., Secretary of State\nRogers, Ben B., Actor\n",
    }
    for volume, persons in lists.items():
        tree(tmp_path / "in", {f"{volume}/d1.txt": FIRST, f"{volume}/people.txt": persons})
        tree(tmp_path / "in", {f"{volume}/teiconv.toml": 'persons = "people.txt"\n'})
    collect(tmp_path / "in", tmp_path / "out")
    people = {person.get(ID): person for person in parsed(tmp_path / "out/persons.xml").iter(f"{TEI}person")}
    said = {id: (person.get("corresp"), person.get("cert")) for id, person in people.items()}
    assert said == {
        "p_RWP1": ("#p_RWP1.v2", "medium"),
        "p_RWP1.v2": ("#p_RWP1", "medium"),
        "p_RBB1": (None, None),
    }


def registers(root: Path) -> list[Path]:
    return [root / name for name in ("collection.xml", "persons.xml", "places.xml", "organisations.xml")]


def test_a_register_is_read_entry_by_entry_and_says_the_same(tmp_path: Path) -> None:
    collect(tree(tmp_path / "in", {**TEXTS}), tmp_path / "out")
    for file in registers(tmp_path / "out"):
        data = file.read_bytes()
        whole = meaning_of(etree.fromstring(data))
        assert register_meaning(data, said_whole, digest) == marked(data) == whole


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"Named so in", b"Called so in", State.EDITED),
        (b"<listPerson", b"text <listPerson", State.EDITED),
        (b"</person>", b"</person>text", State.EDITED),
        (b"<listPerson", b"<!-- seen --><listPerson", State.EDITED),
        (b"\n      <person", b"<person", State.AS_WRITTEN),
        (b"</TEI>", b"", State.DAMAGED),
    ],
)
def test_what_was_changed_in_a_register_is_known(tmp_path: Path, old: bytes, new: bytes, expected: State) -> None:
    collect(tree(tmp_path / "in", {**TEXTS}), tmp_path / "out")
    data = (tmp_path / "out/persons.xml").read_bytes()
    assert old in data
    assert state(data.replace(old, new)) is expected


def test_doubtful_links_are_listed_with_the_names_of_the_register(tmp_path: Path) -> None:
    persons = "Smith, Adam A., Director\nSmith, Zoe B., Director\n"
    source = tree(tmp_path / "in", {"a/d4.txt": "4. Letter\n\nSmith agreed.\n", "people.txt": persons})
    tree(source, {"teiconv.toml": 'persons = "people.txt"\n'})
    collect(source, tmp_path / "out")
    listed = CliRunner().invoke(main, ["persons", "--doubtful", str(tmp_path / "out")])
    assert listed.exit_code == 0, listed.output
    assert "a.d4,Smith,1,,low,p_SAA1 Smith, Adam A.; p_SZB1 Smith, Zoe B." in listed.output.replace('"', "")


def test_an_evaluation_follows_names_into_the_register(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {**TEXTS, "people.txt": "Rogers, William P., Secretary of State\n"})
    tree(source, {"teiconv.toml": 'persons = "people.txt"\n'})
    collect(source, tmp_path / "out")
    singles = ["batch", str(source), str(tmp_path / "gold"), "--single", "-j1"]
    assert CliRunner().invoke(main, singles).exit_code == 0
    figures = tmp_path / "figures.json"
    command = ["evaluate", str(tmp_path / "gold"), str(tmp_path / "out"), "--json", str(figures)]
    found = CliRunner().invoke(main, command)
    assert found.exit_code == 0, found.output
    assert json.loads(figures.read_text())["layers"]["persLink"]["f1"] == 1


def test_single_files_remain_possible(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", TEXTS)
    assert CliRunner().invoke(main, ["batch", str(source), str(tmp_path / "out"), "--single", "-j1"]).exit_code == 0
    assert set(contents(tmp_path / "out")) == {"d1.xml", "d2.xml", "d3.xml"}
    assert parsed(tmp_path / "out/d1.xml").find(f"{TEI}standOff") is not None


def test_of_two_documents_that_would_share_an_id_the_second_is_refused(tmp_path: Path) -> None:
    source, target = tree(tmp_path / "in", {"12.txt": FIRST, "d12.txt": SECOND, "a/d12.txt": THIRD}), tmp_path / "out"
    summary = collect(source, target)
    failures = {row.input: row.failure for row in read_manifest(summary.manifest) if row.failure}
    assert list(failures) == ["d12.txt"]
    assert (
        failures["d12.txt"].message == "the id of d12.txt would be d12, which 12.txt has already; give it another name"
    )
    assert not (target / "d12.xml").exists()
    assert ids(target).most_common(1)[0][1] == 1
    assert dangling(target) == []
    assert collect(source, target).failed == 1  # not only in the first run
    (source / "12.txt").unlink()
    assert collect(source, target).failed == 0


def test_without_a_collection_each_file_stands_alone(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {"12.txt": FIRST, "d12.txt": SECOND})
    done = CliRunner().invoke(main, ["batch", str(source), str(tmp_path / "out"), "--single", "-j1", "-q"])
    assert done.exit_code == 0
    assert (tmp_path / "out/d12.xml").is_file()


ROWS = [("v1/d1", FIRST), ("v1/d2", SECOND), ("v1/d3.txt", THIRD), ("memo.1", THIRD), ("memo.2", THIRD)]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_table_makes_the_collection_that_its_files_would(tmp_path: Path, form: str, jobs: int) -> None:
    table = tmp_path / f"texts.{form}"
    if form == "jsonl":
        lines = (json.dumps({"id": name, "text": text}) for name, text in ROWS)
        table.write_text("\n".join(lines), encoding="utf-8")
    else:
        arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        columns = {"id": [name for name, _ in ROWS], "text": [text for _, text in ROWS]}
        parquet.write_table(arrow.table(columns), table)
    files = tree(tmp_path / "in", {f"{name.removesuffix('.txt')}.txt": text for name, text in ROWS})
    once = tmp_path / "once"
    collect(files, once)
    command = ["batch", str(table), str(tmp_path / "out"), "--collection", "-q", f"-j{jobs}"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert contents(tmp_path / "out") == contents(once)
    assert ids(once).most_common(1)[0][1] == 1
    assert dangling(once) == []


@pytest.mark.parametrize(
    "name",
    "Certain Posts|All Diplomatic Missions|Soviet Leaders|Embassies in Turkey and Greece|Posts in NATO Capitals".split(
        "|"
    ),
)
def test_many_are_no_organisation_that_the_register_could_list(name: str) -> None:
    assert named(element("orgName", name)) is None
    assert named(element("orgName", "Office of the Representative to All Missions")) is not None
