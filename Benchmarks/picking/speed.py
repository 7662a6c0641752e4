"""What picking costs: beside reading the same profile file with one job, and beside PeakPickerHiRes of pyopenms.

Picking is what the stage `pick-peaks` takes longer where it is asked to pick these spectra than where it sets them aside
unpicked; so it includes keeping the peaks for a search. Reading is `inspect`. All run in turn.
"""
import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from peers.inputs import making
from peers.measuring import Figures, measure
from peers.places import DATA, PROGRAM, Absent
from peers.private import private
from peers.table import line, spread
from picking.sets import simulated

LIMIT_SECONDS = 900
REAL = (
    ("FT-ICR and ion trap, `small`", "small.mzML.gz", 10),
    ("TOF, `ATEHLSTLSEK_profile`", "ATEHLSTLSEK_profile.mzML.gz", 15),
    ("Orbitrap, `three_test_scans`", "three_test_scans.mzML.gz", 40),
    ("Orbitrap, `PrecursorRefineOrbi`", "PrecursorRefineOrbi.mzML.gz", 60),
)
SIMULATED_SPECTRA = 2_000
WORKFLOW = """moselle: 1
name: Picking alone
inputs:
  spectra: []
stages:
  - uses: pick-peaks
    with: { precursors: as-stated }
"""
COLUMNS = ["profile", "MB", "spectra", "samples", "time", "Moselle reads", "Moselle picks", "picking / reading",
           "spectra/s", "MB/s", "pyopenms reads", "pyopenms picks", "pyopenms / Moselle, picking"]


class Costs(NamedTuple):
    """Seconds of one turn."""

    read: float
    pick: float
    peer_read: float
    peer_pick: float


def sections(folder: Path, repeats: int) -> Iterable[str]:
    yield "\n".join(["### Speed", "", line(COLUMNS), line(["---"] * len(COLUMNS))])
    for title, name, copies in REAL:
        source = DATA / "profile-centroid" / name
        if not source.is_file():
            raise Absent(f"{name} is not in the folder of real data (MOSELLE_TEST_DATA)")
        profile = folder / "profile.mzML"
        size = private("repeat", unpacked(source, folder), copies, profile)
        yield timed(title, profile, size["spectra"], size["samples"], folder, repeats)
    words = ["--fragment-spectra", SIMULATED_SPECTRA, "--seed", 3, "--profile"]
    run = simulated("timed", "", making.YEAST, folder, words).runs[0]
    profile = folder / "profile.mzML"
    size = private("repeat", run, 1, profile)
    yield timed("Orbitrap, simulated run", profile, size["spectra"], size["samples"], folder, repeats)


def unpacked(source: Path, folder: Path) -> Path:
    path = folder / "unpacked.mzML"
    path.write_bytes(making.spectra.unpacked(source))
    return path


def timed(title: str, profile: Path, spectra: int, samples: int, folder: Path, repeats: int) -> str:
    """A row of CPU and one of wall seconds."""
    turns = [turn(profile, folder) for _ in range(repeats)]
    megabytes = profile.stat().st_size / 1e6
    rows = []
    for kind, costs in zip(["CPU", "wall"], zip(*turns, strict=True), strict=True):
        pick = statistics.median(each.pick for each in costs)
        rows.append(line([
            title, f"{megabytes:.0f}", f"{spectra:,}", f"{samples:,}", kind,
            spread([each.read for each in costs], "{:.2f}"), spread([each.pick for each in costs], "{:.2f}"),
            spread([each.pick / each.read for each in costs], "{:.2f}"),
            f"{spectra / pick:,.0f}", f"{megabytes / pick:,.0f}",
            spread([each.peer_read for each in costs], "{:.2f}"), spread([each.peer_pick for each in costs], "{:.2f}"),
            f"{statistics.median(each.peer_pick / each.pick for each in costs):.1f}",
        ]))
    return "\n".join(rows)


def turn(profile: Path, folder: Path) -> tuple[Costs, Costs]:
    """CPU seconds and wall seconds of everybody, one after another."""
    workflow = folder / "picking.yaml"
    workflow.write_text(WORKFLOW, encoding="utf-8")
    stage = ["run", workflow, "--spectra", profile, "--output", folder / "stage", "--fresh", "--progress", "none"]
    figures = [
        run(folder, "inspect", "--no-checksum", profile), run(folder, *stage, "--set", "pick-peaks.ms-levels=[1]"),
        run(folder, *stage)]
    peer = private("time", profile)
    return (
        costs([each.cpu for each in figures], peer["cpu"]), costs([each.wall for each in figures], peer["wall"]))


def costs(seconds: list[float], peer: list[float]) -> Costs:
    read, unpicked, picked = seconds
    return Costs(read, picked - unpicked, *peer)


def run(folder: Path, *words) -> Figures:
    return measure([[PROGRAM, *words, "--jobs", "1"]], folder, {}, LIMIT_SECONDS)
