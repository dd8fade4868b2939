"""Pages of the documentation as a reader follows them: files that they show are written, commands are run.

````{code-block} text`` with ``:caption: memo.txt`` is a file of that name.  In a ``console`` block a line that begins
with ``$`` is a command, and what stands below it is its output, in which ``…`` stands for anything.  A page that begins
with ``<!-- after: PAGE -->`` goes on from that page; with ``<!-- files: PAGE -->`` it has its files.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<content>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
_BEFORE = re.compile(r"<!-- (?P<what>after|files): (?P<page>\S+) -->\n")
_CAPTION = re.compile(r"\A(?P<options>(?::[\w-]+:[^\n]*\n)*?):caption: (?P<name>\S+)\n(?::[\w-]+:[^\n]*\n)*\n?")


def follow(page: Path, desk: Path) -> None:
    """Do in the folder ``desk`` what ``page`` tells, in its order, and before it the page that it goes on from."""
    text = page.read_text(encoding="utf-8")
    before = _BEFORE.match(text)
    if before:
        _follow((page.parent / f"{before['page']}.md").read_text(encoding="utf-8"), desk, before["what"] == "after")
    _follow(text, desk, run=True)


def _follow(text: str, desk: Path, run: bool) -> None:
    for found in _FENCE.finditer(text):
        caption = _CAPTION.match(found["content"])
        if caption:
            file = desk / caption["name"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found["content"][caption.end() :], encoding="utf-8")
        elif run and found["info"] == "console":
            for commands, output in _commands(found["content"]):
                _run(commands, output, desk)


def scripts(page: str) -> str:
    """Return all plain ``python`` blocks of ``page`` as one script."""
    return "\n".join(found["content"] for found in _FENCE.finditer(page) if found["info"] == "python")


def has_commands(page: str) -> bool:
    """Tell whether ``page`` has commands to run."""
    return any(found["info"] == "console" for found in _FENCE.finditer(page))


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command and the output below it; a command goes on after a backslash."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r" *\\\n *", " ", part).partition("\n")
        yield command, output


def _run(command: str, output: str, desk: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=desk,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    if output:
        said = re.sub(r"^Converting: .*\n", "", done.stdout, flags=re.MULTILINE)  # progress, on a slow machine only
        wanted = ".*?".join(re.escape(part) for part in output.rstrip("\n").split("…"))
        assert re.fullmatch(wanted, said.rstrip("\n"), re.DOTALL), f"$ {command}\n{done.stdout}"
    assert done.returncode == 0 or "error:" in output, f"$ {command}\n{done.stdout}"
