"""The documents of one text, annotated together: each has its own title, source, date and ids; people are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teiconv.conventions.annotators import NAMES, Edition
from teiconv.conventions.base import Conventions
from teiconv.metadata.describe import describe
from teiconv.model import Element, Node, transform
from teiconv.model.header import Header
from teiconv.options import Options

_POINTERS = ("target", "corresp")


def annotated_together(body: Element, conventions: Conventions, options: Options) -> tuple[list[Edition], Element]:
    """Return the editions of the documents in ``body``, and ``body`` with what they became."""
    parts = [node for node in body.content if isinstance(node, Element) and node.name == "div"]
    editions = [Edition(part, _for(options, number), conventions.header) for number, part in enumerate(parts, 1)]
    for annotator in conventions.annotators:
        if annotator is NAMES:
            editions = _with_ids_once(editions)
            together = NAMES.run(replace(editions[0], body=_with_parts(body, editions)))
            named = [node for node in together.body.content if isinstance(node, Element) and node.name == "div"]
            editions = [
                replace(edition, body=part, people=together.people, terms=together.terms, decided=together.decided)
                for edition, part in zip(editions, named, strict=True)
            ]
        else:
            editions = [annotator.run(edition) for edition in editions]
    return editions, _with_parts(body, editions)


def described_together(editions: Sequence[Edition], options: Options) -> Header:
    """Return the header of a file of several documents: their titles, and what each says of itself."""
    headers = tuple(
        describe(edition.body, edition.title, edition.written, options.publication, edition.header)
        for edition in editions
    )
    titles = [f"{header.number}. {header.title}" if header.number else header.title for header in headers]
    return Header(
        title="; ".join(titles), language=headers[0].language, publication=options.publication, documents=headers
    )


def _for(options: Options, number: int) -> Options:
    if options.identifier is None or number == 1:
        return options
    return replace(options, identifier=f"{options.identifier}-{number}")


def _with_parts(body: Element, editions: Sequence[Edition]) -> Element:
    parts = iter(editions)
    content: list[Node] = [
        next(parts).body if isinstance(node, Element) and node.name == "div" else node for node in body.content
    ]
    return body.containing(content)


def _with_ids_once(editions: Sequence[Edition]) -> list[Edition]:
    """Return the editions with no ``xml:id`` twice: those of a later document have its place after them."""
    used: set[str] = set()
    out: list[Edition] = []
    for number, edition in enumerate(editions, 1):
        own = _ids(edition.body)
        again = {name: f"{name}-{number}" for name in own & used}
        if (document := edition.body.get("xml:id")) in again:  # its notes are called after it
            notes = (name for name in own if name.startswith(f"{document}fn"))
            again |= {name: again[document] + name.removeprefix(document) for name in notes}
        out.append(replace(edition, body=_renamed(edition.body, again)) if again else edition)
        used |= own - again.keys() | set(again.values())
    return out


def _ids(body: Element) -> set[str]:
    found: set[str] = set()

    def note(node: Element) -> Element:
        if name := node.get("xml:id"):
            found.add(name)
        return node

    transform(body, note)
    return found


def _renamed(body: Element, names: dict[str, str]) -> Element:
    def rename(node: Element) -> Element:
        pairs = []
        for key, value in node.attributes:
            if key == "xml:id":
                value = names.get(value, value)
            elif key in _POINTERS and value.startswith("#"):
                value = f"#{names.get(value[1:], value[1:])}"
            pairs.append((key, value))
        return Element(node.name, node.content, tuple(pairs)) if tuple(pairs) != node.attributes else node

    return transform(body, rename)
