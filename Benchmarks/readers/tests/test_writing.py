"""What a written file should hold, and whether it is what it says."""
import hashlib
import unittest

from readers import conformance, writing
from readers.spectra import Ion, Reading, Spectrum

ION = Ion(500.25, (2,), 499.75, 501.25)
SURVEY = Spectrum("scan=1", level=1, seconds=60.0, peaks=1, crc=1, scan=1)
FRAGMENTS = Spectrum("scan=2", level=2, seconds=120.0, precursors=(ION,), peaks=1, crc=2, scan=2)
TITLED = Spectrum("a title", level=2, seconds=180.0, precursors=(ION, ION), peaks=1, crc=3)
ASIDE = Spectrum("scan=4", level=2, set_aside="emptyArrays")
SPECTRUM, ENTRY = b'<spectrum index="0" id="scan=1">', b'<offset idRef="scan=1">%d</offset>'


class ExpectationTests(unittest.TestCase):
    def test_mzml_names_what_has_no_identifier_of_its_kind_by_its_place(self):
        found = writing.expected((SURVEY, TITLED), "mzml")
        self.assertEqual([each.id for each in found], ["scan=1", "index=1"])
        self.assertEqual(found[1].precursors, (ION, ION))

    def test_mzxml_holds_what_has_a_scan_number_and_the_width_of_windows(self):
        found = writing.expected((SURVEY, FRAGMENTS, TITLED), "mzxml")
        self.assertEqual([each.id for each in found], ["scan=1", "scan=2"])
        self.assertEqual(found[1].precursors, (Ion(500.25, (2,), 499.5, 501.0),))

    def test_mgf_holds_fragment_spectra_of_one_precursor(self):
        found = writing.expected((SURVEY, FRAGMENTS, TITLED), "mgf")
        self.assertEqual([(each.id, each.precursors) for each in found], [("scan=2", (Ion(500.25, (2,)),))])

    def test_subsets_are_those_the_options_ask_for(self):
        found = {each.name: each for each in writing.subsets(Reading([SURVEY, FRAGMENTS, TITLED, ASIDE]))}
        self.assertEqual(found["all"].spectra, (SURVEY, FRAGMENTS, TITLED))
        self.assertEqual(found["level"].spectra, (FRAGMENTS, TITLED))
        self.assertEqual(found["time"].options, ("--minutes", "2.0..3.0"))
        self.assertEqual(found["time"].spectra, (FRAGMENTS, TITLED))
        self.assertEqual(found["id"].options, ("--id", "a title", "--id", "scan=1", "--id", "scan=2"))


class ConformanceTests(unittest.TestCase):
    def file(self, offset=10, place=0):
        body = b" " * 10 + SPECTRUM + b'<indexList count="1">' + ENTRY % offset
        start = body.index(b"<indexList ") + place
        return body + b"<indexListOffset>%d</indexListOffset>" % start

    def test_an_index_that_points_at_its_spectra_has_no_faults(self):
        self.assertEqual(conformance.index_faults(self.file(), "mzml"), [])

    def test_wrong_entries_wrong_numbers_and_wrong_places_are_found(self):
        self.assertEqual(len(conformance.index_faults(self.file(offset=11), "mzml")), 1)
        self.assertEqual(len(conformance.index_faults(self.file(place=1), "mzml")), 1)
        self.assertEqual(conformance.index_faults(self.file() + SPECTRUM, "mzml"), ["1 index entries for 2 spectra"])

    def test_the_checksum_covers_its_own_start_tag(self):
        text = b"<mzXML><sha1>"
        self.assertEqual(conformance.checksum_faults(text + hashlib.sha1(text).hexdigest().encode(), "mzxml"), [])
        self.assertEqual(len(conformance.checksum_faults(text + b"0" * 40, "mzxml")), 1)
        self.assertEqual(len(conformance.checksum_faults(b"<mzXML>", "mzxml")), 1)
