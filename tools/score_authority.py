"""Score teiconv with an authority and no list, each volume by an authority without what its own list says.

    python tools/score_authority.py ../shared/authority/*.tar.xz                    # every 12th tunable document
    python tools/score_authority.py … --part held-out --every 4                     # the volumes that nobody tunes on
    python tools/score_authority.py … --no-unlisted                          # … only those whom the authority knows
    python tools/score_authority.py … --save now --show link:high                   # … and the wrong links of a degree

A person of the authority is taken for that entry of the volume's list to which the sources link the person (entries
of one person are one); the output is scored under the names of that list.  ``--save`` keeps the TEI so named
(``VOLUME/dN.xml``) and the figures.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from certainty import measured as certainties
from lxml import etree
from score_sample import XML_ID, Volume, cut, volumes
from scoring import Scores, score, table, total, write_run

from teiconv.authority.compiled import compile_entries
from teiconv.authority.entries import Entry
from teiconv.authority.join import joined, without_volume
from teiconv.authority.sources import read_source
from teiconv.convert import converted
from teiconv.model.certainty import Certainty
from teiconv.options import Options

TEI = "{http://www.tei-c.org/ns/1.0}"
LAYERS = ("mention", "mentionLink", "persName", "persLink")


@cache
def entries_of(sources: tuple[Path, ...]) -> tuple[Entry, ...]:
    """Return one entry for each person of ``sources``; a process reads them once."""
    return joined(entry for source in sources for entry in read_source(source))


def own_entries(volume: Volume, entries: Sequence[Entry]) -> Mapping[str, list[str]]:
    """Return the ids in the list of ``volume`` of each person of the authority who stands there, by ``xml:id``."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        own = [key.partition("#")[2] for key in entry.keys if key.startswith(f"{volume.name}#")]
        if entry.identifiers and own:
            found[f"p_{entry.identifiers[0].value}"] = own
    return found


def united(gold: Path, own: Mapping[str, list[str]], target: Path) -> Mapping[str, str]:
    """Write ``gold`` with one entry for each person (``Diem, see Ngo Dinh Diem``); return the names of the entries."""
    tree = etree.parse(str(gold), etree.XMLParser(huge_tree=True, recover=True))
    first = {f"#{other}": f"#{ids[0]}" for ids in own.values() for other in ids[1:]}
    names: dict[str, str] = {}
    for node in tree.iter(f"{TEI}persName"):
        if pointer := node.get("corresp"):
            node.set("corresp", first.get(pointer, pointer))
        if identifier := node.get(XML_ID):
            names[identifier] = "".join(node.itertext())
    tree.write(str(target), encoding="utf-8")
    return {person: names[ids[0]] for person, ids in own.items() if ids[0] in names}


def renamed(tei: bytes, names: Mapping[str, str]) -> bytes:
    """Return ``tei`` with those persons under their names in the list who have one there."""
    root = etree.fromstring(tei)
    for person in root.iter(f"{TEI}person"):
        name = names.get(person.get(XML_ID) or "")
        head = person.find(f"{TEI}persName")
        if name and head is not None:
            head.clear()
            head.text = name
    return etree.tostring(root, encoding="utf-8")


def measured(
    volume: Volume, sources: tuple[Path, ...], folder: Path, every: int, show: str, unlisted: bool
) -> tuple[Scores, Counter[tuple[str, str, bool]]]:
    """Convert and score the sample of a volume."""
    target = folder / volume.name
    target.mkdir(parents=True, exist_ok=True)
    entries = entries_of(sources)
    gold = folder / f"{volume.name}.gold.xml"
    names = united(cut(volume, every), own_entries(volume, entries), gold)
    with tempfile.TemporaryDirectory() as temporary:
        compiled = Path(temporary) / "held.auth"
        compiled.write_bytes(compile_entries([without_volume(entry, volume.name) for entry in entries]))
        options = Options(authority=compiled, unlisted=unlisted)
        for text in volume.documents(every):
            tei = converted(text.read_bytes(), options, name=str(text)).tei
            (target / f"{text.stem}.xml").write_bytes(renamed(tei, names))
    scores, _ = score(gold, target)
    return {layer: scores[layer] for layer in LAYERS if layer in scores}, certainties(gold, target, show)


def rows(counts: Mapping[tuple[str, str, bool], int]) -> Iterator[str]:
    """Yield how often the links of each degree are right."""
    for degree in Certainty:
        right, wrong = counts["link", degree, True], counts["link", degree, False]
        if right + wrong:
            yield f"{degree:<12}{right + wrong:>8} links, right {right / (right + wrong):.4f}"


def main() -> None:
    """Convert, score, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "sources", nargs="+", type=Path, help="of an authority, as “teiconv authority build” takes them"
    )
    parser.add_argument("--part", choices=("tunable", "held-out"), default="tunable")
    parser.add_argument("--volumes", default="*", metavar="PATTERN", help="only those whose name fits")
    parser.add_argument("--every", type=int, default=12, metavar="N", help="take every Nth document (default 12)")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="keep the TEI and the figures")
    parser.add_argument("--show", default="", metavar="link:DEGREE", help="list the wrong links of a degree")
    parser.add_argument("--no-unlisted", dest="unlisted", action="store_false", help="name only those whom it knows")
    given = parser.parse_args()
    if given.show and given.part == "held-out":
        parser.error("what is held out is not looked at")
    chosen = volumes(given.part, given.volumes)
    with tempfile.TemporaryDirectory() as temporary, ProcessPoolExecutor(2) as pool:
        folder = given.save or Path(temporary)
        said = {"every": given.every, "show": given.show, "unlisted": given.unlisted}
        own = partial(measured, sources=tuple(given.sources), folder=folder, **said)
        results = dict(zip([one.name for one in chosen], pool.map(own, chosen), strict=True))
        write_run(folder, {name: scores for name, (scores, _) in results.items()})
    for name, (scores, _) in results.items():
        print(f"{name:20}", *(f"{scores[layer].f1:.3f}" for layer in LAYERS if layer in scores))
    print(table(total(scores for scores, _ in results.values())))
    print(*rows(sum((counts for _, counts in results.values()), Counter())), sep="\n")


if __name__ == "__main__":
    main()
