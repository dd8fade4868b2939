"""Lists of notes typed in other ways than the canonical one: the marker is kept as the note's label."""

from __future__ import annotations

import pytest

from teiconv import to_bytes, to_tei, validate

MARKERS = ["[{}] ", "{}/ ", "  {}.  ", "{}) "]


@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("rule", ["--------\n", "Notes:\n"])
def test_typed_list_of_notes(marker, rule):
    call = marker.strip().rstrip(".)")
    first, second = (marker.format(number) for number in (1, 2))
    text = (
        f"Meeting With President Velasco\n\nThe President met Velasco.{call.format(1)} He said no.{call.format(2)}\n\n"
        f"{rule}{first}See Tab A.\n{second}Not found.\n"
    )
    tei = to_tei(text)
    assert tei.count(b"<note n=") == 2
    assert b"<label" in tei
    assert to_bytes(tei).decode() == text
    assert validate(tei) == []
