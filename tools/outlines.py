"""Write the outlines of the samples (``tests/passes``, ``tests/samples``) anew; look at the difference before a commit.

python tools/outlines.py
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import block_samples
from test_outlines import FILES, outlined
from test_passes import ALWAYS, PASSES, STEPS, tree

from teiconv.conventions.table import named

for series, name in STEPS:
    file = PASSES / series / f"{name}.txt"
    if not file.exists():
        print(f"no sample of the pass {name} of {series}")
        continue
    text = file.read_text(encoding="utf-8")
    found = tree(text, named(series))
    if name not in ALWAYS and tree(text, named(series).without(name)) == found:
        print(f"{file.name} of {series} is the same without its pass")
    file.with_suffix(".outline").write_text(found, encoding="utf-8")

for file in FILES:
    file.with_suffix(".outline").write_text(outlined(file), encoding="utf-8")

block_samples.write()
