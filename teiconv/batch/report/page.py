"""The report as one page: nothing to load; readable in light and dark, on paper, aloud, and without its one script.

What an editor has to do comes first: what failed, what is told; then the documents, and what they are; times last.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from shlex import quote

from lxml import etree

from teiconv.batch.report.documents import Documents, Places, dated, with_gap
from teiconv.batch.report.failures import failures, without_text
from teiconv.batch.report.plots import ColumnPlot, E, Html
from teiconv.batch.report.records import Doubtful, Report
from teiconv.batch.report.tables import Leading, clean, counted, figure, more, section, table
from teiconv.batch.report.units import binary_size, duration, moment, size

_SERIES = 5
_MONTHS = 72
"""Months that are drawn one by one; documents of a longer time are drawn by year."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
_FILES = ("style.css", "script.js")


def page(report: Report, places: Places | None = None) -> bytes:
    """Return ``report`` as an HTML page in UTF-8; its documents lead to their ``places``."""
    documents = Documents(report, places or Places())
    sections = [made for made in (make(documents) for make in _SECTIONS) if made is not None]
    style, script = (files("teiconv.batch.report").joinpath(name).read_text("utf-8") for name in _FILES)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    title = f"Batch report: {clean(report.name)}" if report.name else "Batch report"
    root = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY.format(digest=digest)}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(title),
            E.style(style),
        ),
        E.body(
            _header(report, title, sections), E.main(*sections), E.footer(f"teiconv {report.version}"), E.script(script)
        ),
        lang="en",
    )
    html: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return html


def _header(report: Report, title: str, sections: Sequence[Html]) -> Html:
    well = report.documents - report.failed
    verdict = f"{report.failed:,} failed." if report.failed else "None failed."
    since, until = moment(report.since), moment(report.until)
    period = f"at {since}" if since == until else f"between {since} and {until}"
    when = f"They were converted {period}." if report.until else ""
    links = [E.a(each.findtext("h2") or "", href=f"#{each.get('id')}") for each in sections]
    return E.header(
        E.h1(title),
        E.p(f"{well:,} of {report.documents:,} documents were converted. {verdict} {clean(when)}", {"class": "lead"}),
        E.nav(*links, {"aria-label": "Sections"}),
    )


def _totals(documents: Documents) -> Html:
    report, those = documents.report, documents.those
    boxes = [
        _figure("Documents", documents.leading(f"{report.documents:,}", range(len(report.listed)), "all")),
        _figure("Failed", those(f"{report.failed:,}", "failed"), "bad" if report.failed else "good"),
        _figure("Unchanged", f"{report.unchanged:,}"),
        _figure("Warnings", those(f"{report.problems + report.advised:,}", "with warnings")),
        _figure("Doubtful links", those(f"{report.doubtful:,}", "with doubtful links")),
        _figure("Without a date", those(f"{report.undated:,}", "without a date")),
        _figure("Notes", those(f"{report.notes:,}", "with notes")),
        _figure("Gaps", those(f"{sum(report.gaps.values()):,}", "with gaps")),
        _figure("References", f"{report.links:,}"),
    ]
    return section("totals", "Totals", E.dl(*boxes, {"class": "totals"}))


def _figure(name: str, value: str | Html, mood: str = "") -> Html:
    return E.div(E.dt(name), E.dd(value, {"class": mood}))


def _advice(documents: Documents) -> Html | None:
    report = documents.report
    if not report.advice:
        return None
    rows = [(documents.opened(each.input), f"{each.line:,}", each.message) for each in report.advice]
    listed = table("What to look at", ("Document", "Line", "What"), rows, numbers=(1,))
    return section("advice", "What to look at", listed, *more(report.advised - len(report.advice)))


def _warnings(documents: Documents) -> Html | None:
    report = documents.report
    if not report.warnings:
        return None
    rows = [
        (documents.leading(each.message, each.within), f"{each.count:,}", documents.opened(each.first))
        for each in report.warnings
    ]
    listed = table("Warnings", ("Warning", "Times", "First in"), rows, numbers=(1,))
    return section("warnings", "Warnings", listed, *more(report.problems - sum(each.count for each in report.warnings)))


def _doubts(documents: Documents) -> Html | None:
    report = documents.report
    people = [each for each in report.doubts if each.kind != "ref"]
    references = [each for each in report.doubts if each.kind == "ref"]
    parts: list[Html] = []
    if people:
        parts += [E.h3("Persons"), E.p(*_deciding(documents.places)), _doubtful(documents, "Doubtful persons", people)]
    if references:
        parts += [E.h3("References"), _doubtful(documents, "Doubtful references", references)]
    rest = report.doubtful - sum(each.count for each in report.doubts)
    return section("doubts", "Doubtful links", *parts, *more(rest)) if parts else None


def _deciding(places: Places) -> tuple[Html | str, ...]:
    """Return how links are decided: by a command, which is told where the report can see the folder."""
    command = E.code(f"teiconv review {quote(places.tei)}") if places.tei else "teiconv review"
    one = (". With ", E.code("--document"), " and the id of a document, it begins there")
    return ("Decide them with ", command, ", which shows each beside its text", *one,
            ". The next run of the batch carries out what was decided.")  # fmt: skip


