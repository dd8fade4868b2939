"""A file of one kind is checked against the schema of another: the user is told which schema is meant for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from publish_helpers import SETTINGS, collection, published

from teiconv.cli import main

SERIES = """[edition]
series = "Papers on Ruritania"
subseries = "1970–1971"
number = "Volume I"
"""
GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{ns}"><start><element name="none"><empty/>
  </element></start></grammar>"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kinds")
    tei = collection(root, **{"teiconv.toml": SETTINGS.replace("[edition]\n", SERIES)})
    return published(tei, "corpus", "volume", "dts")


def told(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, ["validate", *map(str, arguments)])
    assert done.exit_code == 5
    return " ".join(line for line in done.stderr.splitlines() if line.startswith("teiconv: "))


def test_a_corpus_is_checked_with_tei_all(public: Path) -> None:
    assert "it is a teiCorpus, which teiconv.rng does not describe; give --schema tei_all.rng" in told(
        public / "corpus/corpus.xml"
    )


def test_the_catalogue_for_dts_is_no_tei(public: Path) -> None:
    assert "catalog.xml: it is no TEI but a catalogue for a server of DTS" in told(public / "dts/catalog.xml")


def test_a_volume_of_the_series_is_checked_with_the_schema_of_the_series(public: Path) -> None:
    said = told(public / "volume/2015/ruritania.xml", public / "volume/ruritania.xml")
    assert "(and 1 other files): it is in the conventions of Foreign Relations, which teiconv.rng does not" in said
    assert "give --schema frus.rnc of the series" in said


def test_a_volume_of_today_is_not_for_the_schema_of_2015(public: Path, tmp_path: Path) -> None:
    schema = tmp_path / "frus.rng"
    schema.write_text(GRAMMAR.format(ns="http://history.state.gov/frus/ns/1.0"), encoding="utf-8")
    assert "with that of 2015, check 2015/ID.xml" in told("--schema", schema, public / "volume/ruritania.xml")
    assert told("--schema", schema, public / "volume/2015/ruritania.xml") == ""
    assert "Leave --schema out for TEI of teiconv" in told("--schema", schema, public / "volume/tei/ruritania.xml")


def test_a_fault_in_a_file_of_the_right_kind_has_no_hint() -> None:
    broken = Path(__file__).parent / "samples/invalid/gap-measure.xml"
    assert told(broken) == ""
