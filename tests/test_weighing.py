"""The authority rule by rule: how names agree, what times say, and what registers of officers hold."""

from __future__ import annotations

import tarfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from teiconv.authority.pocom import is_mission, is_officer, read_mission, read_officer
from teiconv.authority.scene import Scene
from teiconv.authority.sources import read_source
from teiconv.authority.weigh import (
    agreement,
    company,
    is_of_age,
    kind_of_given,
    of_name,
    of_scene,
    probabilities,
    said_with,
)
from teiconv.errors import TeiconvError
from teiconv.names.people.index import NameForm


@pytest.mark.parametrize(
    ("said", "own", "kind"),
    [
        ((), ("john",), "none"),
        (("john",), (), "unlisted"),
        (("john",), ("john", "paul"), "full"),
        (("john", "p"), ("john", "paul"), "full+"),
        (("john", "q"), ("john", "paul"), "other"),
        (("j",), ("john",), "initial"),
        (("john",), ("j", "p"), "initial"),
        (("j", "paul"), ("john", "p"), "initial+"),
        (("k",), ("john",), "other"),
        (("paul",), ("j", "paul"), "second"),
        (("bill",), ("william",), "short"),
        (("bill", "h"), ("william", "henry"), "short+"),
        (("paul",), ("john", "paul"), "second"),
        (("peter",), ("john", "paul"), "other"),
    ],
)
def test_forenames_agree_in_kinds(said: tuple[str, ...], own: tuple[str, ...], kind: str) -> None:
    assert kind_of_given(said, own) == kind


@pytest.mark.parametrize(
    ("said", "form", "agreed"),
    [
        (("john",), NameForm(1, ("roe",), ("john",)), ("given:full",)),
        (("john",), NameForm(1, ("roe",)), None),
        ((), NameForm(1, ("roe",)), ("given:none",)),
        ((), NameForm(1, ("john", "roe")), ("given:whole",)),
        (("peter",), NameForm(1, ("roe",), ("john",)), None),
        ((), NameForm(1, ("david",), title="sir"), ("given:none", "title:sir")),
        ((), NameForm(1, ("david",), title="*"), ("given:none", "title:*")),
        ((), NameForm(1, ("david",), title="king"), ("given:none", "title:own")),
    ],
)
def test_a_name_agrees_with_what_is_said_beside_it(
    said: tuple[str, ...], form: NameForm, agreed: tuple[str, ...] | None
) -> None:
    assert agreement(said, form) == agreed


@pytest.mark.parametrize(
    ("orders", "form", "said"),
    [
        ([("john", "roe")], NameForm(1, ("roe",)), ("john",)),
        ([("roe", "john")], NameForm(1, ("roe",)), None),
        ([("chou", "en", "lai")], NameForm(1, ("chou",), given_follows=True), ("en", "lai")),
        ([("john", "van", "roe")], NameForm(1, ("van", "roe")), ("john",)),
        ([("john", "van", "doe")], NameForm(1, ("van", "roe")), None),
        ([("poe",), ("john", "roe")], NameForm(1, ("roe",)), ("john",)),
        ([("david",), ("david",)], NameForm(1, ("david",), title="sir"), None),
        ([("doe",)], NameForm(1, ("roe",)), None),
    ],
)
def test_forenames_stand_on_one_side_of_a_surname(
    orders: list[tuple[str, ...]], form: NameForm, said: tuple[str, ...] | None
) -> None:
    assert said_with(orders, form) == said


def known(**more: object) -> SimpleNamespace:
    nothing = {"born": 0, "died": 0, "spans": (), "volumes": (), "years": (), "words": {}, "told": set(), "total": 0.0}
    return SimpleNamespace(**nothing | more)


SOMEBODY = SimpleNamespace(titles=set(), before=set(), after=set())


def told(who: SimpleNamespace, year: int | None, named: SimpleNamespace = SOMEBODY) -> list[str]:
    return [*of_name(("given:full",), who, year), *of_scene(named, who, Scene(year, {"oil"}))]


def test_nothing_is_known_of_somebody_who_is_only_named() -> None:
    assert told(known(), 1971) == ["given:full", "before:0"]


def test_times_speak_for_a_person_and_against() -> None:
    assert told(known(born=1900, died=1960), 1971) == ["given:full", "dead", "before:0"]
    assert told(known(born=1900, died=1971), 1971) == ["given:full", "before:0"]
    assert told(known(died=1960), 1971) == ["given:full", "before:0"]  # only a remark tells it
    assert told(known(volumes=(1, 2), years=((1969, 1972), (1950, 1952))), 1971) == [
        "given:full",
        "volumes:2",
        "now:1:given",
        "before:0",
    ]
    assert told(known(volumes=(1,), years=((1969, 1972),)), None) == ["given:full", "volumes:1", "before:0"]
    assert told(known(spans=((1950, 1968),)), 1971) == ["given:full", "date:3", "date:3:given", "before:0"]
    assert told(known(spans=((1850, 1868),)), 1971) == ["given:full", "date:far", "date:far:given", "before:0"]


