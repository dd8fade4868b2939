"""How likely a numeral is to call a note, from what stands before it and after it.

A score is in nats: the logarithm of the odds that the numeral is a call.  The figures are rounded from counts
over ten volumes of the series with 8,006 calls; ``docs/notes.md`` says which and how.
"""

from __future__ import annotations

import re

from teiconv.grammar import months
from teiconv.model import OBJECT
from teiconv.regex import regex
from teiconv.remember import remembered

HOPELESS, SURE = -8.0, 7.0
"""No context says less, or more, than these; what is hopeless is no candidate."""

WINDOW = 32
"""Characters of context that are looked at, on either side."""

_MONTH = regex(rf"{months.WRITTEN}[.,]? $", re.IGNORECASE)
_LONGEST_MONTH = 12
"""``September, `` and a line end after it."""
_UNIT_NEXT = regex(
    r"\s(?:per ?cent|[mb]illion|thousand|hundred|(?:day|week|month|year|hour|minute)s?\b|men\b|o.clock|[ap]\. ?m)"
)
MESSAGE = regex(
    r"(?:(?:tels?|tel\.|grams?|[Dd][ei]spatch(?:es)?|messages?|circulars?|Nos?\.|[A-Z]\w+[’']s"
    r"|Sec[dt]o|Tosec|Polto|Topol|Dulte|Tedul|Delga|Gadel)"
    r" (?:\d+[,;]? (?:and |or )?)?|[a-z]/)$"
)
"""What stands before the number of a message: ``Embtel 165``, ``telegrams 168 and 169``, ``Tel Aviv’s 194``."""

_TIME_GROUP = regex(r"[0-9]Z [A-Z]{3} $", re.IGNORECASE)
"""What stands before the year in ``071630Z JUL 69``."""

NUMBER_LINE = regex(
    r"(?:(?:[A-Z] )*[A-Z] )?\d{6}Z\b.*\Z"
    r"|(?=[^a-z]+\Z)(?!\W*[A-Z]\. )(?=.*[A-Z] [\w/–-]*\d\Z)(?!.*\b1[6-9]\d\d\d\Z)"
    r"|[\d.]*\d[./][\w./–-]+(?: ?: ?.{1,40})?\Z",
    re.DOTALL,
)
"""A line in which no numeral is cut: a date-time group, capitals with the number of a message, a file number.

A lettered item of a list (``A. NSC 5503``) names another paper, and may call a note.
"""

YEAR = regex(r"1[6-9][0-9][0-9]")
_NUMBER_OR_DAY = regex(rf"(?:{MESSAGE.pattern.removesuffix('$')}|{_MONTH.pattern.removesuffix('$')})\d+ $")
DAY = regex(r"[12]?[1-9]|[123]0|31")
_SUPERSCRIPT = regex(r"[^\W\d_][.,;:)”]{1,2}[0-9]{1,2} $")
"""A numeral of the paper's own, glued to what stands before it: ``to the Government.3 28``."""
_CALL_NEXT = regex(r" ([0-9]{1,3})(?=\Z|\s*\n| [a-z])")
NUMBERED = regex(
    r"\b(?:tab|annex|appendix|enclosure|attachment|part|section|chapter|article|phase|step|option|alternative"
    r"|document|paragraph|para|group|item|table|room|box|volume|number|page|stage|point|question|issue|category"
    r"|footnote|note|figure|chart|schedule|case|recommendation|proposal|conclusion|objective|assumption|principle"
    r"|priority|condition|requirement|task|zone|committee)s? $",
    re.IGNORECASE,
)
YEAR_NEXT = regex(r"\b[FC]Y ?$")
"""What stands before the two digits of a fiscal or a calendar year: ``FY 62``."""
_LETTERED = regex(r"\b(?:tab|annex|appendix|enclosure|attachment|part|section) [A-Z]$", re.IGNORECASE)
_ABBREVIATED = regex(r"\b(?:nos?|pp?|vols?|arts?|paras?|pars?|docs?|figs?|ch|sec)\.$", re.IGNORECASE)
_OUTLINE = regex(r"(?:^|[\s(/])[A-Z]\.$")
"""What stands before the number of a point: ``B.1``."""
_PAPER = regex(r"[A-Z]\([0-9]{2}\)$")
"""What stands before the number of a paper of an organisation: ``C–M(58)170``."""
_NAME = regex(r"\b[A-Z][\w.’'-]*[a-z] $")
_LAST_NUMERAL = regex(r"[0-9]+$")
_LAST_WORD = regex(r"[^\s(\[“‘\"'/]+$")

