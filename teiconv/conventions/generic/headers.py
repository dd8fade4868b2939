"""Typed heading lines of memoranda and cables: ``FROM: Henry Kissinger``, ``FM AMEMBASSY LIMA``.

Each is a ``list rend="run-in"``.  Lines below that begin with no such word go on with it: as another addressee where
there may be several, and else as the rest of the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from teiconv.conventions.generic.columns import as_group, entries, stand_side_by_side
from teiconv.conventions.generic.lines import BLANKS, typed
from teiconv.conventions.generic.lists import begins_typed_list, read_typed_list
from teiconv.grammar.posts import goes_on_with_place
from teiconv.grammar.scans import with_letters_mended
from teiconv.model import Element, element
from teiconv.regex import regex
from teiconv.remember import remembered
from teiconv.structure.datelines import read_date_time_group, read_dateline
from teiconv.structure.headings import list_type
from teiconv.structure.signatures import is_full_name, kind_below_name

_WORDS = r"""(?:memorandum|note)[ ](?:for|to) | to | from | fm | thru | through | via | for | info(?:rmation)? | action
    | sent | title | author | recipient | pass(?:[ ]to)?
    | subj(?:ect)?s? | re | refs? | references? | date(?:[ ]and[ ]time)? | time(?:[ ]and[ ]place)?
    | dated | place | location | participants
    | attendees | (?:those[ ])?present
    | agenda | cop(?:ies|y)(?:[ ]to)? | b?cc | attn | attention | classification | precedence
    | tags | e\.?o\.?[ ]\d{4,5} | (?:drafted|approved|cleared)[ ]by | clearances | country | doi | acq | source | file
    | importance | sensitivity | reply-to
    | attachments? | betr(?:\.|eff)? | bezug | objet | oggetto
    | mrn | date/dtg | e\.o\. | captions? | pass[ ]line | signature | released[ ]by | run[ ]date | and[ ]place"""
_LINE = regex(
    rf"(?P<head>\*{{0,2}}(?:\([A-Z/,]{{1,14}}\)[ ])?(?:{_WORDS})[ \t]*(?::\*\*|\*\*:|:))(?:[ \t]+(?=\S)|\Z|(?=\w))",
    re.I | re.X,
)
_ALONE = regex(
    r"(?P<head>(?:U\.?S\.? |AMERICAN |OTHER )?PARTICIPANTS|PRESENT|ATTENDEES|SUBJECTS?|DATE|PLACE|TIME|COPIES TO"
    r"|DISTRIBUTION|REFERENCES?)\Z"
)
"""Labels that stand over their lines without a colon."""
_CAPITALS = regex(
    r"(?P<head>(?:CONTROL|REC[’']?D|Rec[’']d|RECEIVED|NO|NR|NUMBER|DTG|DISTRIBUTION|PRIORITY) ?:|N[OR]\.(?=[ \t]{2})"
    r"|Control ?:(?=[ \t]+\d)|DATE, TIME(?=  ))[ \t]+(?=\S)"
)
_ABOUT = regex(r"(?P<head>[Aa](?:\.s\.|/[sS])(?: ?:)?)[ \t]+(?=[A-ZÀ-Ý])")
"""What stands before the subject of a French paper: ``A.s. Conversation avec …``, au sujet de."""
_OF_INFORMATION = (
    r"NO\. (?:OF )?(?:PAGES|ENCLS?\.?)|DATE (?:OF INFO|ACQ)[A-Z.]*|PLACE (?:& DATE )?ACQ[A-Z.]*|REQUIREMENT NO\.?"
)
_FIELD = rf"(?P<head>(?:DATE DISTR(?:IBUTED|\.)?|REPORT NO\.?|(?:COUNTRY|SUBJECT)(?= {{2}})|{_OF_INFORMATION})(?: ?:)?)"
_FORM = regex(rf"{_FIELD}[ \t]+(?=\S)")
"""The fields of a report on a form."""
_FORM_BESIDE = regex(rf"{_FIELD}(?:[ \t]+(?=\S)|[ \t]*\Z)")
"""The fields that stand in the second column, and may have nothing in it."""
_DATE = regex(r"(?P<head>D(?:ATE|ate) ?:) *(?=\S)")
_DATE_BESIDE = regex(rf" {{3,}}{_DATE.pattern}")
"""The date in the second column of a form: ``TO : Mr. Roe          DATE: May 3, 1965``."""
_LONGEST_DATE = 120
_GROUP_BEHIND = regex(r"\A[A-Z ]{3,40}? (?=\d{6}Z )")
"""What stands before the date-time group on the line of the sender: ``FM STRELSAU 071030Z JUL 80``."""
_CABLE_LINE = regex(
    r"(?P<head>(?:FM|TO|INFO|ACTION|PASS|ZEN)(?=[ \t]+[A-Z/\d][A-Z]+)|TELNO(?=[ \t]+\d)|OF(?=[ \t]+\d{6}Z ))[ \t]+"
)
"""The last two are of British telegrams: ``TELNO 212``, ``OF 141630Z OCTOBER 86``."""
_TYPES = (
    ("subject", regex(r"(?:betr|objet|oggetto|a(?:\.s\.|/s))", re.I)),
    ("references", regex(r"bezug", re.I)),
    ("attachments", regex(r"attachments?\b", re.I)),
    ("date", regex(r"(?:dated?(?! (?:of|acq))|sent|dtg|run date|of\Z)\b", re.I)),
    ("title", regex(r"title\b", re.I)),
    ("from", regex(r"author\b", re.I)),
    ("to", regex(r"(?:recipient|note (?:for|to))\b", re.I)),
    ("info", regex(r"(?:info|pass line)", re.I)),
    ("action", regex(r"action\b", re.I)),
    ("place", regex(r"(?:place(?! (?:acq|&))|location|time and place|and place)\b", re.I)),
    ("time", regex(r"time\b", re.I)),
    ("through", regex(r"(?:thr|via)", re.I)),
    ("copies", regex(r"(?:b?cc|cop(?:y|ies))\b", re.I)),
    ("classification", regex(r"(?:classification|e\.?o\.?[ :]|captions?\b)", re.I)),
    ("precedence", regex(r"(?:precedence|importance)\b", re.I)),
    ("tags", regex(r"tags\b", re.I)),
    ("agenda", regex(r"agenda\b", re.I)),
    ("number", regex(r"(?:control|no(?!\. of|\. pages|\. encl)|nr|number|mrn|telno|report no)\b", re.I)),
    ("received", regex(r"rec", re.I)),
    ("drafting", regex(r"(?:drafted|approved|cleared|clearances|released)\b", re.I)),
)
"""Types of headings that the official volumes call ``subject``."""
_UNTYPED = regex(rf"(?:COUNTRY|{_OF_INFORMATION})(?: ?:)?\Z")
"""Fields that say what a report is made of, and nothing of the report itself."""
_PORTION = regex(r"\A\([A-Z/,]{1,14}\) ")
"""How secret a part is, before the part: ``(S/NF) FROM:``."""
_SEVERAL = frozenset({"to", "action", "info", "participants", "copies", "drafting"})
_ROUTER = regex(r"(?P<code>RU[A-Z]{3,6}/)(?=[A-Z])")
"""The code of the station, before the name of a post: ``RUEHC/SECSTATE WASHDC``."""
_MAY_BE_EMPTY = regex(r"(?:from|to|b?cc|sent|date|subject|attachments?):\Z", re.I)
_INDENTED = 6
"""Columns from the margin; so far to the right stands what goes on with the line above."""
_QUOTED_MAIL = regex(r"-{3,} ?(?:Original|Forwarded|Reply) [Mm]essage(?: follows)? ?-{3,}\Z")
_SUBJECT_LINE = regex(r"(?:Reply|Response|Answer|Letter|Message|Request|Invitation|Meeting|Visit|Appointment|Your)\b")
"""What a line below ``FROM`` begins with that is the subject, without the word."""


class Heading(NamedTuple):
    """A heading line: the word and what stands around it; ``column`` is where its item begins."""

    head: str
    item: str
    column: int


def read_heading(line: str) -> Heading | None:
    """Return ``line`` as a heading line, or ``None``."""
    text = line.strip(BLANKS)
    words = with_letters_mended(text) if "0" in text else text
    match = _LINE.match(words) or _CAPITALS.match(words) or _FORM.match(words) or _ABOUT.match(words)
    match = match or (_of_cable(words) if text.upper() == text else None)
    if match is None:
        return None
    column = line.index(text) + match.end()
    return Heading(text[: match.end("head")], text[match.end() :], column)


def _of_cable(text: str) -> re.Match[str] | None:
    """Return the heading of a line of a telegram, whose words stand for something else in small letters."""
    return _CABLE_LINE.match(text) or _ALONE.match(text)


def stands_below_signature(lines: Sequence[str], index: int) -> bool:
    """Whether the line at ``index`` is what stands below a name that signs, as copies do, however short the prose.

    What stands below heading lines signs nothing: it goes on with those who are present.
    """
    if kind_below_name(lines[index]) is None or (index and lines[index - 1].strip(BLANKS)):
        return False  # as for nearly all lines: what stands above need not be looked at
    start, end = _paragraph_above(lines, index)
    if not (start < end < index and is_full_name(lines[start].strip(BLANKS), stop=False)):
        return False
    above, _ = _paragraph_above(lines, start)
    return read_heading(lines[above]) is None


def _paragraph_above(lines: Sequence[str], index: int) -> tuple[int, int]:
    """Return where the paragraph above ``index`` begins and ends."""
    end = index
    while end and not lines[end - 1].strip(BLANKS):
        end -= 1
    start = end
    while start and lines[start - 1].strip(BLANKS):
        start -= 1
    return start, end


def is_among_headings(lines: Sequence[str], index: int) -> bool:
    """Whether a heading line stands directly above or below the line at ``index``."""
    return any(0 <= near < len(lines) and read_heading(lines[near]) is not None for near in (index - 1, index + 1))


def begins_quoted_mail(line: str) -> bool:
    """Whether ``line`` stands above the heading lines of a mail that another quotes: ``-----Original Message-----``."""
    return _QUOTED_MAIL.match(line.strip(BLANKS)) is not None


def may_be_empty(heading: Heading) -> bool:
    """Whether ``heading`` is one that stands in its place even with nothing after it, as in the head of a mail."""
    return not heading.item and _MAY_BE_EMPTY.match(heading.head) is not None


def is_below_item(line: str, heading: Heading) -> bool:
    """Whether ``line`` begins right below the item of ``heading``, in its column, far from the margin."""
    indent = len(line) - len(line.lstrip(BLANKS))
    return bool(heading.item) and indent >= _INDENTED and indent == heading.column


def is_subject_line(line: str, above: Heading) -> bool:
    """Whether ``line``, below the line that names the sender, is the subject."""
    return bool(above.item) and _SUBJECT_LINE.match(line) is not None and typed_list_type(above.head) == "from"


def subject_list(line: str) -> Element:
    """Return the list that a subject is which no word announces."""
    return element("list", typed("item", [line]), type="subject", rend="run-in")


def empty_list(heading: Heading) -> Element:
    """Return the list of a heading that nothing follows."""
    blank = element("item", element("gap", reason="blank"))
    return element("list", typed("head", [heading.head]), blank, type=typed_list_type(heading.head), rend="run-in")


@remembered(256)  # a few words head most of the lines
def typed_list_type(heading: str) -> str | None:
    """Return the type of a typed list with that heading: more exact than :func:`list_type`, that of the series."""
    words = with_letters_mended(_PORTION.sub("", heading.strip("*")))
    if _UNTYPED.match(words):
        return None
    return next((name for name, pattern in _TYPES if pattern.match(words)), None) or list_type(words)


def read_form_field(text: str, start: int) -> re.Match[str] | None:
    """Return the label of a field of a form that begins at ``start``."""
    return _FORM_BESIDE.match(text, start)


def read_beside_date(text: str, start: int) -> re.Match[str] | None:
    """Return the label of the date that ``text`` ends with from ``start`` on."""
    found = _DATE.match(text, start) if len(text) - start <= _LONGEST_DATE else None
    return found if found and read_dateline((text[found.end() :],)) else None


def heading_list(heading: Heading, further: Sequence[str]) -> Element | None:
    """Return the list that a heading line and the lines that go on with it are; ``None`` where nothing follows."""
    further = [line for line in further if line.strip(BLANKS)]
    type_ = typed_list_type(heading.head)
    head = typed("head", [heading.head])
    if further and not heading.item and begins_typed_list(further[0]):
        found = read_typed_list(further)
        if found is not None:
            return element("list", head, *found.content, type=type_, rend="run-in")
    made = _items_in_columns(heading, further) if type_ == "participants" else None
    if made is None:
        made = [_item(lines, type_) for lines in _lines_of_items(heading, further, type_)]
    return element("list", head, *made, type=type_, rend="run-in") if made else None


def _items_in_columns(heading: Heading, further: Sequence[str]) -> list[Element] | None:
    """Return the items of those present if they stand side by side."""
    rows = [entries(heading.item, heading.column)] if heading.item else []
    rows += map(entries, further)
    return [entry.item() for row in rows for entry in row] if stand_side_by_side(rows) else None


def _lines_of_items(heading: Heading, further: Sequence[str], type_: str | None) -> list[list[str]]:
    """Return the lines of each item: another begins with a line where there may be several."""
    items = [[heading.item]] if heading.item else []
    for line in further:
        indent = len(line) - len(line.lstrip(BLANKS))
        is_other = type_ in _SEVERAL and (indent <= heading.column or not heading.item)
        if items and (goes_on_with_place(items[-1][-1]) or not is_other):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _item(lines: Sequence[str], type_: str | None) -> Element:
    """Return the item that ``lines`` are: a day as a ``date``, the code of a station as a ``seg``."""
    item = typed("item", lines)
    if type_ == "date":
        dated = read_date_time_group(item.content) or read_dateline(item.content)
        return item.containing(dated.content) if dated else item
    if type_ == "participants":
        return as_group(item)
    first = item.content[0] if item.content else ""
    if isinstance(first, str) and (beside := _DATE_BESIDE.search(first)):
        dated = read_dateline((first[beside.end() :],))
        return item.containing([first[: beside.end()], *dated.content, *item.content[1:]]) if dated else item
    if isinstance(first, str) and (group := _GROUP_BEHIND.search(first)) and len(item.content) == 1:
        dated = read_date_time_group((first[group.end() :],))
        return item.containing([first[: group.end()], *dated.content]) if dated else item
    match = _ROUTER.match(first) if isinstance(first, str) else None
    if match is None:
        return item
    rest = first[match.end() :] if isinstance(first, str) else ""
    return item.containing([element("seg", match["code"], type="routing"), rest, *item.content[1:]])
