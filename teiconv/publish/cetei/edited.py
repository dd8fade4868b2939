"""Files that users may edit where they were published: each is signed as it is shipped, and an edited one is kept."""

from __future__ import annotations

import re
from hashlib import sha256

_SIGNED = re.compile(rb"/\* As teiconv ships it: sha256 ([0-9a-f]{64})\.[^\n]*\*/\n")


def signed(data: bytes) -> bytes:
    """Return a style sheet or a script below a line that has its digest."""
    line = f"/* As teiconv ships it: sha256 {sha256(data).hexdigest()}. If you edit this file, publish keeps it. */\n"
    return line.encode() + data


def is_edited(data: bytes) -> bool:
    """Tell whether a file is not as some version of teiconv shipped it."""
    match = _SIGNED.match(data)
    return match is None or sha256(data[match.end() :]).hexdigest().encode() != match[1]
