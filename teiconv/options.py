"""What a user may ask of a conversion, as a frozen record, resolved once at the edge."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to convert.

    Attributes:
        identifier: ``xml:id`` of the document; without it, ``d`` and the number in the title.
        encoding: encoding of the text where no byte-order mark tells it; without it, UTF-8.
    """

    identifier: str | None = None
    encoding: str | None = None


DEFAULTS = Options()
