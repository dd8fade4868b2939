"""Finding the documents to compare: in files, in folders, and in volumes that hold many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from teiconv.errors import Place, TeiconvError
from teiconv.evaluation.compare import DocumentResult, Score, compare
from teiconv.evaluation.elements import read_tree
from teiconv.evaluation.encoded import Encoded, encoded_documents, named
from teiconv.evaluation.layers import LAYERS, Layer
from teiconv.formats.tei.read import is_register
from teiconv.reading import files_below

T = TypeVar("T")
_START = 1024


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All documents compared, in the order of the gold, and those that stand on one side only."""

    documents: tuple[DocumentResult, ...]
    layers: tuple[Layer, ...]
    missing: tuple[str, ...]
    """Documents of the gold without a candidate; they are not counted."""
    unknown: tuple[str, ...]
    """Candidates without a gold document; they are not counted either."""

    def total(self, layer: str) -> Score:
        """Return the score of a layer over all documents."""
        return sum((document.layers[layer].score for document in self.documents), Score())


def evaluate(gold: Path, candidates: Iterable[Path], layers: Iterable[Layer] = LAYERS) -> Evaluation:
    """Compare the documents of ``candidates``, files or folders, with those of ``gold``, a file or a folder.

    A candidate file with one document is the document that the file is named after, if the gold has one of that
    name; otherwise, and for each document of a volume, ``xml:id`` tells.

    Raises:
        TeiError: a file is not well-formed XML.
        TeiconvError: a file cannot be read; a document comes twice; no document is on both sides.
        MissingExtraError: texts differ, and ``rapidfuzz`` is not installed.
    """
    layers = tuple(layers)
    expected = documents_of(gold)
    unknown: list[str] = []
    results = {name: compare(one, other, layers) for name, one, other in pairs(expected, candidates, unknown)}
    if not results:
        raise TeiconvError(f"no candidate is a document of {gold}; name the files after the documents’ xml:id")
    compared = tuple(results[name] for name in expected if name in results)
    missing = tuple(name for name in expected if name not in results)
    return Evaluation(compared, layers, missing, tuple(unknown))


def documents_of(gold: Path) -> dict[str, Encoded]:
    """Return the documents of a gold, a file or a folder, by their identifiers.

    Files with one document each that share an identifier go by their own names.
    """
    found = list(_read(gold))
    alone = Counter(documents[0].identifier for _, documents in found if len(documents) == 1)
    expected: dict[str, Encoded] = {}
    for path, documents in found:
        for document in documents:
            if len(documents) == 1 and alone[document.identifier] > 1:
                document = replace(document, identifier=path.stem)
            _add_once(expected, document.identifier, document, path)
    return expected


def pairs(
    expected: dict[str, Encoded], candidates: Iterable[Path], unknown: list[str]
) -> Iterator[tuple[str, Encoded, Encoded]]:
    """Yield each document of the gold that has a candidate, with its name; add the others to ``unknown``."""
    met: dict[str, Path] = {}
    for path, documents in (found for candidate in candidates for found in _read(candidate)):
        for document in documents:
            name = path.stem if len(documents) == 1 and path.stem in expected else document.identifier
            if name in expected:
                _add_once(met, name, path, path)
                yield name, expected[name], document
            else:
                unknown.append(name)


def _read(path: Path) -> Iterator[tuple[Path, list[Encoded]]]:
    """Yield the TEI files of ``path``, each with its documents; names in the registers of a collection are known."""
    files = files_below(path) if path.is_dir() else [path]
    beside = [file for file in files if file.parent == path] if path.is_dir() else sorted(path.parent.glob("*s.xml"))
    register: dict[str, str] = {}
    for file in beside:
        if _is_register(file):
            register |= named(read_tree(_bytes(file), str(file)))
    for file in files:
        if not _is_register(file):
            yield file, list(encoded_documents(read_tree(_bytes(file), str(file)), file.stem, register))


def _is_register(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return is_register(opened.read(_START))
    except OSError:
        return False  # said when it is read


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(file))) from error


def _add_once(found: dict[str, T], name: str, value: T, path: Path) -> None:
    if name in found:
        raise TeiconvError(f"document {name} occurs twice; leave one of them out", Place(str(path)))
    found[name] = value
