"""The kinds of statements that an editor decides: the elements that say them, and the values that they have."""

from __future__ import annotations

from dataclasses import dataclass, field

from teiconv.model.decision import NOTHING


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of statement.

    Attributes:
        name: its name in the file of decisions.
        title: what the page calls several of them.
        elements: the elements of the text that say it.
        fields: the keys of a decision that give its value; the first is the one that an editor types.
        attributes: the attribute of the element that gives each of these keys.
        rejection: the values of a decision that what is said does not hold; none where that cannot be decided.
        rejected: what the page calls it then.
    """

    name: str
    title: str
    elements: tuple[str, ...]
    fields: tuple[str, ...]
    attributes: tuple[str, ...] = ()
    rejection: dict[str, str] = field(default_factory=lambda: {"is": NOTHING})
    rejected: str = "nothing of the kind"


_DATES = ("when", "from", "to", "notBefore", "notAfter")
_GAPS = ("reason", "quantity", "unit", "atMost")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("person", "Persons", ("persName", "rs"), ("is",), ("ref",), rejected="nobody of the list"),
        Kind("date", "Dates", ("date",), _DATES, _DATES, rejected="no date"),
        Kind("gap", "Gaps", ("gap",), _GAPS, _GAPS, rejected="no gap"),
        Kind("call", "Calls of notes", ("note",), ("is",), ("n",), rejected="no call"),
        Kind("sender", "Senders", (), ("is", "name"), rejected="not the sender"),
        Kind("recipient", "Recipients", (), ("is", "name"), rejected="not a recipient"),
        Kind("block", "Headings", ("head",), ("is",), (), {"is": "paragraph"}, "a paragraph"),
        Kind("place", "Places", ("placeName",), ("is",), rejected="no place"),
        Kind("reference", "References", ("ref",), ("target",), ("target",), rejected="no reference"),
        Kind("term", "Terms", ("gloss",), ("is",), ("target",), rejected="not this term"),
        Kind("title", "Titles", (), ("is",), (), {}, ""),
        Kind("classification", "Classifications", (), ("level",), (), {}, ""),
    )
}
"""All kinds by name, in the order of the page."""

OF_ELEMENT = {element: kind for kind in KINDS.values() for element in kind.elements}
"""The kind that an element of the text says."""
