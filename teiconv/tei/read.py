"""XML → the document tree.  Its inverse is :mod:`teiconv.tei.write`.

A file may be one of ours, or anything in TEI that holds documents: an official volume holds hundreds.  What we
wrote is canonical but for its indentation; what others wrote goes through :mod:`teiconv.tei.foreign`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from teiconv.errors import Place, TeiError
from teiconv.model import Element, Node
from teiconv.tei.fold import canonical
from teiconv.tei.foreign import normalise
from teiconv.tei.frus import FRUS_MARK, from_frus, read_front
from teiconv.tei.parsing import parse
from teiconv.tei.write import TEI_NAMESPACE

_TEI = f"{{{TEI_NAMESPACE}}}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_XML_ID = f"{_XML}id"
_FRUS = frozenset({"http://history.state.gov/frus/ns/1.0", "http://history.state.gov/ns/1.0"})
"""The official volumes have one element of their own, under either of these names: ``frus:attachment``."""
_OWN_MARK = "{*}teiHeader/{*}encodingDesc/{*}appInfo/{*}application[@ident='teiconv']"
_FEW = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read: the tree of its text, and what stands beside it in the file.

    ``body`` is its canonical ``div``; ``header`` the ``teiHeader``, ``standoff`` the content of ``standOff``.
    ``is_own`` says whether the file is one of ours: only then does the header tell of a source text.
    """

    body: Element
    header: Element | None
    standoff: tuple[Element, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class TeiFile:
    """A parsed file with the name it has in messages; ``divs`` are the documents in it, ``root`` is all of it."""

    file: str
    root: etree._Element
    divs: tuple[etree._Element, ...]

    def names(self) -> tuple[str, ...]:
        """Return what the documents can be chosen by, in order: their ``xml:id``, or else ``@n``, or else a count."""
        return tuple(div.get(_XML_ID) or div.get("n") or str(i) for i, div in enumerate(self.divs, 1))

    def read(self, document: str | None = None) -> Reading:
        """Return the document with that name or ``@n``, or the only one there is.

        Any other ``div`` (``persons``, ``terms``) can be read by its ``xml:id``.

        Raises:
            TeiError: that is not one document; the message says what can be chosen.
        """
        return _read(self._chosen(document))

    def read_all(self) -> Iterator[tuple[str, Reading]]:
        """Yield every document in order, with its name."""
        for name, div in zip(self.names(), self.divs, strict=True):
            yield name, _read(div)

    def _chosen(self, document: str | None) -> etree._Element:
        if document is None and len(self.divs) == 1:
            return self.divs[0]
        if document is not None:
            named = dict(zip(reversed(self.names()), reversed(self.divs), strict=True))
            numbered = {div.get("n"): div for div in reversed(self.divs)}
            others = (div for div in self.root.iter(f"{_TEI}div") if div.get(_XML_ID) == document)
            div = named.get(document, numbered.get(document, next(others, None)))
            if div is not None:
                return div
        what = "holds several documents" if document is None else f"holds no document {document}"
        raise TeiError(f"it {what}; choose one of {_listed(self.names())}", Place(self.file))


def open_tei(data: bytes, file: str = "<input>") -> TeiFile:
    """Parse ``data`` and find the documents in it: ``div type="document"``, or else the body of each text.

    Raises:
        TeiError: it is not well formed, or hostile, or not TEI; ``file`` is its name for messages.
    """
    root = parse(data, file).getroot()
    if root.tag not in (f"{_TEI}TEI", f"{_TEI}teiCorpus"):
        message = f'its root is {root.tag}, which is not TEI; it must be <TEI xmlns="{TEI_NAMESPACE}">'
        raise TeiError(message, Place(file))
    divs = [div for div in root.iter(f"{_TEI}div") if div.get("type") == "document"]
    divs = divs or list(root.iter(f"{_TEI}body"))
    if not divs:
        raise TeiError("it holds no text; there must be a <text> with a <body>", Place(file))
    return TeiFile(file, root, tuple(divs))


def read(data: bytes, *, file: str = "<input>", document: str | None = None) -> Reading:
    """Return one document of the TEI file ``data``; ``document`` chooses where it holds several.

    Raises:
        TeiError: see :func:`open_tei` and :meth:`TeiFile.read`.
    """
    return open_tei(data, file).read(document)


def _read(div: etree._Element) -> Reading:
    tei = next(div.iterancestors(f"{_TEI}TEI", f"{_TEI}teiCorpus"))
    header = tei.find(f"{_TEI}teiHeader")
    body = _element(div)
    if tei.find(_OWN_MARK) is not None:
        body, standoff, is_own = canonical(body), _below(tei, "standOff"), True
    elif tei.find(FRUS_MARK) is not None:
        front = _below(tei, f"text/{_TEI}front")
        body, standoff, is_own = from_frus(body), read_front(front), True
    else:
        body, standoff, is_own = normalise(body), _below(tei, "standOff"), False
    return Reading(body, None if header is None else canonical(_element(header)), standoff, is_own)


def _below(tei: etree._Element, path: str) -> tuple[Element, ...]:
    """Return the elements in those at ``path``, without the white space between them."""
    return tuple(
        child
        for node in tei.findall(f"{_TEI}{path}")
        for child in canonical(_element(node)).content
        if isinstance(child, Element)
    )


def _element(node: etree._Element) -> Element:
    """Return the model of ``node`` with all its white space, without comments and processing instructions."""
    content: list[Node] = []
    text = node.text or ""
    for child in node:
        if isinstance(child.tag, str):
            if text:
                content.append(text)
                text = ""
            content.append(_element(child))
        if child.tail:
            text += child.tail
    if text:
        content.append(text)
    return Element(_name(str(node.tag)), tuple(content), _attributes(node) if node.attrib else ())


def _name(tag: str) -> str:
    if tag.startswith(_TEI):
        return tag[len(_TEI) :]
    namespace, _, name = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
    return f"frus:{name}" if namespace in _FRUS else name


def _attributes(node: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the attributes of ``node`` that TEI knows; those of other vocabularies say nothing about its text."""
    pairs = ((str(name), str(value)) for name, value in node.attrib.items())
    return tuple((name.replace(_XML, "xml:"), value) for name, value in pairs if name[0] != "{" or _XML in name)


def _listed(names: tuple[str, ...]) -> str:
    if len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(names[: _FEW - 1])}, …, {names[-1]} ({len(names)} documents)"
