"""What differs between two encodings all the same, as paths: what no decision can say."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teiconv.editing.edits.header import changed_header
from teiconv.formats.tei.fold import canonical
from teiconv.formats.tei.header_reader import read_header
from teiconv.formats.tei.meaning import is_mark
from teiconv.formats.tei.read import Reading, model_of
from teiconv.model import Element, Node, descendants, joined
from teiconv.model.header import Header

_NOT_COMPARED = frozenset({"resp", "cert", "xml:space", "evidence"})
_OF_THE_COLLECTION = frozenset({("ref", "target"), ("placeName", "ref"), ("orgName", "ref")})
_POINTERS = frozenset({"ref", "target", "corresp", "sameAs"})
_DECIDED = frozenset({"title", "creation", "textClass", "correspDesc", "langUsage", "tagsDecl"})
"""Parts of a header that decisions are about, or the text."""
_WITHIN = frozenset({"teiHeader", "fileDesc", "titleStmt", "profileDesc"})
_NO_DECISION = "no decision can say what was changed here"


def division(file: Element) -> Element:
    """Return the division that holds the document of ``file``."""
    return next(node for node in descendants(file) if node.name == "div" and node.get("type") == "document")


def header_of(file: Element) -> Header:
    """Return what the header of ``file`` says."""
    header = next(node for node in descendants(file) if node.name == "teiHeader")
    return read_header(header, division(file).get("n"))


def other_header(was: Element, now: Element, edited: Reading) -> Iterator[str]:
    """Yield what the header and the lists of the ``edited`` file say otherwise than ``was`` written, or is ``now``."""
    header = edited.header
    changed = {decision.kind for decision in changed_header(header_of(was), header)} if header else set()
    for decision in changed_header(header_of(now), header) if header else ():
        if decision.kind in changed:
            yield f"header: its {decision.kind} could not be decided"
    root = canonical(model_of(next(node for node in edited.tei if str(node.tag).endswith("}teiHeader"))))
    yield from _parts(next(node for node in descendants(was) if node.name == "teiHeader"), root)
    yield from _new_ids(was, root)
    yield from _lists(was, edited.standoff)


def _new_ids(was: Element, edited: Element) -> Iterator[str]:
    """Yield the ids that were added to parts of a header that decisions are about: these say values alone."""
    old, new = (
        {id: node.name for part in descendants(header) if part.name in _DECIDED for node in (part, *descendants(part))
         if (id := node.get("xml:id"))}
        for header in (was, edited)
    )  # fmt: skip
    yield from (f"{new[id]} “{id}”: no decision can keep its xml:id" for id in sorted(new.keys() - old.keys()))


def _parts(ours: Element, edited: Element) -> Iterator[str]:
    """Yield the parts of a header that say something else, and are not decided about."""
    mine, its = ([node for node in _elements(one) if node.name not in _DECIDED] for one in (ours, edited))
    for name in dict.fromkeys(node.name for node in (*mine, *its)):
        old, new = ([node for node in nodes if node.name == name] for nodes in (mine, its))
        if len(old) != len(new):
            yield f"{edited.name}/{name}: no decision can {'add it' if len(new) > len(old) else 'take it away'}"
            continue
        for before, after in zip(old, new, strict=True):
            if name in _WITHIN:
                yield from _parts(before, after)
            else:
                yield from (f"teiHeader/{told}" for told in differences(before, after))


def _lists(was: Element, standoff: tuple[Element, ...]) -> Iterator[str]:
    """Yield the persons and terms of the lists that were changed."""
    ours = {node.get("xml:id"): node for node in descendants(was) if node.name in ("person", "item")}
    for entry in (node for part in standoff for node in descendants(part) if node.name == "person"):
        old = ours.get(entry.get("xml:id"))
        if old is not None and next(differences(old, entry), None):
            yield f"person {entry.get('xml:id')}: {_NO_DECISION}; change the list of persons"


def _elements(node: Element) -> Iterator[Element]:
    return (child for child in node.content if isinstance(child, Element))


def remarks(tei: etree._Element) -> Iterator[str]:
    """Yield the comments and instructions that somebody put into a file: the text has no place for them."""
    root = tei.getroottree().getroot()
    beside = (*root.itersiblings(preceding=True), *root.itersiblings())
    for node in (*beside, *tei.iter(etree.Comment, etree.ProcessingInstruction)):
        if not is_mark(node):
            what = f"instruction {node.target!s}" if isinstance(node, etree._ProcessingInstruction) else "comment"
            yield f"{what} “{' '.join((node.text or '').split()):.40}”: no decision can keep it"


def differences(ours: Element, edited: Element, path: str = "") -> Iterator[str]:
    """Yield where ``edited`` says something else than ``ours``, as paths to the outermost elements."""
    here = path or edited.name
    mine_all, its_all = joined(ours.content), joined(edited.content)
    is_other = ours.name != edited.name or _said(ours) != _said(edited) or len(mine_all) != len(its_all)
    if is_other or any(map(_is_other_text, mine_all, its_all)):
        yield f"{here}: {_NO_DECISION}"
        return
    counts: dict[str, int] = {}
    for mine, its in zip(mine_all, its_all, strict=True):
        if isinstance(mine, Element) and isinstance(its, Element):
            counts[its.name] = counts.get(its.name, 0) + 1
            yield from differences(mine, its, f"{here}/{its.name}[{counts[its.name]}]")


def _is_other_text(mine: Node, its: Node) -> bool:
    return isinstance(mine, str) != isinstance(its, str) or (isinstance(mine, str) and mine != its)


def _said(node: Element) -> dict[str, str]:
    """Return the attributes of ``node`` that an editor may have changed; where references lead is compared before."""
    return {
        key: value.rpartition("#")[2] if key in _POINTERS and "://" not in value else value
        for key, value in node.attributes
        if key not in _NOT_COMPARED and (node.name, key) not in _OF_THE_COLLECTION
    }
