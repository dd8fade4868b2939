"""What stands before the text proper: file number, title, and the lists of a memorandum's heading.

Sources: the 1940s volumes put the Department's file number above the title (``890F.6363/3–2948: Telegram``);
all others number their titles (``633. Memorandum From …``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.blocks.openers import read_opener
from teiconv.blocks.placed import Placed
from teiconv.model import Element, element, flatten, plain

_NUMBERED = re.compile(r"\[?(\d+[a-z]?)\.\]?\s")
_FILE_NUMBER = re.compile(
    r"(?:File )?(?:No\. ?)?[A-Z]?\d[\w.]*[^/:]{0,60}[/ ][\dA-Z][\w–/ –-]*(?::? ?\[?(?:Telegram|Airgram|Despatch|Circular \w+).*)?\Z"
    r"|.{1,80}: ?(?:Telegram|Airgram|Despatch)\Z"
)
_LONGEST_TITLE, _LONGEST_FILE_NUMBER = 300, 100
_UNFINISHED = re.compile(r"(?:[:;,—–-]|[^\W\d_])\d{0,2}\s*\Z")

LIST_TYPES = (
    ("participants", re.compile(r"(?:list of )?particip|present\b|attend|those present", re.I)),
    ("to", re.compile(r"(?:to|info(?:rmation)?|action|for|memorandum for\s?:|attention|attn)\b\W*\Z", re.I)),
    ("from", re.compile(r"(?:from|fm)\W*\Z", re.I)),
    ("memo", re.compile(r"memorandum\b", re.I)),
    ("references", re.compile(r"re(?:f(?:erences?|s|tels?)?)?\W*\Z", re.I)),
)
"""What the heading of a list says of it, in the order in which the patterns are tried; else it is ``subject``."""


def find_title(blocks: list[Placed]) -> list[Placed]:
    """Make the title a ``head`` and a file number above it a ``note``; everything else stays as it is."""
    out = list(blocks)
    texts = [index for index, placed in enumerate(out) if placed.block.name == "p"][:3]
    if not texts:
        return out
    if _begins_with_file_number([out[index].block for index in texts]):
        source = texts.pop(0)
        out[source] = out[source].with_block(_as_inline_note(out[source].block))
    title = out[texts[0]].block
    if _is_numbered(title) or len(plain(title.content)) < _LONGEST_TITLE:
        out[texts[0]] = out[texts[0]].with_block(Element("head", title.content, title.attributes))
    return out


def _begins_with_file_number(texts: Sequence[Element]) -> bool:
    """Whether the first of ``texts`` is no title but the place of the original in its archive.

    It looks like one, or it stands above a line that is not the dateline, and the dateline stands below that.
    """
    if len(texts) < 2 or _is_numbered(texts[0]):
        return False
    if _FILE_NUMBER.match(flatten(texts[0].content)):
        return True
    is_short = len(flatten(texts[0].content)) < _LONGEST_FILE_NUMBER
    return is_short and [read_opener(text) is not None for text in texts] == [False, False, True]


def title_number(head: Element) -> str | None:
    """Return the number that a title begins with (``633``), or ``None``."""
    number = _NUMBERED.match(plain(head.content))
    return number[1] if number else None


def join_lists_with_heads(blocks: list[Placed]) -> list[Placed]:
    """Take each short line that stands above a list (``SUBJECT:``) into it as its ``head``."""
    out: list[Placed] = []
    for placed in blocks:
        if out and placed.before == "\n\n" and _is_bulleted(placed.block) and _heads_list(out[-1].block):
            above = out.pop()
            head = Element("head", above.block.content, above.block.attributes)
            type_ = list_type(flatten(head.content))
            joined = element("list", head, *placed.block.content, type=type_)
            placed = Placed(above.before, joined)
        out.append(placed)
    return out


def join_labels_with_sentences(blocks: list[Placed]) -> list[Placed]:
    """Take a list of labels into the paragraph above it whose sentence it goes on with (``as follows:``)."""
    out: list[Placed] = []
    for placed in blocks:
        if out and placed.before == "\n\n" and _has_labels(placed.block) and _is_unfinished(out[-1].block):
            above = out.pop()
            placed = above.with_block(above.block.containing([*above.block.content, placed.block]))
        out.append(placed)
    return out


def list_type(heading: str) -> str:
    """Return the type of a list with that heading, in the words of the official volumes."""
    heading = heading.strip()
    return next((name for name, pattern in LIST_TYPES if pattern.match(heading)), "subject")


def _is_numbered(block: Element) -> bool:
    return _NUMBERED.match(flatten(block.content)) is not None


def _as_inline_note(block: Element) -> Element:
    return Element("note", block.content, (("type", "source"), ("rend", "inline"), *block.attributes))


def _is_bulleted(block: Element) -> bool:
    return block.name == "list" and not _has_labels(block)


def _has_labels(block: Element) -> bool:
    return block.name == "list" and isinstance(block.content[0], Element) and block.content[0].name == "label"


def _is_unfinished(block: Element) -> bool:
    return block.name == "p" and _UNFINISHED.search(flatten(block.content)) is not None


def _heads_list(block: Element) -> bool:
    text = flatten(block.content)
    return block.name == "p" and len(text) <= 60 and not text[:1].islower() and not text.rstrip().endswith((".", ";", ","))
