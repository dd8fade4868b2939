"""When somebody held an office: what several volumes say of one term, put together.

One volume says that Roe was Secretary of Defense until 1973, another from January 1969, a third from January 22, 1969
until January 29, 1973.  What a volume leaves open the others tell; what it tells roughly they tell exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from teiconv.authority.entries import Post

_LAST_DAY = "-12-31"
_FOREVER = "9999"
_MONTH = len("1973-02")
_VACANT = 2
"""For how many months an office often stands empty."""

Term = tuple[int, str, str | None]
"""Who held a post, from when (``""`` if that is unknown) until when."""


def settled(posts: Sequence[Post]) -> Iterator[Post]:
    """Yield the terms of ``posts``, all of one person, with the ends that their own sources leave open or tell roughly.

    Where no source tells an end, it is that of the years of the volumes.
    """
    starts = _by_name((post.name, post.start) for post in posts)
    ends = _by_name((post.name, post.end) for post in posts)
    for post in posts:
        start = _start(post, starts.get(post.name, ()))
        end = _end(post, start, ends.get(post.name, ()))
        if not start or not end or start <= last_day(end):  # a volume of other years says nothing of the open end
            yield replace(post, start=start, end=end)


def consistent(terms: Mapping[Term, bool]) -> Iterator[Term]:
    """Yield the ``terms`` of one post that others do not contradict.

    Those without a date of their own stand only where nobody else has one with a date.
    """
    dated = [term for term, is_dated in terms.items() if is_dated]
    for term, is_dated in terms.items():
        others = [other for other in dated if other[0] != term[0]]
        if is_dated:
            own = [other for other in dated if other[0] == term[0] and _touch(other, term)]
            if not _ends_too_late(term, own, others) and not _begins_too_early(term, own, others):
                yield term
        elif not any(_touch(term, other) for other in others):
            yield term


def _ends_too_late(term: Term, own: Sequence[Term], others: Sequence[Term]) -> bool:
    """Tell whether the same person is also told to have gone earlier, right before somebody else came."""
    _, start, last = term
    ends = [end for _, _, end in own if end and last and start < end < last]
    return any(_follows(came, end) and last_day(came) < (last or "") for end in ends for _, came, _ in others)


def _begins_too_early(term: Term, own: Sequence[Term], others: Sequence[Term]) -> bool:
    """Tell whether the same person is also told to have come later, right after somebody else went."""
    _, first, end = term
    starts = [start for _, start, _ in own if first < start and last_day(start) < last_day(end or _FOREVER)]
    return any(_follows(start, went) and last_day(first) < went for start in starts for _, _, went in others if went)


def _follows(start: str, end: str) -> bool:
    """Tell whether one date comes after another within about two months, as months or days tell it."""
    if min(len(start), len(end)) < _MONTH or last_day(start) < end:
        return False
    return _months(start) - _months(end) <= _VACANT


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:_MONTH])


def _touch(one: Term, other: Term) -> bool:
    """Tell whether two terms may have a day in common."""
    return one[1] <= last_day(other[2] or _FOREVER) and other[1] <= last_day(one[2] or _FOREVER)


def last_day(date: str) -> str:
    """Return the last day that ``date`` (a day, a month or a year) may mean, as one that compares with others."""
    return date[:10] if len(date) >= 10 else f"{date}-31" if len(date) == 7 else f"{date}{_LAST_DAY}"


def _by_name(dates: Iterable[tuple[str, str | None]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, date in dates:
        if date:
            found.setdefault(name, []).append(date)
    return found


def _start(post: Post, told: Sequence[str]) -> str | None:
    """Return the start of ``post``; one that it leaves open is the last told one before its end, or in the volumes."""
    if post.start:
        return _exact(post.start, told)
    before = [date for date in told if not post.end or date <= last_day(post.end)]
    return max(filter(None, (post.first, _exact(max(before), told) if before else None)), default=None)


def _end(post: Post, start: str | None, told: Sequence[str]) -> str | None:
    """Return the end of ``post``; one that it leaves open is the first told one after ``start``, or in the volumes."""
    if post.end:
        return _exact(post.end, told)
    after = [date for date in told if not start or last_day(date) >= start]
    nearest = _exact(min(after, key=last_day), told) if after else None
    return min(filter(None, (post.last, nearest)), key=last_day, default=None)


def _exact(date: str, told: Sequence[str]) -> str:
    """Return the most exact of the dates ``told`` that ``date`` may mean: ``1972-02-15`` of ``1972``."""
    return max((other for other in told if other.startswith(date)), key=len, default=date)
