"""Papers as printed collections, cabinets and agencies have them: what must be said of them, and what must not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from said_of_papers import check_paper, checks_of

PAPERS = {
    "name behind the last sentence": """\
R 141040Z FEB 77
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 4417
C O N F I D E N T I A L STRELSAU 0512

SUBJECT: NETS

1. SUMMARY: PRIME MINISTER SAYS THAT THE NETS ARE TORN.

2. TEXT BEING POUCHED. KESSEL

UNCLASSIFIED
""",
    "name behind a title at the end": """\
R 141040Z FEB 77
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 4417
C O N F I D E N T I A L STRELSAU 0512

SUBJECT: NETS

1. SUMMARY: PRIME MINISTER SAYS THAT THE NETS ARE TORN.

2. TEXT BEING POUCHED TO GEN. KESSEL
""",
    "signers in two columns": """\
                    UNITED STATES SENATE
                    WASHINGTON, D.C.

                    June 14, 1977

The President
The White House
Washington, D.C.

Dear Mr. President:

We write to express our concern about the nets of Ruritania, which were torn in May.

Sincerely yours,

Walter P. Dunmore                 Simon Marsh
United States Senator             United States Senator

Henry J. Moss                     Ruth Gray
United States Senator             United States Senator

cc: The Secretary of State
""",
    "signature for the Ambassador": """\
AIRGRAM

TO   : Department of State

FROM : Amembassy STRELSAU

The nets were torn. The harbor stays closed until October 15.

                                   For the Ambassador:

                                   Raymond Q. Marsh
                                   Counselor for Political Affairs

Enclosures:
    1. Communique of the Rector, September 27
    2. Press clippings

CONFIDENTIAL

FORM DS-323      FOR DEPT. USE ONLY
Drafted by: POL:JDMoss:ln 10/2/68
""",
    "signature below a sign": """\
OFFICE OF THE ASSISTANT SECRETARY OF DEFENSE

                                             In reply refer to:
                                             I-24411/69

                                             24 SEP 1969

MEMORANDUM FOR THE CHAIRMAN, JOINT CHIEFS OF STAFF

SUBJECT: Nets in Ruritania

(S) I concur in the memorandum. The nets should be mended before the agreement expires.

                                             /s/
                                             Warren Marsh
                                             Assistant Secretary

CF: Secretary of the Navy

SEC DEF CONT NR. X-5521

DOWNGRADED AT 3 YEAR INTERVALS;
DECLASSIFIED AFTER 12 YEARS
""",
    "distribution below a telegram": """\
FM STRELSAU
TO PRIORITY FCO
TELNO 212
OF 141630Z OCTOBER 86

1. FOREIGN MINISTER SAYS THAT THE NETS ARE TORN.

FENWICK

YYYY

MAIN 20
FISHERIES
WED
""",
    "date beside the number of a telegram": """\
INCOMING TELEGRAM          Department of State

CONFIDENTIAL                                          Control: 7341
                                                      Rec'd: JANUARY 2, 1958
FROM: STRELSAU

TO: Secretary of State

NO: 31, December 30, 6 p.m.

Saw the Foreign Minister this morning. He had not read our note of June 3.
""",
    "date beside a number long before the receipt": """\
INCOMING TELEGRAM          Department of State

CONFIDENTIAL                                          Control: 7341
                                                      Rec'd: JANUARY 2, 1958
FROM: STRELSAU

TO: Secretary of State

NO: 31, March 30, 6 p.m.

Saw the Foreign Minister this morning. He had not read our note of June 3.
""",
    "folder with its bounds": """\
Folder: Ruritania - Nets, 8/1/61 - 12/15/61
Box 155, Papers of President Roe, National Security Files

MEMORANDUM FOR THE RECORD

Subject: Nets

I told Mr. Poe that the nets were torn. He had a telegram of the 14th in the same sense.
""",
    "folder with its months": """\
Box 155, Folder: Ruritania, 8/61-1/62

MEMORANDUM FOR THE RECORD

I told Mr. Poe that the nets were torn. He had a telegram of the 14th in the same sense.
""",
    "folder with months of no year": """\
Box 155, Folder: Ruritania, 12/9999-12/9999

MEMORANDUM FOR THE RECORD

I told Mr. Poe that the nets were torn. He had a telegram of the 14th in the same sense.
""",
    "talk with its hour below the date": """\
