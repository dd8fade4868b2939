"""A folder of TEI, read into the index beside it: what changed is read, in other processes, while the page is open."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from teiconv.batch.local import belong_to_parent, ctrl_c_held
from teiconv.publish.volume import Volume, files_at
from teiconv.review.changed import LostError
from teiconv.review.index import Index
from teiconv.review.reader import Contents, contents

_CHUNK = 12
_FIRST, _BYTES = 1 << 17, 1 << 20
"""Files, and bytes, of a piece of work; the first is smaller."""
_MOST_DOCUMENTS = 4096
"""Documents of one file: each file has that many places."""
_FEW = 3
"""Chunks of work for which no further process is worth its start."""

Stamp = tuple[int, int]


@dataclass(slots=True)
class Progress:
    """How far the reading is: files done, of all."""

    done: int = 0
    total: int = 0


class Folder:
    """The folder at ``root``; ``progress`` tells how far its files are read, ``faults`` which cannot be."""

    def __init__(self, root: Path, index: Index) -> None:
        self.root = root
        self.index = index
        self.progress = Progress()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self.volume = _inside(files_at(root))

    def refresh(self) -> None:
        """Read what is new or was changed since it was read; this ends when all is read."""
        files = self._files()
        stamps = {file: stamp for file in files if (stamp := _stamp(self.volume.root / file))}
        known = self.index.stamps()
        self.index.forget(known.keys() - stamps.keys())
        wanted = [file for file in files if file in stamps and known.get(file) != stamps[file]]
        self.progress = Progress(len(files) - len(wanted), len(files))
        places = {file: number * _MOST_DOCUMENTS for number, file in enumerate(files)}
        for found in self._read(wanted):
            self.index.put(found, stamps[found.file], places[found.file])
            self.progress.done += 1

    def read_again(self, files: Iterable[str]) -> None:
        """Read ``files``, which were changed while the page is open; what is gone is forgotten."""
        places = {file: number * _MOST_DOCUMENTS for number, file in enumerate(self._files())}
        for file in files:
            stamp = _stamp(self.volume.root / file)
            if stamp is None:
                self.index.forget({file})
            else:
                found = contents(self.volume.root, file, is_register=file in self.volume.registers)
                self.index.put(found, stamp, places[file])

    def bring_up_to_date(self, document: int) -> bool:
        """Read the file of ``document`` again if it was changed since it was read; tell whether it was.

        Raises:
            LostError: it can no longer be read, or no longer holds the document.
        """
        (file,) = self.index.one("SELECT file FROM documents WHERE document = ?", document) or ("",)
        with self._lock:
            changed = [each for each in (*self.volume.registers, file) if self._is_changed(each)]
            self.read_again(changed)
        if file in changed and self.index.one("SELECT 1 FROM documents WHERE document = ?", document) is None:
            (fault,) = self.index.one("SELECT fault FROM files WHERE file = ?", file) or ("",)
            raise LostError(fault or f"{file}: the document is no longer there")
        return file in changed

    def _is_changed(self, file: str) -> bool:
        known = self.index.one("SELECT size, stamp FROM files WHERE file = ?", file)
        return known is not None and known != _stamp(self.volume.root / file)

    def _files(self) -> tuple[str, ...]:
        return (*self.volume.registers, *self.volume.files)

    def start(self) -> None:
        """Begin to read, in the background."""
        self._thread = threading.Thread(target=self._refresh_quietly, daemon=True)
        self._thread.start()

    def _refresh_quietly(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # closed meanwhile
            self.refresh()

    def wait(self) -> None:
        """Wait until all is read."""
        if self._thread:
            self._thread.join()

    def close(self) -> None:
        """End the reading; what is not read now is read the next time."""
        self._ended.set()
        self.wait()

    def _read(self, files: Sequence[str]) -> Iterator[Contents]:
        chunks = list(self._chunks(files))
        registers = frozenset(self.volume.registers)
        here = len(chunks) if len(chunks) <= _FEW else 1  # the page has something to show before others have started
        for chunk in chunks[:here]:
            yield from _contents(self.volume.root, chunk, registers)
        left = set(chain.from_iterable(chunks[here:]))
        with suppress(BrokenProcessPool):  # another process was killed: what is left is read here
            for found in self._read_elsewhere(chunks[here:], registers) if left else ():
                left.discard(found.file)
                yield found
        for file in () if self._ended.is_set() else sorted(left):
            yield contents(self.volume.root, file, is_register=file in registers)

    def _chunks(self, files: Sequence[str]) -> Iterator[list[str]]:
        """Yield ``files`` in pieces of work: the first is small, since it is read here."""
        chunk: list[str] = []
        size, most = 0, _FIRST
        for file in files:
            chunk.append(file)
            size += (_stamp(self.volume.root / file) or (0, 0))[0]
            if len(chunk) == _CHUNK or size > most:
                yield chunk
                chunk, size, most = [], 0, _BYTES
        if chunk:
            yield chunk

    def _read_elsewhere(self, chunks: Sequence[Sequence[str]], registers: frozenset[str]) -> Iterator[Contents]:
        """Read in other processes, so that this one can answer the page meanwhile."""
        waiting = iter(chunks)
        with ProcessPoolExecutor(_processes(), get_context("spawn"), belong_to_parent) as pool:

            def begun(number: int) -> set[Future[list[Contents]]]:
                some = islice(waiting, number)
                with ctrl_c_held():
                    return {pool.submit(_contents, self.volume.root, chunk, registers) for chunk in some}

            running = begun(2 * _processes())
            while running and not self._ended.is_set():
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for each in done:
                    yield from each.result()
                running |= begun(len(done))
            pool.shutdown(cancel_futures=True)


def _processes() -> int:
    return max(1, min(8, os.cpu_count() or 1))


def _contents(root: Path, files: Sequence[str], registers: frozenset[str]) -> list[Contents]:
    return [contents(root, file, is_register=file in registers) for file in files]


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _inside(found: Volume) -> Volume:
    """Return ``found`` without files that links lead out of the folder for: nothing outside it is read."""
    root = found.root.resolve()

    def is_inside(file: str) -> bool:
        return (found.root / file).resolve().is_relative_to(root)

    return Volume(found.root, tuple(filter(is_inside, found.files)), tuple(filter(is_inside, found.registers)))
