"""Options that take a name of a table: the table is loaded where one is given, or where the help shows them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click


class NameOf(click.Choice):  # type: ignore[type-arg]  # click 8.1 has no parameters of types
    """A choice among the names that ``load`` gives."""

    def __init__(self, load: Callable[[], Sequence[str]]) -> None:
        self._load = load
        self.case_sensitive = True

    @property
    def choices(self) -> Sequence[Any]:  # type: ignore[override]  # click sets it where it is made
        """All names of the table."""
        return self._load()


def _conventions() -> Sequence[str]:
    from teiconv.conventions import table

    return [conventions.name for conventions in table.ALL]


def _profiles() -> Sequence[str]:
    from teiconv.formats.table import profiles

    return profiles()


CONVENTIONS = NameOf(_conventions)
PROFILES = NameOf(_profiles)
