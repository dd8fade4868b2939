"""How likely a word is a surname in a document, from the signs around all its occurrences: a linear model.

The weights were learned from edited volumes (``tools/train_names.py``).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from teiconv.names.people.candidates import Sighting

POSSIBLE = -4.0
"""The log-odds from which on a word may be a name; whether it is one, its mentions decide (:mod:`.belief`)."""

CERTAIN = "certain"
"""The feature of what is a name beyond doubt."""

STRONG = (
    *("t:courtesy", "t:civil", "t:military", "t:sovereign", "t:of"),
    *("forename", "initial", "head(", "attending", "office, <"),
)
"""Signs by each of which alone a reader takes a word for a name."""


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature."""
    loaded: dict[str, float] = json.loads(Path(__file__).with_name("names.json").read_text(encoding="utf-8"))
    return loaded


def log_odds(known: Iterable[str]) -> float:
    """Return how likely a word with these features is a surname."""
    learned = weights()
    return sum(learned.get(feature, 0.0) for feature in known)


def beyond_doubt(found: Iterable[Sighting]) -> bool:
    """Tell whether one of the sightings of a word is a name whatever the rest say."""
    return any(map(_beyond_doubt, found))


def _beyond_doubt(sighting: Sighting) -> bool:
    """Tell whether a name stands after ``Mr.``; or a whole one after a title, by an office, with an initial."""
    if "t:courtesy" in sighting.signs:
        return True
    if not sighting.given or "upper" in sighting.signs:
        return False
    in_apposition = "office, <" in sighting.signs and ">," in sighting.signs
    with_initial = "forename" in sighting.signs and any(len(word) == 1 for word in sighting.given)
    return in_apposition or with_initial or any(sign[:2] == "t:" and sign != "t:of" for sign in sighting.signs)


def features(called: tuple[str, ...], found: Sequence[Sighting], common: bool = False) -> Iterator[str]:
    """Yield the features of a word and its sightings; ``common`` if the document has the word in small letters too."""
    count = len(found)
    size = f"{count}" if count < 4 else "4-9" if count < 10 else "10+"
    signs = Counter(sign for sighting in found for sign in sighting.signs)
    strong = sum(signs[sign] for sign in STRONG)
    yield "*"
    yield f"n={size}"
    yield f"{'strong' if strong > 1 else 'once' if strong else 'bare'}:{size}"
    yield f"w:{' '.join(called)}"
    yield f"len:{min(len(called[-1]), 9)}"
    if len(called) > 1:
        yield "multi"
    if common:
        yield "common"
    for sign, times in signs.items():
        yield sign
        if times > 1:
            yield f"{sign}+"
            if times == count:
                yield f"{sign}!"
