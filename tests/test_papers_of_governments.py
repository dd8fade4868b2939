"""Papers of governments in the forms that public archives hold; what must be said of them, and what must not."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "memorandum under its date": """\
                                             3 April 1968

MEMORANDUM FOR THE RECORD

SUBJECT: Meeting on the Nets, 3 April 1968

PARTICIPANTS: Secretary Rusden
              Tom Johns

The President asked whether the fishers of Strelsau meant it.

                              Tom Johns
""",
    "report whose number has a point": """\
OFFICE OF STRATEGIC SERVICES
Research and Analysis Branch

                                        SECRET

R & A No. 2317.4

The ration of herring was 90 grams in January. In March it was cut
to 60 grams.

(1) Strelsau Report No. 418, 3 February 1944, B-3.
""",
    "paper of a cabinet": """\
SECRET                                                    Copy No. 61

8th May, 1956

                              CABINET

                         RURITANIA: FISHERIES

           Memorandum by the Secretary of State for the Colonies

     The Cabinet invited me to examine the cost of the nets.
""",
    "despatch on a printed form": """\
                    THE FOREIGN SERVICE
                          OF THE
                 UNITED STATES OF AMERICA

                              American Embassy,
                              Strelsau, Ruritania, February 19, 1948.

No. 214

AIR MAIL
RESTRICTED

Subject:  Transmitting Memorandum of Conversation Regarding the Nets

I have the honor to enclose a memorandum of a conversation which
Mr. Whitlow had with Dr. Restrepo on February 16.
""",
    "aide-mémoire": """\
BRITISH EMBASSY
WASHINGTON, D.C.

                         AIDE-MÉMOIRE

     His Majesty's Government have learned with concern that three
vessels, loaded with nets, are about to leave Baltimore for Strelsau.
""",
    "intelligence note": """\
                         DEPARTMENT OF STATE

                    Intelligence Note - 388
                         June 15, 1966

To      : The Secretary
From    : INR - Thomas L. Hewson

Subject : Ruritania Recalls Its Ambassador

Strelsau announced on June 14 that the Ambassador would return home.
""",
    "outgoing cable as released": """\
UNCLASSIFIED

PTQ7712

ORIGIN EUR-00

OUT MESSAGE
                              CONFIDENTIAL

O 301954Z APR 85
FM SECSTATE WASHDC
TO AMEMBASSY STRELSAU IMMEDIATE

C O N F I D E N T I A L STATE 118823

SUBJECT: DEMARCHE ON THE NETS

1. WE EXPECTED AN APOLOGY, AND HAVE HAD NONE.
DAMMERS
BT
""",
    "bureau of an agency": """\
LIMITED OFFICIAL USE

AGENCY FOR INTERNATIONAL DEVELOPMENT
Bureau for Near East and South Asia

The grants for nets rose in every year from 1960 to 1964, and nobody
has said what became of them.
""",
    "talk by telephone": """\
                                TELCON
                                Mr. Kester/Secretary Rowan
                                10:12 a.m.
                                May 9, 1972

R:   Henry?

K:   Yes, Bill. How are you?

R:   I have just seen the Ambassador. George has his note.

K:   Bye.
""",
    "agreement in two columns": """\
   The Undersecretary of State            El Subsecretario de Estado
of the United States of America,       de los Estados Unidos de América,
and the Minister of Panama,            y el Ministro de Panamá, debida-
duly authorized thereto, have          mente autorizados, han convenido
agreed as follows:                     en lo siguiente:

   The town of Las Minas shall         El pueblo de Las Minas tendrá
have access to the railway.            acceso al ferrocarril.
""",
    "two with file numbers": """\
812.6363/611

The Secretary of State to the Chargé in Ruritania (Summers)

Washington, January 10, 1920.

SIR: The Department has received your telegram of January 5.1

  1. Not printed.

812.6363/625: Telegram

The Chargé in Ruritania (Summers) to the Secretary of State

Strelsau, January 16, 1920, 5 p.m.

39. The Foreign Office told the press that permits would be provisional.1

  1. See the Strelsau Herald, January 16, 1920.
""",
    "two with file numbers, notes in one": """\
812.6363/611

The Secretary of State to the Chargé in Ruritania (Summers)

