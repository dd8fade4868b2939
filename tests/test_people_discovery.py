"""People of a document that comes without a list."""

from __future__ import annotations

from pathlib import Path

import pytest
from people_helpers import annotate, body, marked, shown

from teiconv.convert import to_tei
from teiconv.model import descendants, element
from teiconv.names.people import PersonList
from teiconv.names.people.annotator import linked_by
from teiconv.names.people.classifier import beliefs_in, believed, features, is_believed, weights
from teiconv.names.people.discover import discover
from teiconv.names.people.index import FoundPeople
from teiconv.names.people.linear import log_odds
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import Run, runs

HEAD = element("head", "7. Memorandum From the President’s Adviser (Roemer) to President Lindqvist")

# what | block: text | the names that must be found, and whose they are
FOUND = """
in the brackets of the head   | head: 7. Memorandum From the Adviser (Roemer) to the Minister (Doe) | Roemer>ROEMER1, Doe>DOE1
title and full name           | p: We saw President Juan Velasquo of Utopia. Velasquo agreed. | Juan Velasquo>VJ1, Velasquo>VJ1
courtesy title                | p: Mr. Aarons said that Aarons knew. | Aarons>AARONS1, Aarons>AARONS1
in apposition                 | p: our Ambassador to Utopia, Tayler Belchior, met with them. | Tayler Belchior>BT1
forename                      | p: On Monday Henry K. Bleibtreu came. Bleibtreu left. | Henry K. Bleibtreu>BHK1, Bleibtreu>BHK1
office of more words          | p: the Secretary of State Ruskin said. Ruskin left. | Ruskin>RUSKIN1, Ruskin>RUSKIN1
surname first                 | p: Premier Chao En-ping spoke. Mr. Chao left. | Chao En-ping>CE1, Chao>CE1
called by the first word      | p: Prime Minister Thanat Kittikasem came. Mr. Thanat spoke. Thanat left. | Thanat Kittikasem>TK1, Thanat>TK1, Thanat>TK1
called by the last word       | p: Ngo Dinh Tiem spoke. Tiem left. The Ngo family was there when Tiem came. | Ngo Dinh Tiem>TND1, Tiem>TND1, Tiem>TND1
a surname that is a word      | p: He saw Winston Lord of the NSC Staff. On Monday Graham L. Page came. | Winston Lord>LW1, Graham L. Page>PGL1
behind a participle           | p: Mr. Bajwar left. Commenting Bajwar said that he would come. | Bajwar>BAJWAR1, Bajwar>BAJWAR1
a title that holds for three  | p: Messrs. Danason, Searlely and Jenningham called. | Danason>DANASON1, Searlely>SEARLELY1, Jenningham>JENNINGHAM1
a title that is a forename    | p: the first secretary, Don Luis Ibarrola, came. Mr. Ibarrola left. | Luis Ibarrola>IL1, Ibarrola>IL1
a peer of some honour         | p: The Right Honorable Earl Rothwelt. Lord Rothwelt came. | Rothwelt>ROTHWELT1, Rothwelt>ROTHWELT1
two who sign                  | signed: Philander Rowen / Julio Carrasco | Philander Rowen>RP1, Julio Carrasco>CJ1
a particle in small letters   | p: General de Beaulac spoke. In talks with Prince van der Stoelen he left. | de Beaulac>DB1, van der Stoelen>VDS1
a particle and the whole name | p: President Charles de Beaulac spoke. Mr. Roe wrote to General de Beaulac. | Charles de Beaulac>DBC1, Roe>ROE1, de Beaulac>DBC1
two particles in a whole name | p: Foreign Minister Max van der Stoelen came. Van der Stoelen spoke. | Max van der Stoelen>VDSM1, Van der Stoelen>VDSM1
two surnames with y between   | p: Ambassador José Ortega y Gasset saw Mr. Roe. Obando y Bravo spoke to Mr. Roe. | José Ortega y Gasset>OYGJ1, Roe>ROE1, Obando y Bravo>OYB1, Roe>ROE1
Van in Vietnam                | p: General Tran Van Thon spoke. Thon left with Mr. Roe. | Tran Van Thon>TTV1, Thon>TTV1, Roe>ROE1
a family of two words         | p: General Ton That Dinh spoke. Mr. Roe saw Ton That Dinh. | Ton That Dinh>DTT1, Roe>ROE1, Ton That Dinh>DTT1
a man of Burma                | p: Secretary General U Thantsin came. Mr. Roe saw U Thantsin. | U Thantsin>UT1, Roe>ROE1, U Thantsin>UT1
a syllable of a movement      | p: Premier Ho Tri Minh met General Duong Tan Minh. The Viet Minh fought. | Ho Tri Minh>MHT1, Duong Tan Minh>MDT1
a forename that is a camp     | p: Mr. Roe saw Ambassador David Halbertson at Camp David. | Roe>ROE1, David Halbertson>HD1
a gentleman in French         | p: Visite de M. Adenaurin. M. Adenaurin left. | Adenaurin>ADENAURIN1, Adenaurin>ADENAURIN1
in capitals                   | p: TO MR. GOWANDA FROM MR. ARIKPA. GOWANDA AGREES. | GOWANDA>GOWANDA1, ARIKPA>ARIKPA1, GOWANDA>GOWANDA1
"""  # noqa: E501


