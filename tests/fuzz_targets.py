"""What a fuzzer may call: each target takes bytes that anybody may have written, and fails where a promise is broken.

What is given is refused with a :class:`~teiconv.errors.TeiconvError` that is no fault of teiconv, or the laws hold for
it.  ``tests/samples/fuzz/TARGET`` has the seeds of a target.  ``tests/test_fuzz.py`` calls each a fixed number of
times, ``tools/fuzz.py`` as long as one likes.
"""

from __future__ import annotations

import copy
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from laws import BrokenLawError, check_edit, check_refusal, check_text, grammar
from lxml import etree
from mutations import NOTATIONS

from teiconv.batch.manifest import LocalManifest
from teiconv.batch.rows import Row
from teiconv.convert import read_tei, to_text, write_tei
from teiconv.editing.file import load_decisions
from teiconv.errors import OptionsError, TeiconvError
from teiconv.formats.tei.write import TEI_NAMESPACE
from teiconv.model.decision import Decision, Kind
from teiconv.names.lists.load import load_persons, load_terms
from teiconv.options import Options, Profile
from teiconv.settings import read_settings
from teiconv.validation import checked
from teiconv.validation.schemas import problems_of

SEEDS = Path(__file__).parent / "samples" / "fuzz"
_NAMES = ("list.txt", "list.csv", "list.tsv")
_PAPER = (
    "5. Memorandum From the Director (Abel) to Secretary Baker\n\nParticipants\n\n  • Abel, Adam\n  • Carrel Doe\n\n"
    "Mr. Abel met Baker, Ellington and Carrel Doe of the AEC in Lima. The reftel (Deptel 5) and CINC said so. {}"
)
_FEW = 300


def text(data: bytes) -> None:
    """A text in our own TEI: it comes back, is valid, and can be edited."""
    _text(data, Profile.TEI)


def series(data: bytes) -> None:
    """A text in the profile of the series."""
    _text(data, Profile.FRUS)


def _text(data: bytes, profile: Profile) -> None:
    proof = check_text(data, Options(profile=profile))
    if proof is not None:
        check_edit(proof, len(data))


def tei(data: bytes) -> None:
    """A TEI file of anybody: it has a text, and can be written anew; if it is valid, it has the same text then."""
    try:
        document = read_tei(data, name="law.xml")
        said = to_text(data, name="law.xml")
        again = to_text(write_tei(document), name="law.xml")
    except TeiconvError as error:
        check_refusal(error)
        return
    if again != said and not problems_of(checked(data), [grammar()]):
        raise BrokenLawError("what was read and written anew has another text")


def persons(data: bytes) -> None:
    """A list of persons, whatever its name says it is: a paper converted with it is whole and valid."""
    for name in _NAMES:
        try:
            people = load_persons([(name, data)])
        except TeiconvError as error:
            check_refusal(error)
            continue
        assert check_text(_paper(data), Options(persons=people)) is not None


def terms(data: bytes) -> None:
    """A list of terms, whatever its name says it is."""
    for name in _NAMES:
        try:
            known = load_terms([(name, data)])
        except TeiconvError as error:
            check_refusal(error)
            continue
        assert check_text(_paper(data), Options(terms=known)) is not None


def _paper(data: bytes) -> bytes:
    """Return a paper that names who is in the lists, and says what the list says: words of it will be there."""
    said = " ".join("".join(each for each in data.decode(errors="ignore") if each.isprintable() or each == " ").split())
    return _PAPER.format(said[:_FEW]).encode()


def decisions(data: bytes) -> None:
    """A file of decisions, in TOML or a table of links: with it, a paper and a list of persons convert as ever."""
    people = load_persons([("list.txt", (SEEDS / "persons" / "list.txt").read_bytes())])
    for name in ("decisions.csv", "decisions.toml"):
        try:
            decided = load_decisions([(name, data)])
        except TeiconvError as error:
            check_refusal(error)
            continue
        same_text = tuple(one for one in decided if not (isinstance(one, Decision) and one.kind is Kind.TEXT))
        assert check_text(_PAPER.encode(), Options(persons=people, decisions=same_text)) is not None


def settings(data: bytes) -> None:
    """A settings file: read, or refused as such."""
    try:
        found = read_settings(_file(data, "teiconv.toml"))
    except OptionsError as error:
        check_refusal(error)
        return
    assert check_text(_PAPER.encode(), Options(publication=found.publication)) is not None


