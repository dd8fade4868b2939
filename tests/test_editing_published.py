"""What an editor decided holds in everything that is published: tables, site, book, letters, linked data, archives."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from review_helpers import convert, volume
from test_editing import table

from teiconv.cli import main
from teiconv.publish.table import FORMATS

DECIDED = [
    table("person", document="d1", words="Sapt", nth=1, is_="p_SF2", who="Ada"),
    table("person", document="d1", words="The Duke", is_="p_DUKE", name="Streslau, Michael of", who="Ada"),
    table("date", document="d1", words="May 1, 1970", nth=1, when="1969-02-03", who="Ada"),
    table("gap", document="d1", words="[2 lines not declassified]", quantity=7),
    table("title", document="d1", is_="A corrected title"),
    table("sender", document="d1", is_="p_SF1"),
    table("recipient", document="d1", name="Zorro the Second"),
    table("place", document="d1", words="crowns", is_="place"),
    table("classification", document="d1", level="Top Secret"),
    table("text", document="d1", words="horses of the guard", to="horses of the royal guard"),
    table("header", document="d1", place="Zenda"),
    table("reference", document="d1", words="Document 1", is_="nothing"),
]
EDITION = """[edition]
id = "ruritania"
title = "The Horses"
editors = ["Ada Editor <ada@example.org>"]
creators = ["Ada Editor"]
base = "https://example.org/horses/"
publisher = "The Castle"
date = "2026-11-29"
licence = "https://creativecommons.org/publicdomain/zero/1.0/"
series = "Foreign Relations of Ruritania"
subseries = "1969–1976"
number = "Volume XII"
place = "Strelsau"
"""
ALL = ("A corrected title", "1969-02-03", "royal guard", "Streslau, Michael of", "Zorro the Second", "Zenda")
SAYS = {
    "volume": ("1969-02-03", "royal guard", "Zenda"),  # its documents have no header of their own
    "epub": ("A corrected title", "1969-02-03", "royal guard"),
    "cmif": ("1969-02-03", "Zorro the Second", "Zenda"),
    "rdf": ("A corrected title", "1969-02-03", "Streslau, Michael of", "Zenda"),
}
"""What a format says of a document, where it does not say all."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the volume, with what was decided, in every format."""
    root = tmp_path_factory.mktemp("published")
    tei = volume(root)
    (root / "decisions.toml").write_text("\n\n".join(DECIDED), encoding="utf-8")
    convert(root, "--decisions", str(root / "decisions.toml"))
    (root / "edition.toml").write_text(EDITION, encoding="utf-8")
    for name in FORMATS:
        target = root / "public" / name
        command = ["publish", str(tei), str(target), "--config", str(root / "edition.toml"), "-q", "--as", name]
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    return root / "public"


def everything_in(folder: Path) -> str:
    """Return all text below ``folder``, that in archives as well, without the marks that may stand within a name."""
    found = []
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                found += [archive.read(name) for name in archive.namelist()]
        else:
            found.append(file.read_bytes())
    tags = ("<surname>", "</surname>", "<forename>", "</forename>")
    text = b"\n".join(found).decode(errors="replace")
    for tag in tags:
        text = text.replace(tag, "")
    return text


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_was_decided_holds_in_every_format(published: Path, name: str) -> None:
    said = everything_in(published / name)
    assert [one for one in SAYS.get(name, ALL) if one not in said] == []
    assert said.count("horses of the guard") == 0 or "d2" in said


def rows(published: Path, name: str) -> list[dict[str, str]]:
    with (published / "tables" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row.get("document", "d1") == "d1"]


def test_what_was_decided_holds_in_the_tables(published: Path) -> None:
    (document,) = rows(published, "documents")
    assert [document[key] for key in ("title", "date", "place", "classification")] == [
        "A corrected title", "1969-02-03", "Zenda", "Top Secret",
    ]  # fmt: skip
    agents = [(one["role"], one["name"], one["person"]) for one in rows(published, "agents")]
    assert agents == [("sender", "Sapt, Franz, Major", "p_SF1"), ("recipient", "Zorro the Second", "")]
    (letter,) = rows(published, "letters")
    assert (letter["sender_id"], letter["recipient"], letter["date"]) == ("p_SF1", "Zorro the Second", "1969-02-03")
    mentions = {(one["text"], one["person"], one["cert"]) for one in rows(published, "mentions")}
    assert {("The Duke", "p_DUKE", "high"), ("Sapt", "p_SF2", "high")} <= mentions
    (gap,) = rows(published, "gaps")
    assert (gap["quantity"], gap["unit"], gap["lines"]) == ("7", "line", "7")
    assert rows(published, "references") == []
    assert "p_DUKE" in [one["person"] for one in rows(published, "persons")]
    assert "crowns" in [one["name"] for one in rows(published, "places")]
