"""The first lines of a typed text: letterhead, classification, date, kind of paper, salutation.

They make one ``opener``, a line each; the kind of paper (``MEMORANDUM OF CONVERSATION``) is the ``head``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.blocks.datelines import read_date_time_group, read_dateline
from teiconv.blocks.openers import is_salutation
from teiconv.blocks.typed.lines import BLANKS, typed
from teiconv.inline import read
from teiconv.model import Element, Node, element
from teiconv.regex import regex

_LEVEL = r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|RESTRICTED|(?:LIMITED )?OFFICIAL USE(?: ONLY)?)"
_CAVEAT = (
    r"(?:SENSITIVE|EYES ONLY|(?:NO|EX|LIM|STA)DIS|NOFORN|ORCON|PERSONAL|STRICTLY|EXCLUSIVELY|X?GDS|NO FOREIGN DISSEM)"
)
_CLASSIFICATION = regex(
    rf"(?:C O N F I D E N T I A L|S E C R E T|T O P {{1,3}}S E C R E T|U N C L A S S I F I E D|{_LEVEL})"
    rf"(?:[ /;,—–-]+(?:{_CAVEAT}|{_LEVEL}|[A-Z]+ \d{{1,6}}))*(?: [A-Z ]{{0,30}}\d{{1,6}})?[.;]?\Z"
    rf"|{_CAVEAT}(?:[ /;,—–-]+{_CAVEAT})*\Z"
)
_LETTERHEAD = regex(
    r"(?:(?:the )?(?:white house|department of [a-z ]+|national security council|central intelligence agency)"
    r"|(?:american )?embassy(?: of [a-z ,]+)?|[a-z ]{0,40}(?:committee|council|agency)|(?:bureau|office) of [a-z ]+"
    r"|washington(?:, ?d\. ?c\.)?(?: \d{5})?)\Z",
    re.I,
)
_KIND = regex(
    r"(?:(?:action|information|briefing|draft|special|national|intelligence|joint|urgent|outgoing|incoming) ){0,3}"
    r"(?:memorandum|telegram|airgram|cable|message|report|letter|note|estimate|study|paper|minutes|talking points"
    r"|summary)s?(?: (?:of|for|to|from|on|by) [a-z][a-z .,’'&-]{1,80})?\Z",
    re.I,
)
_PRECEDENCE = regex(r"(?:ACTION|INFORMATION|URGENT|IMMEDIATE|PRIORITY|ROUTINE|FLASH|NIACT|BT|DRAFT|COPY)(?: [A-Z]+)?\Z")
_SEGMENTS = (("classification", _CLASSIFICATION), ("letterhead", _LETTERHEAD), ("precedence", _PRECEDENCE))
_LONGEST = 90
_SMALL = frozenset("and by for from in of on the to".split())


def is_top_line(line: str) -> bool:
    """Whether ``line`` is one of those that stand at the top of a text."""
    return _part(line) is not None


def read_top(lines: Sequence[str]) -> list[Element]:
    """Return what ``lines``, all of them lines of the top, are."""
    blocks: list[Element] = []
    opener: list[Element] = []
    for part in filter(None, map(_part, lines)):
        if part.name == "head":
            blocks += [*_opened(opener), part]
            opener = []
        else:
            opener.append(part)
    return [*blocks, *_opened(opener)]


def _part(line: str) -> Element | None:
    text = line.strip(BLANKS)
    if len(text) > _LONGEST:
        return None
    if _is_capitalised(text):
        kind = next((name for name, pattern in _SEGMENTS if pattern.match(text)), None)
        if kind or _KIND.match(text):
            return typed("seg" if kind else "head", [line], type=kind)
    words = read(text)
    dated = read_dateline(words) or read_date_time_group(words)
    if dated is not None:
        return Element("dateline", dated.content)
    return typed("salute", [line]) if is_salutation(text) else None


def _is_capitalised(text: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in text.split())


def _opened(parts: Sequence[Element]) -> list[Element]:
    """Return the opener that ``parts`` are; only a ``seg`` needs a line break before it."""
    content: list[Node] = []
    for part in parts:
        if part.name == "seg" and content:
            content.append(element("lb"))
        content.append(part)
    return [element("opener", *content)] if content else []
