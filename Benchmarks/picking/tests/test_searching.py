"""Tests of how accepted matches are counted and paired."""
import tempfile
import unittest
from pathlib import Path

from picking.comparing import paired
from picking.searching import Found, peptides, psms, spread

PSMS = """run\tspectrum_id\tis_decoy\tsequence\tq_value
a\tscan=1\tfalse\tPEPTIDEK\t0.001
a\tscan=2\tfalse\tLIGK\t0.01
a\tscan=3\tfalse\tELVISK\t0.03
a\tscan=4\ttrue\tKEDITPEP\t0.001
a\tscan=5\tfalse\tSAMPLER\t
"""
PEPTIDES = """sequence\tis_decoy\tq_value
PEPTIDEK\tfalse\t0.002
LIGK\tfalse\t0.02
KEDITPEP\ttrue\t0.002
"""


class CountingTests(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            tables = {}
            for name, text in (("psms", PSMS), ("peptides", PEPTIDES)):
                tables[name] = Path(folder) / f"{name}.tsv"
                tables[name].write_text(text, encoding="utf-8")
            self.found = Found(psms(tables["psms"]), peptides(tables["peptides"]))

    def test_targets_within_the_limit_are_accepted(self):
        self.assertEqual(self.found.accepted(), {("a", "scan=1"), ("a", "scan=2")})
        self.assertEqual(len(self.found.accepted(0.05)), 3)
        self.assertEqual((self.found.peptide_count(), self.found.peptide_count(0.05)), (1, 2))

    def test_error_is_the_share_of_peptides_that_are_not_in_their_spectra(self):
        # I and L are one.
        truth = {("a", "scan=1"): frozenset({"PEPTLDEK"}), ("a", "scan=2"): frozenset()}
        self.assertEqual(self.found.true_error(truth), 0.5)
        self.assertIsNone(Found().true_error(truth))

    def test_searches_are_paired_by_spectrum(self):
        first = Found({("a", "scan=2"): (0.001, "LIGK"), ("b", "scan=1"): (0.001, "LIGK")})
        # PSMs, peptides, shared, new, lost, at 5 %.
        self.assertEqual(paired(self.found, first), ["2", "1", "1", "1", "1", "3"])

    def test_draws_are_shown_with_their_median(self):
        self.assertEqual(spread([4, 9, 5]), "5 (4-9)")
        self.assertEqual(spread([]), "")


if __name__ == "__main__":
    unittest.main()
