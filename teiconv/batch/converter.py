"""What a worker works with: functions made once in a process out of a setup, and the setup that uses the converter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from teiconv.batch.records import Setup, persons_in, terms_in
from teiconv.batch.rows import Facts
from teiconv.batch.steps import Steps
from teiconv.collection.part import Part
from teiconv.collection.undated import Attributes
from teiconv.document.record import Document
from teiconv.editing.scope import keys_of
from teiconv.model import Element, descendants, transform
from teiconv.model.decision import Kind
from teiconv.options import Options
from teiconv.remember import remembered

if TYPE_CHECKING:
    from teiconv.authority.find import Finder


class Converted(NamedTuple):
    """A document converted: its bytes, what they have no place for, what it brings to its collection.

    ``names`` are those of its persons and terms in the registers, by the pointers to them; ``text`` is what comes back
    of it, where that is not the input: an editor changed the words.  ``decided`` are the keys of decisions.
    """

    output: bytes
    losses: list[str]
    part: Part | None = None
    names: Mapping[str, str] = {}
    text: bytes | None = None
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Converter:
    """What is done to one document; each takes its bytes and the name that errors call it by.

    ``converting`` makes the output, and says what that has no place for; ``restore`` makes the input of that again,
    be it parsed or not; ``inspecting`` takes the parsed output and returns the errors in it, the warnings, and what it
    says; ``again`` takes TEI, and returns its text and what that comes to when it is converted and restored; ``mend``
    makes the output of what does not stand the proof, without the markup at fault, and says what that was.
    """

    converting: Callable[[bytes, str], Steps[Converted]]
    restore: Callable[[bytes | etree._Element, str], bytes]
    inspecting: Callable[[etree._Element, str], Steps[tuple[list[str], list[str], Facts]]]
    again: Callable[[bytes, str], tuple[bytes, bytes]]
    mend: Callable[[bytes, str], Converted] | None = None


@remembered(4)
def converter_for(setup: Setup) -> Converter:
    """Return the converter for ``setup``, made the first time that a process asks for it."""
    return setup.converter(setup)


def own_converter(setup: Setup) -> Converter:
    """Return the converter that converts with teiconv, its lists read."""
    made = _ToTei(setup, options_of(setup))
    return Converter(made.converting, made.restore, made.inspecting, made.again, made.mend)


def options_of(setup: Setup) -> Options:
    """Return the options of ``setup`` with its lists read, under the ids of its collection."""
    from teiconv.editing.file import load_decisions

    persons = persons_in(setup.persons) if setup.persons else None
    terms = terms_in(setup.terms) if setup.terms else None
    if setup.collection:
        persons = persons and setup.collection.persons_of(persons)
        terms = terms and setup.collection.terms_of(terms)
    return replace(
        setup.options,
        persons=persons,
        terms=terms,
        decisions=load_decisions((file.name, file.data) for file in setup.decisions),
        authority=_finder(setup.authority.path) if setup.authority else None,
    )


def _finder(authority: Path) -> Finder:
    from teiconv.authority.find import Finder

    return Finder(authority)


def options_for(setup: Setup, options: Options, name: str) -> Options:
    """Return the options for the document ``name``, which gives it its id in a collection."""
    from teiconv.collection.ids import document_id

    if not setup.collection:
        return options
    return replace(options, identifier=document_id(f"{name.removesuffix('.txt')}.txt"))  # rows have no suffix


def collected(setup: Setup, name: str, bounds: Attributes = ()) -> Callable[[Document], Element]:
    """Return what makes the file of the document ``name`` as it stands in its collection, which gave it ``bounds``.

    References lead where they do in the document alone: what they come to in the collection follows from that.
    """
    from teiconv.collection.part import gathered
    from teiconv.collection.undated import with_bounds
    from teiconv.formats.tei.file import file_element

    def file(document: Document) -> Element:
        assert setup.collection is not None, "the document is of no collection"
        alone = file_element(document)
        targets = (node.get("target") for node in descendants(alone) if node.name == "ref")
        root = gathered(alone, name, setup.collection.prefixes).root
        root = with_bounds(root, bounds, name) if bounds else root
        return transform(root, lambda node: node.having(target=next(targets)) if node.name == "ref" else node)

    return file


class _ToTei:
    """What is done to a document on the way to TEI; the methods are those of a :class:`Converter`."""

    def __init__(self, setup: Setup, options: Options) -> None:
        from teiconv.formats.table import TEXT, writer
        from teiconv.validation import project_schemas

        self._setup, self._options = setup, options
        self._collection = setup.collection
        self._listed = {person.id for person in options.persons.persons} if options.persons else set()
        self._reader, self._writer = TEXT, writer(options.profile)
        # the project's schemas are for its own TEI; the other profile is held to the series' by tests
        self._schemas = project_schemas() if setup.validate and self._writer.has_schemas else ()
        self._converted = 0

    def converting(self, data: bytes, name: str) -> Steps[Converted]:
        from teiconv.conventions.reading import structured
        from teiconv.convert import annotated, found_by, may_split

        self._converted += 1
        options = self._for(name)
        found, hand = found_by(data, options, name)
        yield
        several = may_split(options) and not self._collection
        body = structured(found.draft, found.conventions, several=several, change=hand.structure if hand else None)
        yield
        document = annotated(body, found, options, hand)
        told = [*_advised(found.draft.text, document, options), *document.told]
        yield
        return self._written(document, name, told)

    def restore(self, tei: bytes | etree._Element, name: str) -> bytes:
        from teiconv.convert import to_bytes

        return to_bytes(tei, name=name)

    def inspecting(self, root: etree._Element, name: str) -> Steps[tuple[list[str], list[str], Facts]]:
        from teiconv.batch.facts import facts
        from teiconv.validation import checked
        from teiconv.validation.relaxng import FEW

        if self._converted > FEW:  # those of a chunk are all converted before the first is looked at
            for schema in self._schemas:
                schema.compile()
        document = checked(root, name)
        errors: list[str] = []
        warnings: list[str] = []
        for schema in self._schemas:
            for problem in schema.problems(document):
                (errors if problem.severity == "error" else warnings).append(problem.message)
            yield
        return errors, warnings, facts(root)

    def again(self, tei: bytes, name: str) -> tuple[bytes, bytes]:
        from teiconv.convert import to_tei, to_text

        text = to_text(tei, name=name)
        return text.encode(), to_text(to_tei(text, name=name), name=name).encode()

    def mend(self, data: bytes, name: str) -> Converted:
        from teiconv.convert import converted

        options = self._for(name)
        proof = converted(data, options, name=name, schemas=self._schemas, several=not self._collection)
        text = self._reader.read(data, options, name).draft.text
        return self._written(proof.document, name, [*_advised(text, proof.document, options), *proof.told])

    def _for(self, name: str) -> Options:
        return options_for(self._setup, self._options, name)

    def _written(self, document: Document, name: str, told: Sequence[str]) -> Converted:
        from teiconv.collection.part import gathered
        from teiconv.formats.table import marked_file
        from teiconv.formats.tei.file import file_element

        if self._collection:
            listed = self._listed if self._options.authority else None
            made = gathered(file_element(document), name, self._collection.prefixes, listed)
            part = replace(made.part, is_undated=made.part.is_undated and not _is_decided_date(document))
            return Converted(marked_file(made.root, document.decided), [*told], part, made.names, *_decided(document))
        losses = [f"left out: {loss}" for loss in self._writer.losses(document)]
        return Converted(self._writer.write(document), [*told, *losses], None, {}, *_decided(document))


def _decided(document: Document) -> tuple[bytes | None, tuple[str, ...]]:
    """Return the text of ``document`` if an editor changed its words, and the keys of the decisions about it."""
    is_reworded = any(decision.kind is Kind.TEXT for decision in document.decisions)
    return document.source_bytes if is_reworded else None, keys_of(document)


def _is_decided_date(document: Document) -> bool:
    """Tell whether an editor said when ``document`` was written, or that nobody knows."""
    return any(decision.kind is Kind.DATE and not decision.words for decision in document.decisions)


def _advised(text: str | None, document: Document, options: Options) -> list[str]:
    """Return what an editor should look at in ``document``, in words."""
    from teiconv.advice import Case, advice

    if text is None:
        return []
    return [str(one) for one in advice(Case(text, document, with_persons=options.persons is not None))]
