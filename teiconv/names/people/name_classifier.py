"""How likely a word is a surname in a document, from the features around all its occurrences: a linear model.

The weights were learned from edited volumes (``tools/train_names.py``).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

from teiconv.names.people.apart import are_apart
from teiconv.names.people.beginnings import OF_LEADERS
from teiconv.names.people.candidates import NameCandidate
from teiconv.names.people.generations import CROWNED
from teiconv.remember import remembered

POSSIBLE = -4.0
"""The log-odds from which on a word may be a name; whether it is one, its mentions decide (:mod:`.belief`)."""

CERTAIN = "certain"
"""The feature of what is a name beyond doubt."""

STRONG = frozenset(
    (
        *("t:courtesy", "t:civil", "t:military", "t:sovereign", "t:of"),
        *("forename", "initial", "head(", "attending", "office, <"),
    )
)
"""FeatureReader by each of which alone a reader takes a word for a name."""


@remembered(1)
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature."""
    loaded: dict[str, float] = json.loads(Path(__file__).with_name("names.json").read_text(encoding="utf-8"))
    return loaded


def beyond_doubt(found: Iterable[NameCandidate]) -> bool:
    """Tell whether one of the candidates of a word is a name whatever the rest say.

    A surname after ``President`` is, unless the document also has it with forenames: these say more.
    """
    found = tuple(found)
    if any(map(_beyond_doubt, found)):
        return True
    leader = next(filter(_leads, found), None)
    return leader is not None and all(are_apart(leader, other) for other in found if other.given)


def _beyond_doubt(candidate: NameCandidate) -> bool:
    """Tell whether a name stands after ``Mr.``; or a whole one after a title, by an office, with an initial.

    That of a ruler with a numeral is whole: Pope Paul VI.
    """
    if "t:courtesy" in candidate.features or (candidate.generation and not CROWNED.isdisjoint(candidate.titles)):
        return True
    if not candidate.given or "upper" in candidate.features:
        return False
    in_apposition = "office, <" in candidate.features and ">," in candidate.features
    with_initial = "forename" in candidate.features and any(len(word) == 1 for word in candidate.given)
    return in_apposition or with_initial or any(sign[:2] == "t:" and sign != "t:of" for sign in candidate.features)


def _leads(candidate: NameCandidate) -> bool:
    """Tell whether a surname stands after ``President`` or ``Ambassador``, in a text that is not in capitals."""
    return not OF_LEADERS.isdisjoint(candidate.titles[-1:]) and "loud" not in candidate.features and not candidate.given


def features(called: tuple[str, ...], found: Sequence[NameCandidate], common: bool = False) -> tuple[str, ...]:
    """Return the features of a word and its candidates; ``common`` if the document has it in small letters, too."""
    count = len(found)
    size = f"{count}" if count < 4 else "4-9" if count < 10 else "10+"
    features = Counter(chain.from_iterable([candidate.features for candidate in found]))
    strong = sum([times for sign, times in features.items() if sign in STRONG])
    shown = ["*", f"n={size}", f"{'strong' if strong > 1 else 'once' if strong else 'bare'}:{size}"]
    shown += f"w:{' '.join(called)}", f"len:{min(len(called[-1]), 9)}"
    if len(called) > 1:
        shown.append("multi")
    if common:
        shown.append("common")
    for sign, times in features.items():
        shown.append(sign)
        if times > 1:
            shown.append(f"{sign}+")
            if times == count:
                shown.append(f"{sign}!")
    return tuple(shown)
