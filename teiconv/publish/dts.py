"""``dts``: the catalogue for a server of the Distributed Text Services, as dapytains takes it, with the TEI beside it.

What a server can give of a document stands in its header: two ``refsDecl``, for pages and for notes.  TEI of others
has a file for each document here, with these in it, unless it says how it is cited itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teiconv.formats.tei.encoding import CITATION
from teiconv.formats.tei.write import fragment
from teiconv.publish.dublincore import Record, records
from teiconv.publish.markup import DECLARATION, of_text, opened, xml
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import TEI, Text

_NAMES = {"xmlns:dct": "http://purl.org/dc/terms/"}


def write(work: Work, target: Target) -> None:
    """Write ``catalog.xml`` and the files."""
    others = work.volume.others
    target.write_pieces("catalog.xml", _catalogue(work))
    for file in work.volume.files:
        if file not in others:
            target.copy(f"tei/{file}", work.volume.path(file))
    for text in work.volume.texts() if others else ():
        if text.file in others:
            target.write(f"tei/{text.id}.xml", etree.tostring(_citable(work, text), encoding="unicode"))


def _citable(work: Work, text: Text) -> etree._Element:
    """Return the TEI of a document with a way to cite pages and notes."""
    root = text.own_tree()
    header = root.find(f"{TEI}teiHeader")
    if header is not None and next(root.iter(f"{TEI}citeStructure"), None) is None:
        description = header.find(f"{TEI}encodingDesc")
        if description is None:
            description = etree.Element(f"{TEI}encodingDesc")
            header.insert(1, description)
        said = "".join(fragment(each, "") for each in CITATION)
        description.extend(etree.fromstring(f'<x xmlns="{TEI[1:-1]}">{said}</x>'))
    return root


def _catalogue(work: Work) -> Iterator[str]:
    edition = work.edition
    core = xml("dublinCore", *(of_text(f"dct:{name}", value) for name, value in _about(work)), **_NAMES)
    yield DECLARATION + opened("collection", identifier=edition.base or edition.id or "documents") + "\n"
    yield of_text("title", edition.title or "Documents") + of_text("description", edition.subtitle)
    yield f"{core}\n<members>\n"
    for record in records(work):
        file = f"{record.id}.xml" if record.file in work.volume.others else record.file
        yield _resource(record, f"tei/{file}") + "\n"
    yield "</members>\n</collection>\n"


def _about(work: Work) -> Iterator[tuple[str, str | None]]:
    edition = work.edition
    yield "publisher", edition.publisher
    yield "issued", edition.date
    yield "license", edition.licence
    yield from (("contributor", editor.name) for editor in edition.editors)


def _resource(record: Record, path: str) -> str:
    pairs = (of_text(f"dct:{name}", value) for name, value in record.terms if name != "title")
    core = xml("dublinCore", *pairs, **_NAMES)
    return xml("resource", of_text("title", record.title), core, identifier=record.id, filepath=path)
