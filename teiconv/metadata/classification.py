"""Classification markings: the level, who may see the document, and how fast it was sent.

A source note gives them in sentences of their own after the citation (``Secret; Priority; Nodis.``); documents of
the 1940s have them on a line below the dateline (``top secret   us urgent``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.grammar.markings import FOREIGN_LEVELS, LEVELS, UNMARKED
from teiconv.model.header import Classification
from teiconv.regex import regex
from teiconv.remember import remembered

_ANY_LEVEL = "|".join((*LEVELS, *UNMARKED))
_LEVEL = regex(
    rf"(?P<level>{_ANY_LEVEL})(?P<information> security information)?(?=\s*(?:[;.,/—]|$)|\ with\ )",
    re.IGNORECASE,
)
_LINE_LEVEL = regex(rf"\s*(?P<level>{'|'.join((*LEVELS, *FOREIGN_LEVELS))})(?![\w’'-])", re.IGNORECASE)

_PRECEDENCE = regex(
    r"flash|critic|emergency|routine|deferred|niact(?: immediate)?|priority|highest priority"
    r"|(?:(?:most|operational) )?immediate(?: action)?|(?:(?:us|most) )?urgent",
    re.IGNORECASE,
)
_HANDLING = regex(
    r"""
    (?:(?:exclusive(?:ly)?|strictly|literally|u\.?s\.?)[ ])? eyes[ ]only (?:[ ](?:for|via)[ ][\w ]+)?
    | (?:very[ ]|highly[ ])?sensitive | personal | strictly[ ]personal
    | (?:no|ex|lim|sta)dis | noforn(?:[ ]dissem)? | orcon | wnintel | nocontract | specat
    | (?:very[ ])?limit(?:ed)?[ ]distribution | no[ ](?:other[ ])?distribution(?:[ ]outside[ ][\w ]+)?
    | no[ ](?:foreign[ ]|further[ ])?dissem(?:ination)?(?:[ ]abroad)? | controlled[ ]dissem(?:ination)?
    | background[ ]use[ ]only | u\.?s\.?[ ]officials[ ]only | not[ ]releasable[ ]to[ ][\w /]+
    | (?:entirely[ ]|literally[ ])?outside?[ ](?:of[ ])?(?:the[ ])?system | entirely[ ]out[ ]of[ ]system
    | official[-–]informal | roger[ ]channel | (?:contains[ ])?codeword | special[ ]handling(?:[ ]required)?
    | comint | si | tk | hcs | fouo | rel(?:[ ]to[ ](?:[A-Z]{3,4}(?:,[ ])?){1,8})? | relido
    | [A-Z]{3,4}(?:,[ ][A-Z]{3,4})*,[ ]fvey | fvey
    | presidential[ ]handling | verbatim[ ]text | exclusive(?:ly)?
    """,
    re.IGNORECASE | re.VERBOSE,
)

_SEPARATOR = regex(r"\s*[;,]\s*")
_FIRST_TERM = regex(r"[^;,.]{1,80}(?=[;,.]|$)")
_US = regex(r"\bUs\b")
_LINE_SEPARATOR = regex(r"\s{2,}|\s*[;,/—]\s*")
_STATEMENT_END = regex(r"(?<![ .][A-Z])\.(?=\s|$|[A-Z][a-z])")
_OTHER_COPY = regex(r";\s+also\b")
_LONGEST_TERM = 80
"""No term of handling is longer; what is, is a sentence that a semicolon joins to the marking."""


def classification_at(text: str, start: int = 0) -> tuple[Classification, int] | None:
    """Return the marking that is stated from ``start`` on, and where the statement ends; ``None`` if there is none.

    A following sentence that consists of handling terms only (``Secret. Eyes Only.``) belongs to it.
    """
    level = _LEVEL.match(text, start)
    first = _FIRST_TERM.match(text, start)
    if not level and not (first and _is_known(first[0])):
        return None
    begin = level.end() if level else start
    end = _sentence_end(text, begin)
    terms = _terms(text[begin:end])
    while more := _handling_sentence(text, end):
        added, end = more
        terms += added
    return _marking(level, terms), end


def parse_marking(line: str) -> Classification | None:
    """Return the marking that ``line`` consists of (``top secret   us urgent``), ``None`` if it says anything else."""
    level = _LINE_LEVEL.match(line)
    terms = _line_terms(line[level.end() :]) if level else None
    return None if terms is None else _marking(level, terms)


def parse_marking_lines(lines: Sequence[str]) -> Classification | None:
    """Return the marking that some of ``lines`` give together: a level on one, the precedence on another."""
    level = next((found for line in lines if (found := parse_marking(line))), None)
    others = [terms for line in lines if _LINE_LEVEL.match(line) is None and (terms := _line_terms(line))]
    if not level and not others:
        return None
    added = _marking(None, tuple(term for terms in others for term in terms))
    first = level or Classification()
    return Classification(first.level, first.handling + added.handling, first.precedence + added.precedence)


def kind_of_line(line: str) -> str | None:
    """Return what a line is that consists of a marking: ``classification``, or ``precedence`` where it has no level."""
    if parse_marking(line):
        return "classification"
    return "precedence" if _LINE_LEVEL.match(line) is None and _line_terms(line) else None


def _line_terms(text: str) -> tuple[str, ...] | None:
    """Return the terms that ``text`` consists of, in the capitals of a source note; ``None`` if there is more in it."""
    terms = tuple(term for term in _LINE_SEPARATOR.split(text.strip(" .;,/—")) if term)
    if not all(map(_is_known, terms)):
        return None
    return tuple(_US.sub("US", term.title()) if term.islower() else term for term in terms)


def _marking(level: re.Match[str] | None, terms: tuple[str, ...]) -> Classification:
    name = _level_name(level["level"]) if level else None
    precedence = tuple(term for term in terms if _PRECEDENCE.fullmatch(term))
    return Classification(name, tuple(term for term in terms if term not in precedence), precedence)


def _level_name(words: str) -> str:
    words = " ".join(words.split())
    return (
        words.capitalize()
        if words.casefold().startswith("no ") or words.casefold() in FOREIGN_LEVELS
        else words.title().replace(" And ", " and ").replace("Nato", "NATO").replace("Cosmic", "COSMIC")
    )


def _terms(text: str) -> tuple[str, ...]:
    marking = _OTHER_COPY.split(text, maxsplit=1)[0]
    return tuple(term for term in _SEPARATOR.split(marking.strip(" ;,./—")) if term and len(term) < _LONGEST_TERM)


def _handling_sentence(text: str, start: int) -> tuple[tuple[str, ...], int] | None:
    end = _sentence_end(text, start)
    terms = _terms(text[start:end])
    return (terms, end) if terms and all(map(_is_known, terms)) else None


@remembered(1 << 12)  # documents are marked in a few words
def _is_known(term: str) -> bool:
    return bool(_HANDLING.fullmatch(term) or _PRECEDENCE.fullmatch(term))


def _sentence_end(text: str, start: int) -> int:
    """Return the place after the full stop that ends the sentence which ``start`` lies in."""
    match = _STATEMENT_END.search(text, start)
    return match.end() if match else len(text)
