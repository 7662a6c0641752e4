"""Moselle: the whole of `moselle run`, from spectra to tables and run record."""
import csv
from collections.abc import Iterator
from pathlib import Path

from peers import settings as s
from peers.counting import Match
from peers.inputs.sets import Inputs, scan_number
from peers.places import PROGRAM, ROOT, Absent
from peers.tools.tool import Tool

WORKFLOW = ROOT / "Workflows/closed-search.yaml"


class Moselle(Tool):
    score = "score"
    has_wide_window = True

    def __init__(self, jobs: int, takes_decoys: bool = False):
        self.jobs, self.takes_decoys = jobs, takes_decoys
        self.key, self.name = f"moselle-{jobs}", f"Moselle, --jobs {jobs}"
        self.difference = "makes its own decoys: each peptide reversed, or shuffled, between its first and last residue"
        if takes_decoys:
            self.key, self.name = "moselle-fasta", "Moselle, decoys of the FASTA"
            self.difference = "takes the decoys of the FASTA, as the others do"

    def install(self) -> None:
        if not PROGRAM.is_file():
            raise Absent("the program is not built; `make bench` builds it")

    def commands(self, inputs: Inputs, folder: Path) -> list[list]:
        parameters = {
            "search.enzyme": "trypsin",
            "search.missed-cleavages": s.MISSED_CLEAVAGES,
            "search.peptide-length": f"{s.PEPTIDE_LENGTH[0]}..{s.PEPTIDE_LENGTH[1]}",
            "search.peptide-mass": f"{s.PEPTIDE_MASS[0]} Da..{s.PEPTIDE_MASS[1]} Da",
            "search.methionine-loss": "false",
            "search.fixed": "[Carbamidomethyl@C]",
            "search.variable": "[Oxidation@M]",
            "search.max-variable": s.VARIABLE_MODIFICATIONS,
            "search.precursor-tolerance": f"{s.PRECURSOR_PPM} ppm",
            "search.fragment-tolerance": f"{s.FRAGMENT_PPM} ppm",
            "search.isotope-errors": f"{s.ISOTOPE_ERRORS[0]}..{s.ISOTOPE_ERRORS[1]}",
            "search.charges": f"{s.CHARGES[0]}..{s.CHARGES[1]}",
            "search.max-fragment-charge": s.FRAGMENT_CHARGES,
            "search.max-peaks": s.PEAKS,
            "search.min-peaks": s.MINIMUM_PEAKS,
            "search.min-matched-fragments": s.MATCHED_FRAGMENTS,
            "search.decoys": "reverse" if inputs.decoy_seed is None else "shuffle",
            "tables.include": "all",
        }
        proteins = inputs.targets
        if self.takes_decoys:
            proteins = inputs.targets_and_decoys
            parameters["search.decoys"] = f"{{ from-fasta: {s.DECOY_PREFIX} }}"
        elif inputs.decoy_seed is not None:
            parameters["search.seed"] = inputs.decoy_seed
        memory = []
        if inputs.has_wide_window:
            low, high = s.WIDE_PRECURSOR_DA
            parameters |= {"search.precursor-tolerance": f"{low} Da..+{high} Da", "search.isotope-errors": "0..0"}
            memory = ["--memory", s.WIDE_MEMORY]
        changes = [word for name, value in parameters.items() for word in ("--set", f"{name}={value}")]
        files = ["--spectra", *inputs.runs, "--proteins", proteins, "--output", folder / "out"]
        return [[PROGRAM, "run", WORKFLOW, *files, "--progress", "none", "--jobs", self.jobs, *memory, *changes]]

    def matches(self, inputs: Inputs, folder: Path) -> Iterator[Match]:
        with open(folder / "out/psms.tsv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield Match(
                    row["run"], scan_number(row["spectrum_id"]), float(row["score"]), row["is_decoy"] == "true",
                    row["sequence"])
