"""Runs with survey spectra and proteins that fit: real ones from the folder of real data, and simulated ones."""
import subprocess
from dataclasses import dataclass
from pathlib import Path

from peers.inputs import making, proteins
from peers.places import PROGRAM, Absent

ION_TRAP = ("search.fragment-tolerance=0.5 Da",)
DECOY = "decoy_"


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
    changes: tuple[str, ...] = ()


SHEWANELLA = Source(
    "shewanella", "*Shewanella oneidensis*, Q Exactive",
    ("shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz",), making.SHEWANELLA)
VELOS = Source(
    "velos", "human cell lines, LTQ Orbitrap Velos, HCD",
    tuple(f"velos-human-celllines/{name}.mzML.gz" for name in making.VELOS), making.HUMAN)
REAL = (
    SHEWANELLA,
    VELOS,
    Source("yeast", "yeast, LTQ Orbitrap Velos, HCD",
           ("yeast-calibratible/SmallCalibratibleYeast.mzml.gz",), making.YEAST),
    Source("chlamy", "*Chlamydomonas*, Q Exactive, not alkylated",
           tuple(f"chlamy-qe/test_Creinhardtii_QE_{name}.mzML.gz" for name in ("pH8", "pH11")),
           "chlamy-qe/test_Creinhardtii_target_decoy.fasta.gz", ("search.fixed=[]",)),
    Source("bsa", "BSA, LTQ Orbitrap XL, MS2 of the ion trap",
           tuple(f"bsa-lfq/BSA{number}.mzML.gz" for number in (1, 2, 3)),
           "bsa-lfq/18Protein_SoCe_Tr_detergents_trace.fasta.gz", ION_TRAP),
)


def real(source: Source, folder: Path) -> Set:
    """A real set, with proteins of which decoys were taken out; the runs as mzML that every tool reads."""
    runs = []
    for path in source.runs:
        run = folder / f"{source.key}.{Path(path).name.split('.')[0]}.mzML"
        moselle("convert", making.real(path), run, "--progress", "none")
        runs.append(run)
    fasta = folder / f"{source.key}.fasta"
    targets = [each for each in proteins.read(making.real(source.proteins)) if not each[0].startswith(DECOY)]
    proteins.write(targets, fasta, with_decoys=False)
    return Set(source.key, source.title, tuple(runs), fasta, source.changes)


def simulated(key: str, title: str, fasta: str, folder: Path, words: list, changes: tuple[str, ...] = ()) -> Set:
    """A simulated run with its truth."""
    output = folder / key
    moselle("simulate", "--proteins", making.real(fasta), "--groups", "a=1", "--output", output,
            "--progress", "none", *words)
    path = folder / f"{key}.fasta"
    proteins.write(proteins.read(making.real(fasta)), path, with_decoys=False)
    return Set(key, title, tuple(sorted(output.glob("*.mzML"))), path, changes, output / making.TRUTH_TABLE)


def moselle(*words) -> str:
    """Runs the program; what it printed."""
    done = subprocess.run([str(word) for word in (PROGRAM, *words)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Absent(f"moselle {words[0]} failed: {(done.stderr.strip().splitlines() or ['no message'])[-1]}")
    return done.stdout
