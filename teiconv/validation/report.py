"""Problems as text, JSON, SARIF 2.1.0 (code hosts, editors) and JUnit XML (build servers)."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import etree

from teiconv._version import __version__
from teiconv.errors import Place
from teiconv.validation.batch import Checkup
from teiconv.validation.problem import Problem

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(checkups: Sequence[Checkup]) -> str:
    """Return one line for each problem: ``file:line:column: severity: message [path] (rule)``."""
    return "".join(f"{_line(problem)}\n" for checkup in checkups for problem in checkup.problems)


def as_json(checkups: Sequence[Checkup]) -> str:
    """Return an object with a summary and all problems with all their fields."""
    report = {
        "files": len(checkups),
        "valid": sum(checkup.is_valid for checkup in checkups),
        "unreadable": sum(not checkup.is_readable for checkup in checkups),
        "problems": [asdict(problem) for checkup in checkups for problem in checkup.problems],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_sarif(checkups: Sequence[Checkup]) -> str:
    """Return a SARIF log of one run."""
    problems = [problem for checkup in checkups for problem in checkup.problems]
    rules = [{"id": rule} for rule in sorted({_rule_id(problem) for problem in problems})]
    driver = {"name": "teiconv", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(p) for p in problems]}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def as_junit(checkups: Sequence[Checkup]) -> str:
    """Return a JUnit test suite in which each file is a test case."""
    unreadable = sum(not checkup.is_readable for checkup in checkups)
    failures = sum(not checkup.is_valid for checkup in checkups) - unreadable
    counts = {"tests": str(len(checkups)), "failures": str(failures), "errors": str(unreadable)}
    suite = etree.Element("testsuite", {"name": "teiconv validate", **counts})
    for checkup in checkups:
        case = etree.SubElement(suite, "testcase", classname="teiconv.validate", name=_storable(checkup.file))
        for problem in checkup.problems:
            _add_to_case(case, problem, checkup.is_readable)
    etree.indent(suite)
    return etree.tostring(suite, encoding="unicode") + "\n"


FORMATS: dict[str, Callable[[Sequence[Checkup]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "junit": as_junit,
}
"""The formats of a report by the names that the command line gives them."""


def _storable(words: str) -> str:
    """Return ``words`` with what no XML can hold, as the name of a file may, written as escapes."""
    return _NOT_IN_XML.sub(lambda found: ascii(found[0])[1:-1], words)


def _line(problem: Problem) -> str:
    place = Place(problem.file, problem.line, problem.column)
    rule = f" ({problem.rule})" if problem.rule else ""
    return f"{place}: {problem.severity}: {problem.message} [{problem.path}]{rule}"


def _rule_id(problem: Problem) -> str:
    return "/".join(part for part in (problem.schema, problem.rule) if part) or "problem"


def _result(problem: Problem) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(Path(problem.file).as_posix()))}}
    if problem.line is not None:
        column = {} if problem.column is None else {"startColumn": problem.column}
        physical["region"] = {"startLine": problem.line, **column}
    location = {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": problem.path}]}
    return {
        "ruleId": _rule_id(problem),
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [location],
    }


def _add_to_case(case: etree._Element, problem: Problem, is_readable: bool) -> None:
    if problem.severity != "error":
        etree.SubElement(case, "system-out").text = _storable(_line(problem))
        return
    kind = "failure" if is_readable else "error"
    element = etree.SubElement(case, kind, message=_storable(problem.message), type=_storable(_rule_id(problem)))
    element.text = _storable(_line(problem))
