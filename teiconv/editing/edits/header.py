"""Headers that differ → decisions about the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.editing.vocabulary import DATES
from teiconv.model.decision import NOTHING, Decision, Kind
from teiconv.model.header import Agent, AgentKind, Classification, Date, Header

_FIELDS = ("place", "genre", "drafting", "language")


def changed_header(before: Header, after: Header) -> Iterator[Decision]:
    """Yield the decisions that make ``after`` of ``before``, as far as a decision can say it."""
    if after.title and after.title != before.title:
        yield Decision(Kind.TITLE, values=(("is", after.title),))
    if _dates(after.created) != _dates(before.created):
        yield Decision(Kind.DATE, values=_dates(after.created) or (("is", NOTHING),))
    for kind, old, new in (
        (Kind.SENDER, before.sent, after.sent),
        (Kind.RECIPIENT, before.received, after.received),
    ):
        if list(map(_said, old)) != list(map(_said, new)):
            yield from (Decision(kind, values=_said(agent)) for agent in new)
            if not new:
                yield Decision(kind, values=(("is", NOTHING),))
    if after.classification and after.classification != before.classification:
        yield Decision(Kind.CLASSIFICATION, values=_marking(after.classification))
    fields = ((name, getattr(after, name)) for name in _FIELDS if getattr(after, name) != getattr(before, name))
    yield from (Decision(Kind.HEADER, values=((name, value),)) for name, value in fields if value)


def _dates(date: Date | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in date.attributes if key in DATES) if date else ()


def _said(agent: Agent) -> tuple[tuple[str, str], ...]:
    """Return the values of a decision that name ``agent``."""
    if agent.kind is AgentKind.ORGANISATION:
        return (("organisation", agent.name),)
    if agent.kind is AgentKind.ROLE:
        return (("office", agent.name),)
    pointers = (agent.ref or "").split()
    person = (("is", pointers[0].rpartition("#")[2]),) if len(pointers) == 1 else ()  # several leave open who is meant
    office = (("office", agent.role),) if agent.role else ()
    return (*person, ("name", agent.name), *office)


def _marking(marking: Classification) -> tuple[tuple[str, str], ...]:
    said = (
        ("level", marking.level or ""),
        ("handling", "; ".join(marking.handling)),
        ("precedence", "; ".join(marking.precedence)),
    )
    return tuple((key, value) for key, value in said if value)
