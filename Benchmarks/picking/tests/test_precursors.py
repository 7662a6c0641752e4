"""Tests of which precursors count as right."""
import unittest

from picking.precursors import Right, reading

TRUTH = {"monoisotopic_mz": "500.0", "charge": "2"}


class RightTests(unittest.TestCase):
    def test_mz_within_ten_ppm_and_charge_count_apart_and_together(self):
        right = Right()
        right.add(TRUTH, 500.004, 2)  # 8 ppm
        right.add(TRUTH, 500.006, 2)  # 12 ppm
        right.add(TRUTH, 500.0, 3)
        right.add(TRUTH, 500.5017, None)  # the next isotope, no charge
        # m/z right, charge right, wrong, open, both right
        self.assertEqual(right.cells(), ["50.0%", "50.0%", "25.0%", "25.0%", "25.0%"])

    def test_what_survey_spectra_say_replaces_what_is_stated(self):
        refined = {"refined_precursor_mz": "500.25", "refined_precursor_charge": "3"}
        silent = {"refined_precursor_mz": "", "refined_precursor_charge": "-1"}
        self.assertEqual(reading(refined, 500.5, None), (500.25, 3))
        self.assertEqual(reading(silent, 500.5, None), (500.5, None))
        self.assertEqual(reading(silent, 500.5, 2), (500.5, 2))


if __name__ == "__main__":
    unittest.main()
