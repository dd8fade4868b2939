"""The branches alone that tests reach: ``coverage json -o FILE``, then ``python tools/branches.py FILE --at-least 97``.

coverage.py counts statements and branches together. This tool counts branches only, lists those that no test reaches,
module by module, and fails below the given share.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def not_reached(files: dict[str, Any]) -> list[str]:
    """Return a line for each module with branches that no test reaches: how many, and from which line to which."""
    missing = {name: file["missing_branches"] for name, file in files.items() if file["missing_branches"]}
    return [
        f"{len(branches):4} {name}: {', '.join(f'{start}→{_line(end)}' for start, end in branches)}"
        for name, branches in sorted(missing.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _line(end: int) -> str:
    """Return the line that a branch leads to; coverage.py has a negative number for the end of a function."""
    return str(end) if end > 0 else "end"


def main() -> None:
    """Print the branches that are not reached, and the share of those that are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=Path, help="what `coverage json` wrote")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT")
    chosen = parser.parse_args()
    report = json.loads(chosen.report.read_text(encoding="utf-8"))
    branches, reached = report["totals"]["num_branches"], report["totals"]["covered_branches"]
    print(*not_reached(report["files"]), sep="\n")
    print(f"{100 * reached / branches:.2f} % of {branches:,} branches, {branches - reached} are not reached")
    sys.exit(100 * reached < chosen.at_least * branches)


if __name__ == "__main__":
    main()
