"""Bearers of one name whom a generation or a title tells apart, or nothing: then the bare name is in doubt."""

from __future__ import annotations

import pytest
from authority_sources import OF_1971, PEOPLE, meant, options_of, person
from lxml import etree

from teiconv.convert import to_tei
from teiconv.options import Options

NAMESAKES = (
    *PEOPLE,
    person(42, "Wray, Adam", "former President", volumes=OF_1971),
    person(43, "Wray, Adam, Jr.", "Under Secretary of State", volumes=OF_1971[:1]),
    person(44, "Lin Tao", "Premier of Utopia", volumes=OF_1971),
    person(46, "Tarrant, Habib", "President of Utopia", volumes=OF_1971[:2]),
    person(47, "Tarrant, Habib, Jr.", "Ambassador of Utopia", volumes=OF_1971[:3]),
    person(45, "Lin Wei-lo", "Vice Premier of Utopia", volumes=OF_1971[:1]),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    return options_of(tmp_path_factory.mktemp("doubts"), NAMESAKES)


def certs(said, options):
    root = etree.fromstring(to_tei(f"NOTE\n\nMay 5, 1971\n\n{said}\n", options))
    return [(node.text, node.get("cert")) for node in root.find(".//{*}body").iter("{*}persName")]


def test_a_bare_name_that_others_of_the_document_have_is_in_doubt(options):
    said = "Secretary Roe and Mr. Walter Roe came. Walter Roe and Mr. Quill left; Roe was silent."
    assert certs(said, options)[-1] == ("Roe", "medium")


def test_the_generation_tells_father_and_son(options):
    said = "Former President Adam Wray spoke. Adam Wray, Jr. and Adam Wray came."
    assert [number for name, number in meant(said, options) if name == "Adam Wray, Jr."] == ["43"]


def test_a_vice_premier_is_who_was_one(options):
    said = "Premier Lin Tao came. Lin Tao and Vice Premier Lin spoke."
    assert [number for _, number in meant(said, options)] == ["44", "44", "45"]


def test_a_mere_surname_of_father_and_son_of_one_name_is_in_doubt_between_both(options):
    root = etree.fromstring(to_tei("NOTE\n\nMay 5, 1971\n\nMr. Tarrant of Utopia came.\n", options))
    node = root.find(".//{*}body").find(".//{*}persName")
    assert (set(node.get("ref").split()), node.get("cert")) == ({"#p_46", "#p_47"}, "low")


@pytest.mark.parametrize("said", ["Mr. Habib Tarrant, Jr., came", "Mr. Edmund Roe came"])
def test_a_whole_name_is_not(said, options):
    assert {cert for _, cert in certs(f"{said}.", options)} <= {None, "medium"}
