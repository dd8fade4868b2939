"""The names of months, each once: in full, and as they are cut short in cables and citations."""

from __future__ import annotations

NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

IN_FULL = f"(?:{'|'.join(NAMES)})"
"""The pattern of a month in full."""

SHORT = tuple(name[:3] for name in NAMES)
"""The first three letters of each."""

CUT = f"(?:{'|'.join(SHORT)})"
"""The pattern of a month's first three letters."""

WRITTEN = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
"""The pattern of a month in full or cut short, without its full stop."""


def number(name: str) -> int:
    """Return the number of a month, 1 to 12, by the first three letters of its name in any case.

    Raises:
        ValueError: no month begins so.
    """
    return SHORT.index(name[:3].capitalize()) + 1
