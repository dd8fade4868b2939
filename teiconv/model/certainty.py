"""The scale of certainty: what ``@cert`` promises, and which degree a statement has by what it rests on.

============  ====================================================  =====================
degree        rests on                                              right, of a hundred
============  ====================================================  =====================
``high``      what the document says outright; also without @cert   99
``medium``    one cue, or the place where something stands          85
``low``       cues that disagree, or several that are possible      —
============  ====================================================  =====================

How often each degree is right is measured by ``tools/certainty.py``, and told in ``docs/accuracy.md``.
"""

from __future__ import annotations

from enum import StrEnum


class Certainty(StrEnum):
    """TEI's degrees of certainty, the highest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


PROMISED: dict[Certainty, float] = {Certainty.HIGH: 0.99, Certainty.MEDIUM: 0.85, Certainty.LOW: 0.0}
"""How often statements of a degree are right, at least."""

_DEGREES = tuple(Certainty)


def degree(probability: float) -> Certainty:
    """Return the degree of a statement that is right that often.

    >>> [str(degree(probability)) for probability in (0.995, 0.9, 0.5)]
    ['high', 'medium', 'low']
    """
    return next(one for one in _DEGREES if probability >= PROMISED[one])


def weakest(*said: str | None) -> Certainty:
    """Return the degree of what rests on all of ``said``; nothing said is ``high``, and ``unknown`` low."""
    return max((_degree_said(one) for one in said if one), key=_DEGREES.index, default=Certainty.HIGH)


def _degree_said(word: str) -> Certainty:
    return next((one for one in _DEGREES if one == word), Certainty.LOW)


def attribute(one: str | None) -> str | None:
    """Return ``@cert`` for a degree: ``high`` is not said of what is one of many."""
    return None if one == Certainty.HIGH else one
