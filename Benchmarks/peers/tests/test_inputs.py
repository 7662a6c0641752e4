"""Spectra and proteins as they are handed to the tools."""
import base64
import gzip
import re
import struct
import tempfile
import unittest
import zlib
from pathlib import Path

from peers.inputs import proteins, spectra
from peers.inputs.mgf import mzml_as_mgf

PEAKS = base64.b64encode(struct.pack(">6f", 100.5, 10, 200.25, 20, 300.125, 30)).decode()
PACKED = base64.b64encode(zlib.compress(struct.pack(">2d", 150.0625, 5))).decode()
MZXML = f"""<mzXML xmlns="http://example.org/mzXML"><msRun>
<scan num="4" msLevel="1" retentionTime="PT59.5S"><peaks precision="32">{PEAKS}</peaks></scan>
<scan num="5" msLevel="2" retentionTime="PT60.5S">
<precursorMz precursorIntensity="1e5" precursorCharge="3">432.1</precursorMz>
<peaks precision="32" compressionType="none">{PEAKS}</peaks></scan>
<scan num="6" msLevel="2" retentionTime="PT61S"><precursorMz>500.25</precursorMz>
<peaks precision="64" compressionType="zlib">{PACKED}</peaks></scan>
</msRun></mzXML>"""


class SpectraTests(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = Path(self.place.name)
        self.source, self.mzml = self.folder / "run.mzXML.gz", self.folder / "run.mzML"
        self.source.write_bytes(gzip.compress(MZXML.encode()))
        spectra.mzxml_as_mzml(self.source, self.mzml)

    def test_mzxml_comes_through_mzml_to_mgf_with_its_numbers(self):
        mzml_as_mgf(self.mzml, self.folder / "run.mgf")
        self.assertEqual((self.folder / "run.mgf").read_text().split("\n"), [
            "BEGIN IONS", "TITLE=scan=5", "PEPMASS=432.1", "CHARGE=3+", "100.5 10.0", "200.25 20.0", "300.125 30.0",
            "END IONS", "", "BEGIN IONS", "TITLE=scan=6", "PEPMASS=500.25", "150.0625 5.0", "END IONS", "", ""])

    def test_fragment_spectra_are_counted(self):
        self.assertEqual(spectra.count_fragment_spectra(self.mzml), 2)

    def test_offsets_of_the_index_point_at_their_spectra(self):
        data = self.mzml.read_bytes()
        found = re.findall(rb'<offset idRef="([^"]*)">(\d+)</offset>', data)
        self.assertEqual([name for name, _ in found], [b"scan=4", b"scan=5", b"scan=6"])
        for name, offset in found:
            self.assertRegex(data[int(offset):], rb'^<spectrum index="\d" id="' + name + b'"')
        place = int(re.search(rb"<indexListOffset>(\d+)", data)[1])
        self.assertTrue(data[place:].startswith(b"<indexList "))

    def test_entries_of_an_index_count_from_where_their_spectra_stand(self):
        text = b'<spectrum index="0" id="spectrum=7"></spectrum> <spectrum index="1" id="spectrum=8"/>'
        self.assertEqual(spectra.index_entries(text, 100), [
            b'<offset idRef="spectrum=7">100</offset>\n', b'<offset idRef="spectrum=8">148</offset>\n'])

    def test_a_document_with_an_index_is_left_as_it_is(self):
        data = self.mzml.read_bytes()
        spectra.write_indexed(data, self.folder / "again.mzML")
        self.assertEqual((self.folder / "again.mzML").read_bytes(), data)


class ProteinTests(unittest.TestCase):
    def test_the_first_protein_of_an_accession_is_kept_and_decoys_are_reversed(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "a.fasta").write_text(">P1 one\nMAK\nLER\n>P2\nWW*\n")
            (folder / "b.fasta.gz").write_bytes(gzip.compress(b">P1 other\nAAA\n>P3 three > two\nGGK\n"))
            found = proteins.joined([folder / "a.fasta", folder / "b.fasta.gz"])
            self.assertEqual(found, [("P1 one", "MAKLER"), ("P2", "WW"), ("P3 three > two", "GGK")])
            proteins.write(found[:1], folder / "both.fasta", proteins.backwards)
            self.assertEqual((folder / "both.fasta").read_text(), ">P1 one\nMAKLER\n>rev_P1 one\nRELKAM\n")

    def test_shuffled_decoys_are_cut_where_their_targets_are_and_differ_by_seed(self):
        target = "MASTEKPLVNDAERGHILMNQSTVWYKGHILMNQSTVWY"
        decoys = [proteins.shuffled(target, seed) for seed in (1, 2, 1)]
        self.assertEqual(decoys[0], decoys[2])
        self.assertNotEqual(decoys[0], decoys[1])
        for decoy in decoys:
            self.assertEqual(sorted(decoy), sorted(target))
            self.assertEqual([m.start() for m in re.finditer("[KRP]", decoy)], [5, 6, 13, 26])
            first, second = decoy[14:26], decoy[27:]
            self.assertEqual(first, second)
            self.assertNotEqual(first, target[14:26])
