"""A historian's questions: tables, linked data and TEI answer alike. The queries are those of ``docs/questions.md``."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from publish_helpers import collection, published

PAGE = Path(__file__).parent.parent / "docs/questions.md"
QUERIES = {
    (found[1], found[2]): found[3]
    for found in re.finditer(r"^```(sql|sparql|xquery) (\w+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
}
LETTER = """{number}. {title}1

{place}, {date}.

{text}

  1. Source: {source}
"""
ARCHIVE = "National Archives, RG 59, Hentzau Files, Box {}. Secret."
LIBRARY = "Library of Congress, Manuscript Division, Zenda Papers, Box CL {}. Confidential."
TO_ELPHBERG, TO_SAPT = (
    "Memorandum From Ambassador Hentzau to President Elphberg",
    "Letter From Colonel Sapt to Ambassador Hentzau",
)
DOCUMENTS = (
    (TO_ELPHBERG, "February 3, 1970", "Sapt told Hentzau [2 lines not declassified] of it.", ARCHIVE.format(215)),
    (TO_ELPHBERG, "February 19, 1970", "It was [less than 1 line not declassified] kept.", ARCHIVE.format(216)),
    (TO_ELPHBERG, "March 1, 1970", "Sapt and Elphberg met. [2½ lines not declassified]", ARCHIVE.format(215)),
    (TO_SAPT, "February 20, 1970", "Tell Elphberg [1 paragraph (7 lines) not declassified].", LIBRARY.format(9)),
    (TO_SAPT, "May 2, 1971", "Nothing [name not declassified] of it. [3 lines not declassified]", LIBRARY.format(9)),
    ("Memorandum From President Elphberg to Ambassador Hentzau", "February 5, 1970", "No.", LIBRARY.format(10)),
    ("Editorial Paper", "June 1, 1971", "Nothing.", "Central Intelligence Agency, Job 79–01025A, Box 151. Secret."),
)
EXPECTED = {
    "letters": {(TO_ELPHBERG, "1970-02-03"), (TO_ELPHBERG, "1970-02-19")},
    "together": {
        ("Elphberg, Rudolf", "Hentzau, Henry", "5"),
        ("Elphberg, Rudolf", "Sapt, Fritz, Colonel", "3"),
        ("Hentzau, Henry", "Sapt, Fritz, Colonel", "4"),
    },
    "boxes": {
        ("RG 59; Hentzau Files", "215"),
        ("RG 59; Hentzau Files", "216"),
        ("Zenda Papers", "CL 9"),
        ("Zenda Papers", "CL 10"),
        ("", "151"),
    },
}
QUESTIONS = ("letters", "lines", "together", "boxes")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {
        f"texts/d{number}.txt": LETTER.format(
            number=number, title=title, place="Strelsau", date=date, text=text, source=source
        )
        for number, (title, date, text, source) in enumerate(DOCUMENTS, 1)
    }
    return published(collection(tmp_path_factory.mktemp("edition"), **texts), "tables", "rdf").parent


def answer(rows: list[tuple[object, ...]]) -> set[tuple[str, ...]]:
    assert len(rows) == len(set(rows))
    return {tuple(str(float(cell)) if isinstance(cell, float) else str(cell) for cell in row) for row in rows}


def by_sql(edition: Path, question: str) -> set[tuple[str, ...]]:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    query = QUERIES["sql", question].replace("'parquet/", f"'{edition}/public/tables/parquet/")
    return answer(duckdb.connect().execute(query).fetchall())


def by_sparql(edition: Path, question: str) -> set[tuple[str, ...]]:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    graph = rdflib.Graph().parse(str(edition / "public/rdf/documents.ttl"))
    found = graph.query(QUERIES["sparql", "prefixes"] + QUERIES["sparql", question])
    return answer([tuple(str(cell) for cell in row) for row in found])


def by_xquery(edition: Path, question: str) -> set[tuple[str, ...]]:
    if not shutil.which("basex"):
        pytest.skip("BaseX is not installed (apt-get install basex)")
    query = edition / f"{question}.xq"
    query.write_text(QUERIES["xquery", "prefixes"] + QUERIES["xquery", question], encoding="utf-8")
    command = ["basex", "-w", "-i", str(edition / "tei"), str(query)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return answer([tuple(line.split("|")) for line in done.stdout.splitlines()])


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("asked", [by_sql, by_sparql, by_xquery])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_question_has_the_answer_of_the_texts(edition, asked, question) -> None:  # type: ignore[no-untyped-def]
    found = asked(edition, question)
    if question == "lines":
        assert {(year, float(lines)) for year, lines in found} == {("1970", 4.5), ("1971", 3)}
    else:
        assert found == EXPECTED[question]
