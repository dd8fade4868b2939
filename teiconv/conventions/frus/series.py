"""The conventions of *Foreign Relations of the United States*, as its site gives the text of its documents."""

from __future__ import annotations

from dataclasses import replace

from teiconv.conventions import annotators as annotate
from teiconv.conventions.base import Conventions, Recognition, Sample
from teiconv.conventions.broken_notices import JOINS_NOTICES
from teiconv.conventions.documents_in_text import NUMBERED_TITLE
from teiconv.conventions.frus.filed import filed_in
from teiconv.conventions.frus.gaps import GAPS
from teiconv.conventions.frus.markers import genre_of_marker
from teiconv.conventions.frus.pages import PAGE_BREAKS, read_break
from teiconv.conventions.frus.titles import cue_of_series, find_title, has_file_number, is_titled_as_letter
from teiconv.conventions.passes import MARGINS, divides, places_notes, reads_notations
from teiconv.layout.notation import Notation
from teiconv.metadata.rules import HeaderRules
from teiconv.structure.closers import find_closers
from teiconv.structure.draft import Draft, Habits, Pass, on_blocks
from teiconv.structure.enclosures import find_attachments
from teiconv.structure.headings import join_lists_with_headings
from teiconv.structure.openers import find_openers
from teiconv.structure.postscripts import find_postscripts
from teiconv.structure.quotations import find_quotations, join_labels_with_sentences
from teiconv.structure.speakers import mark_speakers
from teiconv.structure.tables import free_tables

NOTATIONS: tuple[Notation, ...] = (*GAPS, *PAGE_BREAKS)
"""Notations of running text, in the order in which they are tried."""

_BULLET = "\n  • "
"""How an item begins on the site of the series; bullets that stand deeper are somebody else's."""
_CERTAIN, _BY_MARGINS = 0.9, 0.1
"""How well the conventions fit a text that shows a form of the series, and one that shows none but may be read so."""


def recognise(sample: Sample) -> Recognition:
    """Recognise the series by a number, a file number, numbered pages, its lists, its notes, the title of a letter."""
    cue = cue_of_series(sample.blocks, sample.notes, has_bullets=_BULLET in sample.text)
    return Recognition(_CERTAIN, cue) if cue else Recognition(_BY_MARGINS, "blocks have margins")


def read(sample: Sample) -> Draft:
    """Return the blocks of a text as its margins tell them, and its list of notes."""
    return Draft(tuple(sample.blocks), sample.text, sample.notes, sample.after)


def read_title(draft: Draft) -> Draft:
    """Find the title, unless the reader found it, and the lines above it. They show the habits of the volume."""
    is_known = any(placed.block.name == "head" for placed in draft.blocks)
    blocks = draft.blocks if is_known else find_title(draft.blocks)
    habits = Habits(has_file_number(blocks), is_titled_as_letter(blocks))
    return replace(draft.with_blocks(blocks), habits=habits)


FRUS = Conventions(
    name="frus",
    title="Foreign Relations of the United States",
    recognise=recognise,
    read=read,
    passes=(
        reads_notations(NOTATIONS),
        JOINS_NOTICES,
        Pass("title", read_title),
        Pass("tables", on_blocks(free_tables)),
        Pass("list headings", on_blocks(join_lists_with_headings)),
        Pass("enclosures", find_attachments),
        Pass("closers", find_closers),
        Pass("postscripts", on_blocks(find_postscripts)),
        Pass("labels", on_blocks(join_labels_with_sentences)),
        Pass("quotations", find_quotations),
        places_notes(NOTATIONS, read_break),
        Pass("speakers", on_blocks(mark_speakers)),
        Pass("openers", on_blocks(find_openers)),
        MARGINS,
        divides(),
    ),
    notations=NOTATIONS,
    annotators=(
        annotate.IDENTIFIED,
        annotate.REFERENCES,
        annotate.OFFICES,
        annotate.NAMES,
        annotate.CORRESPONDENTS,
        annotate.WITHHELD,
        annotate.REMARKS,
    ),
    header=HeaderRules(genre=genre_of_marker),
    read_break=read_break,
    numbered_title=NUMBERED_TITLE,
    several=filed_in,
)
