"""From positions in a candidate's text to positions in the gold text, where the two differ."""

from __future__ import annotations

from collections.abc import Callable

from teiconv.errors import MissingExtraError

Alignment = Callable[[int], int]


def align(candidate: str, gold: str) -> Alignment:
    """Return the function from positions in ``candidate`` to positions in ``gold``.

    Equal texts need nothing; others are aligned by the fewest changes of a character.

    Raises:
        MissingExtraError: the texts differ, and ``rapidfuzz`` is not installed.
    """
    if candidate == gold:
        return _same
    try:
        from rapidfuzz.distance import Levenshtein
    except ImportError as error:
        message = "the texts differ, and rapidfuzz, which aligns them, is missing; pip install 'teiconv[evaluate]'"
        raise MissingExtraError(message) from error
    positions = [0] * (len(candidate) + 1)
    for change in Levenshtein.opcodes(candidate, gold):
        reach = change.dest_end - change.dest_start
        for index in range(change.src_start, change.src_end):
            positions[index] = change.dest_start + min(index - change.src_start, reach)
        positions[change.src_end] = change.dest_end
    return positions.__getitem__


def _same(position: int) -> int:
    return position
