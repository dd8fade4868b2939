"""The garbage collector rests while a large tree is made: trees are frozen and hold no cycles, so it finds nothing.

It would walk over the growing tree again and again, which makes the time grow faster than the text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_LARGE = 100_000
"""Of so many characters or bytes a document is large."""


@contextmanager
def collector_at_rest(size: int) -> Iterator[None]:
    """Let the collector rest while something is made of ``size`` characters or bytes, if these are many."""
    if size < _LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
