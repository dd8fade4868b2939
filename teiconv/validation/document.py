"""A document that is being checked: its tree, and where in the file each element stands."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from teiconv.formats.tei.parsing import in_utf8, parse, read_file

Xml: TypeAlias = "bytes | str | Path | etree._ElementTree | etree._Element"


class Checked:
    """A parsed document under the name that its problems are reported with.

    libxml2 knows lines but not columns; both are looked up in the bytes of the file, if there are any, and only
    when something is wrong.
    """

    def __init__(self, tree: etree._ElementTree, name: str, data: bytes | None = None) -> None:
        self.tree = tree
        self.name = name
        self._data = data

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self.tree.iter(etree.Element))}

    @cached_property
    def _steps(self) -> dict[etree._Element, str]:
        """The step to each element from the one above it: ``p[3]``, numbered where there are several."""
        steps: dict[etree._Element, str] = {}
        for parent in self.tree.iter(etree.Element):
            children = list(parent.iterchildren(etree.Element))
            totals, counts = Counter(child.tag for child in children), Counter[object]()
            for child in children:
                counts[child.tag] += 1
                name = local_name(child)
                steps[child] = f"{name}[{counts[child.tag]}]" if totals[child.tag] > 1 else name
        return steps

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Line and column of every start tag, in document order."""
        from xml.parsers import expat

        places: list[tuple[int, int]] = []
        reader = expat.ParserCreate()
        reader.StartElementHandler = lambda *_: places.append(
            (reader.CurrentLineNumber, reader.CurrentColumnNumber + 1)
        )
        reader.Parse(in_utf8(self._data or b"", self.name), True)
        return places

    def place(self, element: etree._Element) -> tuple[int | None, int | None]:
        """Return the line and column, from 1, at which ``element`` starts; ``None`` where they are not known."""
        if self._data is None:
            line: int | None = element.sourceline  # type: ignore[assignment]
            return line, None
        return self._places[self._order[element]]

    def path(self, element: etree._Element) -> str:
        """Return where ``element`` stands, as ``/TEI/text/body/div[2]/p[3]``."""
        steps = [self._steps.get(node, local_name(node)) for node in (element, *element.iterancestors())]
        return "/" + "/".join(reversed(steps))


def checked(xml: Xml, name: str | None = None) -> Checked:
    """Read ``xml``: a file (``Path``), a whole document (bytes or string), or a tree.

    Raises:
        TeiError: it cannot be read; see :func:`teiconv.formats.tei.parsing.parse`.
        TypeError: it is anything else.
    """
    if isinstance(xml, etree._ElementTree):
        return Checked(xml, name or "<tree>")
    if isinstance(xml, etree._Element):
        return Checked(xml.getroottree(), name or "<tree>")
    if isinstance(xml, Path):
        name, data = name or str(xml), read_file(xml)
    else:
        name, data = name or "<input>", xml.encode(errors="surrogatepass") if isinstance(xml, str) else xml
    if not isinstance(data, bytes):
        raise TypeError(f"a TEI file is given as bytes, a str, a Path or a tree, not as {type(data).__name__}")
    return Checked(parse(data, name), name, data)


def local_name(element: etree._Element) -> str:
    """Return the name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]
