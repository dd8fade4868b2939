"""Optional packages, imported when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from teiconv.errors import MissingExtraError


def optional(module: str, extra: str, need: str) -> Any:
    """Return the optional ``module``; ``need`` says what for, ``extra`` is the extra of teiconv that brings it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"{need}; pip install 'teiconv[{extra}]'") from error
