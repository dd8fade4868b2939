"""A list of persons made ready for reading: which words may be whose name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from teiconv.names.people.names import WORD, alike, fold, words
from teiconv.names.people.person import Person, PersonName, Remark, Unread, identified
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import (
    COMMON,
    FORENAMES,
    GIVEN_NAMES,
    MONTHS,
    NICKNAMES,
    PARTICLES,
    PLACES,
    SUFFIXES,
    TITLES,
)
from teiconv.names.token_cache import TokenCache
from teiconv.regex import regex
from teiconv.remember import remembered

CALLED_BY_LAST = frozenset(
    """bui dang dinh do doan duong hoang huynh le luong mai ngo nguyen pham phan phung thich ton tran trinh truong vo vu
    xuan""".split()
)
"""Family names that stand first in names whose last word is what people are called by (Nguyen Van Thieu)."""
_MIDDLE = frozenset({"thi", "van"})
"""Middle words by which such names are known whatever their first word is (Dueng ``Van`` Minh)."""

NO_NAMES = COMMON | PLACES | MONTHS
_SHEIKH = ("sheikh", "shaikh", "sheik")
_BEFORE_FORENAMES = (("sir",), _SHEIKH)
"""Titles that go with a forename alone, each in its spellings; the second is part of the name, as particles are."""
_STYLES = ("Lady ", "Princess ")
"""Titles that are part of a by-name: ``Roe, Ann (Lady Bess)``."""
_VIETNAMESE = 3
"""Words of most such names."""
_GIVEN = GIVEN_NAMES | NICKNAMES.keys()
"""By-names that spell no surname in another way: ``Marlow, Charles (Mac)``."""
_NEVER_MISSPELT = NO_NAMES | FORENAMES | TITLES
_REMEMBERED = 1 << 13
"""Words of which a list remembers what they may be misspelt for."""
LONG = 6
"""Names of at least so many letters are recognised when misspelt."""

_GLUED_PARTICLE = regex(r"(?:De|Di|Da|Du|La|Le|Van|Von|Mac)(?=[A-Z])")


class NameForm(NamedTuple):
    """One way to name a person: the words they are called by, and the forenames that may stand beside them.

    ``given_follows`` is true of names whose forenames come after (Chou En-lai); ``title`` is one without which
    the words are nobody's name (``Sir David``; ``*`` for any); ``links`` are particles that may stand before the
    called words.
    """

    person: int
    called: tuple[str, ...]
    given: tuple[str, ...] = ()
    given_follows: bool = False
    title: str = ""
    links: tuple[str, ...] = ()


class PersonList:
    """Persons in their order, and the index by which mentions of them are found; made once, used for many texts.

    ``unread`` are the entries of their lists that name nobody, ``wrong`` the ids and cells there that cannot be used.
    """

    def __init__(
        self, persons: Iterable[Person] = (), unread: Iterable[Unread] = (), wrong: Iterable[Remark] = ()
    ) -> None:
        self.persons = identified(persons)
        self.unread = tuple(unread)
        self.remarks: tuple[Remark, ...] = (*self.unread, *wrong)
        """What is to be told of the lists."""

        self._sieve = TokenCache(self._names_in)
        self._spelt_like: dict[str, tuple[NameForm, ...]] = {}
        self._described: frozenset[str] | None = None
        self._is_of_names: bool | None = None

    def __len__(self) -> int:
        return len(self.persons)

    def beginnings(self, tokens: Tokens) -> list[int]:
        """Return the words of ``tokens`` that may begin a form, or be misspelt for one, by their numbers."""
        names = self.names_in(tokens.run.notable) | {word for word in tokens.rejoined if self._begins_form(fold(word))}
        return [index for index, written in enumerate(tokens.written) if written in names] if names else []

    def names_in(self, notable: Set[str]) -> Set[str]:
        """Return the words in the ``notable`` stretches of a run that may begin a form, or be misspelt for one.

        Half of all runs have none, and need not be read.
        """
        return set(chain.from_iterable(self._sieve.sift(notable).values()))

    def _names_in(self, stretch: str) -> tuple[str, ...]:
        return tuple([word for word in WORD.findall(stretch) if word[0].isupper() and self._begins_form(fold(word))])

    def _begins_form(self, word: str) -> bool:
        return word in self.forms or (word[:2] in self._long and bool(self.spelt_like(word)))

    @property
    def is_of_names(self) -> bool:
        """Whether no entry says more than how somebody is called, as where a document itself names its people."""
        if self._is_of_names is None:
            self._is_of_names = not any(map(_says_more, self.persons))
        return self._is_of_names

    def describes(self, word: str) -> bool:
        """Tell whether a description of the list has ``word``: it may be part of an office."""
        if self._described is None:
            self._described = frozenset().union(*(_words_of(person.description) for person in self.persons))
        return word in self._described

    def spelt_like(self, word: str) -> tuple[NameForm, ...]:
        """Return the forms of one word of which ``word`` may be another spelling or a misspelling."""
        if word[:2] not in self._long or len(word) < LONG or word in _NEVER_MISSPELT or word[:-1] in _NEVER_MISSPELT:
            return ()
        if word not in self._spelt_like:
            if len(self._spelt_like) >= _REMEMBERED:
                self._spelt_like.clear()
            near = [name for name in self._long[word[:2]] if -2 < len(name) - len(word) < 2]
            close = [name for name in near if alike(word, name)]
            self._spelt_like[word] = tuple(
                form for name in close for form in self.forms[name] if form.called == (name,) and not form.title
            )
        return self._spelt_like[word]

    @cached_property
    def _long(self) -> dict[str, list[str]]:
        """The names of one long word by their first two letters."""
        found: dict[str, list[str]] = {}
        for name, forms in self.forms.items():
            if len(name) >= LONG and any(form.called == (name,) for form in forms):
                found.setdefault(name[:2], []).append(name)
        return found

    @cached_property
    def forms(self) -> dict[str, tuple[NameForm, ...]]:
        """The forms that begin with a folded word, the longest first.

        Of a further name with its surname first, there is only the whole.
        """
        found: dict[str, dict[NameForm, None]] = {}
        for number, person in enumerate(self.persons):
            for place, name in enumerate(person.names):
                for _, called, given, follows, title, links in forms_of(name):
                    whole = place and follows
                    own = (called + given, ()) if whole else (called, given)
                    found.setdefault(called[0], {})[NameForm(number, *own, follows, title, links)] = None
        return {word: tuple(sorted(forms, key=lambda form: -len(form.called))) for word, forms in found.items()}


@remembered(1 << 12)  # an authority's persons come again in document after document
def _words_of(description: str) -> Set[str]:
    return frozenset(words(description))


def _says_more(person: Person) -> bool:
    return bool(person.description or person.same_as or person.name.of("roleName"))


class FoundPeople(PersonList):
    """Those whom a document itself names: all its words have been read to find them, and are known."""

    def beginnings(self, tokens: Tokens) -> list[int]:
        """Return the words of ``tokens`` that may begin a form, or be misspelt for one, by their numbers."""
        words, forms, long = tokens.words, self.forms, self._long
        return [
            index
            for index in tokens.capitals
            if (word := words[index]) in forms or (word[:2] in long and self.spelt_like(word))
        ]


@remembered(1 << 12)  # an authority's persons come again in document after document
def forms_of(name: PersonName) -> tuple[NameForm, ...]:
    """Return the forms of ``name``, of which no number says yet whose they are."""
    return tuple(_forms_of(name, -1))


def _forms_of(name: PersonName, person: int) -> Iterator[NameForm]:
    given = words(name.of("forename"))
    if not name.of("surname"):
        yield from _without_comma(name, given, person)
        return
    follows = name.surname_first
    nicknames = tuple(_nicknames(name))
    titles = _titles_before_forename(name, given)
    own = titles if titles == _SHEIKH else ()
    for surname in _spellings(name):
        links = tuple(word for word in words(surname) if word in PARTICLES) + own
        for called in _called(surname):
            yield NameForm(person, called, given, follows, links=links)
            for nickname in nicknames:
                if len(nickname) == 1:
                    yield NameForm(person, called, nickname, links=links)
                else:
                    yield from (NameForm(person, nickname), NameForm(person, nickname + called))
    if titles:
        yield from (NameForm(person, given[:1], title=title, links=own) for title in titles)
    elif given and not follows and len(given[0]) > 4 and given[0] not in FORENAMES and given[0] not in NO_NAMES:
        yield NameForm(person, given[:1], title="*")


def _titles_before_forename(name: PersonName, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the title that goes with a forename alone, in its spellings: ``Sir David``, ``Shaikh Yusuf``.

    A list writes it before the forenames, or behind them (``Roe, Yusuf Sheikh``).
    """
    own = {*words(name.of("roleName")), *given[1:]} if given else set()
    return next((titles for titles in _BEFORE_FORENAMES if not own.isdisjoint(titles)), ())


