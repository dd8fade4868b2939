"""Draw, show and mark the documents of the gold of persons (docs/gold.md), and tell how two passes agree.

    python tools/persons_gold.py draw                          # the sixty documents, with length and digest
    python tools/persons_gold.py show frus1969-76v12/d73       # one of them, its lines numbered
    python tools/persons_gold.py take MARKS -o pass-1.tsv      # marks by words and line → marks by offsets
    python tools/persons_gold.py agreement PASS-1 PASS-2       # F1 of stretches, kappa of tokens, persons, differences

A file of marks has for each document a line ``== VOLUME/ID``; below it ``LINE: NAME | NAME``, in the order of the line;
``*: NAME`` means the name wherever it stands as a word outside other marks.  ``=office`` after a name says its kind.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
TEXTS = SHARED / "corpus" / "text"
SMALLEST, LARGEST, PER_VOLUME = 1000, 8000, 6
"""Documents of 1 to 8 kB, six of each volume: sixty that a person can read."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SPEC = re.compile(r"(?P<words>.*?)(?:\s*=(?P<kind>\w+))?")


@dataclass(frozen=True, order=True)
class Mark:
    """A stretch of a document that names a person (``name``), or stands for one by an office (``office``)."""

    document: str
    start: int
    end: int
    kind: str = "name"
    person: str = ""
    """The id in the volume's list of persons; empty if the list does not have the person."""

    @property
    def stretch(self) -> tuple[str, int, int]:
        """The document and the offsets alone."""
        return self.document, self.start, self.end


@dataclass(frozen=True)
class Text:
    """What the gold says of a text: by this it is known that the text is the one that was read."""

    characters: int
    digest: str
    """SHA-256 of its UTF-8."""


def documents(file: Path) -> dict[str, Text]:
    """Read the documents of the gold, in the order of the draw."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t")
        return {row["document"]: Text(int(row["characters"]), row["sha256"]) for row in rows}


def drawn() -> list[str]:
    """Return the documents of the gold: the seed of the draw is the name of the volume."""
    return [f"{folder.name}/{name}" for folder in sorted(TEXTS.iterdir()) for name in _drawn_of(folder)]


def _drawn_of(folder: Path) -> list[str]:
    sizes = {file.stem: file.stat().st_size for file in folder.glob("d*.txt")}
    fitting = sorted(name for name, size in sizes.items() if SMALLEST <= size <= LARGEST)
    chosen = random.Random(f"teiconv {folder.name}").sample(fitting, PER_VOLUME)
    return sorted(chosen, key=lambda name: int(name[1:]))


def text_of(document: str) -> str:
    """Return the text of a document of the corpus."""
    return (TEXTS / f"{document}.txt").read_bytes().decode()


def read(file: Path) -> list[Mark]:
    """Read marks by offsets."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = csv.DictReader(opened, delimiter="\t")
        return [Mark(r["document"], int(r["start"]), int(r["end"]), r["kind"], r["person"]) for r in rows]


def write(file: Path, marks: Iterable[Mark]) -> None:
    """Write marks by offsets, in the order of the draw and of the text."""
    order = {document: index for index, document in enumerate(drawn())}
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened, delimiter="\t", lineterminator="\n")
        rows.writerow(["document", "start", "end", "kind", "person"])
        for mark in sorted(marks, key=lambda mark: (order[mark.document], mark.start)):
            rows.writerow([mark.document, mark.start, mark.end, mark.kind, mark.person])


def taken(lines: Iterable[str]) -> Iterator[Mark]:
    """Turn marks by words and line into marks by offsets."""
    document, specs = "", list[tuple[str, str]]()
    for line in [*lines, "== "]:
        if line.startswith("=="):
            yield from _taken_of(document, specs) if document else ()
            document, specs = line[2:].strip(), []
        elif line.strip():
            place, _, words = line.partition(":")
            specs.append((place.strip(), words))


def _taken_of(document: str, specs: list[tuple[str, str]]) -> list[Mark]:
    text, found = text_of(document), list[Mark]()
    for place, words in specs:
        if place != "*":
            found += _in_line(document, text, int(place), words)
    everywhere = [_spec(words) for place, listed in specs if place == "*" for words in listed.split("|")]
    for words, kind in sorted(everywhere, key=lambda spec: -len(spec[0])):
        found += _everywhere(document, text, words, kind, found)
    return sorted(found)


def _spec(words: str) -> tuple[str, str]:
    match = _SPEC.fullmatch(words.strip())
    assert match
    return match["words"], match["kind"] or "name"


def _in_line(document: str, text: str, number: int, listed: str) -> Iterator[Mark]:
    lines = text.splitlines(keepends=True)
    begin = sum(map(len, lines[: number - 1]))
    position, end = begin, begin + len(lines[number - 1])
    for words, kind in map(_spec, listed.split("|")):
        match = _as_words(words).search(text, position, end)
        if not match:
            raise SystemExit(f"{document}: line {number} has no further “{words}”")
        yield Mark(document, *match.span(), kind)
        position = match.end()


def _everywhere(document: str, text: str, words: str, kind: str, found: list[Mark]) -> list[Mark]:
    spans = [match.span() for match in _as_words(words).finditer(text)]
    if not spans:
        raise SystemExit(f"{document}: “{words}” stands nowhere")
    free = [(start, end) for start, end in spans if not any(start < o.end and o.start < end for o in found)]
    return [Mark(document, start, end, kind) for start, end in free]


