"""The header as frozen records: what a document says of itself, what the user said of it, and its source's form.

A record holds facts only; how TEI says them stands in :mod:`teiconv.formats.tei.header`.  What is not known is ``None``
or empty, and then absent from the TEI.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum

from teiconv.model.check import line

MARKED_ENCODINGS = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})
"""Encodings whose byte-order mark is known, by the names of Python's codecs."""

MOST_WHITE_SPACE = 1_000_000
"""Characters of white space before a text, or after it: a few words in a header could ask for any number."""


@dataclass(frozen=True, slots=True)
class Form:
    """What deviates in the bytes of the source from UTF-8 text with LF, without white space at its start or end.

    ``encoding`` is the name that Python's codecs give it; ``start`` and ``end`` are the white space before and
    after the text, with LF for the line end of the file.
    """

    encoding: str = "utf-8"
    byte_order_mark: bool = False
    line_end: str = "\n"
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A date: its wording, and the TEI attributes that give its value (``when``, ``from``, ``notBefore`` …)."""

    text: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def begin(self) -> str | None:
        """When it begins, as TEI writes dates, where it has a value."""
        return next((value for _, value in self.attributes if value[:4].isdecimal()), None)

    @property
    def year(self) -> int | None:
        """The year in which it begins, where it has a value."""
        years = [value[:4] for _, value in self.attributes if value[:4].isdecimal()]
        return int(years[0]) if years else None


class Level(StrEnum):
    """What a part of an archival identification names, in the words of the encoding."""

    RECORD_GROUP = "record-group"
    COLLECTION = "collection"
    SERIES = "series"
    SUBSERIES = "subseries"
    FILE = "file"
    FILE_NUMBER = "file-number"
    PART = "part"
    LOT = "lot"
    JOB = "job"
    ACCESSION = "accession"
    ENTRY = "entry"
    BOX = "box"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of an archival identification: ``Unit(Level.BOX, "792")``."""

    level: Level
    name: str


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the original lies: the units from the widest to the narrowest, in the order of the citation.

    ``institution`` is what the repository is a part of, where both are named (``Library of Congress``,
    ``Manuscript Division``).  A ``published`` source is a book, not a holding; then only ``citation`` is given.
    ``certainty`` is TEI's; ``None`` where the text says outright that this is the source.
    """

    citation: str
    institution: str | None = None
    repository: str | None = None
    units: tuple[Unit, ...] = ()
    published: bool = False
    certainty: str | None = None

    def named(self, level: Level) -> tuple[str, ...]:
        """Return the names of the units of that level."""
        return tuple(unit.name for unit in self.units if unit.level is level)


@dataclass(frozen=True, slots=True)
class Classification:
    """The marking of a document: its level (``Top Secret``), who may see it (``Nodis``), how fast it went (``Niact``).

    A document that is said to have none has the ``level`` ``No classification marking``; one that is not said to
    have any, but was handled (``Routine; RYBAT``), has no level.
    """

    level: str | None = None
    handling: tuple[str, ...] = ()
    precedence: tuple[str, ...] = ()


class AgentKind(StrEnum):
    """What an agent of correspondence is: the values are the elements that TEI has for them."""

    PERSON = "persName"
    ORGANISATION = "orgName"
    ROLE = "roleName"


@dataclass(frozen=True, slots=True)
class Agent:
    """One who sends, receives or takes part: a person, an organisation, or whoever held an office.

    ``ref`` points to a ``person`` or ``org`` (``#p_KH1``); ``role`` is a person's office as the text gives it;
    ``certainty`` is TEI's ``high``, ``medium`` or ``low``; ``resp`` points to the editor who decided so.
    """

    kind: AgentKind
    name: str
    ref: str | None = None
    role: str | None = None
    certainty: str | None = None
    resp: str | None = None


@dataclass(frozen=True, slots=True)
class Editor:
    """One who decided something about a document: the name, and the ``xml:id`` that ``@resp`` points to."""

    name: str
    id: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What the user says of the publication; none of it can be read in the text.

    ``series`` and ``volume`` are titles; ``identifier`` is that of the volume (``frus1969-76ve10``);
    ``licence`` is a URL or a sentence; ``date`` is as TEI writes dates.
    """

    series: str | None = None
    volume: str | None = None
    identifier: str | None = None
    publisher: str | None = None
    place: str | None = None
    date: str | None = None
    licence: str | None = None

    def __post_init__(self) -> None:
        """Check every value.

        Raises:
            OptionsError: one is no line of text.
        """
        for item in fields(self):
            line(item.name, getattr(self, item.name))


@dataclass(frozen=True, slots=True)
class Header:
    """All that goes into the ``teiHeader``, but for the :class:`Form` of the source.

    Attributes:
        title: the head without its number and its notes; ``number`` is that number.
        genre: ``memorandum``, ``telegram``, ``memorandum of conversation`` …
        archive: where the original lies; ``source`` points to the note or line that says so (``#d633fn1``).
        drafting: the sentences that say who drafted, cleared and approved, as they stand.
        created: when, and ``place`` where, the dateline says that it was written.
        sent: the senders; ``received`` the recipients, ``received_at`` the place where they were.
        participants: those present at a meeting or speaking in a conversation.
        authors: who wrote what was not sent to anybody (``Paper Prepared in …``).
        documents: where a file holds several, what each of them says of itself; ``title`` is then that of all.
        decided: the fields that an editor decided, each with a pointer to the editor.
        editors: those who decided something about the document, and ``edited``: the day on which they last did.
    """

    title: str = ""
    number: str | None = None
    genre: str | None = None
    archive: Archive | None = None
    source: str | None = None
    classification: Classification | None = None
    drafting: str | None = None
    created: Date | None = None
    place: str | None = None
    sent: tuple[Agent, ...] = ()
    received: tuple[Agent, ...] = ()
    received_at: str | None = None
    participants: tuple[Agent, ...] = ()
    authors: tuple[Agent, ...] = ()
    language: str = "en"
    documents: tuple[Header, ...] = ()
    publication: Publication = field(default_factory=Publication)
    decided: tuple[tuple[str, str], ...] = ()
    editors: tuple[Editor, ...] = ()
    edited: str | None = None

    def responsible(self, name: str, otherwise: str | None = None) -> str | None:
        """Return the pointer to the editor who decided the field ``name``, or ``otherwise``."""
        return next((editor for decided, editor in self.decided if decided == name), otherwise)
