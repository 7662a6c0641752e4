"""The figures as Markdown: a table for each set, and below it what the tools could not follow."""
import statistics
from dataclasses import dataclass, field

from peers import settings
from peers.counting import Count
from peers.inputs.sets import Inputs
from peers.measuring import Figures
from peers.tools import Tool


@dataclass
class Row:
    """A tool on a set: what its runs gave, or why there is none."""

    tool: Tool
    figures: list[Figures] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    problem: str | None = None


def set_table(inputs: Inputs, rows: list[Row]) -> str:
    has_truth = inputs.truth is not None
    columns = ["tool", "wall s", "wall, ratio", "CPU s", "peak MB", "PSMs", "peptides"] + ["true error"] * has_truth
    reference = next((row for row in rows if row.tool.key == f"moselle-{settings.THREADS}" and row.figures), None)
    lines = heading(inputs, columns, has_shuffled_decoys=False)
    for row in rows:
        if row.problem:
            lines.append(line([row.tool.name, row.problem] + [""] * (len(columns) - 2)))
        else:
            lines.append(line(cells(row, reference, has_truth)))
    repeats = max((len(row.figures) for row in rows), default=0)
    return "\n".join(lines + ["", f"Medians of {repeats} runs, with the least and the most.\n" if repeats > 1 else ""])


def heading(inputs: Inputs, columns: list[str], has_shuffled_decoys: bool) -> list[str]:
    about = settings.summary(inputs.has_wide_window, has_shuffled_decoys)
    title = f"### `{inputs.key}`: {inputs.title}"
    return [title, "", f"Settings: {about}.", "", line(columns), line(["---"] * len(columns))]


def cells(row: Row, reference: Row | None, has_truth: bool) -> list[str]:
    wall, cpu, peak = ([figures[i] for figures in row.figures] for i in range(3))
    ratio = "" if reference is None else (
        f"{statistics.median(wall) / statistics.median(figures.wall for figures in reference.figures):.2f}")
    psms, peptides, *error = found(row)
    return [
        row.tool.name, spread(wall, "{:.2f}"), ratio, spread(cpu, "{:.2f}"), f"{statistics.median(peak):.0f}", psms,
        peptides,
    ] + error * has_truth


def draws_table(inputs: Inputs, rows: list[Row]) -> str:
    """What is accepted with decoys shuffled in several ways, and medians as shares of the best one of a peer."""
    has_truth = inputs.truth is not None
    columns = ["tool", "PSMs", "to the best peer", "draws", "peptides"] + ["true error"] * has_truth
    best = max((median_psms(row) for row in rows if row.counts and not row.tool.key.startswith("moselle")), default=0)
    lines = heading(inputs, columns, has_shuffled_decoys=True)
    for row in rows:
        if row.problem:
            lines.append(line([row.tool.name, row.problem] + [""] * (len(columns) - 2)))
            continue
        psms, peptides, *error = found(row)
        share = f"{median_psms(row) / best:.1%}" if best else ""
        counts = " ".join(f"{count.psms}" for count in row.counts)
        lines.append(line([row.tool.name, psms, share, counts, peptides] + error * has_truth))
    return "\n".join([*lines, "", "Medians of the draws, with the least and the most.\n"])


def median_psms(row: Row) -> float:
    return statistics.median(count.psms for count in row.counts)


def found(row: Row) -> list[str]:
    """PSMs, peptides and true error of the runs of a tool."""
    errors = [count.true_error for count in row.counts if count.true_error is not None]
    return [
        *(spread([count[i] for count in row.counts], "{:.0f}") for i in range(2)),
        spread([100 * value for value in errors], "{:.2f}") + " %" if errors else "",
    ]


def spread(values: list, shape: str) -> str:
    """The median, and the least and the most where they differ in what is shown; nothing of no values."""
    if not values:
        return ""
    median, least, most = (shape.format(value) for value in (statistics.median(values), min(values), max(values)))
    return median if least == most else f"{median} ({least}-{most})"


TIMES = (
    "Wall time is that of the tool's commands from spectra to matches on disk; tools that take one run at a time are "
    "called once a run and their times added. Peak memory is that of the largest process. Ratios are to Moselle, "
    f"--jobs {settings.THREADS}.")
DRAWS = (
    "Decoys are shuffled in several ways: residues between K and R, whose places and those of P stay. All peers take "
    "those of one FASTA, Sage's core too; Moselle shuffles its own peptides with the same seeds, or takes that FASTA.")


def notes(tools: list[Tool], machine: str, is_drawn: bool) -> str:
    how = DRAWS if is_drawn else TIMES
    lines = [
        f"{machine}.", "",
        "PSMs and peptides (I = L) are counted in one way for all: the best match of each spectrum by the tool's "
        f"primary score, (decoys + 1) / targets within {settings.ERROR_RATE:.0%}. {how} True error: share of accepted "
        "matches whose peptide (I = L) is not in the spectrum.", "",
    ]
    lines += [f"- {tool.name}: ranked by {tool.score}; {tool.difference}." for tool in tools]
    return "\n".join(lines) + "\n"


def line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
