"""The command: picks the peaks of each profile file with every tool, compares them, writes the table."""
import gzip
import json
import math
import shutil
import subprocess
import sys
from pathlib import Path

from peers import machine
from peers.centroids.agreement import Agreement, Signal
from peers.centroids.pairs import PAIRS, Pair
from peers.measuring import RunFailed, measure
from peers.places import PRIVATE, PROGRAM, RESULTS, Absent
from peers.table import line
from peers.tools.pyopenms import PyOpenMS

PEAKS = "peaks.mzML"
OPENMS = "OpenMS PeakPickerHiRes"
OUTPUT = RESULTS.parent / "centroids"
SCRIPT = Path(__file__).with_name("with_pyopenms.py")
REPEATS = 5
LIMIT_SECONDS = 600
COLUMNS = ["scans", "tool", "peaks above S/N 3", "found", "median ppm", "95 % ppm", "spurious"]


def main() -> int:
    if not PROGRAM.is_file():
        print(f"{PROGRAM} is not there; build it with `make build`", file=sys.stderr)
        return 1
    about = machine.description()
    folder = PRIVATE / "runs/centroids"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        PyOpenMS.package.install()
        parts = [section(pair, folder) for pair in PAIRS]
    except (Absent, RunFailed) as reason:
        print(f"not compared: {reason}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    text = "\n".join(["## Centroids\n", about + ".\n", NOTES, *parts])
    (OUTPUT / "table.md").write_text(text, encoding="utf-8")
    print(text + f"\nwritten to {OUTPUT.name}/table.md below results/")
    return 0


NOTES = (
    "Distances are those of the reference's peaks above a signal-to-noise ratio of 3 to the nearest peak of the tool, "
    "where it is within 10 ppm (ion trap: 0.2 Th): found. Spurious: peaks of the tool above that ratio without one of "
    "the reference. Signal and noise are taken from the profile, for all alike: the higher of the two samples around a "
    "peak by the median of the samples above zero within 100 Th. CPU seconds are for reading the plain mzML, picking "
    f"and writing mzML on one thread, the least of {REPEATS} runs.\n"
)


def section(pair: Pair, folder: Path) -> str:
    profile_path = folder / "profile.mzML"
    profile_path.write_bytes(gzip.decompress(pair.path(pair.profile).read_bytes()))
    profiles = {spectrum["id"]: spectrum for spectrum in spectra(profile_path, folder) if spectrum["profile"]}
    moselle, moselle_seconds = pick_with_moselle(profile_path, folder)
    openms, openms_seconds = pick_with_openms(profile_path, folder)
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


def pick_with_moselle(profile: Path, folder: Path) -> tuple[dict, float]:
    words = [PROGRAM, "convert", profile, PEAKS, "--pick", "--jobs", "1", "--progress", "none"]
    seconds = min(measure([words], folder, {}, LIMIT_SECONDS).cpu for _ in range(REPEATS))
    return by_identifier(spectra(folder / PEAKS, folder)), seconds


def pick_with_openms(profile: Path, folder: Path) -> tuple[dict, float]:
    seconds = math.inf
    for _ in range(REPEATS):
        seconds = min(seconds, sum(json.loads(private("pick", profile, folder / PEAKS))))
    return by_identifier(spectra(folder / PEAKS, folder)), seconds


def spectra(path: Path, folder: Path) -> list[dict]:
    private("read", path, folder / "spectra.json")
    return json.loads((folder / "spectra.json").read_text(encoding="utf-8"))


def by_identifier(found: list[dict]) -> dict:
    return {spectrum["id"]: spectrum for spectrum in found}


def private(*words) -> str:
    """Runs the script in the Python that has pyopenms, on one thread; what it prints."""
    package = PyOpenMS.package
    environment = package.environment() | {"OMP_NUM_THREADS": "1"}
    command = [str(word) for word in (package.interpreter, SCRIPT, *words)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise RunFailed(f"pyopenms: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
