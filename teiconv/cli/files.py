"""Reading inputs and writing outputs: whole or not at all, and never over what the user gave."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from teiconv.cli import terminal
from teiconv.errors import Place, TeiconvError
from teiconv.reading import LARGEST, files_below, read_bytes

STDIN = Path("-")


def read(path: Path) -> bytes:
    """Return the bytes of ``path``, or of standard input for ``-``.

    Raises:
        TeiconvError: the file cannot be read.
    """
    if path == STDIN:
        return terminal.take(LARGEST + 1)
    try:
        return read_bytes(path)
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(path))) from error


def read_tei(path: Path) -> bytes:
    """Return the bytes of a TEI file as :func:`read` does, but no more than a TEI document may have.

    Raises:
        TeiError: the file cannot be read, or is too large (from standard input, parsing says so).
    """
    from teiconv.formats.tei.parsing import read_file

    return terminal.take(LARGEST + 1) if path == STDIN else read_file(path)


def xml_files(places: Iterable[Path]) -> Iterator[Path]:
    """Yield ``places`` with folders replaced by the XML files in them, in the order of their names.

    Raises:
        TeiconvError: a folder has none, or cannot be read.
    """
    for place in places:
        found = files_below(place) if place.is_dir() else [place]
        if not found:
            raise TeiconvError("this folder has no .xml file", Place(str(place)))
        yield from found


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, creating its folder: the file is there whole, or as it was before.

    A link is followed, and what is replaced lends its mode; a device or pipe is written to as it is.

    Raises:
        TeiconvError: the file cannot be written.
    """
    try:
        if _is_stream(path):
            path.write_bytes(data)
        else:
            _replace(_followed(path), data)
    except OSError as error:
        raise TeiconvError(f"cannot be written: {error.strerror}", Place(str(path))) from error


def write_keeping(path: Path, data: bytes, is_own: Callable[[bytes], bool] = lambda standing: False) -> None:
    """Write ``data`` to ``path``; what stands there is kept as a copy, and told, unless nothing in it would be lost.

    Nothing is lost of what is the same, blank, TEI as teiconv wrote it, or by ``is_own`` a result that nobody edits.

    Raises:
        TeiconvError: a file cannot be read or written.
    """
    from teiconv.editing.keep import copy_name, is_worth_a_copy

    standing = read(path) if path.is_file() else data
    if standing != data and not is_own(standing) and is_worth_a_copy(standing, str(path)):
        copy = path.with_name(copy_name(path.name, standing))
        write(copy, standing)
        terminal.say(f"teiconv: {path}: what stood there is kept as {copy.name}")
    write(path, data)


def _followed(path: Path) -> Path:
    """Return where the links from ``path`` lead; it is no link itself."""
    real = Path(os.path.realpath(path))
    if real.is_symlink():  # the links lead round in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return real


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # brings half a dozen modules with it

    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".teiconv-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def refuse_overwriting(target: Path, given: Iterable[Path]) -> None:
    """Refuse to write to ``target`` where that is one of the files ``given``, by any name; of a folder, its XML files.

    Raises:
        click.UsageError: it is.
    """
    for place in given:
        if place != STDIN and _is_or_holds(place, target):
            raise click.UsageError(f"{target} would replace {place}, which you gave; choose another name")


def _is_or_holds(place: Path, target: Path) -> bool:
    try:
        if place.is_dir():
            real = Path(os.path.realpath(target))
            return real.is_file() and real.suffix == ".xml" and real.is_relative_to(os.path.realpath(place))
        return not _is_stream(target) and target.samefile(place)
    except OSError:
        return False


def _is_stream(target: Path) -> bool:
    """Tell whether writing to ``target`` replaces nothing: a terminal can be read and written, and so can a pipe."""
    return os.path.exists(target) and not (os.path.isfile(target) or os.path.isdir(target))


def destinations(
    files: Sequence[Path], output: str | None, suffix: str, given: Sequence[Path] = ()
) -> list[Path | None]:
    """Return where the result for each of ``files`` goes; ``None`` is standard output (no ``output``, or ``-``).

    ``output`` is a file for one input, a folder for several, or where it is one or ends in a slash.  ``given`` are
    other files that the user named.

    Raises:
        click.UsageError: several results would go to one place, or over what the user gave; or several XML files would
            be one.
    """
    if output is None or output == "-":
        if len(files) > 1 and suffix == ".xml":
            raise click.UsageError("several XML files in one are no XML; give -o and the name of a folder")
        return [None] * len(files)
    place = Path(output)
    if len(files) > 1 and place.is_file():
        raise click.UsageError(f"{output} is a file, and several results need a folder; give the name of one")
    is_folder = os.path.isdir(output) or len(files) > 1 or output.endswith(os.sep)
    names = ["document" if file == STDIN else file.stem for file in files]
    found = [place / f"{name}{suffix}" if is_folder else place for name in names]
    if len(set(found)) < len(found):
        raise click.UsageError("several inputs have the same name; convert them to different folders")
    for target in found:
        refuse_overwriting(target, (*files, *given))
    return list(found)


def run(
    files: Sequence[Path],
    output: str | None,
    suffix: str,
    change: Callable[[bytes, str], bytes],
    *,
    quiet: bool,
    take: Callable[[Path], bytes] = read,
    given: Sequence[Path] = (),
    before: Callable[[Path], None] = lambda target: None,
    give: Callable[[Path, bytes], None] = write,
) -> None:
    """Put each of ``files`` through ``change`` and write the results; a file that fails does not stop the rest.

    ``take`` reads an input, ``give`` writes a result; ``before`` is called with each file before it is written;
    ``given`` are further files that the user named, which are never written to.

    Exits with the code of the error if all failures are of one kind, else with 1.
    """
    codes: list[int] = []
    for file, target in zip(files, destinations(files, output, suffix, given), strict=True):
        name = "<stdin>" if file == STDIN else str(file)
        try:
            data = take(file)
            if target is not None:
                before(target)
            result = change(data, name)
            if target is None:
                terminal.put(result)
            else:
                give(target, result)
        except TeiconvError as error:
            codes.append(error.exit_code)
            terminal.say(f"teiconv: {error if error.place else f'{name}: {error}'}")
        except BrokenPipeError:
            raise
        except Exception as error:  # the rest goes on
            codes.append(TeiconvError.exit_code)
            terminal.tell_fault(error, name)
    if len(files) > 1 and not quiet:
        terminal.say(f"{len(files) - len(codes)} of {len(files)} written")
    if codes:
        sys.exit(codes[0] if len(set(codes)) == 1 else 1)
