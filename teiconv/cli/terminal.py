"""Standard streams: messages and output. A closed or full stream ends a command with a message."""

from __future__ import annotations

import os
import re
import select
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import click

from teiconv.errors import Place, TeiconvError, fault

DEBUG = "teiconv.debug"
"""Where a click context notes that the user asked for ``--debug``."""

CLOSED_PIPE = 141
"""The exit code if the program that read the output stopped: as after SIGPIPE."""

# C0 and C1, the delete character, lone surrogates, and what turns the direction of a line or ends it.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_KEPT = "\n\t"


def shown(text: str, *, lines: bool = False) -> str:
    r"""Return ``text`` as a terminal may show it: control characters as ``\x1b``; of ``lines``, their ends stay."""
    return _CONTROLS.sub(lambda match: match[0] if lines and match[0] in _KEPT else _escaped(match[0]), text)


def _escaped(character: str) -> str:
    return repr(character)[1:-1] if repr(character)[1:-1] != character else f"\\u{ord(character):04x}"


def say(message: str) -> None:
    """Print a line on standard error; whether anybody hears it changes nothing."""
    with heard_or_not():
        click.echo(shown(message), err=True)


@contextmanager
def heard_or_not() -> Iterator[None]:
    """Let what is written to standard error be lost where that is closed or full, now and when Python ends."""
    try:
        yield
    except (OSError, ValueError):
        _mute(sys.stderr, 2)


def say_lines(text: str) -> None:
    """Print each line of ``text`` on standard error."""
    for line in text.splitlines():
        say(line)


def put(data: bytes | str) -> None:
    """Write ``data`` to standard output: to the byte, but for control characters where that is a terminal.

    Raises:
        TeiconvError: it is closed, or takes no more.
        BrokenPipeError: the program that read it stopped.
    """
    if sys.stdout is None:
        raise TeiconvError("is closed; give -o, or open it", Place("<stdout>"))
    if sys.stdout.isatty():
        data = shown(data if isinstance(data, str) else data.decode(errors="backslashreplace"), lines=True)
    with _written():
        sys.stdout.flush()
        sys.stdout.buffer.write(data if isinstance(data, bytes) else data.encode(errors="backslashreplace"))
        sys.stdout.buffer.flush()


def flush() -> None:
    """Let go of what is held back for standard output, while it can be told that it cannot be written."""
    if sys.stdout is not None:
        with _written():
            sys.stdout.flush()


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _mute(sys.stdout, 1)
        raise TeiconvError(f"cannot be written: {error.strerror}", Place("<stdout>")) from error


def take(limit: int = -1) -> bytes:
    """Return what standard input holds, of which no more than ``limit`` bytes are read.

    Raises:
        TeiconvError: it is closed, or cannot be read.
    """
    if sys.stdin is None:
        raise TeiconvError("is closed; name a file", Place("<stdin>"))
    try:
        return sys.stdin.buffer.read(limit)
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place("<stdin>")) from error


def has_reader() -> bool:
    """Tell whether somebody may still read standard output: it is no pipe, or one whose reader has not gone."""
    try:
        waiting = select.poll()
        waiting.register(1, 0)
        return not any(event & (select.POLLERR | select.POLLHUP) for _, event in waiting.poll(0))
    except (AttributeError, OSError):  # a system without poll
        return False


def end_pipe() -> None:
    """Give up standard output, whose reader has gone."""
    _mute(sys.stdout, 1)


def tell_fault(error: Exception, name: str | None = None) -> None:
    """Say in one line that teiconv itself is at fault, with the document ``name``; with ``--debug``, say all."""
    if is_debugging():
        say_lines("".join(traceback.format_exception(error)))
        say(f"teiconv: {fault(error, name)}")
    else:
        say(f"teiconv: {fault(error, name)}; --debug shows the rest")


def is_debugging() -> bool:
    """Tell whether the user asked for ``--debug``."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get(DEBUG))


def _mute(stream: IO[str] | None, number: int) -> None:
    """Let a stream that takes nothing lead nowhere, so that Python can close it at the end."""
    try:
        if stream is not None and stream.fileno() == number:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)
    except (OSError, ValueError):  # a stream of a test, or none
        return
