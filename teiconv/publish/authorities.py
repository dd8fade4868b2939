"""Addresses of persons in the authorities that know them."""

from __future__ import annotations

from collections.abc import Iterator

AUTHORITIES = {
    "VIAF": "https://viaf.org/viaf/",
    "Wikidata": "https://www.wikidata.org/entity/",
    "GND": "https://d-nb.info/gnd/",
    "LCNAF": "https://id.loc.gov/authorities/names/",
}
"""What stands before an identifier, the authority that most readers know first."""


def addresses_of(identifiers: str | None) -> Iterator[tuple[str, str]]:
    """Yield authority and address of each of ``identifiers`` (``VIAF:1 Wikidata:Q2``) that has an address."""
    known = dict(each.partition(":")[::2] for each in (identifiers or "").split())
    ranks = {name: rank for rank, name in enumerate(AUTHORITIES)}
    for authority in sorted(known, key=lambda name: (ranks.get(name, len(ranks)), name)):
        value = known[authority]
        address = value if value.startswith(("http://", "https://")) else AUTHORITIES.get(authority, "") + value
        if address.startswith("http"):
            yield authority, address


def address_of(identifiers: str | None) -> str | None:
    """Return the address in the authority that most readers know."""
    return next((address for _, address in addresses_of(identifiers)), None)
