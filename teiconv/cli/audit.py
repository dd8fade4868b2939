"""``teiconv audit``: an encoding that others made → what in its links the evidence speaks against."""

from __future__ import annotations

import csv
import io as text_io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiconv.cli import files as io
from teiconv.errors import Place, TeiconvError

if TYPE_CHECKING:
    from teiconv.audit.links import Finding

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--persons", multiple=True, type=_FILE, help="The list that links lead to; without it, each file's own.")
@click.option("--authority", type=_FILE, help="A compiled authority: it tells who held an office on the day.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Without it, standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def audit(
    files: tuple[Path, ...], persons: tuple[Path, ...], authority: Path | None, output: Path | None, quiet: bool
) -> None:
    """List what is to be looked at in the links of FILES, volumes or documents in TEI.

    Listed are pointers to nobody, links to another person than the words mean, tagged words that are no name of the
    person, names behind an office that another held on that day (with --authority), and names left untagged in a
    document that tags the same person elsewhere.  Nothing is changed.

    \b
    teiconv audit frus1969-76v20.xml -o audit.csv
    teiconv audit tei/*.xml --persons persons.xml
    """
    from teiconv.audit.links import COLUMNS, counted

    found = [finding for file in files for finding in _findings(file, persons, authority)]
    data = _table([COLUMNS, *(finding.row for finding in found)])
    if output is None:
        click.echo(data, nl=False)
    else:
        io.write(output, data.encode())
    if not quiet:
        for kind, count in counted(found).items():
            click.echo(f"{count:6} {kind}", err=True)


def _findings(file: Path, lists: tuple[Path, ...], authority: Path | None) -> Iterable[Finding]:
    from teiconv.audit.links import Auditor
    from teiconv.authority.find import Finder
    from teiconv.formats.tei.read import open_tei
    from teiconv.names.lists.persons_text import gathered
    from teiconv.names.lists.tei import persons_from_tei
    from teiconv.names.people.index import PersonList
    from teiconv.names.people.person import Person

    data = io.read_tei(file)
    entries = (entry for path in lists or (file,) for entry in persons_from_tei(io.read_tei(path), str(path)))
    given = [entry for entry in entries if isinstance(entry, Person)]
    if not given:
        raise TeiconvError("there is no list of persons in it; give the one that its links lead to", Place(str(file)))
    holders = Finder(authority).holders if authority else None
    auditor = Auditor(given, PersonList(gathered(given)), holders)
    for name, reading in open_tei(data, str(file)).read_all():
        yield from auditor.findings(name, reading.body)


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    out = text_io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
