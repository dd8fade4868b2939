"""Papers of several houses, in forms that archivists meet; what must be said of them, and what must not."""

from __future__ import annotations

from said_of_papers import checks_of

PAPERS = {
    "noughts for letters": """\
THE WHITE H0USE
WASHINGT0N

MEM0RANDUM FOR:    THE PRESIDENT
FR0M:              NANCY HAASE
SUBJECT:           Torn Nets

Tbe keeper of thc nets, Minister Rudolf, came on tbe third of May. Hc carried a 1etter, which
Prernier Strakencz had sent, and thc nets thct tbe men of thc harbour had torn in l961.
""",
    "figures that are no letters": """\
NET 20 AND B0AT 30

Premier Strakencz came to the harbour on the third of May with all of his men, and said that nothing was torn.
""",
}
SAID = """
noughts for letters | //seg[@type="letterhead"] | THE WHITE H0USE; WASHINGT0N
noughts for letters | //head[parent::div] |
noughts for letters | //titleStmt/title | Torn Nets
noughts for letters | //correspAction[@type="sent"]/persName | NANCY HAASE
noughts for letters | //correspDesc/@cert | medium
noughts for letters | //text//persName[not(@cert)] |
noughts for letters | //text//persName[@cert="medium"] | NANCY HAASE; Rudolf
figures that are no letters | //seg[@type="letterhead"] |
figures that are no letters | //text//persName[not(@cert)] | Strakencz
"""

test_what_is_said_of_a_paper, test_a_paper_is_valid_and_comes_back = checks_of(PAPERS, SAID)
