"""A list of persons in text → persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiconv.annotate.people.person import Person
from teiconv.lists.entry_names import split_entry
from teiconv.lists.text import entries

_SEE = re.compile(r"(?:\()?see (?:also )?(.+?)\)?\.?$", re.I)


def persons_from_text(text: str) -> Iterator[Person]:
    """Yield the persons of ``text``, a list as the site shows it, in its order."""
    for entry in entries(text):
        name, description = split_entry(entry)
        yield Person("", (name,), description)
