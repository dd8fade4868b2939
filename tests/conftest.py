"""What the tests share: the seed, and the reference corpus where it lies beside the checkout."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from lxml import etree

settings.register_profile("teiconv", settings.default, deadline=None)  # a busy machine is no fault
settings.load_profile("teiconv")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--skipped", type=Path, help="write here what was skipped, so that `pytest @FILE` runs it")


def pytest_configure(config: pytest.Config) -> None:
    if config.option.skipped and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Skipped(config.option.skipped))


class _Skipped:
    """Notes the tests and the files of tests that were skipped, a line each."""

    def __init__(self, file: Path) -> None:
        self._file, self._names = file, set[str]()

    def pytest_runtest_logreport(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped:
            self._names.add(report.nodeid)

    pytest_collectreport = pytest_runtest_logreport

    def pytest_sessionfinish(self) -> None:
        self._file.write_text("".join(f"{name}\n" for name in sorted(self._names)), encoding="utf-8")


_connect = sqlite3.connect


@pytest.fixture(autouse=True)
def no_database_is_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python warns of an open database from 3.13 on, and then only when it is collected, in another test maybe."""
    opened: list[sqlite3.Connection] = []

    def connect(*arguments: Any, **choices: Any) -> sqlite3.Connection:
        database = _connect(*arguments, **choices)
        if sys._getframe(1).f_globals["__name__"].startswith("teiconv."):
            opened.append(database)
        return database

    monkeypatch.setattr(sqlite3, "connect", connect)
    yield
    for database in opened:
        with suppress(sqlite3.ProgrammingError):  # it is closed
            database.execute("SELECT 1")
            pytest.fail("a database was left open")


@pytest.fixture(scope="session")
def seed() -> bytes:
    (file,) = (ROOT / "seeds").glob("*.txt")
    return file.read_bytes()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the reference corpus."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the reference corpus (../shared) is not here")
    return SHARED / "corpus"


@pytest.fixture(scope="session")
def tei_all() -> etree.RelaxNG:
    """The schema of the whole of TEI: to compile it takes longer than most tests."""
    file = SHARED / "schema" / "tei_all.rng"
    if not file.is_file():
        pytest.skip("TEI’s own schema (../shared) is not here")
    return etree.RelaxNG(etree.parse(file))
