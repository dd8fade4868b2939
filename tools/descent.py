"""Logistic regression by stochastic gradient descent with steps that shrink for each feature (AdaGrad)."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Example: TypeAlias = "tuple[Sequence[str], bool, float]"
"""Features, answer, and what the example counts."""


class Pace(NamedTuple):
    """How often all examples are gone through, how far, and what is passed over.

    Attributes:
        epochs: how often.
        step: how far a weight moves at first; ``start`` is the sum of squares that it begins with.
        decay: how much of its weight a feature loses.
        negligible: errors below are let pass.
    """

    epochs: int
    step: float
    decay: float
    negligible: float
    start: float


def learn_weights(examples: Sequence[Example], pace: Pace, seed: int) -> dict[str, float]:
    """Return the weight of each feature; equal input gives equal weights."""
    chosen, order = random.Random(seed), list(examples)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: pace.start)
    for _ in range(pace.epochs):
        chosen.shuffle(order)
        for features, answer, count in order:
            odds = max(-30.0, min(30.0, sum(weights[feature] for feature in features)))
            error = (1 / (1 + math.exp(-odds)) - answer) * count
            if abs(error) < pace.negligible:
                continue
            for feature in features:
                step = error + pace.decay * weights[feature]
                squares[feature] += step * step
                weights[feature] -= pace.step * step / math.sqrt(squares[feature])
    return weights
