"""FASTA files: joined, and with a decoy behind each protein for the tools that do not make decoys themselves."""
import gzip
import random
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

from peers.settings import DECOY_PREFIX

Protein = tuple[str, str]  # header without '>', residues


def read(path: Path) -> list[Protein]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as file:
        entries = ("\n" + file.read()).split("\n>")[1:]
    parted = (entry.partition("\n") for entry in entries)
    return [(header.strip(), "".join(body.split()).rstrip("*")) for header, _, body in parted]


def joined(paths: list[Path]) -> list[Protein]:
    """The proteins of all files; of an accession that several files have, the first."""
    proteins = {}
    for path in paths:
        for header, residues in read(path):
            proteins.setdefault(header.split()[0], (header, residues))
    return list(proteins.values())


def write(proteins: list[Protein], path: Path, decoy: Callable[[str], str] | None = None) -> None:
    """Writes the proteins, each with its decoy behind it where there is a way to make one of residues."""
    with open(path, "w", encoding="utf-8") as file:
        for header, residues in proteins:
            file.write(f">{header}\n{textwrap.fill(residues, 80)}\n")
            if decoy:
                file.write(f">{DECOY_PREFIX}{header}\n{textwrap.fill(decoy(residues), 80)}\n")


def backwards(residues: str) -> str:
    return residues[::-1]


def shuffled(residues: str, seed: int) -> str:
    """Residues between K and R in another order. K, R and P keep their places, so that trypsin cuts where it does in
    the target; and a stretch gets one order wherever it stands, so that there are as many peptides as of targets."""
    return re.sub("[^KR]+", lambda stretch: shuffled_stretch(stretch[0], seed), residues)


def shuffled_stretch(residues: str, seed: int) -> str:
    movable = [residue for residue in residues if residue != "P"]
    random.Random(f"{seed} {residues}").shuffle(movable)
    moved = iter(movable)
    return "".join(residue if residue == "P" else next(moved) for residue in residues)
