"""Transcripts of talk: the speaker stands before the words (``K: Mr. President?``, ``Prime Minister Chou: Yes.``).

A speaker is an ``rs type="speaker"`` at the start of the paragraph; in it, a person who is known is a ``persName``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from teiconv.layout.lines import Placed
from teiconv.model import Element, Span, annotate, element, flatten
from teiconv.regex import regex
from teiconv.structure.headings import is_known
from teiconv.structure.sections import is_usual_title

_SPEAKER = regex(
    r"([A-Z][\w.’'-]{0,20}(?: (?:[A-Z(][\w.’')-]{0,20}|of|the|to|de|von)){0,5})(?: ?\([^():]{1,40}\))?: ?(?=\S)"
)
_LONGEST = 200
"""The colon after a speaker stands within so many characters."""

_THINGS = regex(
    r"(?:.* )?(?:advantages?|agreement|alternatives?|conditions?|con|conversation|costs?|disadvantages?|note|objective"
    r"|options?|position|pro|result|risks?|source|status|tab)\Z",
    re.I,
)
"""What stands before a colon as often, and does not speak."""

_QUESTION = regex(r"([QA])(?:[.:] {1,8}| {2,}|\t)(?=\S)")
"""Question and answer: ``Q: When?``, ``A. In May.``, and without a mark in a column of their own (``Q     When?``)."""
_TURNS = 4
"""So many paragraphs must begin with a speaker, half of them with one who speaks again: then it is a transcript."""


def mark_speakers(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Mark the speaker at the start of each paragraph of a transcript. Other texts stay as they are."""
    names = [_speaker(placed.block) for placed in blocks]
    asked = [_asks_or_answers(placed.block) for placed in blocks]
    is_talk = _is_talk(names)
    if (_is_talk(asked) and {"Q", "A"}.issubset(asked)) or (is_talk and asked.count("Q") > 1):
        again = Counter(names)
        names = [
            turn or (name if is_talk or again[name] > 1 else None) for turn, name in zip(asked, names, strict=True)
        ]
    elif not is_talk:
        return blocks
    return [_marked(placed, name) if name else placed for placed, name in zip(blocks, names, strict=True)]


def _is_talk(names: Sequence[str | None]) -> bool:
    speaking = [name for name in names if name]
    if len(speaking) < _TURNS:
        return False
    again = sum(count for count in Counter(speaking).values() if count > 1)
    return again * 2 >= len(speaking)


def _speaker(block: Element) -> str | None:
    if block.name != "p" or not block.content:
        return None
    text = flatten(block.content)
    match = _SPEAKER.match(text) if text.find(":", 0, _LONGEST) >= 0 else None
    name = match[1] if match else None
    if name is None or is_known(f"{name}:") or is_usual_title(f"{name}:") or _THINGS.match(name):
        return None
    return name


def _asks_or_answers(block: Element) -> str | None:
    first = block.content[0] if block.name == "p" and block.content else ""
    if isinstance(first, str) and not first.startswith(("Q", "A")):
        return None
    match = _QUESTION.match(flatten((first,)))
    return match[1] if match else None


def _marked(placed: Placed, name: str) -> Placed:
    span = Span(0, len(name), element("rs", type="speaker"))
    return placed.with_block(placed.block.containing(annotate(placed.block.content, [span])))
