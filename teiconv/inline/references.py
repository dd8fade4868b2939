"""References: from ``see footnote 3, Document 12`` to ``ref target="#d12fn3"``.

References are found in flattened text (:func:`teiconv.model.flatten`) and put around it with
:func:`teiconv.model.annotate`.  What a reference is, and how far it reaches, follows the practice of the
published volumes: in ``Documents 83–85 and 87`` each number points to its own document; ``footnote 3,
Document 12`` and ``Document 11 and footnote 2`` are one reference; the volume belongs to the reference when
its years are said (``Foreign Relations, 1961–1963, vol. X, Document 9``), and does not after ``ibid.,``.

Volumes whose documents have numbers cite documents; the older ones, whose documents have none, cite pages,
and only there does a page make a reference (``Context.by_page``).  A link that the text leaves to be
inferred has ``@cert``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from teiconv.inline.clauses import cites_paper, cites_publication, clause_before
from teiconv.inline.volumes import DASH, GAP, VOLUME, read_title, volume_of_year
from teiconv.model import Span, element
from teiconv.regex import regex


class Context(NamedTuple):
    """What the text of a block does not say, but a reference in it takes for granted."""

    document: str = ""
    """The ``xml:id`` of the document; the identifiers of its notes begin with it (``d12fn3``)."""
    notes: int | None = None
    """How many notes the document has, where that is known."""
    year: int | None = None
    """A year of the document: ``vol. II`` alone is a volume of the subseries that holds it."""
    by_page: bool = False
    """Whether the volume is cited by page, as those are whose documents have no numbers."""
    cited: str | None = None
    """The volume cited last, which ``ibid.`` repeats."""


def find_references(text: str, context: Context) -> list[Span]:
    """Return the references in the flattened ``text`` of a block, in order, each as an empty ``ref``."""
    return scan(text, context)[0]


def scan(text: str, context: Context) -> tuple[list[Span], Context]:
    """Return the references in ``text``, and the context for the block that follows (for its ``ibid.``)."""
    spans: list[Span] = []
    position = 0
    for trigger in _TRIGGER.finditer(text):
        start = trigger.start()
        if start < position:
            continue
        if context.cited and cites_publication(text, position, start):
            context = context._replace(cited=None)
        rule = _RULES[trigger.lastgroup or ""]
        found = list(rule(_Reader(text, context, spans), start))
        position = found[-1].end if found else trigger.end()
        spans.extend(found)
        context = context._replace(cited=_volume_of(found) or context.cited)
    if context.cited and cites_publication(text, position, len(text)):
        context = context._replace(cited=None)
    return spans, context


_TRIGGER = regex(
    r"(?=[FIiVvfDPp])\b(?:(?P<series>Foreign\s?\ufffc?\s?Relations\b|FRUS\b)|(?P<ibid>[Ii]bid\b)|(?P<volume>[Vv]ol(?:ume\b|\.))"
    r"|(?P<footnote>[Ff]ootnotes?\b)|(?P<document>Documents?\b)|(?P<page>[Pp]ages?\b|pp?\.))(?=[^0-9]{1,40}\d|\.?,)"
)
"""Where a reference may begin: the groups name the rules (:data:`_RULES`)."""

_ITEM = r"(?!1[6-9]\d\d\b)\d{1,4}[a-z]?\b(?![./]\d)"
_AND = rf"(?:,?{GAP}(?:and|or|through|to){GAP}|{GAP}?{DASH}{GAP}?)"
_LIST = rf"{_ITEM}(?:(?:{_AND}|,{GAP}){_ITEM}){{0,40}}"
_PAGES = rf"\d{{1,4}}\b(?:(?:{_AND}(?:pp?\.{GAP})?|,{GAP})(?!1[6-9]\d\d\b)\d{{1,4}}\b){{0,40}}"

_NUMBER = regex(rf"(?:pp?\.{GAP})?(?P<number>\d+[a-z]?)")
_RANGE = regex(rf"{DASH}\s?$")
_SEPARATOR = regex(rf"[,.]?{GAP}")
_DOCUMENTS = regex(rf"Document(?:s{GAP}(?:{_LIST}(?:{GAP}ff\b)?)|{GAP}(?:{_ITEM}(?:{_AND}{_ITEM}){{0,40}}))")
_FOOTNOTES = regex(rf"[Ff]ootnotes?{GAP}(?P<notes>{_LIST})")
_PAGE = regex(rf"(?:pp?\.|[Pp]ages?){GAP}(?P<pages>{_PAGES})")
_PAGES_AND_DOCUMENT = regex(
    rf"(?:pp?\.|pages?){GAP}[\dl,–—-]{{1,12}}(?:(?:{GAP}and)?{GAP}[\d,–—-]{{1,12}}){{0,4}}{GAP}?\(Document{GAP}(\d+)\)"
)
_IBID = regex(rf"[Ii]bid\.?(?:,?{GAP}(?P<years>1[89]\d\d(?:{DASH}\d\d(?:\d\d)?)?))?(?:,?{GAP}{VOLUME})?")
_BARE_VOLUME = regex(VOLUME)

_OF_DOCUMENT = regex(rf"(?:,|{GAP}(?:to|of|in)){GAP}(?:{VOLUME},{GAP})?Document{GAP}(?P<of>{_ITEM})")
_ITS_FOOTNOTE = regex(
    rf"(?:,|,?{GAP}and){GAP}footnotes?{GAP}(?P<notes>{_LIST})"
    rf"(?!,?{GAP}(?:(?:to|of|in){GAP})?(?:Document|[Ii]bid|Foreign|above|below|supra|infra|[Vv]ol|pp?\.))"
)
_DIRECTION = regex(rf",?{GAP}(?P<where>above|below|supra|infra|thereto)")
_SUPRA_AND = regex(rf"\bsupra,?{GAP}and{GAP}$")
_ELSEWHERE = regex(
    rf",?{GAP}(?:(?:on|ante|post|in|to|of|from){GAP}|supra,{GAP})?"
    r"(?:pp?\.|[Pp]ages?\b|[Ii]bid|Foreign|[Vv]ol|telegram|despatch)"
)
_THE_WORK = regex(rf",{GAP}(?=Foreign{GAP}Relations)")
_NOT_OURS = regex(
    r"(?:House|Senate|Executive|Miscellaneous|Parliamentary|Council|Conference|Assembly|Committee|Nations"
    r"|U\.?N\.?|SC|GA|NATO|Special|No\.|Doc\.)\s$"
)
_WORD = r"(?:\s(?:and|of|the|in|on|for|to|The)){0,3}\s(?!Documents?\s\d|Foreign\sRelations|Part\b|Tab\b|[Vv]ol)[A-Z1]"
_TOPIC = regex(rf",{_WORD}[\w’'.–-]*(?:[,;]?{_WORD}[\w’'–-]*){{0,16}}")
_TOPIC_ENDS = regex(rf"[.)\]]|$|,?{GAP}(?:pp?\.|pages?\b)")


class _Reader(NamedTuple):
    """The text being read, what is known, and the references found before."""

    text: str
    context: Context
    before: list[Span]

    def numbered(self, start: int, numbers: tuple[int, int], stem: str, end: int | None = None) -> Iterator[Span]:
        """Yield a reference for each number in the stretch ``numbers``, its target ``stem`` and the number.

        The first reference begins at ``start``, the last ends at ``end`` or with the stretch.
        """
        found = list(_NUMBER.finditer(self.text, *numbers))
        previous = ""
        for match in found:
            number = match["number"]
            if len(number) < len(previous) and _RANGE.search(self.text[match.start() - 2 : match.start()]):
                number = previous[: len(previous) - len(number)] + number  # 124–26
            until = (end or numbers[1]) if match is found[-1] else match.end()
            yield _reference(start if match is found[0] else match.start(), until, stem + number)
            previous = number

    def mentioned(self) -> str | None:
        """Return the document of this volume that was referred to last."""
        targets = (re.match(r"#(d\d+[a-z]?)", _target(span)) for span in reversed(self.before[-8:]))
        return next((match[1] for match in targets if match), None)

    def neighbour(self, step: int) -> str | None:
        """Return the identifier of the document before (-1) or after (1) this one."""
        match = re.fullmatch(r"d(\d+)", self.context.document)
        return f"d{int(match[1]) + step}" if match and int(match[1]) + step > 0 else None


def _reference(start: int, end: int, target: str) -> Span:
    return Span(start, end, element("ref", target=target))


def _target(span: Span) -> str:
    return span.element.get("target") or ""


def _inferred(spans: Iterable[Span]) -> Iterator[Span]:
    return (replace(span, element=span.element.having(cert="medium")) for span in spans)


def _volume_of(spans: list[Span]) -> str | None:
    """Return the volume that the last of ``spans`` to leave this one points to."""
    return next((_target(span).partition("#")[0] for span in reversed(spans) if _target(span)[0] != "#"), None)


def _series(reader: _Reader, start: int) -> Iterator[Span]:
    """``Foreign Relations, 1969–1976, vol. XXX, Greece; Cyprus; Turkey, 1973–1976, Documents 228–230``."""
    text = reader.text
    volume = read_title(text, start)
    if volume is None:
        return
    topic = _TOPIC.match(text, volume.end)
    found = list(_within(reader, start, volume.end, volume.identifier))
    if not found and topic:
        found = list(_within(reader, start, topic.end(), volume.identifier))
    if not found and volume.complete:
        end = topic.end() if topic and _TOPIC_ENDS.match(text, topic.end()) else volume.end
        found = [_reference(start, end, volume.identifier)]
    yield from found


def _within(reader: _Reader, start: int, position: int, volume: str) -> Iterator[Span]:
    """A place within ``volume``, said after its title, which begins at ``start`` and ends at ``position``."""
    separator = _SEPARATOR.match(reader.text, position)
    if separator is None:
        return
    position = separator.end()
    if match := _PAGES_AND_DOCUMENT.match(reader.text, position):
        yield _reference(start, match.end(), f"{volume}#d{match[1]}")
    elif reader.context.by_page and (match := _PAGE.match(reader.text, position)):
        yield from reader.numbered(start, match.span("pages"), f"{volume}#pg_")
    else:
        yield from _documents(reader, position, volume, start)


def _documents(reader: _Reader, position: int, volume: str = "", start: int | None = None) -> Iterator[Span]:
    """``Document 12``; ``Documents 83–85 and 87``; ``Document 11 and footnote 2``; ``Document 9, footnote 1``."""
    text = reader.text
    match = _DOCUMENTS.match(text, position)
    if match is None or (not volume and _NOT_OURS.search(text[max(0, position - 14) : position])):
        return
    start = position if start is None else start
    first = _NUMBER.search(text, position, match.end())
    numbers = (first.start() if first else position, match.end())
    work = _THE_WORK.match(text, match.end())
    if not volume and work and (cited := read_title(text, work.end())):
        single = first and first.end() == match.end()
        yield from reader.numbered(start, numbers, f"{cited.identifier}#d", cited.end if single else None)
        return
    *found, last = reader.numbered(start, numbers, f"{volume}#d")
    yield from found
    if note := _ITS_FOOTNOTE.match(text, match.end()):
        yield from reader.numbered(last.start, note.span("notes"), f"{_target(last)}fn")
    else:
        yield last


def _footnotes(reader: _Reader, start: int, volume: str = "") -> Iterator[Span]:
    """``footnote 3, Document 12``; ``footnotes 2 and 3 above``; ``footnote 4, supra``."""
    match = _FOOTNOTES.match(reader.text, start)
    if match is None:
        return
    numbers = match.span("notes")
    if of := _OF_DOCUMENT.match(reader.text, match.end()):
        if of["volume"] and reader.context.year:
            volume = volume_of_year(reader.context.year, of["volume"], of["part"])
        yield from reader.numbered(start, numbers, f"{volume}#d{of['of']}fn", of.end())
    elif not volume and not _ELSEWHERE.match(reader.text, match.end()):
        yield from _own_footnotes(reader, start, numbers)


def _own_footnotes(reader: _Reader, start: int, numbers: tuple[int, int]) -> Iterator[Span]:
    """Notes of this document, or of one near it: ``footnote 2``, ``above``, ``below``, ``supra``, ``thereto``."""
    direction = _DIRECTION.match(reader.text, numbers[1])
    where = direction["where"] if direction else ""
    if where == "thereto" and _SUPRA_AND.search(reader.text[max(0, start - 14) : start]):
        document = reader.neighbour(-1)
    else:
        document = _NOTES_OF[where](reader)
    reach = direction.end() if direction and where in ("above", "thereto") else None
    found = list(reader.numbered(start, numbers, f"#{document}fn", reach))
    if document and not (document == reader.context.document and _beyond(found, reader.context.notes)):
        yield from found


_NOTES_OF: dict[str, Callable[[_Reader], str | None]] = {
    "": lambda reader: reader.context.document,
    "above": lambda reader: reader.context.document,
    "below": lambda reader: reader.context.document,
    "supra": lambda reader: reader.neighbour(-1),
    "infra": lambda reader: reader.neighbour(1),
    "thereto": lambda reader: reader.mentioned(),
}


def _beyond(spans: list[Span], notes: int | None) -> bool:
    """Tell whether any of ``spans`` calls a note that the document does not have."""
    numbers = (re.search(r"fn(\d+)", _target(span)) for span in spans)
    return notes is not None and any(int(match[1]) > notes for match in numbers if match)


def _ibid(reader: _Reader, start: int) -> Iterator[Span]:
    """``ibid., Document 66``; ``ibid., 1946, vol. vii, p. 40``."""
    match = _IBID.match(reader.text, start)
    if match is None:
        return
    volume = _same_work(match, reader.context)
    separator = _SEPARATOR.match(reader.text, match.end())
    place = separator.end() if separator else match.end()
    found = list(_footnotes(reader, place, volume)) if volume else []
    found = found or list(_documents(reader, place, volume or ""))
    if not found and volume and reader.context.by_page:
        found = list(_within(reader, start, match.end(), volume))
        if not found and match["years"] and match["volume"]:
            found = [_reference(start, match.end(), volume)]
    yield from _inferred(found)


def _same_work(match: re.Match[str], context: Context) -> str | None:
    """Return the volume that ``ibid.`` means, with what it says anew: ``ibid., 1948, volume IV``."""
    if not match["volume"]:
        return None if match["years"] else context.cited
    years = match["years"] or (context.cited or "").removeprefix("frus")
    return volume_of_year(int(years[:4]), match["volume"], match["part"]) if years else None


def _volume(reader: _Reader, start: int) -> Iterator[Span]:
    """``vol. II, Document 319``; ``volume III, page 933``: another volume of the same subseries."""
    match = _BARE_VOLUME.match(reader.text, start)
    separator = _SEPARATOR.match(reader.text, match.end()) if match else None
    if match is None or separator is None or reader.context.year is None:
        return
    volume = volume_of_year(reader.context.year, match["volume"], match["part"])
    found = list(_documents(reader, separator.end(), volume))
    clause = clause_before(reader.text, start)
    if not found and reader.context.by_page and not cites_publication(clause, 0, len(clause)):
        found = list(_within(reader, start, match.end(), volume))
    yield from _inferred(found)


def _pages(reader: _Reader, start: int) -> Iterator[Span]:
    """``see footnote 1, p. 154``; ``telegram 236, April 17, to India, p. 334``: pages of this volume."""
    match = _PAGE.match(reader.text, start)
    if match and reader.context.by_page and cites_paper(reader.text, start):
        yield from reader.numbered(start, match.span("pages"), "#pg_")


_RULES: dict[str, Callable[[_Reader, int], Iterator[Span]]] = {
    "series": _series,
    "ibid": _ibid,
    "volume": _volume,
    "footnote": _footnotes,
    "document": _documents,
    "page": _pages,
}
"""What reads a reference, by the group of :data:`_TRIGGER` that announces it."""
