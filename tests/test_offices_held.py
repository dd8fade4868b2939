"""Who held an office on a day, where several volumes tell of one term, each something else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from authority_sources import person

from teiconv.authority import offices
from teiconv.authority.build import build
from teiconv.authority.find import Finder
from teiconv.convert import to_tei
from teiconv.names.lists.load import load_persons
from teiconv.options import Options

EARLY, LATE = "frus1969-76v90", "frus1969-76v91"
REMARKS = {
    1: ("Lodden, Ruth", ("Secretary of Defense from January 1969", "Secretary of Defense until January 29, 1973")),
    2: ("Moss, Ivor", ("Secretary of Defense until November 1975", "Secretary of Defense from July 2, 1973")),
    3: ("Vine, Ada", ("Attorney General until February 1972", "Attorney General from January 1969 until 1972")),
    4: ("Thorn, Ezra", ("Attorney General from February 15, 1972",)),
    6: (
        "Hearst, Lew",
        ("Postmaster General, February 2, 1973–1979", "Postmaster General, February 2, 1973–February 3, 1975"),
    ),
    7: ("Lynd, Carl", ("Postmaster General, 1973–1977", "Postmaster General, February 10, 1975–1977")),
    5: ("Birch, Otto", ("Deputy Secretary of State until March 1976", "Deputy Secretary of State from July 1974")),
}


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    folder: Path = tmp_path_factory.mktemp("held")
    for number, (name, remarks) in REMARKS.items():
        text = person(number, name, *remarks, volumes=[f"{EARLY}#p_{number}", f"{LATE}#p_{number}"])
        (folder / f"{number}.xml").write_text(text, encoding="utf-8")
    (folder / "held.auth").write_bytes(build([folder]).data)
    return Options(authority=Finder(folder / "held.auth"))


HELD = {
    ("August 14, 1971", "The Secretary of Defense"): ["1"],
    ("May 5, 1975", "The Secretary of Defense"): ["2"],
    ("May 5, 1971", "The Attorney General"): ["3"],
    ("May 5, 1975", "The Attorney General"): ["4"],
    ("August 14, 1971", "The Deputy Secretary of State"): [],
    ("May 5, 1975", "The Deputy Secretary of State"): ["5"],
    ("May 5, 1973", "The Secretary of Defense"): [],
    ("May 5, 1975", "The Postmaster General"): ["7"],
    ("May 5, 1974", "The Postmaster General"): ["6"],
}


@pytest.mark.parametrize(("day", "office"), HELD)
def test_whose_told_term_excludes_the_day_holds_no_office_on_it(day: str, office: str, options: Options) -> None:
    tei = to_tei(f"3. Paper\n\nWashington, {day}.\n\n{office} agreed.", options).decode()
    found = re.findall(rf'ref="([^"]*)" cert="medium">{office}</rs>', tei)
    assert [pointer.removeprefix("#p_") for pointer in found] == HELD[day, office]
    assert 'cert="low"' not in tei


BESIDE = ("The Secretary of Defense (Lodden) agreed.", "The Secretary of Defense, Mrs. Ruth Lodden, agreed.")


@pytest.mark.parametrize("sentence", BESIDE)
def test_who_is_named_beside_an_office_holds_it_even_if_the_list_has_others_only(
    sentence: str, options: Options
) -> None:
    people = load_persons([("persons.txt", b"Roe, Jane, Clerk\n")])
    text = f"3. Paper\n\nWashington, August 14, 1971.\n\n{sentence}"
    tei = to_tei(text, replace(options, persons=people)).decode()
    assert '<rs type="person" ref="#p_1">The Secretary of Defense</rs>' in tei


UNDATED = {
    1: ("Lodden, Ruth", ("Vice President of the United States; President of the Senate",)),
    2: ("Moss, Ivor", ("Attorney General",)),
    3: ("Vine, Ada", ("Attorney General from March 1957",)),
    4: ("Thorn, Ezra", ("Under Secretary of State until February 1957", "Under Secretary of State")),
    5: ("Birch, Otto", ("Under Secretary of State from February 21, 1957",)),
    6: ("Reed, Cora", ("Chairman, Atomic Energy Commission", "then Secretary of Labor")),
    7: ("Marsh, Levi", ("Commander in Chief, Pacific",)),
    8: ("Holm, Ines", ("Assistant Secretary of State for Far Eastern Affairs",)),
}
"""What a volume says without a date, it says of all its years."""

MEANT = {
    ("August 14, 1955", "The Vice President of the United States"): ["1"],
    ("August 14, 1954", "The Vice President of the United States"): [],
    ("August 14, 1957", "The Attorney General"): ["3"],
    ("August 14, 1955", "The Attorney General"): [],
    ("January 14, 1957", "The Acting Secretary of State"): ["4"],
    ("August 14, 1957", "The Acting Secretary of State"): ["5"],
    ("August 14, 1956", "The Chairman of the Atomic Energy Commission"): ["6"],
    ("August 14, 1956", "The Secretary of Labor"): [],
    ("August 14, 1956", "The Commander in Chief, Pacific,"): ["7"],
    ("August 14, 1956", "The Assistant Secretary of State for Far Eastern Affairs"): ["8"],
}


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Options:
    folder: Path = tmp_path_factory.mktemp("undated")
    for number, (name, remarks) in UNDATED.items():
        text = person(number, name, *remarks, volumes=[f"frus1955-57v90#p_{number}"])
        (folder / f"{number}.xml").write_text(text, encoding="utf-8")
    (folder / "undated.auth").write_bytes(build([folder]).data)
    return Options(authority=Finder(folder / "undated.auth"))


@pytest.mark.parametrize(("day", "office"), MEANT)
def test_an_office_without_a_date_was_held_in_all_the_years_of_the_volume(
    day: str, office: str, undated: Options
) -> None:
    tei = to_tei(f"3. Paper\n\nWashington, {day}.\n\n{office} agreed.", undated).decode()
    found = re.findall(rf'ref="([^"]*)" cert="medium">{office.rstrip(",")}</rs>', tei)
    assert [pointer.removeprefix("#p_") for pointer in found] == MEANT[day, office]
    assert 'cert="low"' not in tei


def test_every_name_of_an_office_is_found_as_texts_write_it() -> None:
    folder = Path(offices.__file__).parent
    for line in (folder / "unique_posts.txt").read_text(encoding="utf-8").splitlines():
        post = line.partition(":")[0]
        title = " ".join(
            word if word in ("and", "at", "for", "in", "of", "on", "the") else word.title() for word in post.split()
        )
        found = list(offices.offices_in(f"The {title} agreed."))
        assert [office.posts for office in found] == [(post,)], post


def test_an_office_at_the_end_of_a_sentence_takes_nothing_from_that_of_the_next() -> None:
    text = "Tell the Ambassador to France. Our Ambassador to the United Kingdom, Ada Vine, knows."
    found = [text[office.start : office.end] for office in offices.offices_in(text)]
    assert found == ["the Ambassador to France", "Our Ambassador to the United Kingdom"]
