"""Accepted matches and their true error, against figures worked out by hand."""
import unittest

from peers.counting import Count, Match, UnknownSpectrum, accepted, best_matches, count


def match(scan, score, is_decoy=False, sequence="PEPTIDEK", run="a"):
    return Match(run, scan, score, is_decoy, sequence)


class BestMatchTests(unittest.TestCase):
    def test_the_best_match_of_each_spectrum_of_each_run_is_kept(self):
        kept = best_matches([match(1, 5), match(1, 7), match(1, 6), match(1, 2, run="b")])
        self.assertEqual([(m.run, m.score) for m in kept], [("a", 7), ("b", 2)])

    def test_a_tie_of_target_and_decoy_goes_to_the_decoy_in_either_order(self):
        pair = [match(1, 5), match(1, 5, is_decoy=True)]
        self.assertTrue(best_matches(pair)[0].is_decoy)
        self.assertTrue(best_matches(pair[::-1])[0].is_decoy)


class AcceptedTests(unittest.TestCase):
    def test_ninety_nine_targets_cannot_reach_one_percent_and_a_hundred_can(self):
        # (0 + 1) / 99 = 1.01 %, (0 + 1) / 100 = 1 %
        self.assertEqual(accepted(match(i, 1000 - i) for i in range(99)), [])
        self.assertEqual(len(accepted(match(i, 1000 - i) for i in range(100))), 100)

    def test_a_cut_below_a_decoy_is_found_where_later_targets_make_up_for_it(self):
        # One decoy at the top: 200 targets are needed for (1 + 1) / 200.
        decoy = match(0, 9999, is_decoy=True)
        self.assertEqual(accepted([decoy, *(match(i, 1000 - i) for i in range(1, 200))]), [])
        self.assertEqual(len(accepted([decoy, *(match(i, 1000 - i) for i in range(1, 201))])), 200)

    def test_equal_scores_are_accepted_together_or_not_at_all(self):
        # The hundredth target shares its score with a decoy: 2 / 100 is above the limit.
        rows = [match(i, 1000 - i) for i in range(99)] + [match(99, 5), match(100, 5, is_decoy=True)]
        self.assertEqual(accepted(rows), [])
        rows[-1] = match(100, 4, is_decoy=True)
        self.assertEqual(len(accepted(rows)), 100)


class TrueErrorTests(unittest.TestCase):
    def test_matches_are_wrong_whose_peptide_is_not_in_the_spectrum(self):
        rows = [match(i, 1000 - i, sequence="PEPTLDEK") for i in range(100)]
        truth = {("a", i): frozenset({"PEPTLDEK", "OTHERK"}) for i in range(100)}
        self.assertEqual(count(rows, truth), Count(100, 1, 0.0))
        truth["a", 3] = frozenset({"OTHERK"})
        truth["a", 4] = frozenset()
        self.assertEqual(count(rows, truth), Count(100, 1, 0.02))

    def test_isoleucine_and_leucine_are_one(self):
        rows = [match(i, 1000 - i, sequence="PEPTIDEK" if i % 2 else "PEPTLDEK") for i in range(100)]
        truth = {("a", i): frozenset({"PEPTLDEK"}) for i in range(100)}
        self.assertEqual(count(rows, truth), Count(100, 1, 0.0))

    def test_a_spectrum_the_truth_does_not_know_is_an_error(self):
        with self.assertRaises(UnknownSpectrum):
            count([match(i, 1000 - i) for i in range(100)], {})

    def test_nothing_accepted_has_no_error(self):
        self.assertEqual(count([match(1, 5)], {("a", 1): frozenset()}), Count(0, 0, None))

    def test_without_truth_there_is_no_error(self):
        self.assertEqual(count([match(i, 1000 - i) for i in range(100)], None), Count(100, 1, None))
