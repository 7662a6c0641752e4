"""Searches with sagepy and writes `run, native id, score, is decoy, sequence` for the best match of each spectrum."""
import csv
import json
import sys
from pathlib import Path

from sagepy.core import EnzymeBuilder, SageSearchConfiguration, Scorer, SpectrumProcessor, Tolerance
from sagepy.core.fdr import assign_initial_spectrum_q_psms, lda_rescore_psms
from sagepy.core.ml.retention_alignment import global_alignment_psm
from sagepy.core.ml.retention_model import predict_sage_rt
from sagepy.core.spectrum import read_spectra

FIXED, VARIABLE = {"C": "[UNIMOD:4]"}, {"M": ["[UNIMOD:35]"]}


def database(options):
    """Sage's fragment index of the proteins; it makes the decoys where the FASTA has none."""
    enzyme = EnzymeBuilder(
        missed_cleavages=options["missed_cleavages"], min_len=options["peptide_length"][0],
        max_len=options["peptide_length"][1], cleave_at="KR", restrict="P", c_terminal=True)
    configuration = SageSearchConfiguration(
        fasta=Path(options["proteins"]).read_text(), enzyme_builder=enzyme, min_ion_index=2,
        peptide_min_mass=options["peptide_mass"][0], peptide_max_mass=options["peptide_mass"][1],
        static_mods=FIXED, variable_mods=VARIABLE, max_variable_mods=options["variable_modifications"],
        decoy_tag=options["decoy_prefix"], generate_decoys=options["makes_decoys"])
    return configuration.generate_indexed_database()


def precursor_tolerance(options):
    """Limits on calculated less measured mass: the other way round than in the settings."""
    if options["has_wide_window"]:
        low, high = options["wide_precursor_da"]
        return Tolerance(da=(float(-high), float(-low)))
    return Tolerance(ppm=(-options["precursor_ppm"], options["precursor_ppm"]))


def scorer(options, tolerance):
    fragment_tolerance = Tolerance(ppm=(-options["fragment_ppm"], options["fragment_ppm"]))
    isotope_errors = (0, 0) if options["has_wide_window"] else options["isotope_errors"]
    return Scorer(
        precursor_tolerance=tolerance, fragment_tolerance=fragment_tolerance,
        min_matched_peaks=options["matched_fragments"], min_isotope_err=isotope_errors[0],
        max_isotope_err=isotope_errors[1], min_precursor_charge=options["charges"][0],
        max_precursor_charge=options["charges"][1], max_fragment_charge=options["fragment_charges"],
        chimera=False, report_psms=1, static_mods=FIXED, variable_mods=VARIABLE)


def spectra(path, number, options):
    """Fragment spectra with peaks enough, prepared as Sage prepares them."""
    processor = SpectrumProcessor(take_top_n=options["peaks"], deisotope=True)
    read = [one for one in read_spectra(path, file_id=number) if one.ms_level == 2 and one.precursors]
    prepared = processor.process_collection(read, num_threads=options["threads"])
    return [one for one in prepared if len(one.peaks) >= options["minimum_peaks"]]


def rescore(matches, index, tolerance):
    """Sage's own sequence of steps: q-values by hyperscore, retention times, then the discriminant."""
    assign_initial_spectrum_q_psms(matches)
    global_alignment_psm(matches)
    predict_sage_rt(matches, index)
    if not lda_rescore_psms(matches, tolerance):
        sys.exit("the discriminant could not be fitted")


def main():
    options = json.loads(Path(sys.argv[1]).read_text())
    tolerance = precursor_tolerance(options)
    index = database(options)
    search = scorer(options, tolerance)
    found = []
    for number, path in enumerate(options["runs"]):
        results = search.score_collection_psm(
            db=index, spectrum_collection=spectra(path, number, options), num_threads=options["threads"])
        run = Path(path).stem
        found += [(run, match) for matches in results.values() for match in matches]
    if options["rescores"]:
        rescore([match for _, match in found], index, tolerance)
    with open(options["matches"], "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, delimiter="\t")
        for run, match in found:
            score = match.re_score if options["rescores"] else match.hyperscore
            # A decoy's own sequence is not wanted: only targets are looked up in the truth.
            table.writerow([run, match.spec_idx, score, int(match.decoy), match.sequence])


main()