def manifest(data: bytes) -> None:
    """A manifest: its rows, each as it is read, written and read again; or it is refused as none."""
    try:
        rows = list(LocalManifest(str(_file(data, "out.manifest.jsonl"))).read())
    except TeiconvError as error:
        check_refusal(error)
        return
    for row in rows:
        assert Row.from_json(row.to_json()) == row, "a row is another when it is read again"


def _file(data: bytes, name: str) -> Path:
    """Return a file of this name that holds ``data``, in a folder that this process keeps."""
    file = Path(_folder().name) / name
    file.write_bytes(data)
    return file


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (text, series, tei, persons, terms, decisions, settings, manifest)
}


def seeds(target: str) -> list[bytes]:
    """Return the seeds of a target; both profiles begin with the same texts."""
    folder = SEEDS / ("text" if target == "series" else target)
    return [file.read_bytes() for file in sorted(folder.iterdir())]


def mutants(target: str, number: int, seed: int) -> Iterator[bytes]:
    """Yield ``number`` inputs for a target: its seeds with bytes, stretches and notations cut, doubled and put in."""
    source, known = random.Random(f"{target} {seed}"), seeds(target)
    tokens = [token.encode() for token in NOTATIONS] + _tokens(known)
    for _ in range(number):
        chosen = source.choice(known)
        if chosen.startswith(b"<") and source.random() < 0.7:
            yield _other_tree(chosen, source)
            continue
        data = bytearray(chosen)
        for _ in range(source.randrange(1, 9)):
            _mutate(data, source, tokens)
        yield bytes(data)


def _tokens(known: list[bytes]) -> list[bytes]:
    """Return the words and signs of the seeds, and bytes that mean something to parsers."""
    words = {word for seed in known for word in re.findall(rb"[\w:@.#-]+|</?\w+|[^\w\s]", seed)}
    odd = [
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b'"',
        b"'",
        b"\r",
        b"\n\n",
        b"-",
        b"9" * 400,
        b"&#x1;",
        b"&amp;",
    ]
    return [*sorted(words), *odd, b"<!-- -->", b"<?x y?>", b"<![CDATA[x]]>", b"NaN", b"null", b"[]", b"{}", b"1e999"]


def _mutate(data: bytearray, source: random.Random, tokens: list[bytes]) -> None:
    at, length = source.randrange(len(data) + 1), int(source.expovariate(0.1)) + 1
    match source.randrange(6):
        case 0:
            del data[at : at + length]
        case 1:
            data[at:at] = data[at : at + length]
        case 2:
            data[at : at + source.randrange(2)] = bytes([source.randrange(256)])
        case 3:
            other = source.randrange(len(data) + 1)
            data[at:at] = data[other : other + length]
        case _:
            data[at : at + source.randrange(2)] = source.choice(tokens)


_NAMES_OF_ELEMENTS = (
    "p head note pb lb gap desc hi list item label table row cell div persName person listPerson term date dateline "
    "opener closer signed seg space fw ab choice sic corr supplied metamark rs ref body text TEI"
).split()
_VALUES = ["", "1", "d1", "#d1", "document", "preserve", "inline", "-1", "9" * 20, "2.5", "line", "x y", "é", "chars"]


def _other_tree(data: bytes, source: random.Random) -> bytes:
    """Return a well-formed file: the tree of ``data`` with elements renamed, moved, doubled and cut, values changed."""
    root = etree.fromstring(data, etree.XMLParser(recover=True))  # a seed may have an id that is none
    for _ in range(source.randrange(1, 7)):
        nodes = [node for node in root.iter(etree.Element) if node is not root]
        if nodes:
            _change_tree(source.choice(nodes), source.choice(nodes), source)
    return etree.tostring(root)


def _change_tree(node: etree._Element, other: etree._Element, source: random.Random) -> None:
    match source.randrange(7):
        case 0:
            node.getparent().remove(node)
        case 1:
            node.addnext(copy.deepcopy(other))
        case 2:
            node.tag = f"{{{TEI_NAMESPACE}}}{source.choice(_NAMES_OF_ELEMENTS)}"
        case 3 if node not in other.iterancestors() and node is not other:
            other.append(node)
        case 4:
            names = [*node.attrib, "n", "xml:id", "type", "rend", "quantity", "ref", "when", "anchored"]
            name = source.choice(names).replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
            node.set(name, source.choice(_VALUES))
        case 5:
            node.text = source.choice(["", " ", "\n  ", "word", *NOTATIONS]).replace("\f", " ")
        case _:
            node.insert(0, etree.Comment("x") if source.random() < 0.5 else etree.ProcessingInstruction("x", "y"))
