"""Papers as printed collections, cabinets and agencies have them: what must be said of them, and what must not."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree
from said_of_papers import rows, texts_at, tree_of

import teiconv

PAPERS = {
    "number over the file number": """\
No. 31
890F.6363/3–2952

Memorandum by the Assistant Secretary of State for Fisheries (Poe) to the Secretary of State

secret
[Washington,] March 29, 1952.

The nets are torn.11 Nobody mends them.12

  11. See telegram 18 from Port Rudolf, March 20.
  12. Not printed.
""",
    "number below the classification": """\
740.00119 EAC/4–1845

The Ambassador in Ruritania (Poe) to the Secretary of State

secret
No. 22481

Strelsau, April 18, 1945.
[Received April 25.]

Sir: The nets are torn.
""",
    "notes in disorder": """\
Mr. Roe to Mr. Doe

Legation of the United States,
Strelsau, July 4, 1899.

Sir: The council has declined1 my note of June 3.2

I have, etc.,

Edgar A. Roe.

[Inclosure 1.]

Mr. Roe to Mr. Poe.

Legation of the United States,
Strelsau, June 3, 1899.

Mr. President: I have the honor to propose a treaty.3

I avail, etc.,

Edgar A. Roe.

  3. See Foreign Relations, 1898, p. 901.
  1. Inclosure 2, not printed.
  2. Inclosure 1.
""",
    "visit of a gentleman": """\
248

NOTE DE LA DIRECTION POLITIQUE

Visite de M. Rassendyll

N.

Paris, 15 juillet 1960.

Le ministre est attendu le 29 juillet. M. Rassendyll a accepté.
""",
    "ambassador without a name": """\
Nr. 215

Der Botschafter in London an das Auswärtige Amt

Telegramm

London, den 11. September 1936

Die Netze sind zerrissen.
""",
}

SAID = """
number over the file number | //div/@n | 31
number over the file number | //note[@type='source'] | 890F.6363/3–2952
number over the file number | //titleStmt/title | \
Memorandum by the Assistant Secretary of State for Fisheries (Poe) to the Secretary of State
number over the file number | //creation/date/@when | 1952-03-29
number over the file number | //person | Poe
number below the classification | //creation/date/@when | 1945-04-18
number below the classification | //creation/placeName | Strelsau
number below the classification | //keywords/term[@type='classification'] | Secret
notes in disorder | //signed | Edgar A. Roe.
visit of a gentleman | //person | Rassendyll
ambassador without a name | //person |
ambassador without a name | //correspAction[@type='sent']/roleName | Botschafter in London
"""


@cache
def paper(name: str) -> etree._Element:
    return tree_of(PAPERS[name])


@pytest.mark.parametrize(("name", "path", "expected"), rows(SAID))
def test_what_is_said_of_a_paper(name: str, path: str, expected: str) -> None:
    texts = texts_at(paper(name), path)
    wanted = expected.split("; ") if expected else []
    assert texts == wanted or ("/@" in path and set(texts) == set(wanted))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_valid_and_comes_back(name: str) -> None:
    tei = teiconv.to_tei(PAPERS[name])
    assert teiconv.to_text(tei) == PAPERS[name]
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []
