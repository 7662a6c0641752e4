"""Packages of PyPI in a virtual environment of our own."""
import os
import shutil
import subprocess
import sys
from pathlib import Path

from peers.places import PRIVATE, Absent

FOLDER = PRIVATE / "python"


class PythonPackage:
    """A package of one version, with what it needs at fixed versions where newer ones would change figures."""

    def __init__(self, name: str, version: str, others: tuple[str, ...] = ()):
        self.name, self.version = name, version
        self.requirements = [f"{name}=={version}", *others]

    @property
    def interpreter(self) -> Path:
        return FOLDER / self.name / "bin/python"

    def install(self) -> None:
        """Makes the environment and downloads the packages where they are not there yet."""
        folder = FOLDER / self.name
        if (folder / "installed").is_file():
            return
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        print(f"downloading {' '.join(self.requirements)} from PyPI", flush=True)
        run([sys.executable, "-m", "venv", str(folder)], "python3 -m venv (Debian: python3-venv)")
        pip = [str(self.interpreter), "-m", "pip", "install", "--quiet", "--no-cache-dir", "--only-binary", ":all:"]
        run(pip + self.requirements, f"pip install {self.name}=={self.version}")
        # Written last: a folder without it is made anew.
        (folder / "installed").write_text(self.version + "\n")

    def environment(self) -> dict[str, str]:
        """The system's environment without a word on Python."""
        return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def run(words: list[str], purpose: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or done.stdout.strip().splitlines() or ["no message"])[-1]
        raise Absent(f"{purpose} failed: {last}")
