"""Files that Moselle writes, and what should stand in them.

What is expected follows from Moselle's reading of the input, which the first part of the comparison holds against the
peers, and from what each format can say.
"""
import dataclasses
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from peers.places import PROGRAM
from readers.spectra import Ion, Reading, Spectrum

# Profile and centroid, MS1 to MS3, ion mobility, numpress, 32 and 64 bits, several precursors, and every format.
INPUTS = [
    "bsa-lfq/BSA1.mzML.gz", "dia/collinsb_I180316_001_SW-A.mzXML.gz", "ecoli-iontrap/Test1000Ecoli.mgf.gz",
    "formats/comet/input.ms2", "formats/msconvert/small-numpressLP.mzML", "formats/mzdata/diaPASEF.mzML.gz",
    "profile-centroid/small.mzML.gz", "shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz",
    "tmt-itraq/MS3_TMT11_Mouse_snip.mzML.gz", "yeast-calibratible/SmallCalibratibleYeast_mixed_bits.mzml.gz",
]
PART = 5  # spectra of a subset by identifier
# An identifier of mzML: words of the form key=value (mzML 1.1, type of spectrum/@id).
MZML_ID = re.compile(r"\S+=\S+( \S+=\S+)*")


@dataclass(frozen=True)
class Subset:
    """A part of a file: options of `moselle convert`, and the spectra they stand for."""

    name: str
    options: tuple[str, ...]
    spectra: tuple[Spectrum, ...]


def subsets(read: Reading) -> list[Subset]:
    """All spectra, those of level 2, those in the middle third of the run, and some by their identifiers."""
    usable = tuple(spectrum for spectrum in read.spectra if not spectrum.set_aside)
    found = [Subset("all", (), usable)]
    level = tuple(spectrum for spectrum in usable if spectrum.level == 2)
    found.append(Subset("level", ("--ms-level", "2"), level))
    ids = sorted({spectrum.id for spectrum in usable[:: max(1, len(usable) // PART)]})
    options = tuple(word for name in ids for word in ("--id", name))
    found.append(Subset("id", options, tuple(spectrum for spectrum in usable if spectrum.id in ids)))
    times = sorted(spectrum.seconds for spectrum in usable if spectrum.seconds is not None)
    if times and times[0] >= 0:
        first, last = times[len(times) // 3] / 60, times[2 * len(times) // 3] / 60
        chosen = tuple(
            spectrum for spectrum in usable
            if spectrum.seconds is not None and first * 60 <= spectrum.seconds <= last * 60)
        found.append(Subset("time", ("--minutes", f"{first!r}..{last!r}"), chosen))
    return [subset for subset in found if subset.spectra]


def convert(source: Path, target: Path, options: tuple[str, ...]) -> str | None:
    """Runs `moselle convert`; what went wrong, if anything."""
    words = [PROGRAM, "convert", source, target, "--progress", "none", *options]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
    return None if done.returncode == 0 else (done.stderr.splitlines() or [f"exit status {done.returncode}"])[0]


def expected(spectra: tuple[Spectrum, ...], form: str) -> list[Spectrum]:
    """What a file of that format should hold of them."""
    if form == "mgf":
        return [in_mgf(each) for each in spectra if each.level and each.level > 1 and has_one_mass(each)]
    if form == "mzxml":
        return [
            in_mzxml(each) for each in spectra
            if each.scan and all(ion.mz is not None for ion in each.precursors)]
    return [
        each if MZML_ID.fullmatch(each.id) else dataclasses.replace(each, id=f"index={index}")
        for index, each in enumerate(spectra)]


def has_one_mass(spectrum: Spectrum) -> bool:
    return len(spectrum.precursors) == 1 and spectrum.precursors[0].mz is not None


def in_mgf(spectrum: Spectrum) -> Spectrum:
    ion = spectrum.precursors[0]
    # MGF has no levels: what stands in it reads as level 2.
    return dataclasses.replace(spectrum, level=2, precursors=(Ion(ion.mz, ion.charges),))


def in_mzxml(spectrum: Spectrum) -> Spectrum:
    return dataclasses.replace(
        spectrum, id=f"scan={spectrum.scan}", precursors=tuple(map(centred, spectrum.precursors)))


def centred(ion: Ion) -> Ion:
    """mzXML says how wide the window is; it lies around the m/z of the ion."""
    if ion.lower is None or ion.upper is None:
        return dataclasses.replace(ion, lower=None, upper=None)
    half = (ion.upper - ion.lower) / 2
    return dataclasses.replace(ion, lower=ion.mz - half, upper=ion.mz + half)
