"""The tree: TEI's elements as frozen values, in which text is a node like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

Node: TypeAlias = "str | Element"


Content: TypeAlias = "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, init=False)
class Element:
    """A TEI element: its name, what it contains in order, and its attributes as sorted-by-use pairs.

    ``name`` is a local name of the TEI namespace (``p``, ``persName``); attribute names are as written in
    XML with the prefix ``xml:`` where TEI uses it (``xml:id``).
    """

    name: str
    content: Content
    attributes: tuple[tuple[str, str], ...]

    def __init__(self, name: str, content: Content = (), attributes: tuple[tuple[str, str], ...] = ()) -> None:
        _set_name(self, name)  # what dataclasses do for frozen ones, at half the cost: a volume has a million elements
        _set_content(self, content)
        _set_attributes(self, attributes)

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
