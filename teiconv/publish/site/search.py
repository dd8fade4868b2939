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
from typing import NamedTuple, Self

from teiconv.publish.site.frame import Frame
from teiconv.publish.site.html import Html, joined, tag, text
from teiconv.publish.target import Target

_WORD = re.compile(r"[^\W_]+")
_STOP = frozenset(
    "a an and as at be by for from he in is it of on or our that the this to was we were which with".split()
)
_START = 2
"""Letters by which the words are parted into scripts; ``search.js`` parts them in the same way."""


class Page(NamedTuple):
    """A page that the search finds: its address without the suffix, its number, its title, and what is said of it."""

    address: str
    number: str
    title: str
    about: str | None = None


class Words:
    """The words of all pages, on disk; ``pages`` are those, in the order in which the search counts them."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.executescript(
            """PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE words (start TEXT, word TEXT, page INTEGER, count INTEGER)"""
        )
        self.pages: list[Page] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, page: Page, words: str) -> None:
        """Enter the words of a page."""
        self.pages.append(page)
        counted = Counter(word for word in _WORD.findall(folded(words)) if word not in _STOP)
        number = len(self.pages)
        rows = ((start(word), word, number, count) for word, count in sorted(counted.items()))
        self._database.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", rows)

    def shards(self) -> Iterator[tuple[str, dict[str, list[int]]]]:
        """Yield the words that begin alike, each with pairs of page and count."""
        rows = self._database.execute("SELECT start, word, page, count FROM words ORDER BY start, word, page")
        for name, group in groupby(rows, key=lambda row: row[0]):
            words: dict[str, list[int]] = {}
            for _, word, page, count in group:
                words.setdefault(word, []).extend((page, count))
            yield name, words


def folded(words: str) -> str:
    """Return ``words`` in small letters without accents."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("’", "").replace("'", ""))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def start(word: str) -> str:
    """Return the name of the script that holds ``word``."""
    head = word[:_START]
    return head if head.isascii() else "other"


def write_search(frame: Frame, words: Words, target: Target) -> None:
    """Write the page of the search, the list of all pages that it finds, and the index."""
    for name, shard in words.shards():
        body = json.dumps(shard, ensure_ascii=False, separators=(",", ":"))
        target.write(f"search/{name}.js", f"teiconvWords({json.dumps(name)},{body});\n")
    listed = json.dumps(words.pages, ensure_ascii=False, separators=(",", ":"))
    target.write("search/pages.js", f"teiconvPages({listed});\n")
    content = joined(
        tag("h1", text("Search")),
        tag("p", text("Searching needs scripts, which are switched off."), id="status", role="status"),
        tag("ol", Html(""), id="results", class_="entries"),
    )
    target.write(
        "search.html", frame.page("Search", content, kind="search", meta=tag("script", src="search.js", defer=""))
    )
