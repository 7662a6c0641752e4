"""Entrapments among what several tools accept, counted in one way for all of them."""
import shutil
from dataclasses import replace
from pathlib import Path

from entrapment.pooled import Counts
from entrapment.shuffling import Kinds, trapped
from peers.counting import accepted, true_error
from peers.inputs import making, proteins
from peers.inputs.sets import Inputs
from peers.measuring import measure
from peers.places import PRIVATE
from peers.table import line
from peers.tools import TOOLS
from peers.tools.tool import Tool

FOLDER = PRIVATE / "runs/entrapment-tools"
SEED = 1
LIMIT_SECONDS = 1_800
COMPARED = ("moselle-2", "sagepy", "sagepy-lda", "comet")
COLUMNS = [
    "set", "tool", "accepted PSMs", "entrapments", "lower bound", "95 %", "combined bound", "95 %", "verdict",
    "true error"]


def compared(keys: list[str], spectra: int) -> str:
    """A table of PSMs at 1 %, of each set and tool."""
    lines = [line(COLUMNS), line(["---"] * len(COLUMNS))]
    try:
        for key in keys:
            inputs, kinds = with_entrapments(making.make(key, spectra))
            for tool in (tool for tool in TOOLS if tool.key in COMPARED):
                lines.append(line([f"`{key}`", tool.name, *figures(tool, inputs, kinds)]))
                print(lines[-1], flush=True)
    finally:
        making.remove()
        shutil.rmtree(FOLDER, ignore_errors=True)
    return "\n".join(lines)


def with_entrapments(inputs: Inputs) -> tuple[Inputs, Kinds]:
    """The set with an entrapment for each protein, and decoys for all of them."""
    both, kinds = trapped(proteins.read(inputs.targets), SEED)
    proteins.write(both, inputs.targets)
    proteins.write(both, inputs.targets_and_decoys, proteins.backwards)
    return replace(inputs, title=f"{inputs.title}, with entrapments"), kinds


def figures(tool: Tool, inputs: Inputs, kinds: Kinds) -> list[str]:
    tool.install()
    folder = FOLDER / tool.key
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tool.prepare(inputs, folder)
    measure(tool.commands(inputs, folder), folder, tool.environment(), LIMIT_SECONDS)
    kept = accepted(tool.matches(inputs, folder))
    hits = sum(kinds.is_entrapment(match.sequence) for match in kept)
    cells = Counts(len(kept) - hits, hits, kinds.ratio).cells()
    error = None if inputs.truth is None else true_error(kept, inputs.truth)
    return [*cells[:2], *cells[3:], "" if error is None else f"{error:.2%}"]
