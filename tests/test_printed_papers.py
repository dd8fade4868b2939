"""Headers of papers as the printed collections of 1861 to 1954 have them."""

from __future__ import annotations

import pytest
from lxml import etree

import teiconv


def header(text: str) -> etree._Element:
    return etree.fromstring(teiconv.to_tei(text)).find("{*}teiHeader")


@pytest.mark.parametrize(
    ("marker", "genre"), [("[Telegram—Paraphrase.]", "telegram"), ("[Circular.]", "circular"), ("[Extract.]", "")]
)
def test_a_marker_above_the_dateline_says_the_kind(marker: str, genre: str) -> None:
    text = f"Mr. Roe to Mr. Doe.\n\n{marker}\n\nStrelsau, May 5, 1893.\n\nSir: The nets are torn.\n\nRoe.\n"
    assert header(text).xpath("string(.//*[@type='genre'])") == genre


def test_a_treaty_tells_where_it_was_done() -> None:
    text = "TREATY\n\nThere shall be peace.\n\nDone at Strelsau the ninth day of June, 1911.\n\nJOHN ROE.\n"
    assert header(text).findtext(".//{*}creation/{*}placeName") == "Strelsau"


def test_who_signs_in_french_is_not_called_signed() -> None:
    text = "Strelsau, 3 avril 1871.\n\nMonsieur le Ministre,\n\nLes filets sont perdus.\n\nSigné: FOURNEL.\n"
    assert "Signé" not in "".join(header(text).itertext())


def test_a_forename_that_signs_is_no_surname() -> None:
    text = "Dear Ann,\n\nThe nets are torn, and nobody mends them.\n\nYours ever,\n\nHenry\n"
    names = etree.fromstring(teiconv.to_tei(text)).xpath("//*[local-name()='person']//*[local-name()='surname']/text()")
    assert "Henry" not in names
