"""Lists of persons, official volumes among them, as sources of an authority."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from teiconv.authority.entries import Entry, Post, Remark
from teiconv.authority.offices import unique_post
from teiconv.names.lists.load import load_persons
from teiconv.names.people.names import words
from teiconv.names.people.person import Person, Spoilt, WrongId
from teiconv.regex import regex

_SERIES = regex(r"frus\d{4}")


def read_list(name: str, data: bytes) -> Iterator[Entry | WrongId | Spoilt]:
    """Yield the persons of a list, and the ids and cells that cannot be used.

    An entry of an official volume has the key by which other sources know it.
    """
    volume = Path(name).stem
    source = volume if _SERIES.match(volume) else ""
    listed = load_persons([(name, data)])
    yield from (remark for remark in listed.remarks if isinstance(remark, (WrongId, Spoilt)))
    for person in listed.persons:
        if not person.same_as:
            yield _entry(person, source, name)


def _entry(person: Person, volume: str, file: str) -> Entry:
    volumes = (volume,) if volume else ()
    return Entry(
        keys=(f"{volume or file}#{person.id}",),
        names=person.names,
        identifiers=person.identifiers,
        remarks=(Remark(person.description, volumes),) if person.description else (),
        volumes=volumes,
        posts=tuple(
            Post(unique_post(held.title) or " ".join(words(held.title)), held.start, held.end)
            for held in person.offices
        ),
    )


def _post(title: str) -> str:
    """Return the name under which a post is kept."""
    return unique_post(title) or " ".join(words(title))
