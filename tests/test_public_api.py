"""What is public changes only with a word in the changelog, and every public name is documented with an example."""

from __future__ import annotations

import doctest
import inspect
import re
import sys
from pathlib import Path

import pytest
from desk import lay_out

import teiconv

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from public_api import SNAPSHOT, public_api, unsaid  # noqa: E402

NAMES = [name for name in teiconv.__all__ if name != "__version__"]


def _top_section() -> str:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    return changelog.split("\n## ")[1]


def test_no_public_name_signature_option_or_exit_code_changes_unless_the_changelog_names_it() -> None:
    before = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    assert unsaid(before, public_api(), _top_section()) == []


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("teiconv.to_tei(text: 'Text') -> 'bytes'", "teiconv.to_tei(text: 'Text', size: 'int') -> 'bytes'"),
        ("teiconv convert -o/--output text", "teiconv convert -o/--out text"),
        ("teiconv.TeiError.exit_code = 4", "teiconv.TeiError.exit_code = 5"),
    ],
)
def test_a_change_that_nobody_told_of_is_found(before: str, now: str) -> None:
    assert unsaid([before], [now], "- `from_tei` and `--outer` are new.") == sorted([before, now])


def test_a_change_that_the_changelog_names_passes() -> None:
    now = ["teiconv convert --size integer", "teiconv.Document.size: int"]
    assert unsaid([], now, "- `convert --size 12`; `Document.size`.") == []


@pytest.mark.parametrize("name", NAMES)
def test_each_public_name_is_documented_with_an_example_that_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if needed := {"dataframe": "pyarrow", "spacy_doc": "spacy"}.get(name):
        pytest.importorskip(needed, reason=f"{needed} is not installed")
    monkeypatch.chdir(lay_out(tmp_path))
    value = getattr(teiconv, name)
    assert ">>>" in (inspect.getdoc(value) or ""), f"teiconv.{name} has no example"
    for example in doctest.DocTestFinder(recurse=False).find(value, name, globs={}):
        assert doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(example).failed == 0


def test_the_reference_has_every_public_name() -> None:
    page = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r":: teiconv\.(\w+)$", page, re.MULTILINE)) == sorted(teiconv.__all__)


def test_the_page_of_exit_codes_has_every_code() -> None:
    page = (ROOT / "docs/reference/exit-codes.md").read_text(encoding="utf-8")
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    codes = {int(code) for line in public_api() for code in re.findall(r"(?:exit_code =|exits with) (\d+)", line)}
    assert listed == {0, *codes}


def test_no_docstring_of_a_property_is_taken_for_a_type_and_words() -> None:
    classes = [value for name in teiconv.__all__ if inspect.isclass(value := getattr(teiconv, name))]
    lines = [
        f"{value.__name__}.{name}: {line}"
        for value in classes
        for name, found in vars(value).items()
        if isinstance(found, property)
        for line in (found.__doc__ or "").splitlines()[:1]
        if ": " in line
    ]
    assert lines == [], "Sphinx takes the words before a colon for the type"
