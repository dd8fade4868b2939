"""Titles of letters and telegrams that say no more than who writes to whom: ``Mr. Seward to Mr. Bigelow``.

The volumes up to the 1940s have them above their documents and above what is enclosed with these; the later ones say
what a document is (``Telegram From the Embassy in France to the Department of State``).
"""

from __future__ import annotations

import re

from teiconv.grammar.offices import Use, capitalised, offices
from teiconv.regex import regex

UNTITLED = "[Untitled]"
"""What the site shows over an enclosure without a title."""

DATED_PAPER = r"(?:(?:identical|joint) )?(?:letter|notes? verbale|note|telegram|cablegram)s?,? dated"
"""What the title of a paper of the United Nations begins with: ``Letter dated 3 May 1970 from …``"""

_LONGEST, _FEWEST_WORDS, _MOST_WORDS = 400, 4, 40
_PERSON = rf"(?:M|MM|{capitalised(Use.WRITES)})"
_PARTY = rf"(?:{_PERSON}|The|the|Acting|Under|Assistant|Deputy|Consular|American|British|Foreign|Department|Chairman)"
_THING = (
    r"(?:Letters?|Memorand\w+|Telegrams?|Airgram|Notes?|Messages?|Repl(?:y|ies)|Reports?|Papers?|Visits?|Address|Aide"
    r"|Draft|Statement|Circular|Instructions?|Record|Response|Propos\w+|Approach\w*|Aid|Assistance|Annex|Tab|Appeal"
    r"|Invitation|Remarks|Toast|Speech|Recommend\w+|From|Return|Access|Support|Threats?|Our|My|Your|His|Their|This|What"
    r"|How|Extracts?|Attachments?|Enclosures?|Inclosures?)"
)
"""What a title begins with that says what the document is, or what it is about."""
_LETTER = regex(rf"{_PERSON}\b.{{1,200}}\bto (?!{_THING}\b)[A-Z]|(?!{_THING}\b)[A-Z].{{2,200}} to {_PARTY}\b")
_DOCUMENT_NUMBER = regex(r"No\. ?\d{1,4}[a-z]?\.?\s*[\n\N{OBJECT REPLACEMENT CHARACTER}]\s*")
"""The number of a document, on a line above its title (volumes of the 1870s)."""
_PAPER = regex(
    r"[“‘\[(]?(?:The |An? )?(?:(?:Imperial|Royal|Presidential|Executive|Official|Supreme|General|Special|Additional) )?"
    r"(?:Affidavit|Agreement|Annex|Appendix|Application|Articles?|Award|Bill|Certificate|Circular|Contract|Convention"
    r"|Copy|Declaration|Decree|Deposition|Despatch|Dispatch|Draft|Edict|Exhibit|Extracts?|Judgment|Law|List|Memorand\w+"
    r"|Memorial|Message|Minutes|Note|Notice|Notification|Oath|Opinion|Order|Ordinance|Passport|Petition|Proclamation"
    r"|Protest|Protocol|Receipt|Regulations?|Report|Resolutions?|Schedule|Sentence|Speech|Statement|Telegram|Testimony"
    r"|Translation|Treaty|Ukase|Verdict|Warrant)\b",
    re.I,
)
"""What the title of a paper begins with that is not a letter: ``Decree.``, ``EXHIBIT E.``, ``[Extract from …]``."""
_RECEIPT = regex(
    r"(?:[.,]?\s*[—–-]{1,2}\s*|(?<=\w) )\((?:Received|Rec[’']d|Sent|Telegraphic|Communicated)\b[^()]{0,80}\)\.?\s*\Z"
)
_SMALL_WORDS = offices(Use.IN_TITLE) | frozenset(
    """to of the in and at for on near a an de del des di du la le van von der & &c. etc. ad interim foreign affairs
    state consular consul-general office legation embassy government department diplomatic council navy war d’affaires
    commanding d’Affaires""".split()
)


def is_correspondence(title: str) -> bool:
    """Whether ``title`` is that of a letter or telegram: ``Mr. Seward to Mr. Bigelow``."""
    numbered = _DOCUMENT_NUMBER.match(title)
    title = without_receipt(title[numbered.end() :] if numbered else title)
    if len(title) > _LONGEST or not title[:1].isupper() or title.endswith((":", ";", ",", "?", "!")):
        return False
    words = title.rstrip("0123456789 .").split()
    is_short = _FEWEST_WORDS <= len(words) <= _MOST_WORDS
    return is_short and _LETTER.match(title) is not None and all(map(_is_of_name, words))


def without_receipt(title: str) -> str:
    """Return ``title`` without the words at its end that say when the letter came: ``….—(Received August 2.)``"""
    receipt = _RECEIPT.search(title) if "(" in title else None
    return title[: receipt.start()] if receipt else title


def entitles_letter(title: str) -> bool:
    """Whether a letter may begin below ``title``; the editors write ``[Untitled]`` over one that has none."""
    return title == UNTITLED or is_correspondence(title)


def names_paper(title: str) -> bool:
    """Whether ``title`` begins with the kind of paper that it entitles: ``Decree.``, ``EXHIBIT E.``"""
    return _PAPER.match(title) is not None


def _is_of_name(word: str) -> bool:
    return word.lstrip("([“‘’").split("’")[0][:1].isupper() or word.removesuffix(",") in _SMALL_WORDS
