"""A document's source note → where the original lies, its marking, and who drafted it.

The notes of the series have one grammar: ``Source: repository, collection, series, box, folder title.  Marking;
handling.  Drafted by ….  Further remarks.``  Documents of the 1940s have a line with a file number instead
(``890F.6363/3–2948: Telegram``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from teiconv.conventions.frus.preliminaries import is_collection
from teiconv.grammar import months
from teiconv.grammar.files import GERMAN_VOLUME, REGISTRY_FILE
from teiconv.metadata.citation import parse_citation
from teiconv.metadata.classification import classification_at
from teiconv.model import BLOCKS, OPAQUE, Content, Node
from teiconv.model.header import Archive, Classification, Level, Unit
from teiconv.regex import regex


class SourceNote(NamedTuple):
    """What a source note says: where the original lies, its marking, and its drafting as it is worded."""

    archive: Archive | None = None
    classification: Classification | None = None
    drafting: str | None = None


_UNREAD = (OPAQUE - BLOCKS) | {"label"}
_OPENING = regex(r"\s*(?:Sources?\s*[:;]\s*){1,2}")
_CITED_WITHOUT_OPENING = regex(
    r"\s*(?=Ibid\.,|National Archives|Department of State,|Library of Congress|Central Intelligence Agency,"
    r"|[A-Z]\w+ (?:Presidential )?Library,|RG \d)"
)
_DRAFTING = regex(
    r"(?:(?:presumably|apparently|probably) )?"
    r"(?:drafted|prepared|transcribed|cleared|approved|signed|concurred|initialed)\b"
    r"|no drafting information\b|[^.]* bears no drafting information\b"
    r"|[^“]{0,160}\b(?:it|this \w+|the (?:telegram|memorandum|paper|letter|message|airgram|report)) was drafted\b",
    re.IGNORECASE,
)

# Where a citation can end: at a full stop, or where a marking follows a lighter mark (“993.61/11–1755; Secret.”).
_END = regex(r"\.\s+(?!\d|Vol)|[;,]\s+|\.(?=$|No [Cc]lass|Secret|Top Secret|Confidential)")
_MARK = regex(r"[.;,()\[\]“”]")
_OPENERS = {"(": ")", "[": "]", "“": "”"}
_MONTHS = "|".join(name for name in months.SHORT if name not in months.NAMES)
_ABBREVIATION = regex(
    rf"(?:\b(?:Vols?|Nos?|Sec|Secs|Pt|Pts|Ser|St|Ste|Mt|Ft|Dr|Mr|Mrs|Pres|Gen|Col|Adm|Capt|Lt|Amb|Sen|Gov|Jr|Sr|Corresp|Supp"
    rf"|Misc|Ed|Rev|vs|cf|et al|{_MONTHS}|Sept|Bks?|Chap|pp?|Ibid)|\b[A-Z])$"
)
_LOOK_BEHIND = 12
"""Characters before a full stop in which an abbreviation is looked for; more than the longest has."""

_FILE_NUMBER = regex(
    r"\[?(?:File )?(?:No\. ?)?"
    r"(?P<number>(?:FW )?\d{2,4}[A-Z]?(?:[.–-]\s?[\w.()]+)?(?:[ .][\w.(), -]{1,60})?"
    r"(?:[/ ]\d{1,2}[-–—]\d{2,6}|/\d{1,6}[½¼¾]?[a-z]?(?: supp\.)?))\.?\]?",
    re.IGNORECASE,
)
"""``890F.6363/3–2948``, or, up to 1944, with a running number for the date: ``File No. 763.72/5173``."""
_OF_MINISTRY = regex(rf"{REGISTRY_FILE}|{GERMAN_VOLUME}")
_NUMBERED_FILE = regex(rf"(?P<number>\d{{1,4}}\.)(?P<gap>[ \t]+)(?P<file>{REGISTRY_FILE})\Z")
_GENRE = regex(r"\s*:?\s*(?P<genre>(?:circular )?(?:telegram|airgram)|despatch|dispatch)\Z", re.IGNORECASE)
_LONGEST_LINE = 160
"""Characters; a line that is longer is text."""


def read_note(content: Content) -> str:
    """Return the text of a note as it is read: withheld text in brackets, without notes, breaks and its label."""
    return "".join(map(_read, content))


def _read(node: Node) -> str:
    if isinstance(node, str):
        return node
    if node.name == "gap":
        return f"[{read_note(node.content)}]"
    if node.name in _UNREAD:
        return " "
    return f"{read_note(node.content)} " if node.name in BLOCKS else read_note(node.content)


def is_source_note(note: str) -> bool:
    """Whether ``note``, the text of a note, begins as one does that says where the original lies."""
    return (_OPENING.match(note) or _CITED_WITHOUT_OPENING.match(note)) is not None


def parse_source(note: str) -> SourceNote | None:
    """Return what ``note``, the text of a source note (:func:`read_note`), says; ``None`` if it does not begin as one.

    A note that begins with ``Source:`` but cites nothing that can be told apart gives an empty record.
    """
    note = " ".join(note.replace("\N{OBJECT REPLACEMENT CHARACTER}", "").split())
    opening = _OPENING.match(note) or _CITED_WITHOUT_OPENING.match(note)
    if not opening:
        return None
    citation, rest, classification = _divide(note[opening.end() :])
    return SourceNote(parse_citation(citation), classification, _drafting(rest))


def parse_file_line(line: str) -> tuple[Archive, str | None] | None:
    """Return the archive that the line above a head cites, and the genre it names; ``None`` if it cites none.

    ``890F.6363/3–2948: Telegram`` gives the file number and ``telegram``; ``Lot 54 D 195``, ``PPS Files, Lot 64 D
    563`` are read as citations are.
    """
    line = " ".join(line.split())
    if len(line) > _LONGEST_LINE:
        return None
    named = _GENRE.search(line)
    genre = named["genre"].lower() if named else None
    cited = line[: named.start()] if named else line
    number = match["number"] if (match := _FILE_NUMBER.fullmatch(cited)) else cited
    if match or _OF_MINISTRY.fullmatch(cited):
        unit = Unit(Level.FILE_NUMBER, number.strip())
        return Archive(unit.name, units=(unit,)), genre
    archive = parse_citation(cited) if is_collection(cited) else None
    return (archive, genre) if archive else None


def match_numbered_file(line: str) -> re.Match[str] | None:
    """Return the parts of ``line`` if it is the ``number`` of a document, a ``gap``, and the ``file`` that holds it."""
    return _NUMBERED_FILE.match(line)


def _divide(text: str) -> tuple[str, str, Classification | None]:
    """Return the citation that ``text`` begins with, what follows it, and the marking between them."""
    for end, begin in _ends(text):
        marked = classification_at(text, begin)
        if marked:
            return text[:end], text[marked[1] :], marked[0]
        if text[end] == "." and not _ABBREVIATION.search(text, max(0, end - _LOOK_BEHIND), end):
            return text[:end], text[begin:], None
    return text, "", None


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the citation may end and what follows may begin: at marks outside of brackets and quotations."""
    closers: list[str] = []
    for match in _MARK.finditer(text):
        place, character = match.start(), match[0]
        if closers and character == closers[-1]:
            closers.pop()
        elif character in _OPENERS and _OPENERS[character] in text[place : place + 200]:
            closers.append(_OPENERS[character])
        elif not closers and (end := _END.match(text, place)):
            yield place, end.end()


def _drafting(rest: str) -> str | None:
    drafting = [sentence for sentence in _sentences(rest) if _DRAFTING.match(sentence)]
    return " ".join(drafting) or None


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end, begin in _ends(text):
        if text[end] == "." and not _ABBREVIATION.search(text, max(0, end - _LOOK_BEHIND), end):
            yield text[start : end + 1].strip()
            start = begin
    if text[start:].strip():
        yield text[start:].strip()
