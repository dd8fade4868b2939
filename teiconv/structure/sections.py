"""Titles of sections inside a document: ``U.S.-Thai Relations``, ``III. Options``, ``Recommendation:``.

One is a line of its own between two passages of prose: words with capitals and small ones between them, without a
stop; or one of the words that memoranda have over their parts.  What stands among the lines above the text, a name, a
date or the address of a telegram is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.grammar.markings import OF_ONE_WORD, pattern
from teiconv.grammar.offices import Use, capitalised
from teiconv.layout.lines import Placed, lines_of
from teiconv.model import Element, flatten, plain
from teiconv.regex import regex

_KNOWN = regex(
    r"(?:recommend(?:ation|ed action)|conclusion|background|summary|comment|discussion|introduction|purpose|analysis"
    r"|action (?:requested|required)|next step|option|issue|(?:the )?problem|assessment|talking point|decision|strategy"
    r"|current (?:situation|status))s?:?\Z",
    re.I,
)
_NUMBER = regex(r"(?:[IVXL]{1,5}|[A-Z]|\d{1,2})[.)] ?(?=\S)")
_WORD = regex(r"[^\W\d_][\w’'.-]*")
_NO_TITLE = regex(
    r"(?:(?:Mr|Mrs|Dr)\.|(?:The )?Right Hon|[A-Z]-\d|\w+ [A-Z]\. [\w’-]+\Z|[\w. ]{1,30}[A-Z]\. [A-Z][\w’-]+,"
    rf"|(?:{capitalised(Use.NO_HEADING)}|Attachments?|Enclosures?|Tabs?|Annex"
    rf"|Memorandum|Telegram|Airgram|Top|{pattern(OF_ONE_WORD)}|Begin|End|Department|The White House"
    r"|Washington|Dear|Extracts?|For|From|Dept|Joint|Sincerely|(?:Dis)?approved?|Tables? \d+"
    r"|(?:Letter )?No\. ?\d+|(?:Warm|Best|Kind) regards|Laughter|Participants|Present|Undated)\b)"
    r"|Art(?:icle|\.) (?:[IVXL]{1,7}|\d{1,2})\b"
    r"|(?:Re:? )?(?:[A-Z][a-z]{1,7})?tels? (?:[A-Z]+ )?\d"
    r"|The (?:Council|Committee|Cabinet|Conference|Board|Commission)(?: ?[—–:-])?\Z"
    r"|.*(?:\d{4}|\d-\d|: ?\w|! |[.;,:?!…”—–-]\Z)",
    re.I,
)
_COLUMNS = regex(r"[^\s.)] {3,}\S|\bBox \d")
"""What is of a form, or says where a paper lies: heads of columns, a box."""
_BEGINS_OTHERWISE = ("“", '"', "‘", "[", "(", "•", "—", "-", "*")
_SMALL = frozenset(
    """a after against an and as at before between by de for from in into la le nor of on or over the to toward under
    upon via vs with""".split()
)
_NAMED = regex(r"(?:Mr|Mrs|Dr|MM?|Hon|Sir|(?:The )?(?:Rt|Right)\.? Hon)\b")
"""What a line below the first begins with that names somebody: a delegation and its members are no title."""
_MARKED = regex(r"(?:#{1,6} +\S.{0,100}|\d{1,2}\. +(?=[A-Z])[^.?!:;]{3,60})\Z")
"""Marked as a title: by the sign that Markdown has for it, or by a number, and no stop at the end."""
_SECOND = {"1": "2", "I": "II", "A": "B"}
"""The number of a second section, by that of the first."""
SECTION_TITLE = "sectiontitle"
"""``p/@rend`` of a title that is none by its words alone: a pass knows it by its layout."""
_LONGEST, _MOST_WORDS = 110, 14
_MOST_NODES = 3
_MOST_WORDS_LED = 6
"""A line with a number, or in capitals, that ends with a colon has fewer words as a title; else it is a sentence."""
_PROSE = 120
"""A paragraph of this length is prose, and a shorter one only if it ends as a sentence does."""


def find_sections(blocks: Sequence[Placed], *, is_typed: bool) -> list[int]:
    """Return the indices of the blocks that are titles of sections; ``is_typed``: also of those that are marked so."""
    found: list[int] = []
    places = [index for index, placed in enumerate(blocks) if placed.block.name != "pb"]
    texts = [blocks[index].block for index in places]
    for position in range(_end_of_heading_lines(texts), len(texts) - 1):
        is_below_title = bool(found) and found[-1] == places[position - 1]
        if _is_title(texts, position, is_below_title=is_below_title, is_typed=is_typed):
            found.append(places[position])
    if is_typed and found and found[0] != places[0] and _counts_on(texts[0], blocks[found[0]].block):
        found.insert(0, places[0])
    return found


def _counts_on(first: Element, second: Element) -> bool:
    """Whether ``first``, with which the text begins, is a title like ``second``: ``1. Oil``, ``2. Trade``."""
    above, below = (" ".join(plain(block.content).split()) for block in (first, second))
    number = _SECOND.get(above.partition(".")[0])
    is_title = first.name == "p" and (_MARKED.match(above) is not None or is_section_title(above))
    return is_title and number is not None and below.startswith(f"{number}. ")


def _is_title(texts: Sequence[Element], position: int, *, is_below_title: bool, is_typed: bool) -> bool:
    block = texts[position]
    if block.attributes and block.get("rend") == SECTION_TITLE:
        return True
    if block.name != "p" or len(block.content) > _MOST_NODES or _begins_long(block):
        return False
    text = plain(block.content)
    if len(text) > 2 * _LONGEST or _COLUMNS.search(text):
        return False
    if any(_NAMED.match(plain(line)) for line in lines_of(block.content)[1:]):
        return False
    title = " ".join(text.split())
    is_marked = is_typed and _MARKED.match(title) is not None
    if not (is_marked or is_section_title(title)):
        return False
    below = texts[position + 1 : position + 3]
    if not position:
        return not is_typed and _opens_text(title, below[0])
    above = texts[position - 1]
    is_alone = is_marked or (_begins_part(title, below) and {above.name, below[0].name} != {"list"})
    return (is_below_title or _ends_passage(above)) and is_alone


def _begins_long(block: Element) -> bool:
    first = block.content[0] if block.content else ""
    return isinstance(first, str) and len(first) > 2 * _LONGEST


def _end_of_heading_lines(texts: Sequence[Element]) -> int:
    """Return the end of the lists (``SUBJECT``, ``PARTICIPANTS``) that stand above the first paragraph of prose."""
    end = 0
    for position, block in enumerate(texts):
        if block.name == "p" and len(flatten(block.content)) >= _PROSE:
            break
        if block.name == "list" and block.get("type"):
            end = position + 1
    return end


def _opens_text(title: str, below: Element) -> bool:
    """Whether a document begins with the title of its first section: one of several words, over prose."""
    return " " in title and below.name == "p" and len(flatten(below.content)) >= _PROSE


def _begins_part(title: str, below: Sequence[Element]) -> bool:
    """Whether a part of the text begins below ``title``: a passage, or a section of that part with its own title."""
    if _begins_passage(below[0]) or (is_usual_title(title) and below[0].name == "p"):
        return True
    if len(below) < 2 or below[0].name != "p" or not (_NUMBER.match(title) or title.isupper()):
        return False
    return is_section_title(plain(below[0].content)) and _begins_passage(below[1])


def is_usual_title(text: str) -> bool:
    """Whether ``text`` is one of the words that memoranda have over their parts: ``Recommendation:``."""
    return _KNOWN.match(text) is not None


def is_section_title(text: str) -> bool:
    """Whether ``text`` may be the title of a section, to judge by its words."""
    if len(text) > _LONGEST or not text:
        return False
    if is_usual_title(text):
        return True
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    if text.endswith(":") and text.count(" ") < _MOST_WORDS_LED and (number or text.isupper()):
        text = text[:-1]
    if text.startswith(_BEGINS_OTHERWISE) or _NO_TITLE.match(text):
        return False
    words = _WORD.findall(text)
    return 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() or word in _SMALL for word in words)


def _ends_passage(above: Element) -> bool:
    return above.name != "p" or _is_prose(above)


def _begins_passage(below: Element) -> bool:
    return below.name in ("list", "quote", "table") or (below.name == "p" and _is_prose(below))


def _is_prose(block: Element) -> bool:
    text = flatten(block.content)
    return len(text) >= _PROSE or text.rstrip("0123456789 ").endswith((".", "?", "!", "”", ":", "]", ")"))
