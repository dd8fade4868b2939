"""Small papers of the kinds that are known to go wrong: what must not be said of them, and what must."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

import teiconv

PAPERS = {
    "number below the recipient": """\
TELEGRAM

FROM: Strelsau
TO: SecState
NR: 845, February 16

Minister says boats will be freed tomorrow.
""",
    "way of the paper": """\
FROM: Rudolf Rassendyll
TO: The Secretary, through S/S
SUBJ: Nets

Nothing new.
""",
    "office below a name": """\
MEMORANDUM FOR: The Honorable Rudolf Rassendyll
                Assistant Secretary of State for Harbors
SUBJECT       : Nets

1. The nets are cut.

                                   Helen Moss
                                   Deputy Director
""",
    "importance of a mail": """\
From: Moss, Helen
Sent: Mon 5/4/1998 5:33 PM
To: Reed, Paul; Hill, Mary B
Subject: RE: Nets
Importance: High

See below.
""",
    "mail of the net": """\
From: Helen Moss <moss@x.org>
Date: Tue, 5 May 1998 10:11:12 -0400
To: "Reed, Paul" <reed@x.org>, Ann Brown <brown@x.org>
Subject: Nets

The nets are cut.
""",
    "sentence in capitals with a date": """\
P 032145Z NOV 03
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC
SUBJECT: NETS

1. TALKS WERE HELD ON 22 OCTOBER 2003.
MOSS
""",
    "date above the heading lines": """\
12 Nov 1963

From: Helen Moss
To: Paul Reed
Re: Nets

Enclosed is the letter.

ENCLOSURE

Strelsau, 4 May 1961

Dear Paul:

We pay.
""",
    "stamp of several lines": """\
UNCLASSIFIED
U.S. Department of State
Case No. F-2001-00123
Doc No. C05123456
Date: 03/04/2013

RELEASED IN FULL

ACTION MEMORANDUM

TO:   The Secretary
FROM: ARA - Helen Moss

Whether to sell nets.
""",
    "stamp of two lines and a full one": """\
UNCLASSIFIED
U.S. Department of State
Case No. F-2001-00123  Doc No. C05123456  Date: 03/04/2013

SECRET

ACTION MEMORANDUM

TO:   The Secretary
FROM: ARA - Helen Moss

Whether to sell nets.
""",
    "stamps beside the signature": """\
Declassified in Part - Sanitized Copy Approved for Release 2012/05/04: CIA-RDP90-00552R000

MEMORANDUM FOR:  Mr. Paul Reed
SUBJECT       :  Nets

1.  Attached is the paper.

                         Helen Moss
                             Director

STAT
""",
    "title of several lines": """\
NSC 5613/1
September 25, 1956

NOTE BY THE EXECUTIVE SECRETARY
TO THE COUNCIL
ON
POLICY TOWARD RURITANIA

The Council adopted the policy.
""",
    "copies below a name": """\
MEMORANDUM FOR THE SECRETARY OF STATE

The President has decided.

                              Helen Moss

cc: The Secretary of Defense
    The Director of Nets
""",
    "distribution below a name": """\
Memorandum for the Director

The agent met nobody.

                                        Helen Moss
                                        Chief, WH

Distribution:
1 - Director
2 - File
""",
    "number with a full stop": """\
Mr. Moss to Mr. Reed.

No. 300.

Department of State,
Washington, June 3, 1862.

Sir: I transmit a copy of a note.

I am, sir, your obedient servant,
HENRY MOSS.
Mr. Hill to Mr. Moss.

Navy Department, June 1, 1862.

Sir: The ship has sailed.

Very respectfully,
GIDEON HILL.
""",
    "addressee above a postscript": """\
Mr. Moss to Mr. Reed.

No. 301.

Department of State,
Washington, June 3, 1862.

Sir: I transmit a copy.

I am, sir, your obedient servant,
HENRY MOSS.
Paul Francis Reed, Esq., &c., &c., &c.

P. S.—I send also the map.
""",
    "number above a note of the editors": """\
No. 10

Editorial Note

On May 5 the Minister resigned.
""",
    "number above a title": """\
No. 11

Memorandum by the Assistant Secretary of State (Moss) to the Secretary of State1

[Washington,] May 3, 1952.

We wait.

  1. Drafted by Reed.
""",
    "assistant to a secretary": """\
33. Memorandum by the Special Assistant to the Secretary of State (Moss)1

Washington, May 3, 1956.

Nets are needed.

  1. Source: Eisenhower Library.
""",
    "numeral of a note that is missing": """\
15. Memorandum From the Director1

