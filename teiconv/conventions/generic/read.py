"""The lines of a typed text → its blocks: an ordered list of rules, and what none of them knows is a paragraph."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from teiconv.conventions.generic.above_text import action, author, distribution, foreign_title, meeting, talkers
from teiconv.conventions.generic.archives import cites_archive
from teiconv.conventions.generic.attributes import begins_attributes, read_attributes
from teiconv.conventions.generic.beside import heading_lists
from teiconv.conventions.generic.cables import parts_apart
from teiconv.conventions.generic.cursor import MOST_LINES, Cursor, Found, end_of_paragraph, end_of_text, furniture_in
from teiconv.conventions.generic.further import (
    end_of_address,
    end_of_people,
    goes_on,
    heads_paragraph,
    is_rule,
    may_be_of_people,
)
from teiconv.conventions.generic.headers import (
    begins_quoted_mail,
    empty_list,
    is_among_headings,
    is_subject_line,
    may_be_empty,
    read_heading,
    stands_below_signature,
    subject_list,
)
from teiconv.conventions.generic.letterheads import is_letterhead, office_addressed, printed_letterhead
from teiconv.conventions.generic.lines import (
    BLANKS,
    FORM_FEED,
    is_prose,
    next_line,
    paragraphs,
    typed,
)
from teiconv.conventions.generic.lists import begins_typed_list, read_typed_list, with_whole_lists
from teiconv.conventions.generic.pages import page_furniture
from teiconv.conventions.generic.stamps import exemptions_of_release, is_below_a_cut, with_cut
from teiconv.conventions.generic.tables import is_indentation
from teiconv.conventions.generic.title_parts import end_of_title, title_in_parts
from teiconv.conventions.generic.top import (
    addressee,
    count_top_lines,
    is_address,
    is_classification,
    is_dated_letterhead,
    is_top_line,
    letterhead,
    read_top,
)
from teiconv.layout.lines import Placed
from teiconv.model import Element, element
from teiconv.structure.blocks import KINDS
from teiconv.structure.enclosures import attachment_label
from teiconv.structure.openers import greets
from teiconv.structure.signatures import kind_below_name

_MOST_AT_TOP = 30
"""No opening has more lines, and no page more furniture at its foot."""


def read_typed_blocks(text: str) -> list[Placed]:
    """Return the blocks of a typed text; ``before`` says whether an empty line stands before each."""
    lines = text.split("\n")
    furniture = page_furniture(lines)
    blocks: list[Placed] = []
    begun = False
    exemptions = exemptions_of_release(lines)
    waiting = deque(parts_apart(lines, with_whole_lists(lines, paragraphs(lines), furniture)))
    while waiting:
        start, end = waiting.popleft()
        if not begun and waiting and heads_paragraph(lines, start, *waiting[0], furniture):
            _, end = waiting.popleft()
        if not begun and waiting and end - start == 1:
            end = end_of_title(lines, start, end_of_address(lines, start, end, waiting), waiting)
        if not begun and waiting and may_be_of_people(lines[waiting[0][0]]):
            end = end_of_people(lines, start, end, waiting, furniture)
        if exemptions and furniture.get(start) == "stamp" and is_below_a_cut(lines, start):
            blocks = with_cut(blocks, exemptions)
        before = "\n" if start and lines[start - 1].strip(BLANKS) else "\n\n"
        for block in _blocks(Cursor(lines, start, end, furniture, begun)):
            blocks.append(Placed(before, block))
            before = "\n"
            is_marker = attachment_label(block) is not None and not kind_below_name(next_line(lines, end))
            begun = (begun or is_prose(block)) and not is_marker
    return blocks


def _blocks(cursor: Cursor) -> Iterator[Element]:
    while cursor.start < cursor.end:
        end, blocks = next(found for rule in RULES if (found := rule(cursor)) is not None)
        yield from blocks
        cursor = cursor._replace(start=end)


def _page(cursor: Cursor) -> Found:
    """A page number or running head, or a form feed on a line of its own."""
    line = cursor.lines[cursor.start]
    if line.strip(BLANKS) == FORM_FEED:
        return cursor.start + 1, [element("pb", rend="form-feed")]
    kind = cursor.furniture.get(cursor.start)
    return (cursor.start + 1, [typed("fw", [line], type=kind)]) if kind else None


def _rule(cursor: Cursor) -> Found:
    """A line drawn with dashes or stars."""
    line = cursor.lines[cursor.start]
    return (cursor.start + 1, [typed("fw", [line], type="rule")]) if is_rule(line) else None


def _heading(cursor: Cursor) -> Found:
    """A heading line such as ``FROM: …``, above the prose, with the lines that go on with it."""
    line = cursor.lines[cursor.start]
    is_below = cursor.begun or stands_below_signature(cursor.lines, cursor.start)
    heading = None if is_below else read_heading(line)
    if heading is None or (":" not in heading.head and is_top_line(line)):
        return None
    end = cursor.start + 1
    while end < cursor.end and end not in cursor.furniture and goes_on(cursor.lines[end], heading):
        if is_subject_line(cursor.lines[end], heading):
            break
        end += 1
    found = heading_lists(heading, cursor.lines[cursor.start + 1 : end])
    if not found:
        is_empty = may_be_empty(heading) and is_among_headings(cursor.lines, cursor.start)
        return (end, [empty_list(heading)]) if is_empty else None
    if end < cursor.end and is_subject_line(cursor.lines[end], heading):
        return end + 1, [*found, subject_list(cursor.lines[end])]
    return end, found


def _archive(cursor: Cursor) -> Found:
    """Where the original lies, above the prose."""
    lines = cursor.lines[cursor.start : cursor.end]
    if cursor.begun or not cites_archive(lines):
        return None
    return cursor.end, [typed("note", lines, type="source", rend="inline")]


def _top(cursor: Cursor) -> Found:
    """Lines of letterhead, classification, date, above the prose."""
    if cursor.begun:
        return None
    end = min(cursor.end, cursor.start + _MOST_AT_TOP)
    stop = next((i for i in range(cursor.start, end) if i in cursor.furniture), end)
    lines = cursor.lines[cursor.start : stop]
    count = count_top_lines(lines)
    if count == 0 and is_letterhead(lines):
        return cursor.start + len(lines), [letterhead(lines)]
    is_last = cursor.start > 0 and not next_line(cursor.lines, cursor.end)
    if count == 0 and not is_last and len(lines) <= MOST_LINES and is_dated_letterhead(lines):
        count = len(lines)
    return (cursor.start + count, read_top(lines[:count])) if count else None


def _marking(cursor: Cursor) -> Found:
    """A classification by itself, among the text."""
    lines = cursor.lines[cursor.start : cursor.end]
    is_marking = cursor.begun and all(map(is_classification, lines)) and not furniture_in(cursor, cursor.end)
    return (cursor.end, read_top(lines)) if is_marking else None


def _mail(cursor: Cursor) -> Found:
    """The head of a mail that another quotes: its heading lines, below ``-----Original Message-----``."""
    if not begins_quoted_mail(cursor.lines[cursor.start]):
        return None
    end, blocks = cursor.start + 1, [typed("p", [cursor.lines[cursor.start]])]
    while end < cursor.end and (found := _heading(cursor._replace(start=end, begun=False))):
        end, made = found
        blocks += made
    return end, blocks


def _addressee(cursor: Cursor) -> Found:
    """The name and address above the salutation of a letter, or the post that a telegram goes to."""
    if cursor.begun:
        return None
    least = min(cursor.end, cursor.start + MOST_LINES + 1)
    end = next((i for i in range(cursor.start, least) if greets(cursor.lines[i])), cursor.end)
    lines = cursor.lines[cursor.start : min(end, least)]
    below = cursor.lines[end] if end < cursor.end else next_line(cursor.lines, end)
    return (end, [addressee(lines)]) if end - cursor.start == len(lines) and is_address(lines, below) else None


def _below(cursor: Cursor) -> Found:
    """Enclosures and copies under a signature, which are no list in the text, for they belong to the closer."""
    if not cursor.begun or not kind_below_name(cursor.lines[cursor.start]):
        return None
    is_marker = attachment_label(typed("p", cursor.lines[cursor.start : cursor.start + 1])) is not None
    if is_marker and not kind_below_name(next_line(cursor.lines, cursor.start + 1)):
        return None
    end = end_of_text(cursor)
    return (end, [typed("p", cursor.lines[cursor.start : end])]) if not furniture_in(cursor, end) else None


def _attributes(cursor: Cursor) -> Found:
    """The fields of a record, as a database has them."""
    if not begins_attributes(cursor.lines[cursor.start]):
        return None
    found = read_attributes(cursor.lines[cursor.start : cursor.end])
    return (cursor.end, [found]) if found is not None else None


def _list(cursor: Cursor) -> Found:
    """A typed list, to the end of the paragraph."""
    if not begins_typed_list(cursor.lines[cursor.start]):
        return None
    end = end_of_text(cursor)
    found = None if furniture_in(cursor, end) else read_typed_list(cursor.lines[cursor.start : end])
    return (end, [found]) if found is not None else None


def _prose_above_list(cursor: Cursor) -> Found:
    """The lines above a list that they announce with a colon."""
    for index in range(cursor.start + 1, end_of_paragraph(cursor)):
        if cursor.lines[index - 1].rstrip(BLANKS).endswith(":") and _list(cursor._replace(start=index)):
            return index, [typed("p", cursor.lines[cursor.start : index])]
    return None


def _quotation(cursor: Cursor) -> Found:
    """A block quotation whose lines begin with the sign that mail and Markdown have for it."""
    if not all(cursor.lines[index].lstrip(BLANKS).startswith(">") for index in range(cursor.start, cursor.end)):
        return None
    return cursor.end, [element("quote", typed("p", cursor.lines[cursor.start : cursor.end]), rend="blockquote")]


def _known(cursor: Cursor) -> Found:
    """A table or list in the form of the published series."""
    end = end_of_paragraph(cursor)
    lines = tuple(cursor.lines[cursor.start : end])
    block = next(
        (block for read in KINDS if (block := read(lines)) is not None and not is_indentation(block)),
        None,
    )
    return (end, [block]) if block is not None and not furniture_in(cursor, end) else None


def _paragraph(cursor: Cursor) -> Found:
    """A paragraph, with the page numbers that stand in it."""
    end = end_of_paragraph(cursor)
    return end, [typed("p", cursor.lines[cursor.start : end], furniture_in(cursor, end))]


RULES: tuple[Callable[[Cursor], Found], ...] = (
    _page,
    _rule,
    _heading,
    _mail,
    _archive,
    talkers,
    title_in_parts,
    meeting,
    foreign_title,
    _marking,
    distribution,
    action,
    author,
    printed_letterhead,
    office_addressed,
    _top,
    _addressee,
    _below,
    _attributes,
    _list,
    _prose_above_list,
    _quotation,
    _known,
    _paragraph,
)
"""What may begin with a line, in the order of trial; the last knows everything."""
