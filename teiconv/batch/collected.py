"""The end of a batch that makes a collection: references lead to their documents, registers stand at the top.

All documents are there by now; what each brought is in its row.  A document is written anew only where one of its
references leads elsewhere than before, so that a run that changed nothing writes nothing but the registers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from teiconv.batch.ledger import Ledger
from teiconv.batch.manifest import Manifest
from teiconv.batch.places import Folder, digest
from teiconv.batch.records import Job, Setup, persons_in, terms_in
from teiconv.batch.rows import Row
from teiconv.collection.gathering import Gathering
from teiconv.collection.identity import joined, perhaps_one
from teiconv.collection.index import About, Index, Listed, Place
from teiconv.collection.listed import PERSONS, TERMS
from teiconv.collection.named import KINDS
from teiconv.collection.pages import Paged, first_pages
from teiconv.collection.part import DOCUMENTS, REGISTERS, Part
from teiconv.collection.registers import Entry, documents, named, persons, terms
from teiconv.collection.undated import Attributes, Placed, bounds, with_bounds
from teiconv.editing.keep import copy_name, reason_to_keep
from teiconv.errors import TeiconvError
from teiconv.formats.table import marked_file
from teiconv.formats.tei.fold import canonical
from teiconv.formats.tei.meaning import decided_in, pointed, with_mark
from teiconv.formats.tei.parsing import parse
from teiconv.formats.tei.read import model_of
from teiconv.names.people.person import Person
from teiconv.names.term import Term


def claim_registers(ledger: Ledger) -> None:
    """Keep the names of the registers from documents."""
    for name in REGISTERS:
        ledger.claim(name, "a register of the collection")


def finish(job: Job, ledger: Ledger, manifest: Manifest) -> tuple[str, ...]:
    """Resolve the references of all documents in ``ledger``, and write the registers; return what is to be told.

    Raises:
        TeiconvError: something cannot be read or written.
    """
    volumes = {id: setup.folder for setup in job.setups if (id := setup.options.publication.identifier)}
    prefixes = [prefix for setup in job.setups if setup.collection for prefix, _ in setup.collection.prefixes]
    with Index(volumes, prefixes[0] if prefixes else None) as index, Gathering() as found:
        for row in _rows(ledger):
            part = _part(row)
            index.add(_place(job, row), row.output, part, About(row.input, row.facts.title))
            found.add(part.found, part.named)
        for input in index.wanting():
            _link(job, ledger.row(input), index, ledger, manifest)
        _date(job, index, ledger, manifest)
        return tuple(_write_registers(job, index, found, ledger))


def _rows(ledger: Ledger) -> Iterator[Row]:
    rows = (Row.from_json(line) for line in ledger.lines())
    return (row for row in rows if row.part and not row.failure)


def _part(row: Row) -> Part:
    assert row.part
    return row.part


def _place(job: Job, row: Row) -> Place:
    """Return the volume and the folder of a document."""
    return job.setup_for(row.input).folder, row.output.rpartition("/")[0]


def _link(job: Job, row: Row, index: Index, ledger: Ledger, manifest: Manifest) -> None:
    """Write the document of ``row`` anew if one of its references leads elsewhere now; an editor's file is left."""
    part = _part(row)
    if row.kept:
        return
    place = _place(job, row)
    leads = tuple(index.target(pointer, place, row.output) for _, pointer in part.wants)
    if leads == part.leads:
        return
    targets = dict(zip((place for place, _ in part.wants), leads, strict=True))
    data = pointed(job.target.read(row.output), lambda place, target: targets.get(place, target))
    _rewrite(job, replace(row, part=replace(part, leads=leads)), data, ledger, manifest)


def _date(job: Job, index: Index, ledger: Ledger, manifest: Manifest) -> None:
    """Write the undated documents anew that have other bounds now; an editor's file is left."""
    for one, date in _dated(index):
        row = ledger.row(one.input) if one.is_undated and date != one.bounds else None
        if row is None or row.kept:
            continue
        standing = job.target.read(row.output)
        root = canonical(model_of(parse(standing, row.output).getroot()))
        data = marked_file(with_bounds(root, date, row.output), decided_in(standing))
        facts = replace(row.facts, date=dict(date).get("notBefore"))
        _rewrite(job, replace(row, facts=facts, part=replace(_part(row), bounds=date)), data, ledger, manifest)


