"""The headings of lists: ``SUBJECT``, ``PARTICIPANTS``, ``TO:`` … over their items, and the type that each gives.

The types are those of the official volumes.  A heading is one of the words that memoranda and telegrams use, or any
short line in capitals, or with a colon, as long as the text proper has not begun: below that, a short line over a
list is the sentence that the list goes on with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.layout.lines import Placed, has_block
from teiconv.model import Element, element, flatten
from teiconv.regex import regex

_PRECEDENCE = r"(?:(?:flash|niact|immediate|priority|routine|rptd|repeated)\b ?)"
TYPES: tuple[tuple[str | None, re.Pattern[str]], ...] = tuple(
    (name, regex(pattern, re.I))
    for name, pattern in (
        (
            "participants",
            r"(?:list of |(?:principal|other|american|u\.?s\.?) )?particip"
            r"|(?:those |others? |persons |members |also |in |the following (?:persons )?(?:were |are )?)?"
            r"(?:present|attend)",
        ),
        ("to", rf"(?:{_PRECEDENCE}*(?:to|info(?:rmation)?(?: to)?|action|for|pass(?: to)?)|attention|attn)\b\W*\Z"),
        ("to", rf"{_PRECEDENCE}+\Z|memorandum (?:for|to)\s?:"),
        ("from", r"(?:from|fm)\W*\Z|the following intelligence organizations participated"),
        ("memo", r"memorandum\b"),
        ("references", r"re(?:f(?:erences?|s|tels?)?)?\b(?: is made to)?\W*\Z"),
        (None, r"(?:country|doi|acq|source|dist|file|sensitivity|signature|reply-to|zen)\W*\Z"),
    )
)
"""What the heading of a list says of it, in the order of trial; else it is ``subject``.

A memorandum *for* somebody is addressed with a colon, and without one entitled.  The fields
of intelligence reports and of mail have no type.
"""

_KNOWN = regex(
    r"(?:general |topics? |\d )?(?:subj(?:ects?)?|sujbect|topics?|date|time|place|location|through|thru|via|copies|b?cc"
    r"|att(?:s|ach(?:ed|ments?))?|encl?s?|enclosures?|incl(?:osures?)?|clear(?:ed|ances?)|draft(?:ed|ing)|distribution"
    r"|submitted|conc?urr\w*|abstain\w*|authenticated|coordination|contents|approved)\b",
    re.I,
)
_LONGEST, _LONGEST_UNKNOWN = 100, 60
_TEXT_BEGINS = 150
"""A paragraph of this length is the text proper."""


def join_lists_with_headings(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Take each line that is a heading (``SUBJECT:``) into the list below it as its ``head``."""
    if not has_block(blocks, "list"):
        return blocks
    out: list[Placed] = []
    begun = False
    for placed in blocks:
        if out and placed.before == "\n\n" and is_bulleted(placed.block) and _is_heading(out[-1].block, begun):
            above = out.pop()
            placed = Placed(above.before, _joined(above.block, placed.block))
        elif is_bulleted(placed.block) and _names_those_present(placed.block):
            placed = placed.with_block(placed.block.having(type="participants"))
        begun = begun or (placed.block.name == "p" and len(flatten(placed.block.content)) >= _TEXT_BEGINS)
        out.append(placed)
    return out


def list_type(heading: str) -> str | None:
    """Return the type of a list with that heading, in the words of the official volumes."""
    heading = heading.strip()
    return next((name for name, pattern in TYPES if pattern.match(heading)), "subject")


def is_known(heading: str) -> bool:
    """Whether ``heading`` is among the words that head the lists of memoranda and telegrams."""
    return _KNOWN.match(heading) is not None or any(pattern.match(heading) for _, pattern in TYPES)


def is_bulleted(block: Element) -> bool:
    """Whether ``block`` is a list of items without labels, and has no heading yet."""
    first = block.content[0] if block.name == "list" else None
    return isinstance(first, Element) and first.name == "item"


def _names_those_present(block: Element) -> bool:
    """Whether the items of a list say that those are present whom the lists in them name, delegation by delegation."""
    items = [node for node in block.content if isinstance(node, Element)]
    return all(_is_delegations(item) for item in items)


def _is_delegations(item: Element) -> bool:
    is_nested = isinstance(item.content[-1], Element) and item.content[-1].name == "list" if item.content else False
    return is_nested and list_type(flatten(item.content[:-1])) == "participants"


def _joined(above: Element, below: Element) -> Element:
    head = Element("head", above.content, above.attributes)
    return element("list", head, *below.content, type=list_type(flatten(head.content)))


def _is_heading(block: Element, begun: bool) -> bool:
    text = flatten(block.content).strip()
    if block.name != "p" or len(text) > _LONGEST:
        return False
    if is_known(text):
        return True
    is_short = len(text) <= _LONGEST_UNKNOWN and text.count(" ") < 5 and not text.endswith((".", ";", ","))
    return is_short and not begun and (text.isupper() or text.endswith(":"))
