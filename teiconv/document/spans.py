"""Documents → the ``Doc`` of spaCy, with what the TEI says as spans."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from teiconv.errors import MissingExtraError

if TYPE_CHECKING:
    from teiconv.document.answers import Answer
    from teiconv.document.record import Document


def spacy_doc(document: Document, pipeline: Any = None) -> Any:
    """Return the text of ``document`` as a ``Doc`` of spaCy, with groups of spans for the statements of the TEI.

    The groups are ``doc.spans["persons"]`` (``span.kb_id_`` has the ids, separated by blanks), ``doc.spans["gaps"]``
    and ``doc.spans["references"]``.  A span covers whole tokens.

    Args:
        document: the document.
        pipeline: a pipeline of spaCy; if ``None``, a blank English one, which only splits the text into tokens.

    >>> from pathlib import Path
    >>> import teiconv
    >>> doc = teiconv.spacy_doc(teiconv.read_text(Path("memo.txt")))
    >>> [(span.text, span.label_, span.kb_id_) for span in doc.spans["persons"]][0]
    ('John Roe', 'PERSON', 'p_RJ1')

    Raises:
        MissingExtraError: spaCy is not installed.
    """
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise MissingExtraError("a Doc of spaCy needs spaCy; pip install spacy") from error
    doc = (pipeline or spacy.blank("en"))(document.text)
    doc.spans["persons"] = [_span(doc, each, "PERSON", each.persons) for each in document.mentions]
    doc.spans["gaps"] = [_span(doc, each, "GAP") for each in document.gaps]
    doc.spans["references"] = [_span(doc, each, "REFERENCE", each.targets) for each in document.references]
    return doc


def _span(doc: Any, answer: Answer, label: str, ids: Iterable[str] = ()) -> Any:
    return doc.char_span(answer.start, answer.end, label=label, kb_id=" ".join(ids), alignment_mode="expand")
