"""Ordinary letters, American and British: letterhead, date, inside address, salutation, close and who signs."""

from __future__ import annotations

from said_of_papers import checks_of

NETS = "\nThe nets are torn, and nobody has mended them since the spring of the year.\n"
PAPERS = {
    "committee": f"""\
COMMITTEE FOR THE NETS OF RURITANIA
118 Harbor Street
Strelsau 19, N. Y.

March 3, 1952

The Honorable
Rudolf T. Roth
Secretary of State
Washington 25, D. C.

Dear Mr. Secretary:
{NETS}
Respectfully yours,

Anton Petrak                         Maria Solenk
Chairman                             Secretary

cc: Hon. William Dunmore
""",
    "law firm": f"""\
HALE, MARSH & COLE
Counsellors at Law
1214 Harbor Avenue, N.W.
Strelsau 5, D.C.

BY HAND                                             April 4, 1957

The Secretary of State
Washington, D. C.

Sir:
{NETS}
Respectfully,

John Hale
For the firm
""",
    "university": f"""\
RURITANIA UNIVERSITY
Department of Nets
Strelsau, Maine 04401

October 12, 1971

Honorable Rudolf Roth
Assistant Secretary of State
Washington, D.C. 20520

Dear Rudolf:
{NETS}
Sincerely,

Helen Roe
""",
    "British": f"""\
                    14, Queen's Gate Gardens,
                    London, S.W.7.

                    3rd November, 1936.

Dear Sir Rudolf,
{NETS}
                    Yours sincerely,

                    ARTHUR HALE

The Right Hon. Sir Rudolf Roth, G.C.M.G.,
     Foreign Office, S.W.1.
""",
    "British company": f"""\
STRELSAU NET CO., LTD.
8 Quay Road
London, E.C.4

9th May, 1950

The Under-Secretary of State,
Foreign Office,
London, S.W.1

Sir,
{NETS}
I am, Sir,
Your obedient Servant,

G. H. PEPPER
Director
""",
    "by herself": f"""\
1600 Harbor Road
Strelsau, Maine
August 2, 1953

Dear Mr. President:
{NETS}
Sincerely yours,

(Mrs.) Helen Roe
""",
    "report": f"""\
REPORT ON NETS
Prepared in Strelsau 25, D. C.

May 3, 1952
{NETS}""",
    "address before the date": f"""\
Mr. Henry Orskow
118 Harbor Street
Strelsau 19, N. Y.

May 3, 1952
{NETS}""",
    "house of the writer": f"""\
The Secretary of State
Washington

May 3, 1952

Dear Mr. Orskow:
{NETS}""",
    "capitals": f"""\
May 3, 1952

Dear Mr. Orskow:
{NETS}
Sincerely,

FISHING HOUSE
""",
}
LETTERHEAD = "//opener/seg[@type='letterhead']"
ADDRESSEE = "//opener/seg[@type='addressee']"
SENT, RECEIVED = "//correspAction[@type='sent']", "//correspAction[@type='received']"
SAID = f"""
committee   | {LETTERHEAD} | COMMITTEE FOR THE NETS OF RURITANIA118 Harbor StreetStrelsau 19, N. Y.
committee   | //opener/dateline/date/@when | 1952-03-03
committee   | {ADDRESSEE}/persName | Rudolf T. Roth
committee   | //opener/salute | Dear Mr. Secretary:
committee   | {SENT}/persName[@cert='low'] | Anton Petrak; Maria Solenk
committee   | {RECEIVED}/persName[@cert='medium'] | Rudolf T. Roth
committee   | //head |
law firm    | {LETTERHEAD} | HALE, MARSH & COLECounsellors at Law1214 Harbor Avenue, N.W.Strelsau 5, D.C.
law firm    | //opener/dateline/seg[@type='remark'] | BY HAND
law firm    | {LETTERHEAD}/persName |
law firm    | {ADDRESSEE} | The Secretary of StateWashington, D. C.
law firm    | {RECEIVED}/roleName[@cert='medium'] | Secretary of State
law firm    | {SENT}/persName[@cert='medium'] | John Hale
university  | {LETTERHEAD} | RURITANIA UNIVERSITYDepartment of NetsStrelsau, Maine 04401
university  | {SENT}/persName[@cert='medium'] | Helen Roe
university  | {RECEIVED}/persName[@cert='medium'] | Rudolf Roth
British     | {LETTERHEAD} | 14, Queen's Gate Gardens,; London, S.W.7.
British     | {SENT}/persName[@cert='medium'] | ARTHUR HALE
British     | {RECEIVED}/persName[@cert='medium'] | Rudolf Roth
British company | {LETTERHEAD} | STRELSAU NET CO., LTD.8 Quay RoadLondon, E.C.4
British company | {ADDRESSEE} | The Under-Secretary of State,Foreign Office,London, S.W.1
British company | {RECEIVED}/roleName[@cert='medium'] | Under-Secretary of State
British company | {SENT}/persName[@cert='medium'] | G. H. PEPPER
by herself  | //closer/signed | (Mrs.) Helen Roe
by herself  | {SENT}/persName[@cert='medium'] | Helen Roe
report      | //head | REPORT ON NETS
report      | {LETTERHEAD} |
address before the date | {LETTERHEAD} |
house of the writer | {LETTERHEAD} | The Secretary of State; Washington
house of the writer | //correspDesc |
capitals    | //correspDesc |
"""

test_of_letters_of_a_house, test_letters_of_a_house_are_valid_and_come_back = checks_of(PAPERS, SAID)
