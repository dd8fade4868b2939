"""XML → the document tree.  Its inverse is :mod:`teiconv.formats.tei.write`.

A file may be one of ours, or anything in TEI that holds documents: an official volume holds hundreds.  What we
wrote is canonical but for its indentation; what others wrote goes through :mod:`teiconv.formats.tei.foreign`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from lxml import etree

from teiconv.errors import Place, TeiError
from teiconv.formats.frus import FRUS_MARK, OWN_SERIES, from_frus, read_front
from teiconv.formats.tei.fold import canonical
from teiconv.formats.tei.foreign import normalise
from teiconv.formats.tei.form import LOST, read_form
from teiconv.formats.tei.header_reader import read_header
from teiconv.formats.tei.parsing import has_lost_header, line_of, parse
from teiconv.formats.tei.stated import persons_of, stated
from teiconv.formats.tei.write import TEI_NAMESPACE
from teiconv.model import SEVERAL, Element, Node, element, joined
from teiconv.model.header import Form, Header
from teiconv.remember import remembered

Tei: TypeAlias = "bytes | etree._Element"
"""A TEI file: as bytes, or its root element as :func:`teiconv.formats.tei.parsing.parse` gives it."""

_TEI = f"{{{TEI_NAMESPACE}}}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_XML_ID = f"{_XML}id"
_FRUS = frozenset({"http://history.state.gov/frus/ns/1.0", "http://history.state.gov/ns/1.0"})
"""The official volumes have one element of their own, under either of these names: ``frus:attachment``."""
_OWN_MARK = "{*}teiHeader/{*}encodingDesc/{*}appInfo/{*}application[@ident='teiconv']"
_TITLE = f"{_TEI}teiHeader/{_TEI}fileDesc/{_TEI}titleStmt/{_TEI}title"
_FORM = f"{_TEI}teiHeader/{_TEI}encodingDesc/{_TEI}tagsDecl"
_FEW = 12
_REGISTER, _START = b'type="register"', 500


class Convention(Enum):
    """Whose hand wrote a file, and so what its white space means: ours, in either profile, or anybody else's."""

    OWN = _OWN_MARK
    FRUS = FRUS_MARK
    FOREIGN = ""

    @classmethod
    def of(cls, tei: etree._Element) -> Convention:
        """Return that of a ``TEI`` element."""
        return next((hand for hand in (cls.OWN, cls.FRUS) if tei.find(hand.value) is not None), cls.FOREIGN)


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read: ``body`` is its canonical ``div``; what stands beside it is read when asked for.

    ``tei`` is the element of the file that holds it; ``convention`` whose hand wrote that.
    """

    body: Element
    convention: Convention
    tei: etree._Element

    @property
    def form(self) -> Form:
        """The form of the source text; the canonical one unless a header of ours tells another, or has been taken out.

        Raises:
            TeiError: the form is stated in unknown words.
        """
        if self.convention is not Convention.FOREIGN and (said := self.tei.find(_FORM)) is not None:
            return read_form(model_of(said))
        return LOST if has_lost_header(self.tei) else Form()

    @property
    def conventions(self) -> str:
        """The name of the conventions by which the text was read; those of the series unless a file of ours says."""
        return _conventions(self.tei)

    @property
    def title(self) -> str:
        """The title of the file, if all its text is the document; of a volume, that is no document's title."""
        title = self.tei.find(_TITLE) if self.body.name == "body" else None
        return "" if title is None else " ".join("".join(map(str, title.itertext())).split())

    @property
    def header(self) -> Header | None:
        """What the header says of the document; ``None`` for a file of others, and for one of several documents."""
        if self.convention is not Convention.OWN or self._is_one_of_several:
            return None
        header = next(node for node in self.tei if node.tag == f"{_TEI}teiHeader")
        return read_header(canonical(model_of(header)), self.body.get("n"))

    @property
    def stated(self) -> Header | None:
        """What the header of a file of others says of the document; ``None`` if the file holds several."""
        header = self.tei.find(f"{_TEI}teiHeader")
        if self.convention is not Convention.FOREIGN or header is None or not self._is_alone:
            return None
        return stated(canonical(model_of(header)), self.tei.get(f"{_XML}lang"))

    @property
    def _is_one_of_several(self) -> bool:
        text = self.tei.find(f"{_TEI}text")
        return text is not None and text.get("type") == SEVERAL and self.body.get("type") != SEVERAL

    @property
    def _is_alone(self) -> bool:
        texts = self.tei.iter(f"{_TEI}body") if self.body.name == "body" else self.tei.iter(f"{_TEI}div")
        return sum(text.tag == f"{_TEI}body" or text.get("type") == "document" for text in texts) == 1

    @property
    def standoff(self) -> tuple[Element, ...]:
        """The content of ``standOff``, or, in the profile of the series, what its front matter says instead.

        In files of others, persons may also be listed in the header.
        """
        if self.convention is Convention.FRUS:
            return read_front(_below(self.tei, f"text/{_TEI}front"))
        beside = _below(self.tei, "standOff")
        header = self.tei.find(f"{_TEI}teiHeader") if self.convention is Convention.FOREIGN else None
        listed = () if header is None else persons_of(canonical(model_of(header)))
        return (*beside, element("listPerson", *listed)) if listed else beside


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

    def read_div(self, div: etree._Element) -> Reading:
        """Return the document, or any other division, that is ``div``."""
        return _read(div)

    def read_all(self) -> Iterator[tuple[str, Reading]]:
        """Yield every document in order, with its name."""
        for name, div in zip(self.names(), self.divs, strict=True):
            yield name, _read(div)

    def _chosen(self, document: str | None) -> etree._Element:
        if document is None and len(self.divs) == 1:
            return self.divs[0]
        around = self.divs[0].getparent()
        if document is None and around is not None and self._are_of_one_text(around):
            return around
        if document is not None:
            named = dict(zip(reversed(self.names()), reversed(self.divs), strict=True))
            numbered = {div.get("n"): div for div in reversed(self.divs)}
            others = (div for div in self.root.iter(f"{_TEI}div") if div.get(_XML_ID) == document)
            div = named.get(document, numbered.get(document, next(others, None)))
            if div is not None:
                return div
        what = "holds several documents" if document is None else f"holds no document {document}"
        raise TeiError(f"it {what}; choose one of {_listed(self.names())}", Place(self.file))

    def _are_of_one_text(self, body: etree._Element) -> bool:
        """Whether the documents are those of one text, which we made a file of."""
        text = body.getparent()
        return text is not None and text.get("type") == SEVERAL and all(div.getparent() is body for div in self.divs)


