"""References that the text leaves to be inferred: to parts, to what was named last; and how sure they are."""

import pytest

from teiconv.conventions.frus.linking import link_references
from teiconv.conventions.frus.references import Context, find_references, scan
from teiconv.model import element

HERE = Context(document="d40", notes=frozenset({"d40fn1"}), year=1971)
BY_PAGE = HERE._replace(year=1949, by_page=True)


def shown(text: str, context: Context = HERE) -> list[tuple[str, str | None, str | None]]:
    """Return each reference in ``text``: its words, its target and its degree."""
    spans = find_references(text, context)
    return [(text[one.start : one.end], one.element.get("target"), one.element.get("cert")) for one in spans]


class TestParts:
    """A part named alone is one of the volume at hand, which the years or the subject of the document tell."""

    def test_a_document_of_the_other_part(self) -> None:
        context = HERE._replace(year=1956)
        expected = [("Part 2, Document 8", "frus1955-57v23p2#d8", None)]
        assert shown("See Part 2, Document 8.", context) == expected

    def test_a_page_of_the_other_part(self) -> None:
        assert shown("See Part 1, pp. 59 ff.", BY_PAGE) == [("pp. 59", "frus1949v07p1#pg_59", None)]

    def test_a_page_in_the_other_part_of_this_volume(self) -> None:
        text = "See memorandum of May 9 in Part 1 of this volume, p. 59."
        assert shown(text, BY_PAGE) == [("p. 59", "frus1949v07p1#pg_59", None)]

    def test_of_several_volumes_in_parts_none_is_guessed(self) -> None:
        assert not shown("See Part 2, Document 8.", HERE._replace(year=1959))

    def test_a_part_of_the_work_cited_is_none_of_ours(self) -> None:
        assert not shown("ibid., Part 2, Document 8.", HERE._replace(year=1956))

    @pytest.mark.parametrize(
        ("subject", "volume"),
        [("The French spoke in Paris of NATO.", "v07"), ("The Poles spoke in Warsaw of Cyprus.", "v10")],
    )
    def test_the_subject_of_the_document_tells_the_volume(self, subject: str, volume: str) -> None:
        body = element("div", element("p", subject), element("p", "See Part 2, Document 8."))
        reference = link_references(body, HERE._replace(year=1959)).find("ref")
        assert reference is not None
        assert reference.text == "Part 2, Document 8"
        assert (reference.get("target"), reference.get("cert")) == (f"frus1958-60{volume}p2#d8", "low")

    def test_a_subject_that_both_volumes_have_tells_none(self) -> None:
        body = element("div", element("p", "The French spoke in Warsaw."), element("p", "See Part 2, Document 8."))
        assert link_references(body, HERE._replace(year=1959)) == body

    def test_the_first_part_is_left_alone_there(self) -> None:
        assert not shown("See Part 1, Document 8.", HERE._replace(year=1959, in_parts=7))


class TestPartsOfVolumesCitedWithoutThem:
    def test_a_page_tells_the_second_part(self) -> None:
        title = "Foreign Relations, 1952–1954, vol. V"
        assert shown(f"{title}, pp. 1302–1310.") == [(title, "frus1952-54v05p2", None)]

    @pytest.mark.parametrize("place", [".", ", p. 12."])
    def test_else_the_first_is_assumed(self, place: str) -> None:
        title = "Foreign Relations, 1952–1954, vol. V"
        assert shown(title + place) == [(title, "frus1952-54v05p1", "low")]


