"""The words that tell names from other capitalised words, read from ``words/*.txt``.

They are folded (:func:`teiconv.names.people.names.fold`), and general knowledge of English diplomatic prose, not
a list of anybody: of surnames only those stand here that are ordinary words as well.
"""

from __future__ import annotations

from pathlib import Path

from teiconv.grammar import months
from teiconv.grammar.offices import Use, offices

_FOLDER = Path(__file__).parent / "words"


def _words(name: str) -> frozenset[str]:
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


def _pairs(name: str) -> dict[str, frozenset[str]]:
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {short: frozenset(full.split()) for short, _, full in (line.partition(":") for line in lines)}


def _by_word(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the lines of several words by each of these; what has ``and`` may have another sign there."""
    lines = [tuple(line.split()) for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
    lines += [tuple(word for word in line if word != "and") for line in lines if "and" in line]
    return {word: tuple(line for line in lines if word in line) for line in lines for word in line}


TITLES = offices(Use.TITLE)
"""Words that stand before a name and say what its bearer is; ``of State``, ``of Affairs`` and the like may follow."""

RANKS = offices(Use.RANK)
"""Titles that a list of persons writes inside the name: ``Haig, Brigadier General Alexander Meigs, Jr.``"""

TITLES_IN_FULL = (
    offices(Use.OFFICE)
    | offices(Use.SOVEREIGN)
    | offices(Use.BEHIND)
    | {"general", "generalissimo", "governor", "lord", "marshal"}
)
"""Titles that are no abbreviations: a point behind one ends the sentence (``For Ambassador. Careful study``)."""

MODIFIERS = offices(Use.MODIFIER)
"""Titles that are none by themselves: a name may follow ``Field Marshal``, not ``Field``."""

COURTESY = offices(Use.COURTESY)
"""Titles that make the next capitalised word a name, whatever it is."""

PLURAL_TITLES = offices(Use.PLURAL)
"""Titles that hold for each of several names: ``Messrs. Dana, Searle and Jennings``."""

HONOURS = offices(Use.BEHIND)
"""Titles that stand behind a name, as part of it: Ayub ``Khan``."""

SUFFIXES = _words("suffixes")
"""``Jr``, ``III`` …"""

PARTICLES = _words("particles")
"""Small words inside surnames."""

MONTHS = _words("weekdays") | {"sept"} | {name.lower() for name in (*months.NAMES, *months.SHORT)}
"""Months and weekdays, and their short forms."""

PLACES = _words("places")
"""Countries, capitals, regions, and what is called after them."""

COUNTRIES = _words("countries")
"""Countries of one word."""

STATES_OF_AMERICA = frozenset(
    (_FOLDER / "states.txt").read_text(encoding="utf-8").replace("\n", ",").strip(",").split(",")
)
"""The States, as addresses name them."""

STATES = frozenset({("u", "s"), ("u", "n"), ("u", "k"), ("d", "c"), ("n", "y")})
"""Letters with points that are no initials of a person."""

ABBREVIATIONS = _words("abbreviations")
"""Abbreviations that are written like names: ``Embtel``, ``NATO``."""

COMMON = _words("common") | ABBREVIATIONS
"""Words that begin sentences or names of offices and things; alone they are never taken for names of people."""

KIN = _words("kin")
"""What one of a family is to another: whoever stands beside such a word is another than the one of whom it is said."""

WORDS_AND_NAMES = _words("words_and_names")
"""Surnames that are ordinary words as well: they are names only where something says so."""

FIRMS = _by_word("firms")
"""Firms that are called like people, by each of their words: ``Morgan Stanley``, ``Baker and McKenzie``."""

NAMED_AFTER = _words("named_after")
"""Words after which a surname is the name of a thing, which the series does not tag (``Johnson Library``)."""

VESSELS = _words("vessels")
"""Kinds of ships, which stand right before their names: the ``frigate`` Roe."""

WRITTEN_SHORT = _pairs("written_short")
"""Forenames as letters and registers write them, with a point: ``Jas. Alton``, ``Geo. Doe``."""

FORENAMES = _words("forenames") | frozenset(WRITTEN_SHORT)
"""Common given names of many languages: before a capitalised word they make it a name."""

WOMEN = _words("women")
"""Forenames that hardly any man has: nobody of them is called ``Mr.``"""

GIVEN_NAMES = FORENAMES | WOMEN
"""All forenames; the learned features know :data:`FORENAMES` only."""

WOMENS_FORENAMES = WOMEN | _words("either_forenames")
"""Forenames that a woman may have; the others of :data:`FORENAMES` are those of men."""

SHORTENED_FORENAMES = _words("forename_abbreviations") | frozenset(WRITTEN_SHORT)
"""Abbreviations of given names, after which a full stop ends no sentence in the name of a listed person: also those
that are whole names or other words (``Sam.``, ``St.``)."""

WOMENS_TITLES = offices(Use.WOMAN)
"""Titles of women: ``Mrs.`` before the surname of a man means his wife or another woman."""

NICKNAMES = WRITTEN_SHORT | _pairs("nicknames")
"""Short forms of forenames, and what they are short for; spellings that begin otherwise (``Mohammed`` Muhammad)."""

HARDLY_SURNAMES = _words("first_names") | NICKNAMES.keys()
"""Forenames and nicknames that alone, without a title, are hardly anybody's surname: ``I thank George``."""

MONTHS_AND_WOMEN = frozenset({"april", "june", "may"})
"""Months that are forenames where a sentence begins: ``May`` Roe came."""

SHORT_FORENAMES = MONTHS_AND_WOMEN | ((NICKNAMES.keys() | WOMENS_FORENAMES) - COMMON)
"""Words that are forenames before a surname however few letters they have: ``Lew`` Roe."""
