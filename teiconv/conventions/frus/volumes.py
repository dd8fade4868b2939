"""Volumes of *Foreign Relations of the United States*: from how they are cited to how they are identified.

``Foreign Relations, 1969–1976, vol. VI`` is ``frus1969-76v06``.  Nearly every identifier follows from the
years, the volume and the part; only the sets that have a name instead of a number stand in a table.
The identifiers are those of the published series (https://history.state.gov/historicaldocuments).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from teiconv.model import OBJECT
from teiconv.regex import regex

GAP = rf"(?:\s?{OBJECT}\s?|\s)"
"""Pattern of the white space between two words, which a page break may interrupt."""

DASH = "[-–—‑]"
"""Pattern of what stands between the two ends of a range."""

YEARS = rf"1[89]\d\d(?:\s?{DASH}\s?(?:1[89]\d\d|\d\d\b))?"
"""Pattern of a year or a range of years: ``1947``, ``1969–1976``, ``1955–57``."""

_PART = rf"[Pp](?:art|t\.){GAP}(?P<part>\d\b|[IVX]{{1,3}}\b)"
_NUMERAL = rf"E\s?{DASH}\s?\d\d?\b|[IVXLivxl]{{1,7}}\b|\d\d?\b"
VOLUME = rf"[Vv]ol(?:umes?\b|s\.|\b\.?){GAP}?(?P<volume>{_NUMERAL})(?:,?{GAP}{_PART})?"
"""Pattern of a volume's number, with groups ``volume`` and ``part``."""

MORE_VOLUMES = regex(rf"(?:,?{GAP}and{GAP}|,{GAP})(?P<volume>[IVXL]{{1,7}})\b")
"""Pattern of a further volume of the same set: ``volumes XVI and XVII``."""

_SUBSERIES = (
    (1952, 1954),
    (1955, 1957),
    (1958, 1960),
    (1961, 1963),
    (1964, 1968),
    (1969, 1976),
    (1977, 1980),
    (1981, 1988),
    (1989, 1992),
)
"""The subseries that hold several years each, as all do since 1952: first and last year."""

_NAMED = (
    # Sets known by a name: pattern of the name, and the identifier's stem ({} is the year cited with it).
    (r"Paris Peace Conference", "1919Paris"),
    (r"Conferences? at Cairo and Tehran", "1943CairoTehran"),
    (r"Conferences? at Malta and Yalta", "1945Malta"),
    (r"Conference of Berlin(?: \([^()]{1,40}\))?", "1945Berlin"),
    (r"Conferences? at Washington and Quebec", "1943"),
    (rf"Conferences? at Washington, 1941{DASH}1942, and Casablanca", "1941-43"),
    (r"Conference at Quebec", "1944Quebec"),
    (r"Lansing Papers", "1914-20"),
    (r"Japan", "1931-41"),
    (r"Soviet Union", "1933-39"),
    (r"Guatemala", "1952-54Guat"),
    (r"Iran", "1951-54Iran"),
    (r"Emergence of the Intelligence Establishment", "1945-50Intel"),
    (r"Intelligence Community", "1950-55Intel"),
    (r"Public Diplomacy", "1917-72PubDip"),
    (r"(?:China|Russia)", "{years}{name}"),
    (r"(?:Supplement\b|[Ss]upp\.)(?: \d)?", "{years}Supp{number}"),
)
_NAME = "|".join(pattern for pattern, _ in _NAMED)

IN_PARTS = {
    "1948": {1, 5},
    "1949": {7},
    "1951": {3, 4, 6, 7},
    "1952-54": {1, 2, 5, 6, 7, 9, 11, 12, 13, 14},
    "1955-57": {23},
    "1958-60": {7, 10},
}
"""Volumes that exist in parts only; cited without a part or a page that tells it, the first is meant."""

_SECOND_FROM = {("1948", 5): 533, ("1951", 3): 1824, ("1952-54", 1): 1054, ("1952-54", 5): 1268}
"""Pages that run on from part to part: from which on a page is of the second, as far as other volumes cite it so."""
_PAGE = regex(rf",{GAP}(?:pp?\.|pages?){GAP}(\d{{1,4}})\b")

