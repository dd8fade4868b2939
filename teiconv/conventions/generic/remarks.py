"""Remarks above a letter or a telegram that are no title: ``[Telegram.]``, ``CIRCULAR.``"""

from __future__ import annotations

import re

from teiconv.model import Element, elements_named, plain
from teiconv.regex import regex

_GENRE = regex(r"\W*(telegram|cablegram|circular)\b", re.I)


def genre_of_remark(body: Element) -> str | None:
    """Return the kind of paper that the remark above its date says it is."""
    for node in elements_named(body, {"seg"}):
        if node.get("type") == "remark" and (found := _GENRE.match(plain(node.content))):
            return found[1].lower()
    return None