# What the numeral is glued to. Letters, digits, blanks, commas, colons and full stops need a closer look.
_BEFORE = {
    ")": 6.0,
    **dict.fromkeys("]}”’»;?!…", 5.0),
    OBJECT: 4.0,
    **dict.fromkeys('"*†‡%_', 3.0),
    "'": 1.0,
    "“": -2.0,
    "—": -4.5,
    **dict.fromkeys("–-/$£#[", -6.0),
    "(": -7.5,
}
# What follows at once. That a blank or the end of the block does is the rule, and says nothing.
_AFTER = {
    **dict.fromkeys("—)", -0.5),
    **dict.fromkeys('];(”"?!', -3.0),
    **dict.fromkeys(".,:", -4.0),
    **dict.fromkeys("-–/%’'½¼¾°″′", -6.0),
}
_LETTER_AFTER = -5.0
_UNIT_AFTER = -2.0
# A numeral after a blank, by the last character of the word before it: at the end of a block, and within it.
_ALONE = -5.0
"""A numeral that is all of its block: nearly always a figure in a table."""
_PRINTED_TWICE = -4.0
"""A numeral after which another follows that does not count on: the superscript of the paper, then the call."""
_AFTER_SUPERSCRIPT = 4.0
_AFTER_BLANK = {
    ":": (3.0, -3.0),
    ")": (2.0, -1.0),
    **dict.fromkeys("]" + OBJECT, (0.0, -2.0)),
    **dict.fromkeys(".”?!", (0.0, -4.0)),
    "…": (2.0, 1.0),
    ";": (0.0, -3.0),
    ",": (-1.0, -5.0),
}


@remembered(4096)
def whole_score(left: str, label: str, right: str) -> float:
    """Score ``label`` between ``left`` and ``right`` (see :data:`WINDOW`) where no digit stands before it."""
    return bounded(_before(left, label, right) + after(right) + _before_call(left, label, right))


def _before_call(left: str, label: str, right: str) -> float:
    """Score that another numeral follows: the call, if this one is the paper's own superscript (``Court.3 28``)."""
    following = _CALL_NEXT.match(right)
    if following is None or not label.isdigit() or int(following[1]) == int(label) + 1 or _UNIT_NEXT.match(right, 3):
        return 0.0
    return _PRINTED_TWICE if _SUPERSCRIPT.search(f"{left}{label} ") else 0.0


def month_before(left: str, end: int | None = None) -> re.Match[str] | None:
    """Return the month with which ``left``, or as much of it as stands before ``end``, ends."""
    end = len(left) if end is None else end
    return _MONTH.search(left, max(0, end - _LONGEST_MONTH), end)


def bounded(score: float) -> float:
    """Return ``score``, or the most or least that a context says."""
    return max(HOPELESS, min(SURE, score))


def after(right: str) -> float:
    """Score what follows."""
    if not right or right[0].isspace():
        return _UNIT_AFTER if _UNIT_NEXT.match(right) else 0.0
    if right[0] in ".,:" and right[1:2].isdigit():
        return -7.0
    return _LETTER_AFTER if right[0].isalpha() else _AFTER.get(right[0], -2.0 if right[0] != OBJECT else 0.0)


