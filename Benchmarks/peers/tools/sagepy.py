"""Sage's core (Rust) through sagepy of PyPI: hyperscore, or its linear discriminant over several features."""
from peers.install.python import PythonPackage
from peers.tools.private_python import PrivatePython


class Sagepy(PrivatePython):
    package = PythonPackage("sagepy", "0.4.6", ("numpy==2.4.6", "pandas==3.1.1"))
    script = "with_sagepy.py"
    needs_decoys = False
    has_wide_window = True

    def __init__(self, rescores: bool):
        self.options = {"rescores": rescores}
        self.key, self.name = ("sagepy-lda", "sagepy 0.4.6, its LDA") if rescores else ("sagepy", "sagepy 0.4.6")
        self.score = "discriminant score" if rescores else "hyperscore"
        self.difference = "makes its own decoys: each peptide reversed between its first and last residue" + (
            "; the discriminant is fitted to the matches it then ranks" if rescores else "")
