"""The mentions of listed persons in a run: every place where the words of a form stand as a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from teiconv.names.people import another, context
from teiconv.names.people.fitting import fitting, is_hers_in_doubt, is_never_called_so, may_be_wife
from teiconv.names.people.forenames import fits, is_given
from teiconv.names.people.generations import honour_at, is_of_another_ruler, suffix_at
from teiconv.names.people.index import NameForm, PersonList
from teiconv.names.people.mere_words import is_firm_or_ship, is_mere_word, names_several
from teiconv.names.people.names import alike, is_short_for
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import GIVEN_NAMES, PARTICLES, SHORTENED_FORENAMES, STATES, TITLES
from teiconv.regex import regex


class Mention(NamedTuple):
    """A place where somebody is named: whom it may mean, and what speaks for it.

    ``full`` if forenames say who it is; ``weak`` if the words may be no name at all; ``misspelt`` if no name of the
    list is spelt so.  ``titles`` stand before it, ``word`` is the first of the words that the person is called by;
    ``unlike`` if what stands beside it speaks against the entry: what may be a forename that the list does not
    have, a generation, the title of somebody else.  ``several`` of the name are meant: the ``Roe`` brothers.
    """

    start: int
    end: int
    persons: tuple[int, ...]
    full: bool = False
    weak: bool = False
    misspelt: bool = False
    titles: tuple[str, ...] = ()
    word: str = ""
    unlike: bool = False
    several: bool = False


_BETWEEN = regex(r"[ \n]+|\.[ \n]*|-")
"""What may stand between two words of a name."""

_BLANKS = (" ", "\n")
_JOINTS = (" ", "\n", "-")
"""What begins the gap between a surname and the forenames behind it."""

_ANY = "*"


def mentions(tokens: Tokens, people: PersonList, beginnings: Sequence[int]) -> Iterator[Mention]:
    """Yield the mentions of ``people`` in ``tokens``, in order and without overlap.

    ``beginnings`` are the words of it that may begin one (:meth:`.PersonList.beginnings`).
    """
    reader = _Reader(tokens, people)
    resume = 0
    for index in beginnings:
        if index < resume:
            continue
        word = tokens.words[index]
        forms = people.forms.get(word)
        mention, resume = reader.at(index, forms or people.spelt_like(word), forms is None)
        if mention:
            reader.last = mention.end
            yield mention


class _Reader:
    """Reads mentions on one page; ``last`` is where the one before ended."""

    def __init__(self, tokens: Tokens, people: PersonList) -> None:
        self.tokens, self.people, self.last = tokens, people, 0

    def at(self, index: int, forms: Sequence[NameForm], misspelt: bool) -> tuple[Mention | None, int]:
        """Return the mention whose called words begin at ``index``, or None, and the index to go on from."""
        if misspelt:
            return self.extended(index, index + 1, forms, misspelt)
        fitting = [form for form in forms if len(form.called) == 1 or self.follow(index, form.called)]
        if not fitting:
            return None, index + 1
        longest = len(fitting[0].called)
        fitting = [form for form in fitting if len(form.called) == longest]
        return self.extended(index, index + longest, fitting)

    def follow(self, index: int, called: tuple[str, ...]) -> bool:
        """Tell whether the words ``called`` stand from ``index`` on; the first is known to."""
        tokens = self.tokens
        if index + len(called) > len(tokens.written):
            return False
        return all(tokens.words[index + i] == called[i] and self.joined(index + i) for i in range(1, len(called)))

    def joined(self, index: int) -> bool:
        """Tell whether the word ``index`` may be of one name with the word before: a full stop ends a sentence.

        It does not after an initial or an abbreviation (``Wm.``).
        """
        gap, before = self.tokens.gaps[index], self.tokens.words[index - 1]
        if "." in gap and len(before) > 2 and before not in SHORTENED_FORENAMES:
            return self.tokens.is_particle_of_initial(index - 1)
        return _BETWEEN.fullmatch(gap) is not None and not self.tokens.names_anew(index)

    def extended(
        self, first: int, stop: int, forms: Sequence[NameForm], misspelt: bool = False
    ) -> tuple[Mention | None, int]:
        """Take in the forenames around the called words ``first`` to ``stop``; no mention if they are another's."""
        if named := self.with_given_after(stop, forms):
            called, after = named
            return self.mention(first, after, first, called, True, misspelt), after
        if another.is_half(self.tokens, first, self.people) and not self.is_peer(first, forms):
            return None, stop
        forms = self.titled(first, forms)
        if not forms or context.goes_on(self.tokens, first, stop, forms) or context.is_thing(self.tokens, first):
            return None, stop
        if context.is_saint(self.tokens, first) and not any("st" in form.links for form in forms):
            return None, stop
        if another.is_forename_of_listed(self.tokens, first, stop, self.people):
            return None, stop
        begin = context.after_courtesy(self.tokens, self.given_before(first, forms), first, forms)
        kept = forms
        if begin < first:
            kept = self.closest(begin, first, [form for form in forms if self.fits(begin, first, form)])
            if not kept and context.is_no_initial(self.tokens, begin, first):
                begin, kept = first, forms
            if another.is_of_father(self.tokens, begin) or another.begins_with_father(self.tokens, begin):
                return None, stop
            if kept and another.is_longer(self.tokens, (begin, first, stop), kept, self.people, self.last):
                return None, stop
        elif another.is_of_another_family(self.tokens, first, forms) or self.is_middle(first, stop, forms):
            return None, stop
        if not kept:
            return None, first + 1  # the last word of two surnames may be somebody else's
        return self.mention(begin, stop, first, kept, begin < first, misspelt), stop

    def fits(self, begin: int, first: int, form: NameForm) -> bool:
        """Tell whether the words from ``begin`` on may be the forenames of ``form``; ``WE`` may be two initials."""
        tokens = self.tokens
        given = [word for word in tokens.words[begin:first] if word not in form.links]
        if fits(given, form):
            return True
        return len(given) == 1 and len(given[0]) == 2 and tokens.upper(begin) and fits(list(given[0]), form)

    def closest(self, begin: int, first: int, forms: Sequence[NameForm]) -> Sequence[NameForm]:
        """Return those of ``forms`` whose forenames are the words from ``begin`` on, letter by letter, or else all."""
        if len(forms) < 2:
            return forms
        given = self.tokens.words[begin:first]
        return [form for form in forms if is_given(given, form)] or forms

    def is_somebody_else(
        self, first: int, forms: Sequence[NameForm], persons: Sequence[int], titles: Sequence[str]
    ) -> bool:
        """Tell whether another may be meant: by a forename before ``first``, as a wife, or as who holds an office."""
        people = self.people.persons
        is_in_doubt = (
            may_be_wife(persons, people, titles)
            or is_hers_in_doubt(persons, people, titles)
            or is_never_called_so(persons, people, titles)
            or another.is_told_from(self.tokens, first)
        )
        return is_in_doubt or self.has_another_forename(first, forms)

    def has_another_forename(self, first: int, forms: Sequence[NameForm]) -> bool:
        """Tell whether a forename that none of ``forms`` has stands before ``first``, or a nickname, or an office."""
        word = self.tokens.words[first - 1]
        may_be = word in self.people.forms or not self.people.describes(word)
        return may_be and another.is_after_a_forename(self.tokens, first, self.last, forms)

    def is_middle(self, first: int, stop: int, forms: Sequence[NameForm]) -> bool:
        """Tell whether the word ``first`` stands between another's forename and a surname: Julia ``Mora`` Roe."""
        return another.is_before_surname(self.tokens, stop, self.people) and self.has_another_forename(first, forms)

    def titled(self, first: int, forms: Sequence[NameForm]) -> Sequence[NameForm]:
        """Return those of ``forms`` whose title stands before ``first`` (``Sir David``), or else those without one."""
        if not any(form.title for form in forms):
            return forms
        titles = self.tokens.titles_before(first)
        own = [form for form in forms if form.title and form.title in titles]
        return own or [form for form in forms if not form.title] or [form for form in forms if form.title == _ANY]

    def mention(
        self, begin: int, stop: int, first: int, forms: Sequence[NameForm], full: bool, misspelt: bool
    ) -> Mention | None:
        tokens = self.tokens
        end, start = tokens.end(stop - 1), self.with_particle(begin, forms)
        if honour := honour_at(tokens.text, end):
            end += 1 + len(honour)
        if not full:
            forms = another.for_bare_surname(tokens, first, forms, self.people)
        numbers = tuple(dict.fromkeys([form.person for form in forms]))
        suffix = suffix_at(tokens.text, end, [self.people.persons[number] for number in numbers], full)
        titles = tokens.titles_before(begin)
        if start < self.last or (misspelt and not full and not titles):
            return None
        if not suffix and is_of_another_ruler(tokens.text, end, titles):
            return None
        end = suffix.end() if suffix else end
        generation = suffix["generation"].lower() if suffix else None
        own = context.but_for_couples(tokens, begin, titles)
        persons, doubtful = fitting(numbers, self.people.persons, own, generation)
        is_bare = not full and not titles and tokens.run.block != "signed"
        if not persons or (is_bare and is_mere_word(tokens, first, stop)):
            return None
        if not titles and is_firm_or_ship(tokens, begin, first, stop):
            return None
        weak = is_bare and (all(form.title for form in forms) or context.may_be_a_word(tokens, first, stop))
        several = not full and names_several(tokens, stop)
        is_another = not full and (
            another.is_beside_surname(tokens, first, stop, self.people)
            or self.is_somebody_else(first, forms, persons, own)
        )
        unlike = doubtful or several or is_another
        return Mention(start, end, persons, full, weak, misspelt, titles, tokens.words[first], unlike, several)

    def with_given_after(self, stop: int, forms: Sequence[NameForm]) -> tuple[list[NameForm], int] | None:
        """Return those of ``forms`` whose forenames follow ``stop``, as the first does, and where these end."""
        tokens = self.tokens
        if stop >= len(tokens.written) or tokens.gaps[stop][0] not in _JOINTS:
            return None
        word, called, end = tokens.words[stop], list[NameForm](), stop
        for form in forms:
            if form.given and len(form.given[0]) > 1 and (form.given_follows or form.given[0] == word):
                after = self.given_after(stop, form)
                end = end if called else after
                if after == end > stop:
                    called.append(form)
        return (called, end) if called else None

    def given_after(self, stop: int, form: NameForm) -> int:
        """Return the index where the forenames of ``form`` that follow ``stop`` end; ``stop`` if they do not."""
        tokens = self.tokens
        if not form.given_follows:
            return stop + (tokens.words[stop] == form.given[0] and tokens.gap(stop) == " ")
        wanted, got = "".join(form.given), ""
        for index in range(stop, min(stop + len(form.given) + 1, len(tokens.written))):
            gap = tokens.gap(index)
            if not _BETWEEN.fullmatch(gap) or "." in gap:
                break
            got += tokens.words[index]
            if alike(got, wanted):
                return index + 1
        return stop

    def given_before(self, first: int, forms: Sequence[NameForm]) -> int:
        """Return the index of the first of the forenames and initials that stand before ``first`` and its particle."""
        tokens, behind = self.tokens, first - self.particles_before(first, forms)
        begin = behind
        while begin > 0 and tokens.starts[begin - 1] >= self.last:
            gap = tokens.gaps[begin]
            is_joined = gap == " " or self.joined(begin)
            if not is_joined or (gap == "-" and begin == first and not self.is_peer(first, forms)):
                break
            if not self.forename_like(begin - 1, gap, forms):
                break
            begin -= 1
        return begin if begin < behind else first

    def is_peer(self, first: int, forms: Sequence[NameForm]) -> bool:
        """Tell whether a hyphen joins forename and surname after ``Lord``, as one name: Lord George-``Roe``."""
        before = first - 1
        is_own = any(self.tokens.words[before] in form.given for form in forms)
        return is_own and "lord" in self.tokens.titles_before(before)

    def forename_like(self, index: int, gap: str, forms: Sequence[NameForm]) -> bool:
        """Tell whether the word ``index`` may be a forename or initial of whoever is named after ``gap``."""
        tokens, word = self.tokens, self.tokens.words[index]
        if not tokens.capital(index):
            return (word in PARTICLES or tokens.is_particle_of_initial(index)) and any(
                word in form.given for form in forms
            )
        if len(word) > 2 and word in TITLES:
            return any(word in form.given for form in forms)
        if tokens.letter(index):
            is_state = index > 0 and (tokens.words[index - 1], word) in STATES and tokens.gap(index) == "."
            if is_state or tokens.gap(index)[-1:].isdigit():
                return False  # ``the U.S.``; the hour of Greenwich: ``2230Z.``
            return "." in gap or any(form.given[:1] == (word,) for form in forms)
        if any(is_short_for(word, given) for form in forms for given in form.given if len(given) > 1):
            return word not in TITLES or any(word in form.given for form in forms)
        if len(word) == 2 and tokens.upper(index) and "." not in gap:
            return any(form.given and form.given[0][0] == word[0] for form in forms)
        return word in GIVEN_NAMES and word not in TITLES

    def with_particle(self, begin: int, forms: Sequence[NameForm]) -> int:
        """Return where the word ``begin`` starts, or the particles before it that belong to it (``de Gaulle``)."""
        return self.tokens.starts[begin - self.particles_before(begin, forms)]

    def particles_before(self, index: int, forms: Sequence[NameForm]) -> int:
        """Return how many particles of one of ``forms`` stand before the word ``index``: van der Roe has two."""
        tokens, first = self.tokens, index
        if not any(form.links for form in forms):
            return 0
        while first and tokens.gaps[first] in (" ", "-") and tokens.starts[first - 1] >= self.last:
            particle = tokens.words[first - 1]
            if not any(particle in form.links for form in forms):
                break
            first -= 1
        return index - first
