"""The checks, one after the other: each looks at a document, and yields what an editor should look at.

They must be rare enough to be read: over the ten official volumes at most one document in ten has any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set

from teiconv.advice.case import Advice, Case
from teiconv.advice.disordered import disordered_notes
from teiconv.advice.several import further_documents
from teiconv.grammar.offices import Use, begins_with, offices
from teiconv.grammar.scans import looks_scanned
from teiconv.model import SEVERAL, Element, flatten, plain
from teiconv.regex import regex

Check = Callable[[Case], Iterator[Advice]]

_CALL_AT_END = regex(r"(?<![^\W\d_])[^\W\d_]{3,}[)\]”’]?(?P<numeral>[1-9])\Z")
_CALL_IN_TEXT = regex(r"(?:(?<![^\W\d_])[^\W\d_]{3,}[.,;]?|[)”])(?P<numeral>[1-9])(?=[\s—]|\Z)")
_NOTICE = regex(
    r"[\[(][^\[\]()]{0,80}\b(?:not de[- ]?classified|not declas\w+|redacted|excised|withheld|blacked out|sanitized)\b"
    r"[^\[\]()]{0,40}[\])]",
    re.I,
)
_HINTS = tuple(
    form for word in ("declas", "de-cl", "de cl", "redacted", "excised", "withheld", "blacked", "sanitiz")
    for form in (word, word.upper(), word.capitalize())
)  # fmt: skip
"""One of these is in every such notice: to look for them takes hardly any time."""
_TITLED = regex(
    rf"{begins_with(Use.NAMED)}\.? "
    r"(?P<name>(?:[A-Z]\. ?){0,2}(?:[A-Z][a-z’]+ )?[A-Z][a-z’]{2,}(?:-[A-Z][a-z]+)?)(?=[ ,.;:’)]|\Z)"
)
_NO_NAMES = {word.capitalize() for word in offices(Use.NO_NAME)} | frozenset(
    """State Foreign Affairs Defense Treasury Interior Council Assembly Staff Department Government Republic Committee
    Agreement Board House Office Commission Conference Public Works Finance Commerce Agriculture Labor Justice
    Accounting""".split()
)
_SHOWN = 40
"""So many characters of a line are quoted."""
_PAPERS = "generic"
_OFTEN = 3
"""A name that is in no list is reported if it occurs so often."""
_DATED = frozenset({"when", "from", "to", "notBefore", "notAfter"})


def calls_without_notes(case: Case) -> Iterator[Advice]:
    """A numeral looks like a call, but there are no notes: the list may be missing, or out of order."""
    if (disorder := disordered_notes(case.lines)) and disorder.numerals <= _called(case):
        words = " ".join(case.lines[disorder.line].split())[:_SHOWN]
        yield Advice(
            "call", case.number(disorder.line), f"the notes are out of order from “{words}” on; not all are found"
        )
        return
    if case.body.find("note") is not None:
        return
    heads = case.named("head")
    found = _CALL_AT_END.search(plain(heads[0].content).strip()) if heads else None
    if found is not None:
        yield Advice("call", case.line_of(found[0]), f"“{found[0]}” looks like a call, but there are no notes")
        return
    numerals = [match for text in case.plain_strings for match in _CALL_IN_TEXT.finditer(text)]
    if [match["numeral"] for match in numerals[:2]] == ["1", "2"]:
        first = numerals[0]
        yield Advice("call", case.line_of(first[0]), f"“{first[0]}” looks like a call, but there are no notes")


def _called(case: Case) -> Set[str]:
    """Return the numerals that look like calls, and those that call a note."""
    numerals = {match["numeral"] for text in case.plain_strings for match in _CALL_IN_TEXT.finditer(text)}
    return numerals | {note.get("n") or "" for note in case.named("note")}


def notices_that_are_none(case: Case) -> Iterator[Advice]:
    """Words look like a notice of a gap, but no rule recognises them."""
    if not any(hint in case.text for hint in _HINTS):
        return
    for text in case.plain_strings:
        for match in _NOTICE.finditer(text):
            yield Advice(
                "gap", case.line_of(match[0]), f"{match[0]} looks like a notice of a gap, but no rule recognises it"
            )


def scanned(case: Case) -> Iterator[Advice]:
    """The text of a paper looks like uncorrected OCR; the text of a published series was corrected."""
    worst = looks_scanned(case.lines) if case.document.conventions == _PAPERS else None
    if worst is not None:
        yield Advice("ocr", case.number(worst), "the text looks like uncorrected OCR")


def several_documents(case: Case) -> Iterator[Advice]:
    """The text seems to hold several documents, so statements about one may belong to another."""
    if case.body.get("type") == SEVERAL:
        return
    for line, words in further_documents(case.lines):
        yield Advice("several", case.number(line), f"another document seems to begin here: “{words}”")


def names_not_listed(case: Case) -> Iterator[Advice]:
    """A name after a title occurs often, and is in no list of persons."""
    if not case.with_persons:
        return
    counts = Counter(
        match["name"]
        for text in case.plain_strings
        for match in _TITLED.finditer(text)
        if not _NO_NAMES.intersection(match["name"].split())
    )
    for name, count in counts.items():
        if count >= _OFTEN:
            yield Advice("name", case.line_of(name), f"“{name}” occurs {count} times and is in no list")


def without_title(case: Case) -> Iterator[Advice]:
    """The document has no title, and no subject in its place; or nothing in it was recognised."""
    if not case.document.header.title.strip("[]"):
        yield Advice("title", case.number(0), _PLAIN if _is_plain(case.body) else "the document has no title")


_PLAIN = "nothing but paragraphs was recognised (no title, no dateline, no sender)"


def _is_plain(body: Element) -> bool:
    """Whether ``body`` holds nothing but paragraphs."""
    return all(isinstance(node, Element) and node.name in ("p", "pb", "fw", "lb") for node in body.content)


def without_date(case: Case) -> Iterator[Advice]:
    """The document has no date, and does not say that it is undated."""
    created = case.document.header.created
    is_note = case.body.get("subtype") == "editorial-note" or case.body.get("type") == SEVERAL
    if not is_note and created is None and not any(map(_says_undated, case.named("date"))):
        yield Advice("date", case.number(0), "the document has no date")


def _says_undated(node: Element) -> bool:
    return bool(_DATED & dict(node.attributes).keys()) or "dated" in flatten(node.content)


CHECKS: dict[str, Check] = {
    "call": calls_without_notes,
    "gap": notices_that_are_none,
    "ocr": scanned,
    "several": several_documents,
    "name": names_not_listed,
    "title": without_title,
    "date": without_date,
}
"""All checks by the kind of their advice, in the order of reports."""


def advice(case: Case) -> tuple[Advice, ...]:
    """Return what an editor should look at in a document, by line."""
    found = (one for check in CHECKS.values() for one in check(case))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.line))
