"""Files that are no list at all, though their lines may look like entries: refused by what they are."""

from __future__ import annotations

import json
import tomllib

from teiconv.errors import Place, TeiconvError

_COMPILED = b"teiconv authority "
"""How a compiled authority begins, of whatever version."""


def refuse_other_files(name: str, data: bytes) -> None:
    """Refuse a file that is given as a list of persons or terms and is a compiled authority, JSON or TOML.

    Raises:
        TeiconvError: it is one of them.
    """
    if data.startswith(_COMPILED):
        raise TeiconvError("this is a compiled authority: give it as --authority", Place(name))
    kind = "JSON" if _is_json(data) else "TOML" if _is_toml(name, data) else None
    if kind:
        raise TeiconvError(
            f"this is {kind}, and no list; a list is text with an entry to a line, TEI or CSV", Place(name, 1)
        )


def _is_json(data: bytes) -> bool:
    if not data.lstrip().startswith((b"{", b"[")):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _is_toml(name: str, data: bytes) -> bool:
    """Tell whether ``data`` is TOML, and has a table if its name does not say so: a list may have ``NSC = "…"``."""
    try:
        read = tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        return False
    return bool(read) and (name.lower().endswith(".toml") or any(isinstance(value, dict) for value in read.values()))
