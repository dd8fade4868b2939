"""Learn the weights of ``teiconv.names.people.classifier``, and how well names are known, from edited volumes.

    python tools/train_mentions.py ../shared/*/official/*.xml            # write the weights
    python tools/train_mentions.py --held-out ../shared/*/official/*.xml # how well they do on volumes not seen
    python tools/train_mentions.py --without frus1961-63v05 -o w.json …/*.xml # weights of all volumes but one
    python tools/train_mentions.py --every 2 ../shared/*/official/*.xml       # from every second document

``tools/train_names.py`` comes first: it learns what may be a name at all; here the mentions of what may be one are
weighed.  A mention is right if the editors tagged it, and left out if they tagged it as somebody whom their volume
does not list.  What they left untagged counts little where they or others tag the same word elsewhere, for it says
how thorough they were rather than what a name is.  How well a name is known (``teiconv.names.people.known``) the
other volumes tell while one is learned from.  How thorough a volume is on the whole has a weight of its own while
learning.  A volume that tags nobody is left out, and so are those that are held out (``score_sample.HELD_OUT``).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from descent import Pace, learn_weights
from score_sample import HELD_OUT
from train_names import without_names

import teiconv.names.people as package
from teiconv.formats.tei.read import open_tei
from teiconv.model import Element
from teiconv.names.people.annotator import linked_by
from teiconv.names.people.classifier import features, is_believed
from teiconv.names.people.discover import discover
from teiconv.names.people.index import FoundPeople
from teiconv.names.people.known import FEWEST_WITH_FORENAME, NOBODY, SIGN, Known, called, known_as
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import Run, elements_in_runs, runs

WEIGHTS = Path(package.__file__).with_name("mentions.json")
KNOWN = Path(package.__file__).with_name("known.txt")
PACE = Pace(epochs=4, step=0.05, decay=1e-2, negligible=3e-3, start=0.1)
UNTAGGED = 0.3
"""What an untagged mention counts whose word is tagged elsewhere."""
SHARE = 1 / 5
"""In how many of the volumes that have a word as a name somebody must be tagged so for it to be known."""
SEVERAL = 2
"""How many volumes must have a surname in small letters for it to be an ordinary word."""
FEWEST_MENTIONS, FEWEST_VOLUMES = 8, 4
"""In how many mentions and volumes a feature must occur to be learned."""

Place = tuple[str, int, int]
"""The text of a run, and where in it a name stands."""


class Example(NamedTuple):
    """A mention: its surname, its features, whether the editors tagged it, and the document and person it is of.

    ``name`` is that of the person, as a list would have it.
    """

    word: str
    name: str
    features: tuple[str, ...]
    tagged: bool
    group: tuple[str, int]


class Volume(NamedTuple):
    """The mentions of a volume that prove something, and how many the editors tagged in all."""

    name: str
    examples: list[Example]
    tagged: int


def read(file: Path, every: int = 1) -> Volume:
    """Return what is learned from every so many documents of an official volume."""
    examples: list[Example] = []
    tagged = 0
    for identifier, reading in islice(open_tei(file.read_bytes(), file.name).read_all(), 0, None, every):
        listed, others = _tagged(reading.body)
        tagged += len(listed)
        examples += _of_document(identifier or "", without_names(reading.body), listed, others)
    return Volume(file.stem, examples, tagged)


def _tagged(body: Element) -> tuple[list[Place], list[Place]]:
    """Return where the editors tagged who is in their list, and where they tagged others."""
    listed: list[Place] = []
    others: list[Place] = []
    for run, start, end, name in elements_in_runs(body, "persName"):
        (listed if name.get("corresp") or name.get("ref") else others).append((run.text, start, end))
    return listed, others


def _of_document(identifier: str, body: Element, listed: Sequence[Place], others: Sequence[Place]) -> Iterator[Example]:
    all_tokens = [Tokens(run) for run in runs(body)]
    persons, evidence = discover(all_tokens)
    people, linked = linked_by(all_tokens, FoundPeople(persons))
    right, unlisted = _by_text(listed), _by_text(others)
    for number, link, shown in features(all_tokens, linked, people, evidence):
        run = all_tokens[number].run
        if not _overlaps(run, link.start, link.end, unlisted):
            word = next((feature for feature in shown if feature.startswith("w:")), "")
            hit = _overlaps(run, link.start, link.end, right)
            name = people.persons[link.persons[0]].name.text
            own = tuple(feature for feature in shown if not feature.startswith(SIGN))  # that file knows this volume
            yield Example(word, name, own, hit, (identifier, link.persons[0]))


def _by_text(places: Sequence[Place]) -> Mapping[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for text, start, end in places:
        found[text].append((start, end))
    return found


def _overlaps(run: Run, start: int, end: int, places: Mapping[str, list[tuple[int, int]]]) -> bool:
    return any(start < stop and begin < end for begin, stop in places.get(run.text, ()))


def how_known(volumes: Sequence[Volume]) -> dict[str, Known]:
    """Return how well the surnames that ``volumes`` tag are known."""
    tagged, met, named = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    words = _ordinary(volumes)
    for volume in volumes:
        met.update({called(name)[0] for name in {example.name for example in volume.examples}})
        names = {called(name) for name in {example.name for example in volume.examples if example.tagged}}
        tagged.update({surname for surname, _ in names if surname and surname not in words})
        named.update((surname, forename) for surname, forename in names if surname not in words)
    forenames: dict[str, dict[str, int]] = defaultdict(dict)
    for (surname, forename), count in sorted(named.items()):
        if forename and count >= FEWEST_WITH_FORENAME:
            forenames[surname][forename] = count
    counts = sorted((name, count) for name, count in tagged.items() if count >= SHARE * met[name])
    return {name: Known(count, met[name], forenames.get(name, {})) for name, count in counts}


def _ordinary(volumes: Sequence[Volume]) -> set[str]:
    """Return the surnames that several volumes have in small letters, too: no count makes a name of ``Bridges``."""
    counts = Counter[str]()
    for volume in volumes:
        counts.update({called(example.name)[0] for example in volume.examples if "common" in example.features})
    return {surname for surname, count in counts.items() if count >= SEVERAL}


def with_known(volume: Volume, names: Mapping[str, Known]) -> Volume:
    """Return ``volume`` with what ``names`` say of each mention among its features."""
    told = {name: tuple(known_as(names.get(called(name)[0], NOBODY), called(name)[1])) for name in _names(volume)}
    return volume._replace(examples=[one._replace(features=one.features + told[one.name]) for one in volume.examples])


def _names(volume: Volume) -> set[str]:
    return {example.name for example in volume.examples}


def learn(volumes: Sequence[Volume], seed: int = 0) -> dict[str, float]:
    """Return the weight of each feature."""
    told = [with_known(one, how_known([other for other in volumes if other is not one])) for one in volumes]
    weights = learn_weights(usable(told), PACE, seed)
    thoroughness = [weights.pop(_volume(volume)) for volume in volumes]
    weights["*"] += sum(thoroughness) / len(thoroughness)
    return {feature: round(weight, 2) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.01}


def usable(volumes: Sequence[Volume]) -> list[tuple[tuple[str, ...], bool, float]]:
    """Return features, answer and weight of the mentions; the rare features are left out."""
    names = {example.word for volume in volumes for example in volume.examples if example.tagged}
    counts: Counter[str] = Counter()
    places: dict[str, set[str]] = defaultdict(set)
    for volume in volumes:
        for example in volume.examples:
            counts.update(example.features)
            for feature in example.features:
                places[feature].add(volume.name)
    learned = {f for f in counts if counts[f] >= FEWEST_MENTIONS and len(places[f]) >= FEWEST_VOLUMES}
    out = []
    for volume in volumes:
        sizes = Counter((example.group, example.word) for example in volume.examples)
        for example in volume.examples:
            known = (*filter(learned.__contains__, example.features), _volume(volume))
            share = 1 if example.tagged or example.word not in names else UNTAGGED
            out.append((known, example.tagged, share / sizes[example.group, example.word]))
    return out


def _line(entry: tuple[str, Known]) -> str:
    """Return the line of ``known.txt`` for a surname and what is known of it."""
    surname, known = entry
    forenames = [f"{forename}:{count}" for forename, count in known.forenames.items()]
    return " ".join([surname, str(known.tagged), str(known.met), *forenames]) + "\n"


def _volume(volume: Volume) -> str:
    return f"volume:{volume.name}"


def report(volume: Volume, weights: Mapping[str, float]) -> tuple[int, int, int]:
    """Print how many mentions of a volume are found; return how many are right, tagged and taken."""
    odds: dict[tuple[str, int], list[float]] = defaultdict(list)
    about: dict[tuple[str, int], set[str]] = defaultdict(set)
    for example in volume.examples:
        about[example.group].update(example.features)
        odds[example.group].append(sum(weights.get(feature, 0.0) for feature in example.features))
    kept = {group for group, each in odds.items() if is_believed(each, tuple(about[group]))}
    taken = [example for example in volume.examples if example.group in kept]
    counts = sum(example.tagged for example in taken), volume.tagged, len(taken)
    print(f"{volume.name}: {_figures(*counts)}", flush=True)
    return counts


def held_out(volume: Volume, others: Sequence[Volume]) -> tuple[int, int, int]:
    """Report on a volume with what ``others`` teach."""
    return report(with_known(volume, how_known(others)), learn(others))


def _figures(right: int, tagged: int, taken: int) -> str:
    precision, recall = right / max(1, taken), right / max(1, tagged)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * right / max(1, tagged + taken):.3f}"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("volumes", nargs="+", type=Path)
    parser.add_argument("--held-out", action="store_true", help="train on all volumes but one, for each, and report")
    parser.add_argument("--without", action="append", default=[], metavar="VOLUME", help="leave a volume out")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take every Nth document (default 1)")
    parser.add_argument("--known", type=Path, default=KNOWN, metavar="FILE", help="where the names that are known go")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    volumes = [read(file, given.every) for file in given.volumes if file.stem not in HELD_OUT.union(given.without)]
    tagging = [volume for volume in volumes if volume.tagged]
    if given.held_out:
        counts = [held_out(each, [other for other in tagging if other is not each]) for each in volumes]
        print("all:", _figures(*(sum(column) for column in zip(*counts, strict=True))))
        return
    weights = learn(tagging)
    given.known.write_text("".join(map(_line, how_known(tagging).items())), encoding="utf-8")
    text = json.dumps(weights, ensure_ascii=False, indent=0, separators=(",", ":"))
    given.output.write_text(text + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {len(tagging)} volumes")


if __name__ == "__main__":
    main()
