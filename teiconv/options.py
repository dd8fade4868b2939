"""The options of a conversion, as a frozen record that is checked where it is made."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from teiconv.errors import OptionsError, Place
from teiconv.model.check import line, names_checked, text_encoding, yes_no_or_none, yes_or_no
from teiconv.model.header import Publication
from teiconv.model.values import check
from teiconv.regex import regex

if TYPE_CHECKING:
    from teiconv.model.decision import Decision
    from teiconv.names.people.decisions import LinkDecision
    from teiconv.names.people.index import PersonList
    from teiconv.names.people.register import Register
    from teiconv.names.terms import TermList


File: TypeAlias = "str | os.PathLike[str]"
"""The path of a file."""


class Profile(StrEnum):
    """The forms of TEI that teiconv promises: its own (``tei``), and that of Foreign Relations (``frus``).

    :data:`teiconv.formats.table.WRITERS` lists all forms that can be written; each may be chosen by its name.

    >>> import teiconv
    >>> document = teiconv.read_text("Memorandum")
    >>> teiconv.write_tei(document, "frus") == teiconv.write_tei(document, teiconv.Profile.FRUS)
    True
    """

    TEI = "tei"
    FRUS = "frus"


@names_checked
@dataclass(frozen=True, slots=True)
class Options:
    """How to convert a text.

    Attributes:
        identifier: the ``xml:id`` of the document; if ``None``, ``d`` and the number in the title.
        number: the number of a document whose title has none.
        encoding: the encoding of a text without a byte-order mark; if ``None``, UTF-8.
        persons: the list of persons, or its path; if ``None``, names are recognised by their form alone.
        authority: a compiled authority, or its path; it identifies persons if there is no list.
        unlisted: whether to name the people as well whom neither the list nor the authority knows, as persons of the
            document; if ``None``, unless there is a list. ``False`` needs a list or an authority.
        decisions: the decisions of editors, or the path of their file (docs/editing.md).
        terms: the list of terms, or its path; if ``None``, no terms are marked.
        places: also name the places of running text, by a gazetteer; this needs ``teiconv[places]``.
        conventions: the name of the conventions of the text; if ``None``, those that fit best.
        profile: the name of the form that is written: one of :class:`Profile`, or of another writer.
        publication: the facts about the publication, for the header.

    >>> from pathlib import Path
    >>> import teiconv
    >>> options = teiconv.Options(persons="persons.txt", terms="terms.csv", identifier="roe-1971")
    >>> teiconv.read_text(Path("memo.txt"), options).persons[0].note
    'President'
    """

    identifier: str | None = None
    number: str | None = None
    encoding: str | None = None
    persons: PersonList | None = None
    authority: Register | None = None
    unlisted: bool | None = None
    terms: TermList | None = None
    places: bool = False
    decisions: tuple[Decision | LinkDecision, ...] = ()
    conventions: str | None = None
    profile: Profile | str = Profile.TEI
    publication: Publication = field(default_factory=Publication)

    if TYPE_CHECKING:  # a list may be given by its path; the field then has what is in it

        def __init__(
            self,
            identifier: str | None = None,
            number: str | None = None,
            encoding: str | None = None,
            persons: PersonList | File | None = None,
            authority: Register | File | None = None,
            unlisted: bool | None = None,
            terms: TermList | File | None = None,
            places: bool = False,
            decisions: tuple[Decision | LinkDecision, ...] | File = (),
            conventions: str | None = None,
            profile: Profile | str = Profile.TEI,
            publication: Publication = ...,
        ) -> None: ...

    def __post_init__(self) -> None:
        """Check every value.

        Raises:
            OptionsError: the conversion cannot work with a value, or there is no field of a name.
        """
        for name in ("identifier", "number", "encoding", "conventions", "profile"):
            line(name, getattr(self, name))
        yes_no_or_none("unlisted", self.unlisted)
        yes_or_no("places", self.places)
        _check_identifier(self.identifier)
        if self.encoding is not None and text_encoding(self.encoding) is None:
            raise OptionsError(f"{self.encoding!r} is not an encoding of texts; try utf-8, cp1252 or iso8859-1")
        for name, load in _LOADED.items():
            value = getattr(self, name)
            if isinstance(value, (str, os.PathLike)):
                object.__setattr__(self, name, load(value))
            elif value is not None and name in _TAKEN and not _is_loaded(name, value):
                raise OptionsError(f"“{name}” takes {_TAKEN[name]}, not {value!r:.60}")
        if not isinstance(self.decisions, tuple) or not isinstance(self.publication, Publication):
            raise OptionsError("“decisions” takes a tuple, “publication” a Publication")
        for item in fields(Publication):
            check(item.name, getattr(self.publication, item.name))


def names_unlisted(options: Options) -> bool:
    """Tell whether to name the people as well whom neither the list nor the authority of ``options`` knows."""
    return options.persons is None if options.unlisted is None else options.unlisted


def check_unlisted(unlisted: bool | None, *, has_register: bool, place: Place | None = None) -> None:
    """Refuse to name only people whom a list or an authority knows where there is neither.

    Raises:
        OptionsError: there is neither.
    """
    if unlisted is False and not has_register:
        raise OptionsError(
            "to leave out the people who are not known, give a list of persons or an authority: "
            "without either, the document itself names its people",
            place,
        )


_TAKEN = {
    "persons": "the path of a list, or the result of load_persons for several lists",
    "terms": "the path of a list, or the result of load_terms for several lists",
    "authority": "the path of a compiled authority",
}
"""What the options that name files take."""


def _is_loaded(name: str, value: object) -> bool:
    """Tell whether ``value`` is what the option ``name`` has once its file is read."""
    from teiconv.names.people.index import PersonList
    from teiconv.names.people.register import Register
    from teiconv.names.terms import TermList

    kinds: dict[str, type] = {"persons": PersonList, "terms": TermList, "authority": Register}
    return isinstance(value, kinds[name])


_IDENTIFIER = regex(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
_NOT_IN_IDENTIFIER = regex(r"[^A-Za-z0-9_.-]+")
_OWN = "teiconv"
"""The ``xml:id`` of the program, in the header of each file."""


def _check_identifier(identifier: str | None) -> None:
    """Refuse what XML does not take as an ``xml:id``, letters that not all programs take in one, and the program's own.

    Raises:
        OptionsError: it cannot be that of a document; the message has one that is near.
    """
    if identifier == _OWN:
        raise OptionsError(f"“{_OWN}” is the xml:id of the program in the header; write “d-{_OWN}”")
    if identifier is None or _IDENTIFIER.match(identifier):
        return
    plain = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode()
    near = _NOT_IN_IDENTIFIER.sub("-", plain).strip("-")
    near = near if _IDENTIFIER.match(near) else f"d{near}"
    raise OptionsError(
        f"“{identifier:.60}” cannot be an xml:id: it takes the letters A to Z and a to z, digits, “.”, “-” and “_”, "
        f"and begins with a letter or “_”; write “{near:.60}”"
    )


def _load_authority(path: str | os.PathLike[str]) -> Register:
    from teiconv.authority.find import Finder  # few conversions have one

    return Finder(os.fspath(path))


def _load_persons(file: str | os.PathLike[str]) -> PersonList:
    from teiconv.names.lists.load import load_persons, read_files

    return load_persons(read_files([file]))


def _load_terms(file: str | os.PathLike[str]) -> TermList:
    from teiconv.names.lists.load import load_terms, read_files

    return load_terms(read_files([file]))


def _load_decisions(file: str | os.PathLike[str]) -> tuple[Decision | LinkDecision, ...]:
    from teiconv.editing.file import load_decisions
    from teiconv.names.lists.load import read_files

    return load_decisions(read_files([file]))


_LOADED: dict[str, Callable[[str | os.PathLike[str]], object]] = {
    "persons": _load_persons,
    "terms": _load_terms,
    "authority": _load_authority,
    "decisions": _load_decisions,
}
"""What may be given as the path of a file, and how that is read."""


DEFAULTS = Options()
