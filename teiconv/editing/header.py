"""Decisions about a document as a whole → its header."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from teiconv.model.certainty import Certainty
from teiconv.model.decision import Decision, Kind
from teiconv.model.header import Agent, AgentKind, Classification, Date, Header

Resp = Callable[[Decision], str]
"""Gives the pointer to the editor of a decision."""


def decided_header(header: Header, decisions: Sequence[Decision], resp: Resp, names: Mapping[str, str]) -> Header:
    """Return ``header`` as ``decisions`` have it; ``decided`` says who is responsible for which field.

    ``names`` are those of the persons who are known, by id.
    """
    agents = (*header.sent, *header.received)
    in_text = {ref.removeprefix("#"): agent.name for agent in agents for ref in (agent.ref or "").split()}
    decisions = [_with_name(decision, {**names, **in_text}) for decision in decisions]
    for kind, change in _CHANGES.items():
        own = [decision for decision in decisions if decision.kind is kind]
        if own:
            header = change(header, own, resp)
    return header


def _with_name(decision: Decision, names: Mapping[str, str]) -> Decision:
    """Return a decision about a sender or recipient with the name that the text or the list has, if it gives none."""
    name = names.get(decision.get("is"), "") if decision.kind in (Kind.SENDER, Kind.RECIPIENT) else ""
    return (
        replace(decision, values=(*decision.values, ("name", name))) if name and not decision.get("name") else decision
    )


def _by(header: Header, decision: Decision, resp: Resp, *fields: str) -> Header:
    kept = tuple(pair for pair in header.decided if pair[0] not in fields)
    return replace(header, decided=(*kept, *((name, resp(decision)) for name in fields)))


def _title(header: Header, decisions: Sequence[Decision], resp: Resp) -> Header:
    return _by(replace(header, title=decisions[-1].get("is")), decisions[-1], resp, "title")


def _date(header: Header, decisions: Sequence[Decision], resp: Resp) -> Header:
    decision = decisions[-1]
    words = header.created.text if header.created else ""
    values = tuple((key, value) for key, value in decision.values if key != "is")
    created = (
        None if decision.takes_away else Date(words, (*values, ("cert", Certainty.HIGH), ("resp", resp(decision))))
    )
    return _by(replace(header, created=created), decision, resp, "created")


def _sent(header: Header, decisions: Sequence[Decision], resp: Resp) -> Header:
    return replace(header, sent=_agents(header.sent, decisions, resp), is_conversation=_is_talk(header, decisions))


def _received(header: Header, decisions: Sequence[Decision], resp: Resp) -> Header:
    received = _agents(header.received, decisions, resp)
    return replace(header, received=received, is_conversation=_is_talk(header, decisions))


def _is_talk(header: Header, decisions: Sequence[Decision]) -> bool:
    """Tell whether the document still is a conversation: not if the editor names who sent or received it."""
    return header.is_conversation and all(decision.takes_away for decision in decisions)


def _agents(read: tuple[Agent, ...], decisions: Sequence[Decision], resp: Resp) -> tuple[Agent, ...]:
    """Return whom ``decisions`` name; what the text calls them is kept of those that were ``read`` there."""
    return tuple(_agent(read, decision, resp(decision)) for decision in decisions if not decision.takes_away)


def _agent(read: tuple[Agent, ...], decision: Decision, resp: str) -> Agent:
    get = decision.get
    ref = f"#{get('is')}" if get("is") else None
    same = next((agent for agent in read if ref and agent.ref and ref in agent.ref.split()), None)
    name = get("name") or (same.name if same else "") or get("organisation") or get("office") or get("is")
    kind = AgentKind.PERSON if ref or get("name") else AgentKind.ORGANISATION
    kind = AgentKind.ROLE if kind is AgentKind.ORGANISATION and not get("organisation") else kind
    role = get("office") or (same.role if same else None)
    return Agent(kind, name, ref, role if kind is AgentKind.PERSON else None, Certainty.HIGH, resp)


def _classification(header: Header, decisions: Sequence[Decision], resp: Resp) -> Header:
    decision = decisions[-1]
    marking = Classification(
        decision.get("level") or None, _listed(decision.get("handling")), _listed(decision.get("precedence"))
    )
    return _by(replace(header, classification=marking), decision, resp, "classification")


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part for word in words.split(";") if (part := word.strip()))


def _fields(header: Header, decisions: Sequence[Decision], resp: Resp) -> Header:
    for decision in decisions:
        values = dict(decision.values)
        header = _by(replace(header, **values), decision, resp, *values)  # type: ignore[arg-type]
    return header


_CHANGES: Mapping[Kind, Callable[[Header, Sequence[Decision], Resp], Header]] = {
    Kind.TITLE: _title,
    Kind.DATE: _date,
    Kind.SENDER: _sent,
    Kind.RECIPIENT: _received,
    Kind.CLASSIFICATION: _classification,
    Kind.HEADER: _fields,
}
"""What each kind of decision about a document changes, in the order in which it is done."""
