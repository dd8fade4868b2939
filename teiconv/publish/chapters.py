"""Chapters of the edition, as the settings give them: read, and held against the documents that there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from teiconv.errors import Place
from teiconv.model import Element, descendants, element
from teiconv.settings import SettingsError

_RANGE = re.compile(r"(?P<stem>.*?)(?P<first>\d+)\s*[–-]\s*(?P=stem)?(?P<last>\d+)\Z")
_DASH = re.compile(r"[–-]")
_AROUND_DASH = re.compile(r"\s*([–-])\s*")
_BETWEEN = re.compile(r"[,;\s]+")


Known: TypeAlias = Callable[[str], Sequence[str]]
"""What gives the ids of the documents that an id or a number means."""


class Row(NamedTuple):
    """A row of the settings: the title of a chapter, its documents as they are written, and where it stands."""

    title: str
    documents: str
    place: Place


class Named(NamedTuple):
    """Documents named as one, ``d4`` or ``d1–d20``: their names in order, and where that stands."""

    names: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title, and the ids (or numbers) of its documents in order.

    ``named`` tells where the settings name them.  A division that TEI of others has is a chapter, too: it has its
    ``id``, its ``kind`` (its type there), a ``level`` from 1 (chapters in it come after it and have greater levels),
    and a ``div`` with its title and its own text, read by these ``conventions``.
    """

    title: str
    documents: tuple[str, ...]
    named: tuple[Named, ...] = field(default=(), compare=False)
    id: str | None = field(default=None, compare=False)
    level: int = field(default=1, compare=False)
    kind: str = field(default="chapter", compare=False)
    div: Element | None = field(default=None, compare=False)
    conventions: str = field(default="frus", compare=False)

    @property
    def body(self) -> Element:
        """Its title with notes, and its own text, as a division."""
        return self.div or element("div", element("head", self.title))

    @property
    def is_title_only(self) -> bool:
        """Whether it says no more than its title: it has neither notes nor text of its own."""
        own = self.body.content
        return len(own) < 2 and not any(node.name == "note" for node in descendants(self.body))

    def of(self, volume: str | None) -> Chapter:
        """Return the chapter with the name of its volume."""
        return replace(self, title=in_volume(self.title, volume))


def in_volume(title: str, volume: str | None) -> str:
    """Return a title with the name of the volume, if that is one of several."""
    return f"{title} ({volume})" if volume else title


@dataclass(slots=True)
class Turns:
    """The chapters as their turn comes between documents; ``begun`` of them have begun."""

    chapters: Sequence[Chapter]
    begun: int = 0

    def before(self, number: int | None) -> range:
        """Return the numbers of the chapters that begin before a document of the chapter ``number``."""
        first, self.begun = self.begun, max(self.begun, number or 0)
        return range(first + 1, self.begun + 1)

    def rest(self) -> range:
        """Return the numbers of the chapters that begin after the last document."""
        return self.before(len(self.chapters))

    def level(self, number: int | None) -> int:
        """Return the level of the chapter with that number; of none it is 0."""
        return self.chapters[number - 1].level if number else 0

    def around(self, number: int) -> list[int]:
        """Return the numbers of the chapters around a chapter, from the outermost to itself."""
        found = [number]
        for other in range(number - 1, 0, -1):
            if self.level(other) < self.level(found[0]):
                found.insert(0, other)
        return found

    def within(self, number: int) -> range:
        """Return the numbers of the chapters in a chapter."""
        after = range(number + 1, len(self.chapters) + 1)
        end = next((other for other in after if self.level(other) <= self.level(number)), after.stop)
        return range(number + 1, end)


