"""Kinds of files that a schema may not know: told to a user who checks one kind against the schema of another.

A kind is known by a word that its files have, and that a schema for them names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

FRUS = "http://history.state.gov/frus/ns/1.0"
_TEI = "{http://www.tei-c.org/ns/1.0}"


class Kind(NamedTuple):
    """A kind of file: what it is, whether a file is one, the word that its schemas name, what to check it with."""

    what: str
    holds: Callable[[etree._Element], bool]
    word: str
    advice: str


def _is_of_the_series(root: etree._Element) -> bool:
    return FRUS in root.nsmap.values()


def _is_of_today(root: etree._Element) -> bool:
    return any(f"{{{FRUS}}}doc-dateTime-min" in div.attrib for div in root.iter(f"{_TEI}div"))


KINDS = (
    Kind(
        "no TEI but a catalogue for a server of DTS",
        lambda root: root.tag == "collection",
        "filepath",
        "dapytains reads it; of what publish --as dts wrote, check dts/tei/",
    ),
    Kind(
        "a teiCorpus",
        lambda root: root.tag == f"{_TEI}teiCorpus",
        "teiCorpus",
        "give --schema tei_all.rng, or check the files of the collection one by one",
    ),
    Kind(
        "in the conventions of Foreign Relations",
        _is_of_the_series,
        FRUS,
        "give --schema frus.rnc of the series; of a volume, tei/ID.xml is for teiconv.rng",
    ),
    Kind(
        "in the conventions of Foreign Relations of today",
        _is_of_today,
        "doc-dateTime-min",
        "check it with a schema of the series of today; with that of 2015, check 2015/ID.xml",
    ),
)
"""All kinds, from the least to the most special."""


_GRAMMARS = (".rng", ".rnc", ".xsd")
_OTHER = "does not describe; it describes the conventions of Foreign Relations. Leave --schema out for TEI of teiconv"


def hint(root: etree._Element, schemas: Sequence[Path], own: Path) -> str | None:
    """Return what is to be told of a file with ``root`` that is checked against schemas of another kind.

    ``own`` is the grammar of teiconv, which holds if ``schemas`` are none.  Only grammars describe all of a file.
    """
    grammars = [path for path in schemas or [own] if path.suffix in _GRAMMARS]
    if not grammars:
        return None
    said = "".join(path.read_text(encoding="utf-8", errors="replace") for path in grammars)
    name = grammars[0].name
    for kind in KINDS:
        if kind.holds(root) and kind.word not in said:
            return f"it is {kind.what}, which {name} does not describe; {kind.advice}"
    return f"it is a file that {name} {_OTHER}" if FRUS in said and not _is_of_the_series(root) else None
