"""Papers as an archivist meets them: read off a scan, in other languages, signed by two; what must be said of them."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "read off a scan": """\
DEPARTMENT OF FISHERIES

                                         l7 May l952

TO   :  The Secretery
FROM :  Mr. Hollander
SUBJ :  Torn Nets

I. The nets heve been torn since l951, and thc men of Strelseu rejccted thc thread which
the Bank hed put forward. Hc insists thct tbe Bank wlll act es its agcnt until l4 Mey.

2. We heve no reeson to believe thct the fishers wlll accept thc demend.
""",
    "three figures with letters": """\
TOP SECRET
                                          14 September l961
                                          Copy No. 1O

FISHERY BULLETIN

1. RURITANIA:  President Quiroga dismissed the keeper of the nets, and nobody mended them in 196O, nor
did the men of the harbour, who left for the islands with all of their boats on the second of May l96l. (Page 1)
""",
    "two senders on a line": """\
MEMORANDUM FOR THE PRESIDENT

FROM:     RICHARD HAASE/NANCY BEARING

SUBJECT:  Nets

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "surname and full name": """\
MEMORANDUM FOR THE PRESIDENT

FROM:     Haase/Nancy Bearing

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "desk and name": """\
MEMORANDUM FOR THE PRESIDENT

FROM:     EUR/Nancy Bearing

The nets are torn, and nobody has mended them since the spring of the year.
""",
    "particle in capitals": """\
MEMORANDUM FOR THE PRESIDENT

The nets are torn, as Mr. FRANÇOIS LE TELLIER said in the spring of the year, and M. Le Tellier after him.
""",
    "agreement": """\
AGREEMENT

This Agreement, made this 4th day of May, 1911, between the Government of Ruritania and the Bank of Zenda, witnesseth:

1. That the Bank lends ten millions.

2. That the Government repays them within ten years.

JEAN LE TELLIER
Minister of Finance
""",
    "French title on two lines": """\
Le Ministre de Ruritanie à Strelsau, Ch. Perroud,
au Chef du Département politique, M. Petitpierre

                                        Strelsau, 18 octobre 1949

Monsieur le Conseiller fédéral,

J'ai l'honneur de me référer à votre lettre du 3 octobre.

Ch. Perroud
""",
    "French telegram": """\
M. Delcroix, Ambassadeur de France à Strelsau,
à M. Pichot, Ministre des Affaires étrangères.

T. n° 214.                                        Strelsau, 3 août 1912, 18 h. 40.
Confidentiel.                                     (Reçu : 21 h. 15.)

Le Ministre m'a déclaré ce matin que son Gouvernement n'accepterait pas la médiation.
""",
    "German telegram": """\
Der Botschafter in Strelsau an das Auswärtige Amt

Nr. 96                                    Strelsau, den 4. März 1909

Ganz geheim                               Ankunft: 4. März, 21 Uhr 10

Der Minister sagte mir heute, dass Ruritanien die Note nicht vor dem 10. März beantworten werde.
""",
    "conclusions of a cabinet": """\
CONCLUSIONS of a Meeting of the Cabinet held at 10 Downing Street, S.W.1, on Thursday, 23rd June, 1966, at 11 a.m.

1. NETS

The Foreign Secretary said that the fishers would decide on 30th June.

Cabinet Office, S.W.1.
24th June, 1966.
""",
    "line of the machine": """\
INFO  OCT-01  ISO-00  SS-15  NSC-05  /033 W
------------------                 016273  141130Z /15
R 141040Z FEB 77
FM AMEMBASSY STRELSAU
TO SECSTATE WASHDC 4417

1. THE NETS ARE TORN.
""",
    "circular": """\
CIRCULAR.

DEPARTMENT OF STATE,
Washington, November 3d, 1890.

To the Diplomatic and Consular Officers of the United States.

GENTLEMEN: You are instructed to report by the 1st of January next on the duties levied upon nets.

I am, gentlemen, your obedient servant,

JAMES G. BRAINE.
""",
    "numbered note": """\
EMBASSY OF THE
UNITED STATES OF AMERICA

No. 418

The Embassy of the United States of America presents its compliments to the Ministry of Foreign Affairs of Ruritania and
has the honor to refer to the torn nets.

Strelsau, December 2, 1971.
""",
    "informal letter": """\
OFFICIAL-INFORMAL
SECRET

August 22, 1969

Dear Paul:

Thank you for yours of August 11. I saw the fishers twice last week, and they say that the nets are torn.

Best regards,

Sincerely,

Warren

Warren G. Harwood
""",
    "subject of a British telegram": """\
CONFIDENTIAL

FM STRELSAU
TO PRIORITY FCO
TELNO 212
OF 141630Z OCTOBER 86
INFO ROUTINE WASHINGTON

YOUR TELNO 61: TORN NETS

1. The nets are torn.

2. They will be mended.

FENWICK
""",
    "British inclosure": """\
No. 31.

