"""The words of an archival citation → repository, and the units below it from the widest to the narrowest.

``National Archives, Nixon Presidential Materials, NSC Files, Box 792, Country Files, Latin America, Peru, Vol. 3``:
the part before the first comma is the repository, unless it is named as a collection is; parts that name their kind
(``RG 59``, ``Lot 72 D 316``, ``Box 792``, ``… Files``) are what they say; the first that does not is a collection, and
what is left at the end is the title of a file, and is not taken apart, since its commas are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teiconv.model.header import Archive, Level, Unit
from teiconv.regex import regex
from teiconv.remember import remembered

_MARKED = (
    (Level.RECORD_GROUP, regex(r"(?P<name>(?:RG|R\.G\.|Record Group)\s*\d+)")),
    (Level.LOT, regex(r"(?i:Lot(?: Files?)?s?)\s+(?P<name>[MF]?[-–]?\d.*)")),
    (Level.JOB, regex(r"Job[ -](?P<name>\S*\d.*)")),
    (Level.ACCESSION, regex(r"(?P<name>FRC\s.*\d.*)|(?:Acc\.|Accession)(?: No\.)?\s+(?P<number>.*\d.*)")),
    (Level.ENTRY, regex(r"(?:Entry|E)\s+(?P<name>[A-Z]*-?\d\w*(?: [A-Z])?)")),
    (Level.BOX, regex(r"[Bb]ox(?:es)?(?: No\.)?\s+(?P<name>\S.*)")),
    (Level.FOLDER, regex(r"[Ff]olders?(?: No\.)?\s+(?P<name>\S.*)")),
)
_CENTRAL_FILES = regex(r"(?:Central|Decimal|Central Decimal|Central Foreign Policy)\s+Files?\b(?:\s+[\d–—-]+)?")
_GROUP = regex(
    r"\b(?:Files?|Fiels|Series|Records|Papers|Collection|Materials?|Diar(?:y|ies)|Archives)\b", re.IGNORECASE
)
_COLLECTION = regex(r"\b(?:Papers|Collection|Materials?)\b", re.IGNORECASE)
_BRACKETED = regex(r"\s*[(\[][^()\[\]]*[)\]]")
_ATTACHED = regex(r"(?:\d{4}\b|[(\[]|(?:Jr|Sr)\b|(?:Part|Vol\.?|Volume) [IVX\d])")
_TITLED_DATE = regex(r":\s*\S*\d")
_NOT_A_REPOSITORY = regex(
    r"(?:RG|Record Group|Lot|Box|Files of)\b"
    r"|\b(?i:Files?|Papers|Records|Materials?|Collection|Diary|Diaries|Letters|Meetings|Memoranda)$"
)
_AGENCY_FILES = regex(r"(?P<agency>.*\b(?:Agency|Council|Department|Bureau|Commission|Administration)) Files")
_DIVISION = regex(r"\b(?:Division|Library|Archives?|Branch|Center|Institute)$")
_UNIVERSITY = regex(r"\b(?:University|College|Congress|Institution)\b")
_PUBLISHED = regex(
    r"\bPublic Papers\b|Foreign Relations\b|\bGovernment Printing Office\b|\bBulletin\b|\bCongressional Record\b"
    r"|\b(?:Treaty|Agreement) Series\b|\bpp?\. \d|\bNew York Times\b|\bPress Release\b|\bUnited States Treaties\b",
    re.IGNORECASE,
)
_SAME_REPOSITORY = regex(r"Ibid\.?,?\s*", re.IGNORECASE)
_DOTTED = regex(r"\b[A-Z]\.[A-Z]$")
_COLON_UNIT = regex(
    r"\s?:\s+(?=(?:Lots?|Job|FRC|Accession|CF|Box|RG|Entry)\b)|(?<=Files):\s+|(?<=\d):\s+(?=[A-Z“])"
    r"|[,:]?\s+(?=(?:Lot|Job|FRC|Box) \d)"
)
_MARK = regex(r"[,()\[\]“”]")
_REMEMBERED = 1 << 12
"""Parts of citations that are known: those of a volume come from a few archives."""
_PAIRS = {"(": ")", "[": "]", "“": "”"}


def parse_citation(citation: str) -> Archive | None:
    """Return the parts of ``citation`` as an :class:`Archive`, or ``None`` if it has none.

    ``Ibid.`` stands for a repository that another document names: it is not known here, and left out.
    """
    citation = _DOTTED.sub(r"\g<0>.", citation.strip(" .,;"))
    if not citation:
        return None
    if _PUBLISHED.search(citation):
        return Archive(citation, published=True)
    parts = [part for stretch in _COLON_UNIT.split(_SAME_REPOSITORY.sub("", citation)) for part in _parts(stretch)]
    same = _SAME_REPOSITORY.match(citation) is not None
    institution, repository, units = (None, None, parts) if same else _holder(parts)
    return Archive(citation, institution, repository, tuple(_units(units)))


def _holder(parts: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Return institution, repository, and the parts below them."""
    first, *below = parts
    agency = _AGENCY_FILES.fullmatch(first)
    if agency:
        return None, agency["agency"], parts
    if _NOT_A_REPOSITORY.search(first):
        return None, None, parts
    if below and _UNIVERSITY.search(first) and _DIVISION.search(below[0]):
        return first, below[0], below[1:]
    return None, first, below


