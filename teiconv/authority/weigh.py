"""How well a person of the authority agrees with somebody whom a document names: features, and their weights.

The weights were learned from edited volumes, each judged by an authority without what that volume's own list says
(``tools/train_authority.py``).
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import repeat
from math import exp, fsum
from pathlib import Path

from teiconv.authority.compiled import Known
from teiconv.authority.scene import Named, Scene
from teiconv.names.people.forenames import contradict
from teiconv.names.people.index import NameForm
from teiconv.names.people.names import is_short_for
from teiconv.remember import remembered

_STEPS = (0, 1, 3, 8, 20)
_NAMES_OF_STEPS = (*map(str, _STEPS), "far")
_SIZES = (1, 2, 3, 6, 12, 30)
_NAMES_OF_SIZES = ("0", "1", "2", "3-5", "6-11", "12-29", "30+")
WHOLE, BARE, BY_INITIAL = "given:whole", "given:none", "given:initial"
"""The features of a whole name that has no forenames, of one that a document gives without them, and of one whose
forename an initial stands for here or there."""
ELSE = "titles:else"
"""The feature of one of whom no title before the name is known."""

_YOUNG = 16
"""At what age people begin to be named in documents."""

HELD, FOREMOST, UNDATED = "office:held", "office:foremost", "date:none"
"""The features of who held the office of the title on the day, of the President and the Secretary of State of the day
given by surname only (``Carter met with Demirel``), and of one given so of whom no source says when they lived."""
OF_LAND = "land:own"
"""The feature of one who has to do with the country or town of which the clause speaks: ``In Lima Roe``."""

_RULED = {HELD: 6.0, FOREMOST: 2.0, UNDATED: -2.5, OF_LAND: 0.5}
"""The weights that are not learned: an office on the day decides; who leads the affairs needs no more than a surname;
somebody of no known time is hardly of this; of two namesakes it is rather that of the country."""


@remembered(1)
def weights() -> Mapping[str, float]:
    """Return the weight of each feature."""
    loaded: dict[str, float] = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    return loaded | _RULED


def orders_of(called: tuple[str, ...], given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name in both orders."""
    return (given + called, called + given) if given else (called,)


def said_with(orders: Sequence[tuple[str, ...]], form: NameForm) -> tuple[str, ...] | None:
    """Return the forenames that a document gives with the words of ``form``, or None if it names nobody so.

    The words of a name are read in all ``orders``, for nothing tells whether ``Chou En-lai`` begins with the surname.
    """
    if form.title and len(orders) > 1:
        return None  # only those who are called by nothing else
    for words in orders:
        start = _place(form.called, words)
        if start is None:
            continue
        before, after = words[:start], words[start + len(form.called) :]
        if form.given_follows and not before:
            return after
        if not form.given_follows and not after:
            return before
    return None


