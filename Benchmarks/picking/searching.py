"""One search by Moselle: its accepted matches, and what it holds on the precursor of each spectrum."""
import csv
import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from peers.counting import Match, Truth, true_error
from peers.inputs.sets import scan_number
from peers.measuring import RunFailed
from peers.places import PRIVATE, PROGRAM, ROOT
from peers.program import last_line
from picking.sets import Set

FOLDER = PRIVATE / "runs/picking"
OUTPUT = FOLDER / "search"
WORKFLOW = ROOT / "Workflows/closed-search.yaml"
LIMIT = 0.01
NOTHING = "nothing was identified"

Key = tuple[str, int]  # run and scan


@dataclass
class Found:
    """What a search found, at any error rate."""

    psms: dict[Key, tuple[float, str]] = field(default_factory=dict)  # targets: q-value, residues
    peptides: list[float] = field(default_factory=list)  # q-values of targets

    def accepted(self, limit: float = LIMIT) -> set[Key]:
        return {key for key, (q_value, _) in self.psms.items() if q_value <= limit}

    def peptide_count(self) -> int:
        return sum(q_value <= LIMIT for q_value in self.peptides)

    def true_error(self, truth: Truth) -> float | None:
        """Share of accepted matches whose peptide is not in the spectrum."""
        kept = [(key, *self.psms[key]) for key in self.accepted()]
        return true_error([Match(*key, -q_value, False, sequence) for key, q_value, sequence in kept], truth)


def search(inputs: Set, runs: list[Path], changes: Iterable[str] = ()) -> Found:
    """Searches runs of a set with the closed search, the settings of the set and some changes (`stage.name=value`)."""
    shutil.rmtree(OUTPUT, ignore_errors=True)
    words = [PROGRAM, "run", WORKFLOW, "--output", OUTPUT, "--progress", "none", "--jobs", 2]
    words += ["--spectra", *runs, "--proteins", inputs.proteins, "--set", "tables.include=all"]
    words += [word for change in (*inputs.changes, *changes) for word in ("--set", change)]
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0 and not found_nothing(OUTPUT / "run.json"):
        raise RunFailed(f"moselle run ended with status {done.returncode}: {last_line(done.stderr)}")
    return Found(psms(OUTPUT / "psms.tsv"), peptides(OUTPUT / "peptides.tsv"))


def found_nothing(record: Path) -> bool:
    """Whether all that went wrong is that nothing reached 1 %: the tables are whole then, and count as they are."""
    if not record.is_file():
        return False
    outcome = json.loads(record.read_text(encoding="utf-8"))["outcome"]
    return not outcome["failures"] and len(outcome["faults"]) == 1 and NOTHING in outcome["faults"][0]


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def psms(path: Path) -> dict[Key, tuple[float, str]]:
    return {
        (row["run"], scan_number(row["spectrum_id"])): (float(row["q_value"]), row["sequence"])
        for row in rows(path) if row["is_decoy"] == "false" and row["q_value"]
    }


def peptides(path: Path) -> list[float]:
    return [float(row["q_value"]) for row in rows(path) if row["is_decoy"] == "false" and row["q_value"]]


def draws(inputs: Set, runs: list[Path], changes: Iterable[str], count: int) -> list[int]:
    """Accepted matches with decoys shuffled in several ways: how much of a difference is the luck of decoys."""
    shuffled = [[*changes, "search.decoys=shuffle", f"search.seed={seed}"] for seed in range(1, count + 1)]
    return [len(search(inputs, runs, each).accepted()) for each in shuffled]
