"""What the grammar of the series has for the text of a document: elements and their attributes.

This is a summary of ``frus.rnc`` (2015), in as far as it bears on what the converter writes; the whole of it is not
ours to ship.
"""

from __future__ import annotations

from collections.abc import Mapping

ATTACHMENT = "frus:attachment"
CLASSIFICATION = "frus:classification"

_GLOBAL = "xml:id n xml:lang rend rendition style corresp facs change"
_TYPED = "type subtype"
_DATED = "when notBefore notAfter from to calendar period"
_POINTING = "target targetLang evaluate cRef"
_MEASURED = "unit quantity atLeast atMost min max confidence"
_RESPONSIBLE = "cert resp source"

_OWN_ATTRIBUTES = {
    ATTACHMENT: "",
    CLASSIFICATION: "level",
    "affiliation": f"{_DATED} key ref role",
    "anchor": _TYPED,
    "byline": "",
    "cell": "role rows cols",
    "closer": "",
    "date": f"{_DATED} {_TYPED}",
    "dateline": "",
    "del": f"{_TYPED} hand status cause seq",
    "div": f"{_TYPED} part",
    "figure": f"{_TYPED} place",
    "gap": f"{_MEASURED} reason",
    "gloss": f"{_POINTING} {_TYPED}",
    "head": _TYPED,
    "hi": "",
    "idno": "type",
    "item": "sortKey",
    "l": "",
    "label": f"{_TYPED} place",
    "lb": f"{_TYPED} ed edRef spanTo",
    "lg": f"{_TYPED} part",
    "list": f"{_TYPED} sortKey",
    "name": f"{_DATED} {_TYPED}",
    "note": f"{_POINTING} {_TYPED} {_RESPONSIBLE} place anchored targetEnd",
    "opener": "",
    "orgName": f"{_DATED} {_TYPED}",
    "p": "",
    "pb": f"{_TYPED} ed edRef spanTo",
    "persName": f"{_DATED} {_TYPED}",
    "placeName": f"{_DATED} {_TYPED}",
    "postscript": "",
    "quote": f"{_TYPED} source",
    "ref": f"{_POINTING} {_TYPED}",
    "row": "role rows cols",
    "salute": "",
    "seg": f"{_TYPED} {_RESPONSIBLE} function",
    "signed": "",
    "space": f"{_MEASURED} {_RESPONSIBLE} dim",
    "table": "rows cols",
    "term": f"{_POINTING} {_TYPED} key ref sortKey",
    "time": f"{_DATED} {_TYPED}",
    "title": f"{_TYPED} key ref level",
}

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    name: frozenset(f"{_GLOBAL} {own}".split()) for name, own in _OWN_ATTRIBUTES.items()
}
"""The elements that may stand in a document, and the attributes that each may have."""

RENDS: Mapping[str, frozenset[str]] = {
    "p": frozenset("center flushleft italic right sectiontitleital strong".split()),
    "hi": frozenset("italic roman smallcaps strong sub superscript underline".split()),
}
"""The elements whose ``@rend`` has a closed list of values."""

LIST_TYPES = frozenset("from index memo names participants references simple sources subject terms to toc".split())
"""What the series has as ``list/@type``; ``from`` and ``memo`` stand in its volumes, though not in its grammar."""
