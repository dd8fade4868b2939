"""The language of a text, by its commonest words or its script; English where nothing else is sure."""

from __future__ import annotations

from collections import Counter

from teiconv.model import Element, Node
from teiconv.regex import regex

ENGLISH = "en"
_WORD = regex(r"[^\W\d_]+")
_WORDS = {
    ENGLISH: "the of and to in that is was for with on by as at be his from this which",
    "fr": "le la les de des et que dans une est pour du au aux qui sur avec par nous ce pas vous je ai ma ont été",
    "es": "el la los las de que en por una con del para se su es al lo como no más ha sido vuestra",
    "de": (
        "der die und den das nicht mit ist von zu ein dem auf für im sich eine des auch ich ihnen wir dass daß wird "
        "er hat haben bei nach aus vom zum zur wurde werden sein seine über ihm mir ihn oder aber noch nur sie einer"
    ),
    "it": "il che di non per una del della sono con al le gli dei nel si alla la ha lo un mi è questo più dal nella",
    "pt": "que não uma para com dos da em os do as ao pelo mais seu é de o e a",
    "nl": "de het een en van is dat niet met op te voor zijn aan ook",
}
"""The words that each language has most often; one that two have counts for both."""
_LANGUAGES_OF = {
    word: tuple(language for language, words in _WORDS.items() if word in words.split())
    for words in _WORDS.values()
    for word in words.split()
}
_SCRIPTS = (
    ("ru", regex(r"[\u0400-\u04ff]")),
    ("el", regex(r"[\u0370-\u03ff]")),
    ("ja", regex(r"[\u3040-\u30ff]")),
    ("ko", regex(r"[\uac00-\ud7af]")),
    ("zh", regex(r"[\u4e00-\u9fff]")),
    ("ar", regex(r"[\u0600-\u06ff]")),
    ("he", regex(r"[\u0590-\u05ff]")),
)
_THE, _LEAST_THE = " the ", 6
_LONG = 200
"""Characters of a string after which it is worth while to count."""
_ENOUGH = 4000
"""Characters that are looked at."""
_LEAST_WORDS, _MARGIN = 8, 2
"""A text is in a language if it has so many of its words, and so many times more than English words."""
_FEW_WORDS, _LEAD = 5, 2
"""A short text is, too, without a word of English: it has so many different ones, so many more than of the next."""
_LEAST_SHARE = 0.3
"""A script is that of the text if so much of it is written in it."""


def language_of(body: Element) -> str:
    """Return the language of ``body``, as a tag of BCP 47: ``en``, ``fr`` …"""
    text = _beginning(body)
    if text is None:
        return ENGLISH
    if not text.isascii():
        for language, script in _SCRIPTS:
            if len(script.findall(text)) > _LEAST_SHARE * len(text):
                return language
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text.lower())).items():
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] += times
            different[language] += 1
    best, count = max(counts.items(), key=lambda item: item[1], default=(ENGLISH, 0))
    if count >= _LEAST_WORDS and count > _MARGIN * counts[ENGLISH]:
        return best
    return ENGLISH if counts[ENGLISH] else _of_few_words(different)


def _of_few_words(different: Counter[str]) -> str:
    """Return the language of a short text with so many ``different`` words of each; English if it is not sure."""
    (best, most), (_, next_most) = [*different.most_common(2), (ENGLISH, 0), (ENGLISH, 0)][:2]
    return best if most >= _FEW_WORDS and most - next_most >= _LEAD else ENGLISH


def _beginning(body: Element) -> str | None:
    """Return the strings of ``body`` up to the one with which there are enough, without those of its notes.

    ``None`` if they have “the” so often that no more need be read: no other language has the word.
    """
    parts: list[str] = []
    length = 0
    waiting: list[Node] = [body]
    while waiting and length <= _ENOUGH:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
            length += len(node)
            if len(node) > _LONG and " ".join(parts).count(_THE) >= _LEAST_THE:
                return None
        elif node.name != "note":
            waiting += reversed(node.content)
    text = " ".join(parts)
    return None if text.count(_THE) >= _LEAST_THE else text
