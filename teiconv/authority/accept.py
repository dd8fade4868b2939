"""Whether those whom a document seems to name are people, where an authority may know them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from teiconv.authority.resolve import Candidate
from teiconv.names.people.classifier import PersonOdds
from teiconv.names.people.linear import log_odds
from teiconv.remember import remembered

LIKELY = 0.4
"""From which probability on one person is meant, at least with ``medium``; below, all who may be, with ``low``."""

_PLAINLY = frozenset({"given:full", "given:full+", "given:whole", "titles:agree"})
"""What a document and the authority say alike of nobody by chance: a whole forename, several surnames, a title."""

_HIGHEST = 6.0
"""Beyond this the log-odds of a name say no more."""


@remembered(1)
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature."""
    loaded: dict[str, float] = json.loads(Path(__file__).with_name("accepted.json").read_text(encoding="utf-8"))
    return loaded


def is_accepted(belief: PersonOdds, group: Sequence[Candidate], likely: Mapping[int, float]) -> bool:
    """Tell whether somebody is named: the document alone says ``belief``; ``group`` are whom that may be.

    Whoever is a person without an authority is one with it, be they known or not.
    """
    return belief.score > belief.threshold or is_expected(belief, group, likely) or _is_plainly_known(group, likely)


def _is_plainly_known(group: Sequence[Candidate], likely: Mapping[int, float]) -> bool:
    """Tell whether the likely one of ``group`` has the very forename or title that the document gives with the surname.

    No mere word does: ``Robert Roe``, ``General Roe``.
    """
    best = max(group, key=lambda candidate: likely[candidate.number], default=None)
    return best is not None and likely[best.number] >= LIKELY and not _PLAINLY.isdisjoint(best.features)


def is_expected(belief: PersonOdds, group: Sequence[Candidate], likely: Mapping[int, float]) -> bool:
    """Tell whether somebody is named for all that document and authority say, whose weights were learned together."""
    learned = weights()
    return learned["score"] * score_of(belief) + log_odds(learned, features(belief, group, likely)) > 0


def score_of(belief: PersonOdds) -> float:
    """Return what the document alone says, as far as more of it says more."""
    return max(-_HIGHEST, min(_HIGHEST, belief.score))


def features(belief: PersonOdds, group: Sequence[Candidate], likely: Mapping[int, float]) -> Iterator[str]:
    """Yield what speaks for somebody's being named besides the document's own words."""
    yield "plain" if belief.plain else "*"
    if "split" in belief.about:
        yield "split"
    if not group:
        yield "unknown"
        return
    best = max(group, key=lambda candidate: likely[candidate.number])
    yield f"likely:{int(likely[best.number] * 10)}"
    yield f"any:{int(sum(likely.values()) * 10)}"
    for feature in best.features:
        if feature.startswith(("given:", "date:", "volumes:", "now:", "before:", "title")):
            yield f"best:{feature}"
    yield f"mentions:{min(len(belief.odds), 4)}"
