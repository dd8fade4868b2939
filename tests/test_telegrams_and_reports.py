"""Telegrams and reports on the forms of their offices: fields side by side, who acts and who is informed."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "incoming telegram": """\
INCOMING TELEGRAM     Department of State

                                              Control: 3120
                                              Rec'd: January 2, 1962
                                                     8:05 p.m.
FROM:  Strelsau-on-Sea

TO:    Secretary of State

NO:    418, December 30, 11 a.m.

ACTION DEPARTMENT 418, INFORMATION LIMA 12, GENEVA 7,
PARIS 88

Embtel 402

The Minister told me on December 29 that the nets are torn, and that nobody will mend them before January 15.
""",
    "for action alone": """\
FROM:  Strelsau-on-Sea

TO:    Secretary of State

ACTION DEPARTMENT 418

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "outgoing telegram": """\
OUTGOING TELEGRAM     Department of State

ACTION: Amembassy STRELSAU PRIORITY 733
INFO: Amembassy LIMA 12

Your 418. You should tell the Minister that the nets are not ours.
""",
    "information in an office": """\
FROM: The Net Office, INFORMATION DIVISION

TO: The Director, INFORMATION OFFICE

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "report in two columns": """\
CENTRAL INTELLIGENCE AGENCY
INFORMATION REPORT

COUNTRY   Ruritania                              REPORT NO. 00-B-7718
SUBJECT   Nets in the harbor of Strelsau         DATE DISTR. 4 Nov. 1950

PLACE ACQUIRED  Zenda                            NO. OF PAGES 1
DATE OF INFO.  October 1950                      NO. OF ENCLS.
                                                 (LISTED BELOW)

1. The harbor of Strelsau was closed on 2 October 1950 so that the nets could be mended by the garrison.
""",
    "words of a form in a subject": """\
SUBJECT: On REPORT NO. 12 and DATE DISTR. 4 May 1950

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "paraphrase": """\
PARAPHRASE OF TELEGRAM SENT

FROM:   American Legation, Strelsau

TO:     Secretary of State

DATED:  May 4, 1944

RECEIVED: May 6, 1944, 9:30 a.m.

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "letters of the United Nations": """\
UNITED NATIONS

Security Council
                                                 Distr.
                                                 GENERAL

                                                 S/11320
                                                 2 October 1974

                                                 ORIGINAL: ENGLISH

IDENTICAL LETTERS DATED 28 SEPTEMBER 1974 FROM THE PERMANENT MISSION OF
RURITANIA TO THE UNITED NATIONS ADDRESSED TO THE SECRETARY-GENERAL AND
THE PRESIDENT OF THE SECURITY COUNCIL

     On instructions from my Government, I have the honour to inform you that the nets are torn.

                         (Signed)  Rudolf RASSENDYLL
                         Permanent Representative
""",
    "letter of the United Nations in columns": """\
UNITED NATIONS                                   Distr.
                                                 GENERAL
GENERAL
ASSEMBLY                                         A/9114
                                                 16 May 1973

NOTE VERBALE DATED 12 MAY 1973 FROM THE PERMANENT REPRESENTATIVE OF RURITANIA TO THE UNITED NATIONS
ADDRESSED TO THE SECRETARY-GENERAL

     The Permanent Representative has the honour to inform the Secretary-General that the nets are torn.
""",
    "letter with its day below": """\
LETTER FROM THE MINISTER OF FISHERIES TO THE PRESIDENT

2 October 1974

I received your letter dated 28 September 1974 from the Director of Nets on the first of this month.
""",
    "general by itself": """\
MEMORANDUM FOR THE RECORD

GENERAL

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "captions": """\
C O N F I D E N T I A L STRELSAU 000417

NODIS SIPDIS

SUBJECT: NETS

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "Italian telegram": """\
412

IL MINISTRO A STRELSAU, BERTI, AL MINISTRO DEGLI ESTERI, CONTI

T. s.n.d. 1207/88 P.R. Strelsau, 3 maggio 1935, ore 13 (perv. ore 18,15).

Il ministro degli Esteri mi ha detto stamane che le reti sono rotte e che nessuno le ha riparate.
""",
    "initials before a place": """\
R. Strelsau, 3 May 1935

