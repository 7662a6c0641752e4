"""Debian packages, unpacked into a folder of our own.

apt keeps its lists and its cache in that folder too, so that a system without package lists will do. Of the libraries a
package needs, those the system has installed are used as they are, and the others are unpacked beside it.
"""
import os
import re
import shutil
import subprocess
from pathlib import Path

from peers.places import PRIVATE, Absent

FOLDER = PRIVATE / "debian"


class DebianPackage:
    """A package of one upstream version: figures of another version would not be the same tool's."""

    def __init__(self, name: str, upstream: str):
        self.name, self.upstream = name, upstream
        self.root = FOLDER / name

    def install(self) -> None:
        """Downloads and unpacks what is not there yet."""
        if (self.root / "installed").is_file():
            return
        if not all(shutil.which(program) for program in ("apt-get", "apt-cache", "dpkg")):
            raise Absent(f"{self.name} comes from Debian, and this system has no apt-get")
        update_lists()
        self.check_version()
        packages = self.missing_packages()
        count = f"{self.name} and {len(packages) - 1} libraries"
        print(f"downloading {count} from Debian: {' '.join(packages)}", flush=True)
        archives = FOLDER / f"{self.name}.archives"
        for folder in (archives, self.root):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        apt(["apt-get", "--quiet", "download", *packages], folder=archives)
        for archive in sorted(archives.glob("*.deb")):
            run(["dpkg", "--extract", str(archive), str(self.root)])
        shutil.rmtree(archives)
        # Written last: a folder without it is made anew.
        (self.root / "installed").write_text(self.upstream + "\n")

    def check_version(self) -> None:
        text = apt(["apt-cache", "policy", self.name])
        found = re.search(r"Candidate: (?:\d+:)?(\S+)", text)
        if not found or found[1] == "(none)":
            raise Absent(f"this system's package source has no {self.name}")
        if not re.match(rf"{re.escape(self.upstream)}(?![0-9.])", found[1]):
            raise Absent(f"this system's package source has {self.name} {found[1]}, compared is {self.upstream}")

    def missing_packages(self) -> list[str]:
        """The package, though the system may have it, and what it needs that the system has not."""
        plan = apt(["apt-get", "--simulate", "--no-install-recommends", "--reinstall", "install", self.name])
        return sorted({self.name, *re.findall(r"(?m)^Inst (\S+)", plan)})

    def program(self, name: str) -> Path:
        return self.root / "usr/bin" / name

    def environment(self) -> dict[str, str]:
        """The system's environment with the private programs and libraries before its own."""
        own = {
            "PATH": [str(self.root / "usr/bin")],
            "LD_LIBRARY_PATH": sorted({str(file.parent) for file in self.root.rglob("*.so*")}),
        }
        # An empty entry would mean the current folder.
        inherited = {name: [os.environ[name]] if os.environ.get(name) else [] for name in own}
        paths = {name: ":".join(folders + inherited[name]) for name, folders in own.items()}
        return os.environ | {name: path for name, path in paths.items() if path}


def update_lists() -> None:
    """Fetches the package lists, once for all packages and runs."""
    done = FOLDER / "apt/updated"
    if done.is_file():
        return
    for part in ("lists/partial", "cache/archives/partial"):
        (FOLDER / "apt" / part).mkdir(parents=True, exist_ok=True)
    print("downloading Debian's package lists", flush=True)
    apt(["apt-get", "--quiet", "update"])
    # A source of the system that does not answer is no error for apt; all of them are one for us.
    if not any((FOLDER / "apt/lists").glob("*_Packages*")):
        raise Absent("Debian's package lists could not be downloaded")
    done.touch()


def apt(words: list[str], folder: Path = FOLDER) -> str:
    own = [
        f"Dir::State::Lists={FOLDER / 'apt/lists'}", f"Dir::Cache={FOLDER / 'apt/cache'}", "Debug::NoLocking=1",
        "APT::Sandbox::User=",
    ]
    return run(words[:1] + [word for setting in own for word in ("-o", setting)] + words[1:], folder)


def run(words: list[str], folder: Path | None = None) -> str:
    # The words looked for in what apt prints are English ones.
    done = subprocess.run(words, cwd=folder, env=os.environ | {"LC_ALL": "C"}, capture_output=True, text=True)
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Absent(f"{words[0]} failed: {last}")
    return done.stdout
