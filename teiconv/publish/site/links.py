"""Where pointers lead on the site."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.model import descendants
from teiconv.publish.pointers import abroad, anchor_of
from teiconv.publish.site.named import REGISTERS
from teiconv.publish.table import Work
from teiconv.publish.volume import TEI, Text
from teiconv.remember import remembered

_ANCHORS = (
    ("SELECT document, title FROM anchors JOIN documents USING (document) WHERE anchor = ?", ""),
    ("SELECT section, title FROM anchors JOIN sections ON section = document WHERE anchor = ?", "../sections/"),
)
"""Where an id is, and the folder of its page, seen from the page of a document."""


def page_of(number: int) -> str:
    """Return the page of the chapter with that number, seen from the page of a document."""
    return f"../contents/chapter-{number}.html"


def _of_chapters(work: Work) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the ids of chapters, and those in their own text, each with page and title."""
    for number, chapter in enumerate(work.edition.chapters, 1):
        page = page_of(number)
        inner = (id for node in descendants(chapter.body) if (id := node.get("xml:id")))
        yield from ((id, (f"{page}#{id}", chapter.title)) for id in inner)
        if chapter.id:
            yield chapter.id, (page, chapter.title)


class Links:
    """Turns pointers of documents into addresses of pages; all pages of documents are in one folder."""

    def __init__(self, work: Work) -> None:
        self._facts = work.facts
        self._person = remembered(4096)(self._find_person)
        self._named = remembered(4096)(self._find_named)
        self._term = remembered(4096)(self._find_term)
        self._anchor = remembered(4096)(self._find_anchor)
        self._chapters = dict(_of_chapters(work))
        self.mere_titles = frozenset(
            page_of(number) for number, chapter in enumerate(work.edition.chapters, 1) if chapter.is_title_only
        )
        """The pages of chapters that say no more than their title: a book has none of these."""
        self._volumes = work.edition.volumes
        self._prefixes: dict[str, str] = {}

    def declare(self, text: Text) -> None:
        """Take note of the prefixes that the header of ``text`` declares."""
        for prefix in text.reading.tei.iter(f"{TEI}prefixDef"):
            self._prefixes[prefix.get("ident") or ""] = prefix.get("replacementPattern") or ""

    def person(self, pointer: str) -> tuple[str, str] | None:
        """Return page and name of the person whom ``pointer`` means."""
        return self._person(pointer.rpartition("#")[2])

    def named(self, pointer: str) -> tuple[str, str] | None:
        """Return page and name of the place or the organisation that ``pointer`` means."""
        return self._named(pointer.rpartition("#")[2])

    def term(self, pointer: str) -> tuple[str, str] | None:
        """Return where the term stands that ``pointer`` means, and what it stands for."""
        return self._term(pointer.rpartition("#")[2])

    def target(self, pointer: str) -> tuple[str, str] | None:
        """Return where a reference leads, and the title of the document there."""
        if pointer.startswith(("http://", "https://")):
            return pointer, ""
        prefix, colon, rest = pointer.partition(":")
        declared = self._prefixes.get(prefix) if colon and not self._volumes else None
        if address := declared.replace("$1", rest) if declared else abroad(pointer, self._volumes):
            return address, "in another volume"
        anchor = anchor_of(pointer)
        return self._anchor(anchor) if anchor else None

    def _find_anchor(self, anchor: str) -> tuple[str, str] | None:
        """Return the document, section or chapter in which ``anchor`` is."""
        for query, folder in _ANCHORS:
            if found := next(self._facts.ask(query, anchor), None):
                id, title = found
                return f"{folder}{id}.html" + (f"#{anchor}" if anchor != id else ""), title
        return self._chapters.get(anchor)

    def from_section(self, pointer: str) -> tuple[str, str] | None:
        """Return where a reference leads that stands in a section, the pages of which are in a folder of their own."""
        known = self.target(pointer)
        if known is None or known[0].startswith(("http", "../")):
            return known
        return f"../documents/{known[0]}", known[1]

    def _find_person(self, id: str) -> tuple[str, str] | None:
        found = next(self._facts.ask("SELECT name FROM persons WHERE person = ?", id), None)
        return (f"../persons/{id}.html", str(found[0])) if found else None

    def _find_named(self, id: str) -> tuple[str, str] | None:
        for register in REGISTERS:
            query = f'SELECT name FROM "{register.table}" WHERE {register.key} = ?'
            if found := next(self._facts.ask(query, id), None):
                return f"../{register.table}/{id}.html", str(found[0])
        return None

    def _find_term(self, id: str) -> tuple[str, str] | None:
        found = next(self._facts.ask("SELECT name, expansion FROM terms WHERE term = ?", id), None)
        return (f"../terms.html#{id}", str(found[1] or found[0])) if found else None
