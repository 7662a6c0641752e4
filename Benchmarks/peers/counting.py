"""Accepted matches and their true error, counted in one way for every tool."""
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from peers.settings import ERROR_RATE


class Match(NamedTuple):
    """A tool's opinion on a spectrum; a higher score is better."""

    run: str
    scan: int
    score: float
    is_decoy: bool  # every protein of it is a decoy
    sequence: str  # bare residues


class Count(NamedTuple):
    """What is accepted at the error rate of the settings."""

    psms: int
    peptides: int  # I = L
    true_error: float | None  # share of accepted matches that are wrong; None where the truth is not known


# Which peptides (I = L) are in a spectrum, by run and scan; a spectrum of noise has none.
Truth = Mapping[tuple[str, int], frozenset[str]]


class UnknownSpectrum(Exception):
    """A tool names a spectrum the truth does not know: it would count as wrong when it was only misread."""


def without_isoleucine(sequence: str) -> str:
    """Isoleucine and leucine weigh the same; no spectrum here tells them apart."""
    return sequence.replace("I", "L")


def best_matches(matches: Iterable[Match]) -> list[Match]:
    """The best match of each spectrum; a tie of target and decoy goes to the decoy, so that no tool gains by it."""
    best: dict[tuple[str, int], Match] = {}
    for match in matches:
        rival = best.get((match.run, match.scan))
        if rival is None or match[2:] > rival[2:]:  # by score, then decoy, then sequence
            best[match.run, match.scan] = match
    return list(best.values())


def accepted(matches: Iterable[Match], limit: float = ERROR_RATE) -> list[Match]:
    """Best targets above the lowest score at which (decoys + 1) / targets is within the limit; ties stand together."""
    ranked = sorted(best_matches(matches), key=lambda match: -match.score)
    decoys = targets = cut = 0
    for position, match in enumerate(ranked, start=1):
        decoys, targets = decoys + match.is_decoy, targets + (not match.is_decoy)
        is_tied = position < len(ranked) and ranked[position].score == match.score
        if not is_tied and targets and (decoys + 1) / targets <= limit:
            cut = position
    return [match for match in ranked[:cut] if not match.is_decoy]


def count(matches: Iterable[Match], truth: Truth | None) -> Count:
    kept = accepted(matches)
    peptides = {without_isoleucine(match.sequence) for match in kept}
    return Count(len(kept), len(peptides), None if truth is None else true_error(kept, truth))


def true_error(kept: list[Match], truth: Truth) -> float | None:
    """Share of accepted matches whose peptide is not in the spectrum; None where nothing was accepted."""
    wrong = 0
    for match in kept:
        present = truth.get((match.run, match.scan))
        if present is None:
            raise UnknownSpectrum(f"the table of truth has no spectrum {match.scan} of run {match.run}")
        wrong += without_isoleucine(match.sequence) not in present
    return wrong / len(kept) if kept else None
