"""Each pass and annotator of each conventions: a text that shows what it does, and that it is needed.

``passes/CONVENTIONS/NAME.txt`` is a text; ``NAME.outline`` the tree that it becomes.  Without the pass of that name,
the same text must become something else: so a pass that does nothing any more is noticed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from teiconv.cli.show import outline
from teiconv.conventions.base import Conventions
from teiconv.conventions.reading import structured
from teiconv.conventions.table import ALL, named, sample
from teiconv.convert import annotated, to_tei, to_text
from teiconv.formats.table import FileDraft
from teiconv.model.header import Form
from teiconv.options import Options
from teiconv.validation import validate

PASSES = Path(__file__).parent / "passes"
ALWAYS = {"divisions"}
"""Nothing comes of a text without these."""
STEPS = [
    (conventions.name, name)
    for conventions in ALL
    for name in [step.name for step in conventions.passes] + [step.name for step in conventions.annotators]
]


def tree(text: str, conventions: Conventions) -> str:
    found = FileDraft(conventions.draft(sample(text)), Form(), conventions)
    document = annotated(structured(found.draft, conventions), found, Options())
    return "\n".join(outline(document.body)) + "\n"


@pytest.mark.parametrize(("series", "name"), STEPS, ids=lambda part: part)
def test_a_pass_does_what_its_sample_shows_and_nothing_else_does_it(series, name):
    text = (PASSES / series / f"{name}.txt").read_text(encoding="utf-8")
    expected = (PASSES / series / f"{name}.outline").read_text(encoding="utf-8")
    conventions = named(series)
    assert tree(text, conventions) == expected
    if name not in ALWAYS:
        assert tree(text, conventions.without(name)) != expected


@pytest.mark.parametrize(("series", "name"), STEPS, ids=lambda part: part)
def test_the_sample_of_a_pass_is_valid_and_comes_back(series, name):
    text = (PASSES / series / f"{name}.txt").read_text(encoding="utf-8")
    tei = to_tei(text, Options(conventions=series))
    assert [problem for problem in validate(tei) if problem.severity == "error"] == []
    assert to_text(tei) == text


def test_no_sample_is_left_of_a_pass_that_is_gone():
    samples = {(file.parent.name, file.stem) for file in PASSES.glob("*/*.txt")}
    assert samples <= set(STEPS), samples - set(STEPS)
