"""Spectra as pyteomics reads them. Runs inside a private Python."""
import numpy
from pyteomics import mgf, ms2, mzml, mzxml

from records import precursor, record, serve


def spectra(path):
    form = path.rpartition(".")[2].lower()
    return {"mzml": of_mzml, "mzxml": of_mzxml, "mgf": of_mgf, "ms2": of_ms2}[form](path)


class MzML(mzml.MzML):
    """MS-Numpress decodes to 64 bits, which pyteomics would cut where the array is said to have 32."""

    def _transform_buffer(self, binary, dtype):
        return binary if isinstance(binary, numpy.ndarray) else super()._transform_buffer(binary, dtype)


def of_mzml(path):
    with MzML(path, use_index=False, iterative=True) as file:
        for spectrum in file:
            scans = spectrum.get("scanList", {}).get("scan", [{}])
            ions = [
                ion_of_mzml(ion, each.get("isolationWindow"))
                for each in spectrum.get("precursorList", {}).get("precursor", [])
                for ion in each.get("selectedIonList", {}).get("selectedIon", [{}])]
            yield record(
                spectrum["id"], spectrum.get("ms level"), seconds(scans[0].get("scan start time")), ions,
                spectrum.get("m/z array", []), spectrum.get("intensity array", []))


def seconds(time):
    """A time with its unit; pyteomics leaves the unit away where the file states none."""
    if time is None:
        return None
    return float(time) * {"minute": 60, "second": 1}[time.unit_info or "second"]


def ion_of_mzml(ion, window):
    stated = [ion.get("charge state"), ion.get("possible charge state")]
    charges = [charge for each in stated if each is not None for charge in (each if isinstance(each, list) else [each])]
    names = [f"isolation window {name}" for name in ("target m/z", "lower offset", "upper offset")]
    edges = None if window is None else [window.get(name) for name in names]
    return precursor(
        ion.get("selected ion m/z"), [int(charge) for charge in charges if charge],
        None if edges is None or None in edges else edges)


def of_mzxml(path):
    with mzxml.MzXML(path, use_index=False, iterative=True) as file:
        for scan in file:
            time = scan.get("retentionTime")
            yield record(
                f"scan={scan['num']}", scan.get("msLevel"), None if time is None else float(time) * 60,
                [ion_of_mzxml(ion) for ion in scan.get("precursorMz", [])], scan.get("m/z array", []),
                scan.get("intensity array", []))


def ion_of_mzxml(ion):
    mz, width = ion.get("precursorMz"), ion.get("windowWideness")
    charge = ion.get("precursorCharge")
    return precursor(mz, [int(charge)] if charge else [], None if width is None else (mz, width / 2, width / 2))


def of_mgf(path):
    titles = set()
    with mgf.MGF(path) as file:
        for index, entry in enumerate(file):
            parameters = entry["params"]
            title = str(parameters.get("title", "")).strip()
            # A title names its spectrum if no earlier one has the same.
            name = title if title and title not in titles else f"index={index}"
            titles.add(title)
            time = parameters.get("rtinseconds")
            mass = parameters.get("pepmass", (None,))[0]
            charges = [abs(int(charge)) for charge in parameters.get("charge", []) if int(charge)]
            yield record(
                name, None, None if time is None else float(time), [precursor(mass, charges)], entry["m/z array"],
                entry["intensity array"])


def of_ms2(path):
    with ms2.MS2(path) as file:
        for entry in file:
            parameters = entry["params"]
            time = parameters.get("RTime", parameters.get("RetTime"))
            ion = precursor(parameters.get("precursor m/z"), [int(charge) for charge in parameters.get("charge", [])])
            yield record(
                f"scan={int(parameters['scan'][0])}", None, None if time is None else float(time) * 60, [ion],
                entry["m/z array"], entry["intensity array"])


serve(spectra)