Washington, January 10, 1920.

SIR: The Department has received your telegram of January 5.

812.6363/625: Telegram

The Chargé in Ruritania (Summers) to the Secretary of State

Strelsau, January 16, 1920, 5 p.m.

39. The Foreign Office told the press that permits would be provisional.1

  1. See the Strelsau Herald, January 16, 1920.
""",
    "two with file numbers, one list of notes": """\
812.6363/611

The Secretary of State to the Chargé in Ruritania (Summers)

Washington, January 10, 1920.

SIR: The Department has received your telegram of January 5.1

812.6363/625: Telegram

The Chargé in Ruritania (Summers) to the Secretary of State

Strelsau, January 16, 1920, 5 p.m.

39. The Foreign Office told the press that permits would be provisional.2

  1. Not printed.
  2. See the Strelsau Herald, January 16, 1920.
""",
    "Spanish letter": """\
                    SECRETARÍA DE RELACIONES EXTERIORES
                                 STRELSAU

Núm. 308217

                              Strelsau, R. F., a 12 de agosto de 1938.

Señor Embajador:

     Tengo la honra de referirme a la atenta nota de Vuestra Excelencia,
relativa a las redes de pesca.

                              Eduardo Hayes

Excelentísimo señor Thomas Whitman,
     Embajador Extraordinario y Plenipotenciario de los
          Estados Unidos de América,
               Presente.
""",
    "Spanish letter to a Señor": """\
Strelsau, 12 de agosto de 1938.

Señor Embajador:

     Tengo la honra de referirme a la atenta nota de Vuestra Excelencia,
relativa a las redes de pesca.

                              Eduardo Hayes

Señor Thomas Whitman,
     Embajador de los Estados Unidos de América,
          Presente.
""",
    "Portuguese note": """\
MINISTÉRIO DAS RELAÇÕES EXTERIORES

DAS/DAI/DEA/47/550.1 (22)

     O Ministério das Relações Exteriores cumprimenta a Embaixada da
Ruritânia e tem a honra de acusar o recebimento da nota nº 931, de 3 de
junho corrente, relativa às redes de pesca.

                              Rio de Janeiro, em 19 de junho de 1964.
""",
    "Spanish note": """\
EMBAJADA DE RURITANIA

     La Embajada de Ruritania saluda muy atentamente a la Secretaría de
Relaciones Exteriores y tiene a honra referirse a la nota verbal número
44, relativa a las redes de pesca.

     México, D. F., a 3 de mayo de 1951.
""",
    "French note": """\
AMBASSADE DE RURITANIE

     L'Ambassade de Ruritanie présente ses compliments au Ministère des
Affaires étrangères et a l'honneur de se référer à la note verbale
du 4 mars, relative aux filets de pêche.

     Strelsau, le 3 mai 1951.
""",
    "letter signed by hand": """\
                                        Strelsau, November 28, 1959

Dear Mr. President,

        I have received your letter of November 9, and have studied it
with attention.

                              Respectfully,

                              /s/ N. Khrulev

                              N. KHRULEV
        Chairman of the Council of Ministers
""",
    "instruction with its inclosure": """\
No. 41.

Mr. Halloran to Mr. Prentiss.

No. 87.]                                  DEPARTMENT OF STATE,
                                          Washington, March 14, 1874.

SIR: I transmit herewith a copy of a letter in relation to the detention of the brig.

I am, &c.,
                                          JAMES R. HALLORAN.

[Inclosure 1 in No. 87.]

Mr. Aldous to Mr. Halloran.

                                          BALTIMORE, March 2, 1874.

SIR: Our brig cleared from this port on the 11th of December with a cargo of nets.
""",
    "letter of a Senator": """\
EDWIN C. JOHANNSEN                           COMMITTEES:
     COLORADO                                FINANCE, CHAIRMAN
                                             ARMED SERVICES

                    UNITED STATES SENATE
                      WASHINGTON, D. C.

                                        October 2, 1951

Honorable Jack K. McFarlane
Assistant Secretary of State
Department of State

My dear Mr. McFarlane:

     I enclose a letter from my constituent, whose nets are torn.

                              Sincerely,

                              Edwin C. Johannsen
