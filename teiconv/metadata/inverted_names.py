"""Names with the surname first, as address books have them: ``To: Brown, Peter J; Miller, Thomas``.

In a line of addressees the semicolon parts people, and the comma a name; below a cable, the office stands before who
cleared it (``ECON:Brown, Peter``).  Each is a ``persName`` before names are sought, so that no forename is taken for
a surname; it points to a person whom the text names otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from teiconv.grammar.posts import names_post
from teiconv.model import (
    OBJECT,
    Content,
    Element,
    Span,
    annotate,
    element,
    elements_named,
    flatten,
    plain,
    transform,
)
from teiconv.names.people.names import is_short_for, words
from teiconv.names.people.person import Person
from teiconv.names.people.vocabulary import FORENAMES, TITLES
from teiconv.regex import regex

_LISTS = frozenset({"from", "to", "action", "copies", "info"})
_MEMBER = regex(rf"[^;{OBJECT}]+")
_INVERTED = regex(
    r"['\"‘“]?(?P<surname>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?P<given>[A-Z][\w’-]*\.?(?: [A-Z][\w’-]*\.?){0,2})"
    r"(?=['\"’”]?(?: ?[(<\[].*)?\Z)"
)
_CLEARED = regex(
    r"[A-Z/]{1,12}: ?(?P<surname>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?P<given>[A-Z][\w’-]*\.?(?: [A-Z][\w’-]*\.?)?)"
    rf"(?= *(?:{OBJECT}|\Z))"
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def with_inverted_names(body: Element) -> Element:
    """Return ``body`` with a ``persName`` around each name that has the surname first, where lines of it have such."""
    lines = [node for node in elements_named(body, {"list"}) if node.get("rend") == "run-in"]
    is_mail = any(_is_of_mail(line) for line in lines)
    return _with_heading_lines(body, lambda line: _with_names(line, is_mail))


def with_links(body: Element, people: Iterable[Person]) -> Element:
    """Return ``body`` with a pointer on those of these names that are names of ``people``."""
    known = tuple(people)
    if not known:
        return body

    def linked(node: Element) -> Element:
        if node.name != "persName" or node.get("ref") or not (match := _INVERTED.match(plain(node.content))):
            return node
        named = [person for person in known if _is_named(person, match["surname"], match["given"])]
        return node.having(ref=f"#{named[0].id}") if len(named) == 1 else node

    return _with_heading_lines(body, lambda line: transform(line, linked))


def _with_heading_lines(body: Element, change: Callable[[Element], Element]) -> Element:
    """Return ``body`` with ``change`` applied to each line of addressees, or of drafting, in it."""
    lines = (node for node in elements_named(body, {"list", "seg"}) if _is_heading_line(node))
    changed = {line: new for line in lines if (new := change(line)) is not line}
    if not changed:
        return body
    return transform(body, lambda node: changed.get(node, node) if _is_heading_line(node) else node)


def _is_of_mail(line: Element) -> bool:
    words = "".join(plain(part.content) for part in line.content if isinstance(part, Element))
    return words.lower().startswith("sent:") or (line.get("type") in _LISTS and "@" in words)


def _is_heading_line(node: Element) -> bool:
    is_list = node.name == "list" and node.get("rend") == "run-in" and node.get("type") in _LISTS
    return is_list or (node.name == "seg" and node.get("type") == "drafting")


def _with_names(heading: Element, is_mail: bool) -> Element:
    if heading.name == "seg":
        cleared = _CLEARED.finditer(flatten(heading.content))
        spans = [Span(found.start("surname"), found.end("given"), element("persName")) for found in cleared]
        return heading.containing(annotate(heading.content, spans)) if spans else heading
    if not any("," in flatten(child.content) for child in heading.content if isinstance(child, Element)):
        return heading
    content = (
        child.containing(annotate(child.content, _spans(child.content, is_mail)))
        if isinstance(child, Element) and child.name == "item"
        else child
        for child in heading.content
    )
    return heading.containing(content)


def _spans(content: Content, is_mail: bool) -> Iterator[Span]:
    text = flatten(content)
    is_parted = is_mail or ";" in text
    for member in _MEMBER.finditer(text):
        start = member.start() + len(member[0]) - len(member[0].lstrip())
        match = _INVERTED.match(member[0].strip())
        if (
            match
            and not names_post(member[0].strip())
            and (is_parted or _is_forename(match["given"]))
            and _may_be_surname(match["surname"])
        ):
            yield Span(start + match.start("surname"), start + match.end("given"), element("persName"))


def _is_forename(given: str) -> bool:
    first = words(given)[:1]
    return bool(first) and first[0] in FORENAMES


def _may_be_surname(surname: str) -> bool:
    return not TITLES.intersection(words(surname)) and not _SUFFIXES.intersection(words(surname))


def _is_named(person: Person, surname: str, given: str) -> bool:
    own = words(person.name.of("forename"))
    if words(person.name.of("surname")) != words(surname) or not own:
        return False
    return is_short_for(words(given)[0], own[0]) or is_short_for(own[0], words(given)[0])
