"""``teiconv validate``: TEI → what is wrong with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiconv.cli import files as io
from teiconv.cli import terminal
from teiconv.errors import InvalidError, TeiconvError, TeiError

if TYPE_CHECKING:
    from teiconv.validation.batch import Checkup

_FORMATS = ("text", "json", "sarif", "junit")
_FILES_FOR_A_PROCESS = 50


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option(
    "-s",
    "--schema",
    "schemas",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Check against this .rng, .rnc, .xsd or .sch instead of teiconv's schemas. May be repeated.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="The form of the output.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    default=0,
    help="The number of processes. The default, 0, depends on the number of files.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but problems.")
def validate(files: tuple[Path, ...], schemas: tuple[Path, ...], form: str, jobs: int, quiet: bool) -> None:
    """Check TEI FILES and report every problem. In a folder, check all .xml files. Without FILES, read standard input.

    Exit codes: 0 all files are valid; 4 some cannot be read; 5 some are not valid; 1 both.

    \b
    teiconv validate tei/
    teiconv validate --schema tei_all.rng --format sarif tei/*.xml > problems.sarif
    """
    from teiconv.validation.batch import check_bytes, check_files
    from teiconv.validation.report import FORMATS
    from teiconv.validation.schemas import load_schemas

    found: list[Checkup]
    if not files or files == (io.STDIN,):
        found = [check_bytes(io.read_tei(io.STDIN), "<stdin>", load_schemas(schemas))]
    else:
        paths = _expanded(files)
        checkups = check_files(paths, schemas, jobs or _jobs_for(len(paths)))
        found = list(_with_progress(checkups, len(paths), quiet))
    report = FORMATS[form](found)
    terminal.put(terminal.shown(report, lines=True) if form == "text" else report)
    if not quiet:
        _summarise(found)
        _tell_kinds(found, schemas)
        _tell_idle(found)
    sys.exit(_exit_code(found))


def _expanded(files: Sequence[Path]) -> list[Path]:
    """Return ``files`` with folders replaced by the XML files in them, in the order of their names."""
    if io.STDIN in files:
        raise click.UsageError("- (standard input) cannot be mixed with files")
    return list(io.xml_files(files))


def _jobs_for(count: int) -> int:
    return max(1, min(os.cpu_count() or 1, count // _FILES_FOR_A_PROCESS))


def _with_progress(items: Iterable[Checkup], count: int, quiet: bool) -> Iterable[Checkup]:
    if quiet or count < 2 or not sys.stderr.isatty():
        return items
    with click.progressbar(items, length=count, label="Validating", file=sys.stderr) as bar:
        return list(bar)


def _summarise(found: Sequence[Checkup]) -> None:
    invalid = sum(not checkup.is_valid for checkup in found)
    terminal.say(f"{len(found) - invalid} of {len(found)} valid")


def _tell_kinds(found: Sequence[Checkup], schemas: Sequence[Path]) -> None:
    """Say of files that are not valid if they are of a kind that the schemas do not describe: each kind once."""
    from teiconv.validation import checked, schema_folder
    from teiconv.validation.kinds import hint

    told: dict[str, list[str]] = {}
    own = schema_folder() / "teiconv.rng"
    invalid = [each.file for each in found if each.is_readable and not each.is_valid and Path(each.file).is_file()]
    for file in invalid:
        if said := hint(checked(Path(file)).tree.getroot(), schemas, own):
            told.setdefault(said, []).append(file)
    for said, files in told.items():
        others = f" (and {len(files) - 1} other files)" if len(files) > 1 else ""
        terminal.say(f"teiconv: {files[0]}{others}: {said}")


def _tell_idle(found: Sequence[Checkup]) -> None:
    """Say of rules if they are about nothing in any file: then nothing was checked by them."""
    read = [set(each.idle) for each in found if each.is_readable]
    for schema in sorted(set.intersection(*read)) if read else ():
        advice = "look at the namespaces (ns) and at the contexts of the rules"
        terminal.say(f"teiconv: {schema}: none of its rules is about anything in what was checked; {advice}")


def _exit_code(found: Sequence[Checkup]) -> int:
    codes = {
        InvalidError.exit_code if checkup.is_readable else TeiError.exit_code
        for checkup in found
        if not checkup.is_valid
    }
    return 0 if not codes else codes.pop() if len(codes) == 1 else TeiconvError.exit_code
