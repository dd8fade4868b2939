"""The proof: a file is parsed, checked and read again, as a reader would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from teiconv.conventions.base import Conventions
from teiconv.conventions.table import named
from teiconv.document.record import Document
from teiconv.errors import REPORT, OptionsError, Place, SourceError, TeiconvError, TeiError
from teiconv.formats.limits import LIMITS
from teiconv.formats.table import OWN, Writer
from teiconv.layout.render import render
from teiconv.model import Element
from teiconv.model.collector import collector_at_rest
from teiconv.model.header import Form
from teiconv.proof.mend import Fault, mended

if TYPE_CHECKING:
    from teiconv.formats.tei.read import Tei
    from teiconv.validation.schemas import Schema

_ROUNDS = 12
"""How often markup is taken out before the whole text becomes plain paragraphs."""
_TOLD = 20


class Proof(NamedTuple):
    """What stands the proof: the document, its ``tei`` (the file that is written), and what was taken out for that."""

    document: Document
    tei: bytes
    told: tuple[str, ...] = ()


class Original(NamedTuple):
    """What must come back: the text, in its form, under the ``name`` that errors call it by."""

    text: str
    form: Form
    name: str


def text_and_form(tei: Tei, name: str, document: str | None = None) -> tuple[str, Form]:
    """Return the text of a TEI document, and the form that it had.

    Raises:
        TeiError: the XML cannot be read, or holds several documents and ``document`` names none of them.
    """
    from teiconv.formats.tei.read import read  # lxml takes as long to import as many texts to convert

    with collector_at_rest():
        reading = read(tei, file=name, document=document)
        conventions = conventions_of_file(reading.conventions, name)
        return render(reading.body, write_inline=conventions.write, canon=conventions.canon), reading.form


def conventions_of_file(name: str, file: str) -> Conventions:
    """Return the conventions that the header of ``file`` names.

    Raises:
        TeiError: there are none of that name here.
    """
    try:
        return named(name)
    except OptionsError as error:
        raise TeiError(f"{error.message}; was it made by another version?", Place(file)) from None


def proven(
    document: Document,
    original: Original,
    writer: Writer,
    schemas: Sequence[Schema] = (),
    plainer: Iterable[Callable[[], Document]] = (),
) -> Proof:
    """Return ``document`` as a file that is valid by ``schemas`` and gives ``original`` back.

    A document whose ``writer`` makes no TEI is held to that as our own TEI.  Markup at fault is taken out.  If that
    does not help, each of ``plainer`` gives a document that says less.

    Raises:
        SourceError: the file would be larger than any that is read again.
        TeiconvError: not even the plainest document gives the text back, which is a fault of teiconv.
    """
    told: list[str] = []
    conventions = named(document.conventions)
    proving = writer if writer.is_tei else OWN
    for plain in (None, *plainer):
        document = document if plain is None else plain()
        for _ in range(_ROUNDS):
            tei = proving.write(document)
            faults = _faults(document, tei, original, proving, schemas)
            if not faults:
                file = tei if proving is writer else writer.write(document)
                return Proof(document, file, tuple(told[:_TOLD]))
            document, what = mended(document, faults, conventions)
            told += what
            if not what:
                break
        told.append(f"the text was written as plain paragraphs: {faults[0].message}")
    raise TeiconvError(f"{faults[0].message}; {REPORT}", _place(original, faults[0].at))


def _faults(
    document: Document, tei: bytes, original: Original, writer: Writer, schemas: Sequence[Schema]
) -> list[Fault]:
    """Return the faults: what is not valid, or else the place where the text begins to differ."""
    from teiconv.formats.tei.parsing import TooLargeError, parse

    try:
        _refuse_other_than_tei(tei, writer, original.name)
        root = parse(tei, original.name).getroot()
        if schemas:
            of_tei = tei if writer.has_schemas else OWN.write(document)
            faults = _invalid(root if writer.has_schemas else parse(of_tei, original.name).getroot(), schemas)
            if faults:
                return faults
        text, form = text_and_form(root, original.name)
    except TooLargeError as error:
        message = f"the text is too large for one document: of its TEI, {error.message}"
        raise SourceError(message, Place(original.name)) from error
    except TeiError as error:
        return _unreadable(document, error)
    if text == original.text and form == original.form:
        return []
    at = next((i for i, (a, b) in enumerate(zip(text, original.text, strict=False)) if a != b), None)
    at = min(len(text), len(original.text)) if at is None else at
    return [Fault("the text would not come back as it was", at=at)]


def _refuse_other_than_tei(file: bytes, writer: Writer, name: str) -> None:
    """Refuse what is no TEI, and that of a writer that says it is.

    Raises:
        TeiconvError: ``file`` does not begin as XML, or holds no ``TEI`` element.
    """
    if not file.startswith(b"<") or b"<TEI" not in file:
        said = f"the writer {str(writer.name)!r} made a file that is not TEI"
        raise TeiconvError(f"{said}; its record in formats/table.py must say is_tei=False", Place(name))


def _invalid(root: object, schemas: Sequence[Schema]) -> list[Fault]:
    from teiconv.validation.document import checked

    document = checked(root)  # type: ignore[arg-type]
    problems = [problem for schema in schemas for problem in schema.problems(document) if problem.severity == "error"]
    return [Fault(problem.message, problem.path) for problem in problems]


def _unreadable(document: Document, error: TeiError) -> list[Fault]:
    """Return the elements of ``document`` that no parser takes, or else that the document as a whole is at fault."""
    large = [
        path
        for node, path in _paths(document.body, "/TEI/text/body/div")
        if any(len(value) > LIMITS.attribute for _, value in node.attributes)
    ]
    return [Fault(error.message, path) for path in large] or [Fault(error.message)]


def _paths(node: Element, path: str) -> Iterable[tuple[Element, str]]:
    waiting = [(node, path)]
    while waiting:
        node, path = waiting.pop()
        yield node, path
        counts: dict[str, int] = {}
        for child in node.content:
            if isinstance(child, Element):
                counts[child.name] = counts.get(child.name, 0) + 1
                waiting.append((child, f"{path}/{child.name}[{counts[child.name]}]"))


def _place(original: Original, at: int | None) -> Place:
    if at is None:
        return Place(original.name)
    before = (original.form.start + original.text[:at]).split("\n")
    return Place(original.name, len(before), len(before[-1]) + 1)
