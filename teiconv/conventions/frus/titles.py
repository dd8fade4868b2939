"""Title of a document: the first short paragraph below what may stand above it.

The later volumes number their titles (``633. Memorandum From …``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.conventions.frus.pages import has_page
from teiconv.conventions.frus.preliminaries import (
    MOST,
    is_document_number,
    is_numbered,
    names_source,
    read_preliminaries,
    says_what_it_is,
    with_number_apart,
)
from teiconv.layout.lines import Placed, lines_of, with_breaks
from teiconv.metadata.archive import match_numbered_file
from teiconv.model import Content, Element, flatten, plain
from teiconv.notes.listed import NoteList
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline
from teiconv.structure.headings import is_bulleted, is_known
from teiconv.structure.letters import is_correspondence, names_paper
from teiconv.structure.openers import holds_salute, is_salutation, opens_letter, stands_above_dateline
from teiconv.structure.order import ABOVE_TEXT
from teiconv.structure.sections import is_section_title
from teiconv.structure.third_person import is_in_third_person

_LONGEST_TITLE = 300
_MOST_ABOVE_SALUTE = 5
_OF_LETTER = regex(r"\b(?:letter|message|note|from|to)\b", re.I)
"""So many blocks a letterhead has above the salutation: what stands there is a title only if it says such a word."""
_MOST_LINES = 3
"""A typed title has no more lines."""
_PARAGRAPH_NUMBER = regex(r"\s*(\d{1,3})\. ")
_SPEECH = regex(r"[A-Z][\w.’ ]{0,30}: \S")
_SENTENCE = regex(r"[a-z]{2}[.?!][”\"]?\d?\Z")
_YEARS = regex(r"(?<=\w{3}), (?:\d{4}[-–])?\d{2,4}\Z")
"""The years of which a paper treats, at the end of its title: ``FISHING IN UTOPIA, 1948-53``."""
_TREATY = regex(
    r"(?:Treaty|Convention|Agreement|Protocol|Declaration)\b[^.;:]{0,160}\bbetween [^.;:]{4,200}"
    r"\b(?:signed|concluded)\b[^.;:]{4,100}\b\d{4}\.?\Z"
)
"""The title of a treaty, which goes on to where and when: ``Treaty between … and …, signed at …, May 3, 1884``"""
_MARK = regex(r"#{1,6} +")


def find_title(blocks: Sequence[Placed]) -> list[Placed]:
    """Make the title a ``head``, and a ``note`` or ``opener`` what stands above it; everything else stays as it is."""
    out = with_number_apart(blocks)
    texts = [index for index, placed in enumerate(out) if placed.block.name == "p"][:MOST]
    if not texts:
        return out
    above = read_preliminaries([out[index].block for index in texts])
    for index, block in zip(texts, above, strict=False):
        out[index] = out[index].with_block(block)
    index = texts[len(above)]
    out[index : index + 1] = _without_text(out[index])
    title = out[index].block
    text = plain(title.content)
    if is_in_third_person(text):
        return out
    if is_numbered(title) or (len(text) < _LONGEST_TITLE and not is_salutation(text)):
        out[index] = out[index].with_block(Element("head", title.content, title.attributes))
    return out


def _without_text(placed: Placed) -> list[Placed]:
    """Return the title, and what goes on below it without an empty line as a paragraph for each line.

    A title ends before a dateline, a speaker or a sentence.
    """
    first, *below = lines_of(placed.block.content)
    is_numbered_line = _PARAGRAPH_NUMBER.match(flatten(first)) is not None  # the titles of older volumes are sentences
    count = next((i for i, line in enumerate(below) if _is_no_title(line)), len(below))
    if count == len(below) or not is_numbered_line:
        return [placed]
    title = placed.with_block(placed.block.containing(with_breaks([first, *below[:count]])))
    return [title, *(Placed("\n\n", Element("p", line)) for line in below[count:])]


def _is_no_title(line: Content) -> bool:
    text = flatten(line).strip()
    return bool(_SPEECH.match(text) or _SENTENCE.search(text)) or read_dateline(line) is not None


def cue_of_series(blocks: Sequence[Placed], notes: NoteList | None, *, has_bullets: bool) -> str | None:
    """Return what shows that a text has the form of the series, in words; ``None`` where nothing does."""
    if notes is not None and notes.is_canonical:
        return "a list of notes as the series has it"
    if any(_is_of_series(placed.block, has_bullets) for placed in blocks):
        return "numbered pages, or lists with bullets, as the series has them"
    texts = [placed.block for placed in with_number_apart(blocks) if placed.block.name == "p"][:MOST]
    if not texts or match_numbered_file(flatten(lines_of(texts[0].content)[0]).strip()):
        return None  # of a series that has the number of the document beside that of the file
    if _is_numbered_note(texts[0]):
        return "a number above “Editorial Note”"
    has_note = any(is_in_third_person(plain(text.content)) for text in texts[:2])
    if not _counts_paragraphs(texts) and not has_note and (is_numbered(texts[0]) or names_source(texts)):
        return "a number in the title, or the source above it"
    texts = texts[len(read_preliminaries(texts)) :]
    if len(texts) > 1 and _is_letter(flatten(texts[0].content), texts[1]):
        return "the title of a letter"
    has_table = any(placed.block.name == "table" for placed in blocks)
    is_paper = bool(texts) and _is_paper(texts[0]) and (has_table or (len(texts) > 1 and opens_letter(texts[1])))
    is_typed = any(_is_typed_list(text) for text in texts[1:])
    return "the title of a paper, over a dateline or a table" if is_paper and not is_typed else None


def _is_typed_list(text: Element) -> bool:
    """Whether ``text`` is a list as it is typed, without bullets: ``Present:``, and a line for each who was."""
    heading, *items = [flatten(line).strip() for line in lines_of(text.content)]
    return len(items) > 1 and (heading.endswith(":") or heading.isupper()) and is_known(heading)


def _is_numbered_note(title: Element) -> bool:
    """Whether ``title`` is that of an editorial note, with the number of the document on the line above."""
    number, *below = [flatten(line).strip() for line in lines_of(title.content)]
    return is_document_number(number) and below == ["Editorial Note"]


def _is_paper(title: Element) -> bool:
    """Whether ``title`` is that of a paper as the older volumes have it, the number of the document above it."""
    *numbers, line = [flatten(line) for line in lines_of(title.content)]
    is_short = len(line) < _LONGEST_TITLE and not line.isupper() and not stands_above_dateline(line)
    return is_short and all(map(is_document_number, numbers)) and names_paper(line)


def _counts_paragraphs(texts: Sequence[Element]) -> bool:
    """Whether the number of the first text is that of a paragraph: a sentence, with the next number below it."""
    lines = [plain(text.content) for text in texts[:2]]
    numbers = [_PARAGRAPH_NUMBER.match(line) for line in lines]
    if len(numbers) < 2 or not (numbers[0] and numbers[1]) or not lines[0].rstrip().endswith("."):
        return _counts_sections(texts)
    return int(numbers[1][1]) == int(numbers[0][1]) + 1


def _counts_sections(texts: Sequence[Element]) -> bool:
    """Whether the number of the first text is that of a section: no kind of document, and the next number below."""
    lines = [plain(text.content) for text in texts]
    first = _PARAGRAPH_NUMBER.match(lines[0])
    if first is None or says_what_it_is(lines[0]) or is_correspondence(lines[0][first.end() :]):
        return False
    numbers = [int(found[1]) for line in lines[1:] if (found := _PARAGRAPH_NUMBER.match(line))]
    return numbers[:1] == [int(first[1]) + 1]


def _is_letter(title: str, below: Element) -> bool:
    """Whether ``title`` is that of a letter as the older volumes have it, numbered or with the dateline below."""
    return len(title) < _LONGEST_TITLE and is_correspondence(title) and (title.startswith("No.") or opens_letter(below))


def _is_of_series(block: Element, has_bullets: bool) -> bool:
    if block.name == "list":
        return has_bullets and is_bulleted(block)
    return block.name == "pb" or any(isinstance(node, str) and has_page(node) for node in block.content)


def find_typed_title(blocks: Sequence[Placed]) -> list[Placed]:
    """Make the first line of a text a ``head`` if the text has none and the line reads like a title."""
    out = list(blocks)
    first = next((i for i, placed in enumerate(out) if placed.block.name not in ABOVE_TEXT), len(out))
    if first + 1 >= len(out) or any(placed.block.name == "head" for placed in out):
        return out
    block = out[first].block
    is_letter = any(holds_salute(placed.block) for placed in out[first + 1 : first + _MOST_ABOVE_SALUTE])
    if is_letter and not _OF_LETTER.search(flatten(block.content)):
        return out
    if _counts_paragraphs([placed.block for placed in out[first : first + MOST]]):
        return out
    if block.name == "p" and out[first + 1].before == "\n\n" and _reads_like_title(block.content):
        out[first] = out[first].with_block(Element("head", block.content, block.attributes))
    return out


def _reads_like_title(content: Content) -> bool:
    """Whether every line of ``content`` is a title, or a title and a subtitle after a colon."""
    lines = [_without_years(flatten(line).strip()) for line in lines_of(content)]
    lines = [line.rstrip("0123456789").removesuffix(".") for line in lines]
    if lines == ["No. "]:
        return False  # the number of a note
    if _TREATY.match(" ".join(flatten(line) for line in lines_of(content))):
        return True
    return len(lines) <= _MOST_LINES and all(
        is_section_title(part) for line in lines for part in _MARK.sub("", line).split(": ", 1)
    )


def _without_years(line: str) -> str:
    return _YEARS.sub("", line) if line.isupper() else line


def has_file_number(blocks: Sequence[Placed]) -> bool:
    """Whether a file number stands above the title of the document, as in the volumes of the 1940s and before."""
    return any(placed.block.name == "note" for placed in blocks[:2])


def is_titled_as_letter(blocks: Sequence[Placed]) -> bool:
    """Whether the title of the document is that of a letter, as in the volumes up to the 1940s."""
    titles = [placed.block for placed in blocks[:MOST] if placed.block.name == "head"]
    return any(is_correspondence(flatten(title.content)) for title in titles)
