"""Folders of the comparison, and the way to say that something is missing."""
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / ".build/release/moselle"
# Ignored by git with the rest of .build; `make clean` removes it.
PRIVATE = ROOT / ".build/benchmarks"
RESULTS = ROOT / "results/benchmark"
DATA = Path(os.environ.get("MOSELLE_TEST_DATA") or ROOT.parent / "shared/data")


class Absent(Exception):
    """A tool or an input that is not there, with the reason; the rest of the comparison goes on without it."""
