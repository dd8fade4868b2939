"""Where the original lies, as whoever copied it noted at the top: ``FO 371/104177``, ``HARRY S. TRUMAN LIBRARY`` …"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.regex import regex

_PIECE = regex(
    r"(?:ADM|AIR|BT|CAB|CO|DEFE|DO|FCO|FO|HO|KV|POWE|PREM|T|WO) ?\d{1,4}/\d{1,6}(?:/\d{1,6})?(?:[,;:.] ?.{0,60})?\Z"
)
"""A piece in the National Archives of the United Kingdom."""
_ARCHIVE = regex(
    r"(?:.{3,60} )?(?:LIBRARY|Library|(?:NATIONAL )?ARCHIVES|(?:National )?Archives)(?:[ ,].{0,40})?\Z"
    r"|(?:Papers|PAPERS) (?:of|OF) .{3,60}\Z|.{3,60} (?:Papers|PAPERS|Collection|COLLECTION)\Z"
)
_UNIT = regex(
    r"(?:(?:Papers|PAPERS) (?:of|OF) .{3,60}|.{3,60} (?:Papers|PAPERS|Collection|COLLECTION)"
    r"|(?:RG|Record Group|RECORD GROUP|Box|BOX|Folder|FOLDER|Lot|LOT|Entry|ENTRY) ?[:#]? ?.{1,80})\Z"
)
"""What an archive consists of: a collection, a record group, a box, a folder."""
_FOLDER = regex(r"\b(?:Folder|FOLDER)(?: [Tt]itle)?: ?\S")
"""The label of a folder, before its title."""
_LONGEST, _MOST_LINES = 90, 5


def cites_archive(lines: Sequence[str]) -> bool:
    """Whether ``lines`` say where the original lies: a piece, an archive and its units, or units and a folder."""
    if len(lines) > _MOST_LINES:
        return False
    texts = [line.strip() for line in lines]
    if max(map(len, texts)) > _LONGEST:
        return False
    if _PIECE.match(texts[0]):
        return len(texts) == 1
    units = [_UNIT.match(text) is not None for text in texts]
    if all(units) and any(map(_FOLDER.search, texts)):
        return True
    return any(units[1:]) and _ARCHIVE.match(texts[0]) is not None and all(units[1:])
