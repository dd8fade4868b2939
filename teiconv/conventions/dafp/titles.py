"""The title of a document: its number, and who writes to whom (``7 Ballard to Evatt``).

The earlier volumes name the office after a comma (``Mr R. G. Casey, Minister to the United States, to Department of
External Affairs``); those from the 1950s on set the title in capitals, the kind of paper before it (``LETTER,
BUNTING TO TANGE``).  Other titles name a paper (``Statement by Hood in Ad Hoc Political Committee``).
All offsets are those of the flattened head, so that what is found can be marked up where it stands.
"""

from __future__ import annotations

import re

from teiconv.conventions.dafp.vocabulary import alternatives, words
from teiconv.grammar.dates import match_date
from teiconv.metadata.parties import Party, Stretch
from teiconv.metadata.title import Title
from teiconv.model import OBJECT
from teiconv.model.header import AgentKind
from teiconv.regex import regex
from teiconv.remember import remembered

_NUMBER = regex(r"\s*(?P<number>\d{1,4}[A-Z]?)\s+(?=[^\W\d_]|[\[‘“'\"(])")
_TO = regex(rf"(?P<comma>,)?[ {OBJECT}]+to[ ]+(?=[^\W\d_a-z]|the[ ])|(?P<capitals>,)?[ {OBJECT}]+TO[ ]+(?=[^\W\d_a-z])")
_BY = regex(r"\s(?:(?:prepared|submitted|drafted|made)\s+)?by\s+|\s(?:PREPARED\s+)?BY\s+|\s(?:from|From|FROM)\s+")
_BETWEEN = regex(r"\s(?:between|BETWEEN)\s+")
_FURTHER_TO = regex(r",?\s+and\s+to\s+(?=[^\W\d_a-z])|,\s+to\s+(?=[^\W\d_a-z])")
_AND = regex(r",?\s+(?:and|AND|&)\s+|,\s+(?=[A-Z][A-Z'’-]*(?:,|\s+AND\b|\Z))")
_OFFICE = regex(r",\s+")
_BRACKET = regex(r"\s*\((?:in|at|IN|AT)\s(?P<place>[^()]{2,40})\)\s*\Z")
_NUMBER_AT_END = regex(r"\s+(?:[A-Z]?\d{1,4}|\d+ and \d+)\s*\Z")
_TITLED = regex(
    r"(?:Mr|Mrs|Miss|Dr|Sir|Lord|Lady|Senator|General|Admiral|Professor|Lt|Col|Colonel|Major|Captain|Viscount|Field|Air)"
    r"\b\.?\s",
    re.I,
)
_PLACE = r"\[?[A-Z][A-Z'’.\- ]+\]?"
_TAIL = regex(rf"\s(?={_PLACE}\s*[,.]?\s+\[?\d{{1,2}}\]?\s)")
_ON_WHAT = regex(r"\s(?:in|at|on|for|of|to|concerning|regarding|IN|AT|ON|FOR|TO)\s")
_EDGE = f" ,;{OBJECT}"
_LONGEST_NAME = 5
"""Words of a person's name without a title, at most."""
_LONGEST = 300


def begins_title(line: str) -> bool:
    """Whether a title may begin with ``line``: with a number that no full stop follows, and that is no day.

    ``3 April 1968`` is the date of a paper.
    """
    number = _NUMBER.match(line)
    return number is not None and match_date(line, number.start("number")) is None


def parse_title(head: str) -> Title:
    """Return what ``head``, the flattened title of a document, says."""
    number = _NUMBER.match(head)
    start = number.end() if number else 0
    tail = _tail(head, start) if len(head) <= _LONGEST else None
    end = len(head[: tail.start if tail else len(head)].rstrip(_EDGE))
    text = " ".join(head[start:end].replace(OBJECT, "").split())
    said = Title(text, number["number"] if number else None, tail=tail)
    if end - start > _LONGEST:
        return said
    genre, begin = _genre(head, start, end)
    said = said._replace(genre=genre)
    between = _BETWEEN.search(head, start, end)
    if between:
        return said._replace(participants=_parties(head, between.end(), end))
    if genre and head[begin : begin + 3] in ("to ", "TO "):
        return _addressed(said, head, begin + 3, end)
    by = _BY.search(head, start, end) if genre else None
    to = _dividing_to(head, by.end() if by else begin, end, only_free=by is not None)
    if genre and not by and head[begin - 2 : begin] != ", " and not head[start:end].isupper():
        return said
    first = by.end() if by else begin
    if to is None:
        return said._replace(authors=_parties(head, first, _end_of_author(head, first, end))) if by else said
    return _addressed(said._replace(sent=_parties(head, first, to.start())), head, to.end(), end)


def _addressed(said: Title, head: str, start: int, end: int) -> Title:
    """Return the title with its recipients, and where they were (``to Curtin (in London)``)."""
    bracket = _BRACKET.search(head, start, end)
    place = Stretch(*bracket.span("place")) if bracket else None
    return said._replace(received=_recipients(head, start, end), received_at=place)


def _tail(head: str, start: int) -> Stretch | None:
    """Return where place and date stand that the copy has after the title."""
    for match in _TAIL.finditer(head, start):
        place = head.find(" ", match.end())
        while 0 < place < len(head):
            if match_date(head, place + 1):
                return Stretch(match.end(), len(head.rstrip(_EDGE)))
            place = head.find(" ", place + 1)
    return None