def _place(called: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    length = len(called)
    if length == 1:
        return words.index(called[0]) if called[0] in words else None
    for start in range(len(words) - length + 1):
        if words[start : start + length] == called:
            return start
    return None


def is_of_age(known: Known, year: int | None) -> bool:
    """Tell whether the year of a document does not exclude that ``known`` is meant."""
    return not (known.born and year) or year >= known.born + _YOUNG


def agreement(said: Sequence[str], form: NameForm) -> tuple[str, ...] | None:
    """Return the features of a name with the forenames ``said`` beside ``form``, or None if they exclude its person."""
    if said and not form.given and not form.title:
        return None  # a whole name, and more before it
    kind = kind_of_given(said, form.given)
    if kind == "other" or (form.given_follows and said and not _is_eastern_for(said, form.given)):
        return None
    given = WHOLE if len(form.called) > 1 and not form.given else f"given:{kind}"
    return (given, f"title:{form.title if form.title in ('sir', '*') else 'own'}") if form.title else (given,)


def _is_eastern_for(said: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether forenames behind the surname are the same: no syllable is short for another.

    ``Chang Chih-chung`` is not Chang Chien.
    """
    return all(one == other or 1 in (len(one), len(other)) for one, other in zip(said, own, strict=False))


def kind_of_given(said: Sequence[str], own: Sequence[str]) -> str:
    """Return how the forenames that a document gives agree with those of an entry."""
    if not said or not own:
        return "none" if not said else "unlisted"
    first, mine = said[0], own[0]
    if len(first) > 1 and first == mine:
        return _middle("full", said, own)
    if len(mine) == 1 and len(said) == 1 < len(first) and any(len(word) > 1 for word in own[1:]):
        return _by_second(said, own)  # ``J. Edgar Roe`` is no Joe
    if len(first) == 1 or len(mine) == 1:
        return _middle("initial", said, own) if first[0] == mine[0] else _by_second(said, own)
    if is_short_for(first, mine):
        return _middle("short", said, own)
    return _by_second(said, own)


def _middle(kind: str, said: Sequence[str], own: Sequence[str]) -> str:
    if len(said) > 1 and len(own) > 1:
        return f"{kind}+" if said[1][0] == own[1][0] else "other"
    return kind


def _by_second(said: Sequence[str], own: Sequence[str]) -> str:
    """Tell whether somebody is called by a forename that is not the first: ``Foy Kohler``, ``L. Douglas Heck``."""
    later = [word for word in own[1:] if len(word) > 1]
    if any(len(word) > 1 and is_short_for(word, mine) for word in said for mine in (own[0], *later) if len(mine) > 1):
        return "other" if contradict(said, own) else "second"
    return "other"


def of_name(agreed: tuple[str, ...], known: Known, year: int | None) -> tuple[str, ...]:
    """Return what a name that has ``agreed`` says for ``known`` in any document of ``year``."""
    return *agreed, *_time(known, year, "bare" if agreed[0] == BARE else "given")


def of_scene(named: Named, known: Known, scene: Scene) -> tuple[str, ...]:
    """Return what the document says for ``named`` being ``known``, but for who else is there."""
    topic = (f"topic:{_topic(known, scene)}",) if known.total else ()
    return *_context(named, known), *topic


def _size(count: int) -> str:
    return _NAMES_OF_SIZES[bisect_right(_SIZES, count)]


def _time(known: Known, year: int | None, kind: str) -> list[str]:
    """Return how the document's year agrees with the times of the person; an unknown date has no weight.

    ``now`` counts the volumes of those years that list the person: who is meant by a mere ``Johnson``.
    """
    shown = [f"volumes:{_size(len(known.volumes))}"] if known.volumes else []
    if not year:
        return shown
    if known.spans:
        date = _distance(known.spans, year)
        shown += f"date:{date}", f"date:{date}:{kind}"
    if known.volumes:
        shown.append(f"now:{_size(_covering(known.years, year))}:{kind}")
    if kind == "bare" and not (known.spans or known.volumes or known.born or known.died):
        shown.append(UNDATED)
    if known.born and known.died and year > known.died:  # of whom a remark tells it they are remembered: Stalin
        shown.append("dead")
    return shown


@remembered(1 << 12)  # the documents of a volume are of the same years, and name the same people
def _distance(spans: tuple[tuple[int, int], ...], year: int) -> str:
    """Return how many years ``year`` is from the nearest of ``spans``, as a step."""
    return _NAMES_OF_STEPS[bisect_left(_STEPS, min([max(first - year, year - last, 0) for first, last in spans]))]


@remembered(1 << 12)
def _covering(spans: tuple[tuple[int, int], ...], year: int) -> int:
    """Return how many of ``spans`` have ``year``."""
    return sum([first <= year <= last for first, last in spans])


def _context(named: Named, known: Known) -> list[str]:
    shown = [f"before:{_amount(_shared(named.before, known))}"]
    if named.titles:
        shown.insert(0, ELSE if known.told.isdisjoint(named.titles) else "titles:agree")
    if named.after:
        shown.append(f"after:{_amount(_shared(named.after, known))}")
    return shown


def _shared(words: Set[str], known: Known) -> float:
    """Return the weight of those ``words`` that the authority also uses of the person."""
    return weight_of(known.told & words, known) if words else 0.0


def weight_of(words: Iterable[str], known: Known) -> float:
    """Return what ``words`` of the authority tell of the person, exactly: each process orders sets as it likes."""
    return fsum(map(known.words.__getitem__, words))


_AMOUNTS = (0, 2, 5, 9, 15, 25)
_NAMES_OF_AMOUNTS = (*map(str, _AMOUNTS), "more")


def _amount(value: float) -> str:
    return _NAMES_OF_AMOUNTS[bisect_left(_AMOUNTS, value)]


def _topic(known: Known, scene: Scene) -> int:
    """Return which part of what the authority tells of the person is spoken of in the document, in tenths."""
    return min(9, int(_shared(scene.words, known) / known.total * 10))


def company(known: Known, cast: Mapping[int, float]) -> tuple[str, ...]:
    """Return the features of who else is there; ``cast`` weighs each volume by those of its list who are certain."""
    if not cast or not known.volumes:
        return ()
    shares = sorted(map(cast.get, known.volumes, repeat(0.0)), reverse=True)[:3]
    return f"company:{min(9, int(sum(shares) / 3 * 10))}", f"nearest:{min(9, int(shares[0] * 10))}:{_size(len(cast))}"


def probabilities(odds: Sequence[float]) -> list[float]:
    """Return how likely each candidate is, given that it may be none of them (odds of 0)."""
    highest = max(0.0, *odds) if odds else 0.0
    each = [exp(value - highest) for value in odds]
    total = sum(each) + exp(-highest)
    return [value / total for value in each]
