"""The rows of a manifest, gathered: sums, distributions and the few things to look at, whatever their number."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from teiconv._version import __version__
from teiconv.batch.records import Doubt, Row

_LISTED = 500
"""Failures, and doubtful links, that are listed one by one; the rest is counted."""
_TOP = 40


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that was not converted, and why."""

    input: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A link that the machine was not sure of, and the document that it stands in."""

    input: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person, with mentions in all documents, and the documents with any."""

    name: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a batch came to.

    Attributes:
        documents: all of them; of these ``failed`` were not converted, and ``unchanged`` not again.
        seconds: the time that the work on them took, summed over all processes.
        sizes: documents by the size of their text, ``times`` by the seconds they took: the upper bound of each class
            (the next power of two) and the number in it, without classes that are empty at the ends.
        years: documents by year, ``gaps_by_year`` gaps by year and reason; documents without a date are ``undated``.
        failures, doubts: at most five hundred; ``failed`` and ``doubtful`` count them all.
    """

    version: str = __version__
    documents: int = 0
    failed: int = 0
    unchanged: int = 0
    input_bytes: int = 0
    output_bytes: int = 0
    seconds: float = 0.0
    notes: int = 0
    links: int = 0
    problems: int = 0
    doubtful: int = 0
    undated: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    failures: Sequence[Failed] = ()
    sizes: Mapping[int, int] = field(default_factory=dict)
    times: Mapping[float, int] = field(default_factory=dict)
    gaps: Mapping[str, int] = field(default_factory=dict)
    gaps_by_year: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    persons: Sequence[Mentioned] = ()
    doubts: Sequence[Doubtful] = ()


def gather(rows: Iterable[Row]) -> Report:
    """Return the report on ``rows``; what is kept of them does not grow with their number."""
    tally = _Tally()
    for row in rows:
        tally.add(row)
    return tally.report()


class _Tally:
    """Counts while the rows go by."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.seconds = 0.0
        self.kinds: Counter[str] = Counter()
        self.sizes: Counter[int] = Counter()
        self.times: Counter[int] = Counter()
        self.years: Counter[int] = Counter()
        self.gaps: Counter[str] = Counter()
        self.gaps_by_year: dict[int, Counter[str]] = {}
        self.mentions: Counter[str] = Counter()
        self.mentioning: Counter[str] = Counter()
        self.failures: list[Failed] = []
        self.doubts: list[Doubtful] = []

    def add(self, row: Row) -> None:
        self.sums.update(documents=1, input_bytes=row.input_bytes, output_bytes=row.output_bytes)
        self.seconds += row.seconds
        if row.failure:
            self.sums["failed"] += 1
            self.kinds[row.failure.kind] += 1
            if len(self.failures) < _LISTED:
                self.failures.append(Failed(row.input, row.failure.kind, row.failure.message))
            return
        self.sizes[_power(row.input_bytes)] += 1
        self.times[_power(row.seconds)] += 1
        self._add_facts(row)

    def _add_facts(self, row: Row) -> None:
        facts = row.facts
        self.sums.update(notes=facts.notes, links=facts.links, problems=len(row.problems), doubtful=len(facts.doubts))
        self.mentions.update(facts.persons)
        self.mentioning.update(facts.persons.keys())
        self.doubts += [Doubtful(row.input, doubt) for doubt in facts.doubts[: _LISTED - len(self.doubts)]]
        self.gaps.update(facts.gaps)
        year = _year(facts.date)
        if year is None:
            self.sums["undated"] += 1
            return
        self.years[year] += 1
        if facts.gaps:
            self.gaps_by_year.setdefault(year, Counter()).update(facts.gaps)

    def report(self) -> Report:
        persons = sorted(self.mentions.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
        return Report(
            documents=self.sums["documents"],
            failed=self.sums["failed"],
            input_bytes=self.sums["input_bytes"],
            output_bytes=self.sums["output_bytes"],
            notes=self.sums["notes"],
            links=self.sums["links"],
            problems=self.sums["problems"],
            doubtful=self.sums["doubtful"],
            undated=self.sums["undated"],
            seconds=round(self.seconds, 3),
            kinds=_falling(self.kinds),
            failures=self.failures,
            sizes={2**power: number for power, number in _unbroken(self.sizes).items()},
            times={2.0**power: number for power, number in _unbroken(self.times).items()},
            gaps=_falling(self.gaps),
            gaps_by_year={year: _falling(self.gaps_by_year.get(year, {})) for year in _unbroken(self.gaps_by_year)},
            years=_unbroken(self.years),
            persons=[Mentioned(name, number, self.mentioning[name]) for name, number in persons],
            doubts=self.doubts,
        )


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdecimal() else None


def _power(value: float) -> int:
    """Return the smallest power of two that is no less than ``value``."""
    return math.ceil(math.log2(value)) if value > 0 else 0


def _unbroken(counts: Mapping[int, object]) -> dict[int, int]:
    """Return ``counts`` with nothing left out between the first and the last; one far off all others stays alone."""
    if not counts:
        return {}
    first, last = min(counts), max(counts)
    keys = range(first, last + 1) if last - first <= 200 else sorted(counts)
    return {key: value if isinstance(value := counts.get(key, 0), int) else 0 for key in keys}


def _falling(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
