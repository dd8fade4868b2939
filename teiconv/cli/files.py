"""Reading inputs and writing outputs: whole or not at all, and never over an input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
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


def read_tei(path: Path) -> bytes:
    """Return the bytes of a TEI file as :func:`read` does, but no more than a TEI document may have.

    Raises:
        TeiError: the file cannot be read, or is too large (from standard input, parsing says so).
    """
    from teiconv.formats.tei.parsing import LIMITS, read_file

    return sys.stdin.buffer.read(LIMITS.size + 1) if path == STDIN else read_file(path)


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, creating its folder: the file is there whole, or as it was before.

    Raises:
        TeiconvError: the file cannot be written.
    """
    import tempfile  # brings half a dozen modules with it

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


def destinations(files: Sequence[Path], output: str | None, suffix: str) -> list[Path | None]:
    """Return where the result for each of ``files`` goes; ``None`` is standard output (no ``output``, or ``-``).

    ``output`` is a file for one input, a folder for several, or where it is one or ends in a slash.

    Raises:
        click.UsageError: several results would go to one place, or over an input.
    """
    if output is None or output == "-":
        return [None] * len(files)
    place = Path(output)
    is_folder = place.is_dir() or len(files) > 1 or output.endswith(os.sep)
    names = ["document" if file == STDIN else file.stem for file in files]
    found = [place / f"{name}{suffix}" if is_folder else place for name in names]
    if len(set(found)) < len(found):
        raise click.UsageError("several inputs have the same name; convert them to different folders")
    for source, target in zip(files, found, strict=True):
        if source != STDIN and target.exists() and target.samefile(source):
            raise click.UsageError(f"{target} would replace its own input; choose another -o")
    return list(found)


def run(
    files: Sequence[Path],
    output: str | None,
    suffix: str,
    change: Callable[[bytes, str], bytes],
    *,
    quiet: bool,
    take: Callable[[Path], bytes] = read,
) -> None:
    """Put each of ``files`` through ``change`` and write the results; a file that fails does not stop the rest.

    ``take`` reads an input.

    Exits with the code of the error if all failures are of one kind, else with 1.
    """
    failures: list[TeiconvError] = []
    for file, target in zip(files, destinations(files, output, suffix), strict=True):
        name = "<stdin>" if file == STDIN else str(file)
        try:
            data = change(take(file), name)
            if target is None:
                sys.stdout.buffer.write(data)
            else:
                write(target, data)
        except TeiconvError as error:
            failures.append(error)
            click.echo(f"teiconv: {error if error.place else f'{name}: {error}'}", err=True)
    if len(files) > 1 and not quiet:
        click.echo(f"{len(files) - len(failures)} of {len(files)} written", err=True)
    if failures:
        codes = {error.exit_code for error in failures}
        sys.exit(codes.pop() if len(codes) == 1 else 1)
