"""Tests of what the command keeps."""
import contextlib
import io
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from peers.measuring import RunFailed
from picking import main


def sections(folder, count):
    yield f"### first, {count} draws"
    raise RunFailed("the second search failed")


class CommandTests(unittest.TestCase):
    def test_finished_tables_are_kept_where_a_later_one_fails(self):
        options = SimpleNamespace(parts=["made"], draws=3, repeats=1)
        with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
            folder = Path(name)
            for changes in (
                    {"arguments": lambda: options, "PARTS": {"made": SimpleNamespace(sections=sections)}},
                    {"FOLDER": folder / "runs", "OUTPUT": folder / "picking", "PACKAGE": mock.Mock()}):
                stack.enter_context(mock.patch.multiple(main, **changes))
            stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
            stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
            self.assertEqual(main.main(), 1)
            text = (folder / "picking/table.md").read_text(encoding="utf-8")
            self.assertIn("### first, 3 draws", text)
            self.assertIn("The rest was not measured: the second search failed", text)
            self.assertFalse((folder / "runs").exists())


if __name__ == "__main__":
    unittest.main()
