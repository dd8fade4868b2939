"""Batches: a tree, a table or a bucket of documents, converted in parallel, and only where something changed.

>>> from teiconv.batch import Plan, resolve, run
>>> from teiconv.settings import Settings
>>> setups, without = resolve("texts", Settings())
>>> run(Plan("texts", "tei", setups, without))  # doctest: +SKIP
Summary(manifest='…/tei.manifest.jsonl', converted=3024, …)
"""

from __future__ import annotations

from teiconv.batch.manifest import read_manifest
from teiconv.batch.plan import Plan, resolve
from teiconv.batch.records import Direction, Setup
from teiconv.batch.rows import Facts, Failure, Row
from teiconv.batch.run import Summary, Watch, run
from teiconv.batch.sources import Columns

__all__ = [
    "Columns",
    "Direction",
    "Facts",
    "Failure",
    "Plan",
    "Row",
    "Setup",
    "Summary",
    "Watch",
    "read_manifest",
    "resolve",
    "run",
]
