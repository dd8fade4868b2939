"""The whole reference corpus: every text converts, is valid against three schemas, and comes back."""

from __future__ import annotations

import re

import pytest
from conftest import SHARED
from lxml import etree

from teiconv import Options, to_tei
from teiconv.convert import to_bytes
from teiconv.validation import schema_folder

TEXTS = SHARED / "corpus" / "text"
VOLUMES = sorted(folder.name for folder in TEXTS.glob("*"))
MOST_MARKED = 0.05
MARK = re.compile(
    r"<space |xml:space=|<lb[^>]* rend=|^\s*<lb|><lb/><(?:lb|space)|rend=\"numeral|anchored=", re.MULTILINE
)


@pytest.fixture(scope="module")
def schemas():
    own = schema_folder()
    return (
        etree.RelaxNG(etree.parse(own / "teiconv.rng")),
        etree.XMLSchema(etree.parse(own / "teiconv.xsd")),
        etree.RelaxNG(etree.parse(SHARED / "schema" / "tei_all.rng")),
    )


@pytest.mark.corpus
@pytest.mark.skipif(not VOLUMES, reason="the reference corpus (../shared) is not here")
@pytest.mark.parametrize("volume", VOLUMES)
def test_every_document_is_valid_and_comes_back(volume, schemas):
    for file in sorted((TEXTS / volume).glob("d*.txt")):
        data = file.read_bytes()
        tei = to_tei(data, Options(identifier=file.stem), name=str(file))
        assert to_bytes(tei) == data, file
        tree = etree.fromstring(tei)
        for schema in schemas:
            assert schema.validate(tree), (file, schema.error_log)


@pytest.mark.corpus
@pytest.mark.skipif(not VOLUMES, reason="the reference corpus (../shared) is not here")
def test_ordinary_documents_carry_no_layout_marks():
    files = sorted(TEXTS.glob("*/d*.txt"))
    marked = [file for file in files if MARK.search(to_tei(file.read_bytes()).decode().partition("<text>")[2])]
    assert len(marked) <= MOST_MARKED * len(files)
