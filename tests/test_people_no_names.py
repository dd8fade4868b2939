"""Words of a list that name nobody where they stand, and namesakes whom the words beside them tell apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from people_helpers import listed, marked

from teiconv.names.people import PersonList
from teiconv.names.people.candidates import candidates
from teiconv.names.people.person import NamePart, PersonName
from teiconv.names.people.tokens import Tokens
from teiconv.names.runs import Run

PEOPLE = listed("""
  • Hale, Ann, Consul in Zenda
  • Baker, William O., Director
  • Case, Nora, Senator (R–New Jersey)
  • Case, Robert B., Secretary of the Treasury
  • Chang Wei-lin, Generalissimo
  • Chang Wei-lin, Madame (Soong Meiling), wife of Chang Wei-lin
  • Church, Alan, Senator
  • Desai, M.J., Foreign Secretary
  • Desai, Morarji, Prime Minister
  • George, Walter F., Senator
  • Field, Ruth, Consul
  • Grant, Lindsey, Country Officer
  • Green, Marshall, Ambassador
  • Jackson, Henry M., Senator
  • Hollis, Claudia Alta (Lady Wren), wife of the President
  • Hollis, Lyle B., President
  • Home, Sir Alec, Foreign Secretary
  • Jordan, Hamilton, Assistant to the President
  • Lord, Winston, member, NSC Staff
  • Menon, K.P.S., Ambassador
  • Menon, V.K. Krishna, Minister of Defense
  • Rothwell, Peter, Jr., Under Secretary
  • Rothwell, J. Simon, Director
  • Saud al-Karim, Foreign Minister
  • Somers, Lee C., Associate Counsel to the President
  • St. Laurent, Louis, Prime Minister
