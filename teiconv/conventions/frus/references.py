"""References: from ``see footnote 3, Document 12`` to ``ref target="#d12fn3"``.

References are found in flattened text (:func:`teiconv.model.flatten`) and put around it with
:func:`teiconv.model.annotate`.  What a reference is, and how far it reaches, follows the practice of the
published volumes: in ``Documents 83–85 and 87`` each number points to its own document; ``footnote 3,
Document 12`` and ``Document 11 and footnote 2`` are one reference; the volume belongs to the reference when
its years are said (``Foreign Relations, 1961–1963, vol. X, Document 9``), and does not after ``ibid.,``.

Volumes whose documents have numbers cite documents; the older ones, whose documents have none, cite pages,
and only there does a page make a reference (``Context.by_page``).  A link that the text leaves to be
inferred has ``@cert``.
"""

from __future__ import annotations

from teiconv.conventions.frus.clauses import cites_publication
from teiconv.conventions.frus.reference_reader import Context, Reader, target_of
from teiconv.conventions.frus.reference_rules import RULES
from teiconv.model import Span
from teiconv.regex import regex

__all__ = ["Context", "find_references", "scan"]

# A set at its start makes the search fast, all the more if it lacks the commonest letters: “ibid.” is told by its b.
_TRIGGER = regex(
    r"[FVvfDPpb](?:(?P<neighbour>ra\b(?<=\b[Ss]upra|\b[Ii]nfra))|(?:(?:(?P<ibid>id\b(?<=\b[Ii]bid))|(?<=\b.)(?:"
    r"(?P<series>(?<=F)(?:or(?:eign\s?\ufffc?\s?Relations\b|\.\sRel\.)|RUS\b))|(?P<volume>(?<=[Vv])ol(?:ume\b|\.|\b(?=\s?[IVX])))"
    r"|(?P<footnote>(?<=[Ff])ootnotes?\b)|(?P<document>(?<=D)ocument(?:s?\b|(?=\d)))|(?P<page>(?<=[Pp])(?:ages?\b|(?<=p)p?\.))"
    r"))(?=[^0-9]{0,40}\d|\.?,|\s?[IVXL]{1,7}[.;)\]])))"
)
"""Where a reference may begin: the groups name the rules (:data:`RULES`)."""


def find_references(text: str, context: Context) -> list[Span]:
    """Return the references in the flattened ``text`` of a block, in order, each as an empty ``ref``."""
    return scan(text, context)[0]


def may_refer(text: str, context: Context) -> bool:
    """Tell whether there is anything in ``text`` that may refer, or end what ``ibid.`` repeats."""
    return context.cited is not None or _TRIGGER.search(text) is not None


def scan(text: str, context: Context) -> tuple[list[Span], Context]:
    """Return the references in ``text``, and the context for the block that follows (for its ``ibid.``)."""
    spans: list[Span] = []
    position = 0
    for trigger in _TRIGGER.finditer(text):
        start = trigger.start() - (trigger.lastgroup == "ibid")
        if start < position:
            continue
        if context.cited and cites_publication(text, position, start):
            context = context._replace(cited=None)
        rule = RULES[trigger.lastgroup or ""]
        found = list(rule(Reader(text, context, spans), start))
        position = found[-1].end if found else trigger.end()
        spans.extend(found)
        if volume := _volume_of(found):
            context = context._replace(cited=volume)
    if context.cited and cites_publication(text, position, len(text)):
        context = context._replace(cited=None)
    return spans, context._replace(mentioned=Reader(text, context, spans).mentioned()) if spans else context


def _volume_of(spans: list[Span]) -> str | None:
    """Return the volume that the last of ``spans`` to leave this one points to."""
    return next((target_of(span).partition("#")[0] for span in reversed(spans) if target_of(span)[0] != "#"), None)
