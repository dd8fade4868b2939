"""What a batch tells of a document while it runs: warnings for an editor, decisions not carried out, a file kept."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.advice import TOLD
from teiconv.batch.rows import Row
from teiconv.document.record import NOT_CARRIED_OUT


def warned(row: Row) -> Iterator[tuple[int, str, str]]:
    """Yield what an editor should look at in the document of ``row``: the line, the message, the kind."""
    for told in filter(None, map(TOLD.match, row.problems)):
        yield int(told["line"]), told["message"], told["kind"]


def undone(row: Row) -> Iterator[str]:
    """Yield what is told of decisions that could not be carried out."""
    return (problem for problem in row.problems if NOT_CARRIED_OUT in problem)


def messages(row: Row, unchanged: bool) -> Iterator[str]:
    """Yield all that is told of the document of ``row``, if it did not fail, in lines."""
    if row.kept:
        yield row.problems[0]
    if not unchanged:
        yield from (f"{row.input}: {told}" for told in undone(row))
    yield from (f"{row.input}:{line}: {message}" for line, message, _ in warned(row))
