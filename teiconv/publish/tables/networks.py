"""Networks: who wrote to whom, and who is named with whom, in the formats of Gephi (GEXF) and of everyone (GraphML)."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from teiconv.publish.database import Database

_LETTERS = """SELECT s.person, r.person, count(DISTINCT s.document), min(d.date), max(d.date) FROM agents s
    JOIN agents r ON r.document = s.document AND r.role = 'recipient' AND r.person NOT NULL
    JOIN documents d ON d.document = s.document
    WHERE s.role = 'sender' AND s.person NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"""
_TOGETHER = """WITH named AS (SELECT DISTINCT document, person FROM mentions WHERE candidates = 1)
    SELECT a.person, b.person, count(*), min(d.date), max(d.date) FROM named a
    JOIN named b ON a.document = b.document AND a.person < b.person
    JOIN documents d ON d.document = a.document GROUP BY 1, 2 ORDER BY 1, 2"""


@dataclass(frozen=True, slots=True)
class Network:
    """A network: whether its edges have a direction, its nodes (id and name), and its edges.

    An edge has both ends, the number of documents, and the dates of the first and the last of them.
    """

    directed: bool
    nodes: Iterator[tuple[str, str]]
    edges: Iterator[tuple[str, str, int, str | None, str | None]]


def letters(facts: Database) -> Network:
    """Return who sent documents to whom; nobody who is not known for certain is in it."""
    return _network(facts, _LETTERS, directed=True)


def named_together(facts: Database) -> Network:
    """Return who is named in a document with whom; mentions that may mean several are left out."""
    return _network(facts, _TOGETHER, directed=False)


def _network(facts: Database, query: str, *, directed: bool) -> Network:
    named = f"""WITH edges(one, two, n, first, last) AS (SELECT * FROM ({query}))
        SELECT e.id, coalesce(p.name, e.id) FROM (SELECT one AS id FROM edges UNION SELECT two FROM edges) e
        LEFT JOIN persons p ON p.person = e.id ORDER BY e.id"""
    return Network(directed, facts.ask(named), facts.ask(query))


def gexf(network: Network) -> Iterator[str]:
    """Yield ``network`` as GEXF 1.3."""
    kind = "directed" if network.directed else "undirected"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f'  <graph defaultedgetype="{kind}">\n    <attributes class="edge">\n'
    yield '      <attribute id="first" title="first" type="string"/>\n'
    yield '      <attribute id="last" title="last" type="string"/>\n    </attributes>\n    <nodes>\n'
    for id, name in network.nodes:
        yield f'      <node id="{html.escape(id)}" label="{html.escape(name)}"/>\n'
    yield "    </nodes>\n    <edges>\n"
    for number, (one, two, count, first, last) in enumerate(network.edges):
        ends = f'source="{html.escape(one)}" target="{html.escape(two)}"'
        values = "".join(
            f'<attvalue for="{name}" value="{html.escape(value)}"/>'
            for name, value in (("first", first), ("last", last))
            if value
        )
        yield f'      <edge id="{number}" {ends} weight="{count}"><attvalues>{values}</attvalues></edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def graphml(network: Network) -> Iterator[str]:
    """Yield ``network`` as GraphML."""
    kind = "directed" if network.directed else "undirected"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, on, type_ in (("label", "node", "string"), ("weight", "edge", "int"), *_DATES):
        yield f'  <key id="{name}" for="{on}" attr.name="{name}" attr.type="{type_}"/>\n'
    yield f'  <graph id="G" edgedefault="{kind}">\n'
    for id, name in network.nodes:
        yield f'    <node id="{html.escape(id)}"><data key="label">{html.escape(name)}</data></node>\n'
    for one, two, count, first, last in network.edges:
        data = f'<data key="weight">{count}</data>'
        data += "".join(
            f'<data key="{key}">{html.escape(value)}</data>'
            for key, value in (("first", first), ("last", last))
            if value
        )
        yield f'    <edge source="{html.escape(one)}" target="{html.escape(two)}">{data}</edge>\n'
    yield "  </graph>\n</graphml>\n"


_DATES = (("first", "edge", "string"), ("last", "edge", "string"))
