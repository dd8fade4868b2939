"""A small collection of our own words to publish."""

from __future__ import annotations

from pathlib import Path

from batch_helpers import tree
from click.testing import CliRunner, Result

from teiconv.cli import main

LETTER = """1. Letter From Ambassador Hentzau to President Elphberg1

Strelsau, May 3, 1970.

[Page 7]

SUBJECT:

  • The crown of Ruritania

PARTICIPANTS:

  • Colonel Sapt

Dear Mr. President:

The Duke [2 lines not declassified] sends his greetings through Sapt;2 for the background see Document 2, footnote 2.

Annual cost:

Horses\t\t100\t\t
Guards\t\t2,000\t\t

  1. Source: National Archives, RG 59, Central Files 1970–73, POL 15–1 RUR. Secret; Nodis.
  2. See Document 3. Printed in Foreign Relations, 1969–1976, volume VI, Document 32.
"""
MEMORANDUM = """2. Memorandum From President Elphberg to Ambassador Hentzau1

Washington, June 4, 1971.

Mr. Hentzau was told that the [name not declassified] affair is closed.2 See Document 1.

[Page 9]

Approved by the NSC.

  1. Source: Library of Congress, Manuscript Division, Zenda Papers, Box CL 215. Confidential.
  2. Not found.
"""
NOTE = """3. Editorial Note

On June 5, 1971, Colonel Sapt and Ambassador Hentzau met. (See Document 1, footnote 2.) Nothing else is known.
"""
PERSONS = """Persons

  • Elphberg, Rudolf, President from 1970
  • Hentzau, Henry, Ambassador to Ruritania from May 1969
  • Sapt, Fritz, Colonel
"""
TERMS = """Terms

NSC, National Security Council
Nodis, no distribution
"""
SETTINGS = """persons = "persons.txt"
terms = "terms.txt"

[publication]
publisher = "The Castle Press"
date = 2026-11-29
place = "Zenda"
licence = "https://creativecommons.org/publicdomain/mark/1.0/"

[edition]
id = "ruritania"
title = "Ruritania, 1970–1971"
base = "https://edition.example.org/"
editors = ["Ada Editor <ada@example.org>"]
creators = ["Embassy in Ruritania"]
chapters = "chapters.csv"
"""
CHAPTERS = "title,documents\nThe Crown,d1–d2\nAftermath,3\n"


def collection(root: Path, **files: str) -> Path:
    """Make the collection below ``root`` and return the folder of its TEI."""
    texts = {"texts/d1.txt": LETTER, "texts/d2.txt": MEMORANDUM, "texts/d3.txt": NOTE}
    lists = {"persons.txt": PERSONS, "terms.txt": TERMS, "chapters.csv": CHAPTERS}
    tree(root, {**texts, **lists, "teiconv.toml": SETTINGS, **files})
    done = CliRunner().invoke(main, ["batch", str(root / "texts"), str(root / "tei"), "-j1", "-q"])
    assert done.exit_code == 0, done.output
    return root / "tei"


def published(tei: Path, *formats: str) -> Path:
    """Publish ``tei`` in ``formats`` and return the folder."""
    done = publish(tei, *formats)
    assert done.exit_code == 0, done.output
    return tei.parent / "public"


def publish(tei: Path, *formats: str) -> Result:
    """Call ``teiconv publish``."""
    chosen = [part for name in formats for part in ("--as", name)]
    return CliRunner().invoke(main, ["publish", str(tei), str(tei.parent / "public"), *chosen])
