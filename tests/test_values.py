"""Values of attributes against a schema: which are right, and what the schema wants, in words."""

from __future__ import annotations

import pytest
from lxml import etree

from teiconv.validation.grammar import Grammar
from teiconv.validation.values import Values

RNG = "http://relaxng.org/ns/structure/1.0"
SCHEMA = f"""<grammar xmlns="{RNG}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0">
<start><element name="p">{{}}</element></start>
<define name="said"><a:documentation>what  was
  said</a:documentation><value>yes</value></define>
<define name="day"><choice><data type="date"/><ref name="said"/></choice></define>
<define name="round"><ref name="round"/></define>
</grammar>"""


def values(attribute: str) -> tuple[Values, etree._Element]:
    root = etree.fromstring(SCHEMA.format(attribute))
    (found,) = root.iter(f"{{{RNG}}}attribute")
    return Values(Grammar(root)), found


@pytest.mark.parametrize(
    ("pattern", "words", "right", "wrong"),
    [
        ("<value>yes</value>", ("yes",), "yes", "no"),
        ("<value/>", ("nothing at all",), "", "no"),
        ('<data type="date"/>', ("a day such as 1971-05-05",), "1971-05-05", "soon"),
        ("<text/>", ("any text",), "soon", None),
        ("", (), "soon", None),
        ('<ref name="said"/>', ("what was said",), "yes", "no"),
        ('<ref name="day"/>', ("a day such as 1971-05-05", "what was said"), "yes", "no"),
        ("<choice><value>yes</value><value>no</value><value>yes</value></choice>", ("yes", "no"), "no", "soon"),
        ('<list><oneOrMore><data type="integer"/></oneOrMore></list>', ("a whole number",), "1 2", "1 b"),
    ],
)
def test_a_value_is_right_or_wrong_and_the_schema_says_what_it_wants(
    pattern: str, words: tuple[str, ...], right: str, wrong: str | None
) -> None:
    known, attribute = values(f'<attribute name="n">{pattern}</attribute>')
    assert known.in_words(attribute) == words
    assert known.is_right(right, attribute)
    assert wrong is None or not known.is_right(wrong, attribute)
