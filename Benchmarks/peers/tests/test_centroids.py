"""Tests of the comparison of centroids, on numbers small enough to follow."""
import unittest

from peers.centroids.agreement import Agreement, Signal, distance


class DistanceTests(unittest.TestCase):
    def test_nearest_on_either_side(self):
        self.assertAlmostEqual(distance(5, [1, 4.5, 7]), 0.5)
        self.assertAlmostEqual(distance(6.5, [1, 4.5, 7]), 0.5)
        self.assertEqual(distance(7, [1, 4.5, 7]), 0)
        self.assertEqual(distance(9, [1]), 8)
        self.assertEqual(distance(1, []), float("inf"))


class SignalTests(unittest.TestCase):
    def test_noise_is_the_median_of_samples_above_zero_nearby(self):
        mz = [500 + position * 0.01 for position in range(100)]
        signal = Signal(mz, [0.0, 2.0, 2.0, 50.0] * 25)
        self.assertEqual(signal.ratio(500.03), 25)
        self.assertEqual(signal.ratio(500.005), 1)
        self.assertEqual(signal.ratio(900), 0)
        self.assertFalse(signal.is_trap)

    def test_coarse_samples_are_those_of_an_ion_trap(self):
        self.assertTrue(Signal([500.0, 500.09, 500.18], [1.0, 1.0, 1.0]).is_trap)


class AgreementTests(unittest.TestCase):
    def setUp(self):
        # Noise of 1, peaks of 10 at 500.1, 500.4 and 500.7.
        self.mz = [500 + position * 0.01 for position in range(100)]
        heights = [10.0 if position in (10, 40, 70) else 1.0 for position in range(100)]
        self.signal = Signal(self.mz, heights)

    def test_found_lost_and_spurious(self):
        agreement = Agreement()
        agreement.add(self.signal, [500.101, 500.7, 500.2], [500.1, 500.4, 500.25], is_trap=False)
        # 500.25 and 500.2 are in the noise; 500.1 is found 2 ppm off, 500.4 is lost, 500.7 is spurious.
        self.assertEqual((agreement.expected, agreement.claimed, agreement.spurious), (2, 2, 1))
        self.assertEqual((agreement.found_share, agreement.spurious_share), (0.5, 0.5))
        self.assertAlmostEqual(agreement.error_ppm(0.5), 2, places=2)

    def test_ion_traps_have_the_wider_tolerance(self):
        agreement = Agreement()
        agreement.add(self.signal, [500.2], [500.1], is_trap=True)
        self.assertEqual(agreement.found_share, 1)

    def test_nothing_to_compare_is_no_number(self):
        agreement = Agreement()
        agreement.add(self.signal, [], [], is_trap=False)
        self.assertNotEqual(agreement.found_share, agreement.found_share)
        self.assertNotEqual(agreement.error_ppm(0.5), agreement.error_ppm(0.5))


if __name__ == "__main__":
    unittest.main()
