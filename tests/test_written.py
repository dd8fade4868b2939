"""When a document was written: one century for a file, bounds where there is no date, and what is no date of it."""

from __future__ import annotations

import pytest

import teiconv
from teiconv.model import Element, descendants, plain


def created(text: str) -> dict[str, str]:
    date = teiconv.read_text(text).header.created
    return dict(date.attributes) if date else {}


def stamps(text: str) -> list[str]:
    body: Element = teiconv.read_text(text).body
    return [plain(node.content) for node in descendants(body) if node.name == "fw" and node.get("type") == "stamp"]


CABLE = "O 051200Z FEB {year}\nFM AMEMBASSY QUITO\nTO SECSTATE WASHDC\nSUBJECT: BOATS\n\n1. THE BOATS LEFT{more}.\nROE"


@pytest.mark.parametrize(
    ("year", "more", "when", "cert"),
    [
        ("72", "", "1972-02-05T12:00:00Z", None),
        ("09", "", "2009-02-05T12:00:00Z", "medium"),
        ("09", " AS IN MAY 2008", "2009-02-05T12:00:00Z", None),
        ("09", " (E.O. 12958)", "2009-02-05T12:00:00Z", None),
        ("09", " AS IN MAY 1908", "1909-02-05T12:00:00Z", None),
    ],
)
def test_century_is_one_decision_for_the_file(year: str, more: str, when: str, cert: str | None) -> None:
    text = CABLE.format(year=year, more=more)
    document = teiconv.read_text(text)
    in_body = next(node for node in descendants(document.body) if node.name == "date")
    assert (in_body.get("when"), in_body.get("cert")) == (when, cert)
    assert created(text) == {"when": when} | ({"cert": cert} if cert else {})
    assert teiconv.to_tei(text).count(when.encode()) == 3


@pytest.mark.parametrize(
    "stamp",
    [
        "Declassified F04-33",
        "DECLASSIFIED E.O. 12958, Sec. 3.5",
        "By XYZ, NARA, Date 4/9/01",
        "Authority NND 12345",
        "RELEASE IN PART B6",
        "Approved For Release 2003/05/06 : CIA-RDP80B01439R000100010001-1",
        "UNCLASSIFIED U.S. Department of State Case No. F-2013-5 Doc No. C0551 Date: 03/04/2015",
    ],
)
def test_stamp_of_a_release_is_no_part_of_the_paper(stamp: str) -> None:
    text = f"{stamp}\n\nMEMORANDUM FOR THE PRESIDENT\n\nFROM: Ellen Roe\n\nThe boats left in November."
    assert stamps(text) == [stamp]
    assert created(text) == {}
    assert teiconv.validate(teiconv.to_tei(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "1933 BOATS. ROE WENT TO QUITO.",
        "1825 H St N.W.",
        "Born March 4, 1922",
        "DPOB 4 March 1922",
        "File 63-4 4/5/63",
        "roe-3-4-98.doc",
    ],
)
def test_date_of_something_else_is_not_that_of_the_paper(line: str) -> None:
    assert created(f"SECRET\n\n{line}\n\nThe boats were seized on Monday, and the crews were sent home.") == {}


def test_all_lines_of_a_stamp_are_stamp() -> None:
    lines = ["DECLASSIFIED", "PA/HO Department of State", "E.O. 12958, as amended", "June 21, 2005"]
    text = "\n".join(["MEMORANDUM", "", *lines, "", "FROM: Ellen Roe", "DATE: May 5, 1971", "", "The boats left."])
    assert stamps(text) == lines
    assert created(text) == {"when": "1971-05-05"}


def test_date_below_a_mark_that_names_no_authority_is_that_of_the_paper() -> None:
    text = "DECLASSIFIED\nMay 5, 1971\n\nDear Ellen:\n\nThe boats left, and nobody knows where they went."
    assert created(text) == {"when": "1971-05-05"}


def test_date_at_the_end_of_a_line_of_a_form_is_a_guess() -> None:
    text = "PAPER\nQui, (88-2071) 7/12/66\nEX-9"
    assert created(text) == {"when": "1966-07-12", "cert": "low"}
    date = teiconv.read_text(text).header.created
    assert date is not None
    assert date.text == "7/12/66"
    assert teiconv.validate(teiconv.to_tei(text)) == []


@pytest.mark.parametrize("date", ["May 5, 19711", "May 55, 1971", "5 May 19711", "15/12/711"])
def test_date_with_a_digit_too_many_is_none(date: str) -> None:
    text = f"4. Memorandum From the Desk Officer (Roe) to the Director (Doe)\n\nQuito, {date}\n\nThe boats left."
    assert created(text) == {}


SOURCE = (
    "7. Memorandum From Ellen Roe to John Doe1\n\n{words}\n\n  1. Source: National Archives, Roe Papers, Box 7, {box}"
)
UNDATED = "The boats were seized, and nobody knows when this was written down."


@pytest.mark.parametrize(
    ("words", "box", "first", "last"),
    [
        (UNDATED, "Peru, Vol. 2, May 1970–4 June 71. Secret.", "1970-05", "1971-06-04"),
        (UNDATED, "Country Files, Peru, 1970–72. Secret.", "1970", "1972"),
        (UNDATED, "Country Files, Peru, 8/1/61–8/14/61. Secret.", "1961-08-01", "1961-08-14"),
        ("On June 2 the boats were seized.", "Peru, May 1970–June 1971. Secret.", "1970-06-02", "1971-06"),
        ("On March 2 the boats were seized.", "Peru, May 1970–June 1971. Secret.", "1971-03-02", "1971-06"),
        ("On June 2 the boats will leave.", "Peru, May 1970–June 1971. Secret.", "1970-05", "1971-06"),
        (UNDATED, "Peru. Secret. Drafted by Roe on May 5, 1971.", "1971-05-05", None),
        (UNDATED, "Peru. Secret. A note shows that Doe saw it on May 9, 1971.", None, "1971-05-09"),
        (
            UNDATED,
            "Peru, May–June 1971. Secret. Drafted by E. Roe on May 5. Doe saw it on May 9.",
            "1971-05-05",
            "1971-05-09",
        ),
        (UNDATED, "Peru, May 1970–June 1971. Secret. Drafted by E. Roe on May 5.", "1970-05", "1971-06"),
        (UNDATED, "Peru, May–June 1971. Secret. Drafted by E. Roe on July 5.", "1971-05", "1971-06"),
        (UNDATED, "Peru. Secret. Drafted by E. Roe on May 5.", None, None),
        (UNDATED, "Lot 72 D 1970, Peru. Secret.", None, None),
    ],
)
def test_bounds_of_an_undated_document(words: str, box: str, first: str | None, last: str | None) -> None:
    expected = {"notBefore": first, "notAfter": last, "cert": "medium" if first or last else None}
    text = SOURCE.format(words=words, box=box)
    assert created(text) == {key: value for key, value in expected.items() if value}


def test_enclosure_does_not_date_the_document() -> None:
    text = (
        "7. Letter From Ellen Roe to John Doe\n\nThe boats left.\n\n[Attachment]\n\n"
        "Note From the Minister\n\nLima, May 5, 1971.\n\nThey left."
    )
    assert created(text) == {}
