"""References to notes: ``footnote 3, Document 12``, ``footnotes 2 and 3 above``, ``footnote 4, supra``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from teiconv.conventions.frus.reference_reader import CITES_BY_PLACE, ITEM, LIST, Reader, assumed, inferred, target_of
from teiconv.conventions.frus.volumes import GAP, VOLUME, volume_of_year
from teiconv.model import Span
from teiconv.regex import regex

_FOOTNOTES = regex(rf"[Ff]ootnotes?{GAP}(?P<notes>{LIST})")
_OF_DOCUMENT = regex(rf"(?:[,.>]|{GAP}(?:to|of|in))?{GAP}(?:{VOLUME},{GAP})?Document\.?{GAP}(?P<of>{ITEM})")
_DIRECTION = regex(rf",?{GAP}(?P<where>above|below|[Ss]upra|[Ii]nfra|thereto)")
_OF_OTHERS = regex(
    rf"\bpp?\.{GAP}\d{{1,4}}(?:[–-]\d+)?,?{GAP}(?:and|[Aa]lso){GAP}$|\bp\.{GAP}\d{{1,4}},{GAP}$"
    rf"|Documents?{GAP}\d{{1,4}},?{GAP}(?:and{GAP})?$"
)
_SUPRA_AND = regex(rf"\bsupra,?{GAP}and{GAP}$")
_ELSEWHERE = regex(
    rf",?{GAP}(?:(?:on|ante|post|in|to|of|from){GAP}|supra,{GAP})?"
    r"(?:pp?\.|[Pp]ages?\b|[Ii]bid|Foreign|[Vv]ol|telegram|despatch)"
)
_SAME_WORK = regex(rf"\b[Ii]bid\.,{GAP}$")
_SAME_DOCUMENT = regex(rf",{GAP}[Ii]bid\.?(?=[;)\]]|\.?$|{GAP}[A-Z(])")


def footnotes(reader: Reader, start: int, volume: str = "") -> Iterator[Span]:
    """``footnote 3, Document 12``; ``footnotes 2 and 3 above``; ``footnote 4, supra``."""
    match = _FOOTNOTES.match(reader.text, start)
    if match is None:
        return
    numbers = match.span("notes")
    if of := _OF_DOCUMENT.match(reader.text, match.end()):
        if of["volume"] and reader.context.year:
            volume = volume_of_year(reader.context.year, of["volume"], of["part"])
        found = list(reader.numbered(start, numbers, f"{volume}#d{of['of']}fn", of.end()))
        is_open = len(found) > 1 or _SAME_WORK.search(reader.text, max(0, start - 8), start)
        yield from assumed(found) if is_open else found
    elif not volume and _SAME_DOCUMENT.match(reader.text, match.end()):
        if document := reader.mentioned():
            yield from assumed(reader.numbered(start, numbers, f"#{document}fn"))
    elif not volume and not _ELSEWHERE.match(reader.text, match.end()):
        yield from _own_footnotes(reader, start, numbers)


def _own_footnotes(reader: Reader, start: int, numbers: tuple[int, int]) -> Iterator[Span]:
    """Notes of this document, or of one near it: ``footnote 2``, ``above``, ``below``, ``supra``, ``thereto``."""
    direction = _DIRECTION.match(reader.text, numbers[1])
    where = direction["where"].lower() if direction else ""
    if _OF_OTHERS.search(reader.text[max(0, start - 24) : start]):
        return
    if where == "thereto" and _SUPRA_AND.search(reader.text[max(0, start - 14) : start]):
        document = reader.neighbour(-1)
    else:
        document = _NOTES_OF[where](reader)
    is_place = direction and where in _PLACES and reader.context.year in CITES_BY_PLACE
    found = list(reader.numbered(start, numbers, f"#{document}fn", direction.end() if direction and is_place else None))
    if document and not (document == reader.context.document and _beyond(found, reader.context.notes)):
        yield from _FOUNDED.get(where, iter)(found)


_PLACES = frozenset({"supra", "infra"})
_FOUNDED: dict[str, Callable[[list[Span]], Iterator[Span]]] = {
    "supra": inferred,
    "infra": inferred,
    "thereto": assumed,
}
"""What leaves it to be inferred which document is meant, and how well that is founded."""

_NOTES_OF: dict[str, Callable[[Reader], str | None]] = {
    "": lambda reader: reader.context.document,
    "above": lambda reader: reader.context.document,
    "below": lambda reader: reader.context.document,
    "supra": lambda reader: reader.neighbour(-1),
    "infra": lambda reader: reader.neighbour(1),
    "thereto": lambda reader: reader.mentioned(),
}


def _beyond(spans: list[Span], notes: frozenset[str] | None) -> bool:
    """Tell whether any of ``spans`` calls a note that the document does not have."""
    return notes is not None and any(target_of(span)[1:] not in notes for span in spans)
