"""The table of spectra as Moselle prints it."""
import unittest

from readers import moselle
from readers.spectra import Ion, Spectrum

COLUMNS = (
    "index native_id scan_number ms_level retention_time_seconds precursor_mz precursor_charge "
    "precursor_possible_charges isolation_lower_mz isolation_upper_mz peaks set_aside peaks_crc32").split()


class TableTests(unittest.TestCase):
    def spectrum(self, *fields):
        return next(moselle.spectra(["\t".join(COLUMNS), "\t".join(fields)]))

    def test_a_survey_spectrum_has_no_precursors(self):
        found = self.spectrum("0", 'a "b"', "7", "1", "0.1", "", "", "", "", "", "2", "", "77")
        self.assertEqual(found, Spectrum('a "b"', 1, 0.1, (), 2, 77, scan=7))

    def test_values_of_several_precursors_are_taken_apart(self):
        found = self.spectrum("1", "b", "", "2", "", "500.5;600.5", "2;", ";3,2", "500.0;", "501.0;", "0", "", "0")
        self.assertEqual(found.precursors, (Ion(500.5, (2,), 500.0, 501.0), Ion(600.5, (2, 3))))

    def test_a_spectrum_set_aside_says_why_and_nothing_of_its_peaks(self):
        found = self.spectrum("1", "b", "", "0", "", "", "", "", "", "", "", "notAMassSpectrum", "")
        self.assertEqual(found, Spectrum("b", set_aside="notAMassSpectrum"))
