"""Dates as treaties, courts and foreign papers word them, each of one day.

``this 23d day of July, 1870``, ``the twenty-second day of April, nineteen hundred and thirty``, ``le 5 juin 1929``,
``5 de junio de 1880``, ``3 marzo 1913``, ``May 3 (15), 1880``, ``January 3, 1880 (old style)``, ``XII-14-1922``.
"""

from __future__ import annotations

import calendar
import re

from teiconv.grammar.date_values import CalendarDate, are_one_day, in_new_style
from teiconv.regex import regex

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
_VALUES = {
    **{word: number for words in (_UNITS, _ORDINALS) for number, word in enumerate(words)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

_FRENCH = """janvier février mars avril mai juin juillet août septembre octobre novembre décembre""".split()
_SPANISH = """enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre""".split()
_PORTUGUESE = """janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro""".split()
_ITALIAN = """gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre""".split()
_ENGLISH = [name.lower() for name in calendar.month_name[1:]]
_GERMAN = {"januar": 1, "februar": 2, "märz": 3, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12}
_OTHER_SPELLINGS = {"fevrier": 2, "aout": 8, "decembre": 12, "setiembre": 9}
_MONTHS = {
    **{
        name: number
        for names in (_FRENCH, _SPANISH, _PORTUGUESE, _ITALIAN, _ENGLISH)
        for number, name in enumerate(names, 1)
    },
    **_GERMAN,
    **_OTHER_SPELLINGS,
}
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_ROMAN_MONTH = rf"(?P<month>{'|'.join(reversed(_ROMAN))})"
_ENGLISH_MONTH = rf"(?P<month>{'|'.join(_ENGLISH)})"
_FOREIGN_MONTH = rf"(?P<month>{'|'.join(name for name in _MONTHS if name not in _ENGLISH)})"
_NUMERAL = r"\d{1,2}(?:st|nd|rd|th|d)?"
_DAY_IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})[ -])?(?:{'|'.join(_ORDINALS)})|twentieth|thirtieth"
_YEAR_IN_WORDS = rf"(?:(?:{'|'.join([*_UNITS, *_TENS, 'hundred', 'thousand', 'and'])})(?:,?[ ]|-|\b)){{2,9}}"
_OF_OUR_LORD = r"(?:(?:in|of)[ ]the[ ]year[ ](?:of[ ](?:our|the)[ ]Lord,?[ ])?|A\.[ ]?D\.,?[ ]|anno[ ]Domini,?[ ])"
_YEAR = rf"(?P<year>1[89]\d\d(?!\d)|20\d\d(?!\d)|{_YEAR_IN_WORDS})"

_FORMS = tuple(
    regex(pattern, re.I | re.X)
    for pattern in (
        rf"""(?:(?:this|the)[ ])?(?P<day>{_NUMERAL}|{_DAY_IN_WORDS})(?:[ ]day)?[ ]of[ ]
        {_ENGLISH_MONTH}[ ,]{{1,2}}{_OF_OUR_LORD}?{_YEAR}""",
        rf"{_ENGLISH_MONTH}[ ](?P<day>{_NUMERAL})[ ,]{{1,2}}{_OF_OUR_LORD}{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?P<sign>[-./]){_ROMAN_MONTH}(?P=sign)(?P<year>(?:18|19|20)\d\d)(?!\d)",
        rf"{_ROMAN_MONTH}-(?P<day>\d{{1,2}})-(?P<year>(?:18|19|20)\d\d)(?!\d)",
        rf"""(?:(?:le|ce|el|il|den)[ ])?(?P<day>\d{{1,2}}(?:er|º|°|o|\.)?)[ ](?:de[ ])?{_FOREIGN_MONTH}[ ,]{{1,2}}
        (?:del?[ ])?{_YEAR}""",
        rf"(?:den[ ])?(?P<day>\d{{1,2}})\.[ ]{_ENGLISH_MONTH}[ ]{_YEAR}",
    )
)
_TWO_STYLES = regex(
    rf"(?P<month>{'|'.join(_ENGLISH)})[ ](?P<day>\d{{1,2}}),?[ ]\((?:(?P<new_month>{'|'.join(_ENGLISH)})[ ])?"
    r"(?P<new_day>\d{1,2})\),?[ ](?P<year>1[89]\d\d)(?!\d)",
    re.I,
)
_OLD_STYLE = regex(
    rf"(?P<month>{'|'.join(_ENGLISH)})[ ](?P<day>\d{{1,2}}),[ ](?P<year>1[89]\d\d)[ ,]{{1,2}}"
    r"[(\[]?(?:O\.[ ]?S\.|old[ ]style)[)\]]?",
    re.I,
)


def match_solemn_date(text: str, position: int) -> tuple[CalendarDate, int] | None:
    """Return the day that such a wording at ``position`` names, and where the wording ends; ``None`` if it is none."""
    for form in _FORMS:
        match = form.match(text, position)
        if match is not None and (day := _day(match)) is not None:
            return day, _end(match)
    styles = _TWO_STYLES.match(text, position)
    if styles is not None:
        return _in_both_styles(styles)
    old = _OLD_STYLE.match(text, position)
    moment = _day(old) if old else None
    return (in_new_style(moment), old.end()) if old and moment and moment.is_real else None


def _end(found: re.Match[str]) -> int:
    """Return where the date ends without the blank, the comma or the ``and`` that the last word of the year took in."""
    return found.start() + len(re.sub(r"(?:[ ,]|\band)+\Z", "", found[0]))


def _day(found: re.Match[str]) -> CalendarDate | None:
    year, day = _number(found["year"]), _number(found["day"])
    if not (1000 < year < 2100 and day):
        return None
    month = found["month"].lower()
    return CalendarDate(year, _MONTHS.get(month) or _ROMAN[month], day)


def _in_both_styles(found: re.Match[str]) -> tuple[CalendarDate, int] | None:
    old = CalendarDate(int(found["year"]), _MONTHS[found["month"].lower()], int(found["day"]))
    new = old._replace(day=int(found["new_day"]), month=_MONTHS[(found["new_month"] or found["month"]).lower()])
    return (new, found.end()) if are_one_day(old, new) else None


def _number(written: str) -> int:
    """Return a number in figures or in words: ``1870``, ``23d``, ``nineteen hundred and thirty``."""
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    whole = part = 0
    for word in re.findall(r"[a-z]+", written.lower()):
        if word == "hundred":
            part = (part or 1) * 100
        elif word == "thousand":
            whole, part = whole + (part or 1) * 1000, 0
        else:
            part += _VALUES.get(word, 0)
    return whole + part
