"""Volumes in parts: which of them ``Part 2, Document 8`` is of, if no number of a volume is said.

It is the volume at hand.  In most years one volume alone is in parts.  In 1958–1960 two are: VII, of western Europe
and Canada, and X, of eastern Europe, Greece, Turkey and Cyprus.  Which of them a document is of, its names tell.
"""

from __future__ import annotations

from collections.abc import Collection

from teiconv.conventions.frus.volumes import IN_PARTS, subseries, volume_of_year
from teiconv.regex import regex

_WEST = regex(
    r"\b(?:NATO|North Atlantic|Common Market|EEC|OEEC|EURATOM|Euratom|De Gaulle|French|France|Paris|Ital(?:y|ian)|Rome"
    r"|Canad(?:a|ian)|Ottawa|Spain|Spanish|Madrid|Portug(?:al|uese)|Lisbon|Macmillan|London|British|Brussels|Norstad)\b"
)
_EAST = regex(
    r"\b(?:Soviets?|Moscow|Khrushchev|Poland|Polish|Poles|Warsaw|Hungar(?:y|ian)|Budapest|Bulgaria|Sofia|R[ou]?u?mania"
    r"|Bucharest|Yugoslav(?:ia)?|Belgrade|Tito|Greece|Greeks?|Athens|Turkey|Turkish|Turks?|Ankara|Cyprus|Cypriots?"
    r"|Makarios|Nicosia|Czechoslovakia|Albania|Finland|Helsinki|Eastern Europe)\b"
)
_SUBJECTS = {"1958-60": {7: _WEST, 10: _EAST}}
"""What the volumes in parts are about, in years that have several."""

_CLEARLY = 2
"""How many times as often the names of the one subject must occur."""


def volume_by_subject(text: str, year: int) -> int | None:
    """Return the number of the volume in parts that a document with this ``text`` is of, where several are possible.

    >>> volume_by_subject("Norstad saw De Gaulle in Paris.", 1959), volume_by_subject("The Pact met.", 1959)
    (7, None)
    """
    subjects = _SUBJECTS.get(subseries(str(year)), {})
    counts = {number: len(names.findall(text)) for number, names in subjects.items()}
    total = sum(counts.values())
    return next((number for number, count in counts.items() if count > _CLEARLY * (total - count)), None)


def part_of_volume(year: int, part: str, volume: int | None = None) -> str | None:
    """Return the identifier of a part cited by its number alone: of ``volume``, or of the only one that is in parts.

    >>> part_of_volume(1956, "2"), part_of_volume(1959, "2"), part_of_volume(1959, "2", 10)
    ('frus1955-57v23p2', None, 'frus1958-60v10p2')
    """
    numbers: Collection[int] = IN_PARTS.get(subseries(str(year)), ())
    if volume not in numbers:
        volume = next(iter(numbers)) if len(numbers) == 1 else None
    return volume_of_year(year, str(volume), part) if volume else None


def needs_subject(year: int) -> bool:
    """Tell whether the subject of a document of ``year`` must tell which volume in parts it is of."""
    return subseries(str(year)) in _SUBJECTS
