"""Small papers whose ends and dates are easily misread: who signs, who is written to, and which date is the paper's."""

from __future__ import annotations

import pytest
from lxml import etree

import teiconv

LETTER = "May 5, 1951\n\nDear Jack:\n\nI shall be in Rome.\n\nSincerely yours,\n\nWilliam Roe\n"
TOP = "June 3, 1884\n\nMy dear Sir:\n\nThe boats are late.\n\n"
MAIL = "From: Jane Roe\nSent: Monday, May 3, 1999 10:00 AM\nTo: John Doe\nSubject: FW: Boats\n\n"
QUOTED = "From: Peter Alton\nSent: Sunday, May 2, 1999 9:00 AM\nTo: Jane Roe\nSubject: Boats\n\nThey are late.\n"
PAPERS = {
    "address that begins with Mr.": f"{LETTER}\nMr. John P. Alton,\nAmerican Embassy,\nRome.\n",
    "address that begins with The Honorable": f"{LETTER}\nThe Honorable\nJohn P. Alton,\nAmerican Embassy,\nRome.\n",
    "address in Spanish": "Lima, 4 de mayo de 1861\n\nSeñor Ministro:\n\nLos barcos llegan tarde.\n\n"
    "José María Urrutia\n\nAl Excelentísimo Señor\nWilliam H. Penrose\nEnviado de los Estados Unidos\n",
    "doctor who signs": LETTER.replace("William Roe", "Dr. William Roe"),
    "signed in brackets": LETTER.replace("William Roe", "(s) Dean Ashby"),
    "signed in brackets below a close": f"{TOP}I have, &c.\n(Signed) JAS. ALTON.\n",
    "forename cut short": f"{TOP}Your obedient servant,\n\nTheo. Hargreave.\n",
    "quoted mail": f"{MAIL}Yes.\n\n-----Original Message-----\nFrom: John Doe\nSent: Sunday, May 2, 1999 9:00 AM\n",
    "secretary of a meeting": "MINUTES OF THE HARBOR COMMITTEE\n\nMr. Roe said that the boats were late, and left.\n\n"
    "John Reed\nSecretary\n",
    "minutes of a committee": "MINUTES OF THE MEETING OF THE COMMITTEE\n\nHeld in the Conference Room at 3 p.m.\n\n"
    "Mr. Roe said that the boats were late, and left.\n",
    "year without its century": f"Jan. 9, '91\n\n{LETTER.partition('1951')[2].lstrip()}",
    "forwarded without a rule": f"{MAIL}{QUOTED}",
    "mail without a date": "From: Jane Roe\nTo: John Doe\nSubject: Boats\n\nYes.\n\n"
    f"-----Original Message-----\n{QUOTED}",
    "stamp of a release at the end": "MEMORANDUM\n\nTO: John Doe\nFROM: Peter Alton\n\nThe boats are late.\n\n"
    "ALL INFORMATION CONTAINED\nHEREIN IS UNCLASSIFIED\nDATE 03-11-1997 BY SP-2 ALM\n",
    "date below the name": "MEMORANDUM FOR THE RECORD\n\nThe boats are late.\n\nJohn Reed\n8 May 1974\n",
    "sentence that ends with a date": "MEMORANDUM FOR THE FILE\n\nMr. Roe wrote to us about the letter of\n"
    "May 5, 1951.\n\nHe is ill.\n",
    "sentence above the date": "The Secretary acknowledges the receipt of his note of\nApril 21, 1938.\n\n"
    "Department of State,\nWashington, April 29, 1938.\n",
    "ratification of a treaty": "CONVENTION ON CLAIMS\n\nSigned at Puerto Viejo, February 19, 1859; ratifications "
    "exchanged at\nWashington, January 5, 1860.\n\nThe parties agree.\n",
    "indented letterhead": "No. 118.      LEGATION OF THE UNITED STATES,\n      Lisbon, August 14, 1872.\n"
    "      (Received September 4.)\n\nSIR: The boats are late.\n\nI have, &c.,\n\nJOHN ALTON.\n\n[Inclosure.]\n\n"
    "LISBON, August 9, 1872.\n\nSIR: We pay.\n",
    "number above a letterhead": "No. 118.    LEGATION OF THE UNITED STATES,\nLisbon, August 14, 1872.\n\n"
    "SIR: I have the honor to report.\n\nI have, &c.,\n\nJOHN ALTON.\n",
    "salutation before the first sentence": "Lisbon, June 3, 1884.\n\nHon. Frederick Hargrove,\nSecretary of State.\n\n"
    "SIR: The boats are late.\n\nI have, &c.,\n\nJohn Alton.\n",
    "no empty line above the salutation": "Lisbon, June 3, 1884.\nHon. Frederick Hargrove,\nSecretary of State.\n"
    "SIR: The boats are late.\n\nI have, &c.,\n\nJohn Alton.\n",
    "speaker below two short lines": "May 3, 1971\n\nMr. Peter Alton\nMr. William Roe\n\nMr. Roe: They are late.\n",
    "post above its place": "FROM: SECSTATE WASHDC\nTO: AMEMBASSY,\nPARIS.\n\nSUBJECT: Boats\n\nThe boats are late.\n",
    "post above its place, without a heading": "Washington, May 5, 1954\n\nAMEMBASSY,\nPARIS.\n\nThe boats are late.\n",
    "number and kind of a paper": "No. 12. Minute\n\nM. Roe proposed the treaty of May 5, 1861.\n\nM. Doe agreed.\n",
    "number of things": "1600 Boats\n\nThe Minister asked for 1600 boats.\n",
    "day before the month in a title": "Minutes of the Meeting Held at Brussels on 3 November 1921\n\nM. Roe spoke.\n",
    **{
        lines.replace("\n", " "): f"{TOP}{lines}\n\nTheo Hargreave\n"
        for lines in (
            "I am, Sir,\nYour obedient servant,",
            "I have the honor to be,\nSir,\nYour obedient servant,",
            "Believe me,\nYours faithfully,",
            "I am, my dear Sir,\nVery truly yours,",
            "Veuillez agréer, Monsieur le Ministre,\nles assurances de ma haute considération.",
            "As ever,",
            "Yours ever,",
            "Tout à vous,",
        )
    },
    "close above the name": f"{TOP}I remain, my dear Sir,\nYour obedient servant,\nTheo Hargreave\n",
}
SENT, RECEIVED = "//correspAction[@type='sent']/persName", "//correspAction[@type='received']/persName"
DATE = "//creation/date/@when"

