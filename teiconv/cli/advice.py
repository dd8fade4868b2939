"""Warnings on the command line: in lines, as JSON, or not at all."""

from __future__ import annotations

import json

import click

FORMS = ("none", "text", "json")

OPTION = click.option(
    "--warnings",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="Warn about places that an editor should look at: in lines, as lines of JSON, or not at all.",
)


def worded(form: str, name: str, line: int, message: str, kind: str) -> str:
    """Return one warning about the document ``name`` in a form: ``text`` or ``json``."""
    if form == "text":
        return f"teiconv: {name}:{line}: {message}"
    return json.dumps({"file": name, "line": line, "message": message, "kind": kind}, ensure_ascii=False)
