"""What a user may ask of a conversion, as a frozen record, resolved once at the edge."""

from __future__ import annotations

from dataclasses import dataclass, field

from teiconv.header import Publication


@dataclass(frozen=True, slots=True)
class Options:
    """How to convert.

    Attributes:
        identifier: ``xml:id`` of the document; without it, ``d`` and the number in the title.
        number: ``@n`` of a document whose title has no number.
        encoding: encoding of the text where no byte-order mark tells it; without it, UTF-8.
        publication: what the user says of the publication, for the header.
    """

    identifier: str | None = None
    number: str | None = None
    encoding: str | None = None
    publication: Publication = field(default_factory=Publication)


DEFAULTS = Options()
