"""The Office of the Historian's database of people: a file for each person, with what each volume's list says.

The layout is that of its git repository (``data/…/107252.xml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from teiconv.authority.entries import Entry, Post, Remark, years_of
from teiconv.authority.offices import unique_post
from teiconv.names.lists.entry_names import in_order, split_entry
from teiconv.names.lists.offices import offices_of
from teiconv.names.people.names import fold, words
from teiconv.names.people.person import Identifier, PersonName
from teiconv.names.people.vocabulary import COMMON, TITLES
from teiconv.regex import regex

if TYPE_CHECKING:
    from lxml import etree

AUTHORITY = "history.state.gov"
"""What ``idno/@type`` says of the database's own identifiers."""

_VOLUMES = "/historicaldocuments/"
_BIOGRAPHIES = "/departmenthistory/people/"
_BEFORE_NAMES = TITLES | COMMON
_DATED = regex(r"\d|\b(?:[Ff]ormer|[Tt]hen|[Tt]hereafter|[Ll]ater|[Ss]ubsequently)\b")
"""What a remark has that tells times."""
_PRESIDENT = regex(r"^President(?:-[Ee]lect)? (?=[^,]* [^,]*$)")
"""What is no part of a name of several words: ``President Syngman Rhee``."""
_DEATH = regex(
    r"^(?:(?!\b[Aa]fter\b)[^;])*?\b(?:[Dd]ied|[Ee]xecuted|[Mm]urdered|[Aa]ssassinated"
    r"|until (?:his|her) (?:death|assassination))\b"
    r"[^;.\d]{0,40}(?:\d{1,2},? )?(?P<year>(?:1[789]|20)\d\d)\b"
)
"""How a part of a remark says when somebody died; what follows another's death says it not."""
_SERVICES = {"viaf": "VIAF", "wikidata": "Wikidata", "lcnaf": "LCNAF", "gnd": "GND"}


def is_person(root: etree._Element) -> bool:
    """Tell whether ``root`` is a person as the database writes one."""
    return root.tag == "person" and root.find("names/preferred") is not None


def read_person(root: etree._Element) -> Entry:
    """Return what the database says of a person."""
    own = _text(root, "id")
    urls = [(node.text or "").strip() for node in root.iter("source-url")]
    titles = [_text(node, "name") for node in root.iterfind("names/titles-from-name/title")]
    remarks = [*_remarks(root), *(Remark(title) for title in titles if title)]
    return Entry(
        keys=(f"{AUTHORITY} {own}", *dict.fromkeys(filter(None, map(_key, urls)))),
        names=tuple(_names(root)),
        identifiers=(Identifier(AUTHORITY, own), *_identifiers(root)),
        born=_year(_text(root, "birth-year")),
        died=_year(_text(root, "death-year")) or _death(remarks),
        remarks=tuple(remarks),
        volumes=tuple(dict.fromkeys(filter(None, map(_volume, urls)))),
        posts=tuple(dict.fromkeys(post for remark in remarks for post in posts_of(remark))),
    )


def posts_of(remark: Remark) -> Iterator[Post]:
    """Yield the posts at home that a remark tells; where an end is open, it is that of the volumes.

    What is told without any date was held in all the years of each volume.
    """
    years = [span for span in map(years_of, remark.volumes) if span]
    if not _DATED.search(remark.text):
        for title in remark.text.split(";"):
            if name := unique_post(title):
                yield from (Post(name, None, None, str(first), str(last), dated=False) for first, last in years)
        return
    for held in offices_of(remark.text):
        name = unique_post(held.title.removeprefix("U.S. "))
        if not name:
            continue
        if years:
            first, last = str(min(years)[0]), str(max(last for _, last in years))
            yield Post(name, held.start, held.end, None if held.start else first, None if held.end else last)
        elif held.start and held.end:
            yield Post(name, held.start, held.end)


def _death(remarks: Iterable[Remark]) -> int | None:
    """Return the year in which somebody died as the first remark says that tells it."""
    parts = (part for remark in remarks for part in remark.text.split(";"))
    return next((int(death["year"]) for death in map(_DEATH.match, parts) if death), None)


def _key(url: str) -> str | None:
    """Return how another source calls the person: a volume its entry, the register of officers its person."""
    if _VOLUMES in url and "#" in url:
        return f"{_volume(url)}#{url.partition('#')[2]}"
    return f"pocom {url.partition(_BIOGRAPHIES)[2]}" if _BIOGRAPHIES in url else None


def _volume(url: str) -> str | None:
    return url.partition(_VOLUMES)[2].partition("/")[0] if _VOLUMES in url else None


def _names(root: etree._Element) -> Iterator[PersonName]:
    """Yield the preferred name, then each further one whose words are others."""
    preferred = _text(root, "names/preferred/name")
    known: set[frozenset[str]] = set()
    for node in root.iterfind("names//name"):
        parent = node.getparent()
        text = " ".join((node.text or "").split())
        if not text or parent is None or parent.tag == "title" or frozenset(words(text)) in known:
            continue
        known.add(frozenset(words(text)))
        yield _name(text, preferred)


def _name(text: str, preferred: str) -> PersonName:
    """Return a name with its surname first, or, where only the preferred one has a comma, last."""
    if "," in preferred and "," not in text and " " in text:
        return in_order(_untitled(text))
    return split_entry(_PRESIDENT.sub("", text))[0]


def _untitled(text: str) -> str:
    """Return a name without the titles before it, of which the database has some: ``President Syngman Rhee``."""
    pieces = text.split(" ")
    bare = (fold(piece.strip(".,")).removesuffix("-elect") for piece in pieces)
    start = next((at for at, word in enumerate(bare) if word not in _BEFORE_NAMES), 0)
    return " ".join(pieces[start:])


def _identifiers(root: etree._Element) -> Iterator[Identifier]:
    for node in root.iterfind("authorities/authority"):
        service, value = node.get("service", ""), (node.text or "").strip()
        if value:
            yield Identifier(_SERVICES.get(service, service), value)


def _remarks(root: etree._Element) -> Iterator[Remark]:
    for node in root.iterfind("remarks/remark"):
        text = " ".join("".join(map(str, part.itertext())) for part in node.iterfind("p"))
        volumes = (_volume((url.text or "").strip()) for url in node.iterfind("source-url"))
        if text.strip():
            yield Remark(" ".join(text.split()), tuple(dict.fromkeys(filter(None, volumes))))


def _text(root: etree._Element, path: str) -> str:
    return " ".join((root.findtext(path) or "").split())


def _year(text: str) -> int | None:
    return int(text[:4]) if text[:4].isdigit() else None
