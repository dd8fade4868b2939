"""Bytes of text per second on one volume, one process: the whole path of a document, its steps, and its peers.

    python benchmarks/batch_peers.py [--rounds 5] [--spacy-python PYTHON --spacy-model PATH]

The whole path is what `teiconv batch --jobs 1` does: read, convert with lists, parse, validate, count, prove the round
trip, write.  Peers: Debian's pandoc (`pandoc -f markdown -t tei`) on the volume as one file; libxml2 parsing and
serialising the same TEI, the floor; spaCy's medium English model (en_core_web_md) on the same texts.  spaCy is run by
an interpreter of its own, for it is not among our dependencies.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from batch_material import VOLUME, chunkwise, corpus, documents, medians
from lxml import etree

from teiconv.batch import resolve
from teiconv.batch.converter import converter_for
from teiconv.batch.places import LocalFolder
from teiconv.batch.records import Job, Setup, Task
from teiconv.batch.run import in_chunks
from teiconv.batch.work import work
from teiconv.formats.tei.parsing import parse
from teiconv.settings import Settings

SPACY = """
import json, sys, time, spacy
texts = json.load(open(sys.argv[2]))
nlp = spacy.load(sys.argv[1])
nlp(texts[0])
started = time.perf_counter()
for text in texts:
    nlp(text)
print(time.perf_counter() - started)
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--spacy-python")
    parser.add_argument("--spacy-model", default="en_core_web_md")
    parser.add_argument("--spacy-documents", type=int, default=20)
    choices = parser.parse_args()
    files = documents(VOLUME)
    size = sum(file.stat().st_size for file in files)
    with tempfile.TemporaryDirectory() as place:
        seconds = medians(choices.rounds, peers(files, Path(place)))
    print(f"{VOLUME}: {len(files)} documents, {size:,} bytes; medians of {choices.rounds} rounds")
    whole = seconds["the whole path"]
    for name, taken in seconds.items():
        print(f"{name:42} {taken:7.3f} s  {size / taken / 1e6:8.2f} MB/s  {whole / taken:8.2f} × the whole path's time")
    if choices.spacy_python:
        spacy(choices, files, size / whole)


def peers(files: list[Path], place: Path) -> dict[str, object]:  # type: ignore[type-arg]
    volume = corpus() / VOLUME
    lists = Settings(persons=(volume / "persons.txt",), terms=(volume / "terms.txt",))
    (setup,), _ = resolve(str(volume), lists)
    tasks = [Task(file.name, f"{file.stem}.xml", size=file.stat().st_size) for file in files]
    converter = converter_for(setup)
    texts = [file.read_bytes() for file in files]
    tei = [made for made, _ in chunkwise([converter.converting(text, "") for text in texts])]

    def path(changed: Setup) -> object:
        converter_for(changed)

        def run() -> None:
            target = tempfile.mkdtemp(dir=place)  # a first conversion: nothing is replaced
            job = Job(LocalFolder(str(volume)), LocalFolder(target), (changed,))
            for chunk in in_chunks(tasks):
                check(work(job, chunk))

        return run

    found = {
        "the whole path": path(setup),
        "… without the round trip": path(replace(setup, verify=False)),
        "… without round trip and validation": path(replace(setup, verify=False, validate=False)),
        "step: convert": lambda: chunkwise([converter.converting(text, "") for text in texts]),
        "step: parse, validate and count": lambda: chunkwise(
            [converter.inspecting(parse(xml).getroot(), "") for xml in tei]
        ),
        "step: restore": lambda: [converter.restore(xml, "") for xml in tei],
        "libxml2: parse and serialise": lambda: [etree.tostring(etree.fromstring(xml)) for xml in tei],
    }
    if shutil.which("pandoc"):
        whole = place / "volume.md"
        whole.write_bytes(b"\n\n".join(texts))
        command = ["pandoc", "-f", "markdown", "-t", "tei", str(whole), "-o", str(place / "volume.xml")]
        found["pandoc -f markdown -t tei"] = lambda: subprocess.run(command, check=True)
    return found  # type: ignore[return-value]


def check(outcomes: tuple[object, ...]) -> None:
    failed = [row.failure for row in outcomes if row.failure]  # type: ignore[attr-defined]
    if failed:
        print(f"{len(failed)} failed: {failed[0]}")


def spacy(choices: argparse.Namespace, files: list[Path], ours: float) -> None:
    """Time the model on every n-th document: all of them would take many minutes."""
    some = files[:: max(1, len(files) // choices.spacy_documents)]
    texts = [file.read_text() for file in some]
    size = sum(file.stat().st_size for file in some)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as data:
        json.dump(texts, data)
        data.flush()
        command = [choices.spacy_python, "-c", SPACY, choices.spacy_model, data.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    rate = size / float(done.stdout)
    print(f"spaCy's model on {len(some)} of them: {rate / 1e3:.1f} kB/s; the whole path is {ours / rate:.0f} × that")


if __name__ == "__main__":
    main()