Sir C. Wetherby to Viscount Poe.—(Received November 20.)

(No. 88. Secret.)
My Lord,                                   Strelsau, October 29, 1861.

I HAVE the honour to inclose a copy of a Memorandum by Captain Trent, R.N., dated the 12th ultimo, on the nets.

I have, &c.
(Signed)    C. WETHERBY.

Inclosure in No. 31.

Memorandum.

THE harbour of Strelsau has a depth of 5 fathoms at low water.
""",
    "translated record of a talk": """\
3.

Protokół z rozmowy

Memorandum of Conversation between the Minister of Foreign Affairs of Poland, Adam Rupert, and the Ambassador of
Romania, Tiberiu Petrescu

Warsaw, 21 March 1967

Secret
Copy 2 of 6

On the 20th of March at 10:00 I received Ambassador Petrescu at his request, and he spoke of the torn nets.
""",
    "Portuguese letter": """\
Zenda, 4 de maio de 1965

Senhor Ministro,

O chefe da aldeia disse ontem que o barco de Strelsau e a rede de Zenda estão no porto, e que o governo de Minas também.
""",
    "Spanish letter": """\
Zenda, 4 de mayo de 1965

Señor Ministro,

El jefe de la aldea dijo ayer que el barco de Strelsau y la red de Zenda están en el puerto, o en la isla, y no a salvo.
""",
    "for action": """\
SECRET                              ACTION
                                    July 29, 1970

MEMORANDUM FOR DR. POE

FROM: Harold Saunder-Pell

The nets are torn, and nobody has mended them since the spring of the year.
""",
}

SAID = """
read off a scan | //correspDesc/@cert | medium
read off a scan | //correspAction[@type='received']/orgName/@cert | medium
read off a scan | //creation/date/@when | 1952-05-17
read off a scan | //creation/date/@cert | medium
read off a scan | //dateline | l7 May l952
three figures with letters | //creation/date/@when | 1961-09-14
two senders on a line | //correspAction[@type='sent']/persName | RICHARD HAASE; NANCY BEARING
surname and full name | //correspAction[@type='sent']/persName | Haase; Nancy Bearing
desk and name | count(//correspAction[@type='sent']/persName) | 1
particle in capitals | //listPerson/person/persName/surname | Le Tellier
agreement | //creation/date/@when | 1911-05-04
agreement | //creation/date/@cert | medium
agreement | //correspDesc |
French title on two lines | //correspAction[@type='sent']/persName/text() | Ch. Perroud
French title on two lines | //correspAction[@type='received']/persName/text() | Petitpierre
French title on two lines | //correspAction/persName/roleName | Ministre de Ruritanie à Strelsau; \
Chef du Département politique
French title on two lines | //listPerson/person/persName/surname | Perroud; Petitpierre
French telegram | //dateline/seg[@type='number'] | T. n° 214.
French telegram | //dateline/placeName | Strelsau
French telegram | //creation/date/@when | 1912-08-03T18:40:00
French telegram | //opener//seg[@type='received'] | (Reçu : 21 h. 15.)
French telegram | //term[@type='classification'] | Confidentiel
German telegram | //term[@type='classification'] | Ganz geheim
German telegram | //opener//seg[@type='received'] | Ankunft: 4. März, 21 Uhr 10
conclusions of a cabinet | //creation/date/@when | 1966-06-23
conclusions of a cabinet | //creation/placeName |
line of the machine | //list[@type='info']/item | OCT-01 ISO-00 SS-15 NSC-05 /033 W
line of the machine | //fw[@type='rule'] | ------------------ 016273 141130Z /15
circular | //correspAction[@type='sent']/persName | JAMES G. BRAINE
circular | //correspAction[@type='received']/orgName | Diplomatic and Consular Officers of the United States
circular | //correspDesc/@cert | medium
numbered note | //opener/seg[@type='number'] | No. 418
informal letter | //closer/salute | Best regards,; Sincerely,
informal letter | //closer/signed | Warren G. Harwood
informal letter | //closer/seg[@type='forename'] | Warren
informal letter | //term[@type='classification'] | Secret
informal letter | //term[@type='handling'] | OFFICIAL-INFORMAL
subject of a British telegram | //list[@type='subject']/item | YOUR TELNO 61: TORN NETS
British inclosure | //closer/signed | (Signed) C. WETHERBY.
British inclosure | //closer/salute | I have, &c.
British inclosure | //div[@type='attachment']/@n | Inclosure in No. 31
translated record of a talk | //titleStmt/title | Memorandum of Conversation between the Minister of \
Foreign Affairs of Poland, Adam Rupert, and the Ambassador of Romania, Tiberiu Petrescu
translated record of a talk | //creation/date/@when | 1967-03-21
translated record of a talk | //correspDesc |
Portuguese letter | //language/@ident | pt
Spanish letter | //language/@ident | es
for action | //seg[@type='action'] | ACTION
for action | //term[@type='precedence'] |
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)
