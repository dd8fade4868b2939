"""ODD to the table of elements in ``docs/``: element for element, what it means here, and an example of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from oddity.read import EXAMPLES, TEI, Attribute, Chapter, Declaration, Odd, words

_XMLNS = re.compile(r' xmlns(:\w+)?="[^"]*"')
_HEAD = "| element | what it means here | attributes of its own | example |\n|---|---|---|---|\n"


def to_table(odd: Odd, heading: str) -> str:
    """Return the page in Markdown, with ``heading`` as a comment before it."""
    return "".join([f"<!-- {heading} -->\n\n# Elements\n\n{_INTRODUCTION}", *_chapters(odd), _rules(odd)])


_INTRODUCTION = """\
This page lists every element that `teiconv` writes, or accepts in the TEI that it validates. It gives the meaning of
each in teiconv.
The names are those of [TEI P5](https://tei-c.org/guidelines/p5/); the full declarations stand in
[`schemas/teiconv.odd`](../schemas/teiconv.odd), from which this page is made.

"""


def _chapters(odd: Odd) -> Iterator[str]:
    for chapter in odd.chapters:
        specs = [odd.declarations[ident] for ident in chapter.idents if ident in odd.declarations]
        if any(spec.kind == "elementSpec" for spec in specs):
            rows = "".join(map(_row, specs))
            yield f"## {chapter.title}\n\n{chapter.prose}\n\n{_HEAD}{rows}\n"
        elif any(spec.attributes for spec in specs):
            yield _attribute_classes(chapter, odd, specs)


def _attribute_classes(chapter: Chapter, odd: Odd, specs: list[Declaration]) -> str:
    rows = (f"| {_elements(odd, spec)} | {_attributes(spec.attributes)} |\n" for spec in specs)
    return f"## {chapter.title}\n\n| on | attributes |\n|---|---|\n{''.join(rows)}\n"


def _elements(odd: Odd, spec: Declaration) -> str:
    if spec.ident == "att.global":
        return "all elements"
    return ", ".join(f"`{name}`" for name in odd.members(spec.ident))


def _row(spec: Declaration) -> str:
    example = "".join(_example(egxml) for egxml in spec.examples)
    return f"| `{spec.ident}` | **{spec.gloss}**: {_cell(spec.desc)} | {_attributes(spec.attributes)} | {example} |\n"


def _attributes(attributes: tuple[Attribute, ...]) -> str:
    return "<br/>".join(f"`@{item.name}` {_cell(item.desc)}{_values(item)}" for item in attributes)


def _values(item: Attribute) -> str:
    return f" ({', '.join(f'`{value}`' for value in item.values)})" if item.values else ""


def _example(egxml: etree._Element) -> str:
    root = egxml.find(f"{EXAMPLES}*")
    text = _XMLNS.sub("", etree.tostring(root, encoding="unicode", with_tail=False))
    return f"`{_cell(' '.join(text.split()))}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rules(odd: Odd) -> str:
    rows = map(_rule, odd.constraints)
    head = "| rule | requirement | if broken |\n|---|---|---|\n"
    return f"## Rules\n\nA grammar cannot express these rules (`schemas/teiconv.sch`).\n\n{head}{''.join(rows)}"


def _rule(rule: etree._Element) -> str:
    return f"| `{rule.get('ident')}` | {_cell(words(rule.find(f'{TEI}desc')))} | {_severity(rule)} |\n"


def _severity(rule: etree._Element) -> str:
    roles = [check.get("role", "error") for check in rule.iter() if str(check.tag).endswith(("}assert", "}report"))]
    return " or ".join(dict.fromkeys(roles))
