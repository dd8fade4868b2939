"""An edited TEI file → the decisions that make it again of its text, and what none can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from teiconv.convert import document_of, found_by
from teiconv.document.record import Document
from teiconv.editing.edits.differences import differences, division, header_of, other_header, remarks
from teiconv.editing.edits.header import changed_header
from teiconv.editing.edits.marks import changed_marks
from teiconv.editing.edits.structure import changed_blocks, changed_calls
from teiconv.editing.edits.words import changed_words
from teiconv.editing.file import in_force, wrong_in
from teiconv.editing.places import TextMap
from teiconv.formats.tei.file import file_element
from teiconv.formats.tei.meaning import decided_in
from teiconv.formats.tei.read import Reading, read
from teiconv.model import Element, descendants, joined, plain, transform
from teiconv.model.decision import Decision, Kind
from teiconv.options import Options
from teiconv.proof.prove import conventions_of_file

_TOLD = 10


class Taken(NamedTuple):
    """What was taken from an edited file: the decisions, and in words what no decision can say."""

    decisions: tuple[Decision, ...]
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Editing:
    """How edits are taken.

    Attributes:
        options: those by which the text was converted.
        decisions: all that were made so far, those as well that others have outweighed.
        who: the name of the editor.
        file: makes the ``TEI`` element of a document as its file has it.
        names: the persons of registers beside the file, by id.
        edited: the name of the file that was edited.
    """

    options: Options
    decisions: tuple[Decision, ...] = ()
    who: str = ""
    file: Callable[[Document], Element] = file_element
    names: Mapping[str, str] | None = None
    edited: str = ""


def take_edits(edited: bytes, text: bytes, name: str, editing: Editing) -> Taken:
    """Return what was edited in the file ``edited``, which was made of ``text``; ``name`` is that of the text's file.

    Raises:
        TeiconvError: the file or the text cannot be read.
    """
    reading = read(edited, file=editing.edited or name)
    carried_out = decided_in(edited)
    before = in_force(decision for decision in editing.decisions if decision.key in carried_out)[0]
    taking = _Taking(reading, text, name, editing, before)
    taking.words()
    if taking.has_same_text():
        taking.marks()
        taking.header()
    else:
        taking.left.append("the text was changed in more than its words: nothing else could be compared")
    taking.check()
    return Taken(tuple(taking.decisions), tuple(dict.fromkeys(taking.left))[:_TOLD])


class _Taking:
    """The taking of edits from one file: what was decided so far, and what is left."""

    def __init__(
        self, reading: Reading, text: bytes, name: str, editing: Editing, before: tuple[Decision, ...]
    ) -> None:
        self._reading, self._text, self._name, self._editing = reading, text, name, editing
        self._before = before
        self._conventions = conventions_of_file(reading.conventions, name)
        self.decisions: list[Decision] = []
        self.left: list[str] = []
        self._was = editing.file(self._document())
        self._body = self._without_new_notes()
        self._edited = TextMap(self._body, self._conventions.write, self._conventions.canon)
        self._now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def _without_new_notes(self) -> Element:
        """Return the edited division without the notes that were added, which would count among those of the text."""
        added = tuple(_new_notes(division(self._was), self._reading.body))

        def without(node: Element) -> Element:
            kept = [child for child in node.content if not (isinstance(child, Element) and child in added)]
            return node if len(kept) == len(node.content) else node.containing(joined(kept))

        self.left += [f"note “{_start(node)}”: no decision can add a note" for node in added]
        return transform(self._reading.body, without)

    def words(self) -> None:
        """Take the words that were changed, against the text of the input."""
        found, _ = found_by(self._text, replace(self._editing.options, decisions=()), self._name)
        decided = {(one.words, one.nth, one.values) for one in self._before if one.kind is Kind.TEXT}
        for decision in changed_words(found.draft.text or "", self._edited.text):
            if (decision.words, decision.nth, decision.values) not in decided:
                self._take(decision)

    def marks(self) -> None:
        """Take what is marked otherwise, of another kind, or called elsewhere."""
        before, body = self._map()
        for found in (
            *changed_marks(before, self._edited, self._names()),
            *changed_calls(before, self._edited),
            *changed_blocks(body, self._body),
        ):
            if isinstance(found, Decision):
                self._take(found)
            else:
                self.left.append(found)

    def header(self) -> None:
        """Take what the header says otherwise than when it was written."""
        header = self._reading.header
        for decision in changed_header(header_of(self._was), header) if header else ():
            self._take(decision)

    def check(self) -> None:
        """Tell what the decisions do not make again, and which of them cannot be carried out."""
        document = self._document()
        file = self._editing.file(document)
        own = set(self.decisions)
        self.left += [f"{one.kind} “{one.words}”: {why}" for one, why in document.undone if one in own]
        in_vain = {one for one, _ in document.undone}
        self.decisions = [one for one in self.decisions if one not in in_vain]
        if document.text == self._edited.text:
            self.left += differences(division(file), self._body)
        if self._reading.header:
            self.left += other_header(self._was, file, self._reading)
        self.left += remarks(self._reading.tei)

    def has_same_text(self) -> bool:
        """Whether the words that were taken make the text of the file."""
        return self._document().text == self._edited.text

    def _take(self, decision: Decision) -> None:
        document = division(self._was).get("xml:id") or self._name.rpartition(".")[0]
        decision = replace(decision, document=document, who=self._editing.who, at=self._now)
        wrong = wrong_in(decision)  # what the file could not say must not come into it
        if wrong:
            self.left.append(f"{decision.kind} “{decision.words}”: {wrong}" if decision.words else f"header: {wrong}")
        else:
            self.decisions.append(decision)

    def _map(self) -> tuple[TextMap, Element]:
        body = division(self._editing.file(self._document()))
        return TextMap(body, self._conventions.write, self._conventions.canon), body

    def _document(self) -> Document:
        """Return the document with what was decided when the file was written, and now.

        What was decided in between is not in the file, and no edit takes it back.
        """
        links = (one for one in self._editing.options.decisions if not isinstance(one, Decision))
        options = replace(self._editing.options, decisions=(*links, *self._before, *self.decisions))
        found, hand = found_by(self._text, options, self._name)
        return document_of(found, options, hand)

    def _names(self) -> dict[str, str]:
        return {**names_in(self._reading.standoff), **(self._editing.names or {})}


def _new_notes(ours: Element, edited: Element) -> Iterator[Element]:
    """Yield the notes that only ``edited`` has: none of ``ours`` had their id, and none of their number is gone."""
    old, new = ([node for node in descendants(body) if node.name == "note"] for body in (ours, edited))
    ids = {node.get("xml:id") for node in new}
    known = {node.get("xml:id") for node in old}
    gone = {node.get("n") for node in old if node.get("xml:id") not in ids}
    yield from (node for node in new if node.get("xml:id") not in known and node.get("n") not in gone)


def _start(node: Element) -> str:
    return " ".join(plain(node.content).split())[:40]


def names_in(standoff: tuple[Element, ...]) -> dict[str, str]:
    """Return the names of the persons whom ``standoff`` lists, by id."""
    listed = (node for part in standoff for node in descendants(part) if node.name == "person")
    return {node.get("xml:id") or "": _name_of(node) for node in listed}


def _name_of(person: Element) -> str:
    name = next((node for node in person.content if isinstance(node, Element) and node.name == "persName"), person)
    return " ".join(plain(name.content).split())
