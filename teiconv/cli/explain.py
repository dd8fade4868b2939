"""``teiconv explain``: how words of a text are marked, and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from teiconv.cli import files as io
from teiconv.cli import names, terminal
from teiconv.cli import settings as said
from teiconv.cli.convert import INPUT, LIST, with_authority, with_lists
from teiconv.errors import Place, TeiconvError
from teiconv.options import Options


@click.command()
@click.argument("file", type=INPUT)
@click.argument("words")
@click.option("--id", "identifier", help="The xml:id of the document. The default is d and the number in the title.")
@click.option("--encoding", help="The encoding of a text without a byte-order mark. The default is UTF-8.")
@click.option("--persons", multiple=True, type=LIST, help="A list of persons, as convert takes it. May be repeated.")
@said.UNLISTED
@click.option("--authority", type=LIST, help="A compiled authority (see teiconv authority build).")
@click.option("--terms", multiple=True, type=LIST, help="A list of terms, as convert takes it. May be repeated.")
@click.option(
    "--conventions",
    type=names.CONVENTIONS,
    help="The conventions of the text. The default is those that fit best.",
)
@click.option("--decisions", multiple=True, type=LIST, help="The decisions of editors. May be repeated.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON, for programs.")
def explain(file: Path, words: str, is_json: bool, **choices: Any) -> None:
    """Print how and why teiconv marks WORDS at each of their places in the text FILE.

    For a person, it prints the candidates, and the evidence for and against each with its weight. For anything else,
    it prints the passes that found it. It reads teiconv.toml as convert does. The exit code is 1 if the text does not
    have the words. FILE may be a TEI file: then its text is explained, and which documents of its collection give it
    the bounds of its date.

    \b
    teiconv explain memo.txt "Rogers" --persons persons.txt
    teiconv explain memo.txt "May 5, 1971"
    """
    from teiconv.explain import Explainer
    from teiconv.explain.wording import as_json, lines

    data, bounds = _text_and_bounds(io.read(file), str(file))
    explainer = Explainer(data, _options(file, choices), str(file))
    found = explainer.with_steps(explainer.of(words))
    if not found:
        raise TeiconvError(f"the text does not have the words “{words:.60}”", Place(str(file)))
    if is_json:
        terminal.put(json.dumps(as_json(found, str(file)), ensure_ascii=False, indent=2) + "\n")
    else:
        terminal.put("\n\n".join("\n".join(lines(one, str(file))) for one in found) + "\n")
        if bounds:
            terminal.put(f"\n{file}: the document has no date of its own; it is dated {bounds}\n")


def _text_and_bounds(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the text of a file, and of a TEI file which neighbours in its collection date it."""
    from teiconv.convert import read_tei, to_bytes
    from teiconv.explain.neighbours import bounded_by
    from teiconv.formats.text.kinds import is_tei

    if not is_tei(data):
        return data, ""
    return to_bytes(data, name=name), bounded_by(read_tei(data, name=name).header)


def _options(file: Path, choices: Mapping[str, Any]) -> Options:
    """Return what the command line says, over what ``teiconv.toml`` says for ``file``, the lists read."""
    from teiconv.settings import Settings, find_settings, settings_over

    names_of = ("persons", "terms", "decisions", "authority", "unlisted", "conventions", "encoding")
    found = Settings(**{name: choices[name] for name in names_of})
    standing = find_settings(file.absolute().parent) if file != io.STDIN else None
    found = settings_over(found, standing)
    options = Options(
        identifier=choices["identifier"],
        encoding=found.encoding,
        conventions=found.conventions,
        unlisted=found.unlisted,
        places=bool(found.places),
    )
    return with_authority(with_lists(options, found.persons, found.terms, found.decisions), found.authority)