@pytest.mark.parametrize("case", FOUND.strip().splitlines(), ids=lambda case: case.split("|")[0].strip())
def test_found(case):
    _, text, names = (cell.strip() for cell in case.split("|"))
    block, _, text = text.replace(" / ", "\n").partition(": ")
    tree, _ = annotate(body(element(block, text)))
    got = [mark.partition("]")[0] for mark in shown(tree.content[0]).split("[")[1:]]
    assert got == names.split(", ")


@pytest.mark.parametrize(
    "text",
    [
        "The Department of State and the Embassy in Moscow agreed on Monday.",
        "Mr. President, Mr. Ambassador, Mr. Prime Minister: the United States of America",
        "A. Background. B. Soviet Intentions. C. Options",
        "U.S. Government, D.C., N.Y., NATO, SALT",
        "In January the Central Committee met in Addis Ababa.",
        "The Lord Privy Seal said that the Lord Seal agreed.",
        "For Ambassador. Latter study is approved by King. Possible delay asks the Secretary. Documentation follows.",
        "Our Ambassador to Utopia and the Minister in Zenda left.",
        "The Postmaster-General and the Quartermaster-General called on Monday.",
        "Minutes of the Council of Ministers, Held at Zenda on Tuesday.",
        "The Minister for Fisheries and the Assistant Secretary of State for Mines left Port Albert.",
        "Der Botschafter und Herr Botschafter",
        "Ho l'onore di trasmettere la nota. Ho visto il Ministro.",
        "The Emboffs told SecDef in Honolulu that Vichy and Customs agreed. Told him so. See DocId and Izvestiya.",
    ],
)
def test_nobody(text):
    assert marked(text, people=None) == text


def test_a_name_with_a_particle_inside_is_one():
    text = ("Foreign Minister Couve de Murtagne agreed.", "Memorandum of a conversation with Georg von Lindenfels")
    minister, other = marked(*text, people=None).split("\n")
    assert minister == "Foreign Minister [Couve de Murtagne>DMC1] agreed."
    assert other == "Memorandum of a conversation with [Georg von Lindenfels>VLG1]"


def test_participants_and_signature():
    item = element(
        "list", element("head", "PARTICIPANTS"), element("item", "Davin Aarons, Deputy"), type="participants"
    )
    signed = element("closer", element("signed", "Oskar Bleibtreu"))
    _, people = annotate(body(item, signed))
    assert [person.name.text for person in people] == ["Aarons, Davin", "Bleibtreu, Oskar"]


def test_the_fullest_name_is_the_persons_and_nobody_is_in_a_list():
    _, people = annotate(body(HEAD, "Mr. Oskar Roemer and President Lindqvist met. Roemer spoke."))
    assert [(person.id, person.name.text, person.listed) for person in people] == [
        ("p_RO1", "Roemer, Oskar", False),
        ("p_LINDQVIST1", "Lindqvist", False),
    ]


