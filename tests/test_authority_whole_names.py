"""Names that a document has longer than a source, or with a hyphen: marked as a whole, or not at all."""

from __future__ import annotations

import pytest
from authority_sources import OF_1971, PEOPLE, meant, options_of, person

NAMES = (
    *PEOPLE,
    person(60, "Galdes, Francisco da Serra", "President of Ruritania", volumes=OF_1971),
    person(61, "Hadat, Anwar al", "President of Utopia", volumes=OF_1971),
    person(62, "Rolf, Otto", "Ambassador of Utopia", volumes=OF_1971),
    person(63, "Eisenhower, Otto", "President of Utopia", volumes=OF_1971),
)


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory):
    return options_of(tmp_path_factory.mktemp("whole"), NAMES)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("President Serra Galdes met Mr. Quill.", "Serra Galdes"),
        ("Mr. Quill heard Anwar al-Hadat speak.", "Anwar al-Hadat"),
        ("President Galdes met Mr. Quill.", "Galdes"),
        ("In Serra President Galdes spoke.", "Galdes"),
    ],
)
def test_what_stands_of_a_name_before_it_belongs_to_it(said, name, options):
    assert name in [found for found, _ in meant(said, options)]


def test_the_forename_of_a_woman_whom_nobody_knows_belongs_to_her_surname(options):
    said = "Mr. Quill spoke with Mr. Rolf. Mamie Eisenhower asked after Mr. Quill."
    assert ("Mamie Eisenhower", "-") in meant(said, options)


def test_half_of_a_double_name_is_nobodys(options):
    said = "Mr. Quill came with Yazbek and Harun-Zadr. Harun-Zadr was silent; Harun-Zadr, he said, left."
    assert [name for name, _ in meant(said, options) if "Harun" in name or "Zadr" in name] in ([], ["Harun-Zadr"] * 3)


def test_both_of_whom_a_hyphen_makes_a_pair_are_named(options):
    said = "Mr. Quill and Mr. Rolf met. In the Quill-Rolf talks nothing was agreed."
    assert [name for name, _ in meant(said, options)] == ["Quill", "Rolf", "Quill", "Rolf"]
