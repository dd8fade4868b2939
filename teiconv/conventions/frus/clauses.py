"""What the words before a page number cite: a paper of the same volume, or a publication.

In volumes that are cited by page, ``telegram 236, April 17, to India, p. 334`` is a page of this volume, and
``Department of State Bulletin, June 13, 1948, p. 780`` is not.  ``See Edwards, Document 45`` is no document of it.
"""

from __future__ import annotations

from teiconv.regex import regex

_REACH = 160
"""How many characters back a clause is looked for."""

_SHORT = r"(?<!No)(?<!Nos)(?<!\b[MD]r)(?<!\b(?:Mrs|Gen|Sen|Amb|Col|Adm))(?<!\bvol)(?<!\b[ap])(?<!\b[ap]\. m)(?<![A-Z])"
_ENDS = regex(rf"[;(\[]|{_SHORT}\.\s")
"""Where a clause may end; ``10 a. m.`` and ``Mr.`` end none."""

# A set at its start makes the search fast.
_PUBLICATION = regex(
    r"[BSNyYOPTCHGWDdIi(](?:(?<=\b.)(?:(?<=B)ulletin|(?<=S)(?:uppl|tat\.)|(?<=N)os\.\s\d+[–-]|(?<=y)r\."
    r"|(?<=Y)ear-?[Bb]ook|(?<=O)fficial Records|(?<=P)(?:lenary|ublic Papers|ress)|(?<=T)(?:reaty Series|imes)"
    r"|(?<=C)(?:ongressional|ong\.|urrent Documents|md)|(?<=H)(?:earings|ansard)|(?<=G)azette|(?<=W)hite Paper"
    r"|(?<=D)ocuments on|(?<=[Ii])bid\.,\s[A-Z][a-z]+\s\d)|(?<=\()[Ee]ds?\.\)|(?<=[Dd])ocument\s[A-Z]+/\d)"
)
_PAPER = regex(
    r"\b(?:[Ff]ootnotes?|[Nn]otes?|[Tt]elegrams?|[Tt]el\.|[Dd]espatch(?:es)?|[Dd]ispatch(?:es)?|[Ii]nstructions?"
    r"|[Aa]irgrams?|[Ll]etters?|[Mm]emorand(?:um|a)|[Cc]irculars?|[Mm]essages?|[Rr]eports?|[Ee]nclosures?"
    r"|[Pp]aragraphs?|[Dd]ated|(?:same|that)\sdate|(?:from|to)\s[A-Z]\w+|NSC\s\d"
    r"|(?:[Ss]ee|[Aa]lso|[Aa]nte|[Pp]ost|[Ss]upra|[Ii]nfra|on),?\s$|[A-Z][a-z]+\s\d{1,3},\s$)"
)
_OTHER_WORK = regex(
    r"(?:\b[Ii]bid\.?|\b(?:reprinted|[Qq]uot(?:ed|ation)) from [A-Z][\w.’-]+(?:, [A-Z][\w ’-]{3,60})?),\s$"
)
_OTHER_TITLE = regex(
    r"(?:\b(?:Treaties|Digest|Statutes|Conventions|Memoirs|Diar(?:y|ies)|History)\b[^;.]{0,60}|\b\d{4}[–-]\d{2,4}),\s$"
)
"""The end of the title of a work whose volume follows: ``Malloy, Treaties, 1776–1909, vol. ii``."""
_NAME = r"[A-Z][a-z][\w’'-]+"
_WORK = regex(
    r"(?:\b[Ss]ee(?:\salso)?\s|\b(?:[Pp]rinted|[Pp]ublished|[Rr]eproduced|[Tt]ext)\sin\s|;\s|\()"
    r"(?!(?:Tab|Attachment|Annex|Appendix|Enclosure|Editorial|Foreign Relations|Part|Volume|See|Also)\b)"
    rf"{_NAME}(?:,?\s(?:(?:and|of|the|in|&)\s){{0,2}}{_NAME}){{0,8}}(?:,?\s\(?eds?\.\)?)?,\s\Z"
)
"""What a document stands in that is of another work: ``See Edwards, Document 45``."""
_LONGEST_WORK = 90


def cites_work(text: str, position: int) -> bool:
    """Tell whether the document at ``position`` is that of a work cited by its author, and no volume of the series."""
    return _WORK.search(text, max(0, position - _LONGEST_WORK), position) is not None


def ends_with_title(clause: str) -> bool:
    """Tell whether ``clause``, up to a volume, ends with the title of a work outside the series."""
    return _OTHER_TITLE.search(clause) is not None


def cites_publication(text: str, start: int, end: int) -> bool:
    """Tell whether a publication outside the series is named between ``start`` and ``end``."""
    return bool(_PUBLICATION.search(text, start, end))


def cites_paper(text: str, position: int) -> bool:
    """Tell whether the clause that leads up to ``position`` names a paper of the volume, and no publication."""
    clause = clause_before(text, position)
    return bool(_PAPER.search(clause)) and not _PUBLICATION.search(clause) and not _OTHER_WORK.search(clause)


def clause_before(text: str, position: int) -> str:
    """Return the clause that leads up to ``position``."""
    clause = text[max(0, position - _REACH) : position]
    ends = [match.end() for match in _ENDS.finditer(clause)]
    return clause[ends[-1] :] if ends else clause
