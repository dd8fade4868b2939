"""Documents of French, German, Italian and British collections: number, title, who writes to whom, place and hour."""

from __future__ import annotations

import pytest
from said_of_papers import texts_at, tree_of

from teiconv import to_tei, validate
from teiconv.convert import to_bytes

FRENCH = """131

M. Roy-Bonnet, Ambassadeur de France à Strelsau,
à M. Petit, Ministre des Affaires étrangères.

T. n° 12 à 14. Réservé.

Strelsau, 20 novembre 1937, 21 h. 30.
(Reçu : 23 h. 15)

Le Chancelier m'a reçu hier.1 L'entretien a duré trois heures.

Il n'a rien promis.2

Roy-Bonnet.

1 Voir n° 119.
2 Non reproduit.
"""
GERMAN = """Nr. 214

Der Botschafter in Strelsau an das Auswärtige Amt

Telegramm

Nr. 61 vom 3. April 1936        Strelsau, den 3. April 1936  19.40 Uhr
                                Ankunft: 3. April 21.15 Uhr

Der Minister bat mich heute zu sich.1

Roth

1 Vgl. Nr. 198.
"""
ITALIAN = """312

IL MINISTRO A STRELSAU, ROSSI,
AL MINISTRO DEGLI ESTERI, BIANCHI

T. 4410/211 R.                    Strelsau, 9 maggio 1937, ore 20,15
                                  (per. ore 22,40).

Il Governo non ha preso alcun impegno.

ROSSI
"""
REGISTER = """45

Aufzeichnung des Ministerialdirektors Roth

II A 1-83.10/70          13. Februar 1970

Betr.: Netze

Er kam.
"""
SENT, RECEIVED = "correspAction[@type='sent']", "correspAction[@type='received']"


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        (FRENCH, f"//{SENT}/persName", "Ambassadeur de France à Strelsau Roy-Bonnet"),
        (FRENCH, f"//{RECEIVED}/persName", "Ministre des Affaires étrangères Petit"),
        (FRENCH, "//creation/date/@when", "1937-11-20T21:30:00"),
        (FRENCH, "//creation/placeName", "Strelsau"),
        (FRENCH, "count(//body//note)", "2"),
        (FRENCH, "//div[@type='document']/@n", "131"),
        (GERMAN, f"//{SENT}/roleName", "Botschafter in Strelsau"),
        (GERMAN, f"//{RECEIVED}/orgName", "Auswärtige Amt"),
        (GERMAN, "//creation/date/@when", "1936-04-03T19:40:00"),
        (GERMAN, "//creation/placeName", "Strelsau"),
        (GERMAN, "//div[@type='document']/@n", "214"),
        (ITALIAN, f"//{SENT}/persName", "MINISTRO A STRELSAU ROSSI"),
        (ITALIAN, f"//{RECEIVED}/persName", "MINISTRO DEGLI ESTERI BIANCHI"),
        (ITALIAN, "//creation/placeName", "Strelsau"),
        (REGISTER, "//titleStmt/title", "Aufzeichnung des Ministerialdirektors Roth"),
        (REGISTER, "//creation/date/@when", "1970-02-13"),
        (REGISTER, "count(//creation/placeName)", "0"),
        (REGISTER, "//list[@type='subject']/item", "Netze"),
    ],
)
def test_what_the_header_says(text: str, path: str, said: str) -> None:
    assert texts_at(tree_of(text), path) == [said]


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ITALIAN, REGISTER], ids=["French", "German", "Italian", "register"])
def test_the_text_comes_back(text: str) -> None:
    tei = to_tei(text)
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []


@pytest.mark.parametrize("line", ["OFFICE OF THE DIRECTOR", "From the Private Secretary", "ARA"])
def test_whose_paper_it_is_is_no_place(line: str) -> None:
    root = tree_of(
        f"BRIEFING PAPER\n\n{line}                    June 11, 1983\n\nThe nets are torn, and nobody mends them.\n"
    )
    assert texts_at(root, "//creation/date/@when") == ["1983-06-11"]
    assert not texts_at(root, "//creation/placeName")


def test_a_note_in_the_third_person_says_who_writes_to_whom() -> None:
    text = (
        "No. 41/62\n\nThe Embassy of Ruritania presents its compliments to the Department of State and has the "
        "honor to say that its Minister will arrive on May 21, 1962.\n\n"
        "The Embassy avails itself of this opportunity.\n\n"
        "          Washington, D.C., May 4, 1962\n\nDepartment of State,\nWashington, D.C.\n"
    )
    root = tree_of(text)
    assert texts_at(root, f"//{SENT}/orgName") == ["Embassy of Ruritania"]
    assert texts_at(root, f"//{RECEIVED}/orgName") == ["Department of State"]
    assert texts_at(root, "//creation/date/@when") == ["1962-05-04"]
    assert texts_at(root, "//closer/seg[@type='addressee']") == ["Department of State,Washington, D.C."]


def test_the_number_of_an_estimate_is_no_part_of_its_place() -> None:
    text = (
        "9. National Intelligence Estimate1\n\nNIE 93–2–64 Washington, July 22, 1964.\n\nThe nets are torn.\n\n"
        "  1. Source: CIA, Job 1. Secret.\n"
    )
    assert texts_at(tree_of(text), "//creation/placeName") == ["Washington"]


