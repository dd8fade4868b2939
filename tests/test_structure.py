"""Rules of the structure, one at a time, on blocks that the samples of whole papers do not have."""

from __future__ import annotations

from teiconv.layout.lines import Placed, with_breaks
from teiconv.model import Element, descendants, element, plain
from teiconv.structure.blocks import read_blocks
from teiconv.structure.closers import find_closers
from teiconv.structure.divisions import divide
from teiconv.structure.draft import Draft, Habits
from teiconv.structure.enclosures import find_attachments
from teiconv.structure.openers import find_openers, is_opener_line, read_opener
from teiconv.structure.order import in_order
from teiconv.structure.tables import SEPARATOR, read_table
from teiconv.structure.tails import DATED, DONE, SIGNED, find_tail
from teiconv.structure.unmarked import split_unmarked

DONE_AT = "Done at Lima this 6th day of May 1909."


def paragraph(*lines: str, before: str = "\n\n") -> Placed:
    return Placed(before, Element("p", with_breaks([(line,) for line in lines])))


def test_the_mere_name_of_a_place_is_a_dateline_only_without_margin() -> None:
    lima = element("p", "Lima")
    assert read_opener(lima, has_margin=False) == (element("dateline", element("placeName", "Lima")),)
    assert read_opener(lima) is None


def test_a_line_below_a_dateline_goes_on_with_the_opener() -> None:
    title = Placed("", element("head", "Telegram"))
    blocks = [title, paragraph("Lima, May 5, 1971."), paragraph("Secret", before="\n"), paragraph("Horses left.")]
    names = [placed.block.name for placed in find_openers(blocks)]
    assert names == ["head", "dateline", "opener", "p"]


def test_a_line_of_an_opener_is_a_dateline_or_a_classification() -> None:
    assert is_opener_line("Lima, May 5, 1971.")
    assert is_opener_line("secret")
    assert not is_opener_line("Horses left.")


def test_an_opener_below_the_text_is_a_paragraph_with_a_break_where_a_line_began() -> None:
    opener = element("opener", element("dateline", "Lima"), element("salute", "Sir:"))
    (_, placed) = in_order([paragraph("Text."), Placed("\n\n", opener)])
    assert placed.block == element("p", "Lima", element("lb"), "Sir:")


def test_a_cell_that_a_line_end_has_cut_goes_on() -> None:
    rows = (("Animal", "Number", "Of whom"), ("Horses", "twelve of"), ("the army", "Roe"))
    table = read_table([SEPARATOR.join(row) for row in rows])
    assert table is not None
    cells = [node for node in descendants(table) if node.name == "cell"]
    assert element("cell", "twelve of", element("lb"), "the army") in cells


def test_a_list_apart_from_the_line_above_it_has_that_as_its_head() -> None:
    (placed,) = read_blocks("  • Animals:\n\n    • Horses\n    • Mules\n  • Carts", lambda line: None)
    inner = element("list", element("head", "Animals:"), element("item", "Horses"), element("item", "Mules"))
    assert placed.block == element("list", element("item", inner), element("item", "Carts"))


def test_the_end_of_a_treaty_begins_with_the_line_that_says_where_it_was_done() -> None:
    signed = [paragraph("JOHN ROE"), paragraph("JANE DOE")]
    assert find_tail([paragraph("Text."), paragraph(DONE_AT), *signed], "") == [DONE, SIGNED, SIGNED]
    assert find_tail([paragraph("Text."), paragraph(DONE_AT, before="\n"), signed[0]], "") == [DONE, SIGNED]


def test_a_signature_without_a_blank_line_above_it_ends_the_tail() -> None:
    above = [paragraph("Text."), paragraph("JOHN ROE")]
    assert find_tail([*above, paragraph("Lima, May 6, 1909.")], "") == [SIGNED, DATED]
    assert find_tail([*above, paragraph("JANE DOE", before="\n"), paragraph("Lima, May 6, 1909.")], "") == []


def test_a_paper_begins_under_a_signature_in_the_third_block_at_the_earliest() -> None:
    signed = paragraph("A. BELL.", "Mr. Bell to Prince Tsai.", "Peking, May 1, 1864.")
    blocks = split_unmarked([paragraph("Title"), paragraph("Text."), signed, paragraph("Sir:")], ends_with_stop=True)
    assert [plain(placed.block.content) for placed in blocks if placed.block.name == "head"] == [
        "Mr. Bell to Prince Tsai."
    ]


def test_an_enclosure_has_its_marker_and_its_title_as_heads_and_no_more() -> None:
    title, text = Placed("", element("head", "Memorandum")), paragraph("The horses left on Monday.")
    document = divide([title, text, paragraph("Attachment A"), paragraph("Options"), text, text], with_heads=True)
    (enclosed,) = [node for node in document.content if isinstance(node, Element) and node.name == "div"]
    names = [node.name for node in enclosed.content if isinstance(node, Element)]
    assert names == ["head", "head", "p", "p"]


def test_a_name_over_an_office_is_the_signature() -> None:
    title, text = Placed("", element("head", "Letter")), paragraph("The horses left on Monday.")
    draft = Draft((title, text, paragraph("John B. Roe"), paragraph("Secretary of State")), after="\n")
    closer = find_closers(draft).blocks[-1].block
    assert closer == element("closer", element("signed", "John B. Roe"), "Secretary of State")


def test_a_line_in_small_letters_is_no_title_of_an_enclosure() -> None:
    marker = Placed("\n\n", element("opener", element("seg", "[Enclosure]")))
    blocks = (paragraph("Title"), marker, paragraph("the horses of the army"), paragraph("They left on Monday."))
    found = find_attachments(Draft(blocks, habits=Habits(has_file_number=True)))
    assert [placed.block.name for placed in found.blocks] == ["p", "opener", "p", "p"]


def test_lines_above_a_name_have_lines_of_their_own() -> None:
    title, text = Placed("", element("head", "Letter")), paragraph("The horses left on Monday.")
    closing = paragraph("For the President:", "[signature]", "John B. Roe")
    closer = find_closers(Draft((title, text, closing))).blocks[-1].block
    signed = element("signed", "John B. Roe")
    assert closer == element("closer", "For the President:", element("lb"), "[signature]", signed)
