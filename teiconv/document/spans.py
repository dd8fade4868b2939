"""Documents → the ``Doc`` of spaCy, with what the TEI says as spans."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from teiconv.errors import MissingExtraError, OptionsError

if TYPE_CHECKING:
    from teiconv.document.answers import Answer
    from teiconv.document.record import Document


def spacy_doc(document: Document, pipeline: Any = None) -> Any:
    """Return the text of ``document`` as a ``Doc`` of spaCy, with groups of spans for the statements of the TEI.

    The groups are ``doc.spans["persons"]`` (``span.kb_id_`` has the ids, separated by blanks), ``doc.spans["gaps"]``
    and ``doc.spans["references"]``.  A token ends where a statement or the call of a note begins or ends, so a span has
    just the words of its statement.

    Args:
        document: the document.
        pipeline: a pipeline of spaCy; if ``None``, a blank English one, which only splits the text into tokens.

    >>> from pathlib import Path
    >>> import teiconv
    >>> doc = teiconv.spacy_doc(teiconv.read_text(Path("memo.txt")))
    >>> [(span.text, span.label_, span.kb_id_) for span in doc.spans["persons"]][0]
    ('John Roe', 'PERSON', 'p_RJ1')

    Raises:
        OptionsError: ``pipeline`` is no pipeline.
        MissingExtraError: spaCy is not installed.
    """
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise MissingExtraError("a Doc of spaCy needs spaCy; pip install spacy") from error
    if pipeline is not None and not hasattr(pipeline, "make_doc"):
        raise OptionsError(
            f"“pipeline” takes a pipeline, as spacy.load(…) or spacy.blank(…) gives it, not {pipeline!r:.60}"
        )
    chosen = spacy.blank("en") if pipeline is None else pipeline
    doc = chosen(_tokens(chosen, document))
    doc.spans["persons"] = [_span(doc, each, "PERSON", each.persons) for each in document.mentions]
    doc.spans["gaps"] = [_span(doc, each, "GAP") for each in document.gaps]
    doc.spans["references"] = [_span(doc, each, "REFERENCE", each.targets) for each in document.references]
    return doc


def _tokens(pipeline: Any, document: Document) -> Any:
    """Return the tokens of ``pipeline``, divided where a statement or a call begins or ends (``Roe)1`` has three)."""
    doc = pipeline.make_doc(document.text)
    answers = (*document.mentions, *document.gaps, *document.references, *document.notes)
    places = {place for answer in answers for place in (answer.start, answer.end)}
    with doc.retokenize() as retokenizer:
        for token in doc:
            cuts = [place - token.idx for place in range(token.idx + 1, token.idx + len(token)) if place in places]
            if cuts:
                pieces = [token.text[start:end] for start, end in pairwise([0, *cuts, len(token)])]
                retokenizer.split(token, pieces, heads=[(token, part) for part in range(len(pieces))])
    return doc


def _span(doc: Any, answer: Answer, label: str, ids: Iterable[str] = ()) -> Any:
    return doc.char_span(answer.start, answer.end, label=label, kb_id=" ".join(ids), alignment_mode="expand")
