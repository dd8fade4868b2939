"""What stands above the title of a document: its file number, its number, a remark in brackets.

The volumes of the 1910s to the 1940s put the Department's file number there (``890F.6363/3–2948: Telegram``), or the
collection that holds the document (``J. C. S. Files``), and those of the Peace Conference the number of its minutes
below that (``BC–9``); volumes of the 1860s have ``[Extracts.]`` or ``[Translation.]`` above the title, a volume of the
1870s the number of the document.
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.grammar.dates import match_date
from teiconv.grammar.streets import is_street_address
from teiconv.layout.lines import Placed, lines_of
from teiconv.model import OBJECT, Element, flatten
from teiconv.regex import regex
from teiconv.structure.letters import is_correspondence
from teiconv.structure.openers import read_lines_above_dateline, read_opener

_NUMBERED = regex(r"\[?(\d+[a-z]?)\.\]?\s")
_FILE_NUMBER = regex(
    r"(?:File )?(?:No\. ?)?[A-Z]?\d[^/:]{0,60}[/ ][\dA-Z][\w–/ –-]*\.?"
    r"(?::? ?\[?(?:Telegram|Airgram|Despatch|Circular \w+).*)?\Z"
    r"|.{1,80}: ?(?:Telegram|Airgram|Despatch)\Z"
)
_OF_A_TITLE = regex(r"\d [a-z]{2} | (?:to|from) [A-Z]|No\. ?\d+[.,] +\D|\d+ [A-Z][^\d/:]*\Z")
"""What no file number has: ``12 Roe to Doe``, ``003 by Roe``, ``No. 12. Minute``, ``1600 Boats``."""
_KIND = (
    r"(?:Memorand|Note|Minutes|Agreed|Letter|Draft|Summary|Report|Record\b|Statement|Papers?\b|Telegram|Airgram|Estimate"
    r"|Message|Agreement|Protocol|Declaration|Communiqu|Log of|Address|Remarks|Proclamation|Convention|Transcript"
    r"|Toast|Treat(?:y|ies) (?!.{0,40}Series))"
)
"""What the titles of documents are made of."""
_TITLE = regex(rf"\b{_KIND}")
_COLON = regex(r":(?!\d\d\b)")
"""A colon that is not that of an hour."""
_WORD = r"(?:[A-Z\d“][^ ]*|of|the|and|on|for)"
_COLLECTION = regex(
    rf"(?!{_KIND})(?:{_WORD} ){{0,9}}?"
    r"(?:[Ff]iles?|[Pp]apers|[Cc]ollection|[Aa]rchives|[Rr]ecords|Minutes|Library|Diary|Files of the .{3,60}:"
    r"|[Ll]ots?(?= [A-Z]?[–-]?\d))(?:\d{0,2}| ?[,:].*| [A-Z\d].*)(?<!\.)\Z"
    r"|Paris Peace Conf(?:\.|erence) ?[\d.]{3,12}/\d.{0,20}\Z"
    r"|(?:Treaty|Executive Agreement)s? (?:.{0,40} )?Series,? (?:No\. ?)?\d+\Z"
)
_SYMBOL = regex(r"(?=[A-Z])(?:[A-Z]\. ?){0,4}[A-Z]{0,4}[–. -]{0,2}\d{1,4}[A-Z]?\.?\Z")
"""The number of minutes or a paper of a conference."""
_DOCUMENT_NUMBER = regex(r"No\. ?\d{1,4}[a-z]?\.?\Z")
_NUMBER_OF_DOCUMENT = regex(r"No\. ?\d{1,4}[a-z]?\.?\s*(?:\uFFFC|\Z)")
"""The number of a document on a line of its own, whatever stands on the next."""
_TELEGRAM = regex(r"/\d.{0,30}: (?:Telegram|Airgram|Despatch)\b")
_EDITORIAL = regex(r"Editorial Note[\s\d\uFFFC]*")
_LONGEST_FILE_NUMBER, _LONGEST_TITLE = 100, 300
MOST = 6
"""No more paragraphs need be looked at."""


def read_preliminaries(texts: Sequence[Element]) -> list[Element]:
    """Return what the first of ``texts``, the first paragraphs of a document, are that stand above its title."""
    found: list[Element] = []
    if texts and is_numbered(texts[0]):
        return found
    while len(found) + 1 < len(texts):
        block = _read(texts[len(found) :], found)
        if block is None:
            break
        found.append(block)
    return found


def with_number_apart(blocks: Sequence[Placed]) -> list[Placed]:
    """Return ``blocks`` with the number of the document apart from the file number on the line below it.

    The printed volumes of 1952–54 have both above the title.
    """
    first = blocks[0] if blocks and blocks[0].block.name == "p" else None
    above, *below = lines_of(first.block.content) if first else [()]
    if (
        first is None
        or not is_document_number(flatten(above))
        or list(map(is_file_number, map(flatten, below))) != [True]
    ):
        return list(blocks)
    number, source = (first.with_block(first.block.containing(line)) for line in (above, *below))
    return [number, source._replace(before="\n"), *blocks[1:]]


def is_file_number(text: str) -> bool:
    """Whether ``text`` looks like a file number: ``711.5112 France/412``, ``File No. 763.72/1234``."""
    if len(text) >= _LONGEST_FILE_NUMBER or not _FILE_NUMBER.match(text):
        return False
    is_other = _NUMBER_OF_DOCUMENT.match(text) or _OF_A_TITLE.search(text) or _is_date(text)
    return not (is_other or is_street_address(text.split(OBJECT)[0].strip()))


def _is_date(text: str) -> bool:
    found = match_date(text)
    return found is not None and not text[found.end :].strip(" .")


def is_collection(text: str) -> bool:
    """Whether ``text`` looks like the name of a collection: ``J. C. S. Files``, ``Conference files, lot 59 D 95``."""
    return len(text) < _LONGEST_FILE_NUMBER and _COLLECTION.match(text) is not None


def is_document_number(text: str) -> bool:
    """Whether ``text`` is the number that a volume of the 1870s gives to a document: ``No. 172.``"""
    return _DOCUMENT_NUMBER.match(text) is not None


def names_source(texts: Sequence[Element]) -> bool:
    """Whether ``texts`` begin as the series does: with a file number, or a collection above what the document is.

    Where a transcriber noted the collection, the typed heading of a memorandum stands below.
    """
    first, *below = [flatten(text.content) for text in texts[:3]]
    below = below[1:] if below and _SYMBOL.match(below[0]) else below[:1]
    if is_document_number(first) and (any(map(_EDITORIAL.fullmatch, below)) or any(map(is_file_number, below))):
        return True
    return is_file_number(first) or (is_collection(first) and any(map(says_what_it_is, below)))


def says_what_it_is(title: str) -> bool:
    """Whether ``title`` names a kind of document, or who writes to whom."""
    return is_correspondence(title) or (_TITLE.search(title) is not None and not _COLON.search(title))


def is_numbered(block: Element) -> bool:
    """Whether ``block`` is a title with a number, as the volumes give to their documents."""
    text = flatten(block.content)
    return _NUMBERED.match(text) is not None and _TELEGRAM.search(text, 0, _LONGEST_FILE_NUMBER) is None


def _read(texts: Sequence[Element], found: Sequence[Element]) -> Element | None:
    """Return what the first of ``texts`` is, below what was ``found``, or ``None`` if it is the title."""
    block, text, below = texts[0], flatten(texts[0].content), flatten(texts[1].content)
    has_source = any(block.name == "note" for block in found)
    is_title_below = len(below) < _LONGEST_TITLE and read_opener(texts[1]) is None
    remark = read_lines_above_dateline(block) if is_title_below and "No." not in text else None
    if remark is not None:
        return remark
    if is_document_number(text) and (says_what_it_is(below) or _EDITORIAL.fullmatch(below) or is_file_number(below)):
        return Element("opener", (Element("seg", block.content, block.attributes),))
    if not has_source and _is_source(texts):
        return Element("note", block.content, (("type", "source"), ("rend", "inline"), *block.attributes))
    if has_source and _SYMBOL.match(text):
        return Element("opener", (Element("seg", block.content, block.attributes),))
    return None


def _is_source(texts: Sequence[Element]) -> bool:
    """Whether the first of ``texts`` is no title but the place of the original in its archive.

    It looks like one, or it stands above a line that is not the dateline, and the dateline stands below that.
    """
    first = flatten(texts[0].content)
    is_titled = is_numbered(texts[0]) or is_correspondence(first) or _NUMBER_OF_DOCUMENT.match(first)
    if is_titled or len(first) >= _LONGEST_FILE_NUMBER:
        return False
    opens = [_opens(text) for text in texts[:3]]
    if is_collection(first) and opens[1:] in ([False], [False, False], [False, True], [True, True]):
        return True  # of two lines that look like datelines, the first is a title with a date
    has_remark = len(texts) > 1 and read_lines_above_dateline(texts[1]) is not None  # below the title
    may_be_title = has_remark or says_what_it_is(first)
    return is_file_number(first) or (opens == [False, False, True] and not may_be_title)


def _opens(text: Element) -> bool:
    """Whether ``text`` stands below a title, and is not one with a date in it (``Minutes of a Meeting, May 5``)."""
    return _TITLE.search(flatten(text.content)) is None and read_opener(text) is not None
