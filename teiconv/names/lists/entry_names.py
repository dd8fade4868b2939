"""A name as a list of persons writes it: surname first, with rank, forenames, suffix and by-names after commas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from teiconv.grammar.offices import Use, offices
from teiconv.names.people.names import WORD, fold
from teiconv.names.people.person import NamePart, PersonName
from teiconv.names.people.vocabulary import COMMON, FORENAMES, GIVEN_NAMES, PARTICLES, PLACES, RANKS, TITLES
from teiconv.regex import regex

_STATIONS = offices(Use.STATION)
"""Ranks that are part of the name only where a forename follows."""

_SUFFIX = regex(r"(?:Jr|Sr)\.?|(?!X?\Z)X{0,2}(?:IX|IV|V?I{0,3})")
_LAST_SUFFIX = regex(r" (?:(?:Jr|Sr)\.?|II|III|IV)$")
_INITIALS = regex(r"(?:[A-Za-z]\. ?)*")
_INITIAL = regex(r"[A-ZÀ-Þ]\.(?=\s|$)")
_SHORTENED = regex(r"(?:[A-ZÀ-Þ][a-z]?\.)+")
_GIVEN_SHORTENED = regex(r"(?:[A-Za-zÀ-Þ][a-z]?\.)+,?")
_COMMA = regex(r"[,;]")
_WORD_OF_RANK = regex(r"([^\W\d_]+)\.?(?:[ -]|$)")
_GIVEN = regex(r"(\([^()]*\)|[“\"][^”\"]*[”\"]|[^\s()]+)\s*")
_BEGINS_BY_NAME = regex(r"[(“\"]{1,2}(?:n[ée]e |born )?[A-ZÀ-Þ]")
_LINK = regex(r"((?:[a-z]+[ –-])+)(?=[A-ZÀ-Þ])")
_ASIDE = regex(r"\([^()]*\)|[“\"][^“”\"]*[”\"]")
_REFERENCE = regex(r"\s\((see [A-Z][^()]*)\)\Z")
_TITLE_BEHIND = regex(r"\s+(?:Sheikh|Shaikh|Sheik)\b")
"""A title that a list has behind the forename as well: ``Roe, Yusuf Sheikh``."""
_AFFILIATION = regex(r"[DRI][–-].*|[A-Z]{2,5}|[Rr]et(?:ired|\.)?|.*\d.*")
"""A party and a state, a service, a rank with its date: what a list has in brackets after a name as well."""


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two commas, from ``start`` to ``end`` of the entry."""

    start: int
    end: int
    text: str


def split_entry(entry: str) -> tuple[PersonName, str]:
    """Return the name that ``entry`` begins with, and the description after it."""
    if reference := _REFERENCE.search(entry):
        name, description = split_entry(entry[: reference.start()])
        if not description:
            return name, reference[1]
    segments = list(_segments(entry))
    first, stop = segments[0], segments[0].end
    parts = list(_head(first.text, _follows_forename(segments)))
    western = not any(part.kind == "forename" for part in parts)
    for segment in segments[1:]:
        found = list(_continuation(segment.text, western))
        if not found:
            break
        between = entry[stop : segment.start]
        parts += [NamePart("", between), *found]
        western = western and not any(part.kind == "forename" for part in found)
        stop = segment.start + sum(len(part.text) for part in found)
        if stop < segment.end:
            break
    return PersonName(tuple(_rejoined(parts))), entry[stop:].lstrip(" ,;:–—-")


def _segments(entry: str) -> Iterator[_Segment]:
    """Yield the stretches of ``entry`` between commas (and semicolons) outside brackets and quotation marks."""
    asides = [match.span() for match in _ASIDE.finditer(entry)]
    edges = [
        match.start()
        for match in _COMMA.finditer(entry)
        if not any(start <= match.start() < end for start, end in asides)
    ]
    begin = 0
    for edge in [*edges, len(entry)]:
        text = entry[begin:edge]
        lead = len(text) - len(text.lstrip())
        yield _Segment(begin + lead, begin + len(text.rstrip()), text.strip())
        begin = edge + 1


def _follows_forename(segments: list[_Segment]) -> bool:
    return any(
        any(part.kind == "forename" for part in _continuation(segment.text, western=True)) for segment in segments[1:2]
    )


