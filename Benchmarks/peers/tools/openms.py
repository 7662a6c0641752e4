"""SimpleSearchEngine of Debian's OpenMS: hyperscore."""
import re
from collections.abc import Iterator
from pathlib import Path

from peers import settings as s
from peers.counting import Match
from peers.inputs.sets import Inputs, scan_number
from peers.install.debian import DebianPackage
from peers.tools.tool import Tool


class OpenMS(Tool):
    key, name = "openms", "OpenMS 2.6 SimpleSearchEngine"
    score = "hyperscore"
    difference = "peptide mass, matched fragments and fragment charges limited its own way"
    package = DebianPackage("topp", "2.6.0")

    def install(self) -> None:
        self.package.install()

    def environment(self) -> dict[str, str]:
        share = self.package.root / "usr/share/openms"
        return self.package.environment() | {
            "OPENMS_DATA_PATH": str(share), "OPENMS_DISABLE_UPDATE_CHECK": "ON", "QT_QPA_PLATFORM": "offscreen"}

    def commands(self, inputs: Inputs, folder: Path) -> list[list]:
        parameters = [
            "-threads", s.THREADS, "-no_progress",
            "-Search:enzyme", "Trypsin",
            "-Search:precursor:mass_tolerance", s.PRECURSOR_PPM, "-Search:precursor:mass_tolerance_unit", "ppm",
            "-Search:precursor:isotopes", *range(s.ISOTOPE_ERRORS[0], s.ISOTOPE_ERRORS[1] + 1),
            # Spectra of stated charges outside would be left out.
            "-Search:precursor:min_charge", 1, "-Search:precursor:max_charge", 12,
            "-Search:fragment:mass_tolerance", s.FRAGMENT_PPM, "-Search:fragment:mass_tolerance_unit", "ppm",
            "-Search:modifications:fixed", "Carbamidomethyl (C)", "-Search:modifications:variable", "Oxidation (M)",
            "-Search:modifications:variable_max_per_peptide", s.VARIABLE_MODIFICATIONS,
            "-Search:peptide:min_size", s.PEPTIDE_LENGTH[0], "-Search:peptide:max_size", s.PEPTIDE_LENGTH[1],
            "-Search:peptide:missed_cleavages", s.MISSED_CLEAVAGES,
        ]
        program, proteins = self.package.program("SimpleSearchEngine"), inputs.targets_and_decoys
        return [
            [program, "-in", run, "-database", proteins, "-out", folder / f"{run.stem}.idXML", *parameters]
            for run in inputs.runs
        ]

    def matches(self, inputs: Inputs, folder: Path) -> Iterator[Match]:
        for run in inputs.runs:
            yield from read(folder / f"{run.stem}.idXML", run.stem)


def read(path: Path, run: str) -> Iterator[Match]:
    """The matches of an idXML file."""
    decoys, scan = set(), None
    with open(path, encoding="utf-8") as file:
        for line in file:
            text = line.lstrip()
            if text.startswith("<ProteinHit "):
                if attribute(text, "accession").startswith(s.DECOY_PREFIX):
                    decoys.add(attribute(text, "id"))
            elif text.startswith("<PeptideIdentification "):
                scan = scan_number(attribute(text, "spectrum_reference"))
            elif text.startswith("<PeptideHit "):
                is_decoy = all(protein in decoys for protein in attribute(text, "protein_refs").split())
                sequence = re.sub(r"\([^)]*\)|[^A-Z]", "", attribute(text, "sequence"))
                yield Match(run, scan, float(attribute(text, "score")), is_decoy, sequence)


def attribute(text: str, name: str) -> str:
    return re.search(rf' {name}="([^"]*)"', text)[1]
