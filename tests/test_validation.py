"""Validation: each broken sample gives the problems that its first lines tell, and the library keeps its word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from teiconv.errors import TeiError
from teiconv.validation import Problem, load_schema, project_schemas, schema_folder, validate
from teiconv.validation.batch import check_files

SAMPLES = Path(__file__).parent / "samples"
VALID = sorted((SAMPLES / "valid").glob("*.xml"))
INVALID = sorted((SAMPLES / "invalid").glob("*.xml"))
EXPECTED = re.compile(r"^<!-- (error|warning) (\S+) at (\d+):(\d+): (.*) -->$", re.MULTILINE)
SEED = (SAMPLES / "valid" / "seed.xml").read_text()
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def _broken(old: str, new: str) -> list[Problem]:
    assert old in SEED
    return validate(SEED.replace(old, new, 1), name="seed.xml")


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_sample_has_no_errors(path: Path):
    assert [str(problem) for problem in validate(path) if problem.severity == "error"] == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_broken_sample_has_the_problems_that_it_tells(path: Path):
    told = [
        (kind, rule, int(line), int(column), message)
        for kind, rule, line, column, message in EXPECTED.findall(path.read_text())
    ]
    found = [(p.severity, p.rule, p.line, p.column, p.message) for p in validate(path)]
    assert found == told


def test_every_rule_has_a_broken_sample():
    rules = etree.parse(schema_folder() / "teiconv.sch").getroot()
    broken = {rule for path in INVALID for _, rule, _, _, _ in EXPECTED.findall(path.read_text())}
    assert {pattern.get("id") for pattern in rules.iterfind("{*}pattern")} - broken == set()


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=lambda path: path.stem)
def test_another_schematron_processor_finds_the_same(path: Path):
    rules = schema_folder() / "teiconv.sch"
    other = isoschematron.Schematron(etree.parse(rules), store_report=True)
    other.validate(etree.parse(path, etree.XMLParser(collect_ids=False)))
    theirs = [" ".join("".join(text.itertext()).split()) for text in other.validation_report.iter(f"{SVRL}text")]
    ours = [problem.message for problem in validate(path, [load_schema(rules)])]
    assert sorted(ours) == sorted(theirs)


def test_a_misspelt_attribute_is_told_with_the_right_one():
    (problem, *_) = _broken("<gap reason=", "<gap resaon=")
    assert problem.path == "/TEI/text/body/div/p[1]/gap"
    assert problem.found == "@resaon"
    assert "@reason" in problem.allowed
    assert "did you mean @reason?" in problem.message
    assert (problem.schema, problem.rule, problem.severity) == ("teiconv.rng", "attribute", "error")


def test_one_slip_gives_one_problem_and_two_give_two():
    assert len(_broken("<item>President of Peru", "<para/><item>President of Peru")) == 1
    twice = SEED.replace("<item>", "<para/><item>", 1).replace("<p>Our", '<p when="1">Our', 1)
    assert [problem.rule for problem in validate(twice)] == ["element", "attribute"]


def test_columns_count_characters_not_bytes():
    (problem,) = _broken("<p>Our Ambassador", "<p>“Österreich” 𝔄 <para/>Our Ambassador")
    line = SEED.splitlines()[(problem.line or 0) - 1]
    assert problem.column == line.index("<p>Our") + len("<p>“Österreich” 𝔄 ") + 1


def test_lines_beyond_sixteen_bits_are_counted():
    (problem,) = _broken("<p>Our", "\n" * 70_000 + "<para/><p>Our")
    assert (problem.line or 0) > 70_000


def test_a_tree_can_be_validated_and_then_has_no_columns():
    tree = etree.ElementTree(etree.fromstring(SEED.encode()))
    assert validate(tree) == []
    tree.getroot().find(".//{*}gap").set("resaon", "x")
    (problem,) = validate(tree, name="tree")
    assert (problem.file, problem.column) == ("tree", None)
    assert problem.line is not None


def test_what_cannot_be_read_raises():
    with pytest.raises(TeiError, match=r"memo\.xml:1:\d+: the XML is not well formed"):
        validate("<TEI>", name="memo.xml")


def test_schemas_are_compiled_once():
    assert project_schemas() is project_schemas()


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=lambda path: path.stem)
def test_schemas_compiled_for_many_files_find_the_same(path: Path):
    assert list(next(check_files([path], (), 1)).problems) == validate(path)


def test_schema_locations_are_not_allowed_in_many_files_either(tmp_path: Path):
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'
    (tmp_path / "seed.xml").write_text(SEED.replace("<TEI ", f"<TEI {xsi} ", 1))
    (checkup,) = check_files([tmp_path / "seed.xml"], (), 1)
    assert "@schemaLocation is not allowed on <TEI>" in checkup.problems[0].message


def test_problems_come_in_the_order_of_the_document():
    text = SEED.replace("<gap reason=", '<gap quantity="2" reason=').replace("<p>Our", '<p when="1">Our')
    lines = [problem.line or 0 for problem in validate(text)]
    assert len(lines) == 2
    assert lines == sorted(lines)