def chapters_of(rows: Iterable[Row]) -> tuple[Chapter, ...]:
    """Return the chapters; rows of one title after the other are one (a document to a row is as good as a list).

    Raises:
        SettingsError: a row has no title, or names no document; all such rows are told.
    """
    chapters: list[Chapter] = []
    faults: list[SettingsError] = []
    for title, documents, place in rows:
        parts = _BETWEEN.split(_AROUND_DASH.sub(r"\1", documents.strip()))
        named = tuple(Named(_expanded(part), place) for part in parts if part)
        if not title.strip() or not named:
            what = f"the chapter “{title}” names no document" if title.strip() else "a chapter has no title"
            faults.append(SettingsError(f"{what}; a row is like The Crown,d1–d20", place))
            continue
        if not (chapters and chapters[-1].title == title):
            chapters.append(Chapter(title, ()))
        last = chapters[-1]
        names = tuple(name for each in named for name in each.names)
        chapters[-1] = replace(last, documents=last.documents + names, named=last.named + named)
    if faults:
        raise SettingsError.of(faults)
    return tuple(chapters)


def _expanded(part: str) -> tuple[str, ...]:
    """Return the documents of ``d1–d20`` or ``1-20``, or the one that is named."""
    match = _RANGE.match(part)
    if not match:
        return (part,)
    numbers = range(int(match["first"]), int(match["last"]) + 1)
    return tuple(f"{match['stem']}{number}" for number in numbers) or (part,)


def settled(chapters: Sequence[Chapter], known: Known) -> tuple[Chapter, ...]:
    """Return the chapters with the ids of their documents; ``known`` gives the ids that an id or a number means.

    A range begins and ends with a document; numbers within it that no document has are left out.

    Raises:
        SettingsError: a chapter names what is no document, or a document of another chapter; all of it is told.
    """
    owners: dict[str, tuple[Chapter, Place]] = {}
    faults: list[SettingsError] = []

    def own(chapter: Chapter) -> Iterator[str]:
        for named in chapter.named:
            try:
                yield from _own(chapter, named, known, owners)
            except SettingsError as error:
                faults.append(error)

    found = tuple(
        replace(chapter, documents=tuple(dict.fromkeys(own(chapter)))) if chapter.named else chapter
        for chapter in chapters
    )
    if faults:
        raise SettingsError.of(faults)
    return found


def _own(chapter: Chapter, named: Named, known: Known, owners: dict[str, tuple[Chapter, Place]]) -> Iterator[str]:
    """Yield the ids of documents of ``chapter``; ``owners`` are the chapters of all documents so far."""
    names, place = named
    for name in names:
        found = known(name)
        if len(found) != 1 and (found or name in (names[0], names[-1])):
            raise SettingsError(_not_one(name, chapter, found, known), place)
        for id in found:
            owner, there = owners.setdefault(id, (chapter, place))
            if owner is not chapter:
                raise SettingsError(_twice(id, chapter, owner, there), place)
            yield id


def _not_one(name: str, chapter: Chapter, found: Sequence[str], known: Known) -> str:
    if found:
        return f"the number {name} in the chapter “{chapter.title}” means {' and '.join(found)}; write one of these ids"
    if turned := _RANGE.match(name):
        first, last = (f"{turned['stem']}{turned[end]}" for end in ("first", "last"))
        if known(first) and known(last):
            return f"the range {name} in the chapter “{chapter.title}” runs backwards; write {last}–{first}"
    elif any(all(map(known, ends)) for ends in _ends(name)):
        return (
            f"the range {name} in the chapter “{chapter.title}” begins and ends in different volumes; write a range "
            "for each volume"
        )
    return f"the chapter “{chapter.title}” names {name}, but there is no such document; correct or remove it"


def _ends(name: str) -> Iterator[tuple[str, str]]:
    """Yield the two ends that ``name`` would have as a range, at each dash in it."""
    for dash in _DASH.finditer(name):
        yield name[: dash.start()], name[dash.end() :]


def _twice(id: str, chapter: Chapter, owner: Chapter, there: Place) -> str:
    line = f" (line {there.line})" if there.line else ""
    return (
        f"{id} stands in two chapters, “{owner.title}”{line} and “{chapter.title}”; a document stands in one, "
        "so remove it from the other"
    )
