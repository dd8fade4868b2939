"""Validation: documents against schemas and rules, with words for editors.

>>> from pathlib import Path
>>> from teiconv.validation import validate
>>> validate(Path("tests/samples/valid/seed.xml"))
[]
"""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.validation.document import Checked, Xml, checked
from teiconv.validation.problem import Problem, Severity
from teiconv.validation.schemas import Schema, load_schema, load_schemas, problems_of, project_schemas, schema_folder

__all__ = [
    "Checked",
    "Problem",
    "Schema",
    "Severity",
    "Xml",
    "checked",
    "load_schema",
    "load_schemas",
    "project_schemas",
    "schema_folder",
    "validate",
]


def validate(xml: Xml, schemas: Sequence[Schema] | None = None, *, name: str | None = None) -> list[Problem]:
    """Return what is wrong with a TEI document, in the order of its elements; nothing if it is valid.

    Args:
        xml: a file (``Path``), a whole document as bytes or string, or a parsed tree (columns are then unknown).
        schemas: what to check against; by default the schemas of the project (:func:`project_schemas`).
        name: what problems and errors call the document; by default the path of the file.

    Raises:
        TeiError: the document cannot be read.
    """
    document = checked(xml, name)
    return problems_of(document, schemas or project_schemas())
