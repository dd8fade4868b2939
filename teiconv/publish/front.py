"""What stands before the documents: a preface, a list of sources, as files of text or TEI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from teiconv.convert import read_text
from teiconv.errors import Place
from teiconv.model import Element
from teiconv.publish.extract import one_line
from teiconv.publish.volume import volume
from teiconv.settings import SettingsError


def paragraphs(file: Path) -> Iterator[str]:
    """Yield the paragraphs of a file of TEI or text.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", Place(str(file))) from error
    if data.lstrip().startswith(b"<"):
        bodies: Iterable[Element] = (found.reading.body for found in volume(file).texts())
    else:
        bodies = (read_text(data, name=str(file)).body,)
    for body in bodies:
        for node in body.content:
            if isinstance(node, Element) and (words := one_line(node)):
                yield words
