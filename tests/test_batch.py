"""Batches: which documents are converted, where to, and what the manifest says of each."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from batch_helpers import BACK, SMALL, TEI, but_times, contents, convert, rows, tree
from hypothesis import given
from hypothesis import strategies as st

from teiconv.batch import Facts, Failure, Plan, Row, resolve, run
from teiconv.batch.places import leads_out
from teiconv.batch.rows import Doubt
from teiconv.collection.identity import UnlistedPerson
from teiconv.collection.part import Part
from teiconv.errors import TeiconvError
from teiconv.settings import Settings

KISSINGER = "  • Kissinger, Henry A., Assistant to the President\n"
NIXON = "  • Nixon, Richard M., President of the United States\n"
NSC = "  • NSC, National Security Council\n"

SHELF = {"a/b.txt": "one", "a/c.txt": "two", "d.txt": "three"}


def test_a_tree_becomes_the_same_tree(tmp_path: Path) -> None:
    summary = convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    assert contents(tmp_path / "out") == {"a/b.xml": TEI % b"ONE", "a/c.xml": TEI % b"TWO", "d.xml": TEI % b"THREE"}
    assert (summary.converted, summary.unchanged, summary.failed, summary.exit_code) == (3, 0, 0, 0)


def test_and_back(tmp_path: Path) -> None:
    convert(tree(tmp_path / "in", SHELF), tmp_path / "tei")
    convert(tmp_path / "tei", tmp_path / "back", setups=(BACK,))
    assert contents(tmp_path / "back") == contents(tmp_path / "in")


def test_the_way_back_can_be_proven_too(tmp_path: Path) -> None:
    tree(tmp_path / "tei", {"a.xml": (TEI % b"ONE").decode(), "b.xml": (TEI % b"T~WO").decode()})
    summary = convert(tmp_path / "tei", tmp_path / "back", setups=(replace(BACK, verify=True),))
    assert contents(tmp_path / "back") == {"a.txt": b"one"}
    failure = rows(summary)["b.xml"].failure
    assert failure is not None
    assert "b.xml:1:2: the text would not come back" in failure.message


def test_only_texts_are_documents(tmp_path: Path) -> None:
    tree(
        tmp_path / "in", {"a.txt": "one", "b.md": "two", ".hidden.txt": "three", ".git/c.txt": "four", "D.TXT": "five"}
    )
    convert(tmp_path / "in", tmp_path / "out")
    assert sorted(contents(tmp_path / "out")) == ["D.xml", "a.xml"]


def test_list_files_are_not_converted(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {"a.txt": "one", "persons.txt": KISSINGER, "sub/terms.txt": NSC})
    settings = Settings(persons=(source / "persons.txt",), terms=(source / "sub" / ".." / "sub" / "terms.txt",))
    _, without = resolve(str(source), settings)
    convert(source, tmp_path / "out", without=without)
    assert sorted(contents(tmp_path / "out")) == ["a.xml"]


def test_a_folder_with_settings_has_its_own_lists(tmp_path: Path) -> None:
    source = tree(
        tmp_path / "in",
        {
            "v1/d1.txt": "one",
            "v1/persons.txt": KISSINGER,
            "v1/teiconv.toml": 'persons = "persons.txt"\n[publication]\nvolume = "1"\n',
            "v2/d1.txt": "two",
            "v2/deep/d2.txt": "three",
        },
    )
    (tmp_path / "persons.txt").write_text(NIXON)
    outer = Settings(persons=(tmp_path / "persons.txt",))
    setups, without = resolve(str(source), outer)
    job_setups = {setup.folder: [file.data for file in setup.persons] for setup in setups}
    assert job_setups == {"": [NIXON.encode()], "v1": [KISSINGER.encode()]}
    assert setups[1].options.publication.volume == "1"
    assert {Path(path).name for path in without} == {"persons.txt"}


def test_a_list_that_holds_nobody_is_told_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "persons.txt").write_text("")
    with pytest.raises(TeiconvError, match=r"persons.txt"):
        resolve(str(tmp_path), Settings(persons=(tmp_path / "persons.txt",)))


def test_the_manifest_tells_what_became_of_each(tmp_path: Path) -> None:
    summary = convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    assert summary.manifest == str(tmp_path / "out.manifest.jsonl")
    found = rows(summary)
    assert list(found) == ["a/b.txt", "a/c.txt", "d.txt"]
    row = found["a/b.txt"]
    assert (row.output, row.input_bytes, row.facts.title, row.facts.gaps) == ("a/b.xml", 3, "ONE", {"illegible": 1})
    assert row.time.endswith("+00:00")
    assert len(row.input_digest) == len(row.output_digest) == 64


def test_a_document_that_fails_does_not_stop_the_rest(tmp_path: Path) -> None:
    summary = convert(tree(tmp_path / "in", {"a.txt": "one!", "b.txt": "two"}), tmp_path / "out")
    assert sorted(contents(tmp_path / "out")) == ["b.xml"]
    assert (summary.converted, summary.failed, summary.exit_code) == (1, 1, 3)
    assert rows(summary)["a.txt"].failure == Failure("SourceError", "a.txt:1:1: cannot be read", 3)


@pytest.mark.parametrize(
    ("text", "kind", "code", "words"),
    [
        ("one?", "InvalidError", 5, "“?” is not allowed"),
        ("one~", "TeiconvError", 1, "a.txt:1:4: the text would not come back"),
        ("one#", "RuntimeError", 1, "a bug"),
    ],
    ids=["not valid", "no round trip", "fault"],
)
def test_what_fails_says_why_and_is_not_written(tmp_path: Path, text: str, kind: str, code: int, words: str) -> None:
    summary = convert(tree(tmp_path / "in", {"a.txt": text}), tmp_path / "out")
    failure = rows(summary)["a.txt"].failure
    assert failure is not None
    assert (failure.kind, failure.exit_code) == (kind, code)
    assert words in failure.message
    assert summary.exit_code == code
    assert not (tmp_path / "out" / "a.xml").exists()


def test_failures_of_several_kinds_exit_with_1(tmp_path: Path) -> None:
    assert convert(tree(tmp_path / "in", {"a.txt": "!", "b.txt": "?"}), tmp_path / "out").exit_code == 1


def test_fail_fast_stops_at_the_first(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {"a.txt": "!", "b.txt": "two", "c.txt": "three"})
    summary = convert(source, tmp_path / "out", fail_fast=True)
    assert (summary.converted, summary.failed) == (0, 1)
    assert contents(tmp_path / "out") == {} if (tmp_path / "out").exists() else True
    assert convert(source, tmp_path / "out").converted == 2


def test_one_that_fails_leaves_those_on_the_way_with_it_alone(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {"a.txt": "one", "b.txt": "!", "c.txt": "three", "d.txt": "four"})
    assert convert(source, tmp_path / "out").converted == 3
    (source / "c.txt").write_text("3")
    summary = convert(source, tmp_path / "out")
    assert (summary.converted, summary.unchanged, summary.failed) == (1, 2, 1)
    assert sorted(contents(tmp_path / "out")) == ["a.xml", "c.xml", "d.xml"]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_outputs_are_equal_whatever_the_number_of_processes(tmp_path: Path, jobs: int) -> None:
    source = tree(tmp_path / "in", {f"{n % 3}/{n}.txt": f"text {n}" + "!" * (n == 40) for n in range(60)})
    one, many = convert(source, tmp_path / "one"), convert(source, tmp_path / "many", jobs=jobs)
    assert contents(tmp_path / "many") == contents(tmp_path / "one")
    assert but_times(many.manifest) == but_times(one.manifest)


def test_a_process_that_dies_takes_nothing_with_it(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {f"{n:02}.txt": f"text {n}" + "@" * (n in (7, 21)) for n in range(40)})
    summary = convert(source, tmp_path / "out", jobs=2)
    assert (summary.converted, summary.failed, summary.exit_code) == (38, 2, 1)
    failed = [row for row in rows(summary).values() if row.failure]
    assert [(row.input, row.failure.kind) for row in failed if row.failure] == [
        ("07.txt", "WorkerDied"),
        ("21.txt", "WorkerDied"),
    ]


def test_two_inputs_cannot_become_one_file(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", {"a.TXT": "one", "a.txt": "two"})
    summary = convert(source, tmp_path / "out")
    assert contents(tmp_path / "out") == {"a.xml": TEI % b"ONE"}
    failure = rows(summary)["a.txt"].failure
    assert failure is not None
    assert failure.message == "a.txt would become a.xml, and so does a.TXT; give it another name"


def test_source_and_target_are_two_places(tmp_path: Path) -> None:
    tree(tmp_path / "in", SHELF)
    with pytest.raises(TeiconvError, match="one folder"):
        convert(tmp_path / "in", f"{tmp_path}/in/../in")


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TeiconvError, match="not found"):
        convert(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_fails_alone(tmp_path: Path) -> None:
    source = tree(tmp_path / "in", SHELF)
    (source / "d.txt").chmod(0)
    assert convert(source, tmp_path / "out").failed == 1


def test_a_target_that_cannot_be_written_fails(tmp_path: Path) -> None:
    tree(tmp_path / "out", {"a": "a file where a folder should be"})
    summary = convert(tree(tmp_path / "in", SHELF), tmp_path / "out")
    assert (summary.converted, summary.failed) == (1, 2)


def test_the_real_converter_writes_tei_that_comes_back(tmp_path: Path) -> None:
    text = "1. Telegram From the Embassy in Peru to the Department of State\n\nText. [2 lines not declassified]\n"
    source = tree(tmp_path / "in", {"d1.txt": text})
    setups, without = resolve(str(source), Settings())
    summary = run(Plan(str(source), str(tmp_path / "tei"), setups, without, jobs=1))
    row = rows(summary)["d1.txt"]
    assert row.failure is None
    assert row.facts.gaps == {"not-declassified line": 1}
    assert row.facts.title.startswith("Telegram")
    setups, without = resolve(str(tmp_path / "tei"), Settings(), BACK.direction)
    run(Plan(str(tmp_path / "tei"), str(tmp_path / "back"), setups, without, jobs=1))
    assert (tmp_path / "back" / "d1.txt").read_text() == text


_TEXTS = st.text(st.characters(codec="utf-8"))
_COUNTS = st.dictionaries(_TEXTS, st.integers(0, 10**9))


@given(
    st.builds(
        Row,
        input=_TEXTS,
        output=_TEXTS.filter(lambda path: not leads_out(path)),
        facts=st.builds(
            Facts, _TEXTS, st.none() | _TEXTS, gaps=_COUNTS, persons=_COUNTS,
            doubts=st.lists(st.builds(Doubt, _TEXTS, _TEXTS, _TEXTS)).map(tuple),
        ),
        problems=st.lists(_TEXTS).map(tuple),
        failure=st.none() | st.builds(Failure, _TEXTS, _TEXTS, st.integers(1, 6)),
        part=st.none() | st.builds(
            Part, _TEXTS, st.none() | _TEXTS, pages=st.lists(_TEXTS).map(tuple),
            wants=st.just(((0, "d2"), (3, "d4"))), leads=st.just(("d2.xml#d2", None)),
            found=st.lists(st.builds(UnlistedPerson, _TEXTS, _TEXTS, name=st.just((("surname", "Sapt"),)))).map(tuple),
        ),
    )
)  # fmt: skip
def test_a_row_comes_back_from_its_line(row: Row) -> None:
    line = row.to_json()
    assert "\n" not in line
    assert Row.from_json(line) == row


def test_setups_differ_in_whatever_an_output_follows_from() -> None:
    from teiconv.batch.records import ListFile

    others = [
        replace(BACK, verify=True),
        replace(SMALL, verify=False),
        replace(SMALL, persons=(ListFile("persons.txt", b"K"),)),
        replace(SMALL, persons=(ListFile("persons.txt", b"N"),)),
        replace(SMALL, options=replace(SMALL.options, encoding="latin-1")),
    ]
    assert len({setup.digest for setup in (SMALL, *others)}) == 6
