"""Makes the sets from the folder of real data and by simulation, anew for each call of the command."""
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from peers.counting import Truth
from peers.inputs import proteins, spectra, truth
from peers.inputs.sets import Inputs
from peers.places import DATA, PRIVATE, ROOT, Absent
from peers.program import moselle
from peers.settings import WIDE_PRECURSOR_DA

FOLDER = PRIVATE / "inputs"

# How the simulated spectra are made: the one place to change.
SIMULATED_SPECTRA = 20_000
TRUTH_TABLE = "truth.spectra.tsv"


def simulate(fasta: Path, count: int, output: Path) -> None:
    moselle("simulate", "--proteins", fasta, "--fragment-spectra", count, "--seed", 1, "--output", output)


YEAST = "fasta/yeast.fasta.gz"
HUMAN = "fasta/human/human_union_assembled.fasta.gz"
SHEWANELLA = "shewanella-qe/Shewanella_oneidensis_MR1_2010-04-22_Tryp_Pig_Bov.fasta.gz"
# Whole proteomes whose tryptic peptides make the large search space.
LARGE = [
    YEAST, "fasta/ecoli_up000000625_7_06_2018.fasta.gz", HUMAN,
    "fasta/entrapment/UP000001014-S.typhimurium.fasta.gz", SHEWANELLA,
    "fasta/entrapment/UP000001425-Synechocystis.fasta.gz", "fasta/entrapment/UP000002717-S.elongatus.fasta.gz",
    "fasta/entrapment/UP000221734-K.stuttgartiensis.fasta.gz",
    "fasta/entrapment/uniprot_methanomicrobiales.fasta.gz",
    "bsa-lfq/18Protein_SoCe_Tr_detergents_trace.fasta.gz", "tmt-itraq/erwinia_carotovora.fasta.gz",
]
# The HCD runs of human cells; of the folder's others one is of an ion trap, one of yeast, one the copy of another.
VELOS = [
    "20100609_Velos1_TaGe_SA_293_4_snip_11989-12231", "20100609_Velos1_TaGe_SA_293_5_snip_11883-12145",
    "20100614_Velos1_TaGe_SA_Jurkat_3", "20100614_Velos1_TaGe_SA_Jurkat_4", "TaGe_SA_A549_3_snip",
    "TaGe_SA_HeLa_04_subset_longestSeq", "miniA549",
]


def demo(folder: Path, simulated: int) -> Inputs:
    """The demonstration study: too little to compare times, but always there and with its truth."""
    study = ROOT / "Spectra"
    # The runs that are centroided mzML; the others are for Moselle's own readers and picker.
    runs = [folder / f"{name}.mzML" for name in ("case_1", "case_3", "control_1", "control_2")]
    for run in runs:
        spectra.write_indexed(spectra.unpacked(study / f"{run.name}.gz"), run)
    known = truth.read(study / TRUTH_TABLE)
    return inputs("demo", "four runs of the demonstration study", folder, runs, [study / "plasma.fasta"], known)


def shewanella(folder: Path, simulated: int) -> Inputs:
    run = folder / "QC_Shew_18_02_Excerpt.mzML"
    spectra.mzxml_as_mzml(real("shewanella-qe/QC_Shew_18_02_Excerpt.mzXML.gz"), run)
    return inputs("shewanella", "Q Exactive, *Shewanella oneidensis*", folder, [run], [real(SHEWANELLA)])


def velos(folder: Path, simulated: int) -> Inputs:
    runs = [folder / f"{name}.mzML" for name in VELOS]
    for run in runs:
        spectra.write_indexed(spectra.unpacked(real(f"velos-human-celllines/{run.name}.gz")), run)
    return inputs("velos", "LTQ Orbitrap Velos, HCD, human cell lines, 7 short runs", folder, runs, [real(HUMAN)])


def yeast(folder: Path, simulated: int) -> Inputs:
    made = simulated_spectra(simulated)
    runs = sorted(made.glob("*.mzML"))
    return inputs("yeast", "simulated, yeast", folder, runs, [real(YEAST)], truth.read(made / TRUTH_TABLE))


def large(folder: Path, simulated: int) -> Inputs:
    made = simulated_spectra(simulated)
    runs = sorted(made.glob("*.mzML"))
    title = "the same spectra, proteins of eleven organisms"
    return inputs("large", title, folder, runs, [real(path) for path in LARGE], truth.read(made / TRUTH_TABLE))


def wide(folder: Path, simulated: int) -> Inputs:
    made = yeast(folder, simulated)
    low, high = WIDE_PRECURSOR_DA
    title = f"precursor window {low} Da..+{high} Da, no isotope errors, {made.title}"
    return replace(made, key="open", title=title, has_wide_window=True)


# Each is called with its folder and the number of spectra to simulate.
SETS: dict[str, Callable[[Path, int], Inputs]] = {
    "demo": demo, "shewanella": shewanella, "velos": velos, "yeast": yeast, "large": large,
    "open": wide}


def make(key: str, simulated: int) -> Inputs:
    folder = FOLDER / key
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return SETS[key](folder, simulated)


def remove() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)


def inputs(
    key: str, title: str, folder: Path, runs: list[Path], fasta: list[Path], known: Truth | None = None
) -> Inputs:
    database = proteins.joined(fasta)
    targets, both = folder / "targets.fasta", folder / "targets_and_decoys.fasta"
    proteins.write(database, targets)
    proteins.write(database, both, proteins.backwards)
    count = sum(spectra.count_fragment_spectra(run) for run in runs)
    title = f"{title}: {count:,} MS2, {len(database):,} proteins"
    return Inputs(key, title, folder, runs, targets, both, known)


def drawn(made: Inputs, seed: int) -> Inputs:
    """The set with decoys shuffled in one way: proteins with their decoys in a FASTA, and the seed for own decoys."""
    both = made.folder / f"targets_and_decoys.{seed}.fasta"
    if not both.is_file():
        proteins.write(proteins.read(made.targets), both, lambda residues: proteins.shuffled(residues, seed))
    return replace(made, targets_and_decoys=both, decoy_seed=seed)


def simulated_spectra(count: int) -> Path:
    """The folder of the simulated spectra, made when it is first asked for."""
    folder = FOLDER / "simulated"
    if (folder / TRUTH_TABLE).is_file():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    fasta = folder / "proteins.fasta"
    fasta.write_bytes(spectra.unpacked(real(YEAST)))
    simulate(fasta, count, folder)
    return folder


def real(path: str) -> Path:
    if not (DATA / path).is_file():
        raise Absent(f"the folder of real data has no {path}; MOSELLE_TEST_DATA names that folder")
    return DATA / path
