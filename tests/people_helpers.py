"""Text with its people marked: what the tests of people write and compare."""

from __future__ import annotations

from collections.abc import Sequence

from teiconv.model import Element, Node, element
from teiconv.names.lists.load import load_persons
from teiconv.names.mark import mark_names
from teiconv.names.people import Person, PersonList
from teiconv.names.people.annotator import Sources
from teiconv.names.people.decisions import LinkDecision as Decision

LIST = """
Persons

  • Editor’s Note. This list is designed to help; dates are given, where known.
  • Brown, Harold, Secretary of Defense from January 1977
  • Brown, General George S., USAF, Chairman of the Joint Chiefs of Staff until June 1978
  • Case, Clifford P., Senator (R–New Jersey)
  • Chiao (Ch’iao) Kuan-hua, Vice Minister of Foreign Affairs
  • Chou En-lai, Premier
  • Dean, Sir Patrick, British Ambassador
  • De Gaulle, Charles, President of France
  • Dobrynin, Anatoli F., Soviet Ambassador
  • Douglas-Home, Sir Alec, British Foreign Secretary
  • Green, Marshall, Ambassador to Indonesia
  • Johnson, Lyndon B., President of the United States
  • Johnson, U. Alexis, Under Secretary of State for Political Affairs
  • Kissinger, Henry A., Assistant to the President
  • Lord, Winston, member, National Security Council Staff
  • Nguyen Van Thieu, President of the Republic of Vietnam
  • Nixon, Richard M., President of the United States
  • O’Neill, Con, British Chargé
  • Rogers, William P., Secretary of State
  • Smith, Adam A., Country Officer
  • Smith, Zoe B., Country Officer
  • Thanom Kittikachorn, Field Marshal, Prime Minister of Thailand
"""


def listed(text: str = LIST) -> PersonList:
    return load_persons([("persons.txt", text.encode())])


PEOPLE = listed()


def body(*blocks: str | Element) -> Element:
    return element("div", *(element("p", block) if isinstance(block, str) else block for block in blocks), xml_id="d1")


def shown(node: Node, people: bool = True) -> str:
    """Return the text of ``node`` with ``[name>id]`` for each ``persName``, a ``?`` before the id in doubt."""
    if isinstance(node, str):
        return node
    if node.name in ("pb", "lb"):
        return "|"
    inner = "".join(shown(child, people) for child in node.content)
    if node.name != "persName":
        return f"{{{inner}}}" if node.name == "note" else inner
    doubt = {"low": "??", "medium": "?"}.get(node.get("cert") or "", "")
    return f"[{inner}>{doubt}{(node.get('ref') or '').replace('#p_', '')}]"


def annotate(
    tree: Element, people: PersonList | None = None, decisions: Sequence[Decision] = ()
) -> tuple[Element, tuple[Person, ...]]:
    """Return ``tree`` with its people marked, and the people."""
    named = mark_names(tree, Sources(people, decisions=decisions, document=tree.get("xml:id") or ""))
    return named.body, named.people


def marked(*blocks: str | Element, people: PersonList | None = PEOPLE, decisions: Sequence[Decision] = ()) -> str:
    """Return the blocks, a line each, as the annotator marks them."""
    tree, _ = annotate(body(*blocks), people, decisions)
    return "\n".join(map(shown, tree.content))
