"""Where pointers lead on the site."""

from __future__ import annotations

from teiconv.publish.pointers import anchor_of
from teiconv.publish.site.named import REGISTERS
from teiconv.publish.table import Work
from teiconv.publish.volume import TEI, Text
from teiconv.remember import remembered


class Links:
    """Turns pointers of documents into addresses of pages; all pages of documents are in one folder."""

    def __init__(self, work: Work) -> None:
        self._facts = work.facts
        self._person = remembered(4096)(self._find_person)
        self._named = remembered(4096)(self._find_named)
        self._term = remembered(4096)(self._find_term)
        self._document = remembered(4096)(self._find_document)
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
        if colon and prefix in self._prefixes:
            return self._prefixes[prefix].replace("$1", rest), "in another volume"
        anchor = anchor_of(pointer)
        found = self._document(anchor) if anchor else None
        if found is None:
            return None
        document, title = found
        return f"{document}.html" + (f"#{anchor}" if anchor != document else ""), title

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

    def _find_document(self, anchor: str) -> tuple[str, str] | None:
        query = "SELECT document, title FROM anchors JOIN documents USING (document) WHERE anchor = ?"
        return next(self._facts.ask(query, anchor), None)
