"""The ``closer`` of a typed letter: the close, who signs, side by side or below each other, and the date below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.conventions.generic.cable_ends import is_below_name, trailer, without_blanks
from teiconv.conventions.generic.columns import signers_below_each_other, signers_side_by_side
from teiconv.layout.lines import lines_of, with_breaks
from teiconv.model import Content, Element, Node, element, plain
from teiconv.structure.datelines import read_dateline
from teiconv.structure.signatures import closes, is_forename, kind_below_name, stands_above_name

_MOST_OF_CLOSE = 4
"""A close has no more lines."""


def closer_of(blocks: Sequence[Element]) -> Iterator[Element]:
    """Yield the ``closer`` that ``blocks`` are, and as a ``trailer`` the end of a cable under the name."""
    *above, signed = blocks
    content: list[Node] = [part for block in above for part in _above_name(block)]
    lines = lines_of(signed.content)
    while len(lines) > 1 and (count := _lines_of_close([plain(line).strip() for line in lines[:-1]])):
        content.append(_close(with_breaks(lines[:count])))
        lines = lines[count:]
    if side_by_side := signers_side_by_side(lines):
        yield element("closer", *content, *side_by_side)
        return
    end = len(lines)
    while end > 1 and is_below_name(lines[end - 1]):
        end -= 1
    dated = read_dateline(lines[end - 1]) if end > 1 else None
    is_initialled = end > 1 and kind_below_name(plain(lines[end - 1])) == "initials"
    names = lines[: end - 1] if dated or is_initialled else lines[:end]
    for own in signers_below_each_other(names):
        content.append(Element("signed", without_blanks(with_breaks(own)), signed.attributes))
    content += [Element("dateline", without_blanks(dated.content))] if dated else []
    yield element("closer", *content)
    if is_initialled:
        yield element("closer", Element("seg", without_blanks(lines[end - 1]), (("type", "initials"),)))
    if end < len(lines):
        yield trailer(lines[end:])


def _above_name(block: Element) -> list[Node]:
    """Return what stands above the last name: signers side by side, a close, a forename by hand."""
    if side_by_side := signers_side_by_side(lines_of(block.content)):
        return side_by_side
    if is_close(block):
        return [_close(block.content)]
    kind = "forename" if is_forename(plain(block.content).strip()) else "signature"
    return [element("seg", *without_blanks(block.content), type=kind)]  # of whoever signs in full below


def _close(content: Content) -> Element:
    """Return a complimentary close as ``salute``, and as a ``seg`` what else stands above a name: ``/s/``."""
    name = "salute" if closes(plain(content).strip()) else "seg"
    return Element(name, without_blanks(content))


def count_above_name(lines: Sequence[str]) -> int:
    """Return how many of ``lines`` stand above the name; a close may go over several: ``I am, Sir,`` ``Your …``."""
    first = 0
    while count := _lines_of_close(lines[first:-1]):
        first += count
    return first


def _lines_of_close(lines: Sequence[str]) -> int:
    """Return how many of ``lines`` are the close that they begin with, the fewest; all but its last have a comma."""
    for count, line in enumerate(lines[:_MOST_OF_CLOSE], start=1):
        if stands_above_name(" ".join(lines[:count])):
            return count
        if not line.endswith(","):
            break
    return 0


def is_close(block: Element) -> bool:
    """Whether ``block`` is a complimentary close, or says for whom somebody signs."""
    return block.name == "p" and stands_above_name(plain(block.content).strip())
