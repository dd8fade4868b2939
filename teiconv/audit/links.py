"""The links of persons in an encoding that others made, compared with the list that they lead to.

The mentions of the listed are found anew in the text without its tags, as in any text; what is certain there and
differs from the tagging is told.  Nothing is said of a link that the text leaves open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import TypeAlias

from teiconv.audit.untagged import Tagged, tagged_in, without_names
from teiconv.model import OBJECT, Element, descendants
from teiconv.names.people.annotator import linked_by
from teiconv.names.people.index import PersonList
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.resolve import PersonLink
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import runs
from teiconv.regex import regex

_CONTEXT = 50
"""How many characters before and after a mention a finding shows."""


_INITIALS = regex(r"(?:Ma?c)?[A-Z]{1,4}")
"""A name of initials: ``HAK``, ``McGB``."""

_IN_FILE = regex(r"[A-Z]{2}[/–-]$")
"""What stands before a name in the designation of a file (``POL 7 US/KENNEDY``), which editors hardly tag."""


class Kind(StrEnum):
    """What is found: the values are what the table says."""

    NOBODY = "pointer to nobody"
    ANOTHER = "another person"
    OTHER_NAME = "not a name of this person"
    ANOTHER_HOLDER = "another person held the office on that day"
    UNTAGGED = "not tagged here, but elsewhere in the document"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: where, what, the words, to whom they are linked, whom they seem to mean, the context."""

    document: str
    kind: Kind
    mention: str
    linked: str = ""
    instead: str = ""
    context: str = ""

    @property
    def row(self) -> tuple[str, ...]:
        """The finding as a row of a table."""
        return tuple(map(str, astuple(self)))


Holders: TypeAlias = Callable[[str, str], Iterable[tuple[int, Person]]]
_BRACKET, _COMMA = " (", ", "
"""What stands between an office and the name of its holder."""
_ENDS = ("", *",.;:)", OBJECT)
"""What goes on behind a name in apposition; in ``…, and the Director, Roe said`` the office ends a series."""

COLUMNS = ("document", "finding", "mention", "linked", "instead", "context")


