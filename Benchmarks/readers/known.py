"""Differences that are known, each with its reason. A difference that no line explains ends the comparison red."""
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from readers.comparing import Difference


def always(_: Difference) -> bool:
    return True


def not_given(difference: Difference) -> bool:
    """The peer says nothing."""
    return difference.peer in (None, ())


def is_number(difference: Difference) -> bool:
    return str(difference.peer).startswith(("index=", "spectrum=", "scan="))


def has_no_width(difference: Difference) -> bool:
    return difference.peer is None and difference.moselle[0] == difference.moselle[1]


def is_sixtieth(difference: Difference) -> bool:
    return abs(difference.moselle / 60 - difference.peer) < 1e-9


def is_rounded(difference: Difference) -> bool:
    return abs(difference.moselle - difference.peer) <= 0.005


@dataclass(frozen=True)
class Known:
    """Of one peer (`*` is both), in files whose paths match one of the patterns, where `holds` is true."""

    peer: str
    files: tuple[str, ...]
    kind: str
    why: str
    holds: Callable[[Difference], bool] = always

    def explains(self, peer: str, file: str, difference: Difference) -> bool:
        return (
            difference.kind == self.kind and self.peer in ("*", peer)
            and any(fnmatchcase(file.lower(), pattern.lower()) for pattern in self.files) and self.holds(difference))


MZML, MZXML = ("*.mzml", "*.mzml.gz"), ("*.mzxml", "*.mzxml.gz")
MGF, MS2 = ("*.mgf", "*.mgf.gz"), ("*.ms2", "*.ms2.gz")

SEARCH_INPUTS = ("formats/comet/*.ms2", "malformed/comet/*.ms2")
OBSOLETE = ("formats/hupo/1min.mzml.gz", "formats/hupo/tiny*.mzml0.99.*")

