"""What has changed since the page was told of it."""

from __future__ import annotations

from teiconv.errors import TeiconvError
from teiconv.model.decision import Decision


class ChangedError(TeiconvError):
    """What the page was told no longer holds."""


class ConflictError(ChangedError):
    """Somebody has decided meanwhile; ``decision`` is what they said."""

    def __init__(self, decision: Decision | None) -> None:
        who = (decision.who if decision else "") or "somebody"
        super().__init__(f"{who} has decided this meanwhile" if decision else f"{who} has taken this back meanwhile")
        self.decision = decision


class LostError(TeiconvError):
    """A document cannot be read any more, since its file was changed or is gone; its statements are forgotten."""