_TITLE = regex(
    rf"(?<!American )(?:FRUS|For\.{GAP}Rel\.|Foreign{GAP}Relations(?:{GAP}of{GAP}the{GAP}United{GAP}States)?)"
    rf",?{GAP}(?:for{GAP})?"
    rf"(?:(?P<years>{YEARS})(?:,?{GAP}(?:The )?(?P<name>{_NAME})(?!\w)(?:,?{GAP}{YEARS})?)?"
    rf"|(?:The )?(?P<leading>{_NAME})(?:,?{GAP}(?P<following>{YEARS}))?)"
    rf"(?:,?{GAP}(?:(?P<numbered>{VOLUME})|{_PART.replace('part>', 'only>')}))?"
)


class Volume(NamedTuple):
    """A volume as it is cited: its identifier, and where in the text its title ends."""

    identifier: str
    end: int
    complete: bool
    """Whether the title tells one volume from all others: it gives a volume's number, or a set's name."""
    assumed: bool
    """Whether the volume is in parts and the title does not say which, so that the first is assumed."""
    number: int
    """Where the volume's number stands (``vol. v``, ``volume V``); the end of the title where it is not."""


def read_title(text: str, position: int) -> Volume | None:
    """Read the title of a volume that begins at ``position`` (``Foreign Relations, 1947, vol. v``)."""
    match = _TITLE.match(text, position)
    if match is None:
        return None
    name = match["name"] or match["leading"]
    stem = _named_set(name, match["years"] or match["following"]) if name else subseries(match["years"])
    part = match["part"] or match["only"] or _part_by_page(text, match, stem)
    complete = bool(name or match["volume"] or part)
    number = match.start("numbered") if match["volume"] else match.end()
    identifier = _identifier(stem, match["volume"], part)
    return Volume(identifier, match.end(), complete, not part and identifier.endswith("p1"), number)


def _part_by_page(text: str, title: re.Match[str], stem: str) -> str | None:
    """Return the second part if the page cited after a ``title`` is one of it."""
    first = (
        _SECOND_FROM.get((stem, _number(title["volume"]))) if title["volume"] and "E" not in title["volume"] else None
    )
    page = _PAGE.match(text, title.end()) if first else None
    return "2" if first and page and int(page[1]) >= first else None


def volume_of_year(year: int, volume: str, part: str | None = None) -> str:
    """Return the identifier of a volume cited by its number alone, in the subseries that holds ``year``."""
    return _identifier(subseries(str(year)), volume, part)


def _identifier(stem: str, volume: str | None, part: str | None) -> str:
    section = f"p{_number(part)}" if part else ""
    if volume is None:
        return f"frus{stem}{section}"
    if volume.startswith("E"):  # electronic-only volumes
        return f"frus{stem}ve{int(''.join(filter(str.isdigit, volume))):02}{section}"  # any blank may part the two
    number = _number(volume)
    if section and stem < "1880":  # the volumes of 1872 and 1873 are volumes of a part
        return f"frus{stem}{section}v{number}"
    if not section and number in IN_PARTS.get(stem, ()):
        section = "p1"
    return f"frus{stem}v{number:02}{section}"


def subseries(years: str) -> str:
    """Return the stem for years cited: ``1947``, and ``1969-76`` for any years within 1969 to 1976."""
    first, last = int(years[:4]), years[-2:]
    for start, end in _SUBSERIES:
        if start <= first <= end:
            return f"{start}-{end % 100:02}"
    if first == 1917 and last == "72":
        return "1917-72PubDip"
    return f"{first}-{last}" if len(years) > 4 else years


def _named_set(name: str, years: str | None) -> str:
    stem = next(stem for pattern, stem in _NAMED if re.fullmatch(pattern, name))  # all names matched are in the table
    number = f"{int(name[-1]):02}" if name[-1].isdigit() else ""
    return stem.format(years=years or "", name=name, number=number)


def _number(numeral: str) -> int:
    """Return the value of an Arabic or Roman numeral; letters in small capitals come as small letters."""
    if numeral.isdigit():
        return int(numeral)
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in numeral.upper()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
