"""The document that the project starts from, with an authority of the people of the series and no list."""

from __future__ import annotations

import re

import pytest
from conftest import SHARED

from teiconv import Options, read_text, to_tei
from teiconv.authority.build import build

SOURCES = [SHARED / "authority" / f"{name}.tar.xz" for name in ("people", "pocom")]

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not all(file.exists() for file in SOURCES), reason="../shared/authority is not here"),
]


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> Options:
    file = tmp_path_factory.mktemp("authority") / "us.auth"
    file.write_bytes(build(SOURCES).data)
    return Options(authority=file)  # type: ignore[arg-type]


def test_the_four_people_have_the_authority_s_ids(seed: bytes, options: Options) -> None:
    named = {person.id: person.name for person in read_text(seed.decode(), options).persons}
    assert named == {
        "p_107252": "Kissinger, Henry A.",
        "p_109882": "Nixon, Richard M.",
        "p_101105": "Belcher, Taylor Garrison",
        "p_114029": "Velasco Alvarado, Juan",
    }


def test_our_ambassador_to_peru_is_belcher(seed: bytes, options: Options) -> None:
    tei = to_tei(seed.decode(), options).decode()
    assert re.search(r'<rs type="person" ref="#p_101105">our Ambassador to Peru</rs>', tei)


def test_he_is_so_if_he_is_not_named(seed: bytes, options: Options) -> None:
    unnamed = seed.decode().replace("our Ambassador to Peru, Taylor Belcher,", "our Ambassador to Peru")
    assert "Belcher" not in unnamed
    tei = to_tei(unnamed, options).decode()
    assert re.search(r'<rs type="person" ref="#p_101105" cert="medium">our Ambassador to Peru</rs>', tei)


def test_the_certain_links_have_no_cert(seed: bytes, options: Options) -> None:
    names = [mention for mention in read_text(seed.decode(), options).mentions if mention.element.name == "persName"]
    assert {name.certainty for name in names} == {None}
    assert len(names) == 11


def test_an_office_alone_says_how_certain_its_link_is(seed: bytes, options: Options) -> None:
    offices = [mention for mention in read_text(seed.decode(), options).mentions if mention.element.name == "rs"]
    assert [(office.text, office.certainty) for office in offices] == [
        ("our Ambassador to Peru", None),  # his name stands beside it
        ("Our Ambassador", "medium"),
    ]
