"""The rows of a manifest, gathered: sums, distributions and the few things to look at, whatever their number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from teiconv.advice import TOLD
from teiconv.batch.report.classes import class_of, falling, month_of, spread, unbroken, unbroken_months, year_of
from teiconv.batch.report.found import DOCUMENTS, Found
from teiconv.batch.report.records import (
    Doubtful,
    Failed,
    Gone,
    Listed,
    Mentioned,
    Report,
    Slow,
    Told,
    Unlisted,
    Warned,
)
from teiconv.batch.rows import Row
from teiconv.document.record import NOT_CARRIED_OUT

LISTED = 500
"""Failures that are listed one by one; the rest is counted."""
_TOP = 30
_SLOWEST = 10
_ADVISED = 5_000
"""Pieces of advice that are listed, each with its document."""
_BINARY, _DECIMAL = (1, 2, 4, 8), (1, 2, 5)
_NUMBER = re.compile(r"\d+")


def gather(rows: Iterable[Row], name: str = "") -> Report:
    """Return the report on ``rows``, called ``name``; what is kept of them does not grow with their number."""
    tally = _Tally()
    for row in rows:
        tally.add(row)
    return tally.report(name)


class _Tally:
    """Counts while the rows go by."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.seconds = 0.0
        self.moments: tuple[str, str] = ("", "")
        self.kinds: Counter[str] = Counter()
        self.sizes: Counter[float] = Counter()
        self.times: Counter[float] = Counter()
        self.years: Counter[int] = Counter()
        self.months: Counter[str] = Counter()
        self.gaps: Counter[str] = Counter()
        self.gaps_by_year: dict[int, Counter[str]] = {}
        self.mentions: Counter[str] = Counter()
        self.mentioning: Counter[str] = Counter()
        self.failures: list[Failed] = []
        self.gone: list[Gone] = []
        self.slowest: list[Slow] = []
        self.doubts = Found()
        self.warnings = Found()
        self.advice: list[Told] = []
        self.unlisted = Found()
        self.persons = Found()
        self.listed: list[Listed] = []

    def add(self, row: Row) -> None:
        if row.gone:
            self.sums["gone"] += 1
            self.gone.append(Gone(row.output, row.facts.title))
            del self.gone[LISTED:]
            return
        self.sums.update(documents=1, input_bytes=row.input_bytes, output_bytes=row.output_bytes)
        self.seconds += row.seconds
        if row.time:
            since, until = self.moments
            self.moments = (min(since or row.time, row.time), max(until, row.time))
        place = self.sums["documents"] - 1
        if place < DOCUMENTS:
            self.listed.append(_listed(row))
        if row.failure:
            self.sums["failed"] += 1
            self.kinds[row.failure.kind] += 1
            if len(self.failures) < LISTED:
                self.failures.append(Failed(row.input, row.failure.kind, row.failure.message))
            return
        self.sizes[class_of(row.input_bytes, _BINARY)] += 1
        self.times[class_of(row.seconds, _DECIMAL)] += 1
        slowest = [*self.slowest, Slow(row.input, row.seconds, row.input_bytes)]
        self.slowest = sorted(slowest, key=lambda each: (-each.seconds, each.input))[:_SLOWEST]
        self._add_facts(row, place)
        for problem in row.problems:
            if told := TOLD.match(problem):
                self._add_advice(Told(row.input, int(told["line"]), told["message"], told["kind"]))
            else:
                words = problem if NOT_CARRIED_OUT in problem else _NUMBER.sub("…", problem)
                self.warnings.add((words,), row.input, place)

    def _add_advice(self, told: Told) -> None:
        self.sums["advised"] += 1
        if len(self.advice) < _ADVISED:
            self.advice.append(told)

    def _add_facts(self, row: Row, place: int) -> None:
        facts = row.facts
        self.sums.update(
            notes=facts.notes,
            links=facts.links,
            problems=sum(TOLD.match(each) is None for each in row.problems),
            doubtful=len(facts.doubts),
        )
        self.mentions.update(facts.persons)
        self.mentioning.update(facts.persons.keys())
        for doubt in facts.doubts:
            self.doubts.add((doubt.kind, doubt.text, doubt.target, doubt.cert), row.input, place)
        for person in facts.persons:
            self.persons.add((person,), row.input, place)
        for found in row.part.found if row.part else ():
            self.unlisted.add((found.text,), row.input, place)
        self.gaps.update(facts.gaps)
        year = year_of(facts.date)
        if year is None:
            self.sums["undated"] += 1
            return
        self.years[year] += 1
        if month := month_of(facts.date):
            self.months[month] += 1
        if facts.gaps:
            self.gaps_by_year.setdefault(year, Counter()).update(facts.gaps)

    def report(self, name: str) -> Report:
        persons = sorted(self.mentions.items(), key=lambda item: (-item[1], item[0]))[:_TOP]
        gap_years = unbroken({year: sum(found.values()) for year, found in self.gaps_by_year.items()})
        counts: dict[str, Any] = dict(self.sums)
        return Report(
            **counts,
            name=name,
            since=self.moments[0],
            until=self.moments[1],
            seconds=round(self.seconds, 3),
            kinds=falling(self.kinds),
            failures=self.failures,
            files_gone=self.gone,
            sizes={int(bound): number for bound, number in spread(self.sizes, _BINARY).items()},
            times=spread(self.times, _DECIMAL),
            slowest=self.slowest,
            gaps=falling(self.gaps),
            gaps_by_year={year: falling(self.gaps_by_year.get(year, {})) for year in gap_years},
            years=unbroken(self.years),
            months=unbroken_months(self.months),
            persons=[
                Mentioned(person, number, self.mentioning[person], self.persons.within((person,)))
                for person, number in persons
            ],
            doubts=[
                Doubtful(kind, text, target, cert, times.count, times.first, times.within)
                for (kind, text, target, cert), times in self.doubts.most(LISTED)
            ],
            advice=sorted(self.advice),
            warnings=[
                Warned(message, times.count, times.first, times.within)
                for (message,), times in self.warnings.most(LISTED)
            ],
            unlisted=[
                Unlisted(name, times.count, times.first, times.within) for (name,), times in self.unlisted.most(LISTED)
            ],
            listed=self.listed,
        )


def _listed(row: Row) -> Listed:
    """Return what the table of all documents has of one."""
    facts = row.facts
    return Listed(
        row.input,
        "" if row.failure else row.output,
        row.part.id if row.part else "",
        facts.number,
        facts.title,
        facts.date or "",
        facts.sender,
        facts.recipient,
        facts.notes,
        facts.gaps,
        len(facts.doubts),
        len(row.problems),
        row.failure is not None,
    )
