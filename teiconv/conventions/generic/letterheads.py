"""Letterheads of several lines: of an office, or of a house that no word tells, by its street or town.

Also the office that a letter goes to, which elsewhere is a letterhead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.conventions.generic.cursor import Cursor, Found, furniture_in
from teiconv.conventions.generic.dates_above import dateline_in
from teiconv.conventions.generic.lines import BLANKS, are_short, line_above, next_line, words_of
from teiconv.conventions.generic.marks import kind_of_line
from teiconv.conventions.generic.top import addressee, count_top_lines, is_address, letterhead
from teiconv.grammar.posts import HONOURED
from teiconv.grammar.streets import is_postal_town, is_street_address
from teiconv.regex import regex
from teiconv.structure.openers import greets
from teiconv.structure.places import DONE, is_place

_OFFICE = regex(
    r"(?:(?:[A-Z][\w’'-]+ ){1,3}(?:Embassy|Legation|Consulate(?: General)?|High Commission)(?: (?:of|in|at) .{3,40})?"
    r"|(?:EMBASSY|LEGATION|CONSULATE) OF [A-Z ]{3,40}"
    r"|(?:AMBASSADE|L[EÉ]GATION|CONSULAT|EMBAJADA|LEGACI[OÓ]N|AMBASCIATA|BOTSCHAFT|GESANDTSCHAFT)"
    r" (?:D[EIU]|DE(?:L|S|R)|D[’'])[A-ZÀ-Ý’' -]{3,40}"
    r"|Foreign Office"
    r"|(?:MINIST[EÈ]RE|Minist[eè]re|MINISTERIO|Ministerio|MINISTERO|Ministero|Ministry|MINISTRY"
    r"|MINIST[EÉ]RIO|Minist[eé]rio|SECRETAR[IÍ]A|Secretar[ií]a) .{3,60}),?\Z"
)
"""The first line of a letterhead of several lines: ``British Embassy,`` over ``Washington, D.C.``"""
_HOUSE = regex(
    r"(?:MINIST(?:ÈRE|[EÉ]RIO|ERO)|SECRETAR[IÍ]A|AMBASSADE|EMBA[JI]X?ADA|AMBASCIATA|L[EÉ]GA(?:TION|CI[OÓ]N|ÇÃO|ZIONE))"
    r" (?:D[AEIOU]S?|DE LA|DEL|DEGLI|DELLA) [A-ZÀ-Ý’' -]{3,60}\Z"
)
"""A letterhead of one line in another language: ``MINISTÉRIO DAS RELAÇÕES EXTERIORES``"""
_DIRECTION = regex(
    r"(?:(?:SOUS-)?DIRECTION|SERVICE|SECR[EÉ]TARIAT G[EÉ]N[EÉ]RAL|CABINET) (?:D(?:ES?|U)\b|D[’']|POLITIQUE)"
    r"[A-ZÀ-Ý’' -]{0,50}\Z"
)
_BUREAU = regex(r"(?:Sous-direction|Direction|Service|Bureau|Section)\b[^.:;]{0,50}\Z", re.I)
"""Which direction of a French ministry a paper is from, and below it which of its offices."""
_MOST_OF_OFFICE, _LONGEST_PLACE = 4, 40
_MOST_LINES = 6
_COLUMN = regex(r" {3,}(?=\S)")
_COURTEOUS = regex(r"(?:To |The |(?:Right |Rt\. )?Hon(?:orable|\.)|(?:Mr|Mrs|Miss|Ms|Messrs|Dr|Sir|General|Senator)\b)")
"""With what the address of whoever a letter goes to begins, or the title of a paper."""
_HOLDER = regex(r"\s*The [A-Z][a-z]")


def is_letterhead(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are a letterhead: an office, and its parts and its place below; or in all, the name of one."""
    first, *below = map(words_of, lines)
    if not below:
        return _HOUSE.match(first) is not None or _DIRECTION.match(first) is not None
    if _DIRECTION.match(first) and len(below) < _MOST_OF_OFFICE:
        return all(map(_BUREAU.match, below))
    if 0 < len(below) < _MOST_OF_OFFICE and kind_of_line(words_of(" ".join(lines))) == "letterhead":
        return True
    is_office = 0 < len(below) < _MOST_OF_OFFICE and _OFFICE.match(first) is not None
    are_places = all(len(text) <= _LONGEST_PLACE and is_place(text.rstrip(".,")) for text in below)
    return is_office and are_places and dateline_in(lines[-1]) is None


def printed_letterhead(cursor: Cursor) -> Found:
    """The name of a house over its street and town, above the date or the salutation of a letter."""
    if cursor.begun or not 1 < cursor.end - cursor.start <= _MOST_LINES or furniture_in(cursor, cursor.end):
        return None
    lines = cursor.lines[cursor.start : cursor.end]
    is_letterhead = _is_printed(lines) and count_top_lines(lines) < len(lines)
    if not is_letterhead or not _opens_letter(next_line(cursor.lines, cursor.end)):
        return None
    return cursor.end, [letterhead(lines)]


def office_addressed(cursor: Cursor) -> Found:
    """The office that a letter goes to, and its town, between the date and the salutation: ``The Secretary of State``.

    Elsewhere these are a letterhead.
    """
    if cursor.begun or cursor.end - cursor.start > _MOST_LINES or not _HOLDER.match(cursor.lines[cursor.start]):
        return None
    lines, below = cursor.lines[cursor.start : cursor.end], next_line(cursor.lines, cursor.end)
    is_between = _is_dated(line_above(cursor.lines, cursor.start)) and is_address(lines, below)
    return (cursor.end, [addressee(lines)]) if is_between and not furniture_in(cursor, cursor.end) else None


def _is_printed(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are those of a house, with a street or a town as the post has it, and no title of a paper."""
    first, *below = map(words_of, lines)
    is_other = HONOURED.match(first) or _COURTEOUS.match(first)
    if is_other or not are_short([*lines, ""]) or any(kind_of_line(text) == "head" for text in (first, *below)):
        return False
    return any(is_street_address(text) or is_postal_town(text) for text in below)


def _opens_letter(line: str) -> bool:
    return _is_dated(line) or greets(line)


def _is_dated(line: str) -> bool:
    """Whether ``line`` is the date of a letter, by itself or in the last of several columns."""
    *_, last = _COLUMN.split(line.strip(BLANKS))
    return not DONE.match(last) and dateline_in(last) is not None
