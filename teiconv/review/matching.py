"""Decisions, joined with the statements that they are about."""

from __future__ import annotations

from typing import Any

from teiconv.editing.journal import Journal
from teiconv.model.decision import EVERY, OF_THE_DOCUMENT, Decision
from teiconv.review.folder import Folder

OF_FILE = "#"
"""What stands between the file and the id of a document, where several files have documents of that id."""


class Matching:
    """Keeps the index true to the ``journal``: what was decided since is joined, and all only where it must be."""

    def __init__(self, folder: Folder, journal: Journal) -> None:
        self._folder = folder
        self._journal = journal
        self._matched = self._read = -1

    def forget(self) -> None:
        """Join all anew the next time: files were read again."""
        self._matched = self._read = -1

    def refresh(self) -> int:
        """Take note of what others decided and of files read since, and return the revision of what is decided."""
        self._journal.refresh()
        read, revision = self._folder.progress.done, self._journal.revision
        if read != self._read or self._matched < 0 or revision > self._matched + 1:
            self._match_all()
        elif revision != self._matched:
            self._match_added()
        self._read, self._matched = read, revision
        return revision

    def _match_all(self) -> None:
        """Join all decisions with the statements that they are about: the more special one outweighs."""
        holding = sorted(self._journal.holding.items(), key=lambda pair: _special(pair[1]))
        pairs = ((statement, mark) for mark, decision in holding for statement in self.about(decision))
        self._folder.index.set_decided(list(pairs), afresh=True)

    def _match_added(self) -> None:
        """Join with statements what was decided since, and what holds beside it about the same words."""
        added = self._journal.added
        if added is None or any(one.document == EVERY for one in added):
            self._match_all()
            return
        touched = {statement for one in added for statement in self.about(one)}
        words = {(one.kind, one.words) for one in added}
        documents = {EVERY, *(one.document for one in added)}
        beside = [
            (mark, one)
            for mark, one in self._journal.holding.items()
            if one.document in documents and (one.kind, one.words) in words
        ]
        self._folder.index.unset_decided(touched)
        beside.sort(key=lambda pair: _special(pair[1]))
        pairs = ((statement, mark) for mark, one in beside for statement in self.about(one))
        self._folder.index.set_decided([pair for pair in pairs if pair[0] in touched])

    def about(self, decision: Decision) -> list[int]:
        """Return the statements that ``decision`` is about."""
        query = "SELECT s.statement FROM statements s JOIN documents d USING (document) WHERE s.kind = ?"
        values: list[Any] = [str(decision.kind)]
        if decision.words:
            query, values = f"{query} AND s.words = ?", [*values, decision.words]
        elif decision.kind in OF_THE_DOCUMENT and (said := decision.get("name") or decision.get("is")):
            query, values = f"{query} AND (s.words = ? OR s.data LIKE ?)", [*values, said, f'%"{said}"%']
        if decision.nth is not None:
            query, values = f"{query} AND s.nth = ?", [*values, decision.nth]
        if decision.document != EVERY:
            file, several, id = decision.document.rpartition(OF_FILE)
            query = f"{query} AND {'d.id = ? AND d.file = ?' if several else '(d.id = ? OR d.alone AND d.file = ?)'}"
            values += [id, f"{file or id}.xml"]
        return [row[0] for row in self._folder.index.ask(query, *values)]


def _special(decision: Decision) -> tuple[bool, bool, str]:
    """Return a key by which what is said of one place comes after what is said of many."""
    return decision.nth is not None, decision.document != EVERY, decision.at
