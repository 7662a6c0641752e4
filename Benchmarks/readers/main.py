"""The command: reads every file with Moselle and its peers, compares, writes the table."""
import argparse
import shutil
import sys
from fnmatch import fnmatchcase
from pathlib import Path

from peers import machine
from peers.places import DATA, PRIVATE, PROGRAM, ROOT, Absent
from readers import conformance, files, known, moselle, table
from readers import writing as written
from readers.comparing import Difference, differences
from readers.peer import PEERS
from readers.spectra import Reading
from readers.tallies import Tallies

RESULTS = ROOT / "results/readers"
SCRATCH = PRIVATE / "readers"
# The reader that keeps 64 bits of an intensity.
EXACT = PEERS[0]


def main() -> int:
    options = arguments()
    about = machine.description()
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    try:
        chosen = [path for path in files.all_files() if fnmatchcase(str(path).lower(), options.files.lower())]
        if not chosen:
            raise Absent(f"no file matches '{options.files}'")
        for peer in PEERS:
            peer.package.install()
        parts = [part(chosen) for part in (reading, writing) if options.only in (None, part.__name__)]
    except Absent as reason:
        print(f"the comparison cannot be made: {reason}", file=sys.stderr)
        return 2
    finally:
        for peer in PEERS:
            peer.stop()
        shutil.rmtree(SCRATCH)
    names = {"moselle": "Moselle"} | {peer.key: peer.name for peer in PEERS}
    body = [table.text(title, tallies, names) for title, tallies in parts]
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "table.md").write_text("\n".join([f"{about}.\n", *body]), encoding="utf-8")
    print("\n".join(body))
    return report([tallies for _, tallies in parts], is_whole=options.files == "*")


def arguments() -> argparse.Namespace:
    about = "Compares what Moselle, pyteomics and pyopenms read from every spectra file of the folder of real data."
    parser = argparse.ArgumentParser(prog="Benchmarks/compare-readers", description=about)
    parser.add_argument("--files", metavar="PATTERN", default="*", help="only files of such paths ('formats/*.mgf')")
    parser.add_argument("--only", choices=["reading", "writing"], help="only this part")
    options = parser.parse_args()
    if not PROGRAM.is_file():
        parser.error("there is no release build of moselle; make build")
    return options


def report(parts: list[Tallies], is_whole: bool) -> int:
    """Says how it ended: 1 where a difference is not explained."""
    if is_whole:
        for each in [line for tallies in parts for line in tallies.unused()]:
            print(f"explains nothing any more: {each.kind}, {each.peer}, {' '.join(each.files)}", file=sys.stderr)
    bad = sum(len(tallies.unexplained) for tallies in parts)
    print(f"{bad} kinds of differences are not explained; see results/{RESULTS.name}/table.md")
    return 1 if bad else 0


def reading(chosen: list[Path]) -> tuple[str, Tallies]:
    tallies = Tallies(known.READING)
    for number, path in enumerate(chosen):
        print(f"{number + 1} of {len(chosen)}: {path}", file=sys.stderr, flush=True)
        ours = moselle.read(DATA / path)
        rounded: dict[int, int] = {}
        for peer in PEERS:
            theirs = read_unpacked(peer, DATA / path)
            if peer is EXACT:
                rounded = short_sums(theirs)
            tallies.add(peer.key, str(path), files.form(path), ours, theirs, differences(ours, theirs, rounded))
    return "Reading", tallies


def writing(chosen: list[Path]) -> tuple[str, Tallies]:
    tallies = Tallies(known.WRITING)
    for path in [path for path in chosen if str(path) in written.INPUTS]:
        read, rounded = moselle.read(DATA / path), short_sums(read_unpacked(EXACT, DATA / path))
        for form, name in table.FORMS.items():
            if form == "ms2":
                continue
            for subset in written.subsets(read):
                target = SCRATCH / f"written.{name if form != 'mgf' else form}"
                print(f"{path}: {subset.name} as {name}", file=sys.stderr, flush=True)
                write(tallies, path, target, form, subset, rounded)
    return "Writing", tallies


def write(tallies: Tallies, path: Path, target: Path, form: str, subset: written.Subset, rounded: dict) -> None:
    """Converts, and reads what was written with everybody."""
    target.unlink(missing_ok=True)
    expected = Reading(written.expected(subset.spectra, form))
    error = written.convert(DATA / path, target, subset.options)
    label = f"{path} ({subset.name}) as {form}"
    if not target.is_file():
        found = [Difference("not written", None, error, len(expected.spectra))] if expected.spectra else []
        tallies.add("moselle", label, form, Reading(error=error), Reading(error=error), found)
        return
    faults = conformance.faults(target, form, EXACT.package, PEERS[1].package)
    own = moselle.read(target)
    found = [*differences(expected, own, rounded), *(Difference("conformance", None, fault, None) for fault in faults)]
    tallies.add("moselle", label, form, expected, own, found)
    for peer in PEERS:
        theirs = peer.read(target, SCRATCH / "answer.json")
        tallies.add(peer.key, label, form, expected, theirs, differences(expected, theirs, rounded))


def short_sums(read: Reading) -> dict[int, int]:
    """Checksums of peaks whose intensities have 32 bits, by those of the same peaks as they are."""
    return {spectrum.crc: spectrum.crc_short for spectrum in read.spectra}


def read_unpacked(peer, path: Path) -> Reading:
    try:
        source = files.unpacked(path, SCRATCH)
    except (EOFError, OSError) as error:
        return Reading(error=f"gzip: {error}")
    return peer.read(source, SCRATCH / "answer.json")
