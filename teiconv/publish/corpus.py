"""``corpus``: the collection as one ``teiCorpus`` (TEI Guidelines, 15), merged, and by ``xi:include``.

In ``corpus.xml`` all pointers lead within the file, as ids are there once over the whole of a collection;
``include.xml`` draws in the files themselves, which stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from teiconv.publish.markup import DECLARATION, of_text, words, xml
from teiconv.publish.pointers import anchor_of, moved
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_XI = "http://www.w3.org/2001/XInclude"


def write(work: Work, target: Target) -> None:
    """Write both forms, and the files."""
    files = (*work.volume.registers, *work.volume.files)
    target.write_pieces("corpus.xml", _merged(work, files))
    target.write_pieces("include.xml", _including(work, files))
    for file in files:
        target.copy(f"tei/{file}", work.volume.path(file))


def _merged(work: Work, files: tuple[str, ...]) -> Iterator[str]:
    yield from _opened(work)
    for file in files:
        yield moved(work.volume.string(file), _within).rstrip() + "\n"
    yield "</teiCorpus>\n"


def _within(pointer: str) -> str:
    """Return a pointer to a file of the collection as one to what is in it."""
    anchor = anchor_of(pointer)
    return f"#{anchor}" if anchor else pointer


def _including(work: Work, files: tuple[str, ...]) -> Iterator[str]:
    yield from _opened(work, f' xmlns:xi="{_XI}"')
    for file in files:
        yield xml("xi:include", href=f"tei/{quote(file)}") + "\n"
    yield "</teiCorpus>\n"


def _opened(work: Work, names: str = "") -> Iterator[str]:
    """Yield the start of the corpus, with its header."""
    edition = work.edition
    licence = edition.licence or ""
    said = xml("licence", xml("p", words(licence)), target=edition.licence_address)
    availability = [xml("availability", said)] if licence else []
    statement = (
        [xml("publisher", words(edition.publisher)), of_text("pubPlace", edition.place), of_text("date", edition.date)]
        if edition.publisher
        else [xml("p", words("Not published." if not licence else f"Licence: {licence}"))]
    )
    header = xml(
        "fileDesc",
        xml(
            "titleStmt",
            xml("title", words(edition.title or "Documents")),
            *(xml("editor", words(editor.name)) for editor in edition.editors),
        ),
        xml("publicationStmt", *statement, *(availability if edition.publisher else [])),
        xml("sourceDesc", xml("p", words("The documents of the collection."))),
    )
    yield f'{DECLARATION}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"{names}>\n'
    yield f"<teiHeader>{header}</teiHeader>\n"
