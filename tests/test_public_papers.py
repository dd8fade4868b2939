"""Papers of public files, 1945 to 2016, as archives release them: what must be said of them, and what must not."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "stamp with the date of the release": """\
MEMORANDUM OF TELEPHONE CONVERSATION

SUBJECT:       Nets (U)

PARTICIPANTS:  The President
               Prime Minister Anton Marburg

DATE, TIME     October 30, 1990, 9:05 - 9:14 a.m. EST
AND PLACE:     The Oval Office

The President: How are the nets? (U)

Prime Minister Marburg: They are cut. (U)

CONFIDENTIAL
Declassify on: OADR

DECLASSIFIED
PER E.O. 13526
2009-0275-MR
12/28/10 KDE
""",
    "scan of a library": """\
File scanned from the National Security Adviser's Conversations at the Gerald R. Ford Presidential Library

MEMORANDUM

THE WHITE HOUSE
WASHINGTON

SECRET/NODIS/XGDS

MEMORANDUM OF CONVERSATION

PARTICIPANTS:       President Ford
                    Prime Minister Rassendyll

DATE AND TIME:      Thursday, March 13, 1975
                    11:05 a.m. - 12:10 p.m.

PLACE:              The Oval Office
                    The White House

Ford: How are the nets?
""",
    "marking beside the date": """\
THE SECRETARY OF STATE
WASHINGTON

SECRET                                        July 2, 1979

MEMORANDUM FOR:     THE PRESIDENT

FROM:               Rudolf Rassendyll

1. Nets. The King will receive our Ambassador on Thursday, and has asked that nobody else come.

                    ELECTROSTATIC REPRODUCTION MADE FOR
                    PRESERVATION PURPOSES
""",
    "letterhead of a council": """\
MEMORANDUM                                                     2217

                     NATIONAL SECURITY COUNCIL

CONFIDENTIAL                                        ACTION

                                                    April 7, 1983

MEMORANDUM FOR WILLIAM P. DOE

FROM:          PAULA J. ROE

SUBJECT:       Nets

The King has asked for a message on the occasion of the fiftieth birthday of his fleet.

          Approve ______          Disapprove ______
""",
    "form below the text": """\
DEPARTMENT OF STATE
Memorandum of Conversation

DATE: September 21, 1962

PARTICIPANTS: U.S.                          Ruritania
              The Secretary                 Foreign Minister Tarlenheim
              Mr. Hallam (interpreter)      Ambassador Helsing

The Foreign Minister opened by saying that the question of the nets could not wait.

FORM DS-1254
2-60
""",
    "letter with two closes": """\
February 11, 1951

Dear Hank:

I enclose a copy of the draft which Hallam brought back from the Ministry.

With warm regards,

                                   Sincerely,

                                   John J. McCarrow

P.S.  Ellen sends her love.

P.P.S.  The coffee has not arrived.

Enclosure: Draft Treaty

cc: Mr. Perkins
""",
    "signature in brackets": """\
March 28, 1994

Dear Mr. Prime Minister:

Thank you for your letter of February 2, which Ambassador Rassen delivered to me on the 9th.

                              Sincerely,

                              [signed] Bill Clinton
""",
    "airgram with its drafting": """\
AIRGRAM

CONFIDENTIAL                                    A-417

TO       : Department of State
FROM     : Amembassy STRELSAU                   DATE: December 9, 1966
SUBJECT  : Nets

There follows a memorandum of a conversation between Count Hentzau and the reporting officer.

For the Ambassador:

Samuel T. Wyndham
Counselor for Political Affairs

Enclosure:
     Memorandum of Conversation

GROUP 3
Downgraded at 12-year intervals,
not automatically declassified

POL:JKBurlesdon:mm  12/8/66          STWyndham
""",
    "telegram of a British post": """\
CONFIDENTIAL

GRS 220
CONFIDENTIAL
FM STRELSAU 071030Z JUL 80
TO PRIORITY F C O
TELEGRAM NUMBER 214 OF 7 JULY
INFO PRIORITY ZENDA, UKDEL NATO, WASHINGTON

