"""Tests of how claims are put into bins and compared with the truth."""
import tempfile
import unittest
from pathlib import Path

from peers.counting import UnknownSpectrum
from reliability.bins import Bin, Claim, binned, claims, table

PSMS = """run\tspectrum_id\tis_decoy\tsequence\tposterior_error_probability
a\tscan=1\tfalse\tPEPTIDEK\t0.01
a\tscan=2\tfalse\tLIGK\t0.5
a\tscan=3\ttrue\tKEDITPEP\t0.5
"""


class BinTests(unittest.TestCase):
    def claims(self, truth):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "psms.tsv"
            path.write_text(PSMS, encoding="utf-8")
            return claims(path, truth)

    def test_targets_are_wrong_whose_peptide_is_not_in_the_spectrum_with_i_and_l_as_one(self):
        truth = {("a", 1): frozenset({"PEPTLDEK"}), ("a", 2): frozenset({"OTHER"})}
        self.assertEqual(self.claims(truth), [Claim(0.01, False), Claim(0.5, True)])

    def test_a_spectrum_that_the_truth_does_not_know_is_an_error(self):
        with self.assertRaises(UnknownSpectrum):
            self.claims({("a", 1): frozenset()})

    def test_a_claim_at_a_limit_belongs_to_the_bin_below(self):
        bins = binned([Claim(0.01, True), Claim(0.02, False), Claim(0.03, True), Claim(1.0, True)])
        self.assertEqual([(each.above, each.limit, each.count, each.wrong) for each in bins],
                         [(0.003, 0.01, 1, 1), (0.01, 0.03, 2, 1), (0.7, 1.0, 1, 1)])
        self.assertAlmostEqual(bins[1].claimed, 0.05)

    def test_the_interval_is_that_of_wilson(self):
        # 10 of 100: 5.52 % to 17.44 % (Newcombe, Stat. Med. 17 (1998), 857).
        low, high = Bin(0, 1, 100, 10.0, 10).interval()
        self.assertAlmostEqual(low, 0.0552, places=4)
        self.assertAlmostEqual(high, 0.1744, places=4)

    def test_the_table_has_a_row_for_each_bin_that_holds_anything(self):
        self.assertEqual(len(table(binned([Claim(0.5, True), Claim(0.05, False)])).splitlines()), 4)


if __name__ == "__main__":
    unittest.main()
