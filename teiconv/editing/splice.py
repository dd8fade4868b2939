"""An edit of one element, spliced into the bytes of a file: every byte outside it stays as it was.

Attribute order, quotation marks, entities and white space of the file are not touched.  An edit says what stood there,
and what stands there now; so it can be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.parsing import in_utf8

_ATTRIBUTE = rb"\s+%b\s*=\s*(?:\"[^\"]*\"|'[^']*')"
_START = re.compile(rb"<([^\s/>]+)(?:" + _ATTRIBUTE % rb"[^\s=]+" + rb")*\s*(/?)>")
_END = re.compile(rb"</([^\s>]+)\s*>\Z")
_AROUND = 40
"""Bytes before and after an edit by which it is found again after other edits."""


class Edit(NamedTuple):
    """The bytes ``old`` at ``start`` became ``new``; ``before`` and ``after`` is what stood around them."""

    start: int
    old: bytes
    new: bytes
    before: bytes = b""
    after: bytes = b""


class _Span(NamedTuple):
    """Where an element is in its file: its start tag, and its end tag (empty for ``<pb/>``)."""

    start: int
    open_end: int
    close_start: int
    end: int


def with_attributes(data: bytes, index: int, changes: Mapping[str, str | None], name: str = "<input>") -> Edit:
    """Return the edit that sets attributes of the element of that ``index`` (in document order); ``None`` removes one.

    Raises:
        TeiconvError: the file cannot be edited in place.
    """
    span = _span(data, index, name)
    tag = data[span.start : span.open_end]
    new = tag
    for attribute, value in changes.items():
        new = _changed(new, attribute.encode(), value)
    return _edit(data, span.start, tag, new)


def unwrapped(data: bytes, index: int, name: str = "<input>") -> Edit:
    """Return the edit that takes the tags of an element away, and leaves what is in it."""
    span = _span(data, index, name)
    return _edit(data, span.start, data[span.start : span.end], data[span.open_end : span.close_start])


def renamed(data: bytes, index: int, new: str, name: str = "<input>") -> Edit:
    """Return the edit that gives an element another name, with the prefix that it has."""
    span = _span(data, index, name)
    whole = data[span.start : span.end]
    match = _START.match(whole)
    assert match
    old = match[1]
    to = old[: old.rfind(b":") + 1] + new.encode()
    begun = b"<" + to + whole[1 + len(old) :]
    ended = _END.search(begun)
    return _edit(data, span.start, whole, begun[: ended.start(1)] + to + begun[ended.end(1) :] if ended else begun)


def applied(data: bytes, edit: Edit) -> bytes:
    """Return ``data`` with ``edit``.

    Raises:
        TeiconvError: what it changes no longer stands there.
    """
    return _replaced(data, edit.start, edit.old, edit.new, edit)


def reverted(data: bytes, edit: Edit) -> bytes:
    """Return ``data`` without ``edit``: the inverse of :func:`applied`, whatever was edited elsewhere meanwhile.

    Raises:
        TeiconvError: what it had made no longer stands there, or at more than one place.
    """
    return _replaced(data, edit.start, edit.new, edit.old, edit)


def _replaced(data: bytes, start: int, old: bytes, new: bytes, edit: Edit) -> bytes:
    around = edit.before + old + edit.after
    at = start - len(edit.before)
    if at < 0 or not data.startswith(around, at):
        at = data.find(around)
        if at < 0 or data.find(around, at + 1) >= 0:
            raise TeiconvError("the edited place has changed since; look at the file")
    start = at + len(edit.before)
    return data[:start] + new + data[start + len(old) :]


def _edit(data: bytes, start: int, old: bytes, new: bytes) -> Edit:
    end = start + len(old)
    return Edit(start, old, new, data[max(0, start - _AROUND) : start], data[end : end + _AROUND])


def _changed(tag: bytes, attribute: bytes, value: str | None) -> bytes:
    """Return a start tag with an attribute set or removed; it keeps its place and its quotation marks."""
    match = re.search(_ATTRIBUTE % re.escape(attribute), tag)
    if value is None:
        return tag if match is None else tag[: match.start()] + tag[match.end() :]
    if match is None:
        close = len(tag) - (2 if tag.endswith(b"/>") else 1)
        close -= len(tag[:close]) - len(tag[:close].rstrip())
        return tag[:close] + b' %b="%b"' % (attribute, _quoted(value, '"')) + tag[close:]
    quote = chr(tag[match.end() - 1])
    start = tag.index(quote.encode(), match.start())
    return tag[: start + 1] + _quoted(value, quote) + tag[match.end() - 1 :]


def _quoted(value: str, quote: str) -> bytes:
    return escape(value, {quote: "&quot;" if quote == '"' else "&apos;"}).encode("ascii", "xmlcharrefreplace")


def _span(data: bytes, index: int, name: str) -> _Span:
    """Return where the element of that index is; the parser says it, in bytes of the file as it is."""
    in_utf8(data, name)  # what is hostile is refused
    finder = _Finder(index)
    try:
        finder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise TeiconvError(f"cannot be edited in place: {error}", Place(name)) from error
    match = _START.match(data, finder.start) if finder.start >= 0 else None
    if match is None:
        raise TeiconvError("cannot be edited in place; save it in the encoding UTF-8", Place(name))
    if match[2]:
        return _Span(match.start(), match.end(), match.end(), match.end())
    return _Span(match.start(), match.end(), finder.end, data.index(b">", finder.end) + 1)


class _Finder:
    """Counts elements until that of the ``index``, and takes note of where its tags are."""

    def __init__(self, index: int) -> None:
        self.start = self.end = -1
        self._index, self._seen, self._depth, self._own = index, -1, 0, -1
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._on_start
        self.parser.EndElementHandler = self._on_end

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._seen += 1
        self._depth += 1
        if self._seen == self._index:
            self.start, self._own = self.parser.CurrentByteIndex, self._depth

    def _on_end(self, name: str) -> None:
        if self._depth == self._own and self.end < 0:
            self.end = self.parser.CurrentByteIndex
        self._depth -= 1
