"""What a collection of whole volumes comes to: ids, pointers, texts, and who is who over all lists.

``python collection.py TEXTS COLLECTION`` reads the folder of volumes that ``teiconv batch`` was given, and the one it
wrote, and counts ids that are there twice, pointers that lead nowhere, texts that do not come back.
``--people FOLDER`` (the people of the Office of the Historian, unpacked) tells if an id names two of them.
"""

from __future__ import annotations

import argparse
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teiconv.collection.identity import renamed
from teiconv.convert import to_bytes
from teiconv.names.lists.load import load_persons

ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("ref", "target", "corresp", "sameAs", "resp", "source", "who", "ana")
SOURCE = re.compile(r"historicaldocuments/(?P<volume>[^/]+)/[^#]*#")


def main() -> None:
    parser = argparse.ArgumentParser(description="Count what a collection of volumes comes to.")
    parser.add_argument("texts", type=Path)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--people", type=Path)
    asked = parser.parse_args()
    for name, figure in (*whole(asked.collection), *back(asked.texts, asked.collection)):
        print(f"{name:40} {figure}")
    if asked.people:
        for name, figure in people(asked.texts, asked.people):
            print(f"{name:40} {figure}")


def whole(root: Path) -> Iterator[tuple[str, object]]:
    """Yield the figures of ids and pointers."""
    ids: Counter[str] = Counter()
    there: set[tuple[str, str]] = set()
    pointers: list[tuple[str, str]] = []
    prefixes: Counter[str] = Counter()
    files = sorted(root.rglob("*.xml"))
    for path in files:
        name = path.relative_to(root).as_posix()
        for node in etree.parse(str(path)).getroot().iter(etree.Element):
            if id := node.get(ID):
                ids[id] += 1
                there.add((name, id))
            for pointer in (pointer for key in POINTERS for pointer in (node.get(key) or "").split()):
                file, mark, fragment = pointer.partition("#")
                if ":" in file:
                    prefixes[file.partition(":")[0]] += 1
                elif mark:
                    other = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(file)))
                    pointers.append((other if file else name, fragment))
    yield "files", len(files)
    yield "ids", len(ids)
    yield "ids there twice", sum(count > 1 for count in ids.values())
    yield "pointers within the collection", len(pointers)
    yield "of these to nothing", sum(pointer not in there for pointer in pointers)
    yield "pointers by a prefix or an address", dict(prefixes)


def back(texts: Path, root: Path) -> Iterator[tuple[str, object]]:
    """Yield how many texts come back to the byte."""
    same = other = 0
    for path in sorted(texts.rglob("*.txt")):
        file = root / path.relative_to(texts).with_suffix(".xml")
        if file.is_file():
            equal = to_bytes(file.read_bytes()) == path.read_bytes()
            same, other = same + equal, other + (not equal)
    yield "texts that come back to the byte", same
    yield "texts that do not", other


def people(texts: Path, database: Path) -> Iterator[tuple[str, object]]:
    """Yield how ids and persons agree: an id should name one person, a person should have one id."""
    real = {(volume, name): person for volume, name, person in entries(database)}
    lists = {
        path.parent.name: load_persons([(path.name, path.read_bytes())]).persons for path in texts.rglob("persons.txt")
    }
    changes = renamed(lists)
    of_id, of_person, own = defaultdict(set), defaultdict(set), defaultdict(set)
    for volume, persons in lists.items():
        for person in persons:
            if (known := real.get((volume, flat(person.name.text)))) is not None:
                id = changes[volume].get(person.id, person.id)
                of_id[id].add(known)
                own[person.id].add(known)
                of_person[known].add(id)
    yield "entries of lists", sum(map(len, lists.values()))
    yield "ids of lists that name two people", f"{sum(len(each) > 1 for each in own.values())} of {len(own)}"
    yield "ids of the collection that do", f"{sum(len(each) > 1 for each in of_id.values())} of {len(of_id)}"
    yield "people with two ids", f"{sum(len(each) > 1 for each in of_person.values())} of {len(of_person)}"
    yield "which", sorted(id for id, each in of_id.items() if len(each) > 1)


def entries(database: Path) -> Iterator[tuple[str, str, str]]:
    """Yield volume, name and person of each entry of a list that the database knows."""
    for path in sorted(database.rglob("*.xml")):
        root = etree.parse(str(path)).getroot()
        for original in root.iter("original"):
            for url in original.iter("source-url"):
                if found := SOURCE.search(url.text or ""):
                    yield found["volume"], flat(original.findtext("name") or ""), root.findtext("id") or ""


def flat(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


if __name__ == "__main__":
    main()
