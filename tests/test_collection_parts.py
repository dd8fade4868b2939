"""What a collection takes from a document, bit by bit: bounds, pointers, names, and the registers of nobody."""

from __future__ import annotations

import pytest

from teiconv.collection import part
from teiconv.collection.identity import UnlistedPerson, _unused
from teiconv.collection.index import About, Index
from teiconv.collection.listed import register_names
from teiconv.collection.named import named
from teiconv.collection.part import Part
from teiconv.collection.registers import persons
from teiconv.collection.undated import with_bounds
from teiconv.model import Element, Node, descendants, element
from teiconv.names.people.person import NamePart, Person, PersonName

BOUNDS = (("notBefore", "1970-03-09"), ("notAfter", "1970-03-12"))


def root(*profile: Node) -> Element:
    return element("TEI", element("teiHeader", element("profileDesc", *profile)), element("text"))


def profile(found: Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return the elements of a profile, without what holds them."""
    return [(node.name, node.attributes) for node in descendants(found) if node.name in ("creation", "date", "name")]


def test_bounds_come_into_a_header_that_says_nothing_of_a_date() -> None:
    found = with_bounds(root("\n"), BOUNDS, "d1.xml")
    assert profile(found) == [("creation", (("resp", "collection.xml#teiconv"),)), ("date", BOUNDS)]
    assert profile(with_bounds(found, (), "d1.xml")) == []


def test_who_sent_a_letter_stays_when_its_bounds_are_taken_away() -> None:
    sent = element("correspAction", element("name", "Hentzau"), element("placeName", "Zenda"), type="sent")
    dated = with_bounds(root(element("correspDesc", sent)), BOUNDS, "d1.xml")
    assert [name for name, _ in profile(dated)] == ["creation", "date", "name", "date"]
    assert profile(with_bounds(dated, (), "d1.xml")) == [("name", ())]


@pytest.mark.parametrize(
    ("content", "first"),
    [
        ((" ", element("lb"), "Text"), "lb"),
        ((" ", element("p", "\n", element("hi", "Text"))), "text"),
        ((element("p", " "), element("pb")), "pb"),
        ((), ""),
    ],
)
def test_what_comes_first_in_a_document_is_no_white_space(content: tuple[Node, ...], first: str) -> None:
    assert part._first(element("div", *content)) == first


def test_a_place_is_listed_by_its_longest_spelling_and_a_withheld_name_not_at_all() -> None:
    state = part._Moving({}, 0)
    names = [element("placeName", name) for name in ("ZENDA", "Zenda", "ZENDA")]
    pointers = {part._naming(node, state).get("ref") for node in names}
    (one,) = state.named.values()
    assert (pointers, one.name) == ({f"places.xml#{one.id}"}, "Zenda")
    withheld = element("placeName", element("gap"))
    assert (named(withheld), part._naming(withheld, state)) == (None, withheld)


def test_without_other_volumes_no_prefix_is_declared() -> None:
    assert part._declared(root(), ()) == root()


def test_pointers_lead_to_volumes_of_the_collection_to_their_pages_and_abroad() -> None:
    of_second = Part("d3", number="3", pages=("7",))
    with Index({"zenda02": "2"}, "volume") as index:
        index.add(("2", "2"), "2/d3.xml", of_second, About("2/d3.txt", "Letter"))
        lead = {pointer: index.target(pointer, ("1", "1"), "1/d1.xml") for pointer in ("zenda02#d3", "zenda02#pg_7")}
        assert index.target("other01#d3", ("1", "1"), "1/d1.xml") == "volume:other01/d3"
    assert lead == {"zenda02#d3": "../2/d3.xml#d3", "zenda02#pg_7": "../2/d3.xml#pg_7.d3"}
    with Index({"zenda02": "2"}) as index:
        assert index.target("other01#d3", ("1", "1"), "1/d1.xml") is None


def test_a_register_of_nobody_is_an_empty_list() -> None:
    assert "<listPerson/>" in "".join(persons({}, [], {}))


def test_who_is_in_a_list_is_not_found_as_well() -> None:
    listed = Person("p_SF1", (PersonName((NamePart("surname", "Sapt"),)),))
    found = UnlistedPerson("p_SF1", "sapt", (), (("surname", "Sapt"),))
    assert "".join(persons({"p_SF1": listed}, [found], {})).count("<person ") == 1


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert [_unused("p_A1", used, {"p_A1-2": 1}) for used in (set(), {"p_A1"})] == ["p_A1", "p_A1-3"]


def test_a_term_without_an_id_is_in_no_register() -> None:
    name = element("persName", element("surname", "Sapt"))
    lists = (
        element("standOff", element("listPerson", element("person", name, xml_id="p_SF1"))),
        element("standOff", element("list", element("item", element("term", "KG")))),
    )
    assert register_names(lists, {}, 1) == [("#p_SF1", "../persons.xml#p_SF1", "Sapt")]
