"""The language of a text: told where it is sure, and English otherwise; no sentence fills a header."""

from __future__ import annotations

import pytest
from lxml import etree

import teiconv

ENGLISH = (
    "The boats were seized in the morning, and the crews of the two were sent to the port for an inquiry by the navy."
)
FRENCH = "Les bateaux ont été saisis le matin, et les équipages des deux sont dans le port pour une enquête."
SPANISH = (
    "Los barcos que se fueron por la mañana en el puerto, con una carta del ministro para las familias de los marinos."
)
RUSSIAN = "Суда были задержаны утром, и экипажи обоих отправлены в порт для расследования."


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru"), ("La boats.", "en"), ("LIMA 0342", "en")],
)
def test_language_is_told_and_set(text: str, language: str) -> None:
    tei = teiconv.to_tei(f"Paper\n\n{text}")
    root = etree.fromstring(tei)
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert root.xpath("string(//*[local-name()='language']/@ident)") == language
    assert teiconv.validate(tei) == []


SHORT = {
    "Der Botschafter ließ mir sagen, daß er den Hafen erst im Herbst wieder öffnen werde.": "de",
    "Le capitaine nous a dit que le port ne serait pas rouvert par les pêcheurs.": "fr",
    "Il capitano mi ha detto che il porto non è aperto.": "it",
    "Juan de la Cruz\nPedro de los Santos\nLuis del Valle\nOtto von der Heyde": "en",
    "Boats seized: Die Drei, Das Herz, Der Stern, Von Helsing, Mit Gott, at Zenda in May.": "en",
}


@pytest.mark.parametrize("text", SHORT)
def test_short_text_is_in_a_language_of_which_it_has_several_words_and_none_of_english(text: str) -> None:
    assert teiconv.read_text(f"Paper\n\n{text}").header.language == SHORT[text]


def test_french_quotation_in_an_english_paper_does_not_make_it_french() -> None:
    assert teiconv.read_text(f"Paper\n\n{ENGLISH}\n\n{ENGLISH}\n\n{FRENCH}").header.language == "en"


def test_header_has_no_sentence_about_what_is_not_known() -> None:
    tei = teiconv.to_tei("The boats left.").decode()
    assert "Nothing was said" not in tei
    assert "names no source" not in tei
    assert "<p>Unpublished working file</p>" in tei
