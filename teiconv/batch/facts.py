"""What a TEI document says of itself: what the manifest counts and the report shows."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from teiconv.batch.records import Doubt, Facts

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DATES = ("when", "from", "notBefore", "notAfter", "to")
_COUNTED = tuple(_TEI + name for name in ("note", "ref", "gap", "persName"))
_LINKS = ("target", "ref")
_DOUBTS = 50


def facts(root: etree._Element) -> Facts:
    """Return what the document under ``root`` says of itself, in one walk over its text.

    Persons are counted by mention, under the first name that ``standOff`` gives them; a link is doubtful where
    ``@cert`` says anything but ``high`` (of these at most fifty are kept).
    """
    text = root.find(_TEI + "text")
    names = _names(root)
    counts: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    persons: Counter[str] = Counter()
    doubts: list[Doubt] = []
    for element in () if text is None else text.iter(*_COUNTED):
        kind = element.tag.removeprefix(_TEI)
        counts[kind] += 1
        if kind == "gap":
            gaps[" ".join(filter(None, (element.get("reason") or "unknown", element.get("unit"))))] += 1
        elif kind == "persName":
            persons.update(names.get(ref, ref) for ref in (element.get("ref") or element.get("corresp") or "").split())
        if element.get("cert", "high") != "high" and len(doubts) < _DOUBTS:
            doubts.append(_doubt(element, names))
    return Facts(
        title=_title(root),
        date=_date(root),
        notes=counts["note"],
        links=counts["ref"],
        gaps=dict(sorted(gaps.items())),
        persons=dict(sorted(persons.items())),
        doubts=tuple(doubt for doubt in doubts if doubt.target),
    )


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


def _date(root: etree._Element) -> str | None:
    date = root.find(f"{_TEI}teiHeader/{_TEI}profileDesc/{_TEI}creation/{_TEI}date")
    values = () if date is None else (date.get(name) for name in _DATES)
    return next((value for value in values if value), None)


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
