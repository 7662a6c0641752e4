"""The files that are compared, below `profile-centroid` in the folder of real data."""
from dataclasses import dataclass
from pathlib import Path

from peers.places import DATA, Absent


@dataclass(frozen=True)
class Pair:
    """A profile file, and files of centroids of the same scans; without a reference OpenMS stands for it."""

    title: str
    analyser: str  # of the scans that are not ion trap scans
    profile: str
    reference: str | None = None
    others: tuple[tuple[str, str], ...] = ()  # name of the tool, its file

    def path(self, name: str) -> Path:
        path = DATA / "profile-centroid" / name
        if not path.is_file():
            raise Absent(f"{name} is not in the folder of real data (MOSELLE_TEST_DATA)")
        return path


PAIRS = (
    Pair(
        "LTQ FT, survey scans; reference: the vendor's peaks by msconvert", "FT-ICR", "small.mzML.gz",
        "small-peakpicking-vendor-allMS.mzML.gz", (("ProteoWizard CWT", "small-peakpicking-cwt-allMS.mzML.gz"),)),
    Pair(
        "the same scans; reference: the vendor's peaks by its own library", "FT-ICR",
        "smallProfile.mzML.gz", "smallCentroid.mzML.gz"),
    Pair("Orbitrap (Q Exactive); reference: OpenMS", "Orbitrap", "three_test_scans.mzML.gz"),
    Pair("TOF (Waters); reference: OpenMS", "TOF", "ATEHLSTLSEK_profile.mzML.gz"),
)
