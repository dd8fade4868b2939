"""Why the machine says something: candidates, signs, sums, steps and decisions, in the editor's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from authority_sources import person, write_sources
from click.testing import CliRunner, Result

from teiconv.authority.build import build
from teiconv.authority.find import Finder
from teiconv.cli import main
from teiconv.editing.file import load_decisions
from teiconv.explain import Explainer, Explanation, explain, listed
from teiconv.explain.features import AUTHORITY, NAMES, in_words
from teiconv.explain.wording import lines
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.names.people.resolve import judged
from teiconv.options import Options

TEXT = """12. Memorandum From the Secretary of State (Roe) to President Doe1

Washington, May 5, 1971.

Secretary Roe told Mr. Marsh that nets [2 lines not declassified] were sold in Zenda on April 3. Jane Roe left, but
Roe did not. See Document 11.2

Smyth met the other Marsh.

  1. Source: National Archives, RG 59, Box 12. Secret.
  2. Not printed. Tarn drafted it.
"""
LIST = """Doe, Paul, President
Roe, William P., Secretary of State
Roe, Jane, Department of State
Marsh, Adam, Country Officer
Marsh, Beth, Country Officer
Smythe, Carl, Consul
Case, Clifford, Senator
"""


def with_list(**others: object) -> Options:
    return Options(persons=load_persons([("persons.txt", LIST.encode())]), **others)  # type: ignore[arg-type]


def said(words: str, options: Options, nth: int = 0, text: str = TEXT) -> Explanation:
    return explain(text, words, options)[nth]


def told(explanation: Explanation) -> str:
    return "\n".join(lines(explanation, "memo.txt"))


# A list of persons


def test_a_place_is_told_by_line_and_column_with_the_words_around_it() -> None:
    first, second, *_ = explain(TEXT, "Roe", with_list())
    assert (first.line, first.column) == (1, 45)
    assert (second.line, second.column) == (5, 11)
    assert second.after.startswith(" told Mr. Marsh that nets")


def test_the_candidates_come_with_their_signs_the_likeliest_first() -> None:
    (statement,) = said("Roe", with_list(), nth=1).statements
    assert [one.name for one in statement.candidates] == ["Roe, William P.", "Roe, Jane"]
    secretary, jane = statement.candidates
    assert secretary.signs[0].weight >= secretary.signs[-1].weight
    assert "the title agrees with the list: “secretary”" in [sign.words for sign in secretary.signs]
    assert [sign.words for sign in jane.signs] == ["named in full in line 5"]
    assert statement.why == "the office beside the name leaves no doubt"


def test_the_signs_of_a_candidate_add_up_to_its_weight() -> None:
    for explanation in explain(TEXT, "Roe", with_list()):
        for candidate in explanation.statements[0].candidates:
            assert candidate.weight == pytest.approx(sum(sign.weight for sign in candidate.signs))


def test_one_sign_alone_makes_a_link_of_medium_certainty() -> None:
    statement = said("Roe did", with_list()).statements[0]
    assert (statement.certainty, statement.why[:24]) == ("medium", "one sign tells this pers")
    assert statement.candidates[0].signs[0].words == "named in full in line 5"


def test_who_was_meant_last_is_a_sign() -> None:
    shown = told(said("Roe did", with_list()))
    assert "+1.0  was meant when the document last used this name" in shown


def test_two_whom_nothing_tells_apart_are_told_so() -> None:
    (statement,) = said("Marsh", with_list()).statements
    assert statement.why.startswith("nothing tells these apart")
    assert told(said("Marsh", with_list())).count("nothing speaks for this one") == 2


def test_an_only_bearer_of_a_name_needs_no_sign() -> None:
    statement = said("Jane Roe", with_list()).statements[0]
    assert statement.why == "only this person of the list has the name"
    assert [one.name for one in statement.candidates] == ["Roe, Jane"]


def test_of_several_names_each_is_explained_by_itself() -> None:
    explanation = said("Jane Roe and Marsh", with_list(), text="12. Memorandum\n\nJane Roe and Marsh left.")
    roe, marsh = explanation.statements
    assert roe.why == "only this person of the list has the name"
    assert marsh.why.startswith("nothing tells these apart")
    assert [one.name for one in marsh.candidates] == ["Marsh, Adam", "Marsh, Beth"]


def test_who_is_of_another_time_is_told_with_the_sign() -> None:
    entries = "Roe, Jane, Consul, 1970–1972\nRoe, Paul, Envoy, 1943–1945\nDoe, Paul, President\n"
    options = Options(persons=load_persons([("persons.txt", entries.encode())]))
    (statement,) = said("Roe", options, text="12. Memorandum\n\nWashington, May 5, 1971.\n\nMr. Roe left.").statements
    assert statement.certainty == "medium"
    assert statement.why.startswith("of those who have the name, all but this one are of another time")
    assert [one.name for one in statement.candidates] == ["Roe, Jane", "Roe, Paul"]
    assert [sign.words[:24] for sign in statement.candidates[1].signs] == ["all offices in the list "]


def test_a_word_that_names_nobody_of_the_list_is_told_so() -> None:
    assert "“Zenda” is not marked." in told(said("Zenda", with_list()))
    assert "nobody of the list has a name of these words" in told(said("Zenda", with_list()))


def test_an_ordinary_word_that_might_be_a_name_is_told_why_it_is_none() -> None:
    explanation = said("Case", with_list(), text="12. Memorandum\n\nThe Case is closed.")
    assert "“Case” is not taken for a person." in told(explanation)
    assert explanation.statements[0].why.startswith("it may be an ordinary word")


def test_the_initial_of_a_speaker_is_told_as_such() -> None:
    talk = "12. Memorandum of Conversation\n\nMr. Doe saw the Consul.\n\nD: Nets?\n\nX: No.\n\nD: Boats?\n"
    statement = said("D: Nets", with_list(), text=talk).statements[0]
    assert statement.why.startswith("somebody speaks under this initial")
    assert [one.name for one in statement.candidates] == ["Doe, Paul"]


def test_who_signs_by_a_forename_is_told_as_such() -> None:
    letter = "12. Letter From Mr. Doe\n\nLima, May 3, 1960.\n\nThe nets are mended.\n\nSincerely,\n\nPaul"
    statement = said("Paul", with_list(), text=letter).statements[0]
    assert statement.why.startswith("somebody signs so")
    assert [one.name for one in statement.candidates] == ["Doe, Paul"]


def test_a_term_is_told_with_its_expansion() -> None:
    terms = load_terms([("terms.txt", b"NSC, National Security Council\n")])
    statement = said("NSC", Options(terms=terms), text="12. Memorandum\n\nThe NSC met.").statements[0]
    assert (statement.element, statement.why) == ("gloss", "the list of terms has NSC: National Security Council")


# Without a list


def test_without_a_list_the_signs_for_and_against_are_told_with_their_sum() -> None:
    statement = said("Marsh", Options()).statements[0]
    assert statement.element == "persName"
    assert "the title “mr” stands before the name" in [sign.words for sign in statement.signs]
    assert statement.sum is not None
    assert statement.sum.total > statement.sum.threshold
    assert statement.sum.here == pytest.approx(sum(sign.weight for sign in statement.signs))


def test_who_of_several_is_meant_is_told_besides() -> None:
    statement = said("Roe", Options(), text=TEXT.replace("Jane Roe", "Jane Roe and William P. Roe")).statements[0]
    assert len(statement.candidates) == 2
    assert statement.who


def test_what_was_left_out_is_told_with_what_speaks_against_it() -> None:
    statement = said("Tarn", Options()).statements[0]
    assert statement.element == ""
    assert statement.sum is not None
    assert statement.sum.total <= statement.sum.threshold
    assert "“Tarn” is not taken for a person." in told(said("Tarn", Options()))
    assert any(sign.weight < 0 for sign in statement.signs)


def test_a_document_is_judged_once_however_many_places_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(listed, "judged", lambda *given: asked.append(given) or judged(*given))
    text = "12. Memorandum\n\n" + "Mr. Roe told Mr. Marsh.\n\n" * 9
    assert len(explain(text, "Roe")) == 9
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("t:courtesy+", "a courtesy title such as Mr. stands before the name"),
        ("m:t:secretary", "the title “secretary” stands before the name"),
        ("m:>told", "“told” follows the name"),
        ("m:<(minister", "“minister” stands before the name"),
        ("m:note!:2", "the name stands in the note of source"),
        ("only:item:to:2", "the name stands only in a list of the type “to”"),
        ("once:4-9", "a title, known forename or office stands by the name"),
        ("bare:1", "no title, known forename or office stands by the name anywhere"),
        ("given:full1", "a whole word that may be a forename stands in the name"),
        ("w:roe", "“Roe” as a surname in general"),
    ],
)
def test_features_are_told_in_plain_words(feature: str, words: str) -> None:
    assert in_words(feature, NAMES) == words


def test_every_feature_that_was_learned_has_words() -> None:
    from teiconv.authority import weigh
    from teiconv.names.people import classifier, name_classifier

    for table, learned in ((NAMES, classifier), (NAMES, name_classifier), (AUTHORITY, weigh)):
        unworded = [feature for feature in learned.weights() if in_words(feature, table).startswith("the feature")]
        assert unworded == []


# An authority


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Options:
    folder = tmp_path_factory.mktemp("authority")
    file = folder / "people.auth"
    file.write_bytes(build(write_sources(folder)).data)
    return Options(authority=Finder(file))


MEMO = """Memorandum of Conversation

