"""``teiconv persons``: a list of persons → TEI or CSV; encoded documents → their doubtful links."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import click

from teiconv.cli import files as io
from teiconv.cli import terminal
from teiconv.cli.targets import Target
from teiconv.errors import Place, TeiconvError
from teiconv.remember import remembered

if TYPE_CHECKING:
    from teiconv.model import Element
    from teiconv.names.people.index import PersonList

_FORMS = ("tei", "csv")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option(
    "-o", "--output", type=Target(dir_okay=False, path_type=Path), help="A file. The default is standard output."
)
@click.option(
    "-f", "--format", "form", type=click.Choice(_FORMS), default="tei", show_default=True, help="The form of the list."
)
@click.option("--doubtful", is_flag=True, help="List the doubtful links of FILES, which are TEI documents.")
def persons(files: tuple[Path, ...], output: Path | None, form: str, doubtful: bool) -> None:
    """Write the lists of persons in FILES (text, CSV, TEI or official volumes) as one list with an id for each person.

    With --doubtful, FILES are TEI documents or folders of them, and the output is a table of their doubtful links.
    Write into its column “person” an id, or “-” for nobody, and give the table to convert --decisions.

    \b
    teiconv persons persons.txt -o persons.xml
    teiconv persons persons.xml --format csv -o persons.csv
    teiconv persons --doubtful tei/ -o doubtful.csv
    """
    if output is not None and output != io.STDIN:
        io.refuse_overwriting(output, files)
    data = _doubtful_links(files) if doubtful else _list_of(files or (io.STDIN,), form)
    if output is None or output == io.STDIN:
        terminal.put(data)
    elif doubtful:
        _keep_decisions(output)
        io.write(output, data)
    else:
        io.write_keeping(output, data)


def _list_of(files: tuple[Path, ...], form: str) -> bytes:
    from teiconv.cli.convert import tell_unread
    from teiconv.names.lists.load import load_persons
    from teiconv.names.lists.tables import persons_to_csv

    people = load_persons((str(file), io.read(file)) for file in files)
    tell_unread(people)
    return persons_to_csv(people.persons).encode() if form == "csv" else _as_tei(people)


def _as_tei(people: PersonList) -> bytes:
    from teiconv.formats.table import marked_file
    from teiconv.names.lists.tei import document_of

    return marked_file(document_of(people.persons, people.unread))


def _keep_decisions(table: Path) -> None:
    """Refuse to write over a file, unless it is a table of doubtful links in which nothing is filled in.

    Raises:
        TeiconvError: it is not.
    """
    from teiconv.names.lists.decisions import is_blank

    if table.is_file() and not is_blank(io.read(table), str(table)):
        advice = "holds decisions, or is no table of doubtful links, and is kept; write the new table to another file"
        raise TeiconvError(advice, Place(str(table)))


def _doubtful_links(files: tuple[Path, ...]) -> bytes:
    """Return the table of doubtful links; documents of one ``xml:id`` in several files go by these files."""
    from teiconv.editing.scope import names_apart
    from teiconv.formats.tei.read import is_register, open_tei
    from teiconv.names.lists.decisions import doubtful, to_csv

    rows: list[tuple[Path, tuple[str, ...]]] = []
    holders: dict[str, set[Path]] = {}
    for file in io.xml_files(files or (io.STDIN,)):
        data = io.read_tei(file)
        if is_register(data):
            continue
        for name, reading in open_tei(data, str(file)).read_all():
            holders.setdefault(name, set()).add(file)
            listed = (*reading.standoff, *_register_of(file, reading.body))
            rows += ((file, row) for row in doubtful(name, reading.body, listed))
    shared = set[Path]().union(*(found for found in holders.values() if len(found) > 1))
    names = names_apart(shared)
    return to_csv((names.get(file, row[0]), *row[1:]) for file, row in rows).encode()


def _register_of(file: Path, body: Element) -> tuple[Element, ...]:
    """Return what the register lists to which the doubtful names of ``body``, read from ``file``, point."""
    from teiconv.model import descendants

    doubtful = (node for node in descendants(body) if node.name == "persName" and node.get("cert", "high") != "high")
    register = next((name for node in doubtful if (name := (node.get("ref") or "").partition("#")[0])), None)
    return _listed(file.parent / unquote(register)) if register else ()


@remembered(4)
def _listed(register: Path) -> tuple[Element, ...]:
    from teiconv.formats.tei.read import read_register

    return read_register(io.read_tei(register), str(register)) if register.is_file() else ()
