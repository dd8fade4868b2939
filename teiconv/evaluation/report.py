"""Writing an evaluation: as a table, as JSON, and as a list of misses with their context."""

from __future__ import annotations

import json
from collections.abc import Iterator

from teiconv.evaluation.compare import DocumentResult, Score
from teiconv.evaluation.gather import Evaluation
from teiconv.evaluation.layers import Mark

CONTEXT = 30
"""How many characters are shown on either side of a miss."""


def table(evaluation: Evaluation) -> Iterator[str]:
    """Yield the lines of a table: one row for each layer that either side has."""
    yield _summary(evaluation)
    yield f"{'layer':<12}{'gold':>8}{'given':>8}{'precision':>11}{'recall':>9}{'F1':>9}  a mark says"
    for layer in evaluation.layers:
        score = evaluation.total(layer.name)
        if score.gold or score.candidate:
            yield f"{layer.name:<12}{_row(score)}  {layer.says}"


def _summary(evaluation: Evaluation) -> str:
    compared = len(evaluation.documents)
    same = sum(document.same_text for document in evaluation.documents)
    notes = [f"{compared} document{'s' * (compared != 1)}", f"{same} with the same text"]
    if evaluation.missing:
        notes.append(f"{len(evaluation.missing)} without a candidate")
    if evaluation.unknown:
        notes.append(f"{len(evaluation.unknown)} candidates without gold")
    return ", ".join(notes)


def _row(score: Score) -> str:
    return f"{score.gold:>8}{score.candidate:>8}{score.precision:>11.4f}{score.recall:>9.4f}{score.f1:>9.4f}"


def document_table(evaluation: Evaluation, layer: str) -> Iterator[str]:
    """Yield the lines of a table of one layer: one row for each document that has it."""
    width = max(len(document.identifier) for document in evaluation.documents) + 2
    yield f"{layer:<{width}}{'gold':>8}{'given':>8}{'precision':>11}{'recall':>9}{'F1':>9}"
    for document in evaluation.documents:
        score = document.layers[layer].score
        if score.gold or score.candidate:
            yield f"{document.identifier:<{width}}{_row(score)}"


def misses(evaluation: Evaluation, layer: str) -> Iterator[str]:
    """Yield a line for each mark of ``layer`` that is missing or extra, with the words around it."""
    for document in evaluation.documents:
        result = document.layers[layer]
        for kind, marks in (("missing", result.missing), ("extra", result.extra)):
            for mark in marks:
                yield f"{document.identifier}\t{kind}\t{_shown(document, mark)}"


def _shown(document: DocumentResult, mark: Mark) -> str:
    """Show a mark in its words: ``…see note [Document 12] for text… #d12``."""
    start, end, value = mark
    before, words, after = document.axis.quote(start, end, CONTEXT)
    quoted = " ".join(f"…{before}[{words}]{after}…".split())
    return quoted if value is None else f"{quoted}\t{_said(value)}"


def _said(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def as_json(evaluation: Evaluation) -> str:
    """Return the evaluation as JSON: figures over all documents, and for each."""
    names = [layer.name for layer in evaluation.layers]
    return json.dumps(
        {
            "documents": len(evaluation.documents),
            "same_text": sum(document.same_text for document in evaluation.documents),
            "missing": evaluation.missing,
            "unknown": evaluation.unknown,
            "layers": {name: _figures(evaluation.total(name)) for name in names},
            "by_document": {
                document.identifier: {name: _figures(document.layers[name].score) for name in names}
                for document in evaluation.documents
            },
        },
        ensure_ascii=False,
        indent=1,
    )


def is_json_of_figures(data: bytes) -> bool:
    """Tell whether ``data`` begins as what :func:`as_json` writes."""
    return data.startswith(b'{\n "documents": ')


def _figures(score: Score) -> dict[str, float]:
    return {
        "agreed": score.agreed,
        "gold": score.gold,
        "candidate": score.candidate,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
    }