def _as_words(words: str) -> re.Pattern[str]:
    """Find the words with any white space between them, a numeral that calls a note glued to the last."""
    return re.compile(r"(?<![^\W\d_])" + r"\s+".join(map(re.escape, words.split())) + r"(?![^\W\d_])")


@dataclass(frozen=True)
class Agreement:
    """How two passes agree: the same stretches and kinds, and each token inside or outside of names."""

    both: int
    first: int
    second: int
    overlapping: int
    """Pairs of marks of one kind that share characters."""
    same_person: int
    """Stretches of both that stand for the same person, or for nobody in the list."""
    kappa: float

    @property
    def f1(self) -> float:
        """The share of stretches that both have."""
        return self._share_of(self.both)

    @property
    def overlap_f1(self) -> float:
        """The share of stretches that share characters with one of the other pass."""
        return self._share_of(self.overlapping)

    def _share_of(self, agreed: int) -> float:
        return 2 * agreed / (self.first + self.second) if self.first + self.second else 1.0


def agreement(first: list[Mark], second: list[Mark]) -> Agreement:
    """Compare two passes over the same documents."""
    one, two = _without_persons(first), _without_persons(second)
    return Agreement(
        both=len(one & two),
        first=len(one),
        second=len(two),
        overlapping=sum(len(list(pairs(*of_one))) for of_one in _by_document_and_kind(one, two)),
        same_person=len(set(first) & set(second)),
        kappa=_kappa(one, two),
    )


def _without_persons(marks: Iterable[Mark]) -> set[Mark]:
    return {replace(mark, person="") for mark in marks}


def _by_document_and_kind(one: set[Mark], two: set[Mark]) -> Iterator[tuple[list[Mark], list[Mark]]]:
    for place in {(mark.document, mark.kind) for mark in one | two}:
        yield _of(place, one), _of(place, two)


def _of(place: tuple[str, str], marks: set[Mark]) -> list[Mark]:
    return [mark for mark in marks if (mark.document, mark.kind) == place]


def pairs(first: Iterable[Mark], second: Iterable[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Pair the marks of a document that share characters, each with one at most, in the order of the text."""
    rest = sorted(second, key=lambda mark: mark.start)
    for mark in sorted(first, key=lambda mark: mark.start):
        hit = next((other for other in rest if mark.start < other.end and other.start < mark.end), None)
        if hit:
            rest.remove(hit)
            yield mark, hit


def _kappa(one: set[Mark], two: set[Mark]) -> float:
    tokens = [pair for name in drawn() for pair in zip(_tags(name, one), _tags(name, two), strict=True)]
    same = sum(a == b for a, b in tokens) / len(tokens)
    labels = {tag for pair in tokens for tag in pair}
    chance = sum(_share(tokens, 0, tag) * _share(tokens, 1, tag) for tag in labels)
    return (same - chance) / (1 - chance)


def _tags(document: str, marks: set[Mark]) -> list[str]:
    own = [mark for mark in marks if mark.document == document]
    return [_tag(token.start(), own) for token in _TOKEN.finditer(text_of(document))]


def _tag(start: int, marks: list[Mark]) -> str:
    return next((mark.kind for mark in marks if mark.start <= start < mark.end), "")


def _share(tokens: list[tuple[str, str]], side: int, tag: str) -> float:
    return sum(pair[side] == tag for pair in tokens) / len(tokens)


def quoted(mark: Mark, around: int = 35) -> str:
    """Return the words of a mark with those around them, on one line."""
    text = text_of(mark.document)
    before, after = text[max(0, mark.start - around) : mark.start], text[mark.end : mark.end + around]
    return " ".join(f"{before}[{text[mark.start : mark.end]}]{after}".split())


def _draw() -> None:
    print("document", "characters", "sha256", sep="\t")
    for document in drawn():
        text = text_of(document)
        print(document, len(text), hashlib.sha256(text.encode()).hexdigest(), sep="\t")


def _show(document: str) -> None:
    print(f"== {document}")
    for number, line in enumerate(text_of(document).splitlines(), 1):
        if line.strip():
            print(f"{number}: {line.strip()}")


def _compare(first: Path, second: Path) -> None:
    one, two = read(first), read(second)
    for kind in ("name", "office", ""):
        kept = [[mark for mark in marks if kind in ("", mark.kind)] for marks in (one, two)]
        found = agreement(*kept)
        counts = f"{found.first:>6}{found.second:>6}{found.both:>6}"
        shares = f"F1 {found.f1:.4f}  overlap {found.overlap_f1:.4f}  κ {found.kappa:.4f}"
        print(f"{kind or 'all':<8}{counts}  {shares}  same person {found.same_person}")
    plain = [_without_persons(marks) for marks in (one, two)]
    for side, marks in (("1", plain[0] - plain[1]), ("2", plain[1] - plain[0])):
        for mark in sorted(marks):
            print(f"only {side}  {mark.document} {mark.start} {mark.kind}: {quoted(mark)}")


def main() -> None:
    """Draw, show, take or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("draw", "show", "take", "agreement"))
    parser.add_argument("given", nargs="*")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    if asked.task == "draw":
        _draw()
    elif asked.task == "show":
        for document in asked.given or drawn():
            _show(document)
    elif asked.task == "take":
        write(asked.output, taken(Path(asked.given[0]).read_text().splitlines()))
    else:
        _compare(*map(Path, asked.given))


if __name__ == "__main__":
    main()
