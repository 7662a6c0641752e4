"""Spectra as pyopenms reads them. Runs inside a private Python."""
import pyopenms

from records import precursor, record, serve

READERS = {
    "mzml": pyopenms.MzMLFile, "mzxml": pyopenms.MzXMLFile, "mgf": pyopenms.MascotGenericFile,
    "ms2": pyopenms.MS2File,
}
TARGET = "isolation window target m/z"


def spectra(path):
    experiment = pyopenms.MSExperiment()
    READERS[path.rpartition(".")[2].lower()]().load(path, experiment)
    for spectrum in experiment:
        mz, intensities = spectrum.get_peaks()
        time = spectrum.getRT()
        # -1 is what OpenMS has where the file states none.
        yield record(
            text(spectrum.getNativeID()), spectrum.getMSLevel(), None if time == -1 else time,
            [ion(each) for each in spectrum.getPrecursors()], mz, intensities)


def ion(each):
    # 0 is what OpenMS has where the file states no m/z.
    mz = each.getMZ() or None
    charges = [each.getCharge()] if each.getCharge() else list(each.getPossibleChargeStates())
    charges = [abs(int(charge)) for charge in charges]
    below, above = each.getIsolationWindowLowerOffset(), each.getIsolationWindowUpperOffset()
    if below == above == 0:  # what OpenMS has where the file states no window
        return precursor(mz, charges)
    # OpenMS keeps the target of the window only where it is not the m/z of the ion.
    target = each.getMetaValue(TARGET) if each.metaValueExists(TARGET) else each.getMZ()
    return precursor(mz, charges, (target, below, above))


def text(value):
    return value.decode() if isinstance(value, bytes) else value


serve(spectra)
