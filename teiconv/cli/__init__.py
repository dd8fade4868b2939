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
    "text": "Give back the text of TEI documents.",
    "batch": "Convert a tree of documents: parallel, resumable, anywhere.",
    "publish": "Publish a collection: a reading edition, tables, records for repositories.",
    "validate": "Check TEI documents against schemas and rules.",
    "review": "Review a folder of TEI in the browser: confirm or mend what is doubtful.",
    "persons": "Write a list of persons as TEI; list the doubtful links of documents.",
    "audit": "List what in the links of an encoding the evidence speaks against.",
    "authority": "Make an authority of persons out of databases and lists.",
    "evaluate": "Compare an encoding with a gold encoding, layer by layer.",
    "show": "Print what a stage of the conversion makes of a text.",
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
    text = "Show all that is known of an unexpected fault."
    return click.Option(["--debug"], is_flag=True, expose_value=False, callback=_note_debug, help=text)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, params=[_debug()])
@click.version_option(__version__, prog_name="teiconv")
def main() -> None:
    """Turn plain-text diplomatic memoranda into TEI P5, and back to the very same text.

    Exit codes: 0 all is well; 1 some documents failed; 2 wrong usage; 3 a text cannot be read;
    4 an XML file cannot be read; 5 a document is not valid; 6 an optional package is missing; 130 interrupted;
    141 whoever read the output has gone.
    """
