"""The table of decoy draws, and the settings each table states."""
import unittest
from pathlib import Path

from peers import settings
from peers.counting import Count
from peers.inputs.sets import Inputs
from peers.table import Row, draws_table, spread
from peers.tools import DRAWN_TOOLS


class DrawsTests(unittest.TestCase):
    def test_medians_stand_with_their_range_and_as_shares_of_the_best_peer(self):
        inputs = Inputs("a", "some spectra", Path(), [], Path(), Path())
        tools = {tool.key: tool for tool in DRAWN_TOOLS}
        counts = {"moselle-2": (90, 120, 105), "comet": (100, 80, 110), "tandem": (99, 99, 99)}
        rows = [Row(tools[key], counts=[Count(psms, psms - 10, None) for psms in values]) for key, values in counts.items()]
        rows.append(Row(tools["openms"], problem="failed: exit status 3"))
        text = draws_table(inputs, rows)
        self.assertIn("| Moselle, --jobs 2 | 105 (90-120) | 105.0% | 90 120 105 | 95 (80-110) |", text)
        self.assertIn("| Comet 2019.01 | 100 (80-110) | 100.0% | 100 80 110 |", text)
        self.assertIn("| X!Tandem 2017.2.1.4 | 99 | 99.0% |", text)
        self.assertIn("| failed: exit status 3 |  |  |  |", text)
        self.assertIn("shuffled decoys", text)

    def test_a_spread_is_shown_where_there_is_one(self):
        self.assertEqual(spread([4, 9, 5], "{:.0f}"), "5 (4-9)")
        self.assertEqual(spread([4.01, 4.02], "{:.1f}"), "4.0")
        self.assertEqual(spread([], "{:.0f}"), "")


class SettingsTests(unittest.TestCase):
    def test_those_of_a_wide_window_are_told_from_those_of_a_closed_search(self):
        closed, wide = (settings.summary(is_wide, has_shuffled_decoys=False) for is_wide in (False, True))
        self.assertIn("20 ppm precursor, isotope errors 0..2, 20 ppm fragment", closed)
        self.assertIn("precursor window -150 Da..+500 Da, no isotope errors", wide)
        self.assertNotIn("ppm precursor", wide)


if __name__ == "__main__":
    unittest.main()
