"""Names in the format of HIPE-2022, so that others' systems and scorers can be compared.

The format is tab-separated, a token on each line, with the scheme IOB: the data of the shared task say how
(https://github.com/hipe-eval/HIPE-2022-data, “HIPE format and tagging scheme”).  Gold and candidate have the same
tokens, those of the gold's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from teiconv.evaluation.align import align
from teiconv.evaluation.axis import Axis, Placed, counted
from teiconv.evaluation.encoded import Encoded
from teiconv.model import BLOCKS

COLUMNS = (
    "TOKEN", "NE-COARSE-LIT", "NE-COARSE-METO", "NE-FINE-LIT", "NE-FINE-METO", "NE-FINE-COMP", "NE-NESTED",
    "NEL-LIT", "NEL-METO", "MISC",
)  # fmt: skip
HEADER = "\t".join(COLUMNS) + "\n"
APPLICABLE = "TOKEN NE-COARSE-LIT NEL-LIT MISC"
"""The columns that say something; the others are ``_`` throughout."""

TYPES = {"persName": "pers", "placeName": "loc", "orgName": "org"}
"""The elements that are named entities, and HIPE's word for each."""

NIL = "NIL"
"""What HIPE says of an entity that is linked to nothing."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_CLOSING = re.compile(r"[\s\]\u00ad]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, from ``start`` to ``end`` on the axis; a bracket or a bullet has no length there."""

    text: str
    start: int
    end: int
    flags: tuple[str, ...]
    """HIPE's remarks: ``NoSpaceAfter``, ``EndOfLine``, ``EndOfSentence``."""

    def is_in(self, start: int, end: int) -> bool:
        """Tell whether the token stands between two positions."""
        return start < self.end and self.start < end if self.end > self.start else start < self.start < end


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: its place on the axis, its type, and what it is linked to, the likeliest first."""

    start: int
    end: int
    kind: str
    link: str


def documents(gold: Encoded, candidate: Encoded) -> tuple[str, str]:
    """Return a document as the gold and as the candidate have it, each as lines that end with an empty one.

    Raises:
        MissingExtraError: the texts differ, and ``rapidfuzz`` is not installed.
    """
    candidate = candidate.with_names_of(gold)
    to_gold = align(candidate.axis.text, gold.axis.text)
    links = {name: _identifier(gold, key) for key, name in reversed(gold.register.items()) if name}
    moved = [replace(one, start=to_gold(one.start), end=to_gold(one.end)) for one in _entities(candidate, links)]
    found = list(tokens(gold.axis))
    head = "".join(_metadata(gold))
    return head + _lines(found, _entities(gold, links)), head + _lines(found, moved)


def _metadata(gold: Encoded) -> Iterator[str]:
    date = next((when for item in gold.axis.named("date") if item.in_dateline and (when := _day(item))), None)
    yield f"# hipe2022:document_id = {gold.identifier}\n"
    if date:
        yield f"# hipe2022:date = {date}\n"
    yield f"# hipe2022:applicable_columns = {APPLICABLE}\n"


def _day(item: Placed) -> str | None:
    when = item.element.get("when") or ""
    return when[:10] if re.match(r"\d{4}-\d\d-\d\d", when) else None


def _entities(encoded: Encoded, links: dict[str, str]) -> list[Entity]:
    """Return the entities of a document in the order of the text; of one within another, the outer."""
    named = [item for item in encoded.axis.placed if item.element.name in TYPES and item.end > item.start]
    found: list[Entity] = []
    for item in sorted(named, key=lambda item: (item.start, -item.end)):
        if not found or item.start >= found[-1].end:
            found.append(Entity(item.start, item.end, TYPES[item.element.name], _link(encoded, item, links)))
    return found


def _link(encoded: Encoded, item: Placed, links: dict[str, str]) -> str:
    """Return what an entity is linked to, several separated by ``|`` as HIPE has them."""
    get = item.element.get
    pointers = (get("ref") or get("corresp") or get("key") or "").split()
    keys = [pointer.rpartition("#")[2] for pointer in pointers]
    known = (encoded.wikidata.get(key) or links.get(encoded.register.get(key, "")) for key in keys)
    return "|".join(dict.fromkeys(link for link in known if link)) or NIL


def _identifier(gold: Encoded, key: str) -> str:
    return gold.wikidata.get(key) or key


def _lines(tokens: Iterable[Token], entities: list[Entity]) -> str:
    lines: list[str] = []
    rest = iter(entities)
    entity, begun = next(rest, None), False
    for token in tokens:
        while entity and entity.end <= token.start:
            entity, begun = next(rest, None), False
        inside = entity is not None and token.is_in(entity.start, entity.end)
        tag = f"{'I' if begun else 'B'}-{entity.kind}" if entity and inside else "O"
        begun = begun or inside
        lines.append(_line(token, tag, entity.link if entity and inside else "_"))
    return "".join([*lines, "\n"])


def _line(token: Token, tag: str, link: str) -> str:
    row = {"TOKEN": token.text, "NE-COARSE-LIT": tag, "NEL-LIT": link, "MISC": "|".join(token.flags) or "_"}
    return "\t".join(row.get(column, "_") for column in COLUMNS) + "\n"


def tokens(axis: Axis) -> Iterator[Token]:
    """Yield the tokens of the running text and of each note; a block ends a line and a sentence."""
    edges = {edge for item in axis.placed if item.element.name in BLOCKS for edge in (item.start, item.end)}
    base = 0
    for text in axis.readings:
        places = list(accumulate((len(counted(character)) for character in text), initial=base))
        for begin, end in pairwise([*_begins(text, places, edges), len(text)]):
            yield from _of_block(text, begin, end, places)
        base = places[-1]


def _begins(text: str, places: list[int], edges: set[int]) -> Iterator[int]:
    """Yield where blocks begin in a reading: at the first character there that does not close the block before."""
    passed = {places[0]}
    yield 0
    for at, character in enumerate(text):
        if places[at] in edges and places[at] not in passed and not _CLOSING.match(character):
            passed.add(places[at])
            yield at


def _of_block(text: str, begin: int, end: int, places: list[int]) -> Iterator[Token]:
    found = list(_TOKEN.finditer(text, begin, end))
    for match in found:
        glued = match.end() < end and not text[match.end()].isspace()
        flags = ("EndOfLine", "EndOfSentence") if match is found[-1] else ("NoSpaceAfter",) if glued else ()
        yield Token(match.group(), places[match.start()], places[match.end()], flags)
