"""Whether the TEI is what it was: digests of what becomes of many texts, and which of them changed.

    python tools/digests.py take FOLDER… [--every 12] > before.txt
    python tools/digests.py compare before.txt after.txt

Each text of a FOLDER (and of the folders in it) is converted in both profiles, and also with the lists ``persons.txt``
and ``terms.txt`` where they stand beside it.  A commit that only moves code, or makes it quicker, changes no digest.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from teiconv.convert import converted
from teiconv.errors import TeiconvError
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options, Profile

LISTS = ("persons.txt", "terms.txt")
SHOWN = 20


def options_of(texts: Path) -> list[tuple[str, Options]]:
    """Return the options to convert a folder with: without lists and, where there are any, with them."""
    persons, terms = (texts / name for name in LISTS)
    bare = [("bare", Options())]
    if not persons.exists() and not terms.exists():
        return bare
    listed = Options(
        persons=load_persons([(str(persons), persons.read_bytes())]) if persons.exists() else None,
        terms=load_terms([(str(terms), terms.read_bytes())]) if terms.exists() else None,
    )
    return [*bare, ("lists", listed)]


def digest(data: bytes, options: Options, name: str) -> str:
    """Return the digest of the TEI of a text, or the error that it is refused with."""
    try:
        return hashlib.sha256(converted(data, options, name=name).tei).hexdigest()[:24]
    except TeiconvError as error:
        return f"refused: {error.message}"


def digests(root: Path, every: int) -> Iterator[str]:
    """Yield a line for each way to convert every text under ``root``: its digest, and what was converted how."""
    folders = sorted({file.parent for file in root.rglob("*.txt")})
    for folder in folders:
        files = sorted(file for file in folder.glob("*.txt") if file.name not in LISTS)[::every]
        ways = [
            (f"{lists} {profile}", replace(options, profile=profile))
            for lists, options in options_of(folder)
            for profile in Profile
        ]
        for file in files:
            data, name = file.read_bytes(), str(file.relative_to(root.parent))
            yield from (f"{digest(data, options, name)}\t{name} {way}" for way, options in ways)


def read_digests(file: Path) -> dict[str, str]:
    """Return the digest of each conversion in ``file``."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {name: value for value, _, name in (line.partition("\t") for line in lines)}


def compare(before: Path, after: Path) -> bool:
    """Print what changed; return whether nothing did."""
    old, new = read_digests(before), read_digests(after)
    changed = [name for name in old if name in new and old[name] != new[name]]
    missing = old.keys() ^ new.keys()
    print(f"{len(changed)} of {len(old.keys() & new.keys())} changed, {len(missing)} only on one side")
    for name in [*changed, *sorted(missing)][:SHOWN]:
        print(f"  {name}")
    return not changed and not missing


def main() -> None:
    """Take digests, or compare two files of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    take = commands.add_parser("take")
    take.add_argument("folders", type=Path, nargs="+")
    take.add_argument("--every", type=int, default=12)
    against = commands.add_parser("compare")
    against.add_argument("before", type=Path)
    against.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "compare":
        sys.exit(0 if compare(given.before, given.after) else 1)
    for folder in given.folders:
        for line in digests(folder, given.every):
            print(line)


if __name__ == "__main__":
    main()
