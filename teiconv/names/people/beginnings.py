"""Where a name begins that does not begin with the capital of a surname: particles, forenames that are words."""

from __future__ import annotations

from teiconv.names.people.tokens import Tokens
from teiconv.names.people.vocabulary import COMMON, FORENAMES, GIVEN_NAMES, MONTHS, PLACES, TITLES, WORDS_AND_NAMES
from teiconv.regex import regex

NO_NAMES = COMMON | PLACES | MONTHS
NO_TITLES = TITLES - FORENAMES

FORENAMES_AND_WORDS = FORENAMES & (NO_NAMES - MONTHS)
"""Forenames that are other words as well: ``Christian``, ``Bill``, the camp ``David``."""

SURNAMES = WORDS_AND_NAMES - MONTHS
OF_LEADERS = frozenset({"ambassador", "minister", "premier", "president"})
"""Titles right behind which a surname stands that is another word as well: Prime Minister ``Begin``."""

LORDSHIPS = frozenset({"seal", "privy"})
"""What ends or begins an office after ``Lord``, a word after which everything else is a name."""

FOREIGN_OFFICES = frozenset(
    """ambasciatore ambassadeur botschafter botschafters bundeskanzler bundeskanzlers canciller commissaire embaixador
    embajador gesandten gesandter kanzler ministerialdirektor ministerialdirektors ministre ministro presidente
    prasident secretaire secretario sottosegretario staatssekretar staatssekretars subsecretario vorsitzender""".split()
)
"""Offices that stand after a courtesy title in place of a name, or behind a paper of theirs: ``Herr Botschafter``."""

_NOBLE = frozenset("comte comtesse freiherr furst graf grafin marchese vicomte".split())
"""Ranks that stand before a name in other languages, and no forenames: ``Graf`` Bersonin."""
_EXCELLENCIES = frozenset({"he", "se"})
"""The letters of ``His Excellency``, ``Son Excellence`` before a forename."""
_POSTED = frozenset({"ambassador", "ambassadors", "commissioner", "embassy", "legation", "minister"})
_AT_POST = frozenset({"at", "in", "of", "to"})
"""Behind these two a place follows: ``our Ambassador to Ruritania``."""
_FOREIGN_AT_POST = frozenset("a au d de del di do du in".split())
"""What leads on from such an office in other languages: ``Ministre de Ruritanie à Strelsau``."""
_PRESIDES = regex(r"Présidente?|PRÉSIDENTE?")
"""Who heads something in French; in English a surname follows ``President``: ``President du Roe``."""

_UNDER = frozenset("assistant deputy of parliamentary permanent under".split())
"""What stands before the head of a field who has another above, and in ``Secretary of State for …``."""

_SPEAKER = regex(r"(?:[A-Z]|(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]+):[ \n]+")
"""What stands before the words of a turn in a transcript."""
_CALLED = (",", "?", "!")
"""What follows whoever a speaker turns to."""

_OBJECTS = frozenset("il l la le lo un una".split())
_PARTICIPLE = regex(r"(?:l['’]|\w{2,}[aiost]to\Z)")
"""What stands behind ``Ho``, I have: ``l’onore``, ``visto``."""

_LINKS = frozenset("da de del della di du van von".split())
"""Particles that begin a surname in small letters; no English words are like them."""
_ARTICLES = frozenset("den der la las los".split())
"""What may stand between them and the rest of it: van ``der`` Roe."""
_BURMESE = "U"
"""What belongs to the names of men of Burma: ``U`` Thant."""


def with_particles(tokens: Tokens, index: int) -> int:
    """Return where the surname begins of which the word ``index`` is the first with a capital: General ``de`` Roe.

    What the particles themselves follow is a title or a small word, no part of a thing (``Place de Grève``).
    """
    words, gaps = tokens.words, tokens.gaps
    if index and tokens.written[index - 1] == _BURMESE and gaps[index] == " ":
        return index - 1
    first = index - (index > 1 and words[index - 1] in _ARTICLES) - 1
    if first < 0 or words[first] not in _LINKS or tokens.capital(first):
        return index
    if any(gaps[at] != " " for at in range(first + 1, index + 1)):
        return index
    return index if first and _is_thing_before(tokens, first) else first


def _is_thing_before(tokens: Tokens, first: int) -> bool:
    """Tell whether the word before the particle ``first`` is a thing by its capital: no title, no ``If`` de Roe."""
    if not tokens.capital(first - 1) or tokens.gaps[first] != " " or tokens.words[first - 1] in TITLES:
        return False
    return not tokens.begins_sentence(first - 1)


