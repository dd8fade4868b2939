"""No traceback reaches a user: every error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from teiconv.cli import terminal
from teiconv.errors import TeiconvError

INTERRUPTED = 130


class ReaderGoneError(Exception):
    """A closed pipe, which click would answer itself."""


class InterruptedByUserError(Exception):
    """Ctrl-C, which click would answer itself."""


@contextmanager
def not_left_to_click() -> Iterator[None]:
    """Give other names to what click answers in its own way; tell what is unexpected while click knows the options."""
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort, TeiconvError):
        raise
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except KeyboardInterrupt as error:
        raise InterruptedByUserError from error
    except Exception as error:  # behind the command nothing knows of --debug any more
        sys.exit(_tell_unexpected(error))


def run(command: Callable[[], Any]) -> NoReturn:
    """Run ``command``, which is click's. An error that ends it is printed in one line, and sets the exit code."""
    try:
        code = command()
        terminal.flush()
    except click.ClickException as error:
        code = _tell_usage(error)
    except TeiconvError as error:
        for each in error.faults:
            terminal.say(f"teiconv: {each}")
        code = error.exit_code
    except (ReaderGoneError, BrokenPipeError):
        code = _end_pipe()
    except (InterruptedByUserError, click.Abort):
        terminal.say("teiconv: interrupted")
        code = INTERRUPTED
    except Exception as error:
        code = _tell_unexpected(error)
    sys.exit(code if isinstance(code, int) else 0)


def _end_pipe() -> int:
    """End where nobody reads any more: standard output, or a process of teiconv that could not start, or died."""
    if terminal.has_reader():
        sys.unraisablehook = lambda _: None  # multiprocessing tells what it could not clear away
        terminal.say("teiconv: a process that should do the work did not start, or died; try again with --jobs 1")
        return TeiconvError.exit_code
    terminal.end_pipe()
    return terminal.CLOSED_PIPE


def _tell_usage(error: click.ClickException) -> int:
    error.message = terminal.shown(error.message, lines=True)  # type: ignore[misc]  # it repeats the command line
    with terminal.heard_or_not():
        error.show()
    return error.exit_code


def _tell_unexpected(error: Exception) -> int:
    if isinstance(error, FileNotFoundError) and not _has_folder():
        terminal.say("teiconv: the current folder is no longer there; go to another one")
    elif isinstance(error, OSError) and error.filename is None and error.strerror:  # click writes its help by itself
        terminal.say(f"teiconv: <stdout>: cannot be written: {error.strerror}")
        terminal.end_pipe()
    elif isinstance(error, OSError) and error.filename and not terminal.is_debugging():
        terminal.say(f"teiconv: {os.fsdecode(error.filename)}: {error.strerror}")  # the machine refuses it
    else:
        terminal.tell_fault(error)
    return TeiconvError.exit_code


def _has_folder() -> bool:
    try:
        return bool(os.getcwd())
    except OSError:
        return False
