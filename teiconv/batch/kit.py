"""What a worker works with: functions made once in a process out of a setup, and the setup that uses the converter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from teiconv.batch.records import Facts, Setup
from teiconv.batch.steps import Steps
from teiconv.collection.part import Part
from teiconv.document.record import Document
from teiconv.options import Options


class Converted(NamedTuple):
    """A document converted: its bytes, what they have no place for, what it brings to its collection.

    ``names`` are those of its persons and terms in the registers, by the pointers to them.
    """

    output: bytes
    losses: list[str]
    part: Part | None = None
    names: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Kit:
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


@lru_cache(maxsize=4)
def kit_for(setup: Setup) -> Kit:
    """Return the kit for ``setup``, made the first time that a process asks for it."""
    return setup.kit(setup)


def converter(setup: Setup) -> Kit:
    """Return the kit that converts with teiconv, its lists read and its schemas compiled."""
    from teiconv.authority.find import Finder
    from teiconv.batch.facts import facts
    from teiconv.collection.ids import document_id
    from teiconv.collection.part import gathered
    from teiconv.conventions.reading import structured
    from teiconv.convert import annotated, converted, may_split, to_bytes, to_tei, to_text
    from teiconv.formats.table import TEXT, WRITERS, marked_file
    from teiconv.formats.tei.file import file_element
    from teiconv.names.lists.decisions import load_decisions
    from teiconv.names.lists.load import load_persons, load_terms
    from teiconv.validation import checked, project_schemas

    options = replace(
        setup.options,
        persons=load_persons((file.name, file.data) for file in setup.persons) if setup.persons else None,
        terms=load_terms((file.name, file.data) for file in setup.terms) if setup.terms else None,
        decisions=load_decisions((file.name, file.data) for file in setup.decisions),
        authority=Finder(setup.authority.path) if setup.authority else None,
    )
    collection = setup.collection
    if collection:
        persons = options.persons and collection.persons_of(options.persons)
        terms = options.terms and collection.terms_of(options.terms)
        options = replace(options, persons=persons, terms=terms)
    listed = {person.id for person in options.persons.persons} if options.persons else set()
    reader, writer = TEXT, WRITERS[options.profile]
    # the project's schemas are for its own TEI; the other profile is held to the series' by tests
    schemas = project_schemas() if setup.validate and writer.has_schemas else ()
    for schema in schemas:
        schema.compile()

    def converting(data: bytes, name: str) -> Steps[Converted]:
        own = replace(options, identifier=document_id(name)) if collection else options
        found = reader.read(data, own, name)
        yield
        body = structured(found.draft, found.conventions, several=may_split(own) and not collection)
        yield
        document = annotated(body, found, own)
        told = _advised(found.draft.text, document, own)
        yield
        return written(document, name, told)

    def written(document: Document, name: str, told: Sequence[str] = ()) -> Converted:
        if collection:
            part = gathered(file_element(document), name, collection.prefixes, listed if options.authority else None)
            return Converted(marked_file(part.root), [*told], part.part, part.names)
        return Converted(writer.write(document), [*told, *(f"left out: {loss}" for loss in writer.losses(document))])

    def restore(tei: bytes | etree._Element, name: str) -> bytes:
        return to_bytes(tei, name=name)

    def inspecting(root: etree._Element, name: str) -> Steps[tuple[list[str], list[str], Facts]]:
        document = checked(root, name)
        errors: list[str] = []
        warnings: list[str] = []
        for schema in schemas:
            for problem in schema.problems(document):
                (errors if problem.severity == "error" else warnings).append(problem.message)
            yield
        return errors, warnings, facts(root)

    def again(tei: bytes, name: str) -> tuple[bytes, bytes]:
        text = to_text(tei, name=name)
        return text.encode(), to_text(to_tei(text, name=name), name=name).encode()

    def mend(data: bytes, name: str) -> Converted:
        own = replace(options, identifier=document_id(name)) if collection else options
        proof = converted(data, own, name=name, schemas=schemas, several=not collection)
        text = reader.read(data, own, name).draft.text
        return written(proof.document, name, [*_advised(text, proof.document, own), *proof.told])

    return Kit(converting, restore, inspecting, again, mend)


def _advised(text: str | None, document: Document, options: Options) -> list[str]:
    """Return what an editor should look at in ``document``, in words."""
    from teiconv.advice import Case, advice

    if text is None:
        return []
    return [str(one) for one in advice(Case(text, document, with_persons=options.persons is not None))]
