"""The form of the source ⇄ ``tagsDecl``: what deviates in the bytes, in words that survive any reformatting of XML.

White space at the start and end of a text is spelled out (``2 line ends, 3 blanks``): as characters it would not
outlive the first editor that tidies the file.  A text of canonical form has nothing here.
"""

from __future__ import annotations

from itertools import groupby

from teiconv.errors import TeiError
from teiconv.model import Element, descendants, element, plain
from teiconv.model.check import text_encoding
from teiconv.model.header import MARKED_ENCODINGS, MOST_WHITE_SPACE, Form
from teiconv.regex import regex

_ENCODING = "source-encoding"
_MARK = "source-byte-order-mark"
_LINE_END = "source-line-end"
_START = "source-start"
_END = "source-end"

_LINE_ENDS = {"\r\n": "CR LF", "\r": "CR"}
_WHITE = {" ": "blank", "\t": "tab", "\n": "line end", "\r": "carriage return"}
_CHARACTERS = {name: character for character, name in _WHITE.items()}
_RUN = regex(r"(?P<count>[1-9]\d{0,3}) (?P<name>blank|tab|line end|carriage return|U\+[0-9A-F]{4,6})s?")
_LONGEST_RUN = 9999
"""Longer runs are written as several, so that no file can ask for more white space than its own size warrants."""


LOST = Form(end="\n")
"""The form of a text whose header has been taken out of the file: it ends as nearly all texts do."""


def form_element(form: Form) -> Element | None:
    """Return the ``tagsDecl`` for ``form``; ``None`` for the canonical form."""
    canonical = Form()
    said = [
        (_ENCODING, form.encoding if form.encoding != canonical.encoding else ""),
        (_MARK, "present" if form.byte_order_mark else ""),
        (_LINE_END, _LINE_ENDS.get(form.line_end, "")),
        (_START, _spelled(form.start)),
        (_END, _spelled(form.end)),
    ]
    renditions = [element("rendition", words, n=name, scheme="free") for name, words in said if words]
    return Element("tagsDecl", tuple(renditions)) if renditions else None


def read_form(header: Element) -> Form:
    """Return the form that ``header``, a ``teiHeader``, records; the inverse of :func:`form_element`.

    Raises:
        TeiError: what is recorded there is not in the words of :func:`form_element`.
    """
    said = {
        node.get("n"): " ".join(plain(node.content).split())
        for node in descendants(header)
        if node.name == "rendition" and node.get("scheme") == "free"
    }
    encoding = _known_encoding(said.get(_ENCODING, Form().encoding))
    return Form(
        encoding=encoding,
        byte_order_mark=_mark(said.get(_MARK), encoding),
        line_end=_line_end(said.get(_LINE_END)),
        start=_white_space(said.get(_START, "")),
        end=_white_space(said.get(_END, "")),
    )


def _spelled(white: str) -> str:
    """Return ``white`` in words: ``2 line ends, 1 blank``."""
    runs: list[str] = []
    for character, run in groupby(white):
        name = _WHITE.get(character, f"U+{ord(character):04X}")
        count = len(tuple(run))
        counts = [_LONGEST_RUN] * (count // _LONGEST_RUN) + [count % _LONGEST_RUN] * (count % _LONGEST_RUN > 0)
        runs.extend(f"{number} {name}{'s' if number > 1 and character in _WHITE else ''}" for number in counts)
    return ", ".join(runs)


def _white_space(words: str) -> str:
    """Return the characters that ``words`` spell out; the inverse of :func:`_spelled`."""
    white: list[str] = []
    length = 0
    for run in words.split(", ") if words else ():
        white.append(_run(run))
        length += len(white[-1])
        if length > MOST_WHITE_SPACE:
            raise _unreadable(f"{words:.40}…", f"no more than {MOST_WHITE_SPACE} characters of white space")
    return "".join(white)


def _run(words: str) -> str:
    match = _RUN.fullmatch(words)
    character = _character(match["name"]) if match else ""
    if not match or not character.isspace():
        raise _unreadable(words, "white space, as “2 line ends, 1 blank”")
    return character * int(match["count"])


def _character(name: str) -> str:
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    code = int(name.removeprefix("U+"), 16)
    return chr(code) if code <= 0x10FFFF else ""


def _known_encoding(name: str) -> str:
    known = text_encoding(name)
    if known is None:
        raise _unreadable(name, "an encoding, as “cp1252”")
    return known


def _mark(words: str | None, encoding: str) -> bool:
    if words is not None and (words != "present" or encoding not in MARKED_ENCODINGS):
        raise _unreadable(words, "“present”, and only in an encoding of Unicode")
    return words is not None


def _line_end(words: str | None) -> str:
    if words is None:
        return "\n"
    for characters, name in _LINE_ENDS.items():
        if name == words:
            return characters
    raise _unreadable(words, "“CR LF” or “CR”")


def _unreadable(words: str, expected: str) -> TeiError:
    return TeiError(f"tagsDecl/rendition says {words!r} of the source; it should say {expected}, or be removed")
