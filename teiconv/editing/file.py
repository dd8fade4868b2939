"""The file of decisions: TOML with a table for each decision, which people read, compare and write by hand.

::

    [[person]]
    document = "d12"
    words = "Rogers"
    nth = 2
    is = "p_RWP1"
    who = "Ada Editor"
    at = 2026-11-29T10:00:00Z
    why = "the Secretary of State; the Senator had died"

New decisions are added at the end, and nothing above them is touched.  Of two about the same, the later holds; one
without a time counts as made after all above it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from teiconv.editing.vocabulary import NEEDS, VALUES, unknown_value, wrong_period
from teiconv.errors import Place, TeiconvError
from teiconv.model.decision import EVERY, NOTHING, OF_THE_DOCUMENT, Decision, Kind
from teiconv.names.lists.decisions import load_links
from teiconv.names.people.decisions import LinkDecision

SUFFIX = ".toml"
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*\"?([\w-]+)\"?[ \t]*\]\]", re.MULTILINE)
_BEGINS_TABLE = re.compile(rb"(?:\s*(?:#[^\n]*)?\n)*\s*\[\[")
_KEYS = ("document", "words", "nth", "who", "at", "why", "withdrawn")


class Contradiction(NamedTuple):
    """Two decisions about the same that disagree, neither of which says that it is the later one."""

    kept: Decision
    other: Decision

    def __str__(self) -> str:
        return f"{self.kept.place}: this contradicts line {self.other.line} of {self.other.file}; the last one holds"


def load_decisions(files: Iterable[tuple[str, bytes]]) -> tuple[Decision | LinkDecision, ...]:
    """Return the decisions in all ``files`` (names and bytes) that are in force: in TOML, and in tables of links.

    Raises:
        TeiconvError: a file cannot be read, or a decision is not one; the message has its line.
    """
    files = tuple(files)
    tables = [file for file in files if not is_toml(*file)]
    return (*in_force(_all(files))[0], *load_links(tables))


def as_decisions(decisions: Iterable[Decision | LinkDecision]) -> Iterator[Decision]:
    """Yield ``decisions``, the rows of tables of links among them as decisions like others."""
    return (one.decision if isinstance(one, LinkDecision) else one for one in decisions)


def all_decisions(files: Iterable[tuple[str, bytes]]) -> tuple[Decision, ...]:
    """Return the decisions in all ``files``, those as well that others have outweighed; without tables of links."""
    return tuple(_all(files))


def contradictions(files: Iterable[tuple[str, bytes]]) -> tuple[Contradiction, ...]:
    """Return the decisions in all ``files`` that contradict each other; tables of links have none."""
    return in_force(_all(files))[1]


def _all(files: Iterable[tuple[str, bytes]]) -> Iterator[Decision]:
    return (decision for name, data in files if is_toml(name, data) for decision in read_decisions(data, name))


def is_toml(name: str, data: bytes) -> bool:
    """Tell whether a file of decisions is in TOML, and not a table of links."""
    return name.lower().endswith(SUFFIX) or _BEGINS_TABLE.match(data) is not None


def read_decisions(data: bytes, name: str) -> tuple[Decision, ...]:
    """Return the decisions in ``data``, in their order, the withdrawn ones as well.

    Raises:
        TeiconvError: it is no TOML, or a table is not what a decision can be; the message has its line.
    """
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise TeiconvError("is not in UTF-8; save it so", Place(name, data.count(b"\n", 0, error.start) + 1)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise TeiconvError(f"cannot be read as TOML: {error}", Place(name)) from error
    lines = _lines(text, tables)
    found = [
        _decision(kind, table, Place(name, lines[kind][number] if kind in lines else None))
        for kind, listed in tables.items()
        for number, table in enumerate(_listed(kind, listed, Place(name, *lines.get(kind, [])[:1])))
    ]
    return tuple(sorted(found, key=lambda decision: decision.line or 0))


def _lines(text: str, tables: Mapping[str, Any]) -> dict[str, list[int]]:
    """Return on which line each table of a kind begins; a kind is left out if a text in the file looks like one."""
    lines: dict[str, list[int]] = defaultdict(list)
    for match in _TABLE.finditer(text):
        lines[match[1]].append(text.count("\n", 0, match.start()) + 1)
    return {kind: found for kind, found in lines.items() if len(found) == len(tables.get(kind, ()))}


def _listed(kind: str, listed: Any, place: Place) -> list[dict[str, Any]]:
    if kind not in set(Kind):
        raise TeiconvError(f"there are no decisions called “{kind:.40}”; there are {', '.join(Kind)}", place)
    if not isinstance(listed, list) or not all(isinstance(table, dict) for table in listed):
        raise TeiconvError(f"write [[{kind}]], in two brackets, above each decision of that kind", place)
    return listed


def _decision(kind: str, table: Mapping[str, Any], place: Place) -> Decision:
    """Return the decision that ``table`` says.

    Raises:
        TeiconvError: a value is unknown, missing, or not of the kind that it must be.
    """
    own = {key: _as_text(key, value, place) for key, value in table.items() if key not in ("nth", "withdrawn")}
    values = tuple((key, value) for key, value in own.items() if key not in _KEYS)
    decision = Decision(
        Kind(kind),
        own.get("document", EVERY),
        " ".join(own.get("words", "").split()),
        _nth(table.get("nth"), place),
        values,
        own.get("who", ""),
        own.get("at", ""),
        own.get("why", ""),
        _withdrawn(table.get("withdrawn", False), place),
        place.file,
        place.line,
    )
    wrong = wrong_in(decision)
    if wrong:
        raise TeiconvError(wrong, place)
    return decision


def _as_text(key: str, value: Any, place: Place) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or (not isinstance(value, (int, float, datetime)) and not hasattr(value, "isoformat")):
        raise TeiconvError(f"“{key:.40}” takes a text in quotation marks", place)
    return value.isoformat().replace("+00:00", "Z") if hasattr(value, "isoformat") else str(value)


def _nth(value: Any, place: Place) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**9:
        raise TeiconvError("“nth” takes a number: 1 for the first place in the text that has the words", place)
    return value


def _withdrawn(value: Any, place: Place) -> bool:
    if not isinstance(value, bool):
        raise TeiconvError("“withdrawn” takes true or false, without quotation marks", place)
    return value


def _is_time(at: str) -> bool:
    try:
        return datetime.fromisoformat(at).year > 1  # the first year has moments that other time zones do not
    except ValueError:
        return False


def wrong_in(decision: Decision) -> str | None:
    """Return what is wrong with ``decision``, in words."""
    kind, keys = decision.kind, {key for key, _ in decision.values}
    if unknown := sorted(keys - VALUES[kind].keys()):
        return f"[[{kind}]] has no “{unknown[0]:.40}”; it has {', '.join([*VALUES[kind], *_KEYS])}"
    if not decision.words and kind not in OF_THE_DOCUMENT and kind is not Kind.DATE:
        return f"[[{kind}]] needs “words”: those in the text that it is about"
    if not decision.document:
        return '“document” is empty; give the xml:id of a document, its file without suffix, or "*" for all'
    if decision.at and not _is_time(decision.at):
        return f"“at” takes a time as 2026-11-29T10:00:00Z, not “{decision.at:.40}”"
    if decision.withdrawn:
        return None
    if not keys:
        return f"[[{kind}]] decides nothing; give {' or '.join(VALUES[kind])}"
    if decision.takes_away and len(keys) > 1:
        return f'is = "{NOTHING}" stands alone; take {_listed_words(keys - {"is"})} away'
    if kind in NEEDS and not keys & NEEDS[kind]:
        return f"[[{kind}]] needs {' or '.join(sorted(NEEDS[kind]))}"
    unknown = [found for key, value in decision.values if (found := unknown_value(kind, key, value))]
    return unknown[0] if unknown else wrong_period(dict(decision.values))


def _listed_words(words: Iterable[str]) -> str:
    return ", ".join(f"“{word:.40}”" for word in sorted(words))


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Return ``decisions`` in the order of their times; one without a time follows all that stand before it."""
    latest = datetime.min.replace(tzinfo=UTC)
    moments = []
    for decision in decisions:
        moment = decision.moment if decision.at else latest
        latest = max(latest, moment)
        moments.append((moment, decision))
    return [decision for _, decision in sorted(moments, key=lambda pair: pair[0])]


