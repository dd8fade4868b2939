"""``teiconv convert``: texts → TEI."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teiconv.cli import advice, edits, names, terminal
from teiconv.cli import files as io
from teiconv.cli import settings as said
from teiconv.cli.split import pieces
from teiconv.cli.targets import Target
from teiconv.errors import Place, TeiconvError
from teiconv.options import Options, Profile

if TYPE_CHECKING:
    from teiconv.document.record import Document
    from teiconv.names.people.index import PersonList
    from teiconv.names.terms import TermList


class _Input(click.Path):
    """A file to convert; a folder is told which command converts it."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """See :meth:`click.Path.convert`."""
        if os.path.isdir(value):
            back = " with --to text" if ctx and ctx.info_name == "text" else ""
            self.fail(f"“{os.fspath(value)}” is a folder, which teiconv batch converts{back}", param, ctx)
        return super().convert(value, param, ctx)


INPUT = _Input(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
LIST = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, type=INPUT)
@click.option(
    "-o",
    "--output",
    type=Target(),
    help="A file, or a folder for several inputs. The default for one input is standard output.",
)
@click.option("--id", "identifier", help="The xml:id of the document. The default is d and the number in the title.")
@click.option("--encoding", help="The encoding of a text without a byte-order mark. The default is UTF-8.")
@click.option("--persons", multiple=True, type=LIST, help="A list of persons: text, TEI or CSV. May be repeated.")
@said.UNLISTED
@click.option(
    "--places", is_flag=True, default=None, help="Also mark places, by a gazetteer (pip install 'teiconv[places]')."
)
@click.option("--authority", type=LIST, help="A compiled authority (see teiconv authority build).")
@click.option(
    "--terms", multiple=True, type=LIST, help="A list of terms and abbreviations: text, TEI or CSV. May be repeated."
)
@click.option(
    "--conventions",
    type=names.CONVENTIONS,
    help="The conventions of the text. The default is those that fit best.",
)
@click.option(
    "--profile",
    type=names.PROFILES,
    help="The form that is written: teiconv's own TEI (tei, the default), or that of a series (frus).",
)
@click.option(
    "--decisions", multiple=True, type=LIST, help="The decisions of editors (see docs/editing.md). May be repeated."
)
@click.option("--split", is_flag=True, help="Write a file for each document of a text that holds several.")
@click.option("--overwrite", is_flag=True, help="Replace files that were edited, and keep a copy of them.")
@click.option("--validate/--no-validate", default=True, show_default=True, help="Write nothing that is not valid.")
@said.options
@edits.options
@advice.OPTION
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def convert(
    files: tuple[Path, ...], output: str | None, split: bool, overwrite: bool, quiet: bool, **choices: Any
) -> None:
    """Convert texts to TEI, one TEI file for each of FILES. Without FILES, read standard input.

    The settings in teiconv.toml, in the folder of the first file or beside it, apply to all FILES. An option comes
    before a setting.

    \b
    teiconv convert memo.txt -o memo.xml
    teiconv convert letters/*.txt -o tei/
    teiconv convert memo.txt --persons persons.txt --terms terms.csv
    teiconv convert memo.txt --authority us-foreign-relations.auth
    teiconv convert memo.txt --profile frus
    teiconv convert chapter.txt --split -o tei/
    """
    files = files or (io.STDIN,)
    choices = _with_settings(files[0], choices)
    options = _options(choices)
    given = (*choices["persons"], *choices["terms"], *edits.files_of_decisions(choices))
    suffix, is_tei = _form(options)
    before: Callable[[Path], None] = _written_over if not is_tei else copied if overwrite else untouched
    if choices["take_edits"] and (split or not is_tei):
        raise click.UsageError("--take-edits takes one TEI file for each text; leave out --split or --profile")
    if choices["take_edits"] and output in (None, "-"):
        raise click.UsageError("--take-edits takes the edits of the file that -o names; give -o")
    if choices["take_edits"]:
        targets = zip(files, io.destinations(files, output, suffix, given), strict=True)
        taken = edits.take_from(targets, choices, options)
        before = _copied_if(taken, before)
        options = _options(choices)
    work = _Work(options, choices["validate"], "none" if quiet else choices["warnings"], quiet)
    take: Callable[[Path], bytes] = io.read
    if split:
        given = (*files, *given)
        files, take, output = pieces(files, output, options, quiet=quiet)
    try:
        io.run(files, output, suffix, work.change, quiet=quiet, take=take, given=given, before=before)
    finally:
        work.tell_rest()


def _form(options: Options) -> tuple[str, bool]:
    """Return the suffix of the files that are written, and whether they are TEI."""
    from teiconv.formats.table import writer

    chosen = writer(options.profile)
    return chosen.suffix, chosen.is_tei


def _with_settings(file: Path, choices: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``choices`` with the settings that hold for ``file``, where the command line says nothing."""
    found = said.settings(choices, file.absolute().parent if file != io.STDIN else None)
    return {**choices, **{item.name: getattr(found, item.name) for item in fields(found)}}


def _options(choices: Mapping[str, Any]) -> Options:
    """Return what the command line and the settings ask for, the lists read."""
    options = Options(
        identifier=choices["identifier"],
        encoding=choices["encoding"],
        conventions=choices["conventions"],
        profile=choices["profile"] or Profile.TEI,
        publication=choices["publication"],
        unlisted=choices["unlisted"],
        places=bool(choices["places"]),
    )
    listed = with_lists(options, choices["persons"], choices["terms"], edits.files_of_decisions(choices))
    return with_authority(listed, choices["authority"])


@dataclass(slots=True)
class _Work:
    """The conversion of one file after another, and what there was no place for in them."""

    options: Options
    validate: bool
    warnings: str
    quiet: bool
    losses: Counter[str] = field(default_factory=Counter)
    met: set[str] = field(default_factory=set)

    def change(self, data: bytes, name: str) -> bytes:
        """Return the TEI of a text, and tell what an editor should look at and what had to be taken out."""
        from teiconv.convert import converted
        from teiconv.formats.table import writer
        from teiconv.validation.schemas import project_schemas

        proof = converted(data, self.options, name=name, schemas=project_schemas() if self.validate else ())
        if self.warnings != "none":
            advise(data, proof.document, self.options, name, self.warnings)
        for what in () if self.quiet else proof.told:
            terminal.say(f"teiconv: {name}: {what}")
        if self.options.decisions:
            from teiconv.editing.scope import keys_of

            self.met.update(keys_of(proof.document))
        losses = writer(self.options.profile).losses(proof.document)
        self.losses.update({loss.what: loss.count for loss in losses})
        return proof.tei

    def tell_rest(self) -> None:
        """Tell what the profile has no place for, and which decisions are about none of the files."""
        for told in () if self.quiet else self._unmet():
            terminal.say(f"teiconv: {told}")
        if self.losses and not self.quiet:
            listed = ", ".join(f"{what} ({count})" for what, count in self.losses.most_common())
            terminal.say(f"the profile {self.options.profile} has no place for some of the markup: {listed}")

    def _unmet(self) -> Iterator[str]:
        """Yield what must be told of decisions that no file was about; one file of them may be for a whole volume."""
        from teiconv.editing.file import as_decisions
        from teiconv.editing.scope import unmet
        from teiconv.model.decision import EVERY

        missing = [one for one in as_decisions(self.options.decisions) if one.key not in self.met]
        yield from unmet((decision for decision in missing if decision.document == EVERY), set())
        others = [decision for decision in missing if decision.document != EVERY]
        if others:
            count = f"{len(others)} decisions are" if len(others) > 1 else "1 decision is"
            yield f"{others[0].place}: {count} about other documents, the first at this line"


def advise(data: bytes, document: Document, options: Options, name: str, form: str) -> None:
    """Tell what an editor should look at in ``document``, which was made of ``data``."""
    from teiconv.advice import Case
    from teiconv.advice import advice as of
    from teiconv.formats.text import decode

    text, _ = decode(data, name, options.encoding)
    for one in of(Case(text, document, with_persons=options.persons is not None)):
        terminal.say(advice.worded(form, name, one.line, one.message, one.kind))


def untouched(target: Path) -> None:
    """Refuse to write over a TEI file that was changed since it was written; of one that was cut short, keep a copy.

    Raises:
        TeiconvError: it was changed.
    """
    if not os.path.isfile(target):
        return
    from teiconv.editing.keep import reason_to_keep

    if why := reason_to_keep(io.read(target), str(target)):
        raise TeiconvError(why, Place(str(target)))
    copied(target)


def _written_over(target: Path) -> None:
    """Let a file be written over: what is no TEI tells nobody whether it was changed."""


def _copied_if(taken: frozenset[Path], otherwise: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return what is done before a file is written over: a copy is kept of those whose edits were ``taken``."""
    return lambda target: copied(target) if target in taken else otherwise(target)


def copied(target: Path) -> None:
    """Keep a copy of a file that is going to be written over, unless nothing in it would be lost."""
    if not os.path.isfile(target):
        return
    from teiconv.editing.keep import copy_name, is_worth_a_copy

    standing = io.read(target)
    if is_worth_a_copy(standing, str(target)):
        io.write(target.with_name(copy_name(target.name, standing)), standing)


def with_lists(
    options: Options, persons: Sequence[Path], terms: Sequence[Path], decisions: Sequence[Path] = ()
) -> Options:
    """Return ``options`` with the lists in these files, and the editor's decisions."""
    if not persons and not terms and not decisions:
        return options
    from teiconv.editing.file import contradictions, load_decisions
    from teiconv.names.lists.load import load_persons, load_terms

    people = load_persons((str(file), io.read(file)) for file in persons) if persons else None
    words = load_terms((str(file), io.read(file)) for file in terms) if terms else None
    for listed in (people, words):
        if listed:
            tell_unread(listed)
    decided = [(str(file), io.read(file)) for file in decisions]
    for told in contradictions(decided):
        terminal.say(f"teiconv: {told}")
    return replace(
        options,
        persons=people,
        terms=words,
        decisions=load_decisions(decided),
    )


def with_authority(options: Options, file: Path | None) -> Options:
    """Return ``options`` with the compiled authority in ``file``."""
    if file is None:
        return options
    from teiconv.authority.find import Finder

    return replace(options, authority=Finder(file))


def tell_unread(listed: PersonList | TermList) -> None:
    """Say which entries of a list name nobody, and which ids are not used; the rest is."""
    for entry in listed.remarks:
        terminal.say(f"teiconv: {entry}")
