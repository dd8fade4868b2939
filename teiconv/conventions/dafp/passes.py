"""The passes of the series: from the paragraphs of a text to its title, source, notes, opener and closer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiconv.conventions.dafp.markings import parse_marking
from teiconv.conventions.dafp.openers import OpenerLine, parse_opener
from teiconv.conventions.dafp.sources import bracket_end, is_source
from teiconv.conventions.dafp.titles import parse_title
from teiconv.layout.lines import LINE_BREAK, Placed
from teiconv.model import Element, Span, annotate, element, flatten
from teiconv.regex import regex
from teiconv.structure.draft import Draft
from teiconv.structure.enclosures import attachment_label
from teiconv.structure.openers import is_salutation
from teiconv.structure.sections import SECTION_TITLE

_RULE = regex(r"\s*_+\s*\Z")
_SIGNED = regex(
    r"(?:\[?(?:Sgd|Signed|\(Sgd\.?\)|\(signed\))\]?:?\s+)?(?=(?:[^a-z]|[Mm]c|[Mm]ac|de |van |von ){3,60}\Z)"
    r"[\[(]?(?:[A-Z][\w.'’\]\[-]*[,.]?\s*){1,6}[\])]?\s*\Z"
)
"""A signature is in capitals: ``S. M. BRUCE``."""
_NO_SIGNATURE = regex(
    r".*(?:\b(?:SECRET|CONFIDENTIAL|ENDS?|BEGINS|ANNEX|ENCLOSURE|APPENDIX|ATTACHMENT|THE|OF|AND|PART)\b|\d)"
)
_EDGE = " ,;[\N{OBJECT REPLACEMENT CHARACTER}"
_HEADING = regex(r" (?=[^\W\da-z_]|[‘“'\"(]?\w)[^|]{2,100}[^.,;:|\s]\Z")
_OPENING = 5
"""Paragraphs below the title among which the opener line stands."""


def read_head(draft: Draft) -> Draft:
    """Make the first paragraph the title if it begins with a number without a full stop: ``7 Ballard to Evatt``."""
    first = draft.blocks[0] if draft.blocks else None
    if first is None or first.block.name != "p" or parse_title(flatten(first.block.content)).number is None:
        return draft
    return draft.with_blocks([first.with_block(Element("head", first.block.content)), *draft.blocks[1:]])


def read_sources(draft: Draft) -> Draft:
    """Make a paragraph that is a bracket citing a file a note that gives the source: ``[AA : A1838, 854/10/4/2, v]``.

    Where the signature stands in the same line, the bracket is a ``bibl`` in it.
    """
    return draft.with_blocks(placed.with_block(_source(placed.block)) for placed in draft.blocks)


def _source(block: Element) -> Element:
    line = flatten(block.content) if block.name == "p" else ""
    if is_source(line):
        return element("note", *block.content, type="source", rend="inline")
    end = bracket_end(line)
    if end is None:
        return block
    cited = Span(line.index("["), end, element("bibl", type="source"))
    return block.containing(annotate(block.content, [cited]))


def read_rules(draft: Draft) -> Draft:
    """Make a rule above the notes an ``fw``; the copy has ``__`` for it."""
    return draft.with_blocks(
        placed.with_block(Element("fw", placed.block.content, (("type", "notes"),)))
        if placed.block.name == "p" and _RULE.match(flatten(placed.block.content))
        else placed
        for placed in draft.blocks
    )


def read_openers(draft: Draft) -> Draft:
    """Make the line below a title with kind, place and date a ``dateline``, and the lines of markings an ``opener``.

    The number of a cable and its kind are a ``seg``; so is each line of markings.  Below an enclosure's title the same
    holds.
    """
    out: list[Placed] = []
    left = 0
    for index, placed in enumerate(draft.blocks):
        block = placed.block
        if block.name == "head" or attachment_label(block):
            left = _OPENING
        elif out and attachment_label(out[-1].block) and _entitles(block, draft.blocks[index + 1 : index + 2]):
            out.append(placed.with_block(Element("head", block.content)))
            continue
        elif left and block.name == "p":
            opened = _opened(block)
            left = left - 1 if opened is not None else 0
            out.append(placed.with_block(opened or block))
            continue
        out.append(placed)
    return draft.with_blocks(out)


def _entitles(block: Element, below: Sequence[Placed]) -> bool:
    """Whether ``block``, below the word ``Enclosure``, is the title of a paper: an opener line stands below it."""
    if block.name != "p" or _is_prose(block) or _opened(block) is not None:
        return False
    following = below[0].block if below else None
    return (
        following is not None
        and following.name == "p"
        and (opened := _opened(following)) is not None
        and (opened.name in ("dateline", "opener"))
    )


def _is_prose(block: Element) -> bool:
    return len(flatten(block.content)) > 120


def _opened(block: Element) -> Element | None:
    """Return ``block`` as what opens a document, or ``None`` if it is text."""
    line = flatten(block.content)
    said = parse_opener(line)
    if said is not None:
        return (
            _dateline(block, line, said) if said.date else element("opener", element("seg", *block.content, type=_KIND))
        )
    if parse_marking(line.replace("\N{OBJECT REPLACEMENT CHARACTER}", " ").rstrip()):
        return element("opener", element("seg", *block.content, type="classification"))
    return element("opener", element("salute", *block.content)) if is_salutation(line) else None


_KIND = "message-number"


def _dateline(block: Element, line: str, said: OpenerLine) -> Element:
    assert said.date is not None
    date = said.date
    spans = [Span(date.start, date.whole_end, element("date", **_attributes(date.whole_value.attributes())))]
    first = min(date.start, said.place[0]) if said.place else date.start
    if said.place:
        spans.append(Span(*said.place, Element("placeName")))
    spans += _segment(line, 0, first, _KIND)
    if said.classification:
        spans += _segment(line, date.whole_end, len(line), "classification")
    return Element("dateline", annotate(block.content, sorted(spans, key=lambda span: span.start)))


def _segment(line: str, start: int, end: int, kind: str) -> Iterator[Span]:
    """Yield the span of what stands between ``start`` and ``end``, the punctuation and the calls around it left out."""
    while start < end and line[start] in _EDGE:
        start += 1
    while start < end and line[end - 1] in _EDGE:
        end -= 1
    if start < end:
        yield Span(start, end, element("seg", type=kind))


def _attributes(values: dict[str, str]) -> dict[str, str | None]:
    return {"from_" if name == "from" else name: value for name, value in values.items()}


def read_quotations(draft: Draft) -> Draft:
    """Make a paragraph whose lines begin with ``>`` a block quotation."""
    return draft.with_blocks(
        placed.with_block(element("quote", Element("p", placed.block.content), rend="blockquote"))
        if placed.block.name == "p" and flatten(placed.block.content).startswith(">")
        else placed
        for placed in draft.blocks
    )


def read_headings(draft: Draft) -> Draft:
    """Mark the titles of sections: later volumes have a blank before them, and no full stop (`` Agriculture``)."""
    return draft.with_blocks(
        placed.with_block(placed.block.having(rend=SECTION_TITLE))
        if placed.block.name == "p" and _HEADING.match(flatten(placed.block.content))
        else placed
        for placed in draft.blocks
    )


def read_closers(draft: Draft) -> Draft:
    """Make a paragraph in capitals below the text a ``closer`` with the signature: ``S. M. BRUCE``.

    Below it stand notes, the source, an enclosure, or nothing.
    """
    blocks = draft.blocks
    return draft.with_blocks(
        placed.with_block(element("closer", Element("signed", placed.block.content)))
        if index > 1 and _is_signature(placed.block) and _ends_part(blocks, index + 1)
        else placed
        for index, placed in enumerate(blocks)
    )


def _is_signature(block: Element) -> bool:
    if block.name != "p":
        return False
    line = flatten(block.content).replace("\N{OBJECT REPLACEMENT CHARACTER}", "").strip()
    return _SIGNED.match(line) is not None and not _NO_SIGNATURE.match(line)


def _ends_part(blocks: Sequence[Placed], start: int) -> bool:
    below = next(
        (
            placed.block
            for placed in (blocks[index] for index in range(start, len(blocks)))
            if placed.block.name not in ("note", "milestone", "fw")
        ),
        None,
    )
    return below is None or attachment_label(below) is not None or _is_signature(below)


def join_broken_lines(draft: Draft) -> Draft:
    """Join the paragraphs of a copy that gives each line as one, and those cut after an abbreviation (``Dr.``)."""
    wrapped = _is_wrapped(draft.blocks)
    groups: list[list[Placed]] = []
    for placed in draft.blocks:
        above = groups[-1][-1] if groups else None
        if above and above.block.name == placed.block.name == "p" and _goes_on(above.block, placed, wrapped):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    return draft.with_blocks(map(_joined, groups))


def _joined(parts: Sequence[Placed]) -> Placed:
    """Return the parts of a paragraph as one, with a line break for each line end between them."""
    first, *others = parts
    content = list(first.block.content)
    for part in others:
        content += [*(LINE_BREAK for _ in part.before), *part.block.content]
    return first.with_block(first.block.containing(content)) if others else first


_WIDEST, _NARROWEST, _FEWEST = 76, 40, 8
_ABBREVIATED = regex(
    r"(?:^|[\s(\N{OBJECT REPLACEMENT CHARACTER}])(?:[A-Z]|Mr|Mrs|Dr|No|Nos|St|Lt|Col|Gen|Capt|Messrs|Sen)\.\Z"
)
_ENDS = regex(r"(?:[.:;?!’'”\")\]]|:\s?[–—-])\s*\Z")


def _is_wrapped(blocks: Sequence[Placed]) -> bool:
    """Whether the paragraphs are the lines of the copy: none is longer than a line, and most are as long as one."""
    lengths = [len(flatten(placed.block.content)) for placed in blocks if placed.block.name == "p"]
    return (
        len(lengths) >= _FEWEST and max(lengths) <= _WIDEST and 2 * sum(n > _NARROWEST for n in lengths) > len(lengths)
    )


def _goes_on(above: Element, placed: Placed, wrapped: bool) -> bool:
    """Whether the paragraph goes on with the sentence above it."""
    if placed.before != "\n\n":
        return False
    text, line = flatten(above.content), flatten(placed.block.content)
    if line.startswith(" ") or text.isupper():
        return False
    if _ABBREVIATED.search(text[-12:]):
        return line[:1].isupper() or line[:1].isdigit()
    width = len(text.replace("\N{OBJECT REPLACEMENT CHARACTER}", "[00]"))
    return wrapped and width > _NARROWEST and not _ENDS.search(text)
