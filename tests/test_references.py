"""References in running text: where they begin and end, and what they point to."""

import re
from pathlib import Path

import pytest
from growth import grows_in_proportion
from hypothesis import given
from hypothesis import strategies as st

from teiconv.conventions.frus.linking import link_references
from teiconv.conventions.frus.references import Context, find_references, scan
from teiconv.conventions.frus.volumes import read_title, volume_of_year
from teiconv.evaluation.compare import Score
from teiconv.evaluation.elements import read_tree
from teiconv.model import OBJECT, Element, annotate, descendants, element, flatten

SHARED = Path(__file__).parents[1].parent / "shared"

NOTES = frozenset(f"d40fn{number}" for number in range(1, 10))
HERE = Context(document="d40", notes=NOTES, year=1971)
BY_PAGE = Context(document="d40", notes=NOTES, year=1947, by_page=True)


def marked(text: str, context: Context = HERE) -> str:
    """Show references in their text: ``[Document 12|#d12]``."""
    out, position = [], 0
    for span in find_references(text, context):
        out += [text[position : span.start], "[", text[span.start : span.end], "|", span.element.get("target"), "]"]
        position = span.end
    return "".join([*map(str, out), text[position:]])


def the_reference(text: str, context: Context = HERE) -> tuple[str, str | None]:
    (span,) = find_references(text, context)
    return text[span.start : span.end], span.element.get("target")


class TestDocuments:
    def test_one_document(self) -> None:
        assert marked("The reply is Document 12.") == "The reply is [Document 12|#d12]."

    def test_each_of_several_documents_has_its_own_reference(self) -> None:
        assert marked("See Documents 13, 21, and 22.") == "See [Documents 13|#d13], [21|#d21], and [22|#d22]."

    def test_range_points_to_both_ends(self) -> None:
        assert marked("Documents 83–85 and 87-89") == "[Documents 83|#d83]–[85|#d85] and [87|#d87]-[89|#d89]"

    def test_shortened_end_of_a_range_is_completed(self) -> None:
        assert marked("Documents 124–26") == "[Documents 124|#d124]–[26|#d126]"

    def test_comma_after_a_single_document_begins_something_else(self) -> None:
        assert marked("See Document 12, 40 pages long") == "See [Document 12|#d12], 40 pages long"

    @pytest.mark.parametrize(
        "text", ["House Document 12", "UN Document 12", "Document S/995", "Document No. 4", "Documents 1969"]
    )
    def test_documents_of_others_are_left_alone(self, text: str) -> None:
        assert marked(text) == text

    @pytest.mark.parametrize(
        "text",
        [
            "See Harrow, Document 45.",
            "The text is printed in Harrow and Penrose, eds., Documents 3 and 4.",
            "See also Harrow, Storms of the Coast, Document 45.",
            "(Penrose, Document 45)",
        ],
    )
    def test_documents_of_other_works_are_left_alone(self, text: str) -> None:
        assert marked(text) == text

    @pytest.mark.parametrize(
        "text",
        [
            "See Tab A, Document 45.",
            "See Editorial Note, Document 45.",
            "telegram 236 from Lima, Document 45",
            "They met in Lima, Document 45.",
        ],
    )
    def test_what_stands_before_a_document_may_be_a_paper(self, text: str) -> None:
        assert "[Document 45|#d45]" in marked(text)

    def test_number_glued_to_its_word(self) -> None:
        assert marked("Not printed. Document12.") == "Not printed. [Document12|#d12]."

    def test_page_break_within_a_reference(self) -> None:
        assert the_reference(f"see Document{OBJECT} 12") == (f"Document{OBJECT} 12", "#d12")


