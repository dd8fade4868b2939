"""How long it takes to publish a collection in all formats, and how much memory.

``python publish.py COLLECTION`` publishes the folder that ``teiconv batch`` wrote into a temporary
folder, a format at a time and then all together, and prints seconds by the clock, seconds of the processor (what counts
where the machine has other work), and the peak of memory in MB.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from teiconv.publish.table import FORMATS

SETTINGS = """[edition]
id = "measured"
series = "A Series"
subseries = "1969–1976"
number = "Volume I"
title = "Measured"
base = "https://edition.example.org/"
editors = ["Ada Editor <ada@example.org>"]
creators = ["An Office"]
publisher = "A Press"
place = "Zenda"
date = 2026-11-29
licence = "https://creativecommons.org/publicdomain/mark/1.0/"
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the formats of teiconv publish.")
    parser.add_argument("collection", type=Path)
    collection = parser.parse_args().collection
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "teiconv.toml")
        config.write_text(SETTINGS, encoding="utf-8")
        for names in (*([name] for name in FORMATS), list(FORMATS)):
            seconds, busy, peak = measured(collection, Path(folder, "public"), config, names)
            print(f"{' '.join(names) if len(names) == 1 else 'all':10} {seconds:6.1f} s {busy:6.1f} s {peak:6.0f} MB")


def measured(collection: Path, target: Path, config: Path, names: list[str]) -> tuple[float, float, float]:
    """Return seconds by the clock, those of the processor, and the peak of memory of one call."""
    chosen = [part for name in names for part in ("--as", name)]
    command = [sys.executable, "-m", "teiconv", "publish", str(collection), str(target), "--config", str(config), "-q"]
    start = time.perf_counter()
    process = subprocess.Popen([*command, *chosen])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"publishing failed: {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
