"""Notices of withheld text in TEI of others: official volumes print them in italics, and encode no ``gap``.

``[<hi rend="italic">4½ lines of source text not declassified</hi>]`` says what a ``gap`` would; its measure is read
from its words, and the TEI stays as it is.
"""

from __future__ import annotations

from teiconv.conventions.frus.gaps import REASON, withheld
from teiconv.model import Element, element, plain


def printed_notice(node: Element) -> Element | None:
    """Return the ``gap`` that a notice in italics stands for; ``None`` for other elements."""
    if node.name != "hi" or node.get("rend") != "italic":
        return None
    said = withheld(" ".join(_wording(node).split()))
    return element("gap", element("desc", *node.content), reason=REASON, **said) if said is not None else None


def _wording(node: Element) -> str:
    return "".join(
        child if isinstance(child, str) else " " if child.name in ("lb", "pb") else plain((child,))
        for child in node.content
    )
