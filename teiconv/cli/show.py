"""``teiconv show``: what a stage of the conversion makes of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click

from teiconv.cli import files as io
from teiconv.cli import terminal
from teiconv.cli.convert import INPUT
from teiconv.model import Element

STAGES = ("source", "conventions", "blocks", "model", "document", "tei")


@click.command()
@click.argument("file", type=INPUT)
@click.option("--stage", type=click.Choice(STAGES), default="document", show_default=True, help="The stage.")
@click.option("--encoding", help="The encoding of a text without a byte-order mark. The default is UTF-8.")
def show(file: Path, stage: str, encoding: str | None) -> None:
    """Print the result of one stage of the conversion of FILE.

    \b
    source       the text, and the form of the file
    conventions  how well the conventions of each series fit, and the passes of the best
    blocks       the blocks in order, with the white space before each
    model        the tree of the text
    document     the header, the lists, and the annotated tree
    tei          the XML

    Of a TEI file, the document is shown as the file has it, with what its collection says of it.
    """
    data = io.read(file)
    lines = _STAGES[stage](data, str(file), encoding)
    terminal.put(terminal.shown("\n".join([*lines, ""]), lines=True))


def _source(data: bytes, name: str, encoding: str | None) -> Iterator[str]:
    from teiconv.formats.text import decode

    text, form = decode(data, name, encoding)
    yield from labelled("form", form)
    for number, line in enumerate(text.split("\n"), 1):
        yield f"{number:5}  {line}"


def _conventions(data: bytes, name: str, encoding: str | None) -> Iterator[str]:
    from teiconv.conventions.table import fits, sample
    from teiconv.formats.text import decode

    found = fits(sample(decode(data, name, encoding)[0]))
    for conventions, (score, cue) in found:
        yield f"{score:4.2f}  {conventions.name}  {conventions.title}" + (f": {cue}" if cue else "")
    best = found[0][0]
    steps = [(step.name, step.rule) for step in best.passes] + [(step.name, step.rule) for step in best.annotators]
    for step, rule in steps:
        first = rule.partition("\n\n")[0]
        yield f"      {step}: {' '.join(first.split())}"


def _blocks(data: bytes, name: str, encoding: str | None) -> Iterator[str]:
    from teiconv.conventions.table import sample
    from teiconv.formats.text import decode

    for placed in sample(decode(data, name, encoding)[0]).blocks:
        yield f"{placed.before!r}"
        yield from outline(placed.block, 1)


def _model(data: bytes, name: str, encoding: str | None) -> Iterator[str]:
    from teiconv.conventions.reading import read_body
    from teiconv.formats.text import decode

    yield from outline(read_body(decode(data, name, encoding)[0]))


def _document(data: bytes, name: str, encoding: str | None) -> Iterator[str]:
    from teiconv.convert import read_tei, read_text
    from teiconv.formats.text.kinds import is_tei
    from teiconv.options import Options

    document = read_tei(data, name=name) if is_tei(data) else read_text(data, Options(encoding=encoding), name=name)
    yield from labelled("form", document.form)
    yield from labelled("header", document.header)
    for element in (*document.standoff, document.body):
        yield from outline(element)


def _tei(data: bytes, name: str, encoding: str | None) -> Iterator[str]:
    from teiconv.convert import to_tei
    from teiconv.options import Options

    yield to_tei(data, Options(encoding=encoding), name=name).decode().rstrip("\n")


_STAGES = {
    "source": _source,
    "conventions": _conventions,
    "blocks": _blocks,
    "model": _model,
    "document": _document,
    "tei": _tei,
}


def labelled(label: str, value: Any, depth: int = 0) -> Iterator[str]:
    """Yield ``value`` below its ``label``, a line for each field that says something; records are indented."""
    indent = "  " * depth
    if is_dataclass(value):
        named = ((item.name.replace("_", " "), getattr(value, item.name)) for item in fields(value))
        inner = [line for name, each in named for line in labelled(name, each, depth + 1)]
        yield from (f"{indent}{label}:", *inner) if inner else ()
    elif isinstance(value, tuple) and any(map(is_dataclass, value)):
        for one in value:
            yield from labelled(label, one, depth)
    elif isinstance(value, tuple):
        yield from (f"{indent}{label}: {' '.join(one) if isinstance(one, tuple) else one}" for one in value)
    elif isinstance(value, str) and value and not value.isprintable():
        yield f"{indent}{label}: {value!r}"
    elif value or value is False:
        yield f"{indent}{label}: {_SAID.get(value, value)}"


_SAID = {True: "yes", False: "no"}


def outline(node: Element, depth: int = 0) -> Iterator[str]:
    """Yield ``node`` as an outline: an element or a string to a line, indented by its depth."""
    attributes = "".join(f" {key}={value!r}" for key, value in node.attributes)
    yield f"{'  ' * depth}{node.name}{attributes}"
    for child in node.content:
        if isinstance(child, str):
            yield f"{'  ' * (depth + 1)}{child!r}"
        else:
            yield from outline(child, depth + 1)
