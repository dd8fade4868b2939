"""XML → the document tree.  Its inverse is :mod:`teiconv.tei.write`.

A file may be one of ours, or anything in TEI that holds documents: an official volume holds hundreds.  What we
wrote is canonical but for its indentation; what others wrote goes through :mod:`teiconv.tei.foreign`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from teiconv.blocks.layout import BLOCKS
from teiconv.errors import Place, TeiError
from teiconv.model import Element, Node
from teiconv.tei.fold import fold
from teiconv.tei.foreign import normalise
from teiconv.tei.parsing import parse
from teiconv.tei.write import TEI_NAMESPACE, stands_apart

_TEI = f"{{{TEI_NAMESPACE}}}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {"http://history.state.gov/frus/ns/1.0": "frus:", "http://history.state.gov/ns/1.0": "frus:"}
_FEW = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read: the tree of its text, and what stands beside it in the file.

    ``body`` is its canonical ``div``; ``header`` the ``teiHeader``, ``standoff`` the content of ``standOff``.
    ``is_own`` says whether the file is one of ours: only then do header and layout tell of a source text.
    """

    body: Element
    header: Element | None
    standoff: tuple[Element, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class TeiFile:
    """A parsed file; ``divs`` are the documents in it, by their ``xml:id`` or else ``@n``."""

    file: str
    divs: tuple[etree._Element, ...]

    def names(self) -> tuple[str, ...]:
        """Return what the documents can be chosen by, in order."""
        return tuple(div.get(_XML_ID) or div.get("n") or str(i) for i, div in enumerate(self.divs, 1))

    def read(self, document: str | None = None) -> Reading:
        """Return the document with that ``xml:id`` or ``@n``, or the only one there is.

        Raises :class:`TeiError`, with what can be chosen, where that is not one document.
        """
        return self._read(self._chosen(document))

    def read_all(self) -> Iterator[tuple[str, Reading]]:
        """Yield every document in order, with its name."""
        for name, div in zip(self.names(), self.divs, strict=True):
            yield name, self._read(div)

    def _chosen(self, document: str | None) -> etree._Element:
        if document is None and len(self.divs) == 1:
            return self.divs[0]
        if document is not None:
            for div, name in zip(self.divs, self.names(), strict=True):
                if name == document:
                    return div
            for div in self.divs:
                if div.get("n") == document:
                    return div
        what = "holds several documents" if document is None else f"holds no document {document}"
        raise TeiError(f"the file {what}; choose one of {_listed(self.names())}", Place(self.file))

    def _read(self, div: etree._Element) -> Reading:
        tei = next(div.iterancestors(f"{_TEI}TEI"))
        header = tei.find(f"{_TEI}teiHeader")
        standoff = tei.findall(f"{_TEI}standOff")
        is_own = tei.find(f"{_TEI}teiHeader/{_TEI}encodingDesc/{_TEI}appInfo/{_TEI}application[@ident='teiconv']")
        body = self._model(div)
        return Reading(
            body=normalise(body) if is_own is None else _canonical(body),
            header=None if header is None else _canonical(self._model(header)),
            standoff=tuple(c for s in standoff for c in _canonical(self._model(s)).content if isinstance(c, Element)),
            is_own=is_own is not None,
        )

    def _model(self, node: etree._Element) -> Element:
        """Return the model of ``node`` with all its white space, without comments and processing instructions."""
        content: list[Node] = []
        text = node.text or ""
        for child in node:
            if isinstance(child.tag, str):
                if text:
                    content.append(text)
                    text = ""
                content.append(self._model(child))
            elif child.tag is etree.Entity:
                raise TeiError(f"entity {child.text} is not resolved; write the character itself", self._at(child))
            if child.tail:
                text += child.tail
        if text:
            content.append(text)
        return Element(_name(node.tag), tuple(content), _attributes(node))

    def _at(self, node: etree._Element) -> Place:
        return Place(self.file, node.sourceline)


def open_tei(data: bytes, file: str = "<input>") -> TeiFile:
    """Parse ``data`` and find the documents in it: ``div type="document"``, or else the body of each text.

    Raises:
        TeiError: it is not well formed, or hostile, or not TEI; ``file`` is its name for messages.
    """
    root = parse(data, file).getroot()
    if root.tag not in (f"{_TEI}TEI", f"{_TEI}teiCorpus"):
        raise TeiError(
            f'the root is {root.tag}, which is not TEI; it must be <TEI xmlns="{TEI_NAMESPACE}">',
            Place(file, root.sourceline),
        )
    divs = [div for div in root.iter(f"{_TEI}div") if div.get("type") == "document"]
    divs = divs or list(root.iter(f"{_TEI}body"))
    if not divs:
        raise TeiError("it holds no text; there must be a <text> with a <body>", Place(file, root.sourceline))
    return TeiFile(file, tuple(divs))


def read(data: bytes, *, file: str = "<input>", document: str | None = None) -> Reading:
    """Return one document of the TEI file ``data``; ``document`` is its ``xml:id`` or ``@n`` where there are many."""
    return open_tei(data, file).read(document)


def _canonical(root: Element) -> Element:
    return fold(root, _OWN_BLOCKS, _runs)


_OWN_BLOCKS = frozenset({*BLOCKS, "cell"})


def _runs(node: Element) -> bool:
    return not stands_apart(node)


def _name(tag: str) -> str:
    if tag.startswith(_TEI):
        return tag[len(_TEI) :]
    namespace, _, name = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
    return _PREFIXES.get(namespace, "") + name


def _attributes(node: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the attributes of ``node`` that TEI knows; those of other vocabularies say nothing about its text."""
    if not node.attrib:
        return ()
    return tuple(
        (name.replace(_XML, "xml:"), value)
        for name, value in node.attrib.items()
        if name[0] != "{" or name.startswith(_XML)
    )


def _listed(names: tuple[str, ...]) -> str:
    if len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(names[: _FEW - 1])}, …, {names[-1]} ({len(names)} documents)"
