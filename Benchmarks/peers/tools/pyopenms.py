"""The two search engines of pyopenms of PyPI: SimpleSearchEngine and ProSE (with a fragment index)."""
from peers.install.python import PythonPackage
from peers.tools.private_python import PrivatePython


class PyOpenMS(PrivatePython):
    package = PythonPackage("pyopenms", "3.6.0", ("numpy==2.4.6",))
    script = "with_pyopenms.py"
    needs_decoys = True

    def __init__(self, engine: str):
        name = {"sse": "SimpleSearchEngine", "prose": "ProSE"}[engine]
        self.options = {"engine": engine}
        self.key, self.name = f"pyopenms-{engine}", f"pyopenms 3.6 {name}"
        self.score = "hyperscore"
        self.difference = {
            "sse": "peptide mass, matched fragments and fragment charges limited its own way",
            "prose": "prepares peaks its own way (20 per window)",
        }[engine]
