"""References, annotated: each block of a document read in order, so that ``ibid.`` knows what it repeats."""

from __future__ import annotations

from collections import Counter

from teiconv.conventions.frus.older_references import cited_by_number, is_numbered, link_listed_pages
from teiconv.conventions.frus.parts import needs_subject, volume_by_subject
from teiconv.conventions.frus.references import Context, may_refer, scan
from teiconv.conventions.frus.volumes import subseries
from teiconv.model import Element, annotate, elements_named, flatten, rewrite, running_blocks
from teiconv.regex import regex

_YEAR = regex(r"(?<![\d–-])(?:18[6-9]|19\d)\d(?![\d–-])")
_FEWEST_YEARS = 2


def link_references(body: Element, context: Context) -> Element:
    """Return ``body`` with a ``ref`` around each reference to a document, a note, a page or another volume."""
    context = context._replace(year=context.year or _year_of(body))
    is_editors = body.get("subtype") == "editorial-note"
    cites_by_number = is_numbered(body)

    def linked(block: Element) -> Element:
        nonlocal context
        text = flatten(block.content)
        by_number = list(cited_by_number(text)) if cites_by_number and block.name == "note" else []
        if not (by_number or may_refer(text, context)):
            return block
        by_editors = is_editors or block.name == "note"
        context = _informed(context, body, text)._replace(by_editors=by_editors)
        found, context = scan(text, context)
        found = sorted([*found, *by_number], key=lambda span: span.start)
        return block.containing(annotate(block.content, found)) if found else block

    body = rewrite(body, linked)
    return link_listed_pages(body) if context.by_page else body


def _informed(context: Context, body: Element, text: str) -> Context:
    """Return ``context`` with what a block with this ``text`` needs to know of the whole ``body``."""
    if context.notes is None:
        context = context._replace(notes=_notes_of(body))
    if context.in_parts is None and context.year and "Part " in text and needs_subject(context.year):
        named = " ".join(flatten(block.content) for block in running_blocks(body))
        context = context._replace(in_parts=volume_by_subject(named, context.year))
    return context


def _notes_of(body: Element) -> frozenset[str]:
    """Return the identifiers of the notes in ``body``."""
    return frozenset(node.get("xml:id") or "" for node in elements_named(body, {"note"}))


def _year_of(body: Element) -> int | None:
    """Return a year of the subseries that most years in an undated document belong to."""
    years: Counter[str] = Counter()
    for block in running_blocks(body):
        years.update(_YEAR.findall(flatten(block.content)))
    by_subseries: Counter[str] = Counter()
    for year, count in years.items():
        by_subseries[subseries(year)] += count
    if not by_subseries:
        return None
    stem, count = by_subseries.most_common(1)[0]
    return int(stem[:4]) if count >= _FEWEST_YEARS and 2 * count > by_subseries.total() else None
