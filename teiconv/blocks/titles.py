"""Title of a document, and the file number above it.

The volumes of the 1940s put the Department's file number above the title (``890F.6363/3–2948: Telegram``); later
ones number their titles (``633. Memorandum From …``).
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.blocks.breaks import lines_of
from teiconv.blocks.headings import is_bulleted
from teiconv.blocks.letters import is_correspondence
from teiconv.blocks.notes import NoteList
from teiconv.blocks.openers import opens_letter, read_opener
from teiconv.blocks.order import ANYWHERE, OPENS
from teiconv.blocks.placed import Placed
from teiconv.blocks.sections import is_section_title
from teiconv.model import Content, Element, flatten, plain
from teiconv.regex import regex

_NUMBERED = regex(r"\[?(\d+[a-z]?)\.\]?\s")
_FILE_NUMBER = regex(
    r"(?:File )?(?:No\. ?)?[A-Z]?\d[^/:]{0,60}[/ ][\dA-Z][\w–/ –-]*"
    r"(?::? ?\[?(?:Telegram|Airgram|Despatch|Circular \w+).*)?\Z"
    r"|.{1,80}: ?(?:Telegram|Airgram|Despatch)\Z"
)
_TELEGRAM = regex(r"/\d.{0,30}: (?:Telegram|Airgram|Despatch)\b")
_LONGEST_TITLE, _LONGEST_FILE_NUMBER = 300, 100
_MOST_LINES = 3
"""A typed title has no more lines."""
_MARK = regex(r"#{1,6} +")


def find_title(blocks: Sequence[Placed]) -> list[Placed]:
    """Make the title a ``head`` and a file number above it a ``note``; everything else stays as it is."""
    out = list(blocks)
    texts = [index for index, placed in enumerate(out) if placed.block.name == "p"][:3]
    if not texts:
        return out
    if _begins_with_file_number([out[index].block for index in texts]):
        source = texts.pop(0)
        out[source] = out[source].with_block(_as_inline_note(out[source].block))
    title = out[texts[0]].block
    if is_numbered(title) or len(plain(title.content)) < _LONGEST_TITLE:
        out[texts[0]] = out[texts[0]].with_block(Element("head", title.content, title.attributes))
    return out


def is_published(blocks: Sequence[Placed], notes: NoteList | None) -> bool:
    """Whether a text has the form of the series: a number, a file number, numbered pages, its lists, its notes."""
    if notes is not None and notes.is_canonical:
        return True
    if any(_is_of_series(placed.block) for placed in blocks):
        return True
    texts = [placed.block for placed in blocks if placed.block.name == "p"][:3]
    if not texts:
        return False
    text = flatten(texts[0].content)
    return is_numbered(texts[0]) or _is_file_number(text) or (len(texts) > 1 and _is_letter(text, texts[1]))


def _is_letter(title: str, below: Element) -> bool:
    """Whether ``title`` is that of a letter as the older volumes have it, with the dateline below."""
    return len(title) < _LONGEST_TITLE and is_correspondence(title) and opens_letter(below)


def _is_of_series(block: Element) -> bool:
    if block.name == "list":
        return is_bulleted(block)
    return any(isinstance(node, Element) and node.name == "pb" and node.get("n") for node in (block, *block.content))


def find_typed_title(blocks: Sequence[Placed]) -> list[Placed]:
    """Make the first line of a text from elsewhere a ``head`` if it has none, and that line reads like one."""
    out = list(blocks)
    first = next((i for i, placed in enumerate(out) if placed.block.name not in OPENS | ANYWHERE), len(out))
    if first + 1 >= len(out) or any(placed.block.name == "head" for placed in out):
        return out
    block = out[first].block
    if block.name == "p" and out[first + 1].before == "\n\n" and _reads_like_title(block.content):
        out[first] = out[first].with_block(Element("head", block.content, block.attributes))
    return out


def _reads_like_title(content: Content) -> bool:
    """Whether every line of ``content`` is a title, or a title and a subtitle after a colon."""
    lines = [flatten(line).strip().rstrip("0123456789").removesuffix(".") for line in lines_of(content)]
    return len(lines) <= _MOST_LINES and all(
        is_section_title(part) for line in lines for part in _MARK.sub("", line).split(": ", 1)
    )


def has_file_number(blocks: Sequence[Placed]) -> bool:
    """Whether a file number stands above the title of the document, as in the volumes of the 1940s and before."""
    return any(placed.block.name == "note" for placed in blocks[:2])


def is_numbered(block: Element) -> bool:
    """Whether ``block`` is a title with a number, as the volumes give to their documents."""
    text = flatten(block.content)
    return _NUMBERED.match(text) is not None and _TELEGRAM.search(text, 0, _LONGEST_FILE_NUMBER) is None


def _begins_with_file_number(texts: Sequence[Element]) -> bool:
    """Whether the first of ``texts`` is no title but the place of the original in its archive.

    It looks like one, or it stands above a line that is not the dateline, and the dateline stands below that.
    """
    first = flatten(texts[0].content)
    if len(texts) < 2 or is_numbered(texts[0]) or len(first) >= _LONGEST_FILE_NUMBER or is_correspondence(first):
        return False
    return _is_file_number(first) or [read_opener(text) is not None for text in texts] == [False, False, True]


def _is_file_number(text: str) -> bool:
    return len(text) < _LONGEST_FILE_NUMBER and _FILE_NUMBER.match(text) is not None


def _as_inline_note(block: Element) -> Element:
    return Element("note", block.content, (("type", "source"), ("rend", "inline"), *block.attributes))
