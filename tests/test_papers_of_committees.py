"""Papers of committees: a title whose parts stand apart, a number above, and secretaries who sign below each other."""

from __future__ import annotations

from said_of_papers import checks_of

NETS = "\n     1. The nets are torn, and nobody has mended them since the spring of the year.\n"
PAPERS = {
    "decision": f"""\
TOP SECRET
                                              J.C.S. 1844/37
                                              27 April 1949

                    JOINT CHIEFS OF STAFF

                    DECISION ON J.C.S. 1844/37

              A Report by the Net Committee

                           on

              NETS IN THE HARBOR

                    Note by the Secretaries
{NETS}
                              W. G. ROE,
                              J. H. DOE,
                              Joint Secretariat.
""",
    "memorandum": f"""\
                                              SWNCC 2101/5
                                              3 May 1950

                    MEMORANDUM BY THE CHIEF OF STAFF, U.S. ARMY

                                   to the

                         JOINT CHIEFS OF STAFF

                                     on

                          NETS IN THE HARBOR
{NETS}""",
    "one below": f"May 3, 1950\n\nNote by the Keeper\n\nNETS IN THE HARBOR\n{NETS}",
    "prose below": f"A Report by the Net Committee\n\non\n\nNets in the harbor, which are torn.\n{NETS}",
    "office between": f"May 3, 1950\n{NETS}\nW. G. ROE,\nKeeper of Nets,\nJ. H. DOE\n",
}
SAID = """
decision   | //head | DECISION ON J.C.S. 1844/37A Report by the Net CommitteeonNETS IN THE HARBORNote by the Secretaries
decision   | //seg[@type='number'] | J.C.S. 1844/37
decision   | //seg[@type='letterhead'] | JOINT CHIEFS OF STAFF
decision   | //titleStmt/author/orgName | Net Committee
decision   | //dateline/date/@when | 1949-04-27
decision   | //signed | W. G. ROE,; J. H. DOE,Joint Secretariat.
memorandum | //titleStmt/author/roleName | CHIEF OF STAFF, U.S. ARMY
memorandum | //correspDesc |
memorandum | //seg[@type='number'] | SWNCC 2101/5
one below  | //titleStmt/title[contains(., 'NETS')] |
prose below | //head[contains(., 'Nets')] |
office between | //signed | W. G. ROE,Keeper of Nets,J. H. DOE
"""

test_of_papers_of_committees, test_papers_of_committees_are_valid_and_come_back = checks_of(PAPERS, SAID)
