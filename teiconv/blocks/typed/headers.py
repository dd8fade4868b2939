"""Typed heading lines of memoranda and cables: ``FROM: Henry Kissinger``, ``FM AMEMBASSY LIMA``.

Each is a ``list rend="run-in"``.  Lines below that begin with no such word go on with it: as another addressee where
there may be several, and else as the rest of the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiconv.blocks.headings import list_type
from teiconv.blocks.typed.lines import BLANKS, typed
from teiconv.model import Element, element
from teiconv.regex import regex

_WORDS = r"""memorandum[ ](?:for|to) | to | from | fm | thru | through | via | for | info(?:rmation)? | action
    | pass(?:[ ]to)? | subj(?:ect)?s? | re | refs? | references? | date | time | place | location | participants
    | attendees | present | cop(?:ies|y)(?:[ ]to)? | b?cc | attn | attention | classification | precedence | tags
    | e\.?o\.?[ ]\d{4,5} | (?:drafted|approved|cleared)[ ]by | clearances | country | doi | source | file"""
_LINE = regex(rf"(?P<head>(?:{_WORDS})[ \t]*:)(?:[ \t]+(?=\S)|\Z|(?=\w))", re.I | re.X)
_CABLE_LINE = regex(r"(?P<head>FM|TO|INFO|ACTION|PASS|ZEN)[ \t]+(?=[A-Z/\d][A-Z]+)")
_TYPES = (
    ("date", regex(r"date\b", re.I)),
    ("time", regex(r"time\b", re.I)),
    ("place", regex(r"(?:place|location)\b", re.I)),
    ("through", regex(r"(?:thr|via)", re.I)),
    ("copies", regex(r"(?:b?cc|cop(?:y|ies))\b", re.I)),
    ("classification", regex(r"(?:classification|e\.?o\.? )", re.I)),
    ("precedence", regex(r"precedence\b", re.I)),
    ("tags", regex(r"tags\b", re.I)),
    ("drafting", regex(r"(?:drafted|approved|cleared|clearances)\b", re.I)),
)
"""Types of headings that the official volumes call ``subject``, for want of a better word."""
_SEVERAL = frozenset({"to", "participants", "copies", "drafting"})


class Heading(NamedTuple):
    """A heading line: the word and what stands around it; ``column`` is where its item begins."""

    head: str
    item: str
    column: int


def read_heading(line: str) -> Heading | None:
    """Return ``line`` as a heading line, or ``None``."""
    text = line.strip(BLANKS)
    found = _LINE.match(text) or (_CABLE_LINE.match(text) if text.upper() == text else None)
    if found is None:
        return None
    column = line.index(text) + found.end()
    return Heading(found["head"], text[found.end() :], column)


def typed_list_type(heading: str) -> str | None:
    """Return the type of a typed list with that heading: more exact than :func:`list_type`, that of the series."""
    return next((name for name, pattern in _TYPES if pattern.match(heading)), None) or list_type(heading)


def heading_list(heading: Heading, further: Sequence[str]) -> Element | None:
    """Return the list that a heading line and the lines that go on with it are; ``None`` where nothing follows."""
    type_ = typed_list_type(heading.head)
    items = [[heading.item]] if heading.item else []
    for line in further:
        indent = len(line) - len(line.lstrip(BLANKS))
        if items and not (type_ in _SEVERAL and (indent <= heading.column or not heading.item)):
            items[-1].append(line)
        else:
            items.append([line])
    if not items:
        return None
    head = typed("head", [heading.head])
    return element("list", head, *(typed("item", lines) for lines in items), type=type_, rend="run-in")
