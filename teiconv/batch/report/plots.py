"""Plots as SVG in the page itself: no script, no image, the colours those of the page's style."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

E: Any = import_module("lxml.builder").E  # (the stubs of lxml do not know it)
"""Makes elements: ``E.p("text", title="x")``; text is escaped, so nothing in a manifest can become markup."""

Html: TypeAlias = Any
"""An element of the page, as lxml makes it."""

_WIDTH, _HEIGHT = 760, 290
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 30, 12, 64
_TICKS = 4
_LABEL_WIDTH = 64
"""How far apart labels of the x axis must stand, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class ColumnPlot:
    """A column for each of ``labels``; several ``series`` are stacked on each other, in their order.

    ``unit`` is what is counted, the title of the y axis; ``across`` that of the x axis.
    """

    title: str
    labels: Sequence[str]
    series: Mapping[str, Sequence[int]]
    unit: str = "documents"
    across: str = ""

    @property
    def totals(self) -> list[int]:
        """The height of each column."""
        return [sum(column) for column in zip(*self.series.values(), strict=True)]


def draw(columns: ColumnPlot) -> Html:
    """Return the drawing; it says its title and the largest column to those who cannot see it."""
    top = max([*columns.totals, 1])
    scale = _Scale(_step(top), len(columns.labels))
    peak = columns.labels[columns.totals.index(top)] if top in columns.totals else ""
    return E.svg(
        E.title(f"{columns.title}: {len(columns.labels)} columns, the largest {top:,} {columns.unit} at {peak}"),
        *_axis(scale, top),
        *_bars(columns, scale, top),
        *_labels(columns, scale),
        *_titles(columns),
        {"viewBox": f"0 0 {_WIDTH} {_HEIGHT}", "role": "img", "class": "plot"},
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    step: int
    columns: int

    def x(self, column: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * column / max(self.columns, 1)

    def y(self, value: float, top: int) -> float:
        highest = math.ceil(top / self.step) * self.step
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - value / highest)


def _step(top: int) -> int:
    """Return the distance of ticks: 1, 2 or 5 times a power of ten."""
    rough = max(top / _TICKS, 1)
    power = 10 ** math.floor(math.log10(rough))
    return next(int(factor * power) for factor in (1, 2, 5, 10) if factor * power >= rough)


def _axis(scale: _Scale, top: int) -> list[Html]:
    found = []
    for value in range(0, math.ceil(top / scale.step) * scale.step + 1, scale.step):
        y = f"{scale.y(value, top):.1f}"
        found += [
            E.line({"x1": str(_LEFT), "x2": str(_WIDTH - _RIGHT), "y1": y, "y2": y, "class": "grid"}),
            E.text(f"{value:,}", {"x": str(_LEFT - 8), "y": y, "dy": "0.32em", "class": "tick y"}),
        ]
    return found


def _bars(columns: ColumnPlot, scale: _Scale, top: int) -> list[Html]:
    found = []
    below = [0] * len(columns.labels)
    for number, (name, values) in enumerate(columns.series.items()):
        for column, value in enumerate(values):
            if value:
                found.append(_bar(scale, top, column, below[column], value, number))
                of = f" ({name})" if len(columns.series) > 1 else ""
                found[-1].append(E.title(f"{columns.labels[column]}: {value:,} {columns.unit}{of}"))
            below[column] += value
    return found


def _bar(scale: _Scale, top: int, column: int, below: int, value: int, series: int) -> Html:
    left, right = scale.x(column + 0.08), scale.x(column + 0.92)
    upper, lower = scale.y(below + value, top), scale.y(below, top)
    return E.rect(
        {
            "x": f"{left:.1f}",
            "y": f"{upper:.1f}",
            "width": f"{right - left:.1f}",
            "height": f"{max(lower - upper, 0.5):.1f}",
            "class": f"s{series}",
        }
    )


def _labels(columns: ColumnPlot, scale: _Scale) -> list[Html]:
    every = max(1, math.ceil(len(columns.labels) * _LABEL_WIDTH / (_WIDTH - _LEFT - _RIGHT)))
    return [
        E.text(
            label,
            {
                "x": f"{scale.x(column + 0.5):.1f}",
                "y": str(_HEIGHT - _BOTTOM + 26),
                "class": "tick x" if number % 2 == 0 else "tick x spare",
            },
        )
        for number, (column, label) in enumerate(list(enumerate(columns.labels))[::every])
    ]


def _titles(columns: ColumnPlot) -> list[Html]:
    middle = (_TOP + _HEIGHT - _BOTTOM) // 2
    across = {"x": str((_LEFT + _WIDTH - _RIGHT) // 2), "y": str(_HEIGHT - 6), "class": "axis"}
    upward = {"x": "0", "y": "0", "transform": f"translate(18 {middle}) rotate(-90)", "class": "axis"}
    return [E.text(columns.unit, upward), *([E.text(columns.across, across)] if columns.across else [])]
