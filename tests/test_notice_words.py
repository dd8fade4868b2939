"""The words of notices: how much is withheld or missing, why, and under which exemption."""

from __future__ import annotations

import pytest

from teiconv.conventions.frus.gaps import withheld
from teiconv.grammar.notices import exemptions, is_counted, missing


@pytest.mark.parametrize(
    ("wording", "attributes"),
    [
        ("2 lines not declassified", {"unit": "line", "quantity": "2", "extent": None}),
        ("1 line and 2 words not declassified", {"extent": "1 line and 2 words"}),
        (
            "2 lines not declassified, 1 paragraph not declassified",
            {"unit": "line", "quantity": "2", "extent": "1 paragraph"},
        ),
        (
            "2 lines (all) not declassified; 1 paragraph not declassified, 3 words not declassified.",
            {"unit": "line", "quantity": "2", "extent": "(all); 1 paragraph; 3 words"},
        ),
        ("Source: A Library. 6 pages not declassified.", {"extent": "6 pages"}),
        ("1 line declassified", {"unit": "line", "quantity": "1", "extent": None}),
        ("the horses were declassified", None),
    ],
)
def test_a_notice_says_how_much_was_withheld(wording: str, attributes: dict[str, str | None] | None) -> None:
    assert withheld(wording) == attributes


@pytest.mark.parametrize(
    ("wording", "attributes"),
    [
        ("REDACTED", {"reason": "redacted", "ana": None}),
        ("left blank", {"reason": "blank", "ana": None}),
        ("2 words illegible", {"reason": "illegible", "unit": "word", "quantity": "2", "extent": None, "ana": None}),
        ("matter omitted", {"reason": "omitted", "ana": None}),
        ("name deleted", {"reason": "redacted", "unit": "name", "quantity": "1", "extent": None, "ana": None}),
        ("names deleted", {"reason": "redacted", "unit": "name", "extent": None, "ana": None}),
        (
            "Page 3 of 5 withheld in full",
            {"reason": "redacted", "unit": "page", "quantity": "1", "extent": "Page 3 of 5", "ana": None},
        ),
        (
            "pages 3-5 withheld",
            {"reason": "redacted", "unit": "page", "quantity": "3", "extent": "pages 3-5", "ana": None},
        ),
        (
            "pages 5-3 withheld",
            {"reason": "redacted", "unit": "page", "quantity": None, "extent": "pages 5-3", "ana": None},
        ),
        ("excised - FOIA (b) (1) (b)(3)", {"reason": "redacted", "ana": "(b)(1) (b)(3)"}),
        ("linesomitted", None),
        (" omitted and so on", None),
        ("horses", None),
    ],
)
def test_a_notice_says_what_is_missing_and_why(wording: str, attributes: dict[str, str | None] | None) -> None:
    found = missing(wording)
    assert (found and dict(sorted(found.items()))) == (attributes and dict(sorted(attributes.items())))


def test_what_is_counted_and_what_is_not() -> None:
    assert is_counted("3 lines  deleted")
    assert is_counted("page 3 deleted")
    assert not is_counted("name deleted")
    assert not is_counted("horses")


def test_exemptions_have_no_blanks_in_them() -> None:
    assert exemptions("withheld under (b) (1) and 1.4 (c)") == "(b)(1) 1.4(c)"
    assert exemptions("withheld") is None
