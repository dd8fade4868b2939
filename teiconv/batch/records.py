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
from teiconv.options import DEFAULTS, Options

if TYPE_CHECKING:
    from teiconv.batch.kit import Kit
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
    """A list of persons or terms, or a table of decisions, as it was read: workers need not reach the file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """A compiled authority: workers map it into memory, so they must reach ``path``; ``digest`` tells its state."""

    path: Path
    digest: str


@dataclass(frozen=True)
class Setup:
    """All that an output follows from, besides its input; ``folder`` is the part of the source that it holds for.

    ``kit`` makes the functions that do the work out of this record, once in a process.  ``collection`` says what is
    settled of the collection that the documents make; without it each stands alone.
    """

    kit: Callable[[Setup], Kit]
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
            "kit": self.kit.__qualname__,
            "direction": self.direction,
            "options": asdict(self.options),
            "lists": [
                [(file.name, hashlib.sha256(file.data).hexdigest()) for file in files]
                for files in (self.persons, self.terms, self.decisions)
            ],
            "authority": self.authority.digest if self.authority else None,
            "checks": [self.validate, self.verify],
            **({"collection": asdict(self.collection)} if self.collection else {}),
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True, default=repr).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Job:
    """What every worker gets once: the places of inputs and outputs, and the setups, the common one first.

    ``overwrite``: TEI files that were changed since they were written are written anew, and a copy is kept.
    """

    source: Folder
    target: Folder
    setups: tuple[Setup, ...]
    overwrite: bool = False

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

    A document that is no file of its own (a row of a table) is in ``data``.  One that cannot be had has a
    ``fault`` that says why.
    """

    input: str
    output: str
    data: bytes | None = None
    fault: str | None = None
    size: int = 0
    known: Known | None = None


Chunk: TypeAlias = "tuple[Task, ...]"
