"""The licences of all parts, out of a bill of materials: ``python tools/licences.py teiconv.cdx.json``.

It fails if a part tells no licence.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def licence_of(part: dict[str, Any]) -> str:
    """Return what ``part`` says of its licence, in one line; nothing if it says nothing."""
    said = [one.get("expression") or _name(one.get("license", {})) for one in part.get("licenses", ())]
    return "; ".join(dict.fromkeys(filter(None, said)))


def _name(licence: dict[str, Any]) -> str:
    lines = str(licence.get("id") or licence.get("name") or "").splitlines() or [""]
    return lines[0].removeprefix("License :: OSI Approved :: ")


def main() -> None:
    """Print a row for each part."""
    parts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")).get("components", [])
    rows = sorted((part["name"], part.get("version", ""), licence_of(part)) for part in parts)
    for name, version, licence in rows:
        print(f"{name:24} {version:12} {licence or 'NO LICENCE'}")
    sys.exit(not rows or not all(licence for _, _, licence in rows))


if __name__ == "__main__":
    main()
