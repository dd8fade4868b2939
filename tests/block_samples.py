"""Samples of single rules: a text, or the content of a ``div`` as XML, and what the rule makes of it, line by line.

``samples/blocks/RULE.txt`` holds the samples of a rule: ``== NAME``, the text, ``---``, and the blocks.  ``^`` begins a
block that has no blank line above it; ``¶`` is a carriage return.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from trees import head, paragraphs, shown, xml

from teiconv.conventions.broken_notices import join_notices
from teiconv.conventions.dafp.notes import find_lists
from teiconv.conventions.frus.editorial import mark_remarks
from teiconv.conventions.frus.gaps import with_withheld_document
from teiconv.conventions.frus.series import NOTATIONS as OF_SERIES
from teiconv.conventions.generic.notations import NOTATIONS as OF_PAPERS
from teiconv.conventions.generic.redactions import name_exemptions
from teiconv.formats.frus.divisions import arranged, read_division
from teiconv.formats.losses import LossCounter
from teiconv.formats.tei.foreign import normalise
from teiconv.formats.tei.read import model_of
from teiconv.formats.tei.site import explicit_breaks
from teiconv.layout.canon import CANON, Canon
from teiconv.layout.lines import Placed, with_breaks
from teiconv.layout.notation import Notation, apply
from teiconv.layout.preserve import preserve
from teiconv.layout.render import render
from teiconv.model import Content, Element, element
from teiconv.structure.blocks import read_blocks
from teiconv.structure.datelines import read_date_time_group, read_dateline
from teiconv.structure.divisions import divide
from teiconv.structure.draft import Draft, Habits
from teiconv.structure.enclosures import find_attachments
from teiconv.structure.headings import join_lists_with_headings
from teiconv.structure.openers import find_openers
from teiconv.structure.order import in_order
from teiconv.structure.quotations import find_quotations
from teiconv.structure.speakers import mark_speakers
from teiconv.structure.tables import free_tables
from teiconv.structure.unmarked import split_unmarked

FOLDER = Path(__file__).parent / "samples" / "blocks"
SEPARATOR = "---"


class Sample(NamedTuple):
    """A text, and what a rule should make of it."""

    rule: str
    name: str
    text: str
    blocks: list[str]


def page_break(line: str) -> Element | None:
    return element("pb", n=line[6:-1]) if line.startswith("[Page ") else None


def lines(text: str) -> list[str]:
    """Return the blocks that the lines of ``text`` are, each with the white space above it if that is odd."""
    usual = {"": "", "\n\n": "", "\n": "^"}
    found = read_blocks(text.replace("¶", "\r"), page_break)
    return [usual.get(placed.before, repr(placed.before)) + xml(placed.block) for placed in found]


def below_title(text: str, title: str = "Letter") -> list[Placed]:
    """Return a title with the blocks of ``text`` below it."""
    first, *others = read_blocks(text, page_break) if "  • " in text or "\t\t" in text else paragraphs(text)
    return [head(title), Placed("\n\n", first.block), *others]


def by_draft(find: Callable[[Draft], Draft], habits: Habits | None = None) -> Callable[[str], list[str]]:
    return lambda text: shown(find(Draft(tuple(below_title(text)), habits=habits or Habits())).blocks)[1:]


def by_blocks(find: Callable[[list[Placed]], list[Placed]], title: str = "Letter") -> Callable[[str], list[str]]:
    return lambda text: shown(find(below_title(text, title)))[1:]


def line_by_line(change: Callable[[Content], Content]) -> Callable[[str], list[str]]:
    """Apply a rule to each line by itself; `` / `` is a line break in it."""

    def made(text: str) -> list[str]:
        contents = (with_breaks([(part,) for part in line.split(" / ")]) for line in text.splitlines())
        return ["".join(map(xml, change(content))) for content in contents]

    return made


def dated(text: str) -> list[str]:
    """Return each line as the dateline that it is, with the place that it names; `` / `` is a line break in it."""

    def made(content: Content) -> Content:
        found = read_date_time_group(content) or read_dateline(content)
        return (*found.content, f" = {found.place}") if found else ("none",)

    return line_by_line(made)(text)


def notations(known: Sequence[Notation]) -> Callable[[Content], Content]:
    return lambda content: apply(Element("p", content), known).content


def listed(text: str) -> list[str]:
    """Return each note that is listed in an Australian document, with its paragraphs between strokes."""
    found = text.split("\n\n")
    return [
        f"{note.label}: " + " | ".join(found[piece.paragraph][piece.start : piece.end] for piece in note.pieces)
        for section in find_lists(found)
        for note in section.notes
    ]


def divided(text: str) -> list[str]:
    """Return what stands in the division that a text is, with the titles of its sections as heads."""
    return [xml(node) for node in divide(below_title(text), with_heads=True).content][1:]


def tree(content: str) -> Element:
    names = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"'
    return model_of(etree.fromstring(f"<div {names}>{content}</div>"))


def ordered(content: str) -> list[str]:
    return [xml(placed.block) for placed in in_order([Placed("\n\n", block) for block in elements(tree(content))])]


def elements(node: Element) -> list[Element]:
    return [child for child in node.content if isinstance(child, Element)]


def by_tree(change: Callable[[Element], Element]) -> Callable[[str], list[str]]:
    return lambda content: [xml(change(tree(content)))]


def read_back(node: Element) -> Element:
    inner = (read_back(child) if isinstance(child, Element) else child for child in node.content)
    return read_division(node.containing(inner))


def rendered(canon: Canon) -> Callable[[str], list[str]]:
    return lambda content: render(tree(content), canon=canon).replace("\r", "¶").split("\n")


BRACKETED = Canon(call="[{}]", marker="[{}] ", labelled=True, indented=False)
CLOSE = Canon(marker="{} ", indented=False, apart=False)
RULES: dict[str, Callable[[str], list[str]]] = {
    "lines": lines,
    "enclosures": by_draft(find_attachments),
    "enclosures below a file number": by_draft(find_attachments, Habits(has_file_number=True)),
    "unmarked enclosures": by_blocks(lambda blocks: split_unmarked(blocks, ends_with_stop=True)),
    "quotations": by_draft(find_quotations),
    "quotations below a file number": by_draft(find_quotations, Habits(has_file_number=True)),
    "headings": by_blocks(join_lists_with_headings),
    "openers": by_blocks(find_openers),
    "tables": by_blocks(free_tables),
    "speakers": by_blocks(mark_speakers),
    "order": ordered,
    "divisions": divided,
    "datelines": dated,
    "notes of Australian documents": listed,
    "notices of the series": line_by_line(notations(OF_SERIES)),
    "notices of papers": line_by_line(notations(OF_PAPERS)),
    "notices over lines": line_by_line(
        lambda content: join_notices([Placed("", Element("p", content))])[0].block.content
    ),
    "exemptions": line_by_line(
        lambda content: name_exemptions([Placed("", Element("p", notations(OF_PAPERS)(content)))])[0].block.content
    ),
    "withheld documents": line_by_line(lambda content: (with_withheld_document(Element("p", content)),)),
    "remarks": line_by_line(mark_remarks),
    "remarks in signatures": line_by_line(lambda content: mark_remarks(content, "signed")),
    "breaks of the site": by_tree(explicit_breaks),
    "tei of others": by_tree(normalise),
    "divisions as the series has them": by_tree(lambda div: arranged(div, LossCounter())),
    "divisions read from the series": by_tree(read_back),
    "white space that is kept": by_tree(preserve),
    "canonical form": rendered(CANON),
    "canonical form with numerals in brackets": rendered(BRACKETED),
    "canonical form with notes close together": rendered(CLOSE),
}


def samples() -> Iterator[Sample]:
    """Yield all samples, in the order of the files."""
    for rule in RULES:
        for sample in (FOLDER / f"{rule}.txt").read_text(encoding="utf-8").split("== ")[1:]:
            name, _, rest = sample.partition("\n")
            text, _, blocks = rest.partition(f"\n{SEPARATOR}\n")
            yield Sample(rule, name, text, blocks.strip("\n").splitlines())


def write() -> None:
    """Write what the rules make of the samples now."""
    found = list(samples())
    for rule, make in RULES.items():
        told = [
            f"== {sample.name}\n{sample.text}\n{SEPARATOR}\n" + "".join(f"{block}\n" for block in make(sample.text))
            for sample in found
            if sample.rule == rule
        ]
        (FOLDER / f"{rule}.txt").write_text("\n".join(told), encoding="utf-8")