class TestFootnotes:
    def test_footnote_of_a_document(self) -> None:
        assert marked("see footnote 3, Document 12.") == "see [footnote 3, Document 12|#d12fn3]."

    def test_footnote_to_a_document(self) -> None:
        assert the_reference("footnote 3 to Document 12") == ("footnote 3 to Document 12", "#d12fn3")

    def test_several_footnotes_of_a_document(self) -> None:
        expected = "[footnotes 2|#d12fn2] and [3, Document 12|#d12fn3]"
        assert marked("footnotes 2 and 3, Document 12") == expected

    @pytest.mark.parametrize("text", ["Document 12 and footnote 3 thereto", "Document 12, footnote 3"])
    def test_document_and_its_footnote_are_one_reference(self, text: str) -> None:
        assert the_reference(text) == (text.removesuffix(" thereto"), "#d12fn3")

    def test_document_and_the_footnote_of_another(self) -> None:
        expected = "[Document 12|#d12] and [footnote 3, Document 15|#d15fn3]"
        assert marked("Document 12 and footnote 3, Document 15") == expected

    @pytest.mark.parametrize("where", [" above", " below", ", above", ""])
    def test_where_a_note_stands_is_no_part_of_the_reference(self, where: str) -> None:
        assert the_reference(f"see footnote 2{where}.") == ("footnote 2", "#d40fn2")

    @pytest.mark.parametrize("text", ["footnote 3, Document. 12", "footnote 3. Document 12"])
    def test_misprints_between_footnote_and_document(self, text: str) -> None:
        assert marked(f"See {text}.") == f"See [{text}|#d12fn3]."

    @pytest.mark.parametrize("text", ["p. 359 and footnote 1", "p. 359, footnote 1", "Part 1, Document 9, footnote 1"])
    def test_footnote_of_what_is_not_linked_is_not_one_of_this_document(self, text: str) -> None:
        assert marked(f"telegram 323, April 3, {text}.") == f"telegram 323, April 3, {text}."

    def test_supra_is_the_document_before(self) -> None:
        assert the_reference("See footnote 3, supra.") == ("footnote 3", "#d39fn3")
        assert the_reference("telegram 58, supra and footnote 2 thereto") == ("footnote 2", "#d39fn2")

    def test_supra_of_the_first_document_is_nothing(self) -> None:
        assert find_references("See footnote 3, supra.", Context(document="d1")) == []

    def test_note_that_the_document_does_not_have(self) -> None:
        assert find_references("see footnote 12 above", HERE) == []

    def test_footnote_on_a_page_is_not_a_note_of_this_document(self) -> None:
        assert find_references("see footnote 2, p. 154", HERE) == []

    def test_footnote_of_the_document_cited_last(self) -> None:
        text = "telegram 85 (Document 12), and telegram 86 (see footnote 3, ibid.)"
        assert marked(text).endswith("(see [footnote 3|#d12fn3], ibid.)")
        assert (
            marked("are summarized in footnotes 2 and 3, ibid.", HERE) == "are summarized in footnotes 2 and 3, ibid."
        )

    def test_footnote_on_a_page_of_the_work_cited_last(self) -> None:
        text = "Document 12; see footnote 3, ibid., p. 993"
        assert marked(text) == "[Document 12|#d12]; see footnote 3, ibid., p. 993"

    def test_footnote_without_a_document_to_have_it(self) -> None:
        assert find_references("see footnote 2 above", Context()) == []

    def test_bracketed_remark_on_a_footnote(self) -> None:
        assert find_references("[Footnote in the source text.]", HERE) == []

    def test_ibid_after_a_note_is_the_document_of_the_note_before(self) -> None:
        _, after = scan("See footnote 5, Document 136.", HERE)
        (span,) = find_references("See footnote 4, ibid.", after)
        assert (span.element.get("target"), span.element.get("cert")) == ("#d136fn4", "low")

    def test_capitals_of_supra(self) -> None:
        assert the_reference("See footnote 4, Supra.") == ("footnote 4", "#d39fn4")

    def test_notes_that_begin_with_0(self) -> None:
        zero = HERE._replace(notes=frozenset({"d40fn0", "d40fn1"}))
        assert the_reference("see footnote 1 above", zero) == ("footnote 1", "#d40fn1")
        assert find_references("see footnote 2 above", zero) == []


class TestNeighbours:
    def test_editorial_note_before_or_after(self) -> None:
        assert the_reference("See the editorial note, supra.") == ("editorial note, supra", "#d39")
        assert the_reference("See the editorial note, infra.") == ("editorial note, infra", "#d41")

    @pytest.mark.parametrize("text", ["a supra-national body", "See the memorandum, supra.", "infrastructure"])
    def test_supra_alone_is_no_reference(self, text: str) -> None:
        assert marked(text) == text


