"""Notes → the places that call them.

The text gives the notes in a list at its end; the TEI has each at its call (:mod:`teiconv.notes.calls` finds
that).  A note that nothing calls follows the note before it, with ``anchored="false"``: so the notes in document
order are always the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from teiconv.layout.canon import CANON, Canon, call_form, typed_marker
from teiconv.model import Element, Span, annotate, flatten, rewrite, running_blocks
from teiconv.notes.calls import Call, find_calls


def anchor(div: Element, notes: Sequence[Element], canon: Canon = CANON) -> Element:
    """Return ``div`` with each of ``notes`` at its call.

    ``notes`` are in the order of the list; ``@n`` is the label that the list has for each.  ``canon`` says which form
    of a call needs no word.
    """
    blocks = [running_blocks(block, notes=False) if isinstance(block, Element) else [] for block in div.content]
    texts = [flatten(inner.content) for block in blocks for inner in block]
    if not notes or not texts:
        return div
    words = [flatten(note.content) for note in notes]
    calls = find_calls(texts, [note.get("n") or "" for note in notes], words)
    return _Anchoring([*texts, *words], notes, calls, canon).anchored(div, list(map(len, blocks)))


class _Anchoring:
    """The notes of one document, and the texts that they are called in: those of the blocks, then their own."""

    def __init__(
        self, texts: Sequence[str], notes: Sequence[Element], calls: Sequence[Call | None], canon: Canon
    ) -> None:
        self._texts, self._canon = texts, canon
        self._blocks = len(texts) - len(notes)
        self._notes = notes
        self._groups: dict[int, list[tuple[Call, list[int]]]] = defaultdict(list)
        self._uncalled_first: list[int] = []
        group = self._uncalled_first
        for index, call in enumerate(calls):
            if call is None:
                group.append(index)
            else:
                group = []
                self._groups[call.text].append((call, [index, *group]))
                group = self._groups[call.text][-1][1]

    def anchored(self, div: Element, sizes: Sequence[int]) -> Element:
        """Return ``div`` with the notes in it; ``sizes`` are the numbers of texts in each of its blocks."""
        content = list(div.content)
        first = 0
        for index, (block, size) in enumerate(zip(div.content, sizes, strict=True)):
            if isinstance(block, Element) and not self._places.isdisjoint(range(first, first + size)):
                content[index] = self._with_notes_in(block, first)
            first += size
        return div.containing(content)

    @cached_property
    def _places(self) -> frozenset[int]:
        """The texts in which a note stands."""
        return frozenset([*self._groups, 0] if self._uncalled_first else self._groups)

    def _with_notes_in(self, block: Element, first: int) -> Element:
        """Return ``block``, whose texts count from ``first``, with the notes in it."""
        number = first

        def placed(inner: Element) -> Element:
            nonlocal number
            new = self._with_notes(inner, number)
            if number == 0 and not self._groups.get(0):
                new = new.containing([*new.content, *map(self._uncalled, self._uncalled_first)])
            number += 1
            return new

        return rewrite(block, placed, notes=False)

    def _with_notes(self, block: Element, text: int) -> Element:
        groups = self._groups.get(text)
        if not groups:
            return block
        spans = [self._span(call, members) for call, members in groups]
        if text == 0:  # the first notes, which nothing calls, stand before the first that is called
            at = spans[0].start
            spans = [*(Span(at, at, self._uncalled(index), replaces=True) for index in self._uncalled_first), *spans]
        return block.containing(annotate(block.content, spans))

    def _span(self, call: Call, members: Sequence[int]) -> Span:
        """Return the stretch of a call, with the note that it calls, and those after it that nothing calls."""
        first, *others = members
        followers = tuple(map(self._uncalled, others))
        return Span(call.start, call.end, self._called(call, first), replaces=True, followed_by=followers)

    def _called(self, call: Call, index: int) -> Element:
        """Return note ``index`` as it stands at its call, with the notes that are called from within it."""
        label, form = call_form(self._texts[call.text][call.start : call.end], self._canon)
        note = self._numbered(index, label)
        rend = " ".join(filter(None, (note.get("rend"), form))) or None
        return note.having(n=label, rend=rend, cert=None if call.certain else "medium")

    def _uncalled(self, index: int) -> Element:
        numeral = self._numeral(index)
        return self._numbered(index, numeral).having(n=numeral, anchored="false")

    def _numbered(self, index: int, called: str) -> Element:
        """Return note ``index``; a numeral in the list other than that which it implies is kept in ``@rend``."""
        note = self._with_notes(self._notes[index], self._blocks + index)
        numeral = self._numeral(index)
        implied = called if self._canon.labelled else str(index + 1)
        is_implied = numeral == implied or typed_marker(note) is not None
        return note if is_implied else note.having(rend=f"numeral-{numeral}")

    def _numeral(self, index: int) -> str:
        """Return what note ``index`` is numbered with in the list."""
        label = self._notes[index].get("n") or ""
        return label if self._canon.call == CANON.call else call_form(label, self._canon)[0]