MEMORANDUM FOR THE RECORD

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "British telegram": """\
SECRET

FROM STRELSAU TO FOREIGN OFFICE

Cypher/OTP                         FOREIGN OFFICE (SECRET) DISTRIBUTION

Sir A. Hope
No. 88                             D: 1.05 p.m. 3rd May, 1957
3rd May, 1957                      R: 2.20 p.m. 3rd May, 1957

PRIORITY
SECRET

     Your telegram No. 61.

     The Minister says that the nets are not his, and that nobody will mend them before the end of the spring.
""",
    "telegram to a British post": """\
FROM FOREIGN OFFICE TO STRELSAU

No. 61                             D: 1.05 p.m. 2nd May, 1957
2nd May, 1957

     You should tell the Minister that the nets are not ours, and that we shall not mend them before the spring.
""",
    "proverb in capitals": """\
FROM BAD TO WORSE

Sir A. Hope
No. 12 of the Gazette says D: 3 that the nets are torn, and that nobody has mended them since the spring.
""",
    "cable of the Department's system": """\
Message Text

CONFIDENTIAL

PAGE 01        STREL  00417  031102Z

53
ACTION ARA-10

INFO  OCT-01  ISO-00  /011 W
                     ---------------------     067711
R 031030Z MAY 76
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 7712

C O N F I D E N T I A L STRELSAU 0417

SUBJECT: TORN NETS

1. THE NETS ARE TORN, AND NOBODY HAS MENDED THEM SINCE MAY 3.

2. COMMENT: HE SEEMED TIRED.
MARBURG


<< END OF DOCUMENT >>
""",
    "number above a sentence": """\
53
ACTION ON THE NETS IS DUE

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "exemption stamped below": """\
RELEASE IN PART B6

From: Hope, Anthony
To: Roe, Jane
Subject: Nets

I told him that [redacted] would mend the nets before the end of the spring.

B6

He asked whether [redacted] would pay.

The nets are torn.
""",
    "copies below those present": """\
                       Memorandum of Conversation

SUBJECT:  Nets

PARTICIPANTS:  Mr. Rolf Hentzau, Ambassador of Ruritania

               The Under Secretary
               ARA - Mr. Edwin Hope

COPIES TO:  S/S
            AID - Mr. Roe

     The Ambassador said that the nets are torn, and that nobody has mended them since the spring of the year.
""",
    "copies below a signature": """\
SUBJECT:  Nets

The nets are torn.

Edwin Hope
Director

COPIES TO: S/S
""",
    "signature far from the notes": """\
501.BC Ruritania/7–1248: Telegram

The Minister in Ruritania (Marburg) to the Secretary of State

Strelsau, July 12, 1948—4 p.m.

318. The Foreign Minister handed me the note today, and said that the nets are torn.1

Marburg

  1. Not printed.
""",
    "last word far from the notes": """\
501.BC Ruritania/7–1248: Telegram

The Minister in Ruritania (Marburg) to the Secretary of State

Strelsau, July 12, 1948—4 p.m.

318. The Foreign Minister handed me the note today, and said that the nets are torn.1

Sapt

  1. Not printed.
