"""Shuffled entrapments for tools that know none: proteins for a FASTA, and which peptide is of which kind.

Written apart from the program's own: see Sources/ProteinDatabase/Entrapment for what it does.
"""
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from peers import settings as s
from peers.counting import without_isoleucine
from peers.inputs.proteins import Protein

PREFIX = "entrapment_"
SHUFFLES = 20
# Largest part of its bonds at which an entrapment may have the same residues in front as its partner.
SHARED_PART = 1 / 3


@dataclass(frozen=True)
class Kinds:
    """Peptides (I = L) that may be in the sample, and those that are entrapments alone."""

    targets: frozenset[str]
    entrapments: frozenset[str]

    @property
    def ratio(self) -> float:
        return len(self.entrapments) / len(self.targets)

    def is_entrapment(self, sequence: str) -> bool:
        return without_isoleucine(sequence) in self.entrapments


def trapped(proteins: list[Protein], seed: int) -> tuple[list[Protein], Kinds]:
    """The proteins with an entrapment of each behind them, and the kinds of their peptides.

    What an entrapment shares too many fragments with its partner for counts as the partner.
    """
    made = [(PREFIX + header, shuffled(residues, seed)) for header, residues in proteins]
    targets: set[str] = set()
    entrapments: set[str] = set()
    for (_, residues), (_, other) in zip(proteins, made):
        for start, end in spans(residues):
            target, entrapment = (without_isoleucine(each[start:end]) for each in (residues, other))
            targets.add(target)
            if shared_bonds(target, entrapment) > (end - start - 1) * SHARED_PART:
                targets.add(entrapment)
            else:
                entrapments.add(entrapment)
    return proteins + made, Kinds(frozenset(targets), frozenset(entrapments - targets))


def spans(residues: str) -> Iterator[tuple[int, int]]:
    """Tryptic peptides with missed cleavages, of the length of the settings."""
    ends = [0, *(found.end() for found in re.finditer("[KR](?!P)", residues[:-1])), len(residues)]
    for first, start in enumerate(ends[:-1]):
        for end in ends[first + 1:first + 2 + s.MISSED_CLEAVAGES]:
            if s.PEPTIDE_LENGTH[0] <= end - start <= s.PEPTIDE_LENGTH[1]:
                yield start, end


def shuffled(residues: str, seed: int) -> str:
    return "".join(shuffled_stretch(stretch, seed) for stretch in re.split("(?<=[KR])(?!P)", residues))


def shuffled_stretch(residues: str, seed: int) -> str:
    """Of some shuffles the one that shares the fewest bonds. Ends, K, R, and P behind one of them stay."""
    places = [
        place for place in range(1, len(residues) - 1)
        if residues[place] not in "KR" and not (residues[place] == "P" and residues[place - 1] in "KR")]
    source = random.Random(f"{seed} {without_isoleucine(residues)}")
    best, fewest = residues, len(residues) - 1
    for _ in range(SHUFFLES if len(places) > 1 else 0):
        moved = dict(zip(places, source.sample(places, len(places))))
        candidate = "".join(residues[moved.get(place, place)] for place in range(len(residues)))
        shared = shared_bonds(without_isoleucine(residues), without_isoleucine(candidate))
        if shared < fewest:
            best, fewest = candidate, shared
    return best


def shared_bonds(one: str, other: str) -> int:
    """Bonds at which two sequences of the same residues have the same residues in front."""
    surplus: Counter[str] = Counter()
    shared = 0
    for left, right in zip(one[:-1], other):
        surplus[left] += 1
        surplus[right] -= 1
        shared += not any(surplus.values())
    return shared
