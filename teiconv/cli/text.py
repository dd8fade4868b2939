"""``teiconv text``: TEI → texts."""

from __future__ import annotations

from pathlib import Path

import click

from teiconv.cli import files as io
from teiconv.cli import terminal
from teiconv.cli.convert import INPUT
from teiconv.cli.targets import Target


@click.command()
@click.argument("files", nargs=-1, type=INPUT)
@click.option(
    "-o",
    "--output",
    type=Target(),
    help="A file, or a folder for several inputs. The default is standard output.",
)
@click.option("--document", help="The xml:id or the number of a document, if the file holds several.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def text(files: tuple[Path, ...], output: str | None, document: str | None, quiet: bool) -> None:
    """Write the text of TEI documents. For a file that teiconv made, this is the source text, byte for byte.

    If others made the file, the text is what a web page of it would show.

    \b
    teiconv text memo.xml -o memo.txt
    teiconv text volume.xml --document d24
    """
    from teiconv.convert import to_bytes
    from teiconv.formats.tei.meaning import has_lost_header

    def change(data: bytes, name: str) -> bytes:
        if not quiet and has_lost_header(data):
            terminal.say(
                f"teiconv: {name}: its header is gone, which told the encoding of the text and the ends of its lines; "
                "the text is in UTF-8, with line feeds, and one at its end"
            )
        return to_bytes(data, name=name, document=document)

    io.run(
        files or (io.STDIN,),
        output,
        ".txt",
        change,
        quiet=quiet,
        take=io.read_tei,
        give=io.write_keeping,
    )
