"""Declassification notices that an encoding leaves as text: ``[2½ lines not declassified]``."""

from __future__ import annotations

import re
from fractions import Fraction

NOTICE = re.compile(r"\[\s*([^\[\]]*?\bnot\s+declassified[^\[\]]*?)\s*\]")
"""A notice in its brackets; its wording is group 1."""

Measure = tuple[str, float, bool]
"""What a notice says is missing: the unit in the singular, how many, and whether it is fewer than that."""

_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
_NUMBER = r"\d+[–—-]?(?:\d+)?/\d+|\d+(?:[½¼¾⅓⅔⅛])?|[½¼¾⅓⅔⅛]|\d+(?:\.\d+)?"
_UNIT = "line|page|paragraph|word|sentence|name|column|row|place|number|document|initial|character|group|table|section"
_MEASURE = re.compile(rf"(?P<less>less tha[nt] )?(?:a )?(?P<number>{_NUMBER})\s+(?P<unit>{_UNIT})s?\b", re.IGNORECASE)


def measure(wording: str) -> Measure | None:
    """Return what the wording of a notice measures first, or ``None`` where it gives no number."""
    match = _MEASURE.match(" ".join(wording.split()))
    if match is None:
        return None
    try:
        return match["unit"].lower(), round(_value(match["number"]), 3), bool(match["less"])
    except (ValueError, ZeroDivisionError):
        return None


def _value(numeral: str) -> float:
    """Return the value of ``3``, ``2.5``, ``½``, ``2½`` or ``2–1/2``, which is two and a half."""
    for sign, fraction in _VULGAR.items():
        numeral = numeral.replace(sign, f" {fraction}")
    whole, fraction = re.fullmatch(r"(?:(\d+)[–—\s-]+)?(.+)", numeral.strip()).groups()  # type: ignore[union-attr]
    return float(whole or 0) + float(Fraction(fraction))
