"""Convert a sample of official volumes, and score it against the encoding of their editors.

    python tools/score_sample.py --save before                     # every 12th document of the tunable volumes
    python tools/score_sample.py --save after --against before     # what has changed since, layer by layer
    python tools/score_sample.py --save after --against before --show ref    # … and the very differences
    python tools/score_sample.py --part held-out                   # the volumes that nobody tunes on

The folder of ``--save`` holds the TEI (``VOLUME/dN.xml``) and the figures.  ``tools/certainty.py`` takes the same
folders, with the volumes as they were cut to the sample (``gold/``).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

from lxml import etree
from scoring import SHARED, Scores, changes, read_run, score, table, total, write_run

from teiconv.convert import converted
from teiconv.options import Options

DIV = "{http://www.tei-c.org/ns/1.0}div"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

HELD_OUT = frozenset(
    """frus1952-54v12p2 frus1955-57v11 frus1955-57v23p2 frus1958-60v02 frus1958-60v07p2 frus1958-60v19
    frus1961-63v04 frus1961-63v19 frus1964-68v11 frus1964-68v16 frus1969-76v03""".split()
)
"""A third of the further volumes: their figures are reported, their differences never looked at."""


@dataclass(frozen=True)
class Volume:
    """An official volume: its encoding, and the folder of its texts and lists."""

    gold: Path
    texts: Path

    @property
    def name(self) -> str:
        """The id of the volume."""
        return self.gold.stem

    def documents(self, every: int) -> list[Path]:
        """Return every so many of its texts, in their order."""
        files = [file for file in self.texts.glob("d*.txt") if file.stem[1:].isdigit()]
        return sorted(files, key=lambda file: int(file.stem[1:]))[::every]

    def options(self, with_lists: bool) -> Options:
        """Return the options with the lists that stand beside the texts."""
        lists = {name: self.texts / f"{name}.txt" for name in ("persons", "terms")}
        return Options(**{name: file for name, file in lists.items() if with_lists and file.exists()})  # type: ignore[arg-type]


def volumes(part: str, names: str) -> list[Volume]:
    """Return the volumes of ``../shared`` that are tunable or held out, and whose name fits ``names``."""
    found = sorted([*SHARED.glob("corpus/official/*.xml"), *SHARED.glob("more/official/*.xml")])
    kept = [gold for gold in found if (gold.stem in HELD_OUT) == (part == "held-out") and fnmatch(gold.stem, names)]
    return [Volume(gold, gold.parents[1] / "text" / gold.stem) for gold in kept]


def cut(volume: Volume, every: int) -> Path:
    """Return the official file with the documents of the sample alone: it is scored sooner."""
    target = Path(tempfile.gettempdir()) / f"teiconv-gold-{every}" / volume.gold.name
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        kept = {file.stem for file in volume.documents(every)}
        tree = etree.parse(str(volume.gold), etree.XMLParser(huge_tree=True, recover=True))
        for div in [one for one in tree.iter(DIV) if one.get("type") == "document" and one.get(XML_ID) not in kept]:
            div.getparent().remove(div)
        tree.write(str(target), encoding="utf-8")
    return target


def convert(volume: Volume, target: Path, every: int, with_lists: bool) -> None:
    """Write the TEI of the sample of a volume."""
    target.mkdir(parents=True, exist_ok=True)
    options = volume.options(with_lists)
    for text in volume.documents(every):
        (target / f"{text.stem}.xml").write_bytes(converted(text.read_bytes(), options, name=str(text)).tei)


def measured(volume: Volume, folder: Path, every: int, with_lists: bool, show: str) -> tuple[Scores, list[str]]:
    """Convert and score the sample of a volume; return its figures and its differences in the layer ``show``."""
    convert(volume, folder / volume.name, every, with_lists)
    return score(cut(volume, every), folder / volume.name, show=show)


def documents_that_changed(folder: Path, before: Path) -> Iterator[str]:
    """Yield the documents whose TEI is another than it was."""
    for file in sorted(folder.glob("*/*.xml")):
        other = before / file.relative_to(folder)
        if other.exists() and other.read_bytes() != file.read_bytes():
            yield f"{file.parent.name}/{file.stem}"


def report(folder: Path, found: dict[str, Scores], before: Path | None, layer: str) -> None:
    """Print the figures, for one layer volume by volume, and what has changed."""
    old = {name: own for name, own in read_run(before).items() if name in found} if before else {}
    for name, own in found.items() if layer else ():
        print(f"{name:18}{own[layer].f1:.4f}" if layer in own else f"{name:18}–")
    print(table(total(found.values()), total(old.values()) if old else None))
    if before:
        changed = list(documents_that_changed(folder, before))
        print(f"{len(changed)} documents changed: {' '.join(changed[:12])}")


def main() -> None:
    """Convert, score, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tunable", "held-out"), default="tunable")
    parser.add_argument("--volumes", default="*", metavar="PATTERN", help="only those whose name fits")
    parser.add_argument("--every", type=int, default=12, metavar="N", help="take every Nth document (default 12)")
    parser.add_argument("--without-lists", action="store_true", help="without the volumes' persons and terms")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="keep the TEI and the figures")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="compare with what was kept there")
    parser.add_argument("--show", default="", metavar="LAYER", help="list the differences in this layer")
    given = parser.parse_args()
    if given.show and given.part == "held-out":
        parser.error("what is held out is not looked at")
    chosen = volumes(given.part, given.volumes)
    with tempfile.TemporaryDirectory() as temporary, ProcessPoolExecutor(2) as pool:
        folder = given.save or Path(temporary)
        own = partial(measured, folder=folder, every=given.every, with_lists=not given.without_lists, show=given.show)
        results = dict(zip([one.name for one in chosen], pool.map(own, chosen), strict=True))
        found = {name: scores for name, (scores, _) in results.items()}
        shown = [f"{name}/{line}" for name, (_, lines) in results.items() for line in lines]
        if given.against and given.show:
            shown = changes(shown, earlier(chosen, given.against, given.every, given.show))
        print(*shown, sep="\n", end="\n" if shown else "")
        write_run(folder, found)
        report(folder, found, given.against, given.show)


def earlier(chosen: list[Volume], before: Path, every: int, layer: str) -> list[str]:
    """Return the differences of an earlier run in a layer."""
    return [
        f"{one.name}/{line}"
        for one in chosen
        if (before / one.name).is_dir()
        for line in score(cut(one, every), before / one.name, show=layer)[1]
    ]


if __name__ == "__main__":
    main()
