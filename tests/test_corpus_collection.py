"""Volumes of the reference corpus as one collection: every pointer leads somewhere, every id is there once."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_helpers import tree
from test_collection import collect, dangling, ids

pytestmark = pytest.mark.corpus
VOLUMES = ("frus1961-63v05", "frus1969-76v12", "frus1969-76ve13")


@pytest.fixture(scope="module")
def shelf(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every tenth document of three volumes, each volume with its own lists, in one collection."""
    root = tmp_path_factory.mktemp("shelf")
    for volume in VOLUMES:
        folder = corpus / "text" / volume
        texts = sorted(path for path in folder.glob("d*.txt"))[::10]
        lists = [path for name in ("persons.txt", "terms.txt") if (path := folder / name).is_file()]
        settings = "".join(f'{path.stem} = "{path.name}"\n' for path in lists)
        settings += f'[publication]\nidentifier = "{volume}"\n'
        files = {f"{volume}/{path.name}": path.read_text(encoding="utf-8") for path in (*texts, *lists)}
        tree(root / "in", {**files, f"{volume}/teiconv.toml": settings})
    summary = collect(root / "in", root / "out")
    assert summary.failed == 0
    return root / "out"


def test_every_id_is_there_once(shelf: Path) -> None:
    assert [id for id, count in ids(shelf).items() if count > 1] == []


def test_every_pointer_leads_somewhere(shelf: Path) -> None:
    assert dangling(shelf) == []
