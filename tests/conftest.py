"""What the tests share: the seed, and the reference corpus where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def seed() -> bytes:
    (file,) = (ROOT / "seeds").glob("*.txt")
    return file.read_bytes()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the reference corpus."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the reference corpus (../shared) is not here")
    return SHARED / "corpus"
