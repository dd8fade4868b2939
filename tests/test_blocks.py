"""Single rules of the structure, each on texts of its own (``samples/blocks``), with the blocks that they become.

After a change that is meant, write the blocks anew and read the difference: ``python tools/outlines.py``.
"""

from __future__ import annotations

import pytest
from block_samples import RULES, Sample, samples
from trees import paragraph, shown, xml

from teiconv.layout.lines import Placed
from teiconv.model import element
from teiconv.structure.blocks import read_paragraphs
from teiconv.structure.draft import Draft
from teiconv.structure.quotations import find_quotations, join_labels_with_sentences


@pytest.mark.parametrize("sample", list(samples()), ids=lambda sample: f"{sample.rule}: {sample.name}")
def test_a_rule_makes_of_a_text_what_its_sample_shows(sample: Sample) -> None:
    assert RULES[sample.rule](sample.text) == sample.blocks


def test_in_a_series_without_lists_lines_are_paragraphs() -> None:
    found = read_paragraphs("  • a\n  • b\n\nc\t\td")
    assert [placed.before + xml(placed.block) for placed in found] == [
        "<p>  • a<lb/>  • b</p>",
        "\n\n<p>c\t\td</p>",
    ]


def test_a_page_may_break_in_a_quotation() -> None:
    blocks = [paragraph("Letter"), paragraph("He said:"), paragraph("“One."), Placed("\n\n", element("pb", n="2"))]
    found = find_quotations(Draft((*blocks, paragraph("“Two.”", before="\n"), paragraph("Oil"))))
    assert shown(found.blocks)[2:] == [
        '<quote rend="blockquote"><p>“One.</p><pb n="2"/><p>“Two.”</p></quote>',
        "<p>Oil</p>",
    ]


@pytest.mark.parametrize(
    ("above", "before", "joined"),
    [
        ("As follows:", "\n\n", True),
        ("He is in the", "\n\n", True),
        ("These are the following points.12", "\n\n", True),
        ("It is.", "\n\n", False),
        ("As follows:", "\n", False),
    ],
)
def test_labels_go_on_with_an_unfinished_sentence(above: str, before: str, joined: bool) -> None:
    labels = element("list", element("label", "1."), element("item", "Oil"))
    found = shown(join_labels_with_sentences([paragraph(above), Placed(before, labels)]))
    assert len(found) == (1 if joined else 2)
    assert found[0] == (f"<p>{above}{xml(labels)}</p>" if joined else f"<p>{above}</p>")
