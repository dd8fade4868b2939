"""The form feed ⇄ ``<pb rend="form-feed"/>``: a notation of all conventions, since XML cannot hold the character."""

from __future__ import annotations

import re

from teiconv.layout.notation import Notation
from teiconv.model import Element, element
from teiconv.regex import regex

REND = "form-feed"
_FORM_FEED = regex("\f")


def read_form_feed(match: re.Match[str]) -> Element:
    """Return the ``pb`` for a form feed."""
    return element("pb", rend=REND)


def write_form_feed(pb: Element) -> str | None:
    """Return the form feed for its ``pb``."""
    return "\f" if pb.get("rend") == REND else None


FORM_FEED = Notation("form feed", "\f", _FORM_FEED, read_form_feed, "pb", write_form_feed)
