"""What is compared: the table of layers, and how each is read from an encoding.

A layer is a bag of marks: stretches of the text, each with a value.  Most are read from both encodings in one
way.  Where the gold is read otherwise, it is because only the gold can tell: who is in the volume's lists, and
that a declassification notice which it leaves as text is a gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from teiconv.evaluation.axis import Placed, stands_apart
from teiconv.evaluation.encoded import Encoded
from teiconv.evaluation.notices import NOTICE, Measure, measure
from teiconv.model import Element

Mark = tuple[int, int, Hashable]
"""Start, end, and value, which is ``None`` where the stretch is all that counts."""

Marks = Counter[Mark]
Reading = Callable[[Encoded], Marks]
Value = Callable[[Encoded, Placed], Hashable]


def _nothing(encoded: Encoded) -> Marks:
    return Counter()


@dataclass(frozen=True, slots=True)
class Layer:
    """One row of the comparison."""

    name: str
    says: str
    """What a mark of it tells, in a few words."""
    candidate: Reading
    gold: Reading
    unscored: Reading = _nothing
    """Stretches of the gold on which a candidate may say what it likes."""
    overlapping: bool = False
    """Whether a mark need only share words with one of the gold, one with one, to be that mark."""
    in_text: bool = True
    """Whether marks have a place in the text."""


def _alike(name: str, says: str, reading: Reading) -> Layer:
    return Layer(name, says, reading, reading)


def _stretch(encoded: Encoded, item: Placed) -> None:
    return None


def _elements(name: str, value: Value = _stretch) -> Reading:
    """Read the elements called ``name`` that have text."""
    return lambda encoded: Counter((item.start, item.end, value(encoded, item)) for item in encoded.axis.named(name))


def _having_value(reading: Reading) -> Reading:
    return lambda encoded: Counter({mark: count for mark, count in reading(encoded).items() if mark[2] is not None})


def _without_value(reading: Reading) -> Reading:
    """Keep only the marks that have no value, and no namesake on the same stretch that has one."""

    def read(encoded: Encoded) -> Marks:
        marks = reading(encoded)
        valued = {mark[:2] for mark in marks if mark[2] is not None}
        return Counter({mark: count for mark, count in marks.items() if mark[:2] not in valued})

    return read


def _stretches(reading: Reading) -> Reading:
    """Read the stretches of marks without their values."""
    return lambda encoded: Counter((start, end, None) for start, end, _ in reading(encoded).elements())


def _person(encoded: Encoded, item: Placed) -> str | None:
    return encoded.entry(item.element, "ref", "corresp", "key")


def _term(encoded: Encoded, item: Placed) -> str | None:
    return encoded.entry(item.element, "target", "ref", "corresp")


def _target(encoded: Encoded, item: Placed) -> str | None:
    return item.element.get("target")


def _when(encoded: Encoded, item: Placed) -> str | None:
    return (item.element.get("when") or "")[:10] or None if item.in_dateline else None


def _list_type(encoded: Encoded, item: Placed) -> str | None:
    return item.parent.get("type") or "simple" if item.parent.name == "list" else None


def _points(encoded: Encoded, is_point: Callable[[Placed], bool]) -> Marks:
    """Read elements as the places where they stand, with their ``@n``."""
    return Counter((item.start, item.start, item.element.get("n")) for item in encoded.axis.placed if is_point(item))


def _notes(encoded: Encoded) -> Marks:
    return _points(encoded, lambda item: stands_apart(item.element))


def _note_texts(encoded: Encoded) -> Marks:
    return Counter((start, end, None) for start, end in encoded.axis.notes)


def _page_breaks(encoded: Encoded) -> Marks:
    return _points(encoded, lambda item: item.element.name == "pb")


def _shown_page_breaks(encoded: Encoded) -> Marks:
    """Read the page breaks that a text shows: it shows none between the items of a list or the rows of a table."""
    between = ("list", "table", "row")
    return _points(encoded, lambda item: item.element.name == "pb" and item.parent.name not in between)


def _gaps(encoded: Encoded) -> Marks:
    gaps = (item for item in encoded.axis.placed if item.element.name == "gap")
    return Counter((item.start, item.end, _stated(item.element)) for item in gaps)


def _gaps_and_notices(encoded: Encoded) -> Marks:
    """Read the gaps of a gold encoding, and the notices that it leaves as text."""
    axis = encoded.axis
    found = {mark for mark in _gaps(encoded) if mark[1] > mark[0]}
    for index, text in enumerate(axis.readings):
        for match in NOTICE.finditer(text):
            found.add((*axis.offsets(index, *match.span()), measure(match[1])))
    return Counter(found)


def _stated(gap: Element) -> Measure | None:
    """Return what a ``gap`` measures by its attributes."""
    at_most = gap.get("atMost")
    quantity, unit = gap.get("quantity") or at_most, gap.get("unit")
    try:
        return (unit.lower().rstrip("s"), round(float(quantity), 3), bool(at_most)) if quantity and unit else None
    except ValueError:
        return None


def _correspondents(typed: str, role: str) -> Layer:
    """Compare people of the correspondence: in the gold as ``persName/@type``, or as ``correspAction`` says."""

    def announced(encoded: Encoded) -> Iterator[str | None]:
        return (
            encoded.entry(person, "ref", "corresp", "key") for kind, person in encoded.correspondents if kind == role
        )

    def typed_or_announced(encoded: Encoded) -> Iterator[str | None]:
        people = (item for item in encoded.axis.named("persName") if item.element.get("type") == typed)
        yield from (_person(encoded, item) for item in people)
        yield from announced(encoded)

    def marks(read: Callable[[Encoded], Iterator[str | None]]) -> Reading:
        return lambda encoded: Counter({(0, 0, name) for name in read(encoded) if name})

    name = "sender" if role == "sent" else "recipient"
    return Layer(name, f"who {role} it", marks(announced), marks(typed_or_announced), in_text=False)


_PEOPLE = _elements("persName", _person)
_TERMS = _elements("gloss", _term)
_LINKED = _having_value(_PEOPLE)
_UNLISTED = _without_value(_PEOPLE)

LAYERS = (
    Layer(
        "persName", "a person of the list, in exactly these words", _stretches(_PEOPLE), _stretches(_LINKED), _UNLISTED
    ),
    Layer("persLink", "and which person", _LINKED, _LINKED, _UNLISTED),
    Layer(
        "mention",
        "a person of the list, in some of these words",
        _stretches(_PEOPLE),
        _stretches(_LINKED),
        _UNLISTED,
        True,
    ),
    Layer("mentionLink", "and which person", _PEOPLE, _LINKED, _UNLISTED, True),
    Layer("gloss", "a term of the list", _stretches(_TERMS), _stretches(_having_value(_TERMS)), _without_value(_TERMS)),
    Layer("glossLink", "and which term", _having_value(_TERMS), _having_value(_TERMS), _without_value(_TERMS)),
    _alike("note", "a note is called here, by this number", _notes),
    _alike("noteText", "the text of a note", _note_texts),
    Layer("pb", "a page of this number begins here", _page_breaks, _shown_page_breaks),
    Layer("gap", "something is left out, in these words", _stretches(_gaps), _stretches(_gaps_and_notices)),
    Layer("gapValue", "and how much", _having_value(_gaps), _having_value(_gaps_and_notices)),
    _alike("head", "a heading", _elements("head")),
    _alike("dateline", "a dateline", _elements("dateline")),
    _alike("date", "a date", _elements("date")),
    _alike("dateWhen", "the day of a dateline", _having_value(_elements("date", _when))),
    _alike("placeName", "a place", _elements("placeName")),
    _alike("item", "an item of a list", _elements("item")),
    _alike("listType", "a list with a heading, and its type", _having_value(_elements("head", _list_type))),
    _alike("p", "a paragraph", _elements("p")),
    _alike("signed", "a signature", _elements("signed")),
    _alike("cell", "a cell of a table", _elements("cell")),
    _alike("ref", "a reference", _elements("ref")),
    _alike("refTarget", "and what it points to", _elements("ref", _target)),
    _correspondents("from", "sent"),
    _correspondents("to", "received"),
)
"""All layers, in the order of reports."""
