"""The rules of references: one for each word that may begin one (:data:`RULES`).

A rule reads from where its word stands, and yields the references that it finds there, in order, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from teiconv.conventions.frus.clauses import cites_paper, cites_publication, cites_work, clause_before, ends_with_title
from teiconv.conventions.frus.footnote_rules import footnotes
from teiconv.conventions.frus.parts import part_of_volume
from teiconv.conventions.frus.reference_reader import (
    AND,
    CITES_BY_PLACE,
    ITEM,
    LIST,
    NUMBER,
    Context,
    Reader,
    assumed,
    inferred,
    reference,
    target_of,
)
from teiconv.conventions.frus.volumes import (
    DASH,
    GAP,
    MORE_VOLUMES,
    VOLUME,
    Volume,
    read_title,
    volume_of_year,
)
from teiconv.model import Span
from teiconv.regex import regex

_PAGES = rf"\d{{1,4}}\b(?:(?:{AND}(?:pp?\.{GAP})?|,{GAP})(?!1[6-9]\d\d\b)\d{{1,4}}\b){{0,40}}"

_SEPARATOR = regex(rf"[,.]?{GAP}")
_DOCUMENTS = regex(rf"Document(?:s{GAP}{LIST}|\.?{GAP}?(?:{ITEM}(?:{AND}{ITEM}){{0,40}}))")
_PAGE = regex(rf"(?:pp?\.|[Pp]ages?){GAP}(?P<pages>{_PAGES})")
_PAGES_AND_DOCUMENT = regex(
    rf"(?:pp?\.|pages?){GAP}[\dl,–—-]{{1,12}}(?:(?:{GAP}and)?{GAP}[\d,–—-]{{1,12}}){{0,4}}{GAP}?\(Document{GAP}(\d+)\)"
)
_IBID = regex(rf"[Ii]bid\.?(?:,?{GAP}(?P<years>1[89]\d\d(?:{DASH}\d\d(?:\d\d)?)?))?(?:,?{GAP}{VOLUME})?")
_BARE_VOLUME = regex(VOLUME)
_REACH, _BRACKETED = 60, 400
_CITES = regex(rf"\b(?:[Ss]ee|[Ss]ee{GAP}also|in){GAP}$")
_PRINTED = regex(rf"\bpublication\b|\bprinted{GAP}in{GAP}$")
"""What is scheduled for publication in a volume, or printed in it: the official files do not link such volumes."""
_PLACE_FOLLOWS = regex(rf",{GAP}(?:pp?\.|pages?|footnotes?|Documents?|[Vv]ol)")

_ITS_FOOTNOTE = regex(
    rf"(?:,|,?{GAP}and){GAP}(?P<whole>footnotes?{GAP}(?P<notes>{LIST}))"
    rf"(?!,?{GAP}(?:(?:to|of|in){GAP})?(?:Document|[Ii]bid|Foreign|above|below|supra|infra|[Vv]ol|pp?\.))"
)
_THERETO = regex(rf"{GAP}thereto\b")
_OTHER_PART = regex(rf"(?:^|\W)(?P<part>Part{GAP}(?P<number>\d|[IVX]{{1,3}}))(?:{GAP}of{GAP}this{GAP}volume)?,{GAP}$")
_OF_ANOTHER = regex(rf"(?:[Ii]bid\.|[IVXL\d]),{GAP}$")
_OTHER_VOLUME = regex(rf"\b(?:{VOLUME}|(?P<alone>[IVXL]{{1,7}})(?:,{GAP}Part{GAP}\d)?),{GAP}$")
_EDITORIAL_NOTE = regex(rf"\b[Ee]ditorial{GAP}note,?{GAP}(?P<where>supra|infra)$")
_ALONE = regex(r"\b(?P<where>[Ss]upra|[Ii]nfra)$")
_THE_WORK = regex(rf",{GAP}(?=Foreign{GAP}Relations)")
_NOT_OURS = regex(
    r"(?:\b(?:U\.N\.|Nos?\.|Docs?\.|Sec\.)"
    r"|(?<![\w.’'–/-])(?!(?:See|Also|Compare|As|At|Both|By|For|From|In|Like|Of|On|Or|And|Only|To|Under|While|With"
    r"|Possibly|Presumably|Apparently|Probably|Evidently)\s)[A-Z][\w()’'–/-]*)\s$"
)
"""What stands before the document of another series: an acronym or a name (``NAC Document 59–191``)."""
_WORD = r"(?:\s(?:and|of|the|in|on|for|to|The)){0,3}\s(?!Documents?\s\d|Foreign\sRelations|Part\b|Tab\b|[Vv]ol)[A-Z1]"
_TOPIC = regex(rf",{_WORD}[\w’'.–-]*(?:[,;]?{_WORD}[\w’'–-]*){{0,16}}")
_TOPIC_ENDS = regex(rf"[.)\]]|$|,?{GAP}(?:pp?\.|pages?\b)")


def _series(reader: Reader, start: int) -> Iterator[Span]:
    """``Foreign Relations, 1969–1976, vol. XXX, Greece; Cyprus; Turkey, 1973–1976, Documents 228–230``."""
    text = reader.text
    volume = read_title(text, start)
    if volume is None:
        return
    if text[volume.number : volume.end].rstrip("IVXL \ufffc").endswith(("volumes", "vols.")):
        yield from _volumes(reader, start, volume)
        return
    topic = _TOPIC.match(text, volume.end)
    found = list(_within(reader, start, volume.end, volume.identifier))
    if not found and topic:
        found = list(_within(reader, start, topic.end(), volume.identifier))
    if not found and volume.complete and not volume.identifier.startswith(_NOT_OUT_YET):
        found = [reference(start, _end_of_title(text, volume, topic), volume.identifier)]
    yield from assumed(found) if volume.assumed else found


_NOT_OUT_YET = "frus1969-76"
"""Volumes of these years cited as a whole were not out when they were cited, and the official files link to none."""


def _volumes(reader: Reader, start: int, volume: Volume) -> Iterator[Span]:
    """``Foreign Relations, 1955–1957, volumes XVI and XVII``."""
    yield reference(start, volume.end, volume.identifier)
    stem, end = volume.identifier.rpartition("v")[0].removeprefix("frus"), volume.end
    while more := MORE_VOLUMES.match(reader.text, end):
        yield reference(more.start("volume"), more.end(), volume_of_year(int(stem[:4]), more["volume"]))
        end = more.end()


def _end_of_title(text: str, volume: Volume, topic: re.Match[str] | None) -> int:
    """Return where a title ends: its topic is part of it after ``vol. XVI``, and is not after ``volume XVI``."""
    whole = topic and text.startswith("vol.", volume.number) and _TOPIC_ENDS.match(text, topic.end())
    return topic.end() if topic and whole else volume.end


def _within(reader: Reader, start: int, position: int, volume: str) -> Iterator[Span]:
    """A place within ``volume``, said after its title, which begins at ``start`` and ends at ``position``."""
    separator = _SEPARATOR.match(reader.text, position)
    if separator is None:
        return
    position = separator.end()
    if match := _PAGES_AND_DOCUMENT.match(reader.text, position):
        yield reference(start, match.end(), f"{volume}#d{match[1]}")
    elif reader.context.by_page and (match := _PAGE.match(reader.text, position)):
        yield from reader.numbered(start, match.span("pages"), f"{volume}#pg_")
    else:
        yield from _documents(reader, position, volume, start)


def _documents(reader: Reader, position: int, volume: str = "", start: int | None = None) -> Iterator[Span]:
    """``Document 12``; ``Documents 83–85 and 87``; ``Document 11 and footnote 2``; ``Document 9, footnote 1``."""
    text = reader.text
    match = _DOCUMENTS.match(text, position)
    start = position if start is None else start
    part = _other_part(reader, position) if match and not volume else None
    volume, start = part or (volume, start)
    if match is None or (not volume and _is_elsewhere(reader, position)):
        return
    first = NUMBER.search(text, position, match.end())
    numbers = (first.start() if first else position, match.end())
    work = _THE_WORK.match(text, match.end())
    if not volume and work and (cited := read_title(text, work.end())):
        single = first and first.end() == match.end()
        yield from reader.numbered(start, numbers, f"{cited.identifier}#d", cited.end if single else None)
        return
    *found, last = reader.numbered(start, numbers, f"{volume}#d")
    found += _with_its_footnote(reader, last, match.end())
    yield from assumed(found) if part and reader.context.in_parts else found


def _with_its_footnote(reader: Reader, document: Span, end: int) -> Iterator[Span]:
    """The reference to a ``document``, which ends at ``end``, and to a note of it if one is named there."""
    note = _ITS_FOOTNOTE.match(reader.text, end)
    if note is None:
        yield document
        return
    target, notes = f"{target_of(document)}fn", note.span("notes")
    if not _THERETO.match(reader.text, note.end()):
        yield from reader.numbered(document.start, notes, target)
    elif (reader.context.year or _LATER) < _LATER:
        yield document
        yield from assumed(reader.numbered(note.start("whole"), notes, target))
    else:
        yield from inferred(reader.numbered(document.start, notes, target))


_LATER = 1961
"""The subseries since which ``Document 9 and footnote 2 thereto`` is one reference; before, it is mostly two."""


def _other_part(reader: Reader, position: int) -> tuple[str, int] | None:
    """Return the part named before ``position`` of the volume at hand, and where it begins."""
    part = _OTHER_PART.search(reader.text, max(0, position - _REACH), position)
    year, volume = reader.context.year, reader.context.in_parts
    if part is None or year is None or (volume is not None and part["number"] in _DISPUTED):
        return None
    start = part.start("part")
    if _OF_ANOTHER.search(reader.text, max(0, start - _REACH), start):
        return None
    found = part_of_volume(year, part["number"], volume)
    return (found, start) if found else None


_DISPUTED = frozenset({"1", "I"})
"""The part that teiconv makes no reference to where several volumes are in parts: the official files take its
documents for those of the volume at hand."""


def _is_elsewhere(reader: Reader, position: int) -> bool:
    """Tell whether ``Document 12`` is one of another set, by what stands before it: a volume, a part, a publication.

    It is, too, in the papers of a volume whose own documents have no numbers.
    """
    if (reader.context.by_page and not _is_by_editors(reader, position)) or cites_work(reader.text, position):
        return True
    before = reader.text[max(0, position - 40) : position]
    return any(pattern.search(before) for pattern in (_NOT_OURS, _OTHER_PART, _OTHER_VOLUME))


def _ibid(reader: Reader, start: int) -> Iterator[Span]:
    """``ibid., Document 66``; ``ibid., 1946, vol. vii, p. 40``."""
    match = _IBID.match(reader.text, start)
    assert match is not None  # it begins with what led here
    volume = _same_work(match, reader.context)
    separator = _SEPARATOR.match(reader.text, match.end())
    place = separator.end() if separator else match.end()
    found = list(footnotes(reader, place, volume)) if volume else []
    found = list(assumed(found or _documents(reader, place, volume or "")))
    if not found and volume and reader.context.by_page:
        found = list(_within(reader, start, match.end(), volume))
        if not found and match["years"] and match["volume"]:
            found = [reference(start, match.end(), volume)]
        found = list(inferred(found))
    yield from found


def _same_work(match: re.Match[str], context: Context) -> str | None:
    """Return the volume that ``ibid.`` means, with what it says anew: ``ibid., 1948, volume IV``."""
    if not match["volume"]:
        return None if match["years"] else context.cited
    years = match["years"] or (context.cited or "").removeprefix("frus")
    return volume_of_year(int(years[:4]), match["volume"], match["part"]) if years else None


def _volume(reader: Reader, start: int) -> Iterator[Span]:
    """``vol. II, Document 319``; ``volume III, page 933``: another volume of the same subseries."""
    match = _BARE_VOLUME.match(reader.text, start)
    if match is None or reader.context.year is None:
        return
    separator = _SEPARATOR.match(reader.text, match.end())
    volume = volume_of_year(reader.context.year, match["volume"], match["part"])
    found = list(assumed(_documents(reader, separator.end(), volume))) if separator else []
    if found:
        yield from found
        return
    clause = clause_before(reader.text, start)
    if _is_cited_alone(reader, match):
        found = [reference(start, match.end(), volume)]
    elif reader.context.by_page and not (cites_publication(clause, 0, len(clause)) or ends_with_title(clause)):
        found = list(_within(reader, start, match.end(), volume))
    yield from inferred(found)


def _is_cited_alone(reader: Reader, volume: re.Match[str]) -> bool:
    """Tell whether ``see volume IX.`` cites a volume that exists; one scheduled for publication may not."""
    before = reader.text[max(0, volume.start() - _REACH) : volume.start()]
    after = reader.text[volume.end() : volume.end() + 12]
    is_cited = _CITES.search(before) and not cites_publication(before, 0, len(before)) and not _PRINTED.search(before)
    return bool(is_cited) and not reader.context.by_page and not _PLACE_FOLLOWS.match(after)


def _pages(reader: Reader, start: int) -> Iterator[Span]:
    """``see footnote 1, p. 154``; ``telegram 236, April 17, to India, p. 334``: pages of this volume."""
    match = _PAGE.match(reader.text, start)
    if match and reader.context.by_page and _is_by_editors(reader, start) and cites_paper(reader.text, start):
        volume, _ = _other_part(reader, start) or (_volume_with_papers(reader, start), start)
        yield from reader.numbered(start, match.span("pages"), f"{volume}#pg_")


def _volume_with_papers(reader: Reader, start: int) -> str:
    """Return the volume whose papers are named up to ``start``: ``volume VI, especially telegram 417, p. 12``."""
    whole = next((span for span in reversed(reader.before[-8:]) if "#" not in target_of(span)), None)
    whole = whole if whole and start - whole.end < _BRACKETED else None
    return target_of(whole) if whole and _ESPECIALLY.fullmatch(reader.text, whole.end, start) else ""


_ESPECIALLY = regex(r", especially(?:(?!\.\s[A-Z]).)*")


def _is_by_editors(reader: Reader, position: int) -> bool:
    """Tell whether editors wrote what stands at ``position``: it is in a note, or in brackets."""
    if reader.context.by_editors:
        return True
    before = reader.text[max(0, position - _BRACKETED) : position]
    return before.rfind("[") > before.rfind("]")


def _neighbours(reader: Reader, start: int) -> Iterator[Span]:
    """``see the editorial note, infra``; in 1952–1954 ``Supra.`` alone: the document before or after this one."""
    end = start + len("pra")
    pattern = _ALONE if reader.context.year in CITES_BY_PLACE else _EDITORIAL_NOTE
    match = pattern.search(reader.text[max(0, start - _REACH) : end])
    document = reader.neighbour(_STEPS[match["where"].lower()]) if match else None
    if match and document:
        yield from inferred([reference(end - len(match[0]), end, f"#{document}")])


_STEPS = {"supra": -1, "infra": 1}


RULES: dict[str, Callable[[Reader, int], Iterator[Span]]] = {
    "series": _series,
    "ibid": _ibid,
    "volume": _volume,
    "footnote": footnotes,
    "document": _documents,
    "page": _pages,
    "neighbour": _neighbours,
}
"""What reads a reference, by the group of :data:`references.TRIGGER` that announces it."""
