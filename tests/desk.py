"""The files that the examples of the documentation find where they run: a memorandum, lists, TEI, a folder of texts."""

from __future__ import annotations

from pathlib import Path

import teiconv

MEMO = """12. Memorandum From John Roe to President Doe1

Washington, May 5, 1971.

Mr. Roe spoke of nets [2 lines not declassified]. See Document 11.

  1. Source: National Archives, RG 59, Box 12. Secret."""


def lay_out(desk: Path) -> Path:
    """Write the files into the folder ``desk``, and return it."""
    (desk / "memo.txt").write_text(MEMO, encoding="utf-8")
    (desk / "persons.txt").write_text("  • Doe, Paul, President\n  • Roe, John, Secretary", encoding="utf-8")
    (desk / "terms.csv").write_text("term,meaning\nNSC,National Security Council\n", encoding="utf-8")
    (desk / "memo.xml").write_bytes(teiconv.to_tei(MEMO))
    (desk / "volume.xml").write_bytes(teiconv.to_tei(MEMO))
    (desk / "texts").mkdir()
    (desk / "texts" / "d12.txt").write_text(MEMO, encoding="utf-8")
    return desk
