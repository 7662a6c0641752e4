"""Bounds, intervals and verdicts of counts."""
import tempfile
import unittest
from pathlib import Path

from entrapment.pooled import Counts, counted, counts, judged, pooled, Truth, truths, wilson


class Pooled(unittest.TestCase):
    def test_the_interval_is_wilsons(self):
        # 10 of 100: 5.52 % to 17.44 % (Newcombe, Stat. Med. 17 (1998), 857, method 3).
        low, high = wilson(10, 100)
        self.assertAlmostEqual(low, 0.0552, places=4)
        self.assertAlmostEqual(high, 0.1744, places=4)

    def test_a_verdict_needs_the_combined_bound_or_the_limit_of_the_lower_one(self):
        self.assertEqual(Counts(996, 4, 1.0).verdict(), "supported")
        self.assertEqual(Counts(994, 6, 1.0).verdict(), "inconclusive")
        self.assertEqual(Counts(980, 20, 1.0).verdict(), "refuted")

    def test_runs_are_added_up_and_those_without_anything_do_not_count(self):
        total = pooled([Counts(90, 10, 1.0), Counts(300, 0, 0.6), Counts(0, 0, 0.1)])
        self.assertEqual((total.targets, total.entrapments), (390, 10))
        self.assertAlmostEqual(total.ratio, 0.7)

    def test_tables_of_the_program_are_read(self):
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder, "entrapment.tsv")
            table.write_text(
                "level\tclaimed\ttargets\tentrapments\tratio\npsm\t0.01\t99\t1\t0.5\npsm\t0.02\t9\t9\t0.5\n")
            self.assertEqual(counts(table), {"psm": Counts(99, 1, 0.5)})
            truth = Path(folder, "truth.tsv")
            truth.write_text(
                "level\tsubset\taccepted\twrong\twrong_form\npsm\tall\t100\t3\t1\n"
                "psm\tclean\t9\t9\t0\npeptide\tall\t50\t1\t\n")
            self.assertEqual(truths(truth), {"psm": Truth(100, 3, 1), "peptide": Truth(50, 1)})

    def test_tables_have_a_row_for_each_set_and_for_all_and_one_for_each_level(self):
        levels = {level: Counts(99, 1, 0.5) for level in ("psm", "peptide", "protein")}
        text = counted({"a": levels, "b": levels})
        self.assertEqual(text.count("all together"), 3)
        self.assertIn("| all together | PSMs | 200 | 2 |", text)
        judgement = judged([(levels, {level: Truth(100, 1) for level in levels})] * 2)
        self.assertIn("| PSMs | 200 | 1.00% (1.00%-1.00%) |", judgement)


if __name__ == "__main__":
    unittest.main()
