"""What a value of the user's must be, so that XML can hold it and Python can read by it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from teiconv.errors import OptionsError

# XML 1.0, production 2 (Char); line ends and tabs have no place in a value of one line either.
_NOT_IN_A_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NO_TEXT = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Encodings of names and of source code, which Python takes for encodings of text."""

_LONGEST = 10_000
"""Characters that a value of one line may have; it may become an attribute, and the reader of TEI limits those."""

_Record = TypeVar("_Record")
_Result = TypeVar("_Result")
_Given = ParamSpec("_Given")


def names_checked(record: type[_Record]) -> type[_Record]:
    """Return the dataclass ``record``, which from now on explains a field that it does not have.

    Raises:
        OptionsError: by the record, if a name is given that no field has; the message names the nearest.
    """
    made: Callable[..., None] = record.__init__

    @wraps(made)
    def checked(self: _Record, *values: Any, **named: Any) -> None:
        names = [field.name for field in fields(record)]  # type: ignore[arg-type]
        for name in named:
            if name not in names:
                raise OptionsError(_no_field(name, names, record.__name__))
        made(self, *values, **named)

    record.__init__ = checked  # type: ignore[method-assign, assignment]
    return record


def arguments_checked(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Return ``function``, which from now on explains an argument that it does not have.

    Raises:
        OptionsError: by the function, if a name is given that no argument has; the message names the nearest.
    """
    names = list(signature(function).parameters)

    @wraps(function)
    def checked(*values: _Given.args, **named: _Given.kwargs) -> _Result:
        for name in named:
            if name not in names:
                raise OptionsError(_no_field(name, names, function.__name__, "argument"))
        return function(*values, **named)

    return checked


def _no_field(name: str, names: list[str], record: str, what: str = "field") -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    meant = f"; did you mean “{near[0]}”?" if near else ";"
    return f"{record} has no {what} “{name}”{meant} help(teiconv.{record}) lists the {what}s: {', '.join(names)}"


def line(name: str, value: Any) -> None:
    """Check that ``value``, of the option ``name``, is ``None`` or a line of text.

    Raises:
        OptionsError: it is anything else, or holds a character that has no place in a line.
    """
    if value is None:
        return
    if not isinstance(value, str):
        raise OptionsError(f"“{name}” takes a string, not {value!r:.60}")
    if len(value) > _LONGEST:
        raise OptionsError(f"“{name}” has more than {_LONGEST} characters")
    bad = _NOT_IN_A_LINE.search(value)
    if bad:
        raise OptionsError(f"“{name}” holds the character U+{ord(bad[0]):04X}; take it out")


def yes_or_no(name: str, value: Any) -> None:
    """Check that ``value``, of the option ``name``, is ``True`` or ``False``.

    Raises:
        OptionsError: it is anything else; a word such as “no” would count as yes.
    """
    if not isinstance(value, bool):
        raise OptionsError(f"“{name}” takes True or False, not {value!r:.60}")


def yes_no_or_none(name: str, value: Any) -> None:
    """Check that ``value``, of the option ``name``, is ``True``, ``False`` or ``None``.

    Raises:
        OptionsError: it is anything else.
    """
    if value is not None:
        yes_or_no(name, value)


def text_encoding(encoding: str) -> str | None:
    """Return Python's name for ``encoding``, or ``None`` if there is none, or it is none of texts (``rot13``)."""
    try:
        codec = codecs.lookup(encoding)
        b"a".decode(encoding)  # a codec from bytes to bytes, or from text to text, says so
    except UnicodeError:  # a lone byte is no text in UTF-16
        pass
    except (LookupError, ValueError):
        return None
    return None if codec.name.replace("-", "_") in _NO_TEXT else codec.name