""",
}

SAID = """
signature far from the notes | //closer/signed | Marburg
last word far from the notes | //closer |
copies below those present | //list[@type='copies']/item | S/S; AID - Mr. Roe
copies below those present | //list[@type='participants']/item | Mr. Rolf Hentzau, Ambassador of Ruritania; \
The Under Secretary; ARA - Mr. Edwin Hope
copies below a signature | //list[@type='copies'] |
copies below a signature | //closer/signed | Edwin HopeDirector
cable of the Department's system | //opener/seg[@type='routing'] | 53
cable of the Department's system | //opener/seg[@type='action'] | ACTION ARA-10
cable of the Department's system | //closer/signed | MARBURG
cable of the Department's system | //fw[@type='stamp'] | Message Text; << END OF DOCUMENT >>
number above a sentence | //seg[@type='routing'] |
exemption stamped below | //gap[@ana='B6']/desc | redacted
exemption stamped below | //gap[@ana='B6']/@cert | medium
exemption stamped below | //gap[not(@ana)]/desc | redacted
British telegram | //titleStmt/title | FROM STRELSAU TO FOREIGN OFFICE
British telegram | //correspAction[@type='sent']/orgName | STRELSAU
British telegram | //correspAction[@type='received']/orgName | FOREIGN OFFICE
British telegram | //creation/date/@when | 1957-05-03
British telegram | //creation/date/@cert |
British telegram | //correspAction[@type='received']/date/@when | 1957-05-03T14:20:00
British telegram | //seg[@type='sender'] | Sir A. Hope
British telegram | //seg[@type='number'] | No. 88
British telegram | //seg[@type='dispatched'] | D: 1.05 p.m. 3rd May, 1957
British telegram | //seg[@type='received'] | R: 2.20 p.m. 3rd May, 1957
British telegram | //seg[@type='routing'] | Cypher/OTP
British telegram | //seg[@type='distribution'] | FOREIGN OFFICE (SECRET) DISTRIBUTION
telegram to a British post | //correspAction/orgName | FOREIGN OFFICE; STRELSAU
telegram to a British post | //creation/date/@when | 1957-05-02
telegram to a British post | //correspAction[@type='received']/date |
proverb in capitals | //correspDesc |
proverb in capitals | //seg |
Italian telegram | //dateline/seg[@type='number'] | T. s.n.d. 1207/88 P.R.
Italian telegram | //dateline/placeName | Strelsau
Italian telegram | //creation/placeName | Strelsau
Italian telegram | //correspAction[@type='sent']/placeName | Strelsau
Italian telegram | //creation/date/@when | 1935-05-03T13:00:00
initials before a place | //dateline/seg |
letters of the United Nations | //creation/date/@when | 1974-09-28
letters of the United Nations | //correspAction[@type='sent']/orgName | PERMANENT MISSION OF RURITANIA TO \
THE UNITED NATIONS
letters of the United Nations | //correspAction[@type='received']/roleName | SECRETARY-GENERAL; \
PRESIDENT OF THE SECURITY COUNCIL
letters of the United Nations | //seg[@type='letterhead'] | UNITED NATIONS; Security Council
letters of the United Nations | //seg[@type='distribution'] | Distr.; GENERAL
letters of the United Nations | //seg[@type='number'] | S/11320
letters of the United Nations | //seg[@type='language'] | ORIGINAL: ENGLISH
letter of the United Nations in columns | //creation/date/@when | 1973-05-12
letter of the United Nations in columns | //seg[@type='letterhead'] | UNITED NATIONS; GENERAL; ASSEMBLY
letter of the United Nations in columns | //seg[@type='distribution'] | Distr.; GENERAL
letter of the United Nations in columns | //seg[@type='number'] | A/9114
letter of the United Nations in columns | //correspAction/roleName | PERMANENT REPRESENTATIVE OF RURITANIA TO \
THE UNITED NATIONS; SECRETARY-GENERAL
letter with its day below | //creation/date/@when | 1974-10-02
general by itself | //seg[@type='distribution'] |
captions | //seg[@type='handling'] | NODIS SIPDIS
captions | //seg[@type='classification'] | C O N F I D E N T I A L STRELSAU 000417
captions | //term[@type='classification'] | Confidential
incoming telegram | //correspAction[@type='sent']/orgName | Strelsau-on-Sea
incoming telegram | //correspAction[@type='received']/*[not(self::date)] | Secretary of State
incoming telegram | //creation/date/@when | 1961-12-30T11:00:00
incoming telegram | //creation/date/@cert | medium
incoming telegram | //correspAction[@type='received']/date/@when | 1962-01-02T20:05:00
incoming telegram | //list[@type='number']/item | 3120; 418, December 30, 11 a.m.
incoming telegram | //list[@type='action']/item | DEPARTMENT 418,
incoming telegram | //list[@type='info']/item | LIMA 12, GENEVA 7,; PARIS 88
incoming telegram | //div[@type='section']/head |
for action alone | //correspAction[@type='received']/* | Secretary of State
for action alone | //list[@type='action']/item | DEPARTMENT 418
outgoing telegram | //correspAction[@type='received']/* | Amembassy STRELSAU
information in an office | //list[@type='from']/item | The Net Office, INFORMATION DIVISION
information in an office | //list[@type='info'] |
report in two columns | //list/head | COUNTRY; REPORT NO.; SUBJECT; DATE DISTR.; \
PLACE ACQUIRED; NO. OF PAGES; DATE OF INFO.; NO. OF ENCLS.
report in two columns | //list/item | Ruritania; 00-B-7718; Nets in the harbor of Strelsau; 4 Nov. 1950; Zenda; 1; \
October 1950; (LISTED BELOW)
report in two columns | //list/@type | number; subject; date
report in two columns | //creation/date/@when | 1950-11-04
words of a form in a subject | //list/item | On REPORT NO. 12 and DATE DISTR. 4 May 1950
words of a form in a subject | //creation/date |
paraphrase | //creation/date/@when | 1944-05-04
paraphrase | //creation/date/@cert |
paraphrase | //correspAction[@type='received']/date/@when | 1944-05-06T09:30:00
"""

test_what_is_said_of_a_form, test_a_form_is_valid_and_comes_back = checks_of(PAPERS, SAID)
