"""An edited TEI file → the decisions that make it again of its text, and what none can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from teiconv.convert import document_of, found_by
from teiconv.document.record import Document
from teiconv.editing.edits.header import changed_header
from teiconv.editing.edits.marks import changed_marks
from teiconv.editing.edits.structure import changed_blocks, changed_calls
from teiconv.editing.edits.words import changed_words
from teiconv.editing.file import in_force
from teiconv.editing.places import TextMap
from teiconv.formats.tei.file import file_element
from teiconv.formats.tei.header_reader import read_header
from teiconv.formats.tei.meaning import decided_in
from teiconv.formats.tei.read import Reading, read
from teiconv.model import Element, Node, descendants, plain
from teiconv.model.decision import Decision, Kind
from teiconv.model.header import Header
from teiconv.options import Options
from teiconv.proof.prove import conventions_of_file

_TOLD = 10
_NOT_COMPARED = frozenset({"resp", "cert", "xml:id", "xml:space", "evidence"})
_OF_THE_COLLECTION = frozenset({("ref", "target"), ("placeName", "ref"), ("orgName", "ref")})
_POINTERS = frozenset({"ref", "target", "corresp", "sameAs"})


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
    """

    options: Options
    decisions: tuple[Decision, ...] = ()
    who: str = ""
    file: Callable[[Document], Element] = file_element
    names: Mapping[str, str] | None = None


def take_edits(edited: bytes, text: bytes, name: str, editing: Editing) -> Taken:
    """Return what was edited in the file ``edited``, which was made of ``text``; ``name`` is that of the text's file.

    Raises:
        TeiconvError: the file or the text cannot be read.
    """
    reading = read(edited, file=name)
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
        self._edited = TextMap(reading.body, self._conventions.write, self._conventions.canon)
        self._now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self.decisions: list[Decision] = []
        self.left: list[str] = []

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
            *changed_blocks(body, self._reading.body),
        ):
            if isinstance(found, Decision):
                self._take(found)
            else:
                self.left.append(found)

    def header(self) -> None:
        """Take what the header says otherwise, now that what follows from the marks has followed."""
        header = self._reading.header
        for decision in changed_header(self._made(self._document())[0], header) if header else ():
            self._take(decision)

    def check(self) -> None:
        """Tell what the decisions do not make again, and which of them cannot be carried out."""
        document = self._document()
        header, body = self._made(document)
        own = set(self.decisions)
        self.left += [
            f"{decision.kind} “{decision.words}”: {why}" for decision, why in document.undone if decision in own
        ]
        if document.text == self._edited.text:
            self.left += _differences(body, self._reading.body, "")
        if self._reading.header:
            self.left += _other_fields(header, self._reading.header)

    def has_same_text(self) -> bool:
        """Whether the words that were taken make the text of the file."""
        return self._document().text == self._edited.text

    def _take(self, decision: Decision) -> None:
        document = self._reading.body.get("xml:id") or self._name.rpartition(".")[0]
        self.decisions.append(replace(decision, document=document, who=self._editing.who, at=self._now))

    def _map(self) -> tuple[TextMap, Element]:
        _, body = self._made(self._document())
        return TextMap(body, self._conventions.write, self._conventions.canon), body

    def _made(self, document: Document) -> tuple[Header, Element]:
        """Return what ``document`` comes to in its file: the header, and the division."""
        file = self._editing.file(document)
        body = next(node for node in descendants(file) if node.name == "div" and node.get("type") == "document")
        header = next(node for node in descendants(file) if node.name == "teiHeader")
        return read_header(header, body.get("n")), body

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


def names_in(standoff: tuple[Element, ...]) -> dict[str, str]:
    """Return the names of the persons whom ``standoff`` lists, by id."""
    listed = (node for part in standoff for node in descendants(part) if node.name == "person")
    return {node.get("xml:id") or "": _name_of(node) for node in listed}


def _name_of(person: Element) -> str:
    name = next((node for node in person.content if isinstance(node, Element) and node.name == "persName"), person)
    return " ".join(plain(name.content).split())


def _differences(ours: Element, edited: Element, path: str) -> Iterator[str]:
    """Yield where ``edited`` says something else than ``ours``, as paths to the outermost elements."""
    here = f"{path}/{edited.name}"
    if ours.name != edited.name or _said(ours) != _said(edited):
        yield f"{here.removeprefix('/')}: no decision can say what was changed here"
        return
    if len(ours.content) != len(edited.content) or any(map(_is_other_text, ours.content, edited.content)):
        yield f"{here.removeprefix('/')}: no decision can say what was changed here"
        return
    counts: dict[str, int] = {}
    for mine, its in zip(ours.content, edited.content, strict=True):
        if isinstance(mine, Element) and isinstance(its, Element):
            counts[its.name] = counts.get(its.name, 0) + 1
            yield from (
                told.replace(f"{here}/{its.name}".removeprefix("/"), f"{here}/{its.name}[{counts[its.name]}]"[1:], 1)
                for told in _differences(mine, its, here)
            )


def _is_other_text(mine: Node, its: Node) -> bool:
    return isinstance(mine, str) != isinstance(its, str) or (isinstance(mine, str) and mine != its)


def _said(node: Element) -> dict[str, str]:
    """Return the attributes of ``node`` that an editor may have changed; where references lead is compared before."""
    return {
        key: value.rpartition("#")[2] if key in _POINTERS and "://" not in value else value
        for key, value in node.attributes
        if key not in _NOT_COMPARED and (node.name, key) not in _OF_THE_COLLECTION
    }


def _other_fields(ours: Header, edited: Header) -> Iterator[str]:
    """Yield what the header says otherwise all the same."""
    for decision in changed_header(ours, edited):
        yield f"header: its {decision.kind} could not be decided"
    for name, value in _undecided(edited).items():
        if value != _undecided(ours)[name]:
            yield f"header: no decision can say what was changed in its {name}"


def _undecided(header: Header) -> dict[str, object]:
    """Return what a header says that no decision is about."""
    archive = header.archive
    return {
        "participants": [agent.name for agent in header.participants],
        "authors": [agent.name for agent in header.authors],
        "source": (archive.institution, archive.repository, archive.units) if archive else None,
        "publication": header.publication,
    }
