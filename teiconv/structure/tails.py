"""The end of a paper in several blocks: ``Done at …``, those who sign, who countersigns, where and when, to whom.

A letter has the one to whom it was sent below its signature, a message its place and date, a treaty above it; each
keeps a blank line to the next.  One line that looks like a name, and nothing beside it, is the matter of
:mod:`teiconv.structure.closers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.lines import Placed, lines_of
from teiconv.model import Content, Element, Node, element, plain
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline
from teiconv.structure.end_dates import read_closing_dateline
from teiconv.structure.postscripts import is_postscript
from teiconv.structure.signature_lines import is_beside_names, is_seal, is_sealed, is_signature, signature
from teiconv.structure.signatures import is_addressee, is_full_name

DONE, SIGNED, DATED, SENT, ADDED = "done", "signed", "dated", "sent", "added"
_MOST_BLOCKS = 8
_LONGEST_ADDRESS = 160
_LONGEST_NAME = 5
_LINES_OF_DATELINE = 2
_TITLES = frozenset("mr mrs messrs sir lord hon the honorable esq prince count earl baron general".split())
_TO = regex(r"[\s\uFFFC](?:à|an|al|to) ")
_OF_WRITER = regex(r"(?:Aufzeichnung|Vermerk) (?:de[rs]|von) ")
"""What the title of a German record begins with, over the name of whoever has written it."""
_WORD = regex(r"[^\W\d_][\w’'-]+")
_HOUSE = regex(
    r"\b(?:Office|Department|Ministry|Embassy|Legation|Headquarters|House|Chambers|Palace|Street|Secretariat),?\Z"
)
"""What a line says that is no name, over a date: ``Privy Council Office,``"""


def find_tail(blocks: Sequence[Placed], recipient: str) -> list[str]:
    """Return what each of the last of ``blocks`` is, in their order; ``recipient`` is to whom the title says it went.

    The list is empty where they are not a signature with something beside it.
    """
    kinds: list[str] = []
    for placed in blocks[:0:-1]:
        kind = _kind(placed.block, kinds, recipient) if len(kinds) < _MOST_BLOCKS else None
        if kind is None or (placed.before != "\n\n" and kind != DONE):
            break
        kinds.insert(0, kind)
        if kind == DONE:
            break
    while kinds and kinds[0] not in (DONE, SIGNED):
        del kinds[0]
    return kinds if SIGNED in kinds and _is_certain(blocks[len(blocks) - len(kinds) :], kinds) else []


def _kind(block: Element, below: Sequence[str], recipient: str) -> str | None:
    """Return what ``block`` is, above blocks that are what ``below`` says."""
    if block.name == "list":
        return SIGNED if not below and _lists_names(block) else None
    if block.name != "p":
        return None
    lines = [plain(line) for line in lines_of(block.content)]
    if SIGNED not in below:
        if is_postscript(block):
            return ADDED
        if _is_addressee(lines, recipient):
            return SENT
        if len(lines) <= _LINES_OF_DATELINE and _is_place_and_date(block.content):
            return DATED
        return SIGNED if is_signature(lines) else None
    if DATED not in below and len(lines) == 1 and read_closing_dateline(block.content) is not None:
        return DONE
    if SENT in below:
        return None
    return SIGNED if is_signature(lines) or all(map(is_seal, lines)) else None


def _is_certain(blocks: Sequence[Placed], kinds: Sequence[str]) -> bool:
    """Whether the signature is one for what stands beside it, and not by itself."""
    if DONE in kinds or SENT in kinds:
        return True
    lines = [plain(line) for placed in blocks for line in lines_of(placed.block.content)]
    if DATED in kinds:
        return is_full_name(lines[0], stop=True)
    return any(is_beside_names(line) or is_sealed(line) for line in lines)


def is_signed_above_date(blocks: Sequence[Placed], kinds: Sequence[str]) -> bool:
    """Whether a paper ends with the name of whoever signs, and below it a town or a house and the date."""
    if list(kinds) != [SIGNED, DATED]:
        return False
    first, *below = [plain(line).strip() for line in lines_of(blocks[-1].block.content)]
    return not below or not is_full_name(first, stop=False) or _HOUSE.search(first) is not None


def _is_place_and_date(content: Content) -> bool:
    dateline = read_dateline(content)
    return dateline is not None and bool(dateline.place and dateline.value)


def _lists_names(block: Element) -> bool:
    items = [node for node in block.content if isinstance(node, Element)]
    return len(items) > 1 and all(item.name == "item" and is_signature([plain(item.content)]) for item in items)


def _is_addressee(lines: Sequence[str], recipient: str) -> bool:
    """Whether ``lines`` say to whom the letter was sent: by their form, or by the name that the title has."""
    line = " ".join(lines)
    if len(line) > _LONGEST_ADDRESS:
        return False
    if is_addressee(line):
        return True
    names = [word.lower() for word in _WORD.findall(line.split(",")[0])]
    known = {word.lower() for word in _WORD.findall(recipient)}
    return 0 < len(names) <= 6 and names[-1] in known - _TITLES and line[:1].isupper()


def dated_at_foot(block: Element) -> Element | None:
    """Return the ``closer`` that the last block of a paper is which nobody signs: a place and a date, ``Done at …``."""
    if block.name != "p" or len(lines_of(block.content)) > _LINES_OF_DATELINE:
        return None
    content = read_closing_dateline(block.content)
    read = read_dateline(block.content) if content is None else None
    if read is not None and read.place and read.value.when is not None and read.value.when.day is not None:
        content = read.content
    return None if content is None else element("closer", Element("dateline", content, block.attributes))


def is_signed_by(block: Element, title: str) -> bool:
    """Whether ``block`` is the name of whoever has written the letter, as its title says, or that and an office."""
    lines = [plain(line) for line in lines_of(block.content)]
    if block.name != "p" or not is_signature(lines):
        return False
    names = [word.lower() for word in _WORD.findall(lines[0])]
    known = {word.lower() for word in _WORD.findall(title.partition(" to ")[0])}
    return 0 < len(names) <= _LONGEST_NAME and names[-1] in known - _TITLES


def is_sent_to(block: Element, title: str) -> bool:
    """Whether ``block`` names no more than to whom the letter was sent, as its title says: nobody signs there."""
    return block.name == "p" and _is_addressee([plain(line) for line in lines_of(block.content)], recipient_of(title))


def writer_of(title: str) -> str:
    """Return the words of a title that say who wrote the paper: ``M. Roe, ambassadeur, | à M. Poe``."""
    if _OF_WRITER.match(title):
        return title
    to = _TO.search(title)
    return title[: to.start()] if to else ""


def recipient_of(title: str) -> str:
    """Return the words of the title of a letter that say to whom it was sent: ``Mr. Bell to | Earl Rothwell``."""
    return title.partition(" to ")[2]


def close(blocks: Sequence[Placed], kinds: Sequence[str]) -> list[Placed]:
    """Return the last blocks of a paper with the ``closer`` and the ``postscript`` in them that they are."""
    closing = [i for i, kind in enumerate(kinds) if kind in (DONE, SIGNED, DATED)]
    parts: list[Node] = [node for i in closing for node in _part(blocks[i].block, kinds[i])]
    out = [blocks[0].with_block(element("closer", *parts))]
    for placed, kind in zip(blocks, kinds, strict=True):
        if kind == SENT:
            out.append(placed.with_block(element("postscript", placed.block)))
        elif kind == ADDED:
            out.append(placed)
    return out


def _part(block: Element, kind: str) -> list[Node]:
    if kind == DONE:
        dateline = read_closing_dateline(block.content)
        return [Element("dateline", dateline or block.content, block.attributes)]
    if kind == DATED:
        read = read_dateline(block.content)
        return [Element("dateline", read.content if read else block.content, block.attributes)]
    if block.name == "list":
        return [element("signed", block)]
    return signature(lines_of(block.content), block.attributes)
