"""Searches of one set, one after another, each paired with the first."""
from pathlib import Path
from typing import NamedTuple

from peers.counting import Truth
from peers.inputs import truth
from peers.table import line, spread
from picking.searching import Found, draws, search
from picking.sets import Set

COLUMNS = ["PSMs", "peptides", "PSMs with the first", "new", "lost", "PSMs at 5 %", "PSMs, shuffled decoys"]


class Form(NamedTuple):
    """What is searched: the name of its row, its files, and what is changed in the workflow."""

    name: str
    runs: list[Path]
    changes: tuple[str, ...] = ()


def compared(inputs: Set, first_column: str, forms: list[Form], draw_count: int) -> str:
    known = truth.read(inputs.truth) if inputs.truth else None
    columns = [first_column, *COLUMNS] + ["true error"] * (known is not None)
    lines = [f"### `{inputs.key}`: {inputs.title}", "", line(columns), line(["---"] * len(columns))]
    first: Found | None = None
    for form in forms:
        found = search(inputs, form.runs, form.changes)
        first = first or found
        luck = spread(draws(inputs, form.runs, form.changes, draw_count), "{:.0f}")
        lines.append(line([form.name, *paired(found, first), luck, *error(found, known)]))
    return "\n".join([*lines, ""])


def paired(found: Found, first: Found) -> list[str]:
    """Counts of a search, and which spectra it shares with another one, has more, has lost."""
    these, those = found.accepted(), first.accepted()
    numbers = [len(these), found.peptide_count(), len(these & those), len(these - those), len(those - these),
               len(found.accepted(0.05))]
    return [f"{number}" for number in numbers]


def error(found: Found, known: Truth | None) -> list[str]:
    if known is None:
        return []
    share = found.true_error(known)
    return ["" if share is None else f"{share:.2%}"]
