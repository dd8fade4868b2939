"""Where the settings stand in a TOML file: line and column of each, which Python's reader of TOML does not tell.

The file is taken statement by statement.  A statement is the fewest lines that the reader takes by themselves: the head
of a table, or a key with its value, which may have several lines.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

Way: TypeAlias = "tuple[str | int, ...]"
"""The way to a setting: the names of tables and keys; the number of a table or an item in a list, from 0."""


class _Statement(NamedTuple):
    line: int
    text: str
    said: dict[str, Any]

    @property
    def is_head(self) -> bool:
        return self.text.lstrip().startswith("[")

    @property
    def is_listed(self) -> bool:
        """Whether it is the head of a table in a list: ``[[edition.chapters]]``."""
        return self.text.lstrip().startswith("[[")

    def place(self, words: str = "") -> tuple[int, int]:
        """Return line and column of ``words`` in it; of its own beginning if they are not found as they stand."""
        start = len(self.text) - len(self.text.lstrip())
        before = self.text[: max(self.text.find(words), start)]
        return self.line + before.count("\n"), len(before) - before.rfind("\n")


class Places:
    """The places of all settings in the text of a file."""

    def __init__(self, text: str) -> None:
        self._found: dict[Way, _Statement] = {}
        table: Way = ()
        tables: Counter[Way] = Counter()
        for statement in _statements(text):
            keys = _keys(statement.said)
            if statement.is_head:
                table = _numbered(keys, tables, is_listed=statement.is_listed)
                self._found.setdefault(table, statement)
            else:
                for end in range(1, len(keys) + 1):
                    self._found.setdefault((*table, *keys[:end]), statement)

    def at(self, way: Way, words: str = "") -> tuple[int, int] | tuple[()]:
        """Return line and column, both from 1, of the setting at ``way``, or of ``words`` in it.

        What stands nowhere by itself is where the table or list is that should hold it.
        """
        for end in range(len(way), 0, -1):
            if statement := self._found.get(way[:end]):
                return statement.place(words)
        return ()


def _statements(text: str) -> Iterator[_Statement]:
    begun, first = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        first = first if begun else number
        begun += f"{line}\n"
        try:
            said = tomllib.loads(begun)
        except tomllib.TOMLDecodeError:  # it goes on in the next line
            continue
        if said:
            yield _Statement(first, begun, said)
        begun = ""


def _keys(said: dict[str, Any]) -> tuple[str, ...]:
    """Return the keys of a statement: of ``a.b = 1``, of ``[a.b]`` and of ``[[a.b]]`` both."""
    (key,) = said
    inner = said[key]
    inner = inner[0] if isinstance(inner, list) and inner == [{}] else inner
    return (key, *(_keys(inner) if isinstance(inner, dict) and len(inner) == 1 else ()))


def _numbered(keys: tuple[str, ...], tables: Counter[Way], *, is_listed: bool) -> Way:
    """Return the way to a table; a table in a list has its number, and what stands in it that of the last so far."""
    way: Way = ()
    for number, key in enumerate(keys, 1):
        way = (*way, key)
        if is_listed and number == len(keys):
            tables[way] += 1
        if tables[way]:
            way = (*way, tables[way] - 1)
    return way
