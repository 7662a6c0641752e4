"""One search by Moselle: its accepted matches, and what it holds on the precursor of each spectrum."""
import csv
import shutil
import statistics
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from peers.counting import without_isoleucine
from peers.places import PRIVATE, PROGRAM, ROOT
from peers.measuring import RunFailed
from picking.sets import Set

FOLDER = PRIVATE / "runs/picking"
WORKFLOW = ROOT / "Workflows/closed-search.yaml"
LIMIT = 0.01

Key = tuple[str, str]  # run and native identifier


@dataclass
class Found:
    """What a search found, at any error rate."""

    psms: dict[Key, tuple[float, str]] = field(default_factory=dict)  # targets: q-value, residues
    peptides: list[float] = field(default_factory=list)  # q-values of targets

    def accepted(self, limit: float = LIMIT) -> set[Key]:
        return {key for key, (q_value, _) in self.psms.items() if q_value <= limit}

    def peptide_count(self, limit: float = LIMIT) -> int:
        return sum(q_value <= limit for q_value in self.peptides)

    def true_error(self, present: dict[Key, frozenset[str]], limit: float = LIMIT) -> float | None:
        """Share of accepted matches whose peptide is not in the spectrum."""
        kept = self.accepted(limit)
        wrong = sum(without_isoleucine(self.psms[key][1]) not in present[key] for key in kept)
        return wrong / len(kept) if kept else None


def search(inputs: Set, runs: list[Path], changes: Iterable[str] = (), jobs: int = 2) -> Found:
    """Searches runs of a set with the closed search, the settings of the set and some changes (`stage.name=value`)."""
    output = FOLDER / "search"
    shutil.rmtree(output, ignore_errors=True)
    words = [PROGRAM, "run", WORKFLOW, "--output", output, "--progress", "none", "--jobs", jobs]
    words += ["--spectra", *runs, "--proteins", inputs.proteins, "--set", "tables.include=all"]
    words += [word for change in (*inputs.changes, *changes) for word in ("--set", change)]
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    # Where too few matches are left for 1 % the program says so, writes all tables, and its exit status is not 0.
    if not (output / "psms.tsv").is_file() or not (output / "peptides.tsv").is_file():
        raise RunFailed(f"moselle run: {(done.stderr.strip().splitlines() or ['no message'])[0]}")
    return Found(psms(output / "psms.tsv"), peptides(output / "peptides.tsv"))


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def psms(path: Path) -> dict[Key, tuple[float, str]]:
    return {
        (row["run"], row["spectrum_id"]): (float(row["q_value"]), row["sequence"])
        for row in rows(path) if row["is_decoy"] == "false" and row["q_value"]
    }


def peptides(path: Path) -> list[float]:
    return [float(row["q_value"]) for row in rows(path) if row["is_decoy"] == "false" and row["q_value"]]


def draws(inputs: Set, runs: list[Path], changes: Iterable[str], count: int) -> list[int]:
    """Accepted matches with decoys shuffled in several ways: how much of a difference is the luck of decoys."""
    shuffled = [[*changes, "search.decoys=shuffle", f"search.seed={seed}"] for seed in range(1, count + 1)]
    return [len(search(inputs, runs, each).accepted()) for each in shuffled]


def spread(counts: list[int]) -> str:
    return f"{statistics.median(counts):.0f} ({min(counts)}-{max(counts)})" if counts else ""