def _doubtful(documents: Documents, title: str, doubts: Sequence[Doubtful]) -> Html:
    rows = [
        (
            documents.leading(each.text, each.within, f"with “{each.text}” in doubt"),
            each.target,
            each.cert,
            f"{each.count:,}",
            documents.opened(each.first),
        )
        for each in doubts
    ]
    return table(title, ("Wording", "Linked to", "Certainty", "Times", "First in"), rows, numbers=(3,))


def _unlisted(documents: Documents) -> Html | None:
    report = documents.report
    if not report.unlisted:
        return None
    rows = [
        (documents.leading(each.name, each.within), f"{each.count:,}", documents.opened(each.first))
        for each in report.unlisted
    ]
    listed = table("Persons whom no list names", ("Person", "Documents", "First in"), rows, numbers=(1,))
    return section("unlisted", "Persons whom no list names", listed)


def _all_documents(documents: Documents) -> Html | None:
    report = documents.report
    if not report.listed:
        return None
    shown = E.p(
        E.span("All documents", id="shown"), " ", E.button("Show all", id="everything", type="button", hidden="")
    )
    return section("documents", "The documents", shown, documents.table(), *more(report.documents - len(report.listed)))


def _dates(documents: Documents) -> Html | None:
    report = documents.report
    if not report.years:
        return None
    by_month = 1 < len(report.months) <= _MONTHS
    counts = report.months if by_month else report.years
    unit = "month" if by_month else "year"
    plot = ColumnPlot(f"Documents by {unit}", list(map(str, counts)), _one(counts), across=unit)
    without = sum(report.years.values()) - sum(report.months.values()) if by_month else 0
    notes = [
        (report.undated, "have no date in their text", "without a date"),
        (without, "have a year only", "with a year only"),
    ]
    said = [E.p(documents.those(f"{number:,} {what}.", where)) for number, what, where in notes if number]
    return section("dates", "Documents by date", figure(plot, _of_time(documents)), *said)


def _of_time(documents: Documents) -> Leading:
    listed = documents.report.listed
    return lambda time: documents.leading(time, dated(listed, time), f"of {time}")


def _gaps(documents: Documents) -> Html | None:
    report = documents.report
    if not report.gaps:
        return None
    parts = [counted("Gaps by kind", ("Kind", "Gaps"), report.gaps, _of_gaps(documents))]
    if report.gaps_by_year:
        years = list(map(str, report.gaps_by_year))
        parts.append(figure(ColumnPlot("Gaps by year", years, _by_kind(report), "gaps", "year"), _of_time(documents)))
    return section("gaps", "Gaps", *parts)


def _of_gaps(documents: Documents) -> Leading:
    listed = documents.report.listed
    return lambda kind: documents.leading(kind, with_gap(listed, kind), f"with a gap: {kind}")


def _by_kind(report: Report) -> dict[str, list[int]]:
    """Return the gaps of each year by kind: the most frequent kinds, and all others together."""
    years = report.gaps_by_year.values()
    shown, rest = list(report.gaps)[:_SERIES], list(report.gaps)[_SERIES:]
    series = {clean(kind): [year.get(kind, 0) for year in years] for kind in shown}
    return {**series, "others": [sum(year.get(kind, 0) for kind in rest) for year in years]} if rest else series


def _persons(documents: Documents) -> Html | None:
    report = documents.report
    if not report.persons:
        return None
    most = report.persons[0].mentions
    rows = [
        (
            documents.leading(each.name, each.within, f"with {each.name}"),
            f"{each.mentions:,}",
            f"{each.documents:,}",
            each.mentions / most,
        )
        for each in report.persons
    ]
    heads = ("Person", "Mentions", "Documents", "")
    return section("persons", "Most mentioned persons", table("Persons", heads, rows, numbers=(1, 2)))


def _sizes_and_times(documents: Documents) -> Html | None:
    report = documents.report
    if not report.sizes:
        return None
    rate = size(report.input_bytes / report.seconds) if report.seconds else "–"
    said = f"{size(report.input_bytes)} of text became {size(report.output_bytes)} of TEI in "
    sizes = [f"≤ {binary_size(bound)}" for bound in report.sizes]
    times = [f"≤ {duration(bound)}" for bound in report.times]
    slowest = [
        (documents.opened(each.input), duration(each.seconds), size(each.input_bytes)) for each in report.slowest
    ]
    return section(
        "sizes",
        "Sizes and times",
        E.p(f"{said}{duration(report.seconds)} of working time: {rate}/s in one process."),
        figure(ColumnPlot("Documents by size of the text", sizes, _one(report.sizes), across="size")),
        figure(ColumnPlot("Documents by working time", times, _one(report.times), across="time")),
        E.h3("The slowest"),
        table("The slowest documents", ("Document", "Time", "Text"), slowest, numbers=(1, 2)),
    )


_SECTIONS = (
    _totals, failures, without_text, _advice, _warnings, _doubts, _unlisted, _all_documents, _dates, _gaps, _persons,
    _sizes_and_times,
)  # fmt: skip
"""What an editor has to do comes first, then what the documents are; times come last."""


def _one(counts: Mapping[int, int] | Mapping[float, int] | Mapping[str, int]) -> dict[str, list[int]]:
    return {"documents": list(counts.values())}
