"""The mentions of listed persons in a run: every place where the words of a form stand as a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from teiconv.annotate.people import context
from teiconv.annotate.people.index import Form, PersonList
from teiconv.annotate.people.names import alike, is_short_for
from teiconv.annotate.people.tokens import Token, tokens
from teiconv.annotate.people.vocabulary import FORENAMES, TITLES


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody is named: whom it may mean, and what speaks for it.

    ``full`` if forenames say who it is, ``weak`` if the words may be no name at all; ``titles`` stand before it.
    """

    start: int
    end: int
    persons: tuple[int, ...]
    full: bool = False
    weak: bool = False
    titles: tuple[str, ...] = ()
    word: str = ""


_BETWEEN = re.compile(r"[ \n]+|\.[ \n]*|-")
"""What may stand between two words of a name."""
_BLANK = re.compile(r"\.?[ \n]+|\.")
_SUFFIX = re.compile(r",?[ \n](?:Jr\.|Sr\.|Jr\b|III\b|II\b|IV\b)")


def mentions(text: str, people: PersonList) -> Iterator[Mention]:
    """Yield the mentions of ``people`` in ``text``, in order and without overlap."""
    found = tokens(text)
    reader = _Reader(text, found)
    index = 0
    while index < len(found):
        forms = people.forms.get(found[index].word)
        if forms and text[found[index].start].isupper():
            mention, index = reader.at(index, forms)
            if mention:
                reader.last = mention.end
                yield mention
        else:
            index += 1


class _Reader:
    """Reads mentions in one text; ``last`` is where the one before ended."""

    def __init__(self, text: str, found: Sequence[Token]) -> None:
        self.text, self.found, self.last = text, found, 0

    def at(self, index: int, forms: Sequence[Form]) -> tuple[Mention | None, int]:
        """Return the mention whose called words begin at ``index``, or None, and the index to go on from."""
        fitting = [form for form in forms if self.follow(index, form.called)]
        if not fitting:
            return None, index + 1
        longest = len(fitting[0].called)
        fitting = [form for form in fitting if len(form.called) == longest]
        return self.extended(index, index + longest, fitting)

    def gap(self, index: int) -> str:
        """Return what stands before the word ``index``."""
        return self.text[self.found[index - 1].end : self.found[index].start]

    def follow(self, index: int, called: tuple[str, ...]) -> bool:
        if len(called) == 1:
            return True
        if index + len(called) > len(self.found):
            return False
        return all(
            self.found[index + i].word == called[i] and _BETWEEN.fullmatch(self.gap(index + i))
            for i in range(1, len(called))
        )

    def extended(self, first: int, stop: int, forms: Sequence[Form]) -> tuple[Mention | None, int]:
        """Take in the forenames around the called words ``first`` to ``stop``; no mention if they are another's."""
        for form in forms:
            after = self.given_after(stop, form)
            if after > stop:
                return self.mention(first, after, first, [form], full=True), after
        titles = context.titles_before(self.text, self.found, first)
        forms = [form for form in forms if not form.title or form.title in titles]
        if not forms or context.goes_on(self.text, self.found, first, stop, forms):
            return None, stop
        begin = self.given_before(first, forms)
        kept = forms
        if begin < first:
            given = [self.found[i].word for i in range(begin, first)]
            kept = [form for form in forms if fits(given, form)]
            if not kept and context.numbers_a_paragraph(self.text, self.found, begin, first):
                begin, kept = first, forms
        return (self.mention(begin, stop, first, kept, begin < first) if kept else None), stop

    def mention(self, begin: int, stop: int, first: int, forms: Sequence[Form], full: bool) -> Mention | None:
        start, end = self.found[begin].start, self.found[stop - 1].end
        start = self.with_particle(begin, start, forms)
        if full and (suffix := _SUFFIX.match(self.text, end)):
            end = suffix.end()
        if start < self.last:
            return None
        persons = tuple(dict.fromkeys(form.person for form in forms))
        titles = context.titles_before(self.text, self.found, begin)
        weak = not full and not titles and context.may_be_a_word(self.text, self.found, first, stop)
        return Mention(start, end, persons, full, weak, titles, self.found[first].word)

    def given_after(self, stop: int, form: Form) -> int:
        """Return the index where the forenames of ``form`` that follow ``stop`` end; ``stop`` if they do not."""
        if stop >= len(self.found) or not form.given or len(form.given[0]) < 2:
            return stop
        if not form.given_follows:
            return stop + (self.found[stop].word == form.given[0] and self.gap(stop) == " ")
        wanted, got = "".join(form.given), ""
        for index in range(stop, min(stop + len(form.given) + 1, len(self.found))):
            gap = self.gap(index)
            if not _BETWEEN.fullmatch(gap) or "." in gap:
                break
            got += self.found[index].word
            if alike(got, wanted):
                return index + 1
        return stop

    def given_before(self, first: int, forms: Sequence[Form]) -> int:
        """Return the index of the first of the forenames and initials that stand before ``first``."""
        begin = first
        while begin > 0:
            token = self.found[begin - 1]
            gap = self.gap(begin)
            if token.start < self.last or not self.text[token.start].isupper():
                break
            if not (_BLANK.fullmatch(gap) or (gap == "-" and begin < first)):
                break
            if not self.forename_like(token, gap, forms):
                break
            begin -= 1
        return begin

    def forename_like(self, token: Token, gap: str, forms: Sequence[Form]) -> bool:
        length = token.end - token.start
        if length == 1:
            return "." in gap or any(form.given[:1] == (token.word,) for form in forms)
        if any(is_short_for(token.word, given) for form in forms for given in form.given if len(given) > 1):
            return token.word not in TITLES or any(token.word in form.given for form in forms)
        if length == 2 and self.text[token.start : token.end].isupper() and "." not in gap:
            return any(form.given and form.given[0][0] == token.word[0] for form in forms)
        return token.word in FORENAMES and token.word not in TITLES

    def with_particle(self, begin: int, start: int, forms: Sequence[Form]) -> int:
        """Return ``start``, or the start of a particle before it that belongs to the name (``de Gaulle``)."""
        if not begin or self.gap(begin) not in (" ", "-"):
            return start
        before = self.found[begin - 1]
        if before.start >= self.last and any(before.word in form.links for form in forms):
            return before.start
        return start


def fits(given: Sequence[str], form: Form) -> bool:
    """Tell whether the forenames and initials ``given`` may be those of ``form``."""
    if not form.given:
        return False
    full = [word for word in given if len(word) > 1]
    if any(is_short_for(word, own) for word in full for own in form.given if len(own) > 1):
        return True
    initials = [word[0] for word in given]
    own = [word[0] for word in form.given]
    if full:
        return all(len(word) == 1 for word in form.given) and initials[0] == own[0]
    return initials[0] == own[0] if len(initials) == 1 or len(own) == 1 else initials[:2] == own[:2]
