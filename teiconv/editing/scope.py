"""Which decisions are about which document, as far as its file tells: a batch does again what is decided anew."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath, PurePosixPath

from teiconv.collection.ids import document_id
from teiconv.document.record import NOT_CARRIED_OUT, Document
from teiconv.model.decision import EVERY, Decision


def names_of_file(file: str) -> set[str]:
    """Return by what names decisions may call the document in ``file``, besides its own ``xml:id``.

    The name of the file is one, with or without its suffix, and with as many of its folders as tell it apart; and so is
    the ``xml:id`` that it has in a collection.
    """
    path = PurePosixPath(file.replace("\\", "/"))
    bare = path.with_suffix("") if path.suffix in (".txt", ".xml") else path
    tails = {"/".join(bare.parts[at:]) for at in range(len(bare.parts))}
    ids = {document_id(f"{tail}.txt") for tail in tails}
    return {file, *ids, *(f"{tail}{suffix}" for tail in tails for suffix in ("", ".txt", ".xml"))}


def names_apart(files: Iterable[PurePath]) -> dict[PurePath, str]:
    """Return for each of ``files`` its name without suffix, with as many of its folders as tell it from the others."""
    tails = {path: _tails(path) for path in files}
    count = Counter(tail for found in tails.values() for tail in found)
    return {path: next((tail for tail in found if count[tail] == 1), found[-1]) for path, found in tails.items()}


def _tails(path: PurePath) -> list[str]:
    """Return the last part of ``path`` without suffix, its last two, and so on."""
    parts = path.with_suffix("").parts
    return ["/".join(parts[at:]) for at in range(len(parts) - 1, -1, -1)]


def about(decisions: Iterable[Decision], names: Iterable[str]) -> tuple[Decision, ...]:
    """Return the ``decisions`` about the document of these ``names``, and about all documents."""
    known = {EVERY, *names}
    return tuple(decision for decision in decisions if decision.document in known)


def keys_of(document: Document) -> tuple[str, ...]:
    """Return the keys of the decisions that were about ``document``, whether they could be carried out or not."""
    told = (decision for decision, _ in document.undone)
    return (*document.decided, *dict.fromkeys(decision.key for decision in (*document.linked, *told)))


def digest_of(decisions: Iterable[Decision]) -> str:
    """Return what changes when any of ``decisions`` does: 8 hex digits, or nothing where there are none."""
    keys = " ".join(decision.key for decision in decisions)
    return hashlib.sha256(keys.encode()).hexdigest()[:8] if keys else ""


def unmet(decisions: Iterable[Decision], met: set[str]) -> Iterator[str]:
    """Yield what must be told of the decisions whose keys are not in ``met``: no document took note of them."""
    for decision in sorted(decisions, key=lambda decision: (decision.file, decision.line or 0)):
        if decision.key not in met:
            yield f"{decision.place}: {NOT_CARRIED_OUT}: {_why_unmet(decision)}"


def _why_unmet(decision: Decision) -> str:
    if decision.document != EVERY:
        return f"there is no such document: “{decision.document:.60}”"
    if not decision.words:
        return "it can be carried out in no document"
    return f"no document has these words, or it cannot be carried out there: “{decision.words:.60}”"
