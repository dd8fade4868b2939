"""What stands around the name of somebody listed that makes it another's: a further forename, a family, a husband's."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.names.people.fitting import is_relative
from teiconv.names.people.index import CALLED_BY_LAST, NameForm, PersonList
from teiconv.names.people.names import alike, words
from teiconv.names.people.person import Person
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import (
    COMMON,
    FORENAMES,
    MONTHS,
    MONTHS_AND_WOMEN,
    NAMED_AFTER,
    PARTICLES,
    PLACES,
    SHORT_FORENAMES,
    SUFFIXES,
    TITLES,
    WOMEN,
    WOMENS_TITLES,
)

_TELLING_APART = frozenset("another elder older other young younger".split())
_OPENINGS = ("ed", "ing", "ly", "’s", "'s")
"""What words end with that may stand before a name at the start of a sentence."""
SON_OF = frozenset({"bin", "ibn", "ben"})
"""What stands before the name of the father: Faisal ``bin`` Turki is another son than Faisal ``ibn`` Abd al-Aziz."""
SERVANTS = frozenset({"abd", "abdel", "abdul", "al", "el", "ul"})
"""What the name of a father may begin with: Sultan ibn ``Abd al``-Aziz."""
_NO_FORENAMES = COMMON | MONTHS | NAMED_AFTER | PLACES | TITLES | {"doctor", "madam"}
_OF = ("of", "for", "at")
"""What goes on after a title, so that no forename follows: Secretary ``of`` Agriculture, Ambassador ``at`` Large."""
_SHORTEST = 4
"""Letters of a word that is taken for a forename only because it has a capital."""
_NO_SURNAMES = _NO_FORENAMES | SUFFIXES
_JOINTS = (" ", "-")
_OF_WIFE = "de"
"""What stands before a husband's name: Rosa Ibarra ``de`` Mora."""


def is_called_by_last(form: NameForm) -> bool:
    """Tell whether ``form`` is the last word of a name whose family stands first: Nguyen Van ``Thieu``."""
    return form.given[:1] != () and form.given[0] in CALLED_BY_LAST


def is_of_another_family(tokens: Tokens, first: int, forms: Sequence[NameForm]) -> bool:
    """Tell whether the word ``first`` ends another's name: Nguyen Bao ``Tri``, Ibn ``Saud``; or a place."""
    if is_of_father(tokens, first) and not any(SON_OF.intersection(form.links) for form in forms):
        return True
    if _is_of_wife(tokens, first, forms):
        return True
    if not first or tokens.gaps[first] != " " or not tokens.written[first - 1].istitle():
        return False
    families = [form for form in forms if form.given]
    if not families:
        return False
    is_eastern = all(form.given_follows or is_called_by_last(form) for form in families)
    if is_eastern and _goes_before(tokens, first - 1):
        return True
    begin = first - 2
    begins_name = begin >= 0 and tokens.gaps[first - 1] == " " and tokens.capital(begin)
    return begins_name and tokens.words[begin] in CALLED_BY_LAST


def is_of_father(tokens: Tokens, first: int) -> bool:
    """Tell whether the word ``first`` is of the name of somebody's father: Ibn ``Saud``, Sultan ibn Abd al-``Aziz``."""
    at = first
    while at and tokens.words[at - 1] in SERVANTS and tokens.gaps[at] in (" ", "-"):
        at -= 1
    return at > 0 and tokens.words[at - 1] in SON_OF and tokens.gaps[at] == " "


def begins_with_father(tokens: Tokens, begin: int) -> bool:
    """Tell whether the name at the word ``begin`` is what follows a son's: Prince Sultan ``ibn`` Abd al-Aziz."""
    return tokens.words[begin] in SON_OF and not tokens.capital(begin)


def is_told_from(tokens: Tokens, first: int) -> bool:
    """Tell whether a word before the surname at ``first`` and its titles tells people apart: ``another`` Roe."""
    before = first - len(tokens.titles_before(first)) - 1
    return before >= 0 and tokens.words[before] in _TELLING_APART and tokens.gaps[before + 1] == " "