def _spellings(name: PersonName) -> Iterator[str]:
    """Yield the surname with what links it, and by-names that are other spellings of it (``Chiao (Ch’iao)``)."""
    surname = name.of("surname")
    link = name.of("nameLink")
    yield f"{link} {surname}" if link else surname
    yield from (spelling for spelling in _by_names(name) if _is_spelling(spelling, surname))


def _nicknames(name: PersonName) -> Iterator[tuple[str, ...]]:
    """Yield the by-names that may stand for the forenames: ``Kermit (Kim)``, ``Ann (Lady Bess)``, ``(“Big Roe”)``."""
    surname = name.of("surname")
    for by_name in _by_names(name):
        nickname = words(by_name)
        is_one = len(nickname) == 1 and " " not in by_name and not _is_spelling(by_name, surname)
        if _is_styled(by_name):
            yield nickname
        elif (is_one or nickname[1:] == words(surname)) and by_name.istitle() and nickname[0] not in TITLES:
            yield nickname[:1]


def _is_styled(by_name: str) -> bool:
    """Tell whether ``by_name`` is a title and a forename: ``Lady Bess``."""
    return by_name.startswith(_STYLES) and by_name.istitle() and by_name.count(" ") == 1


def _by_names(name: PersonName) -> Iterator[str]:
    for part in name.parts:
        if part.kind == "addName":
            yield from part.text.strip('()“”" ,').split(", ")


