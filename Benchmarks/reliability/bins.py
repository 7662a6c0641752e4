"""Matches by claimed probability of being wrong, with the share that is wrong and its interval."""
import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from peers.counting import Truth, UnknownSpectrum, without_isoleucine
from peers.inputs.sets import scan_number
from peers.table import line

# Upper ends of the bins; the first holds what is accepted beyond doubt, the last what is as good as wrong.
LIMITS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1.0)
COLUMNS = ["claimed", "matches", "mean claimed", "wrong", "share wrong", "95 %"]


class Claim(NamedTuple):
    """A match to a target: the probability it claims of being wrong, and whether it is."""

    probability: float
    is_wrong: bool


@dataclass(frozen=True)
class Bin:
    """Matches whose claims lie in one range."""

    above: float
    limit: float
    count: int
    claimed: float  # sum of the probabilities: how many should be wrong
    wrong: int

    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share that is wrong (Wilson, J. Am. Stat. Assoc. 22 (1927), 209)."""
        z2 = 1.959964 ** 2
        share = self.wrong / self.count
        middle = share + z2 / (2 * self.count)
        width = (z2 * (share * (1 - share) + z2 / (4 * self.count)) / self.count) ** 0.5
        return (middle - width) / (1 + z2 / self.count), (middle + width) / (1 + z2 / self.count)


def claims(psms: Path, truth: Truth) -> list[Claim]:
    """The targets of a table of matches that holds all of them."""
    found = []
    with open(psms, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["is_decoy"] == "true":
                continue
            key = row["run"], scan_number(row["spectrum_id"])
            if key not in truth:
                raise UnknownSpectrum(f"the table of truth has no spectrum {key[1]} of run {key[0]}")
            is_wrong = without_isoleucine(row["sequence"]) not in truth[key]
            found.append(Claim(float(row["posterior_error_probability"]), is_wrong))
    return found


def binned(made: Iterable[Claim]) -> list[Bin]:
    """Bins that hold anything. A claim at a limit belongs to the bin below it."""
    made = list(made)
    bins = []
    for above, limit in zip((0.0, *LIMITS), LIMITS):
        inside = [claim for claim in made if above < claim.probability <= limit]
        if inside:
            claimed = sum(claim.probability for claim in inside)
            bins.append(Bin(above, limit, len(inside), claimed, sum(claim.is_wrong for claim in inside)))
    return bins


def table(bins: list[Bin]) -> str:
    lines = [line(COLUMNS), line(["---"] * len(COLUMNS))]
    for each in bins:
        low, high = each.interval()
        lines.append(line([
            f"{each.above:g} to {each.limit:g}", f"{each.count:,}", f"{each.claimed / each.count:.2%}",
            f"{each.wrong:,}", f"{each.wrong / each.count:.2%}", f"{low:.2%} to {high:.2%}"]))
    return "\n".join(lines)
