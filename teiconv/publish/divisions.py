"""The levels of a volume that others made, above its documents: compilations, chapters, subchapters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml import etree

from teiconv.formats.tei.read import TeiFile, open_tei
from teiconv.publish.apart import ID
from teiconv.publish.chapters import Chapter
from teiconv.publish.sections import BACK, FRONT, title_of
from teiconv.publish.told import name_of
from teiconv.publish.volume import TEI, Volume

_DIV, _PB = f"{TEI}div", f"{TEI}pb"
_BESIDE = (f"{TEI}{FRONT}", f"{TEI}{BACK}")
_KIND = "chapter"


def divisions(found: Volume) -> tuple[Chapter, ...]:
    """Return the divisions of all files of others, each before those in it, with their documents."""
    return tuple(
        chapter
        for file in found.files
        if file in found.others
        for chapter in _of_file(open_tei(found.tree(file), file), is_one_of_several=len(found.others) > 1)
    )


def _of_file(opened: TeiFile, *, is_one_of_several: bool) -> Iterator[Chapter]:
    volume = name_of(opened.root, opened.file) if is_one_of_several else None
    levels = _levels(opened.root, set(opened.divs))
    documents: dict[etree._Element, list[str]] = {div: [] for div in levels}
    for document, name in zip(opened.divs, opened.names(), strict=True):
        around = next((div for div in document.iterancestors(_DIV) if div in levels), None)
        if around is not None:
            documents[around].append(name)
    for div, level in levels.items():
        chapter = _chapter(opened, div, level, tuple(documents[div]))
        yield chapter if level > 1 else chapter.of(volume)


def _levels(root: etree._Element, documents: Collection[etree._Element]) -> dict[etree._Element, int]:
    """Return the divisions that say something, in their order, with their levels from 1."""
    levels: dict[etree._Element, int] = {}
    for div in root.iter(_DIV):
        around = list(div.iterancestors())
        is_beside = any(node in documents or node.tag in _BESIDE for node in (div, *around))
        if not is_beside and _own(div):
            levels[div] = 1 + sum(node in levels for node in around)
    return levels


def _own(div: etree._Element) -> list[etree._Element]:
    """Return what stands in a division itself; its page breaks belong to the document after them."""
    return [child for child in div.iterchildren(f"{TEI}*") if child.tag not in (_DIV, _PB)]


def _chapter(opened: TeiFile, div: etree._Element, level: int, documents: tuple[str, ...]) -> Chapter:
    alone = etree.SubElement(div, _DIV)
    alone.attrib.update(div.attrib)
    alone.extend(map(deepcopy, _own(div)))
    reading = opened.read_div(alone)
    div.remove(alone)
    kind = div.get("type") or _KIND
    title = title_of(reading.body).rstrip(" :") or kind.capitalize()  # “The East:” stands above what is in it
    return Chapter(title, documents, (), div.get(ID), level, kind, reading.body, reading.conventions)
