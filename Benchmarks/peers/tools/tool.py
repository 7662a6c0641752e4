"""What every tool has: a version, an installation, parameters, commands, and matches that can be read back."""
import os
from collections.abc import Iterator
from pathlib import Path

from peers.counting import Match
from peers.inputs.sets import Inputs


class Tool:
    """A search engine. `folder` is always its own, empty before each run."""

    key: str  # as on the command line
    name: str  # as in the table, with the version
    score: str  # the primary score its matches are ranked by
    difference: str  # where it cannot follow the settings
    has_wide_window: bool = False  # whether it is run on sets with a wide precursor window

    def install(self) -> None:
        """Makes it runnable, or raises Absent."""

    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def prepare(self, inputs: Inputs, folder: Path) -> None:
        """Writes its parameters; not part of the time."""

    def commands(self, inputs: Inputs, folder: Path) -> list[list]:
        """What is timed, one command after another."""
        raise NotImplementedError

    def matches(self, inputs: Inputs, folder: Path) -> Iterator[Match]:
        """Its matches, at least the best of each spectrum, decoys too."""
        raise NotImplementedError
