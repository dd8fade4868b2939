"""Who holds the offices that a document means: an ``rs`` for each, and the person."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from teiconv.authority.compiled import Authority
from teiconv.authority.offices import Office, holders, offices_in, offices_in_title, station_of
from teiconv.authority.pocom import AUTHORITY as OFFICERS
from teiconv.grammar.offices import Use, offices
from teiconv.model import Span, element
from teiconv.names.people.names import words
from teiconv.names.people.person import Person
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import with_taken
from teiconv.regex import regex
from teiconv.remember import remembered

_YEAR = regex(r"\b(?:1[789]|20)\d\d\b")
_STOP = ". "
_END = regex(r"\. ")
_LABEL = regex(r"[A-Z][^:.]{0,40}:(?= )")
"""What stands before a speech: ``Ambassador Huang:``."""
_OF_OTHERS = regex(r"(?:The )?(?:Ambassador|Chairman|Chancellor|Foreign Minister|King|PM|Premier|Prime Minister|VM)\b")
"""The titles of speakers who are hardly officers of ours, if nobody knows them."""
_NAME_FOLLOWS = regex(r", (?:Mr\. |Mrs\. |Miss |Dr\. )?[A-Z]")
_CALLED_BESIDE = regex(
    r"(?: \(|,? )(?:(?:Mr|Mrs|Dr)\. |Miss )?(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?=[),.;]|$)"
)
_OWN = ("our ", "Our ")
_APPOSITION = regex(r",? (?:[A-Z][a-z]*\.? )?")
_COMMA = ", "
_BRACKET = " ("
_LAST = regex(r"\band (?:[A-Z][\w.]* ){0,3}$")
"""What stands before the last name of a series, and before its titles; what follows it is no further member."""
_NEAR = 40
_CAPITAL = regex(r"[A-Z][^\s,]*, $")
_WITH_ARTICLE = ("our ", "Our ", "the ", "The ")
_TITLES = frozenset((*(word.capitalize() for word in offices(Use.HOLDS)), "Amb"))
"""Some of these words every office has."""
_TITLE, _SIGNATURE = "head", "signed"
"""Blocks in which an office is a sender's or belongs to a name."""

Held = tuple[Span, tuple[Person, ...]]


def held_offices(
    authority: Authority, all_tokens: Sequence[Tokens], spans: Mapping[int, Sequence[Span]], date: str | None
) -> Mapping[int, Sequence[Held]]:
    """Return an ``rs`` for each office that stands for who holds it, by the number of its page, and who may."""
    reader = _Reader(authority, date)
    found: dict[int, Sequence[Held]] = {}
    for number, tokens in enumerate(all_tokens):
        if held := list(reader.read(tokens, spans.get(number, ()))):
            found[number] = held
    return found


class _Names:
    """The names of a page, by where they begin and end."""

    def __init__(self, tokens: Tokens, names: Sequence[Span]) -> None:
        self.run = with_taken(tokens.run, names)
        self.beginning = {name.start: name for name in names}
        self.ending = {name.end: name for name in names}

    def leave(self, office: Office) -> bool:
        """Tell whether no name and no other element stands where ``office`` does."""
        return not self.run.is_taken(office.start, office.end)


