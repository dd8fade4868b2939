"""Which encoding the bytes of a text are likely to have that are no UTF-8, for the advice in a message."""

from __future__ import annotations

from teiconv.regex import regex

_SINGLE = ("cp1252", "mac_roman")
"""What word processors wrote: that of Windows first, which is meant where nothing decides."""
_OTHER = regex(r"[^\x00-\x7f]")
_SIGNS = frozenset("‘’“”–—•…§£°")
"""The signs that typed texts hold most often."""
_LOOK = 65_536
"""Bytes that are looked at."""


def likely_encoding(data: bytes, tried: str) -> str:
    """Return the encoding that ``data``, which is not in that ``tried``, is likely to have.

    It makes most signs those of a text.
    """
    single = [encoding for encoding in _SINGLE if encoding != tried]
    return wide_encoding(data) or max(single, key=lambda encoding: _plausible(data[:_LOOK].decode(encoding, "replace")))


def wide_encoding(data: bytes) -> str | None:
    """Return the encoding of two bytes a character that ``data`` has, if every second byte is mostly zero."""
    head = data[:_LOOK]
    zeros = head[0::2].count(0), head[1::2].count(0)
    if max(zeros) * 3 < len(head) or min(zeros) * 10 > max(zeros):
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _plausible(text: str) -> int:
    """Return how many characters beyond ASCII are common signs, or small letters within a word."""
    return sum(
        found[0] in _SIGNS or (found[0].islower() and text[max(found.start() - 1, 0) : found.end() + 1].isalpha())
        for found in _OTHER.finditer(text)
    )
