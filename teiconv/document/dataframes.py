"""Tables → dataframes of whatever library the user has: all columns with their types, also of a table without rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from teiconv.document.tables import Kind, Row, columns, rows
from teiconv.errors import MissingExtraError, OptionsError

if TYPE_CHECKING:
    from teiconv.document.record import Document

Columns = dict[str, Kind]

_PANDAS: dict[Kind, str] = {str: "string", int: "int64", float: "float64"}
_POLARS: dict[Kind, str] = {str: "String", int: "Int64", float: "Float64"}
_ARROW: dict[Kind, str] = {str: "string", int: "int64", float: "float64"}
"""The type of each library for a kind of value."""


def dataframe(documents: Document | Iterable[Document], table: str = "documents", library: str = "pandas") -> Any:
    """Return a table of ``documents`` (see :func:`rows`) as a dataframe of ``pandas``, ``polars`` or ``pyarrow``.

    It has all columns with their types, also if the table has no rows.

    >>> from pathlib import Path
    >>> import teiconv
    >>> gaps = teiconv.dataframe(teiconv.read_volume(Path("volume.xml")), "gaps", library="pyarrow")
    >>> gaps.column("lines").to_pylist()
    [2.0]

    Raises:
        OptionsError: there is no such table or library.
        MissingExtraError: the library is not installed.
    """
    if library not in _LIBRARIES:
        raise OptionsError(f"there is no library {library!r} for dataframes; there are {', '.join(_LIBRARIES)}")
    try:
        module = import_module(library)
    except ImportError as error:
        raise MissingExtraError(f"a dataframe of {library} needs {library}; pip install {library}") from error
    return _LIBRARIES[library](module, rows(documents, table), columns(table))


def _pandas(module: Any, rows: list[Row], columns: Columns) -> Any:
    types = {name: _PANDAS[kind] for name, kind in columns.items()}
    return module.DataFrame(rows, columns=list(columns)).astype(types)


def _polars(module: Any, rows: list[Row], columns: Columns) -> Any:
    return module.DataFrame(rows, schema={name: getattr(module, _POLARS[kind]) for name, kind in columns.items()})


def _arrow(module: Any, rows: list[Row], columns: Columns) -> Any:
    types = [(name, getattr(module, _ARROW[kind])()) for name, kind in columns.items()]
    return module.Table.from_pylist(rows, schema=module.schema(types))


_LIBRARIES: dict[str, Callable[[Any, list[Row], Columns], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": _arrow,
}
