"""The report as one page: nothing to load, nothing to run; readable in light and dark, on paper, and aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files

from lxml import etree

from teiconv.batch.report.plots import ColumnPlot, E, Html
from teiconv.batch.report.records import Doubtful, Report
from teiconv.batch.report.tables import clean, counted, figure, table
from teiconv.batch.report.units import binary_size, duration, moment, size

_SERIES = 5
_MONTHS = 72
"""Months that are drawn one by one; documents of a longer time are drawn by year."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_REASONS = {
    "SourceError": "text cannot be read",
    "TeiError": "XML cannot be read",
    "InvalidError": "TEI would not be valid",
    "WorkerDied": "process died",
    "TeiconvError": "cannot be converted",
}
_DECIDE = (
    "To decide them, write a table with teiconv persons --doubtful, fill it in, and give it to the next run with "
    "--decisions."
)


def page(report: Report) -> bytes:
    """Return ``report`` as an HTML page in UTF-8."""
    sections = [section for section in (make(report) for make in _SECTIONS) if section is not None]
    style = files("teiconv.batch.report").joinpath("style.css").read_text(encoding="utf-8")
    title = f"Batch report: {clean(report.name)}" if report.name else "Batch report"
    root = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(title),
            E.style(style),
        ),
        E.body(_header(report, title, sections), E.main(*sections), E.footer(f"teiconv {report.version}")),
        lang="en",
    )
    html: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return html


def _header(report: Report, title: str, sections: Sequence[Html]) -> Html:
    well = report.documents - report.failed
    verdict = f"{report.failed:,} failed." if report.failed else "None failed."
    when = f"They were converted between {moment(report.since)} and {moment(report.until)}." if report.until else ""
    links = [E.a(section.findtext("h2") or "", href=f"#{section.get('id')}") for section in sections]
    return E.header(
        E.h1(title),
        E.p(f"{well:,} of {report.documents:,} documents were converted. {verdict} {clean(when)}", {"class": "lead"}),
        E.nav(*links, {"aria-label": "Sections"}),
    )


def _totals(report: Report) -> Html:
    rate = size(report.input_bytes / report.seconds) if report.seconds else "–"
    entries = [
        ("Documents", f"{report.documents:,}", ""),
        ("Failed", f"{report.failed:,}", "bad" if report.failed else "good"),
        ("Unchanged", f"{report.unchanged:,}", ""),
        ("Text", size(report.input_bytes), ""),
        ("TEI", size(report.output_bytes), ""),
        ("Working time", duration(report.seconds), ""),
        ("Rate, one process", f"{rate}/s", ""),
        ("Notes", f"{report.notes:,}", ""),
        ("Gaps", f"{sum(report.gaps.values()):,}", ""),
        ("Links", f"{report.links:,}", ""),
        ("Doubtful links", f"{report.doubtful:,}", ""),
        ("Warnings", f"{report.problems:,}", ""),
    ]
    boxes = [E.div(E.dt(name), E.dd(value, {"class": mood})) for name, value, mood in entries]
    return _section("totals", "Totals", E.dl(*boxes, {"class": "totals"}))


def _failures(report: Report) -> Html | None:
    if not report.failed:
        return None
    kinds = {_reason(kind): number for kind, number in report.kinds.items()}
    rows = [
        (each.input, _reason(each.kind), each.message.removeprefix(each.input).lstrip(": ")) for each in report.failures
    ]
    return _section(
        "failures",
        "What failed, and why",
        counted("Reasons", ("Reason", "Documents"), kinds),
        table("Documents that failed", ("Document", "Reason", "Line, column, and what is wrong"), rows),
        *_more(report.failed - len(report.failures)),
    )


def _reason(kind: str) -> str:
    return _REASONS.get(kind, f"a fault of teiconv ({kind})")


def _dates(report: Report) -> Html | None:
    if not report.years:
        return None
    by_month = 1 < len(report.months) <= _MONTHS
    counts = report.months if by_month else report.years
    unit = "month" if by_month else "year"
    plot = ColumnPlot(f"Documents by {unit}", list(map(str, counts)), _one(counts), across=unit)
    without = sum(report.years.values()) - sum(report.months.values()) if by_month else 0
    notes = [(report.undated, "have no date in their text"), (without, "have a year only")]
    said = [E.p(f"{number:,} {what}.") for number, what in notes if number]
    return _section("dates", "Documents by date", figure(plot), *said)


