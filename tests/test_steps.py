"""Work in steps: the steps of many are taken together, and each comes to what it would come to alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiconv.batch.steps import Steps, at_once, timed, together


def counting(name: str, steps: int, log: list[str]) -> Steps[str]:
    for step in range(steps):
        log.append(f"{name}{step}")
        yield
    return name * steps


def test_all_take_a_step_before_any_takes_the_next() -> None:
    log: list[str] = []
    assert together([counting("a", 2, log), counting("b", 3, log), counting("c", 1, log)]) == ["aa", "bbb", "c"]
    assert log == ["a0", "b0", "c0", "a1", "b1", "b2"]


@given(st.lists(st.integers(0, 5)))
def test_each_comes_to_what_it_would_come_to_alone(lengths: list[int]) -> None:
    assert together(counting("x", steps, []) for steps in lengths) == [
        at_once(counting("x", steps, [])) for steps in lengths
    ]


def test_time_is_taken_without_the_pauses() -> None:
    (one, none), (other, some) = together([timed(counting("a", 0, [])), timed(counting("b", 2, []))])
    assert (one, other) == ("", "bb")
    assert none >= 0
    assert some > 0


def test_what_fails_in_a_step_is_raised() -> None:
    def failing() -> Steps[None]:
        yield
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        at_once(failing())
