"""Hide the dates of dated documents, and count how often the bounds from the documents around them hold the date.

    python tools/score_bounds.py                     # every 4th dated document of the tunable volumes
    python tools/score_bounds.py --part held-out     # of those that nobody tunes on

The date of a document is the one that teiconv reads.  Each volume counts as a folder of a collection.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from statistics import median

from score_sample import Volume, volumes

from teiconv import read_text
from teiconv.collection.undated import Placed, bounds, first_and_last


@dataclass(frozen=True)
class Found:
    """What became of the hidden dates of a volume, and of the documents that have none."""

    name: str
    hidden: int
    right: int
    widths: tuple[int, ...]
    undated: int
    bounded: int


def placed(volume: Volume) -> Iterator[Placed]:
    """Yield the documents of ``volume`` in their order, with the dates that teiconv reads."""
    for text in volume.documents(1):
        document = read_text(text)
        date = document.date.attributes if document.date else ()
        is_note = document.body.get("subtype") == "editorial-note"
        yield Placed("", text.stem, text.stem, date, not date and not is_note)


def found(volume: Volume, every: int) -> Found:
    """Return what the bounds of every so many dated documents of ``volume`` are worth, each hidden alone."""
    documents = [*placed(volume)]
    dated = [at for at, one in enumerate(documents) if first_and_last(one.date)][::every]
    inside: list[bool] = []
    widths: list[int] = []
    for at in dated:
        hidden = documents[at]._replace(date=(), is_undated=True)
        given = dict(bounds([*documents[:at], hidden, *documents[at + 1 :]])).get(hidden.file)
        if given:
            first, last = (dict(given)[key] for key in ("notBefore", "notAfter"))
            day = first_and_last(documents[at].date)[0]
            inside.append(first[: len(day)] <= day[: len(first)] and day[: len(last)] <= last[: len(day)])
            widths.append(_days(last) - _days(first))
    given_to = dict(bounds(documents))
    return Found(
        volume.name, len(dated), sum(inside), tuple(widths), sum(one.is_undated for one in documents), len(given_to)
    )


def _days(day: str) -> int:
    year, month, rest = (*map(int, day.split("-")), 1, 1)[:3]
    return round(365.25 * year + 30.44 * month + rest)


def line(name: str, all_: list[Found]) -> str:
    """Return the figures of some volumes in a line."""
    widths = [width for one in all_ for width in one.widths]
    right, hidden = sum(one.right for one in all_), sum(one.hidden for one in all_)
    share = f"{right / len(widths):.3f} right, {median(widths):.0f} days wide" if widths else "–"
    undated = f"{sum(one.bounded for one in all_)} of {sum(one.undated for one in all_)} undated ones bounded"
    return f"{name:20}{len(widths):5} of {hidden:5} hidden dates bounded, {share}; {undated}"


def main() -> None:
    """Read, hide, count, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("tunable", "held-out"), default="tunable")
    parser.add_argument("--volumes", default="*", metavar="PATTERN", help="only those whose name fits")
    parser.add_argument("--every", type=int, default=4, metavar="N", help="hide every Nth date (default 4)")
    chosen = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        all_ = [*pool.map(partial(found, every=chosen.every), volumes(chosen.part, chosen.volumes))]
    print(*(line(one.name, [one]) for one in all_), line("all", all_), sep="\n")


if __name__ == "__main__":
    main()
