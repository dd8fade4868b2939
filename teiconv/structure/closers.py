"""The closer: complimentary close, signature, and what stands under it, at the end of a document or an enclosure.

What tells a closer from a last paragraph is the margin: a paragraph keeps a blank line between itself and the
notes, or the enclosure, a closer does not.  Where nothing follows, it is a short line that looks like a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from teiconv.layout.lines import Placed, lines_of, with_breaks
from teiconv.model import Content, Element, Node, element, flatten, plain
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline
from teiconv.structure.draft import Draft
from teiconv.structure.enclosures import attachment_label, begins_attachment
from teiconv.structure.postscripts import is_postscript
from teiconv.structure.signature_lines import signature
from teiconv.structure.signatures import (
    LONGEST,
    closes,
    is_addressee,
    is_full_name,
    is_name,
    is_office,
    names_office,
    stands_above_name,
    stands_below_name,
)
from teiconv.structure.tails import close, dated_at_foot, find_tail, is_sent_to, is_signed_by, recipient_of

_PROSE = regex(r".{80}|\s*[*†‡] | {2,8}\d{1,3}\. |(?:.*?\b(?!the\b|and\b|for\b|von\b|van\b|del\b)[a-zà-ÿ]{3,}\b){3}")
"""A line of so many characters, with three small words, or with the sign or numeral of a note, is no signature."""

_FIGURES = regex(r"\s[$£]?\d[\d,.]*\Z")
"""What several lines of a table end with that has no tabs, and none of a signature: ``Hides $1,200``."""
_MARGIN = "\n\n"
"""What a paragraph keeps below itself in texts of the series."""
_MOST_OPENING = 3
"""No more blocks than these open a letter."""
_INITIAL = regex(r"[A-Z]\.\Z")


def find_closers(draft: Draft) -> Draft:
    """Make the last block of a letter, and that before an enclosure or a postscript, a ``closer`` if it closes it."""
    blocks, out = draft.blocks, list[Placed]()
    is_old = draft.habits.is_titled_as_letter
    next_texts, title, titled = _next_texts(blocks), "", 0
    for index, placed in enumerate(blocks):
        out.append(placed)
        if placed.block.name == "head":
            title, titled = flatten(placed.block.content), index
        if placed.block.name not in ("p", "list"):
            continue
        following = next_texts[index + 1]
        if following == len(blocks) or begins_attachment(blocks, following):
            tail = find_tail(out, recipient_of(title))
            if tail:
                out[-len(tail) :] = close(out[-len(tail) :], tail)
                continue
            below = blocks[index + 1].before if index + 1 < len(blocks) else draft.after
            opening = blocks[titled + 1 : min(index, titled + 1 + _MOST_OPENING)]
            is_at_foot = below != _MARGIN and _ends_prose(out[-2:-1]) and not _is_dated(opening)
            if is_at_foot and (dated := dated_at_foot(placed.block)):
                out[-1] = placed.with_block(dated)
                continue
            if is_old and index and below != "\n" and is_signed_by(placed.block, title):
                out[-1] = placed.with_block(_closer([placed.block]))
                continue
            if below == "" and is_sent_to(placed.block, title):
                continue
            encloses_letter = following < len(blocks) and _begins_letter(blocks[following].block, is_old)
            out[-2:] = _closed(out[-2:], below, encloses_letter)
        elif is_old and is_postscript(blocks[following].block) and _is_closed(placed.block, out[-2:-1]):
            out[-1] = placed.with_block(_closer([placed.block]))
    return draft.with_blocks(out)


def _is_dated(opening: Sequence[Placed]) -> bool:
    """Whether a dateline stands under the title: a second one at the foot is a paragraph, as in the series."""
    blocks = (placed.block for placed in opening if placed.block.name in ("p", "opener", "dateline"))
    return any(_where_and_when(line) for block in blocks for line in lines_of(block.content))


def _ends_prose(above: Sequence[Placed]) -> bool:
    """Whether a text stands above that may not be a name: below one, place and date belong to a signature."""
    return any(
        placed.block.name not in ("head", "opener", "note") and not is_name(plain(placed.block.content))
        for placed in above
    )


def _begins_letter(block: Element, is_old: bool) -> bool:
    """Whether an enclosed letter begins with ``block``: its title, or its marker (in old volumes a paragraph)."""
    return block.name in ("opener", "head") or (is_old and attachment_label(block) is not None)


def _next_texts(blocks: Sequence[Placed]) -> list[int]:
    """Return for each place among ``blocks``, and for their end, where the next one is that is no page break."""
    found = [len(blocks)] * (len(blocks) + 1)
    for index in range(len(blocks) - 1, -1, -1):
        found[index] = found[index + 1] if blocks[index].block.name == "pb" else index
    return found


def _closed(last: Sequence[Placed], below: str, encloses_letter: bool) -> Sequence[Placed]:
    """Return the last one or two blocks of a text with the closer in them.

    ``below`` is the white space after them; ``encloses_letter``: the marker of an enclosure stands there.
    """
    if len(last) < 2 or last[0].block.name == "head":
        return last
    above, placed = last
    if placed.block.name == "list":
        return [above, *_signed_in_list(placed)] if below in ("", "\n") else last
    signed = [above, placed] if _is_signed_above(above, placed) else [placed]
    if below == "\n":
        is_closer = not _is_prose(signed[0].block)
    else:
        is_closer = encloses_letter and _is_closed(signed[0].block) if below else _is_at_end(signed)
    if is_closer:
        closer = signed[0].with_block(_closer([part.block for part in signed]))
        return [closer] if len(signed) > 1 else [above, closer]
    return last


def _is_at_end(signed: Sequence[Placed]) -> bool:
    """Whether the last block of a text is a signature, or to whom it was sent, with the signature above."""
    last = signed[-1].block
    return _is_signature(last) or (len(signed) > 1 and is_addressee(plain(lines_of(last.content)[0])))


def _is_prose(block: Element) -> bool:
    """Whether a sentence stands where a signature would: in copies of texts the margin below it may be lost."""
    lines = [plain(line) for line in lines_of(block.content)]
    signed = lines[_end_of_close(lines) :]
    return bool(signed) and all(map(_PROSE.match, signed))


def _is_signature(block: Element) -> bool:
    lines = _own_lines([plain(line) for line in lines_of(block.content)])
    lines = lines[_end_of_close(lines) :]
    is_table = sum(_FIGURES.search(line) is not None for line in lines) > 1
    return bool(lines) and all(len(line) <= LONGEST for line in lines) and is_name(lines[0]) and not is_table


def _own_lines(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a signature without those that say to whom the letter was sent, and where and when."""
    own = (i for i, line in enumerate(lines) if i and (is_addressee(line) or _where_and_when((line,))))
    return lines[: next(own, len(lines))]


