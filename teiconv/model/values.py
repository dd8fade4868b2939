"""What a value of a setting must say: a date, an address, a language … Each rule has the words for what it takes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from teiconv.errors import OptionsError
from teiconv.model.check import line


class Rule(NamedTuple):
    """Whether a value ``fits``, what the setting ``takes``, in words, and how a wrong value may be ``mended``."""

    fits: Callable[[str], bool]
    takes: str
    mended: Callable[[str], str] = lambda value: value


def fault(name: str, value: str) -> str | None:
    """Return what is wrong with ``value`` of the setting ``name``, and what to write; ``None`` if nothing is."""
    rule = RULES.get(name, ANY)
    try:
        line(name, value)
    except OptionsError as error:
        return error.message
    if not value.strip():
        return f"“{name}” is empty; give it a value, or take the line out"
    if rule.fits(value):
        return None
    better = rule.mended(value)
    advice = f"; write “{better}”" if better != value and rule.fits(better) else ""
    return f"“{name}” {rule.takes}, not “{value}”{advice}"


def check(name: str, value: Any) -> None:
    """Check that ``value``, of the setting ``name``, is ``None`` or what the setting takes.

    Raises:
        OptionsError: it is not.
    """
    line(name, value)
    if value is not None and (wrong := fault(name, value)):
        raise OptionsError(wrong)


_NO_DAY = "-01-01"


def _is_date(value: str) -> bool:
    """Tell whether ``value`` is a year, a month or a day, as TEI writes them, that is in the calendar."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(value + _NO_DAY[len(value) - len("2026") :])
    except ValueError:
        return False
    return True


def _is_address(value: str) -> bool:
    """Tell whether ``value`` is an address of the web."""
    if re.search(r"[\s<>\"{}|\\^`]", value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # a port or a bracket that cannot be
        return False


def _is_base(value: str) -> bool:
    return _is_address(value) and not re.search("[?#]", value)


def _is_licence(value: str) -> bool:
    """Tell whether ``value`` is an address, or words that begin like none (``ftp://x y`` does)."""
    return _is_address(value) or not re.match(r"(https?:|[a-z][a-z0-9+.-]*://|www\.)", value, re.IGNORECASE)


def _with_scheme(value: str) -> str:
    return value if ":" in value else f"https://{value}"


# RFC 5646 (BCP 47), section 2.1, without the tags that it keeps only for their age.
_LANGUAGE = re.compile(
    r"""(?P<language>[a-z]{2,3})(-[a-z]{3}){0,3}  # the language, and its extensions
    (-[a-z]{4})?  # the script
    (-([a-z]{2}|[0-9]{3}))?  # the region
    (-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*  # variants
    (-[a-wyz0-9](-[a-z0-9]{2,8})+)*  # extensions
    (-x(-[a-z0-9]{1,8})+)?  # private use
    """,
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_TWO_LETTERS = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()
)
"""The languages of ISO 639-1. A tag takes these rather than those of three letters (RFC 5646, section 2.2.1)."""


def _is_language(value: str) -> bool:
    match = _LANGUAGE.fullmatch(value)
    return bool(match) and (len(match["language"]) != 2 or match["language"].lower() in _TWO_LETTERS)  # type: ignore[index]


# XML 1.0, production 5 (Name), without the colon.
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = f"[{_START}][{_START}0-9.\u00b7\u0300-\u036f\u203f\u2040-]*"

ANY = Rule(lambda value: True, "takes a line of text")
DATE = Rule(_is_date, "is written 2026, 2026-11 or 2026-11-29")
ADDRESS = Rule(_is_base, "is an address (https://edition.example.org/)", _with_scheme)
LICENCE = Rule(_is_licence, "is the address of a licence (https://…), or a sentence", _with_scheme)
LANGUAGE = Rule(_is_language, "is a tag of BCP 47 (en, en-GB, zh-Hant)", lambda value: value.replace("_", "-"))
DOI = Rule(
    lambda value: bool(re.fullmatch(r"10\.\d{4,9}(\.\d+)*/\S+", value)),
    "is a DOI (10.5281/zenodo.1234567)",
    lambda value: re.sub(r"\A(https?://(dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.IGNORECASE),
)
NAME = Rule(
    lambda value: bool(re.fullmatch(_NAME, value)),
    "is a name for files and ids (a letter, then letters, digits, “-”, “.” and “_”)",
    lambda value: re.sub(f"[^{_START}0-9.\u00b7\u0300-\u036f\u203f\u2040-]+", "-", value.strip()),
)
WORD = Rule(
    lambda value: not re.search(r"\s", value),
    "is one word (draft, approved, published …)",
    lambda value: re.sub(r"\s+", "-", value.strip()),
)
EDITOR = Rule(
    lambda value: bool(re.fullmatch(r"[^<>@]*[^<>@\s]\s*(<[^<>@\s]+@[^<>@\s.]+(\.[^<>@\s.]+)*>)?", value)),
    "is a name, and an e-mail address if there is one (“Ada Editor <ada@example.org>”)",
    lambda value: re.sub(r"\s*[(<]?(\S+@[^\s)>]+)[)>]?\s*\Z", r" <\1>", value),
)

RULES = {
    "base": ADDRESS,
    "date": DATE,
    "doi": DOI,
    "editors": EDITOR,
    "id": NAME,
    "language": LANGUAGE,
    "licence": LICENCE,
    "status": WORD,
    "volumes": ADDRESS,
}
"""The rule of each setting that does not take just any line."""
