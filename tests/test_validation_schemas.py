"""Schemas of the user: RELAX NG in all its forms, W3C schema, Schematron."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from grammar_tools import TEI_ALL, has_jing
from lxml import etree

from teiconv.errors import MissingExtraError, TeiconvError
from teiconv.validation import Problem, load_schema, relaxng, schema_folder, validate
from teiconv.validation import rnc as rnc_module

SEED = Path(__file__).parent / "samples" / "valid" / "seed.xml"
HAS_SAXON = importlib.util.find_spec("saxonche") is not None
HAS_RNC2RNG = importlib.util.find_spec("rnc2rng") is not None


def _problems(tmp_path: Path, schema: str, suffix: str, document: str) -> list[Problem]:
    path = tmp_path / f"schema{suffix}"
    path.write_text(schema, encoding="utf-8")
    return validate(document, [load_schema(path)], name="a.xml")


def _rng(tmp_path: Path, patterns: str, document: str) -> list[str]:
    schema = (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x"'
        f' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">{patterns}</grammar>'
    )
    return [problem.message for problem in _problems(tmp_path, schema, ".rng", document)]


INTERLEAVED = """<start><element name="a"><interleave>
  <element name="b"><text/></element><optional><element name="c"><empty/></element></optional>
</interleave></element></start>"""
MIXED_IN = """<start><element name="a"><ref name="content"/></element></start>
<define name="content" combine="choice"><element name="b"><empty/></element></define>
<define name="content" combine="choice"><element name="c"><empty/></element></define>"""
TYPED = """<start><element name="a">
  <attribute name="n"><data type="integer"/></attribute>
  <optional><attribute name="m"><list><oneOrMore>
    <choice><value>x</value><value>y</value></choice>
  </oneOrMore></list></attribute></optional>
  <zeroOrMore><attribute>
    <anyName><except><name ns="">n</name><name ns="">m</name></except></anyName>
  </attribute></zeroOrMore>
</element></start>"""
WILD = """<start><element name="a"><zeroOrMore>
  <element><anyName><except><nsName/></except></anyName><text/></element>
</zeroOrMore></element></start>"""


@pytest.mark.parametrize(
    ("grammar", "document", "messages"),
    [
        (INTERLEAVED, '<a xmlns="urn:x"><c/><b/></a>', []),
        (INTERLEAVED, '<a xmlns="urn:x"><c/></a>', ["<a> is not complete; it needs b"]),
        (
            INTERLEAVED,
            '<a xmlns="urn:x"><b/><c/><c/></a>',
            ["<c> is not allowed in <a> after <c>; allowed: nothing (or the end of <a>)"],
        ),
        (MIXED_IN, '<a xmlns="urn:x"><c/></a>', []),
        (MIXED_IN, '<a xmlns="urn:x">x<c/></a>', ["the text “x” stands bare in <a>; put it into one of: b, c"]),
        (TYPED, '<a xmlns="urn:x" n="1" m="x y" o="3"/>', []),
        (TYPED, '<a xmlns="urn:x" n="one"/>', ["“one” cannot be the value of @n on <a>; allowed: a whole number"]),
        (
            TYPED,
            '<a xmlns="urn:x" m="x z"/>',
            ["“x z” cannot be the value of @m on <a>; allowed: x, y", "<a> must have @n: a whole number"],
        ),
        (WILD, '<a xmlns="urn:x"><b xmlns="urn:y"/></a>', []),
    ],
)
def test_relax_ng_of_any_shape_is_explained(tmp_path: Path, grammar: str, document: str, messages: list[str]):
    assert _rng(tmp_path, grammar, document) == messages


def test_a_grammar_too_clever_to_explain_keeps_libxml2s_words(tmp_path: Path):
    (tmp_path / "b.rng").write_text('<element name="b" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>')
    grammar = '<start><element name="a"><externalRef href="b.rng"/></element></start>'
    assert _rng(tmp_path, grammar, '<a xmlns="urn:x"/>') != []


XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="b" type="xs:date"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def test_w3c_schema_is_explained_by_xmlschema(tmp_path: Path):
    (wrong,) = _problems(tmp_path, XSD, ".xsd", "<a>\n <b>1971-02-30</b></a>")
    assert (wrong.line, wrong.column, wrong.path, wrong.schema) == (2, 2, "/a/b", "schema.xsd")
    (missing,) = _problems(tmp_path, XSD, ".xsd", "<a/>")
    assert missing.allowed == ("b",)


RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron"{binding}>
  <ns prefix="x" uri="urn:x"/>
  <let name="limit" value="2"/>
  <pattern id="first-rule-wins">
    <rule context="x:b[@n]"><assert test="@n &lt;= $limit"><name/> has
      <!-- only --><emph><value-of select="@n"/></emph></assert></rule>
    <rule context="x:b"><report test="true()" role="warning">a b without n</report></rule>
  </pattern>
  <pattern abstract="true" id="needs">
    <rule context="$what"><assert test="$test">this is wrong</assert></rule>
  </pattern>
  <pattern is-a="needs" id="c-needs-text">
    <param name="what" value="x:c"/>
    <param name="test" value="normalize-space()"/>
  </pattern>
  <pattern id="extended">
    <rule abstract="true" id="numbered"><assert test="@n">no number</assert></rule>
    <rule context="x:c"><extends rule="numbered"/></rule>
  </pattern>
</schema>"""
RULED = '<a xmlns="urn:x">\n<b n="1"/>\n<b n="3"/>\n<b/>\n<c/></a>'


