"""How many mutants of the code the quick tests kill: a sample of those that mutmut makes, chosen by a seed.

    pip install 'mutmut>=3.8'
    python tools/mutants.py --number 300 --seed 1       # in the folder of the project; the code itself stays as it is

``pyproject.toml`` says which modules are mutated, and which tests are quick.  One process collects these tests and
runs none of them; it forks for each mutant.  So nothing is remembered of the code as it was, and a mutant costs less
than a second.  The first fork learns which tests call which function.  A mutant meets those that call its function,
the quickest first, until one fails.  Survivors are printed: each wants a test, or has a reason
(``docs/reliability.md``).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

FOLDER = Path("mutants").absolute()
SLOWEST = 4.0
"""Seconds; a test that takes longer is not quick, and meets no mutant."""
ENDLESS = 300
"""Seconds of the processor after which a mutant hangs, and is killed."""
DEAD = frozenset({"killed", "endless"})
WORDS = {0: "survived", 1: "killed", 2: "no test", -signal.SIGPROF: "endless"}

Learned = dict[str, list[tuple[float, str]]]
"""The tests that call a function, each with its seconds."""


def make(jobs: int) -> list[str]:
    """Make all mutants, and return their names."""
    from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants

    FOLDER.mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    create_mutants(jobs)
    files = sorted(FOLDER.rglob("*.meta"))
    return [name for file in files for name in sorted(json.loads(file.read_text("utf-8"))["exit_code_by_key"])]


def is_passed(items: list[pytest.Item], index: int) -> bool:
    """Run a test, and tell whether it passed."""
    following = items[index + 1] if index + 1 < len(items) else None
    return not any(report.failed for report in runtestprotocol(items[index], log=False, nextitem=following))


def learn(items: list[pytest.Item]) -> Learned:
    """Run all tests on the code as it is, and return which of them call which function."""
    from mutmut.mutation import trampoline

    from teiconv.remember import forget

    called: set[str] = set()
    trampoline.record_trampoline_hit = lambda name, caller=None: called.add(name)
    learned: Learned = {}
    for index, item in enumerate(items):
        called.clear()
        forget()  # what is remembered is not called
        started = time.monotonic()
        if not is_passed(items, index):
            print(f"left out, since it fails without any mutant: {item.nodeid}", file=sys.stderr)
            continue
        taken = time.monotonic() - started
        for function in called if taken < SLOWEST else ():
            learned.setdefault(function, []).append((taken, item.nodeid))
    return learned


class Forks:
    """A plugin of pytest that runs the tests for each mutant, in a process of its own."""

    def __init__(self, names: list[str], jobs: int) -> None:
        self.names, self.jobs = names, jobs
        self.found: dict[str, str] = {}
        self.running: dict[int, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of the one run of all tests."""
        learned = self.learned(session.items)
        items = {item.nodeid: item for item in session.items}
        for name in self.names:
            if len(self.running) == self.jobs:
                self.reap()
            tests = sorted(learned.get(name.rpartition("__mutmut_")[0], ()))
            mine = [items[test] for _, test in tests]
            self.running[self.fork(name, lambda mine=mine: self.meet(mine))] = name
        while self.running:
            self.reap()
        return True

    def learned(self, items: list[pytest.Item]) -> Learned:
        """Return what a process has learned that runs all tests on the code as it is."""
        source, sink = os.pipe()

        def teach() -> int:
            with os.fdopen(sink, "w") as file:
                json.dump(learn(items), file)
            return 0

        self.fork("stats", teach)
        os.close(sink)
        with os.fdopen(source) as file:
            found: Learned = json.load(file)
        os.wait()
        return found

    def fork(self, mutant: str, work: Callable[[], int]) -> int:
        """Do ``work`` with ``mutant`` in a new process, which knows nothing of the code as it was."""
        process = os.fork()
        if process:
            return process
        from teiconv.remember import forget

        forget()
        os.environ["MUTANT_UNDER_TEST"] = mutant
        os._exit(work())

    @staticmethod
    def meet(tests: list[pytest.Item]) -> int:
        """Run ``tests`` until one fails; the exit code says whether one did."""
        signal.setitimer(signal.ITIMER_PROF, ENDLESS)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        return 2 if not tests else int(not all(is_passed(tests, index) for index in range(len(tests))))

    def reap(self) -> None:
        """Wait for a mutant, and keep what became of it."""
        process, status = os.wait()
        name = self.running.pop(process)
        self.found[name] = WORDS.get(os.waitstatus_to_exitcode(status), "killed")  # a mutant may end its process
        if self.found[name] not in DEAD:
            print(f"{self.found[name]}: {name}", file=sys.stderr)


def main() -> None:
    """Try a sample of all mutants."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--without", type=Path, help="a file of names of mutants that are not to be chosen")
    given = parser.parse_args()
    project = Path.cwd()
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    names = make(given.jobs)
    known = given.without.read_text("utf-8").split() if given.without else []
    chosen = [name for name in random.Random(given.seed).sample(names, given.number) if name not in known]
    os.chdir(FOLDER)
    os.environ |= {"MUTANT_UNDER_TEST": "none", "PYTHONPATH": str(FOLDER)}
    sys.path.insert(0, str(FOLDER))
    forks = Forks(chosen, given.jobs)
    tests = settings["pytest_add_cli_args_test_selection"]
    pytest.main(["-q", "-s", *settings["pytest_add_cli_args"], *tests], plugins=[forks])
    os.chdir(project)
    for name in (name for name in chosen if forks.found[name] not in DEAD):
        print(f"\n{forks.found[name]}", flush=True)
        subprocess.run([sys.executable, "-m", "mutmut", "show", name], check=False)
    print(f"{dict(Counter(forks.found.values()))} of {len(chosen)}, out of {len(names)}; seed {given.seed}")


if __name__ == "__main__":
    main()