TELCON
Secretary Roe/Amb. Poe
May 3, 1974
5:47 p.m.

R: Hello, Simon. Are the nets torn?

P: Mr. Secretary. They are, and nobody mends them.
""",
    "mail as machines date it": """\
From: Roe, Helen J
Sent: Fri Nov 12 06:58:03 2010
To: Poe, Simon
Subject: Nets

The nets are torn. His telephone is [redacted B6], and hers is [REDACTED - B6, B7C].
""",
    "date in the second column of a heading": """\
AIRGRAM

TO   : Department of State

FROM : Amembassy STRELSAU              DATE: October 3, 1968

SUBJECT : Nets

The nets were torn. The harbor stays closed until October 15.
""",
    "those present in two columns": """\
THE WHITE HOUSE
WASHINGTON

NATIONAL SECURITY COUNCIL MEETING

DATE:          April 18, 1984
SUBJECT:       Ruritania: Nets

PARTICIPANTS:

The President                       OMB:
The Vice President                     Mr. Simon Poe

The Vice President's Office:        CIA:
   Admiral Peter Marsh                 Mr. William Moss

State:                              JCS:
   Secretary Henry Gray                General John Voss
   Mr. Paul Reed

MINUTES

Mr. Poe opened the meeting. He said that the nets were torn.
""",
    "those present with their offices beside them": """\
MEMORANDUM OF CONVERSATION

DATE: May 3, 1964

PARTICIPANTS: Mr. Simon Poe        Deputy Director
              Mr. Peter Marsh      The Ambassador

They spoke of nets. Nobody mends them.
""",
    "summary with a colon below those present": """\
MEMORANDUM OF CONVERSATION

DATE: May 3, 1964

PARTICIPANTS: Mr. Simon Poe
              Mr. Peter Marsh

Summary:
The nets are torn, and nobody mends them

They spoke of nets. Nobody mends them.
""",
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
    "estimate": """\
SPECIAL NATIONAL INTELLIGENCE ESTIMATE

NUMBER 41-2-61

THE OUTLOOK FOR RURITANIA

Submitted by the
DIRECTOR OF CENTRAL INTELLIGENCE

THE PROBLEM

To estimate the situation in Ruritania.
""",
    "estimate without a subject": """\
SPECIAL NATIONAL INTELLIGENCE ESTIMATE

NUMBER 41-2-61

THE OUTLOOK

To estimate the situation in Ruritania.
""",
    "paper for a cabinet": """\
C. (56) 189
22nd July, 1956

CABINET

RURITANIA: FISHERIES

MEMORANDUM BY THE PRESIDENT OF THE BOARD OF TRADE

My colleagues will recall that the nets are torn.
""",
    "telegram of a French collection": """\
132

M. Bersonin, Ambassadeur de France à Strelsau,
à M. Rischenheim, Ministre des Affaires étrangères.

T. n° 4013 à 4016. Réservé.

Strelsau, 21 novembre 1937, 21 h. 30.

Les filets sont perdus.

Bersonin.
""",
    "participants of both sides": """\
THE WHITE HOUSE
WASHINGTON

MEMORANDUM OF CONVERSATION

SUBJECT:        Nets (U)

PARTICIPANTS:   Secretary John Roe
                William P. Doe, Assistant to the President for
                  National Security Affairs

                Prime Minister Anton Marburg
                Ambassador Rudolf Zenda

DATE:           May 17, 1983

The Secretary welcomed the Prime Minister and recalled the nets. (U)
""",
    "note with tabs": """\
10 December 1990

NOTE FOR:  John Roe
FROM:      Ellen Doe
VIA:       William Poe

SUBJECT:   Call to President Marburg

Attached are talking points for the President's call on Tuesday about the nets.

That you forward the talking points to the President.

Attachments
Tab A    Talking Points
Tab B    Nets

cc: Executive Secretariat
""",
    "airgram with its drafters": """\
AIRGRAM

TO     : Department of State
FROM   : Amembassy STRELSAU                 DATE: June 14, 1966

SUBJECT: Nets

1. The Senate voted on the nets, by 21 votes to 9, and on the boats.

MARBURG

Enclosures:
  1. Text of the law

POL:JRoe/ECON:EDoe:ab          6/13/66
""",
    "subject that is withheld": """\
