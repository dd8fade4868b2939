"""What one line at the top of a typed text is, by its words: letterhead, classification, number, kind of paper …"""

from __future__ import annotations

import re

from teiconv.grammar.markings import CAPTIONS, CUT_SHORT, FOREIGN_LEVELS, LEVELS, in_capitals, pattern, spaced
from teiconv.grammar.posts import between_posts
from teiconv.grammar.scans import with_letters_mended
from teiconv.regex import regex

_WIDELY = "GENERAL|LIMITED|RESTRICTED|PROVISIONAL"
_LEVEL = in_capitals((*LEVELS, *CUT_SHORT))
_CAVEAT = (
    rf"(?:{in_capitals(CAPTIONS)}|SENSITIVE|SIPDIS|EYES ONLY|NOFORN|ORCON|PERSONAL|STRICTLY|EXCLUSIVELY|X?GDS"
    r"|NO FOREIGN DISSEM)"
)
_CLASSIFICATION = regex(
    rf"(?:{spaced(LEVELS)}|{_LEVEL})"
    rf"(?:[ /;,—–-]+(?:{_CAVEAT}|{_LEVEL}|[A-Z]+ \d{{1,6}}))*(?: SECTION [\dA-Z ]{{1,12}}OF [\dA-Z]{{1,6}})?"
    rf"(?://(?:[A-Z]{{2,12}}[ ,/-]{{0,2}}){{1,8}})?(?: [A-Z ]{{0,30}}\d{{1,6}})?"
    r"(?:\. (?:(?:OP|MOST )?IMMEDIATE|IMPORTANT|PRIORITY|ROUTINE|EMERGENCY))?[.;]?\Z"
    rf"|(?:{_CAVEAT}|OFFICIAL-INFORMAL)(?:[ /;,—–-]+{_CAVEAT})*\Z|(?:Top Secret|Secret|Confidential)\Z"
)
_HANDLING = regex(rf"(?!X?GDS){_CAVEAT}(?:[ /;,—–-]+(?!X?GDS){_CAVEAT})*\Z")
"""The caption that says who may see a paper, on a line without its classification: ``SIPDIS``."""
MARKINGS = frozenset({"classification", "handling"})
_LETTERHEAD = regex(
    r"(?!(?:(?:to|for|by|on|from)|(?:minutes|records?|memorandum|report|summary|notes) (?:of|for|to|on)) )"
    r"(?:(?:the )?(?:white house|department of [a-z ]+|national security council|central intelligence agency"
    r"|joint chiefs of staff|executive office of the president|(?:under )?secretary of [a-z ]+)"
    r"|united states department of state|united nations"
    r"|united states (?:senate|mission|delegation)(?: to [a-z ]+)?"
    r"|(?:[a-z]{4,14} )?(?:embassy|legation|consulate(?: general)?)(?: of [a-z ,]+)?"
    r"|[a-z ]{0,40}(?:committee|council|agency)|(?:general )?assembly|(?:bureau (?:of|for)|office of) [a-z ]+"
    r"|agency for international development|the foreign service of the united states(?: of america)?"
    r"|washington(?:, ?d\. ?c\.)?(?: \d{5})?)\Z",
    re.I,
)
_KIND = regex(
    r"(?:(?:the|mr\.|[a-z’'-]{2,20}) ){0,4}?"
    r"(?:memorandum|telegram|telcon|airgram|cable|message|report|letter|note|aide[ -]m[eé]moire|estimate|study|paper"
    r"|minutes|conclusions|talking points|summary|record|transcript|meeting|conversation|conference|briefing"
    r"|bulletin)s?"
    r"(?: (?:of|for|to|from|on|by|with|between) [a-z][a-z .,’'&/-]{1,80})?\Z",
    re.I,
)
_MARKED = regex(r"#{1,2} \S")
"""The title of a text in Markdown."""
_PRECEDENCE = regex(
    r"(?:Citissime(?: nachts)?|Cito)\Z"
    r"|(?!DRAFT (?:AGREEMENT|LETTER|MEMORANDUM|MESSAGE|NOTE|REPLY|REPORT|RESOLUTION|STATEMENT|TELEGRAM|TREATY)\Z)"
    r"(?:URGENT|IMMEDIATE|PRIORITY|ROUTINE|FLASH|NIACT|BT|DRAFT|COPY)(?: [A-Z]+(?:-\d+)?)?\Z"
)
_ACTION = regex(r"(?!ACTION COPY)(?:ACTION|INFORMATION)(?: [A-Z]+(?:-\d+)?)?\Z")
"""Who must act on a paper, or need only know of it: ``ACTION``, ``ACTION EUR-12``."""
_PAPER_NUMBER = regex(
    r"[A-Z]{1,6}(?:-[A-Z])?-\d{1,4}(?:-\d{2})?\Z|[A-Z]{1,2}-\d{4,6}/\d{2}\Z"
    r"|(?:No|Nr|N[°º])\.? ?\d{1,5}/\d{2,5}(?:/\d{1,4})?\Z|N[oO]\. \d{1,5}\.?\Z|NUMBER \d[\d.-]{1,10}\Z"
    r"|(?:[AEST]|DC|ST)(?:/[A-Z][A-Z.\d]{0,8}){0,3}/\d{2,5}(?:/(?:Rev|Add|Corr)\.\d{1,2})?\Z"
    r"|N[Úúu][Mm]\. ?\d{1,7}\.?\Z"
    r"|[A-Z]{1,3}-[A-Z]{1,2} ?\(\d\d\) ?\d{1,4}(?: ?\([A-Z][A-Za-z]+\))?\Z"
    r"|(?=.*\d)[A-Z]{2,5}(?:/[A-Z\d.-]{1,8}){2,6}(?: ?\(\d{1,3}\))?\Z"
    r"|(?:NSC|LOG|Log) ?(?:#|N[oO]\. ?)\d{3,8}\Z|SYSTEM I{1,3}V?(?: \d{4,6})?\Z"
    r"|(?:[TD]\.|Bericht|Telegramm|Fernschreiben|Drahtbericht) (?:n°s?|Nr\.) ?\d[\d/-]*(?: à \d+)?\.?(?: [A-Z]\w+\.)?\Z"
    r"|TELEGRAM NUMBER \d{1,4} OF \d{1,2} [A-Z]{3,9}\Z"
    r"|(?:J\. ?C\. ?S|C\. ?C\. ?S|S\. ?W\. ?N\. ?C\. ?C|JCS|CCS|SWNCC|SANACC)\.? \d{2,4}(?:/\d{1,3})*(?:/?D)?\Z"
    r"|Intelligence (?:Note|Brief|Memorandum|Report)(?: No\.| -)? ?\d[\d/-]{0,7}\Z"
    r"|R ?& ?A (?:No\. ?)?\d{2,5}(?:\.\d{1,3})?\Z"
    r"|(?:Copy|COPY) (?:No\.? ?|NO\.? ?)?\d{1,4}(?: of \d{1,4}(?: copies)?)?\Z"
)
_OF_CONFERENCE = regex(r"(?:[A-Z]\. ?){2,4}\d{1,4}[A-Z]?\.?\Z")
"""The number of the minutes of a conference, beside their marking: ``I.C. 163D.     SECRET``"""
OF_DESPATCH = regex(r"\[?No\. ?\d{1,5}\.?\]")
"""The number of a despatch, in the column before the house that it is from: ``No. 87.]     DEPARTMENT OF STATE,``"""
RECEIVED = regex(r"(?=.*\d)\s*[\[(]?(?:Received|Rec[’']d|Reçue?|Ankunft|per\.)(?!\w).{0,60}\Z", re.I)
"""When a paper came, beside its marking or below its date: ``(Reçu : 21 h. 15.)``"""
_DISTRIBUTION = regex(rf"Distr\.?:?(?: +(?:{_WIDELY}|[GLR][a-z]+))?\Z")
"""How widely a paper of the United Nations goes: ``Distr.``, over ``GENERAL``."""
_WIDE = regex(rf"(?:{_WIDELY})\Z", re.I)
_DISTRIBUTION_AT_END = regex(r"(?<!\w)Distr\.?:?\s*\Z")
_OF_OPERATORS = regex(r"\d{1,3}\Z")
_AUTHOR = regex(r"(?:Sir|Mr|Mrs|Miss|Dr|Lord|Viscount|Earl)\.? (?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]+\Z")
_NUMBER_AND_HOUR = regex(r"No\. ?\d{1,5} {3,}D: ?\d")
_LOG_NUMBER = regex(r"\d{4,7}(?:[-/]\d{1,4})?\Z")
"""The number of a paper in a log, in the column beside something else."""
_ROUTING = regex(
    r"VZCZC\w{2,12}\Z|[OPRZY]{2}(?: (?:RU|RH)\w{3,6})+\Z|DE (?:RU|RH)\w{3,6} #?\d{3,5}(?:/\d+)?(?: \d{6,8}Z?)?\Z"
    r"|ZN[YR] [A-Z]{5}(?: ZZ[HK])?\Z|GRS? \d{1,4}A?\Z|PTQ\d{4}\Z|ORIGIN [A-Z]{1,4}-\d\d\Z"
)
"""What the machines of a telegraph say to each other above the date-time group, and which office a cable is from."""
_NOTICE = regex(
    r"THIS DOCUMENT IS THE PROPERTY OF .{5,80}\Z|Printed (?:for|by) .{3,60}\Z|(?:VIA |BY )?(?:AIR ?MAIL|AIR POUCH)\Z"
    r"|BY (?:HAND|COURIER|(?:SPECIAL )?MESSENGER|REGISTERED MAIL)\Z"
)
"""What a form says of itself, or how a paper was sent, and is no title."""
_ADDRESSED = regex(
    r"(?:P?PS/)?(?:(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady)\.? (?:[A-Z][\w’'.-]* ){1,3}|[PD]US )\([A-Z&/, ]{2,20}\)\Z"
)
"""To whom a minute of a British office goes: ``Mr Hallam (WED)``."""
_LINES = (
    ("remark", _NOTICE),
    ("remark", regex(r"(?:Telegramm|Fernschreiben|Drahtbericht|Télégramme|Telespresso)\Z")),
    ("addressee", _ADDRESSED),
    ("routing", _ROUTING),
    ("handling", _HANDLING),
    ("classification", _CLASSIFICATION),
    ("classification", regex(rf"{in_capitals(FOREIGN_LEVELS)}\.?\Z")),
    ("letterhead", _LETTERHEAD),
    ("number", _PAPER_NUMBER),
    ("head", _KIND),
    ("head", _MARKED),
    ("precedence", _PRECEDENCE),
    ("action", _ACTION),
    ("distribution", _DISTRIBUTION),
    ("language", regex(r"ORIGINAL: [A-Z]{5,12}(?:(?:/| AND )[A-Z]{5,12}){0,5}\Z")),
    ("copy", regex(r"(?:ACTION|INFORMATION|FILE) COPY\Z")),
)
"""What a line of the top is, in the order of trial: a ``head``, or a ``seg`` of that type."""
_CELLS = (
    ("handling", _HANDLING),
    ("classification", _CLASSIFICATION),
    ("classification", regex(rf"{pattern(FOREIGN_LEVELS)}\.?\Z", re.I)),
    ("received", RECEIVED),
    ("received", regex(r"R: ?\d.{4,40}\Z")),
    ("dispatched", regex(r"D: ?\d.{4,40}\Z")),
    ("routing", regex(r"(?:C(?:ypher|YPHER)|C(?:ode|ODE)|E[nN] C(?:lair|LAIR))(?:/[A-Z.]{2,8})?\Z")),
    ("distribution", regex(r"[A-Z][A-Z ()]{2,50} DISTRIBUTION\Z")),
    ("number", _PAPER_NUMBER),
    ("distribution", _DISTRIBUTION),
    ("number", _LOG_NUMBER),
    ("number", OF_DESPATCH),
    ("number", _OF_CONFERENCE),
    ("number", regex(rf"\d{{1,4}}-\d[\d./-]{{1,15}}/\d\d(?: (?:VS-)?{pattern(FOREIGN_LEVELS)})?\Z", re.I)),
    ("number", regex(r"(?:Control|CONTROL|No|NO|NR)\.? ?: ?\d{1,6}\Z")),
    ("exemption", regex(r"25X\d|50X\d(?:-HUM)?|STAT\Z")),
    ("precedence", _PRECEDENCE),
    ("action", _ACTION),
)
"""What one of several columns of a line may be."""


