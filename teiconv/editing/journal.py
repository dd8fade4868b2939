"""The decisions of a folder on disk: each is there before it is answered, whoever else writes to the file.

New ones are added at the end in one write, under a lock, and the disk has them when :meth:`Journal.add` returns.  To
take one back is to add that it is withdrawn.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from teiconv.editing.file import in_force, in_order, read_decisions, write_decisions
from teiconv.errors import Place, TeiconvError
from teiconv.model.decision import Decision

_Stamp = tuple[int, int, int]
REPLACED = "another was decided instead"
"""The reason (``why``) of what takes back a decision about one thing, as another was made about something else."""
RESTORED = "it holds again"
"""The reason of what was decided before a decision that was taken back."""

_BEGINNING = b"# Decisions of the editors: docs/editing.md tells what each means. New ones come at the end.\n"


class Journal:
    """The file of decisions at ``path``; ``revision`` counts the changes that were seen in it.

    ``all`` are its decisions, ``holding`` those in force, by their marks; ``added`` are those that the last change
    added at the end, or ``None`` if more was changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.revision = 0
        self.all: tuple[Decision, ...] = ()
        self.added: tuple[Decision, ...] | None = None
        self.holding: dict[str, Decision] = {}
        self._stamp: _Stamp | None = None
        self._data = b""
        self.refresh()

    def refresh(self) -> bool:
        """Read the file if it is another than before, and tell whether it was.

        Raises:
            TeiconvError: it cannot be read.
        """
        stamp = self._stamp_now()
        if stamp == self._stamp:
            return False
        try:
            data = self.path.read_bytes() if stamp else b""
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(self.path))) from error
        self._read(data)
        self.holding = {one.key: one for one in in_force(self.all)[0]}
        self._stamp = stamp
        self.revision += 1
        return True

    def _read(self, data: bytes) -> None:
        """Take the decisions in ``data``; of a file to which something was added, only that is parsed."""
        is_longer = bool(self._data) and self._data.endswith(b"\n") and data.startswith(self._data)
        new = data[len(self._data) :] if is_longer else data
        found = read_decisions(new, str(self.path)) if new.strip() else ()
        lines = self._data.count(b"\n") if is_longer else 0
        found = tuple(replace(one, line=one.line + lines) if one.line else one for one in found)
        self.all, self.added = ((*self.all, *found), found) if is_longer else (found, None)
        self._data = data

    def _stamp_now(self) -> _Stamp | None:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(self.path))) from error
        return found.st_size, found.st_mtime_ns, found.st_ino

    def add(self, decisions: Sequence[Decision]) -> None:
        """Add ``decisions`` at the end of the file; when this returns, the disk has them.

        Raises:
            TeiconvError: nothing can be written; then nothing was decided.
        """
        try:
            with self._locked() as handle:
                _append(handle, write_decisions(decisions).encode())
        except OSError as error:
            raise TeiconvError(f"cannot be written: {error.strerror}", Place(str(self.path))) from error
        self.refresh()

    def standing(self, mark: str, who: str) -> Decision | None:
        """Return the decision with that mark if it holds, or what ``who`` made hold again of it."""
        made = next((one for one in self.all if one.key == mark), None)
        again = (one for one in self.holding.values() if made and (one.about, one.values) == (made.about, made.values))
        return self.holding.get(mark) or next((one for one in again if one.who == who), None)

    def withdrawal(self, decision: Decision, who: str, at: str) -> tuple[Decision, ...]:
        """Return what takes ``decision`` back: what held before it holds again."""
        before = self.before(decision)
        if before is not None and not before.withdrawn:
            return (replace(before, who=who, at=at, why=before.why or RESTORED),)
        needs_values = replace(decision, values=()).about != decision.about
        values = decision.values if needs_values else ()
        return (replace(decision, values=values, who=who, at=at, why="", withdrawn=True),)

    def replaced_by(self, decision: Decision) -> Iterator[Decision]:
        """Yield the decisions about other things that were taken back when ``decision`` was made in their place."""
        for one in self.all:
            made_together = (one.kind, one.document, one.at) == (decision.kind, decision.document, decision.at)
            if one.withdrawn and one.why == REPLACED and made_together:
                last = self.before(one)
                if last is not None and not last.withdrawn:
                    yield last

    def before(self, decision: Decision) -> Decision | None:
        """Return what held about the same before ``decision``; what was taken back meanwhile is passed over."""
        held: list[Decision] = []
        for one in in_order(self.all):
            if one.about != decision.about:
                continue
            if one.why == RESTORED:  # it stands in place of itself, and of what was decided after it
                del held[-2:]
            if one.key == decision.key:
                break
            held.append(one)
        return held[-1] if held else None

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """Open the file for this one alone; whoever replaced it meanwhile is followed."""
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
            try:
                _lock(handle)
                found = os.stat(self.path) if self.path.exists() else None
                if found and found.st_ino == os.fstat(handle).st_ino:
                    yield handle
                    return
            finally:
                os.close(handle)


def now() -> str:
    """Return the moment, as ISO 8601 has it, to the microsecond: so that no two decisions of one editor share it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def mend(path: Path) -> str | None:
    """Make a comment of a last table that was cut short (the power failed while it was written), and say so.

    Raises:
        TeiconvError: the file cannot be read for another reason.
    """
    data = path.read_bytes() if path.exists() else b""
    if not data or data.endswith(b"\n"):
        return None
    start = data.rfind(b"\n[[") + 1
    kept, torn = data[:start], data[start:]
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(kept + b"".join(b"# cut short: %b\n" % line for line in torn.splitlines()))
    part.replace(path)
    return f"{path}: the last decision was cut short, and is now a comment: {torn.decode(errors='replace')!r:.120}"


def _append(handle: int, data: bytes) -> None:
    size = os.fstat(handle).st_size
    data = (b"\n" if size else _BEGINNING + b"\n") + data
    try:
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    except OSError:  # a disk that is full has taken a part
        os.ftruncate(handle, size)
        raise


def _lock(handle: int) -> None:
    """Wait for the lock on an open file; it goes with the handle."""
    try:
        import fcntl
    except ImportError:  # Windows: each decision is one write at the end of the file
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