[Source: Central Archives, Job 80–1, Box 3. Secret. 6 pages not declassified.]
""",
    "notice over a hyphen": """\
14. Memorandum From the Director

Strelsau, May 4, 1968.

The payment of [less than 1 line of source text not declassi-
fied] was made.
""",
    "date in the second column": """\
TO : Mr. Moss                    DATE: 5/3/65
FROM : Mr. Reed
SUBJECT: Nets

Re Strelsau letter 4/3/65.
""",
    "group of a telegram": """\
FOR THE AMBASSADOR

DTG: 031523Z MAY 65
TO: STRELSAU 845

You should see the Minister.
""",
    "prompt in place of a name": """\
MEMORANDUM FOR: SEE DISTRIBUTION
FROM: Office of the Secretary
SUBJECT: Nets

Fishing is closed.
""",
    "form of a report": """\
SUBJECT: Harbor survey, 1962-1963
REPORT NO. 00-B-3,045,112
DATE DISTR. 14 MAY 1963
NO. PAGES 3

1. The harbor is deep.
""",
    "sections with numbers": """\
1. Introduction

The paper has two parts.

2. Findings

The nets are safe.
""",
    "number of a note": """\
No. 45

The Embassy presents its compliments to the Ministry and has the honor to refer to its note No. 12 of April 3, 1965.
""",
    "paper of a day": """\
From the Strelsau Post, May 3, 1965

RURITANIA SEIZES NETS

STRELSAU, May 2 - Two nets were seized.
""",
    "office on two lines": """\
Dear Senator Reed:

Thank you for your letter of March 1, 2011.

Sincerely,

Peter A. Moss
Acting Assistant Secretary
Legislative Affairs
""",
    "addressee below the signature": """\
Mr. President:

You asked for the figures. They are below.

Respectfully,

Henry Moss
Secretary of State

The President,
    The White House.
""",
    "treaty with seals": """\
AGREEMENT ON THE USE OF THE HARBOR

The two Governments have agreed as follows:

The harbor shall be open.

Done at Strelsau, this third day of May, 1921, in two copies.

[SEAL] HENRY MOSS
[SEAL] PAUL REED
""",
    "proclamation": """\
BY THE PRESIDENT OF THE UNITED STATES OF AMERICA.

A PROCLAMATION.

Now, therefore, be it known that I, Henry Moss, have caused the treaty to be made public.

Done at the city of Strelsau this fifth day of June, in the year of our Lord one thousand eight hundred and ninety-one.

[SEAL.]

Henry Moss.

By the President:
Paul G. Reed,
Secretary of State.
""",
    "hour before the date": """\
PRIORITY
SECRET
FROM: COMNAVSOUTH
ACTION: CNO
INFO: CINCLANT
0517Z 3 May 62

Ships will sail.
""",
    "close with brackets": """\
The Minister in Ruritania (Moss) to the Secretary of State

No. 45

Strelsau, May 3, 1925.
[Received May 20.]

Sir: I have the honor to enclose a copy of a note.

I have [etc.]
Henry Moss

[Enclosure—Translation]

The Minister for Foreign Affairs (Reed) to the American Minister (Moss)

Strelsau, May 1, 1925.

Mr. Minister: I have the honor.
""",
    "title above a remark": """\
Extracts from a Report on the Trade of Ruritania.

[Translation.]

Consulate of the United States,
Strelsau, December 31, 1876.

Trade has fallen.
""",
    "number and dateline in one line": """\
Mr. Moss to Mr. Reed

No. 12.] Department of State, Washington, May 3, 1865.

Sir: Yours of the 12th ultimo has been received.

I am, sir, your obedient servant,
HENRY MOSS.
""",
    "mail that forwards another": """\
From: Moss, Helen J
To: H
Subject: Fw: Nets

Fyi

From: Reed, Paul B (WHA)
Sent: Thursday, May 06, 2010 08:11 AM
To: Moss, Helen J
Subject: Nets

The talks are on Sunday.
""",
    "marking beside the date": """\
UNCLASSIFIED                         May 3, 1985

INFORMATION MEMORANDUM

TO:      The Secretary

FROM:    STEPHEN MOSS

SUBJECT: Nets

Talks have begun.
""",
    "initials of a typist": """\
Dear Mr. Secretary:

I am writing about the nets.

Very truly yours,

HENRY MOSS

HM/ab
Enclosure
""",
    "meeting of a group": """\
MEETING OF THE NETS GROUP
May 3, 1973
Time and Place: 3:00 p.m., White House Situation Room
Subject: Nets
Participants:
Chairman - Henry A. Moss
State - Paul Reed

