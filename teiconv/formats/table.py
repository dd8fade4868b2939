"""The table of formats: what can be read, and in what form a document can be written.

A reader makes a draft of bytes; the conventions make a document of that; a writer makes bytes of a document.  Batches,
the command line, proof and validation take all they need to know of a format from its record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from teiconv.conventions.base import Conventions
from teiconv.conventions.table import named, recognise, sample
from teiconv.document.record import Document
from teiconv.errors import OptionsError
from teiconv.formats.losses import Loss
from teiconv.formats.text import decode
from teiconv.model import Element
from teiconv.model.header import Form
from teiconv.options import Options, Profile
from teiconv.structure.draft import Draft


class FileDraft(NamedTuple):
    """What a reader finds in a file: the draft, the form of its bytes, the conventions that fit it; and its name."""

    draft: Draft
    form: Form
    conventions: Conventions
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """How a file becomes a draft; ``read`` takes its bytes (or a text), the options, and its name for messages.

    ``with_text`` gives what is found in the same file when an editor has changed the words of its text.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes | str, Options, str], FileDraft]
    with_text: Callable[[FileDraft, str], FileDraft]


@dataclass(frozen=True, slots=True)
class Writer:
    """How a document becomes a file.

    Attributes:
        name: by which users choose it, as ``--profile``.
        suffix: that of its files.
        write: the document → its bytes.
        losses: what of the document the file has no place for.
        has_schemas: whether the project's own schemas are for its files.
        holds_several: whether one file may hold several documents.
        is_tei: whether its files are TEI that gives the text back; else the proof is held on our own TEI.
    """

    name: str
    suffix: str
    write: Callable[[Document], bytes]
    losses: Callable[[Document], tuple[Loss, ...]]
    has_schemas: bool = False
    holds_several: bool = False
    is_tei: bool = True


def _read_text(data: bytes | str, options: Options, name: str) -> FileDraft:
    text, form = decode(data, name, options.encoding)
    looked_at = sample(text)
    conventions = named(options.conventions) if options.conventions else recognise(looked_at)
    return FileDraft(conventions.draft(looked_at), form, conventions)


def _with_text(found: FileDraft, text: str) -> FileDraft:
    return found._replace(draft=found.conventions.draft(sample(text)))


def _write_tei(document: Document) -> bytes:
    from teiconv.formats.tei.file import file_element

    return marked_file(file_element(document), document.decided)


def _write_frus(document: Document) -> bytes:
    from teiconv.formats.frus import to_frus

    return marked_file(to_frus(document), document.decided)


def marked_file(file: Element, keys: Iterable[str] = ()) -> bytes:
    """Return ``file`` as XML with the mark that tells what was written, so that an edited file is known.

    ``keys`` are those of the decisions that were carried out.
    """
    from teiconv.formats.tei.meaning import decided, mark, meaning
    from teiconv.formats.tei.write import serialise

    return serialise(file, mark(meaning(file)) + decided(keys))


def _left_out_by_frus(document: Document) -> tuple[Loss, ...]:
    from teiconv.formats.frus import losses

    return losses(document)


def _nothing(document: Document) -> tuple[Loss, ...]:
    return ()


TEXT = Reader("text", (".txt",), _read_text, _with_text)
READERS: tuple[Reader, ...] = (TEXT,)
"""All readers, in the order in which a file is shown to them."""

OWN = Writer(Profile.TEI, ".xml", _write_tei, _nothing, has_schemas=True, holds_several=True)
"""The writer of our own TEI."""

WRITERS: tuple[Writer, ...] = (
    OWN,
    Writer(Profile.FRUS, ".xml", _write_frus, _left_out_by_frus),
)
"""All writers.  A new one is one line here."""


def profiles() -> tuple[str, ...]:
    """Return the names of all writers."""
    return tuple(str(one.name) for one in WRITERS)


def writer(name: str) -> Writer:
    """Return the writer of that name.

    Raises:
        OptionsError: there is none.
    """
    for one in WRITERS:
        if one.name == name:
            return one
    raise OptionsError(f"there is no profile {str(name)!r}; there are {', '.join(profiles())}")
