"""Ids for what a list leaves without: a stem that a reader knows again, and a number."""

from __future__ import annotations


def unused(stem: str, used: set[str]) -> str:
    """Return ``stem`` with the first number that makes it none of ``used``, and add that to them."""
    number = 1
    while f"{stem}{number}" in used:
        number += 1
    used.add(f"{stem}{number}")
    return f"{stem}{number}"
