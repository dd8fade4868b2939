"""Any sequence of decisions, conversions, edits of the TEI and ``--take-edits`` loses no decision and no byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from test_editing import TEXT, table

import teiconv
from teiconv.cli import main
from teiconv.editing.file import read_decisions, write_decision

WORDS = ["Foreign", "Zenda", "annexes", "Background", "Burlesdon", "nobody", "wanted", "minister"]
NEW = ["the late", "Hentzau", "x & y", "1,000", "“No!”"]
DECIDED = [
    table("place", words="Strelsau", is_="place", who="Ada"),
    table("person", words="Smith", nth=2, is_="nothing", who="Ada"),
    table("date", document="d12", words="April 3", when="1971-04-03", who="Bob"),
    table("title", document="d12", is_="A visit", at="2026-11-29T10:00:00Z", who="Bob"),
    table("gap", words="1 line not declassified", quantity=3, who="Ada"),
]


class Editing(RuleBasedStateMachine):
    """One memo, its TEI and the file of decisions, in the hands of an editor who uses the command line."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        self.memo, self.tei, self.file = folder / "d12.txt", folder / "d12.xml", folder / "decisions.toml"
        self.memo.write_text(TEXT, encoding="utf-8")
        self.file.write_text("", encoding="utf-8")
        self.text = TEXT
        self.kept: list[str] = []
        self._run()

    def teardown(self) -> None:
        self._folder.cleanup()

    def _run(self, *options: str) -> str:
        arguments = ["convert", str(self.memo), "-o", str(self.tei), "--decisions", str(self.file), *options]
        return CliRunner().invoke(main, arguments).output

    def _decisions(self) -> list[str]:
        return [write_decision(one) for one in read_decisions(self.file.read_bytes(), "decisions.toml")]

    @rule(decided=st.sampled_from(DECIDED))
    def decide(self, decided: str) -> None:
        self.file.write_text(f"{self.file.read_text(encoding='utf-8')}\n{decided}\n", encoding="utf-8")
        self.kept = self._decisions()

    @rule()
    def convert(self) -> None:
        """A conversion without ``--take-edits`` keeps an edited file, or honours the decisions."""
        self._run()

    @rule(old=st.sampled_from(WORDS), new=st.sampled_from(NEW))
    def edit(self, old: str, new: str) -> None:
        head, _, body = self.tei.read_text(encoding="utf-8").partition("<body>")
        if old in body and self.text.count(old) == 1:
            self.text = self.text.replace(old, new)
            written = new.replace("&", "&amp;")
            self.tei.write_text(f"{head}<body>{body.replace(old, written, 1)}", encoding="utf-8")

    @rule()
    def indent(self) -> None:
        """Another tool saves the file with other line ends between its elements."""
        self.tei.write_text(self.tei.read_text(encoding="utf-8").replace("        <p>", "\n\t<p>"), encoding="utf-8")

    @precondition(lambda self: self.text != TEXT)
    @rule()
    def take(self) -> None:
        output = self._run("--take-edits", str(self.file), "--editor", "Eve")
        assert "no decision made" not in output, output
        self.kept = self._decisions()

    @invariant()
    def no_decision_is_lost(self) -> None:
        now = self._decisions()
        assert all(one in now for one in self.kept)

    @invariant()
    def no_byte_is_lost(self) -> None:
        assert self.memo.read_text(encoding="utf-8") == TEXT
        assert teiconv.to_text(self.tei.read_bytes()) == self.text


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
