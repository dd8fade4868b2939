"""Validation by ISO Schematron: XSLT 1.0 rules with libxslt, XSLT 2.0 and 3.0 rules with SaxonC.

Neither may read a file or the network, whatever the rules say.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any, Protocol

from lxml import etree

from teiconv.errors import MissingExtraError, Place, TeiconvError
from teiconv.validation.document import Checked
from teiconv.validation.problem import Problem, Severity
from teiconv.validation.schematron_xslt import OWN, OWN_PREFIX, SCH, RuleError, contexts, to_xslt

_NEW_BINDINGS = frozenset({"xslt2", "xslt3", "xpath2", "xpath3", "xpath31"})
_WARNINGS = frozenset({"warning", "warn", "info", "information", "hint"})
_NO_ACCESS: etree.XSLTAccessControl = etree.XSLTAccessControl.DENY_ALL  # type: ignore[attr-defined]
_RULES = (f"{SCH}rule", f"{SCH}include")
_NO_PROTOCOL = "http://saxon.sf.net/feature/allowedProtocols"


class _Transformer(Protocol):
    def run(self, document: Checked) -> etree._Element:
        """Return the ``problems`` element that the stylesheet makes of ``document``."""


class Schematron:
    """A Schematron schema, compiled when it is first used; ``name`` is what problems call it."""

    def __init__(self, schema: etree._ElementTree, name: str) -> None:
        self.name = name
        self._schema = schema.getroot()
        if self._schema.tag != f"{SCH}schema" or next(self._schema.iter(*_RULES), None) is None:
            raise TeiconvError("is not a Schematron schema, or has no rules; give another file", Place(name))

    def compile(self) -> None:
        """Compile the schema now rather than at the first document."""
        _ = self._transformer

    def problems(self, document: Checked) -> list[Problem]:
        """Return what is wrong with ``document``, in its order."""
        found = list(self._transformer.run(document))
        if not found:
            return []
        elements = list(document.tree.iter(etree.Element))
        ordered = sorted(found, key=lambda problem: int(problem.get("element", "0")))
        return [self._problem(document, problem, elements) for problem in ordered]

    def is_about(self, document: Checked) -> bool:
        """Tell whether a rule is about anything in ``document``; where that cannot be told, it may be."""
        expressions, prefixes = contexts(self._schema)
        tree = document.tree
        try:
            return any(tree.xpath(f"boolean({one})", namespaces=prefixes or None) for one in expressions)
        except etree.XPathError:  # it has variables, keys, or functions of XSLT
            return True

    @cached_property
    def _transformer(self) -> _Transformer:
        try:
            if self._schema.get("queryBinding", "xslt").lower() in _NEW_BINDINGS:
                return _Saxon(to_xslt(self._schema, "3.0"), self.name)
            return _LibXslt(to_xslt(self._schema), self.name)
        except RuleError as error:
            raise TeiconvError(f"the rules cannot be used: {error}", Place(self.name, error.line)) from error

    def _problem(self, document: Checked, problem: etree._Element, elements: list[etree._Element]) -> Problem:
        element = elements[int(problem.get("element", "0"))]
        line, column = document.place(element)
        message = " ".join("".join(map(str, problem.itertext())).split())
        severity: Severity = "warning" if problem.get("role", "").lower() in _WARNINGS else "error"
        rule = problem.get("rule", "")
        return Problem(document.name, line, column, document.path(element), message, "", (), self.name, rule, severity)


class _LibXslt:
    def __init__(self, sheet: etree._Element, name: str) -> None:
        self._name = name
        for problem in sheet.iter("problem"):
            problem.set("element", f"{{{OWN_PREFIX}:number(ancestor-or-self::*[1])}}")
        try:
            self._transform = etree.XSLT(sheet, access_control=_NO_ACCESS, extensions={(OWN, "number"): _number})
        except etree.XSLTParseError as error:
            line, reason = _told(error)
            raise TeiconvError(f"the rules cannot be compiled: {reason}", Place(name, line)) from error

    def run(self, document: Checked) -> etree._Element:
        try:
            return self._transform(document.tree).getroot()
        except etree.XSLTApplyError as error:
            raise _failed(document, self._name, error) from error


def _number(context: Any, found: list[etree._Element]) -> int:
    """Return the number of an element in document order: to count what stands before each would take too long.

    What stands in no element (the document, a comment beside its root) has the number of the root.
    """
    if not found:
        return 0
    numbers: dict[etree._Element, int] = context.eval_context  # that of one run
    if not numbers:
        numbers.update({element: number for number, element in enumerate(found[0].getroottree().iter(etree.Element))})
    return numbers[found[0]]


class _Saxon:
    def __init__(self, sheet: etree._Element, name: str) -> None:
        try:
            saxonche = import_module("saxonche")
        except ImportError as error:
            advice = "these rules need XSLT 2 or 3; pip install 'teiconv[xslt3]'"
            raise MissingExtraError(advice, Place(name)) from error
        self._name = name
        self._processor = saxonche.PySaxonProcessor(license=False)
        self._processor.set_configuration_property(_NO_PROTOCOL, "")
        compiler = self._processor.new_xslt30_processor()
        try:
            self._sheet = compiler.compile_stylesheet(stylesheet_text=etree.tostring(sheet, encoding="unicode"))
        except saxonche.PySaxonApiError as error:
            raise TeiconvError(f"the rules cannot be compiled: {error}", Place(name)) from error

    def run(self, document: Checked) -> etree._Element:
        source = self._processor.parse_xml(xml_text=etree.tostring(document.tree.getroot(), encoding="unicode"))
        try:
            result = self._sheet.transform_to_string(xdm_node=source)
        except Exception as error:  # saxonche raises PySaxonApiError, which is not importable without the extra
            raise _failed(document, self._name, error) from error
        return etree.fromstring(result.encode())


def _told(error: etree.XSLTError) -> tuple[int | None, str]:
    """Return the line of the schema that ``error`` is about, and what libxslt says of it, the reason first."""
    line = next((entry.line for entry in error.error_log if entry.line), None)
    said = (entry.message for entry in error.error_log if not entry.line and entry.message != "error")
    return line, "; ".join(dict.fromkeys([*said, str(error)]))


def _failed(document: Checked, schema: str, error: Exception) -> TeiconvError:
    line, reason = _told(error) if isinstance(error, etree.XSLTError) else (None, str(error))
    return TeiconvError(f"the rules cannot be run on {document.name}: {reason}; correct the rules", Place(schema, line))
