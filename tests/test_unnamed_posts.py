"""A lone word that faces a post on the heading lines of a cable: a post, unless more says that it is somebody."""

from __future__ import annotations

from said_of_papers import checks_of

NETS = "\nThe nets are torn, and nobody has mended them since the spring of the year.\n"
PAPERS = {
    "form": f"INCOMING TELEGRAM     Department of State\n\nFROM: Strelsau\nTO: Secretary of State\n{NETS}",
    "cable": f"FROM: Strelsau\nTO: SECSTATE WASHDC\n{NETS}",
    "to a post": f"FROM: AMEMBASSY LIMA\nTO: Strelsau\n{NETS}",
    "town": f"FROM: Paris\nTO: SECSTATE WASHDC\n{NETS}",
    "signs": f"FROM: Orskow\nTO: SECSTATE WASHDC\n{NETS}\nMr. Orskow mended his own.\n",
    "known": f"FROM: Kissinger\nTO: AMEMBASSY LIMA\n{NETS}",
    "memorandum": f"MEMORANDUM\n\nTO: The Secretary of State\nFROM: Orskow\n\nSUBJECT: Nets\n{NETS}",
}
SENT = "//correspAction[@type='sent']"
SAID = f"""
form        | {SENT}/orgName[@cert='medium'] | Strelsau
form        | //correspDesc/@cert | medium
form        | //persName |
form        | //item/orgName/@cert | medium
cable       | {SENT}/orgName[@cert='medium'] | Strelsau
cable       | //persName |
to a post   | //correspAction[@type='received']/orgName[@cert='medium'] | Strelsau
town        | {SENT}/orgName[not(@cert)] | Paris
town        | //item/orgName |
signs       | {SENT}/persName | Orskow
known       | {SENT}/persName | Kissinger
memorandum  | {SENT}/persName | Orskow
"""

test_of_a_lone_word_that_faces_a_post, test_heading_lines_with_a_lone_word_are_valid_and_come_back = checks_of(
    PAPERS, SAID
)