def _genre(head: str, start: int, end: int) -> tuple[str | None, int]:
    """Return the kind of paper that the title begins with, and where the parties may begin."""
    match = _genre_pattern().match(head, start, end)
    if match is None:
        return None, start
    return " ".join(match["genre"].lower().split()), match.end()


@remembered()
def _genre_pattern() -> re.Pattern[str]:
    return regex(rf"(?P<genre>{alternatives('genres')})\b(?:\s+(?:NO\.?\s*)?[A-Z]?\d+)?[,.]?\s*", re.I)


def _dividing_to(head: str, start: int, end: int, *, only_free: bool) -> re.Match[str] | None:
    """Return the ``to`` between sender and recipient: after the comma that ends an office, or the first unclaimed.

    ``only_free``: no other; else one that a noun may claim will do before what must be a party (``Netherlands Legation
    to Department of External Affairs``).
    """
    found = list(_TO.finditer(head, start, end))
    commas = [to for to in found if to["comma"] or to["capitals"]]
    free = [to for to in found if to in commas or not _is_claimed(head[start : to.start()])]
    if commas or free or only_free:
        return next(iter(commas or free), None)
    named = (to for to in found if head[start : to.start()].strip(_EDGE))
    return next((to for to in named if _begins_party(head[to.end() : end])), None)


def _begins_party(phrase: str) -> bool:
    return _begins_person(phrase) or _is_organisation(_first_part(phrase))


def _is_claimed(before: str) -> bool:
    """Whether ``to`` belongs to the noun before it: ``Minister to …``; nobody stands before one at the start."""
    last = before.rstrip(_EDGE).split(" ")[-1].lower()
    return not last or last in words("parties", "claims_to")


def _end_of_author(head: str, start: int, end: int) -> int:
    match = _ON_WHAT.search(head, start, end)
    return match.start() if match and "," not in head[start : match.start()] else end


def _parties(head: str, start: int, end: int) -> tuple[Party, ...]:
    """Return those whom the stretch names: persons with their offices, organisations."""
    start, end = _trimmed(head, start, end)
    bracket = _BRACKET.search(head, start, end)
    end = bracket.start() if bracket else end
    number = _NUMBER_AT_END.search(head, start, end) or _kind_at_end().search(head, start, end)
    end = number.start() if number else end
    start, end = _trimmed(head, start, end)
    if start >= end:
        return ()
    if _is_organisation(_first_part(head[start:end])):
        return (_party(AgentKind.ORGANISATION, start, end),)
    comma = _OFFICE.search(head, start, end)
    joined = _AND.search(head, start, end)
    if joined and (not comma or joined.start() <= comma.start() or _begins_person(head[joined.end() : end])):
        return (*_parties(head, start, joined.start()), *_parties(head, joined.end(), end))
    if not comma:
        return (_party(_kind(head[start:end]), start, end),)
    kind = _kind(head[start : comma.start()])
    if kind is not AgentKind.PERSON:
        return (_party(kind, start, end),)
    name, office = Stretch(start, comma.start()), Stretch(comma.end(), end)
    return (Party(Stretch(start, end), kind, name, office),)


def _party(kind: AgentKind, start: int, end: int) -> Party:
    """Return the party that a whole stretch names: a person, or an office or organisation."""
    whole = Stretch(start, end)
    return Party(whole, kind, name=whole) if kind is AgentKind.PERSON else Party(whole, kind, office=whole)


@remembered()
def _kind_at_end() -> re.Pattern[str]:
    """Return what the start of an opener line looks like that the copy has drawn up into the title."""
    kinds = f"circular|{alternatives('genres')}"
    return regex(rf"(?<=\w)\s+(?=[A-Z][a-z])(?i:{kinds})(?:\s+(?:unnumbered|[A-Z]*\d+))?\s*\Z")


def _recipients(head: str, start: int, end: int) -> tuple[Party, ...]:
    """Return those who are written to: ``to Mr John Curtin, Prime Minister, and to Dr H. V. Evatt, Minister …``."""
    further = _FURTHER_TO.search(head, start, end)
    if further is None:
        return _parties(head, start, end)
    return (*_parties(head, start, further.start()), *_recipients(head, further.end(), end))


def _begins_person(phrase: str) -> bool:
    return _TITLED.match(phrase) is not None


def _first_part(phrase: str) -> str:
    """Return what stands before the first comma or ``of``: the noun that tells what the phrase names."""
    return re.split(r",| of | OF | in | IN | and | AND ", phrase, maxsplit=1)[0]


def _is_organisation(phrase: str) -> bool:
    if _TITLED.match(phrase):
        return False
    folded = [re.sub(r"\W", "", word.lower()) for word in phrase.split()]
    return any(word in _organisations() for word in folded)


def _kind(phrase: str) -> AgentKind:
    """Return what a phrase without an organisation's noun names: a person, or whoever held an office."""
    if _TITLED.match(phrase):
        return AgentKind.PERSON
    folded = [re.sub(r"\W", "", word.lower()) for word in phrase.split()]
    offices = frozenset(words("parties", "offices"))
    if any(word in offices for word in folded):
        return AgentKind.ROLE
    return AgentKind.PERSON if len(folded) <= _LONGEST_NAME and "the" not in folded else AgentKind.ORGANISATION


def _organisations() -> frozenset[str]:
    return frozenset(words("parties", "organisations"))


def _trimmed(head: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the blanks, commas and calls of notes around it."""
    while start < end and head[start] in _EDGE:
        start += 1
    while start < end and head[end - 1] in _EDGE:
        end -= 1
    return start, end
