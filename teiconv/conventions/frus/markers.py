"""Markers above the dateline of a paper that say its kind: ``[Telegram—Paraphrase.]``, ``[Circular.]``"""

from __future__ import annotations

import re

from teiconv.model import Element, plain
from teiconv.regex import regex

_GENRE = regex(r"[\[(](telegram|cablegram|circular)\b", re.I)


def genre_of_marker(body: Element) -> str | None:
    """Return the kind of paper that a marker in the opener of a document says it is; its enclosures have their own."""
    openers = (node for node in body.content if isinstance(node, Element) and node.name == "opener")
    segments = (node for opener in openers for node in opener.content if isinstance(node, Element))
    found = (_GENRE.match(plain(node.content)) for node in segments if node.name == "seg")
    return next((match[1].lower() for match in found if match), None)
