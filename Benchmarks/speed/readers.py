"""Who reads: Moselle, its peers, and the floor."""
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from peers.install.debian import DebianPackage
from peers.install.python import PythonPackage
from peers.places import PRIVATE, PROGRAM, Absent
from peers.program import last_line
from peers.tools import TOOLS

INSIDE = Path(__file__).resolve().parent / "inside"
FLOOR = PRIVATE / "floor"
PWIZ = DebianPackage("libpwiz-dev", "3.0.18342")
# Headers that ProteoWizard's include and its package does not ask for.
BOOST = DebianPackage("libboost1.74-dev", "1.74.0+ds1")
PWIZ_READER = PWIZ.root / "read"
MOSELLE = [PROGRAM, "inspect", "--no-checksum"]


class Reader(NamedTuple):
    """A command that reads a file with every array decoded."""

    key: str
    name: str
    words: list
    package: PythonPackage | DebianPackage | None = None
    forms: tuple[str, ...] = (".mzML", ".mzML.gz", ".mzXML")

    def commands(self, file: Path) -> list[list]:
        return [[*self.words, file]]


def package(key: str) -> PythonPackage:
    return next(tool.package for tool in TOOLS if tool.key == key)


def readers() -> list[Reader]:
    sagepy, pyopenms = package("sagepy"), package("pyopenms-prose")
    return [
        Reader("moselle-1", "Moselle, `--jobs 1`", [*MOSELLE, "--jobs", 1]),
        Reader("moselle-2", "Moselle, `--jobs 2`", [*MOSELLE, "--jobs", 2]),
        Reader("sagepy", f"sagepy {sagepy.version}, its Rust reader", [sagepy.interpreter, INSIDE / "with_sagepy.py"],
               sagepy, (".mzML", ".mzML.gz")),
        Reader("pyopenms", f"pyopenms {pyopenms.version}", [pyopenms.interpreter, INSIDE / "with_pyopenms.py"], pyopenms),
        Reader("pwiz", f"ProteoWizard {PWIZ.upstream}, its library", [PWIZ_READER], PWIZ),
    ]


def install(reader: Reader) -> None:
    """Installs what a reader needs."""
    if reader.package:
        reader.package.install()
    if reader.package is PWIZ and not PWIZ_READER.is_file():
        build_pwiz_reader()


def build_pwiz_reader() -> None:
    compiler = shutil.which("c++") or shutil.which("clang++")
    if compiler is None:
        raise Absent("there is no C++ compiler")
    BOOST.install()
    folders = [PWIZ.root / "usr/include" / name for name in ("", "proteowizard", "proteowizard/libraries")]
    folders.append(BOOST.root / "usr/include")
    words = [compiler, "-O2", "-w", "-std=c++14", *(f"-I{folder}" for folder in folders), INSIDE / "with_pwiz.cpp"]
    libraries = [PWIZ.root / "usr/lib/libpwiz.so.3", "-Wl,--allow-shlib-undefined", "-o", PWIZ_READER]
    compile_(words + libraries, "with_pwiz.cpp")


def build_floor() -> None:
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        raise Absent("there is no C compiler")
    source = Path(__file__).resolve().parent / "floor.c"
    compile_([compiler, "-O3", "-o", FLOOR, source, "-ldeflate"], source.name)


def compile_(words: list, name: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        raise Absent(f"{name} does not compile: {(done.stderr.strip().splitlines() or ['no message'])[0]}")


def floor(file: Path) -> list[float]:
    """Seconds of reading the file, unpacking gzip, base64 and zlib."""
    done = subprocess.run([FLOOR, file], capture_output=True, text=True)
    if done.returncode != 0:
        raise Absent(f"the floor of {file.name} cannot be measured: {last_line(done.stderr)}")
    return [float(word) for word in done.stdout.split()]
