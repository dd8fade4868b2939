"""What a report says, as frozen records: the page shows them, JSON writes them down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from teiconv._version import __version__


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that was not converted, and why."""

    input: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A document, as the table of all has it: what it is, and how much in it wants a look.

    ``gaps`` are counted by kind; ``id`` is the ``xml:id``, ``output`` the path of its TEI; one that failed has none.
    """

    input: str
    output: str
    id: str = ""
    number: str = ""
    title: str = ""
    date: str = ""
    sender: str = ""
    recipient: str = ""
    notes: int = 0
    gaps: Mapping[str, int] = field(default_factory=dict)
    doubts: int = 0
    warnings: int = 0
    failed: bool = False


Within: TypeAlias = Sequence[int]
"""Where something is: the places in :attr:`Report.listed` of the documents behind a figure."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Links with one wording to one target that the machine was not sure of; ``first`` is a document with one."""

    kind: str
    text: str
    target: str
    cert: str
    count: int
    first: str
    within: Within = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Warned:
    """Warnings that differ in no more than their numbers (``…``); ``first`` is a document with one."""

    message: str
    count: int
    first: str
    within: Within = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A person whom the documents name and no list does; ``first`` is a document with one."""

    name: str
    count: int
    first: str
    within: Within = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person, with mentions in all documents, and the documents with any."""

    name: str
    mentions: int
    documents: int
    within: Within = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Slow:
    """A document that took long: seconds, and bytes of its text."""

    input: str
    seconds: float
    input_bytes: int


class Gone(NamedTuple):
    """A file whose text is no longer in the source, and the title of its document."""

    output: str
    title: str


class Told(NamedTuple):
    """What an editor should look at: the document, the line, the words, and the kind of check that says so."""

    input: str
    line: int
    message: str
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a batch came to.

    Attributes:
        name: what the batch is called; ``since`` and ``until``: when its first and last document were done (ISO 8601).
        documents: all of them; of these ``failed`` were not converted, and ``unchanged`` not again.
        seconds: the time that the work on them took, summed over all processes.
        sizes: documents by bytes of their text, ``times`` by the seconds they took: the upper bound of each class (one,
            two, four, eight times a power of sixteen; one, two, five times a power of ten) and the number in it.
        years: documents by year, ``months`` by month (``1969-01``) where that is known, ``gaps_by_year`` gaps by year
            and kind; documents without a date are ``undated``.
        failures: at most five hundred; ``failed`` counts them all.
        advice: what an editor should look at, by document, at most five thousand; ``advised`` counts it all.
        doubts, warnings: the five hundred most frequent; ``doubtful`` and ``problems`` count each occurrence.
        unlisted: persons whom no list names, the five hundred who are in most documents.
        gone: files whose texts are no longer in the source; ``files_gone`` lists at most five hundred.
        listed: the documents themselves, at most five thousand; ``within`` of a figure are places in it.
    """

    version: str = __version__
    name: str = ""
    since: str = ""
    until: str = ""
    documents: int = 0
    failed: int = 0
    unchanged: int = 0
    input_bytes: int = 0
    output_bytes: int = 0
    seconds: float = 0.0
    notes: int = 0
    links: int = 0
    problems: int = 0
    doubtful: int = 0
    undated: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    failures: Sequence[Failed] = ()
    sizes: Mapping[int, int] = field(default_factory=dict)
    times: Mapping[float, int] = field(default_factory=dict)
    slowest: Sequence[Slow] = ()
    gaps: Mapping[str, int] = field(default_factory=dict)
    gaps_by_year: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    persons: Sequence[Mentioned] = ()
    doubts: Sequence[Doubtful] = ()
    warnings: Sequence[Warned] = ()
    advised: int = 0
    advice: Sequence[Told] = ()
    unlisted: Sequence[Unlisted] = ()
    gone: int = 0
    files_gone: Sequence[Gone] = ()
    listed: Sequence[Listed] = ()
