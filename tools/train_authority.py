"""Learn the weights of ``teiconv.authority`` from edited volumes: whom a name means, and whether it is one at all.

    python tools/train_authority.py --sources ../shared/authority/*.tar.xz -- ../shared/more/official/*.xml
    python tools/train_authority.py --held-out 4 --sources … -- …  # learn without every fourth volume; report on it

Each volume is judged by an authority without what its own list says (:func:`teiconv.authority.join.without_volume`);
the sources tell which entry of the list is which person.  A name that the editors tagged means that person; one in ten
is taught without the right person among the candidates, for in other papers many are in no authority.  What the editors
tagged as somebody whom they do not list means nobody, at half the weight.  Whether a name is one is learned from all
mentions, but for those.  The volumes from which ``tools/train_mentions.py`` learned should not be among them: its
answers are a feature here.  A volume that tags nobody is left out.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from train_mentions import _by_text
from train_names import without_names

import teiconv.authority as package
from teiconv.authority import accept, weigh
from teiconv.authority.compiled import Authority, compile_entries
from teiconv.authority.entries import Entry
from teiconv.authority.find import SPLIT, sought_in
from teiconv.authority.join import joined, without_volume
from teiconv.authority.meant import Sought
from teiconv.authority.resolve import cast_of
from teiconv.authority.scene import scene_of
from teiconv.authority.sources import read_source
from teiconv.formats.tei.read import open_tei
from teiconv.model import Element, descendants
from teiconv.names.people.names import words
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import elements_in_runs, runs

FOLDER = Path(package.__file__).parent
UNTAGGED, UNLISTED = "untagged", "unlisted"
LEFT_OUT = 0.1
BIAS = 0.5
"""By how much who may be named is favoured: the editors leave more untagged than they should."""

Label = int | str


@dataclass
class Name:
    """Somebody whom a document seems to name, and what the editors made of each mention."""

    sought: Sought
    labels: Counter[Label]

    @property
    def meant(self) -> Label:
        """Whom the editors mean, mostly."""
        tagged = Counter({label: count for label, count in self.labels.items() if label != UNTAGGED})
        return tagged.most_common(1)[0][0] if tagged else UNTAGGED


Document = list[Name]


def read(file: Path, entries: Sequence[Entry], every: int) -> list[Document]:
    """Return the names in every ``every``-th document of an official volume."""
    volume = file.stem
    keys = {key: number for number, entry in enumerate(entries) for key in entry.keys}
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "held.auth"
        compiled.write_bytes(compile_entries([without_volume(entry, volume) for entry in entries]))
        authority = Authority(compiled)
        readings = list(open_tei(file.read_bytes(), file.name).read_all())[::every]
        return [_document(reading.body, authority, volume, keys) for _, reading in readings]


def _document(body: Element, authority: Authority, volume: str, keys: Mapping[str, int]) -> Document:
    tagged = [
        (run.text, start, end, _label(name, volume, keys))
        for run, start, end, name in elements_in_runs(body, "persName")
    ]
    places = _by_text([(text, start, end) for text, start, end, _ in tagged])
    labels = {(text, start): label for text, start, _, label in tagged}
    plain = without_names(body)
    all_tokens = [Tokens(run) for run in runs(plain)]
    found = []
    for sought in sought_in(authority, all_tokens, scene_of(all_tokens, _date(plain))):
        counts: Counter[Label] = Counter()
        for tokens, start, end in _where(sought):
            hits = [begin for begin, stop in places.get(tokens.text, ()) if start < stop and begin < end]
            counts[labels[tokens.text, hits[0]] if hits else UNTAGGED] += 1
        found.append(Name(sought, counts))
    return found


def _label(name: Element, volume: str, keys: Mapping[str, int]) -> Label:
    pointer = (name.get("corresp") or name.get("ref") or "").removeprefix("#")
    return keys.get(f"{volume}#{pointer}", UNLISTED) if pointer else UNLISTED


def _date(body: Element) -> str | None:
    lines = (node for node in descendants(body) if node.name == "dateline")
    dates = (node for line in lines for node in descendants(line) if node.name == "date")
    return next((when for date in dates if (when := date.get("when") or date.get("from"))), None)


def _where(sought: Sought) -> Iterator[tuple[Tokens, int, int]]:
    """Yield where the name stands; of a part of a name, only that part."""
    own = words(sought.person.name.text)
    for tokens, link in sought.mentions:
        if SPLIT not in sought.belief.about:
            yield tokens, link.start, link.end
            continue
        for number, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
            if link.start <= start and end <= link.end and tokens.words[number] in own:
                yield tokens, start, end


class Linker:
    """A conditional logit over the candidates of each name, and nobody; steps shrink for each feature (AdaGrad)."""

    def __init__(self, step: float = 0.3, decay: float = 1e-3) -> None:
        self.weights: dict[str, float] = defaultdict(float)
        self.squares: dict[str, float] = defaultdict(lambda: 0.1)
        self.step, self.decay = step, decay

    def learn(self, documents: Sequence[Document], epochs: int = 5, seed: int = 0) -> None:
        """Learn from the names that the editors tagged."""
        chosen, order = random.Random(seed), list(documents)
        for _ in range(epochs):
            chosen.shuffle(order)
            for document in order:
                for name, shown, likely in self.weighed(document):
                    if name.meant != UNTAGGED and shown:
                        self.hear(name.meant, dict(shown), likely, chosen)

    def weighed(self, document: Document) -> Iterator[tuple[Name, dict[int, list[str]], dict[int, float]]]:
        """Yield each name with the features of its candidates, and how likely each is."""
        cast: Mapping[int, float] = {}
        out: list[tuple[Name, dict[int, list[str]], dict[int, float]]] = []
        for _ in range(2):
            out = [self._weighed(name, cast) for name in document]
            cast = cast_of([name.sought.group for name in document], [likely for _, _, likely in out])
        yield from out

    def _weighed(self, name: Name, cast: Mapping[int, float]) -> tuple[Name, dict[int, list[str]], dict[int, float]]:
        shown = {each.number: [*each.features, *weigh.company(each.known, cast)] for each in name.sought.group}
        return name, shown, self.likely(shown)

    def likely(self, shown: Mapping[int, Sequence[str]]) -> dict[int, float]:
        """Return how likely each candidate is, with these features."""
        odds = [sum(self.weights[feature] for feature in features) for features in shown.values()]
        return dict(zip(shown, weigh.probabilities(odds), strict=True))

    def hear(
        self, meant: Label, shown: dict[int, list[str]], likely: Mapping[int, float], chosen: random.Random
    ) -> None:
        """Move the weights towards the one who is ``meant``."""
        if meant in shown and chosen.random() < LEFT_OUT:
            del shown[meant]  # type: ignore[arg-type]
            likely = self.likely(shown)
        weight = 0.5 if meant == UNLISTED else 1.0
        for number, features in shown.items():
            error = (likely[number] - (number == meant)) * weight
            if abs(error) > 1e-3:
                self.move(features, error)

    def move(self, features: Sequence[str], error: float) -> None:
        """Move the weights of ``features`` against ``error``."""
        for feature in features:
            step = error + self.decay * self.weights[feature]
            self.squares[feature] += step * step
            self.weights[feature] -= self.step * step / math.sqrt(self.squares[feature])


def learn_acceptance(documents: Sequence[Document], linker: Linker, epochs: int = 6, seed: int = 0) -> dict[str, float]:
    """Return the weights of :mod:`teiconv.authority.accept`."""
    examples = list(_examples(documents, linker))
    chosen = random.Random(seed)
    weights: dict[str, float] = defaultdict(float, {"score": 0.7})
    squares: dict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(epochs):
        chosen.shuffle(examples)
        for shown, tagged, count, _ in examples:
            odds = sum(weights[feature] * value for feature, value in shown)
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - tagged / count) * math.sqrt(count)
            for feature, value in shown:
                step = error * value + 1e-4 * weights[feature]
                squares[feature] += step * step
                weights[feature] -= 0.2 * step / math.sqrt(squares[feature])
    for feature in ("plain", "*"):
        weights[feature] += BIAS
    return dict(weights)


def _examples(documents: Sequence[Document], linker: Linker) -> Iterator[tuple[list[tuple[str, float]], int, int, int]]:
    """Yield features with values; how many mentions are tagged, of how many, and how many as who is most likely."""
    for document in documents:
        for name, _, likely in linker.weighed(document):
            tagged = sum(count for label, count in name.labels.items() if label not in (UNTAGGED, UNLISTED))
            count = tagged + name.labels[UNTAGGED]
            if count:
                features = accept.features(name.sought.belief, name.sought.group, likely)
                best = max(likely, key=lambda number: likely[number], default=None)
                score = ("score", accept.score_of(name.sought.belief))
                yield [score, *((feature, 1.0) for feature in features)], tagged, count, name.labels[best or 0]


def report(documents: Sequence[Document], linker: Linker, weights: Mapping[str, float]) -> None:
    """Print how many mentions are found and linked, and how often each degree of certainty is right."""
    right = linked = taken = tagged = 0
    for shown, own, count, meant in _examples(documents, linker):
        tagged += own
        if sum(weights.get(feature, 0.0) * value for feature, value in shown) > 0:
            right, linked, taken = right + own, linked + meant, taken + count
    found, sighted = right / taken, right / tagged
    print(f"mention: precision {found:.3f}, recall {sighted:.3f} of those sighted; linked {linked / taken:.3f}")
    degrees: dict[str, Counter[bool]] = defaultdict(Counter)
    for document in documents:
        for name, _, likely in linker.weighed(document):
            best = max(likely, key=lambda number: likely[number], default=None)
            for label, count in name.labels.items():
                if best is not None and isinstance(label, int):
                    degrees[f"{int(likely[best] * 10) / 10}"][label == best] += count
    for degree, counts in sorted(degrees.items()):
        print(f"{degree}: {counts.total()} mentions, {counts[True] / counts.total():.3f} right")


def _tags_people(documents: Sequence[Document]) -> bool:
    names = (name for document in documents for name in document)
    return any(isinstance(label, int) for name in names for label in name.labels)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("volumes", nargs="+", type=Path)
    parser.add_argument("--sources", nargs="+", type=Path, required=True)
    parser.add_argument("--every", type=int, default=4, help="of a volume, read every so many documents")
    parser.add_argument("--held-out", type=int, help="leave every so many volumes out, report on them, write nothing")
    given = parser.parse_args()
    entries = joined(entry for source in given.sources for entry in read_source(source))
    read_volumes = [read(file, entries, given.every) for file in given.volumes]
    volumes = [
        each for each in read_volumes if any(isinstance(label, int) for d in each for n in d for label in n.labels)
    ]
    kept = [each for number, each in enumerate(volumes) if not given.held_out or number % given.held_out]
    linker = Linker()
    linker.learn([document for volume in kept for document in volume])
    weights = learn_acceptance([document for volume in kept for document in volume], linker)
    if given.held_out:
        report([document for volume in volumes[:: given.held_out] for document in volume], linker, weights)
        return
    for name, learned in (("weights.json", linker.weights), ("accepted.json", weights)):
        rounded = {feature: round(weight, 2) for feature, weight in sorted(learned.items()) if abs(weight) >= 0.01}
        text = json.dumps(rounded, ensure_ascii=False, indent=0, separators=(",", ":"))
        (FOLDER / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
