"""Tests of how accepted matches are counted and paired."""
import json
import tempfile
import unittest
from pathlib import Path

from picking.comparing import paired
from picking.searching import Found, found_nothing, peptides, psms

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
        self.assertEqual(self.found.accepted(), {("a", 1), ("a", 2)})
        self.assertEqual(len(self.found.accepted(0.05)), 3)
        self.assertEqual(self.found.peptide_count(), 1)

    def test_error_is_the_share_of_peptides_that_are_not_in_their_spectra(self):
        # I and L are one.
        truth = {("a", 1): frozenset({"PEPTLDEK"}), ("a", 2): frozenset()}
        self.assertEqual(self.found.true_error(truth), 0.5)
        self.assertIsNone(Found().true_error(truth))

    def test_searches_are_paired_by_spectrum(self):
        first = Found({("a", 2): (0.001, "LIGK"), ("b", 1): (0.001, "LIGK")})
        # PSMs, peptides, shared, new, lost, at 5 %.
        self.assertEqual(paired(self.found, first), ["2", "1", "1", "1", "1", "3"])


class RecordTests(unittest.TestCase):
    def is_nothing_found(self, failures, faults):
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) / "run.json"
            self.assertFalse(found_nothing(record))
            record.write_text(json.dumps({"outcome": {"failures": failures, "faults": faults}}), encoding="utf-8")
            return found_nothing(record)

    def test_a_search_without_identifications_counts_as_one_and_nothing_else_that_went_wrong_does(self):
        nothing = "confidence: nothing was identified at 1 %; search more spectra together."
        self.assertTrue(self.is_nothing_found([], [nothing]))
        self.assertFalse(self.is_nothing_found([], [nothing, "run a: the file ends too early"]))
        self.assertFalse(self.is_nothing_found([], ["run a: the file ends too early"]))
        self.assertFalse(self.is_nothing_found(["a: pick-peaks failed"], [nothing]))
        self.assertFalse(self.is_nothing_found([], []))


if __name__ == "__main__":
    unittest.main()
