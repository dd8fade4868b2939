"""Files that a batch beside the review, or an editor, has changed while the page is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_helpers import convert, volume

from teiconv.editing.file import read_decisions
from teiconv.editing.journal import Journal
from teiconv.review import cards
from teiconv.review.changed import ChangedError, LostError
from teiconv.review.folder import Folder
from teiconv.review.index import Index, Numbers
from teiconv.review.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    tei = volume(tmp_path)
    index = Index(":memory:")
    folder = Folder(tei, index)
    folder.refresh()
    yield Session(folder, Journal(tmp_path / "decisions.toml"), "Ada")
    index.close()


def change(root: Path, name: str, old: str, new: str) -> None:
    """Change a text, and convert the volume again beside the review."""
    text = root / "texts" / f"{name}.txt"
    text.write_text(text.read_text().replace(old, new))
    convert(root)


def statement_of(session: Session, name: str, kind: str) -> int:
    row = session.index.one(
        "SELECT statement FROM statements JOIN documents USING (document) WHERE id = ? AND kind = ?", name, kind
    )
    assert row
    return int(row[0])


def test_a_card_shows_the_file_as_it_is_now(session: Session, tmp_path: Path) -> None:
    number = statement_of(session, "d2", "gap")
    before = cards.statement(session, number)
    change(tmp_path, "d2", "The Duke [", "The old Duke of Strelsau [")
    after = cards.statement(session, number)
    assert before
    assert after
    assert before["as_of"] != after["as_of"]
    assert after["start"] == before["start"] + len("old  of Strelsau")
    shown = cards.document(session, after["document"])
    assert shown
    assert shown["as_of"] == after["as_of"]
    assert "old Duke of Strelsau" in "".join(piece["text"] for piece in shown["pieces"])
    assert cards.statement(session, number) == after


def test_what_is_no_longer_said_is_told_and_gone(session: Session, tmp_path: Path) -> None:
    number, total = statement_of(session, "d2", "gap"), session.rows({"state": "all"}, 0, 1)["total"]
    change(tmp_path, "d2", " [2 lines not declassified]", "")
    with pytest.raises(LostError, match=r"^d2 was changed since it was read, and no longer says this$"):
        cards.statement(session, number)
    assert cards.statement(session, number) is None
    assert session.rows({"state": "all"}, 0, 1)["total"] == total - 1


@pytest.mark.parametrize("broken", ["<TEI>", None])
def test_a_file_that_is_broken_or_gone_is_told(session: Session, tmp_path: Path, broken: str | None) -> None:
    number, file = statement_of(session, "d2", "gap"), tmp_path / "tei" / "d2.xml"
    file.unlink() if broken is None else file.write_text(broken)
    with pytest.raises(LostError, match=r"^d2\.xml:"):
        cards.statement(session, number)


def test_nobody_decides_about_what_has_changed_unseen(session: Session, tmp_path: Path) -> None:
    number = statement_of(session, "d2", "gap")
    said = [{"statement": number, "values": {"is": "nothing"}}]
    change(tmp_path, "d2", "The Duke", "The Duchess [2 lines not declassified] and the Duke")
    with pytest.raises(ChangedError, match=r"^d2 was changed since it was read$"):
        session.decide(said)
    assert not (tmp_path / "decisions.toml").exists()
    session.decide(said)
    (decision,) = read_decisions((tmp_path / "decisions.toml").read_bytes(), "decisions.toml")
    assert (decision.document, decision.words) == ("d2", "[2 lines not declassified]")


def test_words_are_not_selected_in_a_text_that_has_changed(session: Session, tmp_path: Path) -> None:
    (document,) = session.index.one("SELECT document FROM documents WHERE id = 'd2'") or (0,)
    change(tmp_path, "d2", "The Duke", "The old Duke")
    with pytest.raises(ChangedError):
        cards.selection(session, document, 0, 5)
    assert cards.selection(session, document, 0, 5)


def test_a_name_that_the_list_has_otherwise_now_is_shown_so(session: Session, tmp_path: Path) -> None:
    number = statement_of(session, "d1", "person")
    persons = tmp_path / "persons.txt"
    persons.write_text(persons.read_text().replace("from", "since"))
    convert(tmp_path)
    candidates = (cards.statement(session, number) or {})["candidates"]
    assert any("since" in one["description"] for one in candidates)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abcd")))
def test_what_is_read_again_keeps_its_number_and_nothing_new_has_one_that_was_used(before: list[str], after: list[str]):
    numbers = Numbers(((number, said) for number, said in enumerate(before, 1)), highest=len(before) + 3)
    given_ = [numbers.of(said) for said in after]
    assert len(set(given_)) == len(given_)
    kept = [(number, said) for number, said in zip(given_, after, strict=True) if number <= len(before)]
    assert all(before[number - 1] == said for number, said in kept)
    assert len(kept) == sum(min(before.count(one), after.count(one)) for one in set(after))
    assert all(number > len(before) + 3 for number in given_ if number > len(before))
