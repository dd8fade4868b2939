"""Who is in a document that comes without any list: the likely names, joined into persons.

Every stretch that may be a name is sighted (:mod:`.sightings`); the signs of all the sightings of a surname together
say whether it is one (:mod:`.likelihood`); what remains is joined into persons.  The other mentions of them, bare
surnames above all, are then found as with any other list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from teiconv.annotate.people.likelihood import is_name
from teiconv.annotate.people.names import fold, is_short_for
from teiconv.annotate.people.page import Page
from teiconv.annotate.people.person import NamePart, Person, PersonName, identified
from teiconv.annotate.people.sightings import Sighting, sightings
from teiconv.annotate.people.vocabulary import FORENAMES


def discover(pages: Iterable[Page]) -> tuple[Person, ...]:
    """Return the persons that ``pages`` very likely name, in the order in which they appear."""
    by_surname, common = candidates(pages)
    likely = [
        found for called, group in by_surname.items() if is_name(called, group, called[-1] in common) for found in group
    ]
    return identified(joined(likely))


def candidates(pages: Iterable[Page]) -> tuple[dict[tuple[str, ...], list[Sighting]], frozenset[str]]:
    """Return the sightings on ``pages`` by surname, and the words that they have in small letters."""
    by_surname: dict[tuple[str, ...], list[Sighting]] = {}
    written: set[str] = set()
    for page in pages:
        written.update(page.written)
        for found in sightings(page):
            by_surname.setdefault(found.called, []).append(found)
    return by_surname, frozenset(fold(word) for word in written if word[0].islower())


def joined(found: Sequence[Sighting]) -> Iterator[Person]:
    """Yield one person for each group of sightings that can be of the same one."""
    groups: list[list[Sighting]] = []
    for sighting in sorted(found, key=lambda sighting: not sighting.given):
        group = next((group for group in groups if _same(sighting, group[0])), None)
        if group is None:
            groups.append([sighting])
        else:
            group.append(sighting)
    first = {id(group): min(map(found.index, group)) for group in groups}
    for group in sorted(groups, key=lambda group: first[id(group)]):
        best = max(group, key=lambda sighting: (len(sighting.given), sum(map(len, sighting.given))))
        by_first = best.surname.start > 0 and any(sighting.called == best.given[:1] for sighting in group)
        yield _person(best._replace(surname=slice(0, 1)) if by_first else best)


def _same(sighting: Sighting, other: Sighting) -> bool:
    if sighting.called != other.called:
        return not sighting.given and sighting.called == other.given[:1] and other.given[0] not in FORENAMES
    if not sighting.given or not other.given:
        return True
    return any(is_short_for(one, two) for one in sighting.given[:2] for two in other.given[:2])


def _person(found: Sighting) -> Person:
    surname = found.words[found.surname]
    given = found.words[: found.surname.start] + found.words[found.surname.stop :]
    parts = [NamePart("surname", " ".join(map(_cased, surname)))]
    if given:
        eastern = found.surname.start == 0
        forename = _eastern(found) if eastern else " ".join(map(_pointed, given))
        parts += [NamePart("", " " if eastern else ", "), NamePart("forename", forename)]
    return Person("", (PersonName(tuple(parts)),), listed=False)


def _eastern(found: Sighting) -> str:
    """Return the forenames of a name that has them behind: ``En-lai``, ``Kittikachorn``."""
    parts = [f"{' ' if word[0].isupper() else '-'}{word}" for word in found.words[1:]]
    return "".join(parts).lstrip(" -")


def _cased(word: str) -> str:
    return word.capitalize() if len(word) > 2 and word.isupper() else word


def _pointed(word: str) -> str:
    return f"{word}." if len(word) == 1 else _cased(word)
