"""A decision as the page has it, and as the file will have it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from teiconv.editing.file import read_decisions, write_decision, wrong_in
from teiconv.errors import TeiconvError
from teiconv.model.decision import NOTHING, Decision, Kind


def values_of(kind: str, said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the values that the page said; a person whom no list has gets an id made of the name."""
    values = {str(key): str(value) for key, value in said.items()}
    if kind == Kind.PERSON and "name" in values and "is" not in values:
        plain = unicodedata.normalize("NFKD", values["name"]).encode("ascii", "ignore").decode().lower()
        values = {"is": f"p_{'-'.join(re.findall('[a-z0-9]+', plain)) or 'unnamed'}", **values}
    return tuple(values.items())


def wrong_values(kind: str, said: Mapping[str, Any]) -> str:
    """Return what is wrong with values that an editor typed for a statement of ``kind``, in words; empty if nothing."""
    return wrong_in(Decision(Kind(kind), words=kind, values=values_of(kind, said))) or ""


def described(decision: Decision) -> dict[str, Any]:
    """Return ``decision`` as JSON has it, with its mark."""
    return {
        "mark": decision.key,
        "kind": str(decision.kind),
        "document": decision.document,
        "words": decision.words,
        "nth": decision.nth,
        "values": dict(decision.values),
        "taken_away": decision.get("is") == NOTHING,
        "who": decision.who,
        "at": decision.at,
        "why": decision.why,
    }


def checked(decision: Decision) -> Decision:
    """Return ``decision``, as it will be read again.

    Raises:
        TeiconvError: it cannot be meant.
    """
    try:
        (again,) = read_decisions(write_decision(decision).encode(), "the decision")
    except TeiconvError as error:
        raise TeiconvError(error.message) from error
    return replace(again, file="", line=None)