class _Reader:
    """Reads offices page by page.

    ``ours`` are those who were called ``our Ambassador to …``; ``station`` is the post at the mission of a despatch;
    ``elsewhere`` if the document has spoken of our ambassador at another.
    """

    def __init__(self, authority: Authority, date: str | None) -> None:
        self.authority, self.date = authority, date
        self.ours: dict[str, None] = {}
        self.station: tuple[str, ...] = ()
        self.elsewhere = False

    def read(self, tokens: Tokens, names: Sequence[Span]) -> Iterator[Held]:
        """Yield who holds the offices of a page."""
        if tokens.run.block == _TITLE:
            yield from self.in_title(tokens, _Names(tokens, names))
        elif tokens.run.block != _SIGNATURE and not _TITLES.isdisjoint(tokens.written):
            yield from self.held(tokens, _Names(tokens, names))

    def in_title(self, tokens: Tokens, names: _Names) -> Iterator[Held]:
        """Yield who holds an office that a title names alone, and remember the mission of which it speaks."""
        self.station = self.station or station_of(tokens.text)
        for office in offices_in_title(tokens.text):
            if names.leave(office) and not _named_beside(tokens, office, names):
                yield from self.of_register(tokens, office, office.posts)

    def held(self, tokens: Tokens, names: _Names) -> Iterator[Held]:
        for office in offices_in(tokens.text):
            if not names.leave(office) or self.is_of_others(tokens, office, names):
                continue
            if not (office.posts and self.is_of_another_time(tokens, office)):
                yield from self.of(tokens, office, names)

    def of(self, tokens: Tokens, office: Office, names: _Names) -> Iterator[Held]:
        """Yield who holds ``office``: who is named beside it, or whoever the register gives for the day."""
        self.elsewhere = self.elsewhere or (office.is_abroad and office.posts != self.station)
        beside = _named_beside(tokens, office, names)
        if beside and not self.is_one_of_several(tokens, office, beside):
            yield self.as_named(tokens, office, beside)
        elif beside or not _is_apposition(tokens, office):  # beside a name that is not known as one it is nobody else's
            yield from self.alone(tokens, office)

    def as_named(self, tokens: Tokens, office: Office, beside: Span) -> Held:
        """Return ``office`` with the one named ``beside`` it; of a forename alone the register tells whose it is."""
        pointers, persons = _pointers(beside), self.registered(office.posts)
        called = set(words(tokens.text[beside.start : beside.end]))
        if len(persons) == 1 and called <= set(words(persons[0].name.of("forename"))):
            return _as_held(office, persons, "medium", f"#{persons[0].id}")
        self.hear(tokens, office, pointers)
        return _as_held(office, (), None, *pointers)

    def registered(self, posts: tuple[str, ...]) -> tuple[Person, ...]:
        """Return those whom the register has in one of ``posts`` on the day of the document."""
        numbers = holders(self.authority, posts, self.date) if self.date else ()
        return tuple(self.authority.known(number).person for number in numbers)

    def alone(self, tokens: Tokens, office: Office) -> Iterator[Held]:
        """Yield who holds ``office``, beside which nobody is named."""
        if office.posts:
            yield from self.of_register(tokens, office, office.posts)
        elif self.ours:
            if len(self.ours) == 1 and tokens.text.startswith(_OWN, office.start):
                yield _as_held(office, (), "medium", *self.ours)
        elif not self.elsewhere and not self.is_of_another_time(tokens, office):
            yield from self.of_register(tokens, office, self.station)

    def is_one_of_several(self, tokens: Tokens, office: Office, beside: Span) -> bool:
        """Tell whether a comma parts ``office`` from another's name: ``the Secretary of State, Mr. Roe, and``."""
        if tokens.text.startswith(_BRACKET, office.end) or not tokens.text.startswith(_WITH_ARTICLE, office.start):
            return False
        if beside.end < office.start and _LAST.search(tokens.text, max(0, beside.start - _NEAR), beside.start):
            return False
        named = {self.authority.number_of(pointer.removeprefix("#")) for pointer in _pointers(beside)}
        known = holders(self.authority, office.posts, self.date) if self.date else ()
        return bool(known) and None not in named and named.isdisjoint(known)

    def of_register(self, tokens: Tokens, office: Office, posts: tuple[str, ...]) -> Iterator[Held]:
        """Yield who held one of ``posts`` on the day of the document."""
        persons = self.registered(posts)
        named = tuple(person for person in persons if _is_called_beside(tokens, office, person))
        persons = named if len(named) == 1 else persons
        pointers = [f"#{person.id}" for person in persons]
        self.hear(tokens, office, pointers)
        if persons:
            cert = None if named == persons else "medium" if len(persons) == 1 else "low"
            yield _as_held(office, persons, cert, *pointers)

    def hear(self, tokens: Tokens, office: Office, pointers: Sequence[str]) -> None:
        """Remember who is called ``our Ambassador to …``."""
        if len(pointers) == 1 and office.posts and tokens.text.startswith(("our", "Our"), office.start):
            self.ours[pointers[0]] = None

    def is_of_others(self, tokens: Tokens, office: Office, names: _Names) -> bool:
        """Tell whether *our* office is said in a speech by one who never was an officer of ours."""
        label = _LABEL.match(tokens.text)
        if not label or not tokens.text.startswith(_OWN, office.start):
            return False
        speaker = names.ending.get(label.end() - 1)
        if speaker is None:
            return bool(_OF_OTHERS.match(label[0]))
        return not any(map(self.is_officer, _pointers(speaker)))

    def is_officer(self, pointer: str) -> bool:
        """Tell whether the register of officers has the person that ``pointer`` leads to."""
        number = self.authority.number_of(pointer.removeprefix("#"))
        person = self.authority.known(number).person if number is not None else None
        return person is not None and any(known.authority == OFFICERS for known in person.identifiers)

    def is_of_another_time(self, tokens: Tokens, office: Office) -> bool:
        """Tell whether the sentence speaks of another year than that of the document."""
        if not self.date:
            return False
        stops, others = _stops_and_other_years(tokens.text, self.date[:4])
        start = stops[bisect_right(stops, max(-1, office.start - len(_STOP))) - 1]
        end = stops[bisect_left(stops, office.end)]
        return bisect_left(others, start) < bisect_left(others, end)


