"""What the measurement of a command says."""
import os
import sys
import tempfile
import unittest
from pathlib import Path

from peers.measuring import RunFailed, measure


class MeasuringTests(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = Path(self.place.name)

    def python(self, *programs, limit=60):
        commands = [[sys.executable, "-I", "-S", "-c", program] for program in programs]
        return measure(commands, self.folder, dict(os.environ), limit)

    def test_memory_is_the_commands_own_and_not_that_of_its_caller(self):
        held = bytearray(b"x" * 300_000_000)
        self.assertLess(self.python("pass").peak, 60)
        self.assertGreater(self.python("x = bytearray(b'x' * 200_000_000)").peak, 200)
        self.assertEqual(len(held), 300_000_000)

    def test_times_of_commands_are_added_and_of_peaks_the_highest_stands(self):
        pause = "import time; time.sleep(0.2)"
        figures = self.python(pause, "x = bytearray(b'x' * 100_000_000)", pause)
        self.assertGreater(figures.wall, 0.4)
        self.assertLess(figures.cpu, figures.wall)
        self.assertGreater(figures.peak, 100)

    def test_a_failure_names_its_status_and_keeps_what_was_said(self):
        with self.assertRaisesRegex(RunFailed, "exit status 3"):
            self.python("import sys; sys.exit(3)")
        with self.assertRaises(RunFailed):
            self.python("raise ValueError('so it went')")
        self.assertIn("so it went", (self.folder / "stderr.txt").read_text())

    def test_a_command_that_takes_too_long_is_stopped(self):
        with self.assertRaisesRegex(RunFailed, "the limit is 1 s"):
            self.python("import time; time.sleep(30)", limit=1)

    def test_a_program_that_is_not_there_fails(self):
        with self.assertRaisesRegex(RunFailed, "exit status 127"):
            measure([["no-such-program-here"]], self.folder, dict(os.environ), 60)
