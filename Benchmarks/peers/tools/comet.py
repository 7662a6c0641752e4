"""Comet of Debian: cross-correlation, ranked by E-value."""
import math
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from peers import settings as s
from peers.counting import Match
from peers.inputs.sets import Inputs
from peers.install.debian import DebianPackage
from peers.places import Absent
from peers.tools.tool import Tool


class Comet(Tool):
    key, name = "comet", "Comet 2019.01"
    score = "E-value"
    difference = (
        "fragments in bins of 0.02 Th; peaks and matched fragments limited its own way; charges 2-3 where none is "
        "stated")
    package = DebianPackage("comet-ms", "2019015")

    def install(self) -> None:
        self.package.install()

    def environment(self) -> dict[str, str]:
        return self.package.environment()

    def prepare(self, inputs: Inputs, folder: Path) -> None:
        """Changes the parameter file that the program writes; a parameter it does not know is an error."""
        program = self.package.program("comet-ms")
        done = subprocess.run([program, "-p"], cwd=folder, env=self.environment(), capture_output=True, text=True)
        if not (folder / "comet.params.new").is_file():
            raise Absent(f"comet-ms -p wrote no parameters: {done.stderr.strip()}")
        text = (folder / "comet.params.new").read_text()
        for name, value in self.parameters().items():
            text, found = re.subn(rf"(?m)^{name} = .*$", f"{name} = {value}", text)
            if found != 1:
                raise Absent(f"this comet-ms has no parameter {name}")
        (folder / "comet.params").write_text(text)

    def parameters(self) -> dict[str, object]:
        protonated = [mass + 1.00728 for mass in s.PEPTIDE_MASS]
        return {
            "num_threads": s.THREADS,
            "peptide_mass_tolerance": s.PRECURSOR_PPM, "peptide_mass_units": 2,
            "isotope_error": 2,  # 0, 1 and 2
            "allowed_missed_cleavage": s.MISSED_CLEAVAGES,
            "variable_mod01": f"{s.OXIDATION} M 0 {s.VARIABLE_MODIFICATIONS} -1 0 0 0.0",
            "max_variable_mods_in_peptide": s.VARIABLE_MODIFICATIONS,
            "add_C_cysteine": s.CARBAMIDOMETHYL,
            "fragment_bin_tol": 0.02, "fragment_bin_offset": 0.0, "theoretical_fragment_ions": 0,
            "max_fragment_charge": s.FRAGMENT_CHARGES, "max_precursor_charge": 9,
            "minimum_peaks": s.MINIMUM_PEAKS,
            "digest_mass_range": f"{protonated[0]} {protonated[1]}",
            "peptide_length_range": f"{s.PEPTIDE_LENGTH[0]} {s.PEPTIDE_LENGTH[1]}",
            "decoy_search": 0, "decoy_prefix": s.DECOY_PREFIX,  # the decoys are in the FASTA
            "output_txtfile": 1, "output_pepxmlfile": 0,
        }

    def commands(self, inputs: Inputs, folder: Path) -> list[list]:
        program = self.package.program("comet-ms")
        return [
            [program, "-Pcomet.params", f"-D{inputs.targets_and_decoys}", f"-N{run.stem}", run] for run in inputs.runs
        ]

    def matches(self, inputs: Inputs, folder: Path) -> Iterator[Match]:
        for run in inputs.runs:
            with open(folder / f"{run.stem}.txt", encoding="utf-8", errors="replace") as file:
                next(file)
                columns = next(file).rstrip("\n").split("\t")
                for line in file:
                    row = dict(zip(columns, line.rstrip("\n").split("\t")))
                    if row["num"] != "1":
                        continue
                    proteins = row["protein"].split(",")
                    is_decoy = all(protein.startswith(s.DECOY_PREFIX) for protein in proteins)
                    score = -math.log(max(float(row["e-value"]), 1e-300))
                    yield Match(run.stem, int(row["scan"]), score, is_decoy, row["plain_peptide"])
