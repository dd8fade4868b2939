"""Papers of several houses, in forms that archivists meet; what must be said of them, and what must not."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "noughts for letters": """\
THE WHITE H0USE
WASHINGT0N

MEM0RANDUM FOR:    THE PRESIDENT
FR0M:              NANCY HAASE
SUBJECT:           Torn Nets

Tbe keeper of thc nets, Minister Rudolf, came on tbe third of May. Hc carried a 1etter, which
Prernier Strakencz had sent, and thc nets thct tbe men of thc harbour had torn in l961.
""",
    "figures that are no letters": """\
NET 20 AND B0AT 30

Premier Strakencz came to the harbour on the third of May with all of his men, and said that nothing was torn.
""",
    "fields in two columns": """\
INFORMATION REPORT

COUNTRY: Ruritania                        REPORT NO. 00-B-331

SUBJECT: Repair of Nets                   DATE DISTR. 3 June 1953

DATE OF INFO: May 1953                    NO. OF PAGES 4

PLACE ACQUIRED Strelsau

1. The nets of the harbour were mended by the men of the fourth boat in the last week of May.
""",
    "words of one column": """\
MEMORANDUM FOR: The Director

SUBJECT: Report No. 4      of the Harbour

The nets of the harbour were mended by the men of the fourth boat in the last week of May.
""",
    "number beside that of the file": """\
14. DEA/11-A-40

L'ambassadeur en Ruritanie
au secrétaire d'État aux Affaires extérieures

Ambassador in Ruritania
to Secretary of State for External Affairs

TELEGRAM 77                                   Strelsau, May 14, 1957
CONFIDENTIAL. IMMEDIATE.

The Foreign Secretary told me yesterday that he would like the nets to be mended.

[R.A.] Rolle
""",
    "title with a stroke": """\
14. Nets/boats

The Foreign Secretary told me yesterday that he would like the nets to be mended.
""",
    "seals before names": """\
TREATY BETWEEN RURITANIA AND UTOPIA

There shall be peace between the fishers of both countries for all time.

Done in duplicate at Strelsau, this 12th day of April, one thousand nine hundred and two.

[SEAL.] JOHN ROE.
[SEAL.] NANCY POE.
""",
    "seals in a column": """\
TREATY BETWEEN RURITANIA AND UTOPIA

There shall be peace between the fishers of both countries for all time.

Done in duplicate at Strelsau, this 12th day of April, one thousand nine hundred and two.

John Roe        [L. S.]
Nancy Poe       [L. S.]
""",
    "day below the title of minutes": """\
MINUTES OF THE 3RD MEETING OF THE COMMITTEE ON NETS

Held at the Ministry of Nets, on Monday,
4 May 1959, at 3 p.m.

PRESENT

Mr. John Roe, Chairman
Miss Nancy Poe, Ministry of Nets

1. Nets

     Miss Poe reported that the nets were torn on 28 January, and asked for thread.
""",
    "who was held": """\
REPORT ON NETS

Held in prison for months, the fishers of the harbour were freed by the Ministry in May.

PRESENT

Nobody has been present since 4 May 1959.
""",
    "German telegram in columns": """\
88

Botschafter Roth, Strelsau, an das Auswärtige Amt

204-331/66 geheim                             Aufgabe: 3. Mai 1966, 18.30 Uhr
Fernschreiben Nr. 31                          Ankunft: 3. Mai 1966, 20.05 Uhr
Citissime

Der Außenminister ließ mir sagen, daß er den Hafen erst im Herbst wieder öffnen werde.

[gez.] Roth

VS-Bd. 77 (I A 4)
""",
    "French telegram": """\
214

M. ROY, AMBASSADEUR DE FRANCE À STRELSAU,
À M. PETIT, MINISTRE DES AFFAIRES ÉTRANGÈRES.

T. nos 31 à 33. Très secret. Strelsau, 7 mai 1958.
(Reçu : le 8 à 9 h. 15.)

Le ministre m'a dit que le port ne serait pas rouvert par les pêcheurs.
""",
    "number of a treaty before its day": """\
REPORT ON NETS

T. nos vient de Strelsau, 7 mai 1958.

The nets of the harbour were mended by the men of the fourth boat in the last week of May.
""",
}
SAID = """
noughts for letters | //seg[@type="letterhead"] | THE WHITE H0USE; WASHINGT0N
noughts for letters | //head[parent::div] |
noughts for letters | //titleStmt/title | Torn Nets
noughts for letters | //correspAction[@type="sent"]/persName | NANCY HAASE
noughts for letters | //correspDesc/@cert | medium
noughts for letters | //text//persName[not(@cert)] |
noughts for letters | //text//persName[@cert="medium"] | NANCY HAASE; Rudolf
figures that are no letters | //seg[@type="letterhead"] |
figures that are no letters | //text//persName[not(@cert)] | Strakencz
fields in two columns | //list[@type="subject"]/item | Repair of Nets
fields in two columns | //list[head="COUNTRY:"]/item | Ruritania
fields in two columns | //list[@type="number"]/item | 00-B-331
fields in two columns | //list[@type="date"]/item/date/@when | 1953-06-03
fields in two columns | //creation/date/@when | 1953-06-03
fields in two columns | //creation/placeName |
fields in two columns | //list[not(@type)]/head | COUNTRY:; DATE OF INFO:; NO. OF PAGES; PLACE ACQUIRED
words of one column | //list[@type="subject"]/item | Report No. 4 of the Harbour
number beside that of the file | //seg[@type="number"] | 14.; TELEGRAM 77
number beside that of the file | //seg[@type="file-number"] | DEA/11-A-40
number beside that of the file | //sourceDesc//idno | DEA/11-A-40
number beside that of the file | //correspAction[@type="sent"]/roleName | ambassadeur en Ruritanie
number beside that of the file | //correspAction[@type="received"]/roleName | secrétaire d'État aux Affaires extérieures
number beside that of the file | count(//head) | 2
number beside that of the file | //creation/placeName | Strelsau
number beside that of the file | //text//seg[@type="classification"] | CONFIDENTIAL. IMMEDIATE.
number beside that of the file | //signed | [R.A.] Rolle
title with a stroke | //head | 14. Nets/boats
seals before names | //signed | JOHN ROE.; NANCY POE.
seals before names | //signed//metamark |
seals in a column | //signed | John Roe; Nancy Poe
seals in a column | //seg[@type="seal"] | [L. S.]; [L. S.]
day below the title of minutes | //creation/date/@when | 1959-05-04
day below the title of minutes | //list[@type="participants"]/item//persName | John Roe; Nancy Poe
who was held | //creation |
who was held | //list[@type="participants"] |
German telegram in columns | //creation/date/@when | 1966-05-03T18:30:00
German telegram in columns | //opener//seg[@type="number"] | 88; 204-331/66 geheim; Fernschreiben Nr. 31
German telegram in columns | //seg[@type="received"] | Ankunft: 3. Mai 1966, 20.05 Uhr
German telegram in columns | //seg[@type="precedence"] | Citissime
German telegram in columns | //signed | [gez.] Roth
German telegram in columns | //sourceDesc//idno | VS-Bd. 77 (I A 4)
French telegram | //creation/date/@when | 1958-05-07
French telegram | //creation/placeName | Strelsau
French telegram | //dateline/seg[@type="number"] | T. nos 31 à 33.
French telegram | //dateline/seg[@type="classification"] | Très secret.
number of a treaty before its day | //seg[@type="number"] |
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)