def _head(text: str, has_forename: bool) -> Iterator[NamePart]:
    """Yield the parts of what stands before the first comma."""
    end = 0
    for aside in _ASIDE.finditer(text):
        yield from _plain_head(text[end : aside.start()], has_forename)
        yield from _by_name(aside[0])
        end = aside.end()
        has_forename = has_forename or bool(text[:end])
    rest = text[end:]
    if end and rest.strip():
        lead = len(rest) - len(rest.lstrip())
        yield NamePart("", rest[:lead])
        yield NamePart("forename", rest[lead:])
    else:
        yield from _plain_head(rest, has_forename)


def _plain_head(text: str, has_forename: bool) -> Iterator[NamePart]:
    body = text.rstrip()
    if not body:
        return
    pieces = body.split(" ")
    if len(pieces) > 1 and _SUFFIX.fullmatch(pieces[-1]):
        yield NamePart("forename" if not has_forename else "surname", " ".join(pieces[:-1]))
        yield NamePart("", " ")
        yield NamePart("genName", pieces[-1])
    elif has_forename or len(pieces) == 1:
        yield from _linked(body)
    elif _surname_first(pieces):
        yield NamePart("surname", pieces[0])
        yield NamePart("", " ")
        yield NamePart("forename", " ".join(pieces[1:]))
    elif _surname_last(pieces):
        yield NamePart("forename", " ".join(pieces[:-1]))
        yield NamePart("", " ")
        yield NamePart("surname", pieces[-1])
    else:
        yield NamePart("", body)
    if body != text:
        yield NamePart("", text[len(body) :])


def _surname_first(pieces: list[str]) -> bool:
    """Tell whether a name without comma is one surname and forenames: ``Chou En-lai``, ``Bolshakov Georgi N.``"""
    return bool(_INITIAL.fullmatch(pieces[-1])) or (len(pieces) == 2 and "-" in pieces[1])


def _surname_last(pieces: list[str]) -> bool:
    """Tell whether an initial stands before the last word, which then is the surname: ``Edgar L. Roe``."""
    return any(_INITIAL.fullmatch(piece) for piece in pieces[:-1])


def _linked(surname: str) -> Iterator[NamePart]:
    """Yield a surname, its particles in front of it as ``nameLink`` where they are small (``de Gaulle``)."""
    match = _LINK.match(surname)
    if match:
        link = match[1].rstrip(" –-")
        yield NamePart("nameLink", link)
        yield NamePart("", match[1][len(link) :])
        surname = surname[match.end() :]
    yield NamePart("surname", surname)


def _continuation(text: str, western: bool) -> Iterator[NamePart]:
    """Yield the parts of a name that a later segment begins with; nothing if it is description."""
    if _SUFFIX.fullmatch(text.split("(")[0].strip()):
        yield from _with_asides(text, "genName")
        return
    aside = _ASIDE.match(text)
    if aside and text[0] != "(":
        yield from _by_name(aside[0])
        return
    rank_end = _rank_end(text)
    if rank_end and (later := _ASIDE.match(text, rank_end)) and _given_end(text[later.end() :].lstrip()):
        rank_end = later.end()  # ``Lieutenant Colonel (Colonel after April 1960) Vernon A.``
    rest = text[rank_end:].lstrip()
    given_end = _given_end(rest) if western or _INITIAL.match(rest) else 0
    if given_end:
        yield from _ranked(text, rank_end)
        yield from _with_asides(rest[:given_end], "forename")
        if behind := _TITLE_BEHIND.match(rest, given_end):
            yield from _spaced(behind[0], "roleName")
    elif rank_end and not _stations_only(text) and (not rest or _ASIDE.fullmatch(rest)):
        yield from _with_asides(text, "roleName")


def _ranked(text: str, rank_end: int) -> Iterator[NamePart]:
    if rank_end:
        rank = text[:rank_end].rstrip()
        yield from _with_asides(rank, "roleName")
        yield NamePart("", text[len(rank) : len(text) - len(text[rank_end:].lstrip())])


def _stations_only(text: str) -> bool:
    return all(fold(word) in _STATIONS for word in WORD.findall(text))


def _rank_end(text: str) -> int:
    """Return where the ranks at the start of ``text`` end."""
    end = 0
    for match in _WORD_OF_RANK.finditer(text):
        if match.start() != end or fold(match[1]) not in RANKS:
            break
        end = match.end()
    rest = text[end:].strip()
    return 0 if fold(text[:end].strip()) in FORENAMES and _INITIALS.fullmatch(rest) else end


