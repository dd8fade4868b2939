"""Any TEI file as a tree of the model, as it stands: a volume with its lists as well as a single document.

The reader proper (:mod:`teiconv.formats.tei.read`) gives one document in canonical form; here the encoding itself is
the object, so that nothing of it is mended first.
"""

from __future__ import annotations

from lxml import etree

from teiconv.formats.tei.parsing import parse
from teiconv.model import Element, Node

_XML = "{http://www.w3.org/XML/1998/namespace}"


def read_tree(data: bytes, name: str) -> Element:
    """Return the root element of a TEI file; comments and processing instructions are left out.

    Raises:
        TeiError: the file is not well formed, or hostile.
    """
    return _element(parse(data, name).getroot())


def _element(node: etree._Element) -> Element:
    content: list[Node] = [node.text] if node.text else []
    for child in node:
        if isinstance(child.tag, str):
            content.append(_element(child))
        if child.tail:
            content.append(child.tail)
    attributes = tuple((str(key).replace(_XML, "xml:"), str(value)) for key, value in node.attrib.items())
    return Element(etree.QName(node).localname, tuple(content), attributes)
