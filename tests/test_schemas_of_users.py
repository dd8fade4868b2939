"""Schemas that users give: empty, cyclic, not XML, or something else; told with the file, and never as our fault."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from teiconv.cli import main
from teiconv.errors import TeiconvError
from teiconv.validation import validate
from teiconv.validation.schemas import load_schemas

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
CYCLE = '<xs:complexType name="a"><xs:complexContent><xs:extension base="a"/></xs:complexContent></xs:complexType>'

SCHEMAS = [
    *((name, "", f"{name}:1") for name in ("a.rng", "a.xsd", "a.sch")),
    *((name, "dear diary", f"{name}:1") for name in ("a.rng", "a.xsd", "a.sch")),
    *((name, "<a/>", name) for name in ("a.rng", "a.xsd", "a.sch")),
    (
        "a.rng",
        f'<grammar {RNG}><start><ref name="a"/></start><define name="a"><ref name="a"/></define></grammar>',
        "cycle",
    ),
    ("a.rng", f'<grammar {RNG}><include href="a.rng"/></grammar>', "recursion"),
    ("a.rng", f"<grammar {RNG}/>", "no children"),
    ("a.rng", f'<grammar {RNG}><start><ref name="nope"/></start></grammar>', "nope"),
    ("a.rng", f'<element name="a" {RNG}>' + "<group>" * 999 + "<empty/>" + "</group>" * 999 + "</element>", "depth"),
    ("a.xsd", f'<xs:schema {XSD}>{CYCLE}<xs:element name="x" type="a"/></xs:schema>', "Circular"),
    ("a.xsd", f'<xs:schema {XSD}><xs:element name="a" type="nope"/></xs:schema>', "nope"),
    ("a.sch", f"<schema {SCH}/>", "has no rules"),
    ("a.sch", f'<schema {SCH}><pattern id="p" abstract="true" is-a="p"/></schema>', "has no rules"),
    ("a.sch", f'<schema {SCH}><ns prefix="" uri=""/><pattern><rule context="a"/></pattern></schema>', "prefix"),
    ("a.sch", f'<schema {SCH}><pattern><rule context="a["><assert test="b("/></rule></pattern></schema>', "compile"),
    ("a.sch", '<?xml version="1.0" encoding="klingon"?><schema/>', "klingon"),
]


@pytest.mark.parametrize(("name", "text", "said"), SCHEMAS)
def test_a_schema_that_cannot_be_used_is_told_before_any_document(tmp_path, name, text, said):
    (tmp_path / name).write_text(text)
    with pytest.raises(TeiconvError) as raised:
        load_schemas([tmp_path / name])
    assert said in str(raised.value)
    assert name in str(raised.value)
    assert raised.value.message.count("\n") == 0


@pytest.mark.parametrize("what", ["import", "include", "redefine"])
@pytest.mark.parametrize("nested", [False, True])
def test_a_part_of_a_schema_that_is_not_there_is_told_with_its_line(tmp_path, what, nested):
    namespace = 'namespace="urn:x" ' if what == "import" else ""
    part = (
        f'<xs:schema {XSD}>\n<xs:{what} {namespace}schemaLocation="more/x%20y.xsd"/><xs:element name="b"/></xs:schema>'
    )
    whole = f'<xs:schema {XSD}><xs:include schemaLocation="part.xsd"/><xs:element name="a"/></xs:schema>'
    (tmp_path / "a.xsd").write_text(whole if nested else part)
    (tmp_path / "part.xsd").write_text(part)
    said = rf"^.*/{'part' if nested else 'a'}\.xsd:2: the {what} “more/x%20y\.xsd” is not there$"
    with pytest.raises(TeiconvError, match=said):
        load_schemas([tmp_path / "a.xsd"])
    (tmp_path / "more").mkdir()
    target = ' targetNamespace="urn:x"' if what == "import" else ""
    (tmp_path / "more" / "x y.xsd").write_text(f'<xs:schema {XSD}{target}><xs:element name="c"/></xs:schema>')
    assert not validate(b"<b/>", load_schemas([tmp_path / "a.xsd"]))


def test_what_a_schema_imports_from_elsewhere_is_not_fetched_nor_told(tmp_path):
    imported = '<xs:import namespace="urn:x" schemaLocation="http://127.0.0.1:9/x.xsd"/>'
    (tmp_path / "a.xsd").write_text(f'<xs:schema {XSD}>{imported}<xs:element name="a"/></xs:schema>')
    assert validate(b"<b/>", load_schemas([tmp_path / "a.xsd"]))


def test_a_compact_schema_asks_no_network(tmp_path):
    (tmp_path / "a.rnc").write_text('# include "http://x"\nstart = element a { external "http://127.0.0.1:9/x.rnc" }')
    with pytest.raises(TeiconvError, match=r"a\.rnc:2: it includes what is elsewhere"):
        load_schemas([tmp_path / "a.rnc"])


@pytest.mark.parametrize(
    ("context", "is_told"),
    [("a", False), ("zz|a[@n]", True), ("/", False), ("x:a", True), ("a[key('k', 1)]", False), ("a/@n", True)],
)
def test_rules_that_are_about_nothing_are_told(tmp_path, context, is_told):
    rules = f'<rule context="{context}"><assert test="true()">x</assert></rule>'
    (tmp_path / "r.sch").write_text(
        f'<schema {SCH}><ns prefix="x" uri="urn:x"/><xsl:key name="k" match="a" use="1" '
        f'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/><pattern>{rules}</pattern></schema>'
    )
    (tmp_path / "a.xml").write_text("<a/>")
    result = CliRunner().invoke(main, ["validate", "-s", str(tmp_path / "r.sch"), str(tmp_path / "a.xml")])
    assert (result.exit_code, "r.sch: none of its rules" in result.stderr) == (0, is_told)


@pytest.mark.parametrize("document", ["<a/>", '<a x="1">words</a>', '<b xmlns="u:v"/>', "<a><a/></a>"])
def test_a_schema_that_is_one_element_says_the_same_as_one_with_a_start(tmp_path, document):
    """RELAX NG allows both."""
    element = f'<element name="a" {RNG}><optional><attribute name="x"/></optional><text/></element>'
    told = []
    for text in (element, f"<grammar {RNG}><start>{element}</start></grammar>"):
        (tmp_path / "a.rng").write_text(text)
        told.append(validate(document, load_schemas([tmp_path / "a.rng"])))
    alone, started = told
    assert [(problem.message, problem.allowed) for problem in alone] == [
        (problem.message, problem.allowed) for problem in started
    ]
