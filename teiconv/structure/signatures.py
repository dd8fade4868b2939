"""What a line at the end of a letter is: complimentary close, name, office, or something under the signature."""

from __future__ import annotations

import re

from teiconv.grammar.files import GERMAN_VOLUME
from teiconv.grammar.markings import OF_ONE_WORD, pattern
from teiconv.grammar.offices import Use, capitalised
from teiconv.regex import regex

LONGEST = 60
"""No line of a signature is longer."""

_SAYS_SIGNED = (
    r"(?:(?:SIGNED|Signature:|/s/|\((?:s|[Ss]igned|SIGNED)\)|\[[Ss]igned\]"
    r"|[\[(]?(?:[Ss]igné|[Gg]ez\.|[Ff]irmado|[Ff]irmato)[\])]?:?) {1,12})"
)
_SIGNED = rf"{_SAYS_SIGNED}?"
_COURTESY = r"(?:\((?:Mrs|Miss|Ms|Mr|Dr|Rev)\.?\) )?"
"""How whoever signs is addressed, in brackets before the name: ``(Mrs.) Ellen Roe``."""
_WORD = r"[A-Z](?:[^\W\d]|[.’'-])*"
_CALL = r"(?:(?<!-)\d{1,3})?"
"""The call of a note; a number behind a hyphen is that of a form."""
_NAME = regex(
    rf"{_SIGNED}{_COURTESY}[\[(“]*{_WORD}\]?(?:,? (?:[\[(“]?{_WORD}[\])”]?|de|von|van|la|del)){{0,5}}[\])”,.]*{_CALL}\Z"
)
_BEGINS_SIGNED = regex(_SAYS_SIGNED)
_FORENAME = regex(r"[A-Z][a-zà-ÿ’'-]{1,14}\Z")
_SUPPLIED_NAME = regex(
    r"(?=.*\[)(?!.*\[(?i:seal)\b)(?:(?:[A-Z][\w’']*\.?)?(?:\[[\w. ]{1,30}\])?[\w’']*\.?(?: |\Z)){1,4}\d*\Z"
)
_FULL_NAME = regex(
    rf"{_SIGNED}[\[(“]?(?:{_WORD}\.?[\])”]? )+{_WORD}[\])”]?(?:,? (?:Jr|Sr)\.)?{_CALL}[,.]?\Z|[A-Z]{{3,20}}\d*\.?\Z"
)
_NOT_NAMES = regex(
    rf"(?:Attachments?|Enclosures?|Tabs?|Annex|END|End|{pattern(OF_ONE_WORD)}|Approved|Top|Notes|Form|Copy)\b"
    r"|.* (?:TO|BY)\Z|.* (?:FOR|OF|THE|WITH|AND)\b"
    r"|(?:Brigadier|Major|Lieutenant|Rear|Vice)[ -](?:General|Colonel|Commander|Admiral)\Z",
    re.I,
)
"""What looks like a name, and is a marking, a line in capitals that goes on below, or a rank alone."""
_OFFICE = regex(rf"\b{capitalised(Use.SIGNS)}\b", re.I)
_OFFICE_ALONE = regex(
    r"(?:Acting|Assistant|Deputy|Executive|Under|The) (?:Secretary|Director|President)(?: of \w+)?\d*\Z", re.I
)
_SENDER = "(?:I|we|the undersigned)"
_ETC = r"(?:\[?\betc\.\]?|&c\.)"
_LONGEST_CLOSE = 320
"""What :data:`_CLOSE` knows is shorter: longer lines need not be tried."""
_CLOSE = regex(
    r"(?:.{0,40}\b(?:sincerely|truly|faithfully|respectfully|cordially)\b.{0,20}"
    r"|.{0,240}\b(?:obedient|humble) servants?"
    rf"|(?:I am|I have|I remain|we are|we have),? .{{0,100}}{_ETC}"
    rf"|{_SENDER} (?:avail|beg|embrace|pray|renew|seize|take|improve)s?\b.{{0,120}}{_ETC}"
    rf"|{_SENDER} (?:avail|beg|embrace|have|pray|renew|seize|take|improve)s?\b.{{0,240}}"
    r"\b(?:consideration|esteem|regard|respect)\.?"
    r"|(?:please )?(?:accept|receive|deign),? .{0,160}\b(?:consideration|esteem|regard|respect)\.?"
    rf"|(?:please )?(?:accept|receive),? .{{0,60}}{_ETC}|yours, {_ETC}"
    r"|your (?:great and )?good friend"
    r"|(?:ever yours|yours(?: (?:ever|always|aye))?|as (?:ever|always)|tout à vous|bien à vous)"
    r"|(?:agréez|recevez|veuillez agréer),? .{0,160}"
    r"|(?:may )?god (?:preserve|guard|keep)\b.{0,80}years\.?"
    r"|(?:with|and|kind|best|warm\w*|my)\b.{0,40}\b(?:regards|wishes|respects?)),?\d*\Z",
    re.I,
)
_ABOVE_NAME = regex(r"(?:(?:For|By) (?:the )?.{3,60}:|\[signature\]|/s/|\[?\(?(?:sgd|signed)\.?\)?\]?)\Z", re.I)
_BELOW_NAME = regex(
    r"NOTE\b|(?:Attachments?|Enclosures?|Encl?s?|Tabs?|cc)\b|(?:(?:The|His|Her) )?(?:Honou?rable|Excellency)|Hon\. ",
    re.I,
)
_ADDRESSEE = regex(
    r"(?:To )?(?:the )?(?:(?:Right |Rt\. )?(?:Hon\b|Honou?rable\b)|(?:His|Her) (?:Excellency|Majesty|Highness|Lordship)"
    r"|Monsieur |Señor Don |Messrs?\. |.{3,80}[,.] ?(?:Esq\b|&c\b)).{0,120}\Z",
    re.I,
)
"""To whom a letter was sent, below the signature (volumes of the 1860s)."""

