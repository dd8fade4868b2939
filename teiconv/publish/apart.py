"""Ids of TEI that others made: where files share them, each file's have its name before them.

So two volumes that both have a ``d1`` are published side by side (``v1.d1``, ``v2.d1``), and a document without an id
has one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from lxml import etree

from teiconv.collection.ids import document_id
from teiconv.formats.tei.parsing import read_file
from teiconv.formats.tei.read import TeiFile, open_tei
from teiconv.publish.pointers import POINTERS, file_of

ID = "{http://www.w3.org/XML/1998/namespace}id"
_DIV = "{http://www.tei-c.org/ns/1.0}div"
_NAME = re.compile(r"[^\W\d][\w.-]*")


def is_needed(root: Path, files: Collection[str]) -> bool:
    """Tell whether a document in ``files`` has no id that is its alone, or a division around or beside them shares one.

    Raises:
        TeiError: a file cannot be read, or is no TEI.
    """
    seen: set[str] = set()
    for file in files:
        opened = open_tei(read_file(root / file), file)
        if any(not _NAME.fullmatch(div.get(ID) or "") for div in opened.divs):
            return True
        for id in (id for div in (*opened.divs, *_others(opened)) if (id := div.get(ID))):
            if id in seen:
                return True
            seen.add(id)
    return False


def _others(opened: TeiFile) -> Iterator[etree._Element]:
    """Yield the divisions that stand around documents or beside them, as chapters and prefaces do."""
    documents = set(opened.divs)
    for div in opened.root.iter(_DIV):
        if not any(node in documents for node in (div, *div.iterancestors())):
            yield div


def set_apart(root: etree._Element, file: str, files: Collection[str]) -> etree._Element:
    """Give all ids in ``root``, and the pointers to them, the name of their file; ``files`` are all that have that."""
    _name_documents(root, file)
    seen: set[str] = set()
    for node in root.iter(etree.Element):
        if id := node.get(ID):
            new = id_within(file, id)
            while new in seen:
                new += "-2"
            seen.add(new)
            node.set(ID, new)
        for name in POINTERS:
            if "#" in (said := node.get(name, "")):
                node.set(name, " ".join(_pointer(each, file, files) for each in said.split()))
    return root


def repeated(data: bytes, root: etree._Element, file: str) -> Iterator[str]:
    """Yield a message for each document that has the id of one before it in ``file``.

    ``data`` is the file as it is, ``root`` the same with the ids of the volume.
    """
    seen: set[str] = set()
    opened, renamed = open_tei(data, file), open_tei(root, file).names()
    for name, div, new in zip(opened.names(), opened.divs, renamed, strict=True):
        if name in seen:
            yield f"{file}:{div.sourceline}: a document before it has the id {name}, too; this one is {new}"
        seen.add(name)


def name_files(root: etree._Element, files: Collection[str]) -> None:
    """Let pointers to volumes that are among ``files`` lead to these: ``v02#d3`` to ``v02.xml#d3``."""
    for node in root.iter(etree.Element):
        for name in POINTERS:
            volume, mark, anchor = node.get(name, "").partition("#")
            if mark and volume and f"{volume}.xml" in files:
                node.set(name, f"{volume}.xml#{anchor}")


def _name_documents(root: etree._Element, file: str) -> None:
    divs = open_tei(root, file).divs
    for count, div in enumerate(divs, 1):
        if not div.get(ID) and len(divs) > 1:
            div.set(ID, div.get("n") or str(count))
        elif not div.get(ID):
            div.set(ID, ".")


def id_within(file: str, id: str) -> str:
    """Return what an id in ``file`` becomes; a point stands for the only document of the file."""
    stem = file.removesuffix(".xml")
    return document_id(f"{stem}.xml" if id == "." else f"{stem}/{id}.xml")


def _pointer(pointer: str, file: str, files: Collection[str]) -> str:
    path, _, fragment = pointer.partition("#")
    there = file_of(path, file)
    return f"{path}#{id_within(there, fragment)}" if fragment and there in files else pointer
