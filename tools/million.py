"""The laws over very many texts: mutated ones, lists that are mutated, and real ones in folders.

    python tools/million.py texts 1000000 --seed 1      # the samples of the tests, mutated, in both profiles
    python tools/million.py texts 1000000 --lines 8     # the same, of at most eight lines each
    python tools/million.py lists 100000 --seed 1       # lists mutated, a paper with each
    python tools/million.py real ../shared/corpus/text --every 12   # files, with the lists beside them and without

Of real texts it counts too how many have marks of layout (``lb``, ``space``) in our own TEI, and in how many of those
the editors have ``lb`` themselves (``official/VOLUME.xml`` beside the folder of texts).

One process; ``nice -n 19`` lets others work.  What fails is written to ``--keep``.  The last line says what was done:
``docs/reliability.md`` has those of the longest runs.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fuzz_targets import mutants, persons, terms
from laws import check_edit, check_text
from lxml import etree
from mutations import chosen, mutated, samples, spliced

from teiconv.conventions.table import ALL
from teiconv.convert import to_tei
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options, Profile

EDITED = 0.2
SPLICED = 0.3
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
LISTS = {"persons.txt", "terms.txt"}

Trial = tuple[bytes, Callable[[bytes], str]]
"""An input, and what tries it and says what became of it."""


def texts(number: int, seed: int, lines: int | None = None) -> Iterator[Trial]:
    """Yield mutated samples, or up to ``lines`` lines of one, in one profile or the other."""
    source = random.Random(seed)
    for _ in range(number):
        text = source.choice(samples())
        if lines is not None:
            text = excerpt(text, lines, source)
        if source.random() < SPLICED:
            text = spliced(text, source.choice(samples()), source.randrange(99), source.randrange(99))
        conventions = source.choice((None, None, *(each.name for each in ALL)))
        options = Options(profile=source.choice(list(Profile)), conventions=conventions)
        word = source.randrange(999) if source.random() < EDITED else None
        yield (
            mutated(text, chosen(source)).encode(),
            lambda data, options=options, word=word: tried(data, options, word),
        )


def excerpt(text: str, lines: int, source: random.Random) -> str:
    """Return up to ``lines`` lines of ``text`` that follow each other."""
    every = text.splitlines(keepends=True)
    first = source.randrange(len(every) or 1)
    return "".join(every[first : first + source.randint(1, lines)])


def lists(number: int, seed: int) -> Iterator[Trial]:
    """Yield mutated lists of persons and terms."""
    for person, term in zip(mutants("persons", number // 2, seed), mutants("terms", number // 2, seed), strict=True):
        yield person, lambda data: str(persons(data) or "tried")
        yield term, lambda data: str(terms(data) or "tried")


def real(folders: list[Path], every: int, first: int) -> Iterator[Trial]:
    """Yield every text of ``folders`` in both profiles, with the lists beside it and without."""
    files = sorted(file for folder in folders for file in folder.rglob("*.txt") if file.name not in LISTS)
    for file in files[first::every]:
        persons, terms = lists_beside(file.parent)
        data, word = file.read_bytes(), len(file.name)
        yield data, lambda data, file=file: layout_marks(data, file)
        for profile in Profile:
            for options in {Options(profile=profile), Options(profile=profile, persons=persons, terms=terms)}:
                yield data, lambda data, options=options, word=word: tried(data, options, word)


def layout_marks(data: bytes, file: Path) -> str:
    """Return which marks of layout the TEI of ``data`` has, and whether the editors have ``lb`` in the document."""
    body = etree.fromstring(to_tei(data)).find("{*}text")
    found = [name for name in ("lb", "space") if body.find(f".//{{*}}{name}") is not None]
    found += ["lb of the editors"] * (
        file.stem in broken_by_editors(file.parents[2] / "official" / f"{file.parent.name}.xml")
    )
    return "marks: " + (", ".join(found) or "none")


@lru_cache(1)
def broken_by_editors(official: Path) -> frozenset[str]:
    """Return the ids of the documents of an official volume that have ``lb``; none if there is no such file."""
    if not official.exists():
        return frozenset()
    parser = etree.XMLParser(recover=True)  # some ids are there twice
    documents = etree.parse(official, parser).iterfind(".//{*}div[@type='document']")
    return frozenset(each.get(XML_ID) for each in documents if each.find(".//{*}lb") is not None)


@lru_cache(2)
def lists_beside(folder: Path) -> tuple[object, object]:
    """Return the lists of persons and terms in ``folder``, ``None`` for one that is not there."""
    found = [folder / "persons.txt", folder / "terms.txt"]
    loaders = (load_persons, load_terms)
    return tuple(  # type: ignore[return-value]
        load([(str(file), file.read_bytes())]) if file.exists() else None
        for file, load in zip(found, loaders, strict=True)
    )


def tried(data: bytes, options: Options, word: int | None) -> str:
    """Hold the laws against ``data``; return what became of it."""
    proof = check_text(data, options)
    if proof is None:
        return "refused"
    if word is not None:
        check_edit(proof, word)
    return "mended" if proof.told else "whole"


def main() -> None:
    """Try all of it, and print what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["texts", "lists", "real"])
    parser.add_argument("number", nargs="*", help="how many, or the folders")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="with --every: which of the texts is the first")
    parser.add_argument("--lines", type=int, help="of texts: at most so many lines of each sample")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--keep", type=Path, default=Path("failures"))
    given = parser.parse_args()
    trials = {
        "texts": lambda: texts(int(given.number[0]), given.seed, given.lines),
        "lists": lambda: lists(int(given.number[0]), given.seed),
        "real": lambda: real([Path(folder) for folder in given.number], given.every, given.first),
    }[given.what]()
    counts, started = Counter[str](), time.monotonic()
    gc.set_threshold(20_000, 20, 100)  # trees come and go as a whole: a tenth of the time went into looking for cycles
    for data, attempt in trials:
        counts["bytes"] += len(data)
        try:
            counts[attempt(data)] += 1
        except Exception as error:
            counts["FAILED"] += 1
            given.keep.mkdir(exist_ok=True)
            name = f"{given.what}-{given.seed}-{given.first}-{counts['FAILED']}"
            (given.keep / name).write_bytes(data)
            print(name, type(error).__name__, str(error)[:200], flush=True)
        if time.monotonic() - started > given.seconds:
            break
    counts["seconds"] = round(time.monotonic() - started)
    print(json.dumps({"what": given.what, "seed": given.seed, **counts}))
    sys.exit(counts["FAILED"] > 0)


if __name__ == "__main__":
    main()