_DRAFTER = r"[A-Z/]{1,8}:[A-Z]{1,2}[a-z]\w{1,13}"
"""Who drafted a paper, behind the office: ``POL:LMotley``."""
_KINDS_BELOW_NAME = (
    (
        "copies",
        regex(
            r"(?i:b?cc|cop(?:y|ies)(?: to)?|distribution)\b\s?(?:[:-]|\Z)"
            r"|CF ?: ?(?=[A-Z])|\[?(?:ADVANCE )?COPIES (?:SENT )?TO\b"
            r"|(?:(?:FCO|STANDARD|LIMITED|FULL|GENERAL|INTERNAL|WHITEHALL|DEPARTMENTAL)(?: DISTRIBUTION)?)\Z"
        ),
    ),
    ("attachments", regex(r"(?:attachments?|enclosures?|encls?|tabs?)\b", re.I)),
    (
        "drafting",
        regex(
            r"(?i:drafted|cleared|clearances|approved|released)(?i: by)?\s?:"
            r"|[A-Z/]{2,8}[:/](?:[A-Z]\w{1,14}:)?[a-z]{2,4}(?: {2,}.*)?\Z"
            rf"|{_DRAFTER}(?:/{_DRAFTER}){{0,3}}(?::[a-z]{{2,4}})?(?: {{2,}}.*)?\Z"
        ),
    ),
    ("initials", regex(r"[A-Z]{2,4}(?::[A-Z]{2,4})?/\d{1,3}\Z")),
    (
        "number",
        regex(
            r"Copy (?:No\.? ?)?\d{1,4}(?: of \d{1,4}\b.*)?\Z"
            r"|(?:SEC ?DEF|[A-Z]{2,5}) CONT(?:ROL)?\.? N[RO]\.? ?[A-Z\d-]{2,12}\Z",
            re.I,
        ),
    ),
    (
        "downgrading",
        regex(
            r"GROUP \d\b|(?i:downgraded|declassified) (?i:at|after) \d"
            r"|(?:X?GDS|ADS|RDS)(?:[ -]\d\b|\Z|(?: ?[:—–-] ?|,? )(?=\d))|OADR\Z"
            r"|(?:DECL|(?i:declassify on))(?:: ?| )(?:OADR|\d)"
        ),
    ),
    ("file-number", regex(rf"{GERMAN_VOLUME}\Z|\d{{3}}[A-Z]?\.\d{{1,5}}(?:/\d[\d–-]{{0,9}})?\Z")),
    ("form", regex(r"FORM [A-Z]{1,3}-?\d{2,4}\b")),
)


def closes(text: str) -> bool:
    """Whether a line is a complimentary close."""
    return len(text) <= _LONGEST_CLOSE and _CLOSE.match(text) is not None


def is_name(text: str) -> bool:
    """Whether a line at the end may be the name of whoever signs."""
    if len(text) > LONGEST:
        return False
    if _SUPPLIED_NAME.match(text):
        return "signed" not in text or text.lower().startswith("[signed] ")
    return _NAME.match(text) is not None and _NOT_NAMES.match(text) is None


def is_full_name(text: str, *, stop: bool) -> bool:
    """Whether a line is a name of several words, or one in capitals; ``stop``: a full stop may follow it."""
    if len(text) > LONGEST or not _FULL_NAME.match(text) or _NOT_NAMES.match(text):
        return False
    return not closes(text) and (stop or text[-1] != "." or text.endswith(("r.", " .")))


def says_signed(text: str) -> bool:
    """Whether a line says that whoever it names has signed: ``gez. Roth``."""
    return _BEGINS_SIGNED.match(text) is not None


def is_by_hand(line: str) -> bool:
    """Whether a line is what was signed by hand, above the name in full: a forename, or ``/s/ N. Roe``."""
    signed = _BEGINS_SIGNED.match(line)
    return is_forename(line) or (signed is not None and is_name(line[signed.end() :]))


def is_forename(text: str) -> bool:
    """Whether a line between the close and the name in full is the forename by which somebody signs: ``Jim``."""
    return _FORENAME.match(text) is not None


def is_office(text: str) -> bool:
    """Whether a line is the office of whoever should have signed, and no name."""
    return _OFFICE_ALONE.match(text) is not None


def names_office(text: str) -> bool:
    """Whether a line names an office, such as stands under a name."""
    return _OFFICE.search(text) is not None


def stands_above_name(text: str) -> bool:
    """Whether a line is a complimentary close, or says for whom somebody signs."""
    return closes(text) or _ABOVE_NAME.match(text) is not None


def stands_below_name(text: str) -> bool:
    """Whether a line, in a block of its own, is an office, or a remark of the sender's, under the signature."""
    is_other = _BELOW_NAME.match(text) is not None or text.isupper() or is_addressee(text)
    return is_other or _OFFICE.search(text) is not None


def is_addressee(text: str) -> bool:
    """Whether a line below the name says to whom the letter was sent: ``Hon. William H. Seward, &c., &c., &c.``."""
    return _ADDRESSEE.match(text) is not None and not closes(text)


def kind_below_name(line: str) -> str | None:
    """Return what begins with ``line`` under a signature: ``copies``, ``drafting`` and the like, or ``None``."""
    text = line.strip()
    if len(text) > LONGEST:
        return None
    return next((name for name, pattern in _KINDS_BELOW_NAME if pattern.match(text)), None)
