"""The files of a deposit as METS tells them (Metadata Encoding and Transmission Standard 1.12).

Each file with its size and digest, the folders as the physical structure, the documents in their order as the logical
one, and Dublin Core for the collection and for each document.  No time of making is told, for equal input is to give
equal bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from teiconv import __version__
from teiconv.publish.dublincore import Record, oai_dc, records
from teiconv.publish.markup import DECLARATION, Xml, of_text, opened, xml
from teiconv.publish.table import Work

_METS, _XLINK = "http://www.loc.gov/METS/", "http://www.w3.org/1999/xlink"
_KINDS = {".xml": "application/tei+xml", ".txt": "text/plain", ".json": "application/json"}


def pieces(work: Work, folder: Path, names: Sequence[str], collection: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the METS of the files ``names`` below ``folder``; ``collection`` is the Dublin Core of the whole."""
    number = {name: f"file-{place}" for place, name in enumerate(names, 1)}
    found = {f"tei/{record.file}": record.id for record in records(work)}
    about = {"OBJID": work.edition.doi or work.edition.id, "LABEL": work.edition.title}
    yield f"{DECLARATION}{opened('mets', **{'xmlns': _METS, 'xmlns:xlink': _XLINK}, **about)}\n"
    yield xml("metsHdr", _agent()) + "\n"
    yield _described("collection", oai_dc(collection))
    for record in records(work):
        yield _described(record.id, oai_dc(record.terms))
    yield '<fileSec><fileGrp USE="original">\n'
    for name in names:
        yield _file(folder / name, name, number[name])
    yield "</fileGrp></fileSec>\n"
    folders = xml("structMap", _folder("data", list(names), "", number, found), TYPE="physical")
    yield (
        folders + "\n" + opened("structMap", TYPE="logical") + opened("div", TYPE="collection", DMDID="dmd-collection")
    )
    for order, record in enumerate(records(work), 1):
        yield "\n" + _document(record, order, number)
    yield "</div></structMap>\n</mets>\n"


def _agent() -> Xml:
    name = of_text("name", f"teiconv {__version__}")
    return xml("agent", name, ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE")


def _described(id: str, metadata: Xml) -> str:
    return xml("dmdSec", xml("mdWrap", xml("xmlData", metadata), MDTYPE="DC"), ID=f"dmd-{id}") + "\n"


def _file(path: Path, name: str, id: str) -> str:
    data = path.read_bytes()
    place = xml("FLocat", **{"LOCTYPE": "OTHER", "OTHERLOCTYPE": "SYSTEM", "xlink:href": quote(name)})
    said = {"SIZE": str(len(data)), "CHECKSUM": hashlib.sha512(data).hexdigest(), "CHECKSUMTYPE": "SHA-512"}
    return xml("file", place, ID=id, MIMETYPE=_KINDS[path.suffix], **said) + "\n"


def _folder(label: str, names: list[str], above: str, number: dict[str, str], found: dict[str, str]) -> Xml:
    """Return a folder with what is in it; ``names`` are the files below it, ``above`` is its path."""
    inner: dict[str, list[str]] = {}
    for name in names:
        inner.setdefault(name[len(above) :].partition("/")[0], []).append(name)
    parts = []
    for label_, below in inner.items():
        if below == [f"{above}{label_}"]:
            described = f"dmd-{found[below[0]]}" if below[0] in found else None
            pointer = xml("fptr", FILEID=number[below[0]])
            parts.append(xml("div", pointer, TYPE="Item", LABEL=label_, DMDID=described))
        else:
            parts.append(_folder(label_, below, f"{above}{label_}/", number, found))
    return xml("div", *parts, TYPE="Directory", LABEL=label)


def _document(record: Record, order: int, number: dict[str, str]) -> str:
    names = (f"tei/{record.file}", f"text/{PurePosixPath(record.id)}.txt")
    pointers = (xml("fptr", FILEID=number[name]) for name in names if name in number)
    said = {"ORDER": str(order), "LABEL": record.title, "DMDID": f"dmd-{record.id}"}
    return xml("div", *pointers, TYPE="document", **said)
