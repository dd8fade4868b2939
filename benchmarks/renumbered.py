"""How well calls are found where the text counts otherwise than the list: ``python benchmarks/renumbered.py``.

The notes of the documents in ``../shared/corpus`` are given other numerals, the texts written anew with them and
converted again; a call is right if it stands where it stood, with its numeral.  The older volumes number so: through a
chapter (from anywhere between 1 and 99, and after 99 with 1 again), or from 1 on every page; and with letters for
notes that were put in later (``25a``).
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable, Iterator
from pathlib import Path

from batch_material import corpus
from lxml import etree

from teiconv import to_tei
from teiconv.convert import to_bytes

TEI = "{http://www.tei-c.org/ns/1.0}"
Numerals = Callable[[list[int], random.Random], Iterator[str]]
"""Gives the numerals of the notes that stand on these pages."""


def unchanged(pages: list[int], _: random.Random) -> Iterator[str]:
    yield from (str(number) for number, _ in enumerate(pages, 1))


def through_a_chapter(pages: list[int], chance: random.Random) -> Iterator[str]:
    first = chance.randrange(1, 99)
    yield from (str((first + count) % 99 + 1) for count, _ in enumerate(pages))


def page_by_page(pages: list[int], _: random.Random) -> Iterator[str]:
    yield from (str(count - pages.index(page) + 1) for count, page in enumerate(pages))


def with_letters(pages: list[int], chance: random.Random) -> Iterator[str]:
    number = 0
    for _ in pages:
        lettered = number and chance.random() < 0.05
        number += not lettered
        yield f"{number}{'a' if lettered else ''}"


def calls(root: etree._Element) -> set[tuple[str, int]]:
    """Return the numerals of the notes under ``root``, and how much text stands before each."""
    found, position, inside = set(), 0, None
    for event, node in etree.iterwalk(root.find(f".//{TEI}body"), ("start", "end")):
        if event == "start" and inside is None and is_called(node):
            found.add((node.get("n"), position))
            inside = node
        elif event == "start" and inside is None:
            position += length(node.text)
        elif event == "end":
            inside = None if inside is node else inside
            position += length(node.tail) if inside is None else 0
    return found


def is_called(node: etree._Element) -> bool:
    return node.tag == f"{TEI}note" and node.get("rend") != "inline"


def length(text: str | None) -> int:
    return len("".join((text or "").split()))


def measure(file: Path, numerals: Numerals) -> tuple[int, int, int]:
    """Return how many calls there are, how many are found, and how many of these are right."""
    root = etree.fromstring(to_tei(file.read_bytes()))
    nodes = list(root.iter())
    breaks = [place for place, node in enumerate(nodes) if node.tag == f"{TEI}pb"]
    notes = [place for place, node in enumerate(nodes) if is_called(node)]
    pages = [bisect(breaks, place) for place in notes]
    chance = random.Random(file.parent.name + file.name)
    for place, numeral in zip(notes, numerals(pages, chance), strict=True):
        nodes[place].set("n", numeral)
    wanted = calls(root)
    got = calls(etree.fromstring(to_tei(to_bytes(etree.tostring(root)))))
    return len(wanted), len(got), len(wanted & got)


def main() -> None:
    files = sorted(corpus().glob("*/d*.txt"))
    print(f"{'notes numbered':20}  called   found   right       F1")
    for numerals in (unchanged, through_a_chapter, page_by_page, with_letters):
        wanted, got, right = map(sum, zip(*(measure(file, numerals) for file in files), strict=True))
        name = numerals.__name__.replace("_", " ")
        print(f"{name:20} {wanted:7} {got:7} {right:7}  {2 * right / (wanted + got):.4f}")


if __name__ == "__main__":
    main()