def _parts(text: str) -> Iterator[str]:
    """Yield what commas part, those in brackets and quotations aside; a year stays with the day before it."""
    part = ""
    for piece in _pieces(text):
        if part and not _ATTACHED.match(piece):
            yield part
            part = piece
        else:
            part = f"{part}, {piece}" if part else piece
    if part:
        yield part


def _pieces(text: str) -> Iterator[str]:
    closers: list[str] = []
    start = 0
    for mark in _MARK.finditer(text):
        place, character = mark.start(), mark[0]
        if closers and character == closers[-1]:
            closers.pop()
        elif character in _PAIRS and _PAIRS[character] in text[place : place + 200]:
            closers.append(_PAIRS[character])
        elif character == "," and not closers:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


def _units(parts: Iterable[str]) -> Iterator[Unit]:
    """Yield the units that ``parts`` name, below the repository."""
    parts = [part for part in parts if part]
    central = next((place for place, part in enumerate(parts) if _CENTRAL_FILES.match(part)), None)
    if central is not None:
        yield from _groups(parts[: central + 1])
        yield from _numbers(parts[central + 1 :])
        return
    first = next((place for place, part in enumerate(parts) if _marked(part) is None), -1)
    last = max((place for place, part in enumerate(parts) if place == first or _is_group(part)), default=-1)
    yield from _groups(parts[: last + 1])
    yield from _titles(parts[last + 1 :])


def _numbers(parts: Iterable[str]) -> Iterator[Unit]:
    """Yield what stands below Central Files: file numbers, which may have commas in them, and boxes and folders."""
    number: list[str] = []
    for part in (*parts, None):
        unit = _marked(part) if part else None
        if number and (unit or not part):
            yield Unit(Level.FILE_NUMBER, ", ".join(number))
            number = []
        if unit:
            yield unit
        elif part:
            number.append(part)


def _groups(parts: Iterable[str]) -> Iterator[Unit]:
    """Yield a unit for each part; groups of records stand one below the other in the order of the citation."""
    below = iter((Level.COLLECTION, Level.SERIES))
    in_record_group = False
    for part in parts:
        unit = _marked(part)
        if unit is None:
            level = next(below, Level.SUBSERIES)
            if level is Level.COLLECTION and in_record_group and not _COLLECTION.search(part):
                level = next(below)
            unit = Unit(level, part)
        in_record_group = in_record_group or unit.level is Level.RECORD_GROUP
        yield unit


def _titles(parts: Iterable[str]) -> Iterator[Unit]:
    """Yield the parts below the last group; those that name no kind are, as they stand, the title of a file."""
    title: list[str] = []
    for part in parts:
        unit = _marked(part)
        if unit is None:
            title.append(part)
            continue
        if title:
            yield Unit(Level.FILE if unit.level is Level.FOLDER else Level.SUBSERIES, ", ".join(title))
        yield unit
        title = []
    if title:
        yield Unit(Level.FILE, ", ".join(title))


@remembered(_REMEMBERED)
def _marked(part: str) -> Unit | None:
    for level, pattern in _MARKED:
        match = pattern.fullmatch(part)
        if match:
            return Unit(level, match["name"] if level is not Level.ACCESSION else match["name"] or match["number"])
    return None


@remembered(_REMEMBERED)
def _is_group(part: str) -> bool:
    return _GROUP.search(_BRACKETED.sub("", part)) is not None and not _TITLED_DATE.search(part)
