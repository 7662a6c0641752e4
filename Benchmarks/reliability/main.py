"""The command: simulates runs, searches them, and writes the table of claims and truth."""
import argparse
import shutil
import sys

from peers import machine
from peers.counting import UnknownSpectrum
from peers.inputs import making, truth
from peers.measuring import RunFailed
from peers.places import PROGRAM, RESULTS, Absent
from picking.searching import OUTPUT as SEARCH
from picking.searching import search
from picking.sets import simulated
from reliability.bins import binned, claims, table

OUTPUT = RESULTS.parent / "reliability"
FOLDER = SEARCH.parent.parent / "reliability"


def main() -> int:
    options = arguments()
    made = []
    try:
        for seed in range(1, options.seeds + 1):
            shutil.rmtree(FOLDER, ignore_errors=True)
            FOLDER.mkdir(parents=True)
            words = ["--fragment-spectra", options.spectra, "--seed", seed]
            inputs = simulated("yeast", "simulated, yeast", making.YEAST, FOLDER, words)
            search(inputs, list(inputs.runs))
            made += claims(SEARCH / "psms.tsv", truth.read(inputs.truth))
            print(f"seed {seed}: {len(made):,} matches so far", file=sys.stderr)
    except (Absent, RunFailed, UnknownSpectrum, OSError, LookupError, ValueError) as reason:
        print(f"not measured: {reason}", file=sys.stderr)
        return 1
    text = (
        f"## Claimed and true error\n\n{machine.description()}.\n\n{options.seeds} simulated runs of yeast with "
        f"{options.spectra:,} fragment spectra each, `Workflows/closed-search.yaml`; targets of all scores by posterior "
        f"error probability.\n\n{table(binned(made))}\n")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / "reliability.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="check-reliability", description=f"Needs {PROGRAM}; 'make build' makes it.")
    parser.add_argument("--seeds", type=int, default=5, help="how many runs are simulated (default: 5)")
    parser.add_argument("--spectra", type=int, default=20_000, help="fragment spectra of each (default: 20,000)")
    return parser.parse_args()
