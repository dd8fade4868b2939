"""The decision of an editor, as a frozen record: which words of which document it is about, and what they are.

The file of decisions is read and written in :mod:`teiconv.editing.file`; :mod:`teiconv.editing` carries them out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from teiconv.errors import Place

EVERY = "*"
"""``document`` of a decision that holds in all documents."""

NOTHING = "nothing"
"""``is`` of a decision that takes a statement away: the words are no date, no name, no gap …"""


class Kind(StrEnum):
    """What a decision is about: the values are the names of the tables in the file."""

    PERSON = "person"
    TERM = "term"
    PLACE = "place"
    DATE = "date"
    GAP = "gap"
    REFERENCE = "reference"
    CALL = "call"
    BLOCK = "block"
    TEXT = "text"
    TITLE = "title"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CLASSIFICATION = "classification"
    HEADER = "header"


OF_THE_DOCUMENT = frozenset({Kind.TITLE, Kind.SENDER, Kind.RECIPIENT, Kind.CLASSIFICATION, Kind.HEADER})
"""Kinds that are about a document as a whole, and so about no words in it; a date may be."""


CORRESPONDENTS = frozenset({Kind.SENDER, Kind.RECIPIENT})
"""Kinds of which a document may have several."""


_WHOM = ("is", "name", "organisation", "office")
"""The values that tell one sender or recipient from another, the first that a decision has."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of an editor.

    Attributes:
        kind: the kind of statement: ``person``, ``date``, ``gap`` …
        document: the ``xml:id`` of a document, its file without suffix, or ``*`` for all documents.
        words: the words that the decision is about, with single blanks; empty for the document as a whole.
        nth: which place in the text with these words, counted from 1; ``None`` for all of them.
        values: the decided values, as pairs of name and value (``is``, ``when``, ``unit`` …).
        who: the name of the editor.
        at: the time, as ISO 8601 has it.
        why: the reason.
        withdrawn: whether this withdraws an earlier decision about the same words, and decides nothing instead.
        file: the file that has the decision.
        line: its line there, counted from 1.

    >>> from pathlib import Path
    >>> import teiconv
    >>> table = '[[place]]\\nwords = "nets"\\nis = "place"\\n'
    >>> _ = Path("decisions.toml").write_text(table, encoding="utf-8")
    >>> decision = teiconv.read_text(Path("memo.txt"), decisions="decisions.toml").decisions[0]
    >>> decision.words, decision.get("is"), decision.line
    ('nets', 'place', 1)
    """

    kind: Kind
    document: str = EVERY
    words: str = ""
    nth: int | None = None
    values: tuple[tuple[str, str], ...] = ()
    who: str = ""
    at: str = ""
    why: str = ""
    withdrawn: bool = False
    file: str = ""
    line: int | None = None

    @property
    def place(self) -> Place:
        """The file and the line of the decision."""
        return Place(self.file, self.line)

    def get(self, name: str) -> str:
        """Return the value called ``name``; empty if the decision has none."""
        return next((value for key, value in self.values if key == name), "")

    @property
    def takes_away(self) -> bool:
        """Whether the decision rejects the statement about the words."""
        return self.get("is") == NOTHING

    @property
    def moment(self) -> datetime:
        """The time as a moment in any time zone; the earliest possible one if the decision has no time."""
        found = datetime.fromisoformat(self.at) if self.at else datetime.min
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    @property
    def key(self) -> str:
        """A digest of 12 hex digits that identifies the decision, wherever it stands in its file."""
        said = repr((self.about, self.values, self.who, self.at))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def about(self) -> tuple[str, ...]:
        """The subject of the decision. Of two decisions about the same subject, only one applies."""
        keys = _WHOM if self.kind in CORRESPONDENTS else ()
        several = next((said for key in keys if (said := self.get(key))), "")
        field = "+".join(key for key, _ in self.values) if self.kind is Kind.HEADER else ""
        return (self.kind, self.document, self.words, str(self.nth or ""), several, field)
