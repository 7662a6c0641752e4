"""Calls of inside/with_pyopenms.py in the private Python of pyopenms, on one thread."""
import json
import subprocess
from pathlib import Path

from peers.measuring import RunFailed
from peers.tools.pyopenms import PyOpenMS

PACKAGE = PyOpenMS.package
SCRIPT = Path(__file__).resolve().parent / "inside/with_pyopenms.py"


def private(*words):
    """What the script prints as a line of JSON."""
    command = [str(word) for word in (PACKAGE.interpreter, SCRIPT, *words)]
    environment = PACKAGE.environment() | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise RunFailed(f"pyopenms: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    return next(json.loads(text) for text in done.stdout.splitlines() if text.startswith("{"))
