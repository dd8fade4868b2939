"""The conventions of papers that belong to no series: typed memoranda, cables, letters, minutes."""

from __future__ import annotations

from teiconv.conventions import annotators as annotate
from teiconv.conventions.base import Conventions, Recognition, Sample
from teiconv.conventions.broken_notices import JOINS_NOTICES
from teiconv.conventions.frus.pages import read_break
from teiconv.conventions.frus.titles import find_typed_title
from teiconv.conventions.generic.cables import cables_in
from teiconv.conventions.generic.closers import find_typed_closers
from teiconv.conventions.generic.notations import NOTATIONS
from teiconv.conventions.generic.order import below_lists
from teiconv.conventions.generic.read import read_typed_blocks
from teiconv.conventions.generic.redactions import NAMES_EXEMPTIONS
from teiconv.conventions.generic.remarks import genre_of_remark
from teiconv.conventions.generic.scanned import is_scanned
from teiconv.conventions.generic.subjects import find_subject
from teiconv.conventions.generic.tables import entitle_tables
from teiconv.conventions.passes import NOTES_HEADING, divides, places_notes, reads_notations
from teiconv.metadata.rules import HeaderRules
from teiconv.structure.articles import entitle_articles
from teiconv.structure.draft import Draft, Pass, on_blocks
from teiconv.structure.quotations import find_quotations
from teiconv.structure.speakers import mark_speakers

_ANY_TEXT = 0.5


def recognise(sample: Sample) -> Recognition:
    """Take any text that no series claims, unless it mixes line ends, which a typed text never does."""
    return Recognition(0.0) if "\r" in sample.body else Recognition(_ANY_TEXT, "no form of a series")


def read(sample: Sample) -> Draft:
    """Return the blocks of a text as its lines tell them, and its list of notes."""
    return Draft(tuple(read_typed_blocks(sample.body)), sample.text, sample.notes)


GENERIC = Conventions(
    name="generic",
    title="Papers of no series",
    recognise=recognise,
    read=read,
    passes=(
        reads_notations(NOTATIONS),
        JOINS_NOTICES,
        NAMES_EXEMPTIONS,
        NOTES_HEADING,
        Pass("title", on_blocks(find_typed_title)),
        Pass("subject", on_blocks(find_subject)),
        Pass("articles", on_blocks(entitle_articles)),
        Pass("titles of tables", on_blocks(entitle_tables)),
        Pass("order", on_blocks(below_lists)),
        Pass("closers", on_blocks(find_typed_closers)),
        Pass("quotations", find_quotations),
        places_notes(NOTATIONS, read_break),
        Pass("speakers", on_blocks(mark_speakers)),
        divides(with_heads=True),
    ),
    notations=NOTATIONS,
    annotators=(
        annotate.IDENTIFIED,
        annotate.REFERENCES,
        annotate.OFFICES,
        annotate.INVERTED_NAMES,
        annotate.NAMES,
        annotate.POSTS,
        annotate.LINKS,
        annotate.CORRESPONDENTS,
        annotate.WITHHELD,
        annotate.REMARKS,
    ),
    header=HeaderRules(genre=genre_of_remark, is_scanned=is_scanned),
    read_break=read_break,
    several=cables_in,
)