def _given_end(text: str) -> int:
    """Return where the forenames at the start of ``text`` end; 0 if it does not start with any (``Dean of``)."""
    end, sure = 0, False
    for match in _GIVEN.finditer(text):
        if match.start() != _next(text, end) or not _is_given(match[1], bool(end)):
            break
        sure = sure or fold(match[1]) in GIVEN_NAMES or bool(_SHORTENED.fullmatch(match[1]))
        end = match.end(1)
    rest = text[end:].strip()
    sure = sure or not rest or bool(_TITLE_BEHIND.match(text, end))
    return end if end and sure and not rest.startswith("of ") else 0


def _next(text: str, end: int) -> int:
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _is_given(word: str, inside: bool) -> bool:
    if word[0] in '(“"':
        return inside and bool(_BEGINS_BY_NAME.match(word))
    if _GIVEN_SHORTENED.fullmatch(word):
        return True
    folded = [fold(part) for part in WORD.findall(word)]
    if not folded or not all(char.isalpha() or char in "'’-." for char in word):
        return False
    if word[0].islower():
        return inside and (folded[0] in PARTICLES or any(char.isupper() for char in word))
    if folded[0] in GIVEN_NAMES or len(word) == 1:
        return True
    return not word.isupper() and not any(part in COMMON or part in PLACES or part in TITLES for part in folded)


def _with_asides(text: str, kind: str) -> Iterator[NamePart]:
    """Yield ``text`` as parts of one kind, by-names in brackets or quotation marks as ``addName``."""
    end = 0
    for aside in _ASIDE.finditer(text):
        yield from _spaced(text[end : aside.start()], kind)
        yield from _by_name(aside[0])
        end = aside.end()
    rest = text[end:]
    suffix = _LAST_SUFFIX.search(rest) if kind == "forename" else None
    if suffix:
        yield from _spaced(rest[: suffix.start()], kind)
        yield NamePart("", " ")
        yield NamePart("genName", suffix[0].strip())
    else:
        yield from _spaced(rest, kind)


def _by_name(aside: str) -> Iterator[NamePart]:
    """Yield what stands in brackets or quotation marks as ``addName``, without them; an affiliation is no name."""
    inside = aside.strip('()“”"').rstrip(", ")
    if not inside or _AFFILIATION.fullmatch(inside):
        yield NamePart("", aside)
        return
    start = aside.index(inside)
    yield NamePart("", aside[:start])
    yield NamePart("addName", inside)
    yield NamePart("", aside[start + len(inside) :])


def _spaced(text: str, kind: str) -> Iterator[NamePart]:
    body = text.strip()
    if body:
        lead = len(text) - len(text.lstrip())
        if lead:
            yield NamePart("", text[:lead])
        yield NamePart(kind, body)
    trail = text[len(text.rstrip()) :] if body else text
    if trail:
        yield NamePart("", trail)


def _rejoined(parts: list[NamePart]) -> Iterator[NamePart]:
    """Yield ``parts`` with what is of no kind in one, and the blanks at the very end left out."""
    while parts and parts[-1].kind == "" and not parts[-1].text.strip():
        parts.pop()
    for is_plain, group in groupby(parts, key=lambda part: not part.kind):
        if is_plain:
            yield NamePart("", "".join(part.text for part in group))
        else:
            yield from group


def in_order(text: str, surname_first: bool = False) -> PersonName:
    """Return the name ``text`` as running text has it: forenames first, unless ``surname_first`` (``Zhou Enlai``)."""
    pieces = text.split(" ")
    if len(pieces) > 1 and (surname_first or (_surname_first(pieces) and "." not in text)):
        rest = " ".join(pieces[1:])
        return PersonName((NamePart("surname", pieces[0]), NamePart("", " "), NamePart("forename", rest)))
    start = len(pieces) - 1
    while start > 1 and fold(pieces[start - 1]) in PARTICLES:
        start -= 1
    forename, surname = " ".join(pieces[:start]), " ".join(pieces[start:])
    if not forename:
        return PersonName((NamePart("", surname),))
    return PersonName((NamePart("forename", forename), NamePart("", " "), NamePart("surname", surname)))
