"""``teiconv convert``: texts → TEI."""

from __future__ import annotations

from pathlib import Path

import click

from teiconv.cli import files as io
from teiconv.errors import InvalidError, Place, TeiconvError

INPUT = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, type=INPUT)
@click.option("-o", "--output", help="A file, or a folder for several inputs; without it, standard output.")
@click.option("--id", "identifier", help="xml:id of the document; without it, d and the number in the title.")
@click.option("--encoding", help="Encoding of the text where it has no byte-order mark; without it, UTF-8.")
@click.option("--validate/--no-validate", default=True, show_default=True, help="Refuse to write what is not valid.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def convert(
    files: tuple[Path, ...],
    output: str | None,
    identifier: str | None,
    encoding: str | None,
    validate: bool,
    quiet: bool,
) -> None:
    """Convert texts to TEI, one document for each of FILES (or standard input).

    \b
    teiconv convert memo.txt -o memo.xml
    teiconv convert letters/*.txt -o tei/
    """
    from teiconv.convert import to_tei
    from teiconv.options import Options

    options = Options(identifier=identifier, encoding=encoding)

    def converted(data: bytes, name: str) -> bytes:
        tei = to_tei(data, options, name=name)
        if validate:
            refuse_invalid(tei, name)
        return tei

    io.run(files or (io.STDIN,), output, ".xml", converted, quiet=quiet)


def refuse_invalid(tei: bytes, name: str) -> None:
    """Raise :class:`InvalidError` with the first problem if ``tei`` is not valid against the project's schemas."""
    from teiconv.validation import validate

    problems = validate(tei)
    if problems:
        first = problems[0]
        advice = "this is a fault of teiconv: please report it with the text; --no-validate writes the file all the same"
        raise InvalidError(f"the TEI would not be valid ({first.message}); {advice}", Place(name))


__all__ = ["TeiconvError", "convert"]
