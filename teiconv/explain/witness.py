"""A text as a conversion reads it, with what the machine looked at when it looked for names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from teiconv.conventions.annotators import NAMES, Annotator, Edition
from teiconv.conventions.base import Conventions
from teiconv.convert import document_of, found_by, may_split
from teiconv.document.record import Document
from teiconv.editing.places import Stretch, TextMap
from teiconv.explain.standing import Standings
from teiconv.formats.table import FileDraft
from teiconv.layout.reconcile import NotTheTextError, reconcile
from teiconv.model import Element
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import runs
from teiconv.options import Options
from teiconv.structure.draft import taken

_PERSON = frozenset({"persName"})


@dataclass(frozen=True)
class Witness:
    """A document, and the ``editions`` of its parts (most have one) as they were before names were sought in them."""

    document: Document
    found: FileDraft
    options: Options
    editions: tuple[Edition, ...]

    @property
    def conventions(self) -> Conventions:
        """The conventions by which it was read."""
        return self.found.conventions

    @cached_property
    def standings(self) -> Standings:
        """What stands where in its text."""
        return Standings(self.document.body, self.conventions)

    @property
    def text(self) -> str:
        """Its text, without the white space at its start and end."""
        return self.standings.text

    def place(self, position: int) -> tuple[int, int]:
        """Return line and column in the file of a position in the text."""
        before = self.document.form.start + self.text[:position]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    @cached_property
    def all_tokens(self) -> list[Tokens]:
        """Its running text as names were sought in it."""
        return [Tokens(run) for edition in self.editions for run in runs(edition.body)]

    @cached_property
    def _nameless(self) -> TextMap:
        """The way from its text to its runs."""
        bodies = iter(edition.body for edition in self.editions)
        whole = self.document.body
        if len(self.editions) > 1:
            body = whole.containing(
                next(bodies) if isinstance(node, Element) and node.name == "div" else node for node in whole.content
            )
        else:
            body = next(bodies)
        return TextMap(body, self.conventions.write, self.conventions.canon)

    def stretch(self, start: int, end: int) -> Stretch | None:
        """Return the run of a place in the text, and its characters there."""
        return self._nameless.stretch(start, end)

    def line(self, run: int, position: int) -> int | None:
        """Return the line in the file of a position in a run."""
        for string in self._nameless.strings:
            number, start, end = string.stretch
            if number == run and start <= position < end:
                return self.place(string.start + position - start)[0]
        return None

    def _gives_text_back(self, conventions: Conventions) -> bool:
        draft = self.found.draft
        body = taken(draft, conventions.passes).body
        assert body is not None
        try:
            reconcile(body, draft.text or "", conventions.write, conventions.canon)
        except NotTheTextError:
            return False
        return True

    @property
    def date(self) -> str | None:
        """When it was written, as TEI writes dates."""
        written = self.editions[0].written.date
        return written.begin if written else None

    @cached_property
    def mentions(self) -> dict[str, list[tuple[int, int]]]:
        """Where persons are named by the same words but for any decision, in the order of the runs."""
        document = self._read_again(self.conventions, replace(self.options, decisions=()))
        map_ = TextMap(document.body, self.conventions.write, self.conventions.canon)
        found: dict[str, list[tuple[int, int]]] = {}
        for one in sorted(map_.elements(_PERSON), key=lambda one: one.stretch):
            found.setdefault(" ".join(map_.text[one.start : one.end].split()), []).append((one.start, one.end))
        return found

    def _read_again(self, conventions: Conventions, options: Options) -> Document:
        return document_of(self.found._replace(conventions=conventions), options, several=may_split(options))

    def without(self, *steps: str) -> Standings | None:
        """Return what stands where if the text is read without some passes and annotators.

        ``None`` if the other passes cannot do without them: they do not give the text back.
        """
        conventions = self.conventions.without(*steps)
        if not self._gives_text_back(conventions):
            return None
        return Standings(self._read_again(conventions, self.options).body, conventions)


def read(data: bytes | str, options: Options, name: str) -> Witness:
    """Return a text as a conversion with ``options`` reads it.

    Raises:
        SourceError: it does not decode, holds what XML cannot, or is too large.
    """
    found, hand = found_by(data, options, name)
    seen: list[Edition] = []
    watched = replace(found.conventions, annotators=tuple(_watched(found.conventions, seen)))
    document = document_of(found._replace(conventions=watched), options, hand, several=may_split(options))
    return Witness(document, found, options, tuple(seen))


def _watched(conventions: Conventions, seen: list[Edition]) -> Iterator[Annotator]:
    """Yield the annotators, and before the one that looks for names one that keeps what it is given."""

    def keep(edition: Edition) -> Edition:
        """Keep the edition as it is."""
        seen.append(edition)
        return edition

    for annotator in conventions.annotators:
        if annotator is NAMES:
            yield Annotator("witness", keep)
        yield annotator
