"""Surnames that are no names where they stand alone: a country, an exclamation, the Church of somewhere.

The document may name somebody so elsewhere; still ``Chad, Jordan and Israel`` are three countries.
"""

from __future__ import annotations

from teiconv.names.people.context import is_thing
from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COUNTRIES, FIRMS, STATES_OF_AMERICA, TITLES, WORDS_AND_NAMES
from teiconv.regex import regex

_INSTITUTIONS = frozenset(
    """banks bill bishop chase church cross field hall king knight lake law lord park pope port prince rock street
    temple wall""".split()
)
"""Words with which the names of offices, laws, churches and places begin: ``Church`` of England, ``Bill`` of Rights."""

_STREETS = frozenset({"avenue", "boulevard", "street"})

_SITES = frozenset("cathedral chapel gate pools tomb town wells".split())
"""What is called after somebody of old: Solomon’s ``Pools``, King William’s ``Town``."""

_SETTLEMENTS = frozenset("aldea aldeia cidade ciudad hamlet municipio pueblo town vila village villages ville".split())
_CALLED = frozenset({"de", "of"})
"""What stands between these and their name: the town ``of`` Las Minas."""

_IN_FIRM = ("", "&", ",", "-", ".")
_COMPANY = regex(r",? (?:&|and) (?:Co|Company|Sons)\b")
"""What follows the name of a firm: J.P. Morgan ``& Co.``"""

_TRUST = frozenset("belief believe believed confidence faith interest interested trust".split())
"""What one puts in somebody."""

_BEFORE_GOD = frozenset({"good", "my", "oh", "the"})
"""Words behind which ``Lord`` is God."""

_OF_SHIPS = frozenset(
    """anchored arrive arrived arrives at carries docked had has in is lay left lie lies off on put reached
    remained remains sail sailed sails steam steamed steams was will""".split()
)
"""What goes on behind the name of a ship; a noun there makes another thing of it: the ``Lon Nol`` clique."""

_SAID = frozenset("a an he his i if it its no not she that the their there they this to we would".split())
"""What follows the verb ``Said`` at the start of a sentence."""

_NO_SHIPS = TITLES | WORDS_AND_NAMES

_OF_FAMILIES = frozenset({"brothers", "sisters", "twins"})

_OF_FOLDERS = frozenset({"box", "vol"})
"""What stands behind the name of a folder."""

_ENDS_CLAUSE = (".", ";", ")", ":")


def is_ship(tokens: Tokens, begin: int, first: int, stop: int) -> bool:
    """Tell whether a name, with forenames from ``begin`` to ``first`` or without, is a ship's: the John Roe lies here.

    An article stands before it, and no apposition follows (``the John Roe who …``), nor a thing (``the Roe papers``).
    """
    if not begin or tokens.written[begin - 1] not in ("the", "The") or tokens.gap(begin) != " ":
        return False
    if begin == first and tokens.words[first] in _NO_SHIPS:
        return False  # the Shah is somebody, the Case a thing
    if stop >= len(tokens.words) or tokens.gap(stop).startswith(_ENDS_CLAUSE):
        return True
    return tokens.gap(stop) == " " and (tokens.words[stop] in _OF_SHIPS or _is_before_another(tokens, stop))


def _is_before_another(tokens: Tokens, stop: int) -> bool:
    """Tell whether ``and the`` stands at ``stop`` before another name."""
    return tokens.written[stop : stop + 2] == ["and", "the"] and tokens.capital(stop + 2)


def is_of_firm(tokens: Tokens, begin: int, stop: int) -> bool:
    """Tell whether the words ``begin`` to ``stop``, without a title, are all of the name of a firm: Brown ``Brothers``.

    A comma or ``&`` may stand in it.
    """
    for firm in FIRMS.get(tokens.words[begin], ()):
        for place, word in enumerate(firm):
            start, end = begin - place, begin - place + len(firm)
            if word == tokens.words[begin] and start >= 0 and end >= stop and tuple(tokens.words[start:end]) == firm:
                joined = all(tokens.gap(at).strip() in _IN_FIRM for at in range(start + 1, end))
                if joined and not tokens.titles_before(start):
                    return True
    return False


def names_several(tokens: Tokens, stop: int) -> bool:
    """Tell whether the name that ends before ``stop`` is that of several: the Roe ``brothers``."""
    return stop < len(tokens.words) and tokens.written[stop] in _OF_FAMILIES and tokens.gap(stop) == " "