def kind_of_line(text: str) -> str | None:
    """Return what a line of the top is, or ``None``: ``head``, or the type of its ``seg``.

    A scan may have noughts for letters in it: ``THE WHITE H0USE``.
    """
    words = with_letters_mended(text) if "0" in text else text
    kind = next((name for name, pattern in _LINES if pattern.match(words)), None)
    return kind or ("head" if between_posts(text) else None)


def kind_of_cell(text: str) -> str | None:
    """Return what stands in one of several columns of a line, as the type of its ``seg``, or ``None``."""
    return next((name for name, pattern in _CELLS if pattern.match(text)), None)


def says_how_widely(text: str, above: str) -> bool:
    """Whether ``text`` says how widely a paper goes, below the word for it ``above``: ``GENERAL``."""
    return _WIDE.match(text) is not None and _DISTRIBUTION_AT_END.search(above) is not None


def signs_above_number(text: str, below: str) -> bool:
    """Whether ``text`` is the name of whoever sends a British telegram, above its number and when it went."""
    return _AUTHOR.match(text) is not None and _NUMBER_AND_HOUR.match(below) is not None


def is_above_action(text: str, below: str) -> bool:
    """Whether ``text`` is the number of the operators above the office that must act on a cable: ``42``."""
    return _OF_OPERATORS.match(text) is not None and _ACTION.match(below) is not None
