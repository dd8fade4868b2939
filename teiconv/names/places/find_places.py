"""Places found in the running text of a document, and which place of the gazetteer each is.

A country, a capital, and a large town of two words are known as such by their own names.  Any other name needs a cue,
at one of its places in the document: a preposition (``in Cebu``), or the country or state behind it (``Portland,
Oregon``).  A name that is part of a longer one (``Paris Club``) is none.  Names that are words as well (``Thai``,
``Nice``; ``words.txt``) are places only where their country or state is named behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from teiconv.model import Element, Span, element, flatten, rewrite
from teiconv.names.people.vocabulary import COMMON, FORENAMES, WORDS_AND_NAMES
from teiconv.names.places.gazetteer import VERY_LARGE, Gazetteer, Kind, Place, by_first_word
from teiconv.names.runs import MARKED, Run, elements_in_runs, runs, with_spans
from teiconv.regex import regex

ADDRESS = "https://sws.geonames.org/{}/"
"""What GeoNames calls a place."""

_FIRST = regex(r"(?<![\w’'-])[A-ZÀ-Þ][\w’']*?(?=’s|'s|[^\w’']|$)")
_ANY_CUE = regex(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Ii]nto|[Vv]ia|[Oo]utside|[Tt]hrough|[Tt]owards?|city of) $")
_SURE_CUE = regex(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|city of) $")
_BEFORE = regex(r"([A-ZÀ-Þ][\w’'.-]*) $")
_AFTER = regex(r" ([A-ZÀ-Þ][\w’'-]*)")
_REGION = regex(r", ([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)")
_POSTS = frozenset("Consulate Delegation Embassy Government Legation Mission Station".split())
"""What may be called by the place where it is."""
_LANDS = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
"""Where many towns have the names of people: ``to Jackson`` says nothing."""
_WORDS = COMMON | FORENAMES | WORDS_AND_NAMES
_ORDINARY = frozenset(Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split())
"""Names of peoples and ordinary words that towns have for a name, or for one of their other names."""
_FORMER = frozenset(Path(__file__).with_name("former.txt").read_text(encoding="utf-8").split())
"""What the papers call large towns that have other names now, and what names nothing else."""
_BEFORE_NOUN = regex(
    r"[’']s? |[ -](?!(?:a|an|and|about|after|as|at|because|been|before|but|by|can|could|during|for|from|had|has|have|he"
    r"|if|in|into|is|it|may|might|next|nor|now|of|on|or|over|said|should|since|so|soon|that|the|then|they|this|through"
    r"|to|today|tomorrow|under|until|was|we|were|when|where|which|while|who|will|with|would|yesterday)\b)[a-z]"
)
"""What stands behind a name that is used as an adjective: ``in Cebu politics``."""
_CLEARLY, _HARDLY = 10, 2
"""How many times larger a place must be than its namesake to be meant, and not to be in doubt."""
_ABBREVIATED = 4
_SHORT = 3
"""How many words a place in a dateline may have: others are offices."""


class _Found(NamedTuple):
    number: int
    start: int
    end: int
    name: str
    has_cue: bool
    is_adjective: bool


def mark_places(body: Element, known: Gazetteer) -> Element:
    """Return ``body`` with ``placeName`` around each place that its running text names."""
    texts = runs(body)
    own = frozenset(_of_datelines(body))
    starting = by_first_word(own - known.names.keys())
    found = [each for number, run in enumerate(texts) for each in _found_in(number, run, starting, known)]
    meant = (own - _ORDINARY) | _meant_throughout(found, known)
    spans: dict[int, list[Span]] = {}
    for each in (each for each in found if each.has_cue or each.name in meant):
        text = texts[each.number].text
        spans.setdefault(each.number, []).append(Span(each.start, each.end, _place_name(each, text, known)))
    return rewrite(with_spans(body, spans), lambda block: _with_addresses(block, known))


def _meant_throughout(found: Sequence[_Found], known: Gazetteer) -> frozenset[str]:
    """Return the names that are places wherever they stand in the document: one cue is enough for them.

    A small town, or a name that is a word, is meant only where it has a cue if the name is an adjective elsewhere.
    """
    adjectives = {each.name for each in found if each.is_adjective and _is_small(known.names.get(each.name, ()))}
    by_cue = {each.name for each in found if each.has_cue} - adjectives - _ORDINARY
    return frozenset(by_cue | {each.name for each in found if _needs_no_cue(each.name, known)})


def _is_small(places: Sequence[Place]) -> bool:
    return all(place.kind == Kind.TOWN and place.people < VERY_LARGE for place in places)


def _with_addresses(block: Element, known: Gazetteer) -> Element:
    """Return ``block`` with a pointer at each ``placeName`` that was in it before, as the place of a dateline is."""
    content = tuple(_with_address(node, known) if isinstance(node, Element) else node for node in block.content)
    return block.containing(content) if content != block.content else block


def _with_address(node: Element, known: Gazetteer) -> Element:
    if node.name != "placeName" or node.get("ref"):
        return node
    meant, cert = _meant(known.names.get(flatten(node.content).strip(), ()))
    addresses = _addresses(meant)
    return node.having(ref=addresses, cert=cert) if addresses else node


def _of_datelines(body: Element) -> Iterator[str]:
    """Yield the places that the document itself says it is from."""
    for run, start, end, _ in elements_in_runs(body, "placeName"):
        name = run.text[start:end].strip()
        if 0 < len(name.split()) <= _SHORT and name[:1].isupper():
            yield name


def _found_in(number: int, run: Run, own: Mapping[str, Sequence[str]], known: Gazetteer) -> Iterator[_Found]:
    last = 0
    for match in _FIRST.finditer(run.text):
        word = match[0]
        names = (*known.starting.get(word, ()), *own.get(word, ())) if match.start() >= last else ()
        name = next((name for name in names if _stands_at(run.text, match.start(), name)), None)
        if name and not run.is_taken(match.start(), match.start() + len(name), MARKED):
            last = match.start() + len(name)
            is_adjective = _BEFORE_NOUN.match(run.text, last) is not None
            cue = _has_cue(run.text, match.start(), last, name, known)
            yield _Found(number, match.start(), last, name, cue, is_adjective)


def _stands_at(text: str, start: int, name: str) -> bool:
    """Tell whether ``name`` stands there, and is not part of a longer name."""
    end = start + len(name)
    if not text.startswith(name, start) or text[end : end + 1].isalnum():
        return False
    before, after = _BEFORE.search(text, max(0, start - 40), start), _AFTER.match(text, end)
    if after and after[1] not in _POSTS:
        return False
    return not before or _ends_sentence(before[1]) or _is_no_part(before[1])


def _is_no_part(word: str) -> bool:
    """Tell whether a word with a capital is no part of the name behind it: ``Naturally Turkey``, ``Embassy Moscow``."""
    return word.rstrip(".").lower() in COMMON or word in _POSTS or word.endswith("ly")


def _ends_sentence(word: str) -> bool:
    """Tell whether the point after a word is no sign of an abbreviation."""
    return word.endswith(".") and len(word) > _ABBREVIATED


def _has_cue(text: str, start: int, end: int, name: str, known: Gazetteer) -> bool:
    places = known.names.get(name, ())
    if _in_region(text, end, places, known):
        return True
    if name in _ORDINARY or _BEFORE_NOUN.match(text, end):
        return False
    cue = _SURE_CUE if places and all(place.country in _LANDS for place in places) else _ANY_CUE
    return cue.search(text, max(0, start - 12), start) is not None


def _in_region(text: str, end: int, places: Sequence[Place], known: Gazetteer) -> tuple[Place, ...]:
    """Return those of ``places`` that lie in the country or state that is named behind."""
    match = _REGION.match(text, end)
    codes = known.regions(match[1].partition(". ")[0].rstrip(".")) if match else frozenset()
    return tuple(place for place in places if place.state in codes or (place.country in codes and not place.state))


def _needs_no_cue(name: str, known: Gazetteer) -> bool:
    first = next(iter(known.names.get(name, ())), None)
    if first is None or name in _ORDINARY or (name.lower() in _WORDS and not name.isupper()):
        return False
    if first.name != name:
        return first.kind == Kind.COUNTRY or name in _FORMER
    return first.kind < Kind.TOWN or (" " in name and first.people >= VERY_LARGE)


def _place_name(found: _Found, text: str, known: Gazetteer) -> Element:
    """Return the ``placeName``, with a pointer to the place of the gazetteer that is meant."""
    places = known.names.get(found.name, ())
    there = _in_region(text, found.end, places, known)
    meant, cert = (there, None) if len(there) == 1 else _meant(places)
    addresses = _addresses(meant)
    return element("placeName", ref=addresses, cert=cert) if addresses else element("placeName")


def _addresses(places: Sequence[Place]) -> str:
    return " ".join(ADDRESS.format(place.geonames) for place in places if place.geonames)


def _meant(places: Sequence[Place]) -> tuple[tuple[Place, ...], str | None]:
    """Return whom a bare name means, and how sure that is: a country before a capital, the larger of two towns."""
    if not places:
        return (), None
    first, *others = places
    rivals = [other for other in others if _is_rival(other, first)]
    larger = min((first.people / max(1, other.people) for other in rivals), default=float("inf"))
    if first.kind == Kind.TOWN and larger < _HARDLY:
        return (first, *rivals[:1]), "low"
    is_clear = larger >= _CLEARLY and not any(other.kind < Kind.TOWN for other in rivals)
    return (first,), None if is_clear and first.kind != Kind.TOWN else "medium"


def _is_rival(other: Place, first: Place) -> bool:
    """Tell whether ``other`` may be meant as well; the capital of a country of its name is no other place."""
    is_capital_of_first = first.kind == Kind.COUNTRY and other.kind == Kind.CAPITAL and other.country == first.country
    return not is_capital_of_first and (other.kind == first.kind or other.kind < Kind.TOWN)
