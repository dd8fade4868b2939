"""Source notes and file numbers: where the original lies, its marking, and who drafted it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.convert import read_text
from teiconv.metadata.archive import parse_file_line, parse_source, read_note
from teiconv.metadata.citation import parse_citation
from teiconv.metadata.classification import parse_marking, parse_marking_lines
from teiconv.model import descendants, element, plain
from teiconv.model.header import Archive, Classification, Level

TEXTS = Path(__file__).parents[1].parent / "shared" / "corpus" / "text"

# title | citation | repository | units, as level=name
CITATIONS = """
box before the series      | National Archives, Ford Presidential Materials, NSC Files, Box 12, Country Files, Latin America, Chile, Vol. 2, March 1973–4 June 73 | National Archives | collection=Ford Presidential Materials; series=NSC Files; box=12; subseries=Country Files; file=Latin America, Chile, Vol. 2, March 1973–4 June 73
record group, file number  | National Archives, RG 59, Central Files 1964–66, POL 7 BRAZ | National Archives | record-group=RG 59; series=Central Files 1964–66; file-number=POL 7 BRAZ
decimal file number        | Department of State, Central Files, 611.32/4–1757 | Department of State | collection=Central Files; file-number=611.32/4–1757
box of central files       | National Archives, RG 59, Central Files 1970–73, Box 215 | National Archives | record-group=RG 59; series=Central Files 1970–73; box=215
number and box             | National Archives, RG 59, Central Files 1970–73, POL 7, Box 215 | National Archives | record-group=RG 59; series=Central Files 1970–73; file-number=POL 7; box=215
file number with a name    | Department of State, Central Files, 123-Doe, John Q. | Department of State | collection=Central Files; file-number=123-Doe, John Q
lot after a colon          | Department of State, S/P Files: Lot 70 D 199 | Department of State | collection=S/P Files; lot=70 D 199
lot, then a folder title   | Department of State, PPS Files: Lot 66 D 487, Brazil | Department of State | collection=PPS Files; lot=66 D 487; file=Brazil
job, box and folder        | Central Intelligence Agency, Job 80-01234B, Box 7, Folder 3 | Central Intelligence Agency | job=80-01234B; box=7; folder=3
job after a colon          | Central Intelligence Agency: Job 80-S01234A | Central Intelligence Agency | job=80-S01234A
comma that was forgotten   | Central Intelligence Agency Job 80-01234B, Box 7 | Central Intelligence Agency | job=80-01234B; box=7
presidential library       | Johnson Library, National Security File, Country File, Brazil, Vol. 5 | Johnson Library | collection=National Security File; series=Country File; file=Brazil, Vol. 5
papers                     | Truman Library, Papers of Jane Roe | Truman Library | collection=Papers of Jane Roe
colons in a folder title   | Carter Library, Staff Material, Box 3, Memcons: Roe, Jane: 2/77–12/78 | Carter Library | collection=Staff Material; box=3; file=Memcons: Roe, Jane: 2/77–12/78
institution and division   | Library of Congress, Manuscript Division, Roe Papers, Box CL 7 | Manuscript Division | collection=Roe Papers; box=CL 7
federal records center     | Washington National Records Center, OSD Files: FRC 330-76-067, Peru, 1970 | Washington National Records Center | collection=OSD Files; accession=FRC 330-76-067; file=Peru, 1970
date inside a series       | National Archives, RG 59, Conference Files, 1966–1972: Lot 70 D 387, Folder 9 | National Archives | record-group=RG 59; series=Conference Files, 1966–1972; lot=70 D 387; folder=9
brackets and quotations    | Ford Library, NSC Files, Box 2, Europe, “Roe, Jane” (Minister, Paris) [1 of 2] | Ford Library | collection=NSC Files; box=2; file=Europe, “Roe, Jane” (Minister, Paris) [1 of 2]
files without repository   | JCS Records, CCS 381 Formosa (11–8–48) Sec. 29 | None | collection=JCS Records; file=CCS 381 Formosa (11–8–48) Sec. 29
files of an agency         | National Security Council Files, 40 Committee Minutes, 1970 | National Security Council | collection=National Security Council Files; file=40 Committee Minutes, 1970
repository not repeated    | Ibid., Central Files, POL CHILE | None | collection=Central Files; file-number=POL CHILE
misprint in the repository | Department of Sate, S/S Files: Lot 67 D 2 | Department of Sate | collection=S/S Files; lot=67 D 2
entry after a colon        | National Archives, RG 59, Conference Files, 1966–72: Entry 3051 B: Box 516 | National Archives | record-group=RG 59; series=Conference Files, 1966–72; entry=3051 B; box=516
folder in small letters    | Ford Library, NSC Files, box 2, folder 3 | Ford Library | collection=NSC Files; box=2; folder=3
dots that end the number   | Department of State, Central Files, POL 1 CHILE-U.S. | Department of State | collection=Central Files; file-number=POL 1 CHILE-U.S.
"""  # noqa: E501


def _rows(table: str) -> list[object]:
    rows = [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def _shown(archive: Archive) -> str:
    return "; ".join(f"{unit.level}={unit.name}" for unit in archive.units)


@pytest.mark.parametrize(("citation", "repository", "units"), _rows(CITATIONS))
def test_citation(citation: str, repository: str, units: str) -> None:
    archive = parse_citation(citation)
    assert archive is not None
    assert str(archive.repository) == repository
    assert _shown(archive) == units


def test_division_of_an_institution() -> None:
    archive = parse_citation("Princeton University, Mudd Library, Roe Papers")
    assert archive is not None
    assert (archive.institution, archive.repository) == ("Princeton University", "Mudd Library")


@pytest.mark.parametrize(
    "citation",
    [
        "Public Papers of the Presidents of the United States: John Q. Doe, 1961, pp. 741–752",
        "Washington, D.C.: Government Printing Office",
        "Department of State Bulletin, August 15, 1955, p. 260",
    ],
)
def test_published_source_is_no_holding(citation: str) -> None:
    archive = parse_citation(citation)
    assert archive == Archive(citation, published=True)


# title | source note | citation | level | handling | precedence | drafting; “-” for nothing
NOTES = """
level only               | Source: Department of State, INR Files. Secret. | Department of State, INR Files | Secret | - | - | -
two words                | Source: Ford Library, Roe Papers, Box 2. Top Secret. | Ford Library, Roe Papers, Box 2 | Top Secret | - | - | -
handling and precedence  | Source: National Archives, RG 59, Central Files 1967–69, POL US. Secret; Priority; Limdis. Repeated to Lima. | National Archives, RG 59, Central Files 1967–69, POL US | Secret | Limdis | Priority | -
drafting                 | Source: Department of State, NSAMs: Lot 72 D 316. Official Use Only. Drafted by Roe. Sent to Lima. | Department of State, NSAMs: Lot 72 D 316 | Official Use Only | - | - | Drafted by Roe.
abbreviations            | Source: Johnson Library, Country File, Peru, Vol. 5, Gen. Roe’s St. James visit. Confidential. | Johnson Library, Country File, Peru, Vol. 5, Gen. Roe’s St. James visit | Confidential | - | - | -
presumed drafting        | Source: Ford Library, NSC Files, Box 1. Secret. Presumably drafted by Roe. Sent to Lima. | Ford Library, NSC Files, Box 1 | Secret | - | - | Presumably drafted by Roe.
drafting by another copy | Source: Ford Library, NSC Files, Box 1. Secret. According to another copy, this telegram was drafted by Roe. | Ford Library, NSC Files, Box 1 | Secret | - | - | According to another copy, this telegram was drafted by Roe.
drafting of an enclosure | Source: Ford Library, NSC Files, Box 1. Secret. An attached letter, dated May 2 and drafted by Roe, is not printed. | Ford Library, NSC Files, Box 1 | Secret | - | - | -
level of an attachment   | Source: Ford Library, NSC Files, Box 1. Confidential with Nodis Attachment. Sent for action. | Ford Library, NSC Files, Box 1 | Confidential | with Nodis Attachment | - | -
initial before the level | Source: Department of State, Central Files, 123-Doe, John Q. Confidential. | Department of State, Central Files, 123-Doe, John Q | Confidential | - | - | -
semicolon before it      | Source: Department of State, Central Files, 993.61/11–1755; Secret. Received at noon. | Department of State, Central Files, 993.61/11–1755 | Secret | - | - | -
handling in a sentence   | Source: Ford Library, NSC Files, Box 1. Secret; Priority. Eyes Only. Drafted by Roe. | Ford Library, NSC Files, Box 1 | Secret | Eyes Only | Priority | Drafted by Roe.
handling without level   | Source: Ford Library, NSC Files, Box 1. Routine; RYBAT. | Ford Library, NSC Files, Box 1 | None | RYBAT | Routine | -
no marking, as is said   | Source: Ford Library, NSC Files, Box 1. No classification marking. | Ford Library, NSC Files, Box 1 | No classification marking | - | - | -
nothing of a marking     | Source: Ford Library, NSC Files, Box 1. The President saw it. | Ford Library, NSC Files, Box 1 | None | - | - | -
no full stop at the end  | Source: Ford Library, NSC Files, Box 1 | Ford Library, NSC Files, Box 1 | None | - | - | -
country in initials      | Source: Ford Library, NSC Files, Box 1. Secret; U.S. Eyes Only. | Ford Library, NSC Files, Box 1 | Secret | U.S. Eyes Only | - | -
another copy             | Source: Ford Library, NSC Files, Box 1. Secret; also, Library of Congress, Roe Papers. Secret. | Ford Library, NSC Files, Box 1 | Secret | - | - | -
withheld codeword        | Source: Ford Library, NSC Files, Box 1. Top Secret; [codeword not declassified]; Noforn. | Ford Library, NSC Files, Box 1 | Top Secret | [codeword not declassified], Noforn | - | -
semicolon after Source   | Source; Department of State, S/P Files. Secret. | Department of State, S/P Files | Secret | - | - | -
without the word Source  | National Archives, RG 84, Lima Files. Secret. | National Archives, RG 84, Lima Files | Secret | - | - | -
"""  # noqa: E501


@pytest.mark.parametrize(
    ("note", "citation", "level", "handling", "precedence", "drafting"),
    _rows(NOTES),
)
def test_source_note(note: str, citation: str, level: str, handling: str, precedence: str, drafting: str) -> None:
    source = parse_source(note)
    assert source is not None
    assert source.archive is not None
    marking = source.classification
    assert source.archive.citation == citation
    assert str(marking.level if marking else None) == level
    assert (", ".join(marking.handling if marking else ()) or "-") == handling
    assert (", ".join(marking.precedence if marking else ()) or "-") == precedence
    assert (source.drafting or "-") == drafting


@pytest.mark.parametrize("note", ["Not printed.", "See footnote 2, p. 14.", "Source text bears a stamp.", ""])
def test_other_notes_give_no_source(note: str) -> None:
    assert parse_source(note) is None


def test_note_is_read_with_what_is_withheld() -> None:
    withheld = element("gap", element("desc", "name not declassified"), reason="not-declassified")
    content = ("Source: X Library, Files. Secret. Drafted by ", withheld, element("note", "aside"), " on May 4.")
    source = parse_source(read_note(content))
    assert source is not None
    assert source.drafting == "Drafted by [name not declassified] on May 4."


FILE_LINES = """
telegram       | 890F.6363/3–2948: Telegram | file-number=890F.6363/3–2948 | telegram
no genre       | 891.20 Missions/2–648 | file-number=891.20 Missions/2–648 | None
airgram        | 845.00/3-1048 : Airgram | file-number=845.00/3-1048 | airgram
no colon       | 501.BC/11–348 Telegram | file-number=501.BC/11–348 | telegram
with a name    | 891.001 Doe, John/5–2048 | file-number=891.001 Doe, John/5–2048 | None
lot            | Lot 54 D 195 | lot=54 D 195 | None
files and lot  | PPS Files, Lot 64 D 563 | collection=PPS Files; lot=64 D 563 | None
library        | Truman Library, Truman Papers | collection=Truman Papers | None
papers         | Hollis Papers: Telegram | collection=Hollis Papers | telegram
abbreviation   | J. C. S. Files | collection=J. C. S. Files | None
lot and box    | CFM Files: Lot M–88: Box 2: Hall–Todd | collection=CFM Files; lot=M–88; box=2; file=Hall–Todd | None
month          | Daily Meetings, Lot 58 D 9, May 1951 | collection=Daily Meetings; lot=58 D 9; file=May 1951 | None
running number | 462.00 R 296/16: Telegram | file-number=462.00 R 296/16 | telegram
file No.       | [File No. 812.00/9510a.] | file-number=812.00/9510a | None
half           | 500.A15A4/1646½ | file-number=500.A15A4/1646½ | None
blank, colon   | PSA Files : Lot 55 D 480 | collection=PSA Files; lot=55 D 480 | None
files of       | Files of the Council: Lot M88: Box 2063 | collection=Files of the Council; lot=M88; box=2063 | None
diary          | Hollis Diary | collection=Hollis Diary | None
"""


@pytest.mark.parametrize(("line", "units", "genre"), _rows(FILE_LINES))
def test_file_line(line: str, units: str, genre: str) -> None:
    found = parse_file_line(line)
    assert found is not None
    assert (_shown(found[0]), str(found[1])) == (units, genre)


@pytest.mark.parametrize("line", ["March 29, 1948—3 p. m.", "The Records of the talks show: that we agree.", "166"])
def test_text_is_no_file_line(line: str) -> None:
    assert parse_file_line(line) is None


@pytest.mark.parametrize(
    ("line", "level", "precedence"),
    [
        ("secret", "Secret", ()),
        ("top secret   us urgent", "Top Secret", ("US Urgent",)),
        ("CONFIDENTIAL", "Confidential", ()),
        ("restricted   priority", "Restricted", ("Priority",)),
    ],
)
def test_marking_on_a_line(line: str, level: str, precedence: tuple[str, ...]) -> None:
    marking = parse_marking(line)
    assert marking is not None
    assert (marking.level, marking.precedence) == (level, precedence)


@pytest.mark.parametrize("line", ["Secretary Roe: Yes.", "secret talks were held", "niact", "Confidential clerk"])
def test_text_is_no_marking(line: str) -> None:
    assert parse_marking(line) is None


_PARTS = st.lists(
    st.sampled_from(
        ["RG 59", "NSC Files", "Box 7", "Folder 2", "Lot 70 D 1", "Peru, Vol. 2", "Job 8-1A", "1970", "(A, B)", "Chile"]
    ),
    max_size=8,
)


@given(_PARTS)
def test_every_word_of_a_citation_is_in_its_archive(parts: list[str]) -> None:
    archive = parse_citation(", ".join(["National Archives", *parts]))
    assert archive is not None
    kept = " ".join([archive.repository or "", *(unit.name for unit in archive.units)])
    labels = {"Box", "Folder", "Lot", "Job"}
    expected = [word for part in parts for word in re.findall(r"\w+", part) if word not in labels]
    assert sorted(re.findall(r"\w+", kept)) == sorted(["National", "Archives", *expected])


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    parse_source(f"Source: {text}")
    parse_file_line(text)
    parse_marking(text)


def test_hostile_note_is_read_in_linear_time() -> None:
    for unit in ("(", "“", "Secret; ", "A. ", ", ", "Lot 1 ", "891.2 "):
        parse_source("Source: " + unit * 20_000)
        parse_file_line(unit * 20_000)
        parse_marking("secret " + unit * 20_000)


@pytest.mark.corpus
def test_source_notes_of_the_corpus() -> None:
    if not TEXTS.is_dir():
        pytest.skip("no reference corpus in ../shared")
    notes = [
        line.split(". ", 1)[1]
        for path in sorted(TEXTS.glob("*/d*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s+\d+\. Source: ", line)
    ]
    sources = [source for note in notes if (source := parse_source(note))]
    archives = [source.archive for source in sources if source.archive]
    boxed = [archive for archive in archives if re.search(r"\bBox \d", archive.citation)]
    assert len(archives) == len(notes) > 2300
    assert sum(bool(archive.repository) for archive in archives) >= 0.995 * len(notes)
    assert all(archive.named(Level.BOX) for archive in boxed)
    assert sum(source.classification is not None for source in sources) >= 0.97 * len(notes)


def test_precedence_on_a_line_of_its_own() -> None:
    assert parse_marking_lines(["secret", "niact", "[Enclosure]"]) == Classification("Secret", (), ("Niact",))
    assert parse_marking_lines(["us urgent"]) == Classification(None, (), ("US Urgent",))
    assert parse_marking_lines(["[Extract]"]) is None


def test_lines_of_a_marking_say_what_they_are() -> None:
    text = "845.00/1–148: Telegram\n\nThe Minister in Utopia (Roe) to the Secretary of State\n\nUtopia, May 3, 1948—noon\nsecret\nniact\n\n7. Nothing to report."  # noqa: E501
    segments = [node for node in descendants(read_text(text).body) if node.name == "seg"]
    said = [(node.get("type"), plain(node.content)) for node in segments]
    assert said == [("classification", "secret"), ("precedence", "niact")]


@pytest.mark.parametrize(
    "notice",
    [
        "[Source: Ford Library, NSC Files, Box 1. Secret; Nodis. 6 pages of source text not declassified.]",
        "[Source: Ford Library, Files. Secret; [codeword not declassified]; Nodis. A page not declassified.]",
    ],
)
def test_notice_in_place_of_a_withheld_document_gives_its_source(notice: str) -> None:
    header = read_text(f"7. Memorandum of Conversation\n\nLima, May 3, 1970.\n\n{notice}").header
    assert header.archive is not None
    assert header.archive.repository == "Ford Library"
    assert header.classification is not None
    assert (header.classification.level, header.classification.handling[-1]) == ("Secret", "Nodis")