def _before(left: str, label: str, right: str) -> float:
    """Score what stands before, where it is not a digit."""
    last = left[-1:]
    if last.isalpha():
        return _after_letter(left)
    if last == ".":
        return _after_stop(left, right)
    if last == ",":
        return (5.5 if len(label) < 3 else -5.0) if left[-2:-1].isdigit() else 6.0 if left[-2:-1].isalpha() else 3.0
    if last == ":":
        return -4.0 if left[-2:-1].isdigit() else 5.0
    if last == " ":
        return _after_blank(left, label, right)
    if not last and is_end(right):
        return _ALONE
    if not last.strip():
        return -1.5 if is_end(right) else -7.0
    return -6.0 if last == ")" and _PAPER.search(left) else _BEFORE.get(last, -4.0)


def _after_letter(left: str) -> float:
    """Score a numeral glued to a letter: ``report2``, ``Tab A3``, ``0317Z2``, but ``U2``, ``F111``."""
    match = _LAST_WORD.search(left)
    word = match[0] if match else left[-1]
    if word[-2:].islower() and len(word) > 1:
        return 6.0
    if word in ("FY", "CY"):
        return HOPELESS
    if _LETTERED.search(left):
        return 4.0
    if any(map(str.isdigit, word)):
        return 3.5
    if word[-1].islower():
        return 3.0
    return -1.0 if len(word) == 1 else 0.5 if len(word) == 3 else 2.5


def _after_stop(left: str, right: str) -> float:
    """Score a numeral glued to a full stop: ``the meeting.2``, ``of May 3.2``, but ``No.2``, ``3.2 million``."""
    if not left[-2:-1].isdigit():
        is_number = not left[-2:-1].strip() or _ABBREVIATED.search(left) or _OUTLINE.search(left)
        return -2.0 if is_number else 6.0
    if _UNIT_NEXT.match(right):
        return -5.0
    match = _LAST_NUMERAL.search(left, 0, len(left) - 1)
    start = match.start() if match else 0
    if left[start - 1 : start] in ("", "$", ".", ",", "\t"):
        return -4.0
    if month_before(left, start):
        return 4.5
    ends = 1.5 if is_end(right) or right[1:2].isupper() else 0.0
    return ends + (-1.0, -1.0, 2.0, 4.0)[min(len(left) - 2 - start, 3)]


def _after_blank(left: str, label: str, right: str) -> float:
    """Score a numeral that stands by itself: ``President Nixon 1`` at the end of a head, ``1 2`` after a date."""
    follows = left[:-1].endswith(str(int(label) - 1)) and left[-2:-1].isdigit() if label.isdigit() else False
    inside = not is_end(right) and not is_next(label, right)
    last = left.rstrip()[-1:]
    if last.isdigit():
        if not inside:
            return 6.0 if follows else 4.0
        if _SUPERSCRIPT.search(left) and right[1:2].islower():
            return _AFTER_SUPERSCRIPT
        return 4.0 if right[0] in ")]" else -1.0 if _NUMBER_OR_DAY.search(left) else -3.0
    if _TIME_GROUP.search(left) or YEAR_NEXT.search(left):
        return HOPELESS
    if month_before(left) or NUMBERED.search(left) or _ABBREVIATED.search(left, 0, len(left) - 1):
        return -6.0 if inside else -4.0
    if last in _AFTER_BLANK:
        return _AFTER_BLANK[last][inside]
    if _NAME.search(left):
        return -2.0 if inside else 4.5
    if last.isupper():
        return -1.5 if inside else 3.0
    return -6.0 if inside else -1.0


def is_end(right: str) -> bool:
    """Return whether a block, a cell or a line ends here: what breaks it off stands right after the numeral."""
    return right.lstrip(" ")[:1] in ("", "\t", "\n") or right[0] == OBJECT


def is_next(label: str, right: str) -> bool:
    """Return whether nothing follows but the numeral after ``label``, as in ``1 2``."""
    return label.isdigit() and right.split()[:1] == [str(int(label) + 1)]
