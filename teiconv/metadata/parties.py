"""The phrases of a head that name who wrote and to whom → one party for each person, office or organisation.

The series has three ways to name a person: by office, the name in brackets (``the Ambassador to Thailand (Unger)``);
by title and name (``Secretary of State Rogers``); by name alone, with what it belongs to (``Roger Morris of the
National Security Council Staff``).  A phrase without a name is an office or an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from teiconv.metadata.withheld import WITHHELD, WITHHELD_PLACE
from teiconv.model.header import AgentKind
from teiconv.names.people.names import fold, words
from teiconv.names.people.vocabulary import COMMON, COURTESY, FORENAMES, PARTICLES, PLACES, SUFFIXES, TITLES
from teiconv.regex import regex


class Stretch(NamedTuple):
    """A stretch of flattened text, ``start`` to ``end`` in characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of ``text``."""
        return text[self.start : self.end]


class Party(NamedTuple):
    """One who writes or is written to: the whole phrase, the ``name`` of a person in it, the ``office`` beside it.

    Where no person is named, ``office`` is the office or organisation itself, as ``kind`` says.
    """

    phrase: Stretch
    kind: AgentKind
    name: Stretch | None = None
    office: Stretch | None = None


_ORGANISATIONS = frozenset(
    """agency army assembly board bureau cabinet capitals center chiefs command commission committee company conference
    congress consulate consulates council delegation delegations department departments division embassies embassy
    government group headquarters house institute interests leaders legation legations ministry mission missions
    nations navy office officers offices organization party post posts room section senate staff station stations
    team university
    ambassade embaixada embajada legacion ministere ministerio ministero secretaria""".split()
)
"""Words that make a phrase the name of an organisation (or of many posts), whatever titles stand in it."""

_DEPARTMENTS = frozenset(
    """state defense treasury interior agriculture commerce labor health education welfare housing urban development
    transportation energy war navy army force justice intelligence union ministers staff affairs""".split()
)
"""Words that end the name of what a secretary or a director is the head of."""

_SOME = frozenset({"all", "certain", "other", "selected", "various"})
"""What begins a phrase for several posts: ``Certain Diplomatic and Consular Offices``."""

_ROLES = TITLES | {"attache", "chief", "counsel", "comptroller", "controller", "emissary", "envoy", "treasurer"}
_NO_NAMES = COMMON | _DEPARTMENTS
_NO_PERSONS = _NO_NAMES | PLACES
"""What is no name if a name stands beside it: ``(Far East)``; else ``(White)`` and ``(Holland)`` are names."""
_BRANCHES = _DEPARTMENTS | frozenset("administration operations personnel plans policy programs research".split())
_OF_OFFICES = _ROLES | COMMON | PLACES | _ORGANISATIONS | _DEPARTMENTS

_ARTICLE = regex(r"(?:(?:the|his(?!\s+majesty['’]s)|its|a)\s+)+", re.IGNORECASE)
_SEPARATOR = regex(r",?\s+(?:and|&|AND(?=\s+THE\s))\s+|,\s+(?!(?:Jr|Sr|II|III)\b)")
_TOKEN = regex(r"[^\s,;()\[\]\uFFFC]+")
_NAME_TOKEN = regex(r"[^\W\d_a-z][\w.'’–-]*|\w\.")
_BRACKETS = regex(r"\(\s*([^()]{1,60}?)\s*\)")
_AWAY = regex(r",\s+(?:at|in)\s+[A-Z][\w .]{1,30}$")
_WHERE = regex(r",?\s+(?:at|in)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?\s*$")
_UNNAMED = regex(r"(?:\[[^\]]*\]|\uFFFC)\s*(?:of\s+(?:the\s+)?)?")
_POSTS = regex(r"(?:the\s+)?(?:Embassies|Missions|Consulates|Legations|Delegations|Ambassadors|Stations)\b")
_POST = regex(r"the\s+(?:[\w.]+\s+){0,2}(?:Embass|Mission|Consul|Legation|Delegation|Department|Ambass|Secretary)")
_LEAD_ON = frozenset({"of", "for", "the", "and"})
"""Words below which an office goes on, and no name begins."""
_LEAD_ON_IN_CAPITALS = frozenset({"AT", "FOR", "IN", "OF", "TO"})
_POSSESSIVE = regex(r"['’]s$|s['’]$")
_ACRONYM = regex(r"[A-Z]{3,}")
_NUMERAL = regex(r"[IVX]+")
_AFTER_NAME = regex(r"\s*(?:$|[,(;\uFFFC]|(?:of|in|at|for|and|to)\b)")
_EDGE = " ,;\N{OBJECT REPLACEMENT CHARACTER}"
_CALL = regex(r"(?:(?<=[^\W\d_]|[)\]])\d{1,2}|/\d{1,2}/|(?<=[a-z])(?<! of) \d{1,2})\Z")
"""A numeral behind an office is the call of a note (``Department of State1``), and none behind ``Committee of 40``."""
_LONGEST_NAME = 5
"""Words of a name, at most."""


def parties(text: str, start: int, end: int) -> tuple[Party, ...]:
    """Return the parties that ``text`` names between ``start`` and ``end``, in order."""
    found: list[Party] = []
    for begin, stop in _members(text, start, end):
        found.extend(_read(text, begin, stop))
    return tuple(found)


def party_of_post(start: int, end: int) -> Party:
    """Return the party that a post is, whose name may be that of a town alone."""
    place = Stretch(start, end)
    return Party(place, AgentKind.ORGANISATION, office=place)


def is_agent(phrase: str) -> bool:
    """Tell whether ``phrase`` begins as the name of a person, an office or an organisation does."""
    article = _ARTICLE.match(phrase)
    if not article:
        return _leading_name(phrase) is not None
    run = _run(phrase, article.end())
    return any(_folded(token) in _ROLES or _folded(token) in _ORGANISATIONS for token in run)


def _members(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the members of a joint party: ``A and B``, ``A, B, and C``."""
    bracketed = [match.span() for match in _BRACKETS.finditer(text, start, end)]
    separators = [
        separator.span()
        for separator in _SEPARATOR.finditer(text, start, end)
        if not any(left < separator.start() < right for left, right in bracketed)
    ]
    begin = start
    for (stop, restart), (following, _) in pairwise([*separators, (end, end)]):
        if _parts_members(text[begin:stop].strip(), text[restart:following]):
            yield begin, stop
            begin = restart
    yield begin, end