def test_words_about_a_person_are_those_of_the_document() -> None:
    words = {"oil": 3.0, "fish": 9.0}
    named = SimpleNamespace(titles={"dr"}, before={"oil"}, after={"fish", "nets"})
    who = known(words=words, told=set(words), total=12.0)
    assert told(who, None, named) == ["given:full", "titles:else", "before:5", "after:9", "topic:2"]
    who = known(words=words, told={*words, "dr"}, total=12.0)
    named = SimpleNamespace(titles={"dr"}, before=set(), after=set())
    assert told(who, None, named) == ["given:full", "titles:agree", "before:0", "topic:2"]


def test_a_child_is_not_meant() -> None:
    assert not is_of_age(known(born=1960), 1971)
    assert is_of_age(known(born=1955), 1971)
    assert is_of_age(known(born=1960), None)


def test_company_is_that_of_volumes() -> None:
    assert list(company(known(), {1: 0.5})) == []
    assert list(company(known(volumes=(1, 2)), {})) == []
    assert list(company(known(volumes=(1, 2)), {1: 0.75, 3: 1.0})) == ["company:2", "nearest:7:2"]


def test_it_may_be_nobody() -> None:
    assert probabilities([]) == []
    assert probabilities([0.0]) == [0.5]
    assert probabilities([-800.0]) == [0.0]


OFFICER = """<person><id>roe-john</id><persName><surname>Roe</surname><forename>John</forename><genName>Jr.</genName>
<altname>Johnny  Roe</altname><altname/></persName><birth>1901-02-03</birth><death>?</death><career-type/></person>"""


def test_an_officer_has_names_and_years() -> None:
    root = etree.fromstring(OFFICER)
    assert is_officer(root)
    entry = read_officer(root)
    assert [name.text for name in entry.names] == ["Roe, John, Jr.", "Johnny Roe"]
    assert (entry.born, entry.died) == (1901, None)


def test_an_officer_may_have_no_surname_and_no_name_at_all() -> None:
    only = etree.fromstring("<person><persName><forename>Cher</forename></persName><career-type/></person>")
    assert [name.text for name in read_officer(only).names] == ["Cher"]
    assert read_officer(etree.fromstring("<person><persName/><career-type/></person>")).names == ()


MISSION = """<country-mission><territory-id>peru</territory-id><chiefs>
<chief><person-id>roe</person-id><role-title-id>ambassador-e-p</role-title-id>
<contemporary-territory-id>new-peru</contemporary-territory-id>
<started><date>1969</date></started><ended><date>1971</date></ended></chief>
<chief><person-id>doe</person-id><role-title-id>envoy-e</role-title-id><started><date>1965</date></started></chief>
<chief><person-id>poe</person-id><role-title-id>ambassador</role-title-id></chief>
<chief><person-id/><role-title-id>ambassador</role-title-id><started><date>1965</date></started></chief>
<chief><person-id>moe</person-id><role-title-id>clerk</role-title-id><started><date>1965</date></started></chief>
</chiefs></country-mission>"""


def test_a_mission_tells_who_held_which_post_and_when() -> None:
    root = etree.fromstring(MISSION)
    assert is_mission(root)
    found = [(entry.keys, [(post.name, post.start, post.end) for post in entry.posts]) for entry in read_mission(root)]
    assert found == [
        (("pocom roe",), [("ambassador to new peru", "1969", "1971"), ("ambassador to peru", "1969", "1971")]),
        (("pocom doe",), [("minister to peru", "1965", None)]),
    ]


@pytest.mark.parametrize(("title", "posts"), [("Secretary of State", ["secretary of state"]), ("", [])])
def test_a_principal_position_is_called_by_its_title(title: str, posts: list[str]) -> None:
    root = etree.fromstring(
        f"<principal-position><names><singular>{title}</singular></names><principals><principal>"
        "<person-id>roe</person-id><started><date>1969</date></started></principal></principals></principal-position>"
    )
    assert [post.name for entry in read_mission(root) for post in entry.posts] == posts


def test_a_source_is_a_folder_or_an_archive_of_it_without_its_schemas(tmp_path: Path) -> None:
    folder = tmp_path / "pocom"
    (folder / "schema").mkdir(parents=True)
    (folder / "a.xml").write_text(OFFICER)
    (folder / "b.xml").write_text("<other/>")
    (folder / "c.txt").write_text("no XML")
    (folder / "schema" / "d.xml").write_text(OFFICER.replace("roe-john", "doe-jane"))
    archive = tmp_path / "pocom.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        packed.add(folder, "pocom")
    for source in (folder, archive):
        assert [entry.keys for entry in read_source(source)] == [("pocom roe-john",)]


def test_a_source_without_persons_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_text("<other/>")
    with pytest.raises(TeiconvError) as refused:
        list(read_source(tmp_path))
    assert refused.value.message == (
        "no person found in this folder; give a clone of the people database or of pocom, an official volume, or a "
        "list of persons"
    )
    with pytest.raises(TeiconvError, match="cannot be read: "):
        list(read_source(tmp_path / "nothing"))
