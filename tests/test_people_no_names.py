"""Words of a list that name nobody where they stand, and namesakes whom the words beside them tell apart."""

from __future__ import annotations

import pytest
from people_helpers import listed, marked

PEOPLE = listed("""
  • Hale, Ann, Consul in Zenda
  • Case, Nora, Senator (R–New Jersey)
  • Case, Robert B., Secretary of the Treasury
  • Chang Wei-lin, Generalissimo
  • Chang Wei-lin, Madame (Soong Meiling), wife of Chang Wei-lin
  • Church, Alan, Senator
  • Desai, M.J., Foreign Secretary
  • Desai, Morarji, Prime Minister
  • George, Walter F., Senator
  • Grant, Lindsey, Country Officer
  • Green, Marshall, Ambassador
  • Jordan, Hamilton, Assistant to the President
  • Lord, Winston, member, NSC Staff
  • Menon, K.P.S., Ambassador
  • Menon, V.K. Krishna, Minister of Defense
  • Rothwell, Peter, Jr., Under Secretary
  • Rothwell, J. Simon, Director
  • St. Laurent, Louis, Prime Minister
""")

NO_NAMES = {
    "a country": "[Ham Jordan>JH1] spoke of Chad, Jordan and Israel, and of aid to Jordan.",
    "an exclamation": "[Win Lord>LW1] came. Good Lord! [Lord>LW1] had the draft.",
    "a church": "Senator [Church>CA1] spoke of the Church of England.",
    "a saint": "Senator [George>GWF1] was at St. George and at Saint George's Cathedral.",
    "who is called after a saint": "Prime Minister [St. Laurent>SLL1] and [Laurent>SLL1] came.",
    "a ship with forenames": "The U.S.S. Marshall Green and the USS Marshall A. Green sailed.",
    "what a word describes": "Mr. [Grant>GL1] spoke of Grant aid, and Ambassador [Green>GM1] of the Green Berets.",
    "a father of whom the list has the son": "[Peter Rothwell, Jr.>RPJ1] came; Mr. Rothwell, Sr., did not.",
}
NAMESAKES = {
    "initials": "[Morarji Desai>DM1] and [M.J. Desai>DMJ1] met.",
    "a forename among initials": "[K.P.S. Menon>MKPS1] and [Krishna Menon>MVKK1] met.",
    "a wife under her husband’s name": "[Chang Wei-lin>CW1] and Madame [Chang Wei-lin>CW2] met.",
    "a senator": "Secretary [Case>CRB1] ([Robert Case>CRB1]) met Senator [Case>CN1].",
    "the end of a sentence": "He wrote to the President. [Hale>HA1] replied.",
}


@pytest.mark.parametrize("case", NO_NAMES | NAMESAKES)
def test_who_is_named(case: str):
    said = (NO_NAMES | NAMESAKES)[case]
    assert marked(plain(said), people=PEOPLE) == said


def plain(said: str) -> str:
    """Return ``said`` without its marks."""
    return "".join(
        part.partition(">")[0] if ">" in part else part for piece in said.split("[") for part in piece.split("]")
    )
