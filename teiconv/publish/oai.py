"""``oai``: a static repository of the Open Archives Initiative (records of Dublin Core and TEI), and a JSON feed.

A static repository is a file that a gateway serves to harvesters (OAI, *Specification for an OAI Static Repository*).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from teiconv.model import values
from teiconv.publish.dublincore import oai_dc, records
from teiconv.publish.markup import DECLARATION, Xml, of_text, xml
from teiconv.publish.table import Work
from teiconv.publish.target import Target
from teiconv.publish.volume import TEI, open_xml

_STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
_OAI = "http://www.openarchives.org/OAI/2.0/"
_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DAY = len("2026-11-29")
_TEI = "http://www.tei-c.org/ns/1.0"


def write(work: Work, target: Target) -> None:
    """Write ``repository.xml`` and ``feed.json``."""
    target.write_pieces("repository.xml", _repository(work))
    target.write_pieces("feed.json", _feed(work))


def identifier(work: Work, document: str) -> str:
    """Return the identifier of a record: ``oai:edition.example.org:d12``."""
    return f"oai:{urlsplit(work.edition.base or '').hostname}:{document}"


def _repository(work: Work) -> Iterator[str]:
    edition, days = work.edition, _days(work)
    identify = xml(
        "Identify",
        of_text("oai:repositoryName", edition.title),
        of_text("oai:baseURL", f"{edition.base}oai/repository.xml"),
        of_text("oai:protocolVersion", "2.0"),
        *(of_text("oai:adminEmail", editor.email) for editor in edition.editors),
        of_text("oai:earliestDatestamp", edition.day),
        of_text("oai:deletedRecord", "no"),
        of_text("oai:granularity", "YYYY-MM-DD"),
    )
    formats = xml("ListMetadataFormats", *(_format(*each) for each in _FORMATS))
    yield f'{DECLARATION}<Repository xmlns="{_STATIC}" xmlns:oai="{_OAI}">\n{identify}\n{formats}\n'
    described = ((record.id, oai_dc(record.terms)) for record in records(work))
    yield from _listed(work, "oai_dc", days, described)
    encoded = ((text.id, work.volume.alone(text)) for text in work.volume.texts())
    yield from _listed(work, "tei", days, encoded)
    yield "</Repository>\n"


def _days(work: Work) -> dict[str, str]:
    """Return the day of each document: that of the edition, or of a later change that the TEI tells."""
    changed = {file: max((work.edition.day, *_changes(work, file))) for file in work.volume.files}
    return {id: changed[file] for id, file in work.facts.ask("SELECT document, file FROM documents")}


def _changes(work: Work, file: str) -> Iterator[str]:
    """Yield the days of the changes of a file (``revisionDesc/change/@when``)."""
    told = open_xml(work.volume.path(file)).iterfind(f"{TEI}teiHeader/{TEI}revisionDesc//{TEI}change")
    days = ((change.get("when") or "")[:_DAY] for change in told)
    return (day for day in days if len(day) == _DAY and not values.fault("date", day))


def _listed(work: Work, prefix: str, days: dict[str, str], said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the records of a format: for each document its id and its metadata."""
    yield f'<ListRecords metadataPrefix="{prefix}">\n'
    for id, metadata in said:
        name = of_text("oai:identifier", identifier(work, id))
        header = xml("oai:header", name, of_text("oai:datestamp", days[id]))
        yield f"<oai:record>{header}<oai:metadata>{metadata}</oai:metadata></oai:record>\n"
    yield "</ListRecords>\n"


_FORMATS = (
    ("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", _DC),
    ("tei", "https://tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd", _TEI),
)


def _format(prefix: str, schema: str, namespace: str) -> Xml:
    return xml(  # the order is that of the protocol
        "oai:metadataFormat",
        of_text("oai:metadataPrefix", prefix),
        of_text("oai:schema", schema),
        of_text("oai:metadataNamespace", namespace),
    )


def _feed(work: Work) -> Iterator[str]:
    """Yield a JSON Feed 1.1."""
    edition = work.edition
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": edition.title,
        "home_page_url": edition.base,
        "feed_url": f"{edition.base}oai/feed.json",
        "authors": [{"name": editor.name} for editor in edition.editors],
        "language": edition.language or "en",
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "items": [\n'
    for number, record in enumerate(records(work)):
        address = f"{edition.base}documents/{record.id}.html"
        summary = next((value for name, value in record.terms if name == "source"), "")
        item = {"id": address, "url": address, "title": record.title, "content_text": summary or record.title}
        yield (",\n" if number else "") + json.dumps(item, ensure_ascii=False)
    yield "\n ]\n}\n"
