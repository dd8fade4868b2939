"""What goes through a batch: the work as a whole, and a task for each document.

All are frozen and can be sent to other processes and machines; none holds more than one document.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from teiconv._version import __version__
from teiconv.collection.settled import Settled
from teiconv.editing.file import all_decisions, as_decisions, is_toml, load_decisions
from teiconv.editing.scope import about, digest_of, names_of_file
from teiconv.model.decision import Decision
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.names.people.decisions import LinkDecision
from teiconv.names.people.index import PersonList
from teiconv.names.terms import TermList
from teiconv.options import DEFAULTS, Options
from teiconv.remember import remembered

if TYPE_CHECKING:
    from teiconv.batch.converter import Converter
    from teiconv.batch.places import Folder


class Direction(StrEnum):
    """Where a batch goes: from text to TEI, or back."""

    TEI = "tei"
    TEXT = "text"

    @property
    def suffixes(self) -> tuple[str, str]:
        """The suffix of inputs, and that of outputs."""
        return (".txt", ".xml") if self is Direction.TEI else (".xml", ".txt")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list of persons or terms, or a file of decisions, as it was read: workers need not reach the file."""

    name: str
    data: bytes


@remembered(4)
def persons_in(files: tuple[ListFile, ...]) -> PersonList:
    """Return the persons of ``files``.

    Raises:
        TeiconvError: a file holds no person, or is no list of persons.
    """
    return load_persons((file.name, file.data) for file in files)


@remembered(4)
def terms_in(files: tuple[ListFile, ...]) -> TermList:
    """Return the terms of ``files``.

    Raises:
        TeiconvError: a file holds no term.
    """
    return load_terms((file.name, file.data) for file in files)


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """A compiled authority: workers map it into memory, so they must reach ``path``; ``digest`` tells its state."""

    path: Path
    digest: str


@dataclass(frozen=True)
class Setup:
    """All that an output follows from, besides its input; ``folder`` is the part of the source that it holds for.

    ``converter`` makes the functions that do the work out of this record, once in a process.  ``collection`` says
    what is settled of the collection that the documents make; without it each stands alone.
    """

    converter: Callable[[Setup], Converter]
    direction: Direction = Direction.TEI
    folder: str = ""
    options: Options = DEFAULTS
    persons: tuple[ListFile, ...] = ()
    terms: tuple[ListFile, ...] = ()
    decisions: tuple[ListFile, ...] = ()
    authority: AuthorityFile | None = None
    validate: bool = True
    verify: bool = True
    collection: Settled | None = None

    @cached_property
    def digest(self) -> str:
        """What changes when an output might: version, direction, options, lists and checks (16 hex digits)."""
        said = {
            "version": __version__,
            "converter": self.converter.__qualname__,
            "direction": self.direction,
            "options": asdict(self.options),
            "lists": [
                [(file.name, hashlib.sha256(file.data).hexdigest()) for file in files]
                for files in (self.persons, self.terms, self._decisions_for_all)
            ],
            "authority": self.authority.digest if self.authority else None,
            "checks": [self.validate, self.verify],
            **({"collection": asdict(self.collection)} if self.collection else {}),
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=repr).encode()).hexdigest()[:16]

    @property
    def _decisions_for_all(self) -> list[ListFile]:
        """The files of decisions any change of which is one for all documents: in a collection, tables of links."""
        return [file for file in self.decisions if not (self.collection and is_toml(file.name, file.data))]

    @cached_property
    def decided(self) -> tuple[Decision, ...]:
        """The decisions in force, but for those in tables of links."""
        return tuple(decision for decision in self._loaded if isinstance(decision, Decision))

    @cached_property
    def asked(self) -> tuple[Decision, ...]:
        """The decisions in force, and the rows of tables of links."""
        return tuple(as_decisions(self._loaded))

    @cached_property
    def _loaded(self) -> tuple[Decision | LinkDecision, ...]:
        return load_decisions((file.name, file.data) for file in self.decisions)

    @cached_property
    def decided_ever(self) -> tuple[Decision, ...]:
        """All decisions that were made, those as well that others have outweighed."""
        return all_decisions((file.name, file.data) for file in self.decisions)

    def digest_for(self, path: str) -> str:
        """Return what changes when the output of the document at ``path`` might.

        In a collection a decision about one document is one for that document alone.
        """
        if not (self.decisions and self.collection):
            return self.digest
        own = digest_of(about(self.decided, names_of_file(path)))
        return f"{self.digest}-{own}" if own else self.digest


@dataclass(frozen=True)
class Job:
    """What every worker gets once: the places of inputs and outputs, and the setups, the common one first.

    ``overwrite``: files that were changed since they were written are written anew, and a copy is kept; ``taken``
    are those of which the changes were taken as decisions, which are written anew as well.
    """

    source: Folder
    target: Folder
    setups: tuple[Setup, ...]
    overwrite: bool = False
    taken: frozenset[str] = frozenset()

    def writes_over(self, output: str) -> bool:
        """Tell whether ``output`` is written anew although it was changed since it was written."""
        return self.overwrite or output in self.taken

    def setup_for(self, path: str) -> Setup:
        """Return the setup of the innermost folder that ``path`` is in."""
        holding = [setup for setup in self.setups if not setup.folder or path.startswith(f"{setup.folder}/")]
        return max(holding, key=lambda setup: len(setup.folder))


@dataclass(frozen=True, slots=True)
class Known:
    """What the manifest says about an earlier run: enough to see that nothing has changed.

    ``kept``: the output is an editor's, which the run left as it was.
    """

    setup: str
    input_digest: str
    output_digest: str
    output_bytes: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One document to convert: ``input`` is its path or id, ``output`` its path in the target.

    A document that is no file of its own (a row of a table, at ``place``) is in ``data``.  One that cannot be had has a
    ``fault`` that says why.
    """

    input: str
    output: str
    data: bytes | None = None
    fault: str | None = None
    size: int = 0
    known: Known | None = None
    place: str = ""


Chunk: TypeAlias = "tuple[Task, ...]"
