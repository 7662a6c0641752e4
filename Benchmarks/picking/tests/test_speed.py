"""Tests of how the time of picking is told from that of reading and writing."""
import unittest

from picking.speed import costs


class CostsTests(unittest.TestCase):
    def test_picking_is_what_is_left_of_a_conversion_without_reading_and_writing(self):
        # Reading 3 s; reading, picking and writing 6 s; reading peaks 0.5 s; reading and writing peaks 1.5 s.
        found = costs([3, 6, 0.5, 1.5], [4, 7])
        self.assertEqual((found.read, found.pick, found.peer_read, found.peer_pick), (3, 2, 4, 7))


if __name__ == "__main__":
    unittest.main()
