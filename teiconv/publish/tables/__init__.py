"""``tables``: what the documents say as tables (CSV, and Parquet), networks, and records for search engines.

``datapackage.json`` describes the tables (Frictionless Data Package); ``networks/`` holds who wrote to whom and who is
named with whom (GEXF, GraphML); ``documents.jsonl`` the documents with their texts, one to a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec

from teiconv.publish.columns import TABLES
from teiconv.publish.extract import one_line
from teiconv.publish.table import Work
from teiconv.publish.tables.networks import gexf, graphml, letters, named_together
from teiconv.publish.tables.package import package
from teiconv.publish.tables.write import write_csv, write_parquet
from teiconv.publish.target import Target


def write(work: Work, target: Target) -> None:
    """Write the tables of ``work`` to ``target``; Parquet too, where pyarrow is installed."""
    has_parquet = find_spec("pyarrow") is not None
    for name in TABLES:
        write_csv(work.facts, name, target)
        if has_parquet:
            write_parquet(work.facts, name, target)
    target.write("datapackage.json", package(work.edition))
    for name, network in (("letters", letters), ("named-together", named_together)):
        target.write_pieces(f"networks/{name}.gexf", gexf(network(work.facts)))
        target.write_pieces(f"networks/{name}.graphml", graphml(network(work.facts)))
    target.write_pieces("documents.jsonl", _documents(work))


def _documents(work: Work) -> Iterator[str]:
    """Yield a line for each document: its row of the table, its persons, and its text."""
    names = [column.name for column in TABLES["documents"]]
    persons = "SELECT DISTINCT p.name FROM mentions m JOIN persons p USING (person) WHERE m.document = ? ORDER BY 1"
    for text, row in zip(work.volume.texts(), work.facts.rows("documents"), strict=True):
        said = {name: value for name, value in zip(names, row, strict=True) if value is not None}
        said["persons"] = [name for (name,) in work.facts.ask(persons, text.id)]
        said["text"] = one_line(text.reading.body)
        yield json.dumps(said, ensure_ascii=False) + "\n"
