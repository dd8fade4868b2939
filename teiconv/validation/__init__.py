"""Validation: documents against schemas and rules, with messages for editors.

>>> from pathlib import Path
>>> from teiconv.validation import validate
>>> validate(Path("tests/samples/valid/seed.xml"))
[]
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

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


def validate(xml: Xml, schemas: Given | Sequence[Given] | None = None, *, name: str | None = None) -> list[Problem]:
    """Return the problems of a TEI document, in the order of its elements. The list is empty if it is valid.

    Args:
        xml: a file (``Path``), a whole document as bytes or string, or a parsed tree (columns are then unknown).
        schemas: the schemas to check against, by their paths (``.rng``, ``.rnc``, ``.xsd``, ``.sch``) or as
            ``teiconv.validation.load_schema`` returns them, which is quicker for many documents; by default those of
            teiconv.
        name: the name of the document in problems and errors; by default the path of the file.

    >>> from pathlib import Path
    >>> import teiconv
    >>> teiconv.validate(Path("memo.xml"))
    []

    Raises:
        TeiError: the document cannot be read.
        TeiconvError: a schema cannot be read.
    """
    document = checked(xml, name)
    several = schemas if isinstance(schemas, Sequence) and not isinstance(schemas, (str, bytes)) else (schemas,)
    loaded = [schema for schema in map(_loaded, several) if schema]
    return problems_of(document, loaded or project_schemas())


Given: TypeAlias = "Schema | str | Path"
"""A schema as users give it: loaded, or the path of its file."""


def _loaded(schema: Given | None) -> Schema | None:
    if schema is not None and not isinstance(schema, (str, Path)) and not hasattr(schema, "problems"):
        raise TypeError(f"“schemas” takes schemas or the paths of their files, not {type(schema).__name__}")
    return load_schema(Path(schema)) if isinstance(schema, (str, Path)) else schema
