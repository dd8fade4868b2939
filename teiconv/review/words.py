"""The words of a stretch of text, and which of the places with these words it is: so a statement is found again."""

from __future__ import annotations

from teiconv.editing.places import occurrences


def place_of(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the words of a stretch with single blanks, and which of the places with these words it is, from 1.

    >>> place_of("Mr. Sapt met Sapt.", 13, 17)
    ('Sapt', 2)
    """
    words = " ".join(text[start:end].split())
    found = occurrences(words, text) if words else []
    return words, 1 + sum(one < start for one, _ in found[:-1])


def find(text: str, words: str, nth: int = 1) -> tuple[int, int] | None:
    """Return the ``nth`` stretch with these words; the inverse of :func:`place_of`.

    >>> find("Mr. Sapt met Sapt.", "Sapt", 2)
    (13, 17)
    """
    found = occurrences(words, text) if words.strip() else []
    return found[nth - 1] if 0 < nth <= len(found) else None


def start_of_word(text: str, end: int) -> int:
    """Return where the word before ``end`` begins: a numeral that calls a note is told by the word that it follows.

    >>> start_of_word("sent by Sapt; 2 more", 14)
    8
    """
    before = text[:end].rstrip()
    return 1 + max(before.rfind(white) for white in " \n\t")
