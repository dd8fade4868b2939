"""``python -m teiconv``: the command line, where its script is not on the path."""

from __future__ import annotations

from teiconv.cli import main

if __name__ == "__main__":  # processes that a batch starts import this module, too
    main(prog_name="teiconv")
