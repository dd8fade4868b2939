"""The laws of the conversion, each as a function that fails where the law does not hold.

Tests of properties, fuzz targets and the long runs (``tools/fuzz.py``, ``tools/million.py``) share them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lxml import etree

from teiconv.convert import converted, to_bytes, to_text
from teiconv.errors import REPORT, TeiconvError
from teiconv.options import DEFAULTS, Options, Profile
from teiconv.proof.prove import Proof
from teiconv.validation import checked, load_schema, project_schemas, schema_folder
from teiconv.validation.schemas import Schema, problems_of

_WORD = re.compile(r"[^\W\d_]{4,}")
_NEW = "Zyxwvq"
"""A word that no text has."""
_LONGEST = 20_000


class BrokenLawError(AssertionError):
    """What is promised does not hold."""


@cache
def grammar() -> Schema:
    """Return the RELAX NG of our own TEI."""
    return load_schema(schema_folder() / "teiconv.rng")


def check_text(data: bytes, options: Options = DEFAULTS) -> Proof | None:
    """A text comes back to the byte, is valid, and equal input gives equal output; or it is refused, with the reason.

    Returns what became of it; ``None`` if it was refused.
    """
    try:
        proof = converted(data, options, name="law.txt", schemas=project_schemas())
    except TeiconvError as error:
        check_refusal(error)
        return None
    if to_bytes(proof.tei) != data:
        raise BrokenLawError("another text comes back")
    etree.fromstring(proof.tei)  # no id occurs twice
    if options.profile is Profile.TEI:
        problems = problems_of(checked(proof.tei), [grammar()])
        if problems:
            raise BrokenLawError(f"not valid: {problems[0]}")
    return proof


def check_again(proof: Proof, data: bytes, options: Options = DEFAULTS) -> None:
    """Equal input gives equal output."""
    if converted(data, options, name="law.txt", schemas=project_schemas()).tei != proof.tei:
        raise BrokenLawError("equal input gives other output")


def check_refusal(error: TeiconvError) -> None:
    """A refusal names what is wrong with the input; it is never “a fault of teiconv”."""
    if REPORT in error.message:
        raise BrokenLawError(f"refused as a fault of teiconv: {error}") from error


def check_edit(proof: Proof, chosen: int = 0) -> bool:
    """A word changed in the TEI is changed in the text, and nothing else is.

    ``chosen`` tells which word.  Returns whether there is one: it must be there once, and stand in running text.
    """
    text = to_text(proof.tei)
    running = _running(proof.tei)
    words = [word for word in _once(text) if word in running]
    if not words or _NEW in text or len(text) > _LONGEST:
        return False
    word = words[chosen % len(words)]
    edited = _edited(proof.tei, word)
    if to_text(edited) != text.replace(word, _NEW):
        raise BrokenLawError(f"with {word!r} changed in the TEI, the text is another")
    return True


def _once(text: str) -> list[str]:
    """Return the words of ``text`` that are there once, and are part of no other."""
    return [word for word in dict.fromkeys(_WORD.findall(text)) if text.count(word) == 1]


def _running(tei: bytes) -> set[str]:
    """Return the words that stand in the text of blocks and phrases, each as one piece."""
    found: set[str] = set()
    for node in _texts(tei):
        found.update(_WORD.findall(node))
    return found


def _texts(tei: bytes) -> Sequence[str]:
    root = etree.fromstring(tei)
    return [str(node) for node in root.xpath("//*[local-name() = 'body']//text()")]


def _edited(tei: bytes, word: str) -> bytes:
    root = etree.fromstring(tei)
    (body,) = root.findall("{*}text/{*}body")
    for node in body.iter():
        for part in ("text", "tail"):
            said = getattr(node, part)
            if said and word in said:
                setattr(node, part, said.replace(word, _NEW))
                return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    raise BrokenLawError(f"{word!r} is nowhere in the TEI")
