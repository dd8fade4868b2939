"""The report on a batch: what it counts, and the page that an editor looks at."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from batch_helpers import tree
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from teiconv.advice import Advice
from teiconv.batch import Facts, Failure, Row
from teiconv.batch.report import Places, as_json, gather, page, places_from, write
from teiconv.batch.report import found as found_things
from teiconv.batch.report.classes import class_of, unbroken_months
from teiconv.batch.report.records import Doubtful, Unlisted, Warned
from teiconv.batch.rows import Doubt
from teiconv.cli import main
from teiconv.collection.identity import UnlistedPerson
from teiconv.collection.part import Part


def row(number: int, /, **facts: object) -> Row:
    return Row(
        f"d{number}.txt",
        f"d{number}.xml",
        input_bytes=1000 * number,
        output_bytes=2000 * number,
        facts=Facts(**{"title": f"Telegram {number}", **facts}),  # type: ignore[arg-type]
        seconds=0.01,
    )


SHELF = [
    row(1, date="1969-01-17", gaps={"not-declassified": 2}, persons={"Kissinger": 3, "Nixon": 1}, notes=4, links=2),
    row(2, date="1971", gaps={"illegible": 1}, persons={"Kissinger": 1}, doubts=(Doubt("Rogers", "p_RW1", "low"),)),
    row(3),
    Row("d4.txt", "d4.xml", failure=Failure("SourceError", "d4.txt:3:7: <script>alert(1)</script>", 3)),
]


def test_what_is_counted() -> None:
    report = gather(SHELF)
    assert (report.documents, report.failed, report.notes, report.links, report.undated) == (4, 1, 4, 2, 1)
    assert report.years == {1969: 1, 1970: 0, 1971: 1}
    assert report.gaps == {"not-declassified": 2, "illegible": 1}
    assert report.gaps_by_year == {1969: {"not-declassified": 2}, 1970: {}, 1971: {"illegible": 1}}
    assert [(each.name, each.mentions, each.documents) for each in report.persons] == [
        ("Kissinger", 4, 2),
        ("Nixon", 1, 1),
    ]
    assert report.sizes == {1024: 1, 2048: 1, 4096: 1}
    assert report.times == {0.01: 3}
    assert report.doubts == [Doubtful("persName", "Rogers", "p_RW1", "low", 1, "d2.txt")]
    assert report.months == {"1969-01": 1}
    assert [each.input for each in report.slowest] == ["d1.txt", "d2.txt", "d3.txt"]
    assert [each.input for each in report.failures] == ["d4.txt"]


def test_lists_are_bounded_and_the_rest_is_counted() -> None:
    failed = Failure("SourceError", "no")
    report = gather(Row(f"{n}.txt", "", failure=failed) for n in range(2000))
    assert (report.failed, len(report.failures)) == (2000, 500)
    assert "and 1,500 more" in page(report).decode()


def test_the_command_that_decides_doubtful_links_is_told_with_its_folder() -> None:
    report = gather([row(1, doubts=(Doubt("Rogers", "p_RW1", "low"),))])
    assert "<code>teiconv review 'my tei'</code>" in page(report, Places("my tei")).decode()
    assert "teiconv review, which shows" in page(report).decode()


def test_what_is_doubted_often_comes_first() -> None:
    rogers, smith = Doubt("Rogers", "p_RW1", "low"), Doubt("Document 3", "#d3", "medium", "ref")
    report = gather([row(1, doubts=(smith,)), row(2, doubts=(rogers, rogers)), row(3, doubts=(rogers,))])
    assert report.doubts == [
        Doubtful("persName", "Rogers", "p_RW1", "low", 3, "d2.txt"),
        Doubtful("ref", "Document 3", "#d3", "medium", 1, "d1.txt"),
    ]
    assert report.doubtful == 4


def test_warnings_that_differ_in_numbers_are_one() -> None:
    rows = [replace(row(n), problems=(f"note {n} is there twice",)) for n in (1, 2)]
    assert gather(rows).warnings == [Warned("note … is there twice", 2, "d1.txt")]


@given(st.floats(1e-6, 1e9), st.sampled_from([(1, 2, 5), (1, 2, 4, 8)]))
def test_a_value_is_in_the_smallest_class_that_holds_it(value: float, steps: tuple[int, ...]) -> None:
    bound = class_of(value, steps)
    assert value <= bound <= 2.5 * value * (1 + 1e-9)
    assert class_of(bound, steps) == bound


def test_empty_classes_are_not_left_out() -> None:
    report = gather(replace(row(1), input_bytes=size, seconds=time) for size, time in ((0, 0.1), (3, 0.9), (17, 3)))
    assert report.sizes == {0: 1, 4: 1, 8: 0, 16: 0, 32: 1}
    assert report.times == {0.1: 1, 0.2: 0, 0.5: 0, 1: 1, 2: 0, 5: 1}


def test_months_have_nothing_left_out() -> None:
    assert unbroken_months({"1969-11": 2, "1970-02": 1}) == {"1969-11": 2, "1969-12": 0, "1970-01": 0, "1970-02": 1}


def test_a_volume_of_few_years_is_drawn_by_month() -> None:
    found = parsed(
        page(
            gather([row(1, date="1969-01-17"), row(2, date="1969-03"), row(3, date="1969")]),
        )
    )
    assert next(each.text for each in found.iter("figcaption")) == "Documents by month"
    said = found.find(".//section[@id='dates']").iter("p")
    assert "1 have a year only." in [each.text_content() for each in said]


def test_a_date_far_off_does_not_stretch_the_plot() -> None:
    assert list(gather([row(1, date="0001-01-01"), row(2, date="1969")]).years) == [1, 1969]


def test_json_says_the_same() -> None:
    said = json.loads(write(gather(SHELF), ".json"))
    assert said["documents"] == 4
    assert said["gaps_by_year"]["1971"] == {"illegible": 1}
    assert (said["doubts"][0]["text"], said["doubts"][0]["target"]) == ("Rogers", "p_RW1")


def parsed(data: bytes) -> etree._Element:
    return html.document_fromstring(data.decode())


def test_the_page_has_a_section_for_each_thing() -> None:
    found = parsed(page(gather(SHELF)))
    assert [section.get("id") for section in found.iter("section")] == [
        "totals", "failures", "doubts", "documents", "dates", "gaps", "persons", "sizes",
    ]  # fmt: skip
    assert [link.get("href") for link in found.findall(".//nav/a")] == [
        f"#{s.get('id')}" for s in found.iter("section")
    ]
    assert len(found.findall(".//figure")) == 4
    assert all(figure.find("details//table") is not None for figure in found.iter("figure"))


def test_the_page_loads_nothing_and_runs_its_own_script_alone() -> None:
    data = page(gather(SHELF)).decode()
    (script,) = re.findall(r"<script>(.*?)</script>", data, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    assert parsed(data.encode()).find(".//meta[@content]").get("content") == policy
    assert "&lt;script&gt;alert(1)" in data
    assert not re.search(r"(?:src|href)\s*=\s*\"(?!#)|url\(|@import", data)


# The report leads to work.


def leading(found: etree._Element, words: str) -> list[str]:
    """Return the titles of the documents behind the figure or label ``words``."""
    (rows,) = {link.get("data-rows") for link in found.iter("a") if link.text_content() == words} - {None}
    titles = {row.get("data-at"): row[1].text_content() for row in found.get_element_by_id("all").iter("tr")}
    return [titles[place] for place in rows.split()]


def test_each_figure_leads_to_the_documents_behind_it() -> None:
    found = parsed(page(gather(SHELF)))
    assert leading(found, "1 have no date in their text.") == ["Telegram 3"]
    assert leading(found, "illegible") == ["Telegram 2"]
    assert leading(found, "Kissinger") == ["Telegram 1", "Telegram 2"]
    assert leading(found, "Rogers") == ["Telegram 2"]
    assert leading(found, "1971") == ["Telegram 2"]
    totals = {box[0].text: box[1].find("a") for box in found.find(".//dl[@class='totals']")}
    assert totals["Gaps"].get("data-rows") == "0 1"
    assert totals["Failed"].get("data-rows") == "3"


def test_all_documents_are_in_one_table() -> None:
    facts = {"number": "12", "sender": "Embassy in Peru", "recipient": "Department of State", "notes": 3}
    rows = [replace(row(1, date="1969-01-17T10:00:00Z", gaps={"illegible": 2}, **facts), problems=("old",))]
    table = parsed(page(gather(rows))).get_element_by_id("all")
    assert [cell.text_content() for cell in table.find("thead").iter("th")] == [
        "Number", "Title", "Date", "From", "To", "Notes", "Gaps", "Doubts", "Warnings",
    ]  # fmt: skip
    assert [cell.text_content() for cell in table.find("tbody").iter("td")] == [
        "12", "Telegram 1", "1969-01-17", "Embassy in Peru", "Department of State", "3", "2", "0", "1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (Places(), []),
        (Places("../tei"), ["../tei/a%20b/d1.xml"]),
        (Places("../tei", "public/site"), ["public/site/documents/d1.html"]),
        (Places("../tei", "https://edition.example.org"), ["https://edition.example.org/documents/d1.html"]),
        (Places("javascript:alert(1)"), ["javascript%3Aalert%281%29/a%20b/d1.xml"]),
    ],
)
def test_each_document_leads_to_where_it_can_be_opened(places: Places, expected: list[str]) -> None:
    found = parsed(page(gather([replace(row(1), output="a b/d1.xml")]), places))
    links = found.get_element_by_id("all").iter("a")
    assert [link.get("href") for link in links] == expected


def test_places_are_told_as_seen_from_the_report(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    assert places_from(tmp_path / "reports" / "r.html", str(tmp_path / "tei")) == Places("../tei")
    assert places_from(tmp_path / "r.html", "s3://bucket/tei") == Places()
    assert places_from(tmp_path / "r.html", "s3://b/tei", str(tmp_path / "site")) == Places(None, "site")


@pytest.mark.parametrize(
    ("site", "expected"), [(None, "../tei/1.xml"), ("public/site", "../public/site/documents/d1.html")]
)
def test_the_report_of_a_batch_leads_to_its_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: str | None, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "12. Telegram From the Embassy in Peru to the Department of State\n\nLima, May 1, 1970.\n"
    tree(tmp_path / "texts", {"1.txt": text})
    (tmp_path / "reports").mkdir()
    more = ["--site", site] if site else []
    done = CliRunner().invoke(main, ["batch", "texts", "tei", "--report", "reports/r.html", "-q", "-j1", *more])
    assert done.exit_code == 0, done.output
    found = parsed((tmp_path / "reports" / "r.html").read_bytes())
    row = found.get_element_by_id("all").find("tbody")[0]
    assert row.find(".//a").get("href") == expected
    assert [cell.text_content() for cell in row][2:5] == ["1970-05-01", "Embassy in Peru", "Department of State"]


def test_persons_whom_no_list_names_are_told() -> None:
    found = UnlistedPerson(
        "p_belcher-taylor", "belcher", ("taylor",), (("forename", "Taylor"), ("", " "), ("surname", "Belcher"))
    )
    rows = [replace(row(n), part=Part(f"d{n}", found=(found,))) for n in (1, 2)]
    report = gather(rows)
    assert report.unlisted == [Unlisted("Taylor Belcher", 2, "d1.txt")]
    assert leading(parsed(page(report)), "Taylor Belcher") == ["Telegram 1", "Telegram 2"]


def test_a_manifest_of_before_can_be_read() -> None:
    said = json.loads(row(1, number="12").to_json())
    for name in ("number", "sender", "recipient"):
        del said[name]
    assert Row.from_json(json.dumps(said)).facts.title == "Telegram 1"


def test_documents_beyond_those_listed_are_counted() -> None:
    report = gather(row(n, persons={"Kissinger": 1}) for n in range(5010))
    assert (report.documents, len(report.listed)) == (5010, 5000)
    assert len(report.persons[0].within) == 5000
    assert "and 10 more" in page(report).decode()


def test_an_empty_batch_has_a_page_too() -> None:
    found = parsed(page(gather([])))
    assert [section.get("id") for section in found.iter("section")] == ["totals"]


_WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
_FACTS = st.builds(
    Facts,
    _WORDS,
    st.none() | st.dates().map(str) | _WORDS,
    gaps=st.dictionaries(_WORDS, st.integers(1, 10**6), max_size=8),
    persons=st.dictionaries(_WORDS, st.integers(1, 10**6), max_size=8),
    doubts=st.lists(st.builds(Doubt, _WORDS, _WORDS, _WORDS), max_size=3).map(tuple),
)
_ROWS = st.builds(
    Row, _WORDS, _WORDS, input_bytes=st.integers(0, 10**9), output_bytes=st.integers(0, 10**9), facts=_FACTS,
    seconds=st.floats(0, 10**6), failure=st.none() | st.builds(Failure, _WORDS, _WORDS),
)  # fmt: skip


def test_a_time_too_small_to_count_is_none() -> None:
    rows = [Row("a.txt", "a.xml", seconds=seconds) for seconds in (5e-324, 0.02)]
    assert gather(rows).times == {0: 1, 0.02: 1}


@settings(max_examples=40, deadline=None)
@given(st.lists(_ROWS, max_size=5))
def test_any_rows_give_a_page(rows: list[Row]) -> None:
    report = gather(rows)
    assert parsed(page(report)).find(".//h1") is not None
    json.loads(as_json(report))


@pytest.mark.parametrize("value", [1, 3, 7, 10, 99, 1000, 123456])
def test_no_column_is_higher_than_its_axis(value: int) -> None:
    from teiconv.batch.report.plots import ColumnPlot, draw

    drawing = draw(ColumnPlot("", ["a", "b"], {"s": [value, 0], "t": [0, value]}))
    assert all(float(bar.get("y")) >= 12 for bar in drawing.iter("rect"))


def test_sizes_and_times_have_the_unit_that_suits_them() -> None:
    from teiconv.batch.report.units import duration, size

    assert [size(number) for number in (7, 70_000, 2.5e9)] == ["7 B", "70 kB", "2.5 GB"]
    assert [duration(number) for number in (0.0005, 90, 7_300)] == ["500 µs", "90 s", "2.0 h"]


def test_of_very_many_different_things_the_first_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_things, "_DISTINCT", 2)
    found = found_things.Found()
    for place, name in enumerate(("Roe", "Doe", "Sapt", "Roe")):
        found.add((name,), f"d{place}", place)
    assert [(*thing, times.count) for thing, times in found.most(9)] == [("Roe", 2), ("Doe", 1)]


def test_of_very_much_advice_the_first_is_listed_and_all_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["teiconv.batch.report.gather"], "_ADVISED", 2)
    told = tuple(str(Advice("call", line, "a call without a note")) for line in (3, 4, 5))
    report = gather([Row("d1.txt", "d1.xml", problems=told)])
    assert (report.advised, [each.line for each in report.advice]) == (3, [3, 4])