def open_tei(tei: Tei, file: str = "<input>") -> TeiFile:
    """Find the documents in ``tei``, which is parsed if need be: ``div type="document"``, or else the bodies of texts.

    Raises:
        TeiError: it is not well formed, or hostile, or not TEI; ``file`` is its name for messages.
    """
    root = parse(tei, file).getroot() if isinstance(tei, bytes) else tei
    if root.tag not in (f"{_TEI}TEI", f"{_TEI}teiCorpus"):
        name = etree.QName(root)
        what = "is in no namespace" if name.localname in ("TEI", "teiCorpus") and not name.namespace else "is not TEI"
        message = f'its root is <{name.localname}>, which {what}; it must be <TEI xmlns="{TEI_NAMESPACE}">'
        raise TeiError(message, Place(file, line_of(root)))
    divs = [div for div in root.iter(f"{_TEI}div") if div.get("type") == "document"]
    divs = divs or list(root.iter(f"{_TEI}body"))
    if not divs:
        raise TeiError("it holds no text; there must be a <text> with a <body>", Place(file, line_of(root)))
    return TeiFile(file, root, tuple(divs))


def read_register(tei: Tei, file: str = "<input>") -> tuple[Element, ...]:
    """Return what the ``standOff`` of a file lists that has no text: a register of a collection.

    Raises:
        TeiError: it is not well formed, or hostile.
    """
    root = parse(tei, file).getroot() if isinstance(tei, bytes) else tei
    return _below(root, "standOff")


def is_register(tei: bytes) -> bool:
    """Tell whether a TEI file is a register of a collection, by its first line: it holds no document."""
    return _REGISTER in tei[:_START]


def read(tei: Tei, *, file: str = "<input>", document: str | None = None) -> Reading:
    """Return one document of the TEI file ``tei``; ``document`` chooses where it holds several.

    Raises:
        TeiError: see :func:`open_tei` and :meth:`TeiFile.read`.
    """
    return open_tei(tei, file).read(document)


def _read(div: etree._Element) -> Reading:
    tei = next(div.iterancestors(f"{_TEI}TEI", f"{_TEI}teiCorpus"))
    convention, model = Convention.of(tei), model_of(div)
    if convention is Convention.OWN and div.tag == f"{_TEI}body":
        model = Element("div", model.content, (("type", SEVERAL),))
    return Reading(_tree(model, convention, tei), convention, tei)


def _tree(model: Element, convention: Convention, tei: etree._Element) -> Element:
    if convention is Convention.FRUS:
        return from_frus(model, _conventions(tei))
    return canonical(model) if convention is Convention.OWN else normalise(model)


def _conventions(tei: etree._Element) -> str:
    application, tool = tei.find(_OWN_MARK), tei.find(FRUS_MARK)
    said = None if application is None else application.get("type")
    return said or (None if tool is None else tool.get("subtype")) or OWN_SERIES


def _below(tei: etree._Element, path: str) -> tuple[Element, ...]:
    """Return the elements in those at ``path``, without the white space between them."""
    return tuple(
        child
        for node in tei.findall(f"{_TEI}{path}")
        for child in canonical(model_of(node)).content
        if isinstance(child, Element)
    )


def model_of(node: etree._Element) -> Element:
    """Return the model of ``node`` with all its white space, without comments and processing instructions."""
    text = node.text
    content: list[Node] = [text] if text else []
    is_pure = True
    for child in node:
        if callable(child.tag):  # as those of comments and processing instructions are: text goes on behind them
            is_pure = False
        else:
            content.append(model_of(child))
        tail = child.tail
        if tail:
            content.append(tail)
    attributes: Sequence[tuple[str, str]] = node.items()  # type: ignore[assignment]
    return Element(
        _name(str(node.tag)),
        tuple(content) if is_pure else joined(content),
        _attributes(attributes) if attributes else (),
    )


@remembered()
def _name(tag: str) -> str:
    if tag.startswith(_TEI):
        return tag[len(_TEI) :]
    namespace, _, name = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
    return f"frus:{name}" if namespace in _FRUS else name


def _attributes(items: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the attributes of an element that TEI knows; those of other vocabularies say nothing about its text."""
    pairs: list[tuple[str, str]] = []
    for name, value in items:
        if name[0] != "{":
            pairs.append((name, value))
        elif _XML in name:
            pairs.append((name.replace(_XML, "xml:"), value))
    return tuple(pairs)


def _listed(names: tuple[str, ...]) -> str:
    if len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(names[: _FEW - 1])}, …, {names[-1]} ({len(names)} documents)"
