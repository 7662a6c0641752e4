"""A search by a package of PyPI: a script of searches/, run in a private Python, that writes its matches as a table."""
import csv
import json
from collections.abc import Iterator
from pathlib import Path

from peers import settings as s
from peers.counting import Match
from peers.inputs.sets import Inputs, scan_number
from peers.install.python import PythonPackage
from peers.tools.tool import Tool

SEARCHES = Path(__file__).resolve().parent.parent / "searches"


class PrivatePython(Tool):
    package: PythonPackage
    script: str  # in searches/
    options: dict  # for the script, beside the settings
    needs_decoys: bool  # whether it searches the FASTA with decoys

    def install(self) -> None:
        self.package.install()

    def environment(self) -> dict[str, str]:
        # One thread each for numerical libraries: the searches have their own threads.
        return self.package.environment() | {"OMP_NUM_THREADS": str(s.THREADS), "OPENBLAS_NUM_THREADS": "1"}

    def prepare(self, inputs: Inputs, folder: Path) -> None:
        constants = {name.lower(): value for name, value in vars(s).items() if name.isupper()}
        takes_decoys = self.needs_decoys or inputs.decoy_seed is not None
        files = {
            "runs": [str(run) for run in inputs.runs],
            "proteins": str(inputs.targets_and_decoys if takes_decoys else inputs.targets),
            "makes_decoys": not takes_decoys,
            "matches": str(folder / "matches.tsv"),
            "has_wide_window": inputs.has_wide_window,
        }
        (folder / "search.json").write_text(json.dumps(constants | files | self.options, indent=1))

    def commands(self, inputs: Inputs, folder: Path) -> list[list]:
        return [[self.package.interpreter, SEARCHES / self.script, "search.json"]]

    def matches(self, inputs: Inputs, folder: Path) -> Iterator[Match]:
        with open(folder / "matches.tsv", newline="", encoding="utf-8") as file:
            for run, spectrum, score, is_decoy, sequence in csv.reader(file, delimiter="\t"):
                yield Match(run, scan_number(spectrum), float(score), is_decoy == "1", sequence)
