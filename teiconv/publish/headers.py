"""What a header says in TEI: sender and recipient, source, keywords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from teiconv.model.header import CONVERSATION
from teiconv.publish.volume import TEI, words_in

Row = tuple[Any, ...]


def agents_of(header: etree._Element | None) -> Iterator[Row]:
    """Yield who sent, received, wrote and took part, as the header tells it."""
    if header is None:
        return
    for role, path in (
        ("sender", "profileDesc/correspDesc/correspAction[@type='sent']"),
        ("recipient", "profileDesc/correspDesc/correspAction[@type='received']"),
        ("author", "fileDesc/titleStmt/author"),
        ("participant", "profileDesc/particDesc/listPerson/person"),
    ):
        for act in header.findall(path_of(path)):
            if _of_conversation(act):
                continue
            for agent in act:
                if etree.QName(agent).localname in ("persName", "orgName", "roleName"):
                    yield (role, *_agent(agent, act))


def _of_conversation(act: etree._Element) -> bool:
    """Tell whether ``act`` is of a talk: then its participants are in ``particDesc``, and nobody sent it."""
    parent = act.getparent()
    return parent is not None and parent.get("type") == CONVERSATION


def _agent(agent: etree._Element, act: etree._Element) -> Row:
    kind = etree.QName(agent).localname
    office = agent.find(f"{TEI}roleName")
    inner = agent.find(f"{TEI}*") if kind == "persName" else None
    if inner is not None and words_in(inner) == words_in(agent):  # of whom the office only is known
        kind, agent = etree.QName(inner).localname, inner
        office = None
    name = words_in(agent)
    if office is not None and (stem := words_in(office)) != name:
        name = name.removeprefix(stem).strip()
    known = fragment(agent.get("ref") or act.get("sameAs"))
    person, organisation = (None, known) if kind == "orgName" else (known, None)
    cert = agent.get("cert") or "high"
    return name, None if office is None else words_in(office), kind, person, cert if person else None, organisation


def sources_of(header: etree._Element | None) -> Iterator[Row]:
    """Yield where the document is kept."""
    found = None if header is None else header.find(path_of("fileDesc/sourceDesc/msDesc/msIdentifier"))
    if found is None:
        return
    numbers = [(node.get("type") or "", words_in(node)) for node in found.iter(f"{TEI}idno")]
    groups = list(found.iter(f"{TEI}collection"))
    of = {kind: "; ".join(name for own, name in numbers if own == kind) or None for kind in _NUMBERS}
    others = "; ".join(f"{kind} {name}" for kind, name in numbers if kind not in _NUMBERS) or None
    record_group = "; ".join(words_in(node) for node in groups if node.get("type") == "record-group") or None
    collections = "; ".join(words_in(node) for node in groups if node.get("type") != "record-group") or None
    yield (
        *(_inner(found, "institution"), _inner(found, "repository"), record_group, collections),
        *(of[kind] for kind in _NUMBERS),
        others,
    )


_NUMBERS = ("lot", "box", "folder", "file-number")


def keyword(header: etree._Element | None, kind: str) -> str | None:
    """Return the keyword of that kind, ``genre`` or ``classification``."""
    return first_of(header, f"profileDesc/textClass/keywords/term[@type='{kind}']")


def fragment(pointer: str | None) -> str | None:
    """Return the id to which ``pointer`` leads, if it leads to one thing."""
    pointers = (pointer or "").split()
    return pointers[0].rpartition("#")[2] if len(pointers) == 1 else None


def path_of(path: str) -> str:
    """Return a path of names with the namespace of TEI."""
    return "/".join(f"{TEI}{step}" for step in path.split("/"))


def first_of(header: etree._Element | None, path: str) -> str | None:
    """Return the words of the first element at ``path``, if there are any."""
    found = None if header is None else header.find(path_of(path))
    return None if found is None else words_in(found) or None


def _inner(node: etree._Element, name: str) -> str | None:
    found = node.find(f"{TEI}{name}")
    return None if found is None else words_in(found) or None
