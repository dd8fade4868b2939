"""ZIP archives that are equal, to the byte, where their content is."""

from __future__ import annotations

import zipfile
from pathlib import Path
from types import TracebackType
from typing import Self

_THEN = (1980, 1, 1, 0, 0, 0)


class Archive:
    """An archive that is written file by file; nothing in it tells when it was made."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def add(self, name: str, data: bytes | str, *, packed: bool = True) -> None:
        """Add a file; ``packed=False`` stores it as it is."""
        entry = zipfile.ZipInfo(name, _THEN)
        entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, data)
