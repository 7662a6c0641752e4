"""Search settings every tool is given. README.md has them as a table, with what a tool cannot follow."""

THREADS = 2
PRECURSOR_PPM = 20
WIDE_PRECURSOR_DA = (-150, 500)  # measured less calculated mass, in sets with a wide window; isotope errors are 0 there
WIDE_MEMORY = "2GB"  # Moselle's budget in those sets
FRAGMENT_PPM = 20
ISOTOPE_ERRORS = (0, 2)
MISSED_CLEAVAGES = 2
PEPTIDE_LENGTH = (7, 50)
PEPTIDE_MASS = (500, 5000)
CHARGES = (2, 4)  # where a spectrum states none
FRAGMENT_CHARGES = 2
CARBAMIDOMETHYL = 57.021464  # fixed, on C
OXIDATION = 15.994915  # variable, on M
VARIABLE_MODIFICATIONS = 3  # in one peptide at the most
PEAKS = 150  # most intense ones of a spectrum
MINIMUM_PEAKS = 10
MATCHED_FRAGMENTS = 4
DECOY_PREFIX = "rev_"

# Share of decoys up to which matches are accepted, and by which all tools are counted.
ERROR_RATE = 0.01


def summary(has_wide_window: bool, has_shuffled_decoys: bool) -> str:
    """The settings of a set in a sentence."""
    precursors = f"{PRECURSOR_PPM} ppm precursor, isotope errors {ISOTOPE_ERRORS[0]}..{ISOTOPE_ERRORS[1]}"
    if has_wide_window:
        low, high = WIDE_PRECURSOR_DA
        precursors = f"precursor window {low} Da..+{high} Da, no isotope errors, {WIDE_MEMORY} for Moselle"
    return (
        f"trypsin (not before P), {MISSED_CLEAVAGES} missed cleavages, length {PEPTIDE_LENGTH[0]}-{PEPTIDE_LENGTH[1]}, "
        f"mass {PEPTIDE_MASS[0]}-{PEPTIDE_MASS[1]} Da, C+{CARBAMIDOMETHYL} fixed, M+{OXIDATION} variable (at most "
        f"{VARIABLE_MODIFICATIONS}), {precursors}, {FRAGMENT_PPM} ppm fragment, charges {CHARGES[0]}-{CHARGES[1]} where "
        f"none is stated, {'shuffled' if has_shuffled_decoys else 'reversed'} decoys, {THREADS} threads"
    )
