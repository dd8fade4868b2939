"""Characters that patterns take for others: blanks of every kind, digits of other scripts, letters of another case."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import check_text
from mutations import samples

from teiconv.conventions.table import ALL
from teiconv.options import Options


def _digits(zero: int) -> dict[str, str]:
    return {str(number): chr(zero + number) for number in range(10)}


LOOK_ALIKES: dict[str, dict[str, str]] = {
    **{f"blank {ord(blank):04X}": {" ": blank} for blank in "\t\u0085\u00a0\u2009\u2028\u202f\u3000"},
    "Arabic digits": _digits(0x0660),
    "digits of full width": _digits(0xFF10),
    "digits in circles": {"0": "⓪", **{str(number): chr(0x245F + number) for number in range(1, 10)}},
    "raised digits": dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)),
    "Roman numerals": {"I": "Ⅰ", "V": "Ⅴ", "X": "Ⅹ", "L": "Ⅼ"},
    "letters of the same small ones": {"s": "ſ", "k": "\u212a", "K": "\u212a", "i": "ı", "I": "İ"},
    "letters of two": {"ss": "ß", "fi": "ﬁ", "st": "ﬆ"},
    "letters of other scripts": {"A": "Α", "B": "Β", "e": "е", "o": "о", "M": "Ⅿ"},
    "dashes": {"-": "‑", "–": "−", "—": "―"},
    "stops": {".": "․", ":": "：", ",": "，", "’": "ʼ"},
    "numbers out of range": {"1": "0", "2": "0"},
    "numbers of nines": {"0": "9", "1": "9", "2": "9"},
}


def exchanged(text: str, name: str, every: int) -> str:
    """Return ``text`` with every so-manieth of the characters exchanged for those that look like them."""
    for old, new in LOOK_ALIKES[name].items():
        first, *parts = text.split(old)
        text = first + "".join((old if number % every else new) + part for number, part in enumerate(parts))
    return text


EXCHANGED = st.builds(
    exchanged, st.sampled_from(samples()), st.sampled_from([*LOOK_ALIKES]), st.sampled_from([1, 2, 5])
)


@settings(max_examples=100, deadline=None)
@given(text=EXCHANGED, conventions=st.none() | st.sampled_from([conventions.name for conventions in ALL]))
def test_a_text_with_look_alikes_comes_back_and_is_valid(text: str, conventions: str | None) -> None:
    check_text(text.encode(), Options(conventions=conventions))
