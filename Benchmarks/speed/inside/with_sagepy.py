"""Reads a file with the Rust reader behind sagepy; its arrays are decoded, not touched again."""
import sys

from sagepy.core.spectrum import read_spectra

print(len(read_spectra(sys.argv[1], requires_ms1=True)))
