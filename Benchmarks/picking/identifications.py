"""A profile run against centroids of the same spectra: what is identified after picking by Moselle and by OpenMS.

In the folder of real data no profile run with fragment spectra has proteins that fit and centroids of the vendor. So
there are simulated runs, written both ways, and real centroids of the vendor with a peak drawn for each.
"""
from collections.abc import Iterable
from pathlib import Path

from peers.inputs import making
from peers.private import private
from picking.comparing import Form, compared
from picking.sets import ION_TRAP, SHEWANELLA, VELOS, Set, real, simulated

SPECTRA = 5000
SIMULATED = {
    "orbitrap": ("simulated, yeast, Orbitrap", [], ()),
    "ion-trap": ("simulated, yeast, MS2 of an ion trap", ["--ion-trap"], ION_TRAP),
}


def sections(folder: Path, draw_count: int) -> Iterable[str]:
    for key, (title, words, changes) in SIMULATED.items():
        words = ["--fragment-spectra", SPECTRA, "--seed", 3, *words]
        centroids = simulated(key, title, making.YEAST, folder, words, changes)
        profile = simulated(f"{key}-profile", title, making.YEAST, folder, [*words, "--profile"], changes)
        yield picked(centroids, list(profile.runs), "simulated", folder, draw_count)
    for source in (SHEWANELLA, VELOS):
        centroids = real(source, folder)
        profile = [drawn(run, folder / "drawn") for run in centroids.runs]
        yield picked(centroids, profile, "the vendor's", folder, draw_count)


def drawn(run: Path, folder: Path) -> Path:
    """A profile run: for each centroid a peak of an Orbitrap. It keeps the name of the run, by which PSMs pair."""
    folder.mkdir(exist_ok=True)
    private("draw", run, folder / run.name)
    return folder / run.name


def picked(centroids: Set, profile: list[Path], kind: str, folder: Path, draw_count: int) -> str:
    """Searches of centroids and of the profile, picked in two ways."""
    by_openms = folder / "openms"
    by_openms.mkdir(exist_ok=True)
    for run in profile:
        private("pick", run, by_openms / run.name)
    forms = [
        Form(f"{kind} centroids", list(centroids.runs)), Form("profile, Moselle", profile),
        Form("profile, PeakPickerHiRes", [by_openms / run.name for run in profile])]
    size = sum(run.stat().st_size for run in profile) / 1e6
    return compared(centroids, "spectra", forms, draw_count) + f"\nProfile: {size:.0f} MB.\n"
