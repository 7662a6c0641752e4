"""A reader in a private Python: one process that reads file after file, and is started anew where it dies."""
import json
import subprocess
from pathlib import Path

from peers.install.python import PythonPackage
from peers.tools.pyopenms import PyOpenMS
from readers.spectra import Ion, Reading, Spectrum

INSIDE = Path(__file__).resolve().parent / "inside"


class Peer:
    def __init__(self, key: str, package: PythonPackage):
        self.key, self.package = key, package
        self.name = f"{package.name} {package.version}"
        self.process: subprocess.Popen | None = None

    def read(self, source: Path, answer: Path) -> Reading:
        """What it makes of a file; `answer` is a file it may write to."""
        if self.process is None:
            words = [self.package.interpreter, "-B", INSIDE / f"with_{self.key}.py"]
            self.process = subprocess.Popen(
                words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                env=self.package.environment())
        self.process.stdin.write(json.dumps([str(source), str(answer)]) + "\n")
        self.process.stdin.flush()
        # Libraries print too; the end of the output means that the process has died.
        for line in self.process.stdout:
            if line.strip() == "done":
                return reading(answer.read_text(encoding="utf-8").splitlines())
        status = self.process.wait()
        self.process = None
        return Reading(error=f"its process ended with status {status}")

    def stop(self) -> None:
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process = None


def reading(lines: list[str]) -> Reading:
    found = Reading()
    for line in lines:
        values = json.loads(line)
        if "error" in values:
            found.error = values["error"]
            break
        ions = [Ion(**ion | {"charges": tuple(ion["charges"])}) for ion in values.pop("precursors")]
        found.spectra.append(Spectrum(**values, precursors=tuple(ion for ion in ions if ion != Ion())))
    return found


PEERS = [
    Peer("pyteomics", PythonPackage(
        "pyteomics", "5.0.1", ("numpy==2.4.6", "lxml==6.1.3", "psims==1.4.0", "pynumpress==0.1.5"))),
    Peer("pyopenms", PyOpenMS.package),
]
