"""Progress: a bar with rate and time left on a terminal, plain lines now and then in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Self

import click

from teiconv.cli import terminal

_EVERY = 10.0
"""Seconds from line to line in a log."""


class Progress:
    """Shows the progress of long work on standard error; prints nothing if ``quiet``."""

    def __init__(self, label: str, *, quiet: bool = False, every: float = _EVERY) -> None:
        self._label = label
        self._quiet = quiet
        self._every = every
        self._total: int | None = None
        self._done = 0
        self._bar: Any = None
        self._started = self._told = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar:
            self._bar.__exit__(kind, error, at)

    def start(self, total: int | None) -> None:
        """Begin; ``total`` is how much there is to do, if that is known."""
        self._total = total
        self._started = self._told = time.monotonic()
        if total and not self._quiet and sys.stderr.isatty():
            self._bar = click.progressbar(
                length=total,
                label=self._label,
                show_pos=True,
                show_eta=True,
                item_show_func=lambda _: f"{self._rate():.0f}/s",
                update_min_steps=max(1, total // 1000),
                file=sys.stderr,
            )
            self._bar.__enter__()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._bar:
            self._bar.update(1, self._done)
        elif not self._quiet and time.monotonic() - self._told >= self._every:
            self._told = time.monotonic()
            terminal.say(self._line())

    def say(self, message: str) -> None:
        """Print a line above the bar."""
        if self._bar:
            click.echo("\r\x1b[K", err=True, nl=False)
        terminal.say(message)

    def _rate(self) -> float:
        return self._done / max(time.monotonic() - self._started, 1e-9)

    def _line(self) -> str:
        rate = self._rate()
        if not self._total:
            return f"{self._label}: {self._done} done, {rate:.0f}/s"
        left = int((self._total - self._done) / rate) if rate else 0
        return f"{self._label}: {self._done} of {self._total} done, {rate:.0f}/s, {_clock(left)} left"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
