"""``--split``: each document of a text that holds several is an input of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from teiconv.cli import files as io
from teiconv.cli.terminal import say
from teiconv.errors import TeiconvError
from teiconv.options import Options


def pieces(
    files: Sequence[Path], output: str | None, options: Options, *, quiet: bool = False
) -> tuple[tuple[Path, ...], Callable[[Path], bytes], str]:
    """Return an input for each document in ``files``, what reads it, and the folder for the results.

    The input of the document 41 in ``chapter.txt`` is ``chapter.txt/d41``.  A text of one document stays as it is,
    which is told unless ``quiet``; so does what cannot be read, which is told when its turn comes.

    Raises:
        click.UsageError: ``output`` is no folder.
    """
    if output is None or output == "-" or os.path.isfile(output):
        raise click.UsageError("--split writes a file for each document; give a folder (-o FOLDER)")
    found = dict(piece for file in files for piece in _pieces(file, options, quiet))
    return tuple(found), lambda file: found[file] or io.read(file), os.path.join(output, "")


def _pieces(file: Path, options: Options, quiet: bool) -> Iterator[tuple[Path, bytes]]:
    from teiconv.convert import divided

    try:
        data = io.read(file)
        parts = divided(data, options, name=str(file))
    except TeiconvError:
        yield file, b""
        return
    if len(parts) == 1:
        if not quiet:
            say(f"{file}: not split: no second document with a number and a title was found")
        yield file, data
        return
    for number, part in parts:
        yield file / f"d{number}", part