class TestOtherVolumes:
    def test_and_what_follows_is_no_part_of_the_reference(self) -> None:
        assert marked("see Documents 9 ff.") == "see [Documents 9|#d9] ff."
        assert marked("see Documents 17ff.") == "see [Documents 17|#d17]ff."

    @pytest.mark.parametrize("text", ["Part 2, Document 315", "XV, Documents 248–256"])
    def test_documents_of_another_volume_that_is_not_told(self, text: str) -> None:
        assert marked(f"See {text}.") == f"See {text}."

    def test_document_of_a_volume_where_the_year_is_not_known(self) -> None:
        undated = HERE._replace(year=None)
        assert find_references("are printed in volume VII, Part 2, Documents 131 and 135.", undated) == []

    def test_part_of_a_document(self) -> None:
        assert marked("Part III of Document 237") == "Part III of [Document 237|#d237]"

    @pytest.mark.parametrize("text", ["see volume IX.", "is in volume IX;", "(see vol. IX)"])
    def test_volume_alone(self, text: str) -> None:
        (span,) = find_references(text, HERE)
        assert (span.element.get("target"), span.element.get("cert")) == ("frus1969-76v09", "medium")

    @pytest.mark.parametrize(
        "text",
        [
            "is scheduled for publication in volume IX.",
            "Country Files, Laos, Vol. IX.",
            "see Current Documents, vol. IX.",
        ],
    )
    def test_volume_alone_that_is_none_of_the_series_or_not_yet(self, text: str) -> None:
        assert find_references(text, HERE) == []

    def test_several_volumes(self) -> None:
        expected = "[Foreign Relations, 1955–1957, volumes XVI|frus1955-57v16] and [XVII|frus1955-57v17]"
        assert marked("Foreign Relations, 1955–1957, volumes XVI and XVII.") == f"{expected}."

    def test_volume_without_a_stop(self) -> None:
        assert the_reference("See vol VIII, Document 488.") == ("Document 488", "frus1969-76v08#d488")

    @pytest.mark.parametrize(
        ("text", "target"),
        [
            ("Foreign Relations, 1969–1976, vol. VI, Document 32", "frus1969-76v06#d32"),
            ("Foreign Relations, 1958-1960, volume IX, Document 7", "frus1958-60v09#d7"),
            ("Foreign Relations, 1969–1976, vol. E–5, Part 1, Document 3", "frus1969-76ve05p1#d3"),
            *(
                (f"Foreign Relations, 1969–1976, vol. E{blank}–{blank}7, Document 3", "frus1969-76ve07#d3")
                for blank in (" ", "\t", "\u00a0", "\u2009")
            ),
            ("Foreign Relations, 1952–1954, vol. XIV, Part 1", "frus1952-54v14p1"),
            ("Foreign Relations, 1961–1963, vol. XXIII, Document 479, footnote 1", "frus1961-63v23#d479fn1"),
            ("Foreign Relations, 1952-1954, vol. IV, pp. 1061-1071 (Document 15)", "frus1952-54v04#d15"),
            (
                "Foreign Relations, 1969–1976, vol. XXX, Greece; Cyprus; Turkey, 1973–1976, Document 63",
                "frus1969-76v30#d63",
            ),
            (
                "Foreign Relations, 1969–1976, volume I, Foundations of Foreign Policy, 1969–1972, Document 39",
                "frus1969-76v01#d39",
            ),
            ("Document 253, Foreign Relations, 1969-1976, volume XVII", "frus1969-76v17#d253"),
        ],
    )
    def test_title_and_place_are_one_reference(self, text: str, target: str) -> None:
        assert the_reference(f"For text, see {text}.") == (text, target)

    def test_further_documents_are_of_the_same_volume(self) -> None:
        expected = (
            "[Foreign Relations, 1964–1968, vol. XIII, Documents 11|frus1964-68v13#d11], [107|frus1964-68v13#d107]"
        )
        assert marked("Foreign Relations, 1964–1968, vol. XIII, Documents 11, 107") == expected

    def test_pages_of_a_volume_that_has_numbered_documents(self) -> None:
        expected = "[Foreign Relations, 1961-1963, volume X|frus1961-63v10], pages 36-40"
        assert marked("Foreign Relations, 1961-1963, volume X, pages 36-40") == expected

    def test_topic_without_a_document(self) -> None:
        text = "Foreign Relations, 1977–1980, vol. XXV, United Nations; Law of the Sea"
        assert the_reference(f"{text}.") == (text, "frus1977-80v25")

    def test_topic_belongs_to_the_title_only_after_an_abbreviated_volume(self) -> None:
        text = "Foreign Relations, 1977–1980, volume XXV, United Nations"
        assert the_reference(f"{text}.") == (text.removesuffix(", United Nations"), "frus1977-80v25")

    @pytest.mark.parametrize(
        "text",
        [
            "the Senate Foreign Relations Committee met on May 3",
            "Documents on American Foreign Relations, 1968–1969, pp. 249–252",
            "Foreign Relations, 1961-1963, pp. 234-237",
        ],
    )
    def test_no_volume(self, text: str) -> None:
        assert marked(text) == text

    def test_volume_without_years_is_of_the_same_subseries(self) -> None:
        context = Context(document="d40", year=1955)
        assert the_reference("see vol. II, Document 319", context) == ("Document 319", "frus1955-57v02#d319")
        assert find_references("see vol. II, Document 319", context)[0].element.get("cert") == "low"