def is_firm_or_ship(tokens: Tokens, begin: int, first: int, stop: int) -> bool:
    """Tell whether the words ``begin`` to ``stop``, the surname from ``first`` on, are the name of no person."""
    if _COMPANY.match(tokens.text, tokens.ends[stop - 1]):
        return True
    return is_of_firm(tokens, begin, stop) or is_partner(tokens, begin, stop) or is_ship(tokens, begin, first, stop)


def is_partner(tokens: Tokens, begin: int, stop: int) -> bool:
    """Tell whether the name of a firm has this one, at the head of its letters: ``HALE, MARSH & COLE``."""
    if tokens.run.block != "seg" or "&" not in tokens.text or tokens.titles_before(begin):
        return False
    while stop < len(tokens.words) and tokens.gaps[stop] == ", " and tokens.capital(stop):
        stop += 1
    return "&" in (tokens.gap(begin).strip(), tokens.gaps[stop].strip())


def is_nobody(tokens: Tokens, begin: int, first: int, stop: int) -> bool:
    """Tell the same of words that may also be a thing or a place by what stands beside them."""
    if is_folder(tokens, begin, stop):
        return True
    is_thing_or_place = is_thing(tokens, first) or is_place(tokens, begin, stop) or is_where(tokens, begin, stop)
    is_thing_or_place = is_thing_or_place or is_site(tokens, stop) or is_settlement(tokens, begin)
    return is_thing_or_place or is_firm_or_ship(tokens, begin, first, stop)


def is_folder(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the word ``first``, without a title, is what a folder is about: File, ``Ruritania``, Box 14."""
    if stop - first > 1 or tokens.gap(first) != ", " or tokens.gap(stop) != ", ":
        return False
    return not _OF_FOLDERS.isdisjoint(tokens.words[stop : stop + 1])


def is_place(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the words ``first`` to ``stop`` are a street or a town: Roe Avenue; Jackson, Mississippi.

    A town has no title or forename, and its State behind a comma.
    """
    words = tokens.words
    if stop - first > 1:
        return words[stop - 1] in _STREETS
    if tokens.gap(stop) != ", " or not tokens.capital(stop) or tokens.titles_before(first):
        return False
    return words[stop] in STATES_OF_AMERICA or " ".join(words[stop : stop + 2]) in STATES_OF_AMERICA


def is_site(tokens: Tokens, stop: int) -> bool:
    """Tell whether the name that ends before ``stop`` has a place behind it that is called so: Solomon’s Pools."""
    place = stop + 1
    if not tokens.capital(place) or tokens.gap(stop) not in ("’", "'") or tokens.words[stop] != "s":
        return False
    return tokens.gap(place) == " " and tokens.words[place] in _SITES


def is_settlement(tokens: Tokens, begin: int) -> bool:
    """Tell whether the name that begins with the word ``begin`` is that of a town: the town of ``Las Minas``."""
    words = tokens.words
    called = begin if words[begin] in _CALLED else begin - 1
    return called > 0 and words[called] in _CALLED and words[called - 1] in _SETTLEMENTS


def is_where(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the words ``first`` to ``stop`` are where something is: in ``Jackson``, not in ``Roe``’s view."""
    if stop - first > 1 or not first or tokens.words[first - 1] != "in" or tokens.gap(first) != " ":
        return False
    is_trusted = first > 1 and tokens.words[first - 2] in _TRUST
    return not (is_trusted or tokens.text[tokens.ends[first] :][:1] in ("'", "’"))


def is_mere_word(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the words ``first`` to ``stop``, without title and forenames, are nobody's name."""
    word = tokens.words[first]
    if stop - first > 1:
        return False
    if is_place(tokens, first, stop) or is_site(tokens, stop):
        return True
    if word in COUNTRIES:
        return not tokens.gap(stop).startswith(":")
    if word == "said" and tokens.begins_sentence(first) and stop < len(tokens.words):
        return tokens.words[stop] in _SAID  # Said he would come; but ``Said agreed``
    if word == "lord" and first and tokens.gap(first) == " " and tokens.words[first - 1] in _BEFORE_GOD:
        return True
    return word in _INSTITUTIONS and stop < len(tokens.words) and tokens.words[stop] == "of"
