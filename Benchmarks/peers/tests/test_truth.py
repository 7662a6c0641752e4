"""The table of truth, on a small one written by hand."""
import unittest

from peers.inputs.truth import parse

COLUMNS = (
    "run spectrum_id scan retention_time_min stated_mz stated_charge isotope_offset component origin share peptidoform "
    "sequence charge proteins monoisotopic_mz fragment_peaks")
ROWS = [
    "r1|controllerType=0 controllerNumber=1 scan=7|7|1.5|500.2|2|0|1|database|0.8|PEPTIDEK|PEPTIDEK|2|P1|500.2|90",
    "r1|controllerType=0 controllerNumber=1 scan=7|7|1.5|500.2|2|0|2|foreign|0.2|LIVEK|LIVEK|2||500.9|30",
    "r1|controllerType=0 controllerNumber=1 scan=8|8|1.6|612.3|2|0|1|noise|1||||||12",
    "r2|controllerType=0 controllerNumber=1 scan=7|7|1.5|500.2|2|1|1|database|1|M[Oxidation]AK|MAK|2|P2|500.2|40",
]


def table(*lines):
    return ["\t".join(COLUMNS.split())] + [line.replace("|", "\t") for line in lines]


class TruthTests(unittest.TestCase):
    def test_a_spectrum_holds_all_its_components_and_noise_holds_none(self):
        self.assertEqual(parse(table(*ROWS)), {
            ("r1", 7): frozenset({"PEPTLDEK", "LLVEK"}), ("r1", 8): frozenset(), ("r2", 7): frozenset({"MAK"})})

    def test_a_missing_column_is_named(self):
        with self.assertRaisesRegex(ValueError, "no column sequence, origin"):
            parse(["run\tspectrum_id", "r1\tscan=1"])

    def test_a_native_id_without_scan_is_an_error(self):
        with self.assertRaisesRegex(ValueError, "index=4"):
            parse(["run\tspectrum_id\tsequence\torigin", "r1\tindex=4\tPEPTIDEK\tdatabase"])