MEMORANDUM FOR: The Director
FROM: John Roe
SUBJECT: Meeting with (b)(6) in Strelsau

On 14 March 1973 he said on the ships Hannah Gray and Two Brothers that the nets are torn.
""",
    "translation of an inclosure": """\
Count Rischenheim to Mr. Roe.

Legation of Ruritania,
Washington, March 4, 1871.

Mr. Secretary of State: I have the honor to transmit the paper of which I spoke.

Accept, &c.,

RISCHENHEIM.

To His Excellency Hon. Edgar Roe,
Secretary of State.

[Translation of inclosure.]

The Minister of Marine to Count Rischenheim.

Strelsau, February 11, 1871.

Monsieur le Comte: The nets are torn.

Receive, &c.,

BERSONIN.
""",
    "telegram on a form": """\
CONFIDENTIAL                                    Control: 8813
                                                Rec'd:   JULY 12, 1959
                                                         6:14 PM
FROM:  STRELSAU

TO:    Secretary of State

FOREIGN MINISTER TOLD ME THIS MORNING THAT THE NETS ARE TORN.

                                          MARBURG
MLK/5
""",
    "record with its participants": """\
Record of a Conversation between the Secretary for Fisheries and the Foreign Minister of Ruritania, \
held at the Board of Trade on 6 May 1982 at 10.30 a.m.

Those present:

Sir Anthony Hope
Mr J Roe

1. The Foreign Minister said that the nets were torn.
""",
    "files read off a scan": """\
MEMORANDUM FOR THE FlLES

SUBJECT:  Nets

On 14 March 1973 he said that the nets are torn.
""",
    "telegram of the Foreign Office": """\
CONFIDENTIAL

FM STRELSAU
TO PRIORITY FCO
TELNO 212
OF 141630Z OCTOBER 86
INFO ROUTINE WASHINGTON

SUMMARY

1. THE MINISTER TAKES OUR POINTS BUT OFFERS NOTHING.
""",
    "letter from Downing Street": """\
                                        10 DOWNING STREET

From the Private Secretary                         23 February 1983

Dear Roger,

    The Prime Minister was grateful for the minute of 21 February. She will see Mr. Roe on 12 April.

                                        Yours ever,

                                        John Doe
""",
    "despatch with its number in brackets": """\
No. 31.

Sir C. Roe to Viscount Doe.—(Received November 20.)

(No. 88. Secret.)
My Lord,                                   Strelsau, October 29, 1861.

I HAVE the honour to inclose a copy of a Memorandum on the nets.

I have, &c.
""",
    "letter marked in French": """\
L Confidentiel                              Strelsau, 18 octobre 1949

Monsieur le Conseiller fédéral,

J'ai l'honneur de vous dire que le Ministre de Suisse m'a reçu, avec le Ministre des Affaires étrangères.

Veuillez agréer l'assurance de ma haute considération.

Ch. Roe
""",
    "paper of a secretary of state in German": """\
Aufzeichnung des Staatssekretärs

Strelsau, den 3. August 1952

Das Kabinett tagt am Montag.
""",
    "ranks and excellencies": """\
MEMORANDUM OF CONVERSATION

PARTICIPANTS:
    H.E. Rudolf Rassendyll, Ambassador
    Mr. H.E. Moss
    Mr. D. S. LASKEY-JONES

SUBJECT: Nets

Ambassador Rassendyll said that he mends no nets.
""",
    "signature of a count": """\
Der Botschafter in Zenda an das Auswärtige Amt

Nr. 96                                    Zenda, den 4. März 1909

Die Netze sind zerrissen.

                                        Graf Bersonin
""",
    "extract from a diary": """\
Extract from the Diary of the Assistant Secretary

Tuesday, 8 August 1944

Lunch with the Minister.
""",
    "extract from a letter": """\
Extract from a Letter from Mr. Roe to Mr. Doe

Strelsau, August 8, 1944.

Lunch with the Minister.
""",
    "sums below a signature": """\
Mr. Roe to Mr. Doe.

Strelsau, April 17, 1888.

Sir: I have the honor to inclose a list of what was lost.

I have, etc.,
Edw. L. Roe.

[Inclosure.]

Mr. Moss to Mr. Roe.

Zenda, April 14, 1888.

Sir: These are the goods.

Cargo. Value.
Hides $1,200
Dyewood 340
""",
    "minutes in which a cabinet took note": """\
