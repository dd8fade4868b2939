"""The features of the learned models in plain words: one table for names, one for the people of an authority.

Each row is a pattern that a whole feature matches, and the words for it, with its groups in their places.  The first
row that matches holds.  What has the same words is one sign, with the sum of the weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from teiconv.explain.records import Sign
from teiconv.regex import regex

Table: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]


def _table(*rows: tuple[str, str]) -> Table:
    return tuple((regex(pattern), words) for pattern, words in rows)


PLACES = {
    "head": "a heading",
    "p": "a paragraph",
    "ab": "a paragraph without margins",
    "note": "a note",
    "note!": "the note of source",
    "source": "the note of source",
    "signed": "a signature",
    "item": "a list",
    "cell": "a table",
    "seg": "a line of the opening",
    "dateline": "a dateline",
    "salute": "a salutation",
    "innote": "a note",
}
"""Kinds of blocks in words."""

NAMES: Table = _table(
    (r"\*", "what holds for every name"),
    (r"m:length:.*", "the length of the block"),
    (r"m:<<(\w+ \w+)", "“{0}” stands before the name"),
    (r"m:>>(\w+ \w+)", "“{0}” follows the name"),
    (r"m:<<.*|m:>>.*", "the text around it"),
    (r"certain", "a sign beyond doubt, such as Mr. or President, or a title before the whole name"),
    (r"known:.*", "in how many edited volumes somebody of this name is tagged"),
    (r"(?:strong|once):[\d+-]+", "a title, known forename or office stands by the name"),
    (r"bare:.*", "no title, known forename or office stands by the name anywhere"),
    (r"(?:only|once):(?:item:)?(.*?)(?::[\d+-]+)?", "the name stands only in {place}"),
    (r"n=(.*)", "how often the surname stands in the document: {0}"),
    (r"w:(.*)", "“{name}” as a surname in general"),
    (r"name:(.*)", "“{name}” as a name in general"),
    (r"forename:(.*)", "“{name}” as a forename in general"),
    (r"len:.*", "the length of the surname"),
    (r"multi", "the surname has several words"),
    (r"common", "the document has the word in small letters, too"),
    (r"given:none.*", "the document gives no forename"),
    (r"given:initials.*", "the document gives initials"),
    (r"given:full.*", "a whole word that may be a forename stands in the name"),
    (r"t:courtesy[+!]?", "a courtesy title such as Mr. stands before the name"),
    (r"t:military[+!]?", "a military rank stands before the name"),
    (r"t:civil[+!]?", "a title of office stands before the name"),
    (r"t:sovereign[+!]?", "a title of a ruler or a cleric stands before the name"),
    (r"t:of[+!]?", "an office such as Secretary of State stands before the name"),
    (r"forename[+!]?", "a usual forename stands before the surname"),
    (r"initial[+!]?", "an initial stands before the surname"),
    (r"is-forename[+!]?", "the word alone is a forename"),
    (r"eastern[+!]?", "the surname stands first"),
    (r"(?:loud|upper)[+!]?", "the name is written in capitals"),
    (r"n:1[+!]?|m:words:1", "the name is a single word"),
    (r"n:(\d)[+!]?|m:words:(\d)", "the name has {0} words"),
    (r"office, <[+!]?", "an office and a comma stand before the name"),
    (r">, office[+!]?", "a comma and an office follow the name"),
    (r"head\([+!]?", "the name stands in the brackets of a heading"),
    (r"attending[+!]?", "the name stands in a list of those who are present"),
    (r"(?:bos|bor)[+!]?|m:begins", "the name begins a sentence"),
    (r"<Cap[+!]?", "a capitalised word stands before the name"),
    (r">Cap[+!]?", "a capitalised word follows the name"),
    (r">thing[+!]?", "a word such as Library or Doctrine follows the name"),
    (r">eor[+!]?", "the name ends the block"),
    (r">'s[+!]?|m:'s", "’s follows the name"),
    (
        r"b:([^+!]*)[+!]?|m:(head|p|ab|note!?|signed|item|cell|seg|dateline|salute)(?::\d)?",
        "the name stands in {place}",
    ),
    (r"m:list:(.*)", "the name stands in a list of the type “{0}”"),
    (r"m:label:(.*)", "the name stands below a heading that begins with “{0}”"),
    (r"m:t0?:(.*)", "the title “{0}” stands before the name"),
    (r"m:handled:(.*)", "“{0} by” or the like stands before the name"),
    (r"m:b<(.*)", "“{0}” stands shortly before the name"),
    (r"m:b>(.*)", "“{0}” follows shortly after the name"),
    (r"m:<g(.*)|m:>g(.*)", "the punctuation around the name"),
    (r"(?:m:)?<\^", "the name begins the block"),
    (r"(?:m:)?>\$", "the name ends the block"),
    (r"(?:m:)?<[^\w\s]*(\w+)[+!]?", "“{0}” stands before the name"),
    (r"(?:m:)?>[^\w\s]*(\w+)[+!]?", "“{0}” follows the name"),
    (r"(?:m:)?[<>](?s:.*)", "the punctuation around the name"),
)
"""Features of :mod:`teiconv.names.people.name_classifier` and :mod:`teiconv.names.people.classifier`."""

AUTHORITY: Table = _table(
    (r"given:(?:full|short).*", "the forename agrees"),
    (r"given:initial\+", "the initials agree"),
    (r"given:initial", "the one initial agrees"),
    (r"given:second", "the forename is this one’s second"),
    (r"given:whole", "the whole name agrees"),
    (r"given:none", "the document gives no forename"),
    (r"given:unlisted", "the authority knows no forename"),
    (r"title:.*", "known by this name only with a title"),
    (r"office:foremost", "a mere surname, and that of the President or the Secretary of State of the day"),
    (r"titles:agree", "the title before the name agrees with what is known"),
    (r"titles:else", "the title before the name is not known of this one"),
    (r"before:0", "nothing before the name is known of this one"),
    (r"before:.*", "words before the name agree with what is known"),
    (r"after:0", "nothing after the name is known of this one"),
    (r"after:.*", "words after the name agree with what is known"),
    (r"date:0.*", "attested in the year of the document"),
    (r"office:held", "held the office of the title on the day of the document"),
    (r"land:own", "has to do with the country or town of which the clause speaks"),
    (r"date:none", "no source says when this one lived"),
    (r"date:far.*", "attested only at quite another time"),
    (r"date:(\d+).*", "attested within {0} years of the document"),
    (r"dead", "died before the document was written"),
    (r"volumes:(.*)", "stands in the lists of volumes: {0}"),
    (r"now:(.*?):.*", "stands in the lists of volumes of these years: {0}"),
    (r"topic:.*", "what the document is about, compared with what is known"),
    (r"(?:company|nearest):.*", "who else is named in the document"),
)
"""Features of :mod:`teiconv.authority.weigh`."""


def signs(weighed: Iterable[tuple[str, float]], table: Table, *, is_everywhere: bool = False) -> tuple[Sign, ...]:
    """Return features with their weights as signs in words, the strongest first."""
    found: dict[str, float] = {}
    for feature, weight in weighed:
        if weight:
            words = in_words(feature, table)
            found[words] = found.get(words, 0.0) + weight
    return strongest(Sign(words, weight, is_everywhere) for words, weight in found.items())


def strongest(found: Iterable[Sign]) -> tuple[Sign, ...]:
    """Return ``found`` in the order of their strength; what speaks against counts as much as what speaks for."""
    return tuple(sorted(found, key=lambda sign: (-abs(sign.weight), sign.words)))


def known_only(features: Iterable[str], weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield those of ``features`` that have a weight, with it."""
    return ((feature, weights[feature]) for feature in features if feature in weights)


def in_words(feature: str, table: Table) -> str:
    """Return the words for ``feature``; what no row has is shown as it is."""
    for pattern, words in table:
        if match := pattern.fullmatch(feature):
            value = next((group for group in match.groups() if group is not None), "")
            return words.format(value, name=value.title(), place=PLACES.get(value, f"a list of the type “{value}”"))
    return f"the feature “{feature}”"
