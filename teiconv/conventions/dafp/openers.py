"""The line below the title: kind of paper, number, place, date, time.

``Cablegram UN472 NEW YORK, 22 May 1948, 2.01 p.m.``; ``Letter (air mail) BATAVIA, 9 September 1937``; in the volumes
from the 1960s on only ``Canberra, 2 July 1962``, the number standing with the markings in the line below.  The place is
in capitals or, where nothing else stands before the date, in any case.
"""

from __future__ import annotations

import calendar
import re
from typing import NamedTuple

from teiconv.conventions.dafp.markings import marking_at
from teiconv.conventions.dafp.vocabulary import alternatives
from teiconv.grammar.date_values import DateValue
from teiconv.grammar.dates import DateMatch, match_date
from teiconv.model import OBJECT
from teiconv.model.header import Classification
from teiconv.regex import regex
from teiconv.remember import remembered

Stretch = tuple[int, int]
"""A stretch of flattened text, from and to in characters."""


class OpenerLine(NamedTuple):
    """What an opener line says, with the offsets of the flattened line.

    Attributes:
        genre: the kind of paper, in small letters; ``None`` where it is not said.
        number: of the cable or dispatch, as written.
        place: where the place stands, without brackets.
        date: the date, and the time in it.
        classification: markings that go on in the line.
    """

    genre: str | None = None
    number: str | None = None
    place: Stretch | None = None
    date: DateMatch | None = None
    classification: Classification | None = None


_LONGEST = 260
_MONTHS = "|".join(calendar.month_name[1:])
_NOT_DAY = rf"(?!\d{{1,2}}(?:st|nd|rd|th)?\]?\s+\[?(?:{_MONTHS})\b)"
_OPENING_NUMBER = (
    rf"(?:(?:nos?\.?\s*)?{_NOT_DAY}(?P<number>[A-Z]{{0,12}}[. ]?{_NOT_DAY}\d[\w./\[\]-]*"
    rf"(?:(?:,| and| to)\s+{_NOT_DAY}[A-Z]{{0,4}}\d[\w./-]*){{0,4}}|unnumbered)"
)
_EXTRA = regex(rf"[\s,{OBJECT}]*(?:\((?:[^()]{{1,40}})\)|\[(?:extracts?|unnumbered|matter omitted)\])", re.I)
_CAPITALS = regex(r"\[?(?=[A-Z.'’-]*[A-Z]{2})[A-Z][A-Z'’.-]*(?:,? [A-Z][A-Z'’.-]*){0,4}\]?\Z")
_RECEIVED = regex(r"\s*[\[(]?\s*(?:received|rec['’]d|dispatched|despatched)\b.{0,90}\Z", re.I)
_UNDATED = regex(r"\[?(?:n\.\s?d\.|undated)\]?,?\s*", re.I)
_WORD = regex(r"(?<![\w'’])[\[]?[\w]")
_ABOUT = regex(r"\[?(?:(?:c|ca|circa)\.?\s+|about\s+|probably\s+)", re.I)
_LIMIT = regex(r"\[?(?:(?:on\s+or\s+)?(?P<side>before|after)|no(?:t)? later than)\s+", re.I)
_SMALL_PLACE = regex(r"[A-Z\[][\w'’.&\]—-]*(?:[ ,]+(?:of|the|and|in|de|le|for|[A-Z\[\d][\w'’.&\]—-]*)){0,9}")
_ODD_TIME = regex(r"[\d.,: -]{1,6}\s*\[?[\d]?[ap][\w.\[\] ]{0,6}", re.I)
"""A time that the copy has spoilt (``2.49 1pP.m.``)."""
_MOST_WORDS = 9
"""Words of a designation before the place (``Enclosure to FEC-231/5 [WASHINGTON]``)."""
_OR = regex(r"\bor\b")
_NOTHING = DateValue()
_REST = 60
"""Characters after the date that may be more than markings: a remark in brackets."""


def parse_opener(line: str) -> OpenerLine | None:
    """Return what ``line``, flattened, says if all of it opens a document: a date must be in it, or a kind of paper."""
    if len(line) > _LONGEST:
        return None
    text = line.replace(OBJECT, " ")
    genre, number, end = _genre(text)
    dated = _date(text, end)
    if dated is None:
        return OpenerLine(genre, number) if genre and not text[end:].strip(" ,.;") else None
    found, place = dated
    if not genre:
        genre, number, place = _genre_after(text, found, place)
    rest = text[found.whole_end :]
    classification = _rest(rest)
    if classification is None and not _may_follow(rest, genre):
        return None
    return OpenerLine(genre, number, place, found, classification or None)


