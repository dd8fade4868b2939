"""Why the machine links a name as it does: what it says of the text, by the lists that the review is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from teiconv.explain.explaining import Explainer
from teiconv.explain.records import Statement as Said
from teiconv.explain.wording import signs_in_words
from teiconv.options import DEFAULTS, Options
from teiconv.review.statements import Stated


class Told(NamedTuple):
    """The rules by which a name was linked, and what speaks for each candidate, by id."""

    why: tuple[str, ...] = ()
    signs: Mapping[str, tuple[str, ...]] = {}


class Machine:
    """Explains the names of documents under review; it keeps the last one that it read.

    ``options`` hold the lists by which the documents were made.  Without lists only those are explained that had none.
    """

    def __init__(self, options: Options = DEFAULTS) -> None:
        self._options = options
        self._last: tuple[tuple[str, str], Explainer] | None = None

    def told(self, found: Stated, id: str, place: tuple[int, int], pointers: Sequence[str]) -> Told:
        """Return why the words at ``place`` of the document ``id`` were linked to persons with the ids ``pointers``.

        Nothing is told where the machine, asked again, would have others to choose from.
        """
        if not self._has_lists and not _found_by_itself(found):
            return Told()
        for statement in self._explainer(found, id).at(*place).statements:
            ids = {candidate.id for candidate in statement.candidates}
            if (
                statement.element == "persName"
                and (statement.start, statement.end) == place
                and ids.issuperset(pointers)
            ):
                return Told(_why(statement), {each.id: signs_in_words(each.signs) for each in statement.candidates})
        return Told()

    @property
    def _has_lists(self) -> bool:
        return self._options.persons is not None or self._options.authority is not None

    def _explainer(self, found: Stated, id: str) -> Explainer:
        """Return the document as the machine reads it, which takes as long as a conversion."""
        key = (id, found.text)
        last = self._last
        if last is None or last[0] != key:
            options = replace(self._options, identifier=id, conventions=found.document.conventions)
            self._last = last = key, Explainer(found.text, options, id)
        return last[1]


def _why(one: Said) -> tuple[str, ...]:
    return (*filter(None, (one.why, one.who)), *signs_in_words(one.signs))


def _found_by_itself(found: Stated) -> bool:
    """Tell whether the persons of a document were found without any list."""
    lists = [one for one in found.document.standoff if one.name == "listPerson"]
    return bool(lists) and all(one.get("resp") == "#teiconv" for one in lists)
