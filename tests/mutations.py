"""Texts made of other texts: lines cut, doubled, swapped, wrapped, indented; characters of every category; notations.

A mutation is three numbers, so that a generator of any kind can make it: Hypothesis, a fuzzer, a pseudo-random one.
"""

from __future__ import annotations

import random
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

Mutation = tuple[int, int, int]
"""Which operation, where, and with what; each is taken modulo what there is."""

TESTS = Path(__file__).parent
MOST = 1 << 16

NOTATIONS = [
    *(
        "[Page 3]",
        "[text not declassified]",
        "[less than 1 line not declassified]",
        "[Omitted here is x.]",
        "[illegible]",
    ),
    *(
        "\n\n  1. Not printed.",
        "1",
        "1/",
        "[1]",
        "[^2]",
        "*",
        "†",
        "a.",
        "  • ",
        "    • ",
        "\t\t",
        "\f",
        "…",
        ". . . .",
        "- ",
    ),
    *(
        "1. Memorandum From A (B) to C",
        "Washington, May 5, 1971.",
        "R 171530Z JAN 72",
        "SUBJECT:\n",
        "FROM: Abel",
        "cc:",
    ),
    *(
        "Source: National Archives, RG 59. Secret.",
        "Mr. Abel",
        "Dear Sir:",
        "Sincerely,",
        "Document 12",
        "ibid.",
        "--------",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "“",
        "”",
        "<&>",
        "]]>",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "  ",
        "\u00a0",
        "\u2028",
        "[sic]",
        "# ",
        "> ",
    ),
    *("[Enclosure]", "Tab A", "P.S. ", "Q. ", "MR. ABEL: ", "Top Secret", "1971", "(1)", "II. ", "½", "²", "No. 45.]"),
]
"""What means something in a text, or nearly does."""


def _cut(lines: list[str], at: int, how: int) -> None:
    del lines[at : at + 1 + how % 4]


def _double(lines: list[str], at: int, how: int) -> None:
    lines[at:at] = lines[at : at + 1 + how % 4]


def _swap(lines: list[str], at: int, how: int) -> None:
    other = how % len(lines)
    lines[at], lines[other] = lines[other], lines[at]


def _wrap(lines: list[str], at: int, how: int) -> None:
    hanging = " " * (how // 90 % 7)
    lines[at : at + 1] = textwrap.wrap(lines[at], 10 + how % 80, subsequent_indent=hanging) or [""]


def _indent(lines: list[str], at: int, how: int) -> None:
    blanks = ("\t" if how & 8 else " ") * (how % 7)
    for each in range(at, min(len(lines), at + 1 + how // 16 % 5)):
        lines[each] = blanks + lines[each]


def _join(lines: list[str], at: int, how: int) -> None:
    lines[at : at + 2] = [("" if how & 1 else " ").join(lines[at : at + 2])]


def _break(lines: list[str], at: int, how: int) -> None:
    place = how % (len(lines[at]) + 1)
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]]


def _notation(lines: list[str], at: int, how: int) -> None:
    place = how // len(NOTATIONS) % (len(lines[at]) + 1)
    lines[at] = lines[at][:place] + NOTATIONS[how % len(NOTATIONS)] + lines[at][place:]


def _around(lines: list[str], at: int, how: int) -> None:
    """Put one notation into another."""
    inner, outer = NOTATIONS[how % len(NOTATIONS)], NOTATIONS[how // len(NOTATIONS) % len(NOTATIONS)]
    middle = len(outer) // 2
    lines[at] += outer[:middle] + inner + outer[middle:]


def _character(lines: list[str], at: int, how: int) -> None:
    found = characters()
    place = how // len(found) % (len(lines[at]) + 1)
    lines[at] = lines[at][:place] + found[how % len(found)] + lines[at][place:]


def _without(lines: list[str], at: int, how: int) -> None:
    place = how % (len(lines[at]) + 1)
    lines[at] = lines[at][:place] + lines[at][place + 1 + how // 97 % 9 :]


OPERATIONS: list[Callable[[list[str], int, int], None]] = [
    *(_cut, _double, _swap, _wrap, _indent, _join, _break),
    *(_notation, _notation, _around, _character, _without),
]


@cache
def characters() -> list[str]:
    """Return some characters of each category of Unicode, but for surrogates and what XML cannot hold."""
    found: dict[str, list[str]] = {}
    for code in range(0x20, sys.maxunicode + 1):
        if code in (0xFFFE, 0xFFFF) or (0x7F <= code < 0xA0 and code != 0x85):
            continue
        kind = unicodedata.category(chr(code))
        if kind != "Cs" and len(found.setdefault(kind, [])) < 12:
            found[kind].append(chr(code))
    return [each for kind in sorted(found) for each in found[kind]]


def mutated(text: str, mutations: Iterable[Mutation]) -> str:
    """Return ``text`` with ``mutations`` made, one after the other."""
    lines = text.split("\n")
    for operation, where, what in mutations:
        OPERATIONS[operation % len(OPERATIONS)](lines, where % len(lines), what)
        lines = "\n".join(lines or [""]).split("\n")
    return "\n".join(lines)


def chosen(source: random.Random, most: int = 12) -> list[Mutation]:
    """Return up to ``most`` mutations that ``source`` chooses."""
    return [
        (source.randrange(MOST), source.randrange(MOST), source.randrange(MOST))
        for _ in range(source.randrange(1, most + 1))
    ]


@cache
def samples() -> list[str]:
    """Return the texts of the tests: whole papers, and what shows a single pass."""
    files = [*(TESTS / "samples" / "texts").glob("*.txt"), *(TESTS / "passes").glob("*/*.txt")]
    return [file.read_bytes().decode() for file in sorted(files)]


def spliced(one: str, other: str, at: int, from_: int) -> str:
    """Return the beginning of ``one`` with the end of ``other``, each cut at a line."""
    first, second = one.split("\n"), other.split("\n")
    return "\n".join(first[: at % (len(first) + 1)] + second[from_ % (len(second) + 1) :])
