"""Stamps of an archive or of a release: ``DECLASSIFIED E.O. 12958``, ``By ABC, NARA, Date 3/28/00`` …

They were put on the paper long after it was written: nothing in them is of the document, least of all a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiconv.grammar.markings import LEVELS, in_capitals
from teiconv.grammar.months import WRITTEN
from teiconv.layout.lines import Placed
from teiconv.model import element
from teiconv.model.certainty import Certainty
from teiconv.regex import regex

_LONGEST = 160
_NUMBER = r"(?:[A-Z]{1,4}[ -]?)?\d[\w/.-]*"
_CODE_OF_STATE = r"(?:B[1-9]|1\.4[ ]?\([A-Ha-h]\))"
"""An exemption as the Department of State stamps it on a page."""
_LEVEL = in_capitals(LEVELS)
_STAMP = regex(
    rf"""(?:
      (?:DECLASSIFIED|Declassified|SANITIZED|Sanitized)
        (?:[ :,]+(?:{_NUMBER}|(?:in|IN|per|PER|by|BY|on|ON|under|UNDER|pursuant|PURSUANT|authority|AUTHORITY|Authority
        |with|WITH|for|FOR|Copy|COPY|E\.?O\.?|and|AND|/)\b).*)?
    | (?:By|BY):?[ _].{{1,40}}\bNAR[AS]\b.*
    | (?:Authority|AUTHORITY)[ :]+(?:NND|NL[A-Z]|E\.?O|M\.?R|S/S|ISCAP).*
    | E\.?[ ]?O\.?[ ]?1[23]\d{{3}},?[ ]+(?:as[ ]amended,?[ ])?(?:[Ss]ec|SEC|[13]\.).*
    | (?:NND|NL[A-Z]{{1,3}}|ISCAP|MR[ ]Case|Mandatory[ ]Review)[ :#-]+(?:No\.?[ ])?[A-Z]*[ -]?\d.*
    | RELEASED?[ ](?:IN[ ](?:PART|FULL)|AS[ ]SANITIZED).*
    | (?:APPROVED|Approved)[ ](?:FOR|For|for)[ ](?:RELEASE|Release|release)\b.*
    | (?:CIA|DIA|NSA)[ ]?[-–][ ]?RDP[\w-]+
    | (?:CIA[ ])?HISTORICAL[ ]REVIEW[ ]PROGRAM.*
    | .{{0,60}}\b(?:Case|CASE)[ ](?:No|NO)\.?[ ].{{1,30}}\b(?:Doc|DOC)[ ](?:No|NO)\.?[ ].*
    | (?:NW|DocId|MORI[ ]DocID)[ :#]+\d{{4,}}\b.*
    | Released[ ]under[ ]the[ ]John[ ]F\.[ ]Kennedy.*
    | (?:Reproduced|REPRODUCED)[ ](?:at|AT|from|FROM)[ ].*(?:Archives|ARCHIVES|Library|LIBRARY).*
    | (?:PHOTOCOPY|COPY)[ ].{{0,20}}(?:LIBRARY|PRESERVATION).*
    | (?i:electrostatic[ ](?:reproduction|copy)[ ]made[ ]for(?:[ ]preservation(?:[ ]purposes)?)?)
    | (?i:preservation[ ]purposes)
    | <<[ ]END[ ]OF[ ]DOCUMENT[ ]>>
    | Message[ ](?:Text|Attributes) | (?:IN|OUT)[ ]MESSAGE
    | (?:[A-Z][\w.’'-]{{0,20}}[ ]){{0,4}}Declassified/Released[ ]US[ ]Department[ ]of[ ]State.*
    | [Ff]ile[ ]scanned[ ]from[ ]the[ ].{{0,110}}Library
    | (?:REGRADED|Regraded|DOWNGRADED|Downgraded)(?:[ ](?:TO|to))?[ ]{_LEVEL}(?:[ ].{{1,60}})?
    | (?:STAT(?:INTL|SPEC|OTHR)?|ILLEGIB|25X\d[A-Z\d-]*|50X\d(?:-HUM)?|FOIAb\d\w?)
    | b[1-7][A-F](?:[ ,]+b[1-7][A-F])*
    | ALL[ ]INFORMATION[ ]CONTAINED(?:[ ]HEREIN[ ]IS[ ]UNCLASSIFIED.*)?
    | HEREIN[ ]IS[ ]UNCLASSIFIED(?:[ ]EXCEPT.*)?
    | DATE:?[ ]\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}[ ]BY[ ].{{2,30}}
    | THIS[ ]DOCUMENT[ ]HAS[ ]BEEN[ ](?:DECLASSIFIED|RELEASED|SANITIZED).*
    | {_CODE_OF_STATE}(?:[ ,;/]+{_CODE_OF_STATE})*
    )\Z""",
    re.VERBOSE,
)


_EXEMPTION = rf"(?:{_CODE_OF_STATE}|\(b\) ?\(\d\))"
_IN_PART = regex(rf"\bRELEASED? IN PART\s+(?P<codes>{_EXEMPTION}(?:[ ,/]+{_EXEMPTION})*)")
_CODE = regex(_EXEMPTION)
_HALF = regex(r"RELEASED? IN\Z")
"""The first line of a stamp that is cut in two: ``RELEASE IN`` / ``PART``."""
_MOST_LINES = 6
_AUTHORITY = regex(r"\bE\.? ?O\.? ?1[23]\d{3}|\bNAR[AS]\b|\bNL[A-Z]\b|\b(?:Authority|AUTHORITY)\b")
_DAY = rf"(?:{WRITTEN}\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} {WRITTEN}\.? \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_GOES_ON = regex(
    r"(?:(?:PER|Per|per|Under) )?E\.? ?O\.?.*|.*\bNAR[AS]\b.*|(?:Authority|AUTHORITY)\b.*"
    r"|.*\b(?:Department of State|Review|Library|Council)\b.{0,30}"
    rf"|(?:Date|DATE)?:? ?{_DAY}(?: [A-Z]{{2,4}})?\Z|(?:NSC|State|NSA|CIA|DOD) (?:Memo|memo|ltr|Guidelines).{{0,60}}"
    r"|(?:MR |Case )?\d{4}-\d{3,5}-[A-Z]{1,3}\b.{0,20}"
)
"""What stands below the first line of a stamp, and belongs to it."""
_CASE = regex(r"(?:Case|CASE) (?:No|NO)\.? ?[\w-]{4,20}(?: +(?:Doc|DOC) (?:No|NO)\b.{1,60})?\Z")
_BESIDE_CASE = regex(
    r"UNCLASSIFIED|U\.?S\.? (?:Department of State|DEPARTMENT OF STATE)|(?:Doc|DOC) (?:No|NO)\.? ?\w+"
    rf"|(?:Date|DATE): ?{_DAY}|RELEASED? IN (?:PART|FULL).*"
)
"""The lines of a stamp of the Department of State above and below the number of the case."""
_CUT = 4
"""So many empty lines above a stamp are a part of a page that was cut out, where a paper was released in part."""


def exemptions_of_release(lines: Sequence[str]) -> str | None:
    """Return the exemptions under which a paper was released in part, as ``@ana`` has them: ``B5 B6``."""
    stamped = ["\n".join(lines[index : index + 2]) for index, line in enumerate(lines) if "IN PART" in line]
    found = [match for text in stamped if (match := _IN_PART.search(text))]
    codes = [code.replace(" ", "") for match in found for code in _CODE.findall(match["codes"])]
    return " ".join(dict.fromkeys(codes)) or None


def is_below_a_cut(lines: Sequence[str], index: int) -> bool:
    """Whether a part of a page seems to be cut out above the stamp in the line ``index``."""
    above = lines[max(0, index - _CUT) : index]
    return len(above) == _CUT and not any(line.strip() for line in above)


def with_cut(blocks: list[Placed], exemptions: str) -> list[Placed]:
    """Return the blocks with a ``gap`` at the end of the last paragraph: what stood below it was cut out."""
    if not blocks or blocks[-1].block.name != "p":
        return blocks
    last = blocks[-1]
    gap = element("gap", reason="redacted", ana=exemptions, cert=Certainty.LOW)
    return [*blocks[:-1], last.with_block(last.block.containing([*last.block.content, gap]))]


def stamps(lines: Sequence[str]) -> Iterator[int]:
    """Yield which of ``lines`` are stamps: each that is one, and what goes with it where it names its authority."""
    index = 0
    while index < len(lines):
        if _CASE.match(lines[index].strip()):
            found = _beside_case(lines, index)
            yield from found
            index = found.stop
            continue
        end = index + 1 + (_HALF.match(lines[index].strip()) is not None)
        if not is_stamp(" ".join(lines[index:end]).strip("\f")):
            index += 1
            continue
        least = end
        while end < len(lines) and end - index < _MOST_LINES and _GOES_ON.match(lines[end].strip()):
            end += 1
        if not any(_AUTHORITY.search(line) for line in lines[index:end]):
            end = least
        yield from range(index, end)
        index = end


def _beside_case(lines: Sequence[str], index: int) -> range:
    """Return which lines, that of the number of the case at ``index`` among them, are one stamp."""
    start, end = index, index + 1
    while start and _BESIDE_CASE.fullmatch(lines[start - 1].strip()):
        start -= 1
    while end < len(lines) and _BESIDE_CASE.fullmatch(lines[end].strip()):
        end += 1
    return range(start, end)


def is_stamp(line: str) -> bool:
    """Whether ``line`` is a stamp and nothing else."""
    text = " ".join(line.split())
    return len(text) <= _LONGEST and _STAMP.match(text) is not None
