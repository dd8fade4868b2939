"""What whole documents come to: rules whose loss the tests of their own rooms would not show."""

from __future__ import annotations

import re

from people_helpers import marked

import teiconv
from teiconv.model import OBJECT, flatten
from teiconv.structure.tables import read_table

LETTER = """12. Letter From the Ambassador in Peru (Roe) to the Secretary of State1

Lima, May 5, 1971.

Dear Mr. Secretary: The fish came in the morning.

John Q. Roe

Ambassador
  1. Source: National Archives, RG 59, Central Files 1970–73, POL 1 PERU. No classification marking."""

UNDATED = """12. Memorandum From Roe to Doe1

Washington, undated.

On May 5 our men met. It was decided.

  1. Source: National Archives, RG 59, Peru, Vol. 3, January 1972–December 1973. Secret. Drafted on May 7, 1972."""

TYPED = "Washington, 5/3/12\n\nDear Roe:\n\nThe treaty of {year} was read aloud to the members, and nobody objected.\n"

TWICE = "12. Letter From Roe to Doe\n\n[Page 1]\n\nThe fish came.\n\nTab A\n\n[Page 1]\n\nThe fish went in the evening."


def body(text: str) -> str:
    """Return the body of the TEI of ``text``, without its line breaks."""
    tei = re.sub(r"\s*\n\s*", "", teiconv.to_tei(text).decode())
    return tei[tei.index("<body>") :]


def test_office_in_a_block_of_its_own_belongs_to_the_signature_above():
    assert re.search(r"<closer><signed>.*John Q\. Roe.*</signed><lb/><lb/>Ambassador</closer>", body(LETTER))


def test_undated_document_has_the_days_between_which_it_was_written():
    assert dict(teiconv.read_text(UNDATED).date.attributes) == {
        "notBefore": "1972-05-07",
        "notAfter": "1973-12",
        "cert": "medium",
    }


def test_short_year_is_of_the_century_that_the_text_tells():
    assert '<date when="2012-05-03">5/3/12</date>' in body(TYPED.format(year=2011))
    assert '<date when="1912-05-03">5/3/12</date>' in body(TYPED.format(year=1911))


def test_page_that_comes_twice_has_two_ids():
    assert re.findall(r'<pb n="1" xml:id="(\w+(?:-\d)?)"/>', body(TWICE)) == ["pg_1", "pg_1-2"]


def test_of_two_named_in_full_the_one_named_last_is_likelier():
    text = marked("Adam A. Smith met Zoe B. Smith.", "Smith agreed.")
    assert text.endswith("[Smith>??SZB1 SAA1] agreed.")
    text = marked("Zoe B. Smith met Adam A. Smith.", "Smith agreed.")
    assert text.endswith("[Smith>??SAA1 SZB1] agreed.")


def test_cell_that_a_line_break_cuts_is_one_cell():
    table = read_table(("Goods\t\tWeight\t\tYear", "Rice, white", "and brown\t\tten tons\t\t1971"))
    rows = [[flatten(cell.content) for cell in row.content] for row in table.content]
    assert rows == [["Goods", "Weight", "Year"], [f"Rice, white{OBJECT}and brown", "ten tons", "1971"]]
