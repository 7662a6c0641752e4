"""The command: picks the peaks of each profile file with every tool, compares them, writes the table."""
import argparse
import json
import shutil
import sys
from pathlib import Path

from peers import machine
from peers.centroids.agreement import Agreement, Signal
from peers.centroids.pairs import PAIRS, Pair
from peers.inputs.spectra import unpacked
from peers.measuring import RunFailed, measure
from peers.places import PRIVATE, PROGRAM, RESULTS, Absent
from peers.private import PACKAGE, private
from peers.table import line

PEAKS = "peaks.mzML"
OPENMS = "OpenMS PeakPickerHiRes"
OUTPUT = RESULTS.parent / "centroids"
LIMIT_SECONDS = 600
COLUMNS = ["scans", "tool", "peaks above S/N 3", "found", "median ppm", "95 % ppm", "spurious"]


def main() -> int:
    repeats = arguments().repeats
    about = machine.description()
    folder = PRIVATE / "runs/centroids"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        PACKAGE.install()
        parts = [section(pair, folder, repeats) for pair in PAIRS]
    except (Absent, RunFailed) as reason:
        print(f"not compared: {reason}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    text = "\n".join(["## Centroids\n", about + ".\n", notes(repeats), *parts])
    (OUTPUT / "table.md").write_text(text, encoding="utf-8")
    print(text + f"\nwritten to {OUTPUT.name}/table.md below results/")
    return 0


def arguments() -> argparse.Namespace:
    about = "Compares picked peaks with those of vendors, of OpenMS and of ProteoWizard."
    parser = argparse.ArgumentParser(prog="Benchmarks/compare-centroids", description=about)
    parser.add_argument("--repeats", metavar="N", type=int, default=5, help="runs of each picker for its time (5)")
    options = parser.parse_args()
    if options.repeats < 1:
        parser.error("--repeats has to be at least 1")
    if not PROGRAM.is_file():
        parser.error("there is no release build of moselle; make build")
    return options


def notes(repeats: int) -> str:
    return (
        "Distances are those of the reference's peaks above a signal-to-noise ratio of 3 to the nearest peak of the "
        "tool, where it is within 10 ppm (ion trap: 0.2 Th): found. Spurious: peaks of the tool above that ratio without "
        "one of the reference. Signal and noise are taken from the profile, for all alike: the higher of the two samples "
        "around a peak by the median of the samples above zero within 100 Th. CPU seconds are for reading the plain "
        "mzML, picking and writing it compressed on one thread, without the start of Python, the least of "
        f"{repeats} runs.\n"
    )


def section(pair: Pair, folder: Path, repeats: int) -> str:
    profile_path = folder / "profile.mzML"
    profile_path.write_bytes(unpacked(pair.path(pair.profile)))
    profiles = {spectrum["id"]: spectrum for spectrum in spectra(profile_path, folder) if spectrum["profile"]}
    moselle, moselle_seconds = pick_with_moselle(profile_path, folder, repeats)
    openms, openms_seconds = pick_with_openms(profile_path, folder, repeats)
    tools = {"Moselle": moselle, OPENMS: openms}
    for name, file in pair.others:
        tools[name] = by_identifier(spectra(pair.path(file), folder))
    reference = by_identifier(spectra(pair.path(pair.reference), folder)) if pair.reference else tools.pop(OPENMS)

    lines = [f"### {pair.title}", "", line(COLUMNS), line(["---"] * len(COLUMNS))]
    for is_trap in (False, True):
        signals = {key: Signal(spectrum["mz"], spectrum["intensities"]) for key, spectrum in profiles.items()}
        chosen = {key: signal for key, signal in signals.items() if signal.is_trap == is_trap and key in reference}
        for name, peaks in tools.items() if chosen else ():
            agreement = Agreement()
            for key, signal in chosen.items():
                agreement.add(signal, peaks[key]["mz"], reference[key]["mz"], is_trap)
            lines.append(row(f"{len(chosen)} {'ion trap' if is_trap else pair.analyser}", name, agreement))
    size = profile_path.stat().st_size / 1e6
    speed = [f"{len(profiles)} profile spectra, {size:.1f} MB: Moselle {moselle_seconds:.3f} CPU s "
             f"({len(profiles) / moselle_seconds:.0f} spectra/s, {size / moselle_seconds:.0f} MB/s), "
             f"pyopenms {openms_seconds:.3f} CPU s."]
    return "\n".join([*lines, "", *speed, ""])


def row(scans: str, name: str, agreement: Agreement) -> str:
    return line([
        scans, name, f"{agreement.expected}", f"{agreement.found_share:.2%}", f"{agreement.error_ppm(0.5):.3f}",
        f"{agreement.error_ppm(0.95):.2f}", f"{agreement.spurious_share:.2%}",
    ])


def pick_with_moselle(profile: Path, folder: Path, repeats: int) -> tuple[dict, float]:
    words = [PROGRAM, "convert", profile, PEAKS, "--pick", "--jobs", "1", "--progress", "none"]
    seconds = min(measure([words], folder, {}, LIMIT_SECONDS).cpu for _ in range(repeats))
    return by_identifier(spectra(folder / PEAKS, folder)), seconds


def pick_with_openms(profile: Path, folder: Path, repeats: int) -> tuple[dict, float]:
    seconds = min(private("pick", profile, folder / PEAKS)["cpu"] for _ in range(repeats))
    return by_identifier(spectra(folder / PEAKS, folder)), seconds


def spectra(path: Path, folder: Path) -> list[dict]:
    private("read", path, folder / "spectra.json")
    return json.loads((folder / "spectra.json").read_text(encoding="utf-8"))


def by_identifier(found: list[dict]) -> dict:
    return {spectrum["id"]: spectrum for spectrum in found}
