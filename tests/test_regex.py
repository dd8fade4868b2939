"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import teiconv
from teiconv.regex import regex


def modules():
    return [module.name for module in pkgutil.walk_packages(teiconv.__path__, "teiconv.")]


def test_behaves_as_a_compiled_pattern():
    pattern = regex(r"(?P<day>\d+) may", re.IGNORECASE)
    assert pattern.search("on 5 May")["day"] == "5"
    assert pattern.sub("", "5 MAY 1971") == " 1971"
    assert pattern.groupindex == {"day": 1}
    assert pattern.pattern == r"(?P<day>\d+) may"


def test_is_compiled_when_first_used():
    pattern = regex("(")
    with pytest.raises(re.error):
        pattern.match("")


@pytest.mark.parametrize("name", modules())
def test_every_pattern_compiles(name):
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        pytest.skip(f"{error.name} is an extra")
    for value in vars(module).values():
        if type(value) is type(regex("")):
            assert value.groups >= 0
