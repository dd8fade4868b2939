"""The lines of a signature, one by one: who signs, what stands beside the names, and where the signature ends.

A seal, a heading (``Witnesses:``, ``By the President:``) or a loose stop beside a name signs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiconv.layout.canon import RUN_ON
from teiconv.layout.lines import LINE_BREAK, with_breaks
from teiconv.model import Content, Element, Node, element, plain
from teiconv.regex import regex
from teiconv.structure.datelines import read_dateline
from teiconv.structure.letters import entitles_letter, names_paper
from teiconv.structure.signatures import (
    LONGEST,
    closes,
    is_addressee,
    is_name,
    is_office,
    names_office,
    stands_above_name,
)

_SEAL = regex(r"[\[(]?(?:(?:great )?seal|l\. ?s|sello|sceau|place of (?:the )?seal)\b[^\])]{0,40}[\])]?[.,]?\Z", re.I)
_SEALED = regex(
    r"(?:(?P<before>[\[(](?:seal|l\. ?s)\.?[\])]) +(?=\w))?(?P<name>\w.*?)"
    r"(?: +(?P<after>[\[(](?:seal|l\. ?s)\.?[\])]\.?))?\Z",
    re.I,
)
"""A seal in the line of a name: ``[SEAL.] JOHN ROE.``"""
_LEADS = regex(
    r"(?:By(?: (?:the|his|her) [\w ]{3,40}|order.{0,40})?|Witness(?:es)?(?: to .{3,60})?|In presence of|Attest(?:ed)?"
    r"|(?:A )?true copy|[\[(]?(?:Counter)?signed[\])]?)[:,.]?\Z",
    re.I,
)
_LOOSE = regex(r"[.,;:]{1,2}\Z")


def is_seal(line: str) -> bool:
    """Whether a line stands for a seal: ``[SEAL.]``, ``L. S.``"""
    return _SEAL.match(line) is not None


def is_sealed(line: str) -> bool:
    """Whether a seal stands beside the name in a line: ``[SEAL.] JOHN ROE.``, ``JOHN ROE.  [L. S.]``"""
    return _name_beside_seal(line) is not None


def _name_beside_seal(line: str) -> re.Match[str] | None:
    found = _SEALED.match(line)
    return found if found and (found["before"] or found["after"]) and is_name(found["name"]) else None


def is_beside_names(line: str) -> bool:
    """Whether a line of a signature names nobody: a seal, a heading, a loose stop."""
    return bool(_SEAL.match(line) or _LEADS.match(line) or _LOOSE.match(line)) or stands_above_name(line)


def end_of_signature(lines: Sequence[str]) -> int:
    """Return how many of ``lines`` a signature takes up that they begin with; 0 if they begin with none."""
    first = next((i for i, line in enumerate(lines) if not is_beside_names(line)), len(lines))
    if first == len(lines) or not _signs(lines[first]):
        return 0
    end = first + 1
    while end < len(lines) and _goes_on(lines[end], lines[end - 1]):
        end += 1
    return end


def is_signature(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are all of them a signature."""
    return end_of_signature(lines) == len(lines) > 0


def signature(lines: Sequence[Content], attributes: tuple[tuple[str, str], ...] = ()) -> list[Node]:
    """Return ``lines`` as ``salute`` and ``signed`` elements, with what stands beside the names between them."""
    out: list[Node] = []
    names: list[Content] = []
    for line in lines:
        sealed = _sealed(line, attributes)
        if not sealed and not is_beside_names(plain(line)):
            names.append(line)
            continue
        out += _signed(names, attributes)
        names = []
        if sealed:
            begins_line = _begins_line(sealed[0]) or not out or _begins_line(out[-1])
            out += sealed if begins_line else [LINE_BREAK, *sealed]
            continue
        if closes(plain(line)):
            out.append(Element("salute", line))
        else:
            out += [LINE_BREAK, *line] if out and not _begins_line(out[-1]) else line
    return [*out, *_signed(names, attributes)]


def _sealed(line: Content, attributes: tuple[tuple[str, str], ...]) -> list[Node]:
    """Return what a line is with a seal beside the name: the seal, and the name as ``signed``; nothing without one."""
    text = line[0] if len(line) == 1 else None
    found = _name_beside_seal(text) if isinstance(text, str) else None
    if found is None:
        return []
    signed = Element("signed", (found["name"],), attributes)
    if found["before"]:
        return [found["before"], signed.having(rend=RUN_ON)]
    return [signed, element("seg", found["after"], type="seal", rend=RUN_ON)]


def _signed(names: Sequence[Content], attributes: tuple[tuple[str, str], ...]) -> list[Node]:
    return [Element("signed", with_breaks(names), attributes)] if names else []


def _begins_line(node: Node) -> bool:
    return isinstance(node, Element) and node.name in ("salute", "signed")


def _signs(line: str) -> bool:
    sealed = _name_beside_seal(line)
    line = sealed["name"] if sealed else line
    return (
        len(line.rstrip(".")) > 1
        and is_name(line)
        and not (names_paper(line) or entitles_letter(line) or is_addressee(line))
    )


def _goes_on(line: str, above: str) -> bool:
    """Whether a line under a name belongs to the signature: the office of whoever signs, a seal, a second name."""
    if len(line) > LONGEST or read_dateline((line,)) is not None:
        return False
    if above.endswith(",") and names_office(line):
        return True  # ``John Roe,`` over ``Secretary to the Cabinet.``, the form of the title of a letter
    if entitles_letter(line):
        return False
    if above.endswith(",") or is_beside_names(line) or is_office(line):
        return True
    return not names_paper(line) and (names_office(line) or _signs(line))
