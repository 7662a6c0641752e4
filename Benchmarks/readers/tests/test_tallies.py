"""What counts as explained, and what the table says."""
import dataclasses
import unittest

from readers import table
from readers.comparing import differences
from readers.known import Known, not_given
from readers.spectra import Reading, Spectrum
from readers.tallies import Tallies

SPECTRA = [Spectrum(f"scan={number}", level=2, peaks=10, crc=number) for number in range(1, 5)]


class TallyTests(unittest.TestCase):
    def tallied(self, known, *changes):
        """Four spectra of ten peaks, some of them changed in the peer."""
        other = list(SPECTRA)
        for position, change in changes:
            other[position] = dataclasses.replace(other[position], **change)
        tallies, ours, theirs = Tallies(known), Reading(SPECTRA), Reading(other)
        found = list(differences(ours, theirs, {}))
        tallies.add("pyteomics", "formats/A.mgf", "mgf", ours, theirs, found)
        return tallies

    def test_equal_spectra_and_their_peaks_are_counted(self):
        tally = self.tallied([], (1, {"crc": 0}), (2, {"level": 1})).peers["pyteomics"]
        self.assertEqual(tally.explained["mgf"], 0)
        self.assertEqual((tally.files["mgf"], tally.spectra["mgf"], tally.identical["mgf"]), (1, 4, 2))
        self.assertEqual(tally.peaks["mgf"], 30)

    def test_a_difference_is_explained_only_where_peer_file_kind_and_values_fit(self):
        change = (0, {"level": None})
        fitting = Known("pyteomics", ("formats/*.mgf",), "level", "says none", not_given)
        tallies = self.tallied([fitting], change)
        self.assertEqual((len(tallies.explained), tallies.unexplained, tallies.unused()), (1, [], []))
        for wrong in (
            dataclasses.replace(fitting, peer="pyopenms"), dataclasses.replace(fitting, files=("other/*",)),
            dataclasses.replace(fitting, kind="time"),
        ):
            tallies = self.tallied([wrong], change)
            self.assertEqual((len(tallies.unexplained), tallies.unused()), (1, [wrong]))
        self.assertEqual(len(self.tallied([fitting], (0, {"level": 1})).unexplained), 1)

    def test_the_table_has_the_counts_and_a_first_example_of_each_kind(self):
        tallies = self.tallied([Known("*", ("*",), "level", "because")], (1, {"level": 9}), (3, {"crc": 0}))
        text = table.text("Reading", tallies, {"pyteomics": "pyteomics 5"})
        self.assertIn("| pyteomics 5 | MGF | 1 | 0 | 4 | 2 | 1 | 30 |", text)
        self.assertIn("| pyteomics 5 | level | 1 | 1 | `formats/A.mgf` scan=2: 2, there 9 | because |", text)
        self.assertIn("| pyteomics 5 | peaks | 1 | 1 | `formats/A.mgf` scan=4: 4, there 0 |\n", text)
        self.assertLess(text.index("Not explained"), text.index("| peaks |"))
        self.assertLess(text.index("| peaks |"), text.index("Known and explained"))
