"""The forenames and initials beside a surname, compared with those of an entry."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.names.people.index import NameForm
from teiconv.names.people.names import is_short_for
from teiconv.names.people.vocabulary import GIVEN_NAMES


def is_given(given: Sequence[str], form: NameForm) -> bool:
    """Tell whether ``given`` are forenames of ``form``, or as many of its initials: ``M.J.`` is not Morarji."""
    given = [word for word in given if word not in form.links]
    full = [word for word in given if len(word) > 1]
    if full:
        return all(word in form.given for word in full)
    return [word[:1] for word in form.given[: len(given)]] == given


def contradict(given: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether the first of two series of forenames are others, whatever follows: Luis Somoza, Anastasio Somoza."""
    first, mine = given[0], own[0]
    if first not in GIVEN_NAMES or len(mine) == 1 or any(is_short_for(first, word) for word in own):
        return False
    return not any(is_short_for(word, mine) for word in given)


def fits(given: Sequence[str], form: NameForm) -> bool:
    """Tell whether the forenames and initials ``given`` may be those of ``form``; ``K.C.`` may be George K.C."""
    if not form.given or not given:
        return False
    full = [word for word in given if len(word) > 1]
    if any(is_short_for(word, own) for word in full for own in form.given if len(own) > 1):
        return not contradict(given, form.given)
    initials = [word[0] for word in given]
    own = [word[0] for word in form.given]
    if full:
        return all(len(word) == 1 for word in form.given) and initials[0] == own[0]
    if len(initials) == 1 or len(own) == 1:
        return initials[0] == own[0]
    return initials[:2] == own[:2] or initials == own[-len(initials) :]
