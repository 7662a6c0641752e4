"""X!Tandem of Debian: hyperscore, ranked by expectation value."""
import math
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from peers import settings as s
from peers.counting import Match
from peers.inputs.sets import Inputs, scan_number
from peers.install.debian import DebianPackage
from peers.tools.tool import Tool


class Tandem(Tool):
    key, name = "tandem", "X!Tandem 2017.2.1.4"
    score = "expectation value"
    difference = (
        "reads MGF, written from the mzML beforehand; peptide length and the number of modifications are not limited; "
        "isotope errors its own way")
    package = DebianPackage("tandem-mass", "201702011")

    def install(self) -> None:
        self.package.install()

    def environment(self) -> dict[str, str]:
        return self.package.environment()

    def prepare(self, inputs: Inputs, folder: Path) -> None:
        (folder / "taxonomy.xml").write_text(
            '<?xml version="1.0"?><bioml label="x! taxon-to-file matching list"><taxon label="all">'
            f'<file format="peptide" URL="{escape(str(inputs.targets_and_decoys))}"/></taxon></bioml>')
        for run in inputs.runs:
            notes = self.parameters() | {
                "spectrum, path": inputs.mgf(run), "output, path": folder / f"{run.stem}.xml"}
            lines = "".join(
                f'<note type="input" label="{name}">{escape(str(value))}</note>\n' for name, value in notes.items())
            (folder / f"{run.stem}.input.xml").write_text(f'<?xml version="1.0"?>\n<bioml>\n{lines}</bioml>\n')

    def parameters(self) -> dict[str, object]:
        # Names that the program does not know are ignored by it without a word.
        return {
            "list path, taxonomy information": "taxonomy.xml", "protein, taxon": "all",
            "spectrum, threads": s.THREADS,
            "spectrum, parent monoisotopic mass error plus": s.PRECURSOR_PPM,
            "spectrum, parent monoisotopic mass error minus": s.PRECURSOR_PPM,
            "spectrum, parent monoisotopic mass error units": "ppm",
            "spectrum, parent monoisotopic mass isotope error": "yes",
            "spectrum, fragment monoisotopic mass error": s.FRAGMENT_PPM,
            "spectrum, fragment monoisotopic mass error units": "ppm",
            "spectrum, total peaks": s.PEAKS, "spectrum, minimum peaks": s.MINIMUM_PEAKS,
            "spectrum, minimum parent m+h": s.PEPTIDE_MASS[0], "spectrum, maximum parent charge": 12,
            "protein, cleavage site": "[RK]|{P}", "scoring, maximum missed cleavage sites": s.MISSED_CLEAVAGES,
            "scoring, minimum ion count": s.MATCHED_FRAGMENTS,
            "residue, modification mass": f"{s.CARBAMIDOMETHYL}@C",
            "residue, potential modification mass": f"{s.OXIDATION}@M",
            "protein, quick acetyl": "no", "protein, quick pyrolidone": "no", "refine": "no",
            "output, path hashing": "no", "output, results": "all", "output, maximum valid expectation value": 1000,
            "output, proteins": "yes", "output, sequences": "no", "output, spectra": "no", "output, histograms": "no",
            "output, parameters": "no", "output, performance": "no",
        }

    def commands(self, inputs: Inputs, folder: Path) -> list[list]:
        return [[self.package.program("tandem"), f"{run.stem}.input.xml"] for run in inputs.runs]

    def matches(self, inputs: Inputs, folder: Path) -> Iterator[Match]:
        for run in inputs.runs:
            # A group's id is the position of its spectrum in the MGF, from 1.
            scans = [scan_number(title) for title in titles(inputs.mgf(run))]
            for position, expectation, labels, sequence in groups(folder / f"{run.stem}.xml"):
                is_decoy = all(label.startswith(s.DECOY_PREFIX) for label in labels)
                score = -math.log(max(expectation, 1e-300))
                yield Match(run.stem, scans[position - 1], score, is_decoy, sequence)


def titles(mgf: Path) -> Iterator[str]:
    with open(mgf, encoding="utf-8") as file:
        yield from (line.removeprefix("TITLE=").rstrip() for line in file if line.startswith("TITLE="))


def groups(path: Path) -> Iterator[tuple[int, float, list[str], str]]:
    """Position, expectation value, proteins and sequence of each spectrum's best match."""
    group = None
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if found := re.match(r'<group id="(\d+)" mh=.*? expect="([^"]+)"', line):
                if group:
                    yield group
                group = (int(found[1]), float(found[2]), [], "")
            elif group and (found := re.match(r'<protein .*?label="([^"]*)"', line)):
                group[2].append(found[1])
            elif group and not group[3] and (found := re.match(r'<domain .*? seq="([A-Z]+)"', line)):
                group = (*group[:3], found[1])
    if group:
        yield group
