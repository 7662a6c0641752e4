"""FASTA files: joined, and with a reversed protein behind each for the tools that do not make decoys themselves."""
import gzip
import textwrap
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


def write(proteins: list[Protein], path: Path, with_decoys: bool) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for header, residues in proteins:
            file.write(f">{header}\n{textwrap.fill(residues, 80)}\n")
            if with_decoys:
                file.write(f">{DECOY_PREFIX}{header}\n{textwrap.fill(residues[::-1], 80)}\n")
