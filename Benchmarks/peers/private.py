"""Calls of inside/with_pyopenms.py in the private Python of pyopenms, on one thread."""
import json
import subprocess
from pathlib import Path

from peers.measuring import RunFailed
from peers.program import last_line
from peers.tools.pyopenms import PyOpenMS

PACKAGE = PyOpenMS.package
SCRIPT = Path(__file__).resolve().parent / "inside/with_pyopenms.py"


def private(*words) -> dict:
    """What the script says in a line of JSON."""
    command = [str(word) for word in (PACKAGE.interpreter, SCRIPT, *words)]
    environment = PACKAGE.environment() | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise RunFailed(f"pyopenms: {last_line(done.stderr)}")
    return answer(done.stdout)


def answer(printed: str) -> dict:
    """The line of JSON among what OpenMS prints beside it."""
    found = next((line for line in printed.splitlines() if line.startswith("{")), None)
    if found is None:
        raise RunFailed(f"pyopenms said nothing of what it did: {last_line(printed)}")
    return json.loads(found)
