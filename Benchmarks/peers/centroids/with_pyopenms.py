"""Run in the private Python of pyopenms: picks the peaks of a file, and puts spectra where plain Python can read them.

Arguments: `read FILE OUTPUT` writes the spectra of a file as JSON; `pick FILE OUTPUT` those of a file after
PeakPickerHiRes with its defaults, to OUTPUT as mzML, and prints the CPU seconds of reading, picking and writing.
"""
import json
import sys
import time

import pyopenms


def load(path: str) -> pyopenms.MSExperiment:
    experiment = pyopenms.MSExperiment()
    pyopenms.MzMLFile().load(path, experiment)
    return experiment


def read(path: str, output: str) -> None:
    spectra = []
    for spectrum in load(path):
        mz, intensities = spectrum.get_peaks()
        is_profile = spectrum.getType() == pyopenms.SpectrumSettings.SpectrumType.PROFILE
        spectra.append({
            "id": spectrum.getNativeID(), "profile": is_profile, "mz": [float(value) for value in mz],
            "intensities": [float(value) for value in intensities],
        })
    with open(output, "w", encoding="utf-8") as file:
        json.dump(spectra, file)


def pick(path: str, output: str) -> None:
    times = [time.process_time()]
    experiment = load(path)
    times.append(time.process_time())
    picker, picked = pyopenms.PeakPickerHiRes(), pyopenms.MSExperiment()
    for spectrum in experiment:
        peaks = spectrum
        if spectrum.getType() == pyopenms.SpectrumSettings.SpectrumType.PROFILE:
            peaks = pyopenms.MSSpectrum()
            picker.pick(spectrum, peaks)
            peaks.setNativeID(spectrum.getNativeID())
        picked.addSpectrum(peaks)
    times.append(time.process_time())
    pyopenms.MzMLFile().store(output, picked)
    times.append(time.process_time())
    print(json.dumps([after - before for before, after in zip(times, times[1:])]))


{"read": read, "pick": pick}[sys.argv[1]](*sys.argv[2:])