SAID = [
    ("address that begins with Mr.", SENT, ["William Roe"]),
    ("address that begins with Mr.", RECEIVED, ["John P. Alton"]),
    ("address that begins with Mr.", "//seg[@type='addressee']", ["Mr. John P. Alton,American Embassy,Rome."]),
    ("address that begins with The Honorable", RECEIVED, ["John P. Alton"]),
    ("address in Spanish", SENT, ["José María Urrutia"]),
    ("doctor who signs", SENT, ["William Roe"]),
    ("signed in brackets", SENT, ["Dean Ashby"]),
    ("signed in brackets below a close", SENT, ["JAS. ALTON"]),
    ("forename cut short", SENT, ["Theo. Hargreave"]),
    ("quoted mail", "//list[@type='from']/item/persName", ["Jane Roe", "John Doe"]),
    ("quoted mail", "//list/head/persName", []),
    ("secretary of a meeting", "//closer/signed", ["John ReedSecretary"]),
    ("secretary of a meeting", "//correspDesc", []),
    ("minutes of a committee", "//head", ["MINUTES OF THE MEETING OF THE COMMITTEE"]),
    ("minutes of a committee", "//seg | //dateline | //creation", []),
    ("year without its century", "//opener/dateline/date[not(@when)]", ["Jan. 9, '91"]),
    ("year without its century", "//head | //creation", []),
    ("forwarded without a rule", SENT, ["Jane Roe"]),
    ("forwarded without a rule", RECEIVED, ["John Doe"]),
    ("mail without a date", DATE, []),
    ("stamp of a release at the end", "//closer", []),
    ("stamp of a release at the end", "count(//fw[@type='stamp'])", ["3"]),
    ("date below the name", "//closer/signed", ["John Reed"]),
    ("date below the name", "//closer/dateline", ["8 May 1974"]),
    ("sentence that ends with a date", "//dateline", []),
    ("sentence that ends with a date", DATE, []),
    ("sentence above the date", DATE, ["1938-04-29"]),
    ("ratification of a treaty", DATE, []),
    ("indented letterhead", SENT, ["JOHN ALTON"]),
    ("indented letterhead", DATE, ["1872-08-14"]),
    ("indented letterhead", "//opener[1]/dateline/lb", [""]),
    ("number above a letterhead", DATE, ["1872-08-14"]),
    ("number above a letterhead", "//head | //note", []),
    ("salutation before the first sentence", RECEIVED, ["Frederick Hargrove"]),
    ("no empty line above the salutation", RECEIVED, ["Frederick Hargrove"]),
    ("no empty line above the salutation", "//seg[@type='addressee']", ["Hon. Frederick Hargrove,Secretary of State."]),
    ("no empty line above the salutation", "//body//p", ["SIR: The boats are late."]),
    ("speaker below two short lines", "//seg[@type='addressee']", []),
    ("post above its place", "//list[@type='to']/item", ["AMEMBASSY,PARIS."]),
    ("post above its place", "//correspAction[@type='received']/orgName", ["AMEMBASSY, PARIS."]),
    (
        "post above its place, without a heading",
        "//correspAction[@type='received']/orgName[@cert='medium']",
        ["AMEMBASSY, PARIS."],
    ),
    ("number and kind of a paper", "//head | //note | //creation", []),
    ("number of things", "//head | //note", []),
    ("day before the month in a title", DATE, ["1921-11-03"]),
    *((name, SENT, ["Theo Hargreave"]) for name, text in PAPERS.items() if text.endswith("\nTheo Hargreave\n")),
    *((name, "count(//closer/salute)", ["1"]) for name, text in PAPERS.items() if text.endswith("\nTheo Hargreave\n")),
]


def _said(text: str, path: str) -> list[str]:
    root = etree.fromstring(teiconv.to_tei(text))
    for node in root.iter(etree.Element):
        node.tag = etree.QName(node).localname
    found = root.xpath(path)
    nodes = found if isinstance(found, list) else [f"{found:.0f}"]
    return [" ".join((node if isinstance(node, str) else "".join(node.itertext())).split()) for node in nodes]


@pytest.mark.parametrize(("name", "path", "expected"), SAID)
def test_what_is_said_of_its_end_and_date(name: str, path: str, expected: list[str]) -> None:
    assert _said(PAPERS[name], path) == expected


@pytest.mark.parametrize("name", PAPERS)
def test_the_text_comes_back(name: str) -> None:
    assert teiconv.to_text(teiconv.to_tei(PAPERS[name])) == PAPERS[name]
