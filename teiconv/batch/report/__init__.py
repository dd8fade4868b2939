"""The report on a batch: what its manifest tells, gathered, as a page for editors or as JSON for programs."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

from teiconv.batch.places import is_url
from teiconv.batch.report.documents import Places
from teiconv.batch.report.gather import gather
from teiconv.batch.report.page import page
from teiconv.batch.report.records import Report

__all__ = ["Places", "Report", "as_json", "gather", "page", "places_from", "write"]


def as_json(report: Report) -> bytes:
    """Return ``report`` as JSON in UTF-8; years and classes are keys, as strings."""
    return (json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n").encode()


def write(report: Report, suffix: str, places: Places | None = None) -> bytes:
    """Return ``report`` in the form that ``suffix`` (``.html``, ``.json``) asks for; a page leads to ``places``."""
    return page(report, places) if suffix == ".html" else as_json(report)


def places_from(report: Path, target: str, site: str | None = None) -> Places:
    """Return where the documents in ``target`` are as seen from a file ``report``: their TEI, or the pages of ``site``.

    A store or an archive has no places that a page can lead to.
    """
    tei = None if is_url(target) or not os.path.isdir(target) else _from(report, target)
    return Places(tei, site if site is None or site.startswith(("http://", "https://")) else _from(report, site))


def _from(report: Path, place: str) -> str:
    return Path(os.path.relpath(place, report.absolute().parent)).as_posix()
