"""The collection as DataCite describes it (Metadata Schema 4.5), as JSON and as XML."""

from __future__ import annotations

from typing import Any

from teiconv.publish.markup import DECLARATION, Xml, of_text, words, xml
from teiconv.publish.table import Work

_KERNEL = "http://datacite.org/schema/kernel-4"
_SCHEMA = "http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.5/metadata.xsd"


def _years(work: Work) -> str | None:
    """Return the years from which the documents are: ``1969/1976``."""
    query = "SELECT min(substr(date, 1, 4)), max(substr(date, 1, 4)) FROM documents WHERE date NOT NULL"
    first, last = next(work.facts.ask(query))
    return None if first is None else first if first == last else f"{first}/{last}"


def as_json(work: Work) -> dict[str, Any]:
    """Return the description as DataCite's JSON."""
    edition = work.edition
    year = (edition.date or "")[:4]
    dates = [{"date": edition.date, "dateType": "Issued"}]
    if covered := _years(work):
        dates.append({"date": covered, "dateType": "Created"})
    contributors = [
        {"name": editor.name, "nameType": "Personal", "contributorType": "Editor"} for editor in edition.editors
    ]
    contributors += [{"name": name, "contributorType": "DataCollector"} for name in edition.collectors]
    titles = [{"title": edition.title}]
    if edition.subtitle:
        titles.append({"title": edition.subtitle, "titleType": "Subtitle"})
    said: dict[str, Any] = {
        "creators": [{"name": name} for name in edition.creators],
        "titles": titles,
        "publisher": {"name": edition.publisher},
        "publicationYear": year,
        "types": {"resourceTypeGeneral": "Collection", "resourceType": "Documents in TEI"},
        "contributors": contributors,
        "dates": dates,
        "language": edition.language or "en",
        "formats": ["application/tei+xml", "text/plain"],
        "rightsList": [
            {"rightsUri": edition.licence_address} if edition.licence_address else {"rights": edition.licence}
        ],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    if edition.doi:
        said["doi"] = edition.doi
    if edition.base:
        said["url"] = edition.base
    return said


def as_xml(work: Work) -> str:
    """Return the description as DataCite's XML."""
    said = as_json(work)
    creators = (xml("creator", of_text("creatorName", each["name"])) for each in said["creators"])
    titles = (of_text("title", each["title"], titleType=each.get("titleType")) for each in said["titles"])
    kinds = said["types"]
    contributors = [
        xml("contributor", of_text("contributorName", each["name"]), contributorType=each["contributorType"])
        for each in said["contributors"]
    ]
    rights = (
        xml("rights", words(each.get("rights") or "Licence"), rightsURI=each.get("rightsUri"))
        for each in said["rightsList"]
    )
    parts: list[Xml] = [
        xml("identifier", words(work.edition.doi or ""), identifierType="DOI"),
        xml("creators", *creators),
        xml("titles", *titles),
        of_text("publisher", said["publisher"]["name"]),
        of_text("publicationYear", said["publicationYear"]),
        xml("resourceType", words(kinds["resourceType"]), resourceTypeGeneral=kinds["resourceTypeGeneral"]),
        *([xml("contributors", *contributors)] if contributors else []),
        xml("dates", *(xml("date", words(each["date"]), dateType=each["dateType"]) for each in said["dates"])),
        of_text("language", said["language"]),
        xml("formats", *(of_text("format", each) for each in said["formats"])),
        xml("rightsList", *rights),
    ]
    names = {
        "xmlns": _KERNEL,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": _SCHEMA,
    }
    return DECLARATION + xml("resource", *parts, **names) + "\n"