def _parts_members(left: str, right: str) -> bool:
    """Tell whether ``left`` is a member of its own, given what follows the comma or ``and``."""
    if _POSTS.match(left):
        return _POST.match(right) is not None
    if _ARTICLE.match(right):
        return is_agent(right) and not left.endswith((" for", " of"))
    if right.startswith("(") or _leading_name(right) is None:
        return False
    return left.endswith(")") or bool(_ARTICLE.match(left)) or _is_titled(right) or _leading_name(left) is not None


def _is_titled(phrase: str) -> bool:
    token = _TOKEN.match(phrase)
    return token is not None and _folded(token) in TITLES


def _read(text: str, start: int, end: int) -> Iterator[Party]:
    """Yield the party that is named between ``start`` and ``end``; several where several names are in brackets."""
    start, end = _trimmed(text, start, end)
    phrase = text[start:end]
    if not phrase:
        return
    article = _ARTICLE.match(phrase) or _UNNAMED.match(phrase)
    begin = article.end() if article else 0
    leading = None if article else _leading_name(phrase)
    bracketed = _bracketed_names(phrase)
    if leading:
        office = _office(start, phrase, 0, leading[0])
        names, kind = [leading], AgentKind.PERSON
    elif bracketed:
        office = _office(start, phrase, begin, bracketed[0].start())
        names, kind = [found.span(1) for found in bracketed], AgentKind.PERSON
    else:
        stop = len(_BRACKETS.split(_AWAY.sub("", phrase), maxsplit=1)[0])
        office = _office(start, phrase, begin, stop)
        names, kind = [], _kind(phrase[begin:])
    whole = Stretch(start, end)
    if not names and office:
        yield Party(whole, kind, office=office)
    for name in names:
        yield Party(whole, kind, Stretch(start + name[0], start + name[1]), office)


