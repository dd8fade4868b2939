"""A list of terms in text → terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from teiconv.errors import Place, TeiconvError
from teiconv.names.lists.entry_names import split_entry as person_entry
from teiconv.names.lists.kinds import FEWEST, is_inverted
from teiconv.names.lists.text import entries, is_prose, paragraphs_beside
from teiconv.names.people.names import fold
from teiconv.names.people.vocabulary import ABBREVIATIONS, COMMON, PLACES
from teiconv.names.term import Term
from teiconv.regex import regex

LONGEST = 60
"""Of how many characters a term is at most made."""

_PARAGRAPH = 250
"""Of how many characters an entry is a paragraph: a paper has many of them, a list of terms hardly any."""

_HEADING = regex(r"(?P<name>[^,;:(]*(?:\([^()]*\)[^,;:(]*)*)[,;:]?\s*(?P<rest>.*)")
_ABBREVIATION = regex(r"(?:or |also )?[A-Z][\w/&–-]*[A-Z0-9][\w/&–-]*")


def terms_from_text(text: str, file: str = "<input>") -> Iterator[Term]:
    """Yield the terms of ``text``, a list as the site shows it, in its order.

    An entry whose heading is made of ordinary words and out of the alphabet goes on with the entry before
    (``… Bureau of International Organization`` / ``Affairs, Department of State``).

    Raises:
        TeiconvError: it is no list of terms, but one of persons, or a paper.
    """
    found = [(entry, split_entry(entry)) for entry in entries(text)]
    _refuse_others(found, text, file)
    kept: list[Term] = []
    for number, (entry, term) in enumerate(found):
        after = found[number + 1][1] if number + 1 < len(found) else term
        if kept and _goes_on(kept[-1], term, after):
            kept[-1] = replace(kept[-1], expansion=f"{kept[-1].expansion} {entry}")
        else:
            kept.append(term)
    yield from kept


def _refuse_others(found: Sequence[tuple[str, Term]], text: str, file: str) -> None:
    people = sum(is_inverted(person_entry(entry)[0]) for entry, _ in found)
    if len(found) > 1 and people >= FEWEST * (len(found) + paragraphs_beside(text)):
        what = "a list of persons: give it as --persons"
    elif found and not _are_terms(found, text):
        what = "no list of terms"
    else:
        return
    advice = "a list of terms has an entry to a line (“NATO, North Atlantic Treaty Organization”)"
    raise TeiconvError(f"this looks like {what}; {advice}", Place(file, 1))


def looks_like_terms(text: str) -> bool:
    """Tell whether ``text`` is a list that :func:`terms_from_text` takes for one of terms, and no prose."""
    found = [(entry, split_entry(entry)) for entry in entries(text)]
    return len(found) > 1 and _are_terms(found, text)


def _are_terms(found: Sequence[tuple[str, Term]], text: str) -> bool:
    terms = sum(0 < len(term.name) <= LONGEST and len(entry) < _PARAGRAPH for entry, term in found)
    return terms >= FEWEST * (len(found) + paragraphs_beside(text)) and not is_prose(text)


def _goes_on(before: Term, term: Term, after: Term) -> bool:
    words = term.name.split()
    if any(word.isupper() and len(word) > 1 for word in words):
        return False
    ordinary = all(fold(word) in COMMON - ABBREVIATIONS or fold(word) in PLACES for word in words)
    return ordinary and term.name.lower() < before.name.lower() <= after.name.lower()


def split_entry(entry: str) -> Term:
    """Return the term that ``entry`` gives, with its other forms (``AFL, AFOL, American Federation of Labor``)."""
    match = _HEADING.fullmatch(entry)
    if not match:
        return Term("", entry.strip())
    name, rest = match["name"].strip(), match["rest"]
    while (comma := rest.find(",")) > 0 and _ABBREVIATION.fullmatch(rest[:comma]):
        name, rest = f"{name}, {rest[:comma]}", rest[comma + 1 :].lstrip()
    return Term("", name, rest)