""")


def test_an_initial_that_ends_a_further_name_is_no_surname():
    short = PersonName((NamePart("forename", "Vernon"), NamePart("", " "), NamePart("surname", "A.")))
    roe = listed("  • Roe, Vernon A., Colonel").persons[0]
    people = PersonList([replace(roe, names=(roe.name, short))])
    assert marked("A-1114", "Colonel Roe left.", people=people) == "A-1114\nColonel [Roe>RVA1] left."


NO_NAMES = {
    "a country": "[Ham Jordan>JH1] spoke of Chad, Jordan and Israel, and of aid to Jordan.",
    "an exclamation": "[Win Lord>LW1] came. Good Lord! [Lord>LW1] had the draft.",
    "a town": "Senator [Jackson>JHM1] was in Jackson, Mississippi.",
    "a church": "Senator [Church>CA1] spoke of the Church of England.",
    "a saint": "Senator [George>GWF1] was at St. George and at Saint George's Cathedral.",
    "who is called after a saint": "Prime Minister [St. Laurent>SLL1] and [Laurent>SLL1] came.",
    "a ship with forenames": "The U.S.S. Marshall Green and the USS Marshall A. Green sailed.",
    "what a word describes": "Mr. [Grant>GL1] spoke of Grant aid, and Ambassador [Green>GM1] of the Green Berets.",
    "a ship after an article": "The Henry M. Jackson lies here; the [Henry Jackson>JHM1] who came is here.",
    "a firm": "Mr. [Baker>BWO1] hired Baker & McKenzie, and Baker and McKenzie came.",
    "a place called after somebody of old": "Mr. [Baker>BWO1] saw Baker’s Tomb, but not [Baker>BWO1]’s Office.",
    "a rank of two words": "Mrs. [Field>FR1] met Field Marshal Rothmere.",
    "a title before a surname that is a word": "[Win Lord>LW1] met Lord [Home>HA2].",
    "a month that is a forename": "[Henry Jackson>JHM1] came. May [Jackson>?JHM1] gave tea in May.",
    "a father of whom the list has the son": "[Peter Rothwell, Jr.>RPJ1] came; Mr. Rothwell, Sr., did not.",
}
NAMESAKES = {
    "initials": "[Morarji Desai>DM1] and [M.J. Desai>DMJ1] met.",
    "a forename among initials": "[K.P.S. Menon>MKPS1] and [Krishna Menon>MVKK1] met.",
    "the father’s name in another’s": "[Saud al-Karim>SA1] came. Ibn Saud would have been proud.",
    "the father’s name after a servant’s": "[Saud al-Karim>SA1] met Prince Sultan ibn Abd al-Saud.",
    "a wife under her husband’s name": "[Chang Wei-lin>CW1] and Madame [Chang Wei-lin>CW2] met.",
    "a senator": "Secretary [Case>CRB1] ([Robert Case>CRB1]) met Senator [Case>CN1].",
    "a title and a forename in brackets": "[Lady Wren Hollis>HCA1] met President [Hollis>HLB1]; [Lady Wren>HCA1] left.",
    "brothers": "[Robert Case>CRB1] came. The [Case>??CN1 CRB1] brothers left.",
    "a general who is no counsel": "General [Somers>?SLC1] met Mr. [Somers>SLC1].",
    "the end of a sentence": "He wrote to the President. [Hale>HA1] replied.",
}


WITHOUT_A_LIST = {
    "a saint": "Mr. [Doe>DOE1] told us that the Church of Utopia and Saint George's Cathedral were safe.",
    "a particle and an initial in one": "Mr. [Nicholas deB. Kolbach>KND1] came. [Kolbach>KND1] said so.",
    "a name that ends as a city": "General [Luong Van Minh>MLV1] came.",
    "a ship after an article": "Mr. [Doe>DOE1] came. The John F. Kolbach lies at Zenda.",
    "a firm": "Mr. [Doe>DOE1] hired Brown Brothers Harriman.",
    "a President and his daughter": "President [Lund>LUND1] died. Mr. [Doe>DOE1] saw [Ruth Lund>LR1].",
    "a President and Mrs.": "President [Kolbach>KOLBACH1] knew; Mrs. [Kolbach>KOLBACH2] had written to Mr. [Doe>DOE1].",
    "a leader whose surname is a word": "Prime Minister [Begin>BEGIN1] came. President [Park Chung Hee>HPC1] left.",
    "a President named once": "He said that President [Batalla>BATALLA1] wished elections.",
    "a word that begins a sentence": "Mr. [Dolin>DOLIN1] came; he said so. Said [Dolin>DOLIN1] wished to go.",
    "the same word in a name": "Mr. [Son Sarin>SS1] came with his son. [Son Sarin>SS1] left.",
    "a particle behind it": "I found Mr. [de Rolle>DR1]. Found [de Rolle>DR1] tired. If [de Rolle>DR1] agrees, go.",
    "offices cut short": "Mr. [Birk>BIRK1] and Mr. [Ramin>RAMIN1], the PermRep [Birk>BIRK1], FonSec [Ramin>RAMIN1].",
    "who shares an office": "General [Co>CO1] and Mr. [Co>CO1] met the Co-Chairmen and spoke of Co-Chairmanship.",
    "forenames like particles": "Mr. [E.J. Beigel>BEJ1] and Col. [Ben C. Limm>LBC1] came.",
    "offices of two words": "Mr. [Kolbach>KOLBACH1], Minister Resident, saw the Delegate Apostolic.",
    "an office of a society": "Mr. [Kolbach>KOLBACH1], Treasurer, met the Deputy Comptroller.",
    "what a French President heads": "Mr. [Roe>ROE1] a vu le Président du Conseil, le Président de la Chambre.",
    "a French President of that name": "Mr. [Kolbach>KOLBACH1] a vu le Président [de Roure>DR1].",
    "President before a particle": "Mr. [Kolbach>KOLBACH1] met President [du Roure>DR1].",
    "a folder": "Mr. [Kolbach>KOLBACH1] sent it (Country File, Utopia, Box 14; Files, Utopia, Vol. II).",
    "a doctor": "He saw Doctor [Kolbach>KOLBACH1].",
    "two brothers of one second surname": "Mr. [Luis Moreno Sagasta>SLM1] and Mr. [Pedro Moreno Sagasta>SPM1] came.",
}


@pytest.mark.parametrize("case", WITHOUT_A_LIST)
def test_who_is_named_without_a_list(case: str):
    said = WITHOUT_A_LIST[case]
    assert marked(plain(said), people=None) == said


@pytest.mark.parametrize("case", NO_NAMES | NAMESAKES)
def test_who_is_named(case: str):
    said = (NO_NAMES | NAMESAKES)[case]
    assert marked(plain(said), people=PEOPLE) == said


def plain(said: str) -> str:
    """Return ``said`` without its marks."""
    return "".join(
        part.partition(">")[0] if ">" in part else part for piece in said.split("[") for part in piece.split("]")
    )


@pytest.mark.parametrize(
    "said", ["Roosevelt Avenue is full.", "He came from Jackson, Mississippi.", "They met in Jackson."]
)
def test_a_street_and_a_town_are_no_names(said: str):
    assert not list(candidates(Tokens(Run(said, "p"))))


@pytest.mark.parametrize("said", ["McG. B.", "He saw K. McG.", "I asked Mr. McG. B. of it."])
def test_what_is_cut_to_a_capital_is_no_surname(said: str):
    assert not list(candidates(Tokens(Run(said, "p"))))


@pytest.mark.parametrize("said", ["He has confidence in Jackson.", "It was wrong in Jackson’s view."])
def test_one_is_not_in_a_person_but_trusts_in_them(said: str):
    assert [found.called for found in candidates(Tokens(Run(said, "p")))] == [("jackson",)]
