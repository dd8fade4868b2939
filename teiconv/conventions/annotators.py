"""Annotators: what is done to a document once it is divided; each takes an edition in the making, and returns one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from teiconv.conventions.frus.editorial import with_remarks
from teiconv.conventions.frus.gaps import with_withheld_document
from teiconv.conventions.frus.linking import link_references
from teiconv.conventions.frus.references import Context
from teiconv.metadata.century import settled
from teiconv.metadata.correspondence import mark_offices, mark_persons
from teiconv.metadata.describe import head_of, read_title
from teiconv.metadata.identify import document_id, identify
from teiconv.metadata.inverted_names import with_inverted_names, with_links
from teiconv.metadata.rules import HeaderRules
from teiconv.metadata.title import Title
from teiconv.metadata.unnamed_posts import with_unnamed_posts
from teiconv.metadata.written import Written, read_written
from teiconv.model import Element, rewrite
from teiconv.names.mark import as_misread, mark_names
from teiconv.names.people.annotator import Sources
from teiconv.names.people.decisions import UNDECIDED, Decided, LinkDecision
from teiconv.names.people.person import Person
from teiconv.names.term import Term
from teiconv.options import Options, names_unlisted


@dataclass(frozen=True, slots=True)
class Edition:
    """A document whose structure is known, and what is known of it as far as it is annotated.

    Attributes:
        body: the division that it is.
        options: what the user asked for.
        header: how its header is read.
        title: what its title says.
        written: when and where it was written.
        people: the persons that are named in it, and ``terms`` the terms.
        decided: what became of an editor's decisions about links.
    """

    body: Element
    options: Options
    header: HeaderRules
    title: Title = field(default_factory=lambda: Title(""))
    written: Written = field(default_factory=Written)
    people: tuple[Person, ...] = ()
    terms: tuple[Term, ...] = ()
    decided: Decided = UNDECIDED

    def with_body(self, body: Element) -> Edition:
        """Return the edition with ``body``: this one, if that is its own."""
        return self if body is self.body else replace(self, body=body)

    def with_head(self, head: Element) -> Edition:
        """Return the edition with another title."""
        old = head_of(self.body)
        if head is old:
            return self
        return self.with_body(self.body.containing(head if node is old else node for node in self.body.content))


@dataclass(frozen=True, slots=True)
class Annotator:
    """One step of the annotation, by name; ``run`` takes an edition and returns one."""

    name: str
    run: Callable[[Edition], Edition]

    @property
    def rule(self) -> str:
        """What the annotator does: the docstring of its function."""
        return (self.run.__doc__ or "").strip()


def identified(edition: Edition) -> Edition:
    """Read the title and the dateline, and give the document, its notes and its pages their ids."""
    rules = edition.header
    edition = replace(edition, body=settled(edition.body))
    title = read_title(edition.body, rules)
    identifier = document_id(edition.options.identifier, title.number)
    body = identify(edition.body, identifier, rules).having(
        type="document", subtype=title.subtype, n=title.number or edition.options.number, xml_id=identifier
    )
    return replace(edition, body=body, title=title, written=read_written(body, head_of(body), title, rules.dateline))


def with_references(edition: Edition) -> Edition:
    """Put a ``ref`` around each reference; volumes whose documents have no numbers are cited by page."""
    body, date = edition.body, edition.written.date
    context = Context(
        document=body.get("xml:id") or "",
        year=date.year if date else None,
        by_page=edition.title.number is None,
    )
    return edition.with_body(link_references(body, context))


def with_offices(edition: Edition) -> Edition:
    """Mark the organisations and offices in the title that sent or received."""
    return edition.with_head(mark_offices(head_of(edition.body), edition.title))


def with_names(edition: Edition) -> Edition:
    """Mark the persons and terms that are named, and the places if they are asked for."""
    options, written = edition.options, edition.written.date
    sources = Sources(
        options.persons,
        options.authority,
        tuple(decision for decision in options.decisions if isinstance(decision, LinkDecision)),
        edition.body.get("xml:id") or "",
        written.begin if written else None,
        names_unlisted(options),
    )
    body, people, terms, decided = mark_names(edition.body, sources, options.terms)
    body = as_misread(body, people) if edition.header.is_scanned(body) else body
    body = _with_places(body) if options.places else body
    return replace(edition, body=body, people=people, terms=terms, decided=decided)


def _with_places(body: Element) -> Element:
    from teiconv.names.places.find_places import mark_places  # few conversions name places
    from teiconv.names.places.gazetteer import gazetteer

    return mark_places(body, gazetteer())


def with_names_inverted(edition: Edition) -> Edition:
    """Mark names in lines of addressees that begin with the surname: ``To: Brown, Peter J; Miller, Thomas``."""
    return edition.with_body(with_inverted_names(edition.body))


def with_posts(edition: Edition) -> Edition:
    """Mark a lone word that faces a post as a post, and nobody: ``FROM: Lima`` above ``TO: SECSTATE``."""
    is_telegram = "telegram" in (edition.title.genre, edition.header.genre(edition.body))
    body, people = with_unnamed_posts(edition.body, edition.people, is_telegram=is_telegram)
    return replace(edition, body=body, people=people) if body is not edition.body else edition


def with_names_linked(edition: Edition) -> Edition:
    """Link names that begin with the surname to persons whom the text names in another way."""
    return edition.with_body(with_links(edition.body, edition.people))


def with_correspondents(edition: Edition) -> Edition:
    """Mark which persons in the title sent, and which received."""
    return edition.with_head(mark_persons(head_of(edition.body), edition.title))


def with_withheld_documents(edition: Edition) -> Edition:
    """Make the note of source that stands for a withheld document the description of a gap, with the names in it."""
    return edition.with_body(rewrite(edition.body, with_withheld_document))


def with_editors_remarks(edition: Edition) -> Edition:
    """Mark the editors' remarks in brackets, and the marks of omission."""
    return edition.with_body(rewrite(edition.body, with_remarks))


IDENTIFIED = Annotator("identifiers", identified)
REFERENCES = Annotator("references", with_references)
OFFICES = Annotator("offices", with_offices)
NAMES = Annotator("names", with_names)
INVERTED_NAMES = Annotator("inverted names", with_names_inverted)
POSTS = Annotator("posts", with_posts)
LINKS = Annotator("links of inverted names", with_names_linked)
CORRESPONDENTS = Annotator("correspondents", with_correspondents)
WITHHELD = Annotator("withheld documents", with_withheld_documents)
REMARKS = Annotator("remarks", with_editors_remarks)
