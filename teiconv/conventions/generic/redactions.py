"""What was blacked out or left blank in a paper: ``█████``, ``(3 lines deleted)``, ``(b)(1)``, ``_____`` ⇄ ``gap``.

These are notations of papers outside the series.  What stands in brackets, the series has too
(:mod:`teiconv.conventions.frus.gaps`); but ``[illegible]`` and ``[name deleted]`` are gaps only here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.conventions.frus.gaps import UNBRACKETED, write_gap, write_half_bracketed
from teiconv.grammar.notices import EXEMPTION, exemptions, is_counted, missing
from teiconv.layout.lines import Placed
from teiconv.layout.notation import Notation
from teiconv.model import Content, Element, Node, element, flatten, plain
from teiconv.model.certainty import Certainty
from teiconv.regex import regex
from teiconv.structure.draft import Pass, on_blocks

_BLOCKS = "\N{FULL BLOCK}\N{BLACK SQUARE}"
_STAMP = r"b(?:\([1-9]\)(?:\([A-F]\))?|[1-7][A-F]?)"
"""An exemption as it is stamped into a blank: ``b7C``, ``b(1)``."""
_BLACKED_OUT = regex(rf"[{_BLOCKS}]+(?: [{_BLOCKS}]+)*(?:[ ]?[(\[]?(?:{EXEMPTION}|{_STAMP})[)\]]?)?")
_PARENTHESES = regex(r"(?<=\()[^()\[\]\n]{3,120}(?=\))")
_BRACKETS = regex(r"\[([^()\[\]\n]{3,120})\]")
_OF_A_NAME = regex(r"(?:names?|titles?|sources?|place|address) (?:deleted|withheld|redacted|excised)\Z", re.I)
_CAPITALS = frozenset({"REDACTED", "DELETED", "EXCISED", "WITHHELD", "SANITIZED"})
_GOES_ON = (
    r"(?=(?: \([A-Z/]{1,4}\))? [a-z])"
    r"(?! (?:of|is|are|was|were|and|or|to|in|exempts?|appl\w+|protects?|provides?|requires?)\b)"
)
"""A sentence goes on behind the exemption of whoever it names, and does not speak of the law."""
_CODE = regex(
    rf"(?<=\[)(?:{EXEMPTION})(?:,? (?:{EXEMPTION}))*(?=\])"
    rf"|\A(?:{EXEMPTION})(?:,? (?:{EXEMPTION}))*\Z"
    r"|(?<=[a-z][.!?] )\(b\) ?\([1-9]\)(?: ?\([A-F]\))?(?:,? \(b\) ?\([1-9]\)(?: ?\([A-F]\))?)*\Z"
    r"|(?:(?<=[a-z,] )|(?<=  ))\(b\) ?\([1-9]\)(?: ?\([A-F]\))?(?:,? \(b\) ?\([1-9]\))*(?=[ ,.;]|\Z)"
    rf"|(?<=[a-z][.!?] )\(b\) ?\([1-9]\)(?: ?\([A-F]\))?{_GOES_ON}"
    r"|(?<=\) )\(b\) ?\([1-9]\) [Ss]ec\.? 3\.[3-5]\([a-h]\)(?:\([1-9]\))?(?=[ ,.;]|\Z)"
)
_WITH_STAMP = regex(
    r"(?P<words>.{3,80}?)(?:,| [–—-]|:)? (?P<codes>[Bb][1-7][A-F]?(?:[, /]{1,2}[Bb][1-7][A-F]?){0,3})\Z"
)
"""A notice with the exemption that is stamped beside it: ``redacted B6``."""
_STAMPED = regex(_STAMP, re.I)
_STAMPED_CODES = regex(r"[Bb][1-7][A-F]?(?:(?:,| |, )[Bb][1-7][A-F]?){0,3}\Z")
"""The exemptions that are stamped on the page beside what is cut out of it."""
_IN_BLANK = regex(rf"(?<=\[) ?{_STAMP}(?:,? {_STAMP})* ?(?=\])")
_ENDS_SENTENCE = regex(r"[a-z][.!?] \Z")
"""What stands before the exemptions at the end of a paragraph, which are those of all that is redacted in it."""
_ANY = rf"(?:{EXEMPTION}|b[1-7][A-F]?)"
_ANY_CODE = regex(_ANY)
_BESIDE = regex(rf"\]? {{0,4}}(?P<codes>{_ANY}(?:,? {_ANY})*)(?![\w(])")
"""Exemptions behind what is redacted; ``b7C`` is one only there."""
_OF_A_LAW = regex(
    r"(?:sections?|subsections?|secs?\.|exemptions?|paragraphs?|clauses?|items?|under|and|or|to|in|of|by|see)[, ]*\Z",
    re.I,
)
_BLANK = regex(r"(?<=\w )_{3,}+(?=[ ,.;:)]|\Z)|(?<!_)_{3,}+(?=,? \w)")  # a line drawn with them is tried once
_BLANK_IN_BRACES = regex(r"\{BLANK\}")
_DASHES = regex(r"(?<=[\w.$] )(?:—{3,}|—{2}(?= day\b))(?=[ ,.;:)]|\Z)")
_WHITED_OUT = regex(rf"(?<=\[)[ ]{{2,80}}(?:(?:{EXEMPTION})[ ]*)?(?=\])")
"""Brackets around nothing, as a release leaves them."""


def read_blacked_out(match: re.Match[str]) -> Element:
    """Return the ``gap`` for a row of black blocks; a code of the exemption beside it is its ``@ana``."""
    return _gap(match[0], reason="redacted", ana=exemptions(match[0]) or _stamped(match[0]))


def read_in_parentheses(match: re.Match[str]) -> Element | None:
    """Return the ``gap`` for ``(3 lines deleted)``; in parentheses it must say how much, or be one of few words."""
    is_notice = match[0] in _CAPITALS or _OF_A_NAME.match(match[0]) or is_counted(match[0])
    said = missing(match[0]) if is_notice else None
    return _gap(match[0], **said) if said else None


def read_in_brackets(match: re.Match[str]) -> Element | None:
    """Return the ``gap`` for ``[name deleted]``, ``[redacted B6]``."""
    stamped = _WITH_STAMP.match(match[1])
    said = missing(stamped["words"]) if stamped else missing(match[1])
    if said and stamped:
        said["ana"] = said["ana"] or _stamped(stamped["codes"])
    return element("gap", element("desc", match[1]), **said) if said else None


def read_stamped(match: re.Match[str]) -> Element:
    """Return the ``gap`` for the exemption in a blank: ``[b7C]``."""
    return _gap(match[0], reason="redacted", ana=_stamped(match[0]))


def _stamped(text: str) -> str | None:
    return " ".join(_STAMPED.findall(text)) or None


def read_exemption(match: re.Match[str]) -> Element | None:
    """Return the ``gap`` for a code that stands for what it withholds; in a sentence on a law it is a part of that."""
    if _OF_A_LAW.search(match.string, max(0, match.start() - 14), match.start()):
        return None
    return _gap(match[0], reason="redacted", ana=exemptions(match[0]))


def read_blank(match: re.Match[str]) -> Element:
    """Return the ``gap`` for a blank that the original leaves for a word."""
    return _gap(match[0], reason="blank")


def _gap(wording: str, **attributes: str | None) -> Element:
    return element("gap", element("desc", wording), **attributes, rend=UNBRACKETED)


def name_exemptions(blocks: Sequence[Placed]) -> list[Placed]:
    """Give a gap the exemption that stands on a line of its own in its paragraph: ``(b)(1)``; or below it: ``B6``."""
    made = [placed.with_block(_exempted(placed.block)) for placed in blocks]
    for index, below in enumerate(made[1:]):
        if codes := _codes_stamped(below.block):
            made[index] = made[index].with_block(_with_exemptions_below(made[index].block, codes))
    return made


NAMES_EXEMPTIONS = Pass("exemptions", on_blocks(name_exemptions))


def _exempted(block: Element) -> Element:
    """Return ``block`` with the exemptions named in it; in an item they may stand behind the office at its end."""
    if block.name != "list":
        return _with_exemptions(block)
    return block.containing(
        _with_exemptions(node) if isinstance(node, Element) and node.name == "item" else node for node in block.content
    )


def _with_exemptions(block: Element) -> Element:
    block = _with_exemptions_beside(block)
    content = block.content
    last = len(content) - 1 if block.name == "item" else None
    codes = [index for index, node in enumerate(content) if _is_code_alone(content, index, at_end=index == last)]
    named = " ".join(_gap_at(content, index).get("ana") or "" for index in codes)
    nameless = [i for i, node in enumerate(content) if isinstance(node, Element) and _lacks_exemption(node)]
    if not (codes and nameless):
        return block
    out = list(content)
    for index in nameless:
        out[index] = _gap_at(content, index).having(ana=named)
    for index in codes:
        out[index] = element("metamark", *_wording(_gap_at(content, index)), function="exemption")
    return block.containing(out)


def _codes_stamped(stamp: Element) -> str | None:
    """Return the exemptions that ``stamp`` consists of, as ``@ana`` has them."""
    text = plain(stamp.content).strip() if stamp.name == "fw" and stamp.get("type") == "stamp" else ""
    return text.replace(",", " ") if _STAMPED_CODES.match(text) else None


def _with_exemptions_below(block: Element, codes: str) -> Element:
    """Give the gaps of a paragraph the exemptions that are stamped below it, if they have none."""
    if block.name != "p" or not any(isinstance(node, Element) and _lacks_exemption(node) for node in block.content):
        return block
    return block.containing(
        node.having(ana=" ".join(codes.split()), cert=Certainty.MEDIUM)
        if isinstance(node, Element) and _lacks_exemption(node)
        else node
        for node in block.content
    )


def _with_exemptions_beside(block: Element) -> Element:
    """Give each gap the exemption that stands right behind it: ``[REDACTED] (b)(6)``, ``[      ] b6 b7C``."""
    out: list[Node] = []
    for node in block.content:
        gap = out[-1] if out else ""
        if isinstance(node, str) and isinstance(gap, Element) and _lacks_exemption(gap):
            out[-1:] = _with_exemption(gap, node)
        else:
            out.append(node)
    return block.containing(out) if len(out) != len(block.content) else block


def _with_exemption(gap: Element, below: str) -> list[Node]:
    """Return ``gap`` and the text behind it, the exemptions at the start of which are those of the gap."""
    beside = _BESIDE.match(below)
    if beside is None:
        return [gap, below]
    named = " ".join(found.replace(" ", "") for found in _ANY_CODE.findall(beside["codes"]))
    before, after = below[: beside.start("codes")], below[beside.end("codes") :]
    code = element("metamark", beside["codes"], function="exemption")
    return [gap.having(ana=named), *filter(None, [before]), code, *filter(None, [after])]


def _is_code_alone(content: Content, index: int, *, at_end: bool) -> bool:
    node = content[index]
    if not (isinstance(node, Element) and node.name == "gap" and node.get("ana")):
        return False
    above, below = (content[place] if 0 <= place < len(content) else None for place in (index - 1, index + 1))
    is_above = above is None or _breaks(above) or (isinstance(above, str) and _ENDS_SENTENCE.search(above) is not None)
    return _wording_is_code(node) and (is_above or at_end) and (below is None or _breaks(below))


def _wording_is_code(gap: Element) -> bool:
    return flatten(_wording(gap)).replace(" ", "") == (gap.get("ana") or "").replace(" ", "")


def _breaks(node: Node | None) -> bool:
    return isinstance(node, Element) and node.name in ("lb", "space")


def _lacks_exemption(node: Element) -> bool:
    return node.name == "gap" and node.get("reason") == "redacted" and node.get("ana") is None


def _gap_at(content: Content, index: int) -> Element:
    node = content[index]
    assert isinstance(node, Element)
    return node


def _wording(gap: Element) -> Content:
    return tuple(piece for desc in gap.content if isinstance(desc, Element) for piece in desc.content)


REDACTIONS = (
    *(Notation("blacked out", each, _BLACKED_OUT, read_blacked_out, "gap", write_half_bracketed) for each in _BLOCKS),
    Notation("whited out", "[ ", _WHITED_OUT, read_blacked_out, "gap", write_half_bracketed),
    Notation("notice in brackets", "[", _BRACKETS, read_in_brackets, "gap", write_gap),
    *(
        Notation("exemption in brackets", each, _IN_BLANK, read_stamped, "gap", write_half_bracketed)
        for each in ("[b", "[ b")
    ),
    Notation("notice in parentheses", "(", _PARENTHESES, read_in_parentheses, "gap", write_half_bracketed),
    Notation("exemption", "(", _CODE, read_exemption, "gap", write_half_bracketed),
    Notation("exemption of an order", "X", _CODE, read_exemption, "gap", write_half_bracketed),
    Notation("blank in the original", "___", _BLANK, read_blank, "gap", write_half_bracketed),
    Notation("blank in braces", "{BLANK", _BLANK_IN_BRACES, read_blank, "gap", write_half_bracketed),
    Notation("dashes in the original", "——", _DASHES, read_blank, "gap", write_half_bracketed),
)
"""All of them, in the order of trial."""
