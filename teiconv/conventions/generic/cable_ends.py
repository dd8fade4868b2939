"""The end of a cable: the name that signs it, a line of its last paragraph, and the signs of the telegraph below."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.conventions.generic.top import is_classification
from teiconv.layout.canon import RUN_ON
from teiconv.layout.lines import Placed, lines_of, with_breaks
from teiconv.model import Content, Element, element, plain
from teiconv.regex import regex
from teiconv.structure.signatures import is_full_name

PASSED = frozenset({"pb", "fw"})
_END_OF_CABLE = regex(r"(?:BT|N{3,4}|Y{4}|#\d*|END OF MESSAGE|NOTE BY OC/T.*)\Z")
_NAME_IN_LINE = regex(
    r"(?:\b(?!MESSRS)[A-Z]{5,}|\d)[.?!][”\"]?(?P<gap> {1,3})"
    r"(?P<name>(?!(?:REGARDS|THANKS|PLEASE|END|ENDIT|STOP|OVER|OUT|UNQUOTE|UNQTE|QUOTE|UNQUOT|TEXT|COMMENT|ENDTEXT)\b)[A-Z]{4,20})"
    r"\s*\Z"
)
"""Who signs behind the last sentence of a cable; no short word stands before, as it may be a title: ``GEN. ROE``."""
_SIGN = regex(r"(?:N{4}|Y{4})\Z")
_MOST_BELOW = 5


def start_of_distribution(blocks: Sequence[Placed]) -> int:
    """Return where the sign stands below which a cable says to whom copies went: ``YYYY`` over ``FISHERIES``.

    That is the number of blocks if there is no such sign.
    """
    for index in range(len(blocks) - 1, max(0, len(blocks) - _MOST_BELOW), -1):
        block = blocks[index].block
        text = plain(block.content).strip() if block.name == "p" else ""
        if _SIGN.match(text):
            return index
        if not text.isupper() or text.endswith("."):
            break
    return len(blocks)


def end_of_cable(block: Element) -> Element:
    """Return what stands below the name that signs a cable as a ``trailer``; the foot of a page stays what it is."""
    return block if block.name in PASSED else trailer(lines_of(block.content))


def ends_cable(block: Element) -> bool:
    """Whether ``block`` is nothing but what stands below the name that signs a cable: ``NNNN``."""
    return block.name == "p" and all(map(is_below_name, lines_of(block.content)))


def is_below_name(line: Content) -> bool:
    """Whether a line below the name that signs a cable is the sign of its end, or the marking of the page."""
    text = plain(line).strip()
    return _END_OF_CABLE.match(text) is not None or is_classification(text)


def with_end_apart(blocks: Sequence[Placed]) -> list[Placed]:
    """Return the blocks with the sign that a cable ends with, below its last paragraph, as its ``trailer``."""
    last = blocks[-1] if blocks else None
    lines = lines_of(last.block.content) if last is not None and last.block.name == "p" else []
    end = len(lines)
    while end and _END_OF_CABLE.match(plain(lines[end - 1]).strip()):
        end -= 1
    if last is None or not 0 < end < len(lines):
        return list(blocks)
    text = last.block.containing(without_blanks(with_breaks(lines[:end])))
    return [*blocks[:-1], last.with_block(text), Placed("\n", trailer(lines[end:]))]


def with_sender_apart(blocks: Sequence[Placed]) -> list[Placed]:
    """Return the blocks with the name at the end of a cable, a line of its last paragraph, as one of their own."""
    if not blocks or blocks[-1].block.name != "p":
        return list(blocks)
    *above, last = blocks
    lines = lines_of(last.block.content)
    end = len(lines)
    while end and is_below_name(lines[end - 1]):
        end -= 1
    if end == len(lines) and (apart := _with_name_in_line_apart(last, blocks)):
        return [*above, *apart]
    name = plain(lines[end - 1]).strip() if end > 1 else ""
    if not (name.isupper() and is_full_name(name, stop=False) and _is_end(lines[end - 2])):
        return list(blocks)
    parts = (lines[: end - 1], lines[end - 1 :])
    text, sender = (last.block.containing(without_blanks(with_breaks(part))) for part in parts)
    return [*above, last.with_block(text), Placed("\n", sender)]


def _is_end(line: Content) -> bool:
    return plain(line).rstrip().endswith((".", "?", "!", "”"))


def _with_name_in_line_apart(last: Placed, blocks: Sequence[Placed]) -> list[Placed]:
    """Return the last paragraph of a cable and the name behind its last sentence; nothing if there is none."""
    *content, words = last.block.content or ("",)
    named = _NAME_IN_LINE.search(words) if isinstance(words, str) else None
    if named is None or not is_full_name(named["name"], stop=False) or not any(map(_is_sender, blocks)):
        return []
    text = last.block.containing([*content, named.string[: named.start("gap")]])
    return [last.with_block(text), Placed(named["gap"], element("p", named["name"], rend=RUN_ON))]


def _is_sender(placed: Placed) -> bool:
    """Whether a heading line of a cable says who sent it: ``FM AMEMBASSY LIMA``."""
    first = placed.block.content[0] if placed.block.name == "list" and placed.block.content else None
    return isinstance(first, Element) and first.name == "head" and plain(first.content) == "FM"


def trailer(lines: Sequence[Content]) -> Element:
    """Return the ``trailer`` that ``lines`` below the name are."""
    return element("trailer", *with_breaks([without_blanks(lines[0]), *lines[1:]]))


def without_blanks(content: Content) -> Content:
    """Return ``content`` without the blanks at its edges, which stand between the blocks then."""
    is_blank = [isinstance(node, Element) and node.name == "space" for node in content]
    return content[is_blank[0] : len(content) - is_blank[-1]]
