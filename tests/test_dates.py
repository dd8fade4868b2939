"""Dates and times of day: what is read from the wording, and what TEI says of it."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import RelaxNG, parse

from teiconv.grammar.dates import match_date, parse_date
from teiconv.grammar.times import Clock, match_time

CASES = """
a day                       | May 5, 1971                           | when=1971-05-05
its time                    | May 5, 1971, 4:05 p.m.                | when=1971-05-05T16:05:00
a full hour, in 1948        | April 9, 1948—7 p. m.                 | when=1948-04-09T19:00:00
noon                        | November 3, 1948—noon                 | when=1948-11-03T12:00:00
twelve noon                 | November 3, 1948—12 noon              | when=1948-11-03T12:00:00
midnight                    | November 3, 1948—midnight             | when=1948-11-03T00:00:00
noon, not certain           | October 8, 1955—[noon?].              | when=1955-10-08T12:00:00
Greenwich time              | November 3, 1970, 1110Z               | when=1970-11-03T11:10:00Z
an American zone            | May 5, 1971, 5:30 p.m. EST            | when=1971-05-05T17:30:00-05:00
hours of the armed forces   | June 6, 1969 - 1600 Hours             | when=1969-06-06T16:00:00
an hour after midnight      | May 5, 1971, 12:30 a.m.               | when=1971-05-05T00:30:00
a stretch of a morning      | October 31, 1978, 10:45–11:20 a.m.    | from=1978-10-31T10:45:00 to=1978-10-31T11:20:00
to a full hour              | February 25, 1972, 3:35-4 p.m.        | from=1972-02-25T15:35:00 to=1972-02-25T16:00:00
over noon                   | May 5, 1971, 11–1 p.m.                | from=1971-05-05T11:00:00 to=1971-05-05T13:00:00
until noon                  | May 5, 1971, 10–noon                  | from=1971-05-05T10:00:00 to=1971-05-05T12:00:00
past midnight               | July 27, 1966, 10:30 p.m.–1 a.m.      | from=1966-07-27T22:30:00 to=1966-07-28T01:00:00
two stretches of time       | May 5, 1971, 4–5 p.m. and 6–7:10 p.m. | from=1971-05-05T16:00:00 to=1971-05-05T19:10:00
several days                | January 27–29, 1969                   | from=1969-01-27 to=1969-01-29
two days                    | November 15 and 17, 1962              | from=1962-11-15 to=1962-11-17
three days                  | October 8, 10, and 12, 1971           | from=1971-10-08 to=1971-10-12
over the end of a month     | June 28–July 2, 1971                  | from=1971-06-28 to=1971-07-02
over the end of a year      | December 30–January 2, 1972           | from=1971-12-30 to=1972-01-02
two years said              | December 30, 1971–January 2, 1972     | from=1971-12-30 to=1972-01-02
a night                     | November 23/24, 1955                  | from=1955-11-23 to=1955-11-24
several days, by the hour   | May 26-27, 1972, 10:20 p.m.-1:40 a.m. | from=1972-05-26T22:20:00 to=1972-05-27T01:40:00
a day mended by the editors | August 12 [13], 1955                  | when=1955-08-13
day before month            | 5 August 1969                         | when=1969-08-05
ordinal                     | 18th September, 1971                  | when=1971-09-18
month                       | September 1965                        | when=1965-09
season                      | Spring 1961                           | notBefore=1961-03 notAfter=1961-06
winter                      | winter of 1961                        | when=1961 precision=low
part of the day             | July 18, 1955, late afternoon         | when=1955-07-18
local time                  | May 5, 1969, 0930 Local               | when=1969-05-05T09:30:00
not dated                   | not dated                             |
month and comma             | May, 1971                             | when=1971-05
year                        | 1971                                  | when=1971
short month                 | Nov. 5, 1948                          | when=1948-11-05
capitals                    | JAN 19 1970                           | when=1970-01-19
day of the week             | Monday, May 3, 1971                   | when=1971-05-03
figures, the American way   | 5/3/71                                | when=1971-05-03
the year left to guess      | [March] 5, [1971]                     | when=1971-03-05
comma astray                | October, 14, 1965                     | when=1965-10-14
blank lost                  | July 71969                            | when=1969-07-07
limit: before               | before May 5, 1971                    | notAfter=1971-05-05
limit: after                | after May 5, 1971                     | notBefore=1971-05-05
limits                      | between May 3 and June 5, 1970        | notBefore=1970-05-03 notAfter=1970-06-05
about a month               | circa May 1971                        | when=1971-05 precision=low
undated                     | undated                               |
ordinal, as printed in 1865 | 3d May, 1865                          | when=1865-05-03
second, as printed in 1871  | June 22d, 1871                        | when=1871-06-22
with an article             | the 5th of January, 1869              | when=1869-01-05
as in a treaty              | this 27th day of January, 1869        | when=1869-01-27
article after the month     | January the 5th, 1869                 | when=1869-01-05
short month, as written     | Decbr. 4th, 1864                      | when=1864-12-04
contracted month            | Feb’y 3, 1864                         | when=1864-02-03
short year, typed           | 17 Jan 72                             | when=1972-01-17
short year and time         | 17 Jan 72, 9:30 a.m.                  | when=1972-01-17T09:30:00
date-time group             | 171530Z JAN 72                        | when=1972-01-17T15:30:00Z
date-time group, full year  | 171530Z Jan 1972                      | when=1972-01-17T15:30:00Z
old and new style           | March 28/April 10, 1917               | when=1917-04-10
both styles in a month      | March 5/18, 1917                      | when=1917-03-18
both styles, day first      | 24 May/5 June 1880                    | when=1880-06-05
no two styles               | March 5/19, 1917                      | from=1917-03-05 to=1917-03-19
the day left blank          | April —, 1880                         | when=1880-04
blank, in brackets          | April [—], 1880                       | when=1880-04
a blank line for the day    | April ____, 1880                      | when=1880-04
new style in brackets       | May 3 (15), 1880                      | when=1880-05-15
new style of the next month | May 29 (June 10), 1880                | when=1880-06-10
old style                   | January 3, 1880 (O. S.)               | when=1880-01-15
old style, 20th century     | January 3, 1903, old style            | when=1903-01-16
end of a treaty             | this 6th day of May, 1895             | when=1895-05-06
Anno Domini                 | this 9th day of June, A. D. 1871      | when=1871-06-09
French                      | le 5 juin 1929                        | when=1929-06-05
the first, in French        | le 1er août 1871                      | when=1871-08-01
Spanish                     | 5 de junio de 1880                    | when=1880-06-05
Italian                     | 3 marzo 1913                          | when=1913-03-03
Italian, another month      | il 9 luglio 1913                      | when=1913-07-09
Roman month first           | XII-14-1922                           | when=1922-12-14
Roman month in the middle   | 14-XII-1922                           | when=1922-12-14
Roman month, with points    | 3.v.1912                              | when=1912-05-03
meridian                    | January 22, 1866—12 m.                | when=1866-01-22T12:00:00
o’clock                     | January 22, 1866, 6 o’clock p.m.      | when=1866-01-22T18:00:00
twenty-four hours           | January 27, 1969, 14:30               | when=1969-01-27T14:30:00
months                      | July–August 1962                      | from=1962-07 to=1962-08
time behind a dash          | December 7, 1941—7 p. m.              | when=1941-12-07T19:00:00
weekday, day, time          | Tuesday, October 16, 1962, 11:50 a.m. | when=1962-10-16T11:50:00
a day no calendar has       | February 30, 1970                     |
the thirteenth month        | 13/13/71                              |
an hour no clock has        | May 5, 1971, 25:00 p.m.               | when=1971-05-05
"""


def table(text: str) -> list[object]:
    rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return [pytest.param(wording, value, id=name) for name, wording, value in rows]


IN_WORDS = """
this 26th day of April, in the year of our Lord one thousand eight hundred and ninety-two
1892-04-26

