"""What is wrong with a document, where, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from teiconv.errors import Place

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: its place in the file, the element's path in the tree, and what to say about it.

    ``found`` is what stands there, ``allowed`` what could (names, or values in words); ``schema`` is the file name
    of the schema that was broken and ``rule`` what in it: the name of a rule, or of an element.
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
