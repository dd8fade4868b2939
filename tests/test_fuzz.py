"""The fuzz targets, each with its seeds and a fixed number of mutants; ``tools/fuzz.py`` has the long run."""

from __future__ import annotations

import pytest
from fuzz_targets import TARGETS, mutants, seeds

EXECUTIONS = 300
SEED = 20261129


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_that_anybody_may_write_breaks_a_promise(target):
    for data in [b"", *seeds(target), *mutants(target, EXECUTIONS, SEED)]:
        try:
            TARGETS[target](data)
        except Exception as error:
            error.add_note(f"given {data!r}")
            raise