Washington, May 5, 1971.

Mrs. Marlow, Assistant to the President, saw our Ambassador to Peru. Mr. Quill came, too.
"""


def test_a_candidate_of_an_authority_has_a_probability_and_what_is_known(authority: Options) -> None:
    explanation = said("Marlow", authority, text=MEMO)
    (statement,) = explanation.statements
    best = statement.candidates[0]
    assert statement.is_probability
    assert 0 < best.weight <= 1
    assert best.name == "Marlow, Edith B."
    assert best.about == "Assistant to the President"
    assert "VIAF 99" in best.identifiers
    assert best.signs
    assert "%" in told(explanation)


def test_a_person_whom_the_authority_does_not_know_is_told_by_the_document(authority: Options) -> None:
    statement = said("Quill", authority, text=MEMO).statements[0]
    assert statement.why.startswith("the authority has nobody of this name")
    assert statement.signs


def test_an_office_is_told_with_who_held_it(authority: Options) -> None:
    (office,) = said("our Ambassador to Peru", authority, text=MEMO).statements
    assert office.element == "rs"
    assert [one.name for one in office.candidates] == ["Tarn, Oswald Peter"]
    assert office.why.startswith("the authority knows who held this office")
    assert office.candidates[0].dates.startswith("held this office from 1969-08-29 until 1974-04-04")


def test_of_two_who_may_have_held_an_office_each_has_the_term(tmp_path: Path) -> None:
    for number, remark in enumerate(("Secretary of Defense until March 1971", "Secretary of Defense from March 1971")):
        text = person(number, f"Roe, {'AB'[number]}.", remark, volumes=[f"frus1969-76v90#p_{number}"])
        (tmp_path / f"{number}.xml").write_text(text, encoding="utf-8")
    (tmp_path / "held.auth").write_bytes(build([tmp_path]).data)
    text = MEMO.replace("May 5", "March 9").replace("our Ambassador to Peru", "the Secretary of Defense")
    shown = told(said("the Secretary of Defense", Options(authority=Finder(tmp_path / "held.auth")), text=text))
    assert "held this office from 1969 until 1971-03" in shown
    assert "held this office from 1971-03 until 1976" in shown
    assert "nothing speaks for this one" not in shown


# Everything else


@pytest.mark.parametrize(
    ("words", "element", "step"),
    [
        ("2 lines", "gap", "notations"),
        ("Document 11", "ref", "references"),
        ("May 5, 1971", "date", "openers"),
        ("Washington", "dateline", "openers"),
        ("11.2", "note", "notes"),
        ("Memorandum From", "head", "title"),
    ],
)
def test_anything_else_is_told_with_the_pass_that_found_it(words: str, element: str, step: str) -> None:
    explainer = Explainer(TEXT, with_list())
    (explanation,) = explainer.with_steps(explainer.of(words)[:1])
    statement = next(one for one in explanation.statements if one.element == element)
    assert statement.steps is not None
    assert statement.steps[0].name == step
    assert statement.steps[0].rule


def test_the_value_of_a_date_and_of_a_gap_is_told() -> None:
    assert "is a date (1971-05-05)" in told(said("May 5, 1971", with_list()))
    assert "is a gap (2 lines, not-declassified)" in told(said("2 lines", with_list()))


def test_words_of_a_note_are_told_as_such() -> None:
    assert "(note 1)" in told(said("Box 12", with_list()))


def test_a_text_of_several_documents_is_explained_throughout() -> None:
    both = TEXT + "\n" + TEXT.replace("12. Mem", "13. Mem").replace("Washington", "Strelsau")
    assert "“Strelsau” is a place." in told(said("Strelsau", with_list(), text=both))
    assert len(explain(both, "Jane Roe", with_list())) == 2


# Decisions


def decisions(text: str) -> Options:
    return with_list(decisions=load_decisions([("d.toml", text.encode())]))


def test_a_decision_is_told_first_with_who_when_why_and_where() -> None:
    options = decisions(
        '\n[[person]]\nwords = "Roe did"\nis = "nothing"\n'
        '[[person]]\nwords = "Smyth"\nis = "p_SC1"\nwho = "Ada Editor"\nat = 2026-11-29T10:00:00Z\nwhy = "his hand"\n'
    )
    shown = told(said("Smyth", options))
    assert "Decided by Ada Editor on 2026-11-29 10:00 (d.toml:5): person, is = p_SC1. Because: his hand." in shown


def test_what_the_machine_would_say_but_for_a_decision_is_told() -> None:
    options = decisions('[[person]]\nwords = "Jane Roe"\nis = "nothing"\n')
    shown = told(said("Jane Roe", options))
    assert "“Jane Roe” is not taken for a person." in shown
    assert "Without the decision: only this person of the list has the name." in shown


def test_a_row_of_the_older_table_counts_mentions_by_the_same_words() -> None:
    table = b"document,mention,occurrence,person\nd12,Roe,3,p_RWP1\n"  # "Jane Roe" is another mention
    options = with_list(decisions=load_decisions([("links.csv", table)]))
    decided = [one.after.strip()[:3] for one in explain(TEXT, "Roe", options) if one.statements[0].decisions]
    assert decided == ["did"]
    assert "Decided by an editor (links.csv:2): person, is = p_RWP1." in told(said("Roe did", options))


def test_a_date_that_only_an_editor_saw_was_found_by_no_pass() -> None:
    explainer = Explainer(TEXT, decisions('[[date]]\nwords = "April 3"\nwhen = "1971-04-03"\n'))
    (explanation,) = explainer.with_steps(explainer.of("April 3"))
    (statement,) = explanation.statements
    assert (statement.element, statement.steps) == ("date", ())
    assert statement.decisions[0].get("when") == "1971-04-03"


# The command


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "memo.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "persons.txt").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_the_command_tells_all_places(desk: Path) -> None:
    result = run("memo.txt", "Roe", "--persons", "persons.txt")
    assert result.exit_code == 0
    assert result.output.count("memo.txt:") == 4
    assert "+2.0  the title agrees with the list: “secretary”" in result.output


def test_programs_get_json_with_all_signs(desk: Path) -> None:
    found = json.loads(run("memo.txt", "Marsh", "--json").stdout)
    assert (found[0]["file"], found[0]["line"], found[0]["statements"][0]["element"]) == ("memo.txt", 5, "persName")
    assert found[0]["statements"][0]["signs"][0].keys() == {"words", "weight", "is_everywhere"}


def test_words_that_stand_nowhere_end_with_a_message(desk: Path) -> None:
    result = run("memo.txt", "Hentzau")
    assert result.exit_code == 1
    assert "memo.txt: the text does not have the words “Hentzau”" in result.output


def test_no_words_stand_nowhere(desk: Path) -> None:
    assert run("memo.txt", " ").exit_code == 1


def test_the_command_reads_the_settings_as_convert_does(tmp_path):
    (tmp_path / "memo.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "people.txt").write_text(LIST, encoding="utf-8")
    said = CliRunner().invoke(
        main, ["explain", str(tmp_path / "memo.txt"), "Jane Roe", "--persons", str(tmp_path / "people.txt")]
    )
    (tmp_path / "teiconv.toml").write_text('persons = ["people.txt"]\n', encoding="utf-8")
    assert CliRunner().invoke(main, ["explain", str(tmp_path / "memo.txt"), "Jane Roe"]).output == said.output
    assert "Roe, Jane" in said.output
