"""What is understood of the scripts in private Pythons, and of the words of an option."""
import argparse
import contextlib
import io
import unittest

from peers.measuring import RunFailed
from peers.options import choice
from peers.private import answer


class AnswerTests(unittest.TestCase):
    def test_the_answer_stands_among_what_openms_prints(self):
        self.assertEqual(answer("Progress of 'loading':\n\n{\"spectra\": 3}\n"), {"spectra": 3})

    def test_no_answer_is_a_failure_that_names_what_was_printed_last(self):
        for printed, last in (("Progress\nWarning: no peaks\n", "Warning: no peaks"), ("", "no message")):
            with self.assertRaisesRegex(RunFailed, last):
                answer(printed)


class ChoiceTests(unittest.TestCase):
    def test_words_come_in_the_order_of_those_known(self):
        parser = argparse.ArgumentParser()
        self.assertEqual(choice(parser, "c,a", ["a", "b", "c"], []), ["a", "c"])
        self.assertEqual(choice(parser, None, ["a", "b"], ["b"]), ["b"])

    def test_an_unknown_word_ends_the_command(self):
        printed = io.StringIO()
        with contextlib.redirect_stderr(printed), self.assertRaises(SystemExit):
            choice(argparse.ArgumentParser(), "a,sagepi", ["a", "sagepy"], [])
        self.assertIn("'sagepi' is none of a, sagepy", printed.getvalue())


if __name__ == "__main__":
    unittest.main()
