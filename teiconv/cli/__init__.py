"""The command line: it parses, calls the library, and reports."""

from __future__ import annotations

import atexit
import gc
import importlib
from typing import Any

import click

from teiconv._version import __version__

COMMANDS = {
    "convert": "Convert texts to TEI.",
    "text": "Write the text of TEI documents.",
    "batch": "Convert a folder of documents. The next run converts only what has changed.",
    "publish": "Make an edition of a collection: pages, tables, records for repositories.",
    "validate": "Check TEI documents against schemas and rules.",
    "review": "Review a folder of TEI in the browser.",
    "persons": "Write a list of persons as TEI, or list the doubtful links of documents.",
    "audit": "List links of an encoding that are probably wrong.",
    "authority": "Compile an authority of persons from databases and lists.",
    "evaluate": "Compare an encoding with a gold encoding, layer by layer.",
    "explain": "Explain why teiconv marks words of a text as it does.",
    "show": "Print the result of one stage of the conversion.",
}
"""Each command stands in the module of its name, and is imported only when it is called."""


class _LazyGroup(click.Group):
    """A group that knows the names and summaries of its commands, and imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"teiconv.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        if not any(option.name == "debug" for option in command.params):
            command.params.append(_debug())
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **choices: Any) -> Any:
        from teiconv.cli.guard import run

        run(lambda: super(_LazyGroup, self).main(*args, **{**choices, "standalone_mode": False}))

    def invoke(self, ctx: click.Context) -> Any:
        from teiconv.cli.guard import not_left_to_click

        atexit.register(gc.freeze)  # the process ends with its objects: none of them needs to be looked at once more
        with not_left_to_click():
            return super().invoke(ctx)


def _note_debug(ctx: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().meta["teiconv.debug"] = True


def _debug() -> click.Option:
    text = "Show where an unexpected error arose."
    return click.Option(["--debug"], is_flag=True, expose_value=False, callback=_note_debug, help=text)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, params=[_debug()])
@click.version_option(__version__, prog_name="teiconv")
def main() -> None:
    """Convert plain-text diplomatic documents to TEI P5, and back to exactly the same text.

    Exit codes: 0 success; 1 documents failed for several reasons, or the command could not run; 2 wrong usage;
    3 a text cannot be read; 4 an XML file cannot be read; 5 a document is not valid; 6 an optional package is
    missing; 130 interrupted; 141 the program that read the output stopped.
    """
