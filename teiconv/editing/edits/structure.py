"""Blocks that are of another kind, and notes that are called elsewhere → decisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from teiconv.editing.edits.words import numbered, placed
from teiconv.editing.places import TextMap
from teiconv.editing.vocabulary import BLOCKS
from teiconv.model import Element, descendants, plain
from teiconv.model.decision import NOTHING, Decision, Kind
from teiconv.structure.sections import SECTION_TITLE

_KINDS = {element: kind for kind, element in BLOCKS.items()}
_WORD_BEFORE = re.compile(r"\S+\s?\Z")


def changed_blocks(before: Element, after: Element) -> Iterator[Decision]:
    """Yield a decision for each block that is of another kind in ``after``."""
    old, new = _blocks(before), _blocks(after)
    for said, kind in new.items():
        if said in old and old[said] != kind:
            yield Decision(Kind.BLOCK, words=said, values=(("is", kind),))


def _blocks(body: Element) -> dict[str, str]:
    """Return what each block is by what it says; blocks that say the same are left out."""
    found = [(said, _kind(node)) for node in descendants(body) if node.name in _KINDS and (said := _says(node))]
    count = Counter(said for said, _ in found)
    return {said: kind for said, kind in found if count[said] == 1}


def _says(node: Element) -> str:
    return " ".join(plain(node.content).split())


def _kind(node: Element) -> str:
    return _KINDS["head"] if node.get("rend") == SECTION_TITLE else _KINDS[node.name]


def changed_calls(before: TextMap, after: TextMap) -> Iterator[Decision | str]:
    """Yield a decision for each note that is called elsewhere in ``after``."""
    old, new = _calls(before), _calls(after)
    for label, (start, end) in new.items():
        if label in old and old[label] != (start, end):
            is_called = end > start
            at = (start, end) if is_called else old[label]
            text = after.text
            word = _WORD_BEFORE.search(text, max(0, at[0] - 100), at[0])
            begin = word.start() if word else at[0]
            decision = Decision(Kind.CALL, values=(("is", label if is_called else NOTHING),))
            where = numbered(placed(decision, text, begin, at[1]))
            yield where or f"the call of note {label} cannot be named by its words"


def _calls(text: TextMap) -> dict[str, tuple[int, int]]:
    """Return where each note is called, by its label; labels that two notes have are left out."""
    notes = [one for one in text.elements(frozenset({"note"})) if isinstance(one.node, Element)]
    labels = Counter(one.node.get("n") for one in notes if isinstance(one.node, Element))
    return {
        label: (one.start, one.end)
        for one in notes
        if isinstance(one.node, Element) and (label := one.node.get("n") or "") and labels[label] == 1
    }
