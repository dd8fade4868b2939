"""Outputs that belong to no text any more: they are told, and withdrawn if the user asks for it.

A run leaves them, for a source may be incomplete by mistake.  The registers do not name them any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from teiconv.batch.ledger import Ledger
from teiconv.batch.places import Folder, digest
from teiconv.batch.records import Direction, Job
from teiconv.batch.rows import Row
from teiconv.collection.ids import document_id, file_id
from teiconv.editing.keep import copy_name, is_worth_a_copy
from teiconv.errors import TeiconvError
from teiconv.formats.tei.meaning import marked

_SAID = 100
"""Files that are told one by one; the manifest has all."""
_HEAD = 4096
"""Bytes of a file in which its root element begins."""


def without_text(job: Job, ledger: Ledger, *, is_collection: bool) -> tuple[Row, ...]:
    """Return a row for each file in the target that no text of this run becomes.

    Those are the outputs of earlier runs in the same direction, and in a collection every file that was written for
    it, so that a manifest that was lost or begun anew hides none.
    """
    _, suffix = job.setups[0].direction.suffixes
    earlier = [row for row in ledger.gone() if row.output.endswith(suffix) and not ledger.is_claimed(row.output)]
    standing = [row for row in earlier if _standing(job.target, row.output) is not None]
    known = {row.output for row in standing}
    others = _others(job, ledger, known) if is_collection else ()
    return tuple(replace(row, failure=None, kept=False, gone=True) for row in (*standing, *others))


def _others(job: Job, ledger: Ledger, known: set[str]) -> Iterator[Row]:
    suffix, result = Direction.TEI.suffixes
    for entry in job.target.files():
        path = entry.path
        if not path.endswith(result) or entry.fault or path in known or ledger.is_claimed(path):
            continue
        data = _standing(job.target, path) or b""
        if is_of_collection(path, data):
            yield Row(path.removesuffix(result) + suffix, path, output_digest=digest(data), output_bytes=len(data))


def is_of_collection(path: str, data: bytes) -> bool:
    """Tell whether the file at ``path`` was written as a document of a collection."""
    return marked(data) is not None and f'xml:id="{file_id(document_id(path))}"'.encode() in data[:_HEAD]


def _standing(target: Folder, path: str) -> bytes | None:
    try:
        return target.read(path)
    except TeiconvError:
        return None


def withdraw(target: Folder, row: Row) -> str:
    """Remove the output of ``row``, and return what is to be told; of one that was changed a copy stays.

    Raises:
        TeiconvError: it cannot be read or removed.
    """
    standing = target.read(row.output)
    told = f"{row.output}: withdrawn, for its text is no longer in the source"
    if digest(standing) != row.output_digest and is_worth_a_copy(standing, row.output):
        copy = copy_name(row.output, standing)
        target.write(copy, standing)
        told += f"; it was changed since it was written, and is kept as {copy}"
    target.remove(row.output)
    return told


def told_of(rows: Iterable[Row], advice: str) -> Iterator[str]:
    """Yield what is told of files that stay although their texts are gone."""
    for number, row in enumerate(rows, 1):
        if number > _SAID:
            yield "more files belong to no text any more; the manifest has all of them (status “gone”)"
            return
        yield f"{row.output}: its text is no longer in the source; {advice}"


ADVICE = "it stays, but the registers leave it out; --withdraw removes it"
FAILED = "it stays, for --withdraw removes nothing while documents fail"
EMPTY = "it stays, for --withdraw removes nothing if there are no texts at all"
