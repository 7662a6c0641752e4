"""The command: makes the files, reads each with everybody in turn, writes the table."""
import argparse
import shutil
import statistics
import subprocess
import sys
import time

from peers import machine
from peers.measuring import Figures, RunFailed, measure
from peers.options import choice
from peers.places import PROGRAM, ROOT, Absent
from peers.table import line, spread
from speed.files import FOLDER, FORMS, Form
from speed.readers import MOSELLE, Reader, build_floor, floor, install, readers

RESULTS = ROOT / "results/reading"
TIME_LIMIT = 900


def main() -> int:
    options = arguments()
    about = machine.description()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    try:
        build_floor()
        chosen = [reader for reader in readers() if reader.key in options.readers]
        for reader in chosen:
            install(reader)
        parts = []
        for form in FORMS:
            form.make(FOLDER / form.name)
            parts.append(table(form, chosen, options.repeats))
            print(parts[-1], flush=True)
    except Absent as reason:
        print(f"reading cannot be timed: {reason}", file=sys.stderr)
        return 2
    finally:
        shutil.rmtree(FOLDER)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "table.md").write_text(f"{about}.\n\n" + "\n".join(parts), encoding="utf-8")
    print(f"{about}; written to results/reading/table.md")
    return 0


def arguments() -> argparse.Namespace:
    about = "Times the reading of spectra files, every array decoded, beside peers and beside the floor."
    parser = argparse.ArgumentParser(prog="Benchmarks/read-speed", description=about)
    keys = [reader.key for reader in readers()]
    parser.add_argument("--repeats", metavar="N", type=int, default=5, help="runs of each (5)")
    parser.add_argument("--readers", metavar="X,Y", help=f"some of {', '.join(keys)}")
    options = parser.parse_args()
    if options.repeats < 1:
        parser.error("--repeats has to be at least 1")
    options.readers = choice(parser, options.readers, keys, keys)
    if not PROGRAM.is_file():
        parser.error("there is no release build of moselle; make build")
    return options


def table(form: Form, chosen: list[Reader], repeats: int) -> str:
    """Reads a file with everybody in turn, so that a busy minute of the machine falls on all of them."""
    file = FOLDER / form.name
    able = [reader for reader in chosen if form.name.endswith(reader.forms)]
    figures: dict[str, list[Figures]] = {reader.key: [] for reader in able}
    problems: dict[str, str] = {}
    floors, pairs = [], []
    for turn in range(repeats):
        print(f"{form.title}: run {turn + 1} of {repeats}", file=sys.stderr, flush=True)
        floors.append(floor(file))
        pairs.append(pair(file))
        for reader in able:
            try:
                figures[reader.key].append(read(reader, file))
            except RunFailed as problem:
                problems[reader.key] = str(problem)
    megabytes = file.stat().st_size / 1e6
    return text(form, megabytes, able, figures, problems, floors, pairs)


def pair(file) -> float:
    """Wall seconds of two programs with one job each at the same time: what a second CPU of this machine can give."""
    start = time.perf_counter()
    both = [subprocess.Popen([*MOSELLE, "--jobs", "1", file], stdout=subprocess.DEVNULL) for _ in range(2)]
    if any([each.wait() != 0 for each in both]):
        raise Absent(f"two programs at a time cannot read {file.name}")
    return time.perf_counter() - start


def read(reader: Reader, file) -> Figures:
    environment = reader.package.environment() if reader.package else {}
    scratch = FOLDER / "run"
    scratch.mkdir(exist_ok=True)
    return measure(reader.commands(file), scratch, environment, TIME_LIMIT)


def text(form: Form, megabytes: float, able, figures, problems, floors, pairs) -> str:
    steps = [statistics.median(each[i] for each in floors) for i in range(4)]
    sums = [sum(each) for each in floors]
    lowest = statistics.median(sums)
    reference = [each.wall for each in figures.get("moselle-1", [])] or sums
    lines = [
        f"### {form.title}, {megabytes:.0f} MB", "",
        line(["reader", "wall s", "MB/s", "ratio to `--jobs 1`", "CPU s", "peak MB"]), line(["---"] * 6),
    ]
    for reader in able:
        found = figures[reader.key]
        if reader.key in problems or not found:
            lines.append(line([reader.name, problems.get(reader.key, "not run"), "", "", "", ""]))
            continue
        wall = statistics.median(each.wall for each in found)
        cells = [
            reader.name, spread([each.wall for each in found], "{:.2f}"), f"{megabytes / wall:.0f}",
            f"{ratio([each.wall for each in found], reference):.2f}", spread([each.cpu for each in found], "{:.2f}"),
            f"{statistics.median(each.peak for each in found):.0f}",
        ]
        lines.append(line(cells))
    cells = ["floor, one thread", f"{lowest:.2f}", f"{megabytes / lowest:.0f}", f"{ratio(sums, reference):.2f}", "", ""]
    lines.append(line(cells))
    named = zip(["file", "gzip", "base64", "zlib"], steps, strict=True)
    parts = ", ".join(f"{name} {step:.2f}" for name, step in named)
    lines += ["", f"Floor: {parts} s. Medians of {len(floors)} runs, with the least and the most; ratios are medians of turns."]
    if two := [each.wall for each in figures.get("moselle-2", [])]:
        lines.append(
            f"The second job makes reading {ratio(reference, two):.2f} times as fast; two programs with one job each, at the "
            f"same time, do {2 * ratio(reference, pairs):.2f} times the work of one.")
    return "\n".join([*lines, ""])


def ratio(walls: list[float], references: list[float]) -> float:
    """Median of the ratios of each turn: what is read in the same minute is compared."""
    return statistics.median(wall / reference for wall, reference in zip(walls, references, strict=False))
