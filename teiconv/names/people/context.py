"""What stands around a word that may be a name, and what it makes of it: another's name, a thing, a mere word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from teiconv.names.people.another import SON_OF, is_called_by_last
from teiconv.names.people.features import FeatureReader
from teiconv.names.people.index import NameForm
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import (
    COMMON,
    COURTESY,
    FORENAMES,
    MODIFIERS,
    MONTHS,
    NAMED_AFTER,
    PLACES,
    RANKS,
    TITLES,
    VESSELS,
    WOMENS_TITLES,
    WORDS_AND_NAMES,
)
from teiconv.regex import regex
from teiconv.remember import noted

_DESCRIBED = frozenset({"aid", "assistance", "children", "ladies", "men", "people", "persons", "women"})
"""What a word describes that is a surname as well: ``Young people``, ``Grant aid``."""
_MADE = frozenset("car cars factories factory plant plants truck trucks".split())
"""What is called after the maker: the ``Roe`` plant."""
_SAINTS = frozenset({"saint", "st"})
_SHIPS = frozenset({"hms", "ss", "uss"})
_SITES = frozenset("camp cape ciudad fort jabal jebel lake mount port puerto wadi".split())
_TOWNS = frozenset({"city", "county", "port", "town", "village"})
"""What is called after people: ``Cape`` Kennedy, the ``city`` of Bismarck."""

_MOVEMENTS = frozenset({"viet"})
"""What a word behind it makes a movement: the Viet ``Minh``."""

_DIRECTIONS = frozenset({"east", "north", "south", "west"})
"""Surnames that are sides of the world first of all: ``a confrontation with West``."""
_PAPERS = frozenset({"collection", "diaries", "office", "papers"})
_HOLDINGS = _PAPERS | {"file", "files", "records"}
_PLACES_OF_TWO = frozenset({("buenos", "aires"), ("hong", "kong")})
_SOUTH = frozenset({"nam"})
"""What ends the name of a province as well as that of a country: ``Quang`` Nam."""
_ARTICLES = frozenset({"ad", "al", "as", "ash", "ed", "el", "es", "ez"})
_OF_THE_FAITH = frozenset({"eddin", "eldin", "uddin"})
"""What goes on a forename: ``Salah`` al-Din Bitar, ``Kamel`` Eddin Hussein."""
_VIETNAMESE = regex(r"(?:ch|gi|[ckn]h|ng?h?|ph|qu|t[hr]|[bcdghklmrstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?")
"""A syllable of which a Vietnamese name or place may have another: ``Dinh`` Tuong, ``Cao`` Dai."""
_IN_LIBRARY = regex(r"Library, [^.;]*\Z")
"""Papers in a presidential library do not name people, its files do: ``Carter Library, …, Brzezinski Office File``,
``Eisenhower Library, Whitman File``."""
_LOT = regex(r": Lot\b")
"""Nor do the lots of the Department: ``Bruce Diaries: Lot 64 D 327``."""
_COURTESY = frozenset({"he", "m", "pm", "se", "sem"})
"""Titles that are written as letters: His Excellency, Monsieur, Prime Minister, Son Excellence Monsieur."""
_INITIAL = itemgetter(0)
_JOINTS = (" ", "\n", "-")
CO = "co"
"""A surname that a hyphen makes part of an office: the ``Co-Chairmen``, and their ``Co-Chairmanship``."""
_NUMBERED = frozenset("annex box case chapter page part section tab volume".split())
_GENERATIONS = frozenset("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split())
"""What numbers rulers of one name: ``William II``."""
_NO_SURNAMES = _GENERATIONS | COMMON | TITLES | PLACES | MONTHS
_OF_PART = 3
"""So many letters has a part of an eastern name that is a mere word as well: Lon ``Non``."""
_MOST_OF_SHIP = 5
"""The name of a ship has no more words before a surname: the yacht ``Sir Walter`` Roe."""
_NUMERAL = regex(r" \d")
"""Surnames that a numeral makes the name of a thing: ``Page 4``."""


def goes_on(tokens: Tokens, first: int, stop: int, forms: Sequence[NameForm]) -> bool:
    """Tell whether what follows ``stop`` makes the words something else: ``Dean`` Acheson, ``Johnson`` Library."""
    gap = tokens.gaps[stop]
    if len(gap) > 1 and tokens.words[stop - 1] in _NUMBERED and _NUMERAL.match(gap):
        return True
    if gap not in _JOINTS or stop >= len(tokens.written):
        return False
    is_capital = tokens.capital(stop)
    if gap != "-" and _goes_on_forename(tokens, stop):
        return all(form.given and not form.given_follows for form in forms)
    if not is_capital and gap != "-":
        after = tokens.words[stop]
        if after in SON_OF:
            return all(not SON_OF.isdisjoint(form.given) for form in forms)
        if after == "trail" or after in _MADE or _is_title_of_couple(tokens, first, stop):
            return True
        return after in _DESCRIBED and tokens.words[first] in WORDS_AND_NAMES
    after, eastern = tokens.words[stop], any(form.given_follows for form in forms)
    if gap == "-":
        if not is_capital:
            return eastern or tokens.start(stop) - tokens.start(first) < 5
        return tokens.words[first] == CO or (after in PLACES and tokens.words[first] in WORDS_AND_NAMES)
    if all(form.title for form in forms):
        return True
    if (after in _PAPERS and _is_in_library(tokens, first)) or (
        after in _HOLDINGS and _LOT.match(tokens.text, tokens.end(stop))
    ):
        return True
    eastern = eastern or (any(map(is_called_by_last, forms)) and _VIETNAMESE.fullmatch(after) is not None)
    return after in NAMED_AFTER or (stop - first == 1 and _names_another(tokens, first, eastern))


def _is_title_of_couple(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the word ``first`` is the husband's title: ``Lord`` and Lady Roe."""
    is_title = stop - first == 1 and tokens.words[first] in TITLES and tokens.words[stop] == "and"
    return is_title and stop + 2 < len(tokens.words) and tokens.words[stop + 1] in WOMENS_TITLES


