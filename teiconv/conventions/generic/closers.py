"""The end of a typed letter or memorandum: complimentary close, signature, copies and enclosures, postscript."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from teiconv.conventions.generic.cable_ends import (
    PASSED,
    end_of_cable,
    ends_cable,
    start_of_distribution,
    with_end_apart,
    with_sender_apart,
)
from teiconv.conventions.generic.columns import signers_side_by_side
from teiconv.conventions.generic.marks import MARKINGS
from teiconv.conventions.generic.signed import closer_of, count_above_name, is_close
from teiconv.grammar.offices import Use, capitalised
from teiconv.layout.lines import Placed, lines_of
from teiconv.model import Element, element, flatten, plain
from teiconv.regex import regex
from teiconv.structure.enclosures import attachment_label, begins_attachment
from teiconv.structure.openers import is_salutation
from teiconv.structure.order import ABOVE_TEXT, CLOSES
from teiconv.structure.places import is_place
from teiconv.structure.postscripts import is_postscript
from teiconv.structure.signatures import (
    LONGEST,
    is_addressee,
    is_by_hand,
    is_full_name,
    is_name,
    kind_below_name,
    names_office,
    says_signed,
)
from teiconv.structure.tails import DONE, close, dated_at_foot, find_tail, is_signed_above_date, is_signed_by, writer_of

_ADDRESSEE = regex(
    r"(?:The|His|Her) [A-Z][\w ]{2,50},\Z|To (?:the|His|Her) [A-Z][\w ]{2,50}\.?\Z|H\. ?E\. (?=[A-Z])"
    r"|(?:(?:Al )?(?:Excm?o\.|Excelent[ií]simo|Ilustr[ií]simo) (?:Sr\.|[Ss]eñor)|Al (?:Sr\.|Señor)"
    r"|(?:Ao? )?(?:Exmo\.|Excelent[ií]ssimo) (?:Sr\.|[Ss]enhor)|A (?:Su Excelencia|Sua Excelência|Monsieur)"
    r"|(?:À )?(?:Son|Seine|Sua) (?:Excellence|Exzellenz|Eccellenza)|Herrn)\b"
)
"""To whom a letter goes, below its signature: ``The President,``, ``Al Excelentísimo Señor``"""
_COURTEOUS = regex(r"(?:(?:Mr|Mrs|Ms|Miss|Messrs|Dr)\.?|Señora?|Senhora?|Sra?\.) [A-Z]")
"""Who is named so below a signature did not write the letter, and by itself is whoever signs."""
_POSTED = regex(rf"{capitalised(Use.WRITES)} [A-Z][\w’' -]{{1,40}},\Z")
"""An officer who stands so over a place below a signature is whom the letter goes to: ``Secretary Roe,``"""
_LIST = regex(
    r"(?:Attachment|Enclosure|Encl|Tab)s?(?: \(\d+\))?(?::|\s*(?:\Z|\uFFFC))|Tab [A-Z\d]{1,4}(?: {2,}| ?[-–—:])", re.I
)
"""With what a list of attachments begins: the word alone, or the first of them."""
_MOST_OF_ADDRESS, _MOST_BELOW = 4, 5
"""An address below a note has no more lines; a signature has no more paragraphs below it."""


def find_typed_closers(blocks: Sequence[Placed]) -> list[Placed]:
    """Make the signature at the end of the text, and of each enclosure, a ``closer`` with the lines around it."""
    starts = [index for index in range(1, len(blocks)) if begins_attachment(blocks, index)]
    edges = [0, *starts, len(blocks)]
    return [placed for start, end in pairwise(edges) for placed in _closed(list(blocks[start:end]))]


def _closed(blocks: Sequence[Placed]) -> list[Placed]:
    end = len(blocks)
    while end and _is_passed(blocks[end - 1].block):
        end -= 1
    stop = start_of_distribution(blocks[:end])
    while stop > 1 and (ends_cable(blocks[stop - 1].block) or _is_passed(blocks[stop - 1].block)):
        stop -= 1
    text = with_sender_apart(blocks[:stop])
    index = _find_signature(text)
    tail = find_tail(text, "")
    if DONE in tail or is_signed_above_date(text, tail):  # a treaty, a proclamation, or the minutes of a clerk
        return [*text[: -len(tail)], *close(text[-len(tail) :], tail), *blocks[stop:]]
    has_text = index is None and stop == end and any(map(_is_text, text[:-1]))
    if has_text and (footed := _dated_at_foot(text)):
        below = (placed.with_block(_below_closer(placed.block)) for placed in blocks[end:])
        return [*footed, *below]
    if index is None:
        ended = with_end_apart(_with_lists_below(blocks[:end]))
        is_closed = any(placed.block.name in CLOSES for placed in ended)
        return [
            *ended,
            *(placed.with_block(_below_closer(placed.block)) if is_closed else placed for placed in blocks[end:]),
        ]
    is_signed_above = index > 1 and is_close(text[index - 2].block) and _is_by_hand(text[index - 1].block)
    first = index - 1 if is_signed_above else index
    while first > 1 and (is_close(text[first - 1].block) or _are_signers(text[first - 1].block)):
        first -= 1
    signed = [placed.block for placed in text[index + 1 :]]
    if not any(map(_is_text, text[:first])):
        return list(blocks)
    made = [*closer_of([placed.block for placed in text[first : index + 1]]), *map(_below, signed)]
    ends = (placed.with_block(end_of_cable(placed.block)) for placed in blocks[stop:end])
    below = (placed.with_block(_below_closer(placed.block)) for placed in blocks[end:])
    return [*text[:first], *(Placed("\n\n", block) for block in made), *ends, *below]


def _dated_at_foot(blocks: Sequence[Placed]) -> list[Placed] | None:
    """Return the blocks with the place and the date at their end as ``closer``, to whom the note goes below them."""
    *text, last = blocks
    if dated := dated_at_foot(last.block):
        return [*text, last.with_block(dated)]
    lines = [plain(line).strip() for line in lines_of(last.block.content)] if last.block.name == "p" else []
    is_address = 1 < len(lines) <= _MOST_OF_ADDRESS and all(line.endswith(",") for line in lines[:-1])
    dated = dated_at_foot(text[-1].block) if len(text) > 1 and is_address and is_place(lines[-1].rstrip(".")) else None
    if dated is None:
        return None
    sent_to = element("closer", element("seg", *last.block.content, type="addressee"))
    return [*text[:-1], text[-1].with_block(dated), last.with_block(sent_to)]


def _is_passed(block: Element) -> bool:
    """Whether ``block`` stands below the paper and is no part of it: furniture, a marking, the fields of a database."""
    return block.name in PASSED or (block.name == "list" and block.get("type") == "attributes") or _is_marking(block)


def _is_marking(block: Element) -> bool:
    """Whether ``block`` is the classification of a page, and nothing else."""
    parts = block.content if block.name == "ab" else ()
    return len(parts) == 1 and isinstance(parts[0], Element) and parts[0].get("type") in MARKINGS


def _below_closer(block: Element) -> Element:
    """Return ``block`` as it may stand below a ``closer``: a list, or a marking, is a part of a ``trailer`` there."""
    return element("trailer", block) if block.name == "list" else _marking_below(block)


def _marking_below(block: Element) -> Element:
    return Element("trailer", block.content) if block.name == "ab" else block


def _with_lists_below(blocks: Sequence[Placed]) -> list[Placed]:
    """Return the blocks of a paper that nobody signs with the copies and attachments at its end as ``closer``."""
    first = len(blocks)
    while len(blocks) - first < _MOST_BELOW and first > 1 and _lists_below(blocks[first - 1].block):
        first -= 1
    if not any(map(_is_text, blocks[:first])):
        return list(blocks)
    return [*blocks[:first], *(placed.with_block(_below(placed.block)) for placed in blocks[first:])]


def _lists_below(block: Element) -> bool:
    kind = _kind_below(block)
    return kind in ("copies", "drafting", "downgrading") or (
        kind == "attachments" and bool(_LIST.match(flatten(block.content)))
    )


def _is_text(placed: Placed) -> bool:
    """Whether the block is neither of the opening nor the marker of an enclosure: without text there is no close."""
    return placed.block.name not in ABOVE_TEXT and attachment_label(placed.block) is None


def _find_signature(blocks: Sequence[Placed]) -> int | None:
    index = len(blocks) - 1
    while index > 0 and len(blocks) - index <= _MOST_BELOW and _stands_below(blocks[index].block):
        index -= 1
    title = next((flatten(placed.block.content) for placed in blocks if placed.block.name == "head"), "")
    if index > 0 and (_is_signature(blocks, index) or is_signed_by(blocks[index].block, writer_of(title))):
        return index
    is_alone = index == len(blocks) - 2 and _is_courteous(blocks[-1].block)
    return index + 1 if is_alone and _is_signature(blocks, index + 1) else None


def _is_courteous(block: Element) -> bool:
    return _COURTEOUS.match(plain(block.content).strip()) is not None


def _stands_below(block: Element) -> bool:
    return _is_marking(block) or _kind_below(block) is not None


def _kind_below(block: Element) -> str | None:
    """Return what a paragraph is that may stand under a signature, or ``None``."""
    if block.name != "p":
        return None
    first, *further = [plain(line).strip() for line in lines_of(block.content)]
    if _POSTED.match(first) and len(further) == 1 and is_place(further[0].rstrip(".")) and not names_office(further[0]):
        return "addressee"
    if is_postscript(block):
        return "postscript"
    if _ADDRESSEE.match(first) or _COURTEOUS.match(first) or is_addressee(first):
        return "addressee"
    is_short = len(flatten(block.content)) < 10 * LONGEST
    return kind_below_name(first) if is_short else None


def _is_signature(blocks: Sequence[Placed], index: int) -> bool:
    block = blocks[index].block
    lines = [plain(line).strip() for line in lines_of(block.content)] if block.name == "p" else []
    if _are_signers(block):
        above = next(i for i in range(index, -1, -1) if i == 0 or not _are_signers(blocks[i - 1].block))
        return above > 0 and is_close(blocks[above - 1].block)
    if not lines or max(map(len, lines)) > LONGEST:
        return False
    first = count_above_name(lines)
    name = lines[first]
    is_closed = first > 0 or says_signed(name) or is_close(blocks[index - 1].block)
    return is_name(name) if is_closed else is_full_name(name, stop=len(lines) == 1 and _is_letter(blocks[:index]))


def _are_signers(block: Element) -> bool:
    return block.name == "p" and bool(signers_side_by_side(lines_of(block.content)))


def _is_letter(above: Sequence[Placed]) -> bool:
    """Whether a salutation stands above, after which a name with a full stop is a signature and no sentence."""
    return any(
        placed.block.name in ("ab", "p", "opener") and is_salutation(plain(placed.block.content)) for placed in above
    )


def _is_by_hand(block: Element) -> bool:
    return block.name == "p" and is_by_hand(plain(block.content).strip())


def _below(block: Element) -> Element:
    """Return what stands under a signature as what it is: a ``postscript``, or a ``closer`` of its own."""
    if _is_marking(block):
        return _marking_below(block)
    kind = _kind_below(block)
    if kind == "postscript":
        return element("postscript", block)
    return element("closer", element("seg", *block.content, type=kind))
