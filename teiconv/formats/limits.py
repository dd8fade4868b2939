"""What a document may measure, whichever way it goes: what is read as text can be read again as TEI."""

from __future__ import annotations

from dataclasses import dataclass

from teiconv.reading import LARGEST


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may measure; the largest volume of the series has a quarter of it in all respects.

    ``size`` in bytes of the file, ``marks`` in occurrences of ``<`` or ``=`` (each costs the parser far more memory
    than it has characters), ``attribute`` in characters of a value.  Depth is limited by libxml2, to 256.
    """

    size: int = LARGEST
    marks: int = 1_000_000
    attribute: int = 50_000


LIMITS = Limits()
