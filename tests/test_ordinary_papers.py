"""Papers of the most frequent kinds, as archives hold them: what must be said of them, and what must not."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "British despatch": """\
CONFIDENTIAL

No. 31                                         British Embassy,
(1077/14/52)                                      Strelsau.
                                               12th March, 1952.

Sir,

     In my despatch No. 29 I had the honour to report on the nets.

     I have the honour to be,
          with the highest respect,
               Sir,
          Your obedient Servant,

                         (Hugh Calverley)

The Right Honourable
     James Welland, M.C., M.P.,
          etc., etc., etc.,
               Foreign Office, S.W.1.
""",
    "conclusions of a cabinet": """\
                              SECRET

                        CABINET CONCLUSIONS

     A meeting of the Cabinet was held in the Council Chamber, East
Block, on Thursday, February 12th, 1953, at 11.00 a.m.

1.   The Cabinet noted the report of the Minister of Trade, who had
been to see the nets.

                                        J.W. Pottersby,
                                        Secretary to the Cabinet.

Council Office,
February 13th, 1953.
""",
    "minutes that two have signed": """\
                        CABINET CONCLUSIONS

     A meeting of the Cabinet was held on Thursday, February 12th, 1953.

1.   The Cabinet noted the report of the Minister of Trade, who had
been to see the nets.

                                        J.W. Pottersby,
                                        Secretary to the Cabinet.

John Foster Roe,
February 13th, 1953.
""",
    "cablegram with its distribution": """\
                    DEPARTMENT OF EXTERNAL AFFAIRS

                          INWARD CABLEGRAM

DATED:   4TH JUNE, 1965
         1930 LT

FROM:

RURITANIAN EMBASSY,
STRELSAU

THE MINISTER SAW THE AMBASSADOR THIS MORNING.  HE SPOKE AT LENGTH OF
THE NETS.

MIN. FOR EXTERNAL AFFAIRS
P.M.'S
DEFENCE
""",
    "deposition before a notary": """\
Mr. Whitlock to Mr. Poole.

Custom-House, Boston, May 30, 1863.

Sir: The Petrel cleared at this port on the 3d of March last.

I am, very respectfully,
AMOS WHITLOCK, Collector.

[Inclosure.]

Deposition of Peter Lundgren.

Boston, May 29, 1863.

Peter Lundgren deposes and says that he is master of the Petrel.

HIRAM COLE, Notary Public.
""",
    "talk of two who call each other by forename": """\
TELEPHONE CONVERSATION

K: Anatol, I wanted to tell you about our plane.

D: Very good, Henry. Mr. Gromeko will meet you.

K: Is there good hunting?

D: No, Henry, you will have to shoot a boar.
""",
    "telegrams of a chargé d'affaires": """\
File No. 812.00/3418.

The American Chargé d’Affaires to the Secretary of State.

[Telegram—Paraphrase.]

American Embassy, Strelsau, March 28, 1912—3 p.m.

The consul reports the railway cut at three points, and the mail of the 21st has not arrived.

Thornbury.

File No. 812.00/3419.

The Acting Secretary of State to the American Chargé d’Affaires.

[Telegram.]

Department of State, Washington, March 29, 1912.

Your March 28, 3 p.m. You may inform the Foreign Office. Keep the consul advised.

Huntingdale.
""",
    "German record": """\
Aufzeichnung des Ministerialdirektors Kesselring

210-331.00-567/72                    24. März 1972

Betr.: Gespräch mit dem Botschafter

Der Botschafter suchte mich heute auf seinen Wunsch auf und sagte, seine Regierung sei besorgt über die Netze.

Hiermit über den Herrn Staatssekretär dem Herrn Minister mit der Bitte um Kenntnisnahme vorgelegt.

Kesselring

VS-Bd. 9011 (210)
""",
    "mail with a greeting and a dash": """\
From: Okafor, Lena M
Sent: Friday, October 01, 2010 9:03 PM
To: Marlowe, Jonathan T <MarloweJT@state.example>
Subject: Nets

Jonathan -

The final list was published today. There are nineteen boats on it.

Hi Jon Harding, and thank you.
""",
    "note of a French ministry": """\
MINISTÈRE DES AFFAIRES ÉTRANGÈRES

DIRECTION D'EUROPE
Sous-direction d'Europe centrale

                                        Paris, le 14 novembre 1957

CONFIDENTIEL

                              NOTE

