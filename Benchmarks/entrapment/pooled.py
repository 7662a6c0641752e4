"""Counts of entrapments of several runs, added up, with bounds and intervals."""
import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from peers.table import line

LEVELS = {"psm": "PSMs", "peptide": "peptides", "protein": "protein groups"}
CLAIM = 0.01
COUNT_COLUMNS = ["accepted", "entrapments", "r", "lower bound", "95 %", "combined bound", "95 %", "verdict"]
TRUE_COLUMNS = ["accepted", "true error, mean (range)", "all runs, 95 %", "of it other forms of the right peptide"]


@dataclass(frozen=True)
class Counts:
    """What a search with entrapments accepted at one level."""

    targets: int
    entrapments: int
    ratio: float  # entrapment peptides for each other one

    @property
    def accepted(self) -> int:
        return self.targets + self.entrapments

    def verdict(self, claim: float = CLAIM) -> str:
        """As the program decides: see Sources/Confidence/Entrapment."""
        low, _ = wilson(self.entrapments, self.accepted)
        if self.entrapments / self.accepted * (1 + 1 / self.ratio) <= claim:
            return "supported"
        return "refuted" if low > claim else "inconclusive"

    def cells(self) -> list[str]:
        if not self.accepted:
            return ["0", "0", f"{self.ratio:.2f}", "", "", "", "", ""]
        low, high = wilson(self.entrapments, self.accepted)
        share, factor = self.entrapments / self.accepted, 1 + 1 / self.ratio
        return [
            f"{self.accepted:,}", f"{self.entrapments:,}", f"{self.ratio:.2f}", f"{share:.2%}",
            f"{low:.2%} to {high:.2%}", f"{share * factor:.2%}", f"{low * factor:.2%} to {high * factor:.2%}",
            self.verdict()]


@dataclass(frozen=True)
class Truth:
    """What the first search accepted at one level, and how much of it is wrong."""

    accepted: int
    wrong: int
    wrong_form: int = 0  # of the wrong ones, those whose sequence is right


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, J. Am. Stat. Assoc. 22 (1927), 209)."""
    z2 = 1.959964 ** 2
    share = hits / count
    middle = share + z2 / (2 * count)
    width = (z2 * (share * (1 - share) + z2 / (4 * count)) / count) ** 0.5
    return max(0.0, (middle - width) / (1 + z2 / count)), (middle + width) / (1 + z2 / count)


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def counts(table: Path, claim: float = CLAIM) -> dict[str, Counts]:
    """Counts by level at a claimed rate, from entrapment.tsv."""
    return {
        row["level"]: Counts(int(row["targets"]), int(row["entrapments"]), float(row["ratio"]))
        for row in rows(table) if float(row["claimed"]) == claim}


def truths(table: Path) -> dict[str, Truth]:
    """What is accepted and wrong by level, from truth.tsv."""
    return {
        row["level"]: Truth(int(row["accepted"]), int(row["wrong"]), int(row["wrong_form"] or 0))
        for row in rows(table) if row["subset"] == "all"}


def pooled(runs: Iterable[Counts]) -> Counts:
    """Counts added up; the ratio is the mean, by what each run accepted."""
    runs = [run for run in runs if run.accepted]
    accepted = sum(run.accepted for run in runs)
    ratio = sum(run.ratio * run.accepted for run in runs) / accepted if accepted else 1.0
    return Counts(sum(run.targets for run in runs), sum(run.entrapments for run in runs), ratio)


def counted(sets: dict[str, dict[str, Counts]]) -> str:
    """A table of sets, and of all together."""
    lines = [line(["", "level", *COUNT_COLUMNS]), line(["---"] * (len(COUNT_COLUMNS) + 2))]
    for level, name in LEVELS.items():
        found = {key: levels[level] for key, levels in sets.items() if level in levels}
        if len(found) > 1:
            found["all together"] = pooled(found.values())
        lines += [line([key, name, *each.cells()]) for key, each in found.items()]
    return "\n".join(lines)


def judged(runs: list[tuple[dict[str, Counts], dict[str, Truth]]]) -> str:
    """A table of simulated runs: the true error of what was accepted, and what entrapments say of it."""
    columns = [
        "level", *TRUE_COLUMNS, "combined bound, mean (range)", "all runs, 95 %", "supported, inconclusive, refuted"]
    lines = [line(columns), line(["---"] * len(columns))]
    for level, name in LEVELS.items():
        known = [truth[level] for _, truth in runs]
        found = [count[level] for count, _ in runs]
        total = pooled(found)
        factor = 1 + 1 / total.ratio
        low, high = wilson(sum(each.wrong for each in known), sum(each.accepted for each in known))
        lower, upper = (bound * factor for bound in wilson(total.entrapments, total.accepted))
        verdicts = [each.verdict() for each in found]
        lines.append(line([
            name, f"{sum(each.accepted for each in known):,}",
            spread([each.wrong / each.accepted for each in known]), f"{low:.2%} to {high:.2%}",
            f"{sum(each.wrong_form for each in known) / sum(each.accepted for each in known):.2%}",
            spread([each.entrapments / each.accepted * (1 + 1 / each.ratio) for each in found]),
            f"{lower:.2%} to {upper:.2%}",
            ", ".join(str(verdicts.count(word)) for word in ("supported", "inconclusive", "refuted"))]))
    return "\n".join(lines)


def spread(shares: list[float]) -> str:
    return f"{fmean(shares):.2%} ({min(shares):.2%}-{max(shares):.2%})"
