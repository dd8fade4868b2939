"""What a user may ask of a conversion, as a frozen record, resolved once at the edge."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from teiconv.errors import OptionsError
from teiconv.model.check import line, text_encoding
from teiconv.model.header import Publication

if TYPE_CHECKING:
    from teiconv.names.people.decisions import Decision
    from teiconv.names.people.index import PersonList
    from teiconv.names.people.register import Register
    from teiconv.names.terms import TermList


class Profile(StrEnum):
    """In whose conventions a document is written: our own TEI, or those of the series (``docs/profiles.md``)."""

    TEI = "tei"
    FRUS = "frus"


@dataclass(frozen=True, slots=True)
class Options:
    """How to convert.

    Attributes:
        identifier: ``xml:id`` of the document; without it, ``d`` and the number in the title.
        number: ``@n`` of a document whose title has no number.
        encoding: encoding of the text where no byte-order mark tells it; without it, UTF-8.
        persons: the persons that may be named; without a list, the document itself tells who is in it.
        authority: knows people by the thousand, and tells without a list who is meant (:mod:`teiconv.authority`).
        decisions: what an editor decided about doubtful links to persons.
        terms: the terms and abbreviations to be marked.
        conventions: by which the text is read (``frus``, ``generic`` …); without, those that fit it best.
        profile: the form in which the document is written.
        publication: what the user says of the publication, for the header.
    """

    identifier: str | None = None
    number: str | None = None
    encoding: str | None = None
    persons: PersonList | None = None
    authority: Register | None = None
    terms: TermList | None = None
    decisions: tuple[Decision, ...] = ()
    conventions: str | None = None
    profile: Profile = Profile.TEI
    publication: Publication = field(default_factory=Publication)

    def __post_init__(self) -> None:
        """Check every value.

        Raises:
            OptionsError: one is not what the conversion can work with.
        """
        for name in ("identifier", "number", "encoding", "conventions"):
            line(name, getattr(self, name))
        if self.encoding is not None and text_encoding(self.encoding) is None:
            raise OptionsError(f"{self.encoding!r} is not an encoding of texts; try utf-8, cp1252 or iso8859-1")
        for name in ("persons", "terms"):
            if isinstance(getattr(self, name), (str, bytes, os.PathLike, list, tuple)):
                raise OptionsError(f"“{name}” takes a list as teiconv.names.lists.load reads it, not the name of one")
        if not isinstance(self.decisions, tuple) or not isinstance(self.publication, Publication):
            raise OptionsError("“decisions” takes a tuple, “publication” a Publication")
        object.__setattr__(self, "profile", _profile(self.profile))


def _profile(value: str) -> Profile:
    try:
        return Profile(value)
    except ValueError:
        raise OptionsError(f"there is no profile {value!r}; there are {', '.join(Profile)}") from None


DEFAULTS = Options()
