"""What a paper is about that is titled by its kind alone: ``SPECIAL NATIONAL ESTIMATE``, ``MEMORANDUM BY THE …``

An estimate has its subject below its kind, a paper for a cabinet or a committee above it.  It is a ``seg`` of the
opener, and the title in the header.  A British telegram has it below its heading lines: there it is a ``list``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.layout.lines import Placed, lines_of
from teiconv.model import Element, element, plain
from teiconv.regex import regex
from teiconv.structure.sections import is_section_title, is_usual_title

_MOST_ABOVE, _LONGEST = 8, 90
_ESTIMATE = regex(r"(?:[A-Z-]+ ){0,4}ESTIMATE\Z")
_BY = regex(
    r"(?:JOINT |REVISED )?(?:MEMORANDUM|NOTE|REPORT|STATEMENT|DRAFT BRIEF) BY (?:THE|MR\.?|SIR|LORD) [A-Z .,’'-]+\Z",
    re.I,
)
_OF_TELEGRAM = regex(
    r"(?!.*\b(?:FROM|FOLLOWING|PERSONAL)\b)[A-Z][A-Z\d .,/'’()-]{2,60}: ?[A-Z][A-Z\d .,/'’()-]{2,80}(?<!\.)\Z"
)
_MOST_ABOVE_TEXT = 16
"""The subject of a telegram stands among so many blocks."""
_BODY = regex(r"(?:[A-Z’'-]+ ){0,5}(?:CABINET|COMMITTEE|COUNCIL)\Z")
"""For whom the paper is, above its subject."""


def find_subject(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Make the subject of a paper that is titled by its kind an ``opener``: a line in capitals beside the title.

    Below an estimate comes another title, or who submits it. Above a memorandum of a minister stands who will read it.
    """
    if (at := _below_telegram(blocks)) is not None:
        item = blocks[at].block
        return [*blocks[:at], blocks[at].with_block(_list(item)), *blocks[at + 1 :]]
    place = next((i for i, placed in enumerate(blocks[:_MOST_ABOVE]) if placed.block.name == "head"), None)
    if place is None:
        return blocks
    title = _words(blocks[place].block)
    at = None
    if _ESTIMATE.match(title):
        at = next((i for i in range(place + 1, len(blocks) - 1) if blocks[i].block.name != "opener"), None)
        at = at if at is not None and not _is_prose(blocks[at + 1].block) else None
    elif _BY.match(title) and place > 1 and _BODY.match(_words(blocks[place - 2].block)):
        at = place - 1
    if at is None or not _is_subject(blocks[at].block):
        return blocks
    block = blocks[at].block
    subject = element("opener", Element("seg", block.content, (*block.attributes, ("type", "subject"))))
    return [*blocks[:at], blocks[at].with_block(subject), *blocks[at + 1 :]]


def _below_telegram(blocks: Sequence[Placed]) -> int | None:
    """Return where the subject of a British telegram is, below its heading lines: ``YOUR TELNO 61: FISHERIES``."""
    kinds = [placed.block.get("type") if placed.block.name == "list" else None for placed in blocks[:_MOST_ABOVE_TEXT]]
    if "from" not in kinds or "subject" in kinds:
        return None
    at = next(i for i in range(len(kinds) - 1, -1, -1) if kinds[i]) + 1
    block = blocks[at].block if at + 1 < len(blocks) else None
    is_subject = block is not None and block.name == "p" and _OF_TELEGRAM.match(_words(block)) is not None
    return at if is_subject else None


def _list(block: Element) -> Element:
    return element("list", Element("item", block.content), type="subject", rend="run-in")


def _is_subject(block: Element) -> bool:
    """Whether ``block`` is a line in capitals that reads like a title, and not like that of a section."""
    text = _words(block)
    if block.name != "p" or len(lines_of(block.content)) > 1 or not text.isupper() or len(text) > _LONGEST:
        return False
    return not is_usual_title(text) and all(map(is_section_title, text.split(": ", 1)))


def _is_prose(block: Element) -> bool:
    return block.name == "p" and _words(block).endswith((".", "?", "!", ":"))


def _words(block: Element) -> str:
    return " ".join(plain(block.content).split())
