"""Typed lines → the content of a block: blanks at the edges of a line are ``space``, a hyphen may divide a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from teiconv.conventions.generic.notations import read
from teiconv.layout.lines import spacing
from teiconv.model import OBJECT, Element, Node, element, flatten, joined
from teiconv.regex import regex

BLANKS = " \t"
FORM_FEED = "\f"
_SHORT, _ENDS = 60, (".", "?", "!", ";", ":")
_ABBREVIATED = regex(r"(?:\b(?:Esq|Jr|Sr|Inc|INC|Ltd|LTD|Co|CO)|\b[A-Z]\. ?[A-Z])\.\Z")
"""What a line of an address may end with that is the end of no sentence: ``Rudolf Roe, Esq.``, ``Washington, D.C.``"""
"""A line of an address is no longer, and ends with none of these."""
_INDENT, _QUOTES = 3, " \t”\"’'"
"""Columns by which the first line of a paragraph is indented, and what may stand after the end of a sentence."""
_NEAR = 4
"""What stands no more lines below goes with what stands above."""
_SENTENCE = 25
"""The last line of a paragraph above an indented one is no shorter."""
_PROSE, _SENTENCE_OF_PROSE = 150, 50
"""A paragraph of that many characters is prose, and one of so many that ends as a sentence does."""
_HELD = regex(r"\(?Held (?:in|at|on)\b.{4,120}\b\d{4}\b.{0,40}\Z")
"""Where and when a meeting was held, below the title of its minutes, and no prose."""
_COLUMN = regex(r"\S {4,}(?=\S)")
_DIVIDED = regex(r"[^\W\d_]-\n[ \t]*[a-zà-ÿ]")


def words_of(line: str) -> str:
    """Return the words of ``line`` with one blank between them, as patterns have it."""
    return " ".join(line.replace(FORM_FEED, " ").split())


def break_between(above: str, below: str) -> list[Node]:
    """Return the line break before a ``seg``, which begins no line by itself, with the blanks beside it."""
    blanks_above, blanks_below = above[len(above.rstrip(BLANKS)) :], below[: len(below) - len(below.lstrip(BLANKS))]
    return [*spacing(blanks_above), element("lb"), *spacing(blanks_below)]


def typed(
    name: str, lines: Sequence[str], furniture: Mapping[int, str] | None = None, **attributes: str | None
) -> Element:
    """Return the block ``name`` that holds ``lines``, without the blanks at its edges.

    ``furniture`` are those of the lines that are page numbers and the like: each is an ``fw`` of that type.
    """
    return element(name, *joined(_content(lines, furniture or {})), **attributes)


def paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch of lines with no empty line between them."""
    start = 0
    for index in range(len(lines) + 1):
        if index == len(lines) or not lines[index].strip(BLANKS):
            if index > start:
                yield start, index
            start = index + 1


def next_line(lines: Sequence[str], start: int) -> str:
    """Return the first line from ``start`` on that shows something, if it is near."""
    return next((line for line in lines[start : start + _NEAR] if line.strip(BLANKS)), "")


def line_above(lines: Sequence[str], index: int) -> str:
    """Return the last line above ``index`` that shows something, if it is near."""
    return next((line for line in reversed(lines[max(0, index - _NEAR) : index]) if line.strip(BLANKS)), "")


def are_short(lines: Sequence[str]) -> bool:
    """Whether all of ``lines`` but the last are as short as those of an address, and end no sentence."""
    shown = [" ".join(line.split()) for line in lines[:-1]]
    return all(len(line) <= _SHORT and (not line.endswith(_ENDS) or _ABBREVIATED.search(line)) for line in shown)


def begins_paragraph(above: str, below: str) -> bool:
    """Whether ``below`` is indented as the first line of a paragraph is, and the sentence above is at its end."""
    indent = len(below) - len(below.lstrip(BLANKS))
    is_indented = indent - (len(above) - len(above.lstrip(BLANKS))) >= _INDENT
    return is_indented and len(above) >= _SENTENCE and above.rstrip(_QUOTES).endswith((".", "?", "!"))


def is_prose(block: Element) -> bool:
    """Whether ``block`` is a paragraph of prose, the blanks between the columns of a form not counted."""
    text = " ".join(flatten(block.content).split()).rstrip(f"{OBJECT} ") if block.name == "p" else ""
    if _HELD.match(text):
        return False
    return len(text) >= _PROSE or (len(text) >= _SENTENCE_OF_PROSE and text.endswith((".", "?", "!", ":")))


def typed_paragraphs(lines: Sequence[str], furniture: Mapping[int, str]) -> list[Element]:
    """Return ``lines`` as paragraphs, with the page numbers and the like among them."""
    return [
        typed("p", lines[start:end], {i - start: furniture[i] for i in range(start, end) if i in furniture})
        for start, end in paragraphs(lines)
    ]


def _content(lines: Sequence[str], furniture: Mapping[int, str]) -> Iterator[Node]:
    last = len(lines) - 1
    for index, line in enumerate(lines):
        text = line.strip(BLANKS)
        start = len(line) - len(line.lstrip(BLANKS))
        if index:
            yield _line_break(lines[index - 1], line)
            yield from spacing(line[:start])
        if text.startswith(FORM_FEED):
            yield element("pb", rend="form-feed")
            below = text[1:].lstrip(BLANKS)
            yield from spacing(text[1 : len(text) - len(below)])
            start, text = start + len(text) - len(below), below
        words = read(text)
        yield from [element("fw", *words, type=furniture[index])] if index in furniture else words
        if index < last:
            yield from spacing(line[start + len(text) :])


def _line_break(above: str, below: str) -> Element:
    """Return the ``lb`` between two lines; after a hyphen that divides a word it does not end one (``break="no"``).

    In two columns, the word goes on in the second.
    """
    divides = _DIVIDED.search(f"{above[-2:]}\n{below}") is not None
    is_in_columns = divides and _COLUMN.search(above) and _COLUMN.search(below)
    return element("lb", **{"break": "no"}) if divides and not is_in_columns else element("lb")