@remembered(1 << 3)  # each office of a page asks for the same
def _stops_and_other_years(text: str, year: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the sentences of ``text`` end, with its own begin and end, and where it speaks of another year."""
    stops = [-1, *(match.start() for match in _END.finditer(text)), len(text)]
    return stops, [match.start() for match in _YEAR.finditer(text) if match[0] != year]


def _is_apposition(tokens: Tokens, office: Office) -> bool:
    """Tell whether ``office`` stands beside a name: ``Jane Roe, U.S. Ambassador to``; ``our Ambassador, Mr. Roe``."""
    if not office.posts and _NAME_FOLLOWS.match(tokens.text, office.end):
        return True
    begins = tokens.text.startswith(_WITH_ARTICLE, office.start)
    return (
        not begins
        and tokens.text.endswith(_COMMA, 0, office.start)
        and bool(_CAPITAL.search(tokens.text, max(0, office.start - _NEAR), office.start))
    )


def _as_held(office: Office, persons: tuple[Person, ...], cert: str | None, *pointers: str) -> Held:
    rs = element("rs", type="person", ref=" ".join(pointers), cert=cert)
    return Span(office.start, office.end, rs), persons


def _is_called_beside(tokens: Tokens, office: Office, person: Person) -> bool:
    """Tell whether ``person``, whom a list does not have, is named behind ``office``: ``the Secretary (Roe)``."""
    match = _CALLED_BESIDE.match(tokens.text, office.end)
    called = words(match["name"]) if match else ()
    return bool(called) and any(
        called[-1:] == words(name.of("surname"))[-1:] and set(called) <= set(words(name.text)) for name in person.names
    )


def _named_beside(tokens: Tokens, office: Office, names: _Names) -> Span | None:
    """Return the name in apposition to ``office``."""
    match = _APPOSITION.match(tokens.text, office.end)
    ends = {office.end, match.end() if match else office.end}
    if tokens.text.startswith((_COMMA, _BRACKET), office.end):
        ends.add(office.end + len(_COMMA))
    before = office.start - len(_COMMA)
    found = [names.ending.get(before)] if tokens.text.startswith(_COMMA, before) else []
    found += [names.beginning.get(end) for end in sorted(ends)]
    return next((name for name in found if name and _pointers(name)), None)


def _pointers(name: Span) -> Sequence[str]:
    """Return whom a name leads to."""
    return (name.element.get("ref") or "").split()
