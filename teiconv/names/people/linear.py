"""Linear models: what the features of something say together, by the weight of each that was learned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat


def log_odds(learned: Mapping[str, float], features: Iterable[str]) -> float:
    """Return the sum of the weights of ``features``; one that was not learned has none."""
    return sum(map(learned.get, features, repeat(0.0)))
