"""Chapters and titles of an edition: what the settings say wrongly is told with its place, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html
from publish_helpers import collection, publish, published
from test_publish_others import HEADER, VOLUME

from teiconv.publish.chapter_table import read_table
from teiconv.publish.chapters import chapters_of, settled
from teiconv.publish.edition import Edition, Editor
from teiconv.publish.told import completed
from teiconv.settings import SettingsError

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
VOLUME_SETTINGS = """persons = "persons.txt"
[edition]
id = "ruritania"
title = "Ruritania, 1970–1971"
series = "Papers of Zenda"
subseries = "1970–1975"
number = "Volume I"
editors = ["Ada Editor"]
publisher = "The Castle Press"
place = "Zenda"
date = 2026
chapters = "chapters.csv"
"""


@pytest.mark.parametrize(
    ("rows", "line", "message"),
    [
        ("A,d1–d2\nB,d2 d3\n", 3, "d2 stands in two chapters, “A” (line 2) and “B”"),
        ("A,d1\nX,d999\n", 3, "“X” names d999, but there is no such document"),
        ("A,d1–d9\n", 2, "“A” names d9, but there is no such document"),
        ("A,d1\nB,\n", 3, "the chapter “B” names no document"),
        (",d1\n", 2, "a chapter has no title"),
    ],
)
def test_a_row_of_chapters_that_is_wrong_is_told_with_its_line(
    tmp_path: Path, rows: str, line: int, message: str
) -> None:
    tei = collection(tmp_path)
    (tmp_path / "chapters.csv").write_text(f"title,documents\n{rows}")
    done = publish(tei, "site")
    assert (done.exit_code, f"chapters.csv:{line}: " in done.stderr, message in done.stderr) == (2, True, True)
    assert not (tmp_path / "public" / "site").exists()


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ("", 1, "the first line is empty; it must be title,documents"),
        ("The Crown,d1–d2\n", 1, "the first line is “The Crown,d1–d2”; it must be title,documents"),
        ("title,documents,notes\nA,d1,x\n", 1, "the first line is “title,documents,notes”"),
        ("title,documents\nA,d1,d2\n", 2, "there are two columns, but this row has more (d2)"),
        ("title,documents\nA,d3-1\n", 2, "the range d3-1 in the chapter “A” runs backwards; write d1–d3"),
        ("title,documents\nA,d3–d1\n", 2, "the range d3–d1 in the chapter “A” runs backwards; write d1–d3"),
    ],
)
def test_a_table_of_chapters_that_is_wrong_is_told(tmp_path: Path, table: str, line: int, message: str) -> None:
    tei = collection(tmp_path)
    (tmp_path / "chapters.csv").write_text(table)
    done = publish(tei, "site")
    assert (done.exit_code, f"chapters.csv:{line}: {message}" in done.output) == (2, True), done.output
    assert not (tmp_path / "public" / "site").exists()


@pytest.mark.parametrize(
    "table",
    [
        "title;documents\nThe Crown;d1,d2\n",
        "Title,Documents\nThe Crown,d1 d2\n",
        "documents\ttitle\nd1–d2\tThe Crown\n",
        "title,documents\n\nThe Crown,d1 – d2\n",
        "title,documents\r\nThe Crown,1 - 2\r\n",
    ],
)
def test_tables_of_chapters_as_spreadsheets_write_them_are_read(tmp_path: Path, table: str) -> None:
    file = tmp_path / "chapters.csv"
    file.write_bytes(table.encode())
    numbers = {"1": ["d1"], "2": ["d2"], "d1": ["d1"], "d2": ["d2"]}
    (chapter,) = settled(chapters_of(read_table(file)), lambda name: numbers.get(name, []))
    assert (chapter.title, chapter.documents) == ("The Crown", ("d1", "d2"))


def test_all_wrong_rows_of_the_chapters_are_told_at_once(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "chapters.csv").write_text("title,documents\nA,d1 d7\nB,d8\nC,d1\n")
    said = publish(tei, "site").output
    assert [f"chapters.csv:{line}: " in said for line in (2, 3, 4)] == [True, True, True]
    (tmp_path / "chapters.csv").write_text("title,documents\nA,\n,d2\n")
    said = publish(tei, "site").output
    assert [f"chapters.csv:{line}: " in said for line in (2, 3)] == [True, True]


def test_a_range_over_two_volumes_is_told(tmp_path: Path) -> None:
    file = tmp_path / "chapters.csv"
    file.write_text("title,documents\nA,frus1969-76v20.d1–frus1969-76v21.d2\n")
    known = {"frus1969-76v20.d1", "frus1969-76v21.d2"}
    with pytest.raises(SettingsError, match="begins and ends in different volumes; write a range for each volume"):
        settled(chapters_of(read_table(file)), lambda name: [name] * (name in known))


def test_a_range_between_documents_that_are_not_there_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "chapters.csv"
    file.write_text("title,documents\nA,d9–d8\n")
    with pytest.raises(SettingsError, match="“A” names d9–d8, but there is no such document"):
        settled(chapters_of(read_table(file)), lambda name: [])


def test_a_number_of_documents_of_two_volumes_is_told_with_their_ids(tmp_path: Path) -> None:
    file = tmp_path / "chapters.csv"
    file.write_text("title,documents\nA,7\n")
    with pytest.raises(SettingsError, match=r"the number 7 in the chapter “A” means v1\.d7 and v2\.d7; write one"):
        settled(chapters_of(read_table(file)), lambda name: [f"v1.d{name}", f"v2.d{name}"])


def test_rows_of_one_title_after_each_other_are_one_chapter(tmp_path: Path) -> None:
    file = tmp_path / "chapters.csv"
    file.write_text("title,documents\nA,d1\nA,d2\nB,d3\n")
    assert [(each.title, each.documents) for each in chapters_of(read_table(file))] == [
        ("A", ("d1", "d2")),
        ("B", ("d3",)),
    ]


def test_documents_of_no_chapter_are_told_and_come_at_the_end(tmp_path: Path) -> None:
    tei = collection(tmp_path, **{"chapters.csv": "title,documents\nLate,d3\nLater,d2\n"})
    done = publish(tei, "site", "epub")
    assert (done.exit_code, "in no chapter, and so at the end: d1." in done.stderr) == (0, True)
    page = html.parse(str(tmp_path / "public/site/index.html"))
    links = page.xpath("//section[h2='In order']//a/@href")
    assert links == ["documents/d3.html", "documents/d2.html", "documents/d1.html"]


def test_chapters_that_take_turns_are_each_one_division(tmp_path: Path) -> None:
    settings = {"teiconv.toml": VOLUME_SETTINGS, "chapters.csv": "title,documents\nOdd,d1 d3\nEven,d2\n"}
    public = published(collection(tmp_path, **settings), "volume")
    root = etree.parse(str(public / "volume/ruritania.xml")).getroot()
    ids = [node.get(ID) for node in root.iter() if node.get(ID)]
    assert len(ids) == len(set(ids))
    chapters = root.xpath("//t:body/t:div", namespaces=NS)
    assert [[div.get(ID) for div in chapter.findall("t:div", NS)] for chapter in chapters] == [["d1", "d3"], ["d2"]]


@pytest.mark.parametrize("name", ["preface", "sources", "chapters"])
def test_a_file_that_the_settings_name_and_nobody_can_read_is_a_wrong_setting(tmp_path: Path, name: str) -> None:
    tei = collection(tmp_path)
    (tmp_path / "teiconv.toml").write_text(f'[edition]\ntitle = "A"\n{name} = "none.txt"\n')
    done = publish(tei, "site")
    assert (done.exit_code, "“none.txt”, which is not there" in done.stderr, (tmp_path / "public/site").exists()) == (
        2,
        True,
        False,
    )


def test_an_edition_without_a_title_is_told_which_setting_gives_one(tmp_path: Path) -> None:
    tei = collection(tmp_path)
    (tmp_path / "teiconv.toml").write_text("[edition]\n")
    done = publish(tei, "site")
    assert (done.exit_code, 'title = "Ruritania, 1969–1976"' in done.stderr) == (0, True)


def test_the_header_of_a_volume_tells_what_the_settings_do_not(tmp_path: Path) -> None:
    said = """<teiHeader><fileDesc><titleStmt><title type="complete">Papers, Volume I, The Crown</title>
      <title type="series">Papers</title><title type="volumenumber">Volume I</title>
      <title type="volume">The Crown</title><editor role="primary">Ada Editor</editor></titleStmt>
      <publicationStmt><publisher>The Castle Press</publisher><pubPlace>Zenda</pubPlace><date>1970</date>
      <idno type="frus">papers01</idno></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"""
    file = tmp_path / "papers01.xml"
    file.write_text(VOLUME.format(header=said, name="Rudolf"))
    assert completed(Edition(place="Strelsau"), file) == Edition(
        title="The Crown",
        subtitle="Papers, Volume I",
        series="Papers",
        number="Volume I",
        id="papers01",
        publisher="The Castle Press",
        place="Strelsau",
        date="1970",
        editors=(Editor("Ada Editor"),),
    )
    file.write_text(VOLUME.format(header=HEADER.format(""), name="Rudolf"))
    assert completed(Edition(), file) == Edition()
    without = HEADER.format("The Crown").replace("publicationStmt", "notesStmt")
    file.write_text(VOLUME.format(header=without, name="Rudolf"))
    assert completed(Edition(), file) == Edition(title="The Crown")
