"""What stands above the prose of a typed text in lines known by their words: a title, who talks, how widely."""

from __future__ import annotations

from teiconv.conventions.generic.cursor import MOST_LINES, Cursor, Found, furniture_in
from teiconv.conventions.generic.foreign import read_foreign_title
from teiconv.conventions.generic.lines import BLANKS, line_above, next_line, typed
from teiconv.conventions.generic.marks import is_above_action, says_how_widely, signs_above_number
from teiconv.conventions.generic.top import count_talkers, is_of_meeting
from teiconv.model import element


def distribution(cursor: Cursor) -> Found:
    """How widely a paper of the United Nations goes, below the word for it: ``GENERAL`` below ``Distr.``"""
    line = cursor.lines[cursor.start]
    if cursor.begun or not says_how_widely(line.strip(BLANKS), line_above(cursor.lines, cursor.start)):
        return None
    return cursor.start + 1, [element("opener", typed("seg", [line], type="distribution"))]


def action(cursor: Cursor) -> Found:
    """The number of the operators above the office that must act on a cable: ``42`` over ``ACTION EUR-12``."""
    lines = cursor.lines[cursor.start : min(cursor.end, cursor.start + 2)]
    if cursor.begun or len(lines) < 2 or not is_above_action(*(line.strip(BLANKS) for line in lines)):
        return None
    return cursor.start + 1, [element("opener", typed("seg", lines[:1], type="routing"))]


def author(cursor: Cursor) -> Found:
    """Who sends a British telegram, above its number and the hour at which it went: ``Sir A. Hope``."""
    line, below = cursor.lines[cursor.start], cursor.lines[cursor.start + 1 : min(cursor.end, cursor.start + 2)]
    if cursor.begun or not below or not signs_above_number(line.strip(BLANKS), below[0].strip(BLANKS)):
        return None
    return cursor.start + 1, [element("opener", typed("seg", [line], type="sender"))]


def meeting(cursor: Cursor) -> Found:
    """The title of the minutes of a meeting, which goes on over several lines."""
    lines, below = cursor.lines[cursor.start : cursor.end], next_line(cursor.lines, cursor.end)
    if cursor.begun or not is_of_meeting(lines, below) or furniture_in(cursor, cursor.end):
        return None
    return cursor.end, [typed("head", lines)]


def foreign_title(cursor: Cursor) -> Found:
    """The title of a document in a French, German, Italian or British collection, with its number above."""
    if cursor.begun or furniture_in(cursor, cursor.end):
        return None
    lines, below = cursor.lines[cursor.start : cursor.end], cursor.lines[cursor.end : cursor.end + MOST_LINES]
    found = read_foreign_title(lines, below)
    return (cursor.end, found) if found is not None else None


def talkers(cursor: Cursor) -> Found:
    """Who talks, below the title of a conversation by telephone: ``Mr. Poe/Amb. Doe``, or a line for each."""
    if cursor.begun:
        return None
    lines = cursor.lines[cursor.start : min(cursor.end, cursor.start + MOST_LINES)]
    count = count_talkers(lines, line_above(cursor.lines, cursor.start))
    if not count or furniture_in(cursor, cursor.start + count):
        return None
    items = [typed("item", [line]) for line in lines[:count]]
    return cursor.start + count, [element("list", *items, type="participants", rend="run-in")]
