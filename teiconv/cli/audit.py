"""``teiconv audit``: an encoding that others made → its links that are probably wrong."""

from __future__ import annotations

import csv
import io as text_io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiconv.cli import files as io
from teiconv.cli.targets import Target
from teiconv.errors import Place, TeiconvError

if TYPE_CHECKING:
    from teiconv.audit.links import Finding

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--persons",
    multiple=True,
    type=_FILE,
    help="The list that the links lead to: TEI, text or CSV. The default is each file's own list.",
)
@click.option("--authority", type=_FILE, help="A compiled authority. It tells who held an office on a day.")
@click.option(
    "-o", "--output", type=Target(dir_okay=False, path_type=Path), help="A file. The default is standard output."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def audit(
    files: tuple[Path, ...], persons: tuple[Path, ...], authority: Path | None, output: Path | None, quiet: bool
) -> None:
    """List the links in FILES that are probably wrong. FILES are volumes or documents in TEI; they are not changed.

    The list has pointers to nobody, links to a person whom the words do not mean, tagged words that are no name of
    the person, names beside an office that another person held on that day (with --authority), and names that are
    not tagged although the document tags the same person elsewhere.

    \b
    teiconv audit frus1969-76v20.xml -o audit.csv
    teiconv audit tei/*.xml --persons persons.xml
    """
    from teiconv.audit.links import COLUMNS, counted

    if output is not None:
        io.refuse_overwriting(output, (*files, *persons, *([authority] if authority else [])))
    found = [finding for file in files for finding in _findings(file, persons, authority)]
    data = _table([COLUMNS, *(finding.row for finding in found)])
    if output is None:
        click.echo(data, nl=False)
    else:
        io.write_keeping(output, data.encode())
    if not quiet:
        for kind, count in counted(found).items():
            click.echo(f"{count:6} {kind}", err=True)


def _findings(file: Path, lists: tuple[Path, ...], authority: Path | None) -> Iterable[Finding]:
    from teiconv.audit.links import Auditor
    from teiconv.authority.find import Finder
    from teiconv.formats.tei.read import open_tei
    from teiconv.names.lists.load import load_entries, read_files
    from teiconv.names.lists.persons_text import gathered
    from teiconv.names.people.index import PersonList

    data = io.read_tei(file)
    given = load_entries(read_files(lists) if lists else [(str(file), data)])
    if not given:
        raise TeiconvError(
            "this file has no list of persons; give the list that its links lead to with --persons", Place(str(file))
        )
    holders = Finder(authority).holders if authority else None
    auditor = Auditor(given, PersonList(gathered(given)), holders)
    for name, reading in open_tei(data, str(file)).read_all():
        yield from auditor.findings(name, reading.body)


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    out = text_io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