It was agreed that State would draft a cable.
""",
    "letter in French": """\
Ministère des affaires étrangères

Paris, le 4 mai 1951

Monsieur l'Ambassadeur,

J'ai l'honneur de vous faire connaître que le Gouvernement a décidé de signer le traité. Veuillez agréer, Monsieur
l'Ambassadeur, les assurances de ma haute considération.

Jean Roux
""",
    "letter in German": """\
Auswärtiges Amt

Berlin, den 4. Mai 1951

Sehr geehrter Herr Botschafter!

Ich habe die Ehre, Ihnen mitzuteilen, dass die Regierung den Vertrag unterzeichnet und auf die Antwort wartet.

Hans Roth
""",
    "house number above the date": """\
100 Nassau Street
New York

May 5, 1951

Dear Mr. Reed:

The boats came back last night and the crews were paid in full by the agent of the company.

Sincerely yours,

Henry Moss
""",
    "house number over the date": """\
1214 Vermont Ave.,
Jan. 9, 1891.

Dear Mr. Secretary,

Colonel Reed dined with us last night. The treaty will be called up Monday.

Faithfully yours,
Henry A. Moss
""",
    "signals of the operators": """\
O 021145Z NOV 79 ZFF-4
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC NIACT IMMEDIATE 4471
C O N F I D E N T I A L SECTION 01 OF 02 STRELSAU 01893

SUBJECT: NETS

1. THE NETS ARE CUT.
MOSS
""",
    "banner of a release": """\
UNCLASSIFIED

PAGE 01  STRELSAU  00412  01 OF 02  051212Z

O 051145Z NOV 79
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC

C O N F I D E N T I A L STRELSAU 0412

SUBJECT: NETS

1. THE NETS ARE CUT.
MOSS
""",
    "exemptions above a cable": """\
RELEASED IN PART
B1, 1.4(D)

O 051145Z NOV 79
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC
SUBJECT: NETS

1. THE NETS ARE CUT.
MOSS
""",
    "exemption in a mail": """\
From: Moss, Helen
Sent: Mon 5/4/1998 5:33 PM
To: Reed, Paul
Subject: Nets

B6

The nets are cut, and the boats will not go out this week.
""",
    "piece of an archive": """\
FO 371/104177

British Embassy,
Washington, D.C.

5 May 1953

Dear Reed,

The boats came back last night and the crews were paid in full by the agent of the company.

Henry Moss
""",
    "box of a library": """\
HARRY S. TRUMAN LIBRARY
Papers of John Alton
Box 14, Folder: Boats

MEMORANDUM OF CONVERSATION

May 5, 1951

The boats came back last night.
""",
    "ministry and direction": """\
MINISTÈRE DES AFFAIRES ÉTRANGÈRES
Direction Politique

Paris, le 5 mai 1951

Je vous ai dit que les bateaux sont dans le port et que la compagnie a payé.

Jean Roux
""",
    "undated below the text": """\
To: Reed
From: Moss

He says the boats came back last night and the crews were paid in full by the agent, and he agrees.

Undated

W.R.T.
""",
    "enclosure with its dateline": """\
MEMORANDUM

May 5, 1951

I enclose a letter, which tells you what you wish to know about the boats and the crews of the company.

HENRY MOSS.

[Inclosure.]

Lisbon, August 9, 1872.

SIR: The boats came back last night and the crews were paid in full by the agent of the company.
""",
    "remark above a telegram": """\
[Telegram.]

Department of State,
Washington, May 5, 1891.

The boats came back last night and the crews were paid in full by the agent of the company.
""",
    "remark in capitals": """\
CIRCULAR.

DEPARTMENT OF STATE,                         Washington, May 5, 1891.

The boats came back last night and the crews were paid in full by the agent of the company.
""",
    "paper to the record": """\
TO THE RECORD

May 5, 1951

The boats came back last night.
""",
    "note with a sign": """\
MEMORANDUM

He wrote a note.[1] It recalls the Treaty.*

[1] Not printed.
* Signed at Strelsau, 1836.
""",
    "raised figures": """\
MEMORANDUM

He wrote a note.¹ It recalls the Treaty.²

¹ Not printed.
² Signed at Strelsau, 1836.
""",
    "marking beside the number": """\
AIRGRAM

A-317                          LIMITED OFFICIAL USE

TO     : Department of State
FROM   : Amembassy STRELSAU
SUBJECT: Boats

The boats came back last night and the crews were paid in full by the agent of the company.

Henry Moss

cc: Mr. Reed

SECRET
Declassify on: OADR
""",
    "telcon": """\
