"""The way of the data, joined: text → document → TEI, and back by the same steps."""

from __future__ import annotations

from teiconv.blocks.layout import render
from teiconv.blocks.read import read_body
from teiconv.document import Document
from teiconv.inline import write as write_inline
from teiconv.options import DEFAULTS, Options
from teiconv.source import decode, encode, restore
from teiconv.tei.read import read
from teiconv.tei.write import serialise


def read_text(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> Document:
    """Return the document that a text is."""
    text, form = decode(data, name, options.encoding)
    body = read_body(text, options.identifier)
    return Document(body, form)


def to_tei(data: bytes | str, options: Options = DEFAULTS, *, name: str = "<input>") -> bytes:
    from teiconv.model import element
    d = read_text(data, options, name=name)
    return serialise(element("TEI", element("teiHeader", element("encodingDesc", element("appInfo", element("application", ident="teiconv")))), element("text", element("body", d.body))))


def to_bytes(x: bytes) -> bytes:
    from teiconv.header import Form
    d = read(x)
    return encode(render(d.body, write_inline=write_inline), Form())
