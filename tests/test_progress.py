"""Progress of long work, and the standard streams, one function at a time: a terminal, a log, a stream that is gone."""

from __future__ import annotations

import errno
import io
import sys

import pytest

from teiconv.cli import terminal
from teiconv.cli.progress import Progress
from teiconv.errors import TeiconvError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Gone(io.BytesIO):
    """A stream that can be neither read nor written."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    def write(self, data: object, /) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_log_has_a_line_now_and_then_with_rate_and_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("texts", every=0) as progress:
        progress.start(2)
        progress.step()
        progress.say("one failed")
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("texts: 1 of 2 done, ")
    assert first.endswith(" left")
    assert second == "one failed"


def test_a_log_of_work_without_end_says_what_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("texts", every=0) as progress:
        progress.start(None)
        progress.step()
    assert capsys.readouterr().err.startswith("texts: 1 done, ")


@pytest.mark.parametrize(("quiet", "every"), [(True, 0), (False, 60)], ids=["quiet", "not yet"])
def test_nothing_is_said_in_between(quiet: bool, every: float, capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("texts", quiet=quiet, every=every) as progress:
        progress.start(2)
        progress.step()
    assert capsys.readouterr().err == ""


def test_a_terminal_has_a_bar_and_lines_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with Progress("texts") as progress:
        progress.start(2)
        progress.step()
        progress.say("one failed")
        progress.step()
    assert "texts" in shown.getvalue()
    assert "2/2" in shown.getvalue()
    assert "\x1b[Kone failed\n" in shown.getvalue()


def test_a_quiet_terminal_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with Progress("texts", quiet=True) as progress:
        progress.start(2)
        progress.step()
    assert shown.getvalue() == ""


def test_output_on_a_terminal_carries_no_control_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    shown.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdout", shown)
    terminal.put("oil\x1b[2J\n")
    terminal.put(b"fish\xff\n")
    assert shown.buffer.getvalue() == b"oil\\x1b[2J\nfish\\xff\n"  # type: ignore[attr-defined]


def test_output_in_a_file_stays_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", written)
    terminal.put(b"oil\x1b\xff")
    terminal.flush()
    assert written.buffer.getvalue() == b"oil\x1b\xff"  # type: ignore[attr-defined]


def test_streams_that_are_closed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stdin", None)
    terminal.flush()
    with pytest.raises(TeiconvError, match="<stdout>: is closed; give -o, or open it"):
        terminal.put("oil")
    with pytest.raises(TeiconvError, match="<stdin>: is closed; name a file"):
        terminal.take()


def test_streams_that_fail_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = io.TextIOWrapper(Gone(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", gone)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Gone(), encoding="utf-8"))
    with pytest.raises(TeiconvError, match="<stdout>: cannot be written: No space left on device"):
        terminal.put("oil")
    with pytest.raises(TeiconvError, match=r"<stdin>: cannot be read: .*Input/output error"):
        terminal.take()
    gone.detach()


def test_no_more_is_taken_than_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"horses")))
    assert terminal.take(3) == b"hor"
