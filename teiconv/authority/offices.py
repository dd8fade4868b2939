"""Offices that stand for whoever holds them: ``our Ambassador to Peru``, ``the Secretary of Defense``.

Only an office that one person holds at a time, and only of the United States, whose register of officers this is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from teiconv.authority.compiled import Authority, telling
from teiconv.authority.served import last_day
from teiconv.names.people.names import words
from teiconv.regex import regex
from teiconv.remember import remembered

_FOLDER = Path(__file__).parent
_OWN = r"(?P<own>[Oo]ur|[Tt]he|(?:[Tt]he )?(?:American|United States|U\.S\.|US))"
_NO_MORE = r"(?! ?-?[Dd]esignate)(?!-)"
_PLACE = r"(?P<place>(?:the |The )?[A-Z][\w.’'-]*(?:(?<![a-z]{3}\.) (?:of |[A-Z])[\w.’'-]*){0,4})"
"""The name of a country; a full stop ends it, but not in ``St. Lucia``."""
_AMBASSADOR = regex(rf"\b{_OWN} Ambassador (?:to|in|at) {_PLACE}")
_OURS = regex(
    rf"\b(?:[Oo]ur|(?:[Tt]he )?(?:American|United States|U\.S\.|US)) Amb(?:assador)?\b{_NO_MORE}"
    r"(?! (?:to|in|at|and|there|[A-Z]))"
)
"""An ambassador of the United States whose country is not said."""
_ENVOY = " Amb"
"""Without this a text names no ambassador."""
_STATION = regex(rf"\b(?P<rank>Embassy|Ambassador|Legation|Minister) (?:in|at) {_PLACE}")
_RANKS = {"Embassy": "ambassador", "Ambassador": "ambassador", "Legation": "minister", "Minister": "minister"}
"""Who is at the head of a mission, as the register calls posts."""
_ELSE = regex(
    r"\b(?:former|previous|next|new|then|late|ex|as|an?|any|another|no|every|future"
    r"|(?:Office|Department|Bureau|Staff) of)\W*$",
    re.I,
)
_SMALL = frozenset("and at for in of on the to".split())
"""Words of titles that have no capital."""
_WITH_CAPITAL = regex(r"\b[A-Z]\w+")
_POSSESSIVE = regex(r"[’']s?\b")


class Office(NamedTuple):
    """Words that mean an office: where they stand, and the posts that they may be; none if it is one told before."""

    start: int
    end: int
    posts: tuple[str, ...]

    @property
    def is_abroad(self) -> bool:
        """Whether it is that of an ambassador whose country is said."""
        return any(post.startswith("ambassador") for post in self.posts)


@remembered(1)
def _unique_posts() -> Mapping[str, tuple[str, ...]]:
    """Return the posts at home that one person holds at a time, by each of the names that sources and texts have.

    The Acting Secretary of State is the Under Secretary or, later, the Deputy Secretary, nine times in ten.
    """
    return _by_name(_FOLDER / "unique_posts.txt")


def unique_post(title: str) -> str | None:
    """Return the post at home that sources call ``title``, under its first name, if one person holds it at a time."""
    posts = _unique_posts().get(_folded(title), ())
    return posts[0] if len(posts) == 1 else None


@remembered(1)
def _countries() -> Mapping[str, tuple[str, ...]]:
    """Return the names under which posts are kept by the folded words of all names of the country, and its capital."""
    return _by_name(_FOLDER / "countries.txt")


def _by_name(file: Path) -> Mapping[str, tuple[str, ...]]:
    """Return what stands first in each line of ``file`` (``peru: lima``) by all names there, in folded words."""
    found: dict[str, tuple[str, ...]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        kept, _, others = line.partition(":")
        for name in (kept, *others.split(",")):
            found[_folded(name)] = (*found.get(_folded(name), ()), kept)
    return found


def _folded(name: str) -> str:
    return " ".join(words(name))


@remembered(1)
def _at_home() -> re.Pattern[str]:
    names = sorted((name for name in _unique_posts() if " " in name), key=len, reverse=True)
    return re.compile(rf"\b[Tt]he ({'|'.join(map(_as_written, names))})\b{_NO_MORE}(?! (?:for|of|[A-Z]))")


def _as_written(name: str) -> str:
    """Return a pattern of the title that is ``name`` in folded words: ``Commander in Chief, Pacific``."""
    written = (word if word in _SMALL else word.title() for word in name.split())
    return ",?[ -]".join(written).replace("U,?[ -]S", r"U\.S\.")


def offices_in(text: str) -> Iterator[Office]:
    """Yield the offices that ``text`` means without a name, in order."""
    found = list(_home(text))
    if _ENVOY in text:
        found += _abroad(text)
        found += [Office(*match.span(), ()) for match in _OURS.finditer(text)]
    yield from sorted(office for office in found if not _ELSE.search(text, max(0, office.start - 16), office.start))


def offices_in_title(text: str) -> Iterator[Office]:
    """Yield the offices that a title names without a name, as the words that send or receive: without the article."""
    for match in _at_home().finditer(text):
        if not _POSSESSIVE.match(text, match.end()):
            yield Office(*match.span(1), _unique_posts()[_folded(match[1])])


def station_of(title: str) -> tuple[str, ...]:
    """Return the post of the chief of the mission from which or to which a despatch went; none if there are two."""
    found = {posts for match in _STATION.finditer(title) for _, posts in [_posts_at(match, _RANKS[match["rank"]])]}
    return next(iter(found)) if len(found) == 1 else ()


def _abroad(text: str) -> Iterator[Office]:
    for match in _AMBASSADOR.finditer(text):
        yield Office(match.start(), *_posts_at(match, "ambassador"))


def _posts_at(match: re.Match[str], rank: str) -> tuple[int, tuple[str, ...]]:
    """Return where the name of the place ends in which a post is, and what the register calls the post."""
    pieces = match["place"].split(" ")
    places = [" ".join(pieces[:count]) for count in range(len(pieces), 0, -1)]
    place = next(filter(_kept, places), pieces[0])
    known = _kept(place) or (_folded(place),)
    return match.start("place") + len(place.rstrip(".,’'")), tuple(f"{rank} to {name}" for name in known)


def _kept(place: str) -> tuple[str, ...] | None:
    """Return what the register calls a country."""
    return _countries().get(_folded(place)) or _countries().get(_folded(place).removeprefix("the "))


def lands_in(text: str) -> Iterator[str]:
    """Yield what tells the countries of which ``text`` speaks, or of whose capitals (:func:`.telling`)."""
    for written in _WITH_CAPITAL.findall(text):
        for land in _countries().get(_folded(written), ()):
            yield from telling(land)


def _home(text: str) -> Iterator[Office]:
    for match in _at_home().finditer(text):
        yield Office(*match.span(), _unique_posts()[_folded(match[1])])


@remembered(1 << 10)  # a document asks for the same offices again and again
def holders(authority: Authority, posts: tuple[str, ...], date: str) -> tuple[int, ...]:
    """Return who held one of ``posts`` on ``date``, or at some time in that month or year.

    Where the sources tell a term by months or years, its ends are uncertain: who held the post beyond doubt goes before
    those who only may have.
    """
    year = date[:4]
    terms = [
        term
        for post in posts
        for term in authority.holders(post)
        if term[1][:4] <= year and (term[2] is None or term[2][:4] >= year)
    ]
    for surely in (True, False):
        if found := tuple(dict.fromkeys(n for n, start, end in terms if _overlap(start, end, date, surely))):
            return found
    return ()


def term_of(authority: Authority, office: str, number: int, date: str) -> tuple[str, str | None] | None:
    """Return start and end, as exactly as sources tell them, of the term in which somebody held ``office`` on ``date``.

    ``office`` is what a text calls it, ``number`` that of the person.
    """
    posts = [post for found in (*offices_in(office), *offices_in_title(office)) for post in found.posts]
    terms = [term[1:] for post in posts for term in authority.holders(post) if term[0] == number]
    served = [(start, end) for start, end in terms if _overlap(start, end, date, surely=False)]
    return max(served, key=lambda term: len(term[0]) + len(term[1] or ""), default=None)


def _overlap(start: str, end: str | None, date: str, surely: bool) -> bool:
    """Tell whether a term has a day in common with ``date``, or, if ``surely``, all of it whatever its ends mean."""
    first, last = date[:10], last_day(date)
    if surely:
        return bool(start and end) and last_day(start) <= first and last <= (end or "")
    return (not start or start <= last) and (end is None or last_day(end) >= first)
