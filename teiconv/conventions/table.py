"""The table of all conventions.  A new series is a folder beside this file, and one line here."""

from __future__ import annotations

from teiconv.conventions.base import Conventions, Recognition, Sample, recognised, scores
from teiconv.conventions.dafp.series import DAFP
from teiconv.conventions.frus.series import FRUS
from teiconv.conventions.generic.papers import GENERIC
from teiconv.errors import OptionsError

ALL: tuple[Conventions, ...] = (
    FRUS,
    DAFP,
    GENERIC,
)
"""All conventions; of two that fit a text equally well, the first is taken."""


def named(name: str) -> Conventions:
    """Return the conventions of that name.

    Raises:
        OptionsError: there are none.
    """
    for conventions in ALL:
        if conventions.name == name:
            return conventions
    raise OptionsError(f"there are no conventions {name!r}; choose one of {', '.join(known.name for known in ALL)}")


def sample(text: str) -> Sample:
    """Return ``text`` as it is looked at before its conventions are known."""
    return Sample(text)


def recognise(text: Sample) -> Conventions:
    """Return the conventions that fit a text best."""
    return recognised(text, ALL)


def fits(text: Sample) -> list[tuple[Conventions, Recognition]]:
    """Return how well each of the conventions fits a text, the best first."""
    return scores(text, ALL)
