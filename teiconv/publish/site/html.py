"""HTML as strings: tags whose text is escaped, and the frame that all pages share."""

from __future__ import annotations

import html
from typing import NewType

Html = NewType("Html", str)
"""Text that is HTML already; any other string is escaped."""

_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})


def text(words: str) -> Html:
    """Return ``words`` as HTML."""
    return Html(html.escape(words, quote=False))


def tag(name: str, /, *content: Html, **attributes: str | None) -> Html:
    """Return an element; ``aria_label`` is ``aria-label``, a final ``_`` is dropped, ``None`` leaves one out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(value)}"' if value != "" else f" {key.rstrip('_')}"
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{''.join(content)}</{name}>")


def joined(*parts: Html) -> Html:
    """Return ``parts`` one after the other."""
    return Html("".join(parts))


def link(words: str, to: str, **attributes: str | None) -> Html:
    """Return a link with ``words``."""
    return tag("a", text(words), href=to, **attributes)
