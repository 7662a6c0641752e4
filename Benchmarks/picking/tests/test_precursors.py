"""Tests of which precursors count as right."""
import tempfile
import unittest
from pathlib import Path

from peers.measuring import RunFailed
from picking.precursors import Right, compared_with_truth, reading, spectrum_table

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


class StudyTests(unittest.TestCase):
    def test_a_selected_peptide_is_held_against_what_is_stated_and_what_survey_spectra_say(self):
        row = TRUTH | {"spectrum_id": "scan=1", "component": "1", "origin": "database", "stated_mz": "500.5"}
        rows = [
            row | {"stated_charge": ""}, row | {"component": "2"}, row | {"origin": "noise", "spectrum_id": "scan=2"}]
        asked = {"scan=1": {"refined_precursor_mz": "500.001", "refined_precursor_charge": "2"}}
        stated, refined = compared_with_truth(rows, asked)
        self.assertEqual((stated.spectra, stated.mz, stated.open_charge), (1, 0, 1))
        self.assertEqual((refined.spectra, refined.both), (1, 1))
        with self.assertRaisesRegex(RunFailed, "no spectrum scan=1"):
            compared_with_truth([row | {"stated_charge": "2"}], {})

    def test_one_table_of_spectra_is_expected(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with self.assertRaisesRegex(RunFailed, "0 tables"):
                spectrum_table(folder)
            (folder / "a.spectrum-table.npz").touch()
            self.assertEqual(spectrum_table(folder), folder / "a.spectrum-table.npz")
            (folder / "b.spectrum-table.npz").touch()
            with self.assertRaisesRegex(RunFailed, "2 tables"):
                spectrum_table(folder)


if __name__ == "__main__":
    unittest.main()
