"""Shapes of texts that once took time that grew with their square: twice the text takes about twice the time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from growth_shapes import TEXTS

from teiconv.convert import converted
from teiconv.validation import project_schemas

SIZE = 40_000
MOST = 3.2
"""Times as long for twice the text, at most: 2 is linear, 4 its square; a busy machine measures badly."""
ONCE_SQUARE = [
    "page breaks only",
    "enclosures",
    "labels",
    "distinct names",
    "distinct names in one line",
    "one surname, distinct forenames",
]


def seconds(name: str, size: int) -> float:
    make, options = TEXTS[name]
    text = make(size)
    started = time.process_time()
    converted(text, options, schemas=project_schemas())
    return time.process_time() - started


@pytest.mark.parametrize("name", ONCE_SQUARE)
def test_twice_the_text_takes_about_twice_the_time(name):
    assert any(seconds(name, 2 * SIZE) < MOST * seconds(name, SIZE) for _ in range(3))