class TestNotesOfDocuments:
    def test_before_1961_a_document_and_its_note_are_two_references(self) -> None:
        expected = [("Document 12", "#d12", None), ("footnote 3", "#d12fn3", "low")]
        assert shown("See Document 12 and footnote 3 thereto.", HERE._replace(year=1957)) == expected

    def test_since_1961_they_are_one(self) -> None:
        expected = [("Document 12 and footnote 3", "#d12fn3", "medium")]
        assert shown("See Document 12 and footnote 3 thereto.") == expected

    def test_of_several_notes_the_document_that_follows_is_not_certain(self) -> None:
        expected = [("footnotes 2", "#d12fn2", "low"), ("4, Document 12", "#d12fn4", "low")]
        assert shown("See footnotes 2 and 4, Document 12.") == expected

    def test_the_comma_before_the_document_may_be_missing(self) -> None:
        assert shown("See footnote 3 Document 12.") == [("footnote 3 Document 12", "#d12fn3", None)]

    def test_a_note_in_a_work_that_is_not_known(self) -> None:
        assert shown("See ibid., footnote 3, Document 12.") == [("footnote 3, Document 12", "#d12fn3", "low")]

    def test_a_number_that_ends_no_range(self) -> None:
        assert [target for _, target, _ in shown("See Documents 59–3.")] == ["#d59", "#d3"]

    def test_a_note_of_the_document_named_last(self) -> None:
        _, after = scan("It is printed as Document 12.", HERE)
        assert shown("Regarding the reply, see footnote 3 thereto.", after) == [("footnote 3", "#d12fn3", "low")]


def test_a_document_of_the_work_named_last() -> None:
    _, after = scan("See Foreign Relations, 1961–1963, vol. V, Document 3.", HERE)
    assert shown("See ibid., Document 8.", after) == [("Document 8", "frus1961-63v05#d8", "low")]


def test_a_page_of_the_work_named_last() -> None:
    _, after = scan("See Foreign Relations, 1946, vol. VI, p. 3.", BY_PAGE)
    assert shown("See ibid., p. 8.", after) == [("ibid., p. 8", "frus1946v06#pg_8", "medium")]


@pytest.mark.parametrize(
    ("text", "words"),
    [("see volume IX.", "volume IX"), ("It is in volume IX.", "volume IX"), ("It is printed in volume IX.", None)],
)
def test_a_volume_of_the_same_years_alone(text: str, words: str | None) -> None:
    assert [found for found, _, _ in shown(text)] == ([words] if words else [])


def test_volumes_that_were_not_out_yet_are_cited_as_a_whole() -> None:
    assert not shown("It is scheduled for publication in Foreign Relations, 1969–1976, volume XXXI.")
    assert shown("See Foreign Relations, 1969–1976, volume XXXI, Document 5.")


@pytest.mark.parametrize("title", ["Mr. Roe", "Dr. Roe", "Gen. Roe"])
def test_the_title_of_a_person_ends_no_clause(title: str) -> None:
    (page,) = shown(f"See the memorandum of May 9 by {title}, p. 59.", BY_PAGE)
    assert page == ("p. 59", "#pg_59", None)


class TestDocumentsBeforeAndAfter:
    """Volumes of 1952–1954 cite the document before or after by its place alone; the others do not link these."""

    YEARS = HERE._replace(year=1953)

    @pytest.mark.parametrize(
        ("text", "words", "target"),
        [
            ("Supra.", "Supra", "#d39"),
            ("Reference is to telegram 58, supra.", "supra", "#d39"),
            ("See infra.", "infra", "#d41"),
            ("See footnote 2, supra.", "footnote 2, supra", "#d39fn2"),
        ],
    )
    def test_the_place_alone_is_a_reference(self, text: str, words: str, target: str) -> None:
        assert shown(text, self.YEARS) == [(words, target, "medium")]

    def test_in_other_years_it_is_none(self) -> None:
        assert not shown("Reference is to telegram 58, supra.", HERE._replace(year=1956))
        assert shown("See footnote 2, supra.", HERE._replace(year=1956)) == [("footnote 2", "#d39fn2", "medium")]


def test_pages_of_papers_of_the_volume_that_is_cited() -> None:
    text = (
        "See Foreign Relations, 1948, volume VI, especially telegram 417, June 2, p. 14; and telegram 9, July 1, p. 27."
    )
    found = [target for _, target, _ in shown(text, BY_PAGE)]
    assert found == ["frus1948v06", "frus1948v06#pg_14", "frus1948v06#pg_27"]


def test_a_work_that_is_quoted() -> None:
    assert not shown("(Quotation from Roe, Advisors in the Field, p. 57.)", BY_PAGE)