MINUTES of a Meeting of the Cabinet held at Strelsau on Thursday, 23rd June, 1966

The Foreign Secretary said that the Government would decide about the nets on the thirtieth of the month.

The Cabinet -

Took note.
""",
    "tab of a memorandum": """\
MEMORANDUM FOR DR. ROE

FROM: Rudolf Moss
DATE: July 3, 1970
SUBJECT: Nets

The nets are torn, and the Ambassador will say so when he comes on Friday.

Attachment:
    Tab A - Talking points

Tab A

TALKING POINTS

-- We mend nets.
""",
    "number above a note": """\
No. 418

The Embassy of Ruritania presents its compliments to the Ministry of Fisheries and has the honor to ask for nets.

Strelsau, December 2, 1971.
""",
    "letter to an esquire": """\
August 22, 1969

Paul T. Roe, Esq.
Director of Fisheries
Department of State

Dear Paul:

Thank you for yours of August 11. The nets are torn.

Sincerely,

Paul G. Moss
""",
}

SAID = """
name behind the last sentence | //signed | KESSEL
name behind the last sentence | //body//p[last()] | 2. TEXT BEING POUCHED.
name behind a title at the end | //signed |
signers in two columns | //signed | Walter P. Dunmore; Simon Marsh; Henry J. Moss; Ruth Gray
signers in two columns | //correspAction[@type='sent']/persName | \
Walter P. Dunmore; Simon Marsh; Henry J. Moss; Ruth Gray
signers in two columns | //correspAction[@type='received']/roleName | President
signers in two columns | //closer/salute | Sincerely yours,
signature for the Ambassador | //signed | Raymond Q. MarshCounselor for Political Affairs
signature for the Ambassador | //closer/seg[@type='attachments'] | \
Enclosures:1. Communique of the Rector, September 272. Press clippings
signature for the Ambassador | //closer/salute |
signature for the Ambassador | //trailer | CONFIDENTIAL
signature below a sign | //signed | Warren MarshAssistant Secretary
signature below a sign | //closer/seg[@type='copies'] | CF: Secretary of the Navy
signature below a sign | //correspAction[@type='sent']/persName | Warren Marsh
signature below a sign | //correspAction[@type='received']/roleName | CHAIRMAN, JOINT CHIEFS OF STAFF
signature below a sign | //opener/seg[@type='number'] | I-24411/69
distribution below a telegram | //signed | FENWICK
distribution below a telegram | //trailer | YYYY; MAIN 20FISHERIESWED
date beside the number of a telegram | //creation/date/@when | 1957-12-30T18:00:00
date beside the number of a telegram | //creation/date/@cert | medium
date beside the number of a telegram | //correspAction[@type='received']/date/@when | 1958-01-02
date beside a number long before the receipt | //creation/date |
folder with its bounds | //note[@type='source']/text() | \
Folder: Ruritania - Nets, 8/1/61 - 12/15/61; Box 155, Papers of President; , National Security Files
folder with its bounds | //creation/date/@notBefore | 1961-08-01
folder with its bounds | //creation/date/@notAfter | 1961-12-15
folder with its bounds | //creation/date/@cert | medium
folder with its months | //creation/date/@notBefore | 1961-08
folder with its months | //creation/date/@notAfter | 1962-01
folder with months of no year | //creation/date/@notBefore |
talk with its hour below the date | //creation/date | May 3, 1974 5:47 p.m.
talk with its hour below the date | //creation/date/@when | 1974-05-03T17:47:00
mail as machines date it | //creation/date/@when | 2010-11-12T06:58:00
mail as machines date it | //gap/desc | redacted B6; REDACTED - B6, B7C
mail as machines date it | //gap/@ana | B6; B6 B7C
date in the second column of a heading | //list[@type='from']/item | Amembassy STRELSAU
date in the second column of a heading | //list[@type='date']/head | DATE:
date in the second column of a heading | //creation/date/@when | 1968-10-03
those present in two columns | //person[@role='participant'] | \
President; Vice President; Simon Poe; Peter Marsh; William Moss; Henry Gray; John Voss; Paul Reed
those present in two columns | //item/seg[@type='group'] | OMB:; The Vice President's Office:; CIA:; State:; JCS:
those present in two columns | count(//list[@type='participants']/item) | 13
those present in two columns | count(//item[count(.//persName) > 1]) | 0
those present with their offices beside them | count(//list[@type='participants']/item) | 2
summary with a colon below those present | count(//list[@type='participants']/item) | 2
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
estimate | //titleStmt/title | THE OUTLOOK FOR RURITANIA
estimate | //term[@type='genre'] | special national intelligence estimate
estimate without a subject | //titleStmt/title | SPECIAL NATIONAL INTELLIGENCE ESTIMATE
paper for a cabinet | //titleStmt/title | RURITANIA: FISHERIES
paper for a cabinet | //term[@type='genre'] | memorandum
telegram of a French collection | //seg[@type='number'] | 132; T. n° 4013 à 4016. Réservé.
telegram of a French collection | //opener/dateline/date/@when | 1937-11-21T21:30:00
telegram of a French collection | //closer/signed | Bersonin.
participants of both sides | //person[@role='participant'] | John Roe; William P. Doe; Anton Marburg; Rudolf Zenda
participants of both sides | count(//list[@type='participants']) | 1
note with tabs | //correspAction[@type='sent']/persName | Ellen Doe
note with tabs | //correspAction[@type='received']/persName | John Roe
note with tabs | //closer/seg[@type='copies'] | cc: Executive Secretariat
note with tabs | count(//closer/seg[@type='attachments']) | 1
airgram with its drafters | //signed | MARBURG
airgram with its drafters | //closer/seg[@type='drafting'] | POL:JRoe/ECON:EDoe:ab 6/13/66
subject that is withheld | //titleStmt/title | Meeting with (b)(6) in Strelsau
subject that is withheld | //person[contains(., 'Gray')] |
translation of an inclosure | //signed | RISCHENHEIM.; BERSONIN.
translation of an inclosure | count(//div[@type='attachment']) | 1
telegram on a form | //correspAction[@type='sent']/orgName | STRELSAU
telegram on a form | //signed | MARBURG
telegram on a form | //closer/seg[@type='initials'] | MLK/5
record with its participants | //head[1]/roleName | Secretary for Fisheries; Foreign Minister of Ruritania
record with its participants | //list[@type='participants']/item | Sir Anthony Hope; Mr J Roe
record with its participants | //creation/date/@when | 1982-05-06T10:30:00
files read off a scan | //correspAction[@type='received'] |
ambassador without a name | //correspAction[@type='sent']/roleName | Botschafter in London
telegram of the Foreign Office | //correspAction[@type='received']/orgName | FCO
telegram of the Foreign Office | //creation/date/@when | 1986-10-14T16:30:00Z
telegram of the Foreign Office | //list[@type='number']/item | 212
letter from Downing Street | //div/@n |
letter from Downing Street | //body//head |
letter from Downing Street | //placeName |
letter from Downing Street | //creation/date/@when | 1983-02-23
despatch with its number in brackets | //creation/placeName | Strelsau
despatch with its number in brackets | //dateline/placeName | Strelsau
letter marked in French | //creation/placeName | Strelsau
letter marked in French | //person[contains(., 'Suisse') or contains(., 'Affaires')] |
paper of a secretary of state in German | //person |
ranks and excellencies | //standOff//forename | Rudolf; H. E.; D. S.
ranks and excellencies | //standOff//surname | Rassendyll; Moss; Laskey-Jones
signature of a count | //standOff//forename |
signature of a count | //standOff//surname | Bersonin
extract from a diary | //correspDesc |
extract from a letter | //correspAction[@type='sent']/persName | Roe
sums below a signature | //signed | Edw. L. Roe.
minutes in which a cabinet took note | //div[@type='section'] |
tab of a memorandum | //correspAction[@type='sent']/persName | Rudolf Moss
tab of a memorandum | //creation/date/@when | 1970-07-03
number above a note | //correspAction/orgName | Embassy of Ruritania; Ministry of Fisheries
letter to an esquire | //correspAction[@type='received']/persName | Paul T. Roe
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)


DAYS = st.from_regex(r"(1|12|13)/((1|31|32)/)?(0000|1961|9999|61)", fullmatch=True)
"""Days and months, of which some are in no calendar."""


@given(DAYS, DAYS)
def test_a_folder_of_any_days_or_months_is_read(first: str, last: str) -> None:
    check_paper(f"Box 155, Folder: Nets, {first}-{last}\n\nMEMORANDUM FOR THE RECORD\n\nThe nets are cut.\n")
