"""What the rules of references have in common: the text that is read, and what it takes for granted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from teiconv.conventions.frus.volumes import DASH, GAP
from teiconv.model import Span, element
from teiconv.model.certainty import Certainty
from teiconv.regex import regex

ITEM = r"(?!1[6-9]\d\d\b)\d{1,4}(?:[a-z]?\b|(?=ff\b))(?![./]\d)"
"""Pattern of the number of a document or note; a year is none."""

AND = rf"(?:,?{GAP}(?:and|or|through|to){GAP}|{GAP}?{DASH}{GAP}?)"
"""Pattern of what stands between two numbers, beside a comma."""

LIST = rf"{ITEM}(?:(?:{AND}|,{GAP}){ITEM}){{0,40}}"
"""Pattern of one or more numbers: ``12``, ``83–85 and 87``."""

NUMBER = regex(rf"(?:pp?\.{GAP})?(?P<number>\d+[a-z]?)")
"""A number of a document, a note or a page; ``p. 12 and p. 25`` says “p.” again."""

_RANGE = regex(rf"{DASH}\s?$")


CITES_BY_PLACE = frozenset(range(1952, 1955))
"""The years whose volumes cite by the place: ``Supra.`` alone is a reference, and part of ``footnote 2, supra``."""


class Context(NamedTuple):
    """What the text of a block does not say, but a reference in it takes for granted."""

    document: str = ""
    """The ``xml:id`` of the document; the identifiers of its notes begin with it (``d12fn3``)."""
    notes: frozenset[str] | None = None
    """The identifiers of the notes that the document has, where they are known."""
    year: int | None = None
    """A year of the document: ``vol. II`` alone is a volume of the subseries that holds it."""
    by_page: bool = False
    """Whether the volume is cited by page, as those are whose documents have no numbers."""
    cited: str | None = None
    """The volume cited last, which ``ibid.`` repeats."""
    mentioned: str | None = None
    """The document of this volume referred to last, in a block before this one."""
    in_parts: int | None = None
    """The number of the volume in parts that the document is of, where its subject tells it."""
    by_editors: bool = True
    """Whether editors wrote the block: a note, or all of an editorial note. Papers cite pages of their own."""


class Reader(NamedTuple):
    """The text being read, what is known, and the references found before."""

    text: str
    context: Context
    before: list[Span]

    def numbered(self, start: int, numbers: tuple[int, int], stem: str, end: int | None = None) -> Iterator[Span]:
        """Yield a reference for each number in the stretch ``numbers``, its target ``stem`` and the number.

        The first reference begins at ``start``, the last ends at ``end`` or with the stretch.
        """
        found = list(NUMBER.finditer(self.text, *numbers))
        previous = ""
        for match in found:
            number = match["number"]
            if len(number) < len(previous) and _RANGE.search(self.text[match.start() - 2 : match.start()]):
                number = _completed(number, previous)
            until = (end or numbers[1]) if match is found[-1] else match.end()
            yield reference(start if match is found[0] else match.start(), until, stem + number)
            previous = number

    def mentioned(self) -> str | None:
        """Return the document of this volume that was referred to last."""
        targets = (re.match(r"#(d\d+[a-z]?)(?:fn|$)", target_of(span)) for span in reversed(self.before[-8:]))
        return next((match[1] for match in targets if match), self.context.mentioned)

    def neighbour(self, step: int) -> str | None:
        """Return the identifier of the document before (-1) or after (1) this one."""
        match = re.fullmatch(r"d(\d+)", self.context.document)
        return f"d{int(match[1]) + step}" if match and int(match[1]) + step > 0 else None


def _completed(number: str, first: str) -> str:
    """Return the end of a range that is cut short, ``26`` after ``124``; as it stands where that would lie before."""
    whole = first[: len(first) - len(number)] + number
    return whole if whole > first else number


def reference(start: int, end: int, target: str) -> Span:
    """Return an empty ``ref`` from ``start`` to ``end``."""
    return Span(start, end, element("ref", target=target))


def target_of(span: Span) -> str:
    """Return what a reference points to."""
    return span.element.get("target") or ""


def inferred(spans: Iterable[Span], degree: Certainty = Certainty.MEDIUM) -> Iterator[Span]:
    """Yield references that the text leaves to be inferred, and say how well that is founded."""
    return (replace(span, element=span.element.having(cert=str(degree))) for span in spans)


def assumed(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield references to what was named last, or to a volume of the years of the document: these rest on no more."""
    return inferred(spans, Certainty.LOW)
