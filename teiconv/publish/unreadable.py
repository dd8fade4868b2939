"""All files of a collection that cannot be read, told at once: an editor mends them in one go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from teiconv.errors import TeiconvError, TeiError
from teiconv.publish.volume import Volume, is_register_at, open_xml
from teiconv.reading import files_below


class UnreadableError(TeiError):
    """Files of a collection cannot be read; ``faults`` has an error for each."""

    def __init__(self, errors: tuple[TeiError, ...]) -> None:
        super().__init__(errors[0].message, errors[0].place)
        self._all = errors

    @property
    def faults(self) -> tuple[TeiconvError, ...]:
        """An error for each file, in the order of their names."""
        return self._all

    def __str__(self) -> str:
        return "\n".join(map(str, self._all))


@contextmanager
def all_told(source: Path) -> Iterator[None]:
    """Let an error about one file of ``source`` be about all that cannot be read; they are only sought then.

    Raises:
        UnreadableError: files cannot be read.
    """
    try:
        yield
    except TeiError as error:
        found = tuple(_unreadable(source))
        if not found:
            raise
        raise UnreadableError(found) from error


def _unreadable(source: Path) -> Iterator[TeiError]:
    root = source if source.is_dir() else source.parent
    for path in files_below(source) if source.is_dir() else [source]:
        file = path.relative_to(root)
        if any(part.startswith(".") for part in file.parts) or not path.is_file():
            continue
        try:
            if is_register_at(path):
                open_xml(path)
            else:
                for _ in Volume(root, (file.as_posix(),), ()).texts():
                    pass
        except TeiError as error:
            yield error