def _dated(index: Index) -> Iterator[tuple[Listed, Attributes]]:
    """Yield all documents in order, each with its own date or the bounds that those around it give."""
    given = bounds(Placed(one.folder, one.file, one.id, one.date, one.is_undated) for one in index.in_order())
    told = next(given, None)
    for one in index.in_order():
        date = one.date
        if told and told[0] == one.file:
            date, told = told[1], next(given, None)
        yield one, date


def _rewrite(job: Job, row: Row, data: bytes, ledger: Ledger, manifest: Manifest) -> None:
    """Write ``data`` as the document of ``row``, and enter it."""
    job.target.write(row.output, data)
    line = replace(row, output_digest=digest(data), output_bytes=len(data)).to_json()
    manifest.add(line)
    ledger.put(row.input, line)


def _paged(index: Index) -> Iterator[Paged]:
    return (Paged(one.file, one.number, one.pages, one.opens) for one in index.in_order())


def _write_registers(job: Job, index: Index, found: Gathering, ledger: Ledger) -> Iterator[str]:
    lists = _lists(job.setups)
    listed = joined(lists) | _known(job, ledger)
    words = _terms(job.setups)
    people = persons(listed, found.persons(), perhaps_one(lists))
    yield from _write(job, PERSONS, people, is_needed=bool(listed) or _is_any(found.persons()))
    for kind in KINDS.values():
        pieces = named(kind, found.named(kind))
        yield from _write(job, kind.register, pieces, is_needed=_is_any(found.named(kind)))
    yield from _write(job, TERMS, terms(words.values()), is_needed=bool(words))
    yield from _write(job, DOCUMENTS, documents(_entries(index)), is_needed=_is_any(index.in_order()))


def _is_any(iterator: Iterator[object]) -> bool:
    return next(iterator, None) is not None


def _entries(index: Index) -> Iterator[Entry]:
    begins = first_pages(_paged(index))
    told = next(begins, None)
    for one, date in _dated(index):
        page = None
        if told and told[0] == one.file:
            page, told = told[1], next(begins, None)
        pages = (one.pages[0], one.pages[-1]) if one.pages else ()
        yield Entry(one.file, one.id, one.title, one.label, date, page, pages)


def _lists(setups: Iterable[Setup]) -> list[tuple[Sequence[Person], Mapping[str, str]]]:
    """Return the persons of each list, with the ids that are others in the collection."""
    return [
        (persons_in(setup.persons).persons, dict(setup.collection.persons))
        for setup in setups
        if setup.collection and setup.persons
    ]


def _terms(setups: Iterable[Setup]) -> dict[str, Term]:
    """Return the terms of all lists, by their ids in the collection."""
    words: dict[str, Term] = {}
    for setup in setups:
        if setup.collection and setup.terms:
            new = dict(setup.collection.terms)
            for term in terms_in(setup.terms).terms:
                id = new.get(term.id, term.id)
                words.setdefault(id, replace(term, id=id))
    return dict(sorted(words.items()))


def _known(job: Job, ledger: Ledger) -> dict[str, Person]:
    """Return the persons whom authorities name in the documents, by their ids."""
    if not any(setup.authority for setup in job.setups):
        return {}
    from teiconv.authority.find import Finder

    finders = {setup.folder: Finder(setup.authority.path) for setup in job.setups if setup.authority}
    known: dict[str, Person] = {}
    for row in _rows(ledger):
        finder = finders.get(job.setup_for(row.input).folder)
        for id in _part(row).known:
            if id not in known and finder and (person := finder.person(id)):
                known[id] = person
    return known


def _write(job: Job, name: str, pieces: Iterable[str], *, is_needed: bool) -> Iterator[str]:
    """Write the register ``name``; yield why it is kept as it is, should an editor have changed it."""
    standing = _standing(job.target, name)
    if standing is not None and (why := reason_to_keep(standing, name, is_register=True)):
        if not job.overwrite:
            yield f"{name}: {why}"
            return
        job.target.write(copy_name(name, standing), standing)
    if is_needed:
        job.target.write(name, with_mark("".join(pieces).encode(), name))
    else:
        job.target.remove(name)


def _standing(target: Folder, name: str) -> bytes | None:
    try:
        return target.read(name)
    except TeiconvError:
        return None
