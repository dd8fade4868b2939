"""Bytes ⇄ text.

:func:`decode` takes off all that is a property of the file rather than of the text; :func:`encode` is its
exact inverse, given the same :class:`~teiconv.model.header.Form`.
"""

from __future__ import annotations

import codecs

from teiconv.errors import Place, SourceError
from teiconv.formats.limits import LIMITS
from teiconv.formats.text.kinds import refuse_other_kinds
from teiconv.formats.text.likely import likely_encoding, wide_encoding
from teiconv.model.check import text_encoding
from teiconv.model.header import MOST_WHITE_SPACE, Form
from teiconv.regex import regex

LINE_END = regex(r"\r\n|\r|\n")
BLANKS = " \t\r\n"
_MAY_BEGIN_OTHERS = frozenset({*b"%P{<\xd0\xff\x1f\xfd\x28\x37BRGIM\x89\xef \t\r\n", *"%P{<\ufeff \t\r\n"})

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_OF = {encoding: mark for mark, encoding in _BYTE_ORDER_MARKS}
# XML 1.0, production 2 (Char); the form feed is not in it either, but TEI has a word for it (``pb``).
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\f\r"})
_NOT_IN_XML = regex("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def decode(
    data: bytes | str, name: str = "<input>", encoding: str | None = None, *, advice: str | None = None
) -> tuple[str, Form]:
    """Return the text in ``data``, and the form that it had there.

    The text has LF for the line end of the file (in a file of mixed line ends CR LF and CR stay as they are) and
    neither begins nor ends with white space.  ``encoding`` is only asked for where no byte-order mark tells it;
    without either it is UTF-8.  ``advice`` says what to do about bytes that do not decode; without it, that is to name
    the encoding that they are likely to have.

    Raises:
        SourceError: the bytes do not decode, or decode to characters that XML 1.0 cannot hold; with the place.
    """
    if len(data) > LIMITS.size:
        raise SourceError(f"it is larger than {LIMITS.size >> 20} MB; split it into single documents", Place(name))
    if len(data) > 3 and data[0] in _MAY_BEGIN_OTHERS:
        refuse_other_kinds(data, name)
    text, encoding, marked = _decoded(data, name, encoding, advice)
    if not (isinstance(data, bytes) and encoding == "utf-8" and _is_clean(data, text)):
        _refuse_what_xml_cannot_hold(text, name, data)
    ends = set(LINE_END.findall(text)) if "\r" in text else ()
    line_end = "\n" if len(ends) != 1 else next(iter(ends))
    if line_end != "\n":
        text = text.replace(line_end, "\n")
    body = text.strip(BLANKS)
    start = len(text) - len(text.lstrip(BLANKS)) if body else len(text)
    if max(start, len(text) - start - len(body)) > MOST_WHITE_SPACE:
        raise SourceError(
            f"more than {MOST_WHITE_SPACE} blanks and line ends stand around the text; cut them", Place(name)
        )
    form = Form(
        encoding=encoding,
        byte_order_mark=marked,
        line_end=line_end,
        start=text[:start],
        end=text[start + len(body) :],
    )
    return body, form


def encode(text: str, form: Form) -> bytes:
    """Return the bytes of a file of that form with that text; the inverse of :func:`decode`.

    Raises:
        SourceError: the text (edited since) has a character that the encoding lacks.
    """
    whole = restore(text, form)
    mark = _MARK_OF[form.encoding] if form.byte_order_mark else b""
    try:
        return mark + whole.encode(form.encoding)
    except UnicodeEncodeError as error:
        character = whole[error.start]
        place = _place(whole, error.start, "<text>")
        raise SourceError(
            f"{character!r} is not in the encoding {form.encoding}; write the text as UTF-8 (--encoding utf-8)", place
        ) from error


def restore(text: str, form: Form) -> str:
    """Return the whole text as it stood in a file of that form, but for its encoding."""
    whole = form.start + text + form.end
    return whole.replace("\n", form.line_end) if form.line_end != "\n" else whole


def _decoded(data: bytes | str, name: str, encoding: str | None, advice: str | None) -> tuple[str, str, bool]:
    if isinstance(data, str):
        return (data[1:], "utf-8", True) if data.startswith("\ufeff") else (data, "utf-8", False)
    for mark, marked_encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _as_text(data[len(mark) :], marked_encoding, name, advice), marked_encoding, True
    encoding = _codec_name(encoding or "utf-8")
    return _as_text(data, encoding, name, advice), encoding, False


def _codec_name(encoding: str) -> str:
    name = text_encoding(encoding)
    if name is None:
        raise SourceError(f"{encoding!r} is not an encoding of texts; try utf-8, cp1252 or iso8859-1")
    return name


def _as_text(data: bytes, encoding: str, name: str, advice: str | None) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = _place(data[: error.start].decode(encoding, "replace"), None, name)
        found = " ".join(f"{byte:02X}" for byte in data[error.start : error.end])
        advice = advice or f"name its encoding, for instance --encoding {likely_encoding(data, encoding)}"
        raise SourceError(f"the bytes {found} are not {encoding}; {advice}", place) from error
    except UnicodeError as error:
        raise SourceError(f"this is not {encoding}: {error}", Place(name)) from error
    if encoding != "utf-8" and not _comes_back(text, encoding, data):
        raise SourceError(f"{encoding} would not give the same bytes back; convert the file to UTF-8", Place(name))
    return text


def _comes_back(text: str, encoding: str, data: bytes) -> bool:
    try:
        return text.encode(encoding) == data
    except UnicodeError:
        return False


def _is_clean(data: bytes, text: str) -> bool:
    """Whether ``text``, from ``data`` in UTF-8, holds nothing that XML cannot: so it is told in a third of the time."""
    return len(data.translate(None, _CONTROLS)) == len(data) and "\ufffe" not in text and "\uffff" not in text


def _refuse_what_xml_cannot_hold(text: str, name: str, data: bytes | str) -> None:
    bad = _NOT_IN_XML.search(text)
    if bad and bad[0] == "\0" and isinstance(data, bytes) and (wide := wide_encoding(data)):
        raise SourceError(f"it looks like {wide} without a byte-order mark; name that: --encoding {wide}", Place(name))
    if bad:
        raise SourceError(
            f"XML cannot hold the character U+{ord(bad[0]):04X}; remove it from the text",
            _place(text, bad.start(), name),
        )


def _place(text: str, offset: int | None, name: str) -> Place:
    lines = LINE_END.split(text[:offset])
    return Place(name, len(lines), len(lines[-1]) + 1)
