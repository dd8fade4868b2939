"""What each pass of a conventions gains: the figures of an evaluation with it, and without it.

    python tools/gains.py GOLD.xml TEXTS [--conventions frus] [--every 10]

GOLD is a volume as its editors encoded it; TEXTS the folder of its texts, named after their ids, with the lists
``persons.txt`` and ``terms.txt`` where there are any.  Each row is a pass; the columns are the layers that lose most
without it, in points of F1.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from teiconv.conventions.base import Conventions
from teiconv.conventions.reading import structured
from teiconv.conventions.table import named, sample
from teiconv.convert import annotated, write_tei
from teiconv.evaluation.gather import evaluate
from teiconv.evaluation.layers import LAYERS
from teiconv.formats.table import FileDraft
from teiconv.formats.text import decode
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options

MOST = 4
LEAST = 0.0005


def options_of(texts: Path) -> Options:
    """Return the options with the lists that stand beside the texts."""
    persons, terms = texts / "persons.txt", texts / "terms.txt"
    return Options(
        persons=load_persons([(str(persons), persons.read_bytes())]) if persons.exists() else None,
        terms=load_terms([(str(terms), terms.read_bytes())]) if terms.exists() else None,
    )


def figures(gold: Path, files: list[Path], conventions: Conventions, options: Options) -> dict[str, float]:
    """Return F1 of each layer for ``files``, read by ``conventions``."""
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            text, form = decode(file.read_bytes())
            draft = conventions.draft(sample(text))
            own = replace(options, identifier=file.stem)
            found = FileDraft(draft, form, conventions)
            document = annotated(structured(draft, conventions), found, own)
            (Path(folder) / f"{file.stem}.xml").write_bytes(write_tei(document))
        evaluation = evaluate(gold, [Path(folder)])
        return {layer.name: evaluation.total(layer.name).f1 for layer in LAYERS}


def main() -> None:
    """Measure, and print a row for each pass."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--conventions", default="frus")
    parser.add_argument("--every", type=int, default=10)
    given = parser.parse_args()
    conventions, options = named(given.conventions), options_of(given.texts)
    files = sorted(file for file in given.texts.glob("*.txt") if file.name not in ("persons.txt", "terms.txt"))
    files = files[:: given.every]
    whole = figures(given.gold, files, conventions, options)
    names = [step.name for step in conventions.passes[:-1]] + [step.name for step in conventions.annotators[1:]]
    for name in names:
        left = figures(given.gold, files, conventions.without(name), options)
        lost = {layer: whole[layer] - left[layer] for layer in whole}
        most = [layer for layer in sorted(lost, key=lambda layer: -abs(lost[layer])) if abs(lost[layer]) >= LEAST]
        print(f"{name:16}", ", ".join(f"{layer} {lost[layer]:+.3f}" for layer in most[:MOST]) or "nothing here")


if __name__ == "__main__":
    main()
