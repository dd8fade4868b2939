"""How a batch grows: with processes, with documents (memory), and with the size of a document.

python benchmarks/batch_scale.py processes | memory [--copies 10] [--form folder|jsonl|parquet] | size
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from batch_material import COMMAND, VOLUME, chunkwise, cpu, documents, shelf, timed

from teiconv.batch.converter import converter_for
from teiconv.batch.plan import resolve
from teiconv.batch.steps import at_once
from teiconv.settings import Settings


def run(source: Path, target: Path, jobs: int) -> subprocess.Popen[bytes]:
    command = [*COMMAND, str(source), str(target), "--fresh", "-q"]
    return subprocess.Popen([*command, "--jobs", str(jobs)], stderr=subprocess.DEVNULL)


def processes(place: Path, rounds: int = 3) -> None:
    source = shelf(place / "in")
    found: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs, seconds in found.items():
            started = time.perf_counter()
            run(source, place / f"out{jobs}", jobs).wait()
            seconds.append(time.perf_counter() - started)
            print(f"{jobs} process(es): {seconds[-1]:.2f} s", flush=True)
    one, two = (statistics.median(seconds) for seconds in found.values())
    print(f"medians of {rounds}: one {one:.2f} s, two {two:.2f} s: {one / two:.2f} times as fast")


def memory(place: Path, copies: int, form: str) -> None:
    for name, source in {
        "300 documents": shelf(place / "small", limit=300),
        f"the corpus {copies} times": shelf(place / "large", copies=copies),
    }.items():
        count = sum(1 for path in source.rglob("d*.txt"))
        source = as_table(source, form)
        started = time.perf_counter()
        process = run(source, place / "out", 2)
        peaks: dict[int, float] = {}
        watcher = threading.Thread(target=watch, args=(process, peaks))
        watcher.start()
        process.wait()
        watcher.join()
        parent = peaks.pop(process.pid)
        workers = ", ".join(f"{peak:.0f}" for peak in sorted(peaks.values(), reverse=True)[:2])
        seconds = time.perf_counter() - started
        print(
            f"{name} ({count:,}, {seconds:.0f} s): peak of the parent {parent:.0f} MB, of the workers {workers} MB",
            flush=True,
        )


def as_table(source: Path, form: str) -> Path:
    """Write the documents of ``source`` to a table beside it, row by row; a folder stays what it is."""
    if form == "folder":
        return source
    target = source.with_suffix(f".{form}")
    rows = ({"id": str(path.relative_to(source)), "text": path.read_text()} for path in sorted(source.rglob("d*.txt")))
    if form == "jsonl":
        with target.open("w") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
        return target
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([("id", pyarrow.string()), ("text", pyarrow.string())])
    with parquet.ParquetWriter(target, schema) as writer:
        for batch in batched(rows, 1000):
            writer.write_batch(pyarrow.RecordBatch.from_pylist(batch, schema))
    return target


def batched(rows: Iterable[dict[str, str]], size: int) -> Iterator[list[dict[str, str]]]:
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


def watch(process: subprocess.Popen[bytes], peaks: dict[int, float]) -> None:
    """Note the greatest resident size of ``process`` and its children while it runs."""
    while process.poll() is None:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        try:
            pids = [process.pid, *map(int, children.read_text().split())]
        except OSError:
            return
        for pid in pids:
            try:
                status = Path(f"/proc/{pid}/status").read_text()
            except OSError:
                continue
            if found := re.search(r"VmHWM:\s+(\d+) kB", status):
                peaks[pid] = int(found[1]) / 1000
        time.sleep(0.05)


def size(megabytes: tuple[int, ...] = (1, 3, 10)) -> None:
    """Convert one document made of many: the rate per byte should be that of ordinary ones."""
    files = documents(VOLUME)
    volume = files[0].parent
    lists = Settings(persons=(volume / "persons.txt",), terms=(volume / "terms.txt",))
    converter = converter_for(resolve(str(volume), lists)[0][0])
    texts = [file.read_bytes() for file in files]
    total = sum(map(len, texts))

    def convert_and_restore() -> None:
        for tei, _ in chunkwise([converter.converting(text, "") for text in texts]):
            converter.restore(tei, "")

    ordinary = total / timed(convert_and_restore)
    print(f"ordinary documents, converted and restored: {ordinary / 1e6:.3f} MB/s", flush=True)
    body = b"\n\n".join(text.split(b"\n  1. ")[0] for text in texts)
    for wanted in megabytes:
        text = (body * (wanted * 10**6 // len(body) + 1))[: wanted * 10**6].decode(errors="ignore").encode()
        started = cpu()
        assert converter.restore(at_once(converter.converting(text, ""))[0], "") == text
        rate = len(text) / (cpu() - started)
        print(
            f"one document of {wanted} MB: {rate / 1e6:.3f} MB/s, {rate / ordinary:.2f} of the ordinary rate",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["processes", "memory", "size"])
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--form", choices=["folder", "jsonl", "parquet"], default="folder")
    choices = parser.parse_args()
    if choices.what == "size":
        size()
        return
    with tempfile.TemporaryDirectory() as place:
        processes(Path(place)) if choices.what == "processes" else memory(Path(place), choices.copies, choices.form)


if __name__ == "__main__":
    main()
