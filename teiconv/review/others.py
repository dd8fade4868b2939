"""Decisions about TEI that others made: spliced into their files, and taken out again.

What was edited is kept beside the folder (``tei.review.edits.jsonl``), a line for each edit, so that a decision can be
taken back at any time.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from teiconv.editing.splice import Edit, applied, renamed, reverted, unwrapped, with_attributes
from teiconv.errors import Place, TeiconvError, TeiError
from teiconv.formats.tei.parsing import read_file
from teiconv.formats.tei.read import open_tei
from teiconv.formats.tei.write import TEI_NAMESPACE
from teiconv.model.decision import Decision, Kind
from teiconv.review.numbered import Said

_TEI = f"{{{TEI_NAMESPACE}}}"
_DATES = ("when", "from", "to", "notBefore", "notAfter")
_MEASURES = ("quantity", "atMost", "atLeast", "min", "max")
_POINTERS = {Kind.PERSON: ("ref", "corresp"), Kind.TERM: ("target", "ref")}
_RECORDED = "this is in the file of decisions; no edit of the TEI says it"


class Wanted(NamedTuple):
    """A decision, the document that it is about (file and id), and the element that says what is decided."""

    mark: str
    decision: Decision
    file: str
    document: str
    said: Said | None


class Others:
    """The files below ``root``; ``place`` keeps the edits."""

    def __init__(self, root: Path, place: Path) -> None:
        self._root = root
        self._place = place

    def carry_out(self, wanted: Sequence[Wanted]) -> tuple[set[str], list[str]]:
        """Edit the files as ``wanted``; return the files that were changed, and what could not be carried out."""
        changed: set[str] = set()
        told: list[str] = []
        for file in dict.fromkeys(one.file for one in wanted):
            try:
                if self._edited(file, [one for one in wanted if one.file == file], told):
                    changed.add(file)
            except (TeiconvError, OSError) as error:
                told.append(f"{file}: {error}")
        return changed, told

    def _edited(self, file: str, wanted: Iterable[Wanted], told: list[str]) -> bool:
        data = original = read_file(self._root / file)
        placed = [(one, index) for one in wanted if (index := _index(original, one)) is not None]
        told += [f"{one.file}: {_RECORDED}" for one in wanted if _index(original, one) is None]
        lines = []
        for one, index in sorted(placed, key=lambda pair: -pair[1]):  # what is edited below moves nothing above
            edit = _edit(data, index, one) if _is_valid(original, index, one) else None
            if edit is None:
                told.append(f"{one.file}: {_RECORDED}")
                continue
            data = applied(data, edit)
            lines.append(_line(one.mark, file, edit))
        self._keep(lines)
        self._write(file, data, original)
        return data != original

    def take_back(self, marks: Iterable[str]) -> tuple[set[str], list[str]]:
        """Undo the edits of the decisions with these ``marks``; return as :meth:`carry_out` does."""
        wanted, changed, told = set(marks), set(), []
        for mark, file, edit in reversed(list(self._kept())):
            if mark in wanted:
                try:
                    data = read_file(self._root / file)
                    self._write(file, reverted(data, edit), data)
                    changed.add(file)
                except TeiconvError as error:
                    told.append(f"{file}: {error}")
        return changed, told

    def pass_on(self, decision: Decision | None, again: Decision) -> None:
        """Say that the edits of ``decision`` are those of the one by which it holds ``again``."""
        kept = self._kept() if decision else ()
        self._keep([_line(again.key, file, edit) for mark, file, edit in kept if decision and mark == decision.key])

    def _kept(self) -> Iterator[tuple[str, str, Edit]]:
        if not self._place.exists():
            return
        for line in self._place.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            pieces = (said[name].encode("latin-1") for name in ("old", "new", "before", "after"))
            yield said["mark"], said["file"], Edit(said["start"], *pieces)

    def _keep(self, lines: Sequence[str]) -> None:
        """Add to the edits; they are on disk before the file is changed."""
        if lines:
            with self._place.open("a", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in lines)
                file.flush()
                os.fsync(file.fileno())

    def _write(self, file: str, data: bytes, original: bytes) -> None:
        """Write a file whole or not at all, unless somebody changed it since it was read."""
        path = self._root / file
        if data == original:
            return
        if path.read_bytes() != original:
            raise TeiconvError("somebody changed it at this moment; decide again", Place(file))
        part = path.with_name(f".{path.name}.teiconv-part")
        with part.open("wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        shutil.copymode(path, part)
        part.replace(path)


def _line(mark: str, file: str, edit: Edit) -> str:
    pieces = {name: getattr(edit, name).decode("latin-1") for name in ("old", "new", "before", "after")}
    return json.dumps({"mark": mark, "file": file, "start": edit.start, **pieces})


def _index(data: bytes, one: Wanted) -> int | None:
    """Return which of all elements of the file says what is decided; ``None`` if none does.

    Raises:
        TeiconvError: the file is no longer as it was read.
    """
    if one.said is None:
        return None
    opened = open_tei(data, one.file)
    div = dict(zip(opened.names(), opened.divs, strict=True)).get(one.document)
    found = [] if div is None else [node for node in div.iter(f"{_TEI}{one.said.element.name}") if node is not div]
    if one.said.ordinal >= len(found) or not _is_same(found[one.said.ordinal], one.said):
        raise TeiError("it is no longer as it was read; look at it again", Place(one.file))
    target = found[one.said.ordinal]
    return next(index for index, node in enumerate(opened.root.iter(etree.Element)) if node is target)


_DIVISIONS = ("div", "body", "front", "back", "group", "argument", "quote", "floatingText")
"""Elements in which a heading may become a paragraph: a list with a paragraph would not be valid."""


def _is_valid(data: bytes, index: int, one: Wanted) -> bool:
    """Whether the element of that ``index`` may become what was decided, where it stands."""
    if one.decision.kind is not Kind.BLOCK:
        return True
    root = open_tei(data, one.file).root
    parent = next(node for at, node in enumerate(root.iter(etree.Element)) if at == index).getparent()
    return parent is not None and etree.QName(parent).localname in _DIVISIONS


def _is_same(node: etree._Element, said: Said) -> bool:
    """Whether an element of the file is the one that was read: it has the same attributes."""
    own = {key: value for key, value in node.attrib.items() if not str(key).startswith("{")}
    return own == {key: value for key, value in said.element.attributes if ":" not in key}


def _edit(data: bytes, index: int, one: Wanted) -> Edit | None:
    """Return the edit that says a decision, if one can."""
    decision, said = one.decision, one.said
    assert said
    kind = decision.kind
    if kind is Kind.BLOCK:
        is_head = said.element.name == "head" and decision.get("is") == "paragraph"
        return renamed(data, index, "p", one.file) if is_head else None
    if kind not in (Kind.PERSON, Kind.TERM, Kind.DATE, Kind.GAP, Kind.REFERENCE, Kind.PLACE):
        return None
    if decision.takes_away:
        return None if kind is Kind.GAP else unwrapped(data, index, one.file)
    return with_attributes(data, index, {**_values(decision, said), "cert": "high"}, one.file)


def _values(decision: Decision, said: Said) -> dict[str, str | None]:
    values: dict[str, str | None] = {key: value for key, value in decision.values if key != "is"}
    pointers = _POINTERS.get(decision.kind)
    if pointers:
        own = next((name for name in pointers if said.element.get(name)), pointers[0])
        before = (said.element.get(own) or "").split(" ")[0].rpartition("#")[0]
        return {own: f"{before}#{decision.get('is')}"}
    if decision.kind is Kind.REFERENCE and (target := values.get("target")) and "://" not in target:
        values["target"] = target if "#" in target else f"#{target}"
    for group in (_DATES, _MEASURES):
        if values.keys() & set(group):
            values = {**dict.fromkeys(group), **values}
    return values
