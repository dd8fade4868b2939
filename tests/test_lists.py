"""Lists of persons and terms: text as the site shows it, TEI and official volumes, CSV."""

from __future__ import annotations

import pytest
from people_helpers import listed

from teiconv.errors import TeiconvError
from teiconv.formats.tei.write import serialise
from teiconv.names.lists.entry_names import split_entry
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.names.lists.offices import offices_of
from teiconv.names.lists.tables import persons_to_csv
from teiconv.names.lists.tei import document_of
from teiconv.names.lists.text import entries
from teiconv.names.people import Identifier, NamePart, Office, Person, PersonName
from teiconv.names.term import Term

# entry | its name with the parts marked (s surname, f forename, r roleName, g genName, a addName, l nameLink) |
# description
ENTRIES = """
Kissinger, Henry A., Assistant to the President                | s:Kissinger f:Henry A.                                   | Assistant to the President
Roe, Lieutenant Colonel (Colonel after April 1960) Vernon A., Staff Aide | s:Roe r:Lieutenant Colonel (Colonel after April 1960) f:Vernon A. | Staff Aide
Roe, Rt. Hon. Sir Anthony, Prime Minister | s:Roe r:Rt. Hon. Sir f:Anthony | Prime Minister
Vu Van Roe, Dean of the Law School | Vu Van Roe | Dean of the Law School
Haig, Brigadier General Alexander Meigs, Jr., USA, Senior Aide | s:Haig r:Brigadier General f:Alexander Meigs g:Jr.        | USA, Senior Aide
Chou En-lai, Premier of the People’s Republic                  | s:Chou f:En-lai                                           | Premier of the People’s Republic
Chiao (Ch'iao) Kuan-hua, Vice Minister                         | s:Chiao ( a:Ch'iao ) f:Kuan-hua                           | Vice Minister
Thanom Kittikachorn, Field Marshal, Prime Minister             | Thanom Kittikachorn r:Field Marshal                       | Prime Minister
Suharto, President of Indonesia                                | s:Suharto                                                 | President of Indonesia
Makarios III, Archbishop, President of Cyprus                  | f:Makarios g:III r:Archbishop                             | President of Cyprus
Castillo Armas, Colonel Carlos, President of Guatemala         | s:Castillo Armas r:Colonel f:Carlos                       | President of Guatemala
de Gaulle, Charles, President of France                        | l:de s:Gaulle f:Charles                                   | President of France
Ormsby Gore, Sir David, British Ambassador                     | s:Ormsby Gore r:Sir f:David                               | British Ambassador
Bolshakov Georgi N., Editor in Chief                           | s:Bolshakov f:Georgi N.                                   | Editor in Chief
Chernyakov, Yuri N. Soviet Chargé d'Affaires                   | s:Chernyakov f:Yuri N.                                    | Soviet Chargé d'Affaires
Atherton, Alfred L., Jr. (Roy), Assistant Secretary            | s:Atherton f:Alfred L. g:Jr. ( a:Roy )                    | Assistant Secretary
Carter, James Earl, “Jimmy,” President of the United States    | s:Carter f:James Earl “ a:Jimmy ”                         | President of the United States
Thant, U , Secretary-General                                   | s:Thant f:U                                               | Secretary-General
al–Bakr, Ahmad, President of Iraq                              | l:al – s:Bakr f:Ahmad                                     | President of Iraq
al-Assad, Hafiz, President of Syria                            | l:al s:Assad f:Hafiz                                      | President of Syria
Bannister, Earl D., (pseudonym)                                | s:Bannister f:Earl D.                                     | (pseudonym)
Irwin, John N., II, Under Secretary                            | s:Irwin f:John N. g:II                                    | Under Secretary
Roe, Jane, Senator (D–Utopia), member of committees            | s:Roe f:Jane r:Senator (D–Utopia)                         | member of committees
Moe, Colonel John (USA), chief of base                         | s:Moe r:Colonel f:John (USA)                              | chief of base
Loe, Ann (Poe, Frances A.), chief                              | s:Loe f:Ann ( a:Poe, Frances A. )                         | chief
Doe, Earl l., Secretary                                        | s:Doe f:Earl l.                                           | Secretary
Katzenbach, Nicholas deB., Under Secretary                     | s:Katzenbach f:Nicholas deB.                              | Under Secretary
"""  # noqa: E501
KINDS = {"s": "surname", "f": "forename", "r": "roleName", "g": "genName", "a": "addName", "l": "nameLink"}