def _gaps(report: Report) -> Html | None:
    if not report.gaps:
        return None
    parts = [counted("Gaps by kind", ("Kind", "Gaps"), report.gaps)]
    if report.gaps_by_year:
        years = list(map(str, report.gaps_by_year))
        parts.append(figure(ColumnPlot("Gaps by year", years, _by_kind(report), "gaps", "year")))
    return _section("gaps", "Gaps", *parts)


def _by_kind(report: Report) -> dict[str, list[int]]:
    """Return the gaps of each year by kind: the most frequent kinds, and all others together."""
    years = report.gaps_by_year.values()
    shown, rest = list(report.gaps)[:_SERIES], list(report.gaps)[_SERIES:]
    series = {clean(kind): [year.get(kind, 0) for year in years] for kind in shown}
    return {**series, "others": [sum(year.get(kind, 0) for kind in rest) for year in years]} if rest else series


def _persons(report: Report) -> Html | None:
    if not report.persons:
        return None
    most = report.persons[0].mentions
    rows = [(each.name, f"{each.mentions:,}", f"{each.documents:,}", each.mentions / most) for each in report.persons]
    heads = ("Person", "Mentions", "Documents", "")
    return _section("persons", "Most mentioned persons", table("Persons", heads, rows, numbers=(1, 2)))


def _doubts(report: Report) -> Html | None:
    people = [each for each in report.doubts if each.kind != "ref"]
    references = [each for each in report.doubts if each.kind == "ref"]
    parts: list[Html] = []
    if people:
        parts += [E.h3("Persons"), E.p(_DECIDE), _doubtful("Doubtful persons", people)]
    if references:
        parts += [E.h3("References"), _doubtful("Doubtful references", references)]
    rest = report.doubtful - sum(each.count for each in report.doubts)
    return _section("doubts", "Doubtful links", *parts, *_more(rest)) if parts else None


def _doubtful(title: str, doubts: Sequence[Doubtful]) -> Html:
    rows = [(each.text, each.target, each.cert, f"{each.count:,}", each.first) for each in doubts]
    return table(title, ("Wording", "Linked to", "Certainty", "Times", "First in"), rows, numbers=(3,))


def _advice(report: Report) -> Html | None:
    if not report.advice:
        return None
    rows = [(each.input, f"{each.line:,}", each.message) for each in report.advice]
    listed = table("What to look at", ("Document", "Line", "What"), rows, numbers=(1,))
    return _section("advice", "What to look at", listed, *_more(report.advised - len(report.advice)))


def _warnings(report: Report) -> Html | None:
    if not report.warnings:
        return None
    rows = [(each.message, f"{each.count:,}", each.first) for each in report.warnings]
    listed = table("Warnings", ("Warning", "Times", "First in"), rows, numbers=(1,))
    return _section(
        "warnings", "Warnings", listed, *_more(report.problems - sum(each.count for each in report.warnings))
    )


def _sizes_and_times(report: Report) -> Html | None:
    if not report.sizes:
        return None
    sizes = [f"≤ {binary_size(bound)}" for bound in report.sizes]
    times = [f"≤ {duration(bound)}" for bound in report.times]
    slowest = [(each.input, duration(each.seconds), size(each.input_bytes)) for each in report.slowest]
    return _section(
        "sizes",
        "Sizes and times",
        figure(ColumnPlot("Documents by size of the text", sizes, _one(report.sizes), across="size")),
        figure(ColumnPlot("Documents by working time", times, _one(report.times), across="time")),
        E.h3("The slowest"),
        table("The slowest documents", ("Document", "Time", "Text"), slowest, numbers=(1, 2)),
    )


_SECTIONS = (_totals, _failures, _advice, _warnings, _doubts, _dates, _gaps, _persons, _sizes_and_times)
"""What an editor has to do comes first, then what the documents are."""


def _section(identifier: str, title: str, *content: Html) -> Html:
    return E.section(E.h2(title), *content, id=identifier)


def _more(number: int) -> list[Html]:
    return [E.p(f"… and {number:,} more; the manifest has them all.")] if number > 0 else []


def _one(counts: Mapping[int, int] | Mapping[float, int] | Mapping[str, int]) -> dict[str, list[int]]:
    return {"documents": list(counts.values())}
