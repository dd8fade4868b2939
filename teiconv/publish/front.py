"""``front.xml``: the sections that the settings name, as a file of TEI that stands beside those of the collection."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from teiconv.formats.tei.write import TEI_NAMESPACE, fragment
from teiconv.model import element
from teiconv.publish.markup import DECLARATION, opened
from teiconv.publish.sections import Section
from teiconv.publish.volume import FRONT_FILE, Volume

_MARGIN = "\n  "


def with_front(volume: Volume, sections: Sequence[Section], folder: Path, language: str) -> Volume:
    """Return the volume with the file of ``sections`` among its registers; it is made in ``folder``."""
    if not sections:
        return volume
    name = FRONT_FILE
    while name in (*volume.registers, *volume.files):
        name = f"edition-{name}"
    (folder / name).write_text(_file(sections, language), encoding="utf-8")
    return volume.having(name, folder / name)


def _file(sections: Sequence[Section], language: str) -> str:
    names = {"xmlns": TEI_NAMESPACE, "xml:id": "tei_front", "xml:lang": language}
    header = element(
        "teiHeader",
        element(
            "fileDesc",
            element("titleStmt", element("title", " and ".join(section.title for section in sections))),
            element("publicationStmt", element("p", "Part of the edition.")),
            element("sourceDesc", element("p", "Written by the editors.")),
        ),
    )
    body = element("text", element("body", *(section.body for section in sections)))
    return (
        f"{DECLARATION}{opened('TEI', **names)}\n  {fragment(header, _MARGIN)}\n  {fragment(body, _MARGIN)}\n</TEI>\n"
    )
