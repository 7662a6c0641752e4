"""Differences between two readings."""
import dataclasses
import unittest

from readers.comparing import differences
from readers.spectra import Ion, Reading, Spectrum

ION = Ion(mz=500.25, charges=(2,), lower=499.75, upper=500.75)
ONE = Spectrum("scan=1", level=1, seconds=1.5, peaks=2, crc=11, crc_short=12)
TWO = Spectrum("scan=2", level=2, seconds=2.5, precursors=(ION,), peaks=3, crc=21, crc_short=22)


def kinds(ours, theirs, rounded=None):
    return [each.kind for each in differences(ours, theirs, rounded or {})]


class DifferenceTests(unittest.TestCase):
    def changed(self, **changes):
        return kinds(Reading([ONE, TWO]), Reading([ONE, dataclasses.replace(TWO, **changes)]))

    def test_equal_readings_have_none(self):
        self.assertEqual(self.changed(), [])

    def test_each_value_is_compared(self):
        self.assertEqual(self.changed(id="scan=3"), ["id"])
        self.assertEqual(self.changed(level=3), ["level"])
        self.assertEqual(self.changed(seconds=2.5 + 1e-6), ["time"])
        self.assertEqual(self.changed(seconds=None), ["time"])
        self.assertEqual(self.changed(peaks=4), ["number of peaks"])
        self.assertEqual(self.changed(crc=20), ["peaks"])
        self.assertEqual(self.changed(precursors=()), ["precursors"])

    def test_each_value_of_a_precursor_is_compared_its_mass_to_the_last_bit(self):
        for change, kind in (
            ({"mz": 500.25 + 1e-13}, "precursor m/z"), ({"charges": (2, 3)}, "charges"),
            ({"charges": ()}, "charges"), ({"upper": 500.75 + 1e-6}, "isolation window"),
            ({"lower": None, "upper": None}, "isolation window"),
        ):
            self.assertEqual(self.changed(precursors=(dataclasses.replace(ION, **change),)), [kind])

    def test_an_edge_may_differ_by_what_addition_costs(self):
        self.assertEqual(self.changed(precursors=(dataclasses.replace(ION, upper=500.75 + 1e-13),)), [])

    def test_a_time_may_differ_by_what_arithmetic_with_minutes_costs(self):
        self.assertEqual(self.changed(seconds=2.5 + 4e-16), [])

    def test_intensities_that_only_lost_their_lower_bits_are_told_from_other_peaks(self):
        theirs = Reading([ONE, dataclasses.replace(TWO, crc=22)])
        self.assertEqual(kinds(Reading([ONE, TWO]), theirs, {21: 22}), ["intensities of 64 bits"])
        self.assertEqual(kinds(Reading([ONE, TWO]), theirs, {21: 23}), ["peaks"])
        self.assertEqual(kinds(Reading([ONE, TWO]), theirs, {}), ["peaks"])

    def test_of_a_spectrum_set_aside_only_the_id_is_compared(self):
        aside = Spectrum("scan=2", set_aside="emptyArrays")
        self.assertEqual(kinds(Reading([ONE, aside]), Reading([ONE, TWO])), ["set aside"])

    def test_missing_spectra_are_found_by_their_identifiers(self):
        found = list(differences(Reading([ONE, TWO]), Reading([TWO]), {}))
        self.assertEqual([(each.kind, each.spectrum) for each in found], [("spectrum missing in the peer", "scan=1")])
        self.assertEqual(kinds(Reading([TWO]), Reading([ONE, TWO])), ["spectrum missing in Moselle"])

    def test_a_file_that_one_refuses_is_a_difference_and_what_it_had_read_is_compared(self):
        whole = Reading([ONE, TWO])
        self.assertEqual(kinds(whole, Reading([], "no")), ["refused by the peer"])
        self.assertEqual(kinds(Reading([], "no"), whole), ["refused by Moselle"])
        self.assertEqual(kinds(Reading([], "no"), Reading([], "neither")), [])
        other = dataclasses.replace(ONE, level=3)
        self.assertEqual(kinds(whole, Reading([other], "no")), ["refused by the peer", "level"])
