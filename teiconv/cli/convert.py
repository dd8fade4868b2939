"""``teiconv convert``: texts → TEI."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiconv.cli import files as io
from teiconv.errors import InvalidError, Place

if TYPE_CHECKING:
    from teiconv.options import Options

INPUT = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
LIST = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, type=INPUT)
@click.option("-o", "--output", help="A file, or a folder for several inputs; without it, standard output.")
@click.option("--id", "identifier", help="xml:id of the document; without it, d and the number in the title.")
@click.option("--encoding", help="Encoding of the text where it has no byte-order mark; without it, UTF-8.")
@click.option("--persons", multiple=True, type=LIST, help="A list of persons: text, TEI or CSV. May be repeated.")
@click.option("--terms", multiple=True, type=LIST, help="A list of terms and abbreviations, likewise.")
@click.option("--validate/--no-validate", default=True, show_default=True, help="Refuse to write what is not valid.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def convert(
    files: tuple[Path, ...],
    output: str | None,
    identifier: str | None,
    encoding: str | None,
    persons: tuple[Path, ...],
    terms: tuple[Path, ...],
    validate: bool,
    quiet: bool,
) -> None:
    """Convert texts to TEI, one document for each of FILES (or standard input).

    \b
    teiconv convert memo.txt -o memo.xml
    teiconv convert letters/*.txt -o tei/
    teiconv convert memo.txt --persons persons.txt --terms terms.csv
    """
    from teiconv.convert import to_tei
    from teiconv.options import Options

    options = with_lists(Options(identifier=identifier, encoding=encoding), persons, terms)

    def converted(data: bytes, name: str) -> bytes:
        tei = to_tei(data, options, name=name)
        if validate:
            refuse_invalid(tei, name)
        return tei

    io.run(files or (io.STDIN,), output, ".xml", converted, quiet=quiet)


def with_lists(options: Options, persons: Sequence[Path], terms: Sequence[Path]) -> Options:
    """Return ``options`` with the lists in these files."""
    if not persons and not terms:
        return options
    from teiconv.lists.load import load_persons, load_terms

    return replace(
        options,
        persons=load_persons((str(file), io.read(file)) for file in persons) if persons else None,
        terms=load_terms((str(file), io.read(file)) for file in terms) if terms else None,
    )


def refuse_invalid(tei: bytes, name: str) -> None:
    """Raise :class:`InvalidError` with the first problem if ``tei`` is not valid against the project's schemas."""
    from teiconv.validation import validate

    errors = [problem for problem in validate(tei, name=name) if problem.severity == "error"]
    if errors:
        advice = "this is a fault of teiconv: please report it with the text; --no-validate writes the file anyway"
        raise InvalidError(f"the TEI would not be valid ({errors[0].message}); {advice}", Place(name))