def _is_spelling(by_name: str, surname: str) -> bool:
    """Tell whether ``by_name`` begins as ``surname`` does, and is one word, no nickname: another spelling of it."""
    return fold(by_name)[:2] == fold(surname)[:2] and " " not in by_name and fold(by_name) not in _GIVEN


def _called(surname: str) -> Iterator[tuple[str, ...]]:
    """Yield the words by which the bearer of ``surname`` is called: all of it, its start, what is behind particles.

    Of a double name that is what is behind the hyphen, if it is no title: the first half is another family's name.
    """
    pieces = [words(piece) for piece in surname.split()]
    pieces = [piece for piece in pieces if piece]
    pieces = [piece for piece in pieces if piece[0] not in SUFFIXES] or pieces
    if not pieces:
        return  # nothing but figures and signs
    yield _joined(pieces)
    for length in range(len(pieces) - 1, 0, -1):
        if pieces[length - 1][-1] not in PARTICLES and len(pieces[0][0]) > 1:
            yield _joined(pieces[:length])
    start = next((i for i, piece in enumerate(pieces) if piece[0] not in PARTICLES), 0)
    if start:
        yield _joined(pieces[start:])
        yield ("".join(_joined(pieces)),)
    glued = _GLUED_PARTICLE.match(surname)
    if glued:
        yield fold(glued[0]), *words(surname[glued.end() :])
    if len(pieces) == 1 and len(pieces[0]) == 2 and min(map(len, pieces[0])) > 3:
        yield from [(half,) for half in pieces[0] if half not in TITLES][-1:]


def _joined(pieces: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for piece in pieces for word in piece)


def _without_comma(name: PersonName, given: tuple[str, ...], person: int) -> Iterator[NameForm]:
    """Yield the forms of a name that a list gives as one (Thanat Khoman, Nguyen Van Thieu, Suharto)."""
    whole = given or words(" ".join(part.text for part in name.parts if part.kind == ""))
    if not whole:
        return
    yield NameForm(person, whole)
    if len(whole) > 1:
        if whole[0] in CALLED_BY_LAST or (len(whole) == _VIETNAMESE and whole[1] in _MIDDLE):
            yield NameForm(person, whole[-1:], whole[:-1])
        elif len(whole[0]) > 1:
            yield NameForm(person, whole[:1], whole[1:], given_follows=True)
