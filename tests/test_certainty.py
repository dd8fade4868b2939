"""The scale of certainty, and that each statement has the degree of what it rests on."""

from __future__ import annotations

import pytest

import teiconv
from teiconv.model.certainty import Certainty, attribute, degree, weakest


def test_scale() -> None:
    assert [degree(probability) for probability in (1.0, 0.99, 0.98, 0.85, 0.84, 0.0)] == [
        "high", "high", "medium", "medium", "low", "low",
    ]  # fmt: skip


def test_what_rests_on_several_is_as_sure_as_the_weakest() -> None:
    assert weakest() == weakest(None) == weakest("high", None) == "high"
    assert weakest("medium", None, "high") == "medium"
    assert weakest("medium", "low") == "low"


def test_high_is_not_said_of_one_of_many() -> None:
    assert [attribute(one) for one in (None, "high", "medium", Certainty.LOW)] == [None, None, "medium", "low"]


def degrees(text: str) -> dict[str, str | None]:
    """Return the degree of correspondence as a whole, and of each sender and recipient."""
    from lxml import etree

    root = etree.fromstring(teiconv.to_tei(text))
    found = {action.get("type"): action[0].get("cert") for action in root.findall(".//{*}correspAction")}
    described = root.find(".//{*}correspDesc")
    return {**found, "all": None if described is None else described.get("cert")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "4. Letter From John Roe to Jane Doe\n\nThe nets are torn.",
            {"sent": None, "received": None, "all": "high"},
            id="the title says it",
        ),
        pytest.param(
            "FROM: John Roe\nTO: Jane Doe\n\nThe nets are torn.",
            {"sent": None, "received": None, "all": "high"},
            id="lines say it",
        ),
        pytest.param(
            "May 5, 1971\n\nDear Jane:\n\nThe nets are torn.\n\nSincerely,\n\nJohn P. Roe",
            {"sent": "medium", "all": "medium"},
            id="the signature only",
        ),
        pytest.param(
            "4. Telephone Conversation Between President Roe and Secretary Doe\n\nThe nets are torn.",
            {"sent": "medium", "received": "medium", "all": "medium"},
            id="of a talk, who is named first",
        ),
    ],
)
def test_correspondence_is_as_sure_as_what_says_it(text: str, expected: dict[str, str | None]) -> None:
    assert degrees(text) == expected


def test_source_of_a_file_number_above_the_title_is_inferred() -> None:
    title = "The Ambassador in Peru (Roe) to the Secretary of State"
    text = f"711.5612/3–448: Telegram\n\n{title}\n\nLima, March 4, 1948.\n\nIt left."
    tei = teiconv.to_tei(text).decode()
    assert '<msDesc resp="#teiconv" cert="medium">' in tei


@pytest.mark.parametrize(("one", "other"), [("F. W.", "W. H."), ("Frederick", "William")])
def test_namesakes_whom_nothing_tells_apart_are_both_meant(one: str, other: str) -> None:
    text = (
        f"Mr. Adams to Mr. Hollow.\n\nLondon, March 4, 1865.\n\nSir: I wrote to Mr. {one} Hollow on Monday, and to "
        f"Mr. {other} Hollow on Tuesday.\n\nI am, sir, your obedient servant,\nCHARLES ADAMS."
    )
    received = teiconv.read_text(text).header.received
    assert [(len((agent.ref or "").split()), agent.certainty) for agent in received] == [(2, "low")]
    assert degrees(text)["all"] == "low"


def test_a_degree_that_is_none_of_the_three_is_the_lowest():
    assert weakest("high", "unknown") is Certainty.LOW
