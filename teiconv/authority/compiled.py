"""The compiled form of an authority: written once, mapped into memory, and read a person at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import takewhile
from math import log
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from teiconv.authority.entries import Entry, Remark, years_of
from teiconv.authority.served import Term, consistent, settled
from teiconv.authority.tables import open_tables, unspoilt, write_tables
from teiconv.names.people.index import NameForm, forms_of
from teiconv.names.people.names import words
from teiconv.names.people.offices import EMPTY
from teiconv.names.people.person import Identifier, NamePart, Person, PersonName, identified
from teiconv.names.people.vocabulary import PLACES
from teiconv.regex import regex
from teiconv.remember import remembered

_Key = TypeVar("_Key")
_Row = TypeVar("_Row")
_YEAR = regex(r"\b(?:1[789]|20)\d\d\b")
_MOST_WORDS = 60
"""How many of the words that tell a person from others are kept."""
_STEM = 4
"""How many letters of a place tell its country: ``Peru`` and ``Peruvian``."""
_LONGEST_NOTE = 200
"""How many characters of remarks a document gets to see."""
_REMEMBERED = 1 << 12
_EMPTY = EMPTY | {"america", "mr", "u", "s"}


class Known(NamedTuple):
    """What the authority knows of a person.

    Attributes:
        person: the entry as a list of persons would give it.
        born, died: years, 0 if unknown.
        spans: first and last years of the times at which the person is attested.
        volumes: numbers of the volumes in whose lists the person stands, and ``years`` those that they cover.
        words: what its remarks say (:func:`telling`), each with how much it tells persons apart; ``told`` are the
            words alone, ``total`` what all of them tell.
    """

    person: Person
    born: int
    died: int
    spans: tuple[tuple[int, int], ...]
    volumes: tuple[int, ...]
    years: tuple[tuple[int, int], ...]
    words: Mapping[str, float]
    told: Set[str]
    total: float


class Authority:
    """A compiled authority, open for reading; it is known by its file, so that other processes open it themselves."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self.header, tables = open_tables(self.path)
        with unspoilt(self.path):
            self._forms, self._persons, self._posts = tables["forms"], tables["persons"], tables["posts"]
            self._numbers = tables["numbers"]
            volumes = enumerate(self.header["volumes"])
            self._years = {number: (years[0], years[1]) for number, (_, *years) in volumes if years}
        self.forms = self._reader(self._read_forms)
        self.known = self._reader(self._read_known)
        self.called_by = self._reader(self._read_called_by)
        self.number_of = self._reader(self._read_number_of)
        self.posts = self._reader(self._read_posts)
        self.holders = self._reader(self._read_holders)

    def _reader(self, read: Callable[[_Key], _Row]) -> Callable[[_Key], _Row]:
        """Return what reads as ``read`` does, remembers it, and refuses a file that is spoilt there."""

        def sound(key: _Key) -> _Row:
            with unspoilt(self.path):
                return read(key)

        return remembered(_REMEMBERED)(sound)

    def __len__(self) -> int:
        return len(self._persons)

    def __reduce__(self) -> tuple[type[Authority], tuple[Path]]:
        return Authority, (self.path,)

    def _read_forms(self, word: str) -> tuple[NameForm, ...]:
        """Return the forms that begin with a folded word."""
        return tuple(
            NameForm(number, tuple(called), tuple(given), follows, title, tuple(links))
            for number, called, given, follows, title, links in self._forms.find(word) or ()
        )

    def _read_known(self, number: int) -> Known:
        """Return the person of that number."""
        identifier, names, note, idnos, born, died, spans, volumes, told = self._persons.row(number)
        person = Person(
            identifier,
            tuple([PersonName(tuple(map(NamePart._make, name))) for name in names]),
            note,
            identifiers=tuple(Identifier(*idno) for idno in idnos),
        )
        years = tuple(self._years[volume] for volume in volumes if volume in self._years)
        times = tuple(map(tuple, spans)), tuple(volumes), years
        return Known(person, born, died, *times, told, frozenset(told), sum(told.values()))

    def _read_called_by(self, form: NameForm) -> tuple[PersonName, ...]:
        """Return the names that have ``form`` of the person whose it is, or else the first name."""
        nobodys = form._replace(person=-1)
        names = self.known(form.person).person.names
        return tuple(name for name in names if nobodys in forms_of(name)) or names[:1]

    def _read_number_of(self, identifier: str) -> int | None:
        """Return the number of the person with that ``xml:id``."""
        number = self._numbers.find(identifier)
        return None if number is None else int(number)

    def _read_posts(self, begin: str) -> tuple[str, ...]:
        """Return what the posts are called that begin with ``begin``, in order."""
        numbers = range(bisect_left(self._posts, begin), len(self._posts))
        return tuple(takewhile(lambda post: post.startswith(begin), map(self._posts.__getitem__, numbers)))

    def _read_holders(self, post: str) -> tuple[Term, ...]:
        """Return who held the post called ``post``: number, start and end, in order of time."""
        return tuple((number, start, end) for number, start, end in self._posts.find(post) or ())


