"""On which page a document begins: the one on which the document before it ends, where that can be told.

A printed volume runs on: Document 25 begins on page 93 if Document 24 ends there.  It is only told where the pages
agree, that is, where the next page that begins in the documents after it is 94.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paged:
    """A document for this purpose: its file, its number, the pages that begin in it, and if the first opens it."""

    file: str
    number: int | None
    pages: tuple[str, ...] = ()
    opens: bool = False


def first_pages(documents: Iterable[Paged]) -> Iterator[tuple[str, str]]:
    """Yield file and page of each document whose first page is known, in the order of the volume."""
    page: int | None = None  # on which the document before ends
    before: int | None = None
    waiting: list[str] = []
    for document in documents:
        if page is None or before is None or document.number != before + 1:
            page, waiting = None, []
        if page is not None and not document.opens:
            waiting.append(document.file)
        if document.pages:
            if page is not None and document.pages[0] == str(page + 1):
                yield from ((file, str(page)) for file in waiting)
            if document.opens:
                yield document.file, document.pages[0]
            waiting = []
            page = _last(document.pages)
        before = document.number


def _last(pages: tuple[str, ...]) -> int | None:
    """Return the last of ``pages``, if they follow each other."""
    if not all(page.isdecimal() for page in pages):
        return None
    numbers = [int(page) for page in pages]
    return numbers[-1] if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else None
