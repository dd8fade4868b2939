"""``xar``: the collection as an EXPath package for eXist-db, with the ODD and the configuration of its indexes."""

from __future__ import annotations

from collections.abc import Iterator

from teiconv.publish.archive import Archive
from teiconv.publish.markup import DECLARATION, of_text, xml
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.validation.schemas import schema_folder

_INDEXES = """<collection xmlns="http://exist-db.org/collection-config/1.0">
  <index xmlns:tei="http://www.tei-c.org/ns/1.0">
    <lucene>
      <text qname="tei:head"/>
      <text qname="tei:p"/>
      <text qname="tei:note"/>
      <text qname="tei:item"/>
      <text qname="tei:cell"/>
    </lucene>
    <range>
      <create qname="tei:persName"><field name="person" match="@ref" type="xs:string"/></create>
      <create qname="tei:ref"><field name="target" match="@target" type="xs:string"/></create>
      <create qname="tei:date"><field name="when" match="@when" type="xs:string"/></create>
      <create qname="tei:gap"><field name="reason" match="@reason" type="xs:string"/></create>
    </range>
  </index>
</collection>
"""


def write(work: Work, target: Target) -> None:
    """Write the package: a ZIP archive with descriptors, ``data/`` and ``schemas/``."""
    with Archive(target.file) as archive:
        for name, text in _descriptors(work):
            archive.add(name, text)
        for file in (*work.volume.registers, *work.volume.files):
            archive.add(f"data/{file}", work.volume.path(file).read_bytes())
        archive.add("schemas/teiconv.odd", _odd())


def _descriptors(work: Work) -> Iterator[tuple[str, str]]:
    edition = work.edition
    package = xml(
        "package",
        of_text("title", edition.title),
        xml("dependency", processor="http://exist-db.org", semver_min="5.0.0"),
        xmlns="http://expath.org/ns/pkg",
        name=edition.base,
        abbrev=edition.id,
        version=_version(edition.day),
        spec="1.0",
    )
    repository = xml(
        "meta",
        of_text("description", edition.subtitle or edition.title),
        *(of_text("author", editor.name) for editor in edition.editors),
        of_text("website", edition.base),
        of_text("status", "stable"),
        of_text("license", edition.licence or "not said"),
        of_text("copyright", "false"),
        of_text("type", "library"),
        of_text("target", edition.id),
        xmlns="http://exist-db.org/xquery/repo",
    )
    yield "expath-pkg.xml", DECLARATION + package + "\n"
    yield "repo.xml", DECLARATION + repository + "\n"
    yield "collection.xconf", DECLARATION + _INDEXES


def _version(day: str) -> str:
    """Return the day of the edition as a version: ``2026.11.29``."""
    return ".".join(str(int(part)) for part in (day or "1-0-0").split("-"))


def _odd() -> bytes:
    return (schema_folder() / "teiconv.odd").read_bytes()
