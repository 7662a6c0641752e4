"""The truth about simulated spectra: which peptides each one holds."""
import csv
from collections.abc import Iterable
from pathlib import Path

from peers.counting import Truth, without_isoleucine
from peers.inputs.sets import scan_number


def read(path: Path) -> Truth:
    with open(path, newline="", encoding="utf-8") as file:
        return parse(file)


def parse(lines: Iterable[str]) -> Truth:
    """Peptides (I = L) by run and scan, from a table with a row for each peptide isolated in a spectrum.

    Rows of the origin `noise` stand for spectra that hold none.
    """
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [name for name in ("run", "spectrum_id", "sequence", "origin") if name not in (rows.fieldnames or [])]
    if missing:
        raise ValueError(f"the table of truth has no column {', '.join(missing)}")
    truth: dict[tuple[str, int], set[str]] = {}
    for row in rows:
        present = truth.setdefault((row["run"], scan_number(row["spectrum_id"])), set())
        if row["origin"] != "noise":
            present.add(without_isoleucine(row["sequence"]))
    return {key: frozenset(present) for key, present in truth.items()}