@pytest.mark.parametrize(
    "binding",
    ["", pytest.param(' queryBinding="xslt2"', marks=pytest.mark.skipif(not HAS_SAXON, reason="saxonche is an extra"))],
)
def test_schematron_patterns_lets_and_abstract_rules(tmp_path: Path, binding: str):
    problems = _problems(tmp_path, RULES.format(binding=binding), ".sch", RULED)
    assert [(problem.line, problem.rule, problem.severity) for problem in problems] == [
        (3, "first-rule-wins", "error"),
        (4, "first-rule-wins", "warning"),
        (5, "c-needs-text", "error"),
        (5, "extended", "error"),
    ]
    assert problems[0].message == "b has 3"


@pytest.mark.parametrize(
    "function",
    ["document", pytest.param("doc", marks=pytest.mark.skipif(not HAS_SAXON, reason="saxonche is an extra"))],
)
def test_schematron_can_read_no_file(tmp_path: Path, function: str):
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>sesame</secret>")
    binding = "xslt" if function == "document" else "xslt3"
    rules = (
        f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="{binding}"><pattern><rule context="a">'
        f'<report test="true()">found <value-of select="{function}(\'{secret.as_uri()}\')"/></report>'
        "</rule></pattern></schema>"
    )
    try:
        found = str(_problems(tmp_path, rules, ".sch", "<a/>"))
    except TeiconvError as error:
        found = str(error)
    assert "sesame" not in found


@pytest.mark.parametrize(
    ("context", "lines"),
    [("/", [2]), ("comment()", [2, 2, 3]), ("processing-instruction()", [2]), ("b/text()", [3]), ("b/@n", [3])],
)
def test_schematron_is_about_nodes_of_every_kind(tmp_path: Path, context: str, lines: list[int]):
    """What stands in no element has the line of the root."""
    rules = f'<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="{context}">'
    rules += '<report test="true()">here</report></rule></pattern></schema>'
    document = '<?xml version="1.0"?>\n<a><!-- one -->\n<b n="1">x<!-- two --></b></a><!-- three --><?four?>'
    assert [problem.line for problem in _problems(tmp_path, rules, ".sch", document)] == lines


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ('<rule context="t:a">\n<assert test="1">x</assert></rule>', ".sch:2: .* no namespace bound to prefix t"),
        ('<rule context="(((">\n<assert test="1">x</assert></rule>', ".sch:2: .* Invalid expression"),
        ('<rule context="a">\n<assert test="1 +">x</assert></rule>', ".sch:3: .* Invalid expression"),
        ('<rule context="a">\n<let name="x" value="$y"/><assert test="$x">x</assert></rule>', ".sch:3: .*'y' has not"),
        ('<rule context="a">\n<extends rule="none"/></rule>', ".sch:3: .*the id “none”"),
        ('<include href="more.sch"/>', ".sch:2: .* it includes “more.sch”"),
    ],
)
def test_what_is_wrong_with_rules_is_told_with_its_line(tmp_path: Path, rule: str, said: str):
    rules = f'<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>\n{rule}</pattern></schema>'
    with pytest.raises(TeiconvError, match=said):
        _problems(tmp_path, rules, ".sch", "<a/>")


