"""Openers: the lines between the title of a document and its text.

A dateline stands first below the title, or below the page break under it.  The 1940s volumes put the classification
on the lines after it (``secret``, ``us urgent``), a letter its salutation (``Dear Mr. President:``).  An ``opener``
has no margin: its lines follow each other, and so does what it holds.  What looks like a dateline farther down is
the document's own typing, and a paragraph (frus1969-76ve13, d29) – unless it opens a section, and has no margin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.blocks.datelines import is_place, read_dateline
from teiconv.blocks.placed import Placed
from teiconv.model import Content, Element, Node, flatten, joined, plain

_TITLE, _SECTION, _OPENED, _CLOSED = "title", "section", "opened", "closed"
_LONGEST_LINE = 100

_EXTRACT = re.compile(
    r"\s*\[(?:Extracts?|Enclosures?|Translation|Annex|Paraphrase|Attachment)(?: [\w ]{1,20})?\]\s*", re.I
)
_CLASSIFICATION = re.compile(  # small capitals in print, small letters in the text
    r"""(?: (?: top[ ]secret|secret|confidential|restricted|unclassified|(?:limited[ ])?official[ ]use(?:[ ]only)?
      | eyes[ ]only|plain|personal|us[ ]urgent|(?:most[ ])?urgent|(?:(?:most|operational)[ ])?immediate
      | (?:triple[ ])?priority|rush|niact ) (?:[ ;,–—-]+|\Z) )+""",
    re.X,
)
_RECEIVED = re.compile(r"\s*\[?\s*Received\b.{0,80}\Z", re.I)
_SALUTATION = re.compile(
    r"\s*(?:(?:My )?Dear [^.:;]{1,3}[^:;]{0,70}|(?:Dear )?(?:Sirs?|Madam|Gentlemen)"
    r"|(?:Your )?(?:Excellency|Majesty|Highness)|Mr\. [^.:;]{1,40})[:,]\s*\Z",
    re.I,
)


def find_openers(blocks: Sequence[Placed]) -> list[Placed]:
    """Make what opens the document a ``dateline`` or an ``opener``; everything else stays as it is.

    The title is known by now (it is the first ``head``), and so are the page breaks; notes stand at their calls.
    """
    out = list(blocks)
    titled = any(placed.block.name == "head" for placed in blocks)
    place = _CLOSED if titled else _TITLE
    for index, placed in enumerate(blocks):
        name = placed.block.name
        if name == "head":
            place, titled = (_TITLE if titled else _SECTION), False
        elif name in ("p", "ab"):
            below = blocks[index + 1].before if index + 1 < len(blocks) else None
            opener = _opener(placed, below, place)
            out[index] = placed.with_block(opener) if opener else placed
            place = _OPENED if opener else _CLOSED
        elif name != "pb":
            place = _CLOSED
    return out


def read_opener(block: Element, *, has_margin: bool = True) -> Element | None:
    """Return ``block`` as a ``dateline`` or, where other lines go with it, an ``opener``; ``None`` if it is neither.

    ``has_margin``: blank lines stand around it.  Without margin the name of a place is a dateline.
    """
    lines = _lines(block.content)
    first = next((i for i, line in enumerate(lines) if not _EXTRACT.fullmatch(plain(line))), len(lines))
    found = _read_dateline(lines[first:], has_margin)
    if found is None:
        whole = read_dateline(block.content) if len(lines) == 2 else None  # the date on a line of its own
        return Element("dateline", whole.content, block.attributes) if whole else None
    dateline, rest = found
    if any(len(flatten(line)) > _LONGEST_LINE for line in rest):
        return None
    opener = [
        *(Element("seg", line, block.attributes) for line in lines[:first]),
        Element("dateline", dateline, block.attributes),
        *(_line_element(line, block) for line in rest),
    ]
    return opener[0] if len(opener) == 1 else Element("opener", tuple(opener))


def _opener(placed: Placed, below: str | None, place: str) -> Element | None:
    if place == _CLOSED:
        return None
    has_margin = placed.before != "\n" and below != "\n"
    if place == _OPENED:
        return _further_lines(placed.block) if placed.before == "\n" else None
    if place == _SECTION and has_margin and len(_lines(placed.block.content)) == 1:
        return None
    return read_opener(placed.block, has_margin=has_margin) or _further_lines(placed.block, only_classification=True)


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
    content: tuple[Node, ...] = dateline.content
    while rest and _RECEIVED.match(plain(rest[0])):
        content, rest = (*content, Element("lb"), *rest[0]), rest[1:]
    return content, rest


def _further_lines(block: Element, *, only_classification: bool = False) -> Element | None:
    """Return an ``opener`` if each line of ``block`` is a classification or a salutation, else ``None``."""
    lines = _lines(block.content)
    texts = [plain(line).strip() for line in lines]
    if all(_CLASSIFICATION.fullmatch(t) or (not only_classification and _SALUTATION.match(t)) for t in texts):
        return Element("opener", tuple(_line_element(line, block) for line in lines))
    return None


def _line_element(line: Content, block: Element) -> Element:
    return Element("salute" if _SALUTATION.match(plain(line)) else "seg", line, block.attributes)


def _lines(content: Content) -> list[Content]:
    """Return the lines of a block, without the line breaks between them."""
    lines: list[list[Node]] = [[]]
    for node in content:
        if node == Element("lb"):
            lines.append([])
        else:
            lines[-1].append(node)
    return [joined(line) for line in lines]
