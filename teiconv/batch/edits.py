"""The edits in what a batch has written → decisions, before the next run writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from teiconv.batch.archive import archive_at
from teiconv.batch.converter import collected, options_for, options_of
from teiconv.batch.manifest import manifest_for
from teiconv.batch.places import Folder, digest
from teiconv.batch.plan import Plan
from teiconv.batch.records import Direction, Job
from teiconv.batch.rows import Row
from teiconv.batch.sources import source
from teiconv.batch.stores import folder
from teiconv.collection.listed import PERSONS
from teiconv.editing.edits.take import Editing, Taken, names_in, take_edits
from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.file import file_element
from teiconv.formats.tei.meaning import State, state
from teiconv.formats.tei.read import read_register


class Edited(NamedTuple):
    """An edited file of an earlier run: its ``output``, and what was taken from it."""

    output: str
    taken: Taken


def edits_in(plan: Plan, who: str = "") -> Iterator[Edited]:
    """Yield each TEI file of ``plan`` that was edited since it was written, with the decisions taken from it.

    One whose text cannot be read any more is yielded with the reason, and no decision.

    Raises:
        TeiconvError: the target is an archive.
    """
    if archive_at(plan.target):
        raise TeiconvError("the edits in an archive cannot be taken; unpack it into a folder", Place(plan.target))
    if plan.direction is not Direction.TEI:
        return
    target = folder(plan.target)
    documents = source(plan.source, plan.direction, plan.columns, plan.without)
    job = Job(documents.folder, target, plan.setups)
    names = _registered(target)
    for row in manifest_for(plan.target, plan.manifest).read():
        standing = None if row.gone else _standing(target, row)
        if standing is not None and state(standing, row.output) is State.EDITED:
            yield Edited(row.output, _taken(job, row, standing, who, names))


def _standing(target: Folder, row: Row) -> bytes | None:
    """Return the output of ``row`` if it is another than the run wrote."""
    try:
        standing = target.read(row.output)
    except TeiconvError:
        return None
    return None if not row.kept and digest(standing) == row.output_digest else standing


def _taken(job: Job, row: Row, standing: bytes, who: str, names: dict[str, str]) -> Taken:
    setup = job.setup_for(row.input)
    options = options_for(setup, options_of(setup), row.input)
    bounds = row.part.bounds if row.part else ()
    file = collected(setup, row.input, bounds) if setup.collection else file_element
    editing = Editing(options, setup.decided_ever, who, file, names, row.output)
    try:
        taken = take_edits(standing, job.source.read(row.input), row.input, editing)
    except TeiconvError as error:
        return Taken((), (str(error),))
    document = row.input.removesuffix(".txt")
    return taken._replace(decisions=tuple(replace(decision, document=document) for decision in taken.decisions))


def _registered(target: Folder) -> dict[str, str]:
    """Return the names of the persons in the register of the collection, by id."""
    try:
        return names_in(read_register(target.read(PERSONS), PERSONS))
    except TeiconvError:
        return {}
