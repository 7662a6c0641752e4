"""The command: simulates runs, searches them and real ones with entrapments, and writes the tables."""
import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from entrapment import tools
from entrapment.pooled import Counts, Truth, counted, counts, judged, truths
from peers import machine
from peers.inputs import making
from peers.measuring import RunFailed
from peers.places import PRIVATE, PROGRAM, RESULTS, ROOT, Absent
from peers.program import last_line
from picking.searching import found_nothing
from picking.sets import SHEWANELLA, VELOS, Set, real, simulated

OUTPUT = RESULTS.parent / "entrapment"
FOLDER = PRIVATE / "runs/entrapment"
PARTS = ("simulated", "real", "tools")
TOOL_SETS = ["shewanella", "velos", "yeast"]


def main() -> int:
    options = arguments()
    texts = [f"## Claimed rates and entrapments\n\n{machine.description()}."]
    status = 0
    try:
        for part in options.parts:
            if part == "simulated":
                texts.append(on_simulated(options.seeds, options.spectra))
            elif part == "real":
                texts.append(on_real(options.draws))
            else:
                texts.append(of_tools(options.spectra))
            print(texts[-1], flush=True)
    except (Absent, RunFailed, OSError, LookupError, ValueError) as reason:
        texts.append(f"The rest was not measured: {reason}")
        print(f"not measured: {reason}", file=sys.stderr)
        status = 1
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / "entrapment.md").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    print(f"written to {OUTPUT.name}/entrapment.md below results/")
    return status


def on_simulated(seeds: int, spectra: int) -> str:
    """True error and entrapments of simulated runs of yeast, one for each seed."""
    runs: list[tuple[dict[str, Counts], dict[str, Truth]]] = []
    for seed in range(1, seeds + 1):
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        words = ["--fragment-spectra", spectra, "--seed", seed]
        inputs = simulated("yeast", "simulated, yeast", making.YEAST, FOLDER, words)
        output = search(inputs, "known-truth.yaml", ["--truth", inputs.truth], seed)
        runs.append((counts(output / "entrapment.tsv"), truths(output / "truth.tsv")))
        print(f"seed {seed}: {runs[-1][0]['psm'].entrapments} entrapments among PSMs", file=sys.stderr)
    return (
        f"{seeds} simulated runs of yeast with {spectra:,} fragment spectra each, `Workflows/known-truth.yaml` with "
        f"`entrapment: shuffled`, at a claimed 1 %:\n\n{judged(runs)}")


def on_real(draws: int) -> str:
    """Entrapments of real sets, shuffled in several ways."""
    found: dict[str, dict[str, Counts]] = {}
    for source in (SHEWANELLA, VELOS):
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        inputs = real(source, FOLDER)
        for draw in range(1, draws + 1):
            output = search(inputs, "closed-search.yaml", [], draw)
            found[f"`{source.key}`, seed {draw}"] = counts(output / "entrapment.tsv")
    return (
        "Real runs, `Workflows/closed-search.yaml` with `entrapment: shuffled`, at a claimed 1 %; each seed shuffles "
        f"anew (the spectra are the same, so that the intervals of all together are too narrow):\n\n{counted(found)}")


def of_tools(spectra: int) -> str:
    """Entrapments among what other tools accept, which get them in the FASTA."""
    return (
        "PSMs at a claimed 1 % by each tool's score, (decoys + 1) / targets, matched settings, entrapments in the "
        f"FASTA; r is about 0.6 to 0.7:\n\n{tools.compared(TOOL_SETS, spectra)}")


def search(inputs: Set, workflow: str, words: list, seed: int) -> Path:
    """The output folder of a search with shuffled entrapments."""
    output = FOLDER / "search"
    shutil.rmtree(output, ignore_errors=True)
    command = [PROGRAM, "run", ROOT / "Workflows" / workflow, "--output", output, "--progress", "none", "--jobs", 2]
    command += ["--spectra", *inputs.runs, "--proteins", inputs.proteins, *words]
    command += ["--set", "confidence.entrapment=shuffled", "--set", f"search.seed={seed}"]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0 and not found_nothing(output / "run.json"):
        raise RunFailed(f"moselle run ended with status {done.returncode}: {last_line(done.stderr)}")
    return output


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="check-entrapment", description=f"Needs {PROGRAM}; 'make build' makes it.")
    parser.add_argument("--only", choices=PARTS, action="append", dest="parts", help="this part; may be repeated")
    parser.add_argument("--seeds", type=int, default=20, help="how many runs are simulated (default: 20)")
    parser.add_argument("--spectra", type=int, default=20_000, help="fragment spectra of each (default: 20,000)")
    parser.add_argument("--draws", type=int, default=3, help="how often those of real sets are shuffled (default: 3)")
    options = parser.parse_args()
    options.parts = options.parts or list(PARTS)
    return options