def telling(text: str) -> list[str]:
    """Return the folded words of ``text`` that say something, a place by its first letters."""
    said = [word for word in words(text) if len(word) > 2 and word not in _EMPTY]
    return [word[:_STEM] if word in PLACES else word for word in said]


def compile_entries(entries: Sequence[Entry]) -> bytes:
    """Return the compiled form of ``entries``; equal entries give equal bytes."""
    persons = identified(Person(_identifier(entry), entry.names) for entry in entries)
    volumes = sorted({volume for entry in entries for volume in entry.volumes})
    numbers = {volume: number for number, volume in enumerate(volumes)}
    weights = _weights(entries)
    rows = [_row(entry, person.id, numbers, weights) for entry, person in zip(entries, persons, strict=True)]
    header = {"volumes": [[volume, *(years_of(volume) or ())] for volume in volumes]}
    tables = {
        "forms": _form_rows(entries),
        "persons": rows,
        "posts": _post_rows(entries),
        "numbers": sorted((person.id, number) for number, person in enumerate(persons)),
    }
    return write_tables(header, tables)


def _identifier(entry: Entry) -> str:
    """Return the ``xml:id`` of a person: after what its own source calls it, where that names it."""
    return f"p_{entry.identifiers[0].value}" if entry.identifiers else ""


def _weights(entries: Sequence[Entry]) -> Mapping[str, float]:
    """Return how much each word of the remarks tells persons apart: the logarithm of how rare it is."""
    counts = Counter(word for entry in entries for word in set(_words_of(entry)))
    return {word: log(len(entries) / count) for word, count in counts.items()}


def _words_of(entry: Entry) -> Iterator[str]:
    for remark in entry.remarks:
        yield from telling(remark.text)
    for post in entry.posts:
        yield from telling(post.name)


def _row(entry: Entry, identifier: str, numbers: Mapping[str, int], weights: Mapping[str, float]) -> tuple[str, Any]:
    told = Counter(_words_of(entry))
    kept = sorted(told, key=lambda word: (-weights[word] * min(told[word], 3), word))[:_MOST_WORDS]
    row = (
        identifier,
        [[(part.kind, part.text) for part in name.parts] for name in entry.names],
        _note(entry.remarks),
        [(known.authority, known.value) for known in entry.identifiers],
        entry.born or 0,
        entry.died or 0,
        _spans(entry),
        sorted(numbers[volume] for volume in entry.volumes),
        {word: round(weights[word], 1) for word in sorted(kept)},
    )
    return "", row


def _note(remarks: Sequence[Remark]) -> str:
    """Return the remarks that most volumes have, as many as are soon read."""
    ranked = sorted(remarks, key=lambda remark: -len(remark.volumes))
    kept: list[str] = []
    for remark in ranked:
        if not kept or sum(map(len, kept)) + len(remark.text) <= _LONGEST_NOTE:
            kept.append(remark.text.rstrip(" .;"))
    return "; ".join(dict.fromkeys(kept))


def _spans(entry: Entry) -> list[tuple[int, int]]:
    """Return the years of volumes, posts and remarks, joined where they touch."""
    years = [span for span in map(years_of, entry.volumes) if span]
    terms = [(post.start or post.first, post.end or post.last) for post in entry.posts]
    years += [(int(start[:4]), int((end or start)[:4])) for start, end in terms if start]
    years += [(int(year), int(year)) for remark in entry.remarks for year in _YEAR.findall(remark.text)]
    spans: list[tuple[int, int]] = []
    for first, last in sorted(years):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans


def _form_rows(entries: Sequence[Entry]) -> list[tuple[str, list[NameForm]]]:
    found: dict[str, dict[NameForm, None]] = {}
    preferred = Counter(frozenset(words(entry.names[0].text)) for entry in entries)
    for number, entry in enumerate(entries):
        for name in entry.names:
            if _is_anothers(name, entry.names[0], preferred):
                continue
            for form in forms_of(name):
                found.setdefault(form.called[0], {})[form._replace(person=number)] = None
    return sorted((word, list(forms)) for word, forms in found.items())


def _is_anothers(name: PersonName, own: PersonName, preferred: Mapping[frozenset[str], int]) -> bool:
    """Tell whether a further name is what another is listed under: ``Ngo Dinh Nhu`` with the entry of his wife."""
    called, listed = frozenset(words(name.text)), frozenset(words(own.text))
    return called in preferred and not (called <= listed or listed <= called)


def _post_rows(entries: Iterable[Entry]) -> list[tuple[str, list[Term]]]:
    held: dict[str, dict[Term, bool]] = {}
    for number, entry in enumerate(entries):
        for post in settled(entry.posts):
            if post.start or post.end:
                terms = held.setdefault(post.name, {})
                term = (number, post.start or "", post.end)
                terms[term] = terms.get(term, False) or post.dated
    return sorted((name, sorted(consistent(terms), key=lambda term: term[1])) for name, terms in held.items())
