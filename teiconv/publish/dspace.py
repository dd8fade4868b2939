"""``dspace``: the documents in DSpace's Simple Archive Format, an item each, and one with the registers.

``dspace import --add --source dspace/ …`` takes them.  An item is a folder with ``dublin_core.xml``, its files, and
``contents``, which lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teiconv.publish.dublincore import of_edition, records
from teiconv.publish.markup import DECLARATION, Xml, words, xml
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_FIELDS = {
    "creator": ("contributor", "author"),
    "contributor": ("contributor", "other"),
    "coverage": ("coverage", "spatial"),
    "language": ("language", "iso"),
    "relation": ("relation", "ispartof"),
}
"""Elements of Dublin Core, and the element and qualifier that DSpace has for them; others have none."""


def write(work: Work, target: Target) -> None:
    """Write a folder for each item."""
    shared = _shared(work)
    if shared:
        _item(target, "registers", of_edition(work.edition), [file.replace("/", "_") for file in shared])
        for file in shared:
            target.copy(f"registers/{file.replace('/', '_')}", work.volume.path(file))
    for text, record in zip(work.volume.texts(), records(work), strict=True):
        name = f"{text.id}.xml"
        folder = f"item_{text.id}"
        _item(target, folder, record.terms, [name, f"{text.id}.txt"])
        target.write(f"{folder}/{name}", f"{DECLARATION}{work.volume.alone(text)}".rstrip() + "\n")
        target.write(f"{folder}/{text.id}.txt", text.source_bytes())


def _shared(work: Work) -> list[str]:
    """Return the registers, and the files with several documents: with what stands before and after these."""
    several = work.facts.ask("SELECT file FROM documents GROUP BY file HAVING count(*) > 1 ORDER BY min(position)")
    return [*work.volume.registers, *(file for (file,) in several)]


def _item(target: Target, folder: str, terms: Iterable[tuple[str, str]], files: list[str]) -> None:
    values = "\n".join(_values(terms))
    target.write(f"{folder}/dublin_core.xml", f'{DECLARATION}<dublin_core schema="dc">\n{values}\n</dublin_core>\n')
    primary, *others = (f"{name}\tbundle:ORIGINAL" for name in files)
    target.write(f"{folder}/contents", "\n".join((f"{primary}\tprimary:true", *others)) + "\n")


def _values(terms: Iterable[tuple[str, str]]) -> Iterator[Xml]:
    for name, value in terms:
        element, qualifier = _FIELDS.get(name, (name, "none"))
        if name == "date":
            element, qualifier = "date", "created"
        elif name in ("identifier", "rights") and value.startswith("http"):
            qualifier = "uri"
        elif name == "format":
            qualifier = "mimetype"
        yield xml("dcvalue", words(value), element=element, qualifier=qualifier)
