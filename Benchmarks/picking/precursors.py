"""Precursors as stated and from survey spectra: what they do to searches, and how many are right."""
import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from peers.inputs import making
from peers.measuring import RunFailed
from peers.program import moselle
from peers.table import line
from picking.comparing import Form, compared
from picking.searching import OUTPUT, rows, search
from picking.sets import REAL, Set, real, simulated

TOLERANCE_PPM = 10.0
AS_STATED, FROM_MS1 = "pick-peaks.precursors=as-stated", "pick-peaks.precursors=from-ms1"
COLLAPSED = "pick-peaks.fragment-isotopes=collapse"


def isotopes(most: int) -> str:
    return f"search.isotope-errors=0..{most}"


# The first is what the others are paired with.
SETTINGS = {
    "`as-stated`, 0..2": (AS_STATED, isotopes(2)),
    "`as-stated`, 0..1": (AS_STATED, isotopes(1)),
    "`as-stated`, 0..0": (AS_STATED, isotopes(0)),
    "`from-ms1`, 0..2 (default)": (FROM_MS1, isotopes(2)),
    "`from-ms1`, 0..1": (FROM_MS1, isotopes(1)),
    "`from-ms1`, 0..0": (FROM_MS1, isotopes(0)),
    "`from-ms1`, 0..2, `collapse`": (FROM_MS1, isotopes(2), COLLAPSED),
    "`from-ms1`, 0..1, `collapse`": (FROM_MS1, isotopes(1), COLLAPSED),
}
FAULTS = ["--fragment-spectra", 4000, "--wrong-isotope", "30%", "--missing-charge", "20%", "--seed", 5]


def sections(folder: Path, draw_count: int) -> Iterable[str]:
    for source in REAL:
        yield searches(real(source, folder), draw_count)
    study = simulated("simulated", "simulated, 30 % on a wrong isotope, 20 % without a charge", making.HUMAN, folder,
                      FAULTS)
    yield searches(study, draw_count)
    yield right(study)


def searches(inputs: Set, draw_count: int) -> str:
    forms = [Form(name, list(inputs.runs), changes) for name, changes in SETTINGS.items()]
    return compared(inputs, "precursors, isotope errors", forms, draw_count)


@dataclass
class Right:
    """Spectra of peptides, and how many have the right precursor."""

    spectra: int = 0
    mz: int = 0
    charge: int = 0
    open_charge: int = 0
    both: int = 0

    def add(self, truth: dict[str, str], mz: float, charge: int | None) -> None:
        true_mz = float(truth["monoisotopic_mz"])
        is_mz = abs(mz - true_mz) <= true_mz * TOLERANCE_PPM / 1e6
        is_charge = charge == int(truth["charge"])
        self.spectra += 1
        self.mz += is_mz
        self.charge += is_charge
        self.open_charge += charge is None
        self.both += is_mz and is_charge

    def cells(self) -> list[str]:
        wrong = self.spectra - self.charge - self.open_charge
        return [f"{count / self.spectra:.1%}" for count in (self.mz, self.charge, wrong, self.open_charge, self.both)]


def right(study: Set) -> str:
    """Shares of right precursors of a simulated run, before and after survey spectra were asked."""
    search(study, list(study.runs), (FROM_MS1,))
    asked = {row["native_id"]: row for row in shown(spectrum_table(OUTPUT / "work"))}
    stated, refined = compared_with_truth(rows(study.truth), asked)
    columns = ["precursors", "m/z within 10 ppm", "charge right", "charge wrong", "charge open", "both right"]
    return "\n".join([
        f"### Right precursors: {stated.spectra:,} simulated spectra of peptides", "", line(columns),
        line(["---"] * len(columns)), line(["`as-stated`", *stated.cells()]),
        line(["`from-ms1`", *refined.cells()]), ""])


def spectrum_table(folder: Path) -> Path:
    """The artefact with what survey spectra say of each spectrum; a study of one run has one."""
    tables = list(folder.glob("*.spectrum-table.npz"))
    if len(tables) != 1:
        raise RunFailed(f"{len(tables)} tables of spectra are among the artefacts of a search of one run")
    return tables[0]


def compared_with_truth(truth: Iterable[dict[str, str]], asked: dict[str, dict[str, str]]) -> tuple[Right, Right]:
    """The selected peptide of each spectrum beside what is stated, and beside what survey spectra say (by native id)."""
    stated, refined = Right(), Right()
    for row in truth:
        if row["component"] != "1" or row["origin"] == "noise":
            continue
        if row["spectrum_id"] not in asked:
            raise RunFailed(f"the search knows no spectrum {row['spectrum_id']} of the table of truth")
        mz, charge = float(row["stated_mz"]), int(row["stated_charge"]) if row["stated_charge"] else None
        stated.add(row, mz, charge)
        refined.add(row, *reading(asked[row["spectrum_id"]], mz, charge))
    return stated, refined


def reading(row: dict[str, str], mz: float, charge: int | None) -> tuple[float, int | None]:
    """What survey spectra say of a precursor; what is stated, where they say nothing."""
    if not row["refined_precursor_mz"]:
        return mz, charge
    return float(row["refined_precursor_mz"]), int(row["refined_precursor_charge"])


def shown(artefact: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(moselle("show", artefact)), delimiter="\t", quoting=csv.QUOTE_NONE))