class TestSameWork:
    def test_ibid_is_the_volume_cited_last(self) -> None:
        text = "Foreign Relations, 1961–1963, vol. VI, Document 65. See also ibid., Document 66."
        assert marked(text).endswith("See also ibid., [Document 66|frus1961-63v06#d66].")

    def test_ibid_of_a_later_block(self) -> None:
        _, context = scan("Foreign Relations, 1961–1963, vol. VI, Document 65.", HERE)
        assert the_reference("Ibid., Document 66.", context) == ("Document 66", "frus1961-63v06#d66")

    def test_another_volume_of_the_same_years(self) -> None:
        context = Context(document="d40", cited="frus1964-68v13")
        assert the_reference("is ibid., vol. VIII, Document 19", context) == ("Document 19", "frus1964-68v08#d19")

    def test_ibid_after_a_publication(self) -> None:
        _, context = scan("See Department of State Bulletin, June 13, 1948, p. 780.", Context(cited="frus1947v05"))
        assert context.cited is None

    def test_ibid_of_an_archive_is_no_reference(self) -> None:
        assert find_references("(Ibid., Box 7, Folder 1)", Context(cited="frus1952-54v04")) == []


class TestVolumesCitedByPage:
    def test_page_of_this_volume(self) -> None:
        assert marked("Not printed, but see footnote 1, p. 154.", BY_PAGE).endswith("[p. 154|#pg_154].")
        assert marked("See post, page 244.", BY_PAGE) == "See post, [page 244|#pg_244]."
        assert marked("telegram 236, April 17, to India, p. 334.", BY_PAGE).endswith("to India, [p. 334|#pg_334].")

    def test_pages_each(self) -> None:
        assert marked("see pp. 69 and 70", BY_PAGE) == "see [pp. 69|#pg_69] and [70|#pg_70]"
        assert marked("see p. 12 and p. 25", BY_PAGE) == "see [p. 12|#pg_12] and [p. 25|#pg_25]"

    def test_pages_of_a_publication(self) -> None:
        text = "See Department of State Bulletin, June 13, 1948, p. 780."
        assert marked(text, BY_PAGE) == text

    def test_pages_in_a_volume_cited_by_document(self) -> None:
        assert find_references("see footnote 1, p. 154", HERE) == []

    def test_page_of_another_volume(self) -> None:
        text = "Foreign Relations, 1946, vol. vii, p. 739"
        assert the_reference(f"see {text}.", BY_PAGE) == (text, "frus1946v07#pg_739")

    def test_page_of_another_volume_of_the_year(self) -> None:
        assert the_reference("see volume III, page 933,", BY_PAGE) == ("volume III, page 933", "frus1947v03#pg_933")

    def test_ibid_with_a_page(self) -> None:
        context = Context(document="d40", year=1947, by_page=True, cited="frus1946v07")
        assert the_reference("see ibid., p. 40", context) == ("ibid., p. 40", "frus1946v07#pg_40")
        assert the_reference("see ibid., 1944, vol. v, p. 6", context)[1] == "frus1944v05#pg_6"


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("Foreign Relations, 1947, vol. v", "frus1947v05"),
        ("Foreign Relations of the United States, 1969–1976, Volume XL", "frus1969-76v40"),
        ("FRUS, 1955–57, vol. XXIV", "frus1955-57v24"),
        ("Foreign Relations, 1969-1972, volume XVII", "frus1969-76v17"),
        ("Foreign Relations, 1981–1988, vol. VI", "frus1981-88v06"),
        ("Foreign Relations, 1948, vol. I", "frus1948v01p1"),
        ("Foreign Relations, 1895, part I", "frus1895p1"),
        ("Foreign Relations, 1914", "frus1914"),
        ("Foreign Relations, 1914, Supplement", "frus1914Supp"),
        ("Foreign Relations, 1917, Supplement 2, vol. I", "frus1917Supp02v01"),
        ("Foreign Relations, 1918, Russia, vol. II", "frus1918Russiav02"),
        ("Foreign Relations, Japan, 1931–1941, vol. II", "frus1931-41v02"),
        ("Foreign Relations, The Soviet Union, 1933–1939", "frus1933-39"),
        ("Foreign Relations, Paris Peace Conference, 1919, vol. III", "frus1919Parisv03"),
        ("Foreign Relations, The Conferences at Cairo and Tehran, 1943", "frus1943CairoTehran"),
        ("Foreign Relations, 1945, The Conferences at Malta and Yalta", "frus1945Malta"),
        ("Foreign Relations, The Conference of Berlin (The Potsdam Conference), 1945, vol. II", "frus1945Berlinv02"),
        ("Foreign Relations, 1952–1954, Guatemala", "frus1952-54Guat"),
    ],
)
def test_identifier_of_a_volume(title: str, identifier: str) -> None:
    volume = read_title(title + ", and more", 0)
    assert volume is not None
    assert (volume.identifier, volume.end) == (identifier, len(title))