def _goes_before(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` has its capital only by being the first of two words that are one name."""
    if tokens.letter(index) or tokens.begins_sentence(index):
        return False
    return tokens.words[index] not in _NO_FORENAMES and tokens.words[index] not in FORENAMES


def _is_of_wife(tokens: Tokens, first: int, forms: Sequence[NameForm]) -> bool:
    """Tell whether the word ``first`` is the husband's in the name of a wife: Señora Rosa Ibarra de ``Mora``."""
    if first < 2 or tokens.words[first - 1] != _OF_WIFE or any(_OF_WIFE in form.links for form in forms):
        return False
    at = first - 1
    while at and tokens.gaps[at] in _JOINTS and tokens.capital(at - 1):
        at -= 1
        if tokens.words[at] in WOMEN or tokens.words[at] in WOMENS_TITLES:
            return True
    return False


def for_bare_surname(tokens: Tokens, first: int, forms: Sequence[NameForm], people: PersonList) -> Sequence[NameForm]:
    """Return those of ``forms`` whom the surname at ``first`` may mean without forenames or a title of women.

    It does not mean relatives (``Roe`` is not the widow of Roe), nor wives beside the husband (Rosa de ``Mora``), nor,
    without a title, a woman of whom the document has no more than the name, if another is called so (``Lydia Roe``).
    """
    titles = tokens.titles_before(first)
    if not WOMENS_TITLES.isdisjoint(titles):
        return forms
    persons = people.persons
    own = [form for form in forms if not (form.given and is_relative(persons[form.person]))]
    if first and tokens.words[first - 1] == _OF_WIFE:
        return own
    kept = [form for form in own if not _is_wife(form, persons[form.person], own)]
    # somebody else is called so: the document has another by the mere surname, or an authority knows one
    is_called_so = not titles and any(not form.given or persons[form.person].description for form in kept)
    return [form for form in kept if not _is_unknown_woman(form, people)] if is_called_so else kept


def _is_unknown_woman(form: NameForm, people: PersonList) -> bool:
    """Tell whether ``form`` is the name of a woman whom the document alone tells."""
    return form.given[:1] != () and form.given[0] in WOMEN and not people.persons[form.person].listed


def _is_wife(form: NameForm, person: Person, forms: Sequence[NameForm]) -> bool:
    """Tell whether ``form`` is the husband's name of a wife; who is listed gives way only to another of ``forms``."""
    if not person.listed:
        return _OF_WIFE in form.links and form.given[:1] != () and form.given[0] in WOMEN
    given = words(person.name.of("forename"))
    is_hers = form.given != () and given[-1:] == (_OF_WIFE,) and given[0] in WOMEN
    return is_hers and any(other.person != form.person for other in forms)


def is_before_surname(tokens: Tokens, stop: int, people: PersonList) -> bool:
    """Tell whether a surname of ``people`` stands at ``stop``, right behind another: Julia Mora ``Roe``."""
    if not tokens.capital(stop) or tokens.gap(stop) != " ":
        return False
    return any(form.given and not form.given_follows for form in people.forms.get(tokens.words[stop], ()))


def is_forename_of_listed(tokens: Tokens, first: int, stop: int, people: PersonList) -> bool:
    """Tell whether the word ``first`` is a forename of whom the list has by the next name: ``Dillon`` Anderson.

    Initials and particles may stand between (``Bruno`` de Leusse).
    """
    after = stop
    if stop - first > 1 or tokens.gaps[stop] not in (" ", "\n"):
        return False
    while after < len(tokens.written) and (tokens.initial(after) or tokens.words[after] in PARTICLES):
        after += 1
    if not tokens.capital(after):
        return False
    word = tokens.words[first]
    return any(word in form.given for form in people.forms.get(tokens.words[after], ()))


def is_beside_surname(tokens: Tokens, first: int, stop: int, people: PersonList) -> bool:
    """Tell whether another surname of ``people`` stands right before the one from ``first`` to ``stop``, or behind it.

    ``Truman Smith`` may be one person, neither Harry S. Truman nor any Smith of the list; ``to Nasser Burns’ message``
    names two.
    """
    return _are_surnames(tokens, first - 1, people) or _are_surnames(tokens, stop - 1, people)


def _are_surnames(tokens: Tokens, index: int, people: PersonList) -> bool:
    """Tell whether the word ``index``, which has no title, and the next are two surnames of ``people``."""
    if index < 0 or not tokens.written[index].istitle() or tokens.words[index] in TITLES:
        return False
    if tokens.words[index] not in people.forms or not is_before_surname(tokens, index + 1, people):
        return False
    return tokens.words[index + 1] not in TITLES and not tokens.titles_before(index)


def is_half(tokens: Tokens, first: int, people: PersonList) -> bool:
    """Tell whether a hyphen joins the word ``first`` to one before it that a title makes a name: Lord ``Roe``-Doe.

    Where both are in the list, they are two: the ``Nixon``-Brezhnev talks.
    """
    before = first - 1
    if before < 1 or tokens.gaps[first] != "-" or not tokens.written[before].istitle():
        return False
    return tokens.words[before] not in people.forms and bool(tokens.titles_before(before))


def is_longer(
    tokens: Tokens, name: tuple[int, int, int], forms: Sequence[NameForm], people: PersonList, last: int
) -> bool:
    """Tell whether what stands beside a ``name`` makes it a longer one, which none of ``forms`` is.

    The name is the words at which it, its surname and what is behind begin; what ends before ``last`` is another.
    """
    begin, first, stop = name
    if tokens.starts[begin] > last and has_further_forename(tokens, begin, first, forms):
        return True
    return is_longer_name(tokens, begin, first, stop, [people.persons[form.person] for form in forms])


def is_longer_name(tokens: Tokens, begin: int, first: int, stop: int, bearers: Sequence[Person]) -> bool:
    """Tell whether another second surname follows than those of all ``bearers``: Arturo Mora ``Besa`` is no Mora Solis.

    The forenames begin at the word ``begin``, the surname at ``first``; it ends before ``stop``.
    """
    if begin == first or not tokens.capital(stop) or tokens.gap(stop) != " " or not tokens.written[stop].istitle():
        return False
    word = tokens.words[stop]
    if word in _NO_SURNAMES or len(word) < 2:
        return False
    surnames = [words(person.name.of("surname")) for person in bearers]
    return all(len(own) > stop - first and not any(alike(word, other) for other in own) for own in surnames)


def has_further_forename(tokens: Tokens, begin: int, first: int, forms: Sequence[NameForm]) -> bool:
    """Tell whether a family name, or a forename of another, stands before the forenames: ``Tran`` Van Minh.

    The forenames from the word ``begin`` on are some of each of ``forms``, but not the first of it.
    """
    before = begin - 1
    if before < 0 or begin == first or tokens.gaps[begin] != " " or not tokens.written[before].istitle():
        return False
    if any(len(word) < 2 for word in tokens.words[begin:first]):
        return False
    if any(form.given[0][0] == tokens.words[begin][0] for form in forms if form.given):
        return False
    return tokens.words[before] in CALLED_BY_LAST or _is_like_a_forename(tokens, before)


def is_after_a_forename(tokens: Tokens, first: int, last: int, forms: Sequence[NameForm]) -> bool:
    """Tell whether a forename may stand before the word ``first`` that none of ``forms`` has: Imelda ``Marcos``.

    What ends before ``last`` is a name already.
    """
    before = first - 1
    if before < 0 or tokens.starts[before] < last or tokens.gaps[first] != " ":
        return False
    return _is_like_a_forename(tokens, before) and all(form.given for form in forms)


def _is_like_a_forename(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` has its capital by being a name, and is no title (``PermRep``) or part of one.

    An adverb or a participle may begin a sentence (``Accordingly Roe``); most other words that do so are known.
    In a text in capitals a title stands before it.
    """
    written = tokens.written[index]
    if tokens.upper(index) and tokens.loud and tokens.titles_before(index):
        return tokens.words[index] not in _NO_FORENAMES
    if not written.istitle() or (len(written) < _SHORTEST and tokens.words[index] not in SHORT_FORENAMES):
        return False
    if tokens.begins_sentence(index):
        word = tokens.words[index]
        return not written.endswith(_OPENINGS) and (word not in _NO_FORENAMES or word in MONTHS_AND_WOMEN)
    if tokens.gaps[index] not in (" ", ", "):
        return False
    is_of_office = tokens.words[index - 1] in _OF and index > 1 and tokens.words[index - 2] in TITLES
    return tokens.words[index] not in _NO_FORENAMES and not is_of_office