def _genre(text: str, start: int = 0) -> tuple[str | None, str | None, int]:
    """Return the kind of paper that stands at ``start``, its number, and where they end."""
    match = _genres().match(text, start)
    if match is None:
        return None, None, start
    end = _end_of_extras(text, match.end())
    number = match["number"]
    if number is None and (later := _number().match(text, end)):
        number, end = later["number"], _end_of_extras(text, later.end())
    number = None if number is None or number.lower() == "unnumbered" else number.strip()
    return " ".join(match["genre"].lower().split()), number, end


def _end_of_extras(text: str, position: int) -> int:
    while extra := _EXTRA.match(text, position):
        position = extra.end()
    return position


@remembered()
def _genres() -> re.Pattern[str]:
    return regex(rf"\s*_?(?P<genre>{alternatives('genres')})\b(?:[\s,.:]+{_OPENING_NUMBER}))?(?=[\s,.;\[(]|\Z)", re.I)


@remembered()
def _number() -> re.Pattern[str]:
    return regex(rf"[\s,]*{_OPENING_NUMBER})(?=[\s,.;\[(]|\Z)", re.I)


def _date(text: str, start: int) -> tuple[DateMatch, Stretch | None] | None:
    """Return the first date from ``start`` on, and the place before it; nothing else but a designation stands there."""
    for word in _WORD.finditer(text, start):
        found = _match(text, word.start())
        if found is None or found.is_bare_year:
            continue
        place = _place(text, start, word.start())
        between = text[start : word.start()].strip(" ,[.;")
        if between and place is None and len(between.split()) > _MOST_WORDS:
            return None
        return found, place
    return None


def _match(text: str, position: int) -> DateMatch | None:
    """Return the date at ``position``; one that the editors give for none (``n.d. [on or after 9 June 1937]``) too."""
    undated = _UNDATED.match(text, position)
    if undated is None:
        found = match_date(text, position)
        return _either(text, found) if found and (found.value.first or found.is_bare_year) else _limited(text, position)
    given = _limited(text, undated.end()) or match_date(text, undated.end() + (text[undated.end() :][:1] == "["))
    if given is None or given.is_bare_year or not given.value.first:
        return DateMatch(position, undated.end(), given.value if given else _NOTHING)
    return given._replace(start=position)


def _either(text: str, found: DateMatch) -> DateMatch:
    """Return ``found`` as the limits of a date where it says one or the other: ``23 or 24 April 1937``."""
    value = found.value
    if value.from_ is None or not _OR.search(text, found.start, found.end):
        return found
    return found._replace(value=_NOTHING._replace(not_before=value.from_, not_after=value.to))


def _limited(text: str, position: int) -> DateMatch | None:
    """Return a date with words that say how exact it is: ``[on or after 9 June 1937]``, ``[c. 26 November 1937]``."""
    limit = _LIMIT.match(text, position)
    about = None if limit else _ABOUT.match(text, position)
    lead = limit or about
    found = match_date(text, lead.end()) if lead else None
    if lead is None or found is None:
        return None
    day = found.value.when or found.value.from_
    value = found.value._replace(is_approximate=True)
    if limit:
        value = _NOTHING._replace(not_before=day) if limit["side"] == "after" else _NOTHING._replace(not_after=day)
    return found._replace(start=position, value=value)


def _place(text: str, start: int, end: int) -> Stretch | None:
    """Return where the place stands that is all the text between ``start`` and ``end``."""
    while start < end and text[start] in " ,.;[_":
        start += 1
    while start < end and text[end - 1] in " ,;[(]":
        end -= 1
    named = text[start:end]
    if not named:
        return None
    if named.isupper() and not any(character.isdigit() for character in named):
        return start, end
    capitals = _CAPITALS.search(text, start, end)
    if capitals and (capitals.start() == start or text[capitals.start() - 1] in " ,[("):
        return capitals.start() + (capitals[0][0] == "["), end
    return (start, end) if _SMALL_PLACE.fullmatch(named) and not _genres().match(named) else None


def _genre_after(text: str, found: DateMatch, place: Stretch | None) -> tuple[str | None, str | None, Stretch | None]:
    """Return kind and number where they stand after the date: ``CANBERRA, 30 December 1941 Cablegram 168``."""
    genre, number, _ = _genre(text, found.whole_end + (text[found.whole_end :][:1] == ","))
    return genre, number, place


def _rest(rest: str) -> Classification | None:
    found = marking_at(rest)
    return found.classification if found and not rest[found.end :].strip(" ,.;[]") else None


def _may_follow(rest: str, genre: str | None) -> bool:
    """Whether ``rest`` may stand after the date: nothing, a remark in brackets, when it was received, its kind."""
    rest = rest.strip(" ,.;]")
    remark = bool(rest) and rest[0] in "([" and len(rest) < _REST
    if not rest or remark or _RECEIVED.match(rest) or _ODD_TIME.fullmatch(rest):
        return True
    after, _, end = _genre(rest)
    return genre is not None and genre == after and not rest[end:].strip(" ,.;")