def _office(offset: int, phrase: str, start: int, end: int) -> Stretch | None:
    start, end = _trimmed(phrase, start, end)
    office = phrase[start:end]
    if set(words(office)) <= COURTESY:
        return None
    return Stretch(offset + start, offset + end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the blanks, commas and calls of notes around it, be they found or not."""
    stretch = _CALL.sub("", text[start:end].rstrip(_EDGE))
    return start + len(stretch) - len(stretch.lstrip(" ,;")), start + len(stretch)


def _leading_name(phrase: str) -> tuple[int, int] | None:
    """Return where the name of a person stands in ``phrase``, which begins with it or with the title before it."""
    run = _run(phrase, 0)
    if not run or any(_folded(token) in _ORGANISATIONS for token in run):
        return None
    titles = [place for place, token in enumerate(run) if _is_title(token, place)]
    if not titles or _folded(run[0]) in FORENAMES:
        return _bare_name(phrase, run)
    name = run[titles[-1] + 1 :]
    if any(_POSSESSIVE.search(token[0]) for token in name) or (name and name[0][0] in _LEAD_ON_IN_CAPITALS):
        return None
    if name and all(_folded(token) in _DEPARTMENTS for token in name):
        return None  # “U.S. Air Force”
    if name and _AFTER_NAME.match(phrase, name[-1].end()):
        return _span(name)
    if not name and phrase.startswith(" of ", run[-1].end()) and "(" not in phrase:
        return _last_name(_WHERE.sub("", phrase), run[-1].end())
    return None


def _bare_name(phrase: str, run: list[re.Match[str]]) -> tuple[int, int] | None:
    if run[0][0] in (WITHHELD, WITHHELD_PLACE):
        return _span(run[:1]) if run[0][0] == WITHHELD else None
    first = _folded(run[0])
    if first in PLACES or first in _SOME or any(_is_acronym(token[0]) for token in run):
        return None
    if first not in FORENAMES and any(_folded(token) in _NO_NAMES for token in run):
        return None
    enough = len(run) > 1 or run[0].span() == (0, len(phrase))
    if not enough or len(run) > _LONGEST_NAME or not _AFTER_NAME.match(phrase, run[-1].end()):
        return None
    return _span(run)


def _last_name(phrase: str, start: int) -> tuple[int, int] | None:
    """Return the words at the end of ``phrase`` that belong to no office: ``Secretary of the Treasury Connally``."""
    name: list[re.Match[str]] = []
    for token in reversed(list(_TOKEN.finditer(phrase, start))):
        folded = _folded(token)
        if token[0] in _LEAD_ON:
            name = (
                name[1:] if name and _is_acronym(name[0][0]) else []
            )  # “of FCDA Berry”; “of State for Ports” is nobody
            break
        if not _NAME_TOKEN.fullmatch(token[0]) or folded in _OF_OFFICES:
            break
        name.insert(0, token)
    return _span(name) if 0 < len(name) <= _LONGEST_NAME and name[-1].end() == len(phrase) else None


def _run(phrase: str, start: int) -> list[re.Match[str]]:
    """Return the capitalised words that stand together from ``start`` on, particles of names between them included."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(phrase, start):
        between = phrase[run[-1].end() if run else start : token.start()]
        suffix = _folded(token) in SUFFIXES and between.strip() == ","
        if between.strip() and not suffix:
            break
        if not (_NAME_TOKEN.fullmatch(token[0]) or (run and token[0] in PARTICLES)):
            break
        run.append(token)
    while run and run[-1][0] in PARTICLES:
        run.pop()
    return run


def _span(run: list[re.Match[str]]) -> tuple[int, int]:
    return run[0].start(), run[-1].end()


def _folded(token: re.Match[str]) -> str:
    """Return the last word of ``token`` for comparison: ``Major-General`` is a general, ``Secretary’s`` nothing."""
    return fold(token[0].rstrip(".").rsplit("-", 1)[-1].replace("’", "'"))


def _is_title(token: re.Match[str], place: int) -> bool:
    folded = _folded(token)
    return folded in TITLES and not (place and folded in FORENAMES) and len(token[0].rstrip(".")) > 1


def _is_acronym(token: str) -> bool:
    return _ACRONYM.search(token) is not None and _NUMERAL.fullmatch(token) is None


def _bracketed_names(phrase: str) -> list[re.Match[str]]:
    """Return the names in brackets; what an office is for is none: ``Deputy Director (Plans) of Security (Roe)``."""
    found = [one for one in _BRACKETS.finditer(phrase) if _is_bracketed_name(one[1])]
    names = [one for one in found if not _BRANCHES.issuperset(words(one[1]))]
    return [one for one in names if not _NO_PERSONS.issuperset(words(one[1]))] or names


def _is_bracketed_name(text: str) -> bool:
    return _NAME_TOKEN.match(text) is not None and not text.isupper() and "not declassified" not in text


def _kind(phrase: str) -> AgentKind:
    first = takewhile(lambda token: token[0] not in _LEAD_ON_IN_CAPITALS, _run(phrase, 0))
    run = [_folded(token) for token in first]
    if any(word in _ORGANISATIONS for word in run) or not any(word in _ROLES for word in run):
        return AgentKind.ORGANISATION
    return AgentKind.ROLE
