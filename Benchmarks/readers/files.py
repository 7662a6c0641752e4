"""The spectra files below the folder of real data."""
import gzip
import re
import shutil
from pathlib import Path

from peers.places import DATA, Absent

NAME = re.compile(r".+\.(mzml|mzxml|mgf|ms2)(\.gz)?", re.IGNORECASE)


def all_files() -> list[Path]:
    """Relative to the folder, in alphabetic order."""
    found = sorted(path.relative_to(DATA) for path in DATA.rglob("*") if path.is_file() and NAME.fullmatch(path.name))
    if not found:
        raise Absent(f"no spectra files in {DATA.name} (see MOSELLE_TEST_DATA)")
    return found


def form(path: Path) -> str:
    """`mzml`, `mzxml`, `mgf` or `ms2`."""
    return NAME.fullmatch(path.name)[1].lower()


def unpacked(path: Path, folder: Path) -> Path:
    """The file without gzip, in `folder`, named by its format; EOFError and OSError where the gzip data are damaged."""
    target = folder / f"spectra.{form(path)}"
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    with opener(path, "rb") as source, open(target, "wb") as file:
        shutil.copyfileobj(source, file)
    return target
