"""Stretches of capitalised words that may be somebody's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from teiconv.names.people.another import is_of_father
from teiconv.names.people.beginnings import (
    FOREIGN_OFFICES,
    FORENAMES_AND_WORDS,
    LORDSHIPS,
    NO_NAMES,
    NO_TITLES,
    OF_LEADERS,
    SURNAMES,
    is_before_surname,
    is_behind_name_in_capitals,
    is_called,
    is_field_of_office,
    is_post,
    is_style,
    is_title_of_one_word,
    is_verb,
    with_particles,
)
from teiconv.names.people.bounds import ends_with_line, is_cut_short, is_given, is_name_behind_another
from teiconv.names.people.context import CO, is_of_saint, own_titles
from teiconv.names.people.features import FeatureReader
from teiconv.names.people.generations import honour_at, numeral_at
from teiconv.names.people.mere_words import is_nobody
from teiconv.names.people.opening_words import opens_sentence
from teiconv.names.people.surnames import surname_of
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import (
    COURTESY,
    FORENAMES,
    GIVEN_NAMES,
    PARTICLES,
    STATES,
    SUFFIXES,
    TITLES,
    WORDS_AND_NAMES,
)
from teiconv.regex import regex

_NOT_LAST = SUFFIXES | PARTICLES
_NEVER_FIRST = (
    frozenset(word for word in (NO_NAMES - TITLES) | (NO_TITLES - WORDS_AND_NAMES) if len(word) > 1)
    - FORENAMES_AND_WORDS
)
"""With what no name begins, unless a title before it, capitals or brackets say so: three in four capitalised words."""

_STYLES = TITLES & FORENAMES
_BEFORE_SURNAMES = FORENAMES | GIVEN_NAMES | PARTICLES
_HONOURS = frozenset({"hon", "honorable", "honourable"})
"""What makes a title of a word that may be a forename: ``Right Honorable Earl Rothwell``."""
_LEADS_ON = frozenset({"of", "for", "the"})

_LONGEST, _LONGEST_ACRONYM = 5, 4
"""How many words a name may have, and how many letters an acronym."""
_NUMERALS = frozenset("ivx")

_OF_LINES = frozenset({"item", "seg", "signed"})
"""Blocks of which no line goes on the one before: signatures, who is present or has a copy."""
_JOINT = regex(r"[ \n]|\.[ \n]?|-")
_GOES_ON = regex(r"@|\d+[^\W\d_]")
"""With what an address goes on behind a word, and a word that was misread: ``Roe@``, ``R0E``."""


class NameCandidate(NamedTuple):
    """What may be a name: its words as written, which of them are the surname, and the features of what is around it.

    ``called`` is the folded surname, ``given`` are the folded forenames, ``titles`` those before the name, and
    ``generation`` is what follows it (``jr``), or ``honour`` (``Khan``); ``is_double``: a hyphen joins two surnames.
    ``beside`` are forenames and generation of another of the surname, whom ``and`` joins to this one.
    """

    words: tuple[str, ...]
    surname: slice
    features: tuple[str, ...]
    called: tuple[str, ...]
    given: tuple[str, ...]
    is_double: bool = False
    titles: tuple[str, ...] = ()
    generation: str = ""
    honour: str = ""
    beside: tuple[tuple[str, ...], str] | None = None


def candidates(tokens: Tokens, opening: Set[str] = frozenset()) -> Iterator[NameCandidate]:
    """Yield what may be names in ``tokens``, in order; ``opening`` are words that begin sentences, and no names."""
    likely = [] if is_title_of_one_word(tokens) else _likely(tokens)
    if not likely:
        return
    sighter = _Sighter(tokens, opening)
    resume, last = 0, None
    for index in likely:
        if index >= resume and sighter.may_begin(index):
            stop = sighter.name_end(index)
            if found := sighter.candidate(with_particles(tokens, index), stop):
                yield _beside(found, last) if last and tokens.written[resume:index] == ["and"] else found
                last = found
            resume = max(index + 1, stop) + (tokens.words[stop : stop + 1] == [found.generation] if found else 0)


def _beside(found: NameCandidate, last: NameCandidate) -> NameCandidate:
    """Return ``found`` with the forenames of ``last``, before ``and``, if that is another of the surname."""
    is_another = found.called == last.called and found.given and last.given
    return found._replace(beside=(last.given, last.generation)) if is_another else found


def _likely(tokens: Tokens) -> Sequence[int]:
    """Return the words with capitals of which more than the word itself says whether a name begins with them."""
    if tokens.run.block in ("head", "signed"):
        return tokens.capitals
    words, written = tokens.words, tokens.written
    return [
        at
        for at in tokens.capitals
        if words[at] not in _NEVER_FIRST
        or words[at - 1] in COURTESY
        or written[at].isupper()
        or (words[at] in SURNAMES and words[at - 1] in OF_LEADERS)
    ]


class _Sighter:
    """Sights names on one page; ``loud`` if it is written in capitals and capitals say nothing."""

    def __init__(self, tokens: Tokens, opening: Set[str]) -> None:
        self.tokens, self.words, self.opening = tokens, tokens.words, opening
        self.signed = tokens.run.block == "signed"
        self.loud = tokens.loud
        self.features = FeatureReader(tokens, self.loud)

    def may_begin(self, index: int) -> bool:
        """Tell whether a name may begin with the word ``index``, which has a capital."""
        tokens, word = self.tokens, self.words[index]
        if self.is_of_office(index) or is_style(tokens, index) or is_of_saint(tokens, index) or is_verb(tokens, index):
            return False
        if is_of_father(tokens, index) and not self.follows_capital(index):
            return False  # Prince Sultan ibn Abd al-``Aziz``, but ``Ibn Saud``
        if word in NO_TITLES:
            followed = tokens.capital(index + 1) and tokens.gap(index + 1) == " "
            return word in WORDS_AND_NAMES and not followed and self.named_by_place(index)
        if tokens.letter(index):
            return tokens.initial(index) and self.plausible_initial(index)
        if not self.signed:
            if opens_sentence(tokens, index, self.opening) or is_called(tokens, index):
                return False
            if self.loud and word not in FORENAMES and not self.features.title(index):
                return False
            if tokens.upper(index) and not self.loud and not tokens.capital(index + 1):
                return bool(self.features.title(index))
        if self.signed and word in FORENAMES and tokens.capital(index + 1):
            return True  # whoever signs, though the word stands for something else as well: ``Bill Moss``
        if word in LORDSHIPS or word in FOREIGN_OFFICES or is_post(tokens, index):
            return False
        if word in GIVEN_NAMES and (self.shares_surname(index) or self.goes_with_surname(index)):
            return False
        if word not in NO_NAMES or self.features.bracketed(index):
            return True
        title = self.features.title(index)
        if title in COURTESY or (title in OF_LEADERS and word in SURNAMES):
            return True
        if word not in FORENAMES_AND_WORDS or (self.follows_capital(index) and not title):
            return False
        return is_before_surname(tokens, index)

    def follows_capital(self, index: int) -> bool:
        """Tell whether the word before the word ``index`` has a capital, and nothing stands between them."""
        return index > 0 and self.tokens.capital(index - 1) and self.tokens.gap(index) == " "

    def is_of_office(self, index: int) -> bool:
        """Tell whether the word ``index`` is part of an office, or a title though it may be a forename elsewhere.

        ``Postmaster-General``, ``Co-Chairmanship``, ``Clerk of Councils`` under a signature, ``Don Luis Ibarra``,
        ``Right Honorable Earl …``, ``AMOS POOLE, Collector``
        """
        words, tokens = self.words, self.tokens
        is_led_to = index > 0 and words[index - 1] in _LEADS_ON and tokens.gap(index) == " "
        if is_led_to and (self.signed or is_field_of_office(tokens, index)):
            return True
        is_joined = index + 1 < len(words) and tokens.gap(index + 1) == "-"
        if is_joined and (words[index] == CO or words[index + 1] in NO_TITLES):
            return not self.features.title(index)
        if words[index] not in _STYLES:
            return self.signed and is_behind_name_in_capitals(tokens, index)
        if index and words[index - 1] in _HONOURS:
            return True
        return words[index] == "don" and tokens.capital(index + 2) and words[index + 1] in FORENAMES

    def shares_surname(self, index: int) -> bool:
        """Tell whether the word ``index`` is a forename of which the surname comes later: ``Allen`` and John Roe."""
        tokens, after = self.tokens, index + 2
        if after + 1 >= len(self.words) or self.words[index + 1] != "and":
            return False
        return self.words[after] in GIVEN_NAMES and tokens.capital(after + 1) and tokens.gap(after + 1) == " "

    def goes_with_surname(self, index: int) -> bool:
        """Tell whether the word ``index`` begins forenames in brackets behind their surname: Roe (``John`` Edgar)."""
        tokens, at = self.tokens, index
        if tokens.run.block == "head" or tokens.gap(index) != " (" or not tokens.capital(index - 1):
            return False
        while at < len(self.words) and self.words[at] in GIVEN_NAMES:
            at += 1
        return tokens.gaps[at].startswith(")")

    def named_by_place(self, index: int) -> bool:
        """Tell whether the word ``index`` is a name by where it stands: after a title, or in the brackets of a head."""
        return bool(self.features.title(index)) or self.features.bracketed(index)

    def plausible_initial(self, index: int) -> bool:
        """Tell whether an initial begins a name, not a numbered paragraph, ``U.S.`` or ``D.C.``."""
        tokens, start = self.tokens, self.tokens.start(index)
        if index + 1 >= len(self.words) or (start and tokens.text[start - 1] in ".’'-&/"):
            return False
        if (self.words[index], self.words[index + 1]) in STATES:
            return False
        if tokens.begins_sentence(index) and not tokens.initial(index + 1):
            return tokens.run.block in ("signed", "item", "cell")
        return not self.loud or tokens.initial(index + 1)

    def name_end(self, index: int) -> int:
        """Return the index after the last word of the name that begins at ``index``."""
        stop = index + 1
        while stop < len(self.words) and stop - index < _LONGEST and self.goes_on(index, stop):
            stop += 1
        while stop > index and (self.words[stop - 1] in _NOT_LAST or self.tokens.is_cut_to_capital(stop - 1)):
            stop -= 1
        return stop

    def goes_on(self, first: int, at: int) -> bool:
        """Tell whether the word ``at`` goes on the name that began with the word ``first``."""
        tokens, gap, word = self.tokens, self.tokens.gaps[at], self.words[at]
        if gap != " " and (not _JOINT.fullmatch(gap) or (gap[0] == "." and not is_cut_short(tokens, first, at - 1))):
            return False
        if "\n" in gap and (tokens.run.block in _OF_LINES or tokens.names_anew(at) or tokens.gaps[at + 1][:1] == ":"):
            return False  # the next line of a form: ``Sent: Sunday``; the next who signs, or has a copy
        if "\n" in gap and ends_with_line(tokens, first, at):
            return False
        if gap == "-" and at == first + 1 and tokens.capital(at) and not self.is_double(first):
            return False  # two people: the Rogers-Jarring talks
        if not tokens.capital(at):
            is_particle = word in PARTICLES or tokens.is_particle_of_initial(at)
            after = at + (self.words[at + 1 : at + 2] != [] and self.words[at + 1] in PARTICLES)  # Max van ``der`` Roe
            return len(word) > 1 if gap == "-" else gap == " " and is_particle and tokens.capital(after + 1)
        if self.loud and not self.signed and gap != "-" and not is_given(tokens, at - 1):
            return False
        if tokens.letter(at):
            is_behind_particle = self.words[at - 1] in PARTICLES and not tokens.capital(at - 1)
            return tokens.initial(at) and not is_behind_particle  # Visite de ``M.`` Roe; but ``E. J.`` Roe
        if tokens.upper(at) and not (self.loud or tokens.upper(first)) and not self.is_surname_in_capitals(at):
            return False
        if is_name_behind_another(tokens, first, at):
            return True
        return word not in NO_NAMES and word not in NO_TITLES and word not in FOREIGN_OFFICES

    def is_double(self, first: int) -> bool:
        """Tell whether the word ``first`` is half of one name, the other behind a hyphen: ``General Dupont-Leroy``."""
        return self.signed or bool(self.features.title(first)) or self.words[first] in _BEFORE_SURNAMES

    def is_surname_in_capitals(self, at: int) -> bool:
        """Tell whether the word ``at`` is a surname that is typed so behind a forename: ``Fritz von HELSING``.

        The numeral of a pope is none.
        """
        before = self.words[at - 1]
        return (
            not _NUMERALS.issuperset(self.words[at])
            and len(self.words[at]) > _LONGEST_ACRONYM
            and (before in PARTICLES or before in FORENAMES)
        )

    def candidate(self, index: int, stop: int) -> NameCandidate | None:
        """Return what is sighted in the words ``index`` to ``stop``; an initial ends no name, and a thing is none."""
        if stop <= index or _GOES_ON.match(self.tokens.text, self.tokens.ends[stop - 1]):
            return None  # nothing, or a part of a word
        surname = surname_of(self.tokens, index, stop)
        folded = tuple(self.words[index:stop])
        if len(folded[surname.stop - 1]) < 2 or is_nobody(self.tokens, index, index + surname.start, stop):
            return None
        given = folded[: surname.start] + folded[surname.stop :]
        features = self.features.of(index, stop, surname)
        written = tuple(self.tokens.written[index:stop])
        is_joined = surname.stop - surname.start == 2 and self.tokens.gap(index + surname.start + 1) == "-"
        is_double = is_joined and written[surname.start][0].isupper()
        titles = own_titles(self.tokens, index)
        generation = self.generation(stop) or numeral_at(self.tokens.text, self.tokens.end(stop - 1), titles)
        honour = honour_at(self.tokens.text, self.tokens.end(stop - 1))
        return NameCandidate(written, surname, features, folded[surname], given, is_double, titles, generation, honour)

    def generation(self, stop: int) -> str:
        """Return the suffix behind the name that ends before ``stop``: ``Peter Roe``, ``III``."""
        is_suffix = stop < len(self.words) and self.words[stop] in SUFFIXES and self.tokens.gap(stop) in (" ", ", ")
        return self.words[stop] if is_suffix else ""
