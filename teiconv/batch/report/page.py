"""The report as one page: nothing to load, nothing to run; readable in light and dark, on paper, and aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files

from lxml import etree

from teiconv.batch.report.gather import Report
from teiconv.batch.report.plots import Columns, E, Html, draw

_SERIES = 5
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def page(report: Report) -> bytes:
    """Return ``report`` as an HTML page in UTF-8."""
    sections = [section for section in (make(report) for make in _SECTIONS) if section is not None]
    style = files("teiconv.batch.report").joinpath("style.css").read_text(encoding="utf-8")
    root = E.html(
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.title(f"Batch report: {report.documents:,} documents"),
            E.style(style),
        ),
        E.body(_header(report, sections), E.main(*sections), E.footer(f"teiconv {report.version}")),
        lang="en",
    )
    html: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return html


def _header(report: Report, sections: Sequence[Html]) -> Html:
    well = report.documents - report.failed
    verdict = "All were converted." if not report.failed else f"{report.failed:,} could not be converted."
    links = [E.a(section.findtext("h2") or "", href=f"#{section.get('id')}") for section in sections]
    return E.header(
        E.h1("Batch report"),
        E.p(f"{well:,} of {report.documents:,} documents stand as TEI. {verdict}", {"class": "lead"}),
        E.nav(*links, {"aria-label": "Sections"}),
    )


def _totals(report: Report) -> Html:
    seconds = report.seconds or 1
    entries = [
        ("Documents", f"{report.documents:,}", ""),
        ("Failed", f"{report.failed:,}", "bad" if report.failed else "good"),
        ("Left as they were", f"{report.unchanged:,}", ""),
        ("Text", _size(report.input_bytes), ""),
        ("TEI", _size(report.output_bytes), ""),
        ("Working time", _duration(report.seconds), ""),
        ("Rate, one process", f"{_size(int(report.input_bytes / seconds))}/s", ""),
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
    kinds = _counted("Reason", report.kinds, "documents")
    listed = _table(
        ("Document", "Reason", "What is wrong"), [(each.input, each.kind, each.message) for each in report.failures]
    )
    return _section("failures", "What failed, and why", kinds, listed, *_more(report.failed - len(report.failures)))


def _sizes_and_times(report: Report) -> Html | None:
    if not report.sizes:
        return None
    sizes = Columns(
        "Documents by size of the text", [f"≤ {_power_size(bound)}" for bound in report.sizes], _one(report.sizes)
    )
    times = Columns(
        "Documents by working time", [f"≤ {_duration(bound)}" for bound in report.times], _one(report.times)
    )
    return _section("sizes", "Sizes and times", _figure(sizes), _figure(times))


def _dates(report: Report) -> Html | None:
    if not report.years:
        return None
    plot = Columns("Documents by year", list(map(str, report.years)), _one(report.years))
    undated = E.p(f"{report.undated:,} have no date in their text.")
    return _section("dates", "Documents by date", _figure(plot), undated)


def _gaps(report: Report) -> Html | None:
    if not report.gaps:
        return None
    parts = [_counted("Reason", report.gaps, "gaps")]
    if report.gaps_by_year:
        labels = list(map(str, report.gaps_by_year))
        parts.append(_figure(Columns("Gaps by year", labels, _by_reason(report), "gaps")))
    return _section("gaps", "Gaps", *parts)


def _by_reason(report: Report) -> dict[str, list[int]]:
    """Return the gaps of each year by reason: the most frequent reasons, and all others together."""
    years = report.gaps_by_year.values()
    shown, rest = list(report.gaps)[:_SERIES], list(report.gaps)[_SERIES:]
    series = {_clean(reason): [year.get(reason, 0) for year in years] for reason in shown}
    return {**series, "others": [sum(year.get(reason, 0) for reason in rest) for year in years]} if rest else series


def _persons(report: Report) -> Html | None:
    if not report.persons:
        return None
    most = report.persons[0].mentions
    rows = [(each.name, f"{each.mentions:,}", f"{each.documents:,}", each.mentions / most) for each in report.persons]
    table = _table(("Person", "Mentions", "Documents", ""), rows, numbers=(1, 2))
    return _section("persons", "Most mentioned persons", table)


def _doubts(report: Report) -> Html | None:
    if not report.doubts:
        return None
    rows = [(each.input, each.doubt.text, each.doubt.target, each.doubt.cert) for each in report.doubts]
    table = _table(("Document", "Wording", "Linked to", "Certainty"), rows)
    return _section("doubts", "Doubtful links", table, *_more(report.doubtful - len(report.doubts)))


_SECTIONS = (_totals, _failures, _dates, _gaps, _persons, _doubts, _sizes_and_times)
"""What an editor looks for first comes first."""


def _section(identifier: str, title: str, *content: Html) -> Html:
    return E.section(E.h2(title), *content, id=identifier)


def _figure(columns: Columns) -> Html:
    rows = [
        (label, *(f"{values[number]:,}" for values in columns.series.values()))
        for number, label in enumerate(columns.labels)
    ]
    names = list(columns.series)
    table = _table(
        (columns.title, *(names if len(names) > 1 else [columns.unit])), rows, tuple(range(1, 1 + len(names)))
    )
    legend = [E.li(_swatch(number), name) for number, name in enumerate(names)] if len(names) > 1 else []
    return E.figure(
        E.figcaption(columns.title),
        draw(columns),
        *([E.ul(*legend, {"class": "legend"})] if legend else ()),
        E.details(E.summary("The figures"), table),
    )


def _swatch(series: int) -> Html:
    box = E.rect({"width": "10", "height": "10", "class": f"s{series}"})
    return E.svg(box, {"viewBox": "0 0 10 10", "aria-hidden": "true"})


def _counted(name: str, counts: Mapping[str, int], unit: str) -> Html:
    most = max(counts.values())
    rows = [(each, f"{number:,}", number / most) for each, number in counts.items()]
    return _table((name, unit.capitalize(), ""), rows, numbers=(1,))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str | float]], numbers: tuple[int, ...] = ()) -> Html:
    """Return a table; a cell that is a number from 0 to 1 is a bar of that length."""
    kinds = ["number" if column in numbers else "" for column in range(len(heads))]
    top = [E.th(head, {"class": kind, "scope": "col"}) for head, kind in zip(heads, kinds, strict=True) if head]
    top += [E.td() for head in heads if not head]
    body = [E.tr(*(_cell(value, kind) for value, kind in zip(row, kinds, strict=True))) for row in rows]
    return E.div(E.table(E.thead(E.tr(*top)), E.tbody(*body)), {"class": "scroll", "tabindex": "0"})


def _cell(value: str | float, kind: str) -> Html:
    if isinstance(value, str):
        return E.td(_clean(value), {"class": kind})
    bar = E.rect({"width": f"{100 * value:.1f}", "height": "10", "class": "s0"})
    box = E.svg(bar, {"viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true"})
    return E.td(box, {"class": "bar"})


def _clean(text: str) -> str:
    """Return ``text`` without what XML has no way to write: it may stand in what a foreign file said."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _more(number: int) -> list[Html]:
    return [E.p(f"… and {number:,} more; the manifest has them all.")] if number > 0 else []


def _one(counts: Mapping[int, int] | Mapping[float, int]) -> dict[str, list[int]]:
    return {"documents": list(counts.values())}


def _power_size(number: int) -> str:
    """Return a power of two in the units that it is round in."""
    units = ("B", "KiB", "MiB", "GiB")
    rank = min((number.bit_length() - 1) // 10, len(units) - 1)
    return f"{number >> 10 * rank} {units[rank]}"


def _size(number: float) -> str:
    for unit in ("B", "kB", "MB"):
        if number < 1000:
            return f"{number:.3g} {unit}" if number < 100 else f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.3g} GB"


def _duration(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    if seconds < 1:
        return f"{seconds * 1e3:.3g} ms"
    if seconds < 120:
        return f"{seconds:.3g} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
