"""The marking of a document: ``frus:classification`` around its words, in the source note or below the dateline."""

from __future__ import annotations

import re

from teiconv.formats.frus.vocabulary import CLASSIFICATION
from teiconv.model import Element, Span, annotate, descendants, element, flatten, transform
from teiconv.model.header import Classification

_LEVELS = {
    "top secret": "ts",
    "secret": "s",
    "confidential": "c",
    "unclassified": "u",
    "sensitive but unclassified": "sbu",
}
"""The values that the series has for levels; other markings (``Limited Official Use``) have none."""
_NONE = "no classification"


def mark_classification(body: Element, classification: Classification | None) -> Element:
    """Return ``body`` with ``frus:classification`` around the words that state the level of ``classification``."""
    if classification is None or classification.level is None:
        return body
    level = classification.level.casefold()
    stated = re.compile(rf"(?:^|(?<=\. )|(?<=\.)){re.escape(level)}(?=[;.,]|\s*$)", re.IGNORECASE)
    for place in (node for node in descendants(body) if _may_state(node)):
        if match := stated.search(flatten(place.content)):
            code = "na" if level.startswith(_NONE) else _LEVELS.get(level)
            span = Span(match.start(), match.end(), element(CLASSIFICATION, level=code))
            return _replaced(body, place, place.containing(annotate(place.content, [span])))
    return body


def _replaced(body: Element, old: Element, new: Element) -> Element:
    return transform(body, lambda node: new if node is old else node)


def _may_state(node: Element) -> bool:
    return node.name == "seg" or (node.name == "note" and node.get("type") == "source")
