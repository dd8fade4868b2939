"""What is wrong with a document, where, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from teiconv.errors import Place

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a TEI document.

    Attributes:
        file: the name of the file.
        line: the line of the problem.
        column: the column of the problem.
        path: the path of the element in the tree.
        message: the problem, in words.
        found: the invalid name or value.
        allowed: the valid names or values, in words.
        schema: the file name of the schema.
        rule: the name of the rule or of the element in that schema.
        severity: ``error`` or ``warning``.

    >>> from pathlib import Path
    >>> import teiconv
    >>> tei = teiconv.to_tei(Path("memo.txt")).replace(b' quantity="2"', b"")
    >>> problem = teiconv.validate(tei)[0]
    >>> problem.rule, problem.severity
    ('gap-measure', 'error')
    """

    file: str
    line: int | None
    column: int | None
    path: str
    message: str
    found: str = ""
    allowed: tuple[str, ...] = ()
    schema: str = ""
    rule: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{Place(self.file, self.line, self.column)}: {self.message} [{self.path}]"
