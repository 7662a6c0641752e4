"""The command: makes the inputs, installs the tools, runs them in turn, counts, writes the table."""
import argparse
import shutil
import sys
from pathlib import Path

from peers import machine, table
from peers.counting import UnknownSpectrum, count
from peers.inputs import making
from peers.inputs.sets import Inputs
from peers.measuring import RunFailed, measure
from peers.options import choice
from peers.places import PRIVATE, RESULTS, Absent
from peers.table import Row
from peers.tools import DRAWN_TOOLS, TOOLS, Tool

# The large search space and the wide window are searched once: it takes minutes, and repeats change little in them.
ONCE = {"large", "open"}
QUICK_SIMULATED = 2_000
KEPT_LINES = 40


def main() -> int:
    options = arguments()
    if options.list:
        print("sets:  " + " ".join(making.SETS) + "\ntools: " + " ".join(tool.key for tool in TOOLS))
        print("with --draws: " + " ".join(tool.key for tool in DRAWN_TOOLS))
        return 0
    about = machine.description()
    chosen = [tool for tool in (DRAWN_TOOLS if options.draws else TOOLS) if tool.key in options.tools]
    shutil.rmtree(RESULTS, ignore_errors=True)
    RESULTS.mkdir(parents=True)
    reasons = install(chosen)
    making.remove()
    parts = []
    try:
        for key in options.sets:
            parts.append(compare(key, chosen, reasons, options))
            print(parts[-1], flush=True)
    finally:
        making.remove()
    notes = table.notes(chosen, about, is_drawn=options.draws is not None)
    text = "\n".join(["## Moselle and its peers\n", notes, *parts])
    (RESULTS / "table.md").write_text(text, encoding="utf-8")
    print(notes + f"\nwritten to {RESULTS.name}/table.md below results/")
    return 0


def arguments() -> argparse.Namespace:
    about = "Runs Moselle and its peers on the same inputs."
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=about)
    parser.add_argument("--sets", metavar="A,B", help="sets of inputs; all if not given, with --quick all but large and open")
    parser.add_argument("--tools", metavar="X,Y", help="tools; all if not given")
    parser.add_argument("--repeats", metavar="N", type=int, help="runs of each tool on a set (3; large and open have 1)")
    parser.add_argument("--draws", metavar="N", type=int, help="no times; counts with decoys shuffled in N ways")
    parser.add_argument("--quick", action="store_true", help="one run each, 2,000 simulated spectra instead of 20,000")
    parser.add_argument("--time-limit", metavar="SECONDS", type=int, default=3600, help="for one command (3600)")
    parser.add_argument("--list", action="store_true", help="list sets and tools and stop")
    options = parser.parse_args()
    sets = [key for key in making.SETS if not (options.quick and key in ONCE)]
    options.sets = choice(parser, options.sets, list(making.SETS), sets)
    keys = [tool.key for tool in (DRAWN_TOOLS if options.draws else TOOLS)]
    options.tools = choice(parser, options.tools, keys, keys)
    for name in ("repeats", "draws"):
        if getattr(options, name) is not None and getattr(options, name) < 1:
            parser.error(f"--{name} has to be at least 1")
    if options.draws and options.repeats:
        parser.error("--draws takes no times that --repeats could take again")
    return options


def install(tools: list[Tool]) -> dict[str, str]:
    """Installs what is not there, and says of the tools that cannot be installed why."""
    reasons = {}
    for tool in tools:
        try:
            tool.install()
        except Absent as reason:
            print(f"{tool.name} is absent: {reason}", file=sys.stderr)
            reasons[tool.key] = f"absent: {reason}"
    return reasons


def compare(key: str, tools: list[Tool], reasons: dict[str, str], options: argparse.Namespace) -> str:
    """Runs the tools on a set in turn, so that a busy minute of the machine falls on all of them."""
    repeats = options.draws or options.repeats or (1 if options.quick or key in ONCE else 3)
    try:
        inputs = making.make(key, QUICK_SIMULATED if options.quick else making.SIMULATED_SPECTRA)
    except Absent as reason:
        return f"### `{key}`\n\nabsent: {reason}\n"
    rows = [
        Row(tool, problem=reasons.get(tool.key)) for tool in tools
        if tool.has_wide_window or not inputs.has_wide_window]
    for turn in range(repeats):
        searched = making.drawn(inputs, seed=turn + 1) if options.draws else inputs
        for row in rows:
            if row.problem is None:
                print(f"{key}: {row.tool.name}, run {turn + 1} of {repeats}", file=sys.stderr, flush=True)
                run(row, searched, options.time_limit)
    return table.draws_table(inputs, rows) if options.draws else table.set_table(inputs, rows)


def run(row: Row, inputs: Inputs, limit: int) -> None:
    """Runs a tool once in an empty folder and counts its matches; a failure is kept in the row and in results/."""
    folder = PRIVATE / "runs" / inputs.key / row.tool.key
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        row.tool.prepare(inputs, folder)
        figures = measure(row.tool.commands(inputs, folder), folder, row.tool.environment(), limit)
        row.counts.append(count(row.tool.matches(inputs, folder), inputs.truth))
        row.figures.append(figures)
    except (Absent, RunFailed, OSError, ValueError, LookupError, TypeError, UnknownSpectrum) as error:
        row.problem = f"failed: {error}".replace(f"{folder}/", "").replace("|", "/").splitlines()[0]
        keep(folder, RESULTS / f"failed.{inputs.key}.{row.tool.key}.txt", row.problem)
        print(f"{row.tool.name} {row.problem}", file=sys.stderr)
    finally:
        shutil.rmtree(folder)


def keep(folder: Path, report: Path, problem: str) -> None:
    """Keeps what a failed tool said last."""
    parts = [problem]
    for name in ("stderr.txt", "stdout.txt"):
        path = folder / name
        lines = path.read_text(errors="replace").splitlines() if path.is_file() else []
        parts += [f"--- end of {name}", *lines[-KEPT_LINES:]]
    report.write_text("\n".join(parts) + "\n", encoding="utf-8")
