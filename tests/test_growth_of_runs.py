"""One paragraph with more and more names, terms and offices: what stands beside each is found without a search."""

from __future__ import annotations

import time

import pytest
from authority_sources import PEOPLE, options_of
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from teiconv.convert import to_tei
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.names.runs import MARKED, Run, taken_by
from teiconv.options import Options

TITLE = "1. Memorandum From the Director (Abel) to Secretary Baker\n\nWashington, May 5, 1971.\n\n"
LISTED = load_persons([("persons.txt", b"Abel, Adam, Director\nBaker, Berta, Secretary of State\n")])
TERMS = load_terms([("terms.txt", b"NSC, National Security Council\nSALT, Strategic Arms Limitation Talks\n")])
SIZE = 150


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Options:
    return options_of(tmp_path_factory.mktemp("growth"), PEOPLE)


def grows(said: str, options: Options) -> bool:
    return grows_in_proportion(lambda size: to_tei(TITLE + said * size, options), SIZE)


@pytest.mark.parametrize(
    ("said", "options"),
    [
        ("Mr. Abel of the NSC spoke of SALT, ", Options(persons=LISTED, terms=TERMS)),
        ("Mrs. Abel and Mr. Abel and Mr. Cole came; ", Options(persons=LISTED, unlisted=True)),
    ],
    ids=["names and terms", "names of others"],
)
def test_with_lists_it_takes_time_in_proportion(said, options):
    assert grows(said, options)


@pytest.mark.parametrize(
    "said",
    [
        "our Ambassador to Peru, Mr. Quill, and the Secretary of Defense. ",
        "Quill-",
    ],
)
def test_with_an_authority_it_takes_time_in_proportion(said, authority):
    assert grows(said, authority)


def test_many_offices_in_one_sentence_take_no_time_of_its_square(authority):
    """Here regular expressions have the work, whose steps nobody counts: this is measured in time of the processor."""

    def seconds(size):
        said = TITLE + "the Secretary of Defense, the Ambassador to Peru, " * size
        started = time.process_time()
        to_tei(said, authority)
        return time.process_time() - started

    seconds(20)  # what is made once
    few, many = (min(seconds(size) for _ in range(2)) for size in (500, 2_000))
    assert many < 8 * few, f"{few:.2f} s, and {many:.2f} s for four times as many"


EDGE = st.integers(0, 20)
STRETCH = st.tuples(EDGE, st.integers(0, 8), st.sampled_from(["persName", "ref", "date"]))


@given(st.lists(STRETCH, max_size=6), EDGE, st.integers(0, 8), st.sampled_from([MARKED, frozenset({"date"})]))
def test_taken_is_where_any_of_the_elements_stands(held, start, length, by):
    stretches = [(begin, begin + size, name) for begin, size, name in held]
    run = Run("", "p", taken=taken_by(stretches))
    end = start + length
    stands = any(begin < end and start < stop and name in by for begin, stop, name in stretches)
    assert run.is_taken(start, end, by) == stands
