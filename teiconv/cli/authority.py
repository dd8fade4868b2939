"""``teiconv authority``: databases and lists of persons → a compiled authority."""

from __future__ import annotations

from pathlib import Path

import click

from teiconv.cli import files as io
from teiconv.cli import terminal
from teiconv.cli.targets import Target

_SOURCE = click.Path(exists=True, path_type=Path)


@click.group()
def authority() -> None:
    """Compile an authority: a file of thousands of people, for convert and batch --authority."""


@authority.command()
@click.argument("sources", nargs=-1, required=True, type=_SOURCE)
@click.option("-o", "--output", required=True, type=Target(dir_okay=False, path_type=Path), help="The compiled file.")
@click.option(
    "--without", multiple=True, metavar="VOLUME", help="Leave out the list of a volume, to measure on that volume."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def build(sources: tuple[Path, ...], output: Path, without: tuple[str, ...], quiet: bool) -> None:
    """Compile SOURCES into one file.

    SOURCES are clones or tar archives of the Office of the Historian's repositories people and pocom, official
    volumes, and lists of persons in text, TEI or CSV.

    \b
    teiconv authority build people/ pocom/ -o us-foreign-relations.auth
    teiconv authority build people.tar.xz my-persons.csv -o mine.auth
    """
    from teiconv.authority.build import build as build_authority
    from teiconv.authority.tables import KIND

    io.refuse_overwriting(output, sources)
    built = build_authority(sources, without)
    io.write_keeping(output, built.data, lambda standing: standing.startswith(KIND))
    for unused in built.unused:
        terminal.say(f"teiconv: {unused}")
    if not quiet:
        click.echo(f"{built.persons} persons of {built.volumes} volumes: {output}", err=True)
