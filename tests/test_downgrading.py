"""When a paper is to be downgraded, at its foot: no date of the paper, no text, and what stands above it closes."""

from __future__ import annotations

from said_of_papers import checks_of

NETS = "The nets are torn, and nobody has mended them since the spring of the year."
PAPERS = {
    f"{number}": f"MEMORANDUM\n\nMay 3, 1974\n\n{NETS}\n\n{below}\n"
    for number, below in enumerate(
        (
            "cc: Robert Ames\n\nGDS - 10/21/80",
            "Helen Roe\n\nDECL: OADR",
            "Helen Roe\n\nXGDS 2",
            "GDS nets are the best of all.",
            "DECLARATION 5 is attached.",
        ),
        1,
    )
}
SAID = """
1 | //closer/seg[@type='copies'] | cc: Robert Ames
1 | //closer/seg[@type='downgrading'] | GDS - 10/21/80
1 | //creation/date/@when | 1974-05-03
2 | //closer/seg[@type='downgrading'] | DECL: OADR
2 | //closer/signed | Helen Roe
3 | //closer/seg[@type='downgrading'] | XGDS 2
4 | //seg[@type='downgrading'] |
5 | //seg[@type='downgrading'] |
"""

test_of_downgrading, test_downgraded_papers_are_valid_and_come_back = checks_of(PAPERS, SAID)
