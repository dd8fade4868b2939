"""Name classes of RELAX NG: which names of elements or attributes a pattern is for."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class NameClass:
    """``names`` in Clark notation; ``namespaces`` all of whose names are meant (``None`` for any namespace).

    ``without`` is taken away from what the namespaces give.
    """

    names: frozenset[str] = frozenset()
    namespaces: frozenset[str | None] = frozenset()
    without: NameClass | None = None

    def accepts(self, name: str) -> bool:
        """Tell whether ``name``, in Clark notation, is one of those meant."""
        if name in self.names:
            return True
        namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
        if None not in self.namespaces and namespace not in self.namespaces:
            return False
        return self.without is None or not self.without.accepts(name)


def name_class_of(node: etree._Element) -> NameClass:
    """Return the names that ``node``, an ``element`` or ``attribute`` of RELAX NG, is for."""
    name = node.get("name")
    if name is not None:
        namespace = node.get("ns", "") if node.tag == f"{RNG}attribute" else _inherited_namespace(node)
        return NameClass(frozenset({_clark(name, namespace, node)}))
    return _read(_first(node))


def is_name_class(node: etree._Element) -> bool:
    """Tell whether ``node`` is the name class of its parent rather than a pattern in it."""
    parent = node.getparent()
    if parent is None or parent.tag not in {f"{RNG}element", f"{RNG}attribute"}:
        return False
    return parent.get("name") is None and _first(parent) is node


def _first(node: etree._Element) -> etree._Element:
    """Return the first child that is RELAX NG: annotations may come before it."""
    return next(node.iterchildren(f"{RNG}*"))


def _read(node: etree._Element) -> NameClass:
    kind = str(node.tag).removeprefix(RNG)
    if kind == "name":
        return NameClass(frozenset({_clark((node.text or "").strip(), _inherited_namespace(node), node)}))
    if kind == "choice":
        parts = [_read(child) for child in node]
        names = frozenset().union(*(part.names for part in parts))
        namespaces = frozenset[str | None]().union(*(part.namespaces for part in parts))
        without = next((part.without for part in parts if part.without), None)
        return NameClass(names, namespaces, without)
    namespace = None if kind == "anyName" else _inherited_namespace(node)
    exceptions = node.find(f"{RNG}except")
    return NameClass(frozenset(), frozenset({namespace}), None if exceptions is None else _union(exceptions))


def _union(node: etree._Element) -> NameClass:
    parts = [_read(child) for child in node]
    names = frozenset[str]().union(*(part.names for part in parts))
    return NameClass(names, frozenset[str | None]().union(*(part.namespaces for part in parts)))


def _clark(name: str, namespace: str, node: etree._Element) -> str:
    prefix, colon, local = name.strip().rpartition(":")
    if colon:
        namespace = _XML if prefix == "xml" else node.nsmap.get(prefix, "")
    return f"{{{namespace}}}{local}" if namespace else local


def _inherited_namespace(node: etree._Element) -> str:
    for ancestor in (node, *node.iterancestors()):
        namespace = ancestor.get("ns")
        if namespace is not None:
            return namespace
    return ""