READING: list[Known] = [
    # What a peer does not say, or says its own way.
    Known("pyteomics", MGF + MS2, "level", "neither format states a level; pyteomics leaves it away", not_given),
    Known("pyopenms", MGF + MS2, "id", "OpenMS numbers the spectra of text files", is_number),
    Known("pyopenms", ("*",), "intensities of 64 bits", "OpenMS keeps 32 bits of an intensity; they are ours, rounded"),
    Known("pyopenms", ("formats/pyteomics/test_annotated.mgf",), "peaks",
          "as above, but pyteomics does not read the file; rounding by hand gives the same"),
    Known("pyopenms", MZML, "isolation window", "OpenMS cannot tell offsets of 0 from none", has_no_width),
    Known("pyteomics", MZML, "isolation window",
          "the file states a target and no offsets; ours is a window without width", has_no_width),
    Known("*", ("*/5peptideft.mzml*",), "isolation window",
          "limits of the window (MS:1000793, MS:1000794), which were in use before offsets", not_given),
    Known("pyteomics", ("chlamy-qe/*",), "isolation window",
          "a term's name has two blanks, and pyteomics goes by names; limits are stated as offsets, and taken as limits",
          not_given),
    Known("pyopenms", ("chlamy-qe/*",), "isolation window",
          "limits of the window are stated as its offsets, and OpenMS takes them for offsets"),
    Known("pyteomics", ("*/5peptideft.mzml*", "formats/msftbx/tiny.pwiz.idx.mzml"), "time",
          "the term is MS:1000016 under its former name", not_given),
    Known("pyteomics", ("formats/msftbx/tiny.pwiz.idx.mzml",), "precursor m/z",
          "the term is MS:1000744 under its former name", not_given),
    Known("pyopenms", ("chlamy-qe/*",), "time", "minutes by name without accession; OpenMS takes them for seconds",
          is_sixtieth),
    Known("pyopenms", ("profile-centroid/openms/peakpickerhires_orbitrap_sn0_out.mzml",), "time",
          "the file states -1 s, which OpenMS also has where nothing is stated", not_given),
    Known("pyopenms", ("ecoli-iontrap/test1000ecoli.mgf.gz",), "time", "OpenMS takes the time from words of the title",
          lambda difference: difference.moselle is None),
    # What a precursor is.
    Known("*", ("tmt-itraq/tmt_data.mzxml.gz",), "isolation window",
          "the m/z of the precursor is stated as 0, around which there is no window",
          lambda difference: difference.moselle is None),
    Known("pyteomics", ("tmt-itraq/tmt_data.mzxml.gz",), "precursor m/z", "an m/z of 0 is none",
          lambda difference: difference.moselle is None and difference.peer == 0),
    Known("pyteomics", ("malformed/openms/mzmlfile_3_invalid.mzml",), "charges",
          "a charge and possible charges side by side; the charge counts"),
    Known("pyteomics", ("formats/pyteomics/test_pepmass.mgf",), "charges",
          "two charges, behind the mass and in CHARGE; Moselle keeps both"),
    Known("pyopenms", ("formats/pyteomics/test.mgf",), "charges", "OpenMS leaves several charges away", not_given),
    Known("pyopenms", SEARCH_INPUTS, "charges", "OpenMS does not read Z lines", not_given),
    Known("*", MS2, "precursor m/z", "rounded on the S line to 2 digits; Moselle takes it from the mass of the Z line",
          is_rounded),
    Known("pyteomics", SEARCH_INPUTS, "time",
          "MzXML2Search wrote minutes or seconds and does not say which; Moselle has no time then",
          lambda difference: difference.moselle is None),
    Known("pyteomics", ("formats/pyteomics/test.ms2",), "id", "a scan number of 0 is none",
          lambda difference: difference.peer == "scan=0"),
    # What a reader refuses or leaves out.
    Known("pyteomics", OBSOLETE, "refused by Moselle", "drafts of mzML 0.99 with other terms; a sentence says so"),
    Known("pyopenms", ("formats/msftbx/tiny.pwiz.idx.mzml",), "refused by the peer", "it ends in a parse error"),
    Known("*", ("malformed/openms/filefilter_39_input_corrupt.mzml", "malformed/openms/empty_xml.mzml"),
          "refused by the peer", "damaged; Moselle sets the one spectrum of each aside"),
    Known("*", ("formats/pyteomics/test_annotated.mgf", "formats/spectra-cluster/pride_export_2017.mgf.gz",
                "formats/jmzreader/f001257.mgf", "formats/pyteomics/test_pepmass.mgf",
                "malformed/waters-imms/insert_charge*.mgf"),
          "refused by the peer", "charges or annotations in a spelling that the peer does not know"),
    Known("pyopenms", ("formats/pyteomics/test.ms2",), "refused by the peer", "peaks with charge and resolution"),
    Known("pyopenms", ("formats/jmzreader/strange_eol.mgf",), "spectrum missing in the peer",
          "lines end in single and triple carriage returns"),
    Known("*", ("malformed/metamorpheus/tinysemibroken.a79433.mgf",), "set aside", "an intensity is not finite"),
]
WRITING: list[Known] = [
    Known("pyteomics", ("* as mgf",), "level", "MGF states no level; pyteomics leaves it away", not_given),
    Known("pyopenms", ("* as mgf",), "id", "OpenMS numbers the spectra of text files", is_number),
    Known("pyopenms", ("*",), "intensities of 64 bits", "OpenMS keeps 32 bits of an intensity; they are ours, rounded"),
    Known("pyopenms", ("formats/comet/input.ms2 * as mzxml",), "time",
          "OpenMS has 0 s where an mzXML scan states no time",
          lambda difference: difference.moselle is None and difference.peer == 0),
    Known("pyopenms", ("ecoli-iontrap/test1000ecoli.mgf.gz * as mgf",), "time",
          "OpenMS takes the time from words of the title", lambda difference: difference.moselle is None),
]


def explanation(known: list[Known], peer: str, file: str, difference: Difference) -> Known | None:
    return next((each for each in known if each.explains(peer, file, difference)), None)
