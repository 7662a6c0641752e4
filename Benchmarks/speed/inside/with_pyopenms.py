"""Reads a file with pyopenms, spectrum by spectrum, so that its memory does not grow with the file."""
import sys

import pyopenms


class Counter:
    spectra = 0
    peaks = 0

    def setExperimentalSettings(self, settings):
        pass

    def setExpectedSize(self, spectra, chromatograms):
        pass

    def consumeChromatogram(self, chromatogram):
        pass

    def consumeSpectrum(self, spectrum):
        self.spectra += 1
        self.peaks += spectrum.size()


counter = Counter()
reader = pyopenms.MzXMLFile() if ".mzXML" in sys.argv[1] else pyopenms.MzMLFile()
reader.transform(sys.argv[1], counter)
print(counter.spectra, counter.peaks)
