"""Pointers of TEI: where they lead, and how to make them lead elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

from teiconv.collection.ids import below
from teiconv.collection.settled import PREFIX
from teiconv.conventions.volumes import VOLUMES

POINTERS = ("ref", "target", "corresp", "sameAs", "ana", "source", "resp", "who")
"""The attributes that hold pointers, parted by blanks."""

_PREFIXED = f"{PREFIX}:"
_VOLUME = re.compile(r"[A-Za-z][\w.-]*")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ATTRIBUTE = re.compile(rf' ({"|".join(POINTERS)})="([^"]*)"')


def anchor_of(pointer: str) -> str | None:
    """Return the id to which ``pointer`` leads in the volume; ``None`` if it leads out of it."""
    path, _, fragment = pointer.partition("#")
    return fragment or None if not path or (path.endswith(".xml") and ":" not in path) else None


def abroad(pointer: str, volumes: str | None) -> str | None:
    """Return the address of what ``pointer`` means in another volume; ``volumes`` is that below which all stand.

    It is ``volume:frus1969-76v06/d32`` in what we write, ``frus1969-76v06#d32`` in official volumes.  It is known where
    those of the series stand.
    """
    if pointer.startswith(_PREFIXED):
        return (volumes or VOLUMES) + pointer.removeprefix(_PREFIXED)
    volume, _, anchor = pointer.partition("#")
    known = volumes or (VOLUMES if volume.startswith("frus") else None)
    if known is None or not _VOLUME.fullmatch(volume) or volume.endswith(".xml"):
        return None
    return known + below(volume, anchor)


def file_of(path: str, file: str) -> str:
    """Return the file that a pointer in ``file`` means; without a path it is that file."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path))) if path else file


def moved(xml: str, move: Callable[[str], str]) -> str:
    """Return ``xml`` with ``move`` of each pointer in its stead."""

    def attribute(found: re.Match[str]) -> str:
        return f' {found[1]}="{" ".join(map(move, found[2].split()))}"'

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), xml)
