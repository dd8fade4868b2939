"""The table of formats: what can be published, what each needs, and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import NamedTuple

from teiconv.batch.places import LocalFolder, alone
from teiconv.errors import Place, TeiconvError
from teiconv.formats.tei.parsing import read_file
from teiconv.formats.tei.read import open_tei
from teiconv.publish.apart import ID, repeated
from teiconv.publish.chapters import settled
from teiconv.publish.database import Database, gather
from teiconv.publish.divisions import divisions
from teiconv.publish.edition import HOW, Edition
from teiconv.publish.front import with_front
from teiconv.publish.sections import BACK, FRONT, Section, of_volume, said
from teiconv.publish.target import Target, few, made_from, recover, refuse_others
from teiconv.publish.told import completed
from teiconv.publish.unreadable import all_told
from teiconv.publish.volume import Volume, volume
from teiconv.settings import SettingsError

_FEW = 10
"""Documents of no chapter that are told by their ids."""


class Work(NamedTuple):
    """What a format writes from: the volume, what its documents say, and what the editor says of all of it.

    ``said`` are the sections that the settings name; ``tell`` takes what the editor should know.
    """

    volume: Volume
    facts: Database
    edition: Edition
    said: tuple[Section, ...] = ()
    tell: Callable[[str], None] = lambda _: None

    def sections(self, side: str) -> Iterator[Section]:
        """Yield what stands before the documents (``front``) or after them (``back``)."""
        for section in (*self.said, *of_volume(self.volume, self.said)):
            if section.side == side:
                yield section

    def chapter_of(self) -> dict[str, int]:
        """Return the number of the chapter of each document that is in one, counted from 1."""
        return {
            document: number
            for number, chapter in enumerate(self.edition.chapters, 1)
            for document in chapter.documents
        }


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it writes, the fields of the edition that it needs, and its place below DEST.

    ``place`` is a folder, or a file if it has a suffix.  The module (``teiconv.publish.NAME``, unless it is called
    otherwise) has a function ``write(work, target)``; it is imported only when it is asked for.
    """

    name: str
    writes: str
    needs: tuple[str, ...] = ()
    place: str = ""
    module: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it writes a single file."""
        return "." in self.place

    def below(self, target: Path) -> Path:
        """Return its place below ``target``."""
        return target / (self.place or self.name)

    @property
    def write(self) -> Callable[[Work, Target], None]:
        """The function that writes it."""
        function: Callable[[Work, Target], None] = self._imported().write
        return function

    @property
    def refuse(self) -> Callable[[Volume], None]:
        """The function that refuses a volume that the format cannot hold, before any form is replaced; few have one."""
        function: Callable[[Volume], None] = getattr(self._imported(), "refuse", lambda _: None)
        return function

    def _imported(self) -> ModuleType:
        return import_module(f"teiconv.publish.{self.module or self.name}")


_LETTERS = ("base", "title", "editors", "publisher", "date")
_DEPOSIT = ("id", "title", "creators", "publisher", "date", "licence")
_TEXTGRID = ("id", "title", "editors", "publisher", "date", "licence")
_VOLUME = ("id", "series", "subseries", "number", "title", "editors", "publisher", "place", "date")
_HARVEST = ("base", "title", "email", "date")

FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("site", "a reading edition: pages to open in a browser, or to put on any web server"),
        Format("cetei", "the TEI itself, displayed in the browser by CETEIcean"),
        Format("tables", "tables (CSV, Parquet) with datapackage.json, networks, JSON Lines"),
        Format("cmif", "the letters for correspSearch (CMIF)", _LETTERS, "letters.cmif.xml"),
        Format("corpus", "one teiCorpus: merged, and by xi:include"),
        Format(
            "volume", "one file in the conventions of Foreign Relations (today, 2015), and in TEI", _VOLUME, "", "whole"
        ),
        Format("epub", "a book to read offline (EPUB 3)", ("title",), "edition.epub"),
        Format("deposit", "a BagIt bag for an archive: RO-Crate, METS, DataCite, Dublin Core", _DEPOSIT),
        Format("dspace", "items for DSpace (Simple Archive Format)", ("title",)),
        Format("textgrid", "a project for TextGrid's importer (tg-model)", _TEXTGRID),
        Format("oai", "a static OAI-PMH repository (Dublin Core, TEI), and a JSON feed", _HARVEST),
        Format("dts", "the catalogue for a server of the Distributed Text Services, with the TEI"),
        Format("rdf", "linked data: Turtle and JSON-LD (schema.org)", ("base", "title")),
        Format("xar", "an EXPath package for eXist-db", ("base", "id", "title"), "edition.xar"),
    )
}
"""All formats, by the name that ``--as`` takes."""


class MissingSettingsError(TeiconvError):
    """The settings do not say what a format needs (exit code 2)."""

    exit_code = 2


def publish(
    source: Path,
    target: Path,
    names: Sequence[str],
    edition: Edition,
    tell: Callable[[str], None] = lambda _: None,
    wrote: Callable[[Path], None] = lambda _: None,
) -> tuple[Path, ...]:
    """Write the volume at ``source`` to ``target`` in each of the formats ``names``; return what was written.

    ``tell`` takes what the editor should know: that the edition has no title, which documents no chapter has, which
    files of the collection have no text any more, which forms at ``target`` are not up to date.
    ``wrote`` takes each place as soon as it is written: what is written stays, even if a format after it fails.

    Raises:
        MissingSettingsError: formats need settings that ``edition`` does not have; the error names all of them.
        SettingsError: the chapters do not fit the documents, or a file that the settings name cannot be read.
        MissingExtraError: a format needs a package that is not installed.
        UnreadableError: files cannot be read; ``faults`` has an error for each.
        TeiconvError: something else cannot be read or written.
    """
    formats = [FORMATS[name] for name in dict.fromkeys(names)]
    edition = completed(edition, source)
    _refuse_missing(formats, edition)
    with all_told(source):
        found = volume(source)
    own = said(edition, found)
    functions = [entry.write for entry in formats]
    if found.root.resolve() in (target.resolve(), *(target.resolve().parents if source.is_dir() else ())):
        raise TeiconvError("the target is in the source; choose another target", Place(str(target)))
    digest, places = found.digest(), [entry.below(target) for entry in formats]
    targets = [Target(entry.below(target), is_file=entry.is_file, source=digest) for entry in formats]
    with alone(LocalFolder(str(target))), all_told(source), gather(found) as facts, TemporaryDirectory() as folder:
        recover(target)
        refuse_others(target, targets)
        for entry in formats:
            entry.refuse(found)
        for message in _remarks(found, edition):
            tell(message)
        work = _with_sections(ordered(Work(found, facts, edition, own, tell), tell), Path(folder))
        for write, at, place in zip(functions, targets, places, strict=True):
            with at as made:
                write(work, made)
            wrote(place)
    for message in _outdated(target, digest):
        tell(message)
    return tuple(places)


def _outdated(target: Path, digest: str) -> Iterator[str]:
    """Yield a message if forms in ``target`` were made from what has not this ``digest``."""
    older = [entry.name for entry in FORMATS.values() if made_from(entry.below(target)) not in (None, digest)]
    if older:
        yield f"made before the collection changed, and so not up to date: {', '.join(older)}; publish them again, too"


def _with_sections(work: Work, folder: Path) -> Work:
    """Return the work with what stands before and after its documents; ``folder`` is for the file made of it."""
    _refuse_taken(work.said, work.facts)
    for section in (*work.sections(FRONT), *work.sections(BACK)):
        work.facts.enter(section)
    return work._replace(volume=with_front(work.volume, work.said, folder, work.edition.language or "en"))


def _refuse_taken(sections: Iterable[Section], facts: Database) -> None:
    """Refuse a section of the settings whose id a document has: most likely it is the same text."""
    for section in sections:
        if facts.named(section.id):
            raise SettingsError(
                f"a document of the collection has the id “{section.id}”, which “{section.id}” of the settings has; if "
                "it is the same text, take it out of the texts",
                Place(section.file),
            )


def _remarks(found: Volume, edition: Edition) -> Iterator[str]:
    """Yield what an editor should know of the files and the edition before anything is written."""
    for file in found.left:
        yield f"{file}: not published, for the collection does not list it: its text is gone, or could not be converted"
    if found.apart:
        file = min(found.others)
        was, became = (open_tei(root, file).divs[0].get(ID) for root in (read_file(found.path(file)), found.tree(file)))
        example = f"{was or 'the first document'} in {file} becomes {became}"
        yield f"each id in a file that others made gets the name of the file before it, so that it is unique: {example}"
        for each in sorted(found.others):
            yield from repeated(read_file(found.path(each)), found.tree(each), each)
    if not edition.title:
        how = f"write in teiconv.toml, below [edition]: {HOW['title']}"
        yield f"the edition has no title, and is called “Documents”; {how}"


def ordered(work: Work, tell: Callable[[str], None]) -> Work:
    """Return the work in the order of its chapters: theirs first, then the documents of none, which are told."""
    if not work.edition.chapters:
        return work._replace(edition=replace(work.edition, chapters=divisions(work.volume)))
    chapters = settled(work.edition.chapters, work.facts.named)
    places: dict[str, str] = dict(work.facts.ask("SELECT document, file FROM documents ORDER BY position"))
    listed = [id for chapter in chapters for id in chapter.documents]
    left = [id for id in places if id not in set(listed)]
    if left:
        tell(f"in no chapter, and so at the end: {few(left, _FEW)}. Write them into a row of the chapters")
    work.facts.order((*listed, *left))
    volume = work.volume.in_order([(places[id], id) for id in (*listed, *left)])
    return work._replace(volume=volume, edition=replace(work.edition, chapters=chapters))


def _refuse_missing(formats: Iterable[Format], edition: Edition) -> None:
    """Tell all that the formats need and the settings do not say, with what to write."""
    lacking = {entry.name: edition.missing(entry.needs) for entry in formats}
    names = dict.fromkeys(name for missing in lacking.values() for name in missing)
    if not names:
        return
    needs = "; ".join(f"{name} needs {', '.join(missing)}" for name, missing in lacking.items() if missing)
    lines = "\n".join(f"    {line}" for line in dict.fromkeys(HOW[name] for name in names))
    raise MissingSettingsError(f"{needs}. Write in teiconv.toml, in SRC or beside it:\n\n    [edition]\n{lines}\n")
