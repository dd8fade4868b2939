"""Offices that nobody holds together: where one document has ``Senator Roe`` and ``Secretary Roe``, these are two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum, auto

from teiconv.grammar.offices import Use, offices
from teiconv.names.people.mentions import Mention


class _Kind(Enum):
    """A kind of titles; one person has those of one kind, or a rank and a post."""

    CONGRESS = auto()
    POST = auto()
    ARMY = auto()
    NAVY = auto()
    CROWN = auto()


_CONGRESS = frozenset({"congressman", "congresswoman", "sen", "senator"})
_WORDS = {
    _Kind.CONGRESS: _CONGRESS,
    _Kind.POST: offices(Use.OFFICE) - offices(Use.MILITARY) - _CONGRESS,  # a Consul General has no rank
    _Kind.ARMY: frozenset("col colonel gen general genl maj major marshal".split()),
    _Kind.NAVY: frozenset({"adm", "admiral"}),
    _Kind.CROWN: frozenset({"emperor", "king", "queen", "shah"}),
}
_TOGETHER = {_Kind.ARMY, _Kind.POST}, {_Kind.NAVY, _Kind.POST}


class TwoOffices:
    """Knows whom the ``mentions`` of a document call by titles that nobody bears together."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        kinds: defaultdict[int, set[_Kind]] = defaultdict(set)
        told: defaultdict[int, set[_Kind]] = defaultdict(set)
        for mention in mentions:
            if len(mention.persons) == 1 and mention.titles and (kind := _kind_of(mention.titles)):
                (person,) = mention.persons
                kinds[person].add(kind)
                if mention.full:
                    told[person].add(kind)
        self._told = {person: told[person] for person, own in kinds.items() if len(own) > 1 and own not in _TOGETHER}

    def leave_doubt(self, mention: Mention) -> bool:
        """Tell whether ``mention`` may mean the other: it has no forenames, nor the title that stands with them."""
        if mention.full or mention.persons[0] not in self._told:
            return False
        return _kind_of(mention.titles) not in self._told[mention.persons[0]]


def _kind_of(titles: Sequence[str]) -> _Kind | None:
    return next((kind for kind, words in _WORDS.items() if not words.isdisjoint(titles)), None)
