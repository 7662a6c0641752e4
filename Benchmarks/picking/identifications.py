"""A profile run against centroids of the same spectra: what is identified after picking by Moselle and by OpenMS.

In the folder of real data no profile run with fragment spectra has proteins that fit and centroids of the vendor. So
there are simulated runs, written both ways, and real centroids of the vendor with a peak drawn for each. Those are drawn
twice: without noise, since the vendor's centroids already come from a noisy signal, and with noise on top of that.
"""
from collections.abc import Iterable
from pathlib import Path

from peers.inputs import making
from peers.private import private
from picking.comparing import Form, compared
from picking.sets import ION_TRAP, SHEWANELLA, VELOS, Set, real, simulated

SPECTRA = 5000
NOISE = {"profile": 0.0, "noisy profile": 0.1}
SIMULATED = {
    "orbitrap": ("simulated, yeast, Orbitrap", [], ()),
    "ion-trap": ("simulated, yeast, MS2 of an ion trap", ["--ion-trap"], ION_TRAP),
}


def sections(folder: Path, draw_count: int) -> Iterable[str]:
    for key, (title, words, changes) in SIMULATED.items():
        words = ["--fragment-spectra", SPECTRA, "--seed", 3, *words]
        centroids = simulated(key, title, making.YEAST, folder, words, changes)
        profile = simulated(f"{key}-profile", title, making.YEAST, folder, [*words, "--profile"], changes)
        yield picked(centroids, {"profile": list(profile.runs)}, "simulated", folder, draw_count)
    for source in (SHEWANELLA, VELOS):
        centroids = real(source, folder)
        profiles = {
            name: [drawn(run, noise, folder / name.replace(" ", "-")) for run in centroids.runs]
            for name, noise in NOISE.items()}
        yield picked(centroids, profiles, "the vendor's", folder, draw_count)


def drawn(run: Path, noise: float, folder: Path) -> Path:
    """A profile run: for each centroid a peak of an Orbitrap. It keeps the name of the run, by which PSMs pair."""
    folder.mkdir(exist_ok=True)
    private("draw", run, noise, folder / run.name)
    return folder / run.name


def picked(centroids: Set, profiles: dict[str, list[Path]], kind: str, folder: Path, draw_count: int) -> str:
    """Searches of centroids and of profiles, each picked in two ways."""
    forms = [Form(f"{kind} centroids", list(centroids.runs))]
    for name, runs in profiles.items():
        forms += [Form(f"{name}, Moselle", runs), Form(f"{name}, PeakPickerHiRes", by_openms(runs, folder, name))]
    size = sum(run.stat().st_size for run in next(iter(profiles.values()))) / 1e6
    return compared(centroids, "spectra", forms, draw_count) + f"\nProfile: {size:.0f} MB.\n"


def by_openms(runs: list[Path], folder: Path, name: str) -> list[Path]:
    """The runs after PeakPickerHiRes."""
    output = folder / f"openms-{name.replace(' ', '-')}"
    output.mkdir(exist_ok=True)
    for run in runs:
        private("pick", run, output / run.name)
    return [output / run.name for run in runs]
