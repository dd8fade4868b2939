"""Openers: the lines between the title of a document and its text.

A dateline stands first below the title, or below the page break under it.  The 1940s volumes put the classification
on the lines after it (``secret``, ``us urgent``), a letter its salutation (``Dear Mr. President:``).  An ``opener``
has no margin: its lines follow each other, and so does what it holds.  What looks like a dateline farther down is
the document's own typing, and a paragraph (frus1969-76ve13, d29) – unless it opens a section, and has no margin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from teiconv.grammar.markings import CUT_SHORT, LEVELS, URGENCY, pattern
from teiconv.layout.canon import is_source_line
from teiconv.layout.lines import LINE_BREAK, Placed, lines_of, with_breaks
from teiconv.model import Content, Element, Node, flatten, plain
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline
from teiconv.structure.end_dates import mark_date_at_end
from teiconv.structure.letters import entitles_letter
from teiconv.structure.places import is_place

_TITLE, _SECTION, _OPENED, _CLOSED = "title", "section", "opened", "closed"
_LONGEST_LINE = 60
_NUMBER = r"(?:(?:F\.[ ]?O\.,?[ ]?)?No\.|Serial(?:[ ]No\.)?|Nos\.)[ ]?\d{1,5}[½]?[A-Z]?"
_REGISTER = r"(?:J(?:ournal|\.)?[ ]?(?:Nr|No)\.|Ref(?:erence)?\.?(?:[ ]No\.)?:?)[ ]?[A-Z]{0,3}[ ]?\d[\d/.-]{0,19}"
"""The number that a foreign office or an embassy gives: ``J. Nr. A 4512``, ``Ref: 1202/14/48``"""
_ABOVE_DATELINE = regex(  # “[Telegram.]”, “(Extract.)”, “[Circular—Confidential.]”, “No. 45.]”, “Serial 672.]”
    rf"""\s*[\[(](?:Circular|Confidential|Extracts?|Enclosures?|Inclosures?|Translation|Annex|Paraphrase|Attachment
      |Personal|Private|Telegram|Telegraphic|Cablegram|Copy)(?:[ .,:—–-][\w .,:—–-]{{0,40}})?[\])]\.?(?:[ ][PRD]\.)?\s*
    | \s*[\[(]?{_NUMBER}(?:[ ,-][\w ,-]{{1,20}})?\.?(?:[ ](?:Confidential|Private|Official|Extra\ official)\.?)?[\])]\s*
    | \s*\[?(?:Confidential|Informal|Official|Personal|Private|Unofficial|Circular)\.?\]\s*
    | \s*{_REGISTER}\.?\s*
    | \s*No\.[ ]\d{{1,5}}\.?\s*""",
    re.I | re.X,
)
_NUMBER_BELOW = regex(rf"\s*(?:\[?{_NUMBER}\.?\]|{_REGISTER}\.?|No\.[ ]\d{{1,5}}\.?)\s*", re.I | re.X)
"""The number of a despatch below its dateline, as some volumes of the 1880s to 1910s have it."""
_LINES_OF_DATELINE = 3
"""An embassy and its place may have lines of their own (``Legation of the United States,`` over ``Paris, May 3``)."""
_CLASSIFICATION = regex(  # small capitals in print, small letters in the text
    rf"(?:(?:{pattern((*LEVELS, *CUT_SHORT, *URGENCY))}|eyes only|plain|personal)(?:[ ;,–—-]+|\Z))+"
)
_RECEIVED = regex(r"\s*[\[(]?\s*(?:Received|Rec[’']d)\b.{0,80}\Z", re.I)
_RECEIVED_ALONE = regex(r"[\[(](?:Received|Rec[’']d)\b[^\[\]()]{1,80}[\])]\.?\s*\Z", re.I)
"""The date of receipt in a block of its own, below the dateline."""
_SALUTATION = regex(
    r"\s*(?:(?:My )?Dear [^.:;]{1,3}[^:;]{0,70}|(?:Dear )?(?:Sirs?|Madam|Gentlemen)"
    r"|(?:My Lord|Monsieur|Messieurs|Señor|Excellence|Excelencia)(?: [^.:;]{1,60})?"
    r"|(?:Your )?(?:Excellency|Majesty|Highness)|Mr\. [^.:;]{1,40})[:,]\s*\Z",
    re.I,
)
_GREETS = regex(
    r"(?:(?:My )?(?:Dear )?(?:Sirs?|Madam|Gentlemen|Lord|Mr\.|General|Monsieur|Señor|Colleague)|(?:Your )?Excellency"
    r"|(?:Your|Great and Good) \w+)[^:]{0,60}: ?\S",
    re.I,
)
"""A salutation with which the first paragraph begins (``Sir: I have the honor …``)."""


def find_openers(blocks: Sequence[Placed]) -> list[Placed]:
    """Make the lines that open the document a ``dateline`` or an ``opener``.

    The title is known by now (it is the first ``head``), and so are the page breaks; notes stand at their calls.
    """
    out: list[Placed] = []
    titled = any(placed.block.name == "head" for placed in blocks)
    where = _CLOSED if titled else _TITLE
    for index, placed in enumerate(blocks):
        name = placed.block.name
        if name == "head":
            where = _TITLE if titled or entitles_letter(plain(placed.block.content)) else _SECTION
            titled = False
        elif name in ("p", "ab") and where != _CLOSED:
            below = blocks[index + 1].before if index + 1 < len(blocks) else None
            opened = _open(placed, below, where)
            if not (where == _TITLE and _is_above_dateline(opened[0])):
                where = _OPENED if len(opened) == 1 and opened[0].name != name else _CLOSED
            out += [Placed("\n" if part else placed.before, block) for part, block in enumerate(opened)]
            continue
        elif name == "opener":
            where = _SECTION
        elif where != _CLOSED and name != "pb" and not is_source_line(placed.block):
            where = _CLOSED
        out.append(placed)
    return out if any(_has_dateline(placed.block) for placed in out) else _with_date_in_title(out)


def _has_dateline(block: Element) -> bool:
    return block.name == "dateline" or any(
        isinstance(node, Element) and node.name == "dateline" for node in block.content
    )


def _with_date_in_title(blocks: Sequence[Placed]) -> list[Placed]:
    """Mark the place and the date in the title of a document that has no dateline."""
    out = list(blocks)
    index = next((i for i, placed in enumerate(out) if placed.block.name == "head"), None)
    if index is not None:
        head = out[index].block
        out[index] = out[index].with_block(head.containing(mark_date_at_end(head.content)))
    return out


def read_opener(block: Element, *, has_margin: bool = True) -> tuple[Element, ...] | None:
    """Return ``block`` as a ``dateline`` or, where other lines go with it, an ``opener``; ``None`` if it is neither.

    Lines that do not belong to the opener are left as a second block.  ``has_margin``: blank lines stand around the
    block; without, the mere name of a place is a dateline.
    """
    lines = lines_of(block.content)
    first = next((i for i, line in enumerate(lines) if not stands_above_dateline(plain(line))), len(lines))
    found = _read_dateline(lines[first:], has_margin) or _read_long_dateline(lines[first:])
    if found is None:
        return None
    dateline, below = found
    belonging = next((i for i, line in enumerate(below) if not _goes_with_dateline(plain(line).strip())), len(below))
    parts = [
        *(Element("seg", line, block.attributes) for line in lines[:first]),
        Element("dateline", dateline, block.attributes),
        *(_line_element(line, block) for line in below[:belonging]),
    ]
    opener = parts[0] if len(parts) == 1 else Element("opener", _one_a_line(parts))
    left = below[belonging:]
    return (opener, block.containing(with_breaks(left))) if left else (opener,)


def is_salutation(line: str) -> bool:
    """Whether ``line`` is the salutation of a letter: ``Dear Mr. President:``."""
    return _SALUTATION.match(line) is not None


def greets(line: str) -> bool:
    """Whether ``line`` is or begins with a salutation: ``SIR: I have the honor …``; not ``Mr. Roe: …``, a speaker."""
    greeting, colon, sentence = line.partition(":")
    return is_salutation(line if not sentence.strip() or greeting.startswith("Mr.") else greeting + colon)


def holds_salute(block: Element) -> bool:
    """Whether ``block`` is an ``opener`` in which the salutation of a letter was found."""
    return block.name == "opener" and any(isinstance(node, Element) and node.name == "salute" for node in block.content)


def opens_letter(block: Element) -> bool:
    """Whether ``block`` is what stands between the title of a letter and its text: number, dateline, salutation."""
    return (
        read_opener(block) is not None
        or read_lines_above_dateline(block) is not None
        or is_salutation(plain(block.content))
        or _GREETS.match(flatten(block.content)) is not None
    )


def is_opener_line(line: str) -> bool:
    """Whether ``line`` may stand in an opener, to judge by itself: a dateline, a classification, a salutation."""
    return read_opener(Element("p", (line,))) is not None or _goes_with_dateline(line.strip())


def opens_paper(lines: Sequence[Content]) -> bool:
    """Whether ``lines`` are all of them such as open a paper: number, place, date, salutation."""
    block = Element("p", with_breaks(lines))
    opened = read_opener(block, has_margin=False)
    if opened is not None:
        return len(opened) == 1
    return all(stands_above_dateline(plain(line)) or _goes_with_dateline(plain(line).strip()) for line in lines)


def _is_above_dateline(block: Element) -> bool:
    """Whether ``block`` is an opener of lines such as ``[Telegram.]``, below which the dateline stands."""
    segments = [node for node in block.content if isinstance(node, Element) and node.name != "lb"]
    return block.name == "opener" and all(stands_above_dateline(plain(node.content)) for node in segments)


def stands_above_dateline(line: str) -> bool:
    """Whether a line may stand above a dateline: a number, a remark in brackets, a classification."""
    return _ABOVE_DATELINE.fullmatch(line) is not None or _is_classification(line.strip())


def read_lines_above_dateline(block: Element) -> Element | None:
    """Return ``block`` as an ``opener`` if all its lines are such as stand above a dateline: ``[Telegram.]``."""
    lines = lines_of(block.content)
    if not all(_ABOVE_DATELINE.fullmatch(plain(line)) for line in lines):
        return None
    return Element("opener", _one_a_line([Element("seg", line, block.attributes) for line in lines]))


def _open(placed: Placed, below: str | None, where: str) -> tuple[Element, ...]:
    """Return the block, or what it is where it opens the document; ``below`` is the white space after it."""
    block = placed.block
    unchanged = (block,)
    has_margin = placed.before != "\n" and below != "\n"
    if where == _OPENED and _RECEIVED_ALONE.match(flatten(block.content)):
        return (Element("opener", (Element("seg", block.content, block.attributes),)),)
    if where == _OPENED:
        return unchanged if placed.before != "\n" else _read_further_lines(block, _goes_with_dateline) or unchanged
    if where == _SECTION and has_margin and len(lines_of(block.content)) == 1:
        return unchanged
    belongs = stands_above_dateline if where == _TITLE else _is_classification
    return read_opener(block, has_margin=has_margin) or _read_further_lines(block, belongs) or unchanged


def _read_further_lines(block: Element, belongs: Callable[[str], bool]) -> tuple[Element, ...] | None:
    """Return an ``opener`` without dateline if all lines of ``block`` are such as may stand in it, else ``None``."""
    lines = lines_of(block.content)
    if not all(belongs(plain(line).strip()) for line in lines):
        return None
    return (Element("opener", _one_a_line([_line_element(line, block) for line in lines])),)


def _is_classification(line: str) -> bool:
    return line == line.lower() and _CLASSIFICATION.fullmatch(line) is not None


def _goes_with_dateline(line: str) -> bool:
    """Whether a line below a dateline is part of the opener; what is in small letters was in small capitals."""
    if (line == line.lower() and len(line) <= _LONGEST_LINE) or _NUMBER_BELOW.fullmatch(line):
        return True
    return _CLASSIFICATION.fullmatch(line.lower()) is not None or _SALUTATION.match(line) is not None


def _line_element(line: Content, block: Element) -> Element:
    return Element("salute" if _SALUTATION.match(plain(line)) else "seg", line, block.attributes)


def _one_a_line(parts: Sequence[Element]) -> Content:
    """Put a line break between one ``seg`` and the next, as the official volumes do: it begins no line by itself."""
    out: list[Node] = []
    for part in parts:
        if part.name == "seg" and out and isinstance(out[-1], Element) and out[-1].name == "seg":
            out.append(LINE_BREAK)
        out.append(part)
    return tuple(out)


def _read_dateline(lines: Sequence[Content], has_margin: bool) -> tuple[Content, Sequence[Content]] | None:
    """Return the marked-up dateline that ``lines`` begin with, and the lines after it."""
    if not lines:
        return None
    dateline, rest = read_dateline(lines[0]), lines[1:]
    if dateline is None:
        text = flatten(lines[0])
        if has_margin or rest or len(text.split()) > 3 or text.isupper() or not is_place(text):
            return None
        return (Element("placeName", lines[0]),), rest
    return _with_receipt(dateline.content, rest)


def _with_receipt(dateline: Content, rest: Sequence[Content]) -> tuple[Content, Sequence[Content]]:
    """Return the dateline with the lines below it that say when it was received, and the lines after these."""
    while rest and _RECEIVED.match(plain(rest[0])):
        dateline, rest = (*dateline, LINE_BREAK, *rest[0]), rest[1:]
    return dateline, rest


def _read_long_dateline(lines: Sequence[Content]) -> tuple[Content, Sequence[Content]] | None:
    """Return the dateline that several of ``lines`` are together, and the lines after it."""
    for count in range(2, min(len(lines), _LINES_OF_DATELINE) + 1):
        above = flatten(lines[count - 2]).rstrip()
        if len(above) > _LONGEST_LINE or not (above.endswith(",") or len(lines) == 2):
            return None
        dateline = read_dateline(with_breaks(lines[:count]))
        if dateline is not None:
            return _with_receipt(dateline.content, lines[count:])
    return None
