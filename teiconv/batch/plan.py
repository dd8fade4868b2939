"""What a user asks of a batch, resolved once: settings, lists and options become setups."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from teiconv.batch.converter import own_converter
from teiconv.batch.places import is_url
from teiconv.batch.records import AuthorityFile, Direction, ListFile, Setup, persons_in, terms_in
from teiconv.batch.sources import Columns
from teiconv.collection.settled import settled
from teiconv.conventions.volumes import VOLUMES
from teiconv.editing.file import Contradiction, contradictions, load_decisions
from teiconv.errors import OptionsError, Place, TeiconvError
from teiconv.formats.table import writer
from teiconv.names.people.person import Person, Remark
from teiconv.names.term import Term
from teiconv.options import Profile, check_unlisted
from teiconv.reading import read_bytes
from teiconv.settings import FILE_NAME, Settings, read_settings, refuse_missing

Setups = tuple[Setup, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A batch: from where, to where, how, and with what help.

    Attributes:
        source: a folder, a JSON Lines or Parquet file, or a URL of one of these; ``target``: a folder or URL.
        setups: how documents are converted, the first for all, others for folders with settings of their own.
        without: files (absolute paths) in the source that are no documents.
        columns: of a table, those with text and id.
        jobs: processes; 0 takes one for each core.
        resume: leave what has not changed since the manifest was written; without it all is done again.
        fail_fast: stop at the first document that fails.
        engine: ``local`` or ``dask``; ``scheduler`` is the address of a Dask cluster.
        manifest: path or URL; without it, beside the target.
        overwrite: files that were changed since they were written are written anew, and a copy is kept.
        withdraw: the outputs of texts that are gone are removed; of those that were changed a copy is kept.
        taken: those of which the changes were taken as decisions, which are written anew as well.
    """

    source: str
    target: str
    setups: Setups
    without: frozenset[str] = frozenset()
    columns: Columns = field(default_factory=Columns)
    jobs: int = 0
    resume: bool = True
    fail_fast: bool = False
    engine: str = "local"
    scheduler: str | None = None
    manifest: str | None = None
    overwrite: bool = False
    taken: frozenset[str] = frozenset()
    withdraw: bool = False

    @property
    def direction(self) -> Direction:
        """Where the batch goes; all setups agree."""
        return self.setups[0].direction

    @property
    def processes(self) -> int:
        """How many processes to use on this machine."""
        return self.jobs or available_cores()


