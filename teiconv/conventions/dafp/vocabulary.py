"""The words of the series (``vocabulary.toml``), read once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from teiconv.remember import remembered


@remembered()
def words(*path: str) -> tuple[str, ...]:
    """Return the words that ``vocabulary.toml`` lists under ``path`` (``words("markings", "level")``)."""
    table: Any = _tables()
    for key in path:
        table = table[key]
    return tuple(table)


@remembered()
def alternatives(*path: str) -> str:
    """Return the words under ``path`` as alternatives of a pattern, longer ones first; blanks match any white space."""
    import re

    ordered = sorted(words(*path), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@remembered()
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))
