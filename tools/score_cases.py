"""Convert the small documents of ``../shared/cases/older``, and score them against their encodings.

    python tools/score_cases.py                    # all layers, micro F1
    python tools/score_cases.py --show note        # and the differences in a layer, case by case
    python tools/score_cases.py --save before      # keep figures and TEI; --against before compares with them

Each ``NAME.txt`` has its encoding in ``NAME.gold.xml``.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from lxml import etree
from scoring import SHARED, Scores, read_run, score, table, total, write_run

from teiconv.convert import converted
from teiconv.options import Options

CASES = SHARED / "cases" / "older"
DOCUMENT = "//*[local-name()='div'][@type='document']/@xml:id"


def measured(case: Path, folder: Path, show: str) -> tuple[Scores, list[str]]:
    """Convert and score one case; return its figures and its differences in the layer ``show``."""
    gold = case.with_suffix(".gold.xml")
    (identifier, *_) = etree.parse(str(gold)).xpath(DOCUMENT)
    target = folder / case.stem
    target.mkdir(parents=True, exist_ok=True)
    options = Options(identifier=str(identifier))
    (target / f"{identifier}.xml").write_bytes(converted(case.read_bytes(), options, name=str(case)).tei)
    return score(gold, target, show=show)


def main() -> None:
    """Convert, score, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", default="", metavar="LAYER", help="list the differences in this layer")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="keep the TEI and the figures")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="compare with what was kept there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.save or Path(temporary)
        results = {case.stem: measured(case, folder, given.show) for case in sorted(CASES.glob("*.txt"))}
        found = {name: scores for name, (scores, _) in results.items()}
        print(*(f"{name}/{line}" for name, (_, lines) in results.items() for line in lines), sep="\n")
        print(table(total(found.values()), total(read_run(given.against).values()) if given.against else None))
        write_run(folder, found)


if __name__ == "__main__":
    main()
