"""A file that was edited, or that teiconv did not write, is kept. ``--overwrite`` replaces it, and keeps a copy."""

from __future__ import annotations

import hashlib

from teiconv.formats.tei.meaning import State, state

_ADVICE = {
    State.EDITED: "--take-edits turns the changes into decisions",
    State.FOREIGN: "nothing tells what was changed in it, so --take-edits can take nothing; teiconv review edits it",
    State.OTHER: "give one of the two another name",
}
_OF_REGISTER = "change the list or the decisions that it is made of"
_ANEW = "--overwrite writes it anew and keeps a copy"


def reason_to_keep(standing: bytes, name: str, *, is_register: bool = False) -> str | None:
    """Return why the file ``standing`` must not be written over, in words; ``None`` if nothing in it would be lost."""
    found = state(standing, name)
    if found not in _ADVICE:
        return None
    advice = _OF_REGISTER if is_register and found is not State.OTHER else _ADVICE[found]
    return f"{found.value}, and kept; {advice}, {_ANEW}"


def reason_to_keep_text(standing: bytes, made: bytes) -> str | None:
    """Return why the text ``standing`` must not be written over by ``made``; ``None`` if nothing would be lost."""
    if standing == made or not standing.strip(b"\0 \r\n"):
        return None
    return f"not as teiconv wrote it, and kept; correct the TEI, or give another folder, {_ANEW}"


def is_worth_a_copy(standing: bytes, name: str) -> bool:
    """Tell whether anything in ``standing`` is not as teiconv wrote it, so that a copy is kept of it."""
    return bool(standing.strip(b"\0 \r\n")) and state(standing, name) is not State.AS_WRITTEN


def copy_name(name: str, standing: bytes) -> str:
    """Return the name of the copy of a file: each content has its own, so that no copy replaces another."""
    return f"{name}.{hashlib.sha256(standing).hexdigest()[:8]}.bak"
