"""Shapes of texts that once took time that grew with the square of their size: twice the text takes twice the steps.

What is counted are the lines of Python that are run, each turn of a loop among them: the same on every machine, however
busy.  ``benchmarks/growth.py`` measures the time of many more shapes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from growth import MOST, Steps

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from growth_shapes import ORDINARY, TEXTS, XML

from teiconv.advice import Case, advice
from teiconv.convert import converted, to_text
from teiconv.validation import project_schemas, validate

SIZE = 6_000
ONCE_SQUARE = [
    "page breaks only",
    "one page number again and again",
    "form feeds only",
    "heading lines only",
    "names behind each other",
    "names of the same initials",
    "enclosures",
    "labels",
    "mixed line ends",
    "distinct names",
    "distinct names in one line",
    "one surname, distinct forenames",
    "numbered notes",
    "notes of one star",
]


def steps(name: str, size: int) -> int:
    make, options = TEXTS[name]
    text = make(size)
    with Steps() as counted:
        to_text(converted(text, options, schemas=project_schemas()).tei)
    return counted.count


@pytest.mark.parametrize("name", [ORDINARY, *ONCE_SQUARE])
def test_twice_the_text_takes_twice_the_steps(name):
    steps(name, SIZE // 10)  # what is made once, whatever the size
    once, twice = steps(name, SIZE), steps(name, 2 * SIZE)
    assert twice < MOST * once, f"{once} steps for {SIZE} characters, {twice} for twice as many"


def test_notes_by_the_thousand_cost_no_more_a_byte_than_some():
    """``1001`` calls a note 1001; that its last digit might call note 1 is no reason to look further."""
    few, many = 10_000, 40_000  # some 300 and 1,200 notes
    assert steps("numbered notes", many) / many < 1.2 * steps("numbered notes", few) / few


@pytest.mark.parametrize(("name", "most"), [("labels", 1), ("letters and numerals", 1.1)])
def test_an_element_costs_hardly_more_than_in_ordinary_papers(name, most):
    """A byte of such a text costs more, since it holds twelve and twenty times as many elements."""

    def steps_an_element(name: str) -> float:
        make, options = TEXTS[name]
        text = make(SIZE)
        elements = converted(text, options, schemas=project_schemas()).tei.partition(b"<body")[2].count(b"</")
        return steps(name, SIZE) / elements

    assert steps_an_element(name) < most * steps_an_element(ORDINARY)


@pytest.mark.parametrize(
    "name", ["TEI of names", "TEI of notes", "TEI with unknown elements", "TEI with wrong attributes"]
)
def test_four_times_the_problems_do_not_take_sixteen_times_as_long(name):
    """The work is that of libxslt and libxml2, whose steps nobody counts: this is measured in time of the processor."""

    def seconds(size: int) -> float:
        data = XML[name](size)
        started = time.process_time()
        assert len(validate(data)) > size / 1000
        return time.process_time() - started

    seconds(10_000)  # schemas are compiled once
    few, many = (min(seconds(size) for _ in range(2)) for size in (100_000, 400_000))
    assert many < 9 * few, f"{few:.2f} s, and {many:.2f} s for four times as many"


@pytest.mark.parametrize("name", ["blanks", "tabs", "one word", "digits"])
def test_four_times_the_run_does_not_take_sixteen_times_as_long(name):
    """A pattern that may begin at any sign of a run tries each of them to its end; so do the checks that warn."""
    make, options = TEXTS[name]

    def seconds(size: int) -> float:
        text = make(size)
        started = time.process_time()
        proof = converted(text, options, schemas=project_schemas())
        advice(Case(text, proof.document, with_persons=True))
        return time.process_time() - started

    seconds(5_000)  # what is made once
    few, many = (min(seconds(size) for _ in range(2)) for size in (25_000, 100_000))
    assert many < 9 * max(few, 0.05), f"{few:.2f} s, and {many:.2f} s for four times as many"


def test_each_of_many_people_of_one_surname_is_compared_with_few():
    """Of fifty people of one surname, those alone are compared whose forenames may begin alike."""
    size = 6_000
    steps(ORDINARY, size // 10)
    assert steps("one surname, distinct forenames", size) < 13 * steps(ORDINARY, size)
