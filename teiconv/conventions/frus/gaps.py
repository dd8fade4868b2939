"""Notices of text that was not declassified: ``[2½ lines not declassified]`` ⇄ ``gap``.

A notice says what is withheld and that it is; the grammar is::

    notice   = [withheld] "not declassified" [remark]
    withheld = [amount] noun [more]             "less than 1 line of source text", "name and place"

``@unit``, ``@quantity`` (or ``@atMost``) and ``@extent`` say what is withheld (TEI Guidelines, 3.5.3); the wording,
without its brackets, is the ``desc``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiconv.conventions.frus.pages import PAGE_BREAKS
from teiconv.grammar.notices import missing
from teiconv.grammar.quantities import AMOUNT, dimensions
from teiconv.layout.lines import white_space
from teiconv.layout.notation import Notation, read, write
from teiconv.model import OBJECT, Content, Element, Node, element, flatten, plain
from teiconv.regex import regex

REASON = "not-declassified"
UNBRACKETED = "unbracketed"
"""``gap/@rend`` of a notice that misses a bracket; the one it has, or a parenthesis, stays in the text."""

# “declassified” with its letters doubled, left out or in the wrong order, as misprints have it.
_NOT_DECLASSIFIED = r"\b(?:(?:is|are|was|were)\s)?(?:no[tr]?|nto)\s*(?:yet\s)?d(?:e\s)?[eclasif-]{6,12}d\b"
_WHAT = rf"(?:{AMOUNT}\s*[a-z]{{3,}}|text|names?|places?|initials?|titles?|code-?words?|dates?)"
_MORE = r"(?:[^][().;]|\([^][()]{0,40}\)){0,60}?"
_NOTICE = rf"\b{_WHAT}\b{_MORE}{_NOT_DECLASSIFIED}"

_BRACKETED = regex(r"\[([^][]*+(?:\[Page [^][]{1,20}\][^][]*+)*+)\]")
_HALF_BRACKETED = regex(rf"(?<=[\[(]){_NOTICE}|{_NOTICE}(?=[.,]?[\])])", re.IGNORECASE)
_WITHHELD_DOCUMENT = regex(rf"\[(Sources?:[^][{OBJECT}]++)\]")
_SAYS_SO = regex(_NOT_DECLASSIFIED, re.IGNORECASE)
_LACKS_NOT = regex(rf"\s*({_WHAT}{_MORE}) declassified\s*", re.IGNORECASE)
_REMARK = regex(r"(?:names?|text)(?: and titles?)? deleted\Z|(?:(?:source )?text )?illegible\Z", re.IGNORECASE)
"""``[name deleted]``, ``[illegible]``: :mod:`teiconv.conventions.frus.editorial` reads them."""
_DIVIDED = regex(r"(?<=[a-z])-\n[ \t]*(?=[a-z])")
"""A hyphen and a line end that divide a word."""
_SENTENCE_END = regex(r"[.;]\s|—")


def read_gap(match: re.Match[str]) -> Element | None:
    """Return the ``gap`` for ``[1 line not declassified]``, or ``None`` if the bracket says something else."""
    return None if is_withheld_document(match.string) else _gap(match[1])


def write_gap(gap: Element) -> str | None:
    """Return the notice of a ``gap``: its wording in brackets, nothing where it has none."""
    if gap.get("rend") == UNBRACKETED:
        return None
    wording = _wording(gap)
    return f"[{wording}]" if wording else ""


def read_half_bracketed(match: re.Match[str]) -> Element | None:
    """Return the ``gap`` for ``1 line not declassified)``, a notice with one bracket or with parentheses."""
    return None if is_withheld_document(match.string) else _gap(match[0], rend=UNBRACKETED)


def write_half_bracketed(gap: Element) -> str | None:
    """Return the notice of a ``gap`` that stands in the text without its brackets."""
    return _wording(gap) if gap.get("rend") == UNBRACKETED else None


def gap_over(content: Content) -> Element | None:
    """Return the ``gap`` whose wording is ``content``, with the breaks in it; ``None`` for other words."""
    lines = "".join(
        "\n" if isinstance(node, Element) and node.name == "lb" else "" if isinstance(node, Element) else node
        for node in content
    )
    said = _DIVIDED.sub("", lines).replace("\n", " ")
    attributes = _attributes(said, None)
    return element("gap", element("desc", element("hi", *content)), **attributes) if attributes is not None else None


def is_withheld_document(text: str) -> bool:
    """Whether ``text``, a paragraph or note, stands for a document: ``[Source: A Library. 6 pages not declassified.]``.

    It stays text until the names in it are marked; :func:`with_withheld_document` makes it a ``gap``.
    """
    match = _WITHHELD_DOCUMENT.fullmatch(text)
    return match is not None and withheld(match[1]) is not None


def with_withheld_document(block: Element) -> Element:
    """Return ``block`` as a ``gap`` if it stands for a withheld document: its note of source is the description."""
    first = block.content[0] if block.content else ""
    if block.name not in ("p", "note") or (isinstance(first, str) and not first.startswith("[")):
        return block
    if not is_withheld_document(flatten(block.content)):
        return block
    wording = tuple(_without_brackets(block.content))
    said = _attributes(plain(wording), None) or {}
    return block.containing([element("gap", element("desc", *wording), **said)])


def _without_brackets(content: Content) -> Iterator[Node]:
    """Yield ``content`` without its first and its last character."""
    last = len(content) - 1
    for index, node in enumerate(content):
        if isinstance(node, str):
            yield node[index == 0 : len(node) - (index == last)]
        else:
            yield node


def withheld(wording: str) -> dict[str, str | None] | None:
    """Return the attributes of ``gap`` for the wording of a notice, or ``None`` if it is not one.

    >>> withheld("1 paragraph (7 lines) not declassified")
    {'unit': 'paragraph', 'quantity': '1', 'extent': '(7 lines)'}
    """
    first, *others = _clauses(" ".join(wording.split()))
    if not others:
        return None
    sentence = _SENTENCE_END.split(first)[-1].strip()
    # A notice that stands for a whole document tells its source before its size.
    if sentence != first.strip() and not first[:1].isdigit():
        return {"extent": sentence or None}
    said = dimensions(first.lstrip(" ("))
    more = [said.pop("extent", None), *(clause.strip(" :;,") for clause in others[:-1])]
    return {**said, "extent": "; ".join(filter(None, more)) or None}


def _clauses(wording: str) -> list[str]:
    """Return what stands before each “not declassified”, and the remark after the last."""
    clauses = _SAYS_SO.split(wording)
    lacking = _LACKS_NOT.fullmatch(wording) if len(clauses) == 1 else None
    return [lacking[1], ""] if lacking else clauses


def _gap(wording: str, rend: str | None = None) -> Element | None:
    content = read(wording, PAGE_BREAKS)
    said = plain(content)
    attributes = _attributes(said, rend)
    if attributes is None:
        return None
    inner = content if content == (wording,) else (element("hi", *content),)  # a “desc” may not hold a “pb” itself
    return element("gap", element("desc", *inner), **attributes, rend=rend)


def _attributes(wording: str, rend: str | None) -> dict[str, str | None] | None:
    """Return the attributes of any notice, but for the remarks that the series has without a measure."""
    said = withheld(wording)
    if said is not None:
        return {"reason": REASON, **said}
    return None if rend or _REMARK.match(wording) else missing(wording)


def _wording(gap: Element) -> str:
    descriptions = (child for child in gap.content if isinstance(child, Element) and child.name == "desc")
    return "".join(_text(description.content) for description in descriptions)


def _text(content: Content) -> str:
    """Return the text of ``content`` with the breaks and blanks that stand in it."""
    return "".join(
        node if isinstance(node, str) else white_space(node) or write(node, PAGE_BREAKS) or _text(node.content)
        for node in content
    )


GAP = Notation("notice", "[", _BRACKETED, read_gap, "gap", write_gap)
HALF_BRACKETED_GAP = Notation(
    "half-bracketed notice", "lassi", _HALF_BRACKETED, read_half_bracketed, "gap", write_half_bracketed, _SAYS_SO
)
GAPS = (GAP, HALF_BRACKETED_GAP)
"""All notices of withheld text, in the order of trial."""
READ_BY = frozenset({"frus", "generic"})
"""The names of the conventions that have these notations: in the texts of others, brackets are brackets."""
