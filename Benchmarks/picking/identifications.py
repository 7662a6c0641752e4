"""A profile run against centroids of the same spectra: what is identified after picking by Moselle and by OpenMS."""
from collections.abc import Iterable
from pathlib import Path

from peers.inputs import making
from peers.table import line
from picking.precursors import error, paired, present
from picking.private import private
from picking.searching import Found, draws, search, spread
from picking.sets import ION_TRAP, SHEWANELLA, VELOS, Set, real, simulated

COLUMNS = ["spectra", "PSMs", "peptides", "PSMs with the first", "new", "lost", "PSMs at 5 %", "PSMs, shuffled decoys"]
SPECTRA = 5000
SIMULATED = {
    "orbitrap": ("simulated, yeast, Orbitrap", [], ()),
    "ion-trap": ("simulated, yeast, MS2 of an ion trap", ["--ion-trap"], ION_TRAP),
}


def sections(folder: Path, draw_count: int) -> Iterable[str]:
    for key, (title, words, changes) in SIMULATED.items():
        words = ["--fragment-spectra", SPECTRA, "--seed", 3, *words]
        centroids = simulated(f"{key}-centroids", title, making.YEAST, folder, words, changes)
        profile = simulated(f"{key}-profile", title, making.YEAST, folder, [*words, "--profile"], changes)
        yield compared(centroids, list(profile.runs), "simulated", folder, draw_count)
    for source in (SHEWANELLA, VELOS):
        centroids = real(source, folder)
        profile = [drawn(run, folder / "drawn") for run in centroids.runs]
        yield compared(centroids, profile, "vendor's", folder, draw_count)


def drawn(run: Path, folder: Path) -> Path:
    """A profile run of real centroids: a peak of an Orbitrap is drawn for each. It keeps its name, by which PSMs pair."""
    folder.mkdir(exist_ok=True)
    private("draw", run, folder / run.name)
    return folder / run.name


def compared(centroids: Set, profile: list[Path], kind: str, folder: Path, draw_count: int) -> str:
    """A table of searches of centroids and of the profile, picked in two ways."""
    known = present(centroids.truth) if centroids.truth else None
    columns = COLUMNS + ["true error"] * (known is not None)
    lines = [f"### `{centroids.key}`: {centroids.title}", "", line(columns), line(["---"] * len(columns))]
    by_openms = folder / "openms"
    by_openms.mkdir(exist_ok=True)
    for run in profile:
        private("pick", run, by_openms / run.name)
    forms = {
        f"{kind} centroids": list(centroids.runs), "profile, Moselle": profile,
        "profile, PeakPickerHiRes": [by_openms / run.name for run in profile]}
    first: Found | None = None
    for name, runs in forms.items():
        found = search(centroids, runs)
        first = first or found
        luck = spread(draws(centroids, runs, (), draw_count))
        lines.append(line([name, *paired(found, first), luck, *error(found, known)]))
    size = sum(run.stat().st_size for run in profile) / 1e6
    return "\n".join([*lines, "", f"Profile: {size:.0f} MB.", ""])
