"""References to documents and notes of the same volume: ``Document 28, note 4``, ``Documents 78-80``, ``see note 2``.

In a list each number points to its own document, as in *Foreign Relations*.  A reference to another volume is left as
text (``Volume IX, Document 12``, ``see ibid., Document 453``): which file that is, the text does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from teiconv.conventions.annotators import Annotator, Edition
from teiconv.conventions.frus.clauses import cites_work
from teiconv.model import OBJECT, Element, Span, annotate, descendants, element, flatten, rewrite
from teiconv.regex import regex

_BLANK = rf"[ {OBJECT}]{{1,3}}"
_REFERENCE = regex(
    rf"\bDocuments?{_BLANK}(?P<numbers>\d{{1,3}}(?!\d)(?:(?: ?[-–] ?|, ?(?:and )?| and )\d{{1,3}}(?![\d/]))*)"
    rf"(?P<note>(?:,{_BLANK}| and )notes?{_BLANK}(?P<which>\d{{1,2}})(?!\d|,? and \d)(?: thereto)?)?"
    rf"|(?P<here>\bnote{_BLANK}(?P<own>\d{{1,2}}))(?!\d|,? (?:to|and) )"
)
_NUMBER = regex(r"\d+")
_OTHER_VOLUME = regex(rf"(?:\b[Vv]ol(?:ume|s?\.)[^.;]*|\b[Ii]bid\.,?[^.;]*)\Z|\b[Vv]ol\.{_BLANK}[IVXL]+,?[^.;]*\Z")
_LOOK_BEHIND = 160
"""Characters in which the volume is sought that a document belongs to: no sentence that cites one is longer."""


def link(edition: Edition) -> Edition:
    """Put a ``ref`` around each reference to a document of the volume, or to a note of a document."""
    ids = [node.get("xml:id") or "" for node in descendants(edition.body) if node.name == "note"]
    own = {name for name in ids if name and f"{name}-2" not in ids}
    identifier = edition.body.get("xml:id") or ""

    def linked(block: Element) -> Element:
        spans = list(_references(flatten(block.content), identifier, own))
        return block.containing(annotate(block.content, spans)) if spans else block

    return replace(edition, body=rewrite(edition.body, linked))


def _references(text: str, identifier: str, notes: Set[str]) -> Iterator[Span]:
    for match in _REFERENCE.finditer(text):
        if _OTHER_VOLUME.search(text, max(0, match.start() - _LOOK_BEHIND), match.start()):
            continue
        if match["numbers"] and cites_work(text, match.start()):
            continue
        if match["here"]:
            name = f"{identifier}fn{match['own']}"
            if name in notes:
                yield Span(*match.span("here"), element("ref", target=f"#{name}"))
        else:
            yield from _documents(match)


def _documents(found: re.Match[str]) -> Iterator[Span]:
    """Yield the references to the documents of a list; the first takes in the word before it."""
    numbers = list(_NUMBER.finditer(found["numbers"]))
    if found["note"] and len(numbers) == 1:
        yield Span(*found.span(), element("ref", target=f"#d{numbers[0][0]}fn{found['which']}"))
        return
    offset = found.start("numbers")
    for index, number in enumerate(numbers):
        start = offset + number.start() if index else found.start()
        yield Span(start, offset + number.end(), element("ref", target=f"#d{number[0]}"))


REFERENCES = Annotator("references", link)
