"""How many mutants of the code the quick tests kill, by mutmut: a sample of them, chosen by a seed.

    pip install mutmut
    python tools/mutants.py --number 300 --seed 1       # in the folder of the project; the code itself stays as it is
    mutmut browse                                       # looks through what was found

``pyproject.toml`` says which modules are mutated, and which tests are quick.  mutmut knows which of them call the
function that a mutant changes.  Survivors are printed: each wants a test, or has a reason (``docs/reliability.md``).
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path("mutants")
DEAD = {"killed", "timeout", "segfault"}


def every_mutant() -> dict[str, str]:
    """Return all mutants, each with what became of it in mutmut's words."""
    from mutmut.stats import status_by_exit_code

    found: dict[str, str] = {}
    for file in sorted(FOLDER.rglob("*.meta")):
        codes = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: status_by_exit_code[code] for name, code in sorted(codes.items())}
    return found


def main() -> None:
    """Try a sample of all mutants."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    mutmut = shutil.which("mutmut", path=str(Path(sys.executable).parent)) or sys.exit("pip install mutmut")
    run = [mutmut, "run", "--max-children", str(given.jobs)]
    subprocess.run([*run, "no mutant has this name"], check=False)  # makes the mutants, learns which tests call what
    names = list(every_mutant())
    chosen = random.Random(given.seed).sample(names, min(given.number, len(names)))
    subprocess.run([*run, *chosen], check=False)
    found = every_mutant()
    for name in chosen:
        if found[name] not in DEAD:
            print(f"\n{found[name]}: {name}", flush=True)
            subprocess.run([mutmut, "show", name], check=False)
    counts = Counter(found[name] for name in chosen)
    print(f"{dict(counts)} of {len(chosen)}, out of {len(names)}; seed {given.seed}")


if __name__ == "__main__":
    main()
