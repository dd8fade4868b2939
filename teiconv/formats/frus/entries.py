"""``standOff`` ⇄ the lists in the front matter of a volume: persons (``p_KHA1``) and terms (``t_NSC1``).

An entry is an ``item``: the name in bold type with a comma, then its description.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from teiconv.formats.losses import LossCounter
from teiconv.model import Element, Node, descendants, element, plain

_HEADS = {"persons": "Persons", "terms": "Abbreviations and Terms"}
_HELD = frozenset({"persName", "idno", "note"})
"""What of a ``person`` has a place in such a list."""


def front_element(standoff: Sequence[Element], taken: str | None, losses: LossCounter) -> Element | None:
    """Return the ``front`` with the persons and the terms of ``standoff``, or ``None`` where there are none.

    All persons stand in one list, those of the editors' list before those whom the document itself names.
    ``taken`` is the ``xml:id`` of the document, which no list may have as well.
    """
    persons: list[Element] = []
    terms: list[Element] = []
    for group in standoff:
        if group.name == "listPerson":
            persons += [_person(node, losses) for node in _children(group)]
        elif group.name == "list":
            terms += map(_term, _children(group))
        else:
            losses.add(group.name)
    lists = {("persons", "names"): persons, ("terms", "terms"): terms}
    divs = [_section(*names, items, taken) for names, items in lists.items() if items]
    return element("front", *divs) if divs else None


def read_front(sections: Iterable[Element]) -> tuple[Element, ...]:
    """Return the content of a ``standOff`` that says what the sections of a front do; see :func:`front_element`."""
    lists = [node for section in sections for node in descendants(section) if node.name == "list"]
    persons = [_read_persons(node) for node in lists if node.get("type") == "names"]
    terms = [_read_terms(node) for node in lists if node.get("type") == "terms"]
    return (*persons, *terms)


def _section(identifier: str, kind: str, items: Iterable[Element], taken: str | None) -> Element:
    return element(
        "div",
        element("head", _HEADS[identifier]),
        element("list", *items, type=kind),
        type="section",
        xml_id=identifier if identifier != taken else f"list-of-{identifier}",
    )


def _entry(name: Element, said: Sequence[Node]) -> Element:
    if not said:
        return element("item", element("hi", name, rend="strong"))
    return element("item", element("hi", name, ",", rend="strong"), " ", *said)


def _person(person: Element, losses: LossCounter) -> Element:
    """Return the entry of a ``person``: the name, other names, numbers in authority files, remark or offices."""
    first, *others = _children(person) or (element("persName"),)
    remarks = [plain(node.content) for node in others if node.name == "note"]
    offices = [plain(node.content) for node in others if node.name == "occupation"]
    for node in descendants(person):
        if node is not person and node.name not in _HELD:
            losses.add(f"person//{node.name}")
    held: list[Node] = [_name(node) for node in others if node.name == "persName"]
    held += [node for node in others if node.name == "idno"]
    held += remarks or offices
    said = chain.from_iterable((", ", node) for node in held)
    return _entry(_name(first).having(xml_id=person.get("xml:id")), [*said][1:])


def _name(name: Element) -> Element:
    return element("persName", plain(name.content))


def _read_persons(names: Element) -> Element:
    """Return the ``listPerson`` of a list; names are without parts, offices stand in the remark."""
    return element("listPerson", *(_read_person(item) for item in _children(names) if _within(item, "persName")))


def _read_person(item: Element) -> Element:
    first, *others = _within(item, "persName", "idno")
    remark = plain(node for node in item.content[1:] if isinstance(node, str)).strip(" ,")
    note = [element("note", remark)] if remark else []
    return element("person", first.having(xml_id=None), *others, *note, xml_id=first.get("xml:id"))


def _term(item: Element) -> Element:
    said = [plain(node.content) for node in _children(item) if node.name == "gloss"]
    return _entry(_within(item, "term")[0], said)


def _read_terms(terms: Element) -> Element:
    return element("list", *(_read_term(item) for item in _children(terms) if _within(item, "term")), type="terms")


def _read_term(item: Element) -> Element:
    said = plain(item.content[1:]).strip()
    return element("item", _within(item, "term")[0], *((", ", element("gloss", said)) if said else ()))


def _within(item: Element, *names: str) -> list[Element]:
    return [node for node in descendants(item) if node.name in names]


def _children(node: Element) -> list[Element]:
    return [child for child in node.content if isinstance(child, Element)]