def test_notes_in_the_form_of_the_series_go_on_from_a_document_before() -> None:
    text = (
        "811.1/12\n\nAmbassador Roe to the Secretary of State\n\nStrelsau, November 5, 1918.\n\n"
        "Sir: The Council met yesterday3 and adopted the terms.4\n\nThey will be handed over by Marshal Doe.5\n\n"
        "John Roe\n\n  3. November 4.\n  4. Not printed.\n  5. Later Minister.\n"
    )
    root = tree_of(text)
    assert texts_at(root, "//body//note[@place='foot']/@n") == ["3", "4", "5"]
    assert not texts_at(root, "//*[@rend='sectiontitle']")
    assert to_bytes(to_tei(text)).decode() == text


def test_whoever_is_addressed_below_the_signature_did_not_sign() -> None:
    text = (
        "Strelsau, May 3, 1974\n\nDear Ambassador Holloway,\n\nThe nets are torn, and nobody mends them.\n\n"
        "Yours sincerely,\n\n(Signed) JOHN BARLOW\n\nH.E. Mr. James Holloway,\n    Embassy of the United States,\n"
        "        Strelsau.\n"
    )
    root = tree_of(text)
    assert texts_at(root, f"//{SENT}/persName") == ["JOHN BARLOW"]
    assert texts_at(root, f"//{RECEIVED}/persName") == ["James Holloway"]


def test_an_office_below_his_excellency_is_the_recipient() -> None:
    letter = "5 March 1957\n\nWe shall keep our word.\n\nJOHN BARLOW\n"
    text = f"HIS EXCELLENCY\n    THE PRIME MINISTER OF RURITANIA\n\n{letter}"
    assert texts_at(tree_of(text), f"//{RECEIVED}/roleName") == ["PRIME MINISTER OF RURITANIA"]


def test_a_cable_is_signed_above_the_foot_of_its_last_page() -> None:
    pages = ("PAGE 01        STRELS  00811  141930Z", "PAGE 02        STRELS  00811  141930Z")
    text = (
        f"CONFIDENTIAL\n\n{pages[0]}\n\nR 141745Z APR 75\nFM AMEMBASSY STRELSAU\nTO SECSTATE WASHDC 3310\n\n"
        f"SUBJECT: NETS\n\n1. THE NETS ARE TORN.\n\nCONFIDENTIAL\n\nCONFIDENTIAL\n\n{pages[1]}\n\n"
        "2. COMMENT: NOBODY MENDS THEM.\nLOWENTHAL\n\n\nCONFIDENTIAL\n\n\n\nNNNN\n\n\n"
        "Ann P. Doe Declassified/Released US Department of State EO Systematic Review\n"
    )
    root = tree_of(text)
    assert texts_at(root, "//signed") == ["LOWENTHAL"]
    assert texts_at(root, "//trailer") == ["NNNN"]
    assert texts_at(root, "count(//person[persName/surname='Doe'])") == ["0"]


def test_members_of_a_cabinet_take_part_under_their_names() -> None:
    text = (
        "CONCLUSIONS of a Meeting of the Cabinet held on Thursday, 27th March, 1947, at 11 a.m.\n\nPresent:\n\n"
        "The Right Hon. C. R. ROWE, M.P., Prime Minister (in the Chair)\n"
        "The Right Hon. HUGH DOE, M.P., Chancellor of the Exchequer\n\n1. THE PRIME MINISTER spoke of nets.\n"
    )
    assert texts_at(tree_of(text), "//particDesc//persName") == ["C. R. ROWE", "HUGH DOE"]


def test_a_council_that_decides_is_no_title_and_an_hour_none_that_keeps_one_from_being_it() -> None:
    text = (
        "Lot 59 D 95: CF 14\n\nUnited States Minutes of the Second Meeting of Ministers, Strelsau, September 13, 1950, "
        "10:30 a.m.\n\nsecret\n\n1. Mr. Roe agreed.\n\n2. The COUNCIL:\n\n(a) took note;\n\n(b) adjourned.\n"
    )
    root = tree_of(text)
    assert texts_at(root, "//msIdentifier/idno[@type='lot']") == ["59 D 95"]
    assert texts_at(root, "//body//head")[0].startswith("United States Minutes")
    assert not texts_at(root, "//div[@type='section']")


def test_comrades_are_no_forename() -> None:
    text = "MINUTES\n\nPresent: Comrades J. Kadas, A. Fokin.\n\nComrade J. Kadas opened the session of the committee.\n"
    assert "Comrade" not in " ".join(texts_at(tree_of(text), "//person//forename"))


def test_a_british_title_says_who_writes_to_whom_and_when_it_came() -> None:
    text = (
        "No. 233\n\nSir R. Clave to Sir J. Simms (Received August 30)\n\nSTRELSAU, August 2, 1934\n\nSIR,\n\n"
        "I have the honour to report that I called on the Minister.\n\nI have, &c.,\n\nR. H. CLAVE\n"
    )
    root = tree_of(text)
    assert texts_at(root, f"//{SENT}/persName") == ["R. Clave"]
    assert texts_at(root, f"//{RECEIVED}/persName") == ["J. Simms"]


