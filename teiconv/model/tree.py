"""The tree: TEI's elements as frozen values, in which text is a node like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from teiconv.remember import remembered

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


class Lasting(Element):
    """An element that document after document has, and what was made of it: its XML need not be written again.

    In all else it is as any other element, and equals one with the same name, content and attributes.
    """

    __slots__ = ("_hash", "_made")
    _made: dict[str, str]
    _hash: int | None

    def __init__(self, name: str, content: Content = (), attributes: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(name, content, attributes)
        object.__setattr__(self, "_made", {})
        object.__setattr__(self, "_hash", None)

    def once(self, key: str, make: Callable[[Element], str]) -> str:
        """Return what ``make`` gives for this element; it is asked but once for each ``key``."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make(self)
        return made

    def __eq__(self, other: object) -> bool:
        """Tell whether ``other`` is an element that says the same."""
        return isinstance(other, Element) and _parts(self) == _parts(other)

    def __hash__(self) -> int:
        """Return the hash that any element has that says the same; it is made but once."""
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(_parts(self)))
        return self._hash  # type: ignore[return-value]

    def __reduce__(self) -> tuple[type[Lasting], tuple[str, Content, tuple[tuple[str, str], ...]]]:
        """Leave behind what was made of the element, where it is sent to another process."""
        return Lasting, _parts(self)


def _parts(node: Element) -> tuple[str, Content, tuple[tuple[str, str], ...]]:
    return node.name, node.content, node.attributes


def lasting(node: Element) -> Lasting:
    """Return ``node`` as an element that document after document has."""
    return Lasting(node.name, node.content, node.attributes)


def element(name: str, *content: Node, **attributes: str | None) -> Element:
    """Make an :class:`Element`; ``xml_id="d1"`` gives ``xml:id``, attributes that are ``None`` are left out."""
    if not attributes:
        return Element(name, content)
    pairs = [(_attribute_name(key), value) for key, value in attributes.items() if value is not None]
    return Element(name, content, tuple(pairs))


@remembered()
def _attribute_name(key: str) -> str:
    return key.replace("_", ":", 1) if key.startswith("xml_") else key.rstrip("_")