@pytest.mark.skipif(HAS_SAXON, reason="saxonche is installed")
def test_schematron_of_xslt_2_asks_for_its_extra(tmp_path: Path):
    with pytest.raises(MissingExtraError, match="xslt3"):
        _problems(tmp_path, RULES.format(binding=' queryBinding="xslt2"'), ".sch", RULED)


def test_rules_that_do_not_compile_are_an_error(tmp_path: Path):
    rules = '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="a["/></pattern></schema>'
    with pytest.raises(TeiconvError, match="cannot be compiled"):
        _problems(tmp_path, rules, ".sch", "<a/>")


@pytest.mark.skipif(not (has_jing() or HAS_RNC2RNG), reason="needs trang or rnc2rng")
def test_relax_ng_compact():
    assert validate(SEED, [load_schema(schema_folder() / "teiconv.rnc")]) == []


@pytest.mark.skipif(not HAS_RNC2RNG, reason="rnc2rng is an extra")
def test_relax_ng_compact_without_java(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rnc_module.shutil, "which", lambda name: None)
    assert validate(SEED, [load_schema(schema_folder() / "teiconv.rnc")]) == []


@pytest.mark.skipif(HAS_RNC2RNG, reason="rnc2rng is installed")
def test_relax_ng_compact_asks_for_its_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rnc_module.shutil, "which", lambda name: None)
    with pytest.raises(MissingExtraError, match="rnc"):
        load_schema(schema_folder() / "teiconv.rnc")


@pytest.mark.parametrize("name", ["schema.txt", "schema.rng", "missing.rng"])
def test_what_is_no_schema_is_an_error(tmp_path: Path, name: str):
    if not name.startswith("missing"):
        (tmp_path / name).write_text("no schema")
    with pytest.raises(TeiconvError, match=r"schema"):
        load_schema(tmp_path / name)


@pytest.mark.corpus
@pytest.mark.skipif(not TEI_ALL.exists(), reason="tei_all.rng is not shipped; see ../shared")
def test_tei_all_accepts_and_explains():
    tei_all = load_schema(TEI_ALL)
    assert validate(SEED, [tei_all]) == []
    (problem,) = validate(SEED.read_text().replace("<p>Our", '<p when="1">Our'), [tei_all])
    assert problem.rule == "attribute"


def test_a_large_document_is_checked_by_the_twin_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relaxng, "_MANY", 3)
    folder = schema_folder()
    schema = relaxng.RelaxNg(etree.parse(folder / "teiconv.rng"), "teiconv.rng", folder / "teiconv.xsd")
    small, large = (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{'<text/>' * number}</TEI>".encode() for number in (1, 9)
    )
    assert validate(small, [schema]) != []
    assert schema._twin is None
    assert validate(large, [schema]) != []
    assert schema._twin is not None


@pytest.mark.parametrize(
    ("source", "without"),
    [
        ('a = text >> x:y [ "a]b" ] b = empty', "a = text  b = empty"),
        ("a >> x:y [ c [ d ] e ] >> x:z [ f ] g", "a   g"),
        ("a >> x:y [ # [\n 'b' ] c", "a  c"),
        ("a >> x:y [ >> x:z [ b ] ] c", "a  c"),
        ("a >> x:y [ never closed", "a "),
        ("a >> b", "a >> b"),
    ],
)
def test_annotations_behind_a_pattern_are_left_out_of_a_compact_schema(source, without):
    from teiconv.validation.rnc import _without_annotations

    assert _without_annotations(source) == without


def test_what_is_no_schema_at_all_is_refused() -> None:
    with pytest.raises(TypeError, match="“schemas” takes schemas or the paths of their files, not int"):
        validate(SEED, [3])  # type: ignore[list-item]
