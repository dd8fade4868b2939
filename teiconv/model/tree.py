"""The tree: TEI's elements as frozen values, in which text is a node like any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

Node: TypeAlias = "str | Element"


Content: TypeAlias = "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, init=False)
class Element:
    """A TEI element.

    Attributes:
        name: its name in the namespace of TEI (``p``, ``persName``).
        content: its text and its elements, in order.
        attributes: pairs of name and value, in the order of use. Names are written as in XML (``xml:id``).

    >>> from pathlib import Path
    >>> import teiconv
    >>> body = teiconv.read_text(Path("memo.txt")).body
    >>> body.name, body.get("xml:id"), body.find("date").text
    ('div', 'd12', 'May 5, 1971')
    >>> [name.text for name in body.iter("persName")]
    ['John Roe', 'Doe', 'Roe']
    """

    name: str
    content: Content
    attributes: tuple[tuple[str, str], ...]

    def __init__(self, name: str, content: Content = (), attributes: tuple[tuple[str, str], ...] = ()) -> None:
        _set_name(self, name)  # what dataclasses do for frozen ones, at half the cost: a volume has a million elements
        _set_content(self, content)
        _set_attributes(self, attributes)

    @property
    def text(self) -> str:
        """The text of this element and of all elements in it, without any layout."""
        return "".join(node if isinstance(node, str) else node.text for node in self.content)

    def iter(self, *names: str) -> Iterator[Element]:
        """Yield this element and all elements in it, in document order; if there are ``names``, only those."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if not names or element.name in names:
                yield element
            waiting += [child for child in reversed(element.content) if isinstance(child, Element)]

    def find(self, *names: str) -> Element | None:
        """Return the first element with one of the ``names``, in document order; ``None`` if there is none."""
        return next(self.iter(*names), None)

    def get(self, key: str, default: str | None = None) -> str | None:
        """Return the value of attribute ``key``, or ``default``."""
        for name, value in self.attributes:
            if name == key:
                return value
        return default

    def having(self, **attributes: str | None) -> Element:
        """Return this element with attributes set (``xml_id`` is ``xml:id``), or removed where ``None``."""
        named = {_attribute_name(key): value for key, value in attributes.items()}
        kept = [(key, named.pop(key, value)) for key, value in self.attributes]
        pairs = [*kept, *named.items()]
        return Element(self.name, self.content, tuple((key, value) for key, value in pairs if value is not None))

    def containing(self, content: Iterable[Node]) -> Element:
        """Return this element with other content."""
        return Element(self.name, tuple(content), self.attributes)


_set_name, _set_content, _set_attributes = (vars(Element)[field].__set__ for field in ("name", "content", "attributes"))


def element(name: str, *content: Node, **attributes: str | None) -> Element:
    """Make an :class:`Element`; ``xml_id="d1"`` gives ``xml:id``, attributes that are ``None`` are left out."""
    if not attributes:
        return Element(name, content)
    pairs = [(_attribute_name(key), value) for key, value in attributes.items() if value is not None]
    return Element(name, content, tuple(pairs))


@cache
def _attribute_name(key: str) -> str:
    return key.replace("_", ":", 1) if key.startswith("xml_") else key.rstrip("_")
