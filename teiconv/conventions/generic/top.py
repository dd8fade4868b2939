"""The first lines of a typed text: letterhead, classification, date, kind of paper, addressee, salutation.

They make one ``opener``, a line each; the kind of paper (``MEMORANDUM OF CONVERSATION``) is the ``head``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.conventions.generic.dates_above import dateline_in, is_hour, is_receipt, says_receipt, with_hour
from teiconv.conventions.generic.lines import BLANKS, are_short, break_between, typed, words_of
from teiconv.conventions.generic.marks import MARKINGS, OF_DESPATCH, kind_of_cell, kind_of_line
from teiconv.grammar.offices import Use, capitalised
from teiconv.grammar.posts import HONOURED, lacks_place
from teiconv.grammar.streets import is_street_address
from teiconv.model import Element, Node, element, joined, plain
from teiconv.regex import regex
from teiconv.structure.datelines import runs_on
from teiconv.structure.enclosures import is_marker
from teiconv.structure.letters import DATED_PAPER
from teiconv.structure.openers import greets, is_salutation, stands_above_dateline
from teiconv.structure.places import is_place

_REMARK = regex(
    r"(?:PRIVATE|CIRCULAR|PERSONAL|OFFICIAL|Private|Circular|Personal|Official)\.\Z"
    r"|(?:In reply(?: please)?|IN REPLY(?: PLEASE)?|Please) (?:refer to|REFER TO):?\Z"
)
"""What stands above a letter, and is no title: ``PRIVATE.``, ``CIRCULAR.``, ``In reply refer to:``"""
_TITLE_GOES_ON = regex(
    r"(?:TO|FOR|FROM|BY|BETWEEN|AND|OF|WITH) (?:THE )?[A-Z][A-Z .,’'&/-]{3,80}\Z|(?:ON|TO|BY|FOR|OF)\Z"
)
_FOR_SOMEBODY = regex(r"MEMORANDUM (?:FOR|TO) (?:THE )?[A-Z]")
_LONE_WORD = regex(r"(?:ON|TO|BY|FOR|OF)\Z")
_MEETING = regex(
    r"(?:(?:summary|verbatim|draft|agreed) )?(?:record|minutes|conclusions)\b.{0,60}\b(?:meeting|session)\b.{4,240}\Z"
    r"|(?:secretary['’]s |stenographic )?notes of (?:a |the )?(?:conversation|meeting) held .{4,240}\Z"
    r"|(?:record|transcript|notes?|memorandum) of (?:a |the )?(?:conversations?|talks?) (?:between|with) .{4,240}\d{4}"
    r"(?:,? (?:at|from) \d[\d.:]{0,4}(?: ?[ap]\.?m\.?)?)?\Z"
    r"|resolution [A-Z\d/ ()-]{1,30} of \d{1,2} \w{3,9} \d{4}\Z"
    rf"|{DATED_PAPER} .{{6,20}}\d{{4}} from .{{10,160}} (?:addressed )?to .{{4,120}}\Z",
    re.I | re.S,
)
_TALK_BETWEEN = regex(
    r"(?:memorandum|record|notes?|minutes|report|transcript) of (?:an? |the )?"
    r"(?:conversation|talk|meeting|discussion)s? (?:between|with) .{4,240}\Z",
    re.I | re.S,
)
"""The title of a talk whose day stands below."""
_MOST_OF_TITLE = 4
_TALK = regex(r"\b(?:TELCON|CONVERSATION)\b", re.I)
_TALKER = (
    r"(?:Mr|Mrs|Ms|Dr|Amb|Gen|Adm|Col|Sen|Gov|Sec)\. [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    rf"|{capitalised(Use.TITLE)} [A-Z][\w’'-]+|The President"
)
_ONE_TALKS = regex(rf"(?:{_TALKER})\Z")
_TWO_TALK = regex(rf"(?:{_TALKER}) ?/ ?(?:{_TALKER})\Z")
_PERSON = regex(r"(?:Mr|Mrs|Ms|Dr|Amb|Gen|Adm|Col|Sen|Sec)\. ")
"""With whom one talked stands below ``TELCON``, and no place."""
_COLUMN = regex(r" {3,}(?=\S)")
_OF_OFFICE = regex(r"(?i:office of|from the|bureau of|the director)\b[^,]*\Z|[A-Z]{1,3}(?:/[A-Z]{1,4})*\Z")
"""Whose paper it is, before its date: ``OFFICE OF THE DIRECTOR``, ``From the Private Secretary``, ``ARA``."""
_REGISTER = regex(r"\d")
_LONGEST, _LONGEST_PLACE = 90, 40
_TELLING = MARKINGS | {"received", "dispatched", "routing"}
_MOST_OF_ADDRESS, _LINES_OF_POST = 7, 2
_SMALL = frozenset("and between by for from in of on the to with n° n°s à".split())


def is_classification(line: str) -> bool:
    """Whether ``line`` is a classification, or the caption of one, and nothing else."""
    text = words_of(line)
    return len(text) <= _LONGEST and kind_of_cell(text) in MARKINGS


def is_remark(text: str) -> bool:
    """Whether ``text`` is a remark that stands above a letter and is no title: ``[Telegram.]``, ``PRIVATE.``"""
    is_bracketed = text.startswith(("[", "(")) and stands_above_dateline(text) and not is_marker(text)
    return is_bracketed or _REMARK.match(text) is not None


def is_top_line(line: str) -> bool:
    """Whether ``line`` is one of those that stand at the top of a text."""
    return _part(line) is not None


def count_top_lines(lines: Sequence[str]) -> int:
    """Return how many of ``lines`` stand at the top of a text; under a letterhead, a place is part of it."""
    count = 0
    part: Element | None = None
    for line in lines:
        above = lines[count - 1] if count else ""
        if _continues_title(line, above, part) or is_receipt(line, part) or is_hour(line, part):
            count += 1
            continue
        part = _part(line) or (_place(line) if part is not None and part.get("type") == "letterhead" else None)
        if part is None:
            break
        count += 1
    return count


def _continues_title(line: str, above: str, part: Element | None) -> bool:
    """Whether ``line`` goes on with the title in capitals ``above``: ``TO THE COUNCIL``, ``ON``, and on what."""
    text = words_of(line)
    if part is None or part.name != "head" or not text.isupper() or not words_of(above).isupper():
        return False
    return _TITLE_GOES_ON.match(text) is not None or _LONE_WORD.match(words_of(above)) is not None


def is_dated_letterhead(lines: Sequence[str]) -> bool:
    """Whether ``lines``, whatever they say, end with the date of the text, and none is a sentence that it ends."""
    shown = list(lines[:-1] if lines and says_receipt(lines[-1]) else lines)
    shown[-2:-1] = [line.rstrip(f"{BLANKS}.") if _is_town(line) else line for line in shown[-2:-1]]
    is_dated = len(shown) > 1 and dateline_in(shown[-1]) is not None and are_short(shown)
    return is_dated and not runs_on(shown[-2])


def _is_town(line: str) -> bool:
    """Whether ``line`` is the last of an address, with a full stop: ``Strelsau.``, below ``British Embassy,``."""
    text = words_of(line)
    return len(text) <= _LONGEST_PLACE and text.endswith(".") and is_place(text.removesuffix("."))


def is_of_meeting(lines: Sequence[str], below: str) -> bool:
    """Whether ``lines`` are the title of the minutes of a meeting, with its day, which may stand ``below``.

    ``RECORD of a meeting held …``
    """
    text = words_of(" ".join(lines)) if len(lines) <= _MOST_OF_TITLE else ""
    is_dated = _MEETING.match(text) or (_TALK_BETWEEN.match(text) and dateline_in(below))
    return bool(is_dated) and (text.endswith("m.") or text[-1] not in ".:")


def count_talkers(lines: Sequence[str], title: str) -> int:
    """Return how many of ``lines``, below ``title``, say who talks: ``Mr. Poe/Amb. Doe``, or a line for each."""
    if not lines or _TALK.search(title) is None:
        return 0
    if _TWO_TALK.match(words_of(lines[0])):
        return 1
    count = next((index for index, line in enumerate(lines) if not _ONE_TALKS.match(words_of(line))), len(lines))
    return count if count > 1 else 0


def letterhead(lines: Sequence[str]) -> Element:
    """Return the opener that the lines of a letterhead are."""
    return element("opener", typed("seg", lines, type="letterhead"))


def read_top(lines: Sequence[str]) -> list[Element]:
    """Return what ``lines``, all of them lines of the top, are; one that is known for nothing else is a ``seg``."""
    blocks: list[Element] = []
    opener: list[Node] = []
    for index, line in enumerate(lines):
        head = blocks[-1] if blocks and not opener else None
        if head is not None and _continues_title(line, lines[index - 1], head):
            blocks[-1] = head.containing(
                [*head.content, *break_between(lines[index - 1], line), *typed("head", [line]).content]
            )
            continue
        dateline = opener[-1] if opener else None
        if isinstance(dateline, Element) and is_receipt(line, dateline):
            below = [*break_between(lines[index - 1], line), *typed("seg", [line]).content]
            opener[-1] = dateline.containing([*dateline.content, *below])
            continue
        if isinstance(dateline, Element) and is_hour(line, dateline) and (timed := with_hour(lines[index - 1], line)):
            opener[-1] = timed
            continue
        part = _part(line) or _place(line) or typed("seg", [line])
        if part.get("type") == "letterhead" and _is_for_somebody(blocks):
            part = typed("seg", [line], type="addressee")
        if part.name == "head":
            blocks += [*_opened(opener), part]
            opener = []
        else:
            opener += [*(break_between(lines[index - 1], line) if opener and part.name == "seg" else ()), part]
    return [*blocks, *_opened(opener)]


def _is_for_somebody(blocks: Sequence[Element]) -> bool:
    """Whether a title says for whom the paper is, whose house and town may stand below: ``MEMORANDUM FOR MR. POE``."""
    return bool(blocks) and _FOR_SOMEBODY.match(plain(blocks[-1].content)) is not None


def is_address(lines: Sequence[str], below: str) -> bool:
    """Whether ``lines`` say to whom a paper goes: over a salutation ``below``, a post, or below ``His Excellency``."""
    if not (1 < len(lines) <= _MOST_OF_ADDRESS and are_short(lines)):
        return False
    is_post = len(lines) == _LINES_OF_POST and lacks_place(lines[0]) and is_place(words_of(lines[1]).rstrip("."))
    return is_post or HONOURED.match(words_of(lines[0])) is not None or greets(below)


def addressee(lines: Sequence[str]) -> Element:
    """Return the opener that the name and address of whoever a letter is written to are."""
    return element("opener", typed("seg", lines, type="addressee"))


def _part(line: str) -> Element | None:
    text = words_of(line)
    if len(text) > _LONGEST:
        return None
    if _is_capitalised(text):
        name = kind_of_line(text)
        if name is not None:
            return typed("head", [line]) if name == "head" else typed("seg", [line], type=name)
    if columns := _columns(line):
        return columns
    if is_remark(text):
        return typed("seg", [line], type="remark")
    if is_street_address(text):
        return typed("seg", [line], type="letterhead")
    return dateline_in(line) or (typed("salute", [line]) if is_salutation(text) else None)


def _columns(line: str) -> Element | None:
    """Return a line of several columns, a marking or the number of the paper in one: ``SECRET          May 3, 1965``.

    It is a ``dateline`` where one of them is the date.  A register number, or whose paper it is, may stand before that,
    and the kind of the paper before its number in a log: ``MEMORANDUM          2217``.
    """
    cells = _COLUMN.split(line.strip(BLANKS))
    if len(cells) < 2:
        return None
    beside = _beside(cells)
    parts = [*([beside] if beside else []), *(_cell(cell) for cell in cells[1 if beside else 0 :])]
    is_marked = any(part is not None and _tells(part, parts[-1]) for part in parts)
    if None in parts or not (beside or is_marked):
        return None
    gaps = [found[0] for found in _COLUMN.finditer(line.strip(BLANKS))]
    content: list[Node] = []
    for part, gap in zip(parts, [*gaps, ""], strict=True):
        assert part is not None
        content += [*(part.content if part.name == "dateline" else (part,)), *((gap,) if gap else ())]
    return element("dateline" if any(part and part.name == "dateline" for part in parts) else "seg", *joined(content))


def _tells(part: Element, last: Element | None) -> bool:
    """Whether ``part`` tells what its line is: a marking, an hour, or a number if the ``last`` column is a date."""
    is_dated = last is not None and (last.name == "dateline" or last.get("type") == "received")
    return part.get("type") in _TELLING or (is_dated and part.get("type") == "number")


def _beside(cells: Sequence[str]) -> Element | None:
    """Return the first of ``cells`` if the last tells what it is: a register number, an office, a kind of paper."""
    text, last = words_of(cells[0]), cells[-1]
    if len(text) > _LONGEST_PLACE:
        return None
    kind, of_last = kind_of_line(text), kind_of_cell(words_of(last))
    if OF_DESPATCH.fullmatch(text) and kind_of_line(words_of(last).rstrip(",")) == "letterhead":
        return typed("seg", cells[:1], type="number")
    if kind == "head" and of_last == "number":
        return typed("seg", cells[:1])
    if kind == "letterhead" and of_last in ("number", "distribution"):
        return typed("seg", cells[:1], type=kind)
    is_remark = kind == "remark"
    kind = (
        kind if is_remark else "letterhead" if _OF_OFFICE.match(text) else "number" if _REGISTER.search(text) else None
    )
    is_other = kind is not None and kind_of_cell(text) is None
    return typed("seg", cells[:1], type=kind) if is_other and dateline_in(last) else None


def _cell(words: str) -> Element | None:
    """Return what stands in one column: a ``seg`` that says what it is, or the ``dateline``."""
    text = words_of(words)
    kind = kind_of_cell(text) or ("letterhead" if kind_of_line(text.rstrip(",")) == "letterhead" else None)
    return typed("seg", [words], type=kind) if kind else dateline_in(words)


def _place(line: str) -> Element | None:
    text = words_of(line)
    may_be_place = len(text) <= _LONGEST_PLACE and not _PERSON.match(text)
    return typed("seg", [line], type="letterhead") if may_be_place and is_place(text) else None


def _is_capitalised(text: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in text.split())


def _opened(content: Sequence[Node]) -> list[Element]:
    return [element("opener", *content)] if content else []
