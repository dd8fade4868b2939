"""Cost against size, for every notation and every hostile shape: the exponent, and the cost per byte.

    python growth.py [--largest 1000000] [--only NAME …] [--markdown]

Each shape is made at an eighth, a half and the whole of the largest size; each size is converted (or read, or
validated) once, or the best of three where it takes less than a second.  The exponent is that which fits the three
sizes best: 1 is linear.  The cost per byte is that of the largest size,
against ordinary papers of the same size, measured in the same run.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator

from growth_shapes import ORDINARY, TEXTS, XML

from teiconv.convert import converted, to_text
from teiconv.errors import TeiconvError
from teiconv.options import Options
from teiconv.validation import project_schemas, validate

FRACTIONS = (8, 2, 1)
STEEPEST, DEAREST = 1.1, 10.0
SHORT = 1.0


def seconds(work: Callable[[], object]) -> tuple[float, object]:
    """Return what ``work`` takes of the processor at best, and what it returns."""
    best, made = once(work)
    for _ in range(2 if best < SHORT else 0):
        best = min(best, once(work)[0])
    return best, made


def once(work: Callable[[], object]) -> tuple[float, object]:
    """Do ``work`` once; an error on purpose is a result."""
    gc.collect()
    started = time.process_time()
    try:
        made = work()
    except TeiconvError as error:
        made = error
    return time.process_time() - started, made


def text_to_tei(text: str, options: Options) -> object:
    return converted(text, options, schemas=project_schemas()).tei


def measured(name: str, largest: int) -> Iterator[tuple[str, list[float], str]]:
    """Yield a row for each direction of the shape: its name, the seconds at each size, and a remark."""
    if name in XML:
        files = [XML[name](largest // part) for part in FRACTIONS]
        for what, work in (("read", to_text), ("validate", validate)):
            found = [seconds(lambda data=data, work=work: work(data)) for data in files]
            yield f"{name}: {what}", [one for one, _ in found], remark(found[-1][1])
        return
    make, options = TEXTS[name]
    found = [seconds(lambda part=part: text_to_tei(make(largest // part), options)) for part in FRACTIONS]
    yield name, [one for one, _ in found], remark(found[-1][1])
    files = [made for _, made in found if isinstance(made, bytes)]
    if len(files) == len(FRACTIONS):
        yield f"{name}: back", [seconds(lambda data=data: to_text(data))[0] for data in files], ""


def remark(made: object) -> str:
    return f"refused: {made.message[:50]}" if isinstance(made, TeiconvError) else ""


def exponent(times: list[float]) -> float:
    """Return the exponent that fits the three sizes best (least squares of the logarithms)."""
    sizes = [-math.log(part) for part in FRACTIONS]
    logs = [math.log(max(one, 1e-3)) for one in times]
    middle, height = sum(sizes) / len(sizes), sum(logs) / len(logs)
    rise = sum((size - middle) * (log - height) for size, log in zip(sizes, logs, strict=True))
    return rise / sum((size - middle) ** 2 for size in sizes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    validate(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>")  # schemas are compiled once, whatever the size
    (_, base, _), *_ = measured(ORDINARY, given.largest)
    names = given.only or [*TEXTS, *XML]
    print("| shape | s at an eighth | half | whole | exponent | times the ordinary cost | |")
    print("|---|---|---|---|---|---|---|")
    failing = 0
    for name in names:
        for said, times, told in measured(name, given.largest):
            power, factor = exponent(times), times[-1] / base[-1]
            is_bad = times[-1] > 0.05 and (power > STEEPEST or factor > DEAREST)
            failing += is_bad
            shown = " | ".join(f"{one:.3f}" for one in times)
            print(f"| {said} | {shown} | {power:.2f} | {factor:.2f} | {'ABOVE ' if is_bad else ''}{told} |", flush=True)
    print(f"{failing} above {STEEPEST} or {DEAREST:g} times the ordinary cost")
    sys.exit(failing > 0)


if __name__ == "__main__":
    main()
