"""Documents with very many problems: each has its own place, and twice as many take twice the time."""

from __future__ import annotations

from growth import grows_in_proportion

from teiconv.convert import to_tei
from teiconv.names.ids import Ids
from teiconv.validation import validate


def spoilt(size: int) -> bytes:
    """Return a document in which each of ``size`` pages has the number of the page before."""
    return to_tei("[Page 1]\n\n" * size)


def test_each_problem_has_its_own_element_and_place():
    problems = [problem for problem in validate(spoilt(300)) if problem.path.rpartition("/")[2].startswith("pb")]
    assert len(problems) > 290
    assert len({(problem.line, problem.column) for problem in problems}) == len(problems)
    assert len({problem.path for problem in problems}) == len(problems)
    assert problems[0].path.endswith("/pb[2]")
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)


def test_twice_the_problems_take_twice_the_steps():
    documents = {size: spoilt(size) for size in (40, 400, 800)}
    assert grows_in_proportion(lambda size: validate(documents[size]), 400)


def test_ids_of_a_stem_count_on_and_leave_out_those_in_use():
    ids = Ids({"p_RJ2", "p_RJ11"})
    assert [ids.new("p_RJ") for _ in range(3)] == ["p_RJ1", "p_RJ3", "p_RJ4"]
    assert ids.new("p_RJ1") == "p_RJ12"
    thousands = Ids(())
    assert [thousands.new("t_X") for _ in range(5000)] == [f"t_X{number}" for number in range(1, 5001)]
