"""Lists of participants → who took part, for the header: known persons, others, and offices."""

from __future__ import annotations

import pytest

from teiconv.convert import read_text
from teiconv.formats.tei.header import header_element
from teiconv.model import descendants, element
from teiconv.model.header import Agent, AgentKind
from teiconv.names.people.index import PersonList
from teiconv.options import Options

HEAD = "7. Memorandum of Conversation\n\nLima, May 3, 1970.\n\nPARTICIPANTS\n\n"
TEXT = "\n\nThe talk turned to fish, and stayed there until the end of the afternoon, as it always had before."


def _participants(*items: str) -> tuple[Agent, ...]:
    return read_text(HEAD + "\n".join(items) + TEXT).header.participants


@pytest.mark.parametrize(
    ("item", "name", "role"),
    [
        ("Mr. John Q. Roe, Jr., Director, Office of Fish", "John Q. Roe, Jr.", None),
        ("Ambassador Jane Poe", "Jane Poe", "Ambassador"),
    ],
)
def test_person_whom_no_list_knows_takes_part(item: str, name: str, role: str | None) -> None:
    document = read_text(f"{HEAD}  • {item}{TEXT}", Options(persons=PersonList([])))
    (found,) = document.header.participants
    assert (found.name, found.role, found.certainty) == (name, role, "medium")


def test_office_takes_part() -> None:
    assert _participants("  • The Acting Secretary of State") == (
        Agent(AgentKind.ROLE, "Acting Secretary of State", certainty="medium"),
    )


def test_desk_stands_before_the_name() -> None:
    assert [agent.name for agent in _participants("  • NE/X—Mr. John Roe", "  • Jane Poe—Second Secretary")] == [
        "John Roe",
        "Jane Poe",
    ]


def test_participants_in_a_table() -> None:
    table = "Participants:\t\tMr. John Roe, Petroleum Attaché\n\t\tMs. Jane Poe\nSubject:\t\tMr. Doe’s Ships"
    found = read_text(HEAD.replace("PARTICIPANTS\n\n", "") + table + TEXT).header.participants
    assert [agent.name for agent in found] == ["John Roe", "Jane Poe"]


def test_name_of_a_group_is_no_participant() -> None:
    found = _participants("  • Peru", "", "    • Mr. Juan Moe, Minister of Fish", "    • Dr. Ana Loe")
    assert [agent.name for agent in found] == ["Juan Moe", "Ana Loe"]


@pytest.mark.parametrize("remark", ["[Here follows the same list as Document 6.]", "UK"])
def test_remark_is_no_participant(remark: str) -> None:
    assert _participants(f"  • {remark}") == ()


def test_whose_office_only_is_known_has_it_in_place_of_a_name() -> None:
    document = read_text(HEAD + "  • The President" + TEXT)
    people = [node for node in descendants(header_element(document.header)) if node.name == "person"]
    assert people == [
        element(
            "person",
            element("persName", element("roleName", "President", cert="medium")),
            role="participant",
        )
    ]