def is_behind_name_in_capitals(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index``, not in capitals, stands behind a name that is, and a comma: ROE, ``Clerk``."""
    first = index
    while first and tokens.gap(first) == " ":
        first -= 1
    name = tokens.written[max(first - 2, 0) : first]
    is_name = len(name) > 1 and all(map(str.isupper, name)) and len(name[-1]) > 1
    return is_name and tokens.gap(first) == ", " and not tokens.upper(index)


def is_field_of_office(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is what a minister or a secretary is for: Secretary of State for ``Fisheries``.

    ``From Secretary for Roe`` is a telegram; the Secretary of State may be for the ``Colonies``.
    """
    words = tokens.words
    at = index - 2 if index and words[index - 1] == "the" else index - 1
    if at < 1 or words[at] != "for":
        return False
    office = words[at - 1]
    return office == "minister" or (office in ("secretary", "state") and at > 1 and words[at - 2] in _UNDER)


def is_title_of_one_word(tokens: Tokens) -> bool:
    """Tell whether the run is a title such as ``Contents``: it names nobody whom nothing else names."""
    return tokens.run.block == "head" and len(tokens.written) == 1


def is_called(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is the forename by which a speaker calls the other: ``R: Henry?``, ``No, Al.``"""
    before, after = tokens.gap(index), tokens.gaps[index + 1]
    if tokens.words[index] not in GIVEN_NAMES or tokens.run.depth:
        return False
    is_last = before == ", " and after.startswith((".", *_CALLED)) and tokens.words[index + 1 : index + 2] != ["and"]
    if not is_last and not (":" in before and after.startswith(_CALLED)):
        return False
    speaker = _SPEAKER.match(tokens.text)
    return speaker is not None and (is_last or speaker.end() == tokens.start(index))


def is_verb(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` begins a sentence in Italian, and is no name: ``Ho`` l'onore, ``Ho`` visto."""
    if tokens.words[index] != "ho" or index + 1 >= len(tokens.words) or tokens.capital(index + 1):
        return False
    after = tokens.written[index + 1]
    is_italian = after in _OBJECTS or _PARTICIPLE.match(after) is not None
    return is_italian and tokens.begins_sentence(index)


def is_before_surname(tokens: Tokens, index: int) -> bool:
    """Tell whether a surname stands behind the word ``index``, or initials and a surname: ``David`` A. Roe."""
    if tokens.gap(index + 1) != " ":
        return False
    after = index + 1
    while tokens.capital(after) and tokens.initial(after):
        after += 1
    return tokens.capital(after) and tokens.words[after] not in NO_NAMES and tokens.words[after] not in NO_TITLES


def is_style(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` begins what stands before a name: ``Graf`` Bersonin, ``H.E.`` Rudolf Roe.

    ``P.M.`` Heath is the Prime Minister, ``P. M.`` Heath and Mr. ``P.M.`` Heath have initials.
    """
    words = tokens.words
    if words[index] in _NOBLE:
        return tokens.gap(index + 1) == " " and tokens.capital(index + 1)
    if len(words[index]) > 1:
        return False
    name = index + 2
    if words[index:name] == ["p", "m"] and tokens.gap(index + 1) == ".":
        return tokens.capital(name) and not tokens.letter(name) and not tokens.titles_before(index)
    is_excellency = name < len(words) and words[index] + words[index + 1] in _EXCELLENCIES and tokens.letter(index)
    return is_excellency and tokens.gap(index + 1) == "." and words[name] in FORENAMES and tokens.capital(name + 1)


def is_post(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` begins the place where an ambassador is, or the country that sent one."""
    words = tokens.words
    if index > 1 and words[index - 1] in _AT_POST and words[index - 2] in _POSTED:
        return True
    if _is_presided(tokens, index):
        return True
    is_led_to = index > 1 and words[index - 1] in _FOREIGN_AT_POST
    return is_led_to and (words[index - 2] in FOREIGN_OFFICES or (index > 3 and _is_country(tokens, index - 2)))


def _is_presided(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is what a French President heads: ``Président du`` Conseil.

    ``de`` alone is a particle: ``le Président de`` Roe.
    """
    words = tokens.words
    article = index - 2 if words[index - 2 : index] in (["de", "la"], ["de", "l"]) else index - 1
    if article < 1 or not (article < index - 1 or words[article] in ("des", "du")):
        return False
    return tokens.gap(article) == " " and _PRESIDES.fullmatch(tokens.written[article - 1]) is not None


def _is_country(tokens: Tokens, index: int) -> bool:
    """Tell whether the word ``index`` is the country whose minister is named before it: ``Ministre de`` Ruritanie."""
    return tokens.words[index - 1] in _FOREIGN_AT_POST and tokens.words[index - 2] in FOREIGN_OFFICES
