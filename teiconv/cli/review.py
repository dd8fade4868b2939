"""``teiconv review``: a folder of TEI, statement by statement, in the browser."""

from __future__ import annotations

import getpass
from pathlib import Path
from urllib.parse import quote

import click

from teiconv.cli import terminal
from teiconv.cli.convert import LIST, with_authority, with_lists
from teiconv.cli.signals import stopped_by_sigterm


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file of decisions. The default is decisions.toml beside FOLDER.",
)
@click.option(
    "--persons",
    multiple=True,
    type=LIST,
    help="The list of persons of the batch; the page then shows the evidence for each. May be repeated.",
)
@click.option("--authority", type=LIST, help="The compiled authority of the batch, for the same purpose.")
@click.option("--who", metavar="NAME", help="Your name in the decisions. The default is that of your account.")
@click.option("--document", metavar="ID", help="Begin with this document: its xml:id.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port. The default, 0, is any free port.")
@click.option(
    "--browser/--no-browser", default=True, help="Open the page in a browser (the default), or only print its address."
)
def review(
    folder: Path,
    decisions: Path | None,
    persons: tuple[Path, ...],
    authority: Path | None,
    who: str | None,
    document: str | None,
    port: int,
    browser: bool,
) -> None:
    """Review the TEI in FOLDER in a browser: confirm or correct the doubtful statements.

    Each decision goes into the file of decisions at once. The next teiconv batch carries it out.  The page is served
    on this machine only, and needs no network.  Ctrl-C ends it, and nothing is lost.

    \b
    teiconv review tei/
    teiconv review tei/ --who "Ada Editor"
    teiconv review tei/ --persons persons.txt
    teiconv review tei/ --document d12
    """
    from teiconv.editing.journal import mend
    from teiconv.options import Options
    from teiconv.review.machine import Machine
    from teiconv.review.serve import opened, place_of_decisions

    place = place_of_decisions(folder, decisions)
    if told := mend(place):
        terminal.say(f"teiconv: {told}")
    machine = Machine(with_authority(with_lists(Options(), persons, ()), authority))
    with stopped_by_sigterm(), opened(folder, place, who or _account(), port, machine) as server:
        url = f"{server.url}#id={quote(document)}" if document else server.url
        terminal.say(f"the review is at {url}")
        terminal.say(f"decisions go to {place}; Ctrl-C ends it")
        if browser:
            _show(url)
        server.run()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "editor"


def _show(url: str) -> None:
    import webbrowser

    webbrowser.open(url)
