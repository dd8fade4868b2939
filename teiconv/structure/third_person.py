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
_LONGEST = 480
"""The sentence begins so within as many characters."""


def is_in_third_person(text: str) -> bool:
    """Whether a paragraph begins a note in the third person: ``The Embassy presents its compliments to …``"""
    return writer_and_reader(text) is not None


def writer_and_reader(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where ``text``, that of the first paragraph of a note, says who writes, and to whom."""
    found = _COMPLIMENTS.match(text[:_LONGEST]) if "compliments" in text[:_LONGEST] else None
    return (found.span("sent"), found.span("received")) if found else None