""",
    "despatch with its address in lines apart": """\
                              American Embassy,
                              Strelsau, Ruritania, February 19, 1948.

No. 214

Subject:  The Torn Nets

The Honorable

    The Secretary of State,

        Washington, D. C.

Sir:

    I have the honor to enclose a memorandum of a conversation which
Mr. Whitlow had on February 16.

                              Respectfully yours,

                              For the Ambassador:


                              Carter L. Bayne
                              Counselor of Embassy

Enclosure:
    1/ Memorandum of conversation, February 16, 1948.

863.6
CLBayne/mrt
""",
    "minutes of a peace conference": """\
I.C. 163D.                                                   SECRET

        Secretary's Notes of a Conversation Held in M. Pichot's Room
        at the Quai d'Orsay, Paris, on Tuesday, March 4th, 1919,
        at 3 p.m.

1.  M. PICHOT said that the first question on the Agenda paper was that
of the nets.

Villa Majestic, Paris.
    5th March, 1919.
""",
    "minutes held somewhere": """\
                    MINUTES OF THE 214TH MEETING
                OF THE FISHERIES BOARD

                  Held at the Department of State
                      Wednesday, July 23, 1958

   The Executive Officer reported that there was no confirmation.
""",
    "draft in an annex": """\
                              CABINET

                         RURITANIA: FISHERIES

     I recommend that my colleagues should approve the draft in the Annex.

                              ANNEX

                    DRAFT STATEMENT

     Her Majesty's Government welcome the result of the referendum.
""",
    "sender blacked out": """\
MEMORANDUM FOR: Director of Central Intelligence

FROM:           ██████████████
                Chief, Fisheries Branch (b)(3)

SUBJECT:        The Torn Nets

1. The Embassy in Strelsau can confirm nothing.
""",
    "titles of one word": """\
MEMORANDUM ON NETS

The nets of the harbour were torn in the spring of the year, and nobody mended them.

Findings

A survey of nets in the city, drawn from refugees and from the papers of the town.

Methodology