def test_volume_of_a_year() -> None:
    assert volume_of_year(1956, "II") == "frus1955-57v02"
    assert volume_of_year(1948, "v", "2") == "frus1948v05p2"


PIECES = st.sampled_from(
    [
        "see ",
        "footnote 2",
        "footnotes 3 and 4",
        ", ",
        "Document 12",
        "Documents 5–8",
        " and ",
        "ibid., ",
        "supra",
        "above",
        "thereto",
        "p. 45",
        "pp. 45–47",
        "vol. II",
        "Foreign Relations, 1947",
        "Foreign Relations, 1969–1976, vol. E–5, Part 1",
        "Part 2",
        "telegram ",
        "Bulletin",
        OBJECT,
        " ",
        ".",
        ";",
        "(",
        "12",
        "1947",
        "–",
        "Greece; Cyprus",
        "vol. XIII",
    ]
)


class TestWhoSpeaks:
    """In volumes cited by page, the pages that a paper names are those of other papers."""

    def test_pages_in_a_paper(self) -> None:
        paper = BY_PAGE._replace(by_editors=False)
        assert find_references("On page 7 of the Department’s letter it is stated that it is so.", paper) == []
        assert (
            marked("[See telegram 236, April 17, p. 334.]", paper) == "[See telegram 236, April 17, [p. 334|#pg_334].]"
        )

    def test_pages_of_papers_of_others(self) -> None:
        assert find_references("See UN document A/936/Add.1, p. 39.", BY_PAGE) == []
        assert find_references("Ibid., January 16, 1949, p. 81.", BY_PAGE) == []

    def test_paper_with_a_number_only(self) -> None:
        assert the_reference("paragraph 3 of NSC 8/2, p. 978.", BY_PAGE) == ("p. 978", "#pg_978")


def test_an_undated_document_is_of_the_subseries_that_its_years_belong_to() -> None:
    text = "On May 2, 1959, and in June 1960, they met; see volume VII, Part 2, Document 131. In 1947 they had not."
    body = link_references(element("div", element("p", text)), Context(document="d10"))
    assert [node.get("target") for node in descendants(body) if node.name == "ref"] == ["frus1958-60v07p2#d131"]


CONTEXTS = st.builds(
    Context,
    document=st.sampled_from(["", "d1", "d40"]),
    notes=st.none() | st.just(NOTES),
    year=st.none() | st.integers(1861, 1990),
    by_page=st.booleans(),
    cited=st.none() | st.just("frus1946v07"),
)


@given(st.lists(PIECES, max_size=20).map("".join), CONTEXTS)
def test_references_are_in_order_apart_and_point_somewhere(text: str, context: Context) -> None:
    position = 0
    for span in find_references(text, context):
        assert position <= span.start < span.end <= len(text)
        assert "#" in (span.element.get("target") or "") or (span.element.get("target") or "").startswith("frus")
        position = span.end


