"""Make the pictures of the documentation: the edition of the seed; the report and the review of “your first volume”.

``python tools/screenshots.py`` writes ``docs/pictures/*.png``.  It needs Chromium, Pillow
(which halves the files) and ``teiconv[review]``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
BROWSER = "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --virtual-time-budget=3000".split()
SETTINGS = """[edition]
id = "peru"
title = "Peru, 1969–1972"
editors = ["Ada Editor <ada@example.org>"]
"""
COLOURS = 64

sys.path.insert(0, str(ROOT / "tests"))
from docs_pages import follow  # noqa: E402


def teiconv(*arguments: str | Path, folder: Path) -> None:
    """Run a command in ``folder``."""
    subprocess.run([sys.executable, "-m", "teiconv", *arguments], cwd=folder, check=True)


def edition(folder: Path) -> Path:
    """Publish the seed, and return the page of its document."""
    (folder / "texts").mkdir()
    (seed,) = (ROOT / "seeds").glob("*.txt")
    shutil.copy(seed, folder / "texts" / "d633.txt")
    (folder / "teiconv.toml").write_text(SETTINGS, encoding="utf-8")
    teiconv("batch", "texts", "tei", "-q", folder=folder)
    teiconv("publish", "tei", "public", "--as", "site", "-q", folder=folder)
    return folder / "public" / "site" / "documents/d633.html"


def report(folder: Path) -> Path:
    """Follow the tutorial, and return the report that it makes."""
    follow(ROOT / "docs" / "tutorials" / "first-volume.md", folder)
    return folder / "report.html"


@contextmanager
def review(folder: Path) -> Iterator[str]:
    """Serve the review of the tutorial's collection; yield its address."""
    follow(ROOT / "docs" / "tutorials" / "first-volume.md", folder)
    command = [sys.executable, "-m", "teiconv", "review", "tei", "--no-browser", "--who", "Ada Editor"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        yield server.stderr.readline().split()[-1]
        server.terminate()


def picture(address: str, name: str, size: Sequence[int]) -> None:
    """Write what a browser of that size shows at ``address``."""
    file = PICTURES / f"{name}.png"
    chromium = shutil.which("chromium") or "chromium"
    window = ",".join(map(str, size))
    command = [chromium, *BROWSER, f"--window-size={window}", f"--screenshot={file}", address]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)


def main() -> None:
    """Make all pictures."""
    for name, make, size in (("edition", edition, (1100, 760)), ("report", report, (1100, 900))):
        with TemporaryDirectory() as folder:
            picture(make(Path(folder)).as_uri(), name, size)
    with TemporaryDirectory() as folder, review(Path(folder)) as address:
        picture(address, "review", (1100, 760))


if __name__ == "__main__":
    main()
