"""Throughput of ``teiconv validate``, as a ratio to libxml2 alone: parsing, RELAX NG and W3C schema.

``python benchmarks/validation.py FOLDER`` (of TEI files; the more, the truer)
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from teiconv.validation import schema_folder
from teiconv.validation.batch import check_files

ROUNDS = 3


def main() -> None:
    """Print seconds and ratios."""
    files = sorted(Path(sys.argv[1]).rglob("*.xml"))
    grammar = etree.RelaxNG(etree.parse(schema_folder() / "teiconv.rng"))
    schema = etree.XMLSchema(etree.parse(schema_folder() / "teiconv.xsd"))

    parser = etree.XMLParser(collect_ids=False)

    def by_grammar() -> None:
        for file in files:
            grammar.validate(etree.parse(file, parser))

    def by_both() -> None:
        for file in files:
            tree = etree.parse(file, parser)
            grammar.validate(tree)
            schema.validate(tree)

    alone = _best(by_grammar)
    print(f"{len(files)} files, best of {ROUNDS} rounds")
    print(f"libxml2 alone, RELAX NG:            {alone:.3f} s, {alone / len(files) * 1000:.3f} ms a file")
    both = _best(by_both)
    print(f"libxml2 alone, RELAX NG and XSD:    {both:.3f} s; throughput {alone / both:.2f} of the first")
    for jobs in sorted({1, os.cpu_count() or 1}):
        ours = _best(lambda jobs=jobs: list(check_files(files, (), jobs)))
        what = f"teiconv, RELAX NG and rules, {jobs} process{'es' if jobs > 1 else ''}:"
        print(f"{what:<40}{ours:.3f} s; throughput {alone / ours:.2f} of the first, {both / ours:.2f} of the second")


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
