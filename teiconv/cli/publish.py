"""``teiconv publish``: a collection → a reading edition, tables, records for repositories …"""

from __future__ import annotations

from pathlib import Path

import click

from teiconv.cli.targets import Target


def _known(ctx: click.Context, param: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``names``, if all are formats; the table of formats is only read here."""
    from teiconv.publish.table import FORMATS

    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f"there is no format “{name}”; there are {', '.join(FORMATS)}", ctx, param)
    return names


def _tell(message: str) -> None:
    from teiconv.cli.terminal import say

    say(f"teiconv: {message}")


def _wrote(place: Path) -> None:
    click.echo(f"wrote {place}", err=True)


def _ignore(_: object) -> None:
    """Say nothing, for who wants errors only."""


class _Command(click.Command):
    """A command whose help lists the formats."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from teiconv.publish.table import FORMATS

        with formatter.section("Formats"):
            formatter.write_dl([(entry.name, entry.writes) for entry in FORMATS.values()])


@click.command(cls=_Command)
@click.argument("source", metavar="SRC", type=click.Path(exists=True, path_type=Path))
@click.argument("target", metavar="DEST", type=Target(file_okay=False, path_type=Path))
@click.option(
    "--as",
    "formats",
    metavar="FORMAT",
    multiple=True,
    required=True,
    callback=_known,
    help="A format, from the list below. May be repeated.",
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The settings. The default is teiconv.toml in SRC or beside it.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def publish(source: Path, target: Path, formats: tuple[str, ...], config: Path | None, quiet: bool) -> None:
    """Publish the collection in SRC, which teiconv batch wrote. Each FORMAT is written below DEST.

    SRC may also be a TEI file, or a folder of TEI that others made.  The title, the editors and the address of the
    edition stand in teiconv.toml, below [edition].

    \b
    teiconv publish tei/ public/ --as site
    teiconv publish tei/ public/ --as site --as tables
    """
    from teiconv.cli.signals import stopped_by_sigterm
    from teiconv.cli.terminal import say_lines
    from teiconv.publish.edition import edition_of
    from teiconv.publish.table import MissingSettingsError
    from teiconv.publish.table import publish as write
    from teiconv.settings import Settings, find_settings, read_settings

    file = config or find_settings(source)
    edition = edition_of(read_settings(file) if file else Settings())
    try:
        with stopped_by_sigterm():
            tell, wrote = (_ignore, _ignore) if quiet else (_tell, _wrote)
            write(source, target, formats, edition, tell, wrote)
    except MissingSettingsError as error:  # the lines to write into the settings, as lines
        say_lines(f"teiconv: {error}")
        click.get_current_context().exit(error.exit_code)
