"""Run in the private Python of pyopenms.

    read FILE OUTPUT            its spectra as JSON, where plain Python can read them
    pick FILE OUTPUT            profile spectra after PeakPickerHiRes with its defaults, the others as they are, as mzML
    draw FILE NOISE OUTPUT      profile spectra whose peaks are the centroids of the file, as an Orbitrap writes them;
                                noise of a sample: this part of the root of its height times that of the lowest peak
    repeat FILE COPIES OUTPUT   the profile spectra of the file alone, so many times over, all as fragment spectra
    time FILE                   reads, picks every spectrum, writes nothing

Each prints a line of JSON: counts, and CPU seconds.
"""
import json
import sys
import time
import zlib

import numpy
import pyopenms

# What comes before is the start of Python.
START = time.process_time()
PROFILE = pyopenms.SpectrumSettings.SpectrumType.PROFILE
# Drawn as a Q Exactive and a Velos write them, about: resolution at m/z 200, by MS level.
RESOLUTION = {1: 60_000.0, 2: 15_000.0}
SAMPLES_PER_WIDTH = 4.0
REACH_IN_WIDTHS = 1.5


def load(path: str) -> pyopenms.MSExperiment:
    experiment = pyopenms.MSExperiment()
    pyopenms.MzMLFile().load(path, experiment)
    return experiment


def store(experiment: pyopenms.MSExperiment, path: str) -> None:
    file = pyopenms.MzMLFile()
    options = file.getOptions()
    options.setCompression(True)
    options.setIntensity32Bit(True)
    file.setOptions(options)
    file.store(path, experiment)


def read(path: str, output: str) -> dict:
    spectra = []
    for spectrum in load(path):
        mz, intensities = spectrum.get_peaks()
        spectra.append({
            "id": spectrum.getNativeID(), "profile": spectrum.getType() == PROFILE,
            "mz": [float(value) for value in mz], "intensities": [float(value) for value in intensities],
        })
    with open(output, "w", encoding="utf-8") as file:
        json.dump(spectra, file)
    return {"spectra": len(spectra)}


def pick(path: str, output: str) -> dict:
    picked = pyopenms.PeakPickerHiRes().pickExperiment(load(path), check_spectrum_type=False)
    store(picked, output)
    return {"spectra": picked.size(), "cpu": time.process_time() - START}


def draw(path: str, noise: str, output: str) -> dict:
    experiment, drawn = load(path), pyopenms.MSExperiment()
    for spectrum in experiment:
        mz, intensities = spectrum.get_peaks()
        seed = zlib.crc32(spectrum.getNativeID().encode())
        if len(mz):
            resolution = RESOLUTION[min(spectrum.getMSLevel(), 2)]
            spectrum.set_peaks(signal(mz, intensities, resolution, float(noise), numpy.random.default_rng(seed)))
        spectrum.setType(PROFILE)
        drawn.addSpectrum(spectrum)
    store(drawn, output)
    return {"spectra": drawn.size()}


def signal(mz, intensities, resolution: float, noise: float, random) -> tuple:
    """Samples of peaks of Gaussian form, with zeros beside each stretch.

    The width of a peak of an Orbitrap goes with (m/z)^1.5. Samples lie evenly in (m/z)^-0.5, so many to a width.
    """
    scale = 2 * SAMPLES_PER_WIDTH * resolution * 200.0 ** 0.5
    widths = mz ** 1.5 / (resolution * 200.0 ** 0.5)
    reach = numpy.arange(-int(SAMPLES_PER_WIDTH * REACH_IN_WIDTHS), int(SAMPLES_PER_WIDTH * REACH_IN_WIDTHS) + 1)
    # Positions fall with m/z.
    places = numpy.round(scale / numpy.sqrt(mz)).astype(numpy.int64)[:, None] + reach
    distances = ((scale / places) ** 2 - mz[:, None]) / widths[:, None]
    heights = intensities[:, None] * numpy.exp(-4 * numpy.log(2) * distances ** 2)
    grid, inverse = numpy.unique(places, return_inverse=True)
    sums = numpy.bincount(inverse.ravel(), weights=heights.ravel(), minlength=len(grid))
    lowest = intensities[intensities > 0].min(initial=numpy.inf)
    sums += noise * numpy.sqrt(sums * min(lowest, sums.max())) * random.standard_normal(len(sums))
    beside = numpy.setdiff1d(numpy.concatenate([grid - 1, grid + 1]), grid)
    positions = numpy.concatenate([grid, beside])
    values = numpy.concatenate([numpy.maximum(sums, 0), numpy.zeros(len(beside))])
    order = numpy.argsort(-positions)
    return (scale / positions[order]) ** 2, values[order].astype(numpy.float32)


def repeat(path: str, copies: str, output: str) -> dict:
    experiment, repeated = load(path), pyopenms.MSExperiment()
    precursor = pyopenms.Precursor()
    precursor.setMZ(500.0)
    spectra = [spectrum for spectrum in experiment if spectrum.getType() == PROFILE and spectrum.size()]
    for number in range(int(copies) * len(spectra)):
        spectrum = pyopenms.MSSpectrum(spectra[number % len(spectra)])
        spectrum.setNativeID(f"scan={number + 1}")
        spectrum.setRT(number + 1.0)
        spectrum.setMSLevel(2)
        spectrum.setPrecursors([precursor])
        repeated.addSpectrum(spectrum)
    store(repeated, output)
    return {"spectra": repeated.size(), "samples": int(copies) * sum(spectrum.size() for spectrum in spectra)}


def times(path: str) -> dict:
    marks = [(time.perf_counter(), time.process_time())]
    experiment = load(path)
    marks.append((time.perf_counter(), time.process_time()))
    picker = pyopenms.PeakPickerHiRes()
    for spectrum in experiment:
        picker.pick(spectrum, pyopenms.MSSpectrum())
    marks.append((time.perf_counter(), time.process_time()))
    steps = [[after[kind] - before[kind] for before, after in zip(marks, marks[1:])] for kind in range(2)]
    return {"wall": steps[0], "cpu": steps[1]}


ACTIONS = {"read": read, "pick": pick, "draw": draw, "repeat": repeat, "time": times}
# OpenMS prints its progress beside.
print("\n" + json.dumps(ACTIONS[sys.argv[1]](*sys.argv[2:])))
