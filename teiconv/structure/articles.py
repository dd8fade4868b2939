"""The articles of a treaty: ``Article I.``, ``ARTICLE 2`` over its text, with or without what it is about below."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.layout.lines import Placed
from teiconv.model import plain
from teiconv.regex import regex
from teiconv.structure.sections import SECTION_TITLE

_ARTICLE = regex(
    r"(?:Article|ARTICLE|Art\.|ART\.) (?P<number>[IVXL]{1,7}|\d{1,2})\.?(?:\s*[—–-]?\s*[A-Z][^.?!:;]{2,60}\.?)?\Z"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_FEWEST = 2
_LONGEST, _MOST_NODES = 90, 5


def entitle_articles(blocks: Sequence[Placed]) -> Sequence[Placed]:
    """Make ``Article I.`` and those that count on from it titles of sections; one by itself may be quoted."""
    numbers = [_number(placed) for placed in blocks]
    found: list[int] = []
    for index, number in enumerate(numbers[:-1]):
        if number == len(found) + 1 and numbers[index + 1] is None:
            found.append(index)
    if len(found) < _FEWEST:
        return blocks
    titles = set(found)
    return [
        placed.with_block(placed.block.having(rend=SECTION_TITLE)) if index in titles else placed
        for index, placed in enumerate(blocks)
    ]


def _number(placed: Placed) -> int | None:
    """Return the number of the article whose title ``placed`` is."""
    text = plain(placed.block.content) if placed.block.name == "p" and len(placed.block.content) <= _MOST_NODES else ""
    match = _ARTICLE.match(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    return int(match["number"]) if match["number"].isdigit() else _value(match["number"])


def _value(numeral: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True))