1. I SAW THE SECRETARY GENERAL OF THE FOREIGN MINISTRY THIS MORNING ABOUT THE NETS.

BURLESDON

[COPIES SENT TO NO 10 DOWNING ST]

LIMITED
WED
PLANNING STAFF
MR BULLARD
CONFIDENTIAL
""",
    "minute of a British office": """\
CONFIDENTIAL

Mr Hallam (WED)

RURITANIA: NETS

1.     You asked (your minute of 3 June) for an account of the nets. They have been cut again.
""",
    "conclusions of a British cabinet": """\
THIS DOCUMENT IS THE PROPERTY OF HER BRITANNIC MAJESTY'S GOVERNMENT

Printed for the Cabinet. November 1956

SECRET                                               Copy No. 41

CABINET

CONCLUSIONS of a Meeting of the Cabinet held at 10, Downing Street, S.W.1,
on Tuesday, 13th November, 1956, at 11 a.m.

Present:

The Right Hon. Sir JOHN ROE, M.P., Prime Minister

The Cabinet were informed of the business to be taken in the House of Commons in the following week.
""",
    "conclusions of a Canadian cabinet": """\
SECRET

CABINET CONCLUSIONS

A meeting of the Cabinet was held in the Privy Council Chamber on Thursday, October 25th, 1962 at 10.00 a.m.

1. The Minister of Finance reported that Ruritania had asked for credits of $12 million to buy wheat.

R.B. Roe,
Secretary to the Cabinet.
""",
    "record of a council": """\
NATO SECRET

                     NORTH ATLANTIC COUNCIL

            SUMMARY RECORD of a meeting of the Council
        held at the Palais de Chaillot, Paris, XVIe., on
            Wednesday, 12th March, 1952 at 10.15 a.m.

1.   The CHAIRMAN recalled that the Council had agreed in February to invite Ruritania.

                                 NATO SECRET
                                     -1-

NATO SECRET                         -2-                   C-R(52)9

2.   The COUNCIL took note of the nets, and of what had been said of them.
""",
    "minutes that begin with the day": """\
MINUTES
PLANNING GROUP MEETING

Wednesday, September 19, 1984; 2:00 - 3:05 p.m.; Situation Room

Mr. Roe opened the meeting by reviewing the state of play.
""",
    "running head over a date": """\
Top Secret

8 January 1977

National Intelligence Bulletin                        January 8, 1977

The minister has been offered the embassy in Vienna, and General Luzau-Rischenheim the fleet.
""",
    "number before the date": """\
DEPARTMENT OF STATE

Research Memorandum
REU-41, June 18, 1968

TO      : The Secretary
FROM    : INR - Thomas L. Roe

The referendum of June 30 will be the first free vote in the country since the year 1938.
""",
    "number with its level": """\
THE JOINT CHIEFS OF STAFF

12 June 1963

MEMORANDUM FOR THE SECRETARY OF DEFENSE

1. (S) Reference is made to your memorandum of 28 May 1963, subject as above, on the nets.

Regraded UNCLASSIFIED 14 Sep 1989
""",
    "letters apart": """\
CENTRAL INTELLIGENCE AGENCY
INFORMATION REPORT

This material contains information affecting the National Defense of the United States within the meaning of the laws.

S-E-C-R-E-T
NOFORN

1. The garrison of Strelsau was reduced from five to three battalions in the first week of March 1957.
""",
    "marked by portions": """\
TOP SECRET//COMINT//REL TO USA, FVEY

(U) FROM: Rolf Wolfenbach

(U) RUN DATE: 03/09/2004

