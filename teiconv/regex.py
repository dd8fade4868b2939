"""Regular expressions that are compiled when they are first used.

The package has more than two hundred, of which an ordinary document needs half; to compile them all takes several
times as long as to convert it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as ``re.compile(pattern, flags)`` does, and is compiled when it is first used."""
    return _Lazy(pattern, flags)  # type: ignore[return-value]


class _Lazy:
    """Stands for a pattern, and keeps each of its methods once asked for: from then on a call costs what it should."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)
