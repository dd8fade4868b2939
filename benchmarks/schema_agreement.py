"""Try generated and mutated documents against all schemas, with jing as the referee.

``python benchmarks/schema_agreement.py --documents 10000 [--tei-all ../shared/schema/tei_all.rng] [--outputs FOLDER]``

Half of the documents are made at random from the project's grammar, half are slips made in those, in the samples and
in the TEI files of ``--outputs``.  Two things must not happen, and are counted: the project's grammar accepts what
``tei_all`` refuses (by jing); two of the project's validators (RELAX NG by libxml2 and by jing, W3C schema by libxml2
and by xmlschema) disagree.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import xmlschema
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from grammar_tools import SCHEMAS, TEI_ALL, Generator, grammar_of, jing_refuses, mutated

SAMPLES = Path(__file__).parents[1] / "tests" / "samples" / "valid"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tei-all", type=Path, default=TEI_ALL)
    parser.add_argument("--outputs", type=Path, help="a folder of TEI files to make slips in")
    parser.add_argument("--xmlschema", type=int, default=1000, help="how many are tried with xmlschema, too (slow)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = list(_written(documents(arguments), Path(folder)))
        return _report(files, arguments)


def documents(arguments: argparse.Namespace) -> Iterator[etree._Element]:
    grammar = grammar_of(SCHEMAS / "teiconv.rng")
    generator = Generator(grammar, arguments.seed)
    choose = random.Random(arguments.seed)
    paths = [*SAMPLES.glob("*.xml"), *(sorted(arguments.outputs.rglob("*.xml")) if arguments.outputs else ())]
    real = [etree.parse(path, etree.XMLParser(collect_ids=False)).getroot() for path in paths]
    made: list[etree._Element] = []
    for number in range(arguments.documents):
        if number % 2 == 0:
            made.append(generator.document())
            yield made[-1]
        else:
            yield mutated(choose.choice(real if number % 4 == 1 else made), grammar.element_names, choose)


def _written(roots: Iterator[etree._Element], folder: Path) -> Iterator[Path]:
    for number, root in enumerate(roots):
        path = folder / f"{number}.xml"
        path.write_bytes(etree.tostring(root))
        yield path


def _report(files: list[Path], arguments: argparse.Namespace) -> int:
    rng = etree.RelaxNG(etree.parse(SCHEMAS / "teiconv.rng"))
    xsd = etree.XMLSchema(etree.parse(SCHEMAS / "teiconv.xsd"))
    slow = xmlschema.XMLSchema(str(SCHEMAS / "teiconv.xsd"))
    ours, theirs = jing_refuses(SCHEMAS / "teiconv.rng", files), jing_refuses(arguments.tei_all, files)
    counts: Counter[str] = Counter()
    for number, path in enumerate(files):
        tree = etree.parse(path, etree.XMLParser(collect_ids=False))
        verdicts = {"jing": path not in ours, "rng": rng.validate(tree), "xsd": xsd.validate(tree)}
        if number < arguments.xmlschema:
            verdicts["xmlschema"] = slow.is_valid(tree)
        counts["accepted" if verdicts["rng"] else "refused"] += 1
        if len(set(verdicts.values())) > 1:
            counts["validators disagree"] += 1
            print(path.name, verdicts, ours.get(path), rng.error_log.last_error, xsd.error_log.last_error)
        if any(verdicts.values()) and path in theirs:
            counts["accepted, but not by tei_all"] += 1
            print(path.name, theirs[path])
    print(f"{len(files)} documents:", ", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    return 1 if counts["validators disagree"] or counts["accepted, but not by tei_all"] else 0


if __name__ == "__main__":
    sys.exit(main())