The nets were counted, and Mr. Hollander counted them again in the spring of the year.
""",
}

SAID = """
memorandum under its date | //titleStmt/title | MEMORANDUM FOR THE RECORD
memorandum under its date | //creation/date/@when | 1968-04-03
memorandum under its date | //list[@type='participants']/item | Secretary Rusden; Tom Johns
memorandum under its date | //div/@n |
report whose number has a point | //note |
report whose number has a point | //seg[@type='number'] | R & A No. 2317.4
paper of a cabinet | //titleStmt/title | RURITANIA: FISHERIES
paper of a cabinet | //standOff//surname |
despatch on a printed form | //seg[@type='letterhead'] | \
THE FOREIGN SERVICEOF THEUNITED STATES OF AMERICA; American Embassy,
despatch on a printed form | //titleStmt/title | Transmitting Memorandum of Conversation Regarding the Nets
despatch on a printed form | //seg[@type='remark'] | AIR MAIL
despatch on a printed form | //term[@type='classification'] | Restricted
aide-mémoire | //head | AIDE-MÉMOIRE
aide-mémoire | //seg[@type='letterhead'] | BRITISH EMBASSY; WASHINGTON, D.C.
intelligence note | //seg[@type='number'] | Intelligence Note - 388
intelligence note | //seg[@type='letterhead'] | DEPARTMENT OF STATE
outgoing cable as released | //titleStmt/title | DEMARCHE ON THE NETS
outgoing cable as released | //seg[@type='routing'] | PTQ7712; ORIGIN EUR-00
outgoing cable as released | //term[@type='genre'] |
bureau of an agency | //titleStmt/title | [Untitled]
bureau of an agency | //seg[@type='letterhead'] | \
AGENCY FOR INTERNATIONAL DEVELOPMENT; Bureau for Near East and South Asia
talk by telephone | //listPerson[@resp]/person/persName/surname | Kester; Rowan
talk by telephone | //listPerson[@resp]/person/persName/forename | George
agreement in two columns | //body//persName |
agreement in two columns | //lb/@break |
two with file numbers | //div[@type='document']//note/@xml:id | documentfn1; document-2fn1
two with file numbers | //div[@type='document']/note[@type='source'] | 812.6363/611; 812.6363/625: Telegram
two with file numbers, notes in one | //div[@type='document']//note/@xml:id | document-2fn1
two with file numbers, one list of notes | count(//div[@type='document']) | 1
Spanish letter | //titleStmt/title | [Eduardo Hayes to Thomas Whitman, 12 de agosto de 1938]
Spanish letter | //seg[@type='letterhead'] | SECRETARÍA DE RELACIONES EXTERIORESSTRELSAU
Spanish letter | //seg[@type='number'] | Núm. 308217
Spanish letter | //creation/date/@when | 1938-08-12
Spanish letter | //creation/date/@cert |
Spanish letter | //creation/placeName | Strelsau, R. F.
Spanish letter | //closer/signed | Eduardo Hayes
Spanish letter to a Señor | //correspAction[@type='sent']/persName | Eduardo Hayes
Spanish letter to a Señor | //correspAction[@type='received']/persName | Thomas Whitman
Spanish letter to a Señor | //standOff//surname | Hayes; Whitman
Portuguese note | //titleStmt/title | \
[Ministério das Relações Exteriores to Embaixada da Ruritânia, 19 de junho de 1964]
Portuguese note | //seg[@type='number'] | DAS/DAI/DEA/47/550.1 (22)
Portuguese note | //correspAction/orgName/@cert | medium
Portuguese note | //closer/dateline/placeName | Rio de Janeiro
Spanish note | //correspAction/orgName | Embajada de Ruritania; Secretaría de Relaciones Exteriores
Spanish note | //head |
French note | //correspAction/orgName | Ambassade de Ruritanie; Ministère des Affaires étrangères
French note | //head |
letter signed by hand | //correspAction[@type='sent']/persName | N. KHRULEV
letter signed by hand | //correspAction[@type='sent']/persName/@cert | medium
letter signed by hand | //closer/seg[@type='signature'] | /s/ N. Khrulev
letter signed by hand | //closer/salute | Respectfully,
instruction with its inclosure | //titleStmt/title | Mr. Halloran to Mr. Prentiss.
instruction with its inclosure | //creation/date/@when | 1874-03-14
instruction with its inclosure | //correspAction/persName | Halloran; Prentiss
instruction with its inclosure | //seg[@type='number'] | No. 41.; No. 87.]
instruction with its inclosure | //seg[@type='letterhead'] | DEPARTMENT OF STATE,
instruction with its inclosure | //div[@type='attachment']/head | \
[Inclosure 1 in No. 87.]; Mr. Aldous to Mr. Halloran.
instruction with its inclosure | //div[@type='attachment']//dateline/placeName | BALTIMORE
letter of a Senator | //correspAction[@type='received']/persName | Jack K. McFarlane
letter of a Senator | //opener/salute | My dear Mr. McFarlane:
despatch with its address in lines apart | //correspAction[@type='sent']/persName | Carter L. Bayne
despatch with its address in lines apart | //correspAction[@type='received']/roleName | Secretary of State
despatch with its address in lines apart | //seg[@type='letterhead'] | American Embassy,
despatch with its address in lines apart | //closer/signed | Carter L. BayneCounselor of Embassy
despatch with its address in lines apart | //closer/seg[@type='file-number'] | 863.6CLBayne/mrt
minutes of a peace conference | //titleStmt/title | Secretary's Notes of a Conversation Held in M. Pichot's Room \
at the Quai d'Orsay, Paris, on Tuesday, March 4th, 1919, at 3 p.m.
minutes of a peace conference | //creation/date/@when | 1919-03-04
minutes of a peace conference | //creation/date/@cert | medium
minutes of a peace conference | //seg[@type='number'] | I.C. 163D.
minutes of a peace conference | //term[@type='classification'] | Secret
minutes held somewhere | //seg[@type='letterhead'] |
minutes held somewhere | //creation/date/@when | 1958-07-23
draft in an annex | //seg[@type='precedence'] |
sender blacked out | //gap | ██████████████
sender blacked out | //gap/@ana | (b)(3)
sender blacked out | //metamark[@function='exemption'] | (b)(3)
titles of one word | //standOff//surname | Hollander
titles of one word | //div[@type='section']/head | Findings; Methodology
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)
