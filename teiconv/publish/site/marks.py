"""What single elements look like: page numbers, classes for the style sheet, the measure of a gap in words."""

from __future__ import annotations

import re

from teiconv.model import Element
from teiconv.publish.site.html import Html, tag, text


def page_of(node: Element) -> Html:
    """Return where a page begins."""
    number = node.get("n") or ""
    shown = text(f"[Page {number}]" if number else "[page]")
    return tag("span", shown, class_="pb", id=node.get("xml:id"))


def classes_of(node: Element) -> str | None:
    """Return the classes of a block, which say what it is and how it looked."""
    rend = (node.get("rend") or "").split()
    kept = ["kept"] if node.get("xml:space") == "preserve" else []
    names = [
        *([] if node.name == "p" else [node.name]),
        *([node.get("type")] if node.get("type") else []),
        *rend,
        *kept,
    ]
    return " ".join(re.sub(r"[^\w-]", "", name or "") for name in names) or None


def measure_of(node: Element) -> str:
    """Return a gap in words: ``not declassified, less than 1 line``."""
    reason = (node.get("reason") or "gap").replace("-", " ")
    unit, exact, most = node.get("unit") or "", node.get("quantity"), node.get("atMost")
    if exact:
        return f"{reason}, {exact} {unit}{'' if exact == '1' else 's'}"
    return f"{reason}, less than {most} {unit}{'' if most == '1' else 's'}" if most else reason
