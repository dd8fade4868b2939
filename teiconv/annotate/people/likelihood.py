"""How likely a word is a surname in a document, from the signs around all its occurrences: a linear model.

The weights were learned from edited volumes (``tools/train_names.py``).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from teiconv.annotate.people.sightings import Sighting

THRESHOLD = math.log(0.4 / 0.6)
"""The log-odds from which on a word counts as a name."""

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


def is_name(called: tuple[str, ...], found: Sequence[Sighting], common: bool = False) -> bool:
    """Tell whether ``called`` is a surname; ``found`` are all its sightings in a document."""
    if any(_beyond_doubt(sighting) for sighting in found):
        return True
    known = weights()
    return sum(known.get(feature, 0.0) for feature in features(called, found, common)) > THRESHOLD


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
