"""What the first and the last lines of typed papers say, in the header and in the links, too."""

from __future__ import annotations

from pathlib import Path

import pytest

import teiconv
from teiconv.model import Element, descendants, plain

TEXTS = Path(__file__).parent / "samples" / "texts"


def nodes(name: str, tag: str) -> list[Element]:
    document = teiconv.read_tei(teiconv.to_tei((TEXTS / f"{name}.txt").read_text(encoding="utf-8")))
    return [node for node in descendants(document.body) if node.name == tag]


def header(name: str) -> str:
    tei = teiconv.to_tei((TEXTS / f"{name}.txt").read_text(encoding="utf-8")).decode("utf-8")
    return tei[: tei.index("</teiHeader>")]


def test_who_stands_below_the_title_of_a_talk_speaks_and_no_other_name_with_that_initial():
    speakers = {plain(node.content): node for node in nodes("telcon", "rs")}
    names = {said: [name.get("ref") for name in node.content] for said, node in speakers.items()}
    assert names == {"P": ["#p_POE1"], "S": ["#p_SUTTER1"]}
    assert "#p_SUTTER1" in header("telcon")[header("telcon").index("particDesc") :]


@pytest.mark.parametrize(
    ("name", "says", "never"),
    [
        ("record-translated", '<date when="1961-05-04">4 May 1961</date>', "<placeName>"),
        ("report-of-years", "<title>FISHING IN THE WATERS OF UTOPIA, 1948-53</title>", "[Untitled]"),
        ("mail", "Lake, Ruth E", "S_Staff"),
        ("letter-indented", "<title>[Bill Moss to Anton Lake, May 4, 1994]</title>", "PALACE"),
        ("letter-circulated", "<title>LETTER DATED 27 OCTOBER 1967 FROM", "FISHERIES<"),
    ],
)
def test_what_the_header_says(name, says, never):
    found = header(name)
    assert says in found
    assert never not in found


def test_who_signs_for_another_has_that_in_the_closer():
    closer = nodes("airgram-signed", "closer")[0]
    seg, signed = (node for node in closer.content if isinstance(node, Element) and node.name in ("seg", "signed"))
    assert (plain(seg.content), plain(signed.content)[:13]) == ("For the Minister:", "Samuel T. Poe")
    assert nodes("airgram-signed", "salute") == []


def test_the_head_of_a_quoted_mail_has_lists_as_that_of_the_mail_above():
    types = [node.get("type") for node in nodes("mail", "list")]
    assert types == ["from", "date", "to", "subject", "from", "date", "to", "copies", "subject"]
