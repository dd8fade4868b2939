"""``teiconv evaluate``: how well an encoding agrees with another."""

from __future__ import annotations

from pathlib import Path

import click

from teiconv.cli import terminal
from teiconv.cli.files import refuse_overwriting, write_keeping
from teiconv.cli.targets import Target
from teiconv.evaluation import report
from teiconv.evaluation.gather import documents_of, pairs
from teiconv.evaluation.gather import evaluate as evaluate_files
from teiconv.evaluation.layers import LAYERS

_LAYER = click.Choice([layer.name for layer in LAYERS])


@click.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument(
    "candidates", nargs=-1, required=True, metavar="CANDIDATE...", type=click.Path(exists=True, path_type=Path)
)
@click.option("--layer", "names", multiple=True, type=_LAYER, help="Compare this layer only. May be repeated.")
@click.option("--documents", type=_LAYER, help="Also show the figures of this layer for each document.")
@click.option("--misses", type=_LAYER, help="Also list the marks that this layer lacks or has in excess, with context.")
@click.option("--json", "json_file", type=Target(path_type=Path), help="Write all figures to this file as JSON.")
@click.option(
    "--hipe",
    type=Target(file_okay=False, path_type=Path),
    help="Write the names of both sides to this folder in the format of HIPE-2022: gold.tsv, candidate.tsv.",
)
def evaluate(
    gold: Path,
    candidates: tuple[Path, ...],
    names: tuple[str, ...],
    documents: str | None,
    misses: str | None,
    json_file: Path | None,
    hipe: Path | None,
) -> None:
    """Compare TEI documents with a gold encoding of the same texts, layer by layer.

    GOLD and each CANDIDATE are a TEI file with one document, a whole volume, or a folder of such files.  Documents
    are matched by file name or by xml:id.  Texts that differ are aligned; this needs rapidfuzz
    (pip install 'teiconv[evaluate]').
    """
    if json_file:
        refuse_overwriting(json_file, (gold, *candidates))
    wanted = {*names, documents, misses} if names else {layer.name for layer in LAYERS}
    found = evaluate_files(gold, candidates, [layer for layer in LAYERS if layer.name in wanted])
    lines = [*report.table(found)]
    if documents:
        lines += ["", *report.document_table(found, documents)]
    if misses:
        lines += ["", *report.misses(found, misses)]
    terminal.put(terminal.shown("\n".join([*lines, ""]), lines=True))
    if json_file:
        write_keeping(json_file, (report.as_json(found) + "\n").encode(), report.is_json_of_figures)
    if hipe:
        _write_hipe(hipe, gold, candidates)


def _write_hipe(folder: Path, gold: Path, candidates: tuple[Path, ...]) -> None:
    """Write ``gold.tsv`` and ``candidate.tsv``, with the same tokens."""
    from teiconv.evaluation.hipe import HEADER, documents

    sides = [documents(one, other) for _, one, other in pairs(documents_of(gold), candidates, [])]
    for name, written in zip(("gold.tsv", "candidate.tsv"), zip(*sides, strict=True), strict=True):
        table = (HEADER + "".join(written)).encode()
        write_keeping(folder / name, table, lambda standing: standing.startswith(HEADER.encode()))
