"""Papers from outside the series: cables, e-mails, releases and what else public files hold, in words of our own."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree
from said_of_papers import rows, texts_at, tree_of

import teiconv
from teiconv.errors import SourceError

PAPERS = {
    "cable of a new century": """\
R 042200Z FEB 07
FM AMEMBASSY QUITO
TO SECSTATE WASHDC
SUBJECT: SHRIMP

1. WE WAIT.

2. WE WRITE.
DOE
""",
    "cable with one paragraph": """\
R 091530Z MAY 70
FM AMEMBASSY GLENWOOD
TO SECSTATE WASHDC
BT
C O N F I D E N T I A L GLENWOOD 3381

SUBJECT: HARBOR

1. THE ENVOY HAS LEFT.
BT
""",
    "released memorandum": """\
Declassified F98-31
By XYZ, NARA, Date 6/17/02

MEMORANDUM FOR Helen Moss

FROM: Ruth Lake
SUBJECT: Reply to Mrs. Hill on Quito

The reply is at Tab B.
""",
    "number that is no year": """\
SECRET

2019 NON. AMLARK CAME BACK.

The nets were cut on Friday.
""",
    "marks of a release": """\
MEMORANDUM FOR THE CHIEF

Our friend, ██████, met an agent of [REDACTED] on 3 May.
(b)(3)

[9 lines excised] He was paid (2 lines deleted) and left. [11 words omitted] Then [a half line excised] came.

[Page 2 of 4 withheld in full]
""",
    "notes between strokes": """\
31. Telegram From the Embassy in Utopia to the Department of State/1/

Harbor, May 3, 1965, 4 p.m.

/1/Source: An Archives, RG 1, Central Files 1964-66, POL US-UTO. Secret.

12. The nets went on Friday./2/ Nobody saw them.

/2/Six nets.
""",
    "two of one surname": """\
Mr. Poe to Mr. Fish.

Lisbon, May 4, 1872.

Sir: I wrote to Mr. A. B. Fish on Friday, and to Mr. C. D. Fish on Sunday. Mr. Fish has not written.

I have the honor to be, sir, your obedient servant,
EDWARD POE.
""",
    "no persons": """\
007 by Emboffs

2 Privy Seal.

The nets reached Honolulu. NW 61234 DocId: 31111111 Page 5. HARBOR MASTER LEFT.
""",
    "hanging bullets": """\
MEMORANDUM FOR THE FILES

DATE: May 5, 1953

The house wants two things:

    • Sell the nets
      with the boats.
    • Stay here.
""",
    "number before a date": "PAPER\nBox, (171-2055) 5/14/65\nFX-88\n",
    "e-mail with an empty line": """\
From: Ruth Lake
Sent: Friday, May 8, 2009 3:15 PM

To:
Cc: Helen Moss
Subject: Nets

See above.
""",
    "e-mail with surnames first": """\
From: Ruth Lake <laker@example.gov>
Sent: Monday, June 7, 2010 8:02 AM
To: Moss, Helen K
Cc: Hill, Mary; Reed, Paul
Subject: Nets in Quito

They are cut.
""",
    "two who send": "TO: The Secretary\nFROM: EUR - Helen Moss and PM - Paul Reed\nSUBJECT: Nets\n\nWe wait.\n",
    "notes from 0": """\
22. Memorandum From Paul Reed to the Secretary of State0

Washington, June 5, 1962.

The board sat once.1

  0. Source: Department of State, Net Files. Secret.
  1. On June 2.
""",
    "no blank lines": """\
71. Transcript of a Telephone Conversation Between Paul Reed and Ruth Lake1
R: Is it done?
L: Not quite.
R: When, then?
L: On Friday.
""",
    "numbered summary": """\
1. NET TALKS TO END THE ENVOY TOLD US THAT TALKS WOULD END IN JUNE. (CONFIDENTIAL) QUITO 311.

2. SALT DUTIES THE DUTIES FELL IN MAY. (CONFIDENTIAL) LIMA 908.
HOLMES
""",
    "routing lines": """\
VZCZCXRO4321
PP RUEHCC RUEHDD
DE RUEHXY #0207/01 1391500
ZNY CCCCC ZZH
P 191500Z MAY 79
FM AMEMBASSY HARBOR
TO RUEHC/SECSTATE WASHDC PRIORITY 4411
INFO RUEHBUL/AMEMBASSY QUITO 0031
C O N F I D E N T I A L SECTION 01 OF 02 HARBOR 000207

SIPDIS

E.O. 12065: GDS
TAGS: PGOV
SUBJECT: NETS

1. (C) THE NETS ARE CUT.
HOLMES
""",
    "leading tabs": """\
Title: From Arthur Poe to the Lisbon Post, 4 May 1811
From: Poe, Arthur
To: Lisbon Post


