"""Why the machine says something, in words: from the attributes with which TEI tells how sure an encoding is."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.model import Element
from teiconv.model.certainty import PROMISED, Certainty
from teiconv.model.header import Agent

_DEGREES = {
    Certainty.MEDIUM: f"medium certainty: one sign speaks for it (right {PROMISED[Certainty.MEDIUM]:.0%} of the time)",
    Certainty.LOW: "low certainty: signs disagree, or several are possible",
}
_MACHINE = ("teiconv", "#teiconv")


def of_element(node: Element, candidates: int = 1) -> tuple[str, ...]:
    """Return the reasons that the element ``node`` gives; ``candidates`` is how many may be meant."""
    return tuple(_of_element(node, candidates))


def _of_element(node: Element, candidates: int) -> Iterator[str]:
    if candidates > 1:
        yield f"{candidates} may be meant, and nothing tells them apart"
    yield from _degree(node.get("cert"))
    if evidence := node.get("evidence"):
        yield f"evidence: {evidence}"
    if resp := node.get("resp"):
        yield "said by teiconv" if resp.endswith(_MACHINE) else f"said by {resp.rpartition('#')[2]}"
    if source := node.get("source"):
        yield f"source: {source}"


def of_agent(agent: Agent) -> tuple[str, ...]:
    """Return the reasons for a sender or recipient."""
    named = "named in the title, the dateline or the heading lines"
    return (named, *_degree(agent.certainty), *(() if agent.ref else ("linked to nobody",)))


def _degree(said: str | None) -> Iterator[str]:
    if said in _DEGREES:
        yield _DEGREES[Certainty(said)]
