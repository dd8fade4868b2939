"""``dts``: the catalogue for a server of the Distributed Text Services, as dapytains takes it, with the TEI beside it.

What a server can give of a document stands in its header: two ``refsDecl``, for pages and for notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.publish.dublincore import Record, records
from teiconv.publish.markup import DECLARATION, of_text, opened, xml
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_NAMES = {"xmlns:dct": "http://purl.org/dc/terms/"}


def write(work: Work, target: Target) -> None:
    """Write ``catalog.xml`` and the files."""
    target.write_pieces("catalog.xml", _catalogue(work))
    for file in work.volume.files:
        target.copy(f"tei/{file}", work.volume.root / file)


def _catalogue(work: Work) -> Iterator[str]:
    edition = work.edition
    core = xml("dublinCore", *(of_text(f"dct:{name}", value) for name, value in _about(work)), **_NAMES)
    yield DECLARATION + opened("collection", identifier=edition.base or edition.id or "documents") + "\n"
    yield of_text("title", edition.title or "Documents") + of_text("description", edition.subtitle)
    yield f"{core}\n<members>\n"
    for record in records(work):
        yield _resource(record) + "\n"
    yield "</members>\n</collection>\n"


def _about(work: Work) -> Iterator[tuple[str, str | None]]:
    edition = work.edition
    yield "publisher", edition.publisher
    yield "issued", edition.date
    yield "license", edition.licence
    yield from (("contributor", editor.name) for editor in edition.editors)


def _resource(record: Record) -> str:
    pairs = (of_text(f"dct:{name}", value) for name, value in record.terms if name != "title")
    core = xml("dublinCore", *pairs, **_NAMES)
    return xml("resource", of_text("title", record.title), core, identifier=record.id, filepath=f"tei/{record.file}")