A.s. Conversation avec l'Ambassadeur de Ruritanie

     L'Ambassadeur de Ruritanie est venu me voir ce matin, sur sa
demande. Il m'a remis une note concernant les filets.

                                        Jean LAVERGNE
""",
    "memorandum with a subject below its kind": """\
MEMORANDUM

SUBJECT:  Nets in the Northern Sea

     The nets were cut in the night of Monday.
""",
    "summary record of an alliance": """\
NORTH ATLANTIC COUNCIL

NATO SECRET
SUMMARY RECORD
C-R(58)23

     Summary Record of a meeting of the Council held at the
      Permanent Headquarters, Paris, XVIe., on Wednesday,
                 30th April, 1958 at 10.15 a.m.

1.   The CHAIRMAN recalled that the Council had agreed to discuss
the nets.
""",
    "resolution of a council": """\
                    Resolution 627 (1978)
                       of 3 May 1978

     The Security Council,

     Recalling its resolution 625 (1978) of 19 March 1978,

     1.  Takes note of the nets.
""",
    "letter whose address has a full stop": """\
                                British Embassy,
                                   Strelsau.
                               12th March, 1952.

Sir,

     In my despatch No. 29 I had the honour to report on the nets.

     I have the honour to be, Sir,
          Your obedient Servant,

                         Hugh Calverley
""",
}

SAID = """
letter whose address has a full stop | //creation/date/@when | 1952-03-12
letter whose address has a full stop | //opener/dateline/date | 12th March, 1952
letter whose address has a full stop | //seg[@type='letterhead'] | British Embassy,; Strelsau.
note of a French ministry | //titleStmt/title | Conversation avec l'Ambassadeur de Ruritanie
note of a French ministry | //head[not(parent::list)] | NOTE
note of a French ministry | //list[@type='subject']/head | A.s.
note of a French ministry | //term[@type='classification'] | Confidentiel
note of a French ministry | //opener/seg[@type='letterhead'] | \
MINISTÈRE DES AFFAIRES ÉTRANGÈRES; DIRECTION D'EUROPESous-direction d'Europe centrale
note of a French ministry | //dateline/placeName | Paris
memorandum with a subject below its kind | //titleStmt/title | Nets in the Northern Sea
summary record of an alliance | //titleStmt/title | Summary Record of a meeting of the Council held at \
the Permanent Headquarters, Paris, XVIe., on Wednesday, 30th April, 1958 at 10.15 a.m.
summary record of an alliance | //opener/seg[@type='number'] | C-R(58)23
summary record of an alliance | //creation/date/@when | 1958-04-30T10:15:00
resolution of a council | //titleStmt/title | Resolution 627 (1978) of 3 May 1978
resolution of a council | //creation/date/@when | 1978-05-03
resolution of a council | //creation/date/@cert |
telegrams of a chargé d'affaires | //div[@type='document']/head/roleName[@type='from'] | \
American Chargé d’Affaires; Acting Secretary of State
telegrams of a chargé d'affaires | //closer/signed | Thornbury.; Huntingdale.
German record | //closer/signed | Kesselring
German record | //closer/seg[@type='file-number'] | VS-Bd. 9011 (210)
German record | //div[@type='section'] |
mail with a greeting and a dash | //head[not(parent::list)] |
mail with a greeting and a dash | //body//p/persName | Jon Harding
British despatch | //titleStmt/title | [Hugh Calverley to James Welland, 12th March, 1952]
British despatch | //closer/signed | (Hugh Calverley)
British despatch | //correspAction[@type='sent']/persName | Hugh Calverley
British despatch | //correspAction[@type='received']/persName | James Welland
conclusions of a cabinet | //creation/date/@when | 1953-02-12
conclusions of a cabinet | //closer/signed | J.W. Pottersby,Secretary to the Cabinet.
conclusions of a cabinet | //closer/dateline/placeName | Council Office
conclusions of a cabinet | //correspAction |
minutes that two have signed | //closer/signed | John Foster Roe,
minutes that two have signed | //creation/date/@when | 1953-02-12
cablegram with its distribution | //creation/date | 4TH JUNE, 1965 1930 LT
cablegram with its distribution | //creation/date/@when | 1965-06-04T19:30:00
cablegram with its distribution | //correspAction/orgName | RURITANIAN EMBASSY, STRELSAU
cablegram with its distribution | //signed |
deposition before a notary | //signed/persName | AMOS WHITLOCK; HIRAM COLE
talk of two who call each other by forename | //standOff//persName | Gromeko
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)
