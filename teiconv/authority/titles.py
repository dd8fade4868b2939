"""What the title before a name decides: who held that office on the day, and who cannot have been called so.

``Secretary Dulles`` of March 1957 is the one Dulles who was then a Secretary of a department; ``Governor Bush`` of
May 1990 is not the President of that day, nor ``General Bliss`` a diplomat by career, nor ``Mr. Thornton`` a Susan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from teiconv.authority.compiled import Authority, Known
from teiconv.authority.offices import holders
from teiconv.grammar.offices import Use, offices
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.vocabulary import WOMEN

PRESIDENT = "president of the united states"

_AT_HOME = offices(Use.AT_HOME)
_NO_PRESIDENT = offices(Use.NO_PRESIDENT)
_MILITARY = offices(Use.MILITARY) - {"commander"}
_SERVICE = _MILITARY | frozenset("army commanding marines military navy troops usa usaf usmc usn".split())
"""What the authority says of officers of the services; a diplomat may have been adviser to a commander."""

_MEN, _WIVES = frozenset({"mr", "messrs", "sir", "lord"}), frozenset({"mrs", "miss", "mme", "madame", "ms", "lady"})

Title = tuple[str, ...]
"""The folded words of the titles that stand before one mention."""


def held_by(authority: Authority, titles: Iterable[Title], date: str | None) -> Set[int]:
    """Return the numbers of those who held on ``date`` an office that one of ``titles`` may mean."""
    if not date:
        return frozenset()
    posts = [post for title in titles for post in _posts(authority, title)]
    return frozenset(number for post in posts for number in holders(authority, (post,), date))


def _posts(authority: Authority, title: Title) -> Iterator[str]:
    """Yield the posts of which ``title`` is the name, or the name without what follows ``of``."""
    if title and title[0] in _AT_HOME:
        office = " ".join(title)
        yield from (post for post in authority.posts(office) if post == office or post.startswith(f"{office} of "))


def contradicts(authority: Authority, number: int, title: Title, date: str | None) -> bool:
    """Tell whether the person of ``number`` cannot have been called by ``title`` on ``date``."""
    known = authority.known(number)
    if _is_of_another_sex(known, title) or (not _MILITARY.isdisjoint(title[-1:]) and is_civilian(known)):
        return True
    if not date or _NO_PRESIDENT.isdisjoint(title):
        return False
    return holders(authority, (PRESIDENT,), date) == (number,)


def _is_of_another_sex(known: Known, title: Title) -> bool:
    """Tell whether ``Mr.`` stands before a name that is a woman's."""
    forename = words(known.person.name.of("forename"))[:1]
    return bool(forename) and forename[0] in WOMEN and not _MEN.isdisjoint(title) and _WIVES.isdisjoint(title)


def is_civilian(known: Known) -> bool:
    """Tell whether the authority knows a diplomat by career or appointment, and of no service in arms."""
    by_career = "appointee" in known.told or {"foreign", "service", "officer"} <= known.told
    return by_career and _SERVICE.isdisjoint(known.told)


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

    def excludes(self, title: Title, person: Person) -> bool:
        """Tell whether ``person`` cannot have been called by ``title`` on the day."""
        number = self.authority.number_of(person.id)
        return bool(title) and number is not None and contradicts(self.authority, number, title, self.date)
