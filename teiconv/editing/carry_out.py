"""Decisions, carried out on one document on its way to TEI: in its text, its structure, its markup and its header."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from teiconv.conventions.annotators import Edition
from teiconv.conventions.base import Conventions
from teiconv.conventions.reading import structured
from teiconv.document.record import Document
from teiconv.editing.editors import UNNAMED, editors_of
from teiconv.editing.file import is_later
from teiconv.editing.header import decided_header
from teiconv.editing.known import Known
from teiconv.editing.marks import ELEMENTS, Mark, is_notice, marked
from teiconv.editing.places import Standing, TextMap, occurrences
from teiconv.editing.same import settled
from teiconv.editing.scope import about, names_of_file
from teiconv.editing.structure import restructured
from teiconv.editing.words import corrected, nth
from teiconv.formats.table import FileDraft
from teiconv.metadata.describe import head_of, read_title
from teiconv.metadata.identify import document_id
from teiconv.metadata.written import read_written
from teiconv.model import Element
from teiconv.model.decision import CORRESPONDENTS, EVERY, OF_THE_DOCUMENT, Decision, Kind
from teiconv.model.header import Date, Header
from teiconv.options import Options

_STRUCTURE = frozenset({Kind.BLOCK, Kind.CALL})


def of_words(decision: Decision) -> bool:
    """Whether ``decision`` is about words that are marked in the text."""
    return decision.kind in ELEMENTS and bool(decision.words)


MAY_FAIL = _STRUCTURE | {Kind.GAP}
"""Kinds of decisions that depend on more than that the text has their words."""


def refusal(decision: Decision, body: Element, conventions: Conventions, text: str) -> str:
    """Return why ``decision`` cannot be carried out on the division ``body``, in words; empty if it can."""
    hand = Hand((decision,))
    if decision.kind in _STRUCTURE:
        hand.structure(body, conventions, text)
    elif of_words(decision):
        hand.mark(body, decision, conventions)
    return next((why for _, why in hand.undone), "")


def hand_for(found: FileDraft, options: Options, file: str) -> Hand | None:
    """Return the hand with the decisions that are about the document ``found`` in ``file``, if there are any."""
    decisions = [one for one in options.decisions if isinstance(one, Decision)]
    if not decisions:
        return None
    own = about(decisions, {*names_of_file(file), _id_of(found, options)})
    return Hand(own) if own else None


def _id_of(found: FileDraft, options: Options) -> str:
    """Return the ``xml:id`` of the document: if its title gives it, that has to be read first."""
    if options.identifier:
        return document_id(options.identifier, None)
    body = structured(found.draft, found.conventions)
    return document_id(None, read_title(body, found.conventions.header).number)


def of_document(decision: Decision) -> bool:
    """Whether ``decision`` is about the document as a whole."""
    return decision.kind in OF_THE_DOCUMENT or (decision.kind is Kind.DATE and not decision.words)


@dataclass(slots=True)
class Hand:
    """The decisions about one document, while they are carried out.

    Attributes:
        decisions: those in force about the document.
        done: those that were carried out; ``undone`` the others about this document alone, each with the reason;
            ``missed`` those about all documents, which may be carried out in others.
    """

    decisions: tuple[Decision, ...]
    done: list[Decision] = field(default_factory=list)
    undone: list[tuple[Decision, str]] = field(default_factory=list)
    missed: list[tuple[Decision, str]] = field(default_factory=list)
    _settled: list[tuple[Decision, int, int]] = field(default_factory=list)

    def words(self, text: str) -> str:
        """Return the text with the words that were decided to stand in it."""
        own = self._settled_of(self._of({Kind.TEXT}), text)
        text, missed = corrected(text, own) if own else (text, {})
        for decision in own:
            self._account([decision], [decision] if decision in missed else [], missed.get(decision, ""))
        return text

    def structure(self, body: Element, conventions: Conventions, text: str | None) -> Element:
        """Return the division that ``text`` is with its blocks and the calls of its notes as decided."""
        own = self._of(_STRUCTURE)
        for decision in self._settled_of(own, TextMap(body, conventions.write, conventions.canon).text) if own else ():
            new = restructured(body, decision, conventions, self._resp(decision), text)
            what = "there is no block that says this" if decision.kind is Kind.BLOCK else "there is no such call"
            self._account([decision], [] if new else [decision], f"{what}, or it cannot be said there")
            body = new or body
        return body

    def marks(self, edition: Edition, conventions: Conventions) -> Edition:
        """Return the edition with persons, terms, places, dates, gaps and references marked as decided."""
        own = [decision for decision in self.decisions if of_words(decision)]
        if not own and not self._of(CORRESPONDENTS):
            return edition
        known = Known(edition, self._resp)
        body = edition.body
        own = self._settled_of(own, TextMap(body, conventions.write, conventions.canon).text)
        for decision in sorted(own, key=_breadth):
            body = self.mark(body, decision, conventions, known)
        people = known.people(body, self._correspondents(known))
        edition = replace(edition, body=body, people=people, terms=known.terms(body))
        written = read_written(body, head_of(body), edition.title, edition.header.dateline)
        return replace(edition, written=written._replace(date=None) if self._is_no_date(written.date) else written)

    def mark(self, body: Element, decision: Decision, conventions: Conventions, known: Known | None = None) -> Element:
        """Return ``body`` with one decision carried out; ``known`` are the persons and terms it may point to."""
        why = known.unknown(decision) if known else None
        meant = known.meant(decision) if known else decision
        new, missing = (None, why) if why else self._marked(body, meant, conventions)
        self._account([decision], [] if new else [decision], missing or "")
        return new or body

    def _correspondents(self, known: Known) -> set[str]:
        """Return the ids of the persons decided to have sent or received the document, as far as they are ``known``."""
        own = (one for one in self._of(CORRESPONDENTS) if not one.takes_away and not known.unknown(one))
        return {known.meant(one).get("is") for one in own}

    def _is_no_date(self, date: Date | None) -> bool:
        """Whether the words of ``date`` were decided to be none."""
        none = (one.words for one in self.done if one.kind is Kind.DATE and one.takes_away)
        return date is not None and any(words in date.text or date.text in words for words in none)

    def _marked(self, body: Element, decision: Decision, conventions: Conventions) -> tuple[Element | None, str]:
        """Return ``body`` with ``decision`` carried out wherever its words stand; if nowhere, ``None`` and why."""
        map_ = TextMap(body, conventions.write, conventions.canon)
        found = occurrences(decision.words, map_.text)
        places = nth(found, decision)
        standing = [at for place in places if (at := _standing(map_, place, decision)) is not None]
        for one in reversed(standing):
            self._overrule(decision, one)
            body = marked(body, Mark(decision, one.stretch, self._resp(decision)), conventions.write)
        return (body, "") if standing else (None, _missing(decision, len(found), len(places)))

    def _overrule(self, decision: Decision, standing: Standing) -> None:
        """Tell of each decision that says otherwise of the same words by other names, if neither is the later one."""
        for other, start, end in self._settled:
            if start < standing.end and standing.start < end and contradict(decision, other):
                self._contradicted(other, decision)
        self._settled.append((decision, standing.start, standing.end))

    def header(self, header: Header, edition: Edition) -> Header:
        """Return the header as decided, with the editors of all that was carried out."""
        known = Known(edition, self._resp)
        own = []
        for decision in self._settled_of(filter(of_document, self.decisions)):
            why = known.unknown(decision)
            self._account([decision], [decision] if why else [], why or "")
            own += [] if why else [known.meant(decision)]
        editors = editors_of(self.decisions)
        last = max((decision for decision in self.done if decision.at), key=lambda one: one.moment, default=None)
        present = tuple(editors[name] for name in sorted({one.who or UNNAMED for one in self.done}))
        decided = decided_header(header, own, self._resp, known.names())
        return replace(decided, editors=present, edited=last.moment.date().isoformat() if last else None)

    def signed(self, document: Document) -> Document:
        """Return ``document`` with what was decided about it, and what could not be carried out."""
        return replace(document, decisions=tuple(self.done), undone=tuple(self.undone))

    def telling(self, document: Document) -> Document:
        """Return ``document``, the only one there is, with the decisions about all documents that it missed."""
        return replace(document, undone=(*document.undone, *self.missed))

    def leaving(self, document: Document, why: str) -> Document:
        """Return ``document``, for which nothing but words of the text was decided; ``why`` says what hinders that."""
        others = [decision for decision in self.decisions if decision.kind is not Kind.TEXT]
        self.done = [decision for decision in self.done if decision.kind is Kind.TEXT]
        self.undone = []
        self._account(others, others, why)
        return self.signed(document)

    def _resp(self, decision: Decision) -> str:
        return f"#{editors_of(self.decisions)[decision.who or UNNAMED].id}"

    def _settled_of(self, decisions: Iterable[Decision], text: str = "") -> list[Decision]:
        """Return those of ``decisions`` that hold where several name the same place, and tell which contradict."""
        holding, against = settled(decisions, text)
        for kept, other in against:
            self._contradicted(other, kept)
        return holding

    def _contradicted(self, decision: Decision, by: Decision) -> None:
        words = f": “{decision.words:.60}”" if decision.words else ""
        self.undone.append((decision, f"{by.place} contradicts it, and holds{words}"))

    def _of(self, kinds: Iterable[Kind]) -> list[Decision]:
        return [decision for decision in self.decisions if decision.kind in kinds]

    def _account(self, decisions: Iterable[Decision], missed: Sequence[Decision], why: str) -> None:
        """Keep which decisions were carried out, and why others were not; one about all documents may miss."""
        for decision in decisions:
            if decision not in missed:
                self.done.append(decision)
            else:
                kept = self.missed if decision.document == EVERY else self.undone
                kept.append((decision, f"{why}: “{decision.words:.60}”" if decision.words else why))


def _missing(decision: Decision, found: int, places: int) -> str:
    """Return why a decision about words finds nothing that it could mark."""
    if not found:
        return "the text does not have these words"
    if not places:
        return f"the text has these words {found} time{'' if found == 1 else 's'}, and not {decision.nth}"
    if decision.kind is Kind.GAP:
        return "no gap has these words; only words in brackets can become one"
    return "these words run across blocks, notes or pages"


def contradict(one: Decision, other: Decision) -> bool:
    """Whether two decisions about the same words disagree, and neither is the later or the narrower one."""
    is_alike = one.kind == other.kind and _breadth(one)[:2] == _breadth(other)[:2]
    return is_alike and not is_later(one, other) and one.values != other.values


def _standing(map_: TextMap, place: tuple[int, int], decision: Decision) -> Standing | None:
    """Return where that stands which a decision is about: the element of its kind that holds the words, or these."""
    start, end = place
    holding = (node for node in map_.elements(ELEMENTS[decision.kind]) if node.start <= start and end <= node.end)
    found = next(holding, None)
    if found is not None:
        return found
    if decision.kind is Kind.GAP and (decision.takes_away or not is_notice(decision.words)):
        return None
    stretch = map_.stretch(start, end)
    return None if stretch is None else Standing("", start, end, stretch)


def _breadth(decision: Decision) -> tuple[bool, bool, bool]:
    """Return how narrow a decision is: what is about less is carried out later, and so holds."""
    return decision.document != EVERY, decision.nth is not None, not decision.takes_away