@pytest.mark.parametrize("case", ENTRIES.strip().splitlines(), ids=lambda case: case.partition(",")[0])
def test_names_taken_apart(case):
    entry, parts, description = (cell.strip() for cell in case.split("|"))
    name, rest = split_entry(entry)
    assert rest == description
    assert entry.startswith(name.text)
    marks = {kind: letter for letter, kind in KINDS.items()}
    got = [f"{marks[part.kind]}:{part.text}" if part.kind else part.text.strip(" ,-") for part in name.parts]
    assert " ".join(filter(None, got)) == parts


LIST = """[Page XXV]

Persons

  • Editor’s Note. This list is designed to help, and so on.
  • Abel, Adam, Chief of the Office of
    Important Affairs
  • Baker, Ben, Director of the Bureau of
  • Good Works from May 1961
[Page XXVI]

  • Charlie, Carol, [Page XXVII] clerk
"""


def test_entries_broken_over_lines_and_pages():
    assert list(entries(LIST)) == [
        "Abel, Adam, Chief of the Office of Important Affairs",
        "Baker, Ben, Director of the Bureau of Good Works from May 1961",
        "Charlie, Carol, clerk",
    ]


def test_a_line_that_begins_with_a_name_is_an_entry_though_the_one_before_ends_with_of():
    written = [
        "Salisbury, Robert Gascoyne-Cecil, 5th Marquess of",
        "von Brentano, Heinrich, German Foreign Minister",
        "Doe, Jane, in charge of",
        "del Bosque, Juan, trader in",
        "Roe, John, clerk",
    ]
    assert list(entries("Persons\n\n" + "\n".join(written))) == written
    assert list(entries("Persons\n\n" + "\n".join(f"  • {line}" for line in written))) == written


def test_a_list_without_bullets():
    assert list(entries("Persons\n\nAbel, Adam, chief\nBaker, Ben, clerk,\n  of long standing\n")) == [
        "Abel, Adam, chief",
        "Baker, Ben, clerk, of long standing",
    ]


@pytest.mark.parametrize(
    ("description", "offices"),
    [
        (
            "Ambassador to Japan to February 1957; thereafter Ambassador to Indonesia",
            [Office("Ambassador to Japan", None, "1957-02"), Office("Ambassador to Indonesia", "1957-02", None)],
        ),
        ("Legal Adviser, January–October 1969", [Office("Legal Adviser", "1969-01", "1969-10")]),
        ("President from January 20, 1969", [Office("President", "1969-01-20", None)]),
        (
            "Secretary of State January 19, 1949-January 20, 1953",
            [Office("Secretary of State", "1949-01-19", "1953-01-20")],
        ),
        ("Deputy Secretary until 1961; Ambassador", [Office("Deputy Secretary", None, "1961")]),
        ("Ambassador to Poland", []),
        (
            "14th Earl of Home, British Prime Minister, 1963–1964",
            [Office("British Prime Minister", "1963", "1964")],
        ),
        ("Director from 1961 to 1962 and from 1964 to 1965", []),
        (
            "Prime Minister, 1964–1970, 1974–1976",
            [Office("Prime Minister", *two) for two in (("1964", "1970"), ("1974", "1976"))],
        ),
        ("(1902–1985), Envoy until 1961", [Office("Envoy", None, "1961")]),
    ],
)
def test_offices_where_dates_are_plain(description, offices):
    assert list(offices_of(description)) == offices


