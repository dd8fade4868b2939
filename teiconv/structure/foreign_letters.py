"""Titles in French, German, Italian and Canadian collections: ``M. Roy, Ambassadeur de France à Rome, à M. Petit, …``

They say who writes to whom (``Der Botschafter in London an das Auswärtige Amt``, ``IL MINISTRO A BUCAREST, ROSSI, AL
MINISTRO DEGLI ESTERI, BIANCHI``), or what the paper is and whose (``Aufzeichnung des Ministerialdirektors Roth``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.grammar.offices import Use, capitalised
from teiconv.regex import regex

_LONGEST = 300
_FRENCH_OFFICE = (
    r"(?:Ambassadeur|Ministre|Chargé|Consul|Secrétaire|Président|Directeur|Attaché|Représentant|Délégué|Haut|Général|Chef"
    r"|Ambassade|Légation|Ministère|Délégation)"
)
_GERMAN_OFFICE = (
    r"(?:\w*[Bb]otschaft\w*|\w*[Gg]esandt\w*|Ministerial\w+|\w*[Ss]taatssekretär|Bundes\w+|Reichs\w+|Legations\w+"
    r"|Geschäftsträger|Vortragende\w*|Graf|Freiherr|Fürst|Prinz|\w*[Kk]onsul\w*|Auswärtige\w*|\w+attaché|Ministerium"
    r"|Staatsminister|Minister\w*|Direktor\w*)"
)
_ITALIAN_OFFICE = (
    r"(?:ministr|ministero|ambasciat|capo|incaricat|sottosegretari|direttore|console|segretari|president|delegat"
    r"|rappresentant|legazione|addetto|commissari)"
)
_CANADIAN_OFFICE = (
    rf"(?:(?:Acting |Deputy |Permanent |Assistant |Prime |High |Under-){{0,2}}(?:{capitalised(Use.SIGNS)}|Delegation"
    r"|Embassy|Legation|Head|Chargé d[’']Affaires)\b)"
)
_CANADIAN_OFFICE_IN_FRENCH = (
    r"(?:(?:sous-)?(?:haut-commissaire|secrétaire|ambassadeur|ministre|premier ministre|chargé|consul|représentant"
    r"|délégation|ambassade|légation|chef|président|commissaire|délégué)\b)"
)
_SIDES = (
    regex(
        rf"(?:(?P<sent>(?:MM?\. |Mme |(?:(?:Le|Les|La) |L[’']){_FRENCH_OFFICE}\b)[^:;]{{2,160}}?),\s"
        rf"(?:à (?=MM?\.|Mme|S\. ?E|l[’']{_FRENCH_OFFICE}|la {_FRENCH_OFFICE})|aux? (?={_FRENCH_OFFICE}))"
        r"(?P<received>[^:;]{3,160}?))[.]?\Z",
        re.I,
    ),
    regex(
        rf"(?P<sent>(?:(?:Der|Die|Das) )?{_GERMAN_OFFICE}\b[^:;]{{0,120}}?)\san\s"
        rf"(?P<received>(?:(?:das|den|die|Herrn) )?{_GERMAN_OFFICE}\b[^:;]{{0,120}}?)\.?\Z"
    ),
    regex(
        rf"(?P<sent>(?:(?:il|lo|la) |l[’']){_ITALIAN_OFFICE}[^:;]{{2,160}}?),?\s(?:al |allo |alla |all[’'])"
        rf"(?P<received>{_ITALIAN_OFFICE}[^:;]{{2,160}}?)\.?\Z",
        re.I,
    ),
    regex(
        rf"(?P<sent>{_CANADIAN_OFFICE}[^:;.,]{{2,100}}?) to (?P<received>{_CANADIAN_OFFICE}[^:;.,]{{0,100}}?)\Z",
    ),
    regex(
        rf"(?P<sent>(?:Le |La |L[’']){_CANADIAN_OFFICE_IN_FRENCH}[^:;.,]{{2,100}}?) (?:au |à la |à l[’'])"
        rf"(?P<received>{_CANADIAN_OFFICE_IN_FRENCH}[^:;.,]{{0,100}}?)\Z",
        re.I,
    ),
)
_PAPER = regex(
    r"(?i:Aufzeichnung|Vermerk|Runderla(?:ss|ß)|Niederschrift|Note|Compte[- ]rendu|Procès-verbal|Appunto|Verbale)"
    r" (?i:des|der|de|du|del|della|über|sur|per|pour|d[’'](?=\w)|dell[’'](?=\w)) ?[A-ZÀ-Þl][^:;.?!]{2,120}\Z"
)
NUMBER = regex(r"(?:N[or]\. ?|N° ?)?\d{1,4}\.?\Z")
"""The number that such a collection gives to a document, on a line above its title: ``Nr. 214``, ``131``."""


class Sides(NamedTuple):
    """Where a title says who writes, and to whom."""

    sent: tuple[int, int]
    received: tuple[int, int]


def sides(title: str) -> Sides | None:
    """Return where ``title``, in one of these languages, says who writes and to whom; ``None`` if it does not."""
    if len(title) > _LONGEST:
        return None
    found = next((match for form in _SIDES if (match := form.match(title))), None)
    return Sides(found.span("sent"), found.span("received")) if found else None


def is_foreign_title(title: str) -> bool:
    """Whether ``title`` says in one of these languages who writes to whom, or what the paper is and whose."""
    return _PAPER.match(title) is not None or sides(title) is not None
