"""What an edited header decides, where another document begins, what a citation names, whose fault an error is."""

from __future__ import annotations

import sys

import pytest

import teiconv
from teiconv.advice.several import further_documents
from teiconv.conventions.dafp.openers import parse_opener
from teiconv.editing.edits.header import changed_header
from teiconv.errors import REPORT, fault
from teiconv.metadata.citation import parse_citation
from teiconv.model.decision import NOTHING
from teiconv.model.header import Agent, AgentKind, Classification, Date, Header

ROE = Agent(AgentKind.PERSON, "Roe", "#p_R1", "President")
DATED = Date("May 5, 1971", (("when", "1971-05-05"),))


def decided(before: Header, after: Header) -> list[tuple[str, dict[str, str]]]:
    return [(decision.kind.value, dict(decision.values)) for decision in changed_header(before, after)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (Header(), []),
        (Header(title="Letter"), [("title", {"is": "Letter"})]),
        (Header(created=DATED), [("date", {"when": "1971-05-05"})]),
        (Header(sent=(ROE,)), [("sender", {"is": "p_R1", "name": "Roe", "office": "President"})]),
        (
            Header(received=(Agent(AgentKind.PERSON, "Roe", "#p_R1 #p_R2"), Agent(AgentKind.PERSON, "Doe"))),
            [("recipient", {"name": "Roe"}), ("recipient", {"name": "Doe"})],
        ),
        (
            Header(sent=(Agent(AgentKind.ORGANISATION, "Embassy"), Agent(AgentKind.ROLE, "the Minister"))),
            [("sender", {"organisation": "Embassy"}), ("sender", {"office": "the Minister"})],
        ),
        (
            Header(classification=Classification("Secret", ("Nodis", "Exdis"))),
            [("classification", {"level": "Secret", "handling": "Nodis; Exdis"})],
        ),
        (Header(classification=Classification(None, (), ("Flash",))), [("classification", {"precedence": "Flash"})]),
        (Header(place="Lima", genre="letter"), [("header", {"place": "Lima"}), ("header", {"genre": "letter"})]),
        (Header(language="fr"), [("header", {"language": "fr"})]),
    ],
)
def test_what_a_header_says_anew_is_decided(after: Header, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert decided(Header(), after) == expected


def test_a_pointer_to_several_persons_does_not_say_who_sent_it() -> None:
    before, after = (Header(sent=(Agent(AgentKind.PERSON, "Roe", ref),)) for ref in ("#p_R1", "#p_R1 #p_R2"))
    assert decided(before, after) == [("sender", {"name": "Roe"})]


def test_what_a_header_says_no_more_is_taken_away() -> None:
    before = Header(title="Letter", created=DATED, sent=(ROE,), place="Lima", classification=Classification("Secret"))
    assert decided(before, Header()) == [("date", {"is": NOTHING}), ("sender", {"is": NOTHING})]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["1. Letter From Roe", "oil", "2. Letter From Doe"], [2]),
        (["1. Letter From Roe", "oil", "3. Letter From Doe", "2. Letter From Poe"], [3]),
        (["R 171530Z JAN 72", "FM LIMA", "oil", "R 181530Z JAN 72", "TO ALL", "FM LIMA"], [3]),
        (["R 171530Z JAN 72", "FM LIMA", "oil", "R 181530Z JAN 72", "oil"], []),
        (["MEMORANDUM FOR THE PRESIDENT", "oil", "ACTION MEMORANDUM TO Roe"], [2]),
        (["MEMORANDUM FOR THE PRESIDENT", "oil"], []),
    ],
)
def test_a_further_document_begins_with_a_title_of_its_own(lines: list[str], found: list[int]) -> None:
    assert [index for index, _ in further_documents(lines)] == found


@pytest.mark.parametrize(
    ("citation", "institution", "repository", "units"),
    [
        (
            "National Archives, RG 59, Central Files 1970–73, POL 7 PERU, Box 3",
            None,
            "National Archives",
            ["RG 59", "Central Files 1970–73", "POL 7 PERU", "3"],
        ),
        (
            "Yale University, Sterling Library, Roe Papers, Box 1",
            "Yale University",
            "Sterling Library",
            ["Roe Papers", "1"],
        ),
        ("Central Intelligence Agency Files, Job 80–1", None, "Central Intelligence Agency", None),
        ("Roe Papers, Folder 3", None, None, ["Roe Papers", "3"]),
        ("Ibid., Box 3", None, None, ["3"]),
        (
            "Library, NSC Files, Peru (Lima, Callao), Oil, Vol. 2, May 5, 1971",
            None,
            "Library",
            ["NSC Files", "Peru (Lima, Callao), Oil, Vol. 2, May 5, 1971"],
        ),
        ("Library, NSC Files, Peru, Folder 3", None, "Library", ["NSC Files", "Peru", "3"]),
        ("Library, NSC Files, Peru, Box 3", None, "Library", ["NSC Files", "Peru", "3"]),
        ("Library, Accession No. 7", None, "Library", ["7"]),
    ],
)
def test_a_citation_is_a_repository_and_the_units_below_it(
    citation: str, institution: str | None, repository: str | None, units: list[str] | None
) -> None:
    archive = parse_citation(citation)
    assert archive is not None
    assert (archive.institution, archive.repository) == (institution, repository)
    if units is not None:
        assert [unit.name for unit in archive.units] == units


def test_a_book_is_cited_and_nothing_is_no_citation() -> None:
    printed = parse_citation("Public Papers, 1961, pp. 7–9")
    assert printed is not None
    assert printed.published
    assert parse_citation(" ., ") is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Canberra, 5 May 1945", (None, None)),
        ("Cablegram 12 CANBERRA, 5 May 1945", ("cablegram", "12")),
        ("Cablegram unnumbered CANBERRA, 5 May 1945", ("cablegram", None)),
        ("Horses left", None),
        ("Canberra " * 60 + "5 May 1945", None),
        ("Canberra, 1945", None),
    ],
)
def test_an_australian_paper_opens_with_its_kind_and_number(
    line: str, said: tuple[str | None, str | None] | None
) -> None:
    found = parse_opener(line)
    assert (found and (found.genre, found.number)) == said


def raised(call: object) -> Exception:
    try:
        call()  # type: ignore[operator]
    except Exception as error:
        return error
    raise AssertionError


def test_an_error_that_nobody_raised_on_purpose_names_the_place_in_our_code() -> None:
    ours = raised(lambda: teiconv.to_text(3))
    assert f"; {REPORT}" in fault(ours)
    assert " in teiconv/" in fault(ours)
    theirs = raised(lambda: sys.intern(3))  # type: ignore[arg-type]
    assert " in " not in fault(theirs).replace("intern", "")


def test_rows_of_a_letter_to_nobody_have_no_recipient() -> None:
    tei = teiconv.to_tei("1. Letter From President Roe\n\nLima, May 5, 1971.\n\nOil.1 See Document 2.\n\n  1. Fish.")
    document = teiconv.read_tei(tei)
    for row in teiconv.rows(document, "letters"):
        assert (row["recipient"], row["recipient_id"]) == (None, None)
    assert [row["label"] for row in teiconv.rows(document, "notes")] == ["1"]
    assert [row["text"] for row in teiconv.rows(document, "references")] == ["Document 2"]
    assert [row["name"] for row in teiconv.rows(document, "persons")] == ["Roe"]
    assert [row["persons"] for row in teiconv.rows(document, "mentions")] == ["p_ROE1"]
