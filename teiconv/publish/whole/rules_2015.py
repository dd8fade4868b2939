"""What the series writes today and the grammar of 2015 does not have: some types of lists."""

from __future__ import annotations

from teiconv.model import Element, transform

_LISTS = frozenset("participants subject index terms names toc sources to simple references".split())
"""The types of lists in ``frus.rnc`` of 2015; volumes have had lists of senders (``from``) and others since."""


def of_2015(div: Element) -> Element:
    """Return a document by the rules of 2015: a list of a newer type is ``simple``, and its type the ``subtype``."""
    return transform(div, _list)


def _list(node: Element) -> Element:
    kind = node.get("type")
    if node.name != "list" or kind is None or kind in _LISTS:
        return node
    return node.having(type="simple", subtype=node.get("subtype") or kind)