def test_who_signs_with_initials_and_goes_to_an_office_below() -> None:
    text = (
        "STRELSAU, April 2, 1870.\n\nSIR: I enclose an invoice.\n\nYour obedient servant,\n\nF. HARGROVE\n\n"
        "To the Secretary of State.\n"
    )
    root = tree_of(text)
    assert texts_at(root, f"//{SENT}/persName") == ["F. HARGROVE"]
    assert texts_at(root, f"//{RECEIVED}/roleName") == ["Secretary of State"]


def test_who_cleared_a_cable_has_the_surname_first() -> None:
    text = (
        "MRN:       14 STRELSAU 217\nFrom:      AMEMBASSY PORT ALBERT\nAction:    WASHDC, SECSTATE ROUTINE\n"
        "Subject:   Nets\n\n1. The nets are torn, and nobody in the harbor mends them.\n\nSignature:      Whitaker\n\n"
        "Drafted By:     POL:Ames, Rita\n"
        "Cleared By:     ECON:Holf, Anton\n                DCM:Burke, Sean\n"
    )
    root = tree_of(text)
    assert texts_at(root, "//seg[@type='drafting']/persName") == ["Ames, Rita", "Holf, Anton", "Burke, Sean"]
    assert texts_at(root, "//signed") == ["Signature: Whitaker"]
    assert texts_at(root, f"//{SENT}/orgName") == ["AMEMBASSY PORT ALBERT"]
    assert not {"Anton", "Sean"}.intersection(texts_at(root, "//person//surname"))


def test_the_stamp_on_a_telegram_is_its_date() -> None:
    text = "SECRET\n\n                    Mar 11  7 14 PM '63\n\nACTION:   Amembassy STRELSAU\n\nMend the nets.\n"
    assert texts_at(tree_of(text), "//creation/date/@when") == ["1963-03-11T19:14:00"]


def test_questions_are_asked_though_two_blanks_follow_the_colon() -> None:
    turns = "".join(f"Q:  Are the nets torn in {place}?\n\nA:  They are.\n\n" for place in ("May", "June"))
    root = tree_of(f"PRESS GUIDANCE\n\nJune 11, 1983\n\n{turns}")
    assert texts_at(root, "//rs[@type='speaker']") == ["Q", "A", "Q", "A"]


def test_a_note_below_the_text_signs_nothing() -> None:
    text = (
        "711.94/2041\n\nMemorandum by the Chief of the Division of Ports (Roe)\n\n[Strelsau,] May 17, 1941.\n\n"
        "The Ambassador called.* I handed him a note.3\n\nHe read it.4\n\n  * Mr. Doe was present.\n  3. Infra.\n"
        "  4. The reply was made on May 28.\n"
    )
    assert not texts_at(tree_of(text), "//signed")


@pytest.mark.parametrize(
    ("above", "came"),
    [
        ("Mr. Roe to Mr. Doe.\n\nStrelsau, August 9, 1877. (Received August 30.)", ["1877-08-30"]),
        ("Mr. Roe to Mr. Doe.\n\nStrelsau, August 9, 1877. (Received August 30, 1877.)", ["1877-08-30"]),
        ("Mr. Roe to Mr. Doe.\n\nNo. 112.]\n\nStrelsau, August 9, 1877. (Received August 30.)", ["1877-08-30"]),
        ("Mr. Roe to Mr. Doe.\n\nStrelsau, December 9, 1877. (Received January 3.)", ["1878-01-03"]),
        (
            "The Consul (Roe) to the Secretary\n\nStrelsau, June 1, 1948—5 p. m.\n[Received June 2—6:50 a. m.]",
            ["1948-06-02T06:50:00"],
        ),
        ("Mr. Roe to Mr. Doe.\n\nStrelsau, August 9, 1877. (Received August 3.)", []),
    ],
    ids=["same year", "below a number", "year stated", "next year", "hour", "before it was written"],
)
def test_the_header_says_when_a_letter_came(above: str, came: list[str]) -> None:
    root = tree_of(f"{above}\n\nSir: The nets are torn, and nobody mends them.\n\nI am, &c.,\n\nJOHN ROE\n")
    assert texts_at(root, f"//{RECEIVED}/date/@when") == came


def test_a_treaty_has_its_title_and_nobody_sends_it() -> None:
    title = (
        "Treaty of Peace between the Kingdom of Ruritania and the Republic of Utopia, signed at Strelsau, May 3, 1884"
    )
    text = (
        f"{title}\n\nThe King of Ruritania and the President of Utopia, being desirous of peace, have agreed upon the "
        "following articles:\n\nArticle I.\n\nThere shall be perpetual peace.\n\n"
        "Done at Strelsau, this third day of May, one thousand eight hundred and eighty-four.\n\n[SEAL.] JOHN ROE.\n"
    )
    root = tree_of(text)
    assert texts_at(root, "//body//head")[0] == title
    assert not texts_at(root, "//correspDesc")
