"""Entries of a user's own list, and the authority's person who is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from authority_sources import write_sources

from teiconv.authority.build import build
from teiconv.authority.compiled import Authority
from teiconv.names.lists.load import load_persons

MARLOW, QUISPE = "Marlow, Edith B.", "Quispe Rojas, Julio"
ROWS = {
    f'"{MARLOW}",,': True,
    f'"{MARLOW}",,Q7': True,  # by name: the authority does not know the identifier
    f'"{MARLOW}",99,Q7': True,
    f'"{MARLOW}",98,Q7': False,  # VIAF tells them apart
    '"Marlow-Roe, E.",99,Q7': True,  # by the identifier
    '"Marlow-Roe, E.",https://viaf.org/viaf/99/,': True,
    '"Marlow, E.",,Q7': False,
}


def identifiers(folder: Path, row: str, *, first: bool = False) -> dict[str, list[str]]:
    """Return what the authorities call the people of the sources and of a list of one ``row``."""
    sources = [*write_sources(folder)]
    own = folder / "own.csv"
    own.write_text(f"name,VIAF,Wikidata\n{row}\n", encoding="utf-8")
    sources.insert(0 if first else 2, own)
    (folder / "own.auth").write_bytes(build(sources).data)
    opened = Authority(folder / "own.auth")
    persons = [opened.known(number).person for number in range(len(opened))]
    return {person.id: [known.value for known in person.identifiers] for person in persons}


@pytest.mark.parametrize("row", ROWS)
def test_an_entry_with_identifiers_joins_whose_it_is_and_no_namesake(row: str, tmp_path: Path) -> None:
    assert (len(identifiers(tmp_path, row)) == 8) == ROWS[row]


@pytest.mark.parametrize("first", [False, True])
def test_all_identifiers_are_kept_and_the_authority_s_own_is_the_id(first: bool, tmp_path: Path) -> None:
    assert identifiers(tmp_path, f'"{QUISPE}",55,Q7', first=first)["p_4"] == ["4", "55", "Q7"]


ADDRESSES = {
    "Wikidata": {"http://www.wikidata.org/entity/Q13": "Q13", "https://www.wikidata.org/wiki/Q13#x": "Q13"},
    "VIAF": {"https://viaf.org/viaf/123/": "123", "123": "123"},
    "GND": {"https://d-nb.info/gnd/118-5": "118-5"},
    "LCNAF": {"http://id.loc.gov/authorities/names/n79.html": "n79"},
    "own": {"https://example.org/people/7": "https://example.org/people/7"},
}


@pytest.mark.parametrize("authority", ADDRESSES)
def test_of_an_authority_s_address_the_identifier_is_kept(authority: str) -> None:
    for given, kept in ADDRESSES[authority].items():
        table = f'name,{authority}\n"Roe, Jane",{given}\n'
        persons = load_persons([("own.csv", table.encode())]).persons
        assert [known.value for known in persons[0].identifiers] == [kept]
