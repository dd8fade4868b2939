"""The articles of a treaty are its sections; an article by itself may be quoted, and is a paragraph."""

from __future__ import annotations

from said_of_papers import checks_of

HEAD = "TREATY OF NETS BETWEEN THE KINGDOM OF RURITANIA AND THE REPUBLIC OF STRELSAU\n"
PEACE = "\nThere shall be perpetual peace between those who fish.\n"
NETS = "\nThe nets shall be mended every spring.\n"
SIGNED = """
Done in duplicate at Strelsau, this 12th day of April, one thousand nine hundred and two.

[SEAL.] CHARLES FERRAND.
[SEAL.] EMIL KRASNA.
"""
PAPERS = {
    "Roman": f"{HEAD}\nArticle I.\n{PEACE}\nArticle II.\nOf Nets\n{NETS}\nArticle III.\n{NETS}{SIGNED}",
    "Arabic": f"{HEAD}\nARTICLE 1 — Peace\n{PEACE}\nARTICLE 2 — Nets\n{NETS}{SIGNED}",
    "quoted": f"MEMORANDUM\n\nMay 3, 1962\n\nThe treaty says:\n\nArticle 5\n{NETS}\nThis is clear to all of us.\n",
    "out of order": f"{HEAD}\nArticle II.\n{NETS}\nArticle I.\n{PEACE}",
}
SECTIONS = "//div[@type='section']/head"
SAID = f"""
Roman        | {SECTIONS} | Article I.; Article II.Of Nets; Article III.
Roman        | //closer/signed | CHARLES FERRAND.; EMIL KRASNA.
Roman        | //correspDesc |
Arabic       | {SECTIONS} | ARTICLE 1 — Peace; ARTICLE 2 — Nets
quoted       | {SECTIONS} |
out of order | {SECTIONS} |
"""

test_of_articles, test_treaties_are_valid_and_come_back = checks_of(PAPERS, SAID)
