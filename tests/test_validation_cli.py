"""``teiconv validate``: files, folders and standard input; formats; exit codes; many files at once."""

from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from teiconv.cli.validate import validate
from teiconv.validation import Problem, schema_folder
from teiconv.validation.batch import Checkup, check_files
from teiconv.validation.report import as_sarif

SAMPLES = Path(__file__).parent / "samples"
SEED = SAMPLES / "valid" / "seed.xml"
BROKEN = SAMPLES / "invalid" / "gap-measure.xml"
WARNED = SAMPLES / "invalid" / "page-order.xml"


def _run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(validate, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def malformed(tmp_path: Path) -> Path:
    path = tmp_path / "malformed.xml"
    path.write_text("<TEI>")
    return path


def test_a_valid_file_is_passed_over_in_silence():
    done = _run(SEED, "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_a_problem_is_one_line_with_place_message_path_and_rule():
    done = _run(BROKEN, "--quiet")
    assert done.exit_code == 5
    assert done.stdout == (
        f"{BROKEN}:14:17: error: this gap has a unit (line) but no quantity; add @quantity, @atLeast, @atMost or"
        " @extent [/TEI/text/body/div/p/gap] (gap-measure)\n"
    )


def test_a_warning_does_not_make_a_file_invalid():
    done = _run(WARNED)
    assert done.exit_code == 0
    assert "warning: page 12 comes after page 13" in done.stdout
    assert "1 of 1 valid" in done.stderr


def test_exit_codes_tell_the_unreadable_from_the_invalid(malformed: Path):
    assert _run(malformed).exit_code == 4
    assert _run(BROKEN, malformed).exit_code == 1
    assert _run(SEED, BROKEN).exit_code == 5


def test_standard_input():
    done = _run("-", given=BROKEN.read_text())
    assert done.exit_code == 5
    assert done.stdout.startswith("<stdin>:14:17: error: ")
    assert _run(given=SEED.read_text()).exit_code == 0


def test_standard_input_is_not_mixed_with_files():
    assert _run("-", SEED).exit_code == 2


def test_folders_are_searched():
    done = _run(SAMPLES / "valid")
    assert done.exit_code == 0
    assert "2 of 2 valid" in done.stderr


def test_the_order_of_the_files_is_kept_with_any_number_of_processes():
    one, two = (_run(SAMPLES, "--jobs", jobs, "--format", "json") for jobs in (1, 2))
    assert one.stdout == two.stdout
    assert one.exit_code == two.exit_code == 5


def test_processes_that_cannot_be_forked_load_the_schemas_themselves(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    files = sorted(SAMPLES.rglob("*.xml"))
    assert list(check_files(files, (), 2)) == list(check_files(files, (), 1))


def test_json(malformed: Path):
    report = json.loads(_run(SEED, BROKEN, malformed, "--format", "json").stdout)
    assert (report["files"], report["valid"], report["unreadable"]) == (3, 1, 1)
    first, second = report["problems"]
    assert (first["line"], first["column"], first["rule"], first["path"]) == (
        14,
        17,
        "gap-measure",
        "/TEI/text/body/div/p/gap",
    )
    assert second["rule"] == "unreadable"


def test_a_problem_without_a_line_is_one_of_the_file_in_sarif():
    problem = Problem("a b.xml", None, None, "/TEI", "it has no title")
    (result,) = json.loads(as_sarif([Checkup("a b.xml", (problem,))]))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "a%20b.xml"}}


def test_sarif():
    report = json.loads(_run(SEED, BROKEN, WARNED, "--format", "sarif").stdout)
    (run,) = report["runs"]
    assert report["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "teiconv.sch/gap-measure",
        "teiconv.sch/page-order",
    ]
    error, warning = run["results"]
    assert (error["level"], warning["level"]) == ("error", "warning")
    (location,) = error["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 14, "startColumn": 17}


def test_junit(malformed: Path):
    suite = etree.fromstring(_run(SEED, BROKEN, WARNED, malformed, "--format", "junit").stdout)
    assert {key: suite.get(key) for key in ("tests", "failures", "errors")} == {
        "tests": "4",
        "failures": "1",
        "errors": "1",
    }
    assert [len(case.findall("failure")) for case in suite] == [0, 1, 0, 0]
    assert [len(case.findall("error")) for case in suite] == [0, 0, 0, 1]


@pytest.mark.parametrize("name", [b"\xff.xml", b"red\x1b[31m.xml", b"two\nlines 100%.xml"])
def test_any_name_of_a_file_can_stand_in_a_report(tmp_path: Path, name: bytes):
    file = Path(os.fsdecode(bytes(tmp_path) + b"/" + name))
    file.write_text("<a>")
    case = etree.fromstring(_run(file, "--format", "junit").stdout)[0]
    assert (case.get("name") or "").endswith(".xml")
    (result,) = json.loads(_run(file, "--format", "sarif").stdout)["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == os.fsencode(file)
    assert uri.isascii()


@pytest.mark.parametrize("name", ["teiconv.rng", "teiconv.xsd", "teiconv.sch"])
def test_one_schema_alone(name: str):
    done = _run(BROKEN, "--schema", schema_folder() / name, "--quiet")
    assert done.exit_code == (5 if name == "teiconv.sch" else 0)


def test_several_schemas():
    folder = schema_folder()
    both = ("--schema", folder / "teiconv.rng", "--schema", folder / "teiconv.xsd")
    report = json.loads(_run(SAMPLES / "invalid" / "value-unknown.xml", *both, "--format", "json").stdout)
    assert [problem["schema"] for problem in report["problems"]] == ["teiconv.rng", "teiconv.xsd"]