\t\tSirs,
\t\tPorto, May 4, 1811.

\t\tOn the 2d of May I left
for Porto with a friend.

\t\tArthur Poe.
""",
    "stamps on every page": """\
UNCLASSIFIED U.S. Department of State Case No. F-2015-9 Doc No. C0999 Date: 11/20/2016

MEMORANDUM FOR THE SECRETARY

FROM:      Ruth Lake

The nets are cut.

UNCLASSIFIED U.S. Department of State Case No. F-2015-9 Doc No. C0999 Date: 11/20/2016
\f""",
}

SAID = """
cable of a new century | //*[@when]/@when | 2007-02-04T22:00:00Z
cable of a new century | //creation/date/@cert | medium
cable with one paragraph | //note[@n] |
cable with one paragraph | //body//p | 1. THE ENVOY HAS LEFT.
cable with one paragraph | //body//trailer | BT
cable with one paragraph | //seg[@type='classification'] | C O N F I D E N T I A L GLENWOOD 3381
released memorandum | //creation |
released memorandum | //fw[@type='stamp'] | Declassified F98-31; By XYZ, NARA, Date 6/17/02
released memorandum | //correspAction[@type='sent'] | Ruth Lake
released memorandum | //correspAction[@type='received'] | Helen Moss
number that is no year | //date |
number that is no year | //body//placeName |
marks of a release | //gap/@reason | redacted; redacted; redacted; redacted; omitted; redacted; redacted
marks of a release | //gap/@quantity | 9; 2; 11; 0.5; 1
marks of a release | //gap[desc='REDACTED']/@ana | (b)(3)
notes between strokes | //note/@n | 1; 2
notes between strokes | //msIdentifier/repository | An Archives
notes between strokes | //correspAction[@type='received'] | Department of State
two of one surname | count(//standOff//person[persName/surname='Fish']) | 2
two of one surname | //correspAction[@type='received']/persName/@cert | low
no persons | //persName |
hanging bullets | //body//list[not(@type)]/item | Sell the netswith the boats.; Stay here.
number before a date | //creation/date | 5/14/65
e-mail with an empty line | //correspAction[@type='sent']/persName | Ruth Lake
e-mail with an empty line | //correspAction[@type='sent']/date/@when | 2009-05-08T15:15:00
e-mail with an empty line | //titleStmt/title | Nets
e-mail with surnames first | //correspAction[@type='received'] | Moss, Helen K
e-mail with surnames first | //list[@type='copies']//persName | Hill, Mary; Reed, Paul
two who send | //correspAction[@type='sent']/persName | Helen Moss; Paul Reed
notes from 0 | //note/@n | 0; 1
notes from 0 | //note[@n='0']/@type | source
notes from 0 | //correspAction[@type='received'] | Secretary of State
no blank lines | count(//body//p) | 4
no blank lines | //rs[@type='speaker'] | R; L; R; L
numbered summary | //body//head |
numbered summary | count(//body//p) | 2
numbered summary | //signed | HOLMES
routing lines | //correspAction[@type='sent']/orgName | AMEMBASSY HARBOR
routing lines | //correspAction[@type='received']/orgName | SECSTATE WASHDC
routing lines | //titleStmt/title | NETS
leading tabs | //table |
leading tabs | //correspAction[@type='sent']/persName | Poe, Arthur
leading tabs | //signed | Arthur Poe.
stamps on every page | count(//fw[@type='stamp']) | 2
stamps on every page | //correspAction[@type='received'] | SECRETARY
"""


@cache
def paper(name: str) -> etree._Element:
    return tree_of(PAPERS[name])


@pytest.mark.parametrize(("name", "path", "expected"), rows(SAID))
def test_what_is_said_of_a_paper(name: str, path: str, expected: str) -> None:
    texts = texts_at(paper(name), path)
    wanted = expected.split("; ") if expected else []
    assert texts == wanted or (path.endswith("@when") and set(texts) == set(wanted))


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_valid_and_comes_back(name: str) -> None:
    tei = teiconv.to_tei(PAPERS[name])
    assert teiconv.to_text(tei) == PAPERS[name]
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []


def test_a_correction_of_others_is_read_once() -> None:
    tei = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>N</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>
<div type="document" n="4" xml:id="d4"><head>4. Letter</head>
<p>The nets <choice><sic>wass</sic><corr>were</corr></choice> cut.</p></div></body></text></TEI>"""
    assert "The nets were cut." in teiconv.to_text(tei)


def test_a_web_page_is_no_text() -> None:
    with pytest.raises(SourceError, match="HTML"):
        teiconv.to_tei("<!DOCTYPE html><html><body><p>The nets are cut.</p></body></html>")
