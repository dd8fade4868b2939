"""What the title before a name decides: who held that office on the day, and who cannot have been called so.

``Secretary Dulles`` of March 1957 is the one Dulles who was then a Secretary of a department; ``Governor Bush`` of
May 1990 is not the President of that day, nor ``General Bliss`` a diplomat by career, nor ``Mr. Thornton`` a Susan,
nor ``Madame Mao`` the Chairman.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from teiconv.authority.bearing import (
    MILITARY,
    PRESIDENT,
    SECRETARY,
    Title,
    contradicts,
    is_called_as_a_woman,
    is_monarch,
    ranks_of,
)
from teiconv.authority.compiled import Authority, Known, telling
from teiconv.authority.offices import holders
from teiconv.grammar.offices import Use, offices
from teiconv.names.people.fitting import generation_of
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.vocabulary import SUFFIXES, WOMENS_TITLES
from teiconv.regex import regex
from teiconv.remember import remembered

_AT_HOME = offices(Use.AT_HOME)
_DEAD = "late"
PAST = frozenset({"former", _DEAD})
"""What stands before an office that somebody no longer holds."""

_SEATS = frozenset({"congressman", "governor", "mayor", "rabbi", "senator", "speaker"})
_BORNE = (MILITARY | offices(Use.SOVEREIGN) | _SEATS | {"prime", "vice"}) - WOMENS_TITLES
"""Titles that only some of a family bear: ranks, reigns, seats, that of a Prime Minister, and who stands below one."""

_HEIRS = frozenset({"amir", "emir", "prince", "princess"})
_REMEMBERED = 20
"""For how many years somebody is called ``former``."""

_WIFE = regex(r"(?:[Tt]he )?(?:[Ww]ife|[Ww]idow) of\b")
"""What is said first of those whom a source has for the sake of their husbands."""

_ABOUT = 2
"""How many years around those in which the authority knows somebody they may be meant, too."""

_FEWEST_INITIALS = 2
_WITH_GENERATION = 3
"""Words of a name at least that has a generation: ``Edgar Roe Jr``."""


def held_by(authority: Authority, titles: Iterable[Title], date: str | None) -> Set[int]:
    """Return the numbers of those who held on ``date``, or before that, an office that one of ``titles`` means.

    Without a date, they are those who ever held it.
    """
    return frozenset().union(*(_held(authority, title, date) for title in titles))


@remembered(1 << 10)  # a document has the same titles before many names
def _held(authority: Authority, title: Title, date: str | None) -> Set[int]:
    held: set[int] = set()
    is_past = title[0] in PAST if title else False
    for post in _posts(authority, title[is_past:]):
        if not date:
            held.update(number for number, _, _ in authority.holders(post))
            continue
        held.update(_held_before(authority, post, date) if is_past else holders(authority, (post,), date))
    return held


def _held_before(authority: Authority, post: str, date: str) -> Iterator[int]:
    """Yield those whose term in ``post`` had ended not long before ``date``: ``former Secretary Roe``."""
    year = int(date[:4])
    return (number for number, _, end in authority.holders(post) if end and 0 <= year - int(end[:4]) <= _REMEMBERED)


def _posts(authority: Authority, title: Title) -> Iterator[str]:
    """Yield the posts of which ``title`` is the name, or the name without what follows ``of``."""
    if title and title[0] in _AT_HOME:
        office = " ".join(title)
        yield from (post for post in authority.posts(office) if post == office or post.startswith(f"{office} of "))


@remembered(1 << 6)  # every name of a document asks for those of its day
def foremost_on(authority: Authority, date: str | None) -> Set[int]:
    """Return the numbers of the President and the Secretary of State of ``date``; of either if it was one alone."""
    found = [holders(authority, (post,), date) for post in (PRESIDENT, SECRETARY)] if date else []
    return frozenset(numbers[0] for numbers in found if len(numbers) == 1)


def _is_about(known: Known, year: int, around: int = _ABOUT) -> bool:
    """Tell whether the authority knows the person in ``year`` or ``around`` it."""
    return any(first - around <= year <= last + around for first, last in known.spans)


class TitleReader:
    """Reads the titles of a document of ``date``, mention by mention."""

    def __init__(self, authority: Authority, date: str | None) -> None:
        self.authority, self.date = authority, date

    def holder(self, title: Title, name: str) -> Person | None:
        """Return the one called by the surname ``name`` who held the office of ``title`` on the day."""
        held = held_by(self.authority, (title,), self.date)
        called = words(name.removesuffix("’s").removesuffix("'s")) if held else ()
        forms = self.authority.forms(called[0]) if called else ()
        numbers = {form.person for form in forms if form.called == called} & held
        return self.authority.known(numbers.pop()).person if len(numbers) == 1 else None

    def bearers(self, title: Title, name: str, person: Person, own: Set[str] = frozenset()) -> tuple[Person, ...]:
        """Return those called by the surname ``name`` who bore the rank of ``title`` that ``person`` did not.

        If the title excludes ``person``, it may have been borne long before, as by a prince who never reigned.  Of
        one whom the authority does not know, ``own`` are the titles that the document has with the whole name.
        """
        borne = _BORNE.intersection(title)
        if not borne or _DEAD in title or not borne.isdisjoint(own):
            return ()
        number = self.authority.number_of(person.id)
        if not person.name.of("forename") if number is None else self._bears(number, borne):
            return ()
        is_long = self.excludes(title, person) or not _HEIRS.isdisjoint(borne)
        around = _REMEMBERED if is_long else _ABOUT
        return self._persons([one for one in self._called(name, around) if self._bears(one, borne)])

    def titled(self, title: Title, persons: Sequence[Person]) -> tuple[Person, ...]:
        """Return which of several ``persons`` bore the rank of ``title``."""
        borne = _BORNE.intersection(title)
        if len(persons) == 1 or not borne:
            return ()
        numbers = {person.id: self.authority.number_of(person.id) for person in persons}
        bearers = {who for who, number in numbers.items() if number is not None and self._bears(number, borne)}
        return tuple(person for person in persons if person.id in bearers)

    def living(self, title: Title, persons: Sequence[Person]) -> tuple[Person, ...]:
        """Return which of several ``persons`` had not died before the year of the document, if called by a rank."""
        if len(persons) == 1 or _DEAD in title or _BORNE.isdisjoint(title):
            return ()
        numbers = {person.id: self.authority.number_of(person.id) for person in persons}
        dead = {who for who, number in numbers.items() if number is not None and self._has_died(number)}
        return tuple(person for person in persons if person.id not in dead) if dead else ()

    def _has_died(self, number: int) -> bool:
        died = self.authority.known(number).died
        return bool(died and self.date) and died < int((self.date or "")[:4])

    def husband(self, name: str, person: Person) -> Person | None:
        """Return the only other one called by the surname ``name``, if sources know ``person`` as a wife alone."""
        if not _WIFE.match(person.description):
            return None
        others = [one for one in self._called(name) if not is_called_as_a_woman(self.authority.known(one))]
        return self._only(others)

    def is_of_land(self, person: Person, land: str) -> bool:
        """Tell whether ``person``, if the authority has them, has to do with ``land``."""
        number = self.authority.number_of(person.id)
        return number is None or next(iter(telling(land)), "") in self.authority.known(number).told

    def of_land(self, title: Title, name: str, land: str) -> tuple[Person, ...]:
        """Return those called by the surname ``name`` who have to do with ``land``; of several, those of ``title``."""
        stem = next(iter(telling(land)), "")
        others = self._called(name, _REMEMBERED, is_alive=False)
        known = [one for one in others if stem in self.authority.known(one).told]
        return self._persons([one for one in known if self._bears(one, set(title))] if len(known) > 1 else known)

    def namesakes(self, title: Title, name: str, person: Person) -> tuple[Person, ...]:
        """Return those called by the surname ``name`` besides ``person``, and by ``title`` if that is a rank."""
        called = set(words(person.name.text))
        others = [one for one in self._called(name) if set(words(self.authority.known(one).person.name.text)) != called]
        borne = _BORNE.intersection(title)
        return self._persons([one for one in others if not borne or self._bears(one, borne)])

    def initialled(self, name: str, person: Person) -> Person | None:
        """Return the only one who is listed by the initials that ``name`` has: ``M.J. Roe`` is not Mortimer Roe."""
        *given, surname = words(name)
        number = self.authority.number_of(person.id)
        if len(given) < _FEWEST_INITIALS or max(map(len, given)) > 1 or number is None:
            return None
        bearers = {form.person for form in self.authority.forms(surname) if form.given == tuple(given)}
        own = [form.given for form in self.authority.forms(surname) if form.person == number]
        if any([word[0] for word in forenames[: len(given)]] == given for forenames in own):
            return None
        return self._only([one for one in self._called(surname, _REMEMBERED) if one in bearers])

    def of_generation(self, name: str, person: Person) -> Person | None:
        """Return the only one of the generation and forename in ``name`` (``Ann Roe, Jr.``) if ``person`` is not."""
        said, number = words(name), self.authority.number_of(person.id)
        if len(said) < _WITH_GENERATION or said[-1] not in SUFFIXES or number is None:
            return None
        *given, surname, generation = said
        if generation_of(person) == generation:
            return None
        bearers = {form.person for form in self.authority.forms(surname) if given[0] in form.given}
        known = [one for one in self._called(surname) if one in bearers]
        return self._only([one for one in known if generation_of(self.authority.known(one).person) == generation])

    def _called(self, name: str, around: int = _ABOUT, is_alive: bool = True) -> list[int]:
        """Return the numbers of those called by the surname ``name`` who are known at the time of the document.

        If ``is_alive``, none of them had died before.
        """
        called = words(name.removesuffix("’s").removesuffix("'s"))
        if not called or not self.date:
            return []
        year = int(self.date[:4])
        numbers = dict.fromkeys(form.person for form in self.authority.forms(called[0]) if form.called == called)
        found = [number for number in numbers if _is_about(self.authority.known(number), year, around)]
        return [number for number in found if not (is_alive and self._has_died(number))]

    def _persons(self, numbers: Sequence[int]) -> tuple[Person, ...]:
        return tuple(self.authority.known(number).person for number in numbers)

    def _only(self, numbers: Sequence[int]) -> Person | None:
        return self.authority.known(numbers[0]).person if len(numbers) == 1 else None

    def _bears(self, number: int, borne: Set[str]) -> bool:
        """Tell whether the authority tells a title of ``borne`` of the person of ``number``, or has it with a name.

        A prince is no king.
        """
        known = self.authority.known(number)
        if not _HEIRS.isdisjoint(borne) and is_monarch(known):
            return False
        return not ranks_of(known).isdisjoint(borne) or any(
            not borne.isdisjoint(words(name.text)) for name in known.person.names
        )

    def doubts(self, title: Title, person: Person) -> bool:
        """Tell whether ``person`` is hardly called by ``title``: ``Prince Roe`` is no king."""
        number = self.authority.number_of(person.id)
        return number is not None and not _HEIRS.isdisjoint(title) and is_monarch(self.authority.known(number))

    def heirs(self, name: str) -> tuple[Person, ...]:
        """Return those called ``Prince`` and by the surname ``name`` who are known around the time of the document.

        If there is none who never reigned, these are those who reigned later.
        """
        called = self._called(name, _REMEMBERED)
        later = [number for number in called if not _HEIRS.isdisjoint(self.authority.known(number).told)]
        return self._persons([number for number in called if self._bears(number, _HEIRS)] or later)

    def excludes(self, title: Title, person: Person) -> bool:
        """Tell whether ``person`` cannot have been called by ``title`` on the day."""
        number = self.authority.number_of(person.id)
        return bool(title) and number is not None and contradicts(self.authority, number, title, self.date)
