"""The command: makes the inputs, measures part by part, writes the table."""
import argparse
import shutil
import sys
from collections.abc import Iterator

from peers import machine
from peers.counting import UnknownSpectrum
from peers.measuring import RunFailed
from peers.places import PROGRAM, RESULTS, Absent
from peers.private import PACKAGE
from picking import identifications, precursors, speed
from picking.searching import FOLDER

OUTPUT = RESULTS.parent / "picking"
PARTS = {"identifications": identifications, "precursors": precursors, "speed": speed}
NOTES = (
    "Identifications: `Workflows/closed-search.yaml` (ion trap: 0.5 Da for fragments); PSMs and peptides at 1 %, as "
    "`moselle run` accepts them; 'new' and 'lost' are spectra against the first row; shuffled decoys: median of some "
    "draws, with the least and the most. True error: share of accepted matches whose peptide is not in the spectrum. "
    "Speed: seconds on one thread, medians of turns with the least and the most, ratios within a turn.\n"
)


def main() -> int:
    options = arguments()
    about = machine.description()
    texts = ["## Picking\n", about + ".\n", NOTES]
    status = 0
    try:
        PACKAGE.install()
        for name in options.parts:
            for table in part(name, options.repeats if name == "speed" else options.draws):
                print(table, flush=True)
                texts.append(table)
    except (Absent, RunFailed, UnknownSpectrum, OSError, LookupError, ValueError) as reason:
        # What is finished is kept: it took minutes.
        texts.append(f"The rest was not measured: {reason}\n")
        print(f"not measured: {reason}", file=sys.stderr)
        status = 1
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    (OUTPUT / "table.md").write_text("\n".join(texts), encoding="utf-8")
    print(f"{about}.\n\n{NOTES}\nwritten to {OUTPUT.name}/table.md below results/")
    return status


def arguments() -> argparse.Namespace:
    about = "Measures what peak picking does to identifications, what it makes of precursors, and what it costs."
    parser = argparse.ArgumentParser(prog="Benchmarks/compare-picking", description=about)
    parser.add_argument("--only", choices=PARTS, action="append", dest="parts", help="this part; may be repeated")
    parser.add_argument("--draws", metavar="N", type=int, default=5, help="draws of shuffled decoys (5)")
    parser.add_argument("--repeats", metavar="N", type=int, default=5, help="turns of the speed part (5)")
    options = parser.parse_args()
    if options.draws < 0 or options.repeats < 1:
        parser.error("--draws has to be at least 0 and --repeats at least 1")
    if not PROGRAM.is_file():
        parser.error("there is no release build of moselle; make build")
    options.parts = options.parts or list(PARTS)
    return options


def part(name: str, count: int) -> Iterator[str]:
    """The tables of a part, each as soon as it is there."""
    folder = FOLDER / name
    shutil.rmtree(FOLDER, ignore_errors=True)
    folder.mkdir(parents=True)
    yield from PARTS[name].sections(folder, count)
