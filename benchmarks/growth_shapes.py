"""The shapes that :mod:`growth` measures: what texts are full of, one kind at a time, and what nobody writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options, Profile

ORDINARY = "ordinary papers"
_TITLE = "1. Memorandum From the Director (Abel) to Secretary Baker1\n\nWashington, May 5, 1971.\n\n"
_NOTES = "\n\n  1. Source: National Archives, RG 59. Secret."
_PARAGRAPH = (
    "On January 17 our Ambassador to Peru met with President Velasco of Peru to deliver the reply of the government to "
    "the note of the AEC. Mr. Abel said that the talks in Lima would go on, and that Secretary Baker had agreed.\n\n"
)


def _filled(size: int, pieces: Iterator[str], begin: str = _TITLE, end: str = "") -> str:
    made, length = [begin], len(begin)
    while length < size - len(end):
        made.append(next(pieces))
        length += len(made[-1])
    return "".join([*made, end])


def of(pattern: str, *, begin: str = _TITLE, end: str = "") -> Callable[[int], str]:
    """Return what makes a text of ``pattern``, over and over; ``{}`` in it is a number that counts."""
    if "{}" in pattern:
        return lambda size: _filled(size, (pattern.replace("{}", str(n)) for n in count(1)), begin, end)
    return lambda size: begin + pattern * (max(0, size - len(begin) - len(end)) // len(pattern)) + end


def _word(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[rest] + "aeiou"[rest % 5]
    return letters.capitalize()


def distinct_names(glue: str) -> Callable[[int], str]:
    return lambda size: _filled(size, (f"Mr. {_word(n)}{_word(n * 7)} of {_word(n * 3)}{glue}" for n in count(400)))


def _forenames(size: int) -> str:
    return _filled(size, (f"Mr. {_word(n)} {_word(n * 7)} Abel agreed.\n\n" for n in count(400)))


def with_notes(call: str, note: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        most = size // (len(call) + len(note) + 2)
        body = "".join(call.replace("{}", str(n)) for n in range(1, most))
        return f"1. Memorandum\n\n{body.strip()}\n\n" + "\n".join(note.replace("{}", str(n)) for n in range(1, most))

    return make


def nested_lists(size: int) -> str:
    lines = (f"{'  ' * (n % 40 + 1)}• item of level\n" for n in count())
    return _filled(size, lines)


def mixed_line_ends(size: int) -> str:
    ends = ("\n", "\r\n", "\r")
    return _filled(size, (f"a line of the text{ends[n % 3]}" for n in count()))


def _lists() -> Options:
    people = "".join(f"  • {_word(n)}, {_word(n * 7)} A., Officer\n" for n in range(400, 1400))
    terms = "".join(f"  • {_word(n).upper()}, Office of {_word(n)}\n" for n in range(400, 1400))
    return Options(
        persons=load_persons([("persons.txt", people.encode())]), terms=load_terms([("terms.txt", terms.encode())])
    )


_PLAIN, _SERIES = Options(), Options(profile=Profile.FRUS)
_GENERIC, _DAFP = Options(conventions="generic"), Options(conventions="dafp")

TEXTS: dict[str, tuple[Callable[[int], str], Options]] = {
    ORDINARY: (of(_PARAGRAPH, end=_NOTES), _PLAIN),
    "… in the profile of the series": (of(_PARAGRAPH, end=_NOTES), _SERIES),
    "… with lists": (of(_PARAGRAPH, end=_NOTES), _lists()),
    "… read as papers": (of(_PARAGRAPH, end=_NOTES), _GENERIC),
    "… read as Australian documents": (of(_PARAGRAPH), _DAFP),
    "page breaks only": (of("[Page {}]\n\n"), _PLAIN),
    "one page number again and again": (of("[Page 1]\n\n", begin=""), _PLAIN),
    "form feeds only": (of("\f", begin=""), _PLAIN),
    "a line drawn with underscores": (of("_", begin=""), _PLAIN),
    "heading lines only": (of("SUBJECT: x\n", begin=""), _PLAIN),
    "names behind each other": (lambda size: _filled(size, (f"Mac-\nmillan R{_word(n)} " for n in count(400))), _PLAIN),
    "names of the same initials": (lambda size: _filled(size, (f"Mr. John R{_word(n)} " for n in count(400))), _PLAIN),
    "page breaks in a line": (of("on [Page {}] and "), _PLAIN),
    "notices": (of("It was so. [2 lines not declassified] More. "), _PLAIN),
    "notices, a paragraph each": (of("[text not declassified]\n\n"), _PLAIN),
    "omissions": (of("[Omitted here is discussion of Laos.]\n\n"), _PLAIN),
    "remarks": (of("a word [sic] and [illegible] and H[ender]son [laughter] … "), _PLAIN),
    "numbered notes": (with_notes("It was so.{} ", "  {}. Not printed."), _PLAIN),
    "notes in brackets": (with_notes("It was so.[{}] ", "[{}] Not printed."), _GENERIC),
    "notes between strokes": (with_notes("It was so./{}/ ", "/{}/ Not printed."), _GENERIC),
    "Australian notes": (with_notes("It was so.[{}]\n\n", "{} Not printed."), _DAFP),
    "notes of one star": (with_notes("It was so.* ", "* Not printed."), _GENERIC),
    "starred notes": (of("It was so.* And more.\n\n* Not printed.\n\n"), _GENERIC),
    "stars": (of("word* "), _GENERIC),
    "numerals that call nothing": (of("It was so.{} "), _PLAIN),
    "items": (of("  • item of a list\n"), _PLAIN),
    "nested items": (nested_lists, _PLAIN),
    "items with wrapped lines": (of("    • one thing that goes\n      on in a line\n"), _PLAIN),
    "numbered paragraphs": (of("{}. It was so.\n\n"), _GENERIC),
    "letters and numerals": (of("a. one\n(1) two\n  (i) three\nI. four\n"), _GENERIC),
    "dashes for items": (of("- item\n"), _GENERIC),
    "tables": (of("Horses\t\t{}\t\t\n"), _PLAIN),
    "labels": (of("FROM: Abel\nTO: Baker\n"), _GENERIC),
    "headings of cables": (of("R 171530Z JAN 72\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 0342\n"), _GENERIC),
    "speakers": (of("MR. ABEL: Yes.\n\nMR. BAKER: No.\n\n"), _GENERIC),
    "questions and answers": (of("Q. Why?\n\nA. Because.\n\n"), _GENERIC),
    "salutations and closes": (of("Dear Sir:\n\nIt is so.\n\nSincerely,\n\nJohn Abel\n\n"), _GENERIC),
    "datelines": (of("Washington, May 5, 1971.\n\n"), _PLAIN),
    "dates": (of("on May 5, 1971, at 3:30 p.m., or 5/6/71 and from June to July 1970 "), _PLAIN),
    "references": (of("see Document {}, footnote 2, and ibid., pp. 5–7; "), _PLAIN),
    "enclosures": (of("[Enclosure]\n\nTab A\n\nIt is so.\n\n"), _PLAIN),
    "sections": (of("II. Part\n\nIt is so.\n\n"), _PLAIN),
    "postscripts": (of("P.S. It is so.\n\n"), _GENERIC),
    "quotations": (of("“It is so,” he said: ‘no.’ "), _PLAIN),
    "source notes": (
        of("It was so.\n\n", end=_NOTES + " Secret; Nodis. Drafted by Abel; cleared by Baker." * 50),
        _PLAIN,
    ),
    "distinct names": (distinct_names(" agreed.\n\n"), _PLAIN),
    "distinct names in one line": (distinct_names(" and "), _PLAIN),
    "one surname, distinct forenames": (_forenames, _PLAIN),
    "distinct names with lists": (distinct_names(" agreed.\n\n"), _lists()),
    "participants": (of("Participants\n\n  • Abel, Adam\n  • Baker, Berta\n\n"), _PLAIN),
    "several documents": (of("{}. Telegram From Lima\n\nWashington, May 5, 1971.\n\nIt is so.\n\n", begin=""), _PLAIN),
    "form feeds": (of("a line\n\f"), _GENERIC),
    "running heads": (of("SECRET\n\nIt is so, and so it is\n\n- {} -\n\f"), _GENERIC),
    "hard-wrapped lines": (
        of("     The talks, which were held in private, were recog-\nnized by nobody, and no\n"),
        _GENERIC,
    ),
    "black blocks": (of("name █████ and (3 lines deleted) (b)(1) ____ "), _GENERIC),
    "rules": (of("--------\n\n"), _GENERIC),
    "marks of Markdown": (of("# Title\n\n**bold** and > said\n\n> quoted\n"), _GENERIC),
    "mixed line ends": (mixed_line_ends, _PLAIN),
    "empty lines": (of("\n"), _PLAIN),
    "blanks": (of(" ", end="x"), _PLAIN),
    "tabs": (of("\t", end="x"), _PLAIN),
    "blanks between words": (of("word     \t "), _PLAIN),
    "one word": (of("x"), _PLAIN),
    "one line": (of("a word "), _PLAIN),
    "a word on every line": (of("word\n"), _PLAIN),
    "capitals": (of("WORD "), _PLAIN),
    "digits": (of("1"), _PLAIN),
    "digits and blanks": (of("1 "), _PLAIN),
    "digits and points": (of("1."), _PLAIN),
    "open brackets": (of("["), _PLAIN),
    "closed brackets": (of("]"), _PLAIN),
    "brackets in brackets": (of("[a "), _PLAIN),
    "pairs of brackets": (of("[a]"), _PLAIN),
    "parentheses": (of("(a "), _PLAIN),
    "open quotes": (of("“a "), _PLAIN),
    "points": (of("."), _PLAIN),
    "points and blanks": (of(". "), _PLAIN),
    "dashes": (of("—"), _PLAIN),
    "hyphens in a word": (of("a-"), _PLAIN),
    "commas": (of("A, "), _PLAIN),
    "ampersands": (of("&<>"), _PLAIN),
    "bullets": (of("• "), _PLAIN),
    "combining marks": (of("e\u0301\u0302"), _PLAIN),
    "line separators": (of("a\u2028"), _PLAIN),
}
"""What makes a text of a size, and the options that it is converted with."""


def _tei(body: str, title: str = "x") -> bytes:
    header = f"<fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt>"
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}<sourceDesc><p/></sourceDesc></fileDesc>'
        f'</teiHeader><text><body><div type="document" xml:id="d1">{body}</div></body></text></TEI>'
    ).encode()


def repeated(piece: str, around: tuple[str, str] = ("", "")) -> Callable[[int], bytes]:
    """Return what makes a file of ``piece``, over and over; ``{}`` in it is a number that counts."""

    def make(size: int) -> bytes:
        body = _filled(size, (piece.replace("{}", str(n)) for n in count(1)), "")
        return _tei(f"{around[0]}{body}{around[1]}")

    return make


XML: dict[str, Callable[[int], bytes]] = {
    "TEI of paragraphs": repeated("<p>It is so.</p>\n"),
    "TEI of page breaks": repeated('<pb n="{}"/>'),
    "TEI of notes": repeated('<p>It is so.<note n="{}" xml:id="n{}">No.</note></p>'),
    "TEI of line breaks": repeated("<lb/>", ("<p>x", "y</p>")),
    "TEI of spaces": repeated('<space unit="chars" quantity="1"/>', ("<p>x", "y</p>")),
    "TEI of comments": repeated("a<!-- b -->", ("<p>", "</p>")),
    "TEI of names": repeated('<persName ref="#p_{}">Abel</persName> ', ("<p>", "</p>")),
    "TEI of tables": repeated("<row><cell>a</cell><cell>b</cell></row>", ("<table>", "</table>")),
    "TEI with unknown elements": repeated("<wrong>a</wrong>"),
    "TEI with wrong attributes": repeated('<p wrong="{}">a</p>'),
    "TEI with pointers to nothing": repeated('<p><ref target="#nowhere{}">a</ref></p>'),
    "TEI with an id again and again": repeated('<p xml:id="same">a</p>'),
    "TEI with many attributes": repeated('a{}="" ', ("<p ", ">a</p>")),
}
"""What makes a TEI file of a size."""
