"""How often statements of each degree of certainty are right, layer by layer, against an encoding by hand.

    python tools/certainty.py GOLD OUTPUT [GOLD OUTPUT …] [--show LAYER:DEGREE]

GOLD is an official volume, OUTPUT a folder of the files that teiconv made of its documents.  A link counts where the
gold has one on some of the same words; a sender or recipient where the gold says who it was; a day and a reference
where the gold has one there; every call.  Without ``@cert``, a statement is a high one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from teiconv.evaluation.align import align
from teiconv.evaluation.axis import Placed, stands_apart
from teiconv.evaluation.elements import read_tree
from teiconv.evaluation.encoded import Encoded, encoded_documents
from teiconv.model.certainty import PROMISED, Certainty


class Statement(NamedTuple):
    """What an encoding says of a stretch, how sure it is, and in which words."""

    start: int
    end: int
    value: Hashable
    degree: str
    words: str = ""


def statements(encoded: Encoded, name: str, value: Callable[[Placed], Hashable]) -> list[Statement]:
    """Return the statements that the elements called ``name`` make, in the order of the text."""
    placed = (item for item in encoded.axis.placed if item.element.name == name)
    made = ((item, value(item)) for item in placed)
    return sorted(
        Statement(item.start, item.end, said, item.element.get("cert") or Certainty.HIGH) for item, said in made if said
    )


def _person(encoded: Encoded) -> Callable[[Placed], Hashable]:
    return lambda item: encoded.entry(item.element, "ref", "corresp", "key")


def _day(item: Placed) -> str | None:
    return (item.element.get("when") or "")[:10] or None if item.in_dateline else None


def _target(item: Placed) -> str | None:
    return item.element.get("target")


def _number(item: Placed) -> str | None:
    return item.element.get("n") if stands_apart(item.element) else None


LAYERS: dict[str, tuple[str, Callable[[Encoded], Callable[[Placed], Hashable]]]] = {
    "link": ("persName", _person),
    "date": ("date", lambda encoded: _day),
    "reference": ("ref", lambda encoded: _target),
}


def judged(gold: Encoded, candidate: Encoded) -> Iterator[tuple[str, Statement, bool]]:
    """Yield each statement of ``candidate`` that ``gold`` can judge, with its layer, and whether it is right."""
    position = align(candidate.axis.text, gold.axis.text)
    for layer, (name, value) in LAYERS.items():
        own = statements(candidate, name, value(candidate))
        moved = [one._replace(start=position(one.start), end=position(one.end)) for one in own]
        yield from ((layer, *pair) for pair in _compared(statements(gold, name, value(gold)), moved, gold))
    called = {(note.start, note.value) for note in statements(gold, "note", _number)}
    for note in statements(candidate, "note", _number):
        place = position(note.start)
        words = "".join(gold.axis.quote(place, place, 30))
        yield "call", note._replace(words=f"{words!r}: {note.value}"), (place, note.value) in called
    yield from _of_correspondence(gold, candidate)


def _of_correspondence(gold: Encoded, candidate: Encoded) -> Iterator[tuple[str, Statement, bool]]:
    for layer, kind, typed in (("sender", "sent", "from"), ("recipient", "received", "to")):
        named = [item for item in gold.axis.named("persName") if item.element.get("type") == typed]
        known = {gold.entry(item.element, "ref", "corresp", "key") for item in named}
        if not named or None in known:
            continue
        for role, person in candidate.correspondents:
            said = candidate.entry(person, "ref", "corresp", "key")
            if role == kind and said:
                degree = person.get("cert") or Certainty.HIGH
                yield (
                    layer,
                    Statement(0, 0, said, degree, f"{said} for {known}"),
                    any(_same(said, one) for one in known),
                )


def _compared(gold: Sequence[Statement], own: Sequence[Statement], text: Encoded) -> Iterator[tuple[Statement, bool]]:
    """Yield each statement that the gold can judge: it is right if the gold says so of any of the same words."""
    first = 0
    for one in own:
        while first < len(gold) and max(gold[first].end, gold[first].start + 1) <= one.start:
            first += 1
        last = first
        while last < len(gold) and gold[last].start < max(one.end, one.start + 1):
            last += 1
        if same_words := gold[first:last]:
            words = "".join(text.axis.quote(one.start, max(one.end, one.start), 30))
            said = one._replace(words=f"{words!r}: {one.value} for {same_words[0].value}")
            yield said, any(_same(one.value, other.value) for other in same_words)
            first += one.end > one.start and len(same_words) == 1


def _same(one: Hashable, other: Hashable) -> bool:
    """Whether two entries are one: the name of the one may be the beginning or the end of that of the other."""
    if one == other or not (isinstance(one, str) and isinstance(other, str)) or one.startswith("#"):
        return one == other
    long, short = sorted((one, other), key=len, reverse=True)
    return bool(short) and (long.startswith(f"{short} ") or long.endswith(f" {short}"))


def measured(gold_file: Path, output: Path, show: str = "") -> Counter[tuple[str, str, bool]]:
    """Return how many statements of each layer and degree are right, and how many are not."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    files = {file.stem: file for file in output.glob("*.xml")}
    for gold in encoded_documents(read_tree(gold_file.read_bytes(), str(gold_file)), gold_file.stem):
        if gold.identifier not in files:
            continue
        file = files[gold.identifier]
        (found,) = encoded_documents(read_tree(file.read_bytes(), str(file)), file.stem)
        for layer, statement, is_right in judged(gold, found.with_names_of(gold)):
            counts[layer, statement.degree, is_right] += 1
            if not is_right and show == f"{layer}:{statement.degree}":
                print(f"{output.name}/{gold.identifier} {statement.words}")
    return counts


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", default="", help="say what is wrong in LAYER:DEGREE")
    options = parser.parse_args()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for gold, output in zip(options.paths[::2], options.paths[1::2], strict=True):
        counts += measured(gold, output, options.show)
    print("| layer | degree | statements | right | promised |\n|---|---|---|---|---|")
    for layer in (*LAYERS, "call", "sender", "recipient"):
        for degree in Certainty:
            right, wrong = counts[layer, degree, True], counts[layer, degree, False]
            if right + wrong:
                print(f"| {layer} | {degree} | {right + wrong} | {right / (right + wrong):.4f} | {PROMISED[degree]} |")


if __name__ == "__main__":
    main()
