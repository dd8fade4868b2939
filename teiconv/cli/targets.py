"""Options and arguments that name what a command writes."""

from __future__ import annotations

import os
from typing import Any

import click


class Target(click.Path):
    """The path of what a command writes.

    An empty name would mean the current folder.  A script gives one for a variable that it has not set.
    """

    def __init__(self, **how: Any) -> None:
        super().__init__(readable=False, **how)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """See :meth:`click.Path.convert`."""
        if not os.fspath(value):
            self.fail("the name is empty", param, ctx)
        return super().convert(value, param, ctx)