def is_later(decision: Decision, other: Decision) -> bool:
    """Tell whether ``decision`` says by its time that it was made after ``other``."""
    return bool(decision.at) and decision.moment > other.moment


def in_force(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Contradiction, ...]]:
    """Return the decisions that hold, and those that contradict each other.

    Of those about the same, the last :func:`in_order` holds; a withdrawn one takes back what was decided before it.
    """
    last: dict[tuple[str, ...], Decision] = {}
    against: list[Contradiction] = []
    for decision in in_order(decisions):
        before = last.pop(decision.about, None)
        is_other = before and not before.withdrawn and before.values != decision.values
        if before and is_other and not is_later(decision, before):
            against.append(Contradiction(decision, before))
        last[decision.about] = decision
    return tuple(decision for decision in last.values() if not decision.withdrawn), tuple(against)


def write_decision(decision: Decision) -> str:
    """Return ``decision`` as a table of TOML; the inverse of :func:`read_decisions`."""
    pairs: list[tuple[str, object]] = [("document", decision.document)]
    pairs += [("words", decision.words)] if decision.words else []
    pairs += [("nth", decision.nth)] if decision.nth else []
    pairs += decision.values
    pairs += [(key, value) for key, value in (("who", decision.who), ("at", decision.at)) if value]
    pairs += [("withdrawn", True)] if decision.withdrawn else []
    pairs += [("why", decision.why)] if decision.why else []
    lines = [f"[[{decision.kind}]]", *(f"{key} = {_quoted(value)}" for key, value in pairs)]
    return "\n".join([*lines, ""])


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Return ``decisions`` as a file, with an empty line between them."""
    return "\n".join(map(write_decision, decisions))


def _quoted(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # JSON's strings are TOML's, but for characters that JSON lets stand: TOML wants U+007F escaped as well
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
