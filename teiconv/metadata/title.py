"""The head of a document → its number, its genre, who wrote it and to whom.

All offsets are those of the flattened head (:func:`teiconv.model.flatten`), so that what is found can be marked up
where it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.grammar import months
from teiconv.grammar.dates import match_date
from teiconv.grammar.offices import Use, offices
from teiconv.grammar.posts import between_posts
from teiconv.metadata.foreign_parties import foreign_parties
from teiconv.metadata.parties import Party, Stretch, is_agent, parties, party_of_post
from teiconv.names.people.names import fold
from teiconv.regex import regex
from teiconv.structure.letters import DATED_PAPER, without_receipt


class Title(NamedTuple):
    """What a head says.

    Attributes:
        text: the head without number and notes.
        number: ``633``, or ``None`` where the head has none.
        genre: ``memorandum of conversation``, ``circular telegram`` …, in small letters.
        subtype: of the ``div``: ``editorial-note`` or ``historical-document``.
        sent, received: who wrote (``From``, ``by … to``), and to whom.
        authors: who wrote what was not sent (``Paper Prepared by …``, ``Memorandum of Conversation, by …``).
        participants: who spoke (``Between … and …``).
        dated: where the day stands on which it was written (``Letter dated 3 May 1970 from …``).
        received_at: where the place stands at which the document was received (``to Curtin (in London)``).
        tail: where place and date stand that end the head (``Washington, May 2, 1972``).
    """

    text: str
    number: str | None = None
    genre: str | None = None
    subtype: str = "historical-document"
    sent: tuple[Party, ...] = ()
    received: tuple[Party, ...] = ()
    authors: tuple[Party, ...] = ()
    participants: tuple[Party, ...] = ()
    tail: Stretch | None = None
    received_at: Stretch | None = None
    dated: Stretch | None = None


_NUMBER = regex(
    r"\s*(?:\[(?:No\.\s*)?(?P<bracketed>\d{1,4}[a-z]?)\]|No\.\s*(?P<bare>\d{1,4}[a-z]?)\.?|(?P<plain>\d{1,4}[a-z]?)\.)"
    r"[\s\N{OBJECT REPLACEMENT CHARACTER}]+"
)
_NUMBER_ALONE = regex(r"(?:N[or]\. ?)?(\d{1,4}[a-z]?)\.?\s*\Z")
_KINDS = r"""
    (?:(?:action|airmail|backchannel|briefing|circular|current|decision|diplomatic|draft|estimate|information|informal
        |intelligence|interagency|issues|joint|national|options|oral|personal|policy|position|press|progress|research
        |scope|security|situation|special|staff|strategy|study|summary|talking|verbal|weekly|background|discussion
        |contact|diary|daily|presidential|review)\s+){0,5}
    (?:memorandum|memoranda|telegram|telcon|letter|airgram|despatch|dispatch|note|message|report|paper|minutes|record|estimate
    |study|assessment|transcript|summary|statement|address|speech|remarks|announcement|communiqué|agreement|instruction
    |aide[- ]m[eé]moire|note\s+verbale|points|notes|cable|briefing|review|entry|chronology|proclamation|resolution
    |directive|annex|highlights|diary|conversation|log|agenda)s?\b
