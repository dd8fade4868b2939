"""Entries of all sources → one entry for each person.

Entries that share a key are one person: the database of people names for each of its own the entries of the volumes'
lists and of the register of officers.  An entry that shares none (of a user's own list) is joined by an identifier
(VIAF, Wikidata …), or else by name, and only where name, time and identifiers leave no doubt; two of one name stay two.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from teiconv.authority.entries import Entry, Post, Remark, stem_of, years_of
from teiconv.authority.people_database import posts_of
from teiconv.names.people.names import words
from teiconv.names.people.person import PersonName

_Item = TypeVar("_Item", bound=Hashable)
_NEAR = 25
"""How many years may lie between the volumes of one career."""


def joined(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return one entry for each person, in the order in which the sources first name them."""
    given = list(entries)
    parent = list(range(len(given)))
    owner: dict[str, int] = {}
    for number, entry in enumerate(given):
        for key in entry.keys:
            _unite(parent, owner.setdefault(key, number), number)
    merged = [_merged(group) for group in _groups(given, parent)]
    named = [entry for entry in merged if entry.names]  # a post whose holder no source names is nobody's
    return tuple(_merged(group) for group in _groups(named, _by_name(named)))


def without_volume(entry: Entry, volume: str) -> Entry:
    """Return ``entry`` without what the list of ``volume``, or of another part of it, says: to judge by that volume.

    The person stays, with the name that the sources prefer; remarks of that volume alone go.
    """
    stem = stem_of(volume)
    kept = tuple(other for other in entry.volumes if stem_of(other) != stem)
    if len(kept) == len(entry.volumes):
        return entry
    remarks = (replace(r, volumes=tuple(v for v in r.volumes if stem_of(v) != stem)) for r in entry.remarks)
    own = zip(entry.remarks, remarks, strict=True)
    keys = tuple(key for key in entry.keys if stem_of(key.partition("#")[0]) != stem)
    left = tuple(new for old, new in own if new.volumes or not old.volumes)
    posts = tuple(post for post in entry.posts if post not in _told_by(entry.remarks) or post in _told_by(left))
    return replace(entry, keys=keys, volumes=kept, remarks=left, posts=posts)


def _told_by(remarks: Iterable[Remark]) -> frozenset[Post]:
    return frozenset(post for remark in remarks for post in posts_of(remark))


def _find(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _unite(parent: list[int], one: int, other: int) -> None:
    first, second = sorted((_find(parent, one), _find(parent, other)))
    parent[second] = first


def _groups(entries: Sequence[Entry], parent: list[int]) -> Iterator[list[Entry]]:
    """Yield the entries that are one person; the groups in the order of their first entries."""
    groups: dict[int, list[Entry]] = {}
    for number, entry in enumerate(entries):
        groups.setdefault(_find(parent, number), []).append(entry)
    yield from groups.values()


def _merged(group: Sequence[Entry]) -> Entry:
    """Return the entry of all in ``group``."""
    if len(group) == 1:
        return group[0]
    first = min(group, key=_rank)
    ordered = [first, *(entry for entry in group if entry is not first)]
    return Entry(
        keys=_unique(chain.from_iterable(entry.keys for entry in ordered)),
        names=_unlike(chain.from_iterable(entry.names for entry in ordered)),
        identifiers=_unique(chain.from_iterable(entry.identifiers for entry in ordered)),
        born=next((entry.born for entry in ordered if entry.born), None),
        died=next((entry.died for entry in ordered if entry.died), None),
        remarks=_unique(chain.from_iterable(entry.remarks for entry in ordered)),
        volumes=_unique(chain.from_iterable(entry.volumes for entry in ordered)),
        posts=_unique(chain.from_iterable(entry.posts for entry in ordered)),
    )


def _rank(entry: Entry) -> tuple[bool, bool]:
    """Return which entry of a person comes first: who stands in volumes is called as there; a user's list adds."""
    return _is_of_a_list(entry) and not entry.volumes, not entry.volumes


def _unlike(names: Iterable[PersonName]) -> tuple[PersonName, ...]:
    """Return ``names`` without those that have the words of one before them."""
    kept: dict[frozenset[str], PersonName] = {}
    for name in names:
        kept.setdefault(frozenset(words(name.text)), name)
    return tuple(kept.values())


def _unique(items: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(dict.fromkeys(items))


def _by_name(entries: Sequence[Entry]) -> list[int]:
    """Return which entries are one: one of a user's list is whose identifier it has, or the only one of its name."""
    parent = list(range(len(entries)))
    bearers = _bearers((known, number) for number, entry in enumerate(entries) for known in entry.identifiers)
    called = _bearers((name, number) for number, entry in enumerate(entries) for name in _whole_names(entry))
    for number, entry in enumerate(entries):
        if not _is_of_a_list(entry):
            continue
        name = _sorted_words(entry.names[0])
        known = {other for each in entry.identifiers for other in bearers[each] if other != number}
        named = [other for other in called[name] if other != number and _may_be_one(entry, entries[other])]
        others = known or (named if _tells(name) else ())
        if len(others) == 1:
            _unite(parent, number, next(iter(others)))
    return parent


def _bearers(pairs: Iterable[tuple[_Item, int]]) -> Mapping[_Item, list[int]]:
    found: dict[_Item, list[int]] = {}
    for item, number in pairs:
        found.setdefault(item, []).append(number)
    return found


def _whole_names(entry: Entry) -> Iterable[tuple[str, ...]]:
    return dict.fromkeys(map(_sorted_words, entry.names))


def _sorted_words(name: PersonName) -> tuple[str, ...]:
    return tuple(sorted(words(name.text)))


def _is_of_a_list(entry: Entry) -> bool:
    """Tell whether only lists of persons have ``entry``: a key of theirs is a file and an entry in it."""
    return all("#" in key for key in entry.keys)


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Tell whether two of one name lived at one time, and no authority tells them apart by its identifiers."""
    values: dict[str, set[str]] = {}
    for known in (*one.identifiers, *other.identifiers):
        values.setdefault(known.authority.casefold(), set()).add(known.value)
    return all(len(each) == 1 for each in values.values()) and _contemporary(one, other)


def _tells(name: tuple[str, ...]) -> bool:
    """Tell whether ``name`` says who somebody is: a surname with a forename and another word, or a rare one in full."""
    return sum(len(word) > 1 for word in name) > 1 and len(name) > 2


def _contemporary(one: Entry, other: Entry) -> bool:
    first, second = (sorted(filter(None, map(years_of, entry.volumes))) for entry in (one, other))
    if not first or not second:
        return True
    return first[0][0] - second[-1][1] < _NEAR and second[0][0] - first[-1][1] < _NEAR
