"""The rows of tables, each a document: its text, its id, and the place to tell of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.batch.records import Direction, Task

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\\]|(?:^|/)(?:[./]|$)|^[A-Za-z]:")


class RowName(NamedTuple):
    """What a row without an id is called, and where it stands."""

    name: str
    place: str


def task_of(identifier: object, text: object, where: RowName, direction: Direction) -> Task:
    """Return the task for a row: ``a/b`` and ``a/b.txt`` both become ``a/b.xml``."""
    name = str(identifier) if isinstance(identifier, (str, int)) else ""
    suffix, other = direction.suffixes
    path = name.removesuffix(suffix) + other
    if not name or _UNSAFE.search(name):
        return broken(where, f"has the id {identifier!r}, which cannot name a file in a folder")
    if isinstance(text, bytes):
        return Task(name, path, data=text, size=len(text), place=where.place)
    if not isinstance(text, str):
        return Task(name, path, fault=f"{where.place}: has no text, but {type(text).__name__}")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        return Task(name, path, fault=f"{where.place}: half of a surrogate pair at character {error.start + 1}")
    return Task(name, path, data=data, size=len(data), place=where.place)


def named(row: dict[str, object]) -> str:
    """Return the names of the columns of ``row``; half a surrogate pair, which JSON may hold, as its escape."""
    return ", ".join(row).encode(errors="backslashreplace").decode() or "nothing"


def broken(where: RowName, why: str) -> Task:
    """Return the task for a row that is none, and ``why``."""
    said = why.encode(errors="backslashreplace").decode()  # a key of a row may be half of a surrogate pair
    return Task(where.name, "", fault=f"{where.place}: {said}")