def test_two_forenames_are_two_persons():
    _, people = annotate(body("Mr. Oskar Roemer met Mr. Ulrich Roemer."))
    assert [person.id for person in people] == ["p_RO1", "p_RU1"]


def test_a_bare_surname_is_not_that_of_a_woman_who_is_named_later():
    text = "Goularte spoke to the sergeants. Goularte agreed with Mr. Roe. Maria Goularte was at home with Mr. Roe."
    _, people = annotate(body(text))
    assert [person.name.text for person in people] == ["Goularte", "Goularte, Maria", "Roe"]
    text = "Ambassador Maria Goularte spoke. Goularte agreed with Mr. Roe."
    assert marked(text, people=None).count("GM1") == 2


def test_of_whom_the_title_gives_an_office_may_be_a_woman_who_is_named_later():
    title = element("head", "7. Memorandum From the Ambassador in Utopia (Goularte) to President Doe")
    encoded, people = annotate(body(title, "Maria Goularte spoke with Mr. Roe."))
    assert "Goularte, Maria" in [person.name.text for person in people]
    assert [person.name.text for person in people].count("Goularte") == 0
    assert sum(node.get("ref") == "#p_GM1" for node in descendants(encoded)) == 2


def test_equal_input_gives_equal_output():
    tree = body(HEAD, "Mr. Oskar Roemer and President Lindqvist met.")
    assert annotate(tree) == annotate(tree)


def test_the_seed_names_four_people_with_all_their_mentions(seed: bytes):
    from teiconv.conventions.reading import read_body

    tree, people = annotate(read_body(seed.decode()))
    assert {person.name.text for person in people} == {"Kissinger", "Nixon", "Belcher, Taylor", "Velasco, Juan"}
    text = "".join(map(shown, tree.content))
    counts = [text.count(f">{name}]") for name in ("KISSINGER1", "NIXON1", "BT1", "VJ1")]
    assert counts == [2, 3, 1, 5]


def test_the_weights_are_shipped_and_small():
    import teiconv.names.people as package

    weights = [Path(package.__file__).with_name(name) for name in ("names.json", "mentions.json")]
    assert sum(file.stat().st_size for file in weights) < 3_000_000


def test_a_person_is_kept_or_left_with_all_mentions():
    all_tokens = [
        Tokens(run) for run in runs(body("Mr. Roemer met Ostrava. Ostrava drafted it.", "Roemer and Ostrava left."))
    ]
    persons, evidence = discover(all_tokens)
    people, linked = linked_by(all_tokens, PersonList(persons))
    kept = believed(all_tokens, linked, people, evidence)
    before, after = ([link for links in each for link in links] for each in (linked, kept))
    believed_in = {link.persons[0] for link in after}
    assert after == [link for link in before if link.persons[0] in believed_in]
    assert "Roemer" in {people.persons[number].name.text for number in believed_in}


def test_who_is_plainly_a_person_needs_less():
    assert is_believed([-1.0], ["certain"])
    assert not is_believed([-1.0], ["bare:1"])
    assert not is_believed([-5.0], ["certain"])


def test_of_more_people_of_one_surname_than_any_document_has_the_rest_is_nobody():
    names = [f"{letter}{vowel}{letter.lower()}{vowel}n{vowel}" for letter in "BDFGHKLMNPRSTVZ" for vowel in "aeiou"]
    text = "\n\n".join(f"Mr. {name} Hentzau agreed." for name in names)
    assert 40 < to_tei(f"1. Memo\n\n{text}").count(b"<person ") <= 50


def test_a_people_is_nobody():
    assert (
        marked("Mr. Roe met Czechs, Slovaks and Croats.", people=None)
        == "Mr. [Roe>ROE1] met Czechs, Slovaks and Croats."
    )


