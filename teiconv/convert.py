"""The way of the data, joined: text → document → TEI, and back by the same steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from teiconv.conventions.annotators import Edition
from teiconv.conventions.base import Conventions
from teiconv.conventions.documents_in_text import pieces_of
from teiconv.conventions.reading import plain_body, plainest_body, structured
from teiconv.document.record import Document
from teiconv.editing.links import links_by_file, with_links_told, with_rows_for_all_told
from teiconv.errors import TeiconvError
from teiconv.formats.losses import Loss
from teiconv.formats.table import TEXT, FileDraft, writer
from teiconv.formats.text import encode, restore
from teiconv.metadata.describe import describe, head_of, read_title
from teiconv.metadata.written import read_written
from teiconv.model import SEVERAL, Element, transform
from teiconv.model.collector import collector_at_rest
from teiconv.model.header import Header
from teiconv.names.lists.tei import list_of_persons, list_of_terms
from teiconv.options import DEFAULTS, Options, Profile, check_unlisted
from teiconv.proof.prove import Original, Proof, conventions_of_file, proven, text_and_form
from teiconv.several import annotated_together, described_together

if TYPE_CHECKING:
    from teiconv.editing.carry_out import Hand
    from teiconv.formats.tei.read import Reading, Tei
    from teiconv.validation.schemas import Schema


def read_text(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> Document:
    """Return the document that a text is, with its people, references and header.

    Raises:
        SourceError: the text does not decode, or holds what XML cannot; ``name`` is the file's name in the message.
    """
    found, hand = found_by(data, options, name)
    document = document_of(found, options, hand, several=may_split(options))
    document = hand.telling(document) if hand else document
    return with_rows_for_all_told(document, options.decisions)


def divided(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> list[tuple[str, bytes]]:
    """Return the number and the bytes of each document that a text certainly holds; joined, they are the text.

    A text of one document is returned as it is, with no number.

    Raises:
        SourceError: the text does not decode, or holds what XML cannot; ``name`` is the file's name in the message.
    """
    found = TEXT.read(data, options, name)
    conventions, text = found.conventions, found.draft.text
    parts = pieces_of(text, conventions.starts(text), conventions.numbered_title) if text else []
    if len(parts) < 2:
        return [("", data.encode() if isinstance(data, str) else data)]
    inner = replace(found.form, start="", end="")
    forms = [replace(inner, start=found.form.start), *[inner] * (len(parts) - 2), replace(inner, end=found.form.end)]
    return [(number, encode(part, form)) for (number, part), form in zip(parts, forms, strict=True)]


def may_split(options: Options) -> bool:
    """Whether a text of several documents may become a file of them: a file of the series has one."""
    return writer(options.profile).holds_several


def found_by(data: bytes | str, options: Options, name: str) -> tuple[FileDraft, Hand | None]:
    """Return what a reader finds in a file, and the editor's hand if there are decisions about its document.

    The draft is that of the text as it was decided to be.

    Raises:
        OptionsError: the options contradict each other.
        SourceError: the text does not decode, holds what XML cannot, or is too large for one document.
    """
    check_unlisted(options.unlisted, has_register=options.persons is not None or options.authority is not None)
    found = TEXT.read(data, options, name)._replace(name=name)
    if not options.decisions:
        return found, None
    from teiconv.editing.carry_out import hand_for  # few conversions have decisions

    hand = hand_for(found, options, name)
    text = found.draft.text
    if hand is None or text is None:
        return found, hand
    worded = hand.words(text)
    return (found if worded == text else TEXT.with_text(found, worded)), hand


def document_of(found: FileDraft, options: Options, hand: Hand | None = None, *, several: bool = False) -> Document:
    """Return the document that was ``found``, with what ``hand`` decides about it."""
    change = hand.structure if hand else None
    body = structured(found.draft, found.conventions, several=several, change=change)
    return annotated(body, found, options, hand)


def annotated(body: Element, found: FileDraft, options: Options, hand: Hand | None = None) -> Document:
    """Return the document that ``body`` is, annotated by the conventions that were ``found``, with its header."""
    conventions = found.conventions
    options = replace(options, decisions=links_by_file(options.decisions, found.name)) if options.decisions else options
    if body.get("type") == SEVERAL:
        editions, body = annotated_together(body, conventions, options)
        lists = (*list_of_persons(editions[0].people), *list_of_terms(editions[0].terms))
        document = Document(body, found.form, described_together(editions, options), lists, conventions.name)
        if hand:
            document = hand.leaving(document, "the text holds several documents; convert each by itself")
        return with_links_told(document, editions[0].decided)
    edition = Edition(body, options, conventions.header)
    for annotator in conventions.annotators:
        edition = annotator.run(edition)
    edition = hand.marks(edition, conventions) if hand else edition
    header = describe(edition.body, edition.title, edition.written, options.publication, conventions.header)
    header = hand.header(header, edition) if hand else header
    standoff = (*list_of_persons(edition.people), *list_of_terms(edition.terms))
    document = Document(edition.body, found.form, header, standoff, conventions.name)
    return with_links_told(hand.signed(document) if hand else document, edition.decided)


def read_tei(tei: Tei, options: Options = DEFAULTS, *, name: str = "<input>", document: str | None = None) -> Document:
    """Return the document that a TEI file is, or, of several in it, the one whose ``xml:id`` or number is ``document``.

    What a file of ours says in its header is taken from there.  In the files of others, title, date, correspondents and
    source are read off the text, by the conventions that ``options`` name, or else those of the series.

    Raises:
        TeiError: the XML cannot be read, or holds several documents and ``document`` names none of them.
    """
    from teiconv.formats.tei.read import read

    reading = read(tei, file=name, document=document)
    conventions = conventions_of_file(options.conventions or reading.conventions, name)
    own = reading.header
    header = _with_citation(own, reading.body, conventions) if own else _of_others(reading, options, conventions)
    return Document(reading.body, reading.form, header, reading.standoff, conventions.name)


def _of_others(reading: Reading, options: Options, conventions: Conventions) -> Header:
    """Return what a file of others says: of its only division, of a document, or of a text with the title of the file.

    A number that is not in the title may be in ``@n``.
    """
    from teiconv.formats.tei.stated import dated, with_stated

    body = _only_division(reading.body)
    header = described(body, conventions, options)
    if said := reading.stated:
        header = with_stated(header, said)
    created = header.created if header.created and header.created.begin else dated(body) or header.created
    return replace(header, title=header.title or reading.title, number=header.number or body.get("n"), created=created)


def _with_citation(header: Header, body: Element, conventions: Conventions) -> Header:
    """Return ``header`` with the words of the source note, and the parts of the archive in the order of these.

    TEI has the collections before the numbers, and does not repeat the words.
    """
    archive = header.archive
    read = described(body, conventions).archive if archive and not archive.published else None
    if archive is None or read is None:
        return header
    units = read.units if sorted(read.units, key=str) == sorted(archive.units, key=str) else archive.units
    return replace(header, archive=replace(archive, citation=read.citation, units=units))


def _only_division(body: Element) -> Element:
    inner = body.content[0] if len(body.content) == 1 else None
    return _only_division(inner) if isinstance(inner, Element) and inner.name == "div" else body


def described(body: Element, conventions: Conventions, options: Options = DEFAULTS) -> Header:
    """Return what ``body`` says of itself, by ``conventions``."""
    rules = conventions.header
    body = transform(body, _with_ref)
    title = read_title(body, rules)
    return describe(body, title, read_written(body, head_of(body), title, rules.dateline), options.publication, rules)


def _with_ref(node: Element) -> Element:
    """Return a name with its pointer as ``ref``; official volumes have it as ``corresp``."""
    pointer = node.get("corresp") if node.name == "persName" else None
    return node.having(ref=pointer) if pointer and not node.get("ref") else node


def write_tei(document: Document, profile: str = Profile.TEI) -> bytes:
    """Return ``document`` as a TEI file, in UTF-8; :func:`left_out` tells what the profile has no place for."""
    return writer(profile).write(document)


def left_out(document: Document, profile: str) -> tuple[Loss, ...]:
    """Return what :func:`write_tei` leaves out of ``document`` in that profile: nothing in our own."""
    return writer(profile).losses(document)


def to_tei(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> bytes:
    """Return the TEI of a text, proven: it is valid, and :func:`to_text` and :func:`to_bytes` give that text back.

    Markup that does not stand the proof is left out, which the logger ``teiconv`` tells.

    Raises:
        SourceError: the text does not decode, holds what XML cannot, or is too large; ``name`` is the file's name in
            the message.
    """
    from teiconv.validation.schemas import project_schemas

    proof = converted(data, options, name=name, schemas=project_schemas())
    if proof.told:
        _warn(name, proof.told)
    return proof.tei


def _warn(name: str, told: Sequence[str]) -> None:
    import logging  # takes as long to import as a document to convert, and hardly any needs it

    for what in told:
        logging.getLogger("teiconv").warning("%s: %s", name, what)


def converted(
    data: bytes | str,
    options: Options = DEFAULTS,
    *,
    name: str = "<input>",
    schemas: Sequence[Schema] = (),
    several: bool = True,
) -> Proof:
    """Return the document that a text is as a file that gives it back, and is valid by ``schemas``.

    ``several``: a text of several documents may become a file of them.

    Raises:
        SourceError: the text does not decode, holds what XML cannot, or is too large for one document.
    """
    with collector_at_rest():
        return _converted(data, options, name, schemas, several=several)


def _converted(data: bytes | str, options: Options, name: str, schemas: Sequence[Schema], *, several: bool) -> Proof:
    found, hand = found_by(data, options, name)
    text = found.draft.text
    document = document_of(found, options, hand, several=several and may_split(options))
    chosen = writer(options.profile)
    if text is None:
        return Proof(document, chosen.write(document))
    plainer = (lambda: _plain(text, found, options), lambda: _plainest(text, found))
    original = Original(text, found.form, name)
    try:
        proof = proven(document, original, chosen, schemas, () if hand else plainer)
    except TeiconvError:
        if hand is None:
            raise
        # the decisions must go, not the document
        as_read = document_of(found, options, several=several and may_split(options))
        undecided = (lambda make=make: hand.leaving(make(), _NOT_PROVEN) for make in plainer)
        proof = proven(hand.leaving(as_read, _NOT_PROVEN), original, chosen, schemas, undecided)
    return proof._replace(told=(*proof.document.told, *proof.told))


_NOT_PROVEN = "with the decisions the document would not be valid, or its text would not come back"


def _plain(text: str, found: FileDraft, options: Options) -> Document:
    return annotated(plain_body(text, found.conventions), found, options)


def _plainest(text: str, found: FileDraft) -> Document:
    body = plainest_body(text).having(subtype="historical-document", xml_id="document")
    return Document(body, found.form, Header(), (), found.conventions.name)


def to_text(tei: Tei, *, name: str = "<input>", document: str | None = None) -> str:
    """Return the text of a TEI document: of one that teiconv made, the very text; of others, what a site would show.

    ``document`` is the ``xml:id`` or number of one of several documents in the file.

    Raises:
        TeiError: the XML cannot be read, or holds several documents and ``document`` names none of them.
    """
    text, form = text_and_form(tei, name, document)
    return ("\ufeff" if form.byte_order_mark else "") + restore(text, form)


def to_bytes(tei: Tei, *, name: str = "<input>", document: str | None = None) -> bytes:
    """Return the text of a TEI document as :func:`to_text` does, in the encoding that it had."""
    return encode(*text_and_form(tei, name, document))
