"""Where schemas come from: those of the project, and those of the user."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from lxml import etree

from teiconv.errors import Place, TeiconvError
from teiconv.remember import remembered
from teiconv.validation.document import Checked
from teiconv.validation.problem import Problem
from teiconv.validation.relaxng import RelaxNg
from teiconv.validation.schematron import Schematron

_OF_TRANSLATION = re.compile(r",? (?:line|column) \d+|\S*[/\\](?=schema\.rng)")
_PACKAGE = Path(__file__).parents[1]


class Schema(Protocol):
    """Anything that finds problems in a document."""

    name: str

    def compile(self) -> None:
        """Do now what would else be done at the first document."""

    def problems(self, document: Checked) -> list[Problem]:
        """Return what is wrong with ``document``, in its order."""


def schema_folder() -> Path:
    """Return the folder of the project's schemas: inside the package where installed, beside it in a checkout."""
    installed = _PACKAGE / "schemas"
    return installed if installed.is_dir() else _PACKAGE.parent / "schemas"


@remembered()
def project_schemas() -> tuple[Schema, ...]:
    """Return the schemas that a document is checked against by default: the grammar and the rules.

    They are compiled once in a process.  The W3C schema says the same as the RELAX NG, which the tests of the schemas
    hold it to: it is the quick twin of that.
    """
    folder = schema_folder()
    path = folder / "teiconv.rng"
    grammar = RelaxNg(etree.parse(path), path.name, twin=path.with_suffix(".xsd"))
    return grammar, load_schema(folder / "teiconv.sch")


def load_schema(path: Path) -> Schema:
    """Return the schema in the file ``path``; the suffix gives its kind.

    Raises:
        TeiconvError: the file cannot be read as a schema.
    """
    try:
        if path.suffix == ".xsd":
            from teiconv.validation.xsd import Xsd

            return Xsd(path)
        if path.suffix == ".rng":
            return RelaxNg(etree.parse(path), path.name)
        if path.suffix == ".rnc":
            from teiconv.validation.rnc import read_rnc

            return RelaxNg(read_rnc(path), path.name)
        if path.suffix == ".sch":
            return Schematron(etree.parse(path), path.name)
    except (OSError, etree.XMLSyntaxError) as error:
        raise _unreadable(path, error) from error
    raise TeiconvError(
        f"what kind of schema is a “{path.suffix}” file? Give .rng, .rnc, .xsd or .sch", Place(str(path))
    )


def _unreadable(path: Path, error: OSError | etree.XMLSyntaxError) -> TeiconvError:
    line, column, reason = None, None, str(error)
    if isinstance(error, etree.XMLSyntaxError):
        (line, column), reason = error.position, (error.msg or "not XML").partition(", line ")[0]
    place = Place(str(path), line or None, column or None)
    return TeiconvError(f"the schema cannot be read ({reason}); give a RELAX NG, XSD or Schematron file", place)


def load_schemas(paths: Sequence[Path]) -> tuple[Schema, ...]:
    """Return the schemas in ``paths``, or those of the project if there are none."""
    return tuple(_compiled(path) for path in paths) or project_schemas()


def _compiled(path: Path) -> Schema:
    """Return the schema in ``path``, compiled, so that a faulty schema is reported before any document is checked."""
    schema = load_schema(path)
    try:
        schema.compile()
    except TeiconvError:
        raise
    except Exception as error:  # each library has errors of its own, and those of Python besides
        message = " ".join(str(getattr(error, "message", None) or error or type(error).__name__).split())
        line = getattr(getattr(getattr(error, "error_log", None), "last_error", None), "line", None)
        if path.suffix == ".rnc":  # the place is one in what it was translated into
            message, line = _OF_TRANSLATION.sub("", message), None
        where = line if line and line > 0 else None
        raise TeiconvError(f"the schema cannot be used: {message:.300}; mend it", Place(str(path), where)) from error
    return schema


def problems_of(document: Checked, schemas: Sequence[Schema]) -> list[Problem]:
    """Return what ``schemas`` find in ``document``, in its order."""
    found = [problem for schema in schemas for problem in schema.problems(document)]
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0)) if found else found
