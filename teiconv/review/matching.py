"""Decisions, joined with the statements that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from teiconv.editing.journal import Journal
from teiconv.model.decision import CORRESPONDENTS, EVERY, Decision, Kind
from teiconv.review.folder import Folder

OF_FILE = "#"
"""What stands between the file and the id of a document, where several files have documents of that id."""


_IN_FILE = "substr('/' || d.file, -length(?) - 1) = '/' || ?"
"""A file is named with as many of its folders as tell it apart."""


class Matching:
    """Keeps the index true to the ``journal``: what was decided since is joined, and all only where it must be."""

    def __init__(self, folder: Folder, journal: Journal) -> None:
        self._folder = folder
        self._journal = journal
        self._matched = self._read = -1

    def refresh(self) -> int:
        """Take note of what others decided and of files read since, and return the revision of what is decided."""
        self._journal.refresh()
        read, revision = self._folder.index.revision, self._journal.revision
        if read != self._read or self._matched < 0 or revision > self._matched + 1:
            self._match_all()
        elif revision != self._matched:
            self._match_added()
        self._read, self._matched = read, revision
        return revision

    def _match_all(self) -> None:
        """Join all decisions with the statements that they are about: the more special one outweighs."""
        self._folder.index.set_decided(self._pairs(self._journal.holding.items()), afresh=True)

    def _pairs(self, holding: Iterable[tuple[str, Decision]]) -> list[tuple[int, str]]:
        """Return statements with the marks of the decisions about them, what outweighs last."""
        found = [(mark, one, self.about(one)) for mark, one in holding]
        found.sort(key=lambda each: _special(each[1], len(each[2])))
        instead = [(statement, mark) for mark, one, named in found if not named for statement in self._replaced(one)]
        return [*instead, *((statement, mark) for mark, _, named in found for statement in named)]

    def _match_added(self) -> None:
        """Join with statements what was decided since, and what holds beside it about the same words."""
        added = self._journal.added
        if added is None or any(one.document == EVERY for one in added):
            self._match_all()
            return
        touched = {statement for one in added for statement in self.about(one) or self._replaced(one)}
        words = {(one.kind, one.words) for one in added}
        documents = {EVERY, *(one.document for one in added)}
        beside = [
            (mark, one)
            for mark, one in self._journal.holding.items()
            if one.document in documents and (one.kind, one.words) in words
        ]
        self._folder.index.unset_decided(touched)
        self._folder.index.set_decided([pair for pair in self._pairs(beside) if pair[0] in touched])

    def _replaced(self, decision: Decision) -> list[int]:
        """Return the senders or recipients that give way to one whom none of them names, as the batch has it."""
        if decision.kind not in CORRESPONDENTS:
            return []
        return self.about(replace(decision, values=()))

    def document_of(self, decision: Decision) -> tuple[str, str] | None:
        """Return the file and the id of the one document of ours that ``decision`` names, if there is one."""
        condition, values = _named(decision.document)
        found = self._folder.index.ask(f"SELECT d.file, d.id FROM documents d WHERE d.ours AND {condition}", *values)
        return (found[0][0], found[0][1]) if len(found) == 1 else None

    def about(self, decision: Decision) -> list[int]:
        """Return the statements that ``decision`` is about."""
        query = "SELECT s.statement FROM statements s JOIN documents d USING (document) WHERE s.kind = ?"
        values: list[Any] = [str(decision.kind)]
        if decision.words:
            query, values = f"{query} AND s.words = ?", [*values, decision.words]
        elif decision.kind is Kind.DATE:
            query = f"{query} AND s.words = ''"  # that of the document, where the text gives none
        elif decision.kind in CORRESPONDENTS and (said := _whom(decision)):
            query, values = f"{query} AND (s.words = ? OR s.data LIKE ?)", [*values, said, f'%"{said}"%']
        if decision.nth is not None:
            query, values = f"{query} AND s.nth = ?", [*values, decision.nth]
        if decision.document != EVERY:
            condition, named = _named(decision.document)
            query, values = f"{query} AND {condition}", [*values, *named]
        return [row[0] for row in self._folder.index.ask(query, *values)]


def _whom(decision: Decision) -> str:
    """Return whom a decision names as a sender or recipient, in words if it gives any."""
    return next((said for key in ("name", "is", "organisation", "office") if (said := decision.get(key))), "")


def _named(document: str) -> tuple[str, list[str]]:
    """Return the condition that a document is the one that a decision names, and its values."""
    file, several, id = document.rpartition(OF_FILE)
    path = f"{(file or id).removesuffix('.txt').removesuffix('.xml')}.xml"
    condition = f"d.id = ? AND {_IN_FILE}" if several else f"(d.id = ? OR d.alone AND {_IN_FILE})"
    return condition, [id, path, path]


def _special(decision: Decision, places: int) -> tuple[bool, bool]:
    """Return a key by which what is said of one place comes after what is said of many; the rest keeps its order."""
    return decision.document != EVERY, decision.nth is not None or places == 1
