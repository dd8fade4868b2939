"""The examples of ``docs/forms.md``: what stands there is what comes out, and comes back."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from teiconv import to_tei, to_text

PAGE = Path(__file__).parents[1] / "docs" / "forms.md"
EXAMPLES = re.findall(r"```text\n(.*?)```\s+```xml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def shown(tei: bytes) -> str:
    """Return what the page shows of ``tei``: the content of the ``div``, without persons."""
    _, _, body = tei.decode().partition("<body>")
    inner = body[body.index(">") + 2 : body.rindex("</div>")].rstrip(" ")
    return dedent(re.sub("</?persName[^>]*>", "", inner))


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text.split("\n")[0].strip() for text, _ in EXAMPLES])
def test_example(text: str, expected: str) -> None:
    text = text.replace("␌", "\f")
    tei = to_tei(text)
    assert shown(tei) == expected
    assert to_text(tei) == text


def test_every_form_has_an_example() -> None:
    assert len(EXAMPLES) >= 10
