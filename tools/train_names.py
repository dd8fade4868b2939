"""Learn the weights of ``teiconv.names.people.name_classifier`` from edited volumes.

    python tools/train_names.py ../shared/*/official/*.xml            # write the weights
    python tools/train_names.py --held-out ../shared/*/official/*.xml # how well they do on volumes not seen

They say what may be a name; ``tools/train_mentions.py`` then learns which of that is one.

An example is a surname of a document with all its candidates; it is right if the editors tagged it there.  What they
left untagged is no proof of the contrary, for they tag only whom they list: such an example counts little where it
looks like a name, and not at all where another volume tags the same word.  A volume that tags nobody is left out,
and so are those that are held out (``score_sample.HELD_OUT``).

Logistic regression by stochastic gradient descent with steps that shrink for each feature (AdaGrad); no package
beyond teiconv's own is needed.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from descent import Pace, learn_weights
from score_sample import HELD_OUT

import teiconv.names.people as package
from teiconv.formats.tei.read import open_tei
from teiconv.model import Element, flatten, joined
from teiconv.names.people.discover import by_surnames
from teiconv.names.people.name_classifier import POSSIBLE, STRONG, features
from teiconv.names.people.names import fold
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import runs

WEIGHTS = Path(package.__file__).with_name("names.json")
PACE = Pace(epochs=6, step=0.25, decay=1e-3, negligible=1e-3, start=1e-3)
DOUBTFUL = 0.3
"""What an untagged example that looks like a name counts."""
LOOKS = frozenset({*STRONG, "b:signed", "eastern"})
"""The signs by which it does."""
FEWEST_WORDS, FEWEST_VOLUMES = 15, 2
"""With how many words a feature, and in how many volumes a word must occur to be learned."""


@dataclass(frozen=True)
class Example:
    """A surname of a document: its features, whether the editors tagged it, and what the example counts."""

    word: str
    features: tuple[str, ...]
    tagged: bool
    looks_like_a_name: bool
    count: int

    @property
    def weight(self) -> float:
        """What the example counts."""
        doubt = DOUBTFUL if self.looks_like_a_name and not self.tagged else 1.0
        return doubt * math.sqrt(min(self.count, 10))


def examples(file: Path) -> Iterator[Example]:
    """Yield the examples of an official volume."""
    for _, reading in open_tei(file.read_bytes(), file.name).read_all():
        tagged = {squeezed(flatten([name])) for name in named(reading.body)}
        by_surname, small = by_surnames(map(Tokens, runs(without_names(reading.body))))
        for called, found in by_surname.items():
            word = "".join(called)
            yield Example(
                " ".join(called),
                tuple(features(called, found, called[-1] in small)),
                any(is_called(name, word) for name in tagged),
                any(feature in LOOKS for candidate in found for feature in candidate.features),
                len(found),
            )


def is_called(name: str, word: str) -> bool:
    """Tell whether ``name`` begins or ends with ``word``; if that is very short, whether it is all of it."""
    return name == word or (len(word) > 2 and (name.startswith(word) or name.endswith(word)))


def named(node: Element) -> Iterator[Element]:
    """Yield the outermost ``persName`` elements in ``node``."""
    for child in node.content:
        if isinstance(child, Element):
            yield from ((child,) if child.name == "persName" else named(child))


def without_names(node: Element) -> Element:
    """Return ``node`` with the markup of names, terms and highlighting taken away, its text kept."""
    content = []
    for child in node.content:
        if isinstance(child, Element):
            plain = without_names(child)
            content += plain.content if child.name in ("persName", "hi", "gloss") else (plain,)
        else:
            content.append(child)
    return node.containing(joined(content))


def squeezed(name: str) -> str:
    """Return the folded letters and digits of ``name``."""
    return fold("".join(char for char in name if char.isalnum()))


def learn(volumes: Sequence[Sequence[Example]], seed: int = 0) -> dict[str, float]:
    """Return the weight of each feature."""
    weights = learn_weights(usable(volumes), PACE, seed)
    return {feature: round(weight, 2) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.02}


def usable(volumes: Sequence[Sequence[Example]]) -> list[tuple[tuple[str, ...], bool, float]]:
    """Return features, answer and weight of the examples that prove something."""
    words, places, names = defaultdict(set), defaultdict(set), set()
    for number, volume in enumerate(volumes):
        for example in volume:
            places[example.word].add(number)
            if example.tagged:
                names.add(example.word)
            for feature in example.features:
                words[feature].add(example.word)

    def learnable(feature: str) -> bool:
        if feature.startswith("w:"):
            return len(places[feature[2:]]) >= FEWEST_VOLUMES
        return len(words[feature]) >= FEWEST_WORDS

    return [
        (tuple(filter(learnable, example.features)), example.tagged, example.weight)
        for volume in volumes
        for example in volume
        if example.tagged or example.word not in names
    ]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("volumes", nargs="+", type=Path)
    parser.add_argument("--held-out", action="store_true", help="train on all volumes but one, for each, and report")
    given = parser.parse_args()
    read = {file: list(examples(file)) for file in given.volumes if file.stem not in HELD_OUT}
    kept = {
        file: volume for file, volume in read.items() if sum(example.tagged for example in volume) > 0.1 * len(volume)
    }
    if given.held_out:
        for file, volume in kept.items():
            report(file, volume, learn([other for name, other in kept.items() if name != file]))
        return
    weights = learn(list(kept.values()))
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0, separators=(",", ":")), encoding="utf-8")
    print(f"{len(weights)} weights from {len(kept)} volumes")


def report(file: Path, volume: Sequence[Example], weights: dict[str, float]) -> None:
    """Print how many mentions of tagged and untagged surnames of a volume may be names."""
    taken = [e for e in volume if sum(weights.get(feature, 0.0) for feature in e.features) > POSSIBLE]
    right = sum(example.count for example in taken if example.tagged)
    precision = right / max(1, sum(example.count for example in taken))
    recall = right / max(1, sum(example.count for example in volume if example.tagged))
    print(f"{file.stem}: precision {precision:.3f}, recall {recall:.3f} (of what the editors tagged)")


if __name__ == "__main__":
    main()
