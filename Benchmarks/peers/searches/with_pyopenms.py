"""Searches with pyopenms and writes `run, native id, score, is decoy, sequence` for the best match of each spectrum."""
import csv
import json
import sys
from pathlib import Path

import pyopenms


def parameters(engine, options):
    """The settings in the engine's own names."""
    common = {
        "enzyme": "Trypsin",
        "precursor:mass_tolerance_unit": "ppm",
        # Spectra of stated charges outside would be left out.
        "precursor:min_charge": 1, "precursor:max_charge": 12,
        "fragment:mass_tolerance": float(options["fragment_ppm"]), "fragment:mass_tolerance_unit": "ppm",
        "modifications:fixed": ["Carbamidomethyl (C)"], "modifications:variable": ["Oxidation (M)"],
        "modifications:variable_max_per_peptide": options["variable_modifications"],
        "peptide:min_size": options["peptide_length"][0], "peptide:max_size": options["peptide_length"][1],
        "peptide:missed_cleavages": options["missed_cleavages"], "report:top_hits": 1,
    }
    lowest, highest = options["isotope_errors"]
    if engine == "sse":
        return common | {
            "decoys": "false", "precursor:mass_tolerance": float(options["precursor_ppm"]),
            "precursor:isotopes": list(range(lowest, highest + 1)),
        }
    return common | {
        "decoys": "auto",  # those of the FASTA, which it recognises
        "precursor:mass_tolerance_lower": float(options["precursor_ppm"]),
        "precursor:mass_tolerance_upper": float(options["precursor_ppm"]),
        # Counted the other way round: what is added to the measured mass, not what the measured mass has too much.
        "precursor:isotope_error_min": -highest, "precursor:isotope_error_max": -lowest,
        "fragment:max_charge": options["fragment_charges"], "fragment:min_matched_ions": options["matched_fragments"],
        "peptide:min_mass": options["peptide_mass"][0], "peptide:max_mass": options["peptide_mass"][1],
    }


def engine(options):
    name = {"sse": "SimpleSearchEngineAlgorithm", "prose": "ProSEAlgorithm"}[options["engine"]]
    algorithm = getattr(pyopenms, name)()
    values = algorithm.getDefaults()
    for key, value in parameters(options["engine"], options).items():
        if not values.exists(key):
            sys.exit(f"{name} has no parameter {key}")
        values.setValue(key, value)
    algorithm.setParameters(values)
    return algorithm


def main():
    options = json.loads(Path(sys.argv[1]).read_text())
    with open(options["matches"], "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, delimiter="\t")
        for run in options["runs"]:
            found = pyopenms.PeptideIdentificationList()
            engine(options).search(run, options["proteins"], found)
            for spectrum in found:
                for hit in spectrum.getHits()[:1]:
                    proteins = [text(evidence.getProteinAccession()) for evidence in hit.getPeptideEvidences()]
                    is_decoy = all(protein.startswith(options["decoy_prefix"]) for protein in proteins)
                    sequence = text(hit.getSequence().toUnmodifiedString())
                    native_id = text(spectrum.getSpectrumReference())
                    table.writerow([Path(run).stem, native_id, hit.getScore(), int(is_decoy), sequence])


def text(value):
    return value.decode() if isinstance(value, bytes) else value


main()