class Auditor:
    """Knows the list of a volume; ``listed`` are all its entries, also those that only refer to another.

    ``holders`` tells of a text and a date where the offices in it end, and who held each on that day.
    """

    def __init__(self, listed: Iterable[Person], people: PersonList, holders: Holders | None = None) -> None:
        self.people, self.holders = people, holders
        self.by_id = {person.id: person for person in (*listed, *people.persons)}
        self.entries = [self.by_id[person.id] for person in people.persons]

    def findings(self, document: str, body: Element) -> Iterator[Finding]:
        """Yield what is to be looked at in a document, in its order."""
        all_tokens = [Tokens(run) for run in runs(without_names(body))]
        when = _date(body)
        tagged = tagged_in(body)
        _, linked = linked_by(all_tokens, self.people, when)
        named = {self.name_of(each.pointer) for marks in tagged for each in marks if each.pointer in self.by_id}
        for tokens, marks, links in zip(all_tokens, tagged, linked, strict=True):
            yield from self.of_tagged(document, tokens, marks, links)
            yield from self.of_untagged(document, tokens, marks, links, named)
            if self.holders and when:
                yield from self.of_offices(document, tokens, marks, when)

    def of_tagged(
        self, document: str, tokens: Tokens, marks: Sequence[Tagged], links: Sequence[PersonLink]
    ) -> Iterator[Finding]:
        """Yield what is wrong with the names that are tagged."""
        for mark in marks:
            if mark.pointer and mark.pointer not in self.by_id:
                yield _finding(document, Kind.NOBODY, tokens, mark.start, mark.end, mark.pointer)
            elif mark.pointer:
                yield from self.of_link(document, tokens, mark, links)

    def of_link(self, document: str, tokens: Tokens, mark: Tagged, links: Sequence[PersonLink]) -> Iterator[Finding]:
        """Yield what the text says against the link of ``mark``: it means another, or names nobody so."""
        name = self.name_of(mark.pointer)
        own = [link for link in links if link.start < mark.end and mark.start < link.end]
        sure = [link for link in own if link.cert is None and len(link.persons) == 1]
        is_other = bool(sure) and sure[0].end == mark.end and not self.is_one(mark.pointer, sure[0].persons[0])
        if len(own) == 1 and is_other and not self.is_called(mark.pointer, tokens.text[mark.start : mark.end]):
            instead = self.people.persons[sure[0].persons[0]].name.text
            yield _finding(document, Kind.ANOTHER, tokens, mark.start, mark.end, name, instead)
        elif not own and not self.has_word(mark.pointer, tokens.text[mark.start : mark.end]):
            yield _finding(document, Kind.OTHER_NAME, tokens, mark.start, mark.end, name)

    def of_untagged(
        self, document: str, tokens: Tokens, marks: Sequence[Tagged], links: Sequence[PersonLink], named: Set[str]
    ) -> Iterator[Finding]:
        """Yield who is named without a tag, though the document has one elsewhere."""
        for link in links:
            is_free = not any(mark.start < link.end and link.start < mark.end for mark in marks)
            if is_free and not _is_in_file(tokens.text, link) and link.cert is None and len(link.persons) == 1:
                name = self.people.persons[link.persons[0]].name.text
                if name in named:
                    yield _finding(document, Kind.UNTAGGED, tokens, link.start, link.end, "", name)

    def of_offices(self, document: str, tokens: Tokens, marks: Sequence[Tagged], when: str) -> Iterator[Finding]:
        """Yield the names behind an office that somebody else held on that day."""
        assert self.holders is not None
        for end, holder in self.holders(tokens.text, when):
            for mark in marks:
                beside = mark.pointer in self.by_id and _is_beside(tokens.text, end, mark)
                if beside and not set(words(self.name_of(mark.pointer))) & set(words(holder.name.of("surname"))):
                    name = self.name_of(mark.pointer)
                    yield _finding(document, Kind.ANOTHER_HOLDER, tokens, mark.start, mark.end, name, holder.name.text)

    def name_of(self, pointer: str) -> str:
        """Return the name of the entry to which ``pointer`` leads, or of that to which this one refers."""
        person = self.by_id[pointer]
        return person.same_as or person.name.text

    def is_one(self, pointer: str, number: int) -> bool:
        """Tell whether the entry of ``pointer`` and the person of that number are one."""
        person = self.people.persons[number]
        return (
            pointer == person.id
            or bool({frozenset(words(self.name_of(pointer)))} & {frozenset(words(name.text)) for name in person.names})
            or (person.same_as != "" and person.same_as == self.name_of(pointer))
        )

    def is_called(self, pointer: str, mention: str) -> bool:
        """Tell whether ``mention`` is a name of several words, all of them of the entry of ``pointer``."""
        said = words(mention)
        return len(said) > 1 and set(said) <= {word for name in self.by_id[pointer].names for word in words(name.text)}

    def has_word(self, pointer: str, mention: str) -> bool:
        """Tell whether ``mention`` has a word of the entry of ``pointer``, be it of its name or of its description."""
        person = self.by_id[pointer]
        known = {word for name in person.names for word in words(name.text)} | set(words(person.description))
        said = words(mention)
        if _INITIALS.fullmatch(mention):
            return True
        return not said or any(word in known or any(one.startswith(word[:4]) for one in known) for word in said)


def _is_beside(text: str, end: int, mark: Tagged) -> bool:
    """Tell whether the name of ``mark`` is that of who holds the office before it, and set off."""
    gap = text[end : mark.start]
    return gap == _BRACKET or (gap == _COMMA and text[mark.end : mark.end + 1] in _ENDS)


def _is_in_file(text: str, link: PersonLink) -> bool:
    """Tell whether the name is in the designation of a file."""
    return text[link.start : link.end].isupper() and _IN_FILE.search(text, 0, link.start) is not None


def _finding(
    document: str, kind: Kind, tokens: Tokens, start: int, end: int, linked: str = "", instead: str = ""
) -> Finding:
    before, after = tokens.text[max(0, start - _CONTEXT) : start], tokens.text[end : end + _CONTEXT]
    mention = " ".join(tokens.text[start:end].split())
    context = " ".join(f"{before}[{mention}]{after}".replace(OBJECT, " ").split())
    return Finding(document, kind, mention, linked, instead, context)


def _date(body: Element) -> str | None:
    """Return the day of the document, as its dateline says."""
    lines = (node for node in descendants(body) if node.name == "dateline")
    dates = (node for line in lines for node in descendants(line) if node.name == "date")
    return next((when for date in dates if (when := date.get("when"))), None)


def counted(findings: Iterable[Finding]) -> Mapping[Kind, int]:
    """Return how many findings there are of each kind."""
    counts = dict.fromkeys(Kind, 0)
    for finding in findings:
        counts[finding.kind] += 1
    return counts