def test_a_mention_is_weighed_by_the_features_that_training_sees():
    texts = "Mr. Harrow met Harrow’s wife.", "Drafted by Harrow and Lee.", "No more was said."
    all_tokens = [Tokens(Run(text, "p")) for text in texts]
    persons, evidence = discover(all_tokens)
    people, linked = linked_by(all_tokens, FoundPeople(persons))
    told: dict[int, list[float]] = {}
    for number, link, said in features(all_tokens, linked, people, evidence):
        assert link in linked[number]
        told.setdefault(link.persons[0], []).append(log_odds(weights(), said))
    weighed = beliefs_in(all_tokens, linked, people, evidence)
    assert len(told) == 2
    assert {person: pytest.approx(odds) for person, odds in told.items()} == {
        person: list(belief.odds) for person, belief in weighed.items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr. Peter Roehamp III met Mr. Peter Roehamp, Jr.",
            "Mr. [Peter Roehamp III>RPI1] met Mr. [Peter Roehamp, Jr.>RPJ1]",
        ),
        ("Mrs. Roehamp left. Peter Roehamp stayed.", "Mrs. [Roehamp>ROEHAMP1] left. [Peter Roehamp>RP1] stayed."),
        (
            "Mr. and Mrs. Roehamp came. Peter Roehamp stayed.",
            "Mr. and Mrs. [Roehamp>RP1] came. [Peter Roehamp>RP1] stayed.",
        ),
        (
            "King Hassam wrote. King Hassam saw Peter Hassam.",
            "King [Hassam>HASSAM1] wrote. King [Hassam>HASSAM1] saw [Peter Hassam>HP1].",
        ),
        (
            "Prime Minister Nerus wrote to Ambassador B.K. Nerus.",
            "Prime Minister [Nerus>NERUS1] wrote to Ambassador [B.K. Nerus>NBK1].",
        ),
    ],
)
def test_titles_and_generations_tell_bearers_of_a_surname_apart(text, expected):
    assert marked(text, people=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Called Bob Roehamp in Zenda. Mr. Bob Roehamp agreed.",
            "Called [Bob Roehamp>RB1] in Zenda. Mr. [Bob Roehamp>RB1] agreed.",
        ),
        (
            "Walter and Edgar Roehamp came. Mr. Edgar Roehamp left.",
            "Walter and [Edgar Roehamp>RE1] came. Mr. [Edgar Roehamp>RE1] left.",
        ),
        ("Mr. Roehamp (John Edgar) came.", "Mr. [Roehamp>ROEHAMP1] (John Edgar) came."),
        (
            "Mr. Roehamp came on the yacht Sir Walter Roehamp.",
            "Mr. [Roehamp>ROEHAMP1] came on the yacht Sir Walter Roehamp.",
        ),
        ("Mr. Roehamp came to Cape Roehamp.", "Mr. [Roehamp>ROEHAMP1] came to Cape Roehamp."),
        ("Mr. Roehamp came to Wadi Roehamp.", "Mr. [Roehamp>ROEHAMP1] came to Wadi Roehamp."),
        ("Mr. Hamilton Jordan went to Jordan.", "Mr. [Hamilton Jordan>JH1] went to Jordan."),
        ("Mr. Roehamp came to the city of Roehamp.", "Mr. [Roehamp>ROEHAMP1] came to the city of Roehamp."),
    ],
)
def test_words_around_a_name_make_it_no_part_of_it_or_another_thing(text, expected):
    assert marked(text, people=None) == expected


def test_a_forename_alone_is_in_doubt_and_may_be_that_of_somebody_named_otherwise():
    text = "Ambassador Roe wrote. Paul Doe came; Marmaduke left. Dear Henry, all is well."
    encoded, people = annotate(body(text))
    doubtful = {f"#{person.id}" for person in people if not person.name.of("surname")}
    assert doubtful
    names = [node for node in descendants(encoded) if node.name == "persName"]
    assert all((name.get("cert") == "medium") == (name.get("ref") in doubtful) for name in names)


def test_miss_and_mrs_of_one_surname_are_two():
    said = "Miss [Margaret Trumann>TM1] was to sing; Mrs. [Trumann>TRUMANN1] would attend."
    assert marked("Miss Margaret Trumann was to sing; Mrs. Trumann would attend.", people=None) == said


def test_a_short_name_before_a_full_stop_ends_the_sentence():
    said = "His brother is Mai Chi Tho. Bui Diem will see Mr. Roemer. Bui Diem left."
    assert marked(said, people=None).count("[Bui Diem>") == 2
