"""Who signs by a forename is the sender of the title, or tells which bearer of the surname that is."""

from __future__ import annotations

import pytest
from authority_sources import OF_1971, PEOPLE, options_of, person
from lxml import etree

from teiconv.convert import to_tei

BROTHERS = (
    *PEOPLE,
    person(70, "Raskin, Walter W.", "Special Assistant to the President", volumes=OF_1971[:2]),
    person(71, "Raskin, Eugene V.", "Under Secretary of State", volumes=OF_1971),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory):
    return options_of(tmp_path_factory.mktemp("signers"), BROTHERS)


def named(signature, said, options):
    text = (
        "17. Memorandum From the President’s Special Assistant (Raskin) to President Vane\n\n"
        f"Washington, May 5, 1971.\n\n{said}\n\n{signature}\n"
    )
    root = etree.fromstring(to_tei(text, options))
    return [(node.text, node.get("ref"), node.get("cert")) for node in root.find(".//{*}text").iter("{*}persName")]


@pytest.mark.parametrize("said", ["Quill saw Gene Raskin this afternoon.", "The answer has come."])
@pytest.mark.parametrize("signature", ["Walt", "Walter"])
def test_a_forename_below_the_paper_tells_which_of_a_surname_sent_it(said, signature, options):
    found = named(signature, said, options)
    assert found[0][:2] == ("Raskin", "#p_70")
    assert found[-1] == (signature, "#p_70", "medium")


def test_who_is_named_behind_from_signs_by_a_forename_and_not_the_recipient(options):
    text = (
        "17. Memorandum From Walter Raskin of the Council Staff to the President’s Assistant (Vane)\n\n"
        "Washington, May 5, 1971.\n\nThe answer has come.\n\nWalt\n"
    )
    found = [
        node.get("ref") for node in etree.fromstring(to_tei(text, options)).find(".//{*}signed").iter("{*}persName")
    ]
    assert found == ["#p_70"]


def test_a_forename_of_nobody_of_the_surname_is_somebody_elses(options):
    assert "#p_70" not in [ref for name, ref, _ in named("Bruno", "The answer has come.", options) if name == "Bruno"]
