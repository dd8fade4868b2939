"""An entry of an authority while it is built: what its sources say of one person."""

from __future__ import annotations

from dataclasses import dataclass

from teiconv.names.people.person import Identifier, PersonName
from teiconv.regex import regex

_VOLUME = regex(r"frus(\d{4})(?:-(\d{2,4}))?([A-Za-z].*)?")
_PART = regex(r"p\d+$")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a source says of a person, and the volumes in whose lists it stands."""

    text: str
    volumes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """An office that only one person holds at a time, as ``posts`` calls it, and when: dates as TEI writes them.

    ``first`` and ``last`` are the years of the volumes that tell of it, of an end that they do not tell; it is not
    ``dated`` if they tell neither.
    """

    name: str
    start: str | None = None
    end: str | None = None
    first: str | None = None
    last: str | None = None
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, as one source or several know them.

    Attributes:
        keys: how the sources call the person; entries that share a key are one person.
        names: the first is the one that the person is listed under.
        identifiers: what authorities call the person, their own source first.
        born, died: years.
        remarks: the description of the person.
        volumes: those in whose lists the person stands (``frus1969-76v12``).
        posts: offices with their times.
    """

    keys: tuple[str, ...]
    names: tuple[PersonName, ...]
    identifiers: tuple[Identifier, ...] = ()
    born: int | None = None
    died: int | None = None
    remarks: tuple[Remark, ...] = ()
    volumes: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()


def years_of(volume: str) -> tuple[int, int] | None:
    """Return the years that a volume of the series covers, as its id says: ``frus1969-76v12`` is 1969 to 1976."""
    match = _VOLUME.match(volume)
    if not match:
        return None
    first = int(match[1])
    last = match[2]
    return first, int(match[1][: 4 - len(last)] + last) if last else first


def stem_of(volume: str) -> str:
    """Return the id of ``volume`` without its part: the parts of a volume share one list of persons."""
    return _PART.sub("", volume)
