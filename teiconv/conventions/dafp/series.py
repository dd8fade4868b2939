"""The conventions of *Documents on Australian Foreign Policy*."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.conventions import annotators as annotate
from teiconv.conventions.base import Conventions, Recognition, Sample
from teiconv.conventions.dafp.anchoring import place_notes
from teiconv.conventions.dafp.markings import parse_marking
from teiconv.conventions.dafp.openers import parse_opener
from teiconv.conventions.dafp.passes import (
    join_broken_lines,
    read_closers,
    read_head,
    read_headings,
    read_openers,
    read_quotations,
    read_rules,
    read_sources,
)
from teiconv.conventions.dafp.recognise import score
from teiconv.conventions.dafp.references import REFERENCES
from teiconv.conventions.dafp.sources import is_source, parse_source
from teiconv.conventions.dafp.titles import parse_title
from teiconv.conventions.form_feeds import FORM_FEED
from teiconv.conventions.passes import divides, reads_notations
from teiconv.grammar.date_values import DateValue
from teiconv.layout.canon import SPACED, Canon
from teiconv.layout.notation import Notation
from teiconv.metadata.rules import HeaderRules
from teiconv.model import Content, Element, descendants, plain, shown
from teiconv.model.header import Archive, Classification
from teiconv.structure.blocks import read_paragraphs
from teiconv.structure.draft import Draft, Pass

_LIKELY = 0.5
"""Of the score: below that, a text is of the series only by chance."""
_CERTAIN = 0.9
_NO = Recognition(0.0, "no numbered title without a stop")
_NOTATIONS: tuple[Notation, ...] = (FORM_FEED,)
"""A page is broken by a form feed, if by anything; XML cannot hold it as text."""
_CANON = Canon(blocks=SPACED, call="[{}]", marker="{} ", labelled=True, indented=False, above_source=True)


def recognise(sample: Sample) -> Recognition:
    """Recognise the series by a number without a stop, an opener line, calls in brackets, and the file in brackets."""
    found = score(sample.text)
    likely = _CERTAIN + found / 100  # of two series with a numbered title, this one has no full stop after the number
    return Recognition(likely, "numbered title, file in brackets") if found >= _LIKELY else _NO


def read(sample: Sample) -> Draft:
    """Return the paragraphs of a text: lines between blank lines."""
    return Draft(tuple(read_paragraphs(sample.text)), sample.text)


def source_line(line: str) -> tuple[Archive, str | None] | None:
    """Return the archive that a bracket cites; it names no genre."""
    archive = parse_source(line)
    return (archive, None) if archive else None


def time_and_place(content: Content) -> tuple[DateValue | None, str | None]:
    """Return when and where the document was written, as its opener line says."""
    line = shown(content, lambda node: plain(node.content) if node.name == "seg" else " ")
    said = parse_opener(line)
    if said is None or said.date is None:
        return None, None
    return said.date.whole_value, line[slice(*said.place)] if said.place else None


def genre(body: Element) -> str | None:
    """Return the kind of paper that the opener line names."""
    for node in descendants(body):
        if node.name == "dateline" or (node.name == "seg" and node.get("type") == "message-number"):
            said = parse_opener(shown(node.content, lambda inner: plain(inner.content) if inner.name == "seg" else " "))
            return said.genre if said else None
    return None


def marking(lines: Sequence[str]) -> Classification | None:
    """Return the marking that is the first of ``lines``."""
    return next((said.classification for line in lines if (said := parse_marking(line.strip()))), None)


def kind_of_line(line: str) -> str | None:
    """Return that a line of markings is a ``classification``."""
    return "classification" if parse_marking(line) else None


DAFP = Conventions(
    name="dafp",
    title="Documents on Australian Foreign Policy",
    recognise=recognise,
    read=read,
    passes=(
        Pass("title", read_head),
        Pass("sources", read_sources),
        Pass("rules", read_rules),
        Pass("notes", place_notes),
        Pass("openers", read_openers),
        Pass("closers", read_closers),
        Pass("quotations", read_quotations),
        Pass("headings", read_headings),
        Pass("lines", join_broken_lines),
        reads_notations(_NOTATIONS),
        divides(with_heads=True),
    ),
    notations=_NOTATIONS,
    annotators=(
        annotate.IDENTIFIED,
        REFERENCES,
        annotate.OFFICES,
        annotate.NAMES,
        annotate.CORRESPONDENTS,
        annotate.REMARKS,
    ),
    header=HeaderRules(
        title=parse_title,
        is_source=is_source,
        source_line=source_line,
        marking=marking,
        dateline=time_and_place,
        genre=genre,
        kind_of_line=kind_of_line,
    ),
    canon=_CANON,
)
