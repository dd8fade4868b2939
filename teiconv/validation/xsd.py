"""Validation by W3C schema: libxml2 decides, xmlschema explains (and does both for XSD 1.1)."""

from __future__ import annotations

import re
import warnings
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from teiconv.errors import Place, TeiconvError
from teiconv.validation.document import Checked, local_name
from teiconv.validation.problem import Problem

_INCLUDING = [f"{{http://www.w3.org/2001/XMLSchema}}{name}" for name in ("import", "include", "redefine", "override")]
_ELSEWHERE = re.compile(r"(?!file:)[A-Za-z][A-Za-z0-9+.-]+:")


class Xsd:
    """A W3C schema, compiled when it is first used; ``name`` is what problems call it."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path

    def compile(self) -> None:
        """Compile the schema now rather than at the first document.

        Raises:
            TeiconvError: a part of it on this machine is missing; libxml2 and xmlschema would do without.
        """
        _refuse_missing_parts(self._path)
        if self._validator is None:
            _ = self._explainer

    def problems(self, document: Checked) -> list[Problem]:
        """Return what is wrong with ``document``, in its order."""
        if self._validator is not None and self._validator.validate(document.tree):
            return []
        return [self._problem(document, error) for error in self._explainer.iter_errors(document.tree)]

    @cached_property
    def _validator(self) -> etree.XMLSchema | None:
        try:
            return etree.XMLSchema(etree.parse(self._path))
        except etree.XMLSchemaParseError:
            return None

    @cached_property
    def _explainer(self) -> Any:
        import xmlschema  # takes longer to import than most documents to validate, and is rarely wanted

        kind = xmlschema.XMLSchema11 if self._validator is None else xmlschema.XMLSchema10
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is elsewhere is not fetched
            return kind(str(self._path), allow="local", use_fallback=False)

    def _problem(self, document: Checked, error: Any) -> Problem:
        element: etree._Element = error.elem if error.elem is not None else document.tree.getroot()
        line, column = document.place(element)
        expected = tuple(name.rpartition(":")[2] for name in _expected(error))
        reason = " ".join((error.reason or error.message).split())
        return Problem(
            document.name, line, column, document.path(element), reason, local_name(element), expected, self.name, "xsd"
        )


def _refuse_missing_parts(path: Path) -> None:
    """Refuse a schema that imports or includes a file that is not there; what is elsewhere is nobody's to fetch."""
    waiting, seen = [path], {path.resolve()}
    while waiting:
        schema = waiting.pop()
        for node in etree.parse(schema).getroot().iterchildren(*_INCLUDING):
            location = node.get("schemaLocation", "").strip()
            if not location or _ELSEWHERE.match(location):
                continue
            part = schema.parent / unquote(location.removeprefix("file://"))
            if not part.is_file():
                line: Any = node.sourceline  # the stubs of lxml say no type
                what = etree.QName(node).localname
                raise TeiconvError(f"the {what} “{location:.80}” is not there", Place(str(schema), line))
            if part.resolve() not in seen:
                seen.add(part.resolve())
                waiting.append(part)


def _expected(error: Any) -> list[str]:
    particles = getattr(error, "expected", None) or []
    return [str(getattr(particle, "name", particle)) for particle in particles]
