"""The table of `moselle inspect --spectra`."""
import csv
import subprocess
from collections.abc import Iterator
from pathlib import Path

from peers.places import PROGRAM
from readers.spectra import Ion, Reading, Spectrum

PRECURSOR_COLUMNS = [
    "precursor_mz", "precursor_charge", "precursor_possible_charges", "isolation_lower_mz", "isolation_upper_mz"]


def read(path: Path) -> Reading:
    words = [PROGRAM, "inspect", path, "--spectra", "--no-checksum", "--jobs", "2"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    if done.returncode not in (0, 1):
        errors.append(f"error: exit status {done.returncode}")
    message = errors[0].removeprefix("error: ").replace(f"{path}", path.name) if errors else None
    return Reading(list(spectra(done.stdout.split("\n"))), message)


def spectra(lines: list[str]) -> Iterator[Spectrum]:
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        yield Spectrum(
            row["native_id"], int(row["ms_level"]) or None, number(row["retention_time_seconds"]), ions(row),
            int(row["peaks"]) if row["peaks"] else None, int(row["peaks_crc32"]) if row["peaks_crc32"] else None,
            set_aside=row["set_aside"] or None, scan=int(row["scan_number"]) if row["scan_number"] else None)


def ions(row: dict[str, str]) -> tuple[Ion, ...]:
    """The precursors, whose values are joined by `;` in each column; one of which nothing is said is none."""
    columns = [row[name].split(";") for name in PRECURSOR_COLUMNS]
    found = (
        Ion(number(mz), tuple(sorted(int(each) for each in (charge or possible).split(",") if each)), number(lower),
            number(upper))
        for mz, charge, possible, lower, upper in zip(*columns, strict=True))
    return tuple(ion for ion in found if ion != Ion())


def number(text: str) -> float | None:
    return float(text) if text else None