def _is_closed(block: Element, above: Sequence[Placed] = ()) -> bool:
    """Whether ``block`` is a signature for what it says: under a close, or a name in capitals or with initials.

    Where the marker is a paragraph, the margin does not tell.  ``above``: the block over it, which may be the close.
    """
    if any(closes(plain(placed.block.content)) for placed in above) and _is_signature(block):
        return True
    lines = _own_lines([plain(line) for line in lines_of(block.content)])
    end = _end_of_close(lines)
    if end:
        return end < len(lines) and is_name(lines[end])
    return len(lines) == 1 and (is_full_name(lines[0], stop=True) or ("[" in lines[0] and is_name(lines[0])))


def _end_of_close(lines: Sequence[str]) -> int:
    """Return how many of ``lines`` stand above the name."""
    return next((i for i, line in enumerate(lines) if not stands_above_name(line)), len(lines))


def _signed_in_list(placed: Placed) -> list[Placed]:
    """Cut a signature off the last item of a list of labels, whose lines go on without a margin."""
    *rest, item = placed.block.content
    if len(rest) == 1 and _is_initial(rest[0]) and isinstance(item, Element) and names_office(plain(item.content)):
        return [placed.with_block(_closer([Element("p", with_breaks([rest[0].content, *lines_of(item.content)]))]))]
    lines = lines_of(item.content) if isinstance(item, Element) else []
    name = plain(lines[-1]) if len(lines) > 1 else ""
    if not isinstance(item, Element) or not is_name(name) or len(name) > LONGEST:
        return [placed]
    kept = placed.block.containing([*rest, item.containing(with_breaks(lines[:-1]))])
    return [placed.with_block(kept), Placed("\n", _closer([Element("p", lines[-1])]))]


def _is_initial(label: Node) -> TypeGuard[Element]:
    """Whether the label of a list is the initial of whoever signs, over the office: ``G.``"""
    return isinstance(label, Element) and _INITIAL.match(plain(label.content)) is not None


def _is_signed_above(above: Placed, last: Placed) -> bool:
    """Whether the name is in the block above, and ``last`` is the office of whoever signed, or a note of theirs."""
    if above.block.name != "p" or last.before != "\n\n":
        return False
    lines = [plain(line) for line in lines_of(above.block.content)]
    if len(lines) > 1 and not stands_above_name(lines[0]):
        return False
    title = plain(lines_of(last.block.content)[0])
    if is_addressee(title) and len(lines) > 1:
        return is_name(lines[-1])
    return is_full_name(lines[-1], stop=not title.isupper()) and stands_below_name(title)


def _closer(blocks: Sequence[Element]) -> Element:
    """Return the closer that ``blocks`` are: above the signature, the signature, and, in a second block, below it."""
    lines = lines_of(blocks[0].content)
    texts = [plain(line) for line in lines]
    first = _end_of_close(texts)
    above = signature(lines[:first])
    below: Content = tuple(node for block in blocks[1:] for node in block.content)
    if first == len(lines) or is_office(texts[first]) or is_addressee(texts[first]):
        return element("closer", *above, *with_breaks(lines[first:]), *below)
    end = first + len(_own_lines(texts[first:]))
    dated = _where_and_when(lines[first]) if end == first + 1 == len(lines) else None
    name, content = ("dateline", dated) if dated else ("signed", with_breaks(lines[first:end]))
    signed = Element(name, content, blocks[0].attributes)
    return element("closer", *above, signed, *_below_name(lines[end:]), *below)


def _below_name(lines: Sequence[Content]) -> Iterator[Node]:
    """Yield what the lines below the name are: where and when the letter was written, to whom it was sent."""
    for index, line in enumerate(lines):
        dateline = _where_and_when(line)
        if dateline:
            yield Element("dateline", dateline)
        else:
            yield from [element("lb")] if index and not _where_and_when(lines[index - 1]) else []
            yield from line


def _where_and_when(line: Content) -> Content | None:
    """Return a line as the dateline that it is, of a place and a date, or ``None``."""
    dateline = read_dateline(line)
    return dateline.content if dateline and dateline.place and dateline.value else None
