"""The dates of a document as one whole: years of two digits are of one century, and a digit too many makes no date."""

from __future__ import annotations

from teiconv.grammar.centuries import FIRST_YEAR, century_told
from teiconv.model import Element, Node, descendants, elements_named, flatten, plain, transform
from teiconv.model.certainty import Certainty
from teiconv.regex import regex

_SHORT_YEAR = regex(r"(?:[A-Za-z]\.? |/)(?P<year>\d\d)\.?\Z")
_NAMES = frozenset({"date", "dateline", "note"})
_VALUES = frozenset({"when", "from", "to", "notBefore", "notAfter"})


def settled(body: Element) -> Element:
    """Return ``body`` with its dates read as those of one document.

    A year below :data:`FIRST_YEAR` is of the century that the text tells; where it tells none, the twenty-first is an
    inference (``cert="medium"``).  A date that a further digit follows, which calls no note, has no value.
    """
    elements = elements_named(body, _NAMES)
    has_notes = any(node.name == "note" for node in elements)
    datelines = () if has_notes else tuple(node for node in elements if node.name == "dateline")
    has_short = any(node.name == "date" and _short_year(node) is not None for node in elements)
    if not has_short and not any(_without_overlong(line) is not line for line in datelines):
        return body
    century = _Century(body)

    def settle(node: Element) -> Element:
        if node.name == "date":
            return century.of(node)
        return node if has_notes or node.name != "dateline" else _without_overlong(node)

    return transform(body, settle)


class _Century:
    """The century of the short years of a document, sought once, and only if there is one."""

    def __init__(self, body: Element) -> None:
        self._body = body
        self._told: int | None = None
        self._is_sought = False

    def of(self, date: Element) -> Element:
        """Return ``date`` in the century of the document."""
        if _short_year(date) is None or not _VALUES & dict(date.attributes).keys():
            return date
        if not self._is_sought:
            self._told, self._is_sought = century_told(_text(self._body)), True
        if self._told is None:
            return date.having(cert=Certainty.MEDIUM)
        century = str(self._told // 100)
        pairs = [(key, century + value[2:] if key in _VALUES else value) for key, value in date.attributes]
        return Element("date", date.content, tuple(pairs))


def _short_year(date: Element) -> int | None:
    """Return the year of two digits with which ``date`` ends, if its century is open."""
    match = _SHORT_YEAR.search(plain(date.content))
    return int(match["year"]) if match and int(match["year"]) < FIRST_YEAR else None


def _text(body: Element) -> str:
    return "\n".join(flatten(node.content) for node in descendants(body))


def _without_overlong(dateline: Element) -> Element:
    content = list(dateline.content)
    for index, node in enumerate(content[:-1]):
        if isinstance(node, Element) and node.name == "date" and _begins_with_digit(content[index + 1]):
            content[index] = Element("date", node.content)
    return dateline if tuple(content) == dateline.content else dateline.containing(content)


def _begins_with_digit(node: Node) -> bool:
    return isinstance(node, str) and node[:1].isdigit()
