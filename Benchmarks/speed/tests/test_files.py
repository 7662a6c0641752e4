"""The files of the reading figures."""
import unittest

from peers.measuring import Figures
from speed import main
from speed.files import FORMS, renumbered


class Renumbering(unittest.TestCase):
    def test_moves_identifiers_and_references_alike(self):
        spectra = b'<spectrum index="0" id="spectrum=7"/><precursor spectrumRef="spectrum=6"/>'
        expected = b'<spectrum index="1" id="spectrum=10007"/><precursor spectrumRef="spectrum=10006"/>'
        self.assertEqual(renumbered(spectra, 1), expected)


class Table(unittest.TestCase):
    def test_states_medians_ratios_and_the_floor(self):
        able = [reader for reader in main.readers() if reader.key in ("moselle-1", "sagepy", "pyopenms")]
        figures = {
            "moselle-1": [Figures(2.0, 2.1, 50), Figures(1.0, 1.1, 60), Figures(3.0, 3.1, 70)],
            "moselle-2": [Figures(1.0, 2.1, 50), Figures(1.0, 1.1, 60), Figures(2.0, 3.1, 70)],
            "sagepy": [Figures(4.0, 5.0, 100)], "pyopenms": [],
        }
        floors = [[0.1, 0.0, 0.2, 0.3], [0.1, 0.0, 0.2, 0.5], [0.2, 0.0, 0.2, 0.3]]
        text = main.text(FORMS[0], 200.0, able, figures, {"pyopenms": "exit status 1"}, floors, [2.5, 1.25, 3.0])
        self.assertIn("| Moselle, `--jobs 1` | 2.00 (1.00-3.00) | 100 | 1.00 | 2.10 (1.10-3.10) | 60 |", text)
        self.assertIn("| 4.00 | 50 | 2.00 | 5.00 | 100 |", text)
        self.assertIn("| exit status 1 |", text)
        self.assertIn("| floor, one thread | 0.70 | 286 | 0.30 |", text)
        self.assertIn("reading 1.50 times as fast; two programs", text)
        self.assertIn("do 1.60 times the work of one", text)


if __name__ == "__main__":
    unittest.main()
