"""What a TEI document says of itself: what the manifest counts and the report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lxml import etree

from teiconv.batch.rows import Doubt, Facts
from teiconv.model.header import CONVERSATION

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DATES = ("when", "from", "notBefore", "notAfter", "to")
_NOTE, _REF, _GAP, _PERSON = (_TEI + name for name in ("note", "ref", "gap", "persName"))
_LINKS = ("target", "ref")
_CORRESPONDENCE = f"{_TEI}teiHeader/{_TEI}profileDesc/{_TEI}correspDesc"
_AGENTS = frozenset(_TEI + name for name in ("persName", "orgName", "roleName"))
_DOUBTS = 50


def facts(root: etree._Element) -> Facts:
    """Return what the document under ``root`` says of itself, in one walk over its text.

    Persons are counted by mention, under the first name that ``standOff`` gives them; a link is doubtful where
    ``@cert`` says anything but ``high`` (of these at most fifty are kept).
    """
    text = root.find(_TEI + "text")
    names = _names(root)
    notes = links = 0
    gaps: list[str] = []
    persons: list[str] = []
    doubts: list[Doubt] = []
    for element in () if text is None else text.iter(_NOTE, _REF, _GAP, _PERSON):
        kind = element.tag
        if kind == _PERSON:
            persons += (element.get("ref") or element.get("corresp") or "").split()
        elif kind == _REF:
            links += 1
        elif kind == _NOTE:
            notes += 1
        else:
            gaps.append(" ".join(filter(None, (element.get("reason") or "unknown", element.get("unit")))))
        if element.get("cert", "high") != "high" and len(doubts) < _DOUBTS:
            doubts.append(_doubt(element, names))
    return Facts(
        title=_title(root),
        number=_number(text),
        date=_date(root),
        sender=_agents(root, "sent"),
        recipient=_agents(root, "received"),
        notes=notes,
        links=links,
        gaps=_counts(gaps),
        persons=_counts([names.get(pointer, pointer) for pointer in persons]),
        doubts=tuple(doubt for doubt in doubts if doubt.target),
    )


def with_names(facts: Facts, names: Mapping[str, str]) -> Facts:
    """Return ``facts`` with the names of persons in place of pointers to a register that is not in the document."""
    if not names:
        return facts
    persons: Counter[str] = Counter()
    for pointer, count in facts.persons.items():
        persons[names.get(pointer, pointer)] += count
    doubts = tuple(
        replace(doubt, target=" or ".join(names.get(pointer, pointer) for pointer in doubt.target.split(" or ")))
        for doubt in facts.doubts
    )
    return replace(facts, persons=dict(sorted(persons.items())), doubts=doubts)


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _doubt(element: etree._Element, names: dict[str, str]) -> Doubt:
    pointers = next((value for name in _LINKS if (value := element.get(name))), "")
    targets = " or ".join(names.get(pointer, pointer) for pointer in pointers.split())
    return Doubt(_words(element), targets, element.get("cert", ""), element.tag.removeprefix(_TEI))


def _names(root: etree._Element) -> dict[str, str]:
    """Return the names of the persons in ``standOff``, by the pointers to them."""
    named = root.iterfind(f"{_TEI}standOff//{_TEI}person")
    return {f"#{person.get(_ID)}": _words(person.find(_TEI + "persName")) for person in named}


def _title(root: etree._Element) -> str:
    return _words(root.find(f"{_TEI}teiHeader/{_TEI}fileDesc/{_TEI}titleStmt/{_TEI}title"))


def _number(text: etree._Element | None) -> str:
    """Return the number of the document in its volume."""
    div = None if text is None else text.find(f"{_TEI}body/{_TEI}div")
    return "" if div is None else div.get("n", "")


def _agents(root: etree._Element, action: str) -> str:
    """Return who sent or received it, by their names as the document has them."""
    letters = (each for each in root.iterfind(_CORRESPONDENCE) if each.get("type") != CONVERSATION)
    agents = (agent for each in letters for agent in each.iterfind(f"{_TEI}correspAction[@type='{action}']/*"))
    return "; ".join(_words(agent) for agent in agents if agent.tag in _AGENTS)


def _date(root: etree._Element) -> str | None:
    date = root.find(f"{_TEI}teiHeader/{_TEI}profileDesc/{_TEI}creation/{_TEI}date")
    values = () if date is None else (date.get(name) for name in _DATES)
    return next((value for value in values if value), None)


def _words(element: etree._Element | None) -> str:
    if element is None:
        return ""
    text: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return " ".join(text.split())
