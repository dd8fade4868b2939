"""The header as frozen records: what a document says of itself, what the user said of it, and its source's form.

A record holds facts only; how TEI says them stands in :mod:`teiconv.formats.tei.header`.  What is not known is ``None``
or empty, and then absent from the TEI.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum

from teiconv.model.archive import Archive as Archive
from teiconv.model.archive import Level as Level
from teiconv.model.archive import Unit as Unit
from teiconv.model.check import line, names_checked

MARKED_ENCODINGS = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})
"""Encodings whose byte-order mark is known, by the names of Python's codecs."""

MOST_WHITE_SPACE = 1_000_000
"""Characters of white space before a text, or after it: a few words in a header could ask for any number."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a text file: how its bytes deviate from UTF-8 with LF and without white space at its ends.

    Attributes:
        encoding: the name of the encoding in Python.
        byte_order_mark: whether the file begins with a byte-order mark.
        line_end: the line end of the file.
        start: the white space before the text, with LF for line ends.
        end: the white space after the text, with LF for line ends.

    >>> import teiconv
    >>> teiconv.read_text(b"Memorandum\\r\\n").form
    Form(encoding='utf-8', byte_order_mark=False, line_end='\\r\\n', start='', end='\\n')
    """

    encoding: str = "utf-8"
    byte_order_mark: bool = False
    line_end: str = "\n"
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A date: its words, and the TEI attributes that give its value (``when``, ``from``, ``notBefore`` …).

    >>> import teiconv
    >>> date = teiconv.Date("May 5, 1971", (("when", "1971-05-05"),))
    >>> date.begin, date.year
    ('1971-05-05', 1971)
    """

    text: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def begin(self) -> str | None:
        """The day on which it begins, as TEI writes dates; ``None`` if it has no value."""
        return next((value for _, value in self.attributes if value[:4].isdecimal()), None)

    @property
    def year(self) -> int | None:
        """The year in which it begins; ``None`` if it has no value."""
        years = [value[:4] for _, value in self.attributes if value[:4].isdecimal()]
        return int(years[0]) if years else None


@dataclass(frozen=True, slots=True)
class Classification:
    """The marking of a document.

    Attributes:
        level: ``Top Secret``, ``Secret`` …; ``No classification marking`` if the source note says so; ``None`` if the
            text says nothing of a level.
        handling: who may see the document (``Nodis``).
        precedence: how fast it was sent (``Niact``).

    >>> from pathlib import Path
    >>> import teiconv
    >>> teiconv.read_text(Path("memo.txt")).classification.level
    'Secret'
    """

    level: str | None = None
    handling: tuple[str, ...] = ()
    precedence: tuple[str, ...] = ()


class AgentKind(StrEnum):
    """The kind of a sender or recipient; the values are elements of TEI.

    >>> from pathlib import Path
    >>> import teiconv
    >>> teiconv.read_text(Path("memo.txt")).sender[0].kind is teiconv.AgentKind.PERSON
    True
    """

    PERSON = "persName"
    ORGANISATION = "orgName"
    ROLE = "roleName"


@dataclass(frozen=True, slots=True)
class Agent:
    """A sender, a recipient or a participant: a person, an organisation, or the holder of an office.

    Attributes:
        kind: person, organisation or office.
        name: the name, as the text gives it.
        ref: a pointer to the ``person`` or ``org`` (``#p_KH1``).
        role: the office of a person, as the text gives it.
        certainty: ``high``, ``medium`` or ``low``; ``None`` if the text says it outright.
        resp: a pointer to the editor who decided so; ``None`` if no editor did.

    >>> from pathlib import Path
    >>> import teiconv
    >>> recipient = teiconv.read_text(Path("memo.txt")).recipients[0]
    >>> recipient.name, recipient.role, recipient.ref
    ('Doe', 'President', '#p_DOE1')
    """

    kind: AgentKind
    name: str
    ref: str | None = None
    role: str | None = None
    certainty: str | None = None
    resp: str | None = None


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor who decided something about a document.

    Attributes:
        name: the name.
        id: the ``xml:id`` that ``@resp`` points to.

    >>> import teiconv
    >>> teiconv.Editor("Ada Editor", "ed_AE").name
    'Ada Editor'
    """

    name: str
    id: str


@names_checked
@dataclass(frozen=True, slots=True)
class Publication:
    """The facts about the publication that you give for the header. They are not in the text.

    Attributes:
        series: the title of the series.
        volume: the title of the volume.
        identifier: the identifier of the volume (``frus1969-76ve10``).
        publisher: the publisher of the volume.
        place: the place of publication.
        date: the date of publication, as TEI writes dates.
        licence: a URL, or a sentence.

    >>> import teiconv
    >>> ours = teiconv.Publication(publisher="Harbour Press", licence="https://creativecommons.org/licenses/by/4.0/")
    >>> b"<publisher>Harbour Press</publisher>" in teiconv.to_tei("Memorandum", publication=ours)
    True
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


CONVERSATION = "conversation"
"""``correspDesc/@type`` of a talk between two, which nobody sent."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the ``teiHeader`` says about a document.

    Attributes:
        title: the title without its number and its notes.
        number: the number in the title.
        genre: ``memorandum``, ``telegram``, ``memorandum of conversation`` …
        archive: the archive that holds the original.
        source: a pointer to the note or line that names the archive (``#d633fn1``).
        classification: the marking.
        drafting: the sentences that say who drafted, cleared and approved the document.
        created: the date of writing.
        place: the place of writing.
        sent: the senders.
        received: the recipients.
        received_at: the place where the recipients were.
        received_on: the day on which it came to them.
        participants: those who were present at a meeting, or who speak in a conversation.
        is_conversation: whether the document records a conversation between two; then ``sent`` has the one named
            first, and ``received`` the other, as in the titles of the series.
        authors: the authors of a paper that was not sent to anybody (``Paper Prepared in …``).
        language: the language of the text.
        documents: if a file holds several documents, the header of each; ``title`` is then the title of all.
        publication: the facts about the publication that you gave.
        decided: the fields that an editor decided, each with a pointer to the editor.
        editors: the editors who decided something about the document.
        edited: the day of their last decision.

    >>> from pathlib import Path
    >>> import teiconv
    >>> header = teiconv.read_text(Path("memo.txt")).header
    >>> header.number, header.genre, header.source
    ('12', 'memorandum', '#d12fn1')
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
    received_on: Date | None = None
    participants: tuple[Agent, ...] = ()
    is_conversation: bool = False
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
