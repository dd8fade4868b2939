"""``teiconv batch``: a folder, an archive or a bucket of texts → TEI, or back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teiconv.cli import advice, edits, names, terminal
from teiconv.cli import settings as said
from teiconv.cli.files import refuse_overwriting
from teiconv.cli.files import write as write_file
from teiconv.cli.progress import Progress
from teiconv.cli.signals import stopped_by_sigterm
from teiconv.cli.targets import Target

if TYPE_CHECKING:
    from teiconv.batch.plan import Plan
    from teiconv.batch.rows import Row
    from teiconv.batch.run import Summary

_LIST = click.Path(exists=True, dir_okay=False, path_type=Path)
_FILE = Target(dir_okay=False, path_type=Path)
_INTERRUPTED = 130
_SAID = 100
"""Failures that are printed one by one; a wrong encoding can fail a hundred thousand documents."""


@click.command()
@click.argument("source", metavar="SRC")
@click.argument("target", metavar="DEST", type=Target())
@click.option("--to", type=click.Choice(["tei", "text"]), default="tei", show_default=True, help="The direction.")
@click.option("--persons", multiple=True, type=_LIST, help="A list of persons. May be repeated.")
@said.UNLISTED
@click.option(
    "--places", is_flag=True, default=None, help="Also mark places, by a gazetteer (pip install 'teiconv[places]')."
)
@click.option("--authority", type=_LIST, help="A compiled authority (see teiconv authority build).")
@click.option("--terms", multiple=True, type=_LIST, help="A list of terms. May be repeated.")
@click.option(
    "--decisions",
    multiple=True,
    type=_LIST,
    help="The decisions of editors (see docs/editing.md). May be repeated.",
)
@click.option(
    "--conventions",
    type=names.CONVENTIONS,
    help="The conventions of the texts. The default is those that fit each text best.",
)
@click.option("--profile", type=names.PROFILES, help="The form of TEI. The default is tei.")
@click.option("--encoding", help="The encoding of texts without a byte-order mark. The default is UTF-8.")
@said.options
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    default=0,
    help="The number of processes. The default, 0, is one for each core.",
)
@click.option("--resume/--fresh", default=True, help="Convert only what changed (the default), or everything.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first document that fails.")
@click.option(
    "--verify/--no-verify", default=None, help="Check that each text comes back (the default, except with --to text)."
)
@click.option("--validate/--no-validate", default=True, help="Write nothing that is not valid.")
@click.option("--overwrite", is_flag=True, help="Replace files that were edited, and keep a copy of them.")
@click.option(
    "--withdraw", is_flag=True, help="Remove TEI files whose texts are no longer in SRC; keep a copy of edited ones."
)
@click.option(
    "--collection/--single",
    default=None,
    help="Make a collection with registers of persons and terms (the default for files), or files that stand alone.",
)
@click.option("--report", "reports", multiple=True, type=_FILE, help="Write a report, .html or .json. May be repeated.")
@click.option("--site", metavar="PLACE", help="The folder or address of the site that the report links to.")
@click.option(
    "--manifest",
    type=Target(dir_okay=False),
    help="The path or URL of the manifest. The default is DEST.manifest.jsonl.",
)
@click.option("--text-column", default="text", show_default=True, help="The column of the text, in a table.")
@click.option("--id-column", default="id", show_default=True, help="The column of the id, in a table.")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Where the processes run: on this machine, or on a Dask cluster.",
)
@click.option(
    "--scheduler", metavar="URL", help="The address of a Dask cluster (tcp://…). Without it, a cluster starts here."
)
@edits.options
@advice.OPTION
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def batch(source: str, target: str, reports: tuple[Path, ...], warnings: str, quiet: bool, **choices: Any) -> None:
    """Convert all texts in SRC to TEI in DEST: a/b.txt becomes a/b.xml.

    SRC is a folder, a ZIP archive, a .jsonl or .parquet file, or the URL of one of these. DEST is a folder, the URL
    of a folder, or a ZIP archive.

    After a change or an interruption, run the same command again. It converts only what is missing or changed.

    Exit codes: 0 success; 3, 4 or 5 all failures are of that kind; 1 they are of several kinds; 130 interrupted.

    \b
    teiconv batch texts/ tei/ --persons persons.txt --report report.html
    teiconv batch s3://archive/texts s3://archive/tei --engine dask --scheduler tcp://head:8786
    teiconv batch tei/ texts/ --to text
    """
    plan = _plan(source, target, choices)
    if choices["take_edits"]:
        plan = _with_edits(plan, choices)
    for report in reports:
        if report.suffix not in (".html", ".json"):
            raise click.BadParameter(f"{report} is neither .html nor .json", param_hint="--report")
        refuse_overwriting(report, [Path(place) for place in (choices["manifest"], choices["config"]) if place])
    try:
        with stopped_by_sigterm():
            summary = _run(plan, "none" if quiet else warnings, quiet)
    except KeyboardInterrupt:
        terminal.say("teiconv: interrupted; run the same command to go on from here")
        sys.exit(_INTERRUPTED)
    _write_reports(reports, target, choices["site"], summary)
    if not quiet:
        _tell(summary)
    if not summary.total:
        terminal.say(f"teiconv: {source}: nothing to convert; {_wanted(plan, summary)}")
    sys.exit(summary.exit_code)


def _plan(source: str, target: str, choices: dict[str, Any]) -> Plan:
    from teiconv.batch.plan import Plan, contradicted, resolve, unread_entries
    from teiconv.batch.records import Direction
    from teiconv.batch.sources import Columns, is_of_files

    settings = said.settings({**choices, "decisions": edits.files_of_decisions(choices)}, Path(source))
    direction = Direction(choices["to"])
    collection = is_of_files(source) if choices["collection"] is None else choices["collection"]
    setups, without = resolve(
        source,
        settings,
        direction,
        validate=choices["validate"],
        verify=choices["verify"],
        collection=collection,
    )
    for told in (*unread_entries(setups), *contradicted(setups)):
        terminal.say(f"teiconv: {told}")
    return Plan(
        source,
        target,
        setups,
        without,
        Columns(choices["text_column"], choices["id_column"]),
        **{
            name: choices[name]
            for name in ("jobs", "resume", "fail_fast", "engine", "scheduler", "manifest", "overwrite", "withdraw")
        },
    )


def _with_edits(plan: Plan, choices: dict[str, Any]) -> Plan:
    """Return the plan with the edits of what it wrote earlier taken as decisions."""
    from teiconv.batch.edits import edits_in

    taken = edits.add(choices["take_edits"], edits_in(plan, choices["editor"]))
    return replace(_plan(plan.source, plan.target, choices), taken=frozenset(taken))


def _run(plan: Plan, warnings: str, quiet: bool) -> Summary:
    from teiconv.batch.messages import undone
    from teiconv.batch.run import Watch, run

    failures = count(1)
    with Progress("Converting", quiet=quiet) as progress:

        def done(row: Row, unchanged: bool) -> None:
            progress.step()
            if row.kept:
                progress.say(f"teiconv: {row.problems[0]}")
            for told in () if quiet or unchanged else undone(row):
                progress.say(f"teiconv: {row.input}: {told}")
            if not row.failure:
                for told in () if warnings == "none" else _advice(warnings, row):
                    progress.say(told)
                return
            number = next(failures)
            if number <= _SAID:
                progress.say(f"teiconv: {row.failure.message}")
                if row.failure.trace and terminal.is_debugging():
                    terminal.say_lines(row.failure.trace)
            elif number == _SAID + 1:
                progress.say("teiconv: more documents failed; the manifest has all of them with their reasons")

        return run(plan, Watch(progress.start, done))


def _advice(form: str, row: Row) -> Iterator[str]:
    """Yield the warnings about the document of ``row``, in that form."""
    from teiconv.batch.messages import warned

    return (advice.worded(form, row.input, *told) for told in warned(row))


def _write_reports(reports: tuple[Path, ...], target: str, site: str | None, summary: Summary) -> None:
    if not reports:
        return
    from teiconv.batch.manifest import read_manifest
    from teiconv.batch.report import gather, places_from, write

    found = replace(gather(read_manifest(summary.manifest), target), unchanged=summary.unchanged)
    for report in reports:
        write_file(report, write(found, report.suffix, places_from(report, target, site)))


def _tell(summary: Summary) -> None:
    terminal.say(
        f"{summary.converted} converted, {summary.unchanged} unchanged, {summary.failed} failed"
        f"{f', {summary.kept} kept as edited' if summary.kept else ''}"
        f"{f', {summary.withdrawn} withdrawn' if summary.withdrawn else ''}; "
        f"manifest: {summary.manifest}"
    )
    for line in summary.told:
        terminal.say(f"teiconv: {line}")
    if summary.aside:
        terminal.say(f"skipped: {', '.join(f'{count} {kind}' for kind, count in summary.aside)}")


def _wanted(plan: Plan, summary: Summary) -> str:
    """Return what a document would be; and, where the files are those of the other direction, how to ask for that."""
    suffix, other = plan.direction.suffixes
    said = f"a document is a file whose name ends in {suffix}, or a row of a table"
    if other not in dict(summary.aside):
        return said
    return f"{said}; {'give --to text' if other == '.xml' else 'leave out --to text'} to convert the {other} files"
