"""What generated texts found, each made as small as it goes: once these were refused, or lost their markup."""

from __future__ import annotations

import pytest
from laws import check_edit, check_text

from teiconv.conventions.frus.gaps import GAPS, READ_BY
from teiconv.conventions.table import ALL
from teiconv.options import Options, Profile

BRACKETS_OF_OTHER_SERIES = [
    "2 t ON 3 1947[matter omitted]",
    "2 [text declassified]\nMay 1947",
    "2 [matter omitted]\n[A:ii]",
    "2 t\n[A:nodssified]",
]
INDENTED_ENDS = ["R\n BT", "T\n #", "R\n\t#", "R\n BT\n #0342"]
UNITS_THAT_ARE_NO_WORDS = [
    "[¹ nodesified]",
    "[Ⅳ nodeclfied]",
    "[1 line½ not declassified]",
    "[1 línea not declassified]",
]
ENDS_OF_CABLES = [".\nHER\n#", "2\n\nLCT\n#"]
MENDED = [
    "9 a LA 5 1938[2]\n\n1 D\n 2 S",
    "9 d\n\n1 .\n\n\n[A: 6]",
    "5 Y\n\n1 D\n\t\n[A:16]",
    "171530Z JAN 7271",
    "2 h\n\n[A:ii]May 1947",
    "August 7, 11861",
    "Document2c",
]
"""What no reading expresses; these give up some markup, and are whole all the same."""


FORM_FEEDS = [
    "7 Harland to Department of Works\n\nLIMA, 21 March 1947\n\nWe\fagree. [1]\n\n1 No\fte.\n\n[AA : A838, 54/1/2, v]",
    "A\fB",
    "A\n\n\f\n\nB",
    "\f",
    "d\f\n\r3",
    "[2 lines\fnot declassified]\r\n\rx",
]


def _in_a_line(text: str) -> str:
    return " ".join(text.encode("ascii", "ignore").decode().split())


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize(
    "text", [*BRACKETS_OF_OTHER_SERIES, *INDENTED_ENDS, *UNITS_THAT_ARE_NO_WORDS, *ENDS_OF_CABLES], ids=_in_a_line
)
def test_it_comes_back_with_all_its_markup(text, profile):
    proof = check_text(text.encode(), Options(profile=profile))
    assert proof is not None
    assert proof.told == ()
    check_edit(proof)


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("text", MENDED, ids=_in_a_line)
def test_it_comes_back(text, profile):
    assert check_text(text.encode(), Options(profile=profile)) is not None


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("conventions", [None, *(each.name for each in ALL)])
@pytest.mark.parametrize("text", FORM_FEEDS, ids=ascii)
def test_form_feeds_come_back_by_whatever_conventions_a_text_is_read(text, conventions, profile):
    proof = check_text(text.encode(), Options(profile=profile, conventions=conventions))
    assert proof is not None
    assert proof.tei.count(b"form-feed") == text.count("\f")


def test_notices_are_read_by_the_conventions_that_have_them():
    assert {conventions.name for conventions in ALL if GAPS[0] in conventions.notations} == READ_BY
