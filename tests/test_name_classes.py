"""Name classes of RELAX NG: which names a pattern is for, and which it is not."""

from __future__ import annotations

import pytest
from lxml import etree

from teiconv.validation.names import RNG, is_name_class, name_class_of

TEI = "http://www.tei-c.org/ns/1.0"


def pattern(inner: str, attributes: str = "", name: str = "element") -> etree._Element:
    root = etree.fromstring(
        f'<grammar xmlns="{RNG[1:-1]}" ns="{TEI}" xmlns:x="urn:x"><{name} {attributes}>{inner}</{name}></grammar>'
    )
    return root[0]


@pytest.mark.parametrize(
    ("node", "accepted", "refused"),
    [
        (pattern("<empty/>", 'name="p"'), [f"{{{TEI}}}p"], ["p", f"{{{TEI}}}q"]),
        (pattern("<text/>", 'name="n"', "attribute"), ["n"], [f"{{{TEI}}}n"]),
        (pattern("<text/>", 'name="n" ns="urn:x"', "attribute"), ["{urn:x}n"], ["n"]),
        (pattern("<empty/>", 'name="x:p"'), ["{urn:x}p"], ["p", f"{{{TEI}}}p"]),
        (pattern("<text/>", 'name="xml:id"', "attribute"), ["{http://www.w3.org/XML/1998/namespace}id"], ["id"]),
        (pattern("<name> p </name><empty/>"), [f"{{{TEI}}}p"], ["p"]),
        (pattern('<name ns="">p</name><empty/>'), ["p"], [f"{{{TEI}}}p"]),
        (
            pattern('<choice><name>p</name><nsName ns="urn:x"/></choice><empty/>'),
            [f"{{{TEI}}}p", "{urn:x}anything"],
            [f"{{{TEI}}}q", "q"],
        ),
        (pattern("<anyName/><empty/>"), ["p", "{urn:x}q", f"{{{TEI}}}p"], []),
        (
            pattern("<anyName><except><name>p</name><nsName ns='urn:x'/></except></anyName><empty/>"),
            ["p", f"{{{TEI}}}q"],
            [f"{{{TEI}}}p", "{urn:x}q"],
        ),
        (
            pattern("<choice><nsName><except><name>p</name></except></nsName><name ns=''>q</name></choice><empty/>"),
            [f"{{{TEI}}}q", "q"],
            [f"{{{TEI}}}p", "p"],
        ),
    ],
)
def test_a_pattern_is_for_the_names_of_its_class(node: etree._Element, accepted: list[str], refused: list[str]) -> None:
    names = name_class_of(node)
    assert [name for name in accepted if not names.accepts(name)] == []
    assert [name for name in refused if names.accepts(name)] == []


def test_the_first_child_is_the_class_where_no_name_is_given() -> None:
    with_class = pattern("<name>p</name><empty/>")
    assert [is_name_class(child) for child in with_class] == [True, False]
    assert not is_name_class(pattern("<empty/>", 'name="p"')[0])
    assert not is_name_class(with_class)
    root = with_class.getparent()
    assert root is not None
    assert not is_name_class(root)
    assert name_class_of(etree.fromstring(f'<element xmlns="{RNG[1:-1]}" name="p"/>')).accepts("p")