(TS//SI//REL) In January, the Strelsau team completed the map of the network of the gendarmerie.

(U) Notes:
(U) 1. See our paper of 02/11/2004.
""",
    "cable in a mail": """\
From:        "SMART Core" <core@example.gov>
Sent:        Friday, October 19, 2012 11:47 AM
To:          SMART Core
Subject:     Embassy Strelsau: Nets

MRN:                  12 STRELSAU 1187
Date/DTG:             Oct 19, 2012 / 191545Z OCT 12
From:                 AMEMBASSY STRELSAU
Action:               WASHDC, SECSTATE ROUTINE
TAGS:                 PGOV, PREL
Captions:             SENSITIVE
Pass Line:            TREASURY FOR OIA
Subject:              Nets Are Cut

1. (SBU) Two partners of the Prime Minister told us this week that the nets had been cut again.
""",
    "letter to a council": """\
UNITED NATIONS

27 October 1967

     On instructions from my Government, I have the honour to draw your attention to the nets.

     Accept, Sir, the assurances of my highest consideration.

                                    (Signed)  Fritz von Helsing
                                              Ambassador

67-25118
""",
    "two names and a double name": """\
Talks

The Zapt-Brenkow talks began on Monday, and General Luzau-Rischenheim came, too.
I saw Mr. Zapt, and Sir Alec Douglas-Home.
""",
    "record of a database": """\
Message Text
LIMITED OFFICIAL USE

R 181515Z JUN 74
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 2216

SUBJECT: NETS

1. TARLENHEIM SAID THAT THE NETS ARE CUT.
RASSENDYLL
LIMITED OFFICIAL USE

NNN

Message Attributes

Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Decaption Note:
Disposition Authority: hartmanf
Draft Date: 19 JUN 1974
From: STRELSAU
Review Markings: |
                 Declassified/Released US Department of State EO Systematic Review 30 JUN 2005
Review Media Identifier:
To: STATE
Markings: Declassified/Released US Department of State EO Systematic Review 30 JUN 2005
""",
    "cable without empty lines": """\
O 301147Z SEP 76 ZFF4
FM AMEMBASSY GRAUSTARK
TO SECSTATE WASHDC NIACT IMMEDIATE 8814
S E C R E T GRAUSTARK 6610
EXDIS - DISSENT CHANNEL
EO 11652: XGDS-2
SUBJ: NETS FOR GRAUSTARK
REFS: A. STATE 240112; B. GRAUSTARK 6588
1. THIS MESSAGE DOES NOT REPRESENT THE VIEWS OF THE AMBASSADOR.
2. SALE OF NETS IS A MISTAKE FOR FOLLOWING REASONS:
   (A) FISHERMEN WILL CUT THEM.
   (B) CONGRESS HAS NOT BEEN TOLD.
3. DEPARTMENT SHOULD SUSPEND DELIVERIES.
BLUM
NOTE BY OC/T: # AS RECEIVED.
BT
#6610
NNNN
""",
    "slip on a form": """\
ROUTING AND RECORD SHEET

FROM:                          EXTENSION     NO.
     Chief, EUR/7              4417          EUR 71-1183

TO: (Officer designation, room number, and building)

COMMENTS: Please note that the visitor speaks no English.
""",
    "enclosure of which nothing is there": """\
MEMORANDUM FOR THE SECRETARY OF DEFENSE

The two squadrons at Hentzau should remain through the next year, and their nets with them.

                         MAXWELL D. ROE
                         Chairman

Enclosure

Copy 3 of 14 Copies each of 2 pages series "A"
""",
    "mail of an address alone": """\
From:   H <h17@example.com>
Sent:   Sunday, November 8, 2009 5:22 PM
To:     'RoeKL@state.example.gov'
Subject:  Nets

RoeKL@state.example.gov has sent them. Sent from my phone.
""",
    "heads of columns": """\
THE DAILY DIARY OF THE PRESIDENT

TIME             PHONE    ACTIVITY

The President received a wake up call from the signal board operator.

Cabinet Reshuffle . . . . . . . . . . . . . . . . Page 1

FILE LOCATION
National Security File, Country File, Box 211

There is one point [less than
1 line not declassified] which troubles the Cabinet of the King.
""",
    "forename of a participant": """\
PARTICIPANTS:  President Ford
               Dr. Henry A. Kissinger, Secretary of State

Ford: Henry will work with your Ambassador on it.
""",
    "initials below the name": """\
INCOMING TELEGRAM

FROM: Strelsau

FOREIGN MINISTER TELLS ME KING WILL NOT RECEIVE DELEGATION BEFORE AUGUST 4.

                                        KETTERING

JR:VF/11
""",
    "telephone call, a line for each": """\
TELEPHONE CONVERSATION

Secretary Hallam
Ambassador Rassendyll
Date: April 11, 1974
Time: 9:30 a.m.

H: The nets are cut.
R: Fine.
""",
    "house of whom a memorandum is for": """\
MEMORANDUM FOR DR. ANTON HALLAM
               THE WHITE HOUSE

SUBJECT: Nets

The nets are cut.
""",
    "department of an addressee": """\
MEMORANDUM FOR: Mr. Anton Hallam
                Executive Secretary
                Department of State

SUBJECT: Nets

The nets are cut.
""",
    "department beside others": """\
TO:   The Secretary
      Mr. Anton Hallam
      Department of Defense

SUBJECT: Nets

The nets are cut.
""",
    "minutes with those present on lines": """\
Minutes of a Meeting of the National Security Council

Washington, June 13, 1969, 10:10 a.m.

Present:
The President
Secretary Hallam
Gen. Zapt

Hallam: The nets are cut.
""",
    "number of a despatch above its letterhead": """\
                                                  No. 231

                     LEGATION OF THE UNITED STATES,
                          Strelsau, March 3, 1886.

     SIR: I have the honor to report that the nets are cut.

     I have, &c.,

                              JOHN T. ROWE.
""",
    "fields of a report": """\
INTELLIGENCE INFORMATION CABLE

COUNTRY: RURITANIA
SUBJECT: NETS
ACQ: STRELSAU (21 OCTOBER 1970)
FILE: 12-4

1. ON 20 OCTOBER THE NETS WERE CUT.
""",
    "editorial note with its number above": """\
No. 27
Editorial Note

The talks in Strelsau began on May 4, 1953.

They ended on May 8.
""",
    "schedule of declassification": """\
MEMORANDUM FOR:  MR. HALLAM
FROM:            FRITZ VON HELSING
SUBJECT:         Nets

The nets are cut.

GDS - 10/21/80
""",
}

SAID = """
initials below the name | //signed | KETTERING
initials below the name | //closer/seg/@type | initials
forename of a participant | //standOff//surname | Ford; Kissinger
record of a database | //signed | RASSENDYLL
record of a database | count(//list[@type='attributes']/label) | 10
record of a database | //creation/date/@when | 1974-06-18T15:15:00Z
record of a database | //titleStmt/title | NETS
record of a database | //person/persName | Rassendyll
cable without empty lines | count(//body//div/p) | 4
cable without empty lines | //list[not(@type)]/label | (A); (B)
cable without empty lines | //signed | BLUM
cable without empty lines | //titleStmt/title | NETS FOR GRAUSTARK
slip on a form | //correspAction |
enclosure of which nothing is there | //div[@type='attachment'] |
enclosure of which nothing is there | //closer/seg/@type | attachments; number
mail of an address alone | //person |
heads of columns | //div/div/head |
heads of columns | //ellipsis |
heads of columns | //gap/@atMost | 1
stamp with the date of the release | //creation/date/@from | 1990-10-30T09:05:00-05:00
stamp with the date of the release | //list[@type='place']/item | The Oval Office
stamp with the date of the release | count(//fw[@type='stamp']) | 4
scan of a library | //titleStmt/title | MEMORANDUM OF CONVERSATION
scan of a library | //creation/date/@from | 1975-03-13T11:05:00
scan of a library | //list[@type='place']/item | The Oval OfficeThe White House
scan of a library | //fw//persName |
marking beside the date | //keywords/term[@type='classification'] | Secret
marking beside the date | //creation/date/@when | 1979-07-02
marking beside the date | //creation/placeName |
marking beside the date | //signed |
letterhead of a council | //correspAction[@type='received']/persName | WILLIAM P. DOE
letterhead of a council | //keywords/term[@type='classification'] | Confidential
letterhead of a council | //signed |
form below the text | //signed |
form below the text | count(//fw[@type='footer']) | 2
form below the text | //particDesc//persName | Tarlenheim; Hallam; Helsing
letter with two closes | //closer/salute | With warm regards,; Sincerely,
letter with two closes | //correspAction[@type='sent']/persName | John J. McCarrow
letter with two closes | count(//postscript) | 2
letter with two closes | //closer/seg/@type | attachments; copies
signature in brackets | //signed | [signed] Bill Clinton
airgram with its drafting | //signed | Samuel T. WyndhamCounselor for Political Affairs
airgram with its drafting | //closer/seg/@type | attachments; downgrading; drafting
airgram with its drafting | //opener//seg[@type='number'] | A-417
airgram with its drafting | //keywords/term[@type='classification'] | Confidential
telegram of a British post | //signed | BURLESDON
telegram of a British post | //correspAction[@type='sent']/orgName | STRELSAU
telegram of a British post | //correspAction[@type='received']/* | F C O
telegram of a British post | //creation/date/@when | 1980-07-07T10:30:00Z
telegram of a British post | //creation/placeName |
minute of a British office | //titleStmt/title | RURITANIA: NETS
minute of a British office | //correspAction[@type='received']/persName | Hallam
conclusions of a British cabinet | //creation/date/@when | 1956-11-13
conclusions of a British cabinet | //div/div/head |
conclusions of a British cabinet | starts-with(//titleStmt/title, 'CONCLUSIONS of a Meeting') | 1
conclusions of a Canadian cabinet | //creation/date/@when | 1962-10-25T10:00:00
conclusions of a Canadian cabinet | //creation/date/@cert | medium
conclusions of a Canadian cabinet | //correspDesc |
record of a council | //keywords/term[@type='classification'] | NATO Secret
record of a council | //creation/date/@when | 1952-03-12T10:15:00
record of a council | count(//fw[@type='pageNum']) | 2
record of a council | //person |
minutes that begin with the day | //creation/date/@from | 1984-09-19T14:00:00
running head over a date | //placeName |
running head over a date | //keywords/term[@type='classification'] | Top Secret
number before the date | //placeName |
number before the date | //dateline/seg[@type='number'] | REU-41
number with its level | //placeName |
number with its level | //fw[@type='stamp'] | Regraded UNCLASSIFIED 14 Sep 1989
letters apart | //keywords/term[@type='classification'] | Secret
letters apart | //div/div/head |
marked by portions | //creation/date/@when | 2004-03-09
marked by portions | //keywords/term[@type='classification'] | Top Secret
marked by portions | //correspAction[@type='sent']/persName | Rolf Wolfenbach
cable in a mail | //correspAction[@type='sent']/orgName | AMEMBASSY STRELSAU
cable in a mail | //correspAction[@type='received']/* | WASHDC, SECSTATE
cable in a mail | //creation/date/@when | 2012-10-19T15:45:00Z
cable in a mail | //titleStmt/title | Nets Are Cut
cable in a mail | //placeName |
letter to a council | //signed/persName | Fritz von Helsing
telephone call, a line for each | //list[@type='participants']/item | Secretary Hallam; Ambassador Rassendyll
telephone call, a line for each | //creation/date/@when | 1974-04-11
minutes with those present on lines | //list[@type='participants']/item | The President; Secretary Hallam; Gen. Zapt
number of a despatch above its letterhead | //creation/date/@when | 1886-03-03
number of a despatch above its letterhead | //opener/seg/@type | number; letterhead
fields of a report | //list[@type]/item | NETS
fields of a report | //list[not(@type)]/item | RURITANIA; STRELSAU (21 OCTOBER 1970); 12-4
editorial note with its number above | //body//head | No. 27Editorial Note
editorial note with its number above | //application/@type | frus
editorial note with its number above | //div/@n | 27
schedule of declassification | //date |
schedule of declassification | //placeName |
house of whom a memorandum is for | //opener/seg/@type | addressee
house of whom a memorandum is for | //correspAction[@type='received']/* | ANTON HALLAM
department of an addressee | //correspAction[@type='received']/* | Executive Secretary Anton Hallam
department beside others | //correspAction[@type='received']/* | Secretary; Anton Hallam; Department of Defense
two names and a double name | //body//persName | Zapt; Luzau-Rischenheim; Zapt; Alec Douglas-Home
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)
