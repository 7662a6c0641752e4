"""Runs with survey spectra and proteins that fit: real ones from the folder of real data, and simulated ones."""
from dataclasses import dataclass
from pathlib import Path

from peers.inputs import making, proteins
from peers.program import moselle

ION_TRAP = ("search.fragment-tolerance=0.5 Da",)


@dataclass(frozen=True)
class Set:
    """Runs, the proteins they are searched against, and what the search has to know of them."""

    key: str
    title: str
    runs: tuple[Path, ...]
    proteins: Path
    changes: tuple[str, ...] = ()  # stage.name=value
    truth: Path | None = None  # truth.spectra.tsv of a simulation


@dataclass(frozen=True)
class Source:
    """A set as it lies in the folder of real data."""

    key: str
    title: str
    runs: tuple[str, ...]
    proteins: str


SHEWANELLA = Source(
    "shewanella", "*Shewanella oneidensis*, Q Exactive",
    ("shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz",), making.SHEWANELLA)
VELOS = Source(
    "velos", "human cell lines, LTQ Orbitrap Velos, HCD",
    tuple(f"velos-human-celllines/{name}.mzML.gz" for name in making.VELOS), making.HUMAN)
# Of chlamy-qe and bsa-lfq, which have survey spectra and proteins too, nothing is accepted at 1 %.
REAL = (
    SHEWANELLA,
    VELOS,
    Source("yeast", "yeast, LTQ Orbitrap Velos, HCD",
           ("yeast-calibratible/SmallCalibratibleYeast.mzml.gz",), making.YEAST),
)


def real(source: Source, folder: Path) -> Set:
    """A real set; the runs as mzML, which every tool reads."""
    runs = []
    for path in source.runs:
        run = folder / f"{source.key}.{Path(path).name.split('.')[0]}.mzML"
        moselle("convert", making.real(path), run, "--progress", "none")
        runs.append(run)
    fasta = folder / f"{source.key}.fasta"
    proteins.write(proteins.read(making.real(source.proteins)), fasta)
    return Set(source.key, source.title, tuple(runs), fasta)


def simulated(key: str, title: str, fasta: str, folder: Path, words: list, changes: tuple[str, ...] = ()) -> Set:
    """A simulated run with its truth."""
    output = folder / key
    moselle("simulate", "--proteins", making.real(fasta), "--groups", "a=1", "--output", output,
            "--progress", "none", *words)
    path = folder / f"{key}.fasta"
    proteins.write(proteins.read(making.real(fasta)), path)
    return Set(key, title, tuple(sorted(output.glob("*.mzML"))), path, changes, output / making.TRUTH_TABLE)
