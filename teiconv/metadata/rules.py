"""How the header of a document is read: the readers of its title, its source and its markings, as one record.

Each series says these things in its own way; :mod:`teiconv.metadata.describe` gathers them the same way for all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from teiconv.grammar.date_values import DateValue
from teiconv.metadata import archive, classification, title
from teiconv.model import Content, Element
from teiconv.model.header import Archive, Classification
from teiconv.structure.datelines import time_and_place


def no_genre(_body: Element) -> str | None:
    """Return that nothing but the title says what kind of paper a document is."""
    return None


def not_scanned(_body: Element) -> bool:
    """Return that a document is not what a machine read off a scan: the texts of a series are corrected."""
    return False


@dataclass(frozen=True, slots=True)
class HeaderRules:
    """The readers of the header. The defaults are those of *Foreign Relations*.

    Attributes:
        title: the flattened head → its number, its genre, who wrote to whom.
        source: the text of a note → where the original lies, its marking, its drafting; ``None`` for another note.
        is_source: whether a note gives the source.
        source_line: a line of its own → the archive that it cites, and the genre that it names; ``None`` for another
            line. The ``certainty`` of the archive is ``medium`` unless it says so.
        marking: the lines under a dateline → the marking that they are.
        dateline: the content of a dateline → when and where the document was written.
        genre: the body → the kind of paper that something other than its title says it is.
        is_scanned: whether the body is what a machine read off a scan, so that its names may be misread.
        kind_of_line: what such a line is: ``classification``, ``precedence`` …
    """

    title: Callable[[str], title.Title] = title.parse_title
    source: Callable[[str], archive.SourceNote | None] = archive.parse_source
    is_source: Callable[[str], bool] = archive.is_source_note
    source_line: Callable[[str], tuple[Archive, str | None] | None] = archive.parse_file_line
    marking: Callable[[Sequence[str]], Classification | None] = classification.parse_marking_lines
    dateline: Callable[[Content], tuple[DateValue | None, str | None]] = time_and_place
    genre: Callable[[Element], str | None] = no_genre
    is_scanned: Callable[[Element], bool] = not_scanned
    kind_of_line: Callable[[str], str | None] = classification.kind_of_line