TELCON
Mr. Moss/Mr. Reed
May 5, 1971

M: The boats came back.
""",
    "table with tabs": """\
MEMORANDUM

The ships are:

Ship\tFlag\tTons
Mary\tBrit.\t200
Ann\tU.S.\t300

The end of it all.
""",
}

SAID = """
number below the recipient | //correspAction[@type='received'] | SecState
way of the paper | //correspAction[@type='received'] | Secretary
office below a name | count(//correspAction[@type='received']/*) | 1
office below a name | //correspAction[@type='received']//roleName | Assistant Secretary of State for Harbors
importance of a mail | //titleStmt/title | RE: Nets
importance of a mail | //creation/date/@when | 1998-05-04T17:33:00
mail of the net | //creation/date/@when | 1998-05-05T10:11:00-04:00
mail of the net | //correspAction[@type='received']/persName | Reed, Paul; Ann Brown
sentence in capitals with a date | //body//placeName |
sentence in capitals with a date | //body//p | 1. TALKS WERE HELD ON 22 OCTOBER 2003.
date above the heading lines | //note |
date above the heading lines | //creation/date/@when | 1963-11-12
date above the heading lines | //correspAction[@type='sent']/persName | Helen Moss
stamp of several lines | count(//fw[@type='stamp']) | 6
stamp of several lines | //seg[@type='classification'] |
stamp of several lines | //titleStmt/title | ACTION MEMORANDUM
stamp of two lines and a full one | count(//fw[@type='stamp']) | 3
stamp of two lines and a full one | //seg[@type='classification'] | SECRET
stamps beside the signature | //correspAction[@type='sent']/persName | Helen Moss
stamps beside the signature | //fw//persName |
title of several lines | //titleStmt/title | NOTE BY THE EXECUTIVE SECRETARY TO THE COUNCIL ON POLICY TOWARD RURITANIA
title of several lines | //seg[@type='letterhead'] | NSC 5613/1
copies below a name | //signed | Helen Moss
distribution below a name | //seg[@type='copies'] | Distribution:1 - Director2 - File
distribution below a name | //closer/signed | Helen MossChief, WH
number with a full stop | //correspAction[@type='sent']/persName | Moss
number with a full stop | //div[@type='attachment']/head | Mr. Hill to Mr. Moss.
addressee above a postscript | //signed | HENRY MOSS.
addressee above a postscript | //div[@type='attachment'] |
addressee above a postscript | //correspAction[@type='sent']/persName | Moss
number above a note of the editors | //div/@subtype | editorial-note
number above a note of the editors | //div/@n | 10
number above a title | //note[@type='source'] |
number above a title | //div/@n | 11
assistant to a secretary | //correspAction[@type='received'] |
assistant to a secretary | //author/persName/roleName | Special Assistant to the Secretary of State
numeral of a note that is missing | //correspAction[@type='sent']/roleName | Director
numeral of a note that is missing | //gap/@extent | 6 pages
notice over a hyphen | //gap/@atMost | 1
date in the second column | //creation/date/@when | 1965-05-03
group of a telegram | //creation/date/@when | 1965-05-03T15:23:00Z
prompt in place of a name | //correspAction[@type='received'] |
form of a report | //creation/date/@when | 1963-05-14
form of a report | //titleStmt/title | Harbor survey, 1962-1963
sections with numbers | //div[@type='document']/@n |
number of a note | //div/@n |
paper of a day | //placeName |
office on two lines | //correspAction[@type='sent']/persName | Peter A. Moss
addressee below the signature | //signed | Henry MossSecretary of State
addressee below the signature | //seg[@type='addressee'] | The President,The White House.
treaty with seals | //creation/date/@when | 1921-05-03
treaty with seals | //correspDesc |
proclamation | //creation/date/@when | 1891-06-05
proclamation | //correspDesc |
proclamation | //signed | Henry Moss.; Paul G. Reed,Secretary of State.
hour before the date | //creation/date/@when | 1962-05-03
hour before the date | //placeName |
close with brackets | //div[@type='text']/closer/signed | Henry Moss
title above a remark | //note |
title above a remark | //body//head | Extracts from a Report on the Trade of Ruritania.
number and dateline in one line | //body//placeName | Department of State, Washington,
mail that forwards another | //correspAction[@type='sent']/persName | Moss, Helen J
mail that forwards another | //creation |
marking beside the date | //placeName |
marking beside the date | //correspAction[@type='sent']/persName | STEPHEN MOSS
initials of a typist | //signed | HENRY MOSS
meeting of a group | count(//list[@type='participants']/item) | 2
letter in French | //language/@ident | fr
letter in French | //creation/placeName | Paris
letter in German | //language/@ident | de
letter in German | //creation/date/@when | 1951-05-04
letter in German | //standOff//surname | Roth
house number above the date | //div/@n |
house number above the date | //seg[@type='letterhead'] | 100 Nassau Street; New York
house number above the date | //correspAction[@type='sent']/persName | Henry Moss
house number over the date | //div/@n |
house number over the date | //creation/date/@when | 1891-01-09
signals of the operators | //creation/date/@when | 1979-11-02T11:45:00Z
signals of the operators | //correspAction[@type='sent']/orgName | AMEMBASSY STRELSAU
signals of the operators | //term[@type='classification'] | Confidential
signals of the operators | //titleStmt/title | NETS
banner of a release | //term[@type='classification'] | Confidential
exemptions above a cable | //fw[@type='stamp'] | RELEASED IN PART; B1, 1.4(D)
exemptions above a cable | //titleStmt/title | NETS
exemption in a mail | //fw[@type='stamp'] | B6
exemption in a mail | //div[@type='section'] |
piece of an archive | //note[@type='source'] | FO 371/104177
piece of an archive | //seg[@type='letterhead'] | British Embassy,Washington, D.C.
piece of an archive | //correspAction[@type='sent']/persName | Henry Moss
box of a library | //note[@type='source'] | HARRY S. TRUMAN LIBRARYPapers of John AltonBox 14, Folder: Boats
box of a library | //body//head | MEMORANDUM OF CONVERSATION
ministry and direction | //seg[@type='letterhead'] | MINISTÈRE DES AFFAIRES ÉTRANGÈRESDirection Politique
ministry and direction | //creation/placeName | Paris
undated below the text | //div[@type='section'] |
enclosure with its dateline | count(//div[@type='attachment']) | 1
enclosure with its dateline | //div[@type='attachment']//dateline | Lisbon, August 9, 1872.
remark above a telegram | //titleStmt/title | [Untitled]
remark above a telegram | //seg[@type='remark'] | [Telegram.]
remark above a telegram | //term[@type='genre'] | telegram
remark in capitals | //body//head |
remark in capitals | //term[@type='genre'] | circular
remark in capitals | //creation/placeName/text() | DEPARTMENT OF STATE, Washington
paper to the record | //term[@type='genre'] |
marking beside the number | //term[@type='classification'] | Limited Official Use
marking beside the number | //fw[@type='footer'] | SECRET; Declassify on: OADR
marking beside the number | //signed | Henry Moss
telcon | //body//head | TELCON
telcon | //term[@type='genre'] | telcon
telcon | //seg[@type='letterhead'] |
table with tabs | //row[2]/cell | Mary; Brit.; 200
table with tabs | count(//row) | 3
note with a sign | //note | [1]Not printed.; *Signed at Strelsau, 1836.
note with a sign | //note/@n | 1; *
raised figures | //note/@n | 1; 2
"""


@cache
def paper(name: str) -> etree._Element:
    root = etree.fromstring(teiconv.to_tei(PAPERS[name]))
    for node in root.iter():
        node.tag = etree.QName(node).localname if isinstance(node.tag, str) else node.tag
    return root


def _said() -> list[tuple[str, ...]]:
    return [
        tuple(field.strip() for field in line.split(" | "))
        for line in SAID.replace("|\n", "| \n").strip("\n").split("\n")
    ]


@pytest.mark.parametrize(("name", "path", "expected"), _said())
def test_what_is_said_of_a_paper(name: str, path: str, expected: str) -> None:
    found = paper(name).xpath(path)
    nodes = found if isinstance(found, list) else [f"{found:.0f}"]
    texts = [" ".join((node if isinstance(node, str) else "".join(node.itertext())).split()) for node in nodes]
    assert texts == (expected.split("; ") if expected else [])


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_valid_and_comes_back(name: str) -> None:
    tei = teiconv.to_tei(PAPERS[name])
    assert teiconv.to_text(tei) == PAPERS[name]
    assert [problem for problem in teiconv.validate(tei) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    "words",
    [
        "NAC Document 59–191",
        "NSC Document 5412",
        "C–M Document 3",
        "Council Document 12",
        "Sec. Doc. 15",
        "OAS Document 44",
    ],
)
def test_the_document_of_another_series_is_no_reference(words: str) -> None:
    tei = teiconv.to_tei(f"20. Editorial Note\n\nSee {words}. See Document 14. Possibly Document 15.\n").decode()
    assert tei.count("<ref ") == 2
