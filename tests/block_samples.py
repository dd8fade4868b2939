"""Samples of single rules of the structure: a text, and the blocks that the rule makes of it, each as XML in a line.

``samples/blocks/RULE.txt`` holds the samples of a rule: ``== NAME``, the text, ``---``, and the blocks.  ``^`` begins a
block that has no blank line above it; ``¶`` is a carriage return.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from trees import head, paragraphs, shown, xml

from teiconv.layout.lines import Placed
from teiconv.model import Element, element
from teiconv.structure.blocks import read_blocks
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


def divided(text: str) -> list[str]:
    """Return what stands in the division that a text is, with the titles of its sections as heads."""
    return [xml(node) for node in divide(below_title(text), with_heads=True).content][1:]


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
    "order": by_blocks(lambda blocks: in_order(find_openers(blocks))),
    "divisions": divided,
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
