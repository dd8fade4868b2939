"""XML in other vocabularies than TEI, as strings."""

from __future__ import annotations

import html
from typing import NewType

Xml = NewType("Xml", str)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def words(text: str) -> Xml:
    """Return ``text`` as XML."""
    return Xml(html.escape(text, quote=False))


def xml(name: str, /, *content: Xml, **attributes: str | None) -> Xml:
    """Return an element; ``xml__id`` is ``xml:id``, ``a_b`` is ``a-b``, a final ``_`` is dropped, ``None`` is none."""
    start = opened(name, **attributes)
    return Xml(f"{start}{''.join(content)}</{name}>" if content else f"{start.removesuffix('>')}/>")


def opened(name: str, /, **attributes: str | None) -> Xml:
    """Return the start tag of an element."""
    said = (f' {_named(key)}="{html.escape(value)}"' for key, value in attributes.items() if value is not None)
    return Xml(f"<{name}{''.join(said)}>")


def _named(key: str) -> str:
    return key if ":" in key else key.rstrip("_").replace("__", ":").replace("_", "-")


def of_text(name: str, text: str | None, **attributes: str | None) -> Xml:
    """Return an element with ``text``, or nothing where there is none."""
    return xml(name, words(text), **attributes) if text else Xml("")
