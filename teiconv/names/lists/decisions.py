"""Doubtful links of an encoded document → a table to fill in; the table filled in → decisions."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

from teiconv.errors import Place, TeiconvError
from teiconv.formats.text import decode
from teiconv.model import OBJECT, Element, descendants, plain
from teiconv.model.decision import EVERY
from teiconv.names.lists.cells import as_meant, defused
from teiconv.names.lists.tables import rows_of
from teiconv.names.people.decisions import NOBODY, Counted, LinkDecision
from teiconv.names.runs import elements_in_runs
from teiconv.regex import regex

COLUMNS = ("document", "mention", "occurrence", "person", "cert", "candidates", "context")
"""The columns of the table; the editor fills in ``person``, what comes after it is only for the eye."""

_OCCURRENCE = regex(r"[1-9][0-9]{0,8}")
_ID = regex(r"(?:^|[\s;,#])p_")
_CONTEXT = 50
"""How many characters before and after a mention the table shows."""


def doubtful(document: str, body: Element, standoff: Iterable[Element]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each link in ``body`` that is not certain; ``standoff`` has the persons it points to."""
    names = _names(standoff)
    counted = Counted()
    for run, start, end, named in elements_in_runs(body, "persName"):
        words, occurrence = counted.next(run.text, start, end)
        cert = named.get("cert")
        if cert and cert != "high":  # what an editor decided is high
            identifiers = [pointer.rpartition("#")[2] for pointer in (named.get("ref") or "").split()]
            candidates = "; ".join(f"{person} {names.get(person, '')}".strip() for person in identifiers)
            before, after = run.text[max(0, start - _CONTEXT) : start], run.text[end : end + _CONTEXT]
            context = " ".join(f"{before}[{words}]{after}".replace(OBJECT, " ").split())
            yield document, words, str(occurrence), "", cert, candidates, context


def _names(standoff: Iterable[Element]) -> dict[str, str]:
    """Return the first name of each person in ``standoff`` by its ``xml:id``."""
    persons = (found for part in standoff for found in descendants(part) if found.name == "person")
    return {
        person.get("xml:id") or "": plain(name.content)
        for person in persons
        for name in [node for node in person.content if isinstance(node, Element) and node.name == "persName"][:1]
    }


def to_csv(rows: Iterable[tuple[str, ...]]) -> str:
    """Return the table of ``rows``, with its header."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return out.getvalue()


def load_links(files: Iterable[tuple[str, bytes]]) -> tuple[LinkDecision, ...]:
    """Return the decisions in all ``files`` (names and bytes); rows where no person is filled in decide nothing.

    Raises:
        TeiconvError: a file cannot be read, has no column ``mention``, or a row is no decision, or contradicts another.
    """
    texts = ((name, decode(data, name, advice="save it as UTF-8")[0]) for name, data in files)
    return tuple(decision for name, text in texts for decision in _decisions(text, name))


def is_blank(data: bytes, name: str) -> bool:
    """Tell whether ``data`` is a table of doubtful links in which nobody has filled in anything yet, or is empty."""
    try:
        text, _ = decode(data, name)
        rows, _ = rows_of(text, name, ("candidates",))
        return not any(row.get("person") for _, row in rows)
    except TeiconvError:
        return not data.strip()


def _decisions(text: str, file: str) -> Iterator[LinkDecision]:
    rows, _ = rows_of(text, file, ("mention",))
    found: dict[tuple[str, str, int | None], LinkDecision] = {}
    for number, row in rows:
        decision = _decision({name: as_meant(cell) for name, cell in row.items()}, Place(file, number))
        if not decision:
            continue
        before = found.setdefault((decision.document, decision.mention, decision.occurrence), decision)
        if before.person != decision.person:
            raise TeiconvError(f"this contradicts line {before.line}; leave one of them out", Place(file, number))
        yield decision


def _decision(row: Mapping[str, str], place: Place) -> LinkDecision | None:
    """Return what ``row`` decides; ``None`` if no person is filled in."""
    words = " ".join(row.get("mention", "").split())
    chosen = row.get("person", "")
    if chosen != NOBODY:
        if len(_ID.findall(chosen)) > 1:
            raise TeiconvError(f"“{chosen:.40}” are several persons; leave one", place)
        chosen = next(iter(chosen.removeprefix("#").split()), "")
    if not chosen:
        return None
    if not words:
        raise TeiconvError("a person without a mention; say the words that are decided", place)
    occurrence = row.get("occurrence", "").strip(EVERY)
    if occurrence and not _OCCURRENCE.fullmatch(occurrence):
        raise TeiconvError(f"“{occurrence:.20}” is not a number; give 1 for the first mention", place)
    number = int(occurrence) if occurrence else None
    return LinkDecision(row.get("document", "") or EVERY, words, number, chosen, place.file, place.line)
