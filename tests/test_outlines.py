"""The structure of whole papers: the outline beside each sample is what the passes make of it, before names are sought.

After a change that is meant, write the outlines anew and read the difference: ``python tools/outlines.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from teiconv.cli.show import outline
from teiconv.conventions.reading import structured
from teiconv.convert import found_by
from teiconv.options import DEFAULTS

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted([*SAMPLES.glob("texts/*.txt"), *SAMPLES.glob("structure/*.txt")])


def outlined(file: Path) -> str:
    found, _ = found_by(file.read_bytes(), DEFAULTS, file.name)
    return "\n".join(outline(structured(found.draft, found.conventions))) + "\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_paper_has_the_structure_that_its_outline_shows(file: Path) -> None:
    assert outlined(file) == file.with_suffix(".outline").read_text(encoding="utf-8")
