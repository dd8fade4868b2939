"""Rows of JSON in one file that is mapped into memory: found by number, or by a sorted key, and read when asked for.

The file begins with :data:`MAGIC` and the length of a header (JSON), which says where each table begins.  A table is
its count, the ends of its keys and of its rows (unsigned, four bytes, little-endian), the keys, and the rows.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Any

from teiconv.errors import Place, TeiconvError

KIND = b"teiconv authority "
MAGIC = KIND + b"2\n"
_NUMBER = struct.Struct("<I")
_SPOILT = (ValueError, TypeError, LookupError, AttributeError)
"""What is raised where a file holds something else than :func:`write_tables` wrote."""


class Table(Sequence[str]):
    """The keys of one table, sorted; :meth:`row` and :meth:`find` give what belongs to them."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._count: int = _NUMBER.unpack_from(data, start)[0]
        key_ends = start + _NUMBER.size
        row_ends = key_ends + self._count * _NUMBER.size
        self._key_edges, self._row_edges = self._edges(key_ends), self._edges(row_ends)
        self._keys: int = row_ends + self._count * _NUMBER.size
        self._rows: int = self._keys + self._key_edges[-1]

    def _edges(self, ends: int) -> Sequence[int]:
        """Return where each part begins of which the ends stand at ``ends``, and last where the last one ends."""
        edges = array("I", bytes(_NUMBER.size) + self._data[ends : ends + self._count * _NUMBER.size])
        if len(edges) <= self._count:
            raise ValueError
        if sys.byteorder == "big":
            edges.byteswap()
        return edges

    @property
    def end(self) -> int:
        """Where the last row ends in the file."""
        return self._rows + self._row_edges[-1]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: Any) -> Any:
        if not 0 <= number < self._count:
            raise IndexError(number)
        return self._key(number).decode()

    def row(self, number: int) -> Any:
        """Return the row of that number."""
        start, end = self._row_edges[number : number + 2]
        return json.loads(self._data[self._rows + start : self._rows + end].decode())

    def find(self, key: str) -> Any:
        """Return the row of ``key``, or None."""
        sought = key.encode(errors="surrogatepass")  # bytes have the order of letters
        number = bisect_left(range(self._count), sought, key=self._key)
        return self.row(number) if number < self._count and self._key(number) == sought else None

    def _key(self, number: int) -> bytes:
        start, end = self._key_edges[number], self._key_edges[number + 1]
        return self._data[self._keys + start : self._keys + end]


@contextmanager
def unspoilt(path: Path) -> Iterator[None]:
    """Refuse the file at ``path`` if what is read of it makes no sense.

    Raises:
        TeiconvError: it does not.
    """
    try:
        yield
    except _SPOILT as error:
        raise TeiconvError("this authority is damaged; copy it again, or build it again", Place(str(path))) from error


def open_tables(path: Path) -> tuple[Mapping[str, Any], Mapping[str, Table]]:
    """Return the header of the file at ``path`` and its tables by their names.

    Raises:
        TeiconvError: the file cannot be read, or :func:`write_tables` did not write it.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        start = len(MAGIC) + _NUMBER.size
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError
        (length,) = _NUMBER.unpack_from(data, len(MAGIC))
        header: dict[str, Any] = json.loads(data[start : start + length])
        places = header.pop("tables")
        tables = {name: Table(data, start + length + place) for name, place in places.items()}
        is_whole = all(table.end <= len(data) for table in tables.values())
    except OSError as error:
        raise TeiconvError(f"the authority cannot be read: {error.strerror}", Place(str(path))) from error
    except (*_SPOILT, struct.error) as error:
        advice = "this is no compiled authority; make one with “teiconv authority build SOURCES -o FILE”"
        raise TeiconvError(advice, Place(str(path))) from error
    if not is_whole:
        raise TeiconvError("the end of this authority is missing; copy it again, or build it again", Place(str(path)))
    return header, tables


def write_tables(header: Mapping[str, Any], tables: Mapping[str, Sequence[tuple[str, Any]]]) -> bytes:
    """Return the bytes of a file with ``header`` and ``tables``: keys (sorted, if they are to be found) and rows."""
    written = {name: _table(rows) for name, rows in tables.items()}
    places = dict(zip(written, accumulate(map(len, written.values()), initial=0), strict=False))
    head = _json({**header, "tables": places})
    return b"".join((MAGIC, _NUMBER.pack(len(head)), head, *written.values()))


def _table(rows: Sequence[tuple[str, Any]]) -> bytes:
    keys = [key.encode() for key, _ in rows]
    values = [_json(row) for _, row in rows]
    return b"".join((_NUMBER.pack(len(rows)), _ends(keys), _ends(values), *keys, *values))


def _ends(parts: Iterable[bytes]) -> bytes:
    return b"".join(map(_NUMBER.pack, accumulate(map(len, parts))))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
