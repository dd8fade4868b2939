"""Who writes and to whom, as a title in French, German or Italian says it → :mod:`teiconv.metadata.parties`.

A person has an office behind the name (``M. Roy, Ambassadeur à Rome``), before it (``Staatssekretär Roth``), or before
a comma (``IL MINISTRO A BUCAREST, ROSSI``).  What has no name is an office, or the house of one.
"""

from __future__ import annotations

import re

from teiconv.metadata.parties import Party, Stretch
from teiconv.model.header import AgentKind
from teiconv.regex import regex
from teiconv.structure.foreign_letters import sides

_ARTICLE = regex(r"(?:(?:der|die|das|den|le|la|les|il|lo)\s|l[’'])", re.I)
_COURTESY = regex(r"(?:MM?\.|Mme|Herrn?|Frau)\s")
_HOUSE = regex(
    r"\w*(?:botschaft|gesandtschaft|konsulat)\b|auswärtige\w* amt|ambassade\b|légation\b|ministère\b|ministerium\b"
    r"|ministero\b|délégation\b|legazione\b|ambasciata\b",
    re.I,
)
_ITALIAN = regex(r"(?:ministro|ambasciatore|incaricato|sottosegretario|capo|console|segretario|delegato)\b", re.I)
_NAME = r"(?:(?:von|de|di|van|zu|Le|La) )*[^\W\d_a-zà-ÿ][\w’'.-]+"
_NAMED = regex(rf"{_NAME}(?: {_NAME})?(?=,|\Z)")
_TITLED = regex(
    rf"(?:Graf|Freiherr|Fürst|Prinz|(?P<office>(?:[\w-]*[Ss]taatssekretär|Bundesminister|Bundeskanzler|Botschafter|Gesandter"
    rf"|Ministerial\w+|Legations\w+|Staatsminister)))\s(?P<name>{_NAME})(?=,|\Z)"
)
_COURTEOUS_BEHIND = regex(rf"(?P<office>[^,]+),\s(?:MM?\.|Mme)\s(?P<name>{_NAME}(?: {_NAME})?)\Z")
_NAME_BEHIND = regex(rf"(?P<office>[^,]+),\s(?P<name>{_NAME}(?: {_NAME})?)\Z")


def foreign_parties(title: str) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """Return who writes and to whom as ``title`` says in another language than English, or ``None``."""
    found = sides(title)
    return (((_party(title, *found.sent),), (_party(title, *found.received),))) if found else None


def _party(title: str, start: int, end: int) -> Party:
    whole = Stretch(start, end)
    courtesy = _COURTESY.match(title, start, end)
    if courtesy and (named := _NAMED.match(title, courtesy.end(), end)):
        office = Stretch(named.end() + 2, end) if end > named.end() + 2 else None
        return Party(whole, AgentKind.PERSON, Stretch(*named.span()), office)
    article = _ARTICLE.match(title, start, end)
    begin = article.end() if article else start
    if article is None and (titled := _TITLED.match(title, begin, end)):
        office = Stretch(*titled.span("office")) if titled["office"] else None
        return Party(whole, AgentKind.PERSON, Stretch(*titled.span("name")), office)
    is_named_behind = article is not None or _ITALIAN.match(title, begin, end) is not None
    behind = _COURTEOUS_BEHIND.match(title, begin, end)
    if behind := behind or (_NAME_BEHIND.match(title, begin, end) if is_named_behind else None):
        return Party(whole, AgentKind.PERSON, Stretch(*behind.span("name")), Stretch(*behind.span("office")))
    kind = AgentKind.ORGANISATION if _HOUSE.match(title, begin, end) else AgentKind.ROLE
    return Party(whole, kind, office=Stretch(begin, end))
