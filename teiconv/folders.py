"""A folder of texts → a folder of TEI, as the library has it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from teiconv.errors import OptionsError, TeiconvError
from teiconv.model.check import arguments_checked, yes_no_or_none, yes_or_no
from teiconv.model.check import line as check_line
from teiconv.options import Profile

if TYPE_CHECKING:
    from teiconv.batch.plan import Plan
    from teiconv.batch.rows import Row
    from teiconv.batch.run import Summary
    from teiconv.settings import Settings

_LOG = logging.getLogger("teiconv")
_REPORTS = (".html", ".json")


@arguments_checked
def convert_folder(
    source: str | Path,
    target: str | Path,
    *,
    persons: str | Path | Iterable[str | Path] = (),
    terms: str | Path | Iterable[str | Path] = (),
    decisions: str | Path | Iterable[str | Path] = (),
    authority: str | Path | None = None,
    unlisted: bool | None = None,
    places: bool = False,
    conventions: str | None = None,
    profile: Profile | str = Profile.TEI,
    collection: bool = False,
    withdraw: bool = False,
    jobs: int | None = None,
    report: str | Path | None = None,
) -> Summary:
    """Convert every text in the folder ``source``, as ``teiconv batch`` does, and return the counts.

    The settings in ``teiconv.toml`` apply; an argument comes before a setting.  A script must call this function
    under ``if __name__ == "__main__":``, since every process imports the script.

    The logger ``teiconv`` of the module :mod:`logging` gets an error for each document that fails, and a warning for
    whatever an editor should look at.  Python prints both on standard error unless you set up logging.

    Args:
        source: the folder of the texts.
        target: the folder of the TEI files.
        persons: the path of a list of persons, or the paths of several.
        terms: the path of a list of terms, or the paths of several.
        decisions: the path of a file of decisions, or the paths of several.
        authority: the path of a compiled authority; it identifies persons if there is no list.
        unlisted: whether to name the people as well whom neither the list nor the authority knows; if ``None``, unless
            there is a list. ``False`` needs a list or an authority.
        places: also name the places of running text, by a gazetteer; this needs ``teiconv[places]``.
        conventions: the conventions of the texts; if ``None``, those that fit each text best.
        profile: the name of the form of TEI.
        collection: whether to make a collection with registers, as the command does; if not, each file stands alone.
        withdraw: whether to remove TEI files whose texts are no longer in ``source``; of edited ones a copy is kept.
        jobs: the number of processes; if ``None``, one for each core.
        report: a file for a report, ``.html`` or ``.json``.

    >>> import teiconv
    >>> summary = teiconv.convert_folder("texts", "tei", persons=["persons.txt"], jobs=1)
    >>> summary.converted, summary.failed
    (1, 0)

    Raises:
        OptionsError: an argument has a value that does not work, or there is no argument of a name.
        TeiconvError: the source, the target, a list or a setting cannot be used.
    """
    _refuse_workers()
    _check(conventions, jobs, report)
    yes_no_or_none("unlisted", unlisted)
    _check_flags(places=places, collection=collection, withdraw=withdraw)
    from teiconv.batch.plan import Plan, contradicted, resolve, unread_entries
    from teiconv.settings import Settings

    own = Settings(
        persons=_paths("persons", persons),
        terms=_paths("terms", terms),
        decisions=_paths("decisions", decisions),
        authority=_path("authority", authority).absolute() if authority else None,
        unlisted=unlisted,
        places=places or None,
        conventions=conventions,
        profile=str(profile),
    )
    source, target = _path("source", source), _path("target", target)
    setups, without = resolve(str(source), _with_file(own, source), collection=collection)
    _warn(map(str, (*unread_entries(setups), *contradicted(setups))))
    plan = Plan(str(source), str(target), setups, without, withdraw=withdraw)
    return _run(plan if jobs is None else replace(plan, jobs=jobs), None if report is None else Path(report))


def _run(plan: Plan, report: Path | None) -> Summary:
    """Return the counts of the batch, which tells the logger what an editor should know."""
    from teiconv.batch.run import Watch, run

    summary = run(plan, Watch(done=_tell))
    _warn(summary.told)
    if report is not None:
        _write_report(report, plan.target, summary)
    return summary


def _refuse_workers() -> None:
    """Refuse to begin a batch in a process that a batch has begun: it imports the script anew."""
    from multiprocessing import parent_process

    if parent_process() is not None:
        raise TeiconvError(
            'put the call of convert_folder under if __name__ == "__main__": each process imports the script'
        )


def _check_flags(**flags: Any) -> None:
    for name, value in flags.items():
        yes_or_no(name, value)


def _check(conventions: Any, jobs: Any, report: Any) -> None:
    """Check what is of use only late in a batch, or in its processes.

    Raises:
        OptionsError: a value does not work.
    """
    from teiconv.conventions.table import named

    check_line("conventions", conventions)
    if conventions is not None:
        named(conventions)
    if jobs is not None and (isinstance(jobs, bool) or not isinstance(jobs, int) or jobs < 1):
        raise OptionsError(f"“jobs” takes a number from 1 on, or None for one process for each core, not {jobs!r:.60}")
    if report is not None and _path("report", report).suffix not in _REPORTS:
        raise OptionsError(f"“report” takes a file that ends in {' or '.join(_REPORTS)}, not {str(report)!r:.60}")


def _path(name: str, file: Any) -> Path:
    if not isinstance(file, (str, Path)) or not str(file):
        raise OptionsError(f"“{name}” takes the path of a file or folder, not {file!r:.60}")
    return Path(file)


def _paths(name: str, files: Any) -> tuple[Path, ...]:
    """Return the paths of lists; one path is a list of one."""
    listed = [files] if isinstance(files, (str, Path)) else files
    if not isinstance(listed, Iterable) or isinstance(listed, (bytes, Mapping)):
        raise OptionsError(f"“{name}” takes the path of a file, or a list of paths, not {files!r:.60}")
    return tuple(_path(name, file).absolute() for file in listed)


def _with_file(own: Settings, source: Path) -> Settings:
    """Return ``own`` over the settings in the file that belongs to ``source``, if there is one."""
    from teiconv.settings import find_settings, settings_over

    return settings_over(own, find_settings(source))


def _tell(row: Row, unchanged: bool) -> None:
    from teiconv.batch.messages import messages

    if row.failure:
        _LOG.error("%s", row.failure.message)
    else:
        _warn(messages(row, unchanged))


def _warn(told: Iterable[str]) -> None:
    for line in told:
        _LOG.warning("%s", line)


def _write_report(file: Path, target: str, summary: Summary) -> None:
    from teiconv.batch.manifest import read_manifest
    from teiconv.batch.report import gather, places_from, write

    found = gather(read_manifest(summary.manifest))
    file.write_bytes(write(found, file.suffix, places_from(file, target)))
