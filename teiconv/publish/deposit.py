"""``deposit``: the collection for an archive: a BagIt bag (RFC 8493) with an RO-Crate, METS, DataCite and Dublin Core.

``data/`` is the crate: TEI, texts, ``mets.xml`` and ``ro-crate-metadata.json``; ``data/metadata/`` has
``datacite.json`` and, where the edition has a DOI, ``datacite.xml`` (4.5), and ``oai_dc.xml`` for the collection.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from teiconv.errors import Place, TeiconvError
from teiconv.publish import crate, mets
from teiconv.publish.datacite import as_json, as_xml
from teiconv.publish.dublincore import oai_dc, of_edition
from teiconv.publish.edition import Edition
from teiconv.publish.markup import DECLARATION
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import Volume


def write(work: Work, target: Target) -> None:
    """Write the bag."""
    files = (*work.volume.registers, *work.volume.files)
    for file in files:
        target.copy(f"data/tei/{file}", work.volume.path(file))
    for text in work.volume.texts():
        target.write(f"data/text/{text.id}.txt", text.source_bytes())
    target.write("data/metadata/datacite.json", json.dumps(as_json(work), ensure_ascii=False, indent=2) + "\n")
    if work.edition.doi:  # which the XML cannot do without
        target.write("data/metadata/datacite.xml", as_xml(work))
    about = of_edition(work.edition)
    target.write("data/metadata/oai_dc.xml", f"{DECLARATION}{oai_dc(about)}\n")
    data = target.folder / "data"
    names = [path.relative_to(data).as_posix() for path in _files(data)]
    target.write_pieces("data/mets.xml", mets.pieces(work, data, names, about))
    target.write_pieces(f"data/{crate.NAME}", crate.pieces(work.edition, data, [*names, "mets.xml"]))
    _bag(work.edition, target)


def refuse(volume: Volume) -> None:
    """Refuse names that readers of bags take in different ways: RFC 8493 has them in code, older rules have not.

    Raises:
        TeiconvError: a file has such a name.
    """
    for file in (*volume.registers, *volume.files):
        if any(sign in file for sign in "%\n\r"):
            raise TeiconvError(
                "a bag cannot hold a file with “%” or the end of a line in its name; give the text another name",
                Place(file),
            )


def _files(folder: Path) -> list[Path]:
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix())


def _bag(edition: Edition, target: Target) -> None:
    """Write what makes a bag of the folder."""
    payload = _files(target.folder / "data")
    size = sum(path.stat().st_size for path in payload)
    editors = [editor for editor in edition.editors if editor.email]
    info = [
        ("Bagging-Date", edition.day),
        *((("Contact-Name", editors[0].name), ("Contact-Email", editors[0].email)) if editors else ()),
        ("External-Description", edition.title),
        ("External-Identifier", edition.doi or edition.id),
        ("Payload-Oxum", f"{size}.{len(payload)}"),
        ("Source-Organization", edition.publisher),
    ]
    target.write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    target.write("bag-info.txt", "".join(f"{name}: {_folded(value)}\n" for name, value in info if value))
    target.write("manifest-sha512.txt", _manifest(target.folder, payload))
    tags = [target.folder / name for name in ("bag-info.txt", "bagit.txt", "manifest-sha512.txt")]
    target.write("tagmanifest-sha512.txt", _manifest(target.folder, tags))


def _folded(value: str) -> str:
    return " ".join(value.split())


def _manifest(folder: Path, files: list[Path]) -> str:
    lines = []
    for path in files:
        name = path.relative_to(folder).as_posix()
        lines.append(f"{hashlib.sha512(path.read_bytes()).hexdigest()}  {name}\n")
    return "".join(lines)
