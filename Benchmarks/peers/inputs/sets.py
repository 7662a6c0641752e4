"""A set of inputs as every tool gets it."""
import re
from dataclasses import dataclass
from pathlib import Path

from peers.counting import Truth
from peers.inputs.mgf import mzml_as_mgf


@dataclass
class Inputs:
    """Files of one set, in a folder of their own."""

    key: str
    title: str
    folder: Path
    runs: list[Path]  # mzML
    targets: Path
    targets_and_decoys: Path
    truth: Truth | None = None
    has_wide_window: bool = False
    decoy_seed: int | None = None  # of shuffled decoys; reversed ones where there is none

    def mgf(self, run: Path) -> Path:
        """The run as MGF; written when it is first asked for."""
        path = self.folder / f"{run.stem}.mgf"
        if not path.is_file():
            mzml_as_mgf(run, path)
        return path


def scan_number(native_id: str) -> int:
    """The scan of a native id such as `controllerType=0 controllerNumber=1 scan=7`."""
    found = re.search(r"\bscan=(\d+)", native_id)
    if not found:
        raise ValueError(f"the native id '{native_id}' has no scan number")
    return int(found[1])
