"""Reading the files that users name: whole, but no more of one than the largest that is converted."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from teiconv.errors import Place, TeiconvError

LARGEST = 32 * 2**20
"""The size in bytes of the largest file that is read; a device may never end."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of the file, device or pipe at ``path``.

    Raises:
        OSError: it cannot be read; or is larger than :data:`LARGEST`; or no file can have its name.
    """
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size or LARGEST  # a pipe or device has none
            data = file.read(min(size, LARGEST) + 1)
    except ValueError as error:  # a name that holds U+0000 or half of a surrogate pair
        raise OSError(errno.EINVAL, "no file can have this name", os.fspath(path)) from error
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST >> 20} MB", os.fspath(path))
    return data


def files_below(folder: Path, ending: str = ".xml") -> list[Path]:
    """Return the files of ``folder``, and of the folders in it, whose names end so, in the order of their names.

    Raises:
        TeiconvError: one of the folders cannot be read; what is in it would be left out.
    """

    def refuse(error: OSError) -> None:
        raise TeiconvError(f"cannot be read: {error.strerror}", Place(str(error.filename))) from error

    walked = os.walk(folder, onerror=refuse)
    return sorted(Path(at, name) for at, _, names in walked for name in names if name.endswith(ending))
