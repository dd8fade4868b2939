"""Who cannot have been called by a title: a diplomat ``General``, a Susan ``Mr.``, a President ``Governor``."""

from __future__ import annotations

from collections.abc import Set

from teiconv.authority.compiled import Authority, Known
from teiconv.authority.offices import holders
from teiconv.grammar.offices import Use, offices
from teiconv.names.people.names import words
from teiconv.names.people.vocabulary import WOMEN, WOMENS_FORENAMES, WOMENS_TITLES
from teiconv.remember import remembered

PRESIDENT, SECRETARY = "president of the united states", "secretary of state"
VICE_PRESIDENT = "vice president of the united states"

_NO_PRESIDENT = offices(Use.NO_PRESIDENT)
MILITARY = offices(Use.MILITARY) - {"commander"}
_SERVICE = MILITARY | frozenset("army commanding marines military navy troops usa usaf usmc usn".split())
"""What the authority says of officers of the services; a diplomat may have been adviser to a commander."""

_GENERALS_OF_OFFICE = frozenset({"attorney", "consul", "consulate", "counsel"})
"""Beside one of these words ``General`` is no rank: ``Consul General``."""

_MEN = frozenset({"mr", "messrs", "sir", "lord"})
_OF_WOMEN = WOMENS_TITLES | {"daughter", "widow", "wife"}
"""What the authority says of women."""

_REIGNS = frozenset({"emperor", "king", "queen"})
"""What the authority says of those who were called ``Prince`` before they reigned, and then no more."""

Title = tuple[str, ...]
"""The folded words of the titles that stand before one mention."""


def contradicts(authority: Authority, number: int, title: Title, date: str | None) -> bool:
    """Tell whether the person of ``number`` cannot have been called by ``title`` on ``date``."""
    if _is_never_called(authority, number, title):
        return True
    if not date or _NO_PRESIDENT.isdisjoint(title):
        return False
    return (number,) in (holders(authority, (post,), date) for post in (PRESIDENT, VICE_PRESIDENT))


@remembered(1 << 11)  # the people of a volume have the same titles in document after document
def _is_never_called(authority: Authority, number: int, title: Title) -> bool:
    """Tell whether the person of ``number`` can have been called by ``title`` on no day."""
    known = authority.known(number)
    return _is_of_another_sex(known, title) or (not MILITARY.isdisjoint(title[-1:]) and is_civilian(known))


def _is_of_another_sex(known: Known, title: Title) -> bool:
    """Tell whether ``Mr.`` stands before a name that is a woman's, or ``Mrs.`` before one that is none."""
    forenames = words(known.person.name.of("forename"))
    if not WOMENS_TITLES.isdisjoint(title):
        return WOMENS_FORENAMES.isdisjoint(forenames) and not is_called_as_a_woman(known)
    return not WOMEN.isdisjoint(forenames[:1]) and not _MEN.isdisjoint(title)


def is_called_as_a_woman(known: Known) -> bool:
    """Tell whether the authority gives a title of a woman with a name, or says of somebody what only women are."""
    named = {word for name in known.person.names for word in words(name.text)}
    return not WOMENS_TITLES.isdisjoint(named) or not _OF_WOMEN.isdisjoint(known.told)


def is_civilian(known: Known) -> bool:
    """Tell whether the authority knows a diplomat by career or appointment, and of no service in arms."""
    by_career = "appointee" in known.told or {"foreign", "service", "officer"} <= known.told
    return by_career and ranks_of(known).isdisjoint(_SERVICE)


def ranks_of(known: Known) -> Set[str]:
    """Return what the authority says of the person, without what is no rank there."""
    return known.told if _GENERALS_OF_OFFICE.isdisjoint(known.told) else known.told - {"general"}


def is_monarch(known: Known) -> bool:
    """Tell whether the authority has somebody who reigned: by a title with a name, or by what it says first."""
    named = {word for name in known.person.names for word in words(name.text)}
    return not _REIGNS.isdisjoint(named) or not _REIGNS.isdisjoint(words(known.person.description)[:2])
