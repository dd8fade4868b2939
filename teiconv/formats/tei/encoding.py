"""How a text was encoded → ``encodingDesc`` (TEI Guidelines, 2.3): what is the same in file after file."""

from __future__ import annotations

from teiconv._version import __version__
from teiconv.formats.tei.form import form_element
from teiconv.model import Element, element, lasting
from teiconv.model.header import Form
from teiconv.remember import remembered

TOOL = "teiconv"
"""``xml:id`` of the ``respStmt`` that ``@resp`` points to."""

_PRINCIPLES = (
    ("correction", "The wording is kept as it is, misprints included."),
    ("hyphenation", "Hyphens at the ends of lines are kept as they are."),
    (
        "normalization",
        "White space of the canonical form is implied by the markup; what deviates from it is recorded by lb and space,"
        " by xml:space and, for the file as a whole, in tagsDecl.",
    ),
    ("punctuation", "Brackets and punctuation are kept in the text."),
    ("quotation", "Quotation marks are kept as characters."),
    (
        "interpretation",
        "Divisions, lists, notes, dates, names, terms and references were recognised by rule. The attribute cert tells"
        " where that is uncertain.",
    ),
)
_REMEMBERED = 64
"""Forms that are known again: most files of a collection have the same."""


@remembered(_REMEMBERED)
def encoding_description(form: Form, conventions: str | None) -> Element:
    """Return the ``encodingDesc``: by what principles the text was encoded, in what form it came, and by what tool."""
    declared = form_element(form)
    practice = element("editorialDecl", *(element(name, element("p", words)) for name, words in _PRINCIPLES))
    made_by = element("appInfo", _application(conventions))
    return lasting(element("encodingDesc", practice, *([declared] if declared else []), *CITATION, made_by))


@remembered()
def _application(conventions: str | None) -> Element:
    """Return what says that we made the file; ``@type`` names the conventions by which the text was read."""
    return element("application", element("label", "teiconv"), type=conventions, ident=TOOL, version=__version__)


def _citation(name: str, unit: str, match: str) -> Element:
    """Return how the units of one kind are cited: ``d12:3``, in words that an address of the web takes as they are."""
    within = element("citeStructure", unit=unit, match=match, use="@n", delim=":")
    document = element("citeStructure", within, unit="document", match="/TEI/text/body/div", use="@xml:id")
    return element("refsDecl", document, n=name)


CITATION = (_citation("pages", "page", ".//pb"), _citation("notes", "note", ".//note[@n]"))
"""Pages and notes lie across each other: a way to cite for each, so that a DTS server can give both."""
