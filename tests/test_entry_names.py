"""The parts of a name: as an entry of a list has it, and as running text does."""

from __future__ import annotations

import pytest

from teiconv.names.lists.by_names import by_names
from teiconv.names.lists.entry_names import in_order, split_entry
from teiconv.names.people.person import PersonName


def parts(name: PersonName) -> str:
    """Return the parts of a name, each with its kind; what is of no kind stands as it is."""
    return "".join(f"[{part.kind} {part.text}]" if part.kind else part.text for part in name.parts)


@pytest.mark.parametrize(
    ("text", "surname_first", "expected"),
    [
        ("John Roe", False, "[forename John] [surname Roe]"),
        ("Zhou Enlai", True, "[surname Zhou] [forename Enlai]"),
        ("Charles de Gaulle", False, "[forename Charles] [surname de Gaulle]"),
        ("Ludwig van der Roe", False, "[forename Ludwig] [surname van der Roe]"),
        ("de Gaulle", False, "[forename de] [surname Gaulle]"),
        ("Sukarno", False, "Sukarno"),
        ("Sukarno", True, "Sukarno"),
    ],
)
def test_a_name_in_running_text_has_its_surname_last(text: str, surname_first: bool, expected: str) -> None:
    assert parts(in_order(text, surname_first)) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Roe, John (Jack), Jr.", "[surname Roe], [forename John] ([addName Jack]), [genName Jr.]"),
        ("Roe, John (Jack) Jr.", "[surname Roe], [forename John] ([addName Jack]) [genName Jr.]"),
        ("Roe (Poe), John", "[surname Roe] ([addName Poe]), [forename John]"),
        ("Roe, Virginia T.", "[surname Roe], [forename Virginia T.]"),
        ("Edgar L. Roe, Jr.", "[forename Edgar L.] [surname Roe], [genName Jr.]"),
        ("J. Edgar Roe", "[forename J. Edgar] [surname Roe]"),
        ("Roe Edgar L.", "[surname Roe] [forename Edgar L.]"),
        ("Roe, “Jack”", "[surname Roe], “[addName Jack]”"),
        ("Roe, John (CIA)", "[surname Roe], [forename John] (CIA)"),
        ("Roe,  John  ", "[surname Roe],  [forename John]"),
        ("Roehamp, Yusuf Sheikh, Minister of Works", "[surname Roehamp], [forename Yusuf] [roleName Sheikh]"),
        ("Roehamp, Yusuf, Sheikh of Ruritania", "[surname Roehamp], [forename Yusuf]"),
        ("Roehamp (see Adam Roehamp)", "[surname Roehamp]"),
    ],
)
def test_an_entry_of_a_list_has_by_names_and_suffixes_as_parts(entry: str, expected: str) -> None:
    name, *_ = split_entry(entry)
    assert parts(name) == expected


def test_a_whole_name_in_brackets_is_another_name() -> None:
    name, *_ = split_entry("Dulles, Allen (Ascham, Robert A.)")
    assert [each.text for each in by_names(name)] == ["Ascham, Robert A."]
    name, *_ = split_entry("Dulles, Allen (Robert Ascham)")
    assert [parts(each) for each in by_names(name)] == ["[forename Robert] [surname Ascham]"]
    name, *_ = split_entry("Dulles, Allen (Al)")
    assert list(by_names(name)) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Mertens (née Oakley), Anna", ["[forename Anna] [surname Oakley]"]),
        ("Mertens, Anna (born Oakley)", ["[forename Anna] [surname Oakley]"]),
        ("Whitfield, Margaret (Mrs. Thomas)", []),
    ],
)
def test_a_maiden_name_is_a_surname_and_a_husband_none_of_the_names(entry: str, expected: list[str]) -> None:
    name, *_ = split_entry(entry)
    assert [parts(each) for each in by_names(name)] == expected
