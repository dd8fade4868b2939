"""``site``: a static reading edition, which needs no server, no network and no script to be read.

Below its folder: ``index.html``, the contents, a page for each document and person, the registers, a search that runs
in the browser, and the TEI and texts to download.
"""

from __future__ import annotations

from importlib.resources import files

from teiconv.publish.site.chapters import write_chapters
from teiconv.publish.site.contents import write_contents
from teiconv.publish.site.documents import write_documents
from teiconv.publish.site.frame import Frame
from teiconv.publish.site.links import Links
from teiconv.publish.site.named import write_named
from teiconv.publish.site.registers import write_persons, write_terms
from teiconv.publish.site.search import Words, write_search
from teiconv.publish.site.sections import write_sections
from teiconv.publish.table import Work
from teiconv.publish.target import Target

_REGISTERS = ("persons", "places", "organisations", "terms")
_STATIC = ("style.css", "site.js", "search.js")


def write(work: Work, target: Target) -> None:
    """Write the site of ``work`` to ``target``."""
    frame = Frame(
        work.edition, tuple((name.capitalize(), f"{name}.html") for name in _REGISTERS if _is_any(work, name))
    )
    links = Links(work)
    for name in _STATIC:
        target.write(name, files("teiconv.publish.site").joinpath("static", name).read_bytes())
    with Words() as words:
        write_documents(work, frame, links, words, target)
        write_sections(work, frame, links, words, target)
        write_chapters(work, frame, links, words, target)
        write_search(frame, words, target)
    write_contents(work, frame, target)
    write_persons(work, frame, target)
    write_named(work, frame, target)
    write_terms(work, frame, target)
    for file in (*work.volume.files, *work.volume.registers):
        target.copy(f"tei/{file}", work.volume.path(file))


def _is_any(work: Work, table: str) -> bool:
    return next(work.facts.ask(f'SELECT 1 FROM "{table}" LIMIT 1'), None) is not None
