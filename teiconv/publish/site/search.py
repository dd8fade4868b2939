"""The search: an index in small scripts, of which the browser loads those that the words asked for begin with.

Scripts, because a browser does not let a page that is opened from a disk read other files.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Self

from teiconv.publish.site.frame import Frame
from teiconv.publish.site.html import Html, joined, tag, text
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    "a an and as at be by for from he in is it of on or our that the this to was we were which with".split()
)
_START = 2
"""Letters by which the words are parted into scripts; ``search.js`` parts them in the same way."""


class Words:
    """The words of all documents, on disk."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.executescript(
            """PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE words (start TEXT, word TEXT, document INTEGER, count INTEGER)"""
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, document: int, words: str) -> None:
        """Enter the words of the document with that position."""
        counted = Counter(word for word in _WORD.findall(folded(words)) if word not in _STOP)
        rows = ((start(word), word, document, count) for word, count in sorted(counted.items()))
        self._database.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", rows)

    def shards(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        """Yield the words that begin alike, each with pairs of document and count."""
        rows = self._database.execute("SELECT start, word, document, count FROM words ORDER BY start, word, document")
        for name, group in groupby(rows, key=lambda row: row[0]):
            words: dict[str, list[int]] = {}
            for _, word, document, count in group:
                words.setdefault(word, []).extend((document, count))
            yield name, words


def folded(words: str) -> str:
    """Return ``words`` in small letters without accents."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("’", "").replace("'", ""))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def start(word: str) -> str:
    """Return the name of the script that holds ``word``."""
    head = word[:_START]
    return head if head.isascii() else "other"


def write_search(work: Work, frame: Frame, words: Words, target: Target) -> None:
    """Write the page, the list of documents, and the index."""
    for name, shard in words.shards():
        body = json.dumps(shard, ensure_ascii=False, separators=(",", ":"))
        target.write(f"search/{name}.js", f"teiconvWords({json.dumps(name)},{body});\n")
    rows = work.facts.ask("SELECT document, number, title, date_text FROM documents ORDER BY position")
    listed = json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))
    target.write("search/documents.js", f"teiconvDocuments({listed});\n")
    content = joined(
        tag("h1", text("Search")),
        tag("p", text("Searching needs scripts, which are switched off."), id="status", role="status"),
        tag("ol", Html(""), id="results", class_="entries"),
    )
    target.write(
        "search.html", frame.page("Search", content, kind="search", meta=tag("script", src="search.js", defer=""))
    )