the twenty-second day of April, nineteen hundred and thirty
1930-04-22

this thirty-first day of July, eighteen hundred and seventy
1870-07-31

the 3d day of May, in the year of our Lord 1914
1914-05-03
"""


@pytest.mark.parametrize("case", IN_WORDS.strip().split("\n\n"))
def test_the_solemn_dates_of_treaties(case: str) -> None:
    wording, value = case.splitlines()
    found = match_date(f"{wording}, and of the Independence of the United States the ninetieth")
    assert found is not None
    assert (found.end, str(found.value.when)) == (len(wording), value)


@pytest.mark.parametrize(("wording", "value"), table(CASES))
def test_a_date_says(wording: str, value: str) -> None:
    found = parse_date(wording)
    assert found is not None
    assert " ".join(f"{name}={said}" for name, said in found.attributes().items()) == value


NOT_DATES = [
    "",
    "May",
    "March 1",
    "Washington",
    "4 p.m.",
    "May 5, 1971 and so on",
    "NIE 11-4-60",
    "5 May 71 a.m.",
    "17 Jan 7",
    "June 5—3:40 p.m.",
    "May 3 (19), 1880",
    "April —",
    "le 5 juin",
    "the second of May, one hundred",
]


@pytest.mark.parametrize("wording", NOT_DATES)
def test_this_is_no_date(wording: str) -> None:
    assert parse_date(wording) is None


def test_the_numeral_of_a_note_is_not_part_of_the_year() -> None:
    found = match_date("May 5, 19712")
    assert found is not None
    assert (found.end, str(found.value.when)) == (11, "1971-05-05")


@pytest.mark.parametrize(
    ("wording", "end", "value"),
    [
        ("undated [January 1951?].", "]", "1951-01"),
        ("Undated, ca. March 1919]", "9", "1919-03"),
        ("undated [1951] and seen", "]", "1951"),
    ],
)
def test_the_editors_supply_a_date_for_one_that_is_not_there(wording: str, end: str, value: str) -> None:
    found = match_date(wording)
    assert found is not None
    assert (wording[: found.end][-1], str(found.value.when)) == (end, value)


def test_what_follows_undated_need_not_be_its_date() -> None:
    found = match_date("undated. May 5, 1970")
    assert found is not None
    assert (found.end, found.value.attributes()) == (7, {})


def test_a_bare_hour_is_no_time_by_itself() -> None:
    assert match_time("4:05") is None
    assert match_time("4:05–5 p.m.") is not None


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_both_orders(day: date) -> None:
    month = f"{day:%B}"
    for wording in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()):
        found = parse_date(wording)
        assert found is not None
        assert found.attributes() == {"when": day.isoformat()}


@given(st.dates(date(1860, 1, 1), date(1990, 12, 31)), st.integers(1, 60))
def test_a_stretch_of_days_keeps_its_ends(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = parse_date(f"{first:%B} {first.day}, {first.year}–{last:%B} {last.day}, {last.year}")
    assert found is not None
    assert found.attributes() == {"from": first.isoformat(), "to": last.isoformat()}


@given(st.times())
def test_every_minute_of_the_day_is_read(moment: time) -> None:
    half = "a.m." if moment.hour < 12 else "p.m."
    for wording, zone in ((f"{moment:%I:%M} {half}".lstrip("0"), ""), (f"{moment:%H%M}Z", "Z")):
        found = match_time(wording)
        assert found is not None
        assert (found.end, found.clock) == (len(wording), Clock(moment.hour, moment.minute, zone))


@given(st.text(alphabet="MayJune 0123456789,–-[]?/.:pmZ and", max_size=60))
def test_any_text_is_a_real_date_or_none(text: str) -> None:
    found = match_date(text)
    moments = [] if found is None else [m for m in (found.value.when, found.value.from_, found.value.to) if m]
    assert all(moment.is_real for moment in moments)
    assert found is None or 0 <= found.start < found.end <= found.whole_end <= len(text)


def test_hostile_lengths_take_no_time() -> None:
    text = "May " + "5, " * 50_000 + "1 - " * 50_000
    assert match_date(text) is None


@pytest.mark.corpus
def test_every_value_is_one_that_tei_allows(tmp_path: Path, tei_all: RelaxNG) -> None:
    from xml.sax.saxutils import quoteattr

    cells = [line.split("|")[1].strip() for line in CASES.strip().splitlines()]
    dates = []
    for wording in cells:
        value = parse_date(wording)
        assert value is not None
        dates.append("<date" + "".join(f" {k}={quoteattr(v)}" for k, v in value.attributes().items()) + "/>")
    (tmp_path / "dates.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>'
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div>"
        f"<opener><dateline>{''.join(dates)}</dateline><seg/><salute/></opener><p/></div></body></text></TEI>"
    )
    tei_all.assertValid(parse(str(tmp_path / "dates.xml")))
