"""The editors' remarks in brackets, and marks of omission: elements around words that stay running text.

Unlike a notice of withheld text, a remark may hold a name, a note or a page break for others to find
(``[Omitted here is discussion of Laos.2]``).  So its element is put *around* it, brackets and all, once breaks and
notes are in their places; writing it back asks for nothing.  ``gap`` is kept for what was not declassified; the other
elements are those of the TEI Guidelines, 3.5:

- ``ellipsis/metamark``: ``[Omitted here is …]``, ``[blank]``, ``[map of Africa]``, ``…`` — content that is left out;
- ``metamark``: ``[checked]`` — a sign on the page;
- ``metamark``: ``[garble]``, ``[illegible]`` — a word that the editors have in place of what cannot be read;
- ``supplied`` with ``@cert``: ``[garble—We?]`` — what they take it to be;
- ``sic``: the word before ``[sic]``, which is a ``metamark``;
- ``supplied``: ``H[enderson]``, ``[and?]``, ``[Footnote in the source text.]``, a signature in brackets — words of the
  editors;
- ``vocal/desc``, ``kinesic/desc``: ``[laughter]``, ``[Chou nods]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from teiconv.grammar.quantities import NUMERAL, dimensions
from teiconv.model import BLOCKS, OBJECT, Content, Element, Node, Span, annotate, element, flatten
from teiconv.regex import regex


class Remark(NamedTuple):
    """A kind of remark: what it looks like in flattened text, and the empty elements around it, outermost first.

    ``hint`` stands in every text that holds it.
    """

    name: str
    pattern: re.Pattern[str]
    mark: Callable[[re.Match[str]], tuple[Element, ...]]
    hint: str = "["


@dataclass(frozen=True, slots=True)
class _Nest(Span):
    """A span with an element in an element around it."""

    inner: Element | None = None

    def over(self, content: Iterable[Node]) -> Element:
        return self.element.containing([self.inner.containing(content)] if self.inner else content)


_REST = r"(?:[^][]++|\[[^][]*+\])*+\]"  # to the closing bracket, over brackets within
_FEW = rf"[^][{OBJECT}]{{0,60}}"
_WHO = r"(?:[A-Z][^\W\d_]*\.? ){0,4}"

_OMITTED = regex(
    r"\[(?=Omitted\b|(?:Here|There) follows?\b"
    rf"|[^][]{{0,200}}?\b(?:(?:here|is|are) omitted|omitted here|not printed here)\b){_REST}"
)
_LACKING = regex(
    r"\[(?:(?:apparent )?omissions?|blank|(?:text|words?|lines?|pages?) missing|missing (?:text|words?|lines?|pages?)"
    rf"|(?:text|names?|words?) deleted)\b{_REST}",
    re.IGNORECASE,
)
_DOTS = regex(
    r"\A\s*+(?:\. ?+){5,}+\s*+\Z|\[ ?(?:…|\.(?: ?\.){2,3}) ?\]"
    r"""|(?<![^\s“‘"(])(?<!\. )(?:…|\.(?: \.){2,3})(?! \.)(?![^\s”’"'),;:?!])"""
)
_PICTURE = regex(
    r"\[(?:hand-?written (?:note|comment|notation|remark)|signature|seal|stamp|(?:map|photo(?:graph)?|picture|chart"
    rf"|diagram|drawing)s?\b|table of)\b{_FEW}\]",
    re.IGNORECASE,
)
_SIGN = regex(rf"\[(?:check(?:ed|s|ed by|[ -]?marks?)|{_WHO}initialed|{_WHO}underlined)\b{_FEW}\]", re.IGNORECASE)
_UNCLEAR = regex(
    rf"\[{_FEW}?\b(?P<why>illegible|[iu]ndecipherable|inaudible|unintelligible|unclear|garbled?)\b"
    rf"(?P<guess> ?[—–-])?{_FEW}\]",
    re.IGNORECASE,
)
_SIC = regex(r"(?<![^\W_])[^\W\d_]{1,40}+(?= \[[Ss]ic\b)")
_SIC_MARK = regex(rf"\[[Ss]ic\b{_FEW}\]")
_PROVENANCE = regex(
    r"\[(?=[^][]{0,40}\b(?:footnotes?|brackets?|ellips[ie]s|emphasis|italics|parenthes[ie]s|underlining)\b"
    rf"[^][]{{0,60}} in (?:the )?(?:source|original)\b){_REST}",
    re.IGNORECASE,
)
_VOCAL = regex(rf"\[{_WHO}(?i:laugh(?:s|ing|ter)?|chuckles?|coughs?|sighs?|applause)\.?\]")
_KINESIC = regex(rf"\[{_WHO}(?i:nods?|nodding|smil(?:es?|ing)|shrugs?|shrugging|gestur(?:es?|ing))\.?\]")
_LETTERS = regex(
    r"\[(?:(?<=[^\W\d_]\[)[a-z’']{1,20}\]|(?<![^\W_]\[)[^\W\d_][a-z’']{0,20}\](?=[a-z]))"  # a sign first: soon found
)
_DOUBTFUL = regex(r"\[ ?[^\W_][\w.’'-]{0,30}(?: [\w.’'-]{1,30}){0,2} ?\?\]")
_PLACE = regex(r"\A\[ ?[A-Z][\w.’' -]{1,40},\]")
_SIGNATURE = regex(rf"\A\[ ?[A-Z][^][]{{1,80}}\](?={OBJECT}*\Z)")
_HOW_MUCH = regex(rf"\b(?:follows?|are|is) (?P<size>{NUMERAL} (?:more )?(?:line|word|paragraph|page|sentence)s?)\b")

_REASONS = {"garble": "garbled", "undecipherable": "illegible", "indecipherable": "illegible"}


def _omitted(match: re.Match[str]) -> tuple[Element, ...]:
    much = _HOW_MUCH.search(match[0])
    return element("ellipsis", **(dimensions(much["size"]) if much else {})), element("metamark", function="omission")


def _unclear(match: re.Match[str]) -> tuple[Element, ...]:
    why = match["why"].lower()
    why = _REASONS.get(why, why)
    is_guess = match["guess"] is not None
    return (element("supplied", reason=why, cert="low") if is_guess else element("metamark", function=why),)


def _remark(name: str, pattern: re.Pattern[str], *elements: Element, hint: str = "[") -> Remark:
    return Remark(name, pattern, lambda match: elements, hint)


_DOTTED = _remark("dots", _DOTS, element("ellipsis"), element("metamark", function="omission"), hint="")

REMARKS = (
    Remark("omission", _OMITTED, _omitted),
    _remark("remark on the source", _PROVENANCE, element("supplied", reason="editorial")),
    _remark("lacking in the source", _LACKING, element("ellipsis"), element("metamark", function="lacking-in-source")),
    _remark("not reproduced", _PICTURE, element("ellipsis"), element("metamark", function="not-reproduced")),
    Remark("unclear", _UNCLEAR, _unclear),
    _remark("sic", _SIC, element("sic"), hint="ic"),
    _remark("mark of sic", _SIC_MARK, element("metamark", function="sic"), hint="ic"),
    _remark("sign on the page", _SIGN, element("metamark", function="sign")),
    _remark("voice", _VOCAL, element("vocal"), element("desc")),
    _remark("gesture", _KINESIC, element("kinesic"), element("desc")),
    _remark("doubtful word", _DOUBTFUL, element("supplied", cert="low")),
    _remark("letters of a word", _LETTERS, element("supplied", reason="omitted-in-original")),
    _remark("place of a dateline", _PLACE, element("supplied", reason="omitted-in-original")),
    _DOTTED,
)
"""All kinds of remarks; of two that meet, the earlier one is taken.  All but the dots have a bracket."""

_OF_SIGNATURE = (*REMARKS, _remark("signature", _SIGNATURE, element("supplied", reason="omitted-in-original")))


def with_remarks(block: Element) -> Element:
    """Return ``block`` with elements around the editors' remarks in it."""
    content = mark_remarks(block.content, block.name)
    return block if content is block.content else block.containing(content)


def mark_remarks(content: Content, block: str = "p") -> Content:
    """Return ``content``, that of a ``block``, with elements around the editors' remarks.

    Its running text stays what it is.  A remark does not reach over a block.  One that would cut an element in two
    stays without markup.
    """
    if not _may_hold_remark(flatten(content)):
        return content
    runs = ((is_block, tuple(run)) for is_block, run in groupby(content, _is_block))
    return tuple(node for is_block, run in runs for node in (run if is_block else _mark(run, block)))


def _may_hold_remark(text: str) -> bool:
    """Tell whether a remark may be in ``text``: most blocks hold none, and are not searched any further."""
    return "[" in text or "…" in text or ". ." in text or ".." in text


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and node.name in BLOCKS


def _mark(content: Content, block: str) -> Content:
    return annotate(content, _spans(flatten(content), _OF_SIGNATURE if block == "signed" else REMARKS))


def _nest(start: int, end: int, elements: tuple[Element, ...]) -> Span:
    outer, *inner = elements
    return _Nest(start, end, outer, inner=inner[0] if inner else None)


def _spans(running: str, remarks: Sequence[Remark]) -> list[Span]:
    """Return the stretches of remarks in order; none overlaps another."""
    taken = bytearray(len(running))
    spans: list[Span] = []
    for remark in remarks:
        if remark.hint not in running:
            continue
        for match in remark.pattern.finditer(running):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append(_nest(start, end, remark.mark(match)))
    return sorted(spans, key=lambda span: span.start)
