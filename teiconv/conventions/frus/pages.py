"""Page breaks: ``[Page 12]`` ⇄ ``<pb n="12" xml:id="pg_12"/>``, and the form feed.

The series prints arabic and roman numbers; electronic volumes count anew in every document and attachment, so
that one number may come twice in a document: who joins blocks to a document keeps its ``xml:id`` unique.
"""

from __future__ import annotations

import re

from teiconv.conventions.form_feeds import FORM_FEED, REND
from teiconv.layout.notation import Notation
from teiconv.model import Element, element
from teiconv.regex import regex

_NUMBER = r"(?:[A-Za-z]{0,4}[-.]?[0-9]{1,5}[A-Za-z]?|[IVXLCDM]{1,12}|[ivxlcdm]{1,12})"
_PAGE = regex(rf"\[Page ({_NUMBER}(?:[–-]{_NUMBER})?)\]")


def page_id(number: str) -> str:
    """Return the ``xml:id`` of the page ``number``: ``pg_12``, ``pg_XII``, ``pg_12-13``."""
    return "pg_" + number.replace("–", "-")


def read_page(match: re.Match[str]) -> Element:
    """Return the ``pb`` for ``[Page 12]``."""
    return element("pb", n=match[1], xml_id=page_id(match[1]))


def write_page(pb: Element) -> str | None:
    """Return ``[Page 12]`` for a ``pb``; a page without a number shows nothing."""
    if pb.get("rend") == REND:
        return None
    number = pb.get("n")
    return f"[Page {number}]" if number else ""


def read_break(line: str) -> Element | None:
    """Return the ``pb`` that ``line`` is, if it is a page break and nothing else."""
    match = _PAGE.fullmatch(line) if line.startswith("[Page ") else None
    return read_page(match) if match else None


def has_page(text: str) -> bool:
    """Whether a numbered page begins in ``text``."""
    return "[Page " in text and _PAGE.search(text) is not None


PAGE = Notation("page", "[Page ", _PAGE, read_page, "pb", write_page)
PAGE_BREAKS = (PAGE, FORM_FEED)
"""All that breaks a page, in the order of trial."""
