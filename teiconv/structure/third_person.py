"""Notes in the third person: their first sentence says who writes to whom; they have neither title nor signature.

``The Minister of Ruritania presents his compliments to the Secretary of State and has the honor to …``
"""

from __future__ import annotations

import re

from teiconv.regex import regex

_COURTESY = r"(?:(?:His|Her|Their) Excellenc(?:y|ies)|the (?:Right )?Honou?rable),? (?=the\b|Mr\b|Dr\b)"
_COMPLIMENTS = regex(
    rf"(?P<sent>(?:The|His|Her|Mr\.|Dr\.|Sir)\b.{{2,200}}?),? presents? (?:(?:his|her|its|their) )(?:\w+ )?compliments"
    rf" to (?:{_COURTESY})?(?P<received>.{{4,200}}?)"
    r"(?=,? (?:and|with reference|in reference|in reply|in acknowledging|referring)\b|[;.]|,\s|\Z)",
    re.I,
)
_IN_OTHER_LANGUAGES = (
    regex(
        r"(?:La|El) (?P<sent>.{2,160}?) (?:saluda (?:muy )?(?:\w+mente )?a|presenta sus (?:(?:más|muy) )?(?:\w+ ){0,2}?"
        r"(?:saludos|cumplimientos) a)(?:l| la| el)? (?P<received>.{4,160}?)(?=,? y (?:tiene|se)\b|[;.,])"
    ),
    regex(
        r"[AO] (?P<sent>.{2,160}?) (?:cumprimenta (?:[ao]|à)|apresenta (?:os )?seus (?:\w+ )?cumprimentos (?:ao|à)) "
        r"(?P<received>.{4,160}?)(?=,? e (?:tem|se)\b|[;.,])"
    ),
    regex(
        r"(?:L[ae] |L[’'])(?P<sent>.{2,160}?) présente ses (?:\w+ )?compliments (?:à l[ae] |à l[’']|au |à )"
        r"(?P<received>.{4,160}?)(?=,? et (?:a|se|lui)\b|[;.,])"
    ),
)
"""``La Embajada de Ruritania saluda atentamente a la Secretaría …``, ``O Ministério … cumprimenta a Embaixada …``"""
_CUE = regex(r"compliments|cumpliment|cumpriment|salud")
_LONGEST = 480
"""The sentence begins so within as many characters."""


def is_in_third_person(text: str) -> bool:
    """Whether a paragraph begins a note in the third person: ``The Embassy presents its compliments to …``"""
    return writer_and_reader(text) is not None


def writer_and_reader(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where ``text``, that of the first paragraph of a note, says who writes, and to whom."""
    begin = text[:_LONGEST]
    forms = (_COMPLIMENTS, *_IN_OTHER_LANGUAGES) if _CUE.search(begin) else ()
    found = next((match for form in forms if (match := form.match(begin))), None)
    return (found.span("sent"), found.span("received")) if found else None
