"""Words that were looked up in a list before, and found to be none of it."""

from __future__ import annotations

_MOST = 1 << 15


class Barren(set[str]):
    """A set of such words; it forgets all of them when they become so many that they would fill the memory."""

    def add(self, word: str) -> None:
        """Add ``word``."""
        if len(self) >= _MOST:
            self.clear()
        super().add(word)
