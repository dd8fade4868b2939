"""Rows → CSV and Parquet, a few thousand at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from teiconv.batch.extras import optional
from teiconv.publish.columns import TABLES
from teiconv.publish.database import Database
from teiconv.publish.target import Target

_ROWS = 5000


def write_csv(facts: Database, table: str, target: Target) -> None:
    """Write ``table`` as CSV (RFC 4180, but for LF at the ends of lines), its columns named in the first line."""
    target.write_pieces(f"{table}.csv", _lines(facts, table))


def _lines(facts: Database, table: str) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in TABLES[table]])
    for row in facts.rows(table):
        writer.writerow([_plain(value) for value in row])
        if out.tell() > 1 << 16:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _plain(value: Any) -> Any:
    """Return whole numbers without ``.0``, and nothing for what is not known."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def write_parquet(facts: Database, table: str, target: Target) -> None:
    """Write ``table`` as Parquet.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = optional("pyarrow", "publish", "Parquet is written with pyarrow")
    parquet = optional("pyarrow.parquet", "publish", "Parquet is written with pyarrow")
    kinds = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    columns = TABLES[table]
    schema = arrow.schema([arrow.field(column.name, kinds[column.kind]) for column in columns])
    (target.folder / "parquet").mkdir(exist_ok=True)
    rows = facts.rows(table)
    with parquet.ParquetWriter(target.folder / "parquet" / f"{table}.parquet", schema) as writer:
        while chunk := list(islice(rows, _ROWS)):
            values = [list(column) for column in zip(*chunk, strict=True)]
            writer.write_table(arrow.table(values, schema=schema))
