"""How well a person of the authority agrees with somebody whom a document names: features, and their weights.

The weights were learned from edited volumes, each judged by an authority without what that volume's own list says
(``tools/train_authority.py``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path

from teiconv.authority.compiled import Known
from teiconv.authority.scene import Named, Scene
from teiconv.names.people.index import Form
from teiconv.names.people.names import is_short_for

_STEPS = (0, 1, 3, 8, 20)
_YOUNG = 16
"""At what age people begin to be named in documents."""


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature."""
    loaded: dict[str, float] = json.loads(Path(__file__).with_name("weights.json").read_text(encoding="utf-8"))
    return loaded


def said_with(named: Named, form: Form) -> tuple[str, ...] | None:
    """Return the forenames that a document gives with the words of ``form``, or None if it names nobody so.

    The words of a name are read in both orders, for nothing tells whether ``Chou En-lai`` begins with the surname.
    """
    for words in dict.fromkeys((named.given + named.called, named.called + named.given)):
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
    places = range(len(words) - len(called) + 1)
    return next((start for start in places if words[start : start + len(called)] == called), None)


def may_be(said: Sequence[str], form: Form, known: Known, scene: Scene) -> bool:
    """Tell whether nothing excludes that the person of ``form`` is meant: not the forenames ``said``, not the time."""
    if known.born and scene.year and scene.year < known.born + _YOUNG:
        return False
    if said and not form.given and not form.title:
        return False  # a whole name, and more before it
    return kind_of_given(said, form.given) != "other"


def kind_of_given(said: Sequence[str], own: Sequence[str]) -> str:
    """Return how the forenames that a document gives agree with those of an entry."""
    if not said or not own:
        return "none" if not said else "unlisted"
    first, mine = said[0], own[0]
    if len(first) > 1 and first == mine:
        return _middle("full", said, own)
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
        return "second"
    return "other"


def features(named: Named, said: Sequence[str], form: Form, known: Known, scene: Scene) -> Iterator[str]:
    """Yield what speaks for or against ``named`` being ``known``, but for who else is there."""
    whole = len(form.called) > 1 and not form.given
    yield f"given:{'whole' if whole else kind_of_given(said, form.given)}"
    if form.title:
        yield f"title:{form.title if form.title in ('sir', '*') else 'own'}"
    date = _date(known, scene.year)
    yield f"date:{date}"
    yield f"date:{date}:{'given' if said or whole else 'bare'}"
    yield f"volumes:{_size(len(known.volumes))}"
    if scene.year and known.died and scene.year > known.died:
        yield "dead"
    yield from _context(named, known)
    yield f"topic:{_topic(known, scene)}"


def _size(count: int) -> str:
    sizes = ((3, str(count)), (6, "3-5"), (12, "6-11"), (30, "12-29"))
    return next((name for limit, name in sizes if count < limit), "30+")


def _date(known: Known, year: int | None) -> str:
    """Return how many years lie between the document and the nearest time at which the person is attested."""
    if not known.spans or not year:
        return "unknown" if year else "undated"
    distance = min(max(first - year, year - last, 0) for first, last in known.spans)
    return str(next((step for step in _STEPS if distance <= step), "far"))


def _context(named: Named, known: Known) -> Iterator[str]:
    told = known.words
    if named.titles:
        yield "titles:agree" if any(title in told for title in named.titles) else "titles:else"
    before = sum(told[word] for word in named.before if word in told)
    yield f"before:{_amount(before)}"
    if named.after:
        yield f"after:{_amount(sum(told[word] for word in named.after if word in told))}"


def _amount(value: float) -> str:
    return next((str(step) for step in (0, 2, 5, 9, 15, 25) if value <= step), "more")


def _topic(known: Known, scene: Scene) -> str:
    """Return which part of what the authority tells of the person is spoken of in the document, in tenths."""
    if not known.words:
        return "none"
    share = sum(weight for word, weight in known.words.items() if word in scene.words) / sum(known.words.values())
    return str(min(9, int(share * 10)))


def company(known: Known, cast: Mapping[int, float]) -> str:
    """Return the feature of who else is there; ``cast`` weighs each volume by those of its list who are certain."""
    if not cast:
        return "company:alone"
    total = max(cast.values())
    shares = sorted((cast.get(volume, 0.0) / total for volume in known.volumes), reverse=True)[:3]
    return f"company:{min(9, int(sum(shares) / 3 * 10))}" if shares else "company:none"


def probabilities(odds: Sequence[float]) -> list[float]:
    """Return how likely each candidate is, given that it may be none of them (odds of 0)."""
    highest = max(0.0, *odds) if odds else 0.0
    each = [exp(value - highest) for value in odds]
    total = sum(each) + exp(-highest)
    return [value / total for value in each]