@given(st.lists(PIECES, max_size=20).map("".join), CONTEXTS)
def test_annotation_keeps_the_text(text: str, context: Context) -> None:
    assert flatten(annotate((text,), find_references(text, context))) == text


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    find_references(f"see {text} Document 3{text}, vol. {text}", HERE)


@pytest.mark.parametrize(
    "piece", ["pp. 3–", "Documents 1, 2–3, ", "Foreign Relations, 1947, vol. v, A, ", "ibid., ", "p. 3 "]
)
def test_steps_grow_with_the_text(piece: str) -> None:
    def read(size: int) -> None:
        text = piece * size
        assert flatten(annotate((text,), find_references(text, BY_PAGE))) == text

    assert grows_in_proportion(read, 1_000)


_BLOCKS = frozenset({"p", "head", "note", "item", "cell", "dateline", "signed", "salute", "label", "quote"})
_APART = _BLOCKS | {"list", "table", "row", "opener", "closer", "pb", "lb", "gap"}


def read_block(block: Element) -> tuple[str, list[tuple[int, int, str | None]]]:
    """Return the running text of a block without its inner blocks, and the references that its editors made."""
    text, found = "", []

    def read(node: Element) -> None:
        nonlocal text
        for child in node.content:
            if isinstance(child, str):
                text += re.sub(r"\s+", " ", child if text[-1:] != " " else child.lstrip())
            elif child.name in _APART:
                text += OBJECT
            else:
                start = len(text)
                read(child)
                if child.name == "ref" and text[start:].strip():
                    found.append((start, start + len(text[start:].rstrip()), child.get("target")))

    read(block)
    return text, found


def agreement(volume: str) -> tuple[Score, Score]:
    """Compare the references found in an official volume with its own: their words, and words and targets."""
    (file,) = SHARED.glob(f"*/official/{volume}.xml")
    tree = read_tree(file.read_bytes(), volume)
    spans = targets = Score()
    for div in (node for node in descendants(tree) if node.name == "div" and node.get("type") == "document"):
        blocks = [node for node in descendants(div) if node.name in _BLOCKS]
        blocks.sort(key=lambda node: node.name == "note")
        context = Context(div.get("xml:id") or "", None, int(volume[4:8]), by_page=int(volume[4:8]) < 1952)
        for text, gold in map(read_block, blocks):
            found, context = scan(text, context)
            given = [(span.start, span.end, span.element.get("target")) for span in found]
            same = {mark[:2] for mark in given} & {mark[:2] for mark in gold}
            spans += Score(len(same), len(gold), len(given))
            targets += Score(len(set(given) & set(gold)), len(gold), len(given))
    return spans, targets


@pytest.mark.corpus
@pytest.mark.skipif(not (SHARED / "corpus").exists(), reason="the reference corpus is not there")
@pytest.mark.parametrize(
    ("volume", "words", "target"),
    [
        ("frus1948v05p1", 0.93, 0.93),
        ("frus1955-57v03", 0.91, 0.79),
        ("frus1955-57v11", 0.96, 0.95),
        ("frus1955-57v23p2", 0.98, 0.97),
        ("frus1958-60v07p1", 0.89, 0.85),
        ("frus1977-80v21", 0.98, 0.98),
    ],
)
def test_references_are_those_that_editors_made(volume: str, words: float, target: float) -> None:
    """Of 44 volumes, frus1955-57v03 alone takes ``above`` and ``thereto`` into the reference; the others leave them."""
    spans, targets = agreement(volume)
    assert spans.f1 >= words
    assert targets.f1 >= target


class TestPapersOfVolumesCitedByPage:
    def test_a_paper_numbers_documents_of_its_own(self) -> None:
        assert not find_references("Herewith text Document 6.", BY_PAGE._replace(by_editors=False))

    def test_hours_end_no_clause(self) -> None:
        assert marked("See telegram 29, July 20, 10 a. m., p. 68.", BY_PAGE).endswith("10 a. m., [p. 68|#pg_68].")


class TestWorksOutsideTheVolume:
    def test_a_work_from_which_something_is_reprinted(self) -> None:
        assert not find_references("The entry is reprinted from Morrow, pp. 21–22: “He came.”", BY_PAGE)

    def test_a_supplement_cut_short(self) -> None:
        text = "Foreign Relations, 1915, supp., p. 60"
        assert the_reference(text, BY_PAGE) == (text, "frus1915Supp#pg_60")
