"""A folder under review: its statements joined with what the editors have decided about them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from teiconv.editing.journal import REPLACED, Journal, now
from teiconv.errors import TeiconvError
from teiconv.model.decision import CORRESPONDENTS, OF_THE_DOCUMENT, Decision
from teiconv.model.decision import Kind as Table
from teiconv.review.changed import ChangedError, ConflictError
from teiconv.review.decided import checked, described, values_of
from teiconv.review.folder import Folder
from teiconv.review.index import Index, chosen, records
from teiconv.review.kinds import KINDS
from teiconv.review.machine import Machine
from teiconv.review.matching import OF_FILE, Matching
from teiconv.review.numbered import Said
from teiconv.review.others import Others, Wanted
from teiconv.review.possible import check_possible
from teiconv.review.reader import stated_in

_ROW = ("statement", "kind", "words", "certainty", "doubt", "document", "number", "title", "decision", "data")
_COLUMNS = "s.statement, s.kind, s.words, s.certainty, s.doubt, s.document, d.number, d.title"
_ROWS = (
    f"SELECT {_COLUMNS}, x.decision, s.data FROM statements s JOIN documents d USING (document)"
    " LEFT JOIN temp.decided x USING (statement)"
)


class Session:
    """What the page asks and says; ``who`` is the editor, and ``machine`` knows why names were linked."""

    def __init__(
        self,
        folder: Folder,
        journal: Journal,
        who: str,
        others: Others | None = None,
        machine: Machine | None = None,
    ) -> None:
        self.folder = folder
        self.machine = machine or Machine()
        self._others = others or Others(folder.volume.root, edits_of(folder.root))
        self.index: Index = folder.index
        self.journal = journal
        self.who = who
        self._lock = threading.RLock()
        self._counted = -1
        self._all: dict[str, tuple[int, int]] = {}
        self._matching = Matching(folder, journal)

    def refresh(self) -> int:
        """Take note of what others decided and of files read since, and return the revision of what is decided."""
        with self._lock:
            return self._matching.refresh()

    def decision_of(self, mark: str | None) -> dict[str, Any] | None:
        """Return the decision with that mark, as JSON has it, if it holds."""
        decision = self.journal.holding.get(mark or "")
        return None if decision is None else self._shown_decision(decision)

    def _shown_decision(self, decision: Decision) -> dict[str, Any]:
        """Return ``decision`` with the name of the person or term that it is for."""
        named = self.index.one("SELECT name FROM listed WHERE id = ?", decision.get("is"))
        return {**described(decision), "label": named[0] if named else ""}

    def state(self) -> dict[str, Any]:
        """Return what the page shows at its top: counts by kind, how far the reading is, who works."""
        revision = self.refresh()
        kinds = [
            {"kind": name, "title": kind.title, "rejection": kind.rejection, "rejected": kind.rejected, **counts}
            for (name, kind), counts in zip(KINDS.items(), self._counts(), strict=True)
        ]
        progress = self.folder.progress
        faults = self.index.ask("SELECT file, fault FROM files WHERE fault != '' ORDER BY file LIMIT 50")
        (documents,) = self.index.one("SELECT count(*) FROM documents") or (0,)
        return {
            "folder": self.folder.root.name,
            "who": self.who,
            "revision": revision,
            "read": [progress.done, progress.total],
            "documents": documents,
            "decisions": len(self.journal.holding),
            "file": self.journal.path.name,
            "kinds": kinds,
            "faults": [fault if fault.startswith(file) else f"{file}: {fault}" for file, fault in faults],
        }

    def _counts(self) -> list[dict[str, int]]:
        """Return for each kind how many statements there are, are doubtful, still open, and decided."""
        grouped = "SELECT kind, count(*), sum(doubt > 0) FROM {} GROUP BY kind"
        read = self.index.revision
        if read != self._counted:
            self._all = {row[0]: row[1:] for row in self.index.ask(grouped.format("statements"))}
            self._counted = read
        made = self.index.ask(grouped.format("temp.decided JOIN statements USING (statement)"))
        decided = {row[0]: row[1:] for row in made}
        counts = []
        for kind in KINDS:
            (every, doubtful), (settled, cleared) = self._all.get(kind, (0, 0)), decided.get(kind, (0, 0))
            counts.append({"all": every, "doubtful": doubtful, "open": doubtful - cleared, "decided": settled})
        return counts

    def rows(self, choice: Mapping[str, str], start: int, count: int) -> dict[str, Any]:
        """Return the statements that ``choice`` asks for, ``count`` of them from ``start``, and how many there are."""
        self.refresh()
        condition, values = chosen(choice)
        source = f"FROM statements s LEFT JOIN temp.decided x USING (statement) WHERE {condition}"
        total = self.index.one(f"SELECT count(*) {source}", *values)
        page = f"(SELECT s.*, x.decision {source} ORDER BY s.rank LIMIT ? OFFSET ?) s"
        query = f"SELECT {_COLUMNS}, decision, data FROM {page} JOIN documents d USING (document) ORDER BY s.rank"
        found = self.index.ask(query, *values, count, start)
        return {"total": total[0] if total else 0, "start": start, "rows": self._shown(found)}

    def _shown(self, rows: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
        shown = []
        for row in records(rows, _ROW):
            data = json.loads(row.pop("data"))
            decision = self.decision_of(row.pop("decision"))
            before, after = data["around"]
            said = {"values": data["values"], "before": before, "after": after}
            shown.append({**row, **said, "decision": decision})
        return shown

    def alike(self, statement: int) -> dict[str, Any]:
        """Return the open statements of the same kind, with the same words and the same candidates."""
        self.refresh()
        row = self.index.one("SELECT kind, words, data FROM statements WHERE statement = ?", statement)
        if row is None:
            return {"rows": []}
        kind, words, data = row
        query = f"{_ROWS} WHERE s.kind = ? AND s.words = ? AND x.decision IS NULL ORDER BY d.place, s.start"
        same = set(json.loads(data)["candidates"])
        found = [each for each in self.index.ask(query, kind, words) if set(json.loads(each[-1])["candidates"]) == same]
        return {"rows": self._shown(found)}

    def decide(self, said: Sequence[Mapping[str, Any]], why: str = "") -> dict[str, Any]:
        """Write down decisions: each names a statement, or words of a document, and what holds.

        Raises:
            ConflictError: somebody decided one of them since the page was told of it (``expects``).
            TeiconvError: a decision cannot be meant, or not be written.
        """
        with self._lock:
            self.refresh()
            moment = now()
            self._refuse_changed(said)
            made = [self._decision(one, moment, why) for one in said]
            for one, decision in zip(said, made, strict=True):
                self._check(one, decision)
            wanted = self._of_others(said, made)
            self.journal.add([*self._replaced(said, made, moment), *made])
            edited = self._read_edited(*self._others.carry_out(wanted))
            shown = [self._shown_decision(one) for one in made]
            return {"revision": self.refresh(), "decisions": shown, **edited}

    def _replaced(self, said: Sequence[Mapping[str, Any]], made: Sequence[Decision], moment: str) -> Iterator[Decision]:
        """Yield what takes back another sender or recipient that was decided of a statement which is decided anew.

        A document may have several, so that each is a decision about something else.
        """
        for one, decision in zip(said, made, strict=True):
            standing = self.journal.holding.get(self._standing(one, decision) or "")
            if standing and decision.kind in CORRESPONDENTS and standing.about != decision.about:
                yield replace(standing, who=self.who, at=moment, why=REPLACED, withdrawn=True)

    def _of_others(self, said: Sequence[Mapping[str, Any]], made: Sequence[Decision]) -> list[Wanted]:
        """Return which of the decisions are about TEI that others made, with the elements that they are about."""
        return [
            Wanted(decision.key, decision, *place)
            for one, decision in zip(said, made, strict=True)
            if (place := self._place_in_others(one, decision)) is not None
        ]

    def _place_in_others(self, said: Mapping[str, Any], decision: Decision) -> tuple[str, str, Said | None] | None:
        number = said.get("statement")
        found = [int(number)] if number is not None else self._matching.about(decision)
        row = self.index.one(
            "SELECT d.file, d.id, s.said, d.ours FROM statements s JOIN documents d USING (document)"
            " WHERE s.statement = ?",
            found[0] if len(found) == 1 else 0,
        )
        if row is None or row[3]:
            return None
        file, id, number, _ = row
        if number is None:
            return file, id, None
        return file, id, stated_in(self.folder.volume.root, file, id).said[number]

    def _read_edited(self, changed: set[str], told: list[str]) -> dict[str, Any]:
        """Read the files of others that were changed, and return what the page must know."""
        self.folder.read_again(sorted(changed))
        return {"changed": sorted(changed), "told": told}

    def _refuse_changed(self, said: Sequence[Mapping[str, Any]]) -> None:
        """Refuse to decide about what was changed since the page was told of it."""
        for one in said:
            row = self.index.one("SELECT document FROM statements WHERE statement = ?", one.get("statement"))
            document = row[0] if row else one.get("document")
            if document is not None and self.folder.bring_up_to_date(int(document)):
                raise ChangedError(f"{self.name_of(int(document))} was changed since it was read")

    def _check(self, said: Mapping[str, Any], decision: Decision) -> None:
        if "expects" in said and (standing := self._standing(said, decision)) != said["expects"]:
            raise ConflictError(self.journal.holding.get(standing or ""))
        is_of_statement = said.get("statement") is not None
        check_possible(decision, self.folder, self._matching, is_of_statement=is_of_statement)

    def _standing(self, said: Mapping[str, Any], decision: Decision) -> str | None:
        """Return the mark of what holds of a statement, as the page shows it; else of what ``decision`` is about."""
        if said.get("statement") is None:
            return next((mark for mark, one in self.journal.holding.items() if one.about == decision.about), None)
        row = self.index.one("SELECT decision FROM temp.decided WHERE statement = ?", int(said["statement"]))
        return row[0] if row else None

    def _decision(self, said: Mapping[str, Any], moment: str, why: str) -> Decision:
        kind, document, words, nth = self._subject(said)
        values = self._named(kind, values_of(kind, said.get("values") or {}))
        made = Decision(Table(kind), document, words, nth, values, self.who, moment, why)
        return checked(made)

    def _named(self, kind: str, values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """Return ``values`` with the name of a person whom no list has: another document may know nobody of that id."""
        said = dict(values)
        row = self.index.one("SELECT name, about FROM listed WHERE id = ? AND kind = 'person'", said.get("is"))
        is_of_kind = kind == Table.PERSON or kind in CORRESPONDENTS
        if row is None or "name" in said or not is_of_kind or not json.loads(row[1]).get("unlisted"):
            return values
        return (*values, ("name", row[0]))

    def _subject(self, said: Mapping[str, Any]) -> tuple[str, str, str, int | None]:
        """Return what a decision is about: its kind, the document, the words, and which of them."""
        if said.get("statement") is None:
            name = str(said["name"]) if "name" in said else self.name_of(int(said["document"]))
            return str(said["kind"]), name, str(said.get("words") or ""), said.get("nth")
        row = self.index.one(
            "SELECT kind, document, words, nth FROM statements WHERE statement = ?", int(said["statement"])
        )
        if row is None:
            raise TeiconvError("this statement is no longer there: its file was changed; look at it again")
        kind, document, words, nth = row
        if kind in OF_THE_DOCUMENT:
            words, nth = "", None
        return kind, self.name_of(document), words, nth if words else None

    def name_of(self, document: int) -> str:
        """Return what decisions call a document: its id, or, where others have that too, its file, or both."""
        row = self.index.one("SELECT id, file, alone FROM documents WHERE document = ?", document)
        if row is None:
            raise TeiconvError("this document is no longer there")
        id, file, is_alone = row
        same = self.index.one("SELECT count(*) FROM documents WHERE id = ?", id)
        path = str(file).removesuffix(".xml")
        return str(id) if same == (1,) else path if is_alone else f"{path}{OF_FILE}{id}"

    def withdraw(self, marks: Sequence[str]) -> dict[str, Any]:
        """Take decisions back; those that somebody has taken back already are passed over."""
        with self._lock:
            self.refresh()
            moment = now()
            standing = [one for mark in marks if (one := self.journal.standing(mark, self.who))]
            taken = [one for decision in standing for one in self._withdrawal(decision, moment)]
            if taken:
                self.journal.add(taken)
            edited = self._read_edited(*self._others.take_back(one.key for one in standing))
            return {"revision": self.refresh(), "withdrawn": len(standing), **edited}

    def _withdrawal(self, decision: Decision, moment: str) -> tuple[Decision, ...]:
        """Return what takes ``decision`` back, and makes hold again what it replaced."""
        restored = (replace(one, who=self.who, at=moment) for one in self.journal.replaced_by(decision))
        (taken,) = self.journal.withdrawal(decision, self.who, moment)
        self._others.pass_on(self.journal.before(decision), taken)
        return taken, *restored

    def decisions(self) -> list[dict[str, Any]]:
        """Return all decisions that hold, the latest first."""
        self.refresh()
        found = sorted(self.journal.holding.values(), key=lambda one: one.moment, reverse=True)
        return [self._shown_decision(one) for one in found]


def edits_of(root: Path) -> Path:
    """Return where the edits of the files of others are kept: beside the folder."""
    return root.resolve().with_name(f"{root.resolve().name}.review.edits.jsonl")
