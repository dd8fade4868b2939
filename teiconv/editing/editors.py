"""Who decided: the editors whom decisions name, and the ids by which the TEI points to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from teiconv.model.decision import Decision
from teiconv.model.header import Editor
from teiconv.names.ids import Ids

UNNAMED = "an editor"
"""Stands for the editor of a decision that does not say whose it is."""

_INITIAL = re.compile(r"\b([^\W\d_])")


def editors_of(decisions: Iterable[Decision]) -> dict[str, Editor]:
    """Return the editors of ``decisions`` by their names, in the order of the alphabet, each with an ``xml:id``."""
    names = sorted({decision.who or UNNAMED for decision in decisions})
    ids = Ids(())
    return {name: Editor(name, ids.new(f"ed_{_initials(name)}")) for name in names}


def _initials(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.partition("<")[0]).encode("ascii", "ignore").decode()
    return "".join(_INITIAL.findall(plain)).upper()[:4] or "X"
