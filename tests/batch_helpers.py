"""A converter small enough to see through, and folders to try batches on."""

from __future__ import annotations

import os
import time
from pathlib import Path

from lxml import etree

from teiconv.batch import Direction, Facts, Plan, Row, Setup, Summary, read_manifest, run
from teiconv.batch.converter import Converted, Converter
from teiconv.batch.steps import Steps
from teiconv.errors import SourceError
from teiconv.formats.tei.meaning import mark, meaning_of


class _Tei:
    """``TEI % b"ONE"`` is a file that says so, with the mark that tells that nobody has changed it since."""

    def __mod__(self, text: bytes) -> bytes:
        tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>%s</text></TEI>' % text
        try:
            return mark(meaning_of(etree.fromstring(tei))).encode() + tei
        except etree.XMLSyntaxError:
            return tei


TEI = _Tei()


def small_converter(setup: Setup) -> Converter:
    """Upper case as the conversion; `!` cannot be converted, `?` is not valid, `~` does not come back.

    `#` is a fault of the converter, `@` ends the process, `%` takes a while.
    """

    lists = b"".join(file.data for file in setup.persons)

    def converting(data: bytes, name: str) -> Steps[Converted]:
        if b"!" in data:
            raise SourceError(f"{name}:1:1: cannot be read")
        if b"#" in data:
            raise RuntimeError("a bug")
        if b"@" in data:
            os._exit(9)
        if b"%" in data:
            time.sleep(0.03)
        yield
        return Converted(TEI % (data.upper() + lists), [])

    def restore(tei: bytes | etree._Element, name: str) -> bytes:
        root = etree.fromstring(tei) if isinstance(tei, bytes) else tei
        text = root.findtext("{*}text", "").lower().encode()
        return text.removesuffix(lists.lower()).replace(b"~", b"")

    def inspecting(root: etree._Element, name: str) -> Steps[tuple[list[str], list[str], Facts]]:
        text = root.findtext("{*}text", "")
        yield
        return ["“?” is not allowed"] if "?" in text else [], [], Facts(title=text, gaps={"illegible": 1})

    def again(tei: bytes, name: str) -> tuple[bytes, bytes]:
        text = etree.fromstring(tei).findtext("{*}text", "").lower().encode()
        return text, restore(tei, name)

    return Converter(converting, restore, inspecting, again)


SMALL = Setup(small_converter)
BACK = Setup(small_converter, Direction.TEXT, verify=False)


def tree(root: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def convert(source: Path | str, target: Path | str, **choices: object) -> Summary:
    plan = {"setups": (SMALL,), "jobs": 1, **choices}
    return run(Plan(str(source), str(target), **plan))  # type: ignore[arg-type]


def rows(summary: Summary) -> dict[str, Row]:
    return {row.input: row for row in read_manifest(summary.manifest)}


def but_times(manifest: str | Path) -> list[tuple[object, ...]]:
    from dataclasses import replace

    return [(replace(row, time="", seconds=0.0),) for row in read_manifest(str(manifest))]
