"""The numbers of files as ministries give them, as patterns."""

from __future__ import annotations

REGISTRY_FILE = r"[A-Z]{3,4}/\d[\dA-Z]{0,9}(?:-[\dA-Z]{1,6}){1,4}"
"""The ministry and its file: ``DEA/50128-40``."""
GERMAN_VOLUME = r"(?:VS-Bd\.|B \d{1,3}, (?:VS-)?Bd\.) \d{1,6}(?: \([^()]{2,20}\))?"
"""The volume of the Auswärtiges Amt, and its desk: ``VS-Bd. 2411 (I A 4)``, ``B 43, Bd. 77``."""
