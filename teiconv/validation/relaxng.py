"""Validation by RELAX NG: libxml2 decides, :mod:`teiconv.validation.explain` says why."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from teiconv.validation.document import Checked
from teiconv.validation.problem import Problem

if TYPE_CHECKING:
    from teiconv.validation.explain import Explainer

_HAS_XSI = etree.XPath("boolean(//@xsi:*)", namespaces={"xsi": "http://www.w3.org/2001/XMLSchema-instance"})

FEW = 4
"""Documents up to which the twin is not worth compiling."""

_MANY = 5_000
"""A document of so many elements is checked by the twin at once, while it is read once more.

Asked about a tree, libxml2 writes down the path of each problem, and counts all elements beside it for that: time that
grows with the square of the problems.
"""


class RelaxNg:
    """A RELAX NG schema, compiled when it is first used; ``name`` is what problems call it.

    ``twin`` is a W3C schema that accepts the very same documents.  libxml2 checks ten times as fast by it, but takes
    three times as long to compile it; so it decides for those who asked for :meth:`compile`, after a few documents, and
    for a large one.
    No W3C schema may complain of attributes of the namespace ``xsi``: where there are any, it is not asked.
    """

    def __init__(self, schema: etree._ElementTree, name: str, twin: Path | None = None) -> None:
        self.name = name
        self._schema = schema
        self._twin_path = twin
        self._twin: etree.XMLSchema | None = None
        self._checked = 0

    def compile(self) -> None:
        """Compile the schema now rather than at the first document."""
        if self._twin_path is None:
            _ = self._validator
        elif self._twin is None:
            self._twin = etree.XMLSchema(etree.parse(self._twin_path))

    def problems(self, document: Checked) -> list[Problem]:
        """Return what is wrong with ``document``, in its order."""
        self._checked += 1
        is_large = _is_large(document)
        if (self._checked > FEW or is_large) and self._twin_path is not None:
            self.compile()
        accepted = self._twin is not None and _accepts(self._twin, document, is_large)
        if accepted and not _HAS_XSI(document.tree):
            return []
        is_refused = self._twin is not None and not accepted
        if not is_refused and self._validator.validate(document.tree):
            return []
        explained = self._explainer.explain(document) if self._explainer else []
        if is_refused and not explained:
            self._validator.validate(document.tree)  # for its own words
        return explained or problems_of_log(self._validator.error_log, document, self.name)

    @cached_property
    def _validator(self) -> etree.RelaxNG:
        return etree.RelaxNG(self._schema)

    @cached_property
    def _explainer(self) -> Explainer | None:
        from teiconv.validation.explain import Explainer  # documents are rarely wrong
        from teiconv.validation.grammar import read_grammar

        grammar = read_grammar(self._schema)
        return None if grammar is None else Explainer(grammar, self.name)


def _accepts(schema: etree.XMLSchema, document: Checked, is_large: bool) -> bool:
    """Whether ``document`` is valid by ``schema``; a large one is read once more, and checked meanwhile."""
    if not is_large:
        return schema.validate(document.tree)
    reader = etree.XMLParser(schema=schema, huge_tree=True, no_network=True, resolve_entities=False)
    try:
        etree.fromstring(etree.tostring(document.tree), reader)
    except etree.XMLSyntaxError:
        return False
    return True


def _is_large(document: Checked) -> bool:
    return next(islice(document.tree.iter(), _MANY, None), None) is not None


def problems_of_log(log: etree._ListErrorLog, document: Checked, schema: str) -> list[Problem]:
    """Return libxml2's own words about ``document``."""
    return [
        Problem(
            document.name, entry.line or None, entry.column or None, entry.path or "/", entry.message, schema=schema
        )
        for entry in log
    ]
