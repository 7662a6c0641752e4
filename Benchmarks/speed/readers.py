"""Who reads: Moselle, its peers, and the floor."""
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from peers.install.python import PythonPackage
from peers.places import PRIVATE, PROGRAM, Absent
from peers.tools import TOOLS

INSIDE = Path(__file__).resolve().parent / "inside"
FLOOR = PRIVATE / "floor"
MOSELLE = ["inspect", "--no-checksum"]


class Reader(NamedTuple):
    """A command that reads a file with every array decoded."""

    key: str
    name: str
    words: list
    package: PythonPackage | None = None
    forms: tuple[str, ...] = (".mzML", ".mzML.gz", ".mzXML")

    def commands(self, file: Path) -> list[list]:
        return [[*self.words, file]]


def package(key: str) -> PythonPackage:
    return next(tool.package for tool in TOOLS if tool.key == key)


def readers() -> list[Reader]:
    sagepy, pyopenms = package("sagepy"), package("pyopenms-prose")
    return [
        Reader("moselle-1", "Moselle, `--jobs 1`", [PROGRAM, *MOSELLE, "--jobs", 1]),
        Reader("moselle-2", "Moselle, `--jobs 2`", [PROGRAM, *MOSELLE, "--jobs", 2]),
        Reader("sagepy", f"sagepy {sagepy.version}, its Rust reader", [sagepy.interpreter, INSIDE / "with_sagepy.py"],
               sagepy, (".mzML", ".mzML.gz")),
        Reader("pyopenms", f"pyopenms {pyopenms.version}", [pyopenms.interpreter, INSIDE / "with_pyopenms.py"], pyopenms),
    ]


def build_floor() -> None:
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        raise Absent("there is no C compiler")
    source = Path(__file__).resolve().parent / "floor.c"
    done = subprocess.run([compiler, "-O3", "-o", FLOOR, source, "-ldeflate"], capture_output=True, text=True)
    if done.returncode != 0:
        raise Absent(f"floor.c does not compile: {(done.stderr.strip().splitlines() or ['no message'])[0]}")


def floor(file: Path) -> list[float]:
    """Seconds of reading the file, unpacking gzip, base64 and zlib."""
    done = subprocess.run([FLOOR, file], capture_output=True, text=True)
    if done.returncode != 0:
        raise Absent(f"the floor of {file.name} cannot be measured")
    return [float(word) for word in done.stdout.split()]
