"""A list of persons in text → persons."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import TypeAlias

from teiconv.errors import Place, TeiconvError
from teiconv.names.lists.by_names import by_names
from teiconv.names.lists.entry_names import split_entry
from teiconv.names.lists.kinds import FEWEST, is_like_a_person
from teiconv.names.lists.offices import offices_of
from teiconv.names.lists.terms_text import looks_like_terms
from teiconv.names.lists.text import Line, lines_of, numbered_entries, paragraphs_beside
from teiconv.names.people.names import fold, words
from teiconv.names.people.person import Person, PersonName, Unread
from teiconv.names.people.vocabulary import COMMON, PARTICLES, PLACES, TITLES
from teiconv.regex import regex

_Entry: TypeAlias = tuple[Line, PersonName, str]

LONGEST = 120
"""Of how many characters a name is at most made."""

_SENTENCE = regex(r"\w+(?: \w+)* [a-z]+(?: \w+)* [a-z]+")
"""Several words in small letters: no name has them."""

_MOST_SMALL = 4
"""How many words in small letters that are no particles a name has at most, brackets aside."""
_IN_BRACKETS = regex(r"\([^()]*\)")
_SMALL = regex(r"\b[a-z]+\b")

_SEE = regex(r"\(?see (?:also )?(.+?)\)?\.?", re.I)


def persons_from_text(text: str, file: str = "<input>") -> Iterator[Person | Unread]:
    """Yield the persons of ``text``, a list as the site shows it, in its order; see :func:`gathered` for the rest.

    Raises:
        TeiconvError: it is no list of persons, but one of terms, or a paper.
    """
    found = [(line, *split_entry(line.text)) for line in numbered_entries(text)] or list(_unparted(text))
    found = list(dropwhile(lambda entry: not is_like_a_person(entry[1]), found)) if _introduced(found) else found
    _refuse_others([name for _, name, _ in found], text, file)
    for line, name, description in found:
        if words(name.text) and len(name.text) <= LONGEST and not _is_sentence(name.text):
            yield Person("", (name,), description)
        else:
            yield Unread(file, line.number, line.text)


def _introduced(found: Sequence[_Entry]) -> bool:
    """Tell whether a sentence about the list stands where its first entry should."""
    return bool(found) and found[0][0].text.endswith(".") and bool(_SENTENCE.match(found[0][1].text))


def _is_sentence(name: str) -> bool:
    """Tell whether ``name`` begins a sentence about the list: ``In this and in all other editorial matter``."""
    small = _SMALL.findall(_IN_BRACKETS.sub("", name))
    return sum(word not in PARTICLES for word in small) > _MOST_SMALL


def _refuse_others(names: Sequence[PersonName], text: str, file: str) -> None:
    people, paragraphs = sum(map(is_like_a_person, names)), paragraphs_beside(text)
    if not names or people >= FEWEST * (len(names) + paragraphs):
        return
    what = "a list of terms: give it as --terms" if not paragraphs and looks_like_terms(text) else "no list of persons"
    advice = "a list of persons has an entry to a line (“Kissinger, Henry A., …”)"
    raise TeiconvError(f"this looks like {what}; {advice}", Place(file, 1))


def _unparted(text: str) -> Iterator[_Entry]:
    """Yield the entries of a list that parts names from offices by nothing: ``Roe Jane M. Director of …``."""
    for line in lines_of(text):
        pieces = line.text.split()
        stop = next((at for at, piece in enumerate(pieces) if at > 1 and _begins_office(piece)), 0)
        if stop:
            name, rest = split_entry(" ".join(pieces[:stop]))
            yield line, name, f"{rest} {' '.join(pieces[stop:])}".strip()


def _begins_office(piece: str) -> bool:
    word = fold(piece.strip(".,"))
    return len(word) > 1 and (word in TITLES or word in COMMON or word in PLACES)


def gathered(persons: Sequence[Person]) -> Iterator[Person]:
    """Yield ``persons`` with their offices, their names in brackets, and their references to each other.

    An entry that refers to another under the same words (``U Thant, see Thant, U``) becomes a further name of that
    one; under other words (``Caramanlis, see Karamanlis``) it stays, and says whose it is.
    """
    entries = _Entries([words(person.name.text) for person in persons])
    meant = [entries.meant(number, person.description) for number, person in enumerate(persons)]
    owner = entries.of_same_words(meant)
    further: dict[int, list[PersonName]] = {}
    for number, one in owner.items():
        if one != number:
            further.setdefault(one, []).append(persons[number].name)
    known = {frozenset(words(name.text)) for person in persons for name in person.names}
    for number, person in enumerate(persons):
        if owner.get(number, number) != number:
            continue
        target = meant[number] if number not in owner else None
        bracketed = [name for name in by_names(person.name) if frozenset(words(name.text)) not in known]
        yield replace(
            person,
            names=(*person.names, *bracketed, *further.get(number, ())),
            offices=person.offices or offices_of(person.description),
            same_as=person.same_as or (persons[target].name.text if target is not None else ""),
        )


class _Entries:
    """The entries of a list, by the words with which their names begin, and by all words of each."""

    def __init__(self, names: Sequence[tuple[str, ...]]) -> None:
        self.own = [frozenset(name) for name in names]
        self.called: dict[Collection[str], list[int]] = {}
        for number, name in enumerate(names):
            self.called.setdefault(self.own[number], []).append(number)
            for end in range(1, len(name) + 1):
                self.called.setdefault(name[:end], []).append(number)

    def meant(self, number: int, description: str) -> int | None:
        """Return which entry that of this ``number`` refers to, if that is all its ``description`` does."""
        reference = _SEE.fullmatch(description)
        wanted = words(reference[1]) if reference else ()
        found = (self.called.get(key, ())[:2] for key in (wanted, frozenset(wanted)) if wanted)  # one may be itself
        return min((other for others in found for other in others if other != number), default=None)

    def of_same_words(self, meant: Sequence[int | None]) -> dict[int, int]:
        """Return whose further name each is that refers to another under the same words.

        It is the first that does not refer itself; or the first of all, if each refers to the next.
        """
        refers = [target is not None and self.own[target] == self.own[number] for number, target in enumerate(meant)]
        owner: dict[frozenset[str], int] = {}
        for number in sorted(range(len(refers)), key=refers.__getitem__):
            owner.setdefault(self.own[number], number)
        return {number: owner[self.own[number]] for number, does in enumerate(refers) if does}
