"""Tests of how the time of picking is told from that of the rest."""
import unittest

from picking.speed import costs


class CostsTests(unittest.TestCase):
    def test_picking_is_what_the_stage_takes_longer_with_it(self):
        # Reading 3 s; the stage without picking 4 s, with it 6 s.
        found = costs([3, 4, 6], [5, 7])
        self.assertEqual((found.read, found.pick, found.peer_read, found.peer_pick), (3, 2, 5, 7))


if __name__ == "__main__":
    unittest.main()