def test_ids_are_as_the_series_makes_them():
    people = listed(
        "  • Kissinger, Henry A., x\n  • King, Hal A., x\n  • Suharto, x\n  • O’Neill, x\n  • Çelik, Ünal, x"
    )
    assert [person.id for person in people.persons] == ["p_KHA1", "p_KHA2", "p_SUHARTO1", "p_ONEILL1", "p_CU1"]


PERSONS = (
    Person(
        "p_KHA1",
        (PersonName((NamePart("surname", "Roe"), NamePart("", ", "), NamePart("forename", "Jane"))),),
        "clerk & friend",
    ),
    Person(
        "p_X",
        split_names := (split_entry("Doe, General John, Jr.")[0], split_entry("Buck, Johnny")[0]),
        "aide from May 1961",
        (Office("aide", "1961-05"),),
        (Identifier("VIAF", "123"), Identifier("Wikidata", "Q1")),
    ),
)


def test_to_tei_and_back():
    data = serialise(document_of(PERSONS))
    assert load_persons([("list.xml", data)]).persons == PERSONS


def test_to_csv_and_back():
    assert load_persons([("list.csv", persons_to_csv(PERSONS).encode())]).persons == PERSONS


def test_csv_as_users_have_it():
    text = "Surname,Forename,Office,VIAF\nRoe,Jane,clerk,123\n,,,\nDoe,,aide,\n"
    first, second = load_persons([("mine.CSV", text.encode())]).persons
    assert (first.name.text, first.description, first.identifiers) == (
        "Roe, Jane",
        "clerk",
        (Identifier("VIAF", "123"),),
    )
    assert (second.id, second.name.text, second.identifiers) == ("p_DOE1", "Doe", ())


OFFICIAL = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front><div xml:id="persons"><list type="names">
<item><hi rend="strong"><persName xml:id="p_RJ1">Roe, Jane,</persName></hi> clerk at <gloss target="#t_A1">AID</gloss></item>
<item><hi rend="strong"><persName xml:id="p_D1">Doe</persName>,</hi> see <persName corresp="#p_RJ1">Roe</persName></item>
</list></div><div xml:id="terms"><list type="terms">
<item><hi rend="strong"><term xml:id="t_A1">AID</term>,</hi> Agency for
   International Development</item></list></div></front>
<body><div type="document"><p><persName corresp="#p_RJ1">Roe</persName></p></div></body></text></TEI>"""  # noqa: E501


def test_an_official_volume():
    people = load_persons([("volume.xml", OFFICIAL.encode())]).persons
    assert [(person.id, person.name.text, person.description) for person in people] == [
        ("p_RJ1", "Roe, Jane", "clerk at AID"),
        ("p_D1", "Doe", "see Roe"),
    ]
    terms = load_terms([("volume.xml", OFFICIAL.encode())]).terms
    assert terms == (Term("t_A1", "AID", "Agency for International Development"),)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"Persons\n", "empty.txt: no person"),
        ("table.csv", b"a,b\n1,2\n", "table.csv:1: the first line must name the columns"),
        ("table.csv", b"name,id\n,p_1\n", "table.csv:2: no person found in this file"),
        ("broken.xml", b"<TEI", "broken.xml"),
        ("latin.txt", b"\xff\xfe\xff", "latin.txt"),
    ],
)
def test_errors_say_where_and_what_to_do(name, data, message):
    with pytest.raises(TeiconvError) as caught:
        load_persons([(name, data)])
    assert message in str(caught.value)


@pytest.mark.corpus
def test_every_entry_of_the_volumes_is_found_in_their_texts(corpus):
    for folder in sorted((corpus / "text").iterdir()):
        file = folder / "persons.txt"
        if not file.exists() or not file.read_bytes().strip():
            continue
        ours = [person.name.text for person in load_persons([("persons.txt", file.read_bytes())]).persons]
        volume = (corpus / "official" / f"{folder.name}.xml").read_bytes()
        theirs = {person.name.text for person in load_persons([("volume.xml", volume)]).persons}
        kin = [name for name in ours if any(name.startswith(other) or other.startswith(name) for other in theirs)]
        assert len(kin) > 0.97 * len(theirs)
