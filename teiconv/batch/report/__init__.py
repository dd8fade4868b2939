"""The report on a batch: what its manifest tells, gathered, as a page for editors or as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from teiconv.batch.report.gather import gather
from teiconv.batch.report.page import page
from teiconv.batch.report.records import Report

__all__ = ["Report", "as_json", "gather", "page", "write"]


def as_json(report: Report) -> bytes:
    """Return ``report`` as JSON in UTF-8; years and classes are keys, as strings."""
    return (json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n").encode()


def write(report: Report, suffix: str) -> bytes:
    """Return ``report`` in the form that ``suffix`` (``.html``, ``.json``) asks for."""
    return page(report) if suffix == ".html" else as_json(report)