def available_cores() -> int:
    """Return how many cores this process may use, which in a container or a SLURM job is less than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def resolve(
    source: str,
    settings: Settings,
    direction: Direction = Direction.TEI,
    *,
    validate: bool = True,
    verify: bool | None = None,
    collection: bool = False,
) -> tuple[Setups, frozenset[str]]:
    """Return the setups for ``source``, and the files in it that are no documents.

    A folder in the source that has a ``teiconv.toml`` is converted with that: it adds to ``settings``, and what it
    says itself comes first.  Without ``verify`` texts are proven to come back on the way to TEI, where that costs
    little, and not on the way back, where it costs more than the way itself.  With ``collection`` the documents make
    one collection; in the profile of the series each stands alone, for there its volume is the collection.

    Raises:
        TeiconvError: a settings file or a list cannot be read.
    """
    verify = direction is Direction.TEI if verify is None else verify
    base = Setup(own_converter, direction, validate=validate, verify=verify)
    inner = [] if is_url(source) else _inner_settings(Path(source), settings)
    without = frozenset(os.path.realpath(path) for own in (settings, *(own for _, own in inner)) for path in own.lists)
    if direction is Direction.TEXT:  # a text follows from its TEI alone
        return (base,), without
    found = (_setup(base, settings), *(_setup(base, own, folder) for folder, own in inner))
    lists = [_lists_of(setup) for setup in found]  # read here once, so that a faulty list is reported at once
    if collection and all(setup.options.profile == Profile.TEI for setup in found):
        found = _as_collection(found, lists, settings)
    return found, without


def _inner_settings(source: Path, outer: Settings) -> list[tuple[str, Settings]]:
    try:
        files = sorted(source.rglob(FILE_NAME)) if source.is_dir() else []
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(error.filename or source))) from error
    taken = {source / FILE_NAME, outer.file}
    return [
        (file.parent.relative_to(source).as_posix(), _inner(read_settings(file), outer))
        for file in files
        if file not in taken and not any(part.startswith(".") for part in file.relative_to(source).parts)
    ]


def _inner(said: Settings, outer: Settings) -> Settings:
    """Return what an inner file of settings says, over the ``outer`` settings."""
    refuse_missing(said, said)
    return said.over(outer)


def _profile_of_tei(name: str) -> str:
    """Return ``name``, which a writer of TEI must have: a batch makes TEI files, and reads them again.

    Raises:
        OptionsError: it has none.
    """
    if not writer(name).is_tei:
        raise OptionsError(f"the profile {name!r} is not TEI, and a batch writes TEI; use teiconv convert")
    return name


def _setup(base: Setup, settings: Settings, folder: str = "") -> Setup:
    place = Place(str(settings.file)) if settings.file else None
    check_unlisted(settings.unlisted, has_register=bool(settings.persons or settings.authority), place=place)
    options = replace(
        base.options,
        encoding=settings.encoding,
        conventions=settings.conventions,
        unlisted=settings.unlisted,
        places=bool(settings.places),
        profile=_profile_of_tei(settings.profile or Profile.TEI),
        publication=settings.publication,
    )
    return replace(
        base,
        folder=folder,
        options=options,
        persons=_lists(settings.persons),
        terms=_lists(settings.terms),
        decisions=_lists(settings.decisions),
        authority=_authority(settings.authority),
    )


def _authority(file: Path | None) -> AuthorityFile | None:
    """Return the authority in ``file``, which is opened once, so that a faulty file is reported at once."""
    if file is None:
        return None
    from teiconv.authority.find import Finder

    Finder(file)
    with file.open("rb") as opened:
        return AuthorityFile(file.absolute(), hashlib.file_digest(opened, "sha256").hexdigest())


def _lists_of(setup: Setup) -> tuple[tuple[Person, ...], tuple[Term, ...]]:
    persons = persons_in(setup.persons).persons
    terms = terms_in(setup.terms).terms
    load_decisions((file.name, file.data) for file in setup.decisions)
    return persons, tuple(terms)


def _as_collection(
    setups: Setups, lists: Sequence[tuple[tuple[Person, ...], tuple[Term, ...]]], settings: Settings
) -> Setups:
    """Return ``setups`` with what is settled for their collection: ids over all lists, where other volumes stand."""
    persons = {setup.folder: own[0] for setup, own in zip(setups, lists, strict=True)}
    terms = {setup.folder: own[1] for setup, own in zip(setups, lists, strict=True)}
    made = settled(persons, terms, str(settings.edition.get("volumes", VOLUMES)))
    return tuple(replace(setup, collection=made[setup.folder]) for setup in setups)


def contradicted(setups: Setups) -> tuple[Contradiction, ...]:
    """Return the decisions of ``setups`` that contradict each other, each once."""
    files = dict.fromkeys(setup.decisions for setup in setups if setup.decisions)
    found = (contradictions((file.name, file.data) for file in own) for own in files)
    return tuple(dict.fromkeys(each for own in found for each in own))


def unread_entries(setups: Setups) -> tuple[Remark, ...]:
    """Return the entries of the lists of ``setups`` that name nobody, and the ids that are not used, each once."""
    persons = dict.fromkeys(setup.persons for setup in setups if setup.persons)
    terms = dict.fromkeys(setup.terms for setup in setups if setup.terms)
    of_persons = (entry for files in persons for entry in persons_in(files).remarks)
    return tuple(dict.fromkeys((*of_persons, *(entry for files in terms for entry in terms_in(files).remarks))))


def _lists(files: tuple[Path, ...]) -> tuple[ListFile, ...]:
    try:
        return tuple(ListFile(file.name, read_bytes(file)) for file in files)
    except OSError as error:
        raise TeiconvError(f"the list cannot be read: {error.strerror}", Place(str(error.filename))) from error
