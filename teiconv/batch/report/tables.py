"""Tables of the report: plain ones, counts with bars, and those behind the plots."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from teiconv.batch.report.plots import ColumnPlot, E, Html, draw

Cell: TypeAlias = "str | float | Html"
"""What a table has in a cell: words, a bar, or an element such as a link."""

_LONG = 30
"""Rows beyond which a table is scrolled in a box of its own."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], numbers: Sequence[int] = ()) -> Html:
    """Return a table; columns in ``numbers`` are set to the right, a cell that is a number from 0 to 1 is a bar."""
    kinds = ["number" if column in numbers else "" for column in range(len(heads))]
    top = [
        E.th(head, {"class": kind, "scope": "col"}) if head else E.td() for head, kind in zip(heads, kinds, strict=True)
    ]
    body = [E.tr(*(_cell(value, kind) for value, kind in zip(row, kinds, strict=True))) for row in rows]
    box = {"class": "scroll long" if len(body) > _LONG else "scroll", "role": "region", "aria-label": title}
    return E.div(E.table(E.thead(E.tr(*top)), E.tbody(*body)), {**box, "tabindex": "0"})


Leading: TypeAlias = Callable[[str], Html]
"""A label → a link to the documents behind its figure."""


def counted(title: str, heads: tuple[str, str], counts: Mapping[str, int], leading: Leading | None = None) -> Html:
    """Return a table of ``counts`` with a bar for each; ``heads`` says what is counted, and in what."""
    most = max(counts.values())
    rows = [(leading(each) if leading else each, f"{number:,}", number / most) for each, number in counts.items()]
    return table(title, (*heads, ""), rows, numbers=(1,))


def figure(columns: ColumnPlot, leading: Leading | None = None) -> Html:
    """Return a plot with its title, its legend, and the table that it was drawn from."""
    names = list(columns.series)
    rows = [
        (leading(label) if leading else label, *(f"{values[number]:,}" for values in columns.series.values()))
        for number, label in enumerate(columns.labels)
    ]
    heads = (columns.across.capitalize(), *(names if len(names) > 1 else [columns.unit.capitalize()]))
    legend = [E.li(_swatch(number), clean(name)) for number, name in enumerate(names)] if len(names) > 1 else []
    return E.figure(
        E.figcaption(columns.title),
        draw(columns),
        *([E.ul(*legend, {"class": "legend"})] if legend else ()),
        E.details(
            E.summary("The figures"), table(f"{columns.title}: the figures", heads, rows, range(1, 1 + len(names)))
        ),
    )


def section(identifier: str, title: str, *content: Html) -> Html:
    """Return a section of the report."""
    return E.section(E.h2(title), *content, id=identifier)


def more(number: int) -> list[Html]:
    """Return what is said of rows that a table leaves out."""
    return [E.p(f"… and {number:,} more; the manifest has them all.")] if number > 0 else []


def clean(text: str) -> str:
    """Return ``text`` without what XML has no way to write: it may stand in what a foreign file said."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _swatch(series: int) -> Html:
    box = E.rect({"width": "10", "height": "10", "class": f"s{series}"})
    return E.svg(box, {"viewBox": "0 0 10 10", "aria-hidden": "true"})


def _cell(value: Cell, kind: str) -> Html:
    if not isinstance(value, float):
        return E.td(clean(value) if isinstance(value, str) else value, {"class": kind})
    bar = E.rect({"width": f"{100 * value:.1f}", "height": "10", "class": "s0"})
    box = E.svg(bar, {"viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true"})
    return E.td(box, {"class": "bar"})