def _goes_on_forename(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` goes on a forename, so that the surname comes later: Salah ``al``-Din Bitar."""
    word = tokens.words[index]
    return word in _OF_THE_FAITH or (word in _ARTICLES and tokens.gaps[index + 1] in ("-", "–"))


def titles_at(tokens: Tokens, position: int) -> tuple[str, ...]:
    """Return the titles of the name that starts at ``position``."""
    return own_titles(tokens, bisect_left(tokens.starts, position))


def own_titles(tokens: Tokens, begin: int) -> tuple[str, ...]:
    """Return the titles of the name at the word ``begin``; those of a couple are nobody's own."""
    return but_for_couples(tokens, begin, tokens.titles_before(begin))


def but_for_couples(tokens: Tokens, begin: int, titles: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``titles``, which stand before the word ``begin``; none of husband and wife: Mr. and Mrs. ``Roe``."""
    words, index = tokens.words, begin - len(titles)
    is_wife = 1 < index < begin and words[index] in WOMENS_TITLES
    return () if is_wife and words[index - 1] == "and" and words[index - 2] in TITLES else titles


@noted
def is_thing(tokens: Tokens, first: int) -> bool:
    """Tell whether the words before the word ``first`` make it a ship, cape, town or movement: USS ``Rogers``."""
    if not first:
        return False
    words, before = tokens.words, tokens.words[first - 1]
    if before in _MOVEMENTS and tokens.gaps[first] in _JOINTS:
        return True
    if before in _SHIPS or (before in _SITES and tokens.capital(first - 1) and tokens.gaps[first] == " "):
        return True
    if before == "of" and first > 1 and words[first - 2] in _TOWNS:
        return True
    if (before, words[first]) in _PLACES_OF_TWO:
        return True
    return (first > 2 and "".join(words[first - 3 : first]) in _SHIPS) or _follows_vessel(tokens, first)


def is_saint(tokens: Tokens, first: int) -> bool:
    """Tell whether ``Saint`` stands before the word ``first``: a saint, and what is called after one."""
    if not first or tokens.words[first - 1] not in _SAINTS or tokens.gap(first) not in (" ", ". "):
        return False
    return tokens.capital(first - 1)


def is_of_saint(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is ``Saint``, without a title, or follows it: ``Saint George``."""
    if tokens.words[index] not in _SAINTS and tokens.words[index - 1] not in _SAINTS:
        return False
    return is_saint(tokens, index) or (is_saint(tokens, index + 1) and not tokens.titles_before(index))


def _follows_vessel(tokens: Tokens, first: int) -> bool:
    """Tell whether the word ``first`` is of the name of a ship, with titles and forenames: the yacht Sir Walter Roe."""
    at, least = first, max(0, first - _MOST_OF_SHIP)
    while at > least and tokens.capital(at - 1) and tokens.gaps[at] in (" ", ". "):
        at -= 1
        if at < first and (tokens.words[at] in _SHIPS or "".join(tokens.words[max(0, at - 2) : at + 1]) in _SHIPS):
            return True
    return at > 0 and tokens.words[at - 1] in VESSELS and tokens.gaps[at] in (" ", "\n", " “", ' "')


def _is_in_library(tokens: Tokens, first: int) -> bool:
    start = tokens.start(first)
    return _IN_LIBRARY.search(tokens.text, max(0, start - 250), start) is not None


def _names_another(tokens: Tokens, first: int, eastern: bool) -> bool:
    """Tell whether the word ``first`` and the capitalised one after it are together somebody else's name.

    The first may be a title: ``Lord`` Home, ``Field`` Marshal.
    """
    word, after = tokens.words[first], tokens.words[first + 1]
    if len(after) < 2:
        return tokens.initial(first + 1) and (word in FORENAMES or _surname_follows(tokens, first + 2))
    if tokens.upper(first):
        return False
    if eastern and (after in _SOUTH or _is_short(tokens, first + 1)):
        return True
    if after in _NO_SURNAMES:
        return (word in MODIFIERS and after in RANKS) or (word in COURTESY and after in WORDS_AND_NAMES)
    return word in FORENAMES or word in TITLES or eastern


def _is_short(tokens: Tokens, index: int) -> bool:
    """Tell whether a short word has its capital as a part of a name, though it is a mere word: Lon ``Non``."""
    word = tokens.words[index]
    return word in COMMON and len(word) == _OF_PART and tokens.written[index].istitle() and tokens.gap(index) == " "


def _surname_follows(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is a surname by standing after an initial: ``Frank M. Tamagna``."""
    return tokens.capital(index) and not tokens.letter(index) and tokens.gap(index) == ". "


def is_no_initial(tokens: Tokens, begin: int, first: int) -> bool:
    """Tell whether the letter before ``first`` numbers a paragraph: ``A. Calligeris``."""
    return first - begin == 1 and tokens.letter(begin) and tokens.begins_sentence(begin)


def after_courtesy(tokens: Tokens, begin: int, first: int, forms: Sequence[NameForm]) -> int:
    """Return ``begin``, or the word after the letters there that are a title: ``M.`` Claude Lebel, ``H.E.`` Matsas.

    They are initials if anybody whom the name before ``first`` may mean has the same, and has as many forenames.
    """
    if begin == first or not tokens.letter(begin):
        return begin
    end = begin + 1
    while end < first and tokens.letter(end):
        end += 1
    letters = "".join(tokens.words[begin:end])
    count = first - begin
    own = ["".join(map(_INITIAL, form.given)) for form in forms if end == first or len(form.given) >= count]
    return begin if letters not in _COURTESY or any(each.startswith(letters) for each in own) else end


def may_be_a_word(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the word ``first`` may be an ordinary word here, not a name (``White House``, ``Begin text``)."""
    word = tokens.words[first]
    if stop - first > 1 or (word not in WORDS_AND_NAMES and word not in COMMON and word not in PLACES):
        return False
    if word in _DIRECTIONS or tokens.upper(first) or tokens.begins_sentence(first):
        return True
    if tokens.gap(first) == " " and (tokens.words[first - 1] == "the" or tokens.capital(first - 1)):
        return not FeatureReader(tokens, loud=False).title(first)
    return tokens.capital(stop) and tokens.gap(stop) == " "
