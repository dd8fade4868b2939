"""Reading inputs and writing outputs: whole or not at all, and never over an input."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from teiconv.errors import Place, TeiconvError

STDIN = Path("-")


def read(path: Path) -> bytes:
    """Return the bytes of ``path``, or of standard input for ``-``.

    Raises:
        TeiconvError: the file cannot be read.
    """
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(path))) from error


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, creating its folder: the file is there whole, or as it was before.

    Raises:
        TeiconvError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise TeiconvError(f"cannot be written: {error.strerror}", Place(str(path))) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def destinations(files: Sequence[Path], output: Path | None, suffix: str) -> list[Path | None]:
    """Return where the result for each of ``files`` goes: ``None`` is standard output.

    ``output`` is a file for one input, a folder for several, or where it is one or ends in a slash.

    Raises:
        click.UsageError: several results would go to one place, or over an input.
    """
    if output is None:
        return [None] * len(files)
    is_folder = output.is_dir() or len(files) > 1 or str(output).endswith(os.sep)
    found = [output / f"{file.stem if file != STDIN else 'document'}{suffix}" if is_folder else output for file in files]
    if len(set(found)) < len(found):
        raise click.UsageError("several inputs have the same name; convert them to different folders")
    for source, target in zip(files, found, strict=True):
        if source != STDIN and target.exists() and target.samefile(source):
            raise click.UsageError(f"{target} would replace its own input; choose another -o")
    return list(found)
