"""The garbage collector rests while a tree is made: trees are frozen and hold no cycles, so it finds nothing.

It would walk over the growing tree again and again, which makes the time grow faster than the text.  Of a small
document it would keep what is soon gone, and walk over all that is remembered the more often.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the collector rest while something is made of a text or a file."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
