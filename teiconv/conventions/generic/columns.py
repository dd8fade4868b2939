"""Entries side by side: those present in two columns, each under a label with a colon, and a second heading in a line.

A wide gap alone does not part entries, for an office may stand in the second column.  All that begins behind a gap
must read like an entry, and something beyond doubt: a label, somebody with a title, ``The …`` beside ``The …``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from teiconv.conventions.generic.lines import BLANKS, typed
from teiconv.grammar.offices import Use, capitalised
from teiconv.layout.canon import RUN_ON
from teiconv.layout.lines import white_space, with_breaks
from teiconv.model import Content, Element, Node, element, plain
from teiconv.regex import regex
from teiconv.structure.signatures import is_full_name, names_office

_GAP = regex(r" {3,}(?=\S)")
_TITLED = regex(rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Amb|Gen|Adm|Col|Sen|Gov|Sec)\.?|{capitalised(Use.TITLE)}) (?=[A-Z])")
_HOLDER = regex(r"The [A-Z]")
_WITH_INITIALS = regex(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]{2,20},?\Z")
_LONGEST = 50
_LABEL = ":"


class Entry(NamedTuple):
    """What stands in one column, and where it begins; ``further``: in the line in which another stands before it."""

    text: str
    column: int
    further: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it names a group of those below it: ``State:``."""
        return self.text.endswith(_LABEL)

    def item(self) -> Element:
        """Return the ``item`` that it is."""
        return as_group(typed("item", [self.text], rend=RUN_ON if self.further else None))


def as_group(item: Element) -> Element:
    """Return ``item`` with its words as the name of a group, if they are the label of one."""
    is_label = plain(item.content).rstrip().endswith(_LABEL)
    return item.containing([element("seg", *item.content, type="group")]) if is_label else item


def entries(line: str, column: int = 0) -> list[Entry]:
    """Return what the columns of ``line`` hold, which begins at ``column``."""
    text = line.strip(BLANKS)
    start = column + line.index(text)
    gaps = list(_GAP.finditer(text))
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(text)]
    return [Entry(text[a:b], start + a, index > 0) for index, (a, b) in enumerate(zip(starts, ends, strict=True))]


def stand_side_by_side(lines: Sequence[list[Entry]]) -> bool:
    """Whether the columns of ``lines`` hold an entry each, and no office of somebody to the left of it."""
    behind = [(row[0], entry) for row in lines for entry in row[1:]]
    return all(_may_be_entry(entry) for _, entry in behind) and any(_is_entry(*pair) for pair in behind)


def is_group_below(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are those present of further groups: labels in the first line, and people below them."""
    rows = [entries(line) for line in lines]
    first, *below = rows
    are_labels = all(entry.is_label for entry in first) and len(rows) > 1
    return are_labels and all(entry.is_label or _may_be_entry(entry) for row in below for entry in row)


def signers_side_by_side(lines: Sequence[Content]) -> list[Node]:
    """Return the ``signed`` of several who sign in one line, with their offices below; nothing if they do not."""
    if not lines or not all(isinstance(node, str) or node.name == "space" for line in lines for node in line):
        return []
    rows = [entries(text) for line in lines if (text := _typed(line)).strip()]
    names, *below = rows or [[]]
    are_names = len(names) > 1 and all(is_full_name(entry.text, stop=False) for entry in names)
    if not are_names or not all(len(row) <= len(names) and all(map(_is_office, row)) for row in below):
        return []
    signed = (element("signed", entry.text, rend=RUN_ON if entry.further else None) for entry in names)
    offices = [element("seg", *with_breaks([line]), type="office") for line in lines[1:]]
    return [*signed, *offices]


def signers_below_each_other(lines: Sequence[Content]) -> list[list[Content]]:
    """Return the lines of each who signs: ``W. G. ROE,`` over ``J. H. DOE,``, and the office with the last."""
    signed: list[list[Content]] = []
    is_begun = False
    for line in lines:
        text = _typed(line).strip()
        is_name = _WITH_INITIALS.match(text) is not None
        if signed and not (is_name and is_begun):
            signed[-1].append(line)
        else:
            signed.append([line])
        is_begun = is_name and text.endswith(",")
    return signed


def _typed(line: Content) -> str:
    """Return ``line`` with its blanks."""
    return "".join(node if isinstance(node, str) else white_space(node) or "" for node in line)


def _is_office(entry: Entry) -> bool:
    """Whether ``entry`` may be the office below one of several names: short, and no sentence."""
    return len(entry.text) <= _LONGEST and not entry.text.endswith((".", "?", "!", ":"))


def _is_entry(first: Entry, entry: Entry) -> bool:
    """Whether ``entry`` is one by itself beyond doubt, in the line that ``first`` begins."""
    are_offices = _HOLDER.match(entry.text) is not None and _HOLDER.match(first.text) is not None
    return entry.is_label or are_offices or _is_titled(entry.text)


def _may_be_entry(entry: Entry) -> bool:
    text = entry.text
    if len(text) > _LONGEST:
        return False
    is_named = is_full_name(text, stop=False) and not names_office(text)
    return entry.is_label or is_named or _is_titled(text) or _HOLDER.match(text) is not None


def _is_titled(text: str) -> bool:
    """Whether ``text`` is somebody with a title, and no office of two words: ``Deputy Director``."""
    title = _TITLED.match(text)
    return title is not None and not names_office(text[title.end() :])
