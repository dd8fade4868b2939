"""In a collection, an undated document gets bounds from the dated documents around it, if these are in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batch_helpers import but_times, contents
from click.testing import CliRunner
from lxml import etree

from teiconv import read_tei
from teiconv.batch import Plan, Summary, resolve, run
from teiconv.cli import main
from teiconv.collection.undated import Placed, bounds
from teiconv.formats.tei.meaning import State, state
from teiconv.settings import Settings
from teiconv.validation import validate

TEI = "{http://www.tei-c.org/ns/1.0}"
IN_ORDER = ("March 3", "March 4", "March 9", "", "March 12", "March 12", "March 20")
BOUNDS = (
    ("notBefore", "1970-03-09"),
    ("notAfter", "1970-03-12"),
    ("cert", "medium"),
    ("source", "d3.xml#d3 d5.xml#d5"),
)


def memorandum(number: int, day: str) -> str:
    dateline = f"Strelsau, {day}, 1970." if day else "Strelsau, undated."
    title = f"{number}. Memorandum From Henry Hentzau to Rudolf Elphberg1"
    return f"{title}\n\n{dateline}\n\nThe boats left.\n\n  1. Not found.\n"


def folder(path: Path, days: tuple[str, ...]) -> Path:
    path.mkdir()
    for number, day in enumerate(days, 1):
        (path / f"d{number}.txt").write_text(memorandum(number, day))
    return path


def collect(source: Path, target: Path, **choices: object) -> Summary:
    setups, without = resolve(str(source), Settings(), collection=True)
    return run(Plan(str(source), str(target), setups, without, jobs=1, **choices))  # type: ignore[arg-type]


def date_of(file: Path) -> tuple[tuple[str, str], ...]:
    created = read_tei(file).date
    assert created is not None
    return created.attributes


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder(tmp_path / "texts", IN_ORDER)
    collect(tmp_path / "texts", tmp_path / "tei")
    return tmp_path


def test_an_undated_document_lies_between_the_dated_ones_around_it(made: Path):
    file = made / "tei/d4.xml"
    assert date_of(file) == BOUNDS
    root = etree.parse(str(file)).getroot()
    sent = root.find(f".//{TEI}correspAction[@type='sent']/{TEI}date")
    assert sent is not None
    assert tuple(sent.items()) == BOUNDS
    assert sent.text == "undated"
    assert validate(file.read_bytes()) == []
    assert state(file.read_bytes()) is State.AS_WRITTEN


def test_the_list_of_documents_and_the_manifest_have_the_bounds(made: Path):
    listed = etree.parse(str(made / "tei/collection.xml")).getroot()
    assert [dict(date.attrib) for date in listed.iter(f"{TEI}date")][3] == dict(BOUNDS[:3])
    rows = {row["input"]: row for row in map(json.loads, (made / "tei.manifest.jsonl").read_text().splitlines())}
    assert rows["d4.txt"]["date"] == "1970-03-09"
    assert rows["d4.txt"]["collection"]["undated"] == [list(pair) for pair in BOUNDS]


def test_a_second_run_changes_nothing(made: Path):
    before = contents(made / "tei")
    assert collect(made / "texts", made / "tei").unchanged == len(IN_ORDER)
    assert contents(made / "tei") == before


def test_the_bounds_are_the_same_however_the_batch_was_cut(made: Path):
    late = made / "texts/d5.txt"
    words = late.read_text()
    late.unlink()
    collect(made / "texts", made / "cut")
    assert date_of(made / "cut/d4.xml") == ()  # but two dated documents follow
    late.write_text(words)
    collect(made / "texts", made / "cut")
    assert contents(made / "cut") == contents(made / "tei")
    assert but_times(made / "cut.manifest.jsonl") == but_times(made / "tei.manifest.jsonl")


def test_bounds_are_taken_away_when_the_documents_around_no_longer_give_them(made: Path):
    (made / "texts/d6.txt").write_text(memorandum(6, "February 1"))
    collect(made / "texts", made / "tei")
    assert date_of(made / "tei/d4.xml") == ()
    fresh = made / "fresh"
    collect(made / "texts", fresh)
    assert contents(fresh) == contents(made / "tei")


def test_a_decision_that_nobody_knows_the_date_is_kept(made: Path):
    decisions = made / "decisions.toml"
    decisions.write_text('[[date]]\ndocument = "d4"\nis = "nothing"\nwho = "Ada"\n')
    source, target = str(made / "texts"), str(made / "decided")
    done = CliRunner().invoke(main, ["batch", source, target, "--jobs", "1", "--decisions", str(decisions)])
    assert done.exit_code == 0, done.output
    assert "notBefore" not in (made / "decided/d4.xml").read_text()


def test_bounds_of_the_collection_are_no_edit_of_an_editor(made: Path):
    file, decisions = made / "tei/d4.xml", made / "decisions.toml"
    file.write_text(file.read_text().replace("<placeName", '<placeName cert="low"', 1).replace("left.", "sailed."))
    command = ["batch", str(made / "texts"), str(made / "tei"), "--jobs", "1"]
    done = CliRunner().invoke(main, [*command, "--take-edits", str(decisions), "--editor", "Ada"])
    assert done.exit_code == 0, done.output
    assert "sailed" in decisions.read_text()
    assert "date" not in decisions.read_text().replace("decided", "")


def given(*days: str | None) -> dict[str, str]:
    """Return the bounds by file; ``None`` is an undated document."""
    placed = [
        Placed("", f"d{n}.xml", f"d{n}", (("when", day),) if day else (), day is None) for n, day in enumerate(days)
    ]
    return {file: "–".join(value for key, value in date if key.startswith("not")) for file, date in bounds(placed)}


def test_no_bounds_where_the_documents_are_not_in_order():
    assert given("1970-03-03", "1970-03-01", "1970-03-04", None, "1970-03-05", "1970-03-06", "1970-03-07") == {}
    assert given("1970-03-03", "1970-03-04", "1970-03-05", None, "1970-03-06", "1970-03-07", "1970-02-01") == {}


def test_no_bounds_at_the_beginning_and_the_end_of_a_folder():
    assert given("1970", None, "1971", "1972", "1973", "1974", None, "1975") == {}


def test_two_undated_documents_side_by_side_have_the_same_bounds():
    around = ("1970", "1971", "1972", None, None, "1973-05", "1974", "1975")
    assert given(*around) == {"d3.xml": "1972–1973-05", "d4.xml": "1972–1973-05"}


def test_a_doubtful_date_gives_no_bounds():
    days = [(("when", f"197{n}"),) for n in range(7)]
    placed = [Placed("", f"d{n}.xml", f"d{n}", day) for n, day in enumerate(days)]
    placed[3] = placed[3]._replace(date=(("when", "1973"), ("cert", "medium")))
    placed.insert(4, Placed("", "u.xml", "u", is_undated=True))
    ((_, date),) = bounds(placed)
    assert date[0] == ("notBefore", "1972")


def test_the_bounds_are_shown(made: Path):
    shown = CliRunner().invoke(main, ["show", str(made / "tei/d4.xml")]).output
    assert "text: undated\n" in shown
    assert "notBefore 1970-03-09" in shown


def test_explain_says_which_neighbours_date_a_document(made: Path) -> None:
    told = CliRunner().invoke(main, ["explain", str(made / "tei" / "d4.xml"), "undated"]).output
    assert "“undated” is a date" in told
    assert "not before 1970-03-09, not after 1970-03-12" in told
    assert "its neighbours in the collection (d3.xml#d3, d5.xml#d5)" in told
    dated = CliRunner().invoke(main, ["explain", str(made / "tei" / "d3.xml"), "March 9"]).output
    assert "(1970-03-09)" in dated
    assert "neighbours" not in dated
