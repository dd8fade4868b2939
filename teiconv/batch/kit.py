"""What a worker works with: functions made once in a process out of a setup, and the setup that uses the converter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from teiconv.batch.records import Facts, Setup
from teiconv.batch.steps import Steps


@dataclass(frozen=True, slots=True)
class Kit:
    """What is done to one document; each takes its bytes and the name that errors call it by.

    ``converting`` makes the output, and says what that has no place for; ``restore`` makes the input of that again,
    be it parsed or not; ``inspecting`` takes the parsed output and returns the errors in it, the warnings, and what it
    says; ``again`` takes TEI, and returns its text and what that comes to when it is converted and restored.
    """

    converting: Callable[[bytes, str], Steps[tuple[bytes, list[str]]]]
    restore: Callable[[bytes | etree._Element, str], bytes]
    inspecting: Callable[[etree._Element, str], Steps[tuple[list[str], list[str], Facts]]]
    again: Callable[[bytes, str], tuple[bytes, bytes]]


@lru_cache(maxsize=4)
def kit_for(setup: Setup) -> Kit:
    """Return the kit for ``setup``, made the first time that a process asks for it."""
    return setup.kit(setup)


def converter(setup: Setup) -> Kit:
    """Return the kit that converts with teiconv, its lists read and its schemas compiled."""
    from teiconv.authority.find import Finder
    from teiconv.batch.facts import facts
    from teiconv.conventions.reading import structured
    from teiconv.convert import annotated, to_bytes, to_tei, to_text
    from teiconv.formats.table import TEXT, WRITERS
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
    reader, writer = TEXT, WRITERS[options.profile]
    # the project's schemas are for its own TEI; the other profile is held to the series' by tests
    schemas = project_schemas() if setup.validate and writer.has_schemas else ()
    for schema in schemas:
        schema.compile()

    def converting(data: bytes, name: str) -> Steps[tuple[bytes, list[str]]]:
        found = reader.read(data, options, name)
        yield
        body = structured(found.draft, found.conventions)
        yield
        document = annotated(body, found, options)
        yield
        return writer.write(document), [f"left out: {loss}" for loss in writer.losses(document)]

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

    return Kit(converting, restore, inspecting, again)