"""
_GENRE = regex(_KINDS, re.IGNORECASE | re.VERBOSE)
_OF_TALK = regex(
    r"\s+of\s+(?:an?\s+)?(?P<talk>(?:telephone\s+)?(?:conversation|discussion|conference|meeting|interview))s?\b",
    re.IGNORECASE,
)
_FOR_RECORD = regex(r"\s+(?:for|to)\s+(?:the\s+)?(?:record|files?)\b", re.IGNORECASE)
_LIST_OF = regex(r"(?:table and )?list of\b", re.IGNORECASE)
"""What is in it is not what it is: ``LIST OF PAPERS.``"""
_EDITORIAL = regex(r"editorial note\b", re.IGNORECASE)

_TAIL = regex(
    r"(?:,\s*|\s+)(?=(?:undated\b"
    rf"|(?:\d{{1,2}}\s+|(?:early|mid|late|circa|ca\.)[- ])?{months.IN_FULL},?\s+(?:\d|undated)))",
    re.IGNORECASE,
)
_DATED = regex(rf"{DATED_PAPER} (?=\S)", re.IGNORECASE)
_NAMES_NEXT = regex(r",? (?:from|addressed)\b", re.IGNORECASE)
"""What follows the day in a title that begins with it: ``Letter dated 3 May 1970 from …``"""
_PLACE = regex(r"(?:,\s*|(?<=\))\s+)(?!(?:Jr|Sr)\b)[A-Z][\w.'’ -]{1,40}\s*,?\s*$")
_NAME = regex(r"[,\s]*[AC-MO-QT-Z]\. [A-Z]")
"""A name with an initial before the date names no place: ``Poe and the Consul, K. Doe, 3 May 1961``."""
_LOOSE = regex(r"(?<=\() | (?=[),])")
_COMMA = regex(r"[\s,]*")
_MOST_PLACES = 2
_STOP = regex(r"(?:[a-z]{4}|\b(?!Capt|Col|Dept|Esq|Gen|Govt|Hon|Min|Rev|Sec)[A-Z][a-z]{2,3})\.$")
"""A full stop that ends the head, as in volumes before 1914, and no abbreviation."""
_LONGEST_HEAD = 1000
"""Characters; a longer text is no head, and names nobody to write to."""

_FROM = regex(r"\bfrom\s+", re.IGNORECASE)
_EXTRACT = regex(r"\b(?:extracts?|excerpts?|passages?|quotations?)\s+from\s+", re.IGNORECASE)
"""What was taken from a paper, which nobody sent by that: ``Extract From the Diary of …``"""
_GOODS = regex(r"\b(?:exports?|imports?|shipments?|goods|merchandise|emigra(?:nts?|tion)|distances?)\b", re.IGNORECASE)
"""What comes from a place and goes to another in a statement of trade, which nobody sent."""
_ABOUT = regex(r",?\s+(?:respecting|regarding|concerning|relating to|relative to|on the subject of)\b", re.IGNORECASE)
"""What the parties are not any more, but what they write about."""
_BETWEEN = regex(r"\b(?:between)\s+", re.IGNORECASE)
_HELD = regex(r",?\s+(?:held|that took place|which took place)\b", re.IGNORECASE)
_MADE = regex(r"\b(?:prepared|drafted|by)\b", re.IGNORECASE)
_APART = regex(r" {2,}(?=\S)")
"""What an empty line in a title leaves, whose parts stand apart: below it no author is named."""
_BY = regex(r"(?:,\s*|\b(?:prepared|drafted|written|made|delivered)\s+|\s)(?:presumably\s+)?by\s+", re.IGNORECASE)
_PREPARED_IN = regex(r"\bprepared\s+in\s+(?=the\b)", re.IGNORECASE)
_TO = regex(r",?\s+(?:to|TO)\s+")
_ADDRESSED_TO = regex(r",?\s+addressed to\s+", re.IGNORECASE)
_ADDRESSED = regex(r"to (?:the )?(?:record|files?)\b", re.I)
"""To whom a paper goes that nobody receives, and no kind of paper."""
_DESIGNATION = regex(r"(?:\s+(?:No\.\s*)?[A-Z/.-]{0,12}\d[\w/.-]*|/[A-Z]+ \d+){0,2}")
_TAKES_TO = offices(Use.TAKES_TO)
"""Nouns that ``to`` belongs to: the Ambassador to Thailand, the Mission to the United Nations."""
_DESIGNATE = regex(r"[ -]Designate\Z", re.IGNORECASE)
_ENDS_WITH_NAME = regex(r"[^()]*\([A-Z][^()]*\)[\s\d\uFFFC]*\Z")
"""``by the Special Assistant to the Secretary of State (X)`` is by X, and to nobody."""
_NAME_AND_OFFICE = regex(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+, (?:the )?[A-Z]")


def parse_title(head: str) -> Title:
    """Return what ``head``, the flattened head of a document, says."""
    number = _NUMBER.match(head)
    start = number.end() if number else 0
    text = _LOOSE.sub("", " ".join(head[start:].replace("\N{OBJECT REPLACEMENT CHARACTER}", "").split())).rstrip(" ,")
    value = number[number.lastgroup or 0] if number else None
    if _EDITORIAL.match(head, start):
        return Title(text, value, "editorial note", "editorial-note")
    end = len(without_receipt(head.rstrip(" ,\N{OBJECT REPLACEMENT CHARACTER}")))
    dated = _dated(head, start)
    tail = None if dated else _tail(head, start, end)
    sent, received, authors, participants = _roles(head, dated.end if dated else start, tail.start if tail else end)
    return Title(
        text,
        value,
        _genre(head, start),
        "historical-document",
        sent,
        received,
        authors,
        participants,
        tail,
        dated=dated,
    )


def number_alone(head: str) -> str | None:
    """Return the number that is all of ``head``: in a volume of the 1870s it has a line of its own above the title."""
    number = _NUMBER_ALONE.match(head)
    return number[1] if number else None


_Parties = tuple[Party, ...]


def correspondents(title: Title) -> tuple[_Parties, _Parties]:
    """Return who writes and who is written to; of a talk between two, who is named first, and the other.

    The latter is what the series does (1969–76, vol. XII, Document 107): who calls or asks is named first.
    """
    if len(title.participants) == _PAIR and not title.sent and not title.received:
        return title.participants[:1], title.participants[1:]
    return title.sent, title.received


_PAIR = 2


def _roles(head: str, start: int, end: int) -> tuple[_Parties, _Parties, _Parties, _Parties]:
    """Return senders, recipients, authors and participants."""
    end = len(head[:end].rstrip(" ,"))
    if end > _LONGEST_HEAD:
        return (), (), (), ()
    if foreign := foreign_parties(head[:end].replace("\N{OBJECT REPLACEMENT CHARACTER}", " ")):
        return *foreign, (), ()
    if posts := between_posts(head[:end], start):
        return (party_of_post(*posts.sent),), (party_of_post(*posts.received),), (), ()
    end -= _STOP.search(head, start, end) is not None
    between = _BETWEEN.search(head, start, end)
    if between:
        held = _HELD.search(head, between.end(), end)
        return (), (), (), parties(head, between.end(), held.start() if held else end)
    sender = _FROM.search(head, _after_extract(head, start, end), end)
    if sender and _GOODS.search(head, start, sender.start()):
        return (), (), (), ()
    if sender:
        return *_correspondence(head, sender.end(), end), (), ()
    author = _PREPARED_IN.search(head, start, end) or _BY.search(head, start, end)
    if author and _is_record(head, start, author.start()):
        return (), (), parties(head, author.end(), end), ()
    if author and (apart := _APART.search(head, author.end(), end)):
        return (), (), parties(head, author.end(), apart.start()), ()
    if author:
        sent, received = _correspondence(head, author.end(), end)
        return (sent, received, (), ()) if received else ((), (), sent, ())
    genre = _GENRE.match(head, start)
    if genre:
        to = _TO.match(head, _after(_DESIGNATION, head, genre.end()))
        named = to and is_agent(head[to.end() : end])
        return (), parties(head, to.end(), end) if to and named else (), (), ()
    if is_agent(head[start:end]):
        sent, received = _correspondence(head, start, end)
        return (sent, received, (), ()) if received else ((), (), (), ())
    return (), (), (), ()


def _after_extract(head: str, start: int, end: int) -> int:
    """Return where the paper begins from which the head says that an extract was made; without one, ``start``."""
    extract = _EXTRACT.search(head, start, end)
    return extract.end() if extract else start


def _is_record(head: str, start: int, end: int) -> bool:
    """Whether the head names a record, which is written by somebody, but to nobody."""
    return (_OF_TALK.search(head, start, end) or _FOR_RECORD.search(head, start, end)) is not None


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _correspondence(head: str, start: int, end: int) -> tuple[_Parties, _Parties]:
    """Return the parties on both sides of the ``to`` that stands between ``start`` and ``end``."""
    about = _ABOUT.search(head, start, end)
    end = about.start() if about else end
    to = _ADDRESSED_TO.search(head, start, end) or _dividing_to(head, start, end)
    if not to:
        return parties(head, start, end), ()
    return parties(head, start, to.start()), parties(head, to.end(), end)


def _dividing_to(head: str, start: int, end: int) -> re.Match[str] | None:
    """Return the ``to`` after which the recipient stands: the first that no noun before it claims."""
    found = [to for to in _TO.finditer(head, start, end) if _is_outside_brackets(head[start : to.start()])]
    free = [to for to in found if _word_before(head[start : to.start()]) not in _TAKES_TO]
    if free:
        return free[0]
    if _ENDS_WITH_NAME.match(head[start:end]) or _NAME_AND_OFFICE.match(head, start, end):
        return None  # the office that the noun begins is that of the one person named
    return next((to for to in found if is_agent(head[to.end() : end])), None)


def _word_before(before: str) -> str:
    """Return the last word of ``before``; who is only designated holds an office of the same name."""
    pieces = _DESIGNATE.sub("", before).split() or before.split()
    return fold(pieces[-1].strip("."))


def _is_outside_brackets(before: str) -> bool:
    return bool(before.strip()) and before.count("(") == before.count(")")


def _dated(head: str, start: int) -> Stretch | None:
    """Return where the day stands on which a title says that the paper was written, before it names anybody."""
    kind = _DATED.match(head, start)
    found = match_date(head, kind.end()) if kind else None
    is_day = found is not None and found.value.when is not None and _NAMES_NEXT.match(head, found.whole_end)
    return Stretch(found.start, found.whole_end) if found and is_day else None


def _tail(head: str, start: int, end: int) -> Stretch | None:
    """Return where the place and the date stand that end the head."""
    date = _TAIL.search(head, start, end)
    if not date:
        return None
    begin = date.start()
    for _ in range(_MOST_PLACES):
        place = _PLACE.search(head, max(start, begin - 60), begin)
        if not place or _NAME.match(place[0]):
            break
        begin = place.start()
    return Stretch(_after(_COMMA, head, begin), end)


def _genre(head: str, start: int) -> str | None:
    """Return the kind of text that the head names before it names anybody."""
    limits = [match.start() for pattern in (_FROM, _BETWEEN, _MADE) if (match := pattern.search(head, start))]
    match = _GENRE.search(head, start, min(limits, default=len(head)))
    if (
        not match
        or _LIST_OF.match(head, start)
        or _ADDRESSED.match(head, start)
        or _TO.search(head, start, match.start())
    ):
        return None
    kind = " ".join(match[0].lower().split())
    talk = _OF_TALK.match(head, match.end())
    if talk:
        return f"{kind} of {' '.join(talk['talk'].lower().split())}"
    return f"{kind} for the record" if _FOR_RECORD.match(head, match.end()) else kind
